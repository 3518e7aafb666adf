"""Reasons: what can stand between two figures and an honest comparison."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from ..codes import GOALS, Qualifier, Status, Temporal, Verdict
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.lineage import codes_in
from .grades import allowed
from .limits import (
    INFERRED,
    LOW_CONFIDENCE,
    SECONDARY,
    has_assumed_standard,
    have_one_compiler,
    limits,
)
from .measures import period_years
from .sizes import SIZE_FACTOR, population_of

# What is looked at of a figure.  What only informs is left out by whoever counts reservations.
KIND, DAY, PLACE, SIZE, OWN = "kind", "day", "place", "size", "own"
_INFORMING = "informing"
_SAME_DATE_DAYS, _SAME_YEAR_DAYS = 31, 366
_GRAVEST_FIRST = list(Verdict)[::-1]
Found = Iterator[tuple[str, dict]]  # codes with what their sentences name
# A graver reason that says the lighter ones already.
_IMPLIES = {
    "TEMPORAL": ("DATE", "DATE_FAR", "DEFINITION", "BREAKDOWN", "SIZE", "SIZE_FAR"),
    "PERIOD_LENGTH": ("DATE", "DATE_FAR", "SIZE", "SIZE_FAR"),
    "COUNTED": ("DEFINITION", "BREAKDOWN", "SIZE", "SIZE_FAR"),
}


@dataclass(frozen=True)
class Reason:
    """One reason that a verdict rests on.

    Attributes
    ----------
    code : str
        ``STANDARD``, ``TEMPORAL``, ``PERIOD_LENGTH``, …
    verdict : Verdict
        The best verdict that this reason still allows.
    facts : dict
        What its sentence names.
    """

    code: str
    verdict: Verdict
    facts: dict = field(default_factory=dict, compare=False)

    @property
    def informs(self) -> bool:
        """Whether it leaves the verdict as it is."""
        return self.verdict == Verdict.COMPARABLE


def reasons_between(data: Catalogue, a: Observation, b: Observation) -> list[Reason]:
    """List every reason between two figures, the gravest first, those that only inform last.

    Parameters
    ----------
    data : Catalogue
        Gives areas, standards and sources their names and validity.
    a, b : Observation

    Returns
    -------
    list of Reason
        Those that inform apart, empty when the two may be compared without reserve.
    """
    found = [reason for aspect, check in _CHECKS for reason in _found(aspect, check, data, a, b)]
    codes = {reason.code for reason in found}
    implied = {
        code
        for graver, codes_implied in _IMPLIES.items()
        if graver in codes
        for code in codes_implied
    }
    found = [reason for reason in found if reason.code not in implied]
    return sorted(found, key=lambda reason: _GRAVEST_FIRST.index(reason.verdict))


def traits(data: Catalogue, figure: Observation) -> dict[str, tuple]:
    """Return by aspect what of a figure decides how it compares with one of another area."""
    row, flow = figure.area_row, figure.indicator_row["temporal"] == Temporal.FLOW
    length = round(period_years(figure), 6) if flow else 0
    counts = figure.unit_row["kind"] == "count"
    return {
        KIND: (figure.indicator, figure.unit, figure.standard, figure.measure, length),
        DAY: (figure.period_end,),
        PLACE: (row["level"], str(row["valid_from"]), str(row["valid_to"])),
        SIZE: (figure.unit, row["level"], population_of(data, row["area"])) if counts else (),
        OWN: (*limits(figure), has_assumed_standard(figure)),
    }


def reservations(data: Catalogue, aspect: str, a: Observation, b: Observation) -> float:
    """Count the reservations of one aspect of figures of two areas; infinite where it refuses.

    Of all aspects together they say what `reasons_between` does, so that whoever tries many
    pairs need judge each trait only once.
    """
    checks = (check for of, check in _CHECKS if of == aspect)
    b = replace(b, area="")  # any but the first
    found = [reason for check in checks for reason in _found(aspect, check, data, a, b)]
    if verdict_of(found) == Verdict.NOT_COMPARABLE:
        return math.inf
    return sum(not reason.informs for reason in found)


def _found(
    aspect: str, check: Callable, data: Catalogue, a: Observation, b: Observation
) -> list[Reason]:
    made = [*check(a), *check(b)] if aspect == OWN else check(data, a, b)
    return [Reason(code, allowed(code), facts) for code, facts in made]


def reasons_of(figure: Observation) -> list[Reason]:
    """List the reasons that a figure brings to every verdict, whatever it is set beside."""
    checks = (check for aspect, check in _CHECKS if aspect == OWN)
    return [
        Reason(code, allowed(code), facts)
        for check in checks
        for one in figure.inputs
        for code, facts in check(one)
    ]


def verdict_of(reasons: list[Reason]) -> Verdict:
    """Return the verdict that all reasons together allow."""
    order = list(Verdict)
    return max((reason.verdict for reason in reasons), key=order.index, default=Verdict.COMPARABLE)


def _counted(data: Catalogue, a: Observation, b: Observation) -> Found:
    if a.unit != b.unit:
        yield "COUNTED", _pair("unit", a.unit, b.unit) | _areas(a, b)


def _standard(data: Catalogue, a: Observation, b: Observation) -> Found:
    if a.standard == b.standard:
        return
    names = [one.standard for one in (a, b) if one.standard]
    owners = {data.record("standards", name)["owner_area"] for name in names}
    same_owner = len(names) == 2 and len(owners) == 1
    facts = _pair("standard", a, b) | _areas(a, b)
    yield "STANDARD_BREAK" if same_owner else "STANDARD", facts


def _temporal(data: Catalogue, a: Observation, b: Observation) -> Found:
    first, second = a.indicator_row["temporal"], b.indicator_row["temporal"]
    if first != second and Temporal.FLOW in (first, second):
        stock, flow = (b, a) if first == Temporal.FLOW else (a, b)
        yield "TEMPORAL", {"area_stock": stock.area, "area_flow": flow.area, "period_flow": flow}


def _period_length(data: Catalogue, a: Observation, b: Observation) -> Found:
    if {one.indicator_row["temporal"] for one in (a, b)} != {Temporal.FLOW}:
        return
    if abs(period_years(a) - period_years(b)) > 0.05:
        yield "PERIOD_LENGTH", _pair("period", a, b) | _areas(a, b)


def _measure(data: Catalogue, a: Observation, b: Observation) -> Found:
    if a.measure != b.measure:
        goal = (a.measure in GOALS) != (b.measure in GOALS)
        facts = _pair("measure", a.measure, b.measure) | _areas(a, b)
        yield "MEASURE" if goal else "ESTIMATE", facts


def _definition(data: Catalogue, a: Observation, b: Observation) -> Found:
    if a.indicator != b.indicator and a.unit == b.unit:
        code = "BREAKDOWN" if a.base == b.base else "DEFINITION"
        yield code, _pair("indicator", a.indicator, b.indicator) | _areas(a, b)


def _definition_differs(figure: Observation) -> Found:
    if Status.DEFINITION_DIFFERS in limits(figure):
        yield "DEFINITION_DIFFERS", {"area": figure.area}


def _boundary(data: Catalogue, a: Observation, b: Observation) -> Found:
    starts = [one.area_row["valid_from"] for one in (a, b)]
    ends = [one.area_row["valid_to"] for one in (a, b)]
    for start, end in ((starts[0], ends[1]), (starts[1], ends[0])):
        if not pd.isna(start) and not pd.isna(end) and start > end:
            before, after = (a, b) if end is ends[0] else (b, a)
            merged = before.area in codes_in(after.area_row["predecessors"])
            facts = {"area_before": before.area, "area_after": after.area}
            facts |= {"day_ended": end.date(), "day_began": start.date()}
            yield "BOUNDARY", facts | {"merged": "yes" if merged else "no"}


def _date(data: Catalogue, a: Observation, b: Observation) -> Found:
    apart = abs((a.period_end - b.period_end).days)
    if apart > _SAME_DATE_DAYS:
        facts = _pair("period", a, b) | _areas(a, b)
        yield "DATE" if apart <= _SAME_YEAR_DAYS else "DATE_FAR", facts


def _level(data: Catalogue, a: Observation, b: Observation) -> Found:
    levels = a.area_row["level"], b.area_row["level"]
    if levels[0] != levels[1]:
        yield "LEVEL", _pair("level", *levels) | _areas(a, b)


def _size(data: Catalogue, a: Observation, b: Observation) -> Found:
    """Judge counts, which say nothing of places of different size until they have a base.

    Known populations decide; where one is not known, the level stands for the size.
    """
    if a.unit != b.unit or a.unit_row["kind"] != "count" or a.area == b.area:
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


def _compilation(data: Catalogue, a: Observation, b: Observation) -> Found:
    if not have_one_compiler(a, b):
        yield "COMPILATION", _areas(a, b)


def _areas(a: Observation, b: Observation) -> dict:
    return _pair("area", a.area, b.area)


def _pair(kind: str, first, second) -> dict:
    return {f"{kind}_a": first, f"{kind}_b": second}


# What each check looks at: the aspects of a figure that `traits` lists.  Those of `OWN` look at
# one figure at a time.  Reasons are named in this order.
_CHECKS = (
    (KIND, _counted),
    (KIND, _standard),
    (KIND, _temporal),
    (KIND, _period_length),
    (KIND, _measure),
    (KIND, _definition),
    (OWN, _definition_differs),
    (PLACE, _boundary),
    (DAY, _date),
    (PLACE, _level),
    (SIZE, _size),
    (OWN, _assumed),
    (OWN, _inferred),
    (OWN, _reliability),
    (_INFORMING, _compilation),
)
