"""Timeline: figures at their places on a calendar, and which of them a line may join."""

from __future__ import annotations

import calendar
import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...codes import ENDS, MeasureKind, Qualifier, Status, Temporal
from ...data.figures import Observation
from ...judge.limits import limits
from ..writer import Writer
from . import marks

_ADJOINING = 1.15  # years between two figures that nothing is missing between
_SEASON = 45  # days around the date of the year at which most figures of a line stand
_SAME_TIME = 0.12  # years: a provisional December figure and the one of 31 December


@dataclass(frozen=True)
class Point:
    """A figure at its place in time, with the number and the remark written beside it.

    ``until`` is the upper end of a goal that was set as a range.
    """

    figure: Observation
    x: float
    number: str
    remark: str
    until: Observation | None = None

    @property
    def top(self) -> float:
        """The value that the label stands above."""
        return self.until.value if self.until else self.figure.value

    @property
    def is_goal(self) -> bool:
        """Tell a plan or target from a result."""
        return marks.is_goal(self.figure)

    @property
    def is_span(self) -> bool:
        """Tell a total over a period from a figure at a date."""
        return is_span(self.figure)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """Both ends of a goal that was set as a range; else the figure alone."""
        return (self.figure, self.until) if self.until else (self.figure,)

    @property
    def may_be_joined(self) -> bool:
        """Tell whether a line may pass: a result at a date, of the usual definition."""
        differs = Status.DEFINITION_DIFFERS in limits(self.figure)
        return not (self.is_goal or differs or self.is_span)


@dataclass(frozen=True)
class Panel:
    """One place (and indicator) over time.

    ``breaks`` are the dates on which the standard changed, as years with fraction, and
    ``standards`` the names of the standards before, between and after them.
    """

    heading: str
    unit: str
    points: tuple[Point, ...]
    breaks: tuple[float, ...]
    standards: tuple[str, ...]
    colour: str
    area: str

    @property
    def figures(self) -> list[Observation]:
        """Every figure of the panel."""
        return [figure for point in self.points for figure in point.figures]

    @cached_property
    def lines(self) -> tuple[tuple[Point, ...], ...]:
        """The points that lines may join."""
        return _joined(self.points)

    @cached_property
    def steps(self) -> list[tuple[Point, Point]]:
        """The figures that a line joins, two by two; it passes by no other figure."""
        joined = [point for line in self.lines for point in line]
        aside = [one for one in self.points if not one.is_goal and one not in joined]
        return [
            (first, last)
            for line in self.lines
            for first, last in itertools.pairwise(line)
            if not any(first.x + _SAME_TIME < one.x < last.x - _SAME_TIME for one in aside)
        ]

    def is_left_alone(self, point: Point) -> bool:
        """Tell whether a figure stands inside the time of a line of its standard but not on it."""
        if not point.may_be_joined or any(point in line for line in self.lines):
            return False
        return any(
            line[0].figure.standard == point.figure.standard
            and line[0].x < point.x < line[-1].x
            and all(abs(other.x - point.x) >= _SAME_TIME for other in line)
            for line in self.lines
        )


def date_position(date: datetime.date) -> float:
    """Return a date as a year with fraction; the end of 31 December is the next whole year."""
    day = date.timetuple().tm_yday
    return date.year + (day - (day == 1)) / (365 + calendar.isleap(date.year))


def ends_of(figure: Observation) -> tuple[float, float]:
    """Return the beginning and the end of the period of a figure."""
    return date_position(figure.period_start), date_position(figure.period_end)


def position(figure: Observation) -> float:
    """Return where a figure stands: at its date, or in the middle of its period."""
    if figure.period_start is None or figure.indicator_row["temporal"] == Temporal.STOCK:
        return date_position(figure.period_end)
    return sum(ends_of(figure)) / 2


def is_span(figure: Observation) -> bool:
    """Tell whether a figure is a total over a period, drawn as a column of that width."""
    return figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start is not None


