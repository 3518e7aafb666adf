"""Reasons: what can stand between two figures and an honest comparison."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from ..codes import GOALS, Status, Temporal, Verdict
from ..data import numerals
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.lineage import codes_in
from ..data.names import within_sentence
from ..messages import message
from .limits import INFERRED, LOW_CONFIDENCE, SECONDARY, limits
from .measures import period_years

KIND, DAY, PLACE, OWN = "kind", "day", "place", "own"
_BAD, _CAUTION = Verdict.NOT_COMPARABLE, Verdict.WITH_CAUTION
_SAME_DATE_DAYS, _SAME_YEAR_DAYS = 31, 366
# A graver reason that says the lighter ones already.
_IMPLIES = {
    "TEMPORAL": ("DATE", "DATE_FAR", "DEFINITION", "SIZE"),
    "PERIOD_LENGTH": ("DATE", "DATE_FAR", "SIZE"),
    "COUNTED": ("DEFINITION", "SIZE"),
}


@dataclass(frozen=True)
class Reason:
    """One reason against an unreserved comparison.

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


def reasons_between(data: Catalogue, a: Observation, b: Observation) -> list[Reason]:
    """List every reason between two figures, the gravest first.

    Parameters
    ----------
    data : Catalogue
        Gives areas, standards and sources their names and validity.
    a, b : Observation

    Returns
    -------
    list of Reason
        Empty when the two may be compared without reserve.
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
    return sorted(found, key=lambda reason: reason.verdict != _BAD)


def traits(figure: Observation) -> dict[str, tuple]:
    """Return by aspect what of a figure decides how it compares with one of another area."""
    row, flow = figure.area_row, figure.indicator_row["temporal"] == Temporal.FLOW
    length = round(period_years(figure), 6) if flow else 0
    return {
        KIND: (figure.indicator, figure.unit, figure.standard, figure.measure, length),
        DAY: (figure.period_end,),
        PLACE: (row["level"], str(row["valid_from"]), str(row["valid_to"])),
        OWN: tuple(limits(figure)),
    }


def reservations(data: Catalogue, aspect: str, a: Observation, b: Observation) -> float:
    """Count the reservations of one aspect of figures of two areas; infinite where it refuses.

    Of all aspects together they say what `reasons_between` does, so that whoever tries many
    pairs need judge each trait only once.
    """
    checks = (check for of, check in _CHECKS if of == aspect)
    b = replace(b, area="")  # any but the first
    found = [reason for check in checks for reason in _found(aspect, check, data, a, b)]
    return math.inf if verdict_of(found) == _BAD else sum(r.verdict == _CAUTION for r in found)


def _found(aspect: str, check: Callable, data: Catalogue, a: Observation, b: Observation):
    if aspect == OWN:
        return [*check(a), *check(b)]
    return check(data, a, b)


def verdict_of(reasons: list[Reason]) -> Verdict:
    """Return the verdict that all reasons together allow."""
    order = list(Verdict)
    return max((reason.verdict for reason in reasons), key=order.index, default=Verdict.COMPARABLE)


def sentence(data: Catalogue, reason: Reason, language: str) -> str:
    """Write a reason as a sentence in ``vi`` or ``en``."""
    names = {key: _spoken(data, key, value, language) for key, value in reason.facts.items()}
    text = message(f"reason-{reason.code}", language, **names)
    return text[:1].upper() + text[1:]


def _place(data: Catalogue, area: str, language: str) -> str:
    return within_sentence(data.record("areas", area)[f"name_{language}"], language)


def _spoken(data: Catalogue, key: str, value, language: str) -> str:
    if key == "areas":
        joint = message("and", language)
        return f" {joint} ".join(_place(data, area, language) for area in value)
    kind = key.partition("_")[0]
    if kind == "area":
        return _place(data, value, language)
    if kind == "standard":
        return (
            data.record("standards", value)[f"label_{language}"]
            if value
            else message("no-standard", language)
        )
    if kind == "unit":
        return data.record("units", value)["label_vi" if language == "vi" else "plural_en"]
    if kind == "indicator":
        return data.record("indicators", value)[f"title_{language}"]
    if kind in ("level", "measure"):
        return message(f"{kind}-{value}", language)
    if kind == "period":
        return value.period(language)
    if kind == "day":
        return numerals.write_date(value, language)
    if kind == "years":
        return numerals.write(round(value, 2), language)
    return str(value)


def _counted(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    if a.unit != b.unit:
        yield Reason("COUNTED", _BAD, _pair("unit", a.unit, b.unit) | _areas(a, b))


def _standard(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    if a.standard == b.standard:
        return
    facts = _pair("standard", a.standard, b.standard) | _areas(a, b)
    owners = {
        data.record("standards", name)["owner_area"] for name in (a.standard, b.standard) if name
    }
    same_owner = len(owners) == 1 and a.standard and b.standard
    yield Reason("STANDARD_BREAK" if same_owner else "STANDARD", _BAD, facts)


def _temporal(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    first, second = a.indicator_row["temporal"], b.indicator_row["temporal"]
    if first != second and Temporal.FLOW in (first, second):
        stock, flow = (b, a) if first == Temporal.FLOW else (a, b)
        facts = {"area_stock": stock.area, "area_flow": flow.area, "period_flow": flow}
        yield Reason("TEMPORAL", _BAD, facts)


def _period_length(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    if {one.indicator_row["temporal"] for one in (a, b)} != {Temporal.FLOW}:
        return
    if abs(period_years(a) - period_years(b)) > 0.05:
        yield Reason("PERIOD_LENGTH", _BAD, _pair("period", a, b) | _areas(a, b))


def _measure(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    if a.measure == b.measure:
        return
    goal = (a.measure in GOALS) != (b.measure in GOALS)
    facts = _pair("measure", a.measure, b.measure) | _areas(a, b)
    yield Reason("MEASURE" if goal else "ESTIMATE", _BAD if goal else _CAUTION, facts)


def _definition(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    if a.indicator != b.indicator and a.unit == b.unit:
        yield Reason(
            "DEFINITION", _BAD, _pair("indicator", a.indicator, b.indicator) | _areas(a, b)
        )


def _definition_differs(figure: Observation) -> Iterator[Reason]:
    if Status.DEFINITION_DIFFERS in limits(figure):
        yield Reason("DEFINITION_DIFFERS", _CAUTION, {"area": figure.area})


def _boundary(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    starts = [one.area_row["valid_from"] for one in (a, b)]
    ends = [one.area_row["valid_to"] for one in (a, b)]
    for start, end in ((starts[0], ends[1]), (starts[1], ends[0])):
        if not pd.isna(start) and not pd.isna(end) and start > end:
            before, after = (a, b) if end is ends[0] else (b, a)
            merged = before.area in codes_in(after.area_row["predecessors"])
            facts = {"area_before": before.area, "area_after": after.area}
            facts |= {"day_ended": end.date(), "day_began": start.date()}
            yield Reason("BOUNDARY", _BAD, facts | {"merged": "yes" if merged else "no"})


def _date(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    apart = abs((a.period_end - b.period_end).days)
    if apart <= _SAME_DATE_DAYS:
        return
    verdict = _CAUTION if apart <= _SAME_YEAR_DAYS else _BAD
    code = "DATE" if verdict is _CAUTION else "DATE_FAR"
    yield Reason(code, verdict, _pair("period", a, b) | _areas(a, b))


def _level(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    levels = a.area_row["level"], b.area_row["level"]
    if levels[0] != levels[1]:
        yield Reason("LEVEL", _CAUTION, _pair("level", *levels) | _areas(a, b))


def _size(data: Catalogue, a: Observation, b: Observation) -> Iterator[Reason]:
    # Counts of places of different size say nothing until they are put on a base.
    if a.unit == b.unit and a.unit_row["kind"] == "count" and a.area != b.area:
        yield Reason("SIZE", _CAUTION, _areas(a, b))


def _inferred(figure: Observation) -> Iterator[Reason]:
    if INFERRED in limits(figure):
        yield Reason("INFERRED", _CAUTION, {"area": figure.area, "period": figure})


def _reliability(figure: Observation) -> Iterator[Reason]:
    found = limits(figure)
    if Status.LOW_RELIABILITY in found or LOW_CONFIDENCE in found:
        yield Reason("DOUBTFUL", _CAUTION, {"area": figure.area})
    elif Status.PROVISIONAL in found:
        yield Reason("PROVISIONAL", _CAUTION, {"area": figure.area})
    if SECONDARY in found:
        yield Reason("SOURCE", _CAUTION, {"area": figure.area})


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
    (KIND, _size),
    (OWN, _inferred),
    (OWN, _reliability),
)
