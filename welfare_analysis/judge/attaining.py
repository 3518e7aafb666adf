"""Attaining: results beside the targets and plans of their place."""

from __future__ import annotations

from .. import arguments
from ..codes import Qualifier
from ..data.figures import Observation
from ..data.intervals import Interval
from ..errors import NotComparable
from .derived import FIGURE, Figure, Measure
from .times import one_date
from .windows import differing, window_years

_ENDS = (Qualifier.AT_LEAST, Qualifier.AT_MOST)
_GOAL = arguments.a(Observation, said="fit-printed")


@arguments.reads(result=FIGURE, plan=_GOAL)
def attainment(result: Figure, plan: Observation) -> Measure:
    """Compute a result in percent of its plan or target.

    Raises
    ------
    NotComparable
        If unit, area or period differ, or the plan is one end of a range or zero.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> plan = observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    >>> attainment(observation(data, "hdnd-hn-2024-p6-enrolment"), plan).text("en")
    'about 106.7%'
    """
    name = " and ".join(result.observations)
    if result.unit != plan.unit or result.area != plan.area:
        raise NotComparable(
            f"{name} ({result.unit}, {result.area}) is no result of "
            f"{plan.observation} ({plan.unit}, {plan.area}): unit and area must be the same."
        )
    if not one_date(result, plan):
        raise NotComparable(
            f"{name} covers {result.period('en')}, the plan "
            f"{plan.observation} {plan.period('en')}: attainment needs one period."
        )
    if plan.qualifier in _ENDS:
        raise NotComparable(
            f"{plan.observation} is one end of a range ({plan.text('en')}): no single attainment."
        )
    if not plan.value:
        raise NotComparable(f"{plan.observation} is zero: nothing can be divided by it.")
    value, interval = 100 * result.value / plan.value, result.interval / plan.interval * 100
    return Measure("attainment", value, interval, "percent", (result, plan))


@arguments.reads(result=FIGURE, goal=_GOAL)
def distance(result: Figure, goal: Observation) -> Measure:
    """Compute what a result still lacks of a goal, in its unit or in percentage points.

    Zero or less where the goal is reached.  Of a goal "at most 1.5%" the number itself counts.

    Raises
    ------
    NotComparable
        If indicator, area, standard or unit differ.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> now, goal = data["ldxh-sc-2024-p4-poor-rate"], data["ldxh-sc-2024-p8-poor-rate-goal"]
    >>> distance(now, goal).text("en"), pace(now, goal).text("en")
    ('0.24 percentage points', '0.24 percentage points a year')
    """
    why = differing(result, goal)
    if why:
        names = " and ".join((*result.observations, goal.observation))
        raise NotComparable(f"{names} are no result and its goal: {why}.")
    aim = Interval.point(goal.value) if goal.qualifier in _ENDS else goal.interval
    value, interval = round(result.value - goal.value, 9), result.interval - aim
    if goal.indicator_row["direction"] != "lower_better":
        value, interval = -value, -interval
    unit = "points" if result.unit == "percent" else result.unit
    return Measure("distance", value, interval, unit, (result, goal))


@arguments.reads(result=FIGURE, goal=_GOAL)
def pace(result: Figure, goal: Observation) -> Measure:
    """Compute how much a year is needed from a result to a goal ahead of it.

    Raises
    ------
    NotComparable
        If `distance` would, or the goal is not ahead of the result.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> goal = data["ldxh-sc-2024-p8-poor-rate-goal"]  # a year later
    >>> pace(data["ldxh-sc-2024-p4-poor-rate"], goal).text("en")
    '0.24 percentage points a year'
    """
    missing, years = distance(result, goal), window_years(result, goal)
    if years <= 0:
        names = f"{goal.observation} ({goal.period('en')})"
        raise NotComparable(f"{names} is not ahead of {result.period('en')}: no pace leads to it.")
    return Measure(
        "pace", missing.value / years, missing.interval / years, missing.unit, (result, goal)
    )
