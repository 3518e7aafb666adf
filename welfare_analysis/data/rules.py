"""Rules: what an observation must agree with in the codebook, the areas and the standards."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow as pa

from ..codes import GOALS
from .columns import Table, combine, encode
from .joins import Joined
from .package import RawPackage
from .problems import Problem
from .schema import at

# Rows that agree in all of these, and in the printed token, are one figure entered twice.
KEY = (
    "source",
    "paragraph",
    "indicator",
    "area",
    "period_start",
    "period_end",
    "measure",
    "standard",
    "unit",
    "qualifier",
    "value",
)
_SIGNLESS = ("count", "money", "area", "density", "time")


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check every observation against the tables it refers to."""
    if "observations" not in raw.sheets or not len(raw.sheets["observations"]):
        return
    figures = Joined(raw)
    for rule, needs in _RULES:
        if not needs & figures.table.absent:
            yield from rule(figures, figures.table)


def _period(figures: Joined, table: Table) -> Iterator[Problem]:
    stock, flow, average = (
        figures.which("indicators", "temporal", [kind], figures.indicator)
        for kind in ("stock", "flow", "average")
    )
    start = figures["period_start"]
    yield from at(
        table,
        "period_start",
        stock & ~start.empty,
        lambda place: (
            f"expected no start: {figures.label('indicator', place)} is a stock, on one day",
            "empty the cell and keep the day in period_end, or choose the indicator of the flow",
        ),
    )
    yield from at(
        table,
        "period_start",
        (flow | average) & start.empty,
        lambda place: (
            f"expected the first day of the period: {figures.label('indicator', place)} is "
            + ("a flow" if flow[place] else "an average over a period"),
            "write the first day, or choose the indicator of the stock",
        ),
    )
    yield from at(
        table,
        "period_end",
        start.dates > figures["period_end"].dates,
        lambda place: (
            f"expected an end on or after the start {figures.label('period_start', place)}",
            "exchange the two dates or correct one",
        ),
    )


def _unit(figures: Joined, table: Table) -> Iterator[Problem]:
    wanted = figures.proper_unit
    differs = (wanted >= 0) & (figures.unit >= 0) & (figures.unit != wanted)

    def name(place):
        return figures.looked_up("units", "unit", wanted[place])

    yield from at(
        table,
        "unit",
        differs,
        lambda place: (
            f"expected {name(place)}, the unit of {figures.label('indicator', place)}",
            f"convert the value to {name(place)}, or choose the indicator counted in "
            f"{figures.label('unit', place)}",
        ),
    )


def _bounds(figures: Joined, table: Table) -> Iterator[Problem]:
    values = figures["value"].numbers
    for name, sign, side in (("lower", -1, "least"), ("upper", 1, "most")):
        bound = figures.bounds(name)
        yield from at(
            table,
            "value",
            sign * (values - bound) > 0,
            lambda place, b=bound, s=side: (
                f"expected at {s} {b[place]:g} for {figures.label('indicator', place)}",
                "read the figure in the source again; if it is printed so, correct the bound "
                "in indicators.csv",
            ),
        )
    unbounded = np.isnan(figures.bounds("lower"))
    negative = (
        (values < 0) & unbounded & figures.which("units", "kind", _SIGNLESS, figures.proper_unit)
    )
    yield from at(
        table,
        "value",
        negative,
        lambda place: (
            f"expected no negative number of {figures.label('unit', place)}",
            "write the figure without a sign, under the indicator of the decrease",
        ),
    )
    counted = figures.which("units", "kind", ["count"], figures.proper_unit)
    broken = counted & (values != np.floor(values)) & ~np.isnan(values)
    yield from at(
        table,
        "value",
        broken,
        lambda place: (
            f"expected a whole number of {figures.label('unit', place)}",
            "write all digits of the number meant (2.5 thousand is 2500)",
        ),
    )


def _area_period(figures: Joined, table: Table) -> Iterator[Problem]:
    start, end = figures["period_start"].dates, figures["period_end"].dates
    first = figures.days("areas", "valid_from", figures.area)
    last = figures.days("areas", "valid_to", figures.area)
    status, measure = figures["status"], figures["measure"]
    recomputed = status.where(status.matches("D"))
    yield from at(
        table,
        "area",
        (np.where(np.isnat(start), end, start) < first) & ~recomputed,
        lambda place: (
            f"expected a period on or after {first[place]}, when this boundary began",
            "choose the area with the earlier boundary, correct the period, or add status D if "
            "the source recomputed the figure for the new boundary",
        ),
    )
    # A target or plan may look beyond a later change of boundaries.
    ahead = measure.where(measure.among(GOALS))
    yield from at(
        table,
        "area",
        (end > last) & ~ahead,
        lambda place: (
            f"expected a period that ends by {last[place]}, when this boundary ended",
            "choose the area with the later boundary, or correct the period",
        ),
    )


