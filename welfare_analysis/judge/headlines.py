"""Headlines: the result that stands for a subject in an area, its start, its goal, or its gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..codes import GOALS, RESULTS, Measure, Qualifier, Status, Temporal
from ..data.areas import containing
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observation
from ..data.names import resolve_indicators
from ..data.selection import select
from ..messages import message

# What every profile is asked for: an indicator, or a concept whose indicators stand in for
# each other.
CORE = {
    "poor_household_rate": "poverty",
    "near_poor_household_rate": "poverty",
    "vocational_enrolment": "training",
    "trained_labour_rate": "training",
    "labour_export": "labour_export",
}

_COUNTED = (Measure.ACTUAL,)
_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Gap:
    """A core subject on which an area has no result.

    Attributes
    ----------
    core : str
        Indicator or concept code.
    instead : Observation or None
        An estimate, target or plan of the area on the subject; no result.
    above : Observation or None
        The result or estimate of the nearest area that contains it; no substitute.
    """

    core: str
    instead: Observation | None
    above: Observation | None

    def name(self, language: str) -> str:
        """Name the subject."""
        return message(f"core-{self.core}", language)


def result_of(
    data: Catalogue, core: str, area: str, measures: Iterable[str] = _COUNTED
) -> Observation | None:
    """Choose the figure that stands for a subject."""
    codes = resolve_indicators(data, core)
    frame = data.where(codes, [area])
    found = frame[frame["measure"].isin(measures)]
    if found.empty:
        return None
    rows = [data.record("observations", name) for name in found["observation"]]
    best = min(rows, key=lambda row: _rank(data, row))  # of equals the first of the table
    return observation(data, best["observation"])


def _rank(data: Catalogue, row: Mapping) -> tuple:
    """Rank a figure among those on one subject: the least stands for it."""
    standard = row["standard"]
    return (
        -data.record("standards", standard)["valid_from"].value if standard else 0,
        Status.LOW_RELIABILITY in row["status"].split(),
        not _whole_years(row),
        -row["period_end"].value,
        _CONFIDENCE[row["confidence"]],
        row["qualifier"] != Qualifier.EXACT,
    )


def _whole_years(row: Mapping) -> bool:
    """Tell stocks and flows of whole years from flows of some months."""
    start, after = row["period_start"], row["period_end"] + pd.Timedelta(days=1)
    return pd.isna(start) or start.day_of_year == after.day_of_year == 1


def start_of(data: Catalogue, result: Observation) -> Observation | None:
    """Find the first sound result by the standard of a later one."""
    if result.indicator_row["temporal"] != Temporal.STOCK or not result.standard:
        return None
    found = select(data, result.indicator, result.area, measure=_COUNTED, standard=result.standard)
    found = found[~flagged(found, Status.LOW_RELIABILITY)]
    found = found[found["period_end"] < pd.Timestamp(result.period_end)]
    if found.empty:
        return None
    return observation(data, found.sort_values("period_end", kind="stable")["observation"].iloc[0])


def gap_of(data: Catalogue, core: str, area: str) -> Gap:
    """Say what there is in place of a result, in the area and above it."""
    wider = (result_of(data, core, one, RESULTS) for one in containing(data, area))
    return Gap(
        core,
        result_of(data, core, area, [one for one in Measure if one not in _COUNTED]),
        next((figure for figure in wider if figure is not None), None),
    )


def goals_of(data: Catalogue, figures: pd.DataFrame) -> Iterable[tuple[Observation, Observation]]:
    """Yield each sound result or estimate with the goal set for it and for its period."""
    plans = figures[figures["measure"].isin(GOALS)]
    links = plans["related_to"].str.findall(r"\bplan_for:(\S+)")
    for name, results in zip(plans["observation"], links, strict=True):
        goal = observation(data, name)
        for result in (observation(data, one) for one in results):
            sound = Status.LOW_RELIABILITY not in result.status.split()
            if sound and _period(result) == _period(goal):
                yield result, goal


def _period(figure: Observation) -> tuple:
    return figure.period_start, figure.period_end


def flagged(frame: pd.DataFrame, letter: str) -> pd.Series:
    """Tell the rows that carry a status letter."""
    return frame["status"].str.split().map(lambda letters: letter in letters).astype(bool)
