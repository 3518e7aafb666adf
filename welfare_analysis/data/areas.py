"""Areas: which area lies in which, and when; what is asked of the tree of areas is asked here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import UsageError
from .catalogue import Catalogue
from .figures import Records


def containing(data: Records, area: str) -> Iterator[str]:
    """Yield the areas that contain an area, the nearest first.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> list(containing(load(), "VN-69-165"))
    ['VN-69', 'VN-R-NMM', 'VN']
    """
    seen = {area}
    while area := data.record("areas", area)["parent"]:
        if area in seen:
            raise UsageError(f"Area {area} contains itself: correct `parent` in areas.csv.")
        seen.add(area)
        yield area


def inside(data: Catalogue, area: str) -> list[str]:
    """List the areas that an area contains, near and far, in the order of the table."""
    return [one for one in data.areas["area"] if area in containing(data, one)]


def overlap(first: Mapping, second: Mapping) -> bool:
    """Tell whether two records of areas were in force on some day together.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> rows = [load().record("areas", area) for area in ("VN-SG", "VN-SG-2025", "VN-HN")]
    >>> overlap(rows[0], rows[1]), overlap(rows[0], rows[2])
    (False, True)
    """
    return not (
        first["valid_to"] < second["valid_from"] or second["valid_to"] < first["valid_from"]
    )
