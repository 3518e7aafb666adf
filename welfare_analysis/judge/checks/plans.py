"""Plans: attainment and excess against the plan, and targets against what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import reduce

from ...codes import ENDS, GOALS, Relation
from ...data.figures import Observation
from ...data.intervals import Interval
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge
from .repeats import digits

_BEFORE = timedelta(days=3 * 366)  # how far back a result is set against a later target
_TELLING_DIGITS = 3


def check_attainment(index: Index) -> Iterator[Check]:
    """Check each percent of plan against its result and plan, or plan range."""
    for name, results in index.to[Relation.ATTAINMENT_OF].items():
        yield _against_plan(index, index.figure(name), index.figure(results[0]), 0.0)


def check_excess(index: Index) -> Iterator[Check]:
    """Check each percent over plan against its result and plan."""
    for name, results in index.to[Relation.EXCESS_OF].items():
        yield _against_plan(index, index.figure(name), index.figure(results[0]), 100.0)


def check_targets(index: Index) -> Iterator[Check]:
    """Check that no target asks for less than was reached before it was set."""
    frame = index.data.observations
    for name in frame.loc[frame["measure"].isin(GOALS), "observation"]:
        target = index.figure(name)
        direction = target.indicator_row["direction"]
        if target.unit_row["kind"] != "rate" or direction == "neutral":
            continue
        reached = _reached_before(index, target)
        if reached is not None:
            yield _ambition(target, reached, 1 if direction == "higher_better" else -1)


def check_copied_targets(index: Index) -> Iterator[Check]:
    """Point at results of another source that repeat their target to the last digit."""
    for name, results in index.to[Relation.PLAN_FOR].items():
        target = index.figure(name)
        for result in index.figures(results):
            alike = target.value == result.value and target.unit_row["kind"] == "rate"
            if alike and target.source != result.source and digits(target) >= _TELLING_DIGITS:
                yield _copied(target, result)


def _against_plan(index: Index, percent: Observation, result: Observation, less: float) -> Check:
    code = "plan_excess" if less else "plan_attainment"
    plans = _plans(index, result)
    stated, reached = Quantity.of(percent), Quantity.of(result)
    inputs = (percent, result, *plans)
    if not plans or any(plan.value == 0 for plan in plans):
        return _without_plan(code, percent, result, less)
    found = [
        Quantity.computed(
            lambda a, b: a / b * 100 - less,
            reached,
            _aim(plan),
        )
        for plan in plans
    ]
    best = min(found, key=lambda one: (_RANK[judge(stated, one)], abs(one.value - stated.value)))
    plan = plans[found.index(best)]
    ranges = ([one.interval for one in found], [one.loose for one in found])
    computed = Quantity(best.value, *(reduce(Interval.hull, some) for some in ranges))
    outcome = judge(stated, computed)

    def explain(w) -> str:
        name = "plan-range" if len(plans) > 1 else code.replace("_", "-")
        text = w(
            name,
            subject=w.subject(percent),
            percent=w.figure(percent),
            result=w.figure(result),
            plan=w.figure(plan),
            plans=w.listed(plans),
            computed=w.quantity(best, percent.unit, percent),
            span=w.span(computed.interval, percent.unit),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        return f"{text} " + w("plan-wrong", plan=_implied_plan(w, result, stated, less))

    return Check(code, outcome, inputs, stated, computed, percent.unit, explain)


_RANK = {Outcome.CONSISTENT: 0, Outcome.WITHIN_ROUNDING: 1, Outcome.INCONSISTENT: 2}


def _plans(index: Index, result: Observation) -> list[Observation]:
    """List the plans of a result: declared as such, or the budget it was paid out of."""
    names = []
    for row in [result.observation, *index.members.get(index.same(result), ())[:8]]:
        names += index.of[Relation.PLAN_FOR].get(row, [])[:8]
        names += index.to[Relation.DISBURSED_FROM].get(row, [])[:8]
    plans = index.distinct(index.figures(dict.fromkeys(names)))
    return sorted((plan for plan in plans if plan.unit == result.unit), key=lambda one: one.value)


def _without_plan(code, percent: Observation, result: Observation, less: float) -> Check:
    stated = Quantity.of(percent)

    def explain(w) -> str:
        return w(
            "plan-unknown",
            subject=w.subject(percent),
            percent=w.figure(percent),
            result=w.figure(result),
            plan=_implied_plan(w, result, stated, less),
        )

    inputs, unit = (percent, result), percent.unit
    return Check(code, Outcome.NOT_TESTABLE, inputs, stated, None, unit, explain, Rule.OPEN)


def _aim(goal: Observation) -> Quantity:
    """Take the number of a goal; of one that is an end ("at most 1.5%") the end itself."""
    return Quantity.exactly(goal.value) if goal.qualifier in ENDS else Quantity.of(goal)


def _implied_plan(w, result: Observation, percent: Quantity, less: float) -> str:
    share = (percent.interval + less) / 100
    if share.low <= 0:
        return w("no-base")
    return w.span(result.interval / share, result.unit)


def _reached_before(index: Index, target: Observation) -> Observation | None:
    """Find the last result before the target's date, by the same standard."""
    key = (target.indicator, target.area, target.standard)
    reached = index.last_before(key, target.period_end)
    recent = reached is not None and reached.period_end >= target.period_end - _BEFORE
    return reached if recent else None


def _ambition(target: Observation, reached: Observation, sign: int) -> Check:
    goal, done = _aim(target), Quantity.of(reached)
    rule = Rule.AT_LEAST if sign > 0 else Rule.AT_MOST
    outcome = judge(goal, done, rule)

    def explain(w) -> str:
        text = w(
            "target-below-result",
            subject=w.subject(target),
            target=w.figure(target),
            reached=w.figure(reached),
        )
        if outcome == Outcome.WITHIN_ROUNDING:
            return f"{text} {w.means(outcome)}"
        beaten = outcome == Outcome.INCONSISTENT
        return f"{text} " + w("target-beaten" if beaten else "target-open")

    return Check(
        "target_below_result",
        outcome,
        (target, reached),
        goal,
        done,
        target.unit,
        explain,
        rule,
        doubt=True,
    )


def _copied(target: Observation, result: Observation) -> Check:
    def explain(w) -> str:
        return w(
            "target-copied",
            subject=w.subject(result),
            result=w.figure(result),
            target=w.figure(target),
        )

    return Check(
        "result_equals_target",
        Outcome.NOT_TESTABLE,
        (result, target),
        Quantity.of(result),
        Quantity.of(target),
        result.unit,
        explain,
        Rule.OPEN,
    )
