"""Misprints: what a share that fits no base may have been before a slip of digits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...data.figures import Observation


@dataclass(frozen=True, slots=True)
class Misprint:
    """A reading that makes a printed share fit: another base, or one slip of digits.

    Attributes
    ----------
    slip : str
        ``other_base``, ``cut_off``, ``dropped_digit``, ``added_digit``,
        ``transposed_digits`` or ``shifted_mark``.
    value : float
        The share as it would have to be printed.
    base : Observation
        The base that gives it.
    """

    slip: str
    value: float
    base: Observation


def nearest_misprint(
    rate: Observation, count: Observation, bases: list[Observation], factor: float
) -> Misprint | None:
    """Find the plainest reading of a rate that one of the bases could give.

    Parameters
    ----------
    rate, count : Observation
    bases : list of Observation
        Candidate bases, the declared one first.
    factor : float
        100 for a rate in percent.

    Returns
    -------
    Misprint or None
        A base that fits as printed, or else the first base from which one slip of digits
        leads to the printed rate.
    """
    if rate.numeral is None:
        return None
    places = rate.numeral.decimals
    shares = [(base, factor * count.value / base.value) for base in bases if base.value > 0]
    for base, share in shares[1:]:
        if rate.interval.contains(share):
            return Misprint("other_base", rate.value, base)
    printed = _digits(rate.value, places)
    for base, share in shares:
        slip = slip_between(_digits(share, places), printed)
        if slip:
            return Misprint(slip, round(share, places), base)
        if any(rate.interval.contains(share * 10.0**shift) for shift in (-2, -1, 1, 2)):
            return Misprint("shifted_mark", round(share, 2), base)
        if math.isclose(math.floor(share * 10**places) / 10**places, rate.value):
            return Misprint("cut_off", round(share, places), base)
    return None


def slip_between(meant: str, printed: str) -> str | None:
    """Name the single slip that turns one row of digits into another.

    Examples
    --------
    >>> slip_between("3382", "382"), slip_between("382", "3382"), slip_between("1756", "1765")
    ('dropped_digit', 'added_digit', 'transposed_digits')
    """
    if len(meant) == len(printed) + 1 and _without_one(meant, printed):
        return "dropped_digit"
    if len(printed) == len(meant) + 1 and _without_one(printed, meant):
        return "added_digit"
    differ = [
        place for place, pair in enumerate(zip(meant, printed, strict=False)) if pair[0] != pair[1]
    ]
    if len(meant) != len(printed) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return None
    first, second = differ
    swapped = meant[first] == printed[second] and meant[second] == printed[first]
    return "transposed_digits" if swapped else None


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _digits(value: float, places: int) -> str:
    """Write the digits of a number to some decimals, without mark or leading zeros."""
    return str(math.floor(value * 10**places + 0.5))
