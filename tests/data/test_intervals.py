"""Intervals: arithmetic encloses what it should, and no more."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from welfare_analysis.data.intervals import Interval

numbers = st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def members(draw):
    """An interval and a number in it."""
    interval = draw(intervals())
    value = draw(st.floats(interval.low, interval.high))
    assume(interval.contains(value))
    return interval, value


@given(members(), members())
def test_arithmetic_encloses_every_pair_of_members(a, b):
    (first, x), (second, y) = a, b
    for result, value in (
        (first + second, x + y),
        (first - second, x - y),
        (first * second, x * y),
    ):
        slack = 1e-9 * max(1.0, abs(value), abs(result.low), abs(result.high))
        assert result.low - slack <= value <= result.high + slack


@given(members(), members())
def test_division_encloses_every_pair_of_members(a, b):
    (first, x), (second, y) = a, b
    assume(second.low > 0.001 or second.high < -0.001)
    result = first / second
    slack = 1e-9 * max(1.0, abs(x / y))
    assert result.low - slack <= x / y <= result.high + slack


@given(intervals(), intervals())
def test_meeting_is_symmetric_and_agrees_with_a_shared_member(a, b):
    assert a.meets(b) == b.meets(a)
    candidates = [a.low, a.high, b.low, b.high, (max(a.low, b.low) + min(a.high, b.high)) / 2]
    shared = any(a.contains(x) and b.contains(x) for x in candidates)
    assert a.meets(b) == shared


@given(intervals(), intervals())
def test_hull_holds_both(a, b):
    hull = a.hull(b)
    for interval in (a, b):
        assert hull.contains(interval.middle) or not interval.contains(interval.middle)


def test_half_open_neighbours_do_not_meet_but_closed_ones_do():
    assert not Interval(0.025, 0.035).meets(Interval(0.035, 0.045))
    assert Interval(0.0, 1.0, True, True).meets(Interval(1.0, 2.0))


@pytest.mark.parametrize(("low", "high"), [(2, 1), (math.nan, 1), (0, math.nan)])
def test_an_impossible_interval_is_refused(low, high):
    with pytest.raises(ValueError, match="low <= high"):
        Interval(low, high)


def test_division_by_an_interval_around_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        Interval.point(1) / Interval(-1, 1)
