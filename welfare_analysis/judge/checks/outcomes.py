"""Outcomes: what one check compared, and what interval arithmetic says of it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from ...codes import GOALS, Qualifier
from ...data.figures import Observation
from ...data.intervals import Interval

_TOLERANCE = 1e-9  # relative; keeps binary fractions from deciding an outcome


class Outcome(StrEnum):
    """The outcome of a check, the gravest first."""

    INCONSISTENT = "inconsistent"
    WITHIN_ROUNDING = "within_rounding"
    NOT_TESTABLE = "not_testable"
    CONSISTENT = "consistent"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it can mean.

    Attributes
    ----------
    value : float
    interval : Interval
        What the printed precision and qualifiers allow.
    loose : Interval
        The same, if counts printed with trailing zeros (``14.500``) were rounded.
    """

    value: float
    interval: Interval
    loose: Interval

    @classmethod
    def of(cls, figure: Observation) -> Quantity:
        """Take the number of a printed figure."""
        interval = _printed(figure)
        return cls(figure.value, interval, _loose(figure, interval))

    @classmethod
    def exactly(cls, value: float) -> Quantity:
        """Take an exact number."""
        point = Interval.point(value)
        return cls(value, point, point)

    @classmethod
    def computed(cls, formula: Callable[..., Interval], *inputs: Quantity) -> Quantity:
        """Compute a number from others; `formula` maps intervals to an interval."""
        value = formula(*(Interval.point(one.value) for one in inputs)).middle
        interval = formula(*(one.interval for one in inputs))
        loose = formula(*(one.loose for one in inputs))
        return cls(value, interval, loose)

    @classmethod
    def total(cls, inputs: list[Quantity]) -> Quantity:
        """Add numbers."""
        return cls.computed(lambda *parts: reduce(Interval.__add__, parts), *inputs)


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one place.

    Attributes
    ----------
    code : str
        Which check it is.
    outcome : Outcome
    inputs : tuple of Observation
        The printed figures compared; area and date are those of the first.
    stated, recomputed : Quantity or None
        What is printed, and what follows from the other figures.
    unit : str
        Unit of both.
    explain : callable
        Writes the explanation, given a `Wording`.
    doubt : bool
        Whether an inconsistency is improbable rather than impossible.
    """

    code: str
    outcome: Outcome
    inputs: tuple[Observation, ...]
    stated: Quantity | None
    recomputed: Quantity | None
    unit: str
    explain: Callable[..., str]
    doubt: bool = False

    @property
    def area(self) -> str:
        """Reference area of the first input."""
        return self.inputs[0].area

    @property
    def period_end(self) -> datetime.date:
        """End of the period of the first input."""
        return self.inputs[0].period_end


def judge(stated: Quantity, recomputed: Quantity) -> Outcome:
    """Compare a printed number with the recomputed one.

    Consistent when the recomputed value prints as stated; within rounding when only the
    intervals meet, or would if round counts were rounded; else inconsistent.
    """
    if holds(stated.interval, recomputed.value):
        return Outcome.CONSISTENT
    if meets(stated.interval, recomputed.interval) or meets(stated.loose, recomputed.loose):
        return Outcome.WITHIN_ROUNDING
    return Outcome.INCONSISTENT


def judge_bound(part: Quantity, whole: Quantity) -> Outcome:
    """Check that a number is not above another."""
    if part.value <= whole.value * (1 + _TOLERANCE):
        return Outcome.CONSISTENT
    if _reaches(part.interval.low, whole.interval.high) or _reaches(
        part.loose.low, whole.loose.high
    ):
        return Outcome.WITHIN_ROUNDING
    return Outcome.INCONSISTENT


def meets(a: Interval, b: Interval) -> bool:
    """Tell whether intervals meet; ends that touch may be rounded either way."""
    return _reaches(a.low, b.high) and _reaches(b.low, a.high)


def holds(interval: Interval, value: float) -> bool:
    """Tell whether a number lies in an interval, but for binary fractions."""
    return interval.contains(value) or (
        interval.is_point and abs(interval.low - value) <= _TOLERANCE * max(1.0, abs(value))
    )


def common(intervals: list[Interval]) -> Interval | None:
    """Return what all intervals share; None if two of them do not meet."""
    low = max(intervals, key=lambda one: one.low)
    high = min(intervals, key=lambda one: one.high)
    if not meets(low, high):
        return None
    return Interval(
        min(low.low, high.high), max(low.low, high.high), low.low_closed, high.high_closed
    )


def _reaches(low: float, high: float) -> bool:
    return low <= high + _TOLERANCE * max(abs(low), abs(high) if abs(high) != float("inf") else 0)


def _printed(figure: Observation) -> Interval:
    """Return what a printed figure can mean; a density without decimals is rounded too."""
    whole = figure.numeral is not None and not figure.numeral.rounded
    if figure.unit_row["kind"] == "density" and whole and figure.qualifier == Qualifier.EXACT:
        return Interval(figure.value - 0.5, figure.value + 0.5)
    return figure.interval


def _loose(figure: Observation, interval: Interval) -> Interval:
    """Widen a count printed with two or more trailing zeros to half of its last place.

    By no more than 1 %: that ``10.000`` was rounded to thousands is for the source to say.
    """
    numeral = figure.numeral
    plain = figure.qualifier == Qualifier.EXACT and figure.measure not in GOALS
    if not plain or numeral is None or numeral.rounded or figure.value < 1_000:
        return interval
    step = min(numeral.significant_step, 10.0 ** math.floor(math.log10(figure.value / 50)))
    if step < 100:
        return interval
    return Interval(figure.value - step / 2, figure.value + step / 2)
