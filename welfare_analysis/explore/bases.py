"""Bases: put counts of places of different size on a base that is named."""

from __future__ import annotations

import pandas as pd

from ..catalogue import Catalogue
from ..codes import Temporal
from ..comparison import Comparison
from ..derived import Measure
from ..errors import NotComparable, UnknownName
from ..figures import Observation, observation
from ..measures import annual_average, per_households, per_inhabitants, period_years

# What can stand under a count, the nearer to the subject first.
BASES = {
    "households": ("households", "poverty_review_households"),
    "inhabitants": ("population_average", "population"),
}
_PER = {"households": per_households, "inhabitants": per_inhabitants}
_FARTHEST = pd.Timedelta(days=6 * 366)  # a census is taken every five years


def base_of(data: Catalogue, area: str, date: pd.Timestamp, base: str) -> Observation | None:
    """Return the base of an area nearest to a date; None where none is within six years.

    Parameters
    ----------
    data : Catalogue
    area : str
    date : datetime-like
    base : {"households", "inhabitants"}
    """
    found = data.where(BASES[base], [area])
    found = found[found["measure"].isin(["actual", "estimate"])]
    if found.empty:
        return None
    distance = (found["period_end"] - pd.Timestamp(date)).abs()
    order = found.assign(distance=distance).sort_values(["distance", "measure"], kind="stable")
    nearest = order.iloc[0]
    return observation(data, nearest["observation"]) if nearest["distance"] <= _FARTHEST else None


def put_on_base(data: Catalogue, figure: Observation, base: str) -> Measure | None:
    """Put a count on a base; a total of several years becomes a yearly average first.

    Returns
    -------
    Measure or None
        None where the area has no base near the date, or the figure is no count.
    """
    under = base_of(data, figure.area, pd.Timestamp(figure.period_end), base)
    if under is None:
        return None
    try:
        return _PER[base](_yearly(figure), under)
    except NotComparable:
        return None


def on_base(data: Catalogue, comparison: Comparison, base: str) -> dict[str, Measure | None]:
    """Put the figures of a comparison on a base; None for an area without a figure or a base.

    Parameters
    ----------
    data : Catalogue
    comparison : Comparison
    base : {"households", "inhabitants"}
        Per 1,000 households, or per 100,000 inhabitants.
    """
    if base not in BASES:
        raise UnknownName("base", base, BASES)
    figures = comparison.figures
    return {area: put_on_base(data, figures[area], base) if area in figures else None
            for area in comparison.observations["area"]}  # fmt: skip


def _yearly(figure: Observation) -> Observation | Measure:
    of_flow = figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start is not None
    return annual_average(figure) if of_flow and period_years(figure) > 1.05 else figure
