"""Changes: a change against the levels around it, and targets in points against households."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ...codes import Relation
from ...data.figures import Observation
from ..times import SAME_DATE_DAYS
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge
from .pairs import bases
from .totals import compositions

_LONG_BEFORE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Change:
    """A printed change with the level after it.

    Attributes
    ----------
    change, after : Observation
    sign : int
        1 for a rise, -1 for a fall: a change whose better direction is the opposite of its
        level's is a fall (fewer poor are better, a larger reduction of the poor is better).
    before : Observation or None
        The level to set it against: nearest to the start, or else the first known after it.
    """

    change: Observation
    after: Observation
    sign: int
    before: Observation | None

    @property
    def opening(self) -> Quantity:
        """Level at the start that change and level after imply."""
        return Quantity.computed(
            lambda after, change: after - change * self.sign,
            Quantity.of(self.after),
            Quantity.of(self.change),
        )

    @property
    def at_start(self) -> bool:
        """Whether the level before is that of the start of the period."""
        apart = self.before.period_end - _start(self.change)
        return abs(apart.days) <= SAME_DATE_DAYS


def check_changes(index: Index) -> Iterator[Check]:
    """Check each change against the level before and after it."""
    for change in _changes(index):
        if change.before is not None:
            yield _between_levels(change)


def check_falls(index: Index) -> Iterator[Check]:
    """Check that no fall is larger than the stock it was taken from."""
    for change in _changes(index):
        if change.sign < 0 and change.before is not None:
            yield _fall(change)


def check_openings(index: Index) -> Iterator[Check]:
    """Check the levels that changes imply at their start against a known total."""
    made_of = compositions(index)
    opened: dict[tuple, dict[str, Change]] = defaultdict(dict)
    for change in _changes(index):
        after = change.after
        key = (after.area, after.standard, change.change.period_start, after.period_end)
        opened[key].setdefault(after.indicator, change)
    for (area, standard, *_), changes in opened.items():
        for kind, kinds in made_of.items():
            if all(one in changes for one in kinds):
                chosen = [changes[one] for one in kinds]
                start = _start(chosen[0].change)
                totals = index.near(kind, area, standard, start)
                for total in index.distinct(totals):
                    yield _opening(total, chosen)


def check_equivalents(index: Index) -> Iterator[Check]:
    """Check a target in counted units against the same target as a rate."""
    for name, targets in index.to[Relation.EQUIVALENT_OF].items():
        counted, rate = index.figure(name), index.figure(targets[0])
        if counted.unit == rate.unit or rate.unit != "percent":
            continue
        yield _equivalent(index, counted, rate)


def _changes(index: Index) -> list[Change]:
    return index.remember("changes", _find_changes)


def _find_changes(index: Index) -> list[Change]:
    found, seen = [], set()
    for name, levels in index.to[Relation.CHANGE_OF].items():
        change, after = index.figure(name), index.figure(levels[0])
        mark = (index.same(change), index.same(after))
        if mark in seen:
            continue
        seen.add(mark)
        directions = {one.indicator_row["direction"] for one in (change, after)}
        comparable = change.unit == after.unit and change.period_start is not None
        if not comparable or "neutral" in directions:
            continue
        sign = 1 if len(directions) == 1 else -1
        found.append(Change(change, after, sign, _level_before(index, change, after)))
    return found


def _level_before(index: Index, change: Observation, after: Observation) -> Observation | None:
    """Find the level nearest to the start of a change; else the first one inside its period."""
    start = _start(change)
    at_start = index.near(after.indicator, after.area, after.standard, start)
    if at_start:
        return index.most_trusted(at_start)
    key = (after.indicator, after.area, after.standard)
    inside = index.first_after(key, start)
    if inside and inside.period_end < after.period_end - timedelta(days=SAME_DATE_DAYS):
        return inside
    earlier = index.last_before(key, start)
    return earlier if earlier and earlier.period_end > start - _LONG_BEFORE else None


def _start(change: Observation):
    return change.period_start - timedelta(days=1)


def _between_levels(found: Change) -> Check:
    stated = Quantity.of(found.change)
    net = Quantity.computed(
        lambda before, after: (after - before) * found.sign,
        Quantity.of(found.before),
        Quantity.of(found.after),
    )
    outcome = judge(stated, net) if found.at_start else Outcome.NOT_TESTABLE

    def explain(w) -> str:
        unit = found.change.unit
        text = w(
            "change-levels",
            subject=w.subject(found.change),
            change=w.figure(found.change),
            after=w.figure(found.after),
            level=w.title(found.after.indicator),
            opening=w.quantity(found.opening, unit),
            before=w.figure(found.before),
            net=w.quantity(net, unit),
        )
        if outcome == Outcome.NOT_TESTABLE:
            gap = w.amount(abs(stated.value - net.value), unit)
            return f"{text} " + w("change-dates", gap=gap)
        if outcome == Outcome.INCONSISTENT:
            return f"{text} " + w("change-wrong", gap=w.amount(abs(stated.value - net.value), unit))
        return f"{text} {w.means(outcome)}"

    inputs = (found.change, found.after, found.before)
    rule = Rule.EQUAL if found.at_start else Rule.OPEN
    return Check("change_levels", outcome, inputs, stated, net, found.change.unit, explain, rule)


def _fall(found: Change) -> Check:
    stated, stock = Quantity.of(found.change), Quantity.of(found.before)
    outcome = judge(stated, stock, Rule.AT_MOST)

    def explain(w) -> str:
        unit = found.change.unit
        text = w(
            "change-stock",
            subject=w.subject(found.change),
            change=w.figure(found.change),
            stock=w.figure(found.before),
            level=w.title(found.before.indicator),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} " + w("change-stock-kept")
        net = stock.value - found.after.value
        return f"{text} " + w(
            "change-stock-broken", after=w.figure(found.after), net=w.amount(net, unit)
        )

    inputs = (found.change, found.before, found.after)
    unit, rule = found.change.unit, Rule.AT_MOST
    return Check("change_above_stock", outcome, inputs, stated, stock, unit, explain, rule)


def _opening(total: Observation, changes: list[Change]) -> Check:
    stated = Quantity.of(total)
    implied = Quantity.total([change.opening for change in changes])
    outcome = judge(stated, implied)

    def explain(w) -> str:
        unit = total.unit
        text = w(
            "opening-total",
            subject=w.subject(total),
            total=w.figure(total),
            changes=w.listed([change.change for change in changes]),
            levels=w.listed([change.after for change in changes]),
            openings=" + ".join(w.quantity(change.opening, unit) for change in changes),
            implied=w.quantity(implied, unit),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        gap = w.amount(abs(implied.value - stated.value), unit)
        name = "opening-more" if implied.value > stated.value else "opening-less"
        return f"{text} " + w(name, gap=gap)

    rows = [row for change in changes for row in (change.change, change.after)]
    return Check("opening_total", outcome, (total, *rows), stated, implied, total.unit, explain)


def _equivalent(index: Index, counted: Observation, goal: Observation) -> Check:
    """Turn a target in points into households through the base, and compare."""
    stated = Quantity.of(counted)
    baseline = _baseline(index, goal)
    base = _base_at(index, baseline) if baseline is not None else None
    if base is None:
        inputs = (counted, goal) if baseline is None else (counted, goal, baseline)
        return Check(
            "target_equivalent",
            Outcome.NOT_TESTABLE,
            inputs,
            stated,
            None,
            counted.unit,
            lambda w: w(
                "equivalent-no-base",
                subject=w.subject(counted),
                counted=w.figure(counted),
                goal=w.figure(goal),
            ),
            Rule.OPEN,
        )
    points = Quantity.computed(lambda a, b: a - b, Quantity.of(baseline), Quantity.of(goal))
    computed = Quantity.computed(
        lambda before, after, whole: (before - after) * whole / 100,
        Quantity.of(baseline),
        Quantity.of(goal),
        base.quantity,
    )
    sign = 1 if computed.value >= 0 else -1
    computed = Quantity.computed(lambda one: one * sign, computed)
    outcome = judge(stated, computed)

    def explain(w) -> str:
        text = w(
            "target-equivalent",
            subject=w.subject(counted),
            counted=w.figure(counted),
            goal=w.figure(goal),
            baseline=w.figure(baseline),
            level=w.title(goal.indicator),
            points=w.amount(abs(points.value), "points"),
            base=w.span(base.quantity.interval, counted.unit),
            computed=w.span(computed.interval, counted.unit),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        would = Quantity.computed(lambda one, whole: one / whole * 100, stated, base.quantity)
        return f"{text} " + w("equivalent-wrong", points=w.quantity(would, "points"))

    inputs = (counted, goal, baseline, *base.inputs)
    return Check("target_equivalent", outcome, inputs, stated, computed, counted.unit, explain)


def _baseline(index: Index, goal: Observation) -> Observation | None:
    names = index.of[Relation.BASELINE_OF].get(goal.observation, [])
    return index.figure(names[0]) if names else None


def _base_at(index: Index, baseline: Observation):
    """Find the base of a place at the date of a baseline."""
    kind = baseline.indicator_row["denominator"]
    for base in bases(index).get((baseline.area, kind), ()):
        if abs((base.inputs[0].period_end - baseline.period_end).days) <= SAME_DATE_DAYS:
            return base
    return None