def _standard(figures: Joined, table: Table) -> Iterator[Problem]:
    places = figures.joined("standard", "standards", "standard")
    lineage = _lineage(figures.raw.sheets["areas"])
    areas = figures["area"]
    group, _ = pd.factorize(combine([areas, figures["standard"]]))
    sample = np.zeros(group.max(initial=-1) + 1, int)
    sample[group] = np.arange(len(group))  # one row of each pair of area and standard

    def owner(place):
        return figures.looked_up("standards", "owner_area", places[place])

    foreign = np.array(
        [
            places[one] >= 0
            and figures.area[one] >= 0
            and owner(one) not in lineage[figures.label("area", one)]
            for one in sample
        ],
        bool,
    )[group]
    yield from at(
        table,
        "standard",
        foreign,
        lambda place: (
            f"expected a standard of {figures.label('area', place)} or of an area that contains "
            f"it, not one set by {owner(place)}",
            "choose the standard by which the source counted, or correct the area",
        ),
    )
    yield from _standard_period(figures, table, places)


def _standard_period(figures: Joined, table: Table, places: np.ndarray) -> Iterator[Problem]:
    end = figures["period_end"].dates
    first = figures.days("standards", "valid_from", places)
    last = figures.days("standards", "valid_to", places)
    # The review that opens a standard is dated on the eve of its first day.
    outside = (end < first - np.timedelta64(1, "D")) | (end > last)
    yield from at(
        table,
        "standard",
        outside,
        lambda place: (
            f"expected a standard in force on {figures.label('period_end', place)}; this one is "
            f"for {first[place]} to {last[place]}",
            "choose the standard of that date, or correct the period",
        ),
    )


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


def _paragraph(figures: Joined, table: Table) -> Iterator[Problem]:
    places = figures.joined("source", "sources", "source")
    empty = figures["paragraph"].empty
    yield from at(
        table,
        "paragraph",
        figures.which("sources", "kind", ["article"], places) & empty,
        lambda place: (
            f"expected the paragraph of the article {figures.label('source', place)}",
            "count the lines of the archived text that are not blank and write the number",
        ),
    )
    yield from at(
        table,
        "paragraph",
        figures.which("sources", "kind", ["comparator"], places) & ~empty,
        lambda place: (
            f"expected no paragraph: {figures.label('source', place)} is a comparator",
            "empty the cell, or name the article in the column source",
        ),
    )


def _twice(figures: Joined, table: Table) -> Iterator[Problem]:
    key = combine(figures[name] for name in KEY)
    alike = np.flatnonzero(pd.Series(key).duplicated(keep=False))
    printed = encode(figures["as_printed"].text().take(pa.array(alike)))
    pairs = pd.Series(key[alike] * (len(alike) + 1) + printed.codes)
    again = np.zeros(len(table), bool)
    again[alike] = pairs.duplicated()
    origin = dict(zip(pairs[::-1], alike[::-1], strict=True)) if again.any() else {}
    by_place = dict(zip(alike, pairs, strict=True)) if again.any() else {}
    yield from at(
        table,
        "observation",
        again,
        lambda place: (
            f"expected each printed figure once; row {table.rows[origin[by_place[place]]]} holds "
            "the same figure of the same place and period",
            "delete the copy, or correct what should differ",
        ),
    )


def _inference(figures: Joined, table: Table) -> Iterator[Problem]:
    basis = figures["period_basis"]
    silent = basis.where(basis.among(["inferred"])) & figures["comment_en"].empty
    yield from at(
        table,
        "comment_en",
        silent & figures["comment_vi"].empty,
        lambda place: (
            "expected a comment: the period is inferred",
            "say in comment_vi and comment_en how the period was found",
        ),
    )


_RULES = (
    (_period, {"indicator", "period_start", "period_end"}),
    (_unit, {"indicator", "unit"}),
    (_bounds, {"indicator", "value", "unit"}),
    (_area_period, {"area", "period_start", "period_end", "measure"}),
    (_standard, {"area", "standard", "period_end"}),
    (_paragraph, {"source", "paragraph"}),
    (_twice, {*KEY, "as_printed"}),
    (_inference, {"period_basis", "comment_vi", "comment_en"}),
)
