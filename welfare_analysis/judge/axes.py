"""Axes: which figures may share one, printed or derived, and what sets the others apart.

A picture sets on one axis what its verdict allows, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..codes import GOALS, Verdict
from ..data.catalogue import Catalogue
from .derived import Figure
from .reasons import Reason, reasons_between


def separating(data: Catalogue, a: Figure, b: Figure) -> list[Reason]:
    """List the reasons that forbid two figures a common axis; empty when they may share one.

    A place's own goal may stand beside its result.
    """
    own_goal = a.area == b.area and (a.measure in GOALS) != (b.measure in GOALS)
    return [
        reason
        for reason in reasons_between(data, a, b)
        if reason.verdict == Verdict.NOT_COMPARABLE and not (own_goal and reason.code == "MEASURE")
    ]


def groups(data: Catalogue, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Split figures, in their order, into groups that may share an axis."""
    found: list[list[Figure]] = []
    for figure in figures:
        for group in found:
            if not any(separating(data, figure, other) for other in group):
                group.append(figure)
                break
        else:
            found.append([figure])
    return found
