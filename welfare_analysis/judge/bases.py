"""Bases: the number of inhabitants or households that a count is put on, chosen in one way.

A chart, a table, the desk and a report that put one count on a base give one number: of the
sound populations of the place, the one nearest to the middle of the period counts, and of two
equally near an average over a year before a count of a day.
"""

from __future__ import annotations

from ..codes import RESULTS
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observations
from .derived import Figure, Measure
from .measures import per_households, per_inhabitants, yearly
from .ranking import BASE
from .times import middle

# What counts, the better of two equally near first.
INDICATORS = {
    "inhabitants": ("population_average", "population"),
    "households": ("households", "poverty_review_households"),
}
_MEASURES = {"inhabitants": per_inhabitants, "households": per_households}


def base_for(data: Catalogue, figure: Figure, per: str) -> Observation | None:
    """Choose the base of a figure: the nearest to the middle of its period; None without one.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> sent = data["ldxh-hn-2024-p11-workers-sent-abroad"]  # 2021 to 2023
    >>> base_for(data, sent, "inhabitants").period("en")
    '2022'
    """
    order = INDICATORS[per]
    frame = data.where(order, [figure.area])
    known = observations(data, frame[frame["measure"].isin(RESULTS)])
    known = [one for one in known if one.value]
    known.sort(key=lambda one: (order.index(one.indicator), one.observation))
    return BASE.best(known, middle(figure))


def on_base(data: Catalogue, figure: Figure, per: str) -> Measure | None:
    """Put a count on its base, a total over more than a year as its yearly average.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> sent = data["ldxh-hn-2024-p11-workers-sent-abroad"]
    >>> on_base(data, sent, "inhabitants").text("en")
    '47.3 per 100,000 inhabitants'
    """
    base = base_for(data, figure, per)
    return _MEASURES[per](yearly(figure), base) if base else None
