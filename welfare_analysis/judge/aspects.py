"""Aspects: what is looked at of two figures, printed or derived, that are set side by side.

Each check yields codes of reasons with what their sentences name; `grades` says how grave each
is, `cures` what a derived measure changes in that, and `reasons` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from ..codes import GOALS, Qualifier, Status, Temporal
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.lineage import codes_in
from .derived import Figure
from .limits import (
    INFERRED,
    LOW_CONFIDENCE,
    SECONDARY,
    has_assumed_standard,
    have_one_compiler,
    limits,
)
from .methods import (
    SAME_LENGTH,
    SAME_YEAR_DAYS,
    area_around,
    base_is_far,
    flow_of,
    goal_of,
    is_change,
    is_yearly,
    kind,
    length,
    method,
    window,
)
from .sizes import SIZE_FACTOR, population_of
from .times import SAME_DATE_DAYS, period_years

# What is looked at of a figure.  What only informs is left out by whoever counts reservations.
KIND, DAY, PLACE, SIZE, OWN, INFORMING = "kind", "day", "place", "size", "own", "informing"
Found = Iterator[tuple[str, dict]]  # codes with what their sentences name


def traits(data: Catalogue, figure: Figure) -> dict[str, tuple]:
    """Return by aspect what of a figure decides how it compares with one of another area."""
    row, inputs = figure.area_row, figure.inputs
    counts = figure.unit_row["kind"] == "count"
    goal = goal_of(figure)
    return {
        KIND: (*kind(figure), figure.standard, figure.measure, length(figure), area_around(figure)),
        DAY: (window(figure), goal and goal.period_end),
        PLACE: (row["level"], str(row["valid_from"]), str(row["valid_to"])),
        SIZE: (figure.unit, row["level"], population_of(data, row["area"])) if counts else (),
        OWN: (*((*limits(one), has_assumed_standard(one)) for one in inputs), base_is_far(figure)),
    }


def _counted(data: Catalogue, a: Figure, b: Figure) -> Found:
    methods = method(a), method(b)
    if methods[0] != methods[1]:
        facts = _pair("method", *(one or "none" for one in methods))
        yield "METHOD", facts | _areas(a, b)
    elif a.unit != b.unit:
        yield "COUNTED", _pair("unit", a.unit_row["unit"], b.unit_row["unit"]) | _areas(a, b)


def _standard(data: Catalogue, a: Figure, b: Figure) -> Found:
    if a.standard == b.standard:
        return
    names = [one.standard for one in (a, b) if one.standard]
    owners = {data.record("standards", name)["owner_area"] for name in names}
    same_owner = len(names) == 2 and len(owners) == 1
    facts = _pair("standard", a, b) | _areas(a, b)
    yield "STANDARD_BREAK" if same_owner else "STANDARD", facts


def _temporal(data: Catalogue, a: Figure, b: Figure) -> Found:
    first, second = a.indicator_row["temporal"], b.indicator_row["temporal"]
    if first != second and Temporal.FLOW in (first, second):
        stock, flow = (b, a) if first == Temporal.FLOW else (a, b)
        yield "TEMPORAL", {"area_stock": stock.area, "area_flow": flow.area, "period_flow": flow}


def _period_length(data: Catalogue, a: Figure, b: Figure) -> Found:
    flows = flow_of(a), flow_of(b)
    if all(flows) and abs(period_years(flows[0]) - period_years(flows[1])) > SAME_LENGTH:
        averaged = all(map(is_yearly, flows)) and not all(map(is_change, (a, b)))
        facts = _pair("period", *flows) | _areas(a, b)
        yield "AVERAGED" if averaged else "PERIOD_LENGTH", facts


def _yardstick(data: Catalogue, a: Figure, b: Figure) -> Found:
    if method(a) == method(b) and area_around(a) != area_around(b):
        yield "YARDSTICK", _pair("area_around", area_around(a), area_around(b)) | _areas(a, b)


def _measure(data: Catalogue, a: Figure, b: Figure) -> Found:
    if a.measure != b.measure:
        goal = (a.measure in GOALS) != (b.measure in GOALS)
        facts = _pair("measure", a.measure, b.measure) | _areas(a, b)
        yield "MEASURE" if goal else "ESTIMATE", facts


def _definition(data: Catalogue, a: Figure, b: Figure) -> Found:
    if a.indicator != b.indicator and a.unit == b.unit:
        code = "BREAKDOWN" if a.base == b.base else "DEFINITION"
        yield code, _pair("indicator", a.indicator, b.indicator) | _areas(a, b)


def _definition_differs(figure: Observation) -> Found:
    if Status.DEFINITION_DIFFERS in limits(figure):
        yield "DEFINITION_DIFFERS", {"area": figure.area}


def _boundary(data: Catalogue, a: Figure, b: Figure) -> Found:
    starts = [one.area_row["valid_from"] for one in (a, b)]
    ends = [one.area_row["valid_to"] for one in (a, b)]
    for start, end in ((starts[0], ends[1]), (starts[1], ends[0])):
        if not pd.isna(start) and not pd.isna(end) and start > end:
            before, after = (a, b) if end is ends[0] else (b, a)
            merged = before.area in codes_in(after.area_row["predecessors"])
            facts = {"area_before": before.area, "area_after": after.area}
            facts |= {"day_ended": end.date(), "day_began": start.date()}
            yield "BOUNDARY", facts | {"merged": "yes" if merged else "no"}


def _date(data: Catalogue, a: Figure, b: Figure) -> Found:
    if all(map(is_change, (a, b))):
        yield from _windows(a, b)
        return
    pairs = [(a, b)]
    if goal_of(a) and goal_of(b):
        pairs.append((goal_of(a), goal_of(b)))
    apart = [abs((one.period_end - other.period_end).days) for one, other in pairs]
    if max(apart) > SAME_DATE_DAYS:
        facts = _pair("period", *pairs[apart.index(max(apart))]) | _areas(a, b)
        yield "DATE" if max(apart) <= SAME_YEAR_DAYS else "DATE_FAR", facts


def _windows(a: Figure, b: Figure) -> Found:
    """Judge two windows: of one length they compare, and the more the more they overlap."""
    (first, last), (start, end) = window(a), window(b)
    lengths, facts = ((last - first).days, (end - start).days), _pair("period", a, b) | _areas(a, b)
    if abs(lengths[0] - lengths[1]) > SAME_DATE_DAYS:
        yield "PERIOD_LENGTH", facts
    shared = (min(last, end) - max(first, start)).days
    if 2 * shared < min(lengths):
        yield "DATE_FAR", facts
    elif max(abs((first - start).days), abs((last - end).days)) > SAME_DATE_DAYS:
        yield "DATE", facts


def _level(data: Catalogue, a: Figure, b: Figure) -> Found:
    levels = a.area_row["level"], b.area_row["level"]
    if levels[0] != levels[1]:
        yield "LEVEL", _pair("level", *levels) | _areas(a, b)


def _size(data: Catalogue, a: Figure, b: Figure) -> Found:
    """Judge counts, which say nothing of places of different size until they have a base.

    Known populations decide; where one is not known, the level stands for the size.
    """
    if a.unit != b.unit or a.unit_row["kind"] != "count":
        return
    sizes = [population_of(data, one.area_row["area"]) for one in (a, b)]
    if all(sizes):
        far = max(sizes) > SIZE_FACTOR * min(sizes)
    else:
        far = a.area_row["level"] != b.area_row["level"]
    yield "SIZE_FAR" if far else "SIZE", _areas(a, b)


def _assumed(figure: Observation) -> Found:
    if has_assumed_standard(figure):
        yield "STANDARD_ASSUMED", {"area": figure.area, "standard": figure}


def _base(figure: Figure) -> Found:
    if base_is_far(figure):
        yield "BASE_FAR", {"area": figure.area, "period": figure.operands[1]}


def _inferred(figure: Observation) -> Found:
    if INFERRED in limits(figure):
        yield "INFERRED", {"area": figure.area, "period": figure}


def _reliability(figure: Observation) -> Found:
    found, facts = limits(figure), {"area": figure.area}
    if Status.LOW_RELIABILITY in found or LOW_CONFIDENCE in found:
        yield "DOUBTFUL", facts
    elif Status.PROVISIONAL in found:
        yield "PROVISIONAL", facts
    if SECONDARY in found:
        yield "SOURCE", facts
    if Status.UNVALIDATED in found:
        yield "UNVALIDATED", facts
    if figure.qualifier != Qualifier.EXACT:
        yield "ROUNDED", facts


def _compilation(data: Catalogue, a: Figure, b: Figure) -> Found:
    if not have_one_compiler(a.inputs[0], b.inputs[0]):
        yield "COMPILATION", _areas(a, b)


def _areas(a: Figure, b: Figure) -> dict:
    return _pair("area", a.area, b.area)


def _pair(kind: str, first, second) -> dict:
    return {f"{kind}_a": first, f"{kind}_b": second}


def _each(check: Callable[[Observation], Found]) -> Callable[[Figure], Found]:
    """Make a check of a printed figure one of all those behind a figure, each code once."""

    def checked(figure: Figure) -> Found:
        found: dict[str, dict] = {}
        for one in figure.inputs:
            for code, facts in check(one):
                found.setdefault(code, facts)
        yield from found.items()

    return checked


# What each check looks at: the aspects of a figure that `traits` lists.  Those of `OWN` look at
# one figure at a time.  Reasons are named in this order.
CHECKS = (
    (KIND, _counted),
    (KIND, _standard),
    (KIND, _temporal),
    (KIND, _period_length),
    (KIND, _measure),
    (KIND, _definition),
    (KIND, _yardstick),
    (OWN, _each(_definition_differs)),
    (PLACE, _boundary),
    (DAY, _date),
    (PLACE, _level),
    (SIZE, _size),
    (OWN, _base),
    (OWN, _each(_assumed)),
    (OWN, _each(_inferred)),
    (OWN, _each(_reliability)),
    (INFORMING, _compilation),
)
