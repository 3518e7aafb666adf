"""Findings: the titles of charts, made from the figures and no stronger than their verdicts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...codes import GOALS, Verdict
from ...codes import Measure as Kind
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.numerals import write
from ...judge.derived import Measure
from ...judge.reasons import reasons_between
from ...messages import message
from .. import words
from ..bundle import unique
from . import marks
from .timeline import Panel, is_span

_NAMED_MOST = 5
_LARGE = ("country", "region")


def side_by_side(
    data: Catalogue, parts: Sequence[Sequence[words.Figure]], codes: Sequence[str], language: str
) -> str:
    """Say who is highest where the verdicts allow it, else why no ranking is possible."""
    if len(parts) > 1:
        return _apart(data, parts, codes, language)
    return _ordered(data, parts[0], language)


def _apart(
    data: Catalogue, parts: Sequence[Sequence[words.Figure]], codes: Sequence[str], language: str
) -> str:
    areas = unique(figure.area for part in parts for figure in part)
    why = words.joined((message(f"apart-{code}", language) for code in codes), language)
    if len(areas) < len(parts):
        return message(
            "finding-figures-apart", language, groups=write(len(parts), language), why=why
        )
    if len(areas) == 2:
        first, second = (words.area_name(data, area, language) for area in areas)
        return message("finding-two-apart", language, first=first, second=second, why=why)
    together = [unique(figure.area for figure in part) for part in parts]
    together = [names for names in together if len(names) > 1]
    with_country = any(data.record("areas", area)["level"] in _LARGE for area in areas)
    facts = {
        "total": write(len(areas), language),
        "why": why,
        "mixed": "yes" if with_country else "no",
    }
    if len(together) == 1 and len(together[0]) <= 3:
        names = words.joined(
            (words.area_name(data, area, language) for area in together[0]), language
        )
        part = next(part for part in parts if len({one.area for one in part}) > 1)
        name = "finding-only-careful" if _careful(data, part) else "finding-only"
        return message(name, language, names=names, **facts)
    if together:
        return message("finding-apart", language, groups=write(len(parts), language), **facts)
    return message("finding-all-apart", language, **facts)


def _ordered(data: Catalogue, figures: Sequence[words.Figure], language: str) -> str:
    results = [one for one in figures if words.first_input(one).measure not in GOALS]
    shown = sorted(results or figures, key=lambda figure: figure.value)
    low, high = shown[0], shown[-1]
    names = {
        "high": words.area_name(data, high.area, language),
        "top": _flagged(high, language),
        "low": words.area_name(data, low.area, language),
        "bottom": _flagged(low, language),
    }
    if len({figure.area for figure in shown}) == 1:
        if len(shown) == 1:
            return message("finding-one", language, high=names["high"], top=names["top"])
        return message(
            "finding-same-area",
            language,
            high=names["high"],
            top=names["top"],
            bottom=names["bottom"],
        )
    if _periods_differ(shown):
        return message("finding-sizes", language)
    name = "finding-two" if len(shown) == 2 else "finding-order"
    if high.interval.meets(low.interval):
        name = "finding-alike"
    title = message(name, language, **names)
    return message("finding-careful", language, finding=title) if _careful(data, shown) else title


def _flagged(figure: words.Figure, language: str) -> str:
    """Write a figure with its flags and that it is an estimate, without brackets of its own."""
    single = words.first_input(figure)
    kind = [words.kind(single, language)] if single.measure == Kind.ESTIMATE else []
    return ", ".join([figure.text(language), *kind, *figure.flags(language)])


def _periods_differ(figures: Sequence[words.Figure]) -> bool:
    """Tell yearly averages of different periods: they show a size and no order."""
    averages = [one for one in figures if isinstance(one, Measure) and words.is_yearly_average(one)]
    return bool(averages) and len({(one.period_start, one.period_end) for one in figures}) > 1


def _careful(data: Catalogue, figures: Sequence[words.Figure]) -> bool:
    """Tell whether any two of the figures may be compared only with caution."""
    single = [words.first_input(figure) for figure in figures]
    return any(
        reason.verdict == Verdict.WITH_CAUTION
        for place, first in enumerate(single)
        for second in single[place + 1 :]
        for reason in reasons_between(data, first, second)
    )


def over_time(data: Catalogue, panels: Sequence[Panel], language: str) -> str:
    """Say how the figures moved, place by place, where their intervals show it."""
    if len(panels) == 1:
        return words.capital(_of_panel(data, panels[0], language))
    several = len({point.figure.indicator for panel in panels for point in panel.points}) > 1
    by_way: dict[str, list[str]] = {}
    for panel in panels:
        name = panel.heading if several else words.area_name(data, panel.area, language)
        by_way.setdefault(_way(panel), []).append(name)
    if len(by_way) == 1 and "none" in by_way:
        return message("series-none", language, total=write(len(panels), language))
    # Several panels of one place may go different ways.
    several |= len({panel.area for panel in panels}) < len(panels)
    clauses = [_clause(way, by_way[way], several, language) for way in _WAYS if way in by_way]
    return words.capital("; ".join(clauses))


_WAYS = ("up", "down", "varied", "flat", "none")


def _clause(way: str, names: Sequence[str], several: bool, language: str) -> str:
    most = _NAMED_MOST if not several else 1
    if len(names) > most or len(set(names)) < len(names):
        kind = "series-series" if several else "series-places"
        listed = message(kind, language, total=write(len(names), language))
    else:
        listed = words.joined(names, language)
    return message(f"series-way-{way}", language, areas=listed)


def _way(panel: Panel) -> str:
    figures = _run(panel)
    if len(figures) < 2 or any(figures[end].measure == Kind.ESTIMATE for end in (0, -1)):
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


def _of_panel(data: Catalogue, panel: Panel, language: str) -> str:
    area = words.area_name(data, panel.area, language)
    run = _run(panel)
    if run:
        return (
            _extremes(area, run, language)
            if _way(panel) == "varied"
            else _moved(area, run[0], run[-1], language)
        )
    results = [point.figure for point in panel.points if not point.is_goal]
    goals = words.joined(
        (_goal(point, language) for point in panel.points if point.is_goal), language
    )
    if len(results) > 1:
        return message("series-apart", language, area=area, total=write(len(results), language))
    if not results:
        return message("series-goals-only", language, area=area, goals=goals)
    one = results[0]
    facts = {"area": area, "figure": _flagged(one, language), "period": one.period(language)}
    name = "series-estimate" if marks.nature(one) == "estimate" else "series-one"
    if not goals:
        return message(name, language, **facts)
    return message(f"{name}-goals", language, goals=goals, **facts)


def _goal(point, language: str) -> str:
    number = point.number.replace("\n", " ")
    return f"{number} ({point.figure.period(language)})"


def _facts(area: str, first: Observation, last: Observation, language: str) -> dict[str, str]:
    return {
        "area": area,
        "first": _flagged(first, language),
        "last": _flagged(last, language),
        "start": first.period(language),
        "end": last.period(language),
    }


def _moved(area: str, first: Observation, last: Observation, language: str) -> str:
    name = f"series-{_step(first, last)}"
    return message(name, language, **_facts(area, first, last, language))


def _extremes(area: str, figures: Sequence[Observation], language: str) -> str:
    low, *_, high = sorted(figures, key=lambda figure: figure.value)
    return message("series-extremes", language, **_facts(area, high, low, language))


def of_pairs(found: Sequence[str], language: str) -> str:
    """Say how many pairs may be compared."""
    free, careful = found.count(Verdict.COMPARABLE), found.count(Verdict.WITH_CAUTION)
    name = "matrix-none"
    if free:
        name = "matrix-some" if careful else "matrix-free"
    elif careful:
        name = "matrix-careful"
    return message(
        name,
        language,
        total=write(len(found), language),
        free=write(free, language),
        careful=write(careful, language),
        n=free,
    )
