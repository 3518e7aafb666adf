"""Pairs: every rate with its count, and the base of a place that is printed or implied."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from ...codes import RESULTS, Relation
from ...data.figures import Observation
from ..times import SAME_DATE_DAYS
from .index import Index
from .outcomes import Quantity, common

_LASTS_DAYS = 10 * 366


@dataclass(frozen=True)
class Pair:
    """A rate with the count it is the rate of."""

    count: Observation
    rate: Observation

    @property
    def factor(self) -> float:
        """What a rate of one whole prints as: 100 in percent."""
        return 100.0 if self.rate.unit == "percent" else 1.0

    @cached_property
    def implied(self) -> Quantity | None:
        """The base that count and rate imply; None where either may be zero."""
        if self.rate.interval.low <= 0 or self.count.value <= 0:
            return None
        return Quantity.computed(
            lambda count, rate: count / rate * self.factor,
            Quantity.of(self.count),
            Quantity.of(self.rate),
        )


@dataclass(frozen=True, slots=True)
class Base:
    """The base of a place at a date: printed, or implied by its rates."""

    indicator: str
    quantity: Quantity
    inputs: tuple[Observation, ...]
    printed: Observation | None


def pairs(index: Index) -> list[Pair]:
    """List every rate with its count, once for each distinct figure."""
    return index.remember("pairs", _find_pairs)


def groups(index: Index) -> dict[tuple, list[Pair]]:
    """Group pairs by area, base indicator and (nearly) one date.

    Standards may differ: whoever is counted as poor, the base is every household.
    """
    return index.remember("groups", _group_pairs)


def bases(index: Index) -> dict[tuple[str, str], list[Base]]:
    """Return the base of every place in order of date, by area and base indicator.

    A printed base wins; else what all rates of the date imply together.  Where they imply no
    common base there is none.
    """
    return index.remember("bases", _find_bases)


def _find_pairs(index: Index) -> list[Pair]:
    found: dict[tuple, Pair] = {}
    declared = index.to[Relation.RATE_OF]
    of_plan = {*index.to[Relation.ATTAINMENT_OF], *index.to[Relation.EXCESS_OF]}
    for name, counts in declared.items():
        _add(index, found, Pair(index.figure(counts[0]), index.figure(name)))
    kinds = index.data.indicators
    kinds = kinds.loc[kinds["numerator"] != "", "indicator"].tolist()
    wanted = set(kinds)
    for indicator, area, standard in index.series:
        if indicator not in wanted:
            continue
        for _, name in index.series[indicator, area, standard]:
            rate = index.figure(name)
            known = name in declared or name in of_plan
            if known or any(one in declared for one in _twins(index, rate)):
                continue
            count = _near_best(index, rate.indicator_row["numerator"], rate)
            if count is not None:
                _add(index, found, Pair(count, rate))
    return list(found.values())


def _group_pairs(index: Index) -> dict[tuple, list[Pair]]:
    found: dict[tuple, list[Pair]] = {}
    opened: dict[tuple, tuple] = {}
    for pair in sorted(pairs(index), key=lambda pair: pair.rate.period_end):
        if pair.rate.measure not in RESULTS:
            continue
        rate = pair.rate
        kind = rate.indicator_row["denominator"]
        key = (rate.area, kind or rate.indicator)
        day = opened.get(key)
        if day is None or (rate.period_end - day).days > SAME_DATE_DAYS:
            day = opened[key] = rate.period_end
        found.setdefault((rate.area, kind or "", (key[1], day)), []).append(pair)
    return found


def _find_bases(index: Index) -> dict[tuple[str, str], list[Base]]:
    found: dict[tuple[str, str], list[Base]] = defaultdict(list)
    for (area, kind, _), group in groups(index).items():
        printed = next((base for pair in group if (base := base_of(index, pair))), None)
        if printed is not None:
            base = Base(printed.indicator, Quantity.of(printed), (printed,), printed)
        else:
            base = _implied(kind, group)
        if base is not None and kind:
            found[area, kind].append(base)
    for rows in found.values():
        rows.sort(key=lambda base: base.inputs[0].period_end)
    return found


def base_of(index: Index, pair: Pair) -> Observation | None:
    """Find the printed base of a rate: as declared, or as the codebook names it."""
    names = [
        *index.of[Relation.BASE_OF].get(pair.rate.observation, ()),
        *index.of[Relation.BASE_OF].get(pair.count.observation, ()),
    ]
    printed = [base for base in index.figures(names[:8]) if base.interval.low > 0]
    if printed:
        return printed[0]
    kind = pair.rate.indicator_row["denominator"]
    return _near_best(index, kind, pair.rate) if kind else None


def lasts(index: Index, unit: str) -> bool:
    """Tell whether a figure in this unit holds for years: land does not grow."""
    return index.data.record("units", unit)["kind"] == "area"


def _add(index: Index, found: dict, pair: Pair) -> None:
    key = (index.same(pair.count), index.same(pair.rate))
    if key not in found or index.trust(pair.rate) < index.trust(found[key].rate):
        found[key] = pair


def _twins(index: Index, figure: Observation) -> list[str]:
    return index.members.get(index.same(figure), [])


def _near_best(index: Index, kind: str, rate: Observation) -> Observation | None:
    """Find the figure of an indicator, or of its concept, for the place and date of a rate."""
    concept = index.indicator(kind)["concept"]
    for indicator in (kind, *index.levels_of(concept)):
        unit = index.indicator(indicator)["unit"]
        for standard in dict.fromkeys((rate.standard, "")):
            days = SAME_DATE_DAYS if not lasts(index, unit) else _LASTS_DAYS
            found = index.near(indicator, rate.area, standard, rate.period_end, days)
            found = [one for one in found if one.unit == unit and one.value > 0]
            if found:
                return min(found, key=lambda one: (one.source != rate.source, index.trust(one)))
    return None


def _implied(kind: str, group: list[Pair]) -> Base | None:
    found = [(pair, pair.implied) for pair in group if pair.implied is not None]
    shared = common([quantity.interval for _, quantity in found]) if found else None
    if shared is None:
        return None
    pair, quantity = min(found, key=lambda one: one[1].interval.width)
    value = quantity.value if shared.contains(quantity.value) else shared.middle
    return Base(kind, Quantity(value, shared, shared), (pair.count, pair.rate), None)
