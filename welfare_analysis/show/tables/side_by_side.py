"""Places: several subjects side by side, one row a place."""

from __future__ import annotations

from collections.abc import Mapping

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.comparison import Comparison
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal, markdown_of
from .building import finished, label
from .table import Column, Table


@readers.public()
def side_by_side(
    data: Catalogue, comparisons: Mapping[object, Comparison], language: str, caption: object
) -> Table:
    """Tabulate the figures of several comparisons: a row a place, a column a subject.

    Parameters
    ----------
    data : Catalogue
    comparisons : mapping of label to Comparison
        A label is text or prose.
    language : {"vi", "en"}
    caption : str or Prose

    Returns
    -------
    Table
        A cell holds figure, flags, period, standard and citation, because the cells of a column
        need not be comparable; a cell without a figure says so.
    """
    heads = [Column(label("area", language)), *(Column(markdown_of(name)) for name in comparisons)]
    areas = unique(area for one in comparisons.values() for area in one.observations["area"])
    rows = [
        (
            literal(words.area_name(data, area, language)),
            *(_cell(data, one.figures.get(area), language) for one in comparisons.values()),
        )
        for area in areas
    ]
    figures = [figure for one in comparisons.values() for figure in one.figures.values()]
    return finished(language, caption, heads, rows, figures)


def _cell(data: Catalogue, figure: Observation | None, language: str) -> str:
    if figure is None:
        return f"*{message('no-figure', language)}*"
    facts = [figure.period(language)]
    if figure.standard:
        facts.append(words.short_standard(data, figure.standard, language))
    if figure.measure != "actual":
        facts.append(words.kind(figure, language))
    shown = literal(words.unbroken(words.flagged(figure, language)))
    return f"**{shown}**, {literal('; '.join(facts))} {figure.citation(language)}"
