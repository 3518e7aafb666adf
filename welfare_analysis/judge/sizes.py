"""Sizes: how many people live in a place, as far as it decides whether counts compare."""

from __future__ import annotations

from ..codes import RESULTS
from ..data.catalogue import Catalogue
from ..data.figures import observations
from .ranking import latest_of

# Between places whose populations differ by more, size alone makes a difference in counts that
# a reader would take for one of the subject.
SIZE_FACTOR = 2
_CONCEPT = "population_size"


def population_of(data: Catalogue, area: str) -> float:
    """Return the latest sound population of a place; 0 where none is known.

    A place has one boundary, and within it the number of people changes little beside the
    factor that is asked about; so no date is needed.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> population_of(data, "VN-HN") > SIZE_FACTOR * population_of(data, "VN-05") > 0
    True
    """
    known = data._records.setdefault("populations", {})
    if area not in known:
        table = data.indicators
        indicators = table.loc[table["concept"] == _CONCEPT, "indicator"].tolist()
        frame = data.where(indicators, [area])
        found = latest_of(observations(data, frame[frame["measure"].isin(RESULTS)]))
        known[area] = found.value if found else 0.0
    return known[area]
