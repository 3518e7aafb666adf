"""Orders: who is highest and lowest where verdicts and intervals allow it, and who stands apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...codes import Temporal, Verdict
from ..axes import groups, separating
from ..choosing import together
from ..derivations import derived
from ..derived import Figure, Measure
from ..grades import gravest_first
from ..order import order
from .finding import Finding
from .scope import Scope, is_core

_MOST_NAMED = 3  # places that share the highest or the lowest figure


def orders(scope: Scope, row: dict) -> Iterator[Finding]:
    """Say who is highest and lowest among those that compare, and why others do not."""
    indicator = row["indicator"]
    if len(scope.areas) < 2 or not scope.is_rate(indicator):
        return
    figures = _rivals(scope, [indicator])
    parts = groups(scope.data, figures)
    for group in parts:
        if len(group) > 1:
            yield from _order(scope, indicator, sorted(group, key=lambda one: -one.value))
    if len(parts) > 1:
        yield _apart(scope, indicator, figures, parts)


def apart(scope: Scope, row: dict) -> Iterator[Finding]:
    """Say why what places counted in some time, in whatever way, does not stand side by side.

    That the places are of unequal size goes without saying.
    """
    alike = scope.of_concept[row["concept"]]
    first = next((one for one in alike if one in scope.indicators), None)
    counted = is_core(row) and row["temporal"] == Temporal.FLOW
    if len(scope.areas) < 2 or not counted or row["indicator"] != first:
        return
    figures = _rivals(scope, alike)
    parts = groups(scope.data, figures)
    if len(parts) > 1:
        found = _apart(scope, row["indicator"], figures, parts)
        if set(found.facts["why_apart"]) - {"apart-SIZE_FAR"}:
            yield replace(found, name="unlike", facts={**found.facts, "core": row["concept"]})


def paces(scope: Scope, row: dict) -> Iterator[Finding]:
    """Say where a core rate fell or rose most and least, relative to its level at the start."""
    indicator = row["indicator"]
    if len(scope.areas) < 2 or not (is_core(row) and scope.is_rate(indicator)):
        return
    for group in groups(scope.data, _rivals(scope, [indicator], "change_percent")):
        fell = all(one.interval.high < 0 for one in group)
        if len(group) > 1 and (fell or all(one.interval.low > 0 for one in group)):
            group.sort(key=lambda one: -abs(one.value))
            facts, verdict = _ends(scope, group)
            facts |= {"way": "down" if fell else "up"}
            areas = _sorted(scope, group)
            yield scope.make("pace", "pace", indicator, areas, group, None, verdict, **facts)


def _rivals(scope: Scope, indicators: Iterable[str], by: str = "") -> list[Figure]:
    """Return the sound figures of the places that compare best; of no area around others."""
    wholes = {above for area in scope.areas for above in scope.wholes[area]}
    of_area = {
        area: [one for indicator in indicators for one in scope.known(indicator, area)]
        for area in scope.areas
        if area not in wholes  # benchmarks, no rivals
    }
    if by:
        of_area = {area: derived(scope.data, known, by) for area, known in of_area.items()}
    chosen, _ = together(scope.data, of_area)
    return list(chosen.values())


def _order(scope: Scope, indicator: str, group: Sequence[Figure]) -> Iterator[Finding]:
    gap = _gap(group[0], group[-1])
    facts, verdict = _ends(scope, group)
    standards = {one.standard for one in group}
    facts |= {"amount": gap, "by": standards.pop() if len(standards) == 1 else ""}
    told, areas = facts["told"] == "yes", _sorted(scope, group)
    measure = gap if told else None
    yield scope.make("order", "order", indicator, areas, group, measure, verdict, **facts)
    ends = (*facts["named_high"], *facts["named_low"])
    if told and len(group) > 2 and len(ends) == 2:
        areas = _sorted(scope, ends)
        yield scope.make("gap", "gap", indicator, areas, ends, gap, verdict, **facts)


def _ends(scope: Scope, group: Sequence[Figure]) -> tuple[dict, Verdict]:
    """Return who comes first and last in a group, if that can be told, and with what reserve."""
    figures = {one.area: one for one in group}
    found = order(scope.data, figures)
    ranks = [[figures[area] for area in rank] for rank in found.ranks]
    if group[0].value < group[-1].value:  # the lowest comes first
        ranks = [rank[::-1] for rank in ranks[::-1]]
    top, bottom = ranks[0], ranks[-1][::-1]
    told = len(ranks) > 1 and max(len(top), len(bottom)) <= _MOST_NAMED
    return {
        "number_places": len(group),
        "named_high": top,
        "named_low": bottom,
        "told": "yes" if told else "no",
        "two": "yes" if len(group) == 2 else "no",
        "why_careful": tuple(f"cell-{reason.code}" for reason in found.reasons),
        "careful": "yes" if found.reasons else "no",
    }, found.verdict


def _gap(high: Figure, low: Figure) -> Measure:
    return Measure(
        "gap", high.value - low.value, high.interval - low.interval, "points", (high, low)
    )


def _apart(scope: Scope, indicator: str, figures: Sequence[Figure], parts) -> Finding:
    between = itertools.combinations(parts, 2)
    pairs = [(a, b) for one, other in between for a in one for b in other]
    reasons = [reason for a, b in pairs for reason in separating(scope.data, a, b)]
    alike = [group for group in parts if len(group) > 1]
    only = alike[0] if len(alike) == 1 else []
    facts = {
        "why_apart": tuple(
            f"apart-{code}" for code in gravest_first(reason.code for reason in reasons)
        ),
        "two": "yes" if len(figures) == 2 else "no",
        "only": "yes" if only else "no",
        "areas_only": _sorted(scope, only),
    }
    areas = _sorted(scope, figures)
    verdict = Verdict.NOT_COMPARABLE
    return scope.make("apart", "apart", indicator, areas, figures, None, verdict, **facts)


def _sorted(scope: Scope, figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(sorted({one.area for one in figures}, key=scope.areas.index))
