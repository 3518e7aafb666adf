"""Describe: titles, notes and descriptions of charts, made from the figures they show."""

from __future__ import annotations

from collections.abc import Sequence

from ...data.catalogue import Catalogue
from ...data.figures import unit_label
from ...judge.derived import Measure
from ...messages import message
from .. import words
from ..bundle import unique
from ..inline import literal, markdown_of, text_of
from . import chart
from .layout import Sheet


def finished(
    sheet: Sheet,
    language: str,
    title: object,
    subtitle: object,
    alt: str,
    figures: Sequence[words.Figure],
    notes: Sequence[str],
) -> chart.Chart:
    """Put a chart together; caveats come first in its note, sources last."""
    names = unique(name for figure in figures for name in figure.observations)
    titled = unique(
        name for text in (title, subtitle) for name in getattr(text, "observations", ())
    )
    note = words.note(*(literal(text) for text in notes), words.source_line(figures, language))
    return chart.Chart(
        markdown_of(title),
        markdown_of(subtitle),
        note,
        alt,
        chart.drawn(sheet.figure),
        unique((*names, *titled)),
        language,
        sheet.figure,
        data=next((words.first_input(figure).data for figure in figures), None),
    )


def unit_of(figure: words.Figure, language: str) -> str:
    """Name the unit of an axis for a figure."""
    if isinstance(figure, Measure) and figure.unit in (
        "percent",
        "points",
        "per_1000_households",
        "per_100000_inhabitants",
    ):
        return message(f"axis-{figure.unit}", language)
    return unit_label(words.first_input(figure).unit_row, language, 2)


def subjects(figures: Sequence[words.Figure], language: str) -> str:
    """Name the indicators shown."""
    return "; ".join(unique(words.title(figure, language) for figure in figures))


def measured(figures: Sequence[words.Figure], language: str) -> str:
    """Write the subtitle: what is measured, and its unit where the name does not say it."""
    subject = subjects(figures, language)
    units = unique(unit_of(figure, language) for figure in figures)
    told = subject.casefold()
    if all(f"({unit}" in told or told.endswith(f" {unit}") for unit in units):
        return subject
    return message("subtitle", language, subject=subject, unit=words.joined(units, language))


def item(data: Catalogue, figure: words.Figure, language: str) -> str:
    """Say one figure in full: place, figure, flags, period and kind."""
    single = words.first_input(figure)
    facts = [figure.period(language), words.kind(single, language)]
    name = words.area_name(data, figure.area, language)
    return f"{name}: {words.flagged(figure, language)} ({', '.join(facts)})"


def absent(data: Catalogue, areas: Sequence[str], language: str) -> str:
    """Say for which places there is no figure."""
    if not areas:
        return ""
    names = words.joined((words.area_name(data, area, language) for area in areas), language)
    return message("alt-missing", language, areas=names)


def description(kind: str, subject: object, items: Sequence[str], language: str, *more: str) -> str:
    """Write the description of a chart: what it is, every figure, what is missing or apart."""
    subject = text_of(markdown_of(subject))
    head = message(f"alt-{kind}", language, subject=subject)
    body = "; ".join(items)
    return words.note(head, words.capital(body), *more)


def comments(data: Catalogue, figures: Sequence[words.Figure], language: str) -> list[str]:
    """List the curators' comments on the doubtful figures of a chart."""
    inputs = [single for figure in figures for single in words.inputs(figure)]
    return words.comments(data, inputs, language, words.DOUBTS)
