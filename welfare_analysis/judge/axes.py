"""Axes: which figures may share one, printed or derived, and what sets the others apart."""

from __future__ import annotations

from collections.abc import Sequence

from ..codes import GOALS, Temporal, Verdict
from ..data.catalogue import Catalogue
from .derived import Figure, Measure
from .measures import period_years
from .reasons import Reason, reasons_between

_RELATIVE = ("per_households", "per_inhabitants", "share", "attainment", "change_percent")


def separating(data: Catalogue, a: Figure, b: Figure) -> list[Reason]:
    """List the reasons that forbid two figures a common axis; empty when they may share one.

    Derived figures are judged by what they are computed from; a base cures the difference of
    size, a yearly average that of the length of the period.
    """
    first, second = a.inputs[0], b.inputs[0]
    cured = _cured(a) & _cured(b)
    # A place's own goal stands beside its result.
    if first.area == second.area and (first.measure in GOALS) != (second.measure in GOALS):
        cured |= {"MEASURE"}
    found = [
        reason
        for reason in reasons_between(data, first, second)
        if reason.verdict == Verdict.NOT_COMPARABLE and reason.code not in cured
    ]
    if _unit(a) != _unit(b) and not any(reason.code == "COUNTED" for reason in found):
        found.insert(0, Reason("COUNTED", Verdict.NOT_COMPARABLE))
    return found


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


def _unit(figure: Figure) -> tuple[str, str]:
    return figure.unit, figure.code if isinstance(figure, Measure) else ""


def _cured(figure: Figure) -> set[str]:
    if not isinstance(figure, Measure):
        return set()
    cured = {"SIZE", "SIZE_FAR"} if figure.code in _RELATIVE else set()
    return cured | {"PERIOD_LENGTH"} if _yearly(figure) else cured


def _yearly(measure: Measure) -> bool:
    """Tell whether a derived figure stands for one year: a yearly average, or a year's total."""
    if measure.is_yearly_average:
        return True
    flow = measure.inputs[0]
    of_flow = flow.indicator_row["temporal"] == Temporal.FLOW and flow.period_start is not None
    return of_flow and abs(period_years(flow) - 1) < 0.05
