"""Measures: figures derived from printed ones, with interval, inputs and unit."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

from .. import arguments
from ..codes import Qualifier, parts_of
from ..data.areas import containing
from ..data.figures import Observation
from ..data.intervals import Interval
from ..errors import NotComparable
from .derived import Figure, Measure

_DAYS_A_YEAR = 365.2425
_LONGEST_FLOW = 1.05  # years: a longer total is no yearly rate of anything
_HOUSEHOLD_BASES = ("poverty_review_households",)


_PRINTED = arguments.a(Observation, said="a printed figure, as observation() or one() gives it")
_FIGURE = arguments.a(
    Observation, Measure, said="a printed or derived figure, as observation(), one() or a measure"
)


@arguments.reads(before=_PRINTED, after=_PRINTED)
def change_points(before: Observation, after: Observation) -> Measure:
    """Compute the change between two rates in percentage points.

    Raises
    ------
    NotComparable
        If indicator, area or standard differ: a change across a break is no change.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> goal = observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    >>> start = observation(data, "ldxh-sc-2024-p4-poor-rate")
    >>> change_points(start, goal).text("en")
    '−0.24 percentage points'
    """
    _same_series(before, after)
    _of_unit(before, "percent")
    return Measure(
        "change_points",
        round(after.value - before.value, 9),
        after.interval - before.interval,
        "points",
        (before, after),
    )


@arguments.reads(before=_PRINTED, after=_PRINTED)
def change_percent(before: Observation, after: Observation) -> Measure:
    """Compute the change between two figures in percent of the first.

    Raises
    ------
    NotComparable
        If indicator, area or standard differ, or the first figure is zero.
    """
    _same_series(before, after)
    if before.value == 0:
        raise NotComparable(f"{before.observation} is zero: a change in percent has no base.")
    return Measure(
        "change_percent",
        100 * (after.value / before.value - 1),
        # After/before as a ratio, not (after - before)/before, keeps the interval tight.
        (after.interval / before.interval - 1) * 100,
        "percent",
        (before, after),
    )


@arguments.reads(result=_PRINTED, plan=_PRINTED)
def attainment(result: Observation, plan: Observation) -> Measure:
    """Compute a result in percent of its plan or target.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> plan = observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    >>> attainment(observation(data, "hdnd-hn-2024-p6-enrolment"), plan).text("en")
    'about 106.7%'
    """
    if result.unit != plan.unit or result.area != plan.area:
        raise NotComparable(
            f"{result.observation} ({result.unit}, {result.area}) is no result of "
            f"{plan.observation} ({plan.unit}, {plan.area}): unit and area must be the same."
        )
    if result.period_end != plan.period_end or result.period_start != plan.period_start:
        raise NotComparable(
            f"{result.observation} covers {result.period('en')}, the plan "
            f"{plan.observation} {plan.period('en')}: attainment needs one period."
        )
    if plan.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST):
        raise NotComparable(
            f"{plan.observation} is one end of a range ({plan.text('en')}): no single attainment."
        )
    return _ratio("attainment", result, plan, 100, "percent")


@arguments.reads(part=_FIGURE, whole=_FIGURE)
def share(part: Figure, whole: Figure) -> Measure:
    """Compute a part in percent of its whole, for example an area in the national total.

    Raises
    ------
    NotComparable
        If unit or period differ, the area of the part does not lie in that of the whole, or
        the two count unlike things: other indicators of a theme, and a population, are like.
    """
    if part.unit != whole.unit:
        raise NotComparable(f"A share of {part.unit} in {whole.unit} has no meaning.")
    if (part.period_start, part.period_end) != (whole.period_start, whole.period_end):
        raise NotComparable(
            f"The part covers {part.period('en')}, the whole {whole.period('en')}: no share."
        )
    _of_whole(part.inputs[0], whole.inputs[0])
    return _ratio("share", part, whole, 100, "percent")


@arguments.reads(flow=_FIGURE)
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
        raise NotComparable(f"{first.observation} is not a flow: it has no length of time.")
    years = period_years(flow)
    return Measure("annual_average", flow.value / years, flow.interval / years, flow.unit, (flow,))


@arguments.reads(
    flows=arguments.some(arguments.list_of(Observation, said="a list of printed figures"))
)
def total(flows: Sequence[Observation]) -> Measure:
    """Add flows of adjoining periods of one indicator and area (2021 + 2022 + 2023).

    Raises
    ------
    NotComparable
        If the flows differ in indicator, area or unit, or leave a gap or overlap in time.
    """
    flows = sorted(flows, key=lambda flow: flow.period_end)
    for earlier, later in itertools.pairwise(flows):
        _same_series(earlier, later)
        if later.period_start != earlier.period_end + datetime.timedelta(days=1):
            raise NotComparable(
                f"{later.observation} ({later.period('en')}) does not begin where "
                f"{earlier.observation} ({earlier.period('en')}) ends: no total."
            )
    interval = sum((flow.interval for flow in flows), Interval.point(0))
    return Measure(
        "total", sum(flow.value for flow in flows), interval, flows[0].unit, tuple(flows)
    )


@arguments.reads(count=_FIGURE, base=_PRINTED)
def per_households(count: Figure, base: Observation) -> Measure:
    """Compute a count per 1,000 households of a named base."""
    _base(count, base, "households")
    return _ratio("per_households", count, base, 1_000, "per_1000_households")


@arguments.reads(count=_FIGURE, base=_PRINTED)
def per_inhabitants(count: Figure, base: Observation) -> Measure:
    """Compute a count per 100,000 inhabitants of a named base."""
    _base(count, base, "persons")
    return _ratio("per_inhabitants", count, base, 100_000, "per_100000_inhabitants")


@arguments.reads(count=_PRINTED, rate=_PRINTED)
def implied_base(count: Observation, rate: Observation) -> Measure:
    """Compute the base that a count and its rate imply: count / rate.

    A rate of two significant digits leaves a wide interval; it is the interval, not the
    value, that can contradict another base.
    """
    _of_unit(rate, "percent")
    if count.area != rate.area or count.period_end != rate.period_end:
        raise NotComparable(f"{count.observation} and {rate.observation} differ in area or date.")
    numerator = rate.indicator_row["numerator"]
    if numerator and numerator != count.indicator:
        raise NotComparable(
            f"{rate.observation} is the rate of {numerator}, not of {count.indicator}."
        )
    if rate.interval.low <= 0:
        raise NotComparable(f"{rate.observation} may be zero: it implies no base.")
    return Measure(
        "implied_base",
        100 * count.value / rate.value,
        count.interval / rate.interval * 100,
        count.unit,
        (count, rate),
    )


@arguments.reads(flow=_FIGURE)
def period_years(flow: Figure) -> float:
    """Return the length of a flow's period in years (2021–2023 is 3)."""
    start, end = flow.period_start, flow.period_end + datetime.timedelta(days=1)
    if (start.month, start.day) == (end.month, end.day):
        return float(end.year - start.year)
    if start.day == end.day == 1:
        return ((end.year - start.year) * 12 + end.month - start.month) / 12
    return (end - start).days / _DAYS_A_YEAR


