"""Results: the figures that a place has on a subject, each date once, with what follows from them.

A figure is printed again and again: repeated, rounded in a headline, first provisional and then
final.  Here each date, standard and length of period has one figure, the best by `EVIDENCE`;
stocks within 31 days of each other are of one date, because one on 1 January closes the year
before.  Flows of different periods are always two.

What follows from printed figures, by relations that the codebook declares, is a figure too, and
stands where none is printed: a count over its base, a sum of parts, what the other parts leave
of a whole, and nothing of a whole that is none.  A count of zero is a rate of zero by the same
standard, and goes before a printed 0 %, which may be anything that rounds to it.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .. import arguments
from ..codes import GOALS, RESULTS, MeasureKind
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observation
from ..data.intervals import Interval
from ..data.names import resolve_area, resolve_indicators
from ..errors import UsageError
from ..texts import Said, shortened
from .derived import Figure, Measure
from .limits import is_doubtful
from .ranking import EVIDENCE
from .times import are_beside, closing, one_date


@arguments.reads(
    data=arguments.data,
    subject=arguments.text,
    area=arguments.text,
    measures=arguments.texts,
    source=arguments.some(arguments.texts),
)
def results(
    data: Catalogue,
    subject: str,
    area: str,
    measures: Iterable[str] = (MeasureKind.ACTUAL,),
    source: Iterable[str] | None = None,
) -> list[Figure]:
    """List the figures of a place on a subject, oldest first, each date once.

    Parameters
    ----------
    data : Catalogue
    subject : str
        Code or title of an indicator, or a concept.
    area : str
        Code, name or alias.
    measures : iterable of {"actual", "estimate", "target", "plan"}
        Kinds to keep.  An estimate gives way to a result of its date; every goal stands.
    source : iterable of str, optional
        Sources to keep, by their identifiers; what follows from others is then of these alone.

    Returns
    -------
    list of Observation or Measure
        What follows from others is a `Measure` with the indicator as its `subject`.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> for one in results(data, "poor_household_rate", "Sơn La")[-3:]:
    ...     print(one.text("en"), one.period("en"), *one.observations)
    17.83% 31 Dec 2022 bandantoc-son-la-2022-poor-rate
    14.41% 31 Dec 2023 thongtindoingoai-son-la-2023-poor-rate
    10.89% 31 Dec 2024 baosonla-en-2025-sl-poor-rate-2024
    >>> results(data, "poor_household_rate", "Hà Nội")[-1]
    <Measure rate: 0%, from vietjo-2025-hn-poor>
    """
    place = _place(data, resolve_area(data, area), tuple(measures), source and frozenset(source))
    found = itertools.chain.from_iterable(
        place.figures(indicator, frozenset()) for indicator in resolve_indicators(data, subject)
    )
    return sorted(found, key=lambda one: (closing(one), one.standard, one.observations))


def printings(figures: Iterable[Observation]) -> list[list[Observation]]:
    """Group printed figures that answer the same, the best evidenced of each group first.

    Examples
    --------
    >>> from welfare_analysis import load, observations, select
    >>> data = load()
    >>> rates = observations(data, select(data, "poor_household_rate", "Sông Công"))
    >>> [" ".join(one.as_printed for one in group) for group in printings(rates)]
    ['1,46% 1,46%', '1,22% 1.22%']
    """
    found: dict[tuple, list[list[Observation]]] = defaultdict(list)
    for one in sorted(figures, key=EVIDENCE.key):
        groups = found[one.indicator, one.area]
        own = next((group for group in groups if _one_figure(one, group[0])), None)
        groups.append([one]) if own is None else own.append(one)
    return list(itertools.chain.from_iterable(found.values()))


def of_areas(
    data: Catalogue,
    subject: str,
    areas: list[str],
    kinds: tuple[str, ...] | None,
    standards: list[str] | None,
    sources: list[str] | None = None,
) -> dict[str, list[Figure]]:
    """List by area what may be chosen: unasked the results, and goals only where there are none."""
    found: dict[str, list[Figure]] = {}
    for wanted in (kinds,) if kinds else (RESULTS, GOALS):
        found = {area: results(data, subject, area, wanted, sources) for area in areas}
        if any(found.values()):
            break
    if standards is not None:
        found = {
            area: [one for one in of if one.standard in standards] for area, of in found.items()
        }
    if sources is not None and not any(found.values()):
        others = of_areas(data, subject, areas, kinds, standards)
        raise UsageError(_none_from(sources, subject, others))
    return found


def _none_from(sources: list[str], subject: str, others: dict[str, list[Figure]]) -> Said:
    """Say that no figure is of the sources asked for, and of which there are."""
    known = itertools.chain.from_iterable(others.values())
    there = list(dict.fromkeys(one.source for figure in known for one in figure.inputs))
    facts = {"subject": subject, "areas": list(others)}
    if not there:
        return Said("no-figure-on", **facts)
    return Said("no-figure-from", sources=sources, others=shortened(there), **facts)


def _place(
    data: Catalogue, area: str, measures: tuple[str, ...], sources: frozenset[str] | None
) -> _Place:
    """Return the place, made once: it is asked for one subject after the other."""
    known, asked = data._records.setdefault("places", {}), (area, measures, sources)
    if asked not in known:
        known[asked] = _Place(data, *asked)
    return known[asked]


class _Place:
    """A place whose figures are listed; each indicator is read once, however often it is used."""

    def __init__(
        self,
        data: Catalogue,
        area: str,
        measures: tuple[str, ...],
        sources: frozenset[str] | None,
    ):
        self._data, self._area = data, area
        self._measures, self._sources = measures, sources
        self._printed: dict[str, list[Observation]] = {}
        self._figures: dict[tuple[str, frozenset[str]], list[Figure]] = {}
        self._wholes = _wholes(data)

    def figures(self, indicator: str, seen: frozenset[str]) -> list[Figure]:
        """List the figures of one indicator; `seen` are those that it is worked out for."""
        if (indicator, seen) not in self._figures:
            self._figures[indicator, seen] = self._listed(indicator, seen)
        return self._figures[indicator, seen]

    def _listed(self, indicator: str, seen: frozenset[str]) -> list[Figure]:
        wanted = [one for one in self._measures if one in RESULTS] if seen else self._measures
        found: list[Figure] = []
        for one in self.printed(indicator):
            if one.measure in wanted and not any(_one_figure(one, other) for other in found):
                found.append(one)
        if set(wanted) & set(RESULTS):
            for one in self._following(indicator, seen | {indicator}):
                _add(found, one)
        return found

    def printed(self, indicator: str) -> list[Observation]:
        """List what is printed of one indicator, the best evidenced first."""
        if indicator not in self._printed:
            names = self._data.cell(indicator, self._area)
            known = [observation(self._data, name) for name in names]
            wanted = (
                one
                for one in known
                if one.measure in self._measures
                and (self._sources is None or one.source in self._sources)
            )
            self._printed[indicator] = sorted(wanted, key=EVIDENCE.key)
        return self._printed[indicator]

    def _following(self, indicator: str, seen: frozenset[str]) -> Iterator[Measure]:
        """Yield what follows for an indicator from the others that the codebook relates to it."""

        def known(other: str) -> list[Figure]:
            return [] if other in seen else self.figures(other, seen)

        row = self._data.record("indicators", indicator)
        if row["numerator"]:
            counts = known(row["numerator"])
            yield from (_rate(indicator, row, one) for one in counts if one.value == 0)
            bases = known(row["denominator"]) if row["denominator"] else []
            for count, base in itertools.product(counts, bases):
                if count.value and base.interval.low > 0 and one_date(count, base):
                    yield _rate(indicator, row, count, base)
        yield from _sums(indicator, [known(part) for part in row["parts"].split()])
        for whole in self._wholes.get(indicator, ()):
            parts = self._data.record("indicators", whole)["parts"].split()
            wholes = known(whole)
            yield from (_none_of(indicator, one) for one in wholes if _is_none(one))
            yield from _rests(indicator, wholes, [known(one) for one in parts if one != indicator])


def _one_figure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures answer the same, so that one of them is enough."""
    goals = a.measure in GOALS, b.measure in GOALS
    if any(goals):
        # A range is two goals: at least the one, at most the other.
        same = (a.measure, a.value) == (b.measure, b.value)
        return all(goals) and same and are_beside(a, b)
    return are_beside(a, b)


