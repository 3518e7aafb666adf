"""Derivations: what can be computed of a subject for a place, measure by measure.

Each measure offers all that the results of the place allow; which of them stand beside those of
other places is chosen afterwards, for all places together (`choosing`).
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..codes import GOALS, RESULTS, Derived, Temporal
from ..data.areas import containing
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..errors import NotComparable, UsageError
from ..texts import Said, quoted
from .attaining import attainment, distance, pace
from .bases import on_base
from .derived import Figure, Measure
from .measures import share, total
from .results import results
from .times import DAY, is_of, one_date
from .windows import change_a_year, change_percent, change_points, windows
from .yardsticks import gap, ratio

_COUNTRY, _POPULATION = "country", "population"
_HOUSEHOLDS = ("households", "families")


def derivations(data: Catalogue, subject: str, area: str, by: str) -> list[Measure]:
    """List everything that one measure can say of the results of a subject in a place.

    Parameters
    ----------
    data : Catalogue
    subject : str
        Code of an indicator, or a concept.
    area : str
        Code.
    by : str
        A key of `BY`.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> for one in derivations(load(), "poor_household_rate", "VN-SG", "change_percent"):
    ...     print(one.text("en"), one.period("en"))
    about −77.2% 31 Dec 2021 – 1 Jan 2024
    """
    return derived(data, results(data, subject, area, RESULTS), by)


def _changes(change: Callable[[Figure, Figure], Measure]) -> Callable:
    def made(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
        return _possible(change, windows(known))

    return made


def _possible(make: Callable, pairs) -> Iterator[Measure]:
    """Compute what can be computed of pairs."""
    for pair in pairs:
        try:
            yield make(*pair)
        except NotComparable:
            continue


def _attained(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
    # What should fall is not attained in percent: it has a distance.
    if known[0].indicator_row["direction"] == "lower_better":
        return iter(())
    pairs = itertools.product(known, _goals(data, known[0]))
    same = ((one, goal) for one, goal in pairs if one.standard == goal.standard)
    return _possible(attainment, same)


def _ahead(measure: Callable[[Figure, Observation], Measure]) -> Callable:
    def made(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
        """Set the last result by each standard that is not after a goal beside the goal."""
        pairs = []
        for goal in _goals(data, known[0]):
            before = [one for one in known if _precedes(one, goal)]
            if before:
                pairs.append((before[-1], goal))
        return _possible(measure, pairs)

    return made


def _precedes(result: Figure, goal: Observation) -> bool:
    earlier = result.period_end <= goal.period_end or one_date(result, goal)
    return result.standard == goal.standard and earlier


def _goals(data: Catalogue, figure: Figure) -> list[Figure]:
    return results(data, figure.indicator, figure.area, GOALS)


def _beside(measure: Callable[[Figure, Figure], Measure]) -> Callable:
    def made(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
        # Of what adds up a place has a share; a level stands beside the level around it.
        if known[0].indicator_row["aggregation"] == "sum":
            return iter(())
        above = containing(data, known[0].area)
        wider = [one for area in above for one in results(data, known[0].indicator, area, RESULTS)]
        return _possible(measure, itertools.product(known, wider))

    return made


def _based(per: str) -> Callable:
    def made(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
        counts = [*known, *_spans(known)] if _has_base(known[0], per) else []
        found = (on_base(data, one, per) for one in counts)
        return (one for one in found if one is not None)

    return made


def _has_base(figure: Figure, per: str) -> bool:
    """Tell whether a count may be put on a base: households on households only."""
    counted = figure.unit_row["kind"] == "count" and figure.indicator_row["theme"] != _POPULATION
    return counted and (per == "households" or figure.unit not in _HOUSEHOLDS)


def _shared(data: Catalogue, known: list[Figure]) -> Iterator[Measure]:
    """Put figures in the national total, over several years in the total of these years."""
    country = [
        area
        for area in containing(data, known[0].area)
        if data.record("areas", area)["level"] == _COUNTRY
    ]
    if not country or known[0].indicator_row["aggregation"] != "sum":
        return iter(())
    wholes = results(data, known[0].indicator, country[0], RESULTS)
    pairs = itertools.product(known, [*wholes, *_spans(wholes)])
    return _possible(share, ((a, b) for a, b in pairs if a.standard == b.standard))


def _spans(flows: Sequence[Figure]) -> Iterator[Measure]:
    """Add flows of adjoining periods to totals, each two or more of them."""
    printed = [one for one in flows if isinstance(one, Observation)]
    for first in printed:
        if first.indicator_row["temporal"] != Temporal.FLOW or first.unit_row["kind"] == "rate":
            return
        chain = [first]
        while follows := _beginning(printed, chain[-1].period_end + DAY):
            chain.append(min(follows, key=lambda one: one.period_end))
            yield total(chain)


def _beginning(flows: Sequence[Figure], day: datetime.date) -> list[Figure]:
    return [one for one in flows if one.period_start == day]


BY: dict[str, Callable[[Catalogue, list[Figure]], Iterator[Measure]]] = {
    Derived.CHANGE_POINTS: _changes(change_points),
    Derived.CHANGE_PERCENT: _changes(change_percent),
    Derived.CHANGE_A_YEAR: _changes(change_a_year),
    Derived.DISTANCE: _ahead(distance),
    Derived.PACE: _ahead(pace),
    Derived.ATTAINMENT: _attained,
    Derived.RATIO: _beside(ratio),
    Derived.GAP: _beside(gap),
    Derived.PER_INHABITANTS: _based("inhabitants"),
    Derived.PER_HOUSEHOLDS: _based("households"),
    Derived.SHARE: _shared,
}


def offered(
    data: Catalogue, subject: str, known: Mapping[str, Sequence[Figure]], by: str
) -> dict[str, list[Measure]]:
    """List by area what a measure says of the figures of each, and refuse one that says nothing.

    Raises
    ------
    UsageError
        If there is no such measure, or it does not apply to the subject in any of the areas.
    """
    if by not in BY:
        raise UsageError(Said("other-choice", parameter="by", found=quoted(by), known=list(BY)))
    found = {area: derived(data, figures, by) for area, figures in known.items()}
    if not any(found.values()):
        facts = {"subject": subject, "areas": list(known)}
        if not any(known.values()):
            raise UsageError(Said("no-figure-on", **facts))
        others = applicable(data, known.values()) or Said("no-other-measure")
        raise UsageError(Said("not-computed-of", by=by, others=others, **facts))
    return found


def applicable(
    data: Catalogue, known: Iterable[Sequence[Figure]], period: str | int | None = None
) -> list[str]:
    """List the measures that say something of any of some places, given the figures of each.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> applicable(data, [results(data, "poor_household_rate", "VN-SG")])
    ['change_points', 'change_percent', 'change_a_year', 'ratio', 'gap']
    """
    known = list(known)
    return [
        str(by)
        for by in BY
        if any(
            period is None or is_of(one, period) for of in known for one in derived(data, of, by)
        )
    ]


def derived(data: Catalogue, figures: Sequence[Figure], by: str) -> list[Measure]:
    """Derive everything that one measure can say of the figures of a place."""
    of_indicator: dict[str, list[Figure]] = {}
    for one in figures:
        of_indicator.setdefault(one.indicator, []).append(one)
    return [made for known in of_indicator.values() for made in BY[by](data, known)]