def is_sure(first: Point, last: Point) -> bool:
    """Tell whether a line between two figures is drawn whole: no estimate, doubt or gap."""
    if last.x - first.x > _ADJOINING:
        return False
    return not any(
        point.figure.measure == MeasureKind.ESTIMATE
        or {Status.ESTIMATED, Status.LOW_RELIABILITY} & set(limits(point.figure))
        for point in (first, last)
    )


def ends_before(figure: Observation, x: float) -> bool:
    """Tell whether a figure closes the time before a break rather than opens the next."""
    opening = figure.period_end.month == 1 and figure.period_end.day <= 5
    end = date_position(figure.period_end)
    return end < x or (not opening and end <= x)


# Points ------------------------------------------------------------------------------------


def points(writer: Writer, figures: Sequence[Observation]) -> tuple[Point, ...]:
    """Make the points of a panel; the two ends of a goal set as a range become one."""
    made, used = [], set()
    for figure in figures:
        if figure.observation in used:
            continue
        other = _other_end(figure, figures)
        ends = sorted((figure, other), key=lambda one: one.value) if other else [figure]
        used |= {one.observation for one in ends}
        number, remark = _number(writer, *ends), ", ".join(writer.flags(ends[0]))
        made.append(Point(ends[0], position(ends[0]), number, remark, *ends[1:]))
    return tuple(made)


def _other_end(figure: Observation, figures: Sequence[Observation]) -> Observation | None:
    """Find the other end of a goal that was set as "from … to …"."""
    if not marks.is_goal(figure) or figure.qualifier not in ENDS:
        return None
    same = ("measure", "period_start", "period_end", "standard", "source")
    others = [
        other
        for other in figures
        if {figure.qualifier, other.qualifier} == {*ENDS}
        and all(getattr(other, name) == getattr(figure, name) for name in same)
    ]
    if len(others) != 1:
        return None
    at_least = figure.qualifier == Qualifier.AT_LEAST
    low, high = (figure, others[0]) if at_least else (others[0], figure)
    return others[0] if low.value < high.value else None


def _number(writer: Writer, figure: Observation, until: Observation | None = None) -> str:
    """Write what stands beside a mark: the number, for a goal with its kind."""
    sign = "%" if figure.unit == "percent" else ""
    number = figure.number(writer.language) + sign
    if until:
        number = f"{figure.number(writer.language)}\u2013{until.number(writer.language)}{sign}"
    elif figure.qualifier == Qualifier.ORDER:
        number = writer.text(figure)
    elif figure.qualifier != Qualifier.EXACT:
        number = writer.say(f"qualifier-{figure.qualifier}", figure=number)
    return f"{writer.kind(figure)}\n{number}" if marks.is_goal(figure) else number


# Lines -------------------------------------------------------------------------------------


def _joined(shown: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Join results of one standard and one time of the year; a break begins a new line.

    Totals over a period are columns and never joined.
    """
    lines: dict[tuple, list[Point]] = {}
    started = dict.fromkeys((point.figure.standard for point in shown), 0)
    for point in _one_a_date([point for point in shown if point.may_be_joined]):
        standard = point.figure.standard
        if Status.BREAK in limits(point.figure):
            started[standard] += 1
        lines.setdefault((standard, started[standard]), []).append(point)
    kept = (tuple(_of_one_season(line)) for line in lines.values())
    return tuple(line for line in kept if len(line) > 1)


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


def _one_a_date(shown: Sequence[Point]) -> list[Point]:
    """Choose one figure where several stand for one date: the last that is not provisional."""
    kept: list[Point] = []
    for point in sorted(shown, key=lambda one: one.x):
        last = kept[-1] if kept else None
        if last and point.x - last.x < _SAME_TIME and last.figure.standard == point.figure.standard:
            if _preference(point) >= _preference(last):
                kept[-1] = point
        else:
            kept.append(point)
    return kept


def _preference(point: Point) -> int:
    letters = limits(point.figure)
    return -sum(letter in letters for letter in (Status.PROVISIONAL, Status.LOW_RELIABILITY))
