"""Timeline: figures at their places on a calendar, and what may be joined there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...codes import GOALS, Status, Temporal
from ...codes import Measure as Kind
from ...data.figures import Observation

_ADJOINING = 1.15  # years between two figures that nothing is missing between


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
        return self.figure.measure in GOALS


@dataclass(frozen=True)
class Break:
    """A date on which the standard changed, as a year with fraction."""

    x: float


@dataclass(frozen=True)
class Panel:
    """One place (and indicator) over time."""

    heading: str
    unit: str
    points: tuple[Point, ...]
    lines: tuple[tuple[Point, ...], ...]
    breaks: tuple[Break, ...]
    standards: tuple[str, ...]
    colour: str
    area: str


def date_position(date: datetime.date) -> float:
    """Return a date as a year with fraction; the end of 31 December is the next whole year."""
    days = 366 if _leap(date.year) else 365
    return date.year + (date.timetuple().tm_yday - (date.timetuple().tm_yday == 1)) / days


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def position(figure: Observation) -> float:
    """Return where a figure stands: at its date, or in the middle of its period."""
    end = date_position(figure.period_end)
    if figure.period_start is None or figure.indicator_row["temporal"] == Temporal.STOCK:
        return end
    return (date_position(figure.period_start) + end) / 2


def is_span(figure: Observation) -> bool:
    """Tell whether a figure is a total over a period, drawn as a column of that width."""
    return figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start is not None


def is_sure(first: Point, last: Point) -> bool:
    """Tell whether a line between two figures is drawn whole: no estimate, doubt or gap."""
    if last.x - first.x > _ADJOINING:
        return False
    return not any(
        point.figure.measure == Kind.ESTIMATE
        or {Status.ESTIMATED, Status.LOW_RELIABILITY} & set(point.figure.status.split())
        for point in (first, last)
    )


def ends_before(figure: Observation, x: float) -> bool:
    """Tell whether a figure closes the time before a break rather than opens the next."""
    opening = figure.period_end.month == 1 and figure.period_end.day <= 5
    return date_position(figure.period_end) < x or (
        not opening and date_position(figure.period_end) <= x
    )
