"""Choosing: of the figures of several areas, those that compare best with each other.

What is sought, the first most:

- the most pairs that may be compared, and the most of them without reserve;
- the fewest reservations that lie between the figures (date, level, size, …);
- figures that no curator doubts, because what is in doubt is no news;
- the newest;
- the best evidenced: fewest reservations of a figure's own (period, source, …), then `EVIDENCE`.

To try every combination would take for ever (ten figures each of 34 areas are 10^34), and is not
needed: the figures that compare form groups around a kind (indicator, unit, standard, …) and a
day.

1. Each kind and day that occurs serves in turn as a yardstick, and each area gives what compares
   best with it.  The best group stays, and the areas that are left form the next.
2. One area after the other exchanges its figure, as long as the whole gains by it.
3. An area that compares with no other gives its figure nearest in time to the largest group:
   beside theirs it says most, and what it has that is newer stands in `later`.

For two areas this finds the best pair: of two figures that compare, the one was the yardstick of
the other.  For more it may miss a choice in which several areas change at once; the tests try
every choice of the four places of the product.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..data.catalogue import Catalogue
from .aspects import DAY, KIND, OWN, PLACE, SIZE, traits
from .derived import Figure, Measure
from .limits import is_doubtful
from .ranking import COMPARED, EVIDENCE, Day, common_day
from .reasons import reservations
from .times import closing
from .windows import window_years


@dataclass(frozen=True, eq=False, slots=True)
class _Candidate:
    """A figure with its traits as numbers, and what else counts."""

    figure: Figure
    kind: int
    day: int
    place: int
    size: int
    own: float  # reservations that it brings to any pair
    doubtful: bool
    age: int
    evidence: tuple


_Chosen = dict[str, _Candidate]


def together(
    data: Catalogue, of_area: Mapping[str, Sequence[Figure]]
) -> tuple[dict[str, Figure], Day]:
    """Choose a figure for each area that has any, and return with them the day they centre on.

    Examples
    --------
    >>> from welfare_analysis import load, observations, select
    >>> data = load()
    >>> rates = select(data, "poor_household_rate", ["Sơn La", "Sông Công"], measure="actual")
    >>> of_area = {area: observations(data, of) for area, of in rates.groupby("area")}
    >>> chosen, day = together(data, of_area)
    >>> [figure.text("en") for figure in chosen.values()], str(day)
    (['14.41%', '1.46%'], '2023-12-31')
    """
    of_area = {area: figures for area, figures in of_area.items() if figures}
    pairs = _Pairs(data)
    candidates = {area: pairs.candidates(of_area[area]) for area in sorted(of_area)}
    chosen = _groups(pairs, candidates)
    _improve(pairs, candidates, chosen)
    partners = {
        area: -pairs.badness_beside(one, _others(chosen, area))[0] for area, one in chosen.items()
    }
    most = max(partners.values(), default=0)
    largest = [chosen[area].figure for area in chosen if partners[area] == most]
    day = common_day(largest if most else list(itertools.chain.from_iterable(of_area.values())))
    return {
        area: chosen[area].figure if partners[area] else _alone(figures, day)
        for area, figures in of_area.items()
    }, day


def _alone(figures: Sequence[Figure], day: Day) -> Figure:
    """Choose for an area that compares with no other: the nearest in time to the largest group."""
    best = COMPARED.best(figures, day)
    changes = [one for one in figures if _length(one) and closing(one) == closing(best)]
    return max(changes, key=_length, default=best)


def _length(figure: Figure) -> float:
    """Return the years that a change lies between; 0 of any other figure."""
    change = isinstance(figure, Measure) and figure.is_change
    return window_years(*figure.operands) if change else 0


def _groups(pairs: _Pairs, candidates: Mapping[str, list[_Candidate]]) -> _Chosen:
    """Let the areas form groups around one yardstick after the other, the best group first."""
    chosen: _Chosen = {}
    while len(chosen) < len(candidates):
        rest = {area: ones for area, ones in candidates.items() if area not in chosen}
        yardsticks = {(one.kind, one.day): one for ones in rest.values() for one in ones}
        around = (_around(pairs, one, rest) for one in yardsticks.values())
        chosen |= min(around, key=pairs.badness)
    return chosen


def _around(
    pairs: _Pairs, yardstick: _Candidate, candidates: Mapping[str, list[_Candidate]]
) -> _Chosen:
    found = {}
    for area, ones in candidates.items():
        costs = {one: pairs.distance(yardstick, one) + one.own for one in ones}
        same = [one for one in ones if (one.kind, one.day) == (yardstick.kind, yardstick.day)]
        best = min(same or ones, key=costs.__getitem__)
        if costs[best] < math.inf:
            found[area] = best
    return found


def _improve(pairs: _Pairs, candidates: Mapping[str, list[_Candidate]], chosen: _Chosen) -> None:
    gained = True
    while gained:
        gained = False
        for area, ones in candidates.items():
            others, before = _others(chosen, area), chosen[area]
            badness = {one: pairs.badness_beside(one, others) for one in ones}
            chosen[area] = min(ones, key=badness.__getitem__)
            gained |= badness[chosen[area]] < badness[before]


def _others(chosen: _Chosen, area: str) -> list[_Candidate]:
    return [one for other, one in chosen.items() if other != area]


class _Pairs:
    """How well figures compare, with each trait judged once."""

    def __init__(self, data: Catalogue):
        self._data = data
        self._numbers: dict[tuple, int] = {}
        self._samples: list[Figure] = []
        self._own: dict[tuple, float] = {}
        self._judged: dict[tuple[int, int], float] = {}
        self._distances: dict[tuple, float] = {}

    def candidates(self, figures: Sequence[Figure]) -> list[_Candidate]:
        """List the figures of an area, of those that compare alike the best evidenced only."""
        found: dict[tuple, _Candidate] = {}
        for figure in sorted(figures, key=_evidence):
            of = traits(self._data, figure)
            spots = [self._number(one, of[one], figure) for one in (KIND, DAY, PLACE, SIZE)]
            if of[OWN] not in self._own:
                # Beside itself it makes each reservation twice.
                self._own[of[OWN]] = reservations(self._data, OWN, figure, figure) / 2
            age, own = -closing(figure).toordinal(), self._own[of[OWN]]
            one = _Candidate(figure, *spots, own, is_doubtful(figure), age, _evidence(figure))
            found.setdefault((one.kind, one.day, own), one)
        return sorted(found.values(), key=lambda one: (one.age, one.evidence))

    def _number(self, aspect: str, trait: tuple, figure: Figure) -> int:
        key = aspect, *trait
        if key not in self._numbers:
            self._numbers[key] = len(self._samples)
            self._samples.append(figure)
        return self._numbers[key]

    def _apart(self, aspect: str, a: int, b: int) -> float:
        if (a, b) not in self._judged:
            found = reservations(self._data, aspect, self._samples[a], self._samples[b])
            self._judged[a, b] = self._judged[b, a] = found
        return self._judged[a, b]

    def distance(self, a: _Candidate, b: _Candidate) -> float:
        """Count the reservations between two kinds and days; infinite where they are refused."""
        spots = a.kind, a.day, b.kind, b.day
        if spots not in self._distances:
            kind, day = self._apart(KIND, a.kind, b.kind), self._apart(DAY, a.day, b.day)
            self._distances[spots] = kind + day
        return self._distances[spots]

    def between(self, a: _Candidate, b: _Candidate) -> float:
        """Count the reservations that lie between two figures; infinite where they are refused."""
        place, size = self._apart(PLACE, a.place, b.place), self._apart(SIZE, a.size, b.size)
        return self.distance(a, b) + place + size

    def badness(self, chosen: _Chosen) -> tuple:
        """Return what sorts the better choice first."""
        ones = chosen.values()
        pairs = itertools.combinations(ones, 2)
        age, own = (sum(getattr(one, of) for one in ones) / len(ones) for of in ("age", "own"))
        doubts = sum(one.doubtful for one in ones)
        return *self._summed(pairs), doubts, age, own, [one.evidence for one in ones]

    def badness_beside(self, one: _Candidate, others: Sequence[_Candidate]) -> tuple:
        """Return what sorts the better figure of one area first, those of the others given."""
        pairs = ((one, other) for other in others)
        return *self._summed(pairs), one.doubtful, one.age, one.own, one.evidence

    def _summed(self, pairs: Iterable[tuple[_Candidate, _Candidate]]) -> tuple[int, int, float]:
        """Sum up pairs: the more allowed, then the more without reserve, the smaller."""
        allowed = free = 0
        between = 0.0
        for a, b in pairs:
            cost = self.between(a, b)
            if cost < math.inf:
                allowed += 1
                free += not (cost or a.own or b.own)
                between += cost
        return -allowed, -free, between


def _evidence(figure: Figure) -> tuple:
    """Return what sorts the better evidenced first, of changes those over the longest time."""
    return (-_length(figure), *EVIDENCE.key(figure))
