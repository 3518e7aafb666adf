"""Levels: where a place stands, and how that is beside the areas that contain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...codes import Verdict
from ..derived import Figure, Measure
from ..reasons import reasons_between, verdict_of
from ..times import are_beside
from .finding import NAMED, Finding
from .scope import Scope

_MEANT = {"LEVEL"}  # that a place is no area around it goes without saying
_TIMES, _PART = 150, 50  # percent of the benchmark from, to which a ratio says more than a gap


def levels(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say where a place stands: its newest result."""
    now = scope.now(row["indicator"], area)
    if now is not None:
        yield scope.make(
            "level",
            "level",
            row["indicator"],
            [area],
            [now],
            figure=now,
            when=now,
            by=now.standard,
        )


def benchmarks(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Set a rate of a place beside that of each area around it: one standard, one date."""
    if not scope.is_rate(row["indicator"]):
        return
    for above in scope.wholes[area]:
        pair = _newest_pair(scope, row["indicator"], area, above)
        verdict = beside(scope, *pair) if pair else Verdict.MISSING
        if verdict in (Verdict.COMPARABLE, Verdict.WITH_CAUTION):
            yield _benchmark(scope, row, area, above, *pair, verdict)


def _newest_pair(
    scope: Scope, indicator: str, area: str, above: str
) -> tuple[Figure, Figure] | None:
    pairs = [
        (one, other)
        for one in scope.known(indicator, area)
        for other in scope.known(indicator, above)
        if are_beside(one, other)
    ]
    return max(pairs, key=lambda pair: pair[0].period_end, default=None)


def beside(scope: Scope, one: Figure, other: Figure) -> Verdict:
    """Return the verdict on a place beside an area that contains it."""
    found = reasons_between(scope.data, one, other)
    return verdict_of([reason for reason in found if reason.code not in _MEANT])


def _benchmark(
    scope: Scope,
    row: dict,
    area: str,
    above: str,
    one: Figure,
    other: Figure,
    verdict: Verdict,
) -> Finding:
    gap = Measure(
        "gap", one.value - other.value, one.interval - other.interval, "points", (one, other)
    )
    ratio = None
    if other.interval.low > 0:
        whole = one.interval / other.interval * 100
        ratio = Measure("ratio", 100 * one.value / other.value, whole, "percent", (one, other))
    way = _way(gap, ratio)
    return scope.make(
        "benchmark",
        "benchmark",
        row["indicator"],
        [area],
        [one, other],
        ratio if way in ("times", "part") else gap,
        verdict,
        way=way,
        figure=one,
        when=one,
        aside=other,
        area_above=above,
        amount=gap,
        amount_part=ratio or gap,
        times=ratio or gap,
        by=one.standard,
    )


def _way(gap: Measure, ratio: Measure | None) -> str:
    if gap.interval.contains(0):
        return "same" if gap.interval.is_point else "alike"
    if gap.operands[0].interval.high == 0:
        return "zero"
    if ratio and ratio.interval.low >= _TIMES:
        return "times"
    if ratio and ratio.value and ratio.interval.high <= _PART:
        return "part"
    return "above" if gap.value > 0 else "below"


def against(scope: Scope, row: dict, found: Sequence[Finding]) -> Iterator[Finding]:
    """Say in one sentence which places lie above and which below the country, at one date."""
    own = [one for one in found if one.kind == "benchmark" and _is_country(scope, one)]
    newest = max((one.figures[1].period_end for one in own), default=None)
    own = [one for one in own if one.figures[1].period_end == newest]
    if len(own) < 2 or len({one.figures[1] for one in own}) > 1:
        return
    sides = {
        "above": ("above", "times"),
        "below": ("below", "part", "zero"),
        "near": ("alike", "same"),
    }
    ways = {
        side: tuple(one.areas[0] for one in own if one.facts["way"] in of)
        for side, of in sides.items()
    }
    peak = highest(own, "figure") if len(own) > NAMED else None
    yield scope.make(
        "benchmark",
        "against",
        row["indicator"],
        [one.areas[0] for one in own],
        [*(one.figures[0] for one in own), own[0].figures[1]],
        None,
        max((one.verdict for one in own), key=list(Verdict).index),
        ways=ways,
        aside=own[0].figures[1],
        when=own[0].figures[1],
        by=own[0].facts["by"],
        peak=_yes(peak),
        named=[peak.facts["figure"]] if peak else [],
    )


def highest(found: Sequence[Finding], fact: str) -> Finding | None:
    """Return the finding of which a fact lies surely above that of all others."""
    ranked = sorted(found, key=lambda one: -one.facts[fact].value)
    first, second = (one.facts[fact].interval for one in ranked[:2])
    return None if first.meets(second) else ranked[0]


def _is_country(scope: Scope, one: Finding) -> bool:
    return not scope.data.record("areas", one.facts["area_above"])["parent"]


def _yes(told: object) -> str:
    return "yes" if told else "no"
