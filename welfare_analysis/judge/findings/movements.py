"""Movements: how a place changed by one standard, and where it turned."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ...codes import Status, Temporal
from ..derived import Figure, Measure
from ..times import period_years
from .finding import NAMED, Finding
from .levels import highest
from .scope import Scope, is_plain

_A_TURN = 0.25  # of the range of a series: less is no reversal worth a sentence
_SHORTEST = datetime.timedelta(days=60)  # between two dates of a change
_WAYS = ("down", "up", "flat", "same")


def movements(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say how a place moved by one standard, over the longest time up to its newest figure."""
    run = _longest(_runs(scope, row, area))
    moved = _change(run[0], run[-1]) if run else None
    if moved is None:
        return
    before, after, turn = run[0], run[-1], _turn(run)
    facts = {
        "before": before,
        "when_before": before,
        "after": after,
        "when_after": after,
        "by": after.standard,
        "way": _way(moved),
        "amount": moved,
    }
    if turn is None:
        yield scope.make("change", "change", row["indicator"], [area], run, moved, **facts)
        return
    facts |= {"turn": turn, "when_turn": turn, "first": _way(_change(before, turn) or moved)}
    yield scope.make("reversal", "reversal", row["indicator"], [area], run, moved, **facts)


def _runs(scope: Scope, row: dict, area: str) -> list[list[Figure]]:
    """Split the results of a place into series that a change can be computed in."""
    runs: dict[tuple, list[Figure]] = {}
    for one in scope.results(row["indicator"], area):
        if not is_plain(one):
            continue
        run = runs.setdefault((one.standard, one.unit, *_season(one)), [])
        if any(Status.BREAK in each.status.split() for each in one.inputs):
            run.clear()  # the break lies before this figure
        while run and _overlaps(run[-1], one):
            run.pop()
        run.append(one)
    return [run for run in runs.values() if len(run) > 1]


def _season(one: Figure) -> tuple:
    """Return what two flows must have in common: eight months are no year, nor other months."""
    if one.indicator_row["temporal"] != Temporal.FLOW or one.period_start is None:
        return ()
    months = round(12 * period_years(one))
    return months, *((one.period_start.month,) if months % 12 else ())


def _overlaps(earlier: Figure, later: Figure) -> bool:
    if later.period_start is None:
        return False
    return later.period_start <= earlier.period_end


def _longest(runs: Sequence[list[Figure]]) -> list[Figure]:
    """Return the series that is newest, then longest; zeros alone last."""
    known = [run for run in runs if run[-1].period_end - run[0].period_end >= _SHORTEST]
    return max(
        known,
        key=lambda run: (
            any(one.value for one in run),
            run[-1].period_end,
            run[-1].period_end - run[0].period_end,
        ),
        default=[],
    )


def _change(before: Figure, after: Figure) -> Measure | None:
    """Compute a change: of rates in points, of anything else in percent of what was before."""
    if before.unit == "percent":
        value, moved = after.value - before.value, after.interval - before.interval
        return Measure("change_points", round(value, 9), moved, "points", (before, after))
    if before.interval.low <= 0:
        return None
    moved = (after.interval / before.interval - 1) * 100
    value = 100 * (after.value / before.value - 1)
    return Measure("change_percent", value, moved, "percent", (before, after))


def _way(moved: Measure) -> str:
    if moved.interval.is_point and moved.value == 0:
        return "same"
    return "flat" if moved.interval.contains(0) else "up" if moved.value > 0 else "down"


def _turn(run: Sequence[Figure]) -> Figure | None:
    """Return the figure at which a series turned, if it did so for more than a moment."""
    ends = run[0], run[-1]
    inner = [one for one in run[1:-1] if not any(one.interval.meets(end.interval) for end in ends)]
    high, low = max(end.value for end in ends), min(end.value for end in ends)
    beyond = {one.value: max(one.value - high, low - one.value) for one in inner}
    turn = max(inner, key=lambda one: beyond[one.value], default=None)
    if turn is None or beyond[turn.value] <= 0:
        return None
    spread = max(one.value for one in run) - min(one.value for one in run)
    return turn if beyond[turn.value] >= _A_TURN * spread else None


def changes(scope: Scope, row: dict, found: Sequence[Finding]) -> Iterator[Finding]:
    """Say in one sentence where a rate rose and where it fell, and where most of all."""
    moved = [one for one in found if one.kind in ("change", "reversal")]
    if len(moved) < 2:
        return
    ways = {way: tuple(one.areas[0] for one in moved if one.facts["way"] == way) for way in _WAYS}
    peak = _peak(moved) or moved[0]
    yield scope.make(
        "change",
        "changes",
        row["indicator"],
        [one.areas[0] for one in moved],
        [figure for one in moved for figure in (one.facts["before"], one.facts["after"])],
        ways=ways,
        based="yes" if any(one.facts["by"] for one in moved) else "no",
        peak="yes" if _peak(moved) else "no",
        area=peak.areas[0],
        **{
            name: peak.facts[name]
            for name in ("amount", "before", "after", "when_before", "when_after")
        },
    )


def _peak(moved: Sequence[Finding]) -> Finding | None:
    """Return where a rate moved most, of many places that moved one way over one time."""
    windows = {
        (end.period_end, end.standard)
        for one in moved
        for end in (one.facts["before"], one.facts["after"])
    }
    ways = {one.facts["way"] for one in moved}
    if len(moved) <= NAMED or len(windows) != 2 or ways not in ({"up"}, {"down"}):
        return None
    if ways == {"up"}:
        return highest(moved, "amount")
    ranked = sorted(moved, key=lambda one: one.facts["amount"].value)
    first, second = (one.facts["amount"].interval for one in ranked[:2])
    return None if first.meets(second) else ranked[0]