def _add(found: list[Figure], one: Measure) -> None:
    """Add what follows from others where nothing is printed, or only a zero that was rounded."""
    printed = [other for other in found if other.measure in RESULTS and are_beside(one, other)]
    rounded = [other for other in printed if other.value == 0 and not other.interval.is_point]
    if not printed:
        found.append(one)
    elif rounded and one.value == 0 and one.interval.is_point and not is_doubtful(one):
        found[found.index(rounded[0])] = one


def _wholes(data: Catalogue) -> dict[str, list[str]]:
    """Map each indicator that is a part of others to these."""
    found = defaultdict(list)
    for whole, parts in zip(data.indicators["indicator"], data.indicators["parts"], strict=True):
        for part in parts.split():
            found[part].append(whole)
    return found


def _rate(indicator: str, row: dict, *operands: Figure) -> Measure:
    """Put a count on its base; a count of zero needs none."""
    count = operands[0]
    if not count.value:
        return Measure("rate", 0.0, Interval.point(0), row["unit"], operands, indicator)
    factor = 100 if row["unit"] == "percent" else 1
    value = factor * count.value / operands[1].value
    interval = count.interval / operands[1].interval * factor
    return Measure("rate", value, interval, row["unit"], operands, indicator)


def _sums(indicator: str, parts: Sequence[list[Figure]]) -> Iterator[Measure]:
    for operands in itertools.product(*parts) if parts else ():
        if all(are_beside(operands[0], one) for one in operands):
            interval = sum((one.interval for one in operands), Interval.point(0))
            value = round(sum(one.value for one in operands), 9)
            yield Measure("sum", value, interval, operands[0].unit, operands, indicator)


def _rests(
    indicator: str, wholes: list[Figure], others: Sequence[list[Figure]]
) -> Iterator[Measure]:
    for whole, *parts in itertools.product(wholes, *others):
        if _is_none(whole) or not all(are_beside(whole, one) for one in parts):
            continue
        value = round(whole.value - sum(one.value for one in parts), 9)
        left = whole.interval - sum((one.interval for one in parts), Interval.point(0))
        if value >= 0:  # else the figures contradict each other, and nothing follows
            interval = Interval(max(left.low, 0.0), left.high, left.low_closed, left.high_closed)
            yield Measure("rest", value, interval, whole.unit, (whole, *parts), indicator)


def _none_of(indicator: str, whole: Figure) -> Measure:
    return Measure("none_of", 0.0, Interval.point(0), whole.unit, (whole,), indicator)


def _is_none(whole: Figure) -> bool:
    return whole.value == 0 and whole.interval.is_point
