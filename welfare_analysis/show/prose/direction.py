"""Direction: words for a change or an order, only where the intervals allow one."""

from __future__ import annotations

from dataclasses import replace

from ...errors import UsageError
from ...judge.derived import Measure
from ...messages import message
from ..words import Figure


def change(measure: Measure, language: str) -> str:
    """Say a change in words: ``giảm khoảng 0,57 điểm phần trăm``.

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
    """
    if not measure.code.startswith("change"):
        raise UsageError(f"{measure.code!r} is no change: use change_points or change_percent.")
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
    """
    one, other = first.interval, second.interval
    if one.is_point and other.is_point and one.low == other.low:
        return message("order-equal", language)
    if one.meets(other):
        return message("order-unclear", language)
    return message("order-above" if one.low >= other.high else "order-below", language)
