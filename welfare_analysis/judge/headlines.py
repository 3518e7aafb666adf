"""Headlines: the result that stands for a subject in an area, its start, or its gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..codes import RESULTS, MeasureKind, Temporal
from ..data.areas import containing
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..messages import message
from .derived import Figure
from .limits import is_doubtful
from .ranking import STANDING
from .results import results
from .times import closing

# What every profile is asked for: an indicator, or a concept whose indicators stand in for
# each other.
CORE = {
    "poor_household_rate": "poverty",
    "near_poor_household_rate": "poverty",
    "vocational_enrolment": "training",
    "trained_labour_rate": "training",
    "labour_export": "labour_export",
}

_COUNTED = (MeasureKind.ACTUAL,)


@dataclass(frozen=True)
class Gap:
    """A core subject on which an area has no result.

    Attributes
    ----------
    core : str
        Indicator or concept code.
    instead : Observation, Measure or None
        An estimate, target or plan of the area on the subject; no result.
    above : Observation, Measure or None
        The result or estimate of the nearest area that contains it; no substitute.
    """

    core: str
    instead: Figure | None
    above: Figure | None

    def name(self, language: str) -> str:
        """Name the subject."""
        return message(f"core-{self.core}", language)


def result_of(
    data: Catalogue, core: str, area: str, measures: Iterable[str] = _COUNTED
) -> Figure | None:
    """Choose the figure that stands for a subject: what follows from others only unprinted."""
    known = results(data, core, area, measures)
    printed = [one for one in known if isinstance(one, Observation)]
    return STANDING.best(printed or known)


def start_of(data: Catalogue, result: Figure) -> Figure | None:
    """Find the first sound result by the standard of a later one."""
    if result.indicator_row["temporal"] != Temporal.STOCK or not result.standard:
        return None
    known = results(data, result.indicator, result.area, _COUNTED)
    alike = (one for one in known if one.standard == result.standard and not is_doubtful(one))
    first = next(alike, None)
    return first if first and closing(first) < closing(result) else None


def gaps_of(data: Catalogue, area: str) -> list[Gap]:
    """List the core subjects of the codebook on which an area has no result.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> [gap.core for gap in gaps_of(load(), "VN-69-165")]
    ['vocational_enrolment', 'trained_labour_rate', 'labour_export']
    """
    known = {*data.indicators["indicator"], *data.indicators["concept"]}
    asked = (core for core in CORE if core in known)
    return [gap_of(data, core, area) for core in asked if result_of(data, core, area) is None]


def gap_of(data: Catalogue, core: str, area: str) -> Gap:
    """Say what there is in place of a result, in the area and above it."""
    wider = (result_of(data, core, one, RESULTS) for one in containing(data, area))
    return Gap(
        core,
        result_of(data, core, area, [one for one in MeasureKind if one not in _COUNTED]),
        next((figure for figure in wider if figure is not None), None),
    )
