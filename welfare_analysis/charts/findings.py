"""Findings: the titles of charts, made from the figures and no stronger than their verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from ..catalogue import Catalogue
from ..codes import Measure as Kind
from ..codes import Verdict
from ..messages import message
from ..numerals import write
from ..prose import words
from ..prose.bundle import unique
from ..reasons import reasons_between
from . import marks
from .timeline import Panel, is_span

_NAMED_MOST = 5


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
        return message("finding-figures-apart", language, groups=write(len(parts), language),
                       why=why)  # fmt: skip
    if len(areas) == 2:
        first, second = (words.area_name(data, area, language) for area in areas)
        return message("finding-two-apart", language, first=first, second=second, why=why)
    together = [unique(figure.area for figure in part) for part in parts]
    together = [names for names in together if len(names) > 1]
    facts = {"total": write(len(areas), language), "why": why}
    if len(together) == 1 and len(together[0]) <= 3:
        names = words.joined((words.area_name(data, area, language) for area in together[0]),
                             language)  # fmt: skip
        return message("finding-only", language, names=names, **facts)
    if together:
        return message("finding-apart", language, groups=write(len(parts), language), **facts)
    return message("finding-all-apart", language, **facts)


def _ordered(data: Catalogue, figures: Sequence[words.Figure], language: str) -> str:
    results = [one for one in figures if words.first_input(one).measure not in marks.GOALS]
    shown = sorted(results or figures, key=lambda figure: figure.value)
    low, high = shown[0], shown[-1]
    names = {
        "high": words.area_name(data, high.area, language),
        "top": words.flagged(high, language),
        "low": words.area_name(data, low.area, language),
        "bottom": words.flagged(low, language),
    }
    if len({figure.area for figure in shown}) == 1:
        if len(shown) == 1:
            return message("finding-one", language, high=names["high"], top=names["top"])
        return message("finding-same-area", language, high=names["high"], top=names["top"],
                       bottom=names["bottom"])  # fmt: skip
    name = "finding-two" if len(shown) == 2 else "finding-order"
    if high.interval.meets(low.interval):
        name = "finding-alike"
    title = message(name, language, **names)
    return message("finding-careful", language, finding=title) if _careful(data, shown) else title


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
    clauses = [_clause(way, unique(by_way[way]), language) for way in _WAYS if way in by_way]
    return words.capital("; ".join(clauses))


_WAYS = ("up", "down", "flat", "none")


def _clause(way: str, names: Sequence[str], language: str) -> str:
    listed = words.joined(names, language)
    if len(names) > _NAMED_MOST:
        listed = message("series-places", language, total=write(len(names), language))
    return message(f"series-way-{way}", language, areas=listed)


def _way(panel: Panel) -> str:
    ends = _ends(panel)
    if not ends or any(one.measure == Kind.ESTIMATE for one in ends):
        return "none"
    first, last = ends
    if first.interval.meets(last.interval):
        return "flat"
    return "up" if last.value > first.value else "down"


def _ends(panel: Panel) -> tuple | None:
    """Return the first and last figure of the latest line, of totals the first and last one."""
    spans = [point.figure for point in panel.points
             if is_span(point.figure) and not point.is_goal]  # fmt: skip
    if len(spans) > 1:
        return spans[0], spans[-1]
    if not panel.lines:
        return None
    line = max(panel.lines, key=lambda one: one[-1].x)
    return line[0].figure, line[-1].figure


def _of_panel(data: Catalogue, panel: Panel, language: str) -> str:
    area = words.area_name(data, panel.area, language)
    ends = _ends(panel)
    if ends and not is_span(ends[0]):
        return _moved(area, ends, language)
    results = [point.figure for point in panel.points if not point.is_goal]
    if len(results) > 1 and ends:
        return _extremes(area, results, language)
    goals = words.joined((_goal(point, language) for point in panel.points if point.is_goal),
                         language)  # fmt: skip
    if len(results) > 1:
        return message("series-apart", language, area=area, total=write(len(results), language))
    if not results:
        return message("series-goals-only", language, area=area, goals=goals)
    one = results[0]
    facts = {"area": area, "figure": words.flagged(one, language), "period": one.period(language)}
    if not goals:
        return message("series-one", language, **facts)
    return message("series-one-goals", language, goals=goals, **facts)


def _goal(point, language: str) -> str:
    number = point.number.replace("\n", " ")
    return f"{number} ({point.figure.period(language)})"


def _facts(area: str, first, last, language: str) -> dict[str, str]:
    return {"area": area, "first": words.flagged(first, language),
            "last": words.flagged(last, language), "start": first.period(language),
            "end": last.period(language)}  # fmt: skip


def _moved(area: str, ends: tuple, language: str) -> str:
    first, last = ends
    facts = _facts(area, first, last, language)
    if first.interval.meets(last.interval):
        return message("series-flat", language, **facts)
    return message("series-up" if last.value > first.value else "series-down", language, **facts)


def _extremes(area: str, results: Sequence, language: str) -> str:
    ordered = sorted(results, key=lambda figure: figure.value)
    facts = _facts(area, ordered[-1], ordered[0], language)
    if ordered[0].interval.meets(ordered[-1].interval):
        return message("series-flat", language, **_facts(area, results[0], results[-1], language))
    return message("series-extremes", language, **facts)


def of_pairs(found: Sequence[str], language: str) -> str:
    """Say how many pairs may be compared."""
    free, careful = found.count(Verdict.COMPARABLE), found.count(Verdict.WITH_CAUTION)
    name = "matrix-none"
    if free:
        name = "matrix-some" if careful else "matrix-free"
    elif careful:
        name = "matrix-careful"
    return message(name, language, total=write(len(found), language), free=write(free, language),
                   careful=write(careful, language), n=free)  # fmt: skip
