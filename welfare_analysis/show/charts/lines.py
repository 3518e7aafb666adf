"""Lines: the points of a panel over time, and which of them a line may join."""

from __future__ import annotations

from collections.abc import Sequence

from ...codes import GOALS, Qualifier, Status
from ...data.figures import Observation
from ...messages import message
from .. import words
from . import timeline
from .timeline import Point


def points(figures: Sequence[Observation], language: str) -> tuple[Point, ...]:
    """Make the points of a panel; the two ends of a goal set as a range become one."""
    points, used = [], set()
    for figure in figures:
        if figure.observation in used:
            continue
        other = _other_end(figure, figures)
        used |= {figure.observation} | ({other.observation} if other else set())
        low, high = sorted((figure, other), key=lambda one: one.value) if other else (figure, None)
        points.append(
            Point(
                low,
                timeline.position(low),
                _number(low, high, language),
                ", ".join(low.flags(language)),
                high,
            )
        )
    return tuple(points)


def _other_end(figure: Observation, figures: Sequence[Observation]) -> Observation | None:
    """Find the other end of a goal that was set as "from … to …"."""
    ends = {Qualifier.AT_LEAST, Qualifier.AT_MOST}
    if figure.measure not in GOALS or figure.qualifier not in ends:
        return None
    same = ("measure", "period_start", "period_end", "standard", "source")
    others = [
        other
        for other in figures
        if {figure.qualifier, other.qualifier} == ends
        and all(getattr(other, name) == getattr(figure, name) for name in same)
    ]
    if len(others) != 1:
        return None
    at_least = figure.qualifier == Qualifier.AT_LEAST
    low, high = (figure, others[0]) if at_least else (others[0], figure)
    return others[0] if low.value < high.value else None


def _number(figure: Observation, until: Observation | None, language: str) -> str:
    """Write what stands beside a mark: the number, for a goal with its kind."""
    sign = "%" if figure.unit == "percent" else ""
    number = figure.number(language) + sign
    if until:
        number = f"{figure.number(language)}\u2013{until.number(language)}{sign}"
    elif figure.qualifier == Qualifier.ORDER:
        number = figure.text(language)
    elif figure.qualifier != Qualifier.EXACT:
        number = message(f"qualifier-{figure.qualifier}", language, figure=number)
    return f"{words.kind(figure, language)}\n{number}" if figure.measure in GOALS else number


def joined(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Join results of one standard and one time of the year; a break begins a new line.

    Totals over a period are columns and never joined.
    """
    lines: dict[tuple, list[Point]] = {}
    started = dict.fromkeys((point.figure.standard for point in points), 0)
    for point in _one_a_date([point for point in points if may_be_joined(point)]):
        standard = point.figure.standard
        if Status.BREAK in point.figure.status.split():
            started[standard] += 1
        lines.setdefault((standard, started[standard]), []).append(point)
    kept = (tuple(_of_one_season(line)) for line in lines.values())
    return tuple(line for line in kept if len(line) > 1)


def may_be_joined(point: Point) -> bool:
    """Tell whether a line may pass a figure: a result at a date, of the usual definition."""
    differs = Status.DEFINITION_DIFFERS in point.figure.status.split()
    return not (point.is_goal or differs or timeline.is_span(point.figure))


_SEASON = 45  # days around the date of the year at which most figures of a line stand


def _of_one_season(line: Sequence[Point]) -> list[Point]:
    """Keep the figures of the date of the year that most stand at, the end of a year first.

    A figure of a first quarter is no step between those of two years.
    """
    days = [point.figure.period_end.timetuple().tm_yday % 365 for point in line]
    seasons = [
        [point for point, other in zip(line, days, strict=True) if _near(day, other)]
        for day in (0, *days)
    ]
    return max(seasons, key=len)


def _near(day: int, other: int) -> bool:
    apart = abs(day - other)
    return min(apart, 365 - apart) <= _SEASON


SAME_TIME = 0.12  # years: a provisional December figure and the one of 31 December


def _one_a_date(points: Sequence[Point]) -> list[Point]:
    """Choose one figure where several stand for one date: the last that is not provisional."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda one: one.x):
        if kept and point.x - kept[-1].x < SAME_TIME and standard(kept[-1]) == standard(point):
            if _preference(point) >= _preference(kept[-1]):
                kept[-1] = point
        else:
            kept.append(point)
    return kept


def standard(point: Point) -> str:
    """Return the poverty standard of a point."""
    return point.figure.standard


def _preference(point: Point) -> int:
    letters = point.figure.status.split()
    return -sum(letter in letters for letter in (Status.PROVISIONAL, Status.LOW_RELIABILITY))