def _ratio(code, numerator, denominator, factor, unit) -> Measure:
    if denominator.value == 0:
        zero = ", ".join(denominator.observations)
        raise NotComparable(f"{zero} is zero: nothing can be divided by it.")
    value = factor * numerator.value / denominator.value
    interval = numerator.interval / denominator.interval * factor
    return Measure(code, value, interval, unit, (numerator, denominator))


def _same_series(before: Observation, after: Observation) -> None:
    for column in ("indicator", "area", "standard", "unit"):
        first, second = getattr(before, column), getattr(after, column)
        if first != second:
            raise NotComparable(
                f"No change can be computed from {before.observation} to {after.observation}: "
                f"{column} is {first or 'not given'!s} and {second or 'not given'!s}."
            )


def _of_whole(part: Observation, whole: Observation) -> None:
    """Refuse a part of something else, or of another place."""
    like = part.indicator_row["theme"] == whole.indicator_row["theme"]
    if not (like or _is_population(whole)):
        raise NotComparable(
            f"{part.observation} ({part.indicator}) is no part of {whole.observation} "
            f"({whole.indicator}): no share."
        )
    within = set(parts_of(whole.breakdown)) <= set(parts_of(part.breakdown))
    if part.base == whole.base and not within:
        raise NotComparable(
            f"{part.observation} ({part.breakdown or 'total'}) is no part of {whole.observation} "
            f"({whole.breakdown}): no share."
        )
    if whole.area not in (part.area, *containing(part.data, part.area)):
        raise NotComparable(f"{part.area} does not lie in {whole.area}: no share.")


def _is_population(base: Observation) -> bool:
    return base.indicator_row["theme"] == "population" or base.indicator in _HOUSEHOLD_BASES


def _of_unit(figure: Observation, unit: str) -> None:
    if figure.unit != unit:
        raise NotComparable(f"{figure.observation} is in {figure.unit}, expected {unit}.")


def _base(count: Figure, base: Observation, unit: str) -> None:
    _of_unit(base, unit)
    if count.area != base.area:
        raise NotComparable(f"The base {base.observation} is of {base.area}, not of {count.area}.")
    if not _is_population(base):
        raise NotComparable(
            f"{base.observation} ({base.indicator}) is no population and no number of households."
        )
    first = count.inputs[0]
    if first.unit_row["kind"] != "count":
        raise NotComparable(f"{first.observation} is in {first.unit}: only a count has a base.")
    if isinstance(count, Observation) and _is_long(count):
        raise NotComparable(
            f"{count.observation} covers {count.period('en')}, more than a year: take its "
            "annual_average before putting it on a base."
        )


def _is_long(count: Observation) -> bool:
    return count.indicator_row["temporal"] == "flow" and period_years(count) > _LONGEST_FLOW
