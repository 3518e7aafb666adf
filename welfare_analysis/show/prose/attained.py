"""Attained: what can be said of a result against its plan or target."""

from __future__ import annotations

from ...data.figures import Observation
from ...errors import NotComparable
from ...judge.measures import attainment
from ...messages import message


def attained(result: Observation, goal: Observation, language: str) -> str:
    """Say how a result stands to its goal, or that the two do not match."""
    try:
        ratio = attainment(result, goal)
    except NotComparable:
        return message("not-computed", language)
    if result.indicator_row["direction"] != "lower_better":
        return ratio.text(language)
    if result.interval.high <= goal.interval.low or result.value <= goal.value:
        return message("goal-met", language)
    met = result.interval.meets(goal.interval)
    return message("goal-undecided" if met else "goal-missed", language)
