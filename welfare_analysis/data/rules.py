"""Rules: what an observation must agree with in the codebook, the areas and the standards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from ..codes import GOALS
from . import lineage, rereading
from .package import RawPackage
from .problems import Problem
from .raw import Columns, as_dates, as_numbers, beside
from .schema import Fault, at

# Rows that agree in all of these, and in the printed token, are one figure entered twice.
KEY = (
    *("source", "paragraph", "indicator", "breakdown", "area", "period_start", "period_end"),
    *("measure", "standard", "unit", "qualifier", "value"),
)
Found = Iterator[tuple[str, pd.Series, Callable[[int], Fault]]]  # column, rows, what to say

_SIGNLESS = ("count", "money", "area", "density", "time")


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check every observation against the tables it refers to."""
    table = raw.sheets.get("observations")
    if table is None or not len(table):
        return
    figures = _joined(raw)
    for rule, needs in _RULES:
        if not needs & table.absent:
            for column, wrong, explain in rule(figures):
                yield from at(table, column, wrong, explain)


def _joined(raw: RawPackage) -> Columns:
    """Set beside the columns of the observations what the tables say that they refer to.

    What an unknown code refers to is missing; so is what is no number or date.
    """
    indicators, areas, standards, units, sources = (
        raw.sheets[name] for name in ("indicators", "areas", "standards", "units", "sources")
    )
    figures = dict(raw.sheets["observations"].columns)
    figures["number"] = as_numbers(figures["value"])
    figures["start"] = as_dates(figures["period_start"])
    figures["end"] = as_dates(figures["period_end"])
    figures |= beside(
        figures["indicator"],
        indicators,
        temporal=indicators["temporal"],
        proper_unit=indicators["unit"],
        lower=as_numbers(indicators["lower"]),
        upper=as_numbers(indicators["upper"]),
    )
    figures |= beside(figures["unit"], units, known_unit=units["unit"])
    figures |= beside(figures["proper_unit"], units, kind=units["kind"])
    for code, table in (("area", areas), ("standard", standards)):
        first, last = as_dates(table["valid_from"]), as_dates(table["valid_to"])
        figures |= beside(figures[code], table, **{f"{code}_from": first, f"{code}_to": last})
    figures |= beside(figures["standard"], standards, owner=standards["owner_area"])
    figures |= beside(
        figures["source"], sources, source_kind=sources["kind"], language=sources["language"]
    )
    figures["foreign"] = _foreign(figures, lineage.lines(areas))
    return figures


def _period(figures: Columns) -> Found:
    temporal, indicator, start = figures["temporal"], figures["indicator"], figures["period_start"]
    yield (
        "period_start",
        (temporal == "stock") & (start != ""),
        lambda row: (
            f"expected no start: {indicator.at[row]} is a stock, on one day",
            "empty the cell and keep the day in period_end, or choose the indicator of the flow",
        ),
    )
    yield (
        "period_start",
        temporal.isin(["flow", "average"]) & (start == ""),
        lambda row: (
            f"expected the first day of the period: {indicator.at[row]} is "
            + ("a flow" if temporal.at[row] == "flow" else "an average over a period"),
            "write the first day, or choose the indicator of the stock",
        ),
    )
    yield (
        "period_end",
        figures["start"] > figures["end"],
        lambda row: (
            f"expected an end on or after the start {start.at[row]}",
            "exchange the two dates or correct one",
        ),
    )


def _unit(figures: Columns) -> Found:
    proper, unit = figures["proper_unit"], figures["unit"]
    yield (
        "unit",
        figures["kind"].notna() & figures["known_unit"].notna() & (unit != proper),
        lambda row: (
            f"expected {proper.at[row]}, the unit of {figures['indicator'].at[row]}",
            f"convert the value to {proper.at[row]}, or choose the indicator counted in "
            f"{unit.at[row]}",
        ),
    )


def _bounds(figures: Columns) -> Found:
    number, unit = figures["number"], figures["unit"]
    for bound, most, beyond in (
        (figures["lower"], "least", number < figures["lower"]),
        (figures["upper"], "most", number > figures["upper"]),
    ):
        yield (
            "value",
            beyond,
            lambda row, bound=bound, most=most: (
                f"expected at {most} {bound.at[row]:g} for {figures['indicator'].at[row]}",
                "read the figure in the source again; if it is printed so, correct the bound "
                "in indicators.csv",
            ),
        )
    yield (
        "value",
        (number < 0) & figures["lower"].isna() & figures["kind"].isin(_SIGNLESS),
        lambda row: (
            f"expected no negative number of {unit.at[row]}",
            "write the figure without a sign, under the indicator of the decrease",
        ),
    )
    yield (
        "value",
        (figures["kind"] == "count") & (number % 1 > 0),
        lambda row: (
            f"expected a whole number of {unit.at[row]}",
            "write all digits of the number meant (2.5 thousand is 2500)",
        ),
    )


