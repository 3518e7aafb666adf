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


class Rule(StrEnum):
    """What a verdict asks of the stated number and the recomputed one, each with its range.

    An end that is touched counts as reached: a half may be rounded either way.

    =============  ==================================  ==================================
    rule           consistent where                    inconsistent where
    =============  ==================================  ==================================
    ``equal``      the stated range holds the          the ranges lie further apart than
                   recomputed number                   the tolerance
    ``at_most``    stated is not above recomputed      the stated range lies above the
                                                       other by more than the tolerance
    ``at_least``   stated is not below recomputed      the stated range lies below the
                                                       other by more than the tolerance
    ``plausible``  the ranges meet; one is that of     they do not
                   what is plausible
    ``changed``    the numbers differ                  they are the same
    ``dated``      never: such a row is made only      always: the date, not the number,
                   where something is wrong            is against it
    ``open``       never                               never: it cannot be tested
    =============  ==================================  ==================================

    What is neither is within rounding, or by the rule ``open`` not testable.
    """

    EQUAL = "equal"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    PLAUSIBLE = "plausible"
    CHANGED = "changed"
    DATED = "dated"
    OPEN = "open"


_ROUNDED = (Rule.EQUAL, Rule.AT_MOST, Rule.AT_LEAST)
Numbers = tuple[float, float, float]  # a number and the ends of its range


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
        exact = formula(*(Interval.point(one.value) for one in inputs))
        interval = loose = exact
        if not all(one.interval.is_point for one in inputs):
            interval = loose = formula(*(one.interval for one in inputs))
        if any(one.loose is not one.interval for one in inputs):
            loose = formula(*(one.loose for one in inputs))
        return cls(exact.middle, interval, loose)

    @classmethod
    def total(cls, inputs: list[Quantity]) -> Quantity:
        """Add numbers."""
        return cls.computed(lambda *parts: reduce(Interval.__add__, parts), *inputs)

    @property
    def numbers(self) -> Numbers:
        """The number and the ends of its range."""
        return self.value, self.interval.low, self.interval.high


@dataclass(frozen=True, slots=True, eq=False)  # a check is like no other, and cheap to look up
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
    rule : Rule
        How the outcome follows from the numbers.
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
    rule: Rule = Rule.EQUAL
    doubt: bool = False

    @property
    def tolerance(self) -> float:
        """How far apart the ranges of the two numbers may lie."""
        if self.stated is None or self.recomputed is None:
            return 0.0
        return tolerance(self.stated, self.recomputed, self.rule)

    @property
    def area(self) -> str:
        """Reference area of the first input."""
        return self.inputs[0].area

    @property
    def period_end(self) -> datetime.date:
        """End of the period of the first input."""
        return self.inputs[0].period_end


def judge(stated: Quantity, recomputed: Quantity, rule: Rule = Rule.EQUAL) -> Outcome:
    """Compare a printed number with the recomputed one."""
    allowed = tolerance(stated, recomputed, rule)
    return decide(rule, stated.numbers, recomputed.numbers, allowed)


def decide(rule: str, stated: Numbers, recomputed: Numbers, allowed: float = 0.0) -> Outcome:
    """Return the outcome that follows from the columns of a row of the audit.

    Parameters
    ----------
    rule : str
        A `Rule`.
    stated, recomputed : tuple of float
        Each number with the low and the high end of its range.
    allowed : float
        The tolerance: how far apart the ranges may lie.

    Examples
    --------
    14,500 households may have been rounded to hundreds, 14,498 not:

    >>> str(decide("equal", (14_500, 14_500, 14_500), (14_498, 14_498, 14_498), 50))
    'within_rounding'
    >>> str(decide("equal", (14_500, 14_500, 14_500), (14_498, 14_498, 14_498)))
    'inconsistent'
    """
    (value, low, high), (other, other_low, other_high) = stated, recomputed
    above = not _reaches(low, other_high, allowed)
    below = not _reaches(other_low, high, allowed)
    match rule:
        case Rule.OPEN:
            return Outcome.NOT_TESTABLE
        case Rule.DATED:
            return Outcome.INCONSISTENT
        case Rule.CHANGED:
            return Outcome.INCONSISTENT if value == other else Outcome.CONSISTENT
        case Rule.PLAUSIBLE:
            return Outcome.INCONSISTENT if above or below else Outcome.CONSISTENT
        case Rule.EQUAL:
            fits, fails = holds(low, high, other), above or below
        case Rule.AT_MOST:
            fits, fails = _reaches(value, other), above
        case Rule.AT_LEAST:
            fits, fails = _reaches(other, value), below
        case _:
            raise ValueError(f"rule must be one of {', '.join(Rule)}, found {rule!r}.")
    if fits:
        return Outcome.CONSISTENT
    return Outcome.INCONSISTENT if fails else Outcome.WITHIN_ROUNDING


def tolerance(stated: Quantity, recomputed: Quantity, rule: Rule = Rule.EQUAL) -> float:
    """Return how far apart two ranges may lie, if counts with trailing zeros were rounded.

    Zero where the ranges meet anyway, and where the rule knows no rounding.
    """
    printed, computed = stated.interval, recomputed.interval
    if rule not in _ROUNDED:
        return 0.0
    if printed.low > computed.high:
        return printed.low - stated.loose.low + (recomputed.loose.high - computed.high)
    if computed.low > printed.high:
        return computed.low - recomputed.loose.low + (stated.loose.high - printed.high)
    return 0.0


def meets(a: Interval, b: Interval) -> bool:
    """Tell whether intervals meet; ends that touch may be rounded either way."""
    return _reaches(a.low, b.high) and _reaches(b.low, a.high)


def holds(low: float, high: float, value: float) -> bool:
    """Tell whether a number lies between two ends, or touches one."""
    return _reaches(low, value) and _reaches(value, high)


def common(intervals: list[Interval]) -> Interval | None:
    """Return what all intervals share; None if two of them do not meet."""
    low = max(intervals, key=lambda one: one.low)
    high = min(intervals, key=lambda one: one.high)
    if not meets(low, high):
        return None
    return Interval(
        min(low.low, high.high), max(low.low, high.high), low.low_closed, high.high_closed
    )


def _reaches(low: float, high: float, allowed: float = 0.0) -> bool:
    size = max(abs(low), abs(high) if not math.isinf(high) else 0)
    return low <= high + allowed + _TOLERANCE * size


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
