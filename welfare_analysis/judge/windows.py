"""Windows: changes between two dates of one place, by one standard, with no break between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from .. import arguments
from ..codes import Status, Temporal
from ..errors import NotComparable
from ..texts import Said, both
from .derived import FIGURE, Figure, Measure
from .methods import SAME_LENGTH
from .times import DAYS_A_YEAR, closing, period_years

_SERIES = ("indicator", "area", "standard", "unit")


@arguments.reads(before=FIGURE, after=FIGURE)
def change_points(before: Figure, after: Figure) -> Measure:
    """Compute the change between two rates in percentage points.

    Raises
    ------
    NotComparable
        If indicator, area or standard differ, if one covers a longer period, or if the later
        one is marked as the first after a break: a change across it is no change.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> goal = observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    >>> start = observation(data, "ldxh-sc-2024-p4-poor-rate")
    >>> change_points(start, goal).text("en")
    '−0.24 percentage points'
    """
    refuse_unlike(before, after)
    if before.unit != "percent":
        facts = {"names": both(before.observations), "unit": before.unit, "expected": "percent"}
        raise NotComparable(Said("other-unit", **facts))
    value = round(after.value - before.value, 9)
    return Measure(
        "change_points", value, after.interval - before.interval, "points", (before, after)
    )


@arguments.reads(before=FIGURE, after=FIGURE)
def change_percent(before: Figure, after: Figure) -> Measure:
    """Compute the change between two figures in percent of the first.

    Raises
    ------
    NotComparable
        If `change_points` would, or the first figure is zero.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> first, last = data["baodansinh-2023-vn-poor-rate"], data["vietnamplus-fr-2024-vn-poor-rate"]
    >>> change_percent(first, last).text("en")
    'about −44%'
    """
    refuse_unlike(before, after)
    return _relative("change_percent", before, after, 1)


@arguments.reads(before=FIGURE, after=FIGURE)
def change_a_year(before: Figure, after: Figure) -> Measure:
    """Compute the yearly change that leads from one figure to the other, in percent a year.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> first, last = data["baodansinh-2023-vn-poor-rate"], data["vietnamplus-fr-2024-vn-poor-rate"]
    >>> change_percent(first, last).text("en"), change_a_year(first, last).text("en")
    ('about −44%', 'about −24.9% a year')

    Raises
    ------
    NotComparable
        If `change_percent` would, or the two are of one day.
    """
    refuse_unlike(before, after)
    years = window_years(before, after)
    if years <= 0:
        raise NotComparable(Said("one-day", **_named(before, after)))
    return _relative("change_a_year", before, after, 1 / years)


def _relative(code: str, before: Figure, after: Figure, power: float) -> Measure:
    if before.value == 0:
        raise NotComparable(Said("change-of-zero", names=both(before.observations)))
    # After/before as a ratio, not (after - before)/before, keeps the interval tight.
    value = 100 * ((after.value / before.value) ** power - 1)
    interval = ((after.interval / before.interval) ** power - 1) * 100
    return Measure(code, value, interval, "percent", (before, after))


def window_years(before: Figure, after: Figure) -> float:
    """Return the years from the end of one figure's period to that of the other.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> window_years(data["baodansinh-2023-hn-poor-rate"], data["ldxh-hn-2024-p16-poor-rate"])
    2.0
    """
    first, last = closing(before), closing(after)
    if (first.month, first.day) == (last.month, last.day):
        return float(last.year - first.year)
    return (last - first).days / DAYS_A_YEAR


def windows(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield every pair of results, in order of time, between which a change can be computed.

    Left out are pairs that are so coarsely printed that the change could be anything.
    """
    for before, after in itertools.combinations(sorted(figures, key=closing), 2):
        if unlike(before, after) or closing(before) == closing(after):
            continue
        if before.interval.width + after.interval.width < max(before.value, after.value):
            yield before, after


def refuse_unlike(before: Figure, after: Figure) -> None:
    """Refuse a change between figures that are not of one series."""
    why = unlike(before, after)
    if why:
        raise NotComparable(Said("no-change", **_named(before, after), why=why))


def unlike(before: Figure, after: Figure) -> Said | None:
    """Say why no change leads from one figure to the other; None if one does."""
    why = differing(before, after)
    if why:
        return why
    if before.indicator_row["temporal"] != Temporal.STOCK:
        first, second = map(period_years, (before, after))
        if abs(first - second) > SAME_LENGTH:
            return Said("differ-in-length", first=before.period, second=after.period)
    if breaks(after):
        return Said("after-a-break", names=both(after.observations))
    return None


def differing(a: Figure, b: Figure, columns: Sequence[str] = _SERIES) -> Said | None:
    """Say in which column two figures differ; None if they are of one series."""
    for column in columns:
        first, second = getattr(a, column), getattr(b, column)
        if first != second:
            kind, nothing = Said(f"kind-{column}"), Said("not-given")
            facts = {"first": first or nothing, "second": second or nothing}
            return Said("differ-in", column=kind, **facts)
    return None


def breaks(figure: Figure) -> bool:
    """Tell whether a figure is marked as the first after a break in its series."""
    return any(Status.BREAK in one.status.split() for one in figure.inputs)


def _named(before: Figure, after: Figure) -> dict[str, object]:
    return {"before": both(before.observations), "after": both(after.observations)}
