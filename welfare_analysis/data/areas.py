"""Areas: which area lies in which, came from which, and when; asked of the table of areas here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..codes import WIDE, Level
from ..errors import UsageError
from ..texts import Said
from .catalogue import Catalogue
from .figures import Records
from .lineage import codes_in

DEFAULT_AREAS = ("VN-HN", "VN-SG", "VN-05", "VN-69-165")  # of the product's own data


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
            raise UsageError(Said("area-in-itself", area=area))
        seen.add(area)
        yield area


def has_province(data: Records, area: str) -> bool:
    """Tell whether an area is a province or a part of one, so that provincial offices answer.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> has_province(load(), "VN-69-165"), has_province(load(), "VN-R-NMM")
    (True, False)
    """
    return data.record("areas", area)["level"] not in (Level.COUNTRY, Level.REGION)


def inside(data: Catalogue, area: str) -> list[str]:
    """List the areas that an area contains, near and far, in the order of the table."""
    return [one for one in data.areas["area"] if area in containing(data, one)]


def predecessors(data: Records, area: str) -> list[str]:
    """List the areas from whose territory an area was formed.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> predecessors(load(), "VN-69-2025"), predecessors(load(), "VN-69")
    (['VN-69', 'VN-53'], [])
    """
    return codes_in(data.record("areas", area)["predecessors"])


def successors(data: Catalogue, area: str) -> list[str]:
    """List the areas that an area became part of, in the order of the table.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> successors(load(), "VN-69"), successors(load(), "VN-HN")
    (['VN-69-2025'], [])
    """
    codes = zip(data.areas["area"], data.areas["predecessors"], strict=True)
    return [one for one, cell in codes if area in codes_in(cell)]


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


def default_areas(data: Catalogue) -> list[str]:
    """Return the places that are compared where none is named.

    They are the four of the product.  Of data with less than two of these, they are the four
    with the most figures, regions and the country left out.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> default_areas(load())
    ['VN-HN', 'VN-SG', 'VN-05', 'VN-69-165']
    """
    ours = [area for area in DEFAULT_AREAS if (data.areas["area"] == area).any()]
    if len(ours) > 1:
        return ours
    places = data.areas.loc[~data.areas["level"].isin(WIDE), "area"]
    counts = data.observations["area"].value_counts()
    most = sorted(places, key=lambda area: -counts.get(area, 0))[: len(DEFAULT_AREAS)]
    return [area for area in places if area in most]
