"""Measures: figures derived from printed ones, with interval, inputs and unit."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

from .. import arguments
from ..codes import parts_of
from ..data.areas import containing
from ..data.figures import Observation
from ..data.intervals import Interval
from ..errors import NotComparable
from ..texts import Said, both
from .derived import FIGURE, PRINTED, Figure, Measure
from .times import one_date, period_years
from .windows import differing

LONGEST_FLOW = 1.05  # years: a longer total is no yearly rate of anything
_HOUSEHOLD_BASES = ("poverty_review_households",)


@arguments.reads(part=FIGURE, whole=FIGURE)
def share(part: Figure, whole: Figure) -> Measure:
    """Compute a part in percent of its whole, for example an area in the national total.

    Raises
    ------
    NotComparable
        If unit or period differ, the area of the part does not lie in that of the whole, or
        the two count unlike things: other indicators of a theme, and a population, are like.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> women, sent = data["vamas-2024-vn-women-2023"], data["vamas-2024-vn-workers-2023"]
    >>> share(women, sent).text("en")
    'about 34.9%'
    """
    if part.unit != whole.unit:
        raise NotComparable(Said("share-of-units", part=part.unit, whole=whole.unit))
    if not one_date(part, whole):
        raise NotComparable(Said("share-of-periods", part=part.period, whole=whole.period))
    _of_whole(part.inputs[0], whole.inputs[0])
    return put_on("share", part, whole, 100, "percent")


@arguments.reads(flow=FIGURE)
def annual_average(flow: Figure) -> Measure:
    """Compute the yearly average of a cumulative flow.

    The length of the period in days over 365.2425, so that eight months count as two thirds
    of a year.  The average says nothing about any single year.

    Raises
    ------
    NotComparable
        If the figure is no flow.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> sent = observation(load(), "ldxh-hn-2024-p11-workers-sent-abroad")
    >>> annual_average(sent).text("en")
    'about 3,986 persons'
    """
    first = flow.inputs[0]
    if flow.period_start is None or first.indicator_row["temporal"] != "flow":
        raise NotComparable(Said("no-flow", figure=first.observation))
    years = period_years(flow)
    return Measure("annual_average", flow.value / years, flow.interval / years, flow.unit, (flow,))


@arguments.reads(flows=arguments.some(arguments.list_of(Observation, said="fit-flows")))
def total(flows: Sequence[Observation]) -> Measure:
    """Add flows of adjoining periods of one indicator and area (2021 + 2022 + 2023).

    Raises
    ------
    NotComparable
        If the flows differ in indicator, area or unit, or leave a gap or overlap in time.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> total([data["vamas-2023-vn-workers-2022"], data["vamas-2024-vn-workers-2023"]]).text("en")
    '302,765 persons'
    """
    flows = sorted(flows, key=lambda flow: flow.period_end)
    for earlier, later in itertools.pairwise(flows):
        why = differing(earlier, later)
        if why:
            names = both((earlier.observation, later.observation))
            raise NotComparable(Said("no-series", names=names, why=why))
        if later.period_start != earlier.period_end + datetime.timedelta(days=1):
            facts = {"later": later.observation, "later_period": later.period}
            facts |= {"earlier": earlier.observation, "earlier_period": earlier.period}
            raise NotComparable(Said("no-total", **facts))
    interval = sum((flow.interval for flow in flows), Interval.point(0))
    return Measure(
        "total", sum(flow.value for flow in flows), interval, flows[0].unit, tuple(flows)
    )


@arguments.reads(count=PRINTED, rate=PRINTED)
def implied_base(count: Observation, rate: Observation) -> Measure:
    """Compute the base that a count and its rate imply: count / rate.

    A rate of two significant digits leaves a wide interval; it is the interval, not the
    value, that can contradict another base.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> poor, rate = data["ldxh-sc-2024-p4-poor-households"], data["ldxh-sc-2024-p4-poor-rate"]
    >>> implied_base(poor, rate).range("en")
    '18,570 to 18,690 households'
    """
    _of_unit(rate, "percent")
    if count.area != rate.area or count.period_end != rate.period_end:
        names = both((count.observation, rate.observation))
        raise NotComparable(Said("other-place-or-date", names=names))
    numerator = rate.indicator_row["numerator"]
    if numerator and numerator != count.indicator:
        facts = {"rate": rate.observation, "numerator": numerator, "count": count.indicator}
        raise NotComparable(Said("rate-of-another", **facts))
    if rate.interval.low <= 0:
        raise NotComparable(Said("rate-of-zero", rate=rate.observation))
    return Measure(
        "implied_base",
        100 * count.value / rate.value,
        count.interval / rate.interval * 100,
        count.unit,
        (count, rate),
    )


def put_on(code: str, numerator: Figure, denominator: Figure, factor: float, unit: str) -> Measure:
    """Divide one figure by another that is not zero, times a factor."""
    if denominator.value == 0:
        names = list(denominator.observations)
        raise NotComparable(Said("divided-by-zero", names=names))
    value = factor * numerator.value / denominator.value
    interval = numerator.interval / denominator.interval * factor
    return Measure(code, value, interval, unit, (numerator, denominator))


def per_base(kind: str, count: Figure, base: Observation, per: int) -> Measure:
    """Divide a count by a base of its place, told per so many of them.

    Parameters
    ----------
    kind : {"inhabitants", "households"}
    count : Observation or Measure
    base : Observation
    per : int
    """
    _base(count, base, "persons" if kind == "inhabitants" else kind)
    return put_on(f"per_{kind}", count, base, per, f"per_{per}_{kind}")


def _of_whole(part: Observation, whole: Observation) -> None:
    """Refuse a part of something else, or of another place."""
    like = part.indicator_row["theme"] == whole.indicator_row["theme"]
    if not (like or _is_population(whole)):
        raise NotComparable(_no_part(part, part.indicator, whole, whole.indicator))
    within = set(parts_of(whole.breakdown)) <= set(parts_of(part.breakdown))
    if part.base == whole.base and not within:
        own = part.breakdown or Said("all-of-it")
        raise NotComparable(_no_part(part, own, whole, whole.breakdown))
    if whole.area not in (part.area, *containing(part.data, part.area)):
        raise NotComparable(Said("not-within", part=part.area, whole=whole.area))


def _no_part(part: Observation, own: object, whole: Observation, other: object) -> Said:
    facts = {"part": part.observation, "whole": whole.observation}
    return Said("no-part-of", **facts, own=own, other=other)


def _is_population(base: Observation) -> bool:
    return base.indicator_row["theme"] == "population" or base.indicator in _HOUSEHOLD_BASES


def _of_unit(figure: Observation, unit: str) -> None:
    if figure.unit != unit:
        facts = {"names": figure.observation, "unit": figure.unit, "expected": unit}
        raise NotComparable(Said("other-unit", **facts))


def _base(count: Figure, base: Observation, unit: str) -> None:
    _of_unit(base, unit)
    if count.area != base.area:
        facts = {"base": base.observation, "area": base.area, "expected": count.area}
        raise NotComparable(Said("base-of-another", **facts))
    if not _is_population(base):
        raise NotComparable(Said("no-base", base=base.observation, indicator=base.indicator))
    first = count.inputs[0]
    if first.unit_row["kind"] != "count":
        raise NotComparable(Said("no-count", figure=first.observation, unit=first.unit))
    if _is_long(count):
        raise NotComparable(Said("too-long", figure=first.observation, period=count.period))


def _is_long(count: Figure) -> bool:
    averaged = isinstance(count, Measure) and count.is_yearly_average
    flow = count.indicator_row["temporal"] == "flow" and count.period_start is not None
    return flow and not averaged and period_years(count) > LONGEST_FLOW


@arguments.reads(flow=FIGURE)
def yearly(flow: Figure) -> Figure:
    """Return the yearly average of a total over more than a year, any other figure as it is."""
    return annual_average(flow) if _is_long(flow) else flow
