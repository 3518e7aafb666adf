"""Verdicts: the figures of comparisons, the verdict on every pair, and its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Verdict
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.comparison import Comparison
from ...judge.grades import informs
from ...texts import capital
from .. import readers
from ..document import Line, strong, unique, words
from ..informing import informing
from ..many import are_many
from ..words import together
from ..writer import Writer
from .among import Subjects, among, counted
from .building import NOTHING, SIGNS, columns, finished, signed
from .table import Column, Table


def subjects(writer: Writer, comparison: Comparison) -> list[str]:
    """Name what is compared: the indicators of the figures, or the one asked for."""
    found = list(unique(map(writer.title, comparison.figures.values())))
    if found:
        return found
    table = writer.data.indicators
    named = (table["indicator"] == comparison.subject) | (table["concept"] == comparison.subject)
    return table[named][f"title_{writer.language}"].tolist()[:1]


@readers.public()
def verdicts(
    data: Catalogue, comparison: Comparison, language: str, caption: object = None
) -> Table:
    """Tabulate the verdict on every pair of areas, each with its reasons as sentences.

    From eight areas on, a row is a group of areas that may be compared with each other; the pairs
    go with the table as a file to download.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> verdicts(data, compare(data, "poor_household_rate"), "en")
    <Table 'Poor household rate: what can be compared': 6 rows, 3 columns, 4 figures>
    """
    writer = Writer(data, language)
    subject = together(subjects(writer, comparison))
    if are_many([comparison]):
        caption = caption or writer.say("table-among-subject", subject=subject)
        return among(writer, {subject: comparison}, caption)
    caption = caption or writer.say("table-verdicts", subject=subject)
    rows = [
        (
            _pair(writer, (pair.area_a, pair.area_b)),
            signed(pair.verdict, writer.say(f"verdict-{pair.verdict}")),
            getattr(pair, f"reason_{language}") or NOTHING,
        )
        for pair in comparison.pairs.itertuples()
    ]
    heads = columns(writer, "pair", "verdict", "reasons")
    figures = list(comparison.figures.values())
    return finished(writer, caption, heads, rows, figures, remarked=False)


def _pair(writer: Writer, pair: tuple[str, str]) -> str:
    return " \u2013 ".join(map(writer.area, pair))


@readers.public()
def reasons(data: Catalogue, comparisons: Subjects, language: str, caption: object = None) -> Table:
    """Tabulate verdicts pair by subject, each with its reasons in a few words.

    Parameters
    ----------
    data : Catalogue
    comparisons : mapping of label to Comparison
        A label is text, prose or the code of a theme.
    language : {"vi", "en"}
    caption : str or Prose, optional
        From eight areas on, a row is a group of areas, as in `verdicts`.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> reasons(data, {"Poverty": compare(data, "poor_household_rate")}, "en")
    <Table 'Each pair of places, with the reason': 6 rows, 2 columns, 4 figures>
    """
    writer = Writer(data, language)
    comparisons = _labelled(writer, comparisons)
    each = list(comparisons.values())
    if are_many(each):
        return among(writer, comparisons, caption)
    caption = caption or writer.say("table-reasons-matrix")
    heads = [*columns(writer, "pair"), *map(Column, comparisons)]
    pairs = unique((one.area_a, one.area_b) for every in each for one in every.pairs.itertuples())
    rows = [(_pair(writer, pair), *(_reason(writer, one, pair) for one in each)) for pair in pairs]
    key = "; ".join(f"{sign} {writer.say(f'verdict-{one}')}" for one, sign in SIGNS.items())
    lines = [capital(key), *informing(writer, each)]
    figures = _figures(comparisons)
    return finished(writer, caption, heads, rows, figures, lines, remarked=False)


def _labelled(writer: Writer, comparisons: Subjects) -> Subjects:
    """Write for the code of a theme its title; another label stays as it is given."""
    themes = writer.data.themes
    titles = dict(zip(themes["theme"], themes[f"title_{writer.language}"], strict=True))
    return {
        capital(titles[name]) if name in titles else name: comparison
        for name, comparison in comparisons.items()
    }


def _reason(writer: Writer, comparison: Comparison, pair: tuple[str, str]) -> str:
    found = comparison.judged.get(frozenset(pair))
    if found is None:
        return ""
    verdict, codes = found
    absent = writer.joined(writer.area(area) for area in pair if area in comparison.missing)
    codes = [code for code in unique(codes) if not informs(code)]
    short = [writer.say(f"short-{code}", areas=absent) for code in codes]
    return signed(verdict, "; ".join(short) or writer.say(f"verdict-{verdict}"))


@readers.public()
def sentences(
    data: Catalogue, comparisons: Subjects, language: str, caption: object = None
) -> Table:
    """Tabulate the reasons as whole sentences, for every pair whose places both have figures.

    Parameters
    ----------
    data, comparisons, language, caption
        As for `reasons`.  From eight areas on, a row is a reason with the number of its pairs.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> sentences(data, {"Poverty": compare(data, "poor_household_rate")}, "en")
    <Table 'The reasons in full, for pairs that have both figures': 6 rows, 2 columns, 4 figures>
    """
    writer = Writer(data, language)
    comparisons = _labelled(writer, comparisons)
    if are_many(comparisons.values()):
        return counted(writer, comparisons, caption)
    rows = list(_sentences(writer, comparisons))
    readers.needed(rows, "pair")
    heads = columns(writer, "pair", "reasons")
    caption = caption or writer.say("table-sentences")
    return finished(writer, caption, heads, rows, _figures(comparisons), remarked=False)


def _sentences(writer: Writer, comparisons: Subjects) -> Iterator[tuple[str | Line, ...]]:
    for name, comparison in comparisons.items():
        for pair in comparison.pairs.itertuples():
            if pair.verdict == Verdict.MISSING:
                continue
            reason = getattr(pair, f"reason_{writer.language}")
            said = reason or capital(writer.say(f"verdict-{pair.verdict}"))
            named = strong(words(name) + ":") + " " + _pair(writer, (pair.area_a, pair.area_b))
            yield named, signed(pair.verdict, said)


def _figures(comparisons: Subjects) -> list[Observation]:
    return [figure for one in comparisons.values() for figure in one.figures.values()]
