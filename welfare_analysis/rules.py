"""Rules: what an observation must agree with in the codebook, the areas and the standards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from .columns import Column, combine
from .package import RawPackage, Table
from .problems import Problem
from .schema import at

# Rows that agree in all of these report one figure twice from one place.
KEY = ("source", "paragraph", "indicator", "area", "period_start", "period_end", "measure",
       "standard", "unit", "qualifier", "as_printed")  # fmt: skip
_WHOLE = ("count",)
_NEVER_NEGATIVE = ("count", "money", "area", "density", "time")


class Figures:
    """Observations joined to the tables they refer to; -1 where a code is unknown."""

    def __init__(self, raw: RawPackage):
        self.raw, self.table = raw, raw.sheets["observations"]

    def __getitem__(self, name: str) -> Column:
        return self.table.columns[name]

    def joined(self, name: str, target: str, key: str) -> np.ndarray:
        """Place of the row of another table that each observation refers to."""
        return self[name].positions(self.raw.sheets[target].columns[key])

    @cached_property
    def indicator(self) -> np.ndarray:
        """Place of each observation's indicator in the codebook."""
        return self.joined("indicator", "indicators", "indicator")

    @cached_property
    def area(self) -> np.ndarray:
        """Place of each observation's area."""
        return self.joined("area", "areas", "area")

    @cached_property
    def unit_kind(self) -> np.ndarray:
        """Kind of each observation's unit."""
        return self.looked_up("units", "kind", self.joined("unit", "units", "unit"))

    def looked_up(self, target: str, column: str, places: np.ndarray) -> np.ndarray:
        """Text of a column of another table for each observation; empty if unknown."""
        cells = self.raw.sheets[target].columns[column]
        texts = np.array([*(cells.values[code] for code in cells.codes), ""], object)
        kinds, codes = np.unique(texts.astype(str), return_inverse=True)
        return kinds[codes[places]]  # -1 takes the last, which is empty

    def days(self, target: str, column: str, places: np.ndarray) -> np.ndarray:
        """Date of a column of another table for each observation; NaT if unknown."""
        dates = self.raw.sheets[target].columns[column].dates
        return np.append(dates, np.datetime64("NaT"))[places]

    def bounds(self, column: str) -> np.ndarray:
        """Bound of each observation's indicator; NaN if it has none."""
        return np.append(self.raw.sheets["indicators"].columns[column].numbers, np.nan)[
            self.indicator
        ]

    def label(self, name: str, place: int) -> str:
        """Text of one cell."""
        return self[name].values[self[name].codes[place]]


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check every observation against the tables it refers to."""
    if "observations" not in raw.sheets or not len(raw.sheets["observations"]):
        return
    figures = Figures(raw)
    for rule, needs in _RULES:
        if not needs & figures.table.absent:
            yield from rule(figures, figures.table)


def _period(figures: Figures, table: Table) -> Iterator[Problem]:
    temporal = figures.looked_up("indicators", "temporal", figures.indicator)
    start = figures["period_start"]
    yield from at(
        table, "period_start", (temporal == "stock") & ~start.empty,
        lambda place: (
            f"expected no start: {figures.label('indicator', place)} is a stock, on one day",
            "empty the cell and keep the day in period_end, or choose the indicator of the flow",
        ),
    )  # fmt: skip
    lasting = np.isin(temporal, ("flow", "average"))
    yield from at(
        table, "period_start", lasting & start.empty,
        lambda place: (
            f"expected the first day of the period: {figures.label('indicator', place)} is "
            + ("a flow" if temporal[place] == "flow" else "an average over a period"),
            "write the first day, or choose the indicator of the stock",
        ),
    )  # fmt: skip
    yield from at(
        table, "period_end", start.dates > figures["period_end"].dates,
        lambda place: (
            f"expected an end on or after the start {figures.label('period_start', place)}",
            "exchange the two dates or correct one",
        ),
    )  # fmt: skip


def _unit(figures: Figures, table: Table) -> Iterator[Problem]:
    stated = figures["unit"]
    wanted = figures.looked_up("indicators", "unit", figures.indicator)
    names = np.array(stated.values, str) if stated.values else np.array([], str)
    known = figures.joined("unit", "units", "unit") >= 0
    differs = (figures.indicator >= 0) & known & (stated.where(names) != wanted)
    yield from at(
        table, "unit", differs,
        lambda place: (
            f"expected {wanted[place]}, the unit of {figures.label('indicator', place)}",
            f"convert the value to {wanted[place]}, or choose the indicator counted in "
            f"{figures.label('unit', place)}",
        ),
    )  # fmt: skip


def _bounds(figures: Figures, table: Table) -> Iterator[Problem]:
    values = figures["value"].numbers
    for name, sign, side in (("lower", -1, "least"), ("upper", 1, "most")):
        bound = figures.bounds(name)
        yield from at(
            table, "value", sign * (values - bound) > 0,
            lambda place, b=bound, s=side: (
                f"expected at {s} {b[place]:g} for {figures.label('indicator', place)}",
                "read the figure in the source again; if it is printed so, correct the bound "
                "in indicators.csv",
            ),
        )  # fmt: skip
    unbounded = np.isnan(figures.bounds("lower"))
    negative = (values < 0) & unbounded & np.isin(figures.unit_kind, _NEVER_NEGATIVE)
    yield from at(
        table, "value", negative,
        lambda place: (
            f"expected no negative number of {figures.label('unit', place)}",
            "write the figure without a sign, under the indicator of the decrease",
        ),
    )  # fmt: skip
    broken = np.isin(figures.unit_kind, _WHOLE) & (values != np.floor(values)) & ~np.isnan(values)
    yield from at(
        table, "value", broken,
        lambda place: (
            f"expected a whole number of {figures.label('unit', place)}",
            "write all digits of the number meant (2.5 thousand is 2500)",
        ),
    )  # fmt: skip


def _area_period(figures: Figures, table: Table) -> Iterator[Problem]:
    start, end = figures["period_start"].dates, figures["period_end"].dates
    first = figures.days("areas", "valid_from", figures.area)
    last = figures.days("areas", "valid_to", figures.area)
    status, measure = figures["status"], figures["measure"]
    recomputed = status.where(status.matches("D"))
    yield from at(
        table, "area", (np.where(np.isnat(start), end, start) < first) & ~recomputed,
        lambda place: (
            f"expected a period on or after {first[place]}, when this boundary began",
            "choose the area with the earlier boundary, correct the period, or add status D if "
            "the source recomputed the figure for the new boundary",
        ),
    )  # fmt: skip
    # A target or plan may look beyond a later change of boundaries.
    ahead = measure.where(measure.among(["target", "plan"]))
    yield from at(
        table, "area", (end > last) & ~ahead,
        lambda place: (
            f"expected a period that ends by {last[place]}, when this boundary ended",
            "choose the area with the later boundary, or correct the period",
        ),
    )  # fmt: skip


def _standard(figures: Figures, table: Table) -> Iterator[Problem]:
    places = figures.joined("standard", "standards", "standard")
    owners = figures.looked_up("standards", "owner_area", places)
    lineage = _lineage(figures.raw.sheets["areas"])
    areas = figures["area"]
    pair = combine([areas, figures["standard"]])
    _, sample, group = np.unique(pair, return_index=True, return_inverse=True)
    foreign = np.array([
        places[one] >= 0 and figures.area[one] >= 0
        and owners[one] not in lineage[figures.label("area", one)] for one in sample
    ], bool)[group]  # fmt: skip
    yield from at(
        table, "standard", foreign,
        lambda place: (
            f"expected a standard of {figures.label('area', place)} or of an area that contains "
            f"it, not one set by {owners[place]}",
            "choose the standard by which the source counted, or correct the area",
        ),
    )  # fmt: skip
    yield from _standard_period(figures, table, places)


def _standard_period(figures: Figures, table: Table, places: np.ndarray) -> Iterator[Problem]:
    end = figures["period_end"].dates
    first = figures.days("standards", "valid_from", places)
    last = figures.days("standards", "valid_to", places)
    # The review that opens a standard is dated on the eve of its first day.
    outside = (end < first - np.timedelta64(1, "D")) | (end > last)
    yield from at(
        table, "standard", outside,
        lambda place: (
            f"expected a standard in force on {figures.label('period_end', place)}; this one is "
            f"for {first[place]} to {last[place]}",
            "choose the standard of that date, or correct the period",
        ),
    )  # fmt: skip


def _lineage(areas: Table) -> dict[str, set[str]]:
    """Map each area to itself, its earlier boundaries and all areas that contain it.

    Boundaries of one place share its level and official code.
    """
    area, parent, level, code = (
        [cells.values[one] for one in cells.codes]
        for cells in (areas.columns[name] for name in ("area", "parent", "level", "admin_code"))
    )
    above = dict(zip(area, parent, strict=True))
    same: dict[tuple, set[str]] = {}
    for key, place in zip(area, zip(level, code, strict=True), strict=True):
        same.setdefault(place if place[1] else (key,), set()).add(key)
    boundaries = {key: group for group in same.values() for key in group}
    lines = {}
    for key in area:
        line, step = set(boundaries[key]), above[key]
        while step and step not in line:
            line |= boundaries.get(step, {step})
            step = above.get(step, "")
        lines[key] = line
    return lines


def _paragraph(figures: Figures, table: Table) -> Iterator[Problem]:
    kind = figures.looked_up("sources", "kind", figures.joined("source", "sources", "source"))
    empty = figures["paragraph"].empty
    yield from at(
        table, "paragraph", (kind == "article") & empty,
        lambda place: (
            f"expected the paragraph of the article {figures.label('source', place)}",
            "count the lines of the archived text that are not blank and write the number",
        ),
    )  # fmt: skip
    yield from at(
        table, "paragraph", (kind == "comparator") & ~empty,
        lambda place: (
            f"expected no paragraph: {figures.label('source', place)} is a comparator",
            "empty the cell, or name the article in the column source",
        ),
    )  # fmt: skip


def _twice(figures: Figures, table: Table) -> Iterator[Problem]:
    key = combine(figures[name] for name in (*KEY, "value"))
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    origin = first[group]
    yield from at(
        table, "observation", origin != np.arange(len(table)),
        lambda place: (
            f"expected each printed figure once; row {table.rows[origin[place]]} holds the same "
            "figure of the same place and period",
            "delete the copy, or correct what should differ",
        ),
    )  # fmt: skip


def _inference(figures: Figures, table: Table) -> Iterator[Problem]:
    basis = figures["period_basis"]
    silent = basis.where(basis.among(["inferred"])) & figures["comment_en"].empty
    yield from at(
        table, "comment_en", silent & figures["comment_vi"].empty,
        lambda place: (
            "expected a comment: the period is inferred",
            "say in comment_vi and comment_en how the period was found",
        ),
    )  # fmt: skip


_RULES = (
    (_period, {"indicator", "period_start", "period_end"}),
    (_unit, {"indicator", "unit"}),
    (_bounds, {"indicator", "value", "unit"}),
    (_area_period, {"area", "period_start", "period_end", "measure"}),
    (_standard, {"area", "standard", "period_end"}),
    (_paragraph, {"source", "paragraph"}),
    (_twice, {*KEY, "value"}),
    (_inference, {"period_basis", "comment_vi", "comment_en"}),
)
