"""Times: the day and the length of time that a figure speaks of."""

from __future__ import annotations

import datetime

from ..codes import Temporal
from .derived import Figure

DAYS_A_YEAR = 365.2425
SAME_DATE_DAYS = 31  # stocks no further apart are of one date
DAY = datetime.timedelta(days=1)


def closing(figure: Figure) -> datetime.date:
    """Return the day a figure speaks of: of a stock on 1 January, the end of the year before."""
    end = figure.period_end
    opens_year = end.month == end.day == 1 and figure.indicator_row["temporal"] == Temporal.STOCK
    return end - DAY if opens_year else end


def middle(figure: Figure) -> datetime.date:
    """Return the middle of the period of a figure; of a stock, its day."""
    if figure.period_start is None:
        return closing(figure)
    return figure.period_start + (figure.period_end + DAY - figure.period_start) / 2


def period_years(figure: Figure) -> float:
    """Return the length of a flow's period in years (2021–2023 is 3)."""
    start, end = figure.period_start, figure.period_end + DAY
    if (start.month, start.day) == (end.month, end.day):
        return float(end.year - start.year)
    if start.day == end.day == 1:
        return ((end.year - start.year) * 12 + end.month - start.month) / 12
    return (end - start).days / DAYS_A_YEAR


def one_date(a: Figure, b: Figure) -> bool:
    """Tell whether two figures speak of one date or period, whatever their standard.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> year_end, new_year = data["sggp-en-2024-01-sg-poor"], data["khoahocphothong-2024-sg-poor"]
    >>> one_date(year_end, new_year)
    True
    """
    if {one.indicator_row["temporal"] for one in (a, b)} == {Temporal.STOCK}:
        return abs((closing(a) - closing(b)).days) <= SAME_DATE_DAYS
    return (a.period_start, a.period_end) == (b.period_start, b.period_end)


def are_beside(one: Figure, other: Figure) -> bool:
    """Tell whether two figures speak of one date or period, by one standard."""
    return one.standard == other.standard and one_date(one, other)


def is_of(figure: Figure, period: int | datetime.date) -> bool:
    """Tell whether a figure is of a year or of a day; a stock on 1 January closes a year."""
    day = closing(figure)
    return day.year == period if isinstance(period, int) else period in (day, figure.period_end)
