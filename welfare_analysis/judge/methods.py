"""Methods: what is asked of figures, derived or printed, before they are set side by side."""

from __future__ import annotations

import datetime

from ..codes import Temporal
from .derived import FOLLOWS, Figure, Measure
from .times import closing, middle, period_years

SAME_YEAR_DAYS = 366
SAME_LENGTH = 0.05  # years
_AS_PRINTED = (*FOLLOWS, "total", "annual_average")  # what stands beside printed figures


def method(figure: Figure) -> str:
    """Name the method of a derived figure that stands beside its like only."""
    derived = isinstance(figure, Measure) and figure.code not in _AS_PRINTED
    return figure.code if derived else ""


def kind(figure: Figure) -> tuple[str, str, str]:
    return figure.indicator, figure.unit, method(figure)


def _operand(figure: Figure, methods: tuple[str, ...]) -> Figure | None:
    """Return the second operand of a figure that was derived by one of some methods."""
    return figure.operands[1] if method(figure) in methods else None


def goal_of(figure: Figure) -> Figure | None:
    return _operand(figure, ("distance", "pace"))


def area_around(figure: Figure) -> str:
    """Return the area whose figure is the yardstick."""
    yardstick = _operand(figure, ("ratio", "gap"))
    return yardstick.area if yardstick else ""


def base_is_far(figure: Figure) -> bool:
    """Tell whether a count is put on a base of more than a year before or after."""
    base = _operand(figure, ("per_inhabitants", "per_households"))
    return base is not None and abs((middle(base) - middle(figure)).days) > SAME_YEAR_DAYS


def flow_of(figure: Figure) -> Figure | None:
    """Return what has a length of time in a figure, if anything has."""
    one = figure.operands[0] if isinstance(figure, Measure) and figure.is_change else figure
    return one if one.indicator_row["temporal"] == Temporal.FLOW and one.period_start else None


def length(figure: Figure) -> tuple[float, bool]:
    flow = flow_of(figure)
    return (round(period_years(flow), 6), is_yearly(flow)) if flow else (0, False)


def is_yearly(flow: Figure) -> bool:
    """Tell whether a flow stands for one year: as an average, or because it covers one."""
    averaged = isinstance(flow, Measure) and flow.is_yearly_average
    return averaged or abs(period_years(flow) - 1) <= SAME_LENGTH


def window(figure: Figure) -> tuple[datetime.date, ...]:
    """Return the day a figure is of; of a change, the two days it lies between."""
    if isinstance(figure, Measure) and figure.is_change:
        return tuple(closing(operand) for operand in figure.operands)
    return (figure.period_end,)


def is_change(figure: Figure) -> bool:
    return isinstance(figure, Measure) and figure.is_change
