"""Attaining: results beside the targets and plans of their place."""

from __future__ import annotations

from .. import arguments
from ..codes import ENDS
from ..data.figures import Observation
from ..data.intervals import Interval
from ..errors import NotComparable
from ..texts import Said, both
from .derived import FIGURE, PRINTED, Figure, Measure
from .times import one_date
from .windows import differing, window_years


@arguments.reads(result=FIGURE, plan=PRINTED)
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
    facts = {"result": both(result.observations), "plan": plan.observation}
    if result.unit != plan.unit or result.area != plan.area:
        facts |= {"unit": result.unit, "area": result.area}
        facts |= {"plan_unit": plan.unit, "plan_area": plan.area}
        raise NotComparable(Said("no-result-of", **facts))
    if not one_date(result, plan):
        facts |= {"period": result.period, "plan_period": plan.period}
        raise NotComparable(Said("attained-otherwise", **facts))
    if plan.qualifier in ENDS:
        raise NotComparable(Said("attained-one-end", plan=plan.observation, figure=plan.text))
    if not plan.value:
        raise NotComparable(Said("divided-by-zero", names=plan.observation))
    value, interval = 100 * result.value / plan.value, result.interval / plan.interval * 100
    return Measure("attainment", value, interval, "percent", (result, plan))


@arguments.reads(result=FIGURE, goal=PRINTED)
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
        names = both((*result.observations, goal.observation))
        raise NotComparable(Said("no-goal-of", names=names, why=why))
    aim = Interval.point(goal.value) if goal.qualifier in ENDS else goal.interval
    value, interval = round(result.value - goal.value, 9), result.interval - aim
    if goal.indicator_row["direction"] != "lower_better":
        value, interval = -value, -interval
    unit = "points" if result.unit == "percent" else result.unit
    return Measure("distance", value, interval, unit, (result, goal))


@arguments.reads(result=FIGURE, goal=PRINTED)
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
        facts = {"goal": goal.observation, "term": goal.period, "period": result.period}
        raise NotComparable(Said("no-pace", **facts))
    return Measure(
        "pace", missing.value / years, missing.interval / years, missing.unit, (result, goal)
    )
