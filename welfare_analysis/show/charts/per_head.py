"""Per head: counts put on the base of the nearest year that has one."""

from __future__ import annotations

from collections.abc import Sequence

from ...codes import GOALS, Temporal
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observations
from ...data.selection import select
from ...errors import UsageError
from ...judge.derived import Measure
from ...judge.measures import annual_average, per_households, per_inhabitants, period_years
from ...judge.ranking import BASE
from .. import words

_INDICATORS = {
    "inhabitants": ("population_average", "population"),
    "households": ("households", "poverty_review_households"),
}
_MEASURES = {"inhabitants": per_inhabitants, "households": per_households}
_LONG = 1.05  # years


def on_base(
    data: Catalogue, figures: Sequence[words.Figure], per: str
) -> tuple[list[Measure], list[str]]:
    """Put counts on a base; return them and the areas for which the data have none.

    Parameters
    ----------
    data : Catalogue
    figures : sequence of Observation or Measure
    per : {"inhabitants", "households"}

    Raises
    ------
    UsageError
        If `per` is neither, or no area has a base.
    NotComparable
        If a figure is no count.
    """
    if per not in _MEASURES:
        raise UsageError(f"per={per!r}: expected one of {', '.join(map(repr, _MEASURES))}.")
    found, without = [], []
    for figure in figures:
        base = nearest(data, figure, per)
        if base is None:
            without.append(figure.area)
        else:
            found.append(_MEASURES[per](_yearly(figure), base))
    if not found:
        names = ", ".join(without)
        raise UsageError(f"No number of {per} of {names} is in the data: draw the counts instead.")
    return found, list(dict.fromkeys(without))


def nearest(data: Catalogue, figure: words.Figure, per: str) -> Observation | None:
    """Return the base of a figure's area nearest in time, a sound one first; None without one."""
    frame = select(data, list(_INDICATORS[per]), figure.area)
    known = [one for one in observations(data, frame) if one.measure not in GOALS and one.value]
    order = _INDICATORS[per]
    known.sort(key=lambda one: (order.index(one.indicator), one.observation))
    return BASE.best(known, figure.period_end)


def _yearly(figure: words.Figure) -> words.Figure:
    """Take the yearly average of a total over more than a year."""
    if isinstance(figure, Measure):
        return figure
    flow = figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start is not None
    return annual_average(figure) if flow and period_years(figure) > _LONG else figure
