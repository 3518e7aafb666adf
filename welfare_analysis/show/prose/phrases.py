"""Phrases: a change, an order, an attainment, counts – said only as far as the figures allow."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from ...codes import Verdict
from ...data.figures import Observation
from ...data.numerals import write
from ...errors import NotComparable, UsageError
from ...judge.attaining import attainment
from ...judge.derived import Figure, Measure
from ...messages import joined, message
from ...texts import Said


def change(measure: Measure, language: str) -> str:
    """Say a change in words: ``giảm 0,57 điểm phần trăm``.

    Parameters
    ----------
    measure : Measure
        From `change_points` or `change_percent`.
    language : {"vi", "en"}

    Returns
    -------
    str
        "Up by …", "down by …", "unchanged"; or, where the interval reaches both sides of zero,
        that the published precision shows neither.

    Examples
    --------
    >>> from welfare_analysis import change_points, load, observation
    >>> data = load()
    >>> before = observation(data, "ldxh-sc-2024-p4-poor-rate")
    >>> after = observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    >>> change(change_points(before, after), "vi")
    'giảm 0,24 điểm phần trăm'
    """
    if not measure.code.startswith("change"):
        raise UsageError(Said("no-change-said", measure=measure.code))
    if measure.interval.is_point and measure.value == 0:
        return message("change-none", language)
    if measure.interval.contains(0):
        return message("change-unclear", language)
    name = "change-up" if measure.value > 0 else "change-down"
    return message(name, language, amount=size(measure).text(language))


def size(measure: Measure) -> Measure:
    """Return a change without its sign, where it is surely a fall; else as it is."""
    if measure.interval.high >= 0:
        return measure
    return replace(measure, value=-measure.value, interval=-measure.interval)


def order(first: Figure, second: Figure, language: str) -> str:
    """Say how the first figure stands to the second: ``cao hơn``, ``thấp hơn``, ….

    Figures whose intervals meet are not told apart, unless both are exact and equal.

    Examples
    --------
    >>> from welfare_analysis import load, one
    >>> data = load()
    >>> son_la, song_cong = (
    ...     one(data, "poor_household_rate", place, 2023, measure="actual")
    ...     for place in ("Sơn La", "Sông Công")
    ... )
    >>> order(son_la, song_cong, "en")
    'higher than'
    """
    one, other = first.interval, second.interval
    if one.is_point and other.is_point and one.low == other.low:
        return message("order-equal", language)
    if one.meets(other):
        return message("order-unclear", language)
    return message("order-above" if one.low >= other.high else "order-below", language)


def verdicts(found: Iterable[str], language: str) -> str:
    """Say how many pairs can be compared and how many cannot, and for what reason.

    Parameters
    ----------
    found : iterable of str
        The verdict of every pair.
    language : {"vi", "en"}

    Examples
    --------
    >>> verdicts(["with_caution", "missing", "missing"], "en")
    'none can be compared as it stands, 1 can be compared with caution and 2 lack a figure'
    """
    every = list(found)
    counted = [(verdict, every.count(verdict)) for verdict in Verdict]
    return joined(
        [
            message(f"pairs-{verdict}", language, n=n, shown=write(n, language))
            for verdict, n in counted
            if n or verdict == Verdict.COMPARABLE
        ],
        language,
    )


def attained(result: Observation, goal: Observation, language: str) -> str:
    """Say how a result stands to its goal, or that the two do not match."""
    try:
        ratio = attainment(result, goal)
    except NotComparable:
        return message("not-computed", language)
    if result.indicator_row["direction"] != "lower_better":
        return ratio.text(language)
    if result.interval.high <= goal.interval.low or result.value <= goal.value:
        return message("goal-met", language)
    met = result.interval.meets(goal.interval)
    return message("goal-undecided" if met else "goal-missed", language)


def period_form(start: datetime.date | None, end: datetime.date) -> str:
    """Tell how a date or a period is spoken of."""
    if start is None or start == end:
        return {(12, 31): "end", (1, 1): "start"}.get((end.month, end.day), "date")
    after = end + datetime.timedelta(days=1)
    if start.day != 1 or after.day != 1:
        return "from"
    if start.month == after.month == 1:
        return "year" if start.year == end.year else "years"
    if start.year == end.year:
        return "months" if start.month == 1 else "period"
    return "from_month"
