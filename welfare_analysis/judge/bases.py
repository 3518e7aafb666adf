"""Bases: the number of inhabitants or households that a count is put on, chosen in one way.

A chart, a table, the desk and a report that put one count on a base give one number: of the
sound populations of the place, the one nearest to the middle of the period counts, and of two
equally near an average over a year before a count of a day.
"""

from __future__ import annotations

from .. import arguments
from ..codes import RESULTS
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observations
from ..errors import NotComparable, UnknownName
from ..texts import Said
from .derived import FIGURE, PRINTED, Figure, Measure
from .measures import per_base, share, yearly
from .ranking import BASE
from .results import results
from .times import middle, one_date

# What counts, the better of two equally near first.
INDICATORS = {
    "inhabitants": ("population_average", "population"),
    "households": ("households", "poverty_review_households"),
}
_PER = {"inhabitants": 100_000, "households": 1_000}  # of how many a count is told


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


def share_of_people(data: Catalogue, share_of: Measure) -> Measure | None:
    """Put beside a share in a whole the share in its population, at the time nearest to it.

    Examples
    --------
    >>> from welfare_analysis import load, share, total
    >>> data = load()
    >>> years = "vamas-2022-vn-workers-2021", "vamas-2023-vn-workers-2022"
    >>> country = total([data[name] for name in (*years, "vamas-2024-vn-workers-2023")])
    >>> sent = share(data["ldxh-hn-2024-p11-workers-sent-abroad"], country)
    >>> sent.text("en"), share_of_people(data, sent).text("en")
    ('about 3.4%', '8.48%')
    """
    part, whole = share_of.operands
    people = base_for(data, part, "inhabitants")
    if people is None:
        return None
    known = results(data, people.indicator, whole.area, RESULTS)
    same = [one for one in known if one_date(people, one)]
    return share(people, same[0]) if same else None


@arguments.reads(data=arguments.data, figure=FIGURE, per=arguments.positive)
def on_base(
    data: Catalogue,
    figure: Figure,
    base: str | Observation = "inhabitants",
    per: int | None = None,
) -> Measure | None:
    """Put a count on its base, a total over more than a year as its yearly average.

    Parameters
    ----------
    data : Catalogue
    figure : Observation or Measure
        A count.
    base : {"inhabitants", "households"} or Observation
        What it is put on: the sound number nearest to the middle of the period, or one you name.
    per : int, optional
        Of how many it is told: of 100,000 inhabitants or 1,000 households.

    Returns
    -------
    Measure or None
        None where the data hold no such base of the place.

    Raises
    ------
    NotComparable
        If the figure is no count, or the base no population of its place.

    Examples
    --------
    >>> from welfare_analysis import load, one
    >>> data = load()
    >>> sent = data["ldxh-hn-2024-p11-workers-sent-abroad"]
    >>> on_base(data, sent).text("en"), on_base(data, sent, per=1_000).text("en")
    ('47.3 per 100,000 inhabitants', '0.47 per 1,000 inhabitants')
    >>> on_base(data, sent, one(data, "population", "Hà Nội", "2024-04-01")).text("en")
    'about 45.9 per 100,000 inhabitants'
    """
    if isinstance(base, Observation):
        chosen, kind = base, "households" if base.unit == "households" else "inhabitants"
    elif isinstance(base, str) and base in _PER:
        chosen, kind = base_for(data, figure, base), base
    else:
        raise UnknownName("base", base, _PER)
    if chosen is None:
        return None
    return per_base(kind, yearly(figure), chosen, _PER[kind] if per is None else per)


@arguments.reads(data=arguments.data, count=FIGURE, base=PRINTED, per=arguments.positive)
def per_households(
    data: Catalogue, count: Figure, base: Observation | None = None, per: int = _PER["households"]
) -> Measure:
    """Compute a count per 1,000 households, or any other number of them.

    Parameters
    ----------
    data : Catalogue
    count : Observation or Measure
    base : Observation, optional
        The number of households; by default that which is nearest to the time of the count.
    per : int, default 1000

    Raises
    ------
    NotComparable
        If the figure is no count, runs over more than a year, or there is no such base.

    Examples
    --------
    >>> from welfare_analysis import load, one
    >>> data = load()
    >>> households = one(data, "households", "Hà Nội", 2019)
    >>> per_households(data, data["ldxh-hn-2024-p16-poor-households"], households).text("en")
    '0.31 per 1,000 households'
    """
    return per_base("households", count, base or _nearest(data, count, "households"), per)


@arguments.reads(data=arguments.data, count=FIGURE, base=PRINTED, per=arguments.positive)
def per_inhabitants(
    data: Catalogue, count: Figure, base: Observation | None = None, per: int = _PER["inhabitants"]
) -> Measure:
    """Compute a count per 100,000 inhabitants, or any other number of them.

    Parameters
    ----------
    data : Catalogue
    count : Observation or Measure
    base : Observation, optional
        The population; by default that which is nearest to the time of the count.
    per : int, default 100000

    Raises
    ------
    NotComparable
        If the figure is no count, runs over more than a year, or there is no such base.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> people, sent = data["nso-e02-01-vn-population-2023"], data["vamas-2024-vn-workers-2023"]
    >>> [per_inhabitants(data, sent, people, per).text("en") for per in (1_000, 100_000)]
    ['1.59 per 1,000 inhabitants', '159 per 100,000 inhabitants']
    """
    return per_base("inhabitants", count, base or _nearest(data, count, "inhabitants"), per)


def _nearest(data: Catalogue, count: Figure, kind: str) -> Observation:
    """Find the base of a count, or say that the data hold none."""
    found = base_for(data, count, kind)
    if found is None:
        raise NotComparable(Said("base-missing", area=count.area, indicators=INDICATORS[kind]))
    return found
