"""Beside: the figures of a comparison, those around them, and what is known of its areas now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ...codes import Verdict
from ...data.catalogue import Catalogue
from ...judge.comparison import Comparison
from ...judge.derived import Figure
from ...judge.order import order
from .. import readers
from ..document import Line, emphasis
from ..informing import latest, resting
from ..many import Company, are_many, companies, pairs_note
from ..words import together
from ..writer import Writer
from .building import NOTHING, Footnotes, columns, finished, without_empty
from .table import Table
from .verdicts import subjects


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
        with, and source.  An area without a figure says so; it is never zero.  Below stand, marked
        as such, the areas around that may stand beside some of them.  The note says on what the
        verdicts rest, and names the latest sound figure of each area of which another stands in
        the table.

    From eight areas on, those that may be compared stand together, from high to low where an
    order may be stated, and each says with how many others it may be compared.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> comparison(data, compare(data, "poor_household_rate"), "en")
    <Table 'Poor household rate, by area': 8 rows, 7 columns, 8 figures>
    """
    writer = Writer(data, language)
    names = "area indicator >figure period kind standard comparable-with source"
    heads, notes = columns(writer, *names.split()), Footnotes(writer)
    rows, lines = list(_rows(writer, comparison, notes)), []
    if are_many([comparison]):
        lines = [*_grouped(writer, comparison), pairs_note(writer, [comparison])]
    titles = subjects(writer, comparison)
    if len(titles) == 1:
        heads, rows = [*heads[:1], *heads[2:]], [(*row[:1], *row[2:]) for row in rows]
    heads, rows = without_empty(heads, rows)
    subject = writer.compared(together(titles), comparison.by)
    caption = caption or writer.say("table-comparison", subject=subject)
    around = [one.figure for one in comparison.benchmarks]
    figures = [*comparison.figures.values(), *around, *comparison.later.values()]
    lines += [resting(writer, comparison), latest(writer, comparison), *notes.lines]
    return finished(writer, caption, heads, rows, figures, lines)


def _grouped(writer: Writer, comparison: Comparison) -> Iterator[str]:
    """Say in what order many places stand."""
    found = [one for one in companies(comparison) if one.kind == "together"]
    ranked = [one for one in found if order(comparison.data, _figures(comparison, one)).ranks]
    if ranked:
        sizes = ", ".join(writer.number(len(one.areas)) for one in found)
        yield writer.say("comparison-ranked", n=len(found), sizes=sizes)


def _figures(comparison: Comparison, one: Company) -> dict[str, Figure]:
    return {area: comparison.figures[area] for area in one.areas}


def _in_order(comparison: Comparison) -> Iterator[str]:
    """Yield many places group by group, from high to low where an order may be stated."""
    for one in companies(comparison):
        ranks = ()
        if one.kind == "together":
            ranks = order(comparison.data, _figures(comparison, one)).ranks
        ranked = [area for rank in ranks for area in rank]
        yield from ranked
        yield from (area for area in one.areas if area not in ranked)


def _rows(
    writer: Writer, comparison: Comparison, notes: Footnotes
) -> Iterator[tuple[str | Line, ...]]:
    """Write the rows of the areas, then those of the areas around them."""
    many = are_many([comparison])
    for area in _in_order(comparison) if many else comparison.observations["area"]:
        others = [other for other in comparison.figures if other != area]
        known = comparison.figures.get(area)
        beside = {other: comparison.verdict(area, other) for other in others} if known else {}
        with_whom = _counted(writer, beside) if many else _partners(writer, beside, len(others))
        yield _row(writer, writer.area(area), known, with_whom, notes)
    for one in comparison.benchmarks:
        beside = {area: one.verdict(area) for area in one.reasons}
        name = writer.say("benchmark", area=writer.area(one.area))
        every = len(comparison.figures)
        with_whom = _counted(writer, beside) if many else _partners(writer, beside, every)
        yield _row(writer, name, one.figure, with_whom, notes)


def _row(
    writer: Writer, name: str, figure: Figure | None, with_whom: str, notes: Footnotes
) -> tuple[str | Line, ...]:
    """Write the figure of an area, and with whom it may be compared."""
    if figure is None:
        return (name, NOTHING, emphasis(writer.say("no-figure")), *[NOTHING] * 5)
    return (
        name,
        writer.title(figure),
        writer.flagged(figure),
        writer.period(figure),
        writer.kind_and_remarks(figure) + notes.mark(*figure.inputs),
        writer.standard_of(figure),
        with_whom,
        writer.cite(figure),
    )


def _counted(writer: Writer, beside: Mapping[str, str]) -> str:
    """Count the areas that one of many may be compared with."""
    counts = Counter(beside.values())
    said = [
        writer.say(f"partners-{verdict}", n=counts[verdict], number=writer.number(counts[verdict]))
        for verdict in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
        if counts[verdict]
    ]
    return "; ".join(said) or writer.say("partner-none")


def _partners(writer: Writer, beside: Mapping[str, str], total: int) -> str:
    """Name the areas that one may be compared with; all of them, of one verdict, as all."""
    for verdict in (Verdict.COMPARABLE, Verdict.WITH_CAUTION):
        if 1 < len(beside) == total and set(beside.values()) == {verdict}:
            return writer.say(f"partner-all-{verdict}")
    found = []
    for area, verdict in beside.items():
        if verdict == Verdict.COMPARABLE:
            found.append(writer.area(area))
        elif verdict == Verdict.WITH_CAUTION:
            found.append(writer.say("partner-caution", area=writer.area(area)))
    return writer.joined(found) or writer.say("partner-none")
