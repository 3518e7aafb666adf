"""Comparisons: the figures of several areas, and the verdict on every pair."""

from __future__ import annotations

from ...codes import Verdict
from ...data.catalogue import Catalogue
from ...judge.comparison import Comparison
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal
from .building import Footnotes, columns, figure_cell, finished, without_empty
from .table import Table

SIGNS = {
    Verdict.COMPARABLE: "\u2713",
    Verdict.WITH_CAUTION: "~",
    Verdict.NOT_COMPARABLE: "\u00d7",
    Verdict.MISSING: "\u2013",
}


@readers.public()
def comparison(
    data: Catalogue, comparison: Comparison, language: str, caption: object = None
) -> Table:
    """Tabulate the figures of a comparison, missing ones included.

    Parameters
    ----------
    data : Catalogue
    comparison : Comparison
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row an area: figure with flags, period, kind, standard, what it may be compared
        with, and source.  An area without a figure says so; it is never zero.
    """
    heads = columns(
        language,
        "area",
        "indicator",
        ">figure",
        "period",
        "kind",
        "standard",
        "comparable-with",
        "source",
    )
    notes = Footnotes(language)
    rows = [_row(data, comparison, area, notes) for area in comparison.observations["area"]]
    titles = subjects(data, comparison, language)
    if len(titles) == 1:
        heads, rows = [*heads[:1], *heads[2:]], [(*row[:1], *row[2:]) for row in rows]
    heads, rows = without_empty(heads, rows)
    caption = caption or message("table-comparison", language, subject=words.together(titles))
    return finished(language, caption, heads, rows, list(comparison.figures.values()), notes.lines)


def subjects(data: Catalogue, comparison: Comparison, language: str) -> list[str]:
    """Name what is compared: the indicators of the figures, or the one asked for."""
    figures = comparison.figures.values()
    found = list(unique(words.title(figure, language) for figure in figures))
    if found:
        return found
    table = data.indicators
    asked = table[
        (table["indicator"] == comparison.subject) | (table["concept"] == comparison.subject)
    ]
    return asked[f"title_{language}"].tolist()[:1]


def _row(data: Catalogue, comparison: Comparison, area: str, notes: Footnotes) -> tuple[str, ...]:
    language = notes.language
    name = literal(words.area_name(data, area, language))
    if area not in comparison.figures:
        absent = f"*{message('no-figure', language)}*"
        return (name, "\u2013", absent, "\u2013", "\u2013", "\u2013", "\u2013", "\u2013")
    figure = comparison.figures[area]
    return (
        name,
        literal(words.title(figure, language)),
        figure_cell(figure, language),
        literal(figure.period(language)),
        literal(words.kind_and_remarks(figure, language) + notes.mark(figure)),
        literal(words.short_standard(data, figure.standard, language)),
        literal(_partners(data, comparison, area, language)),
        figure.citation(language),
    )


def _partners(data: Catalogue, comparison: Comparison, area: str, language: str) -> str:
    found = []
    for other in comparison.figures:
        if other == area:
            continue
        name = words.area_name(data, other, language)
        verdict = comparison.verdict(area, other)
        if verdict == Verdict.COMPARABLE:
            found.append(name)
        elif verdict == Verdict.WITH_CAUTION:
            found.append(message("partner-caution", language, area=name))
    return words.joined(found, language) or message("partner-none", language)


@readers.public()
def verdicts(
    data: Catalogue, comparison: Comparison, language: str, caption: object = None
) -> Table:
    """Tabulate the verdict on every pair of areas, each with its reasons as sentences."""
    rows = [
        (
            literal(_pair(data, pair, language)),
            f"{literal(SIGNS[pair.verdict])}\u00a0{message(f'verdict-{pair.verdict}', language)}",
            literal(getattr(pair, f"reason_{language}")) or "\u2013",
        )
        for pair in comparison.pairs.itertuples()
    ]
    subject = words.together(subjects(data, comparison, language))
    caption = caption or message("table-verdicts", language, subject=subject)
    heads = columns(language, "pair", "verdict", "reasons")
    return finished(language, caption, heads, rows, list(comparison.figures.values()))


def _pair(data: Catalogue, pair, language: str) -> str:
    first, second = (words.area_name(data, area, language) for area in (pair.area_a, pair.area_b))
    return f"{first} \u2013 {second}"
