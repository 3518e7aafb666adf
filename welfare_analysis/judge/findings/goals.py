"""Goals: whether a target or plan was reached, and by how much it was missed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ...codes import ENDS, RESULTS, Temporal
from ...data.figures import Observation
from ...data.intervals import Interval
from ...errors import NotComparable
from ..attaining import attainment
from ..derived import Figure, Measure
from ..times import are_beside
from .finding import Finding
from .scope import Scope


def goals(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say of each target or plan whether it was reached, or what is known instead."""
    for same in _together(scope.goals(row["indicator"], area)):
        goal = same[-1] if row["direction"] == "lower_better" else same[0]
        # At least the one and at most the other is one goal with two ends.
        span = (goal,) if len(same) == 1 else (same[0], same[-1])
        facts = {
            "goal": goal if len(span) == 1 else span,
            "aside": goal if len(span) == 1 else span,
            "when": goal,
            "goal_is": str(goal.measure),
            "by": goal.standard,
        }
        known = [
            one
            for one in scope.sound(row["indicator"], area)
            if (one.standard, one.unit) == (goal.standard, goal.unit)
        ]
        now = next((one for one in known if are_beside(one, goal)), None)
        if now is not None:
            yield _met(scope, row, area, now, goal, span, facts)
        else:
            if row["temporal"] == Temporal.FLOW:  # other periods say nothing about it
                known = [one for one in known if _is_within(one, goal)]
            yield _open(scope, row, area, known[-1] if known else None, goal, span, facts)


def _together(found: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Group the two ends of a range; every other goal stands alone."""

    def key(one: Observation) -> tuple:
        return one.period_end, one.period_start or one.period_end, one.standard, one.measure

    for _, group in itertools.groupby(sorted(found, key=key), key=key):
        same = sorted(group, key=lambda one: one.value)
        if tuple(one.qualifier for one in same) == ENDS:
            yield same
        else:
            yield from ([one] for one in same)


def _met(scope, row, area, now, goal, span, facts) -> Finding:
    ratio = None if scope.is_rate(row["indicator"]) else _attained(now, goal)
    away = _distance(now, goal)
    facts |= {
        "result": now,
        "way": _reached(now, span, row["direction"]),
        "amount": ratio or away or now,
        "away": "yes" if away else "no",
    }
    kind = "plan" if ratio else "target"
    measure = ratio or away
    return scope.make(kind, kind, row["indicator"], [area], [now, *span], measure, **facts)


def _open(scope, row, area, latest, goal, span, facts) -> Finding:
    """Say of a goal without a result for its date what there is instead."""
    printed = scope.printed(row["indicator"], area, RESULTS)
    doubted = any(are_beside(one, goal) for one in printed)
    known = scope.known_until()
    facts |= {
        "due": "yes" if known and goal.period_end <= known else "no",
        "doubted": "yes" if doubted else "no",
    }
    if latest is None:
        return scope.make("target", "alone", row["indicator"], [area], span, **facts)
    away, state = None, "part"
    if row["temporal"] != Temporal.FLOW:
        away = _distance(latest, goal)
        state = _reached(latest, span, row["direction"])
    elif latest.interval.low >= goal.value:
        state = "reached"  # by some months of its period already
    facts |= {
        "latest": latest,
        "when_latest": latest,
        "later": "yes" if latest.period_end > goal.period_end else "no",
        "state": state,
        "amount": away or latest,
        "away": "yes" if away and state == "missed" else "no",
    }
    return scope.make("target", "open", row["indicator"], [area], [latest, *span], away, **facts)


def _reached(result: Figure, span: Sequence[Observation], direction: str) -> str:
    """Tell whether a result is surely on the good side of its goal, or on which side it is."""
    low, high = span[0].value, span[-1].value
    if direction == "higher_better":
        return _side(result, low, "missed", "reached")
    if direction == "lower_better":
        return _side(result, high, "reached", "missed")
    if len(span) == 2 and result.interval.low >= low and result.interval.high <= high:
        return "within"
    return _side(result, low if result.value < low else high, "below", "above")


def _side(result: Figure, threshold: float, below: str, above: str) -> str:
    if result.value == threshold:  # what is printed alike is meant alike
        return "reached"
    if result.interval.low >= threshold:
        return above
    return below if result.interval.high <= threshold else "unsure"


def _is_within(result: Figure, goal: Observation) -> bool:
    starts, ends = result.period_start, goal.period_start
    return bool(starts and ends) and ends <= starts and result.period_end <= goal.period_end


def _distance(result: Figure, goal: Observation) -> Measure | None:
    """Return how far a rate is from the threshold of its goal, in points without a sign."""
    if result.unit != "percent":
        return None
    value, way = goal.value - result.value, Interval.point(goal.value) - result.interval
    if value < 0:
        value, way = -value, -way
    return Measure("distance", round(value, 9), way, "points", (result, goal))


def _attained(result: Figure, goal: Observation) -> Measure | None:
    if not isinstance(result, Observation):
        return None
    try:
        return attainment(result, goal)
    except NotComparable:
        return None
