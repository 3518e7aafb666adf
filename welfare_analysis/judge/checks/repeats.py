"""Repeats: one value reported for two dates, as when last year's figure is copied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from ...codes import RESULTS, Relation
from ...data.figures import Observation
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule
from .totals import compositions

_APART = timedelta(days=90)
_TELLING_DIGITS = 4


def check_repeated_values(index: Index) -> Iterator[Check]:
    """Find a value that different sources report for dates at least 90 days apart.

    A count of four or more digits hardly stays the same by chance; that its rate repeats too
    makes a copy of the earlier figure the more likely.  A rate alone tells nothing: it is rounded,
    and two that differ may be printed alike.
    """
    found = list(_repeated(index))
    rates = {(index.same(one), index.same(two)): _rates(index, one, two) for one, two in found}
    told = {tuple(map(index.same, pair)) for pair in rates.values() if pair}
    for first, second in found:
        mark = (index.same(first), index.same(second))
        if mark not in told:  # a rate is told with its count
            yield _carried_over(index, first, second, rates[mark])


def _repeated(index: Index) -> Iterator[tuple[Observation, Observation]]:
    """Give figures of one value, in order of date, from sources that are not the same."""
    frame = index.data.observations
    keys = ["indicator", "area", "value"]
    frame = frame[frame["measure"].isin(RESULTS) & frame.duplicated(keys, keep=False)]
    alike: dict[tuple, list[str]] = defaultdict(list)
    for *key, name in zip(*(frame[column] for column in (*keys, "observation")), strict=True):
        alike[tuple(key)].append(name)
    for names in alike.values():
        figures = sorted(index.figures(names), key=lambda one: one.period_end)
        if figures[-1].period_end - figures[0].period_end < _APART:
            continue
        if not _is_telling(figures[0]):
            continue
        dated = list({index.same(one): one for one in reversed(figures)}.values())[::-1]
        for earlier, later in zip(dated, dated[1:], strict=False):
            apart = later.period_end - earlier.period_end >= _APART
            if apart and _sources(index, earlier).isdisjoint(_sources(index, later)):
                yield earlier, later


def _is_telling(figure: Observation) -> bool:
    """Tell whether an unchanged value is telling: no structural count, no level set by law."""
    row = figure.indicator_row
    structural = row["theme"] == "administration" or figure.unit_row["kind"] in ("area", "rate")
    if structural or row["aggregation"] == "none":
        return False
    return digits(figure) >= _TELLING_DIGITS


def digits(figure: Observation) -> int:
    """Count the digits that were printed, without zeros at the end; none where words stand."""
    if figure.numeral is None:
        return 0
    return len(str(round(figure.value / figure.numeral.step)).rstrip("0"))


def _sources(index: Index, figure: Observation) -> set[str]:
    return {one.source for one in index.printings(figure)}


def _rates(
    index: Index, first: Observation, second: Observation
) -> tuple[Observation, Observation] | None:
    """Find the rates of two counts, if they repeat as the counts do."""
    rates = [_rate_of(index, one) for one in (first, second)]
    if None in rates or rates[0].value != rates[1].value:
        return None
    return rates[0], rates[1]


def _rate_of(index: Index, count: Observation) -> Observation | None:
    names = index.members.get(index.same(count), [count.observation])[:24]
    for name in names:
        for rate in index.of[Relation.RATE_OF].get(name, ()):
            return index.figure(rate)
    return None


def _carried_over(
    index: Index,
    first: Observation,
    second: Observation,
    rates: tuple[Observation, Observation] | None,
) -> Check:
    sisters = _sisters(index, first, second)
    printed = _published(first)

    def explain(w) -> str:
        text = [
            w(
                "value-repeated",
                subject=w.subject(first),
                first=w.witnessed(first),
                second=w.witnessed(second),
            )
        ]
        if rates:
            rate = rates[0]
            text.append(w("value-rate-too", rate=w.value(rate), title=w.title(rate.indicator)))
        for earlier, later in sisters:
            text.append(
                w(
                    "value-sister",
                    title=w.title(earlier.indicator),
                    earlier=w.value(earlier),
                    later=w.value(later),
                    percent=w.change(100 * later.value / earlier.value - 100),
                )
            )
        if printed and printed < second.period_end:
            text.append(
                w("value-printed-before", date=w.day(printed), period=second.period(w.language))
            )
        text.append(
            w(
                "value-repeated-means",
                first=first.period(w.language),
                second=second.period(w.language),
            )
        )
        return " ".join(text)

    inputs = [second, *(one for one in index.printings(second) if one != second), first]
    inputs += [one for one in index.printings(first) if one != first]
    inputs += list(rates or ())
    return Check(
        "value_repeated",
        Outcome.INCONSISTENT,
        tuple(inputs),
        Quantity.of(second),
        Quantity.of(first),
        second.unit,
        explain,
        Rule.CHANGED,
        doubt=rates is None,
    )


def _sisters(index: Index, first: Observation, second: Observation) -> list[tuple]:
    """Find figures that add up with this one and did change between the two dates."""
    found = []
    for kinds in compositions(index).values():
        for kind in kinds if first.indicator in kinds else ():
            pair = [_best(index, kind, one) for one in (first, second)]
            if kind == first.indicator or None in pair or not pair[0].value:
                continue
            if pair[0].value != pair[1].value:
                found.append(tuple(pair))
    return found[:1]


def _best(index: Index, kind: str, beside: Observation) -> Observation | None:
    found = index.near(kind, beside.area, beside.standard, beside.period_end)
    return index.most_trusted(found)


def _published(figure: Observation) -> date | None:
    try:
        return date.fromisoformat(figure.source_row["date_published"])
    except ValueError:
        return None
