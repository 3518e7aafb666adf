"""Shared: the figures over time by the one standard that most places and the areas around share."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from ..codes import Status, Temporal
from ..data.areas import containing
from ..data.catalogue import Catalogue
from .derived import Figure
from .limits import is_doubtful, limits
from .results import results
from .times import closing

_ONE_TIME = datetime.timedelta(days=550)  # figures of places further apart hardly meet


def shared(data: Catalogue, subject: str, areas: Sequence[str]) -> list[Figure]:
    """List the results of places and of the areas around them that follow one standard.

    The standard is that of the most places around one time; of several the one of the most areas
    around them, then the one in force last.  What follows from printed figures counts: a place
    without poor households has a rate of zero by the standard of the count.

    Parameters
    ----------
    data : Catalogue
    subject : str
        Code of an indicator that is a rate at a date, of which more is better or worse.
    areas : sequence of str
        Codes.

    Returns
    -------
    list of Observation or Measure
        By place, oldest first; a doubtful figure only where a sound one is newer or older.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> found = shared(load(), "poor_household_rate", ["VN-HN", "VN-SG", "VN-05", "VN-69-165"])
    >>> {one.standard for one in found}, sorted({one.area for one in found})[:4]
    ({'VN-2022-2026'}, ['VN', 'VN-05', 'VN-69-165', 'VN-HN'])
    """
    row = data.record("indicators", subject)
    is_rate = data.record("units", row["unit"])["kind"] == "rate"
    if row["temporal"] != Temporal.STOCK or row["direction"] == "neutral" or not is_rate:
        return []
    around = dict.fromkeys(above for area in areas for above in containing(data, area))
    every = dict.fromkeys((*areas, *around))
    known = [one for area in every for one in results(data, subject, area) if _is_usual(one)]
    sound = [one for one in known if not any(map(is_doubtful, one.inputs))]
    places = set(areas)

    def reach(standard: str) -> tuple:
        own = [one for one in sound if one.standard == standard]
        begins = data.record("standards", standard)["valid_from"] if standard else None
        return _near(own, places), len({one.area for one in own} - places), str(begins or "")

    best = max({one.standard for one in sound}, key=reach, default=None)
    if best is None or not reach(best)[0]:
        return []
    with_sound = {one.area for one in sound if one.standard == best}
    return [one for one in known if one.standard == best and one.area in with_sound]


def widest(data: Catalogue, subjects: Iterable[str], areas: Sequence[str]) -> list[Figure]:
    """Return what the most places share, of several subjects; of subjects alike the first."""
    found = (shared(data, subject, areas) for subject in subjects)
    return max(found, key=lambda one: _near(one, set(areas)), default=[])


def _near(figures: Iterable[Figure], places: set[str]) -> int:
    """Count the places whose newest figure lies near that of the place with the newest."""
    newest: dict[str, datetime.date] = {}
    for one in figures:
        if one.area in places:
            newest[one.area] = max(closing(one), newest.get(one.area, closing(one)))
    last = max(newest.values(), default=None)
    return sum(last - day <= _ONE_TIME for day in newest.values())


def _is_usual(figure: Figure) -> bool:
    """Tell whether a figure and what it follows from are of the usual definition."""
    return not any(Status.DEFINITION_DIFFERS in limits(one) for one in figure.inputs)