def _area_period(figures: Columns) -> Found:
    first, last = figures["area_from"], figures["area_to"]
    start = figures["start"].fillna(figures["end"])
    recomputed = figures["status"].str.contains("D", regex=False)
    yield (
        "area",
        (start < first) & ~recomputed,
        lambda row: (
            f"expected a period on or after {_shown(first.at[row])}, when this boundary began",
            "choose the area with the earlier boundary, correct the period, or add status D if "
            "the source recomputed the figure for the new boundary",
        ),
    )
    # A target or plan may look beyond a later change of boundaries.
    ahead = figures["measure"].isin([str(one) for one in GOALS])
    yield (
        "area",
        (figures["end"] > last) & ~ahead,
        lambda row: (
            f"expected a period that ends by {_shown(last.at[row])}, when this boundary ended",
            "choose the area with the later boundary, or correct the period",
        ),
    )


def _standard(figures: Columns) -> Found:
    yield (
        "standard",
        figures["foreign"],
        lambda row: (
            f"expected a standard of {figures['area'].at[row]} or of an area that contains it, "
            f"not one set by {figures['owner'].at[row]}",
            "choose the standard by which the source counted, or correct the area",
        ),
    )
    first, last = figures["standard_from"], figures["standard_to"]
    # The review that opens a standard is dated on the eve of its first day.
    yield (
        "standard",
        (figures["end"] < first - pd.Timedelta(days=1)) | (figures["end"] > last),
        lambda row: (
            f"expected a standard in force on {figures['period_end'].at[row]}; this one is "
            f"for {_shown(first.at[row])} to {_shown(last.at[row])}",
            "choose the standard of that date, or correct the period",
        ),
    )


def _shown(day: pd.Timestamp) -> str:
    return str(day)[:10]


def _foreign(figures: Columns, lines: dict[str, set[str]]) -> pd.Series:
    """Mark the figures by a standard that neither their area nor one containing it has set."""
    columns = (figures[name].tolist() for name in ("area", "standard", "owner"))
    wrong = [
        (area, standard)
        for area, standard, owner in set(zip(*columns, strict=True))
        if area in lines and isinstance(owner, str) and owner not in lines[area]
    ]
    marked = pd.Series(False, figures["area"].index)
    for area, standard in wrong:
        marked |= (figures["area"] == area) & (figures["standard"] == standard)
    return marked


def _paragraph(figures: Columns) -> Found:
    source, empty = figures["source"], figures["paragraph"] == ""
    yield (
        "paragraph",
        (figures["source_kind"] == "article") & empty,
        lambda row: (
            f"expected the paragraph of the article {source.at[row]}",
            "count the lines of the archived text that are not blank and write the number",
        ),
    )
    yield (
        "paragraph",
        (figures["source_kind"] == "comparator") & ~empty,
        lambda row: (
            f"expected no paragraph: {source.at[row]} is a comparator",
            "empty the cell, or name the article in the column source",
        ),
    )


def _twice(figures: Columns) -> Found:
    same = [*KEY, "as_printed"]
    frame = pd.DataFrame({name: figures[name] for name in same})
    again = frame.duplicated()
    first: dict[int, int] = {}
    if again.any():
        groups = frame[frame.duplicated(keep=False)].groupby(same, sort=False).groups
        first = {row: rows[0] for rows in groups.values() for row in rows[1:]}
    yield (
        "observation",
        again,
        lambda row: (
            f"expected each printed figure once; row {first[row]} holds the same figure of the "
            "same place and period",
            "delete the copy, or correct what should differ",
        ),
    )


def _bases(figures: Columns) -> Found:
    silent = (figures["comment_en"] == "") & (figures["comment_vi"] == "")
    for what, word in (("period", "inferred"), ("standard", "assumed")):
        fault = (
            f"expected a comment: the {what} is {word}",
            f"say in comment_vi and comment_en how the {what} was found",
        )
        yield (
            "comment_en",
            (figures[f"{what}_basis"] == word) & silent,
            lambda _, fault=fault: fault,
        )
    alone = (figures["standard_basis"] != "") & (figures["standard"] == "")
    remedy = "empty the cell, or name the standard in the column standard"
    yield "standard_basis", alone, lambda _: ("expected a standard beside its basis", remedy)


_RULES = (
    (_period, {"indicator", "period_start", "period_end"}),
    (_unit, {"indicator", "unit"}),
    (_bounds, {"indicator", "value", "unit"}),
    (_area_period, {"area", "period_start", "period_end", "measure"}),
    (_standard, {"area", "standard", "period_end"}),
    (_paragraph, {"source", "paragraph"}),
    (_twice, {*KEY, "as_printed"}),
    (rereading.rule, {"value", "as_printed", "unit", "source"}),
    (_bases, {"period_basis", "standard", "standard_basis", "comment_vi", "comment_en"}),
)
