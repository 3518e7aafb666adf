"""Rates: a rate against its count and base, and the base that rates and counts imply."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ...data.figures import Observation
from ...data.intervals import Interval
from .index import Index
from .misprints import Misprint, nearest_misprint
from .outcomes import Check, Outcome, Quantity, Rule, common, judge, meets
from .pairs import Pair, base_of, groups

_SLIPS_TRIED = 12
_MOST = 1e9  # no base in the country is larger


def check_rates(index: Index) -> Iterator[Check]:
    """Check each rate against its count and printed base, or say which base it implies."""
    grouped = groups(index)
    alone = {id(group[0]) for group in grouped.values() if len(group) == 1}
    for group in grouped.values():
        shared = _shared_base(group)
        for pair in group:
            base = base_of(index, pair)
            if base is not None:
                yield _against_base(index, pair, base, shared)
            elif pair.count.value == 0 or pair.rate.value == 0:
                yield _of_zero(pair)
            elif id(pair) in alone:
                yield _without_base(index, pair)


def check_implied_bases(index: Index) -> Iterator[Check]:
    """Check that all rates of a place and date imply one base."""
    for group in groups(index).values():
        pairs = [pair for pair in group if pair.implied is not None]
        if len(pairs) > 1:
            yield _one_base(index, pairs)


def _shared_base(group: list[Pair]) -> Interval | None:
    """Return the base on which all rates of a place and date fit; None of a single rate."""
    implied = [pair.implied for pair in group]
    if len(group) < 2 or None in implied:
        return None
    return common([one.interval for one in implied])


def _against_base(index: Index, pair: Pair, base: Observation, shared: Interval | None) -> Check:
    rate, count = pair.rate, pair.count
    stated = Quantity.of(rate)
    computed = Quantity.computed(
        lambda part, whole: part / whole * pair.factor, Quantity.of(count), Quantity.of(base)
    )
    outcome = judge(stated, computed)
    misprint = None
    if outcome == Outcome.INCONSISTENT:
        candidates = [base, *_other_bases(index, count, base)]
        misprint = nearest_misprint(rate, count, candidates, pair.factor)

    def explain(w) -> str:
        text = w(
            "rate-base",
            subject=w.subject(rate),
            rate=w.figure(rate),
            count=w.figure(count),
            base=w.figure(base),
            base_title=w.title(base.indicator),
            computed=w.quantity(computed, rate.unit, rate),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        return f"{text} {_means(w, pair, base, misprint, shared)}"

    return Check("rate_base", outcome, (rate, count, base), stated, computed, rate.unit, explain)


def _base_unit(index: Index, pair: Pair) -> str:
    kind = pair.rate.indicator_row["denominator"]
    return index.indicator(kind)["unit"] if kind else pair.count.unit


def _means(
    w, pair: Pair, base: Observation, misprint: Misprint | None, shared: Interval | None
) -> str:
    implied = pair.implied
    unit = _base_unit(w.index, pair)
    words = w("rate-base-wrong", base=w.span(implied.interval, unit)) if implied else ""
    other = misprint is not None and misprint.slip == "other_base"
    if shared is not None and not other:
        gap = w.percent(100 * abs(shared.middle / base.value - 1))
        span = w.span(shared, unit)
        return f"{words} " + w("reading-shared-base", base=span, gap=gap)
    if misprint is None:
        return f"{words} " + w("reading-none")
    value = w.amount(misprint.value, pair.rate.unit)
    name = misprint.slip.replace("_", "-")
    return f"{words} " + w(f"reading-{name}", value=value, base=w.figure(misprint.base))


def _other_bases(index: Index, count: Observation, base: Observation) -> list[Observation]:
    """List other figures of the same place and date in the count's unit that could be a base."""
    found = []
    for indicator in index.counting(count.unit):
        for standard in dict.fromkeys((count.standard, "")):
            found += index.near(indicator, count.area, standard, count.period_end)
            if len(found) > _SLIPS_TRIED:
                break
    return [
        one
        for one in index.distinct(found)
        if one.value >= count.value and one not in (base, count)
    ][:_SLIPS_TRIED]


