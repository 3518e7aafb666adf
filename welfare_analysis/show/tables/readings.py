"""Readings: what a printed figure can mean, and what no figure says."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...codes import Qualifier
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.names import resolve_area
from ...judge.profiles import profile
from ...messages import message
from .. import readers, words
from ..inline import literal
from .building import cited_cell, columns, finished
from .table import Table


@readers.public()
def readings(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
) -> Table:
    """Tabulate printed figures with the rule by which they are read and the range it gives.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional
    """
    heads = columns(language, "as-printed", "rule", ">range")
    rows = [
        (
            f"{literal(message('token', language, text=' '.join(figure.as_printed.split())))} "
            + figure.citation(language),
            rule_text(figure, language),
            literal(words.unbroken(words.range_text(figure, language))),
        )
        for figure in figures
    ]
    caption = caption or message("table-readings", language)
    return finished(language, caption, heads, rows, figures)


def rule_text(figure: Observation, language: str) -> str:
    """Say by which rule a printed figure is read."""
    rounded = figure.qualifier == Qualifier.EXACT and not figure.interval.is_point
    return message(f"rule-{'rounded' if rounded else figure.qualifier}", language)


@readers.public()
def gaps(data: Catalogue, areas: Iterable[str], language: str, caption: object = None) -> Table:
    """Tabulate the core subjects on which areas have no result, and what there is instead.

    Parameters
    ----------
    data : Catalogue
    areas : iterable of str
        Codes, names or aliases.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a missing cell: place, subject, an estimate, plan or target of the place, and
        the result of the nearest larger area, which is no substitute.
    """
    found = [
        (area, gap)
        for area in (resolve_area(data, one) for one in areas)
        for gap in profile(data, area).gaps
    ]
    readers.needed(found, "missing cell")
    heads = columns(language, "area", "missing-subject", "instead", "above")
    rows = [
        (
            literal(words.area_name(data, area, language)),
            literal(words.capital(gap.name(language))),
            _shown(gap.instead, words.kind(gap.instead, language), language)
            if gap.instead
            else "\u2013",
            _shown(gap.above, words.area_name(data, gap.above.area, language), language)
            if gap.above
            else "\u2013",
        )
        for area, gap in found
    ]
    figures = [one for _, gap in found for one in (gap.instead, gap.above) if one is not None]
    caption = caption or message("table-gaps", language)
    return finished(language, caption, heads, rows, figures, [message("gaps-reading", language)])


def _shown(figure: Observation, label: str, language: str) -> str:
    period = literal(figure.period(language))
    return f"{literal(words.capital(label))}, {period}: {cited_cell(figure, language)}"
