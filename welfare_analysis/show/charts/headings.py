"""Headings: the titles of charts, made from the figures and no stronger than their verdicts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...codes import WIDE, MeasureKind, Verdict
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.derived import Figure, Measure
from ...judge.order import order
from ...judge.reasons import reasons_between
from ...texts import capital
from ..document import unique
from ..writer import Writer
from . import marks
from .grouping import Grouping
from .timeline import Panel, Point, is_span

_NAMED_MOST = 5
_WAYS = ("up", "down", "varied", "flat", "none")


# Side by side ------------------------------------------------------------------------------


def side_by_side(grouping: Grouping) -> str:
    """Say who is highest where the verdicts allow it, else why no ranking is possible."""
    if len(grouping.groups) > 1:
        return _apart(grouping)
    return _ordered(grouping.writer, grouping.groups[0])


def _apart(grouping: Grouping) -> str:
    writer, groups, why = grouping.writer, grouping.groups, grouping.causes
    places = [unique(figure.area for figure in group) for group in groups]
    areas = unique(area for one in places for area in one)
    number = writer.number(len(groups))
    if len(areas) < len(groups):
        return writer.say("finding-figures-apart", groups=number, why=why)
    if len(areas) == 2:
        first, second = map(writer.area, areas)
        return writer.say("finding-two-apart", first=first, second=second, why=why)
    with_country = any(writer.data.record("areas", area)["level"] in WIDE for area in areas)
    mixed = "yes" if with_country else "no"
    facts = {"total": writer.number(len(areas)), "why": why, "mixed": mixed}
    together = [place for place, own in enumerate(places) if len(own) > 1]
    if len(together) == 1 and len(places[together[0]]) <= 3:
        careful = _careful(writer.data, groups[together[0]])
        names = writer.joined(map(writer.area, places[together[0]]))
        return writer.say(f"finding-only{'-careful' * careful}", names=names, **facts)
    if together:
        return writer.say("finding-apart", groups=number, **facts)
    return writer.say("finding-all-apart", **facts)


def _ordered(writer: Writer, figures: Sequence[Figure]) -> str:
    results = [one for one in figures if not marks.is_goal(one)]
    shown = sorted(results or figures, key=lambda figure: figure.value)
    low, high = shown[0], shown[-1]
    facts = {"high": writer.area(high.area), "top": _flagged(writer, high)}
    bottom = _flagged(writer, low)
    if len({figure.area for figure in shown}) == 1:
        if len(shown) == 1:
            return writer.say("finding-one", **facts)
        return writer.say("finding-same-area", bottom=bottom, **facts)
    if _periods_differ(shown):
        return writer.say("finding-sizes")
    by_area = {one.area: one for one in shown}
    ranks = order(writer.data, by_area).ranks if len(by_area) == len(shown) > 2 else ()
    if len(ranks) > 1:
        title = _ranked(writer, [[by_area[area] for area in rank] for rank in ranks])
    else:
        name = "finding-alike" if high.interval.meets(low.interval) else "finding-two"
        title = writer.say(name, low=writer.area(low.area), bottom=bottom, **facts)
    return writer.say("finding-careful", finding=title) if _careful(writer.data, shown) else title


def _ranked(writer: Writer, ranks: Sequence[Sequence[Figure]]) -> str:
    """Name who is highest and who is lowest, all that cannot be told apart together."""
    names = [writer.joined(writer.area(one.area) for one in ranks[end]) for end in (0, -1)]
    said = [writer.joined(unique(_flagged(writer, one) for one in ranks[end])) for end in (0, -1)]
    facts = {"high": names[0], "low": names[1], "top": said[0], "bottom": said[1]}
    return writer.say("finding-order", **facts)


def _flagged(writer: Writer, figure: Figure) -> str:
    """Write a figure with its flags and that it is an estimate, without brackets of its own."""
    single = figure.inputs[0]
    kind = [writer.kind(single)] if single.measure == MeasureKind.ESTIMATE else []
    return ", ".join([writer.text(figure), *kind, *writer.flags(figure)])


def _periods_differ(figures: Sequence[Figure]) -> bool:
    """Tell yearly averages of different periods: they show a size and no order."""
    averages = [one for one in figures if isinstance(one, Measure) and one.is_yearly_average]
    return bool(averages) and len({(one.period_start, one.period_end) for one in figures}) > 1


def _careful(data: Catalogue, figures: Sequence[Figure]) -> bool:
    """Tell whether any two of the figures may be compared only with caution."""
    return any(
        reason.verdict == Verdict.WITH_CAUTION
        for pair in itertools.combinations(figures, 2)
        for reason in reasons_between(data, *pair)
    )


# Over time ---------------------------------------------------------------------------------


def over_time(writer: Writer, panels: Sequence[Panel]) -> str:
    """Say how the figures moved, place by place, where their intervals show it."""
    if len(panels) == 1:
        return capital(_of_panel(writer, panels[0]))
    several = len({point.figure.indicator for panel in panels for point in panel.points}) > 1
    by_way: dict[str, list[str]] = {}
    for panel in panels:
        name = panel.heading if several else writer.area(panel.area)
        by_way.setdefault(_way(panel), []).append(name)
    if len(by_way) == 1 and "none" in by_way:
        return writer.say("series-none", total=writer.number(len(panels)))
    # Several panels of one place may go different ways.
    several |= len({panel.area for panel in panels}) < len(panels)
    clauses = [_clause(writer, way, by_way[way], several) for way in _WAYS if way in by_way]
    return capital("; ".join(clauses))


def _clause(writer: Writer, way: str, names: Sequence[str], several: bool) -> str:
    most = _NAMED_MOST if not several else 1
    listed = writer.joined(names)
    if len(names) > most or len(set(names)) < len(names):
        kind = "series-series" if several else "series-places"
        listed = writer.say(kind, total=writer.number(len(names)))
    return writer.say(f"series-way-{way}", areas=listed)


def _way(panel: Panel) -> str:
    figures = _run(panel)
    if len(figures) < 2 or any(figures[end].measure == MeasureKind.ESTIMATE for end in (0, -1)):
        return "none"
    steps = [_step(first, last) for first, last in itertools.pairwise(figures)]
    if {"up", "down"} <= set(steps):
        return "varied"
    return _step(figures[0], figures[-1])


def _step(first: Observation, last: Observation) -> str:
    if first.interval.meets(last.interval):
        return "flat"
    return "up" if last.value > first.value else "down"


def _run(panel: Panel) -> list[Observation]:
    """Return the figures of the latest line, of totals all of them."""
    spans = [point.figure for point in panel.points if is_span(point.figure) and not point.is_goal]
    if len(spans) > 1 or not panel.lines:
        return spans if len(spans) > 1 else []
    return [point.figure for point in max(panel.lines, key=lambda one: one[-1].x)]


def _of_panel(writer: Writer, panel: Panel) -> str:
    area, run = writer.area(panel.area), _run(panel)
    if run and _way(panel) == "varied":
        low, *_, high = sorted(run, key=lambda figure: figure.value)
        return _from_to(writer, "series-extremes", area, high, low)
    if run:
        return _from_to(writer, f"series-{_step(run[0], run[-1])}", area, run[0], run[-1])
    results = [point.figure for point in panel.points if not point.is_goal]
    goals = writer.joined(_goal(writer, point) for point in panel.points if point.is_goal)
    if len(results) > 1:
        return writer.say("series-apart", area=area, total=writer.number(len(results)))
    if not results:
        return writer.say("series-goals-only", area=area, goals=goals)
    one = results[0]
    facts = {"area": area, "figure": _flagged(writer, one), "period": writer.period(one)}
    name = "series-estimate" if marks.nature(one) == "estimate" else "series-one"
    return writer.say(f"{name}-goals", goals=goals, **facts) if goals else writer.say(name, **facts)


def _goal(writer: Writer, point: Point) -> str:
    number = point.number.replace("\n", " ")
    return f"{number} ({writer.period(point.figure)})"


def _from_to(writer: Writer, name: str, area: str, one: Observation, other: Observation) -> str:
    figures = {"first": _flagged(writer, one), "last": _flagged(writer, other)}
    periods = {"start": writer.period(one), "end": writer.period(other)}
    return writer.say(name, area=area, **figures, **periods)


# Pairs -------------------------------------------------------------------------------------


def of_pairs(writer: Writer, found: Sequence[str]) -> str:
    """Say how many pairs may be compared."""
    free, careful = found.count(Verdict.COMPARABLE), found.count(Verdict.WITH_CAUTION)
    name = "matrix-careful" if careful else "matrix-none"
    if found and len(found) in (free, careful):
        name = "matrix-all-free" if free else "matrix-all-careful"
    elif free:
        name = "matrix-some" if careful else "matrix-free"
    counts = {"total": len(found), "free": free, "careful": careful}
    written = {key: writer.number(count) for key, count in counts.items()}
    return writer.say(name, n=len(found), **written)
