"""Captions: subtitles, notes and descriptions of charts, made from the figures they show."""

from __future__ import annotations

from collections.abc import Sequence

from ...judge.comparison import Comparison
from ...judge.derived import Figure
from ...texts import capital
from .. import document, words
from ..document import unique
from ..informing import latest
from ..writer import Writer
from . import crowded, headings
from .canvas import Canvas
from .chart import Chart, finished
from .grouping import Grouping


def side_by_side(
    writer: Writer,
    canvas: Canvas,
    kind: str,
    grouping: Grouping,
    figures: Sequence[Figure],
    missing: Sequence[str],
    title: object,
    subtitle: object,
    notes: Sequence[str] = (),
    told: Sequence[Figure] = (),
    comparison: Comparison | None = None,
) -> Chart:
    """Put together a chart of figures in groups, told in some order, and of places without one.

    Of a comparison, the note names the latest figure of each place of which another is drawn.
    """
    without = absent(writer, missing)
    compared = [figure for group in grouping.groups for figure in group]  # no areas around
    items = (
        crowded.told(writer, grouping.groups)
        if crowded.is_crowded(compared)
        else [item(writer, figure) for figure in told or figures]
    )
    more = without, grouping.why_apart()
    newer = latest(writer, comparison) if comparison else ""
    return finished(
        writer,
        canvas,
        figures,
        title or headings.side_by_side(grouping),
        subtitle or measured(writer, figures),
        description(writer, kind, subjects(writer, figures), items, *more),
        [*notes, without, newer, *comments(writer, figures)],
        named=list(comparison.later.values()) if comparison else (),
    )


def subjects(writer: Writer, figures: Sequence[Figure]) -> str:
    """Name the indicators shown."""
    return "; ".join(unique(map(writer.title, figures)))


def measured(writer: Writer, figures: Sequence[Figure]) -> str:
    """Write the subtitle: what is measured, and its unit where the name does not say it."""
    subject = subjects(writer, figures)
    units = unique(figure.unit_label(writer.language) for figure in figures)
    told = subject.casefold()
    if all(f"({unit}" in told or told.endswith(f" {unit}") for unit in units):
        return subject
    return writer.say("subtitle", subject=subject, unit=writer.joined(units))


def item(writer: Writer, figure: Figure) -> str:
    """Say one figure in full: place, figure, flags, period and kind."""
    facts = writer.period(figure), writer.kind(figure.inputs[0])
    return f"{writer.area(figure.area)}: {writer.flagged(figure)} ({', '.join(facts)})"


def absent(writer: Writer, areas: Sequence[str]) -> str:
    """Say for which places there is no figure."""
    return writer.say("alt-missing", areas=writer.joined(map(writer.area, areas))) if areas else ""


def description(
    writer: Writer, kind: str, subject: object, items: Sequence[str], *more: str
) -> str:
    """Write the description of a chart: what it is, every figure, what is missing or apart."""
    head = writer.say(f"alt-{kind}", subject=str(document.words(subject)))
    return str(words.note(head, capital("; ".join(items)), *more))


def comments(writer: Writer, figures: Sequence[Figure]) -> list[str]:
    """List the curators' comments on the doubtful figures of a chart."""
    inputs = [single for figure in figures for single in figure.inputs]
    return writer.comments(inputs, words.DOUBTS)
