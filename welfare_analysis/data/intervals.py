"""Intervals: what a printed figure can mean, and arithmetic that carries it along."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of real numbers with open or closed ends.

    Parameters
    ----------
    low, high : float
        The ends; may be infinite.
    low_closed, high_closed : bool
        Whether the end itself belongs to the interval.

    Examples
    --------
    >>> rate = Interval(0.025, 0.035)           # a printed 0,03 %
    >>> rate.contains(0.03), rate.contains(0.035)
    (True, False)
    >>> (Interval.point(690) / rate * 100).contains(2_250_000)
    True
    """

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = False

    def __post_init__(self):
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"An interval needs low <= high, found {self.low} and {self.high}.")
        if self.low == self.high:  # a single number belongs to its own interval
            object.__setattr__(self, "low_closed", True)
            object.__setattr__(self, "high_closed", True)

    @classmethod
    def point(cls, value: float) -> Interval:
        """Make the interval of one exact number."""
        return cls(value, value, True, True)

    @property
    def is_point(self) -> bool:
        """Whether the interval holds one number only."""
        return self.low == self.high

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The two ends as a file keeps them: None for one that is infinite."""
        low, high = (end if math.isfinite(end) else None for end in (self.low, self.high))
        return low, high

    @property
    def width(self) -> float:
        """Distance between the ends."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """Point half-way between the ends; the finite end where one is infinite."""
        if math.isinf(self.high):
            return self.low
        return self.high if math.isinf(self.low) else (self.low + self.high) / 2

    def contains(self, value: float) -> bool:
        """Tell whether a number lies in the interval."""
        above = value > self.low or (self.low_closed and value == self.low)
        below = value < self.high or (self.high_closed and value == self.high)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Tell whether the two intervals share a number."""
        first, second = (self, other) if self.low <= other.low else (other, self)
        if first.low == second.low:
            return (
                True
                if not (first.is_point or second.is_point)
                else (first.contains(second.low) and second.contains(first.low))
            )
        if second.low < first.high:
            return True
        return second.low == first.high and first.high_closed and second.low_closed

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        low, low_closed = min((self.low, not self.low_closed), (other.low, not other.low_closed))
        high, high_closed = max((self.high, self.high_closed), (other.high, other.high_closed))
        return Interval(low, high, not low_closed, high_closed)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_closed, self.low_closed)

    def __add__(self, other: Interval | float) -> Interval:
        other = _as_interval(other)
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval | float) -> Interval:
        return self + -_as_interval(other)

    def __mul__(self, other: Interval | float) -> Interval:
        other = _as_interval(other)
        if self.low > 0 and other.low > 0:  # nearly always, and then low goes with low
            return Interval(
                self.low * other.low,
                self.high * other.high,
                self.low_closed and other.low_closed,
                self.high_closed and other.high_closed,
            )
        ends = [
            (_product(a, b), a_closed and b_closed)
            for a, a_closed in ((self.low, self.low_closed), (self.high, self.high_closed))
            for b, b_closed in ((other.low, other.low_closed), (other.high, other.high_closed))
        ]
        low = min(value for value, _ in ends)
        high = max(value for value, _ in ends)
        return Interval(
            low,
            high,
            any(closed for value, closed in ends if value == low),
            any(closed for value, closed in ends if value == high),
        )

    def __truediv__(self, other: Interval | float) -> Interval:
        other = _as_interval(other)
        if other.low < 0 < other.high or other.is_point and other.low == 0:
            raise ZeroDivisionError("Division by an interval that holds zero.")
        inverse = Interval(
            1 / other.high if other.high else -math.inf,
            1 / other.low if other.low else math.inf,
            other.high_closed and other.high != 0,
            other.low_closed and other.low != 0,
        )
        return self * inverse

    def __pow__(self, power: float) -> Interval:
        """Raise every number of an interval without negative ones to a power above zero."""
        return Interval(self.low**power, self.high**power, self.low_closed, self.high_closed)

    def __str__(self) -> str:
        if self.is_point:
            return f"{self.low:g}"
        left, right = "[" if self.low_closed else "(", "]" if self.high_closed else ")"
        return f"{left}{self.low:g}, {self.high:g}{right}"


def _as_interval(value: Interval | float) -> Interval:
    return value if isinstance(value, Interval) else Interval.point(value)


def _product(a: float, b: float) -> float:
    # 0 x infinity: the bound of a product with zero is zero, not "not a number".
    return 0.0 if a == 0 or b == 0 else a * b
