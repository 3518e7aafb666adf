"""Reasons: the verdicts of several comparisons in one grid, and the sentences behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...data.catalogue import Catalogue
from ...judge.comparison import Comparison
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal, markdown_of
from .building import columns, finished
from .table import Column, Table
from .verdicts import SIGNS

Subjects = Mapping[object, Comparison]


@readers.public()
def reasons(data: Catalogue, comparisons: Subjects, language: str, caption: object = None) -> Table:
    """Tabulate verdicts pair by subject, each with its reasons in a few words.

    Parameters
    ----------
    data : Catalogue
    comparisons : mapping of label to Comparison
        A label is text or prose.
    language : {"vi", "en"}
    caption : str or Prose, optional
    """
    heads = [*columns(language, "pair"), *(Column(markdown_of(name)) for name in comparisons)]
    pairs = unique(
        (one.area_a, one.area_b) for each in comparisons.values() for one in each.pairs.itertuples()
    )
    rows = [
        (
            literal(_named(data, pair, language)),
            *(_cell(data, each, pair, language) for each in comparisons.values()),
        )
        for pair in pairs
    ]
    figures = [figure for each in comparisons.values() for figure in each.figures.values()]
    caption = caption or message("table-reasons-matrix", language)
    key = "; ".join(
        f"{literal(sign)} {message(f'verdict-{verdict}', language)}"
        for verdict, sign in SIGNS.items()
    )
    return finished(language, caption, heads, rows, figures, [words.capital(key)])


def _cell(data: Catalogue, comparison: Comparison, pair: tuple[str, str], language: str) -> str:
    match = comparison.pairs[
        (comparison.pairs["area_a"] == pair[0]) & (comparison.pairs["area_b"] == pair[1])
    ]
    if match.empty:
        return ""
    row = match.iloc[0]
    absent = [words.area_name(data, area, language) for area in pair if area in comparison.missing]
    short = [
        message(f"short-{code}", language, areas=words.joined(absent, language))
        for code in unique(row["reasons"])
    ]
    said = "; ".join(short) or message(f"verdict-{row['verdict']}", language)
    return f"{literal(SIGNS[row['verdict']])}\u00a0{literal(said)}"


@readers.public()
def sentences(
    data: Catalogue, comparisons: Subjects, language: str, caption: object = None
) -> Table:
    """Tabulate the reasons as whole sentences, for every pair whose places both have figures.

    Parameters
    ----------
    data, comparisons, language, caption
        As for `reasons`.
    """
    rows = list(_sentences(data, comparisons, language))
    readers.needed(rows, "pair with two figures")
    heads = columns(language, "pair", "reasons")
    figures = [figure for each in comparisons.values() for figure in each.figures.values()]
    caption = caption or message("table-sentences", language)
    return finished(language, caption, heads, rows, figures)


def _sentences(data: Catalogue, comparisons: Subjects, language: str) -> Iterator[tuple[str, ...]]:
    for name, comparison in comparisons.items():
        for pair in comparison.pairs.itertuples():
            if pair.verdict == "missing":
                continue
            reason = getattr(pair, f"reason_{language}")
            yield (
                f"**{markdown_of(name)}:** "
                + literal(_named(data, (pair.area_a, pair.area_b), language)),
                f"{literal(SIGNS[pair.verdict])}\u00a0"
                + literal(reason or words.capital(message(f"verdict-{pair.verdict}", language))),
            )


def _named(data: Catalogue, pair: tuple[str, str], language: str) -> str:
    return " \u2013 ".join(words.area_name(data, area, language) for area in pair)
