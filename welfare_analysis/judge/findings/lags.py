"""Lags: what falls short – goals that were missed, and plans that are carried out too slowly."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Qualifier, Temporal
from ...data.figures import Observation
from ..derived import Figure, Measure
from ..times import one_date
from .finding import Finding
from .scope import Scope

_BEHIND = 0.9  # of the share of its time that is over: less of a plan than that lags
_SHORT = ("missed", "below")


def lags(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say of a plan of which a part of the time is over that surely less of it is carried out."""
    if row["temporal"] != Temporal.FLOW:
        return
    if scope.is_rate(row["indicator"]):
        yield from _slow_rates(scope, row, area)
        return
    known = [one for one in scope.sound(row["indicator"], area) if one.period_start]
    for goal in scope.goals(row["indicator"], area):
        if not goal.value or goal.qualifier == Qualifier.AT_MOST or goal.period_start is None:
            continue
        if any(one_date(one, goal) for one in known):
            continue
        now = next((one for one in reversed(known) if _is_begun(one, goal)), None)
        if now is None or now.unit != goal.unit:
            continue
        share = Measure(
            "attainment",
            100 * now.value / goal.value,
            now.interval / goal.interval * 100,
            "percent",
            (now, goal),
        )
        if share.interval.high < _BEHIND * _over(now, goal):
            facts = {"amount": share, "aside": goal, "goal_is": str(goal.measure)}
            yield _lag(scope, "lag", row, area, (now, goal), share, **facts)


def _slow_rates(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say it of a printed rate of what was carried out of a plan, such as money spent."""
    if not (row["numerator"] and row["denominator"]) or row["direction"] != "higher_better":
        return
    plans = [one for one in scope.goals(row["denominator"], area) if one.period_start]
    for rate in scope.sound(row["indicator"], area):
        plan = next((one for one in plans if rate.period_start and _is_begun(rate, one)), None)
        if plan is not None and rate.interval.high < _BEHIND * _over(rate, plan):
            yield _lag(scope, "slow", row, area, (rate, plan), None)


def _lag(scope: Scope, name: str, row: dict, area: str, figures, share, **facts) -> Finding:
    now, plan = figures
    facts |= {"result": now, "when": now, "number_over": round(_over(now, plan))}
    return scope.make("lag", name, row["indicator"], [area], figures, share, **facts)


def _is_begun(one: Figure, plan: Observation) -> bool:
    """Tell whether a result is of the first part of the time of a plan."""
    return one.period_start == plan.period_start and one.period_end < plan.period_end


def _over(now: Figure, plan: Observation) -> float:
    """Return how much of the time of a plan is over at the end of a result, in percent."""
    whole = (plan.period_end - plan.period_start).days + 1
    return 100 * ((now.period_end - plan.period_start).days + 1) / whole


def falls_short(one: Finding) -> bool:
    """Tell whether a finding says that a goal was missed, is overdue and not met, or lags."""
    if one.kind == "lag":
        return True
    if one.name == "open":
        return one.facts["due"] == "yes" and one.facts["state"] in _SHORT
    return one.kind in ("target", "plan") and one.facts.get("way") in _SHORT


def shortfall(one: Finding) -> float:
    """Return how much of its goal is missing, or of what was due by then: from 0 to 1 or more."""
    if one.name == "slow":
        return 1 - one.figures[0].value / one.facts["number_over"]
    result, goal = one.figures[0].value, one.figures[-1].value
    if one.name == "lag":
        goal *= one.facts["number_over"] / 100
    return abs(goal - result) / goal if goal else 1.0
