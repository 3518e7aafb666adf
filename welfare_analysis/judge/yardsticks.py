"""Yardsticks: a figure beside that of an area which contains its place."""

from __future__ import annotations

from .. import arguments
from ..data.areas import containing
from ..errors import NotComparable
from ..texts import Said, both
from .derived import FIGURE, Figure, Measure
from .measures import put_on
from .times import one_date
from .windows import differing


@arguments.reads(figure=FIGURE, yardstick=FIGURE)
def ratio(figure: Figure, yardstick: Figure) -> Measure:
    """Compute a figure in percent of that of an area that contains its place.

    Raises
    ------
    NotComparable
        If indicator, standard, unit or date differ, if the yardstick may be zero, or its area
        does not contain the place.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> here = data["thongtindoingoai-son-la-2023-poor-rate"]
    >>> country = data["vietnamplus-fr-2024-vn-poor-rate"]
    >>> ratio(here, country).text("en"), gap(here, country).text("en")
    ('about 492%', '11.48 percentage points')
    """
    _of_yardstick(figure, yardstick)
    if yardstick.interval.low <= 0:
        raise NotComparable(Said("divided-by-perhaps-zero", names=list(yardstick.observations)))
    return put_on("ratio", figure, yardstick, 100, "percent")


@arguments.reads(figure=FIGURE, yardstick=FIGURE)
def gap(figure: Figure, yardstick: Figure) -> Measure:
    """Compute how far a figure lies above that of an area that contains its place.

    Raises
    ------
    NotComparable
        As `ratio` does, but for a yardstick of zero.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> here = data["thongtindoingoai-son-la-2023-poor-rate"]
    >>> gap(here, data["vietnamplus-fr-2024-vn-poor-rate"]).text("en")
    '11.48 percentage points'
    """
    _of_yardstick(figure, yardstick)
    unit = "points" if figure.unit == "percent" else figure.unit
    value = round(figure.value - yardstick.value, 9)
    return Measure("gap", value, figure.interval - yardstick.interval, unit, (figure, yardstick))


def _of_yardstick(figure: Figure, yardstick: Figure) -> None:
    names = both((*figure.observations, *yardstick.observations))
    why = differing(figure, yardstick, ("indicator", "standard", "unit"))
    if not why and not one_date(figure, yardstick):
        why = Said("differ-in-date", first=figure.period, second=yardstick.period)
    if not why and yardstick.area not in containing(figure.data, figure.area):
        why = Said("not-around", around=yardstick.area, area=figure.area)
    if why:
        raise NotComparable(Said("no-pair", names=names, why=why))