def _of_zero(pair: Pair) -> Check:
    stated, count = Quantity.of(pair.rate), pair.count
    share = Interval.point(0.0)
    if count.value > 0:
        share = Interval(pair.factor * count.value / _MOST, pair.factor)
    computed = Quantity(share.low if share.is_point else math.nan, share, share)
    outcome = judge(stated, computed, Rule.PLAUSIBLE)

    def explain(w) -> str:
        text = w(
            "rate-zero",
            subject=w.subject(pair.rate),
            rate=w.figure(pair.rate),
            count=w.figure(count),
        )
        agrees = outcome == Outcome.CONSISTENT
        return text + " " + (w.means(outcome) if agrees else w("rate-zero-wrong"))

    inputs, rule = (pair.rate, count), Rule.PLAUSIBLE
    return Check("rate_base", outcome, inputs, stated, computed, pair.rate.unit, explain, rule)


def _without_base(index: Index, pair: Pair) -> Check:
    implied = pair.implied

    def explain(w) -> str:
        base = w.span(implied.interval, _base_unit(index, pair)) if implied else w("no-base")
        return w(
            "rate-without-base",
            subject=w.subject(pair.rate),
            rate=w.figure(pair.rate),
            count=w.figure(pair.count),
            base=base,
        )

    inputs = (pair.rate, pair.count)
    return Check(
        "rate_base",
        Outcome.NOT_TESTABLE,
        inputs,
        Quantity.of(pair.rate),
        None,
        pair.rate.unit,
        explain,
        Rule.OPEN,
    )


def _one_base(index: Index, found: list[Pair]) -> Check:
    """Compare the pair that implies the least base with the one that implies the largest."""
    lowest = min(found, key=lambda pair: pair.implied.interval.high)
    highest = max(found, key=lambda pair: pair.implied.interval.low)
    if lowest is highest:
        highest = next(pair for pair in found if pair is not lowest)
    first, second = sorted((lowest, highest), key=lambda pair: -pair.implied.interval.width)
    stated, computed = first.implied, second.implied
    outcome = judge(stated, computed)
    unit = _base_unit(index, first)
    misprint = _cut_off(first, computed) or _cut_off(second, stated)

    def explain(w) -> str:
        text = w(
            "implied-base",
            area=w.area(first.rate.area),
            first=w.pair(first.count, first.rate),
            first_base=w.span(stated.interval, unit),
            second=w.pair(second.count, second.rate),
            second_base=w.span(computed.interval, unit),
        )
        if outcome != Outcome.INCONSISTENT:
            return text + " " + w("implied-base-agrees")
        text += " " + w("implied-base-differs")
        if misprint is None:
            return text
        rate, value = misprint[0].rate, misprint[1]
        shown = w.amount(value, rate.unit, rate.numeral.step / 10)
        return text + " " + w("implied-base-cut-off", rate=w.value(rate), value=shown)

    rest = [one for pair in found if pair not in (first, second) for one in (pair.count, pair.rate)]
    inputs = (first.count, first.rate, second.count, second.rate, *rest)
    return Check("implied_base", outcome, inputs, stated, computed, unit, explain)


def _cut_off(pair: Pair, base: Quantity) -> tuple[Pair, float] | None:
    """Tell whether the rate was cut off rather than rounded: 0,066 printed 0,06."""
    if pair.rate.numeral is None or meets(pair.implied.interval, base.interval):
        return None
    step = pair.rate.numeral.step
    whole = Interval(pair.rate.value, pair.rate.value + step)
    if not meets(pair.count.interval / whole * pair.factor, base.interval):
        return None
    return pair, round(pair.factor * pair.count.value / base.value, pair.rate.numeral.decimals + 1)
