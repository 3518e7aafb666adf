"""Ranking: which of several figures stands for a question, by one order for all who choose.

`ORDER` lists what can decide, the first most.  No question asks for all of it: each ranking
below names what it asks, and why it leaves out the rest.  Of equals the first is taken.

Figures that stand side by side are chosen together, because one cannot compare well alone:
`choosing` tries them, and of those that compare equally well takes the newest and then the best
by `EVIDENCE`.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..codes import GOALS, RESULTS, Confidence, MeasureKind, Qualifier, Relation
from .derived import Figure, Measure
from .limits import is_doubtful, is_provisional
from .methods import SAME_YEAR_DAYS
from .times import DAY, closing, middle

_KINDS = (*RESULTS, *GOALS)
_CONFIDENCE = tuple(Confidence)

Day = datetime.date | None


def _age_of_standard(figure: Figure) -> int:
    if not figure.standard:
        return 0
    return -figure.data.record("standards", figure.standard)["valid_from"].value


def is_part_of_year(figure: Figure) -> bool:
    start, after = figure.period_start, figure.period_end + DAY
    return start is not None and not (start.month == start.day == after.month == after.day == 1)


def _distance(figure: Figure, near: datetime.date) -> int:
    return abs((closing(figure) - near).days)


def _lateness(figure: Figure, near: Day) -> int:
    return _distance(figure, near) if near else -closing(figure).toordinal()


# What sorts the better figure first, given a figure and the day it is wanted for, if any.
ORDER = {
    # results, estimates, targets, plans
    "kind": lambda one, near: _KINDS.index(one.measure),
    # the standard that came into force last
    "standard": lambda one, near: _age_of_standard(one),
    # within a year of the day
    "far": lambda one, near: _distance(one, near) > SAME_YEAR_DAYS,
    # sound figures before those that a curator doubts
    "doubtful": lambda one, near: is_doubtful(one),
    # final figures
    "provisional": lambda one, near: is_provisional(one),
    # stocks and whole years before some months
    "part_of_year": lambda one, near: is_part_of_year(one),
    # the grade of the source
    "grade": lambda one, near: one.source_row["reliability"],
    # nearest to the day; the latest where no day is named
    "time": _lateness,
    # the middle of the period nearest to the day
    "middle": lambda one, near: abs((middle(one) - near).days),
    # of the curator
    "confidence": lambda one, near: _CONFIDENCE.index(one.row["confidence"]),
    # exact figures before "about" and "nearly"
    "rounded": lambda one, near: one.qualifier != Qualifier.EXACT,
    # what others repeat before its repetitions
    "repeats": lambda one, near: f"{Relation.SAME_AS}:" in one.row["related_to"],
    # the most exactly printed
    "width": lambda one, near: one.interval.width,
    # the source that is listed first, and its first figure
    "source": lambda one, near: one.source_row["number"],
    "name": lambda one, near: one.observation,
}


# What a derived figure answers for itself, not for what it was computed from.
_OF_ITSELF = ("kind", "standard", "far", "part_of_year", "time", "middle", "width")


def _answering(ask: str, figure: Measure) -> Sequence[Figure]:
    return (figure,) if ask in _OF_ITSELF else figure.inputs


class Ranking:
    """What one question asks of figures: some of `ORDER`, in that order.

    Examples
    --------
    >>> from welfare_analysis import load, observations, select
    >>> data = load()
    >>> rates = observations(data, select(data, "poor_household_rate", "Sông Công"))
    >>> day = datetime.date(2023, 12, 31)
    >>> STANDING.best(rates).text("en"), COMPARED.best(rates, day).text("en")
    ('1.22%', '1.46%')
    """

    def __init__(self, *asks: str):
        self.asks = asks

    def key(self, figure: Figure, near: Day = None) -> tuple:
        """Return what sorts the better figure first.

        A derived figure is as good as the worst of the printed figures behind it.
        """
        return tuple(
            [
                max(ORDER[ask](one, near) for one in _answering(ask, figure))
                if isinstance(figure, Measure)
                else ORDER[ask](figure, near)
                for ask in self.asks
            ]
        )

    def best(self, figures: Iterable[Figure], near: Day = None) -> Figure | None:
        """Return the first of the best; None of none."""
        return min(figures, key=lambda figure: self.key(figure, near), default=None)


# For an area in a comparison that compares with no other: of one time, so that areas stand side
# by side.  Standards are not chosen but judged.
_BEST_EVIDENCED = ("confidence", "rounded", "repeats", "width", "source", "name")
COMPARED = Ranking("kind", "far", "doubtful", "provisional", "time", *_BEST_EVIDENCED)
# For one of several figures that compare equally well and are equally new: evidence alone.
EVIDENCE = Ranking("kind", "doubtful", "provisional", "grade", *_BEST_EVIDENCED)
# For the state of a subject in an area now: by the standard in force.  Which kinds may stand
# for it is settled by the one who asks.
STANDING = Ranking("standard", "doubtful", "part_of_year", "time", "confidence", "rounded")
# For a check, among figures of one indicator, standard and (nearly) one date: evidence alone.
TRUSTED = Ranking("doubtful", "provisional", "grade", "confidence", "width", "source", "name")
# For the base that a count is put on: of the numbers of one place, nearly any source will do.
BASE = Ranking("doubtful", "middle")


def latest_of(figures: Sequence[Figure]) -> Figure | None:
    """Return the sound figure that stands for the state now, an actual one if there is any."""
    sound = [one for one in figures if not is_doubtful(one)]
    actual = [one for one in sound if one.measure == MeasureKind.ACTUAL]
    return STANDING.best(actual or sound)


def common_day(figures: Sequence[Figure]) -> Day:
    """Return the end of the year that most areas report, the latest of equals.

    Actual figures count before all others.  A stock on 1 January closes the year before.
    """
    counted = [one for one in figures if one.measure == MeasureKind.ACTUAL] or figures
    areas = defaultdict(set)
    for figure in counted:
        areas[closing(figure).year].add(figure.area)
    if not areas:
        return None
    return datetime.date(max(areas, key=lambda year: (len(areas[year]), year)), 12, 31)
