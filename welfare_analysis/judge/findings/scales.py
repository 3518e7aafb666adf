"""Scales: what adds up, put on the inhabitants, in the national total, and by its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...codes import Temporal, Verdict
from ..bases import INDICATORS, on_base
from ..derivations import derivations
from ..derived import Figure, Measure
from ..measures import share
from ..order import order
from ..ranking import is_part_of_year
from ..times import middle, one_date, period_years
from .finding import Finding
from .scope import Scope, is_sound

_PEOPLE = ("persons", "turns")  # what a population is a base of
_MOST_NAMED = 3  # places that share the highest or the lowest rank


def _counts_people(row: dict) -> bool:
    """Tell whether an indicator adds up people, all of them and no part."""
    whole = row["aggregation"] == "sum" and not row["breakdown"]
    return whole and row["theme"] != "population" and row["counted"] in _PEOPLE


def yearly(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Put what a place counted over a year or more on its inhabitants, as a year's."""
    now = scope.now(row["indicator"], area)
    if row["temporal"] != Temporal.FLOW or not _counts_people(row) or now is None:
        return
    if not is_sound(now) or is_part_of_year(now):
        return
    rate = on_base(scope.data, now, "inhabitants")
    if rate is not None:
        count, base = rate.operands
        single = _single_years(scope, row["indicator"], area)
        facts = {
            "figure": now,
            "when": now,
            "long": "yes" if isinstance(count, Measure) and count.is_yearly_average else "no",
            "amount_year": count,
            "amount_rate": rate,
            "noun_base": base.indicator,
            "when_base": base,
            "aside": base,
            "years": "yes" if len(single) > 2 else "no",
            "amount_least": single[0] if single else rate,
            "when_least": single[0] if single else rate,
            "amount_most": single[-1] if single else rate,
            "when_most": single[-1] if single else rate,
        }
        ends = [one for end in (single[:1], single[-1:]) if len(single) > 2 for one in end]
        figures = [now, base, *(operand for one in ends for operand in one.operands)]
        yield scope.make("yearly", "yearly", row["indicator"], [area], figures, rate, **facts)


def _single_years(scope: Scope, indicator: str, area: str) -> list[Measure]:
    """Put each single year of a place on its inhabitants, the lowest first."""
    years = [one for one in scope.sound(indicator, area) if period_years(one) == 1]
    made = [on_base(scope.data, one, "inhabitants") for one in years]
    return sorted((one for one in made if one is not None), key=lambda one: one.value)


def scales(scope: Scope, row: dict, found: Sequence[Finding]) -> Iterator[Finding]:
    """Say of which places a count is highest and lowest on their inhabitants."""
    wholes = {above for area in scope.areas for above in scope.wholes[area]}
    rates = {
        one.areas[0]: one.measure
        for one in found
        if one.kind == "yearly" and one.areas[0] not in wholes
    }
    if len(rates) < 2:
        return
    ranked = order(scope.data, rates)
    if ranked.verdict == Verdict.NOT_COMPARABLE:
        return
    high, low = ([rates[area] for area in ranked.ranks[place]] for place in (0, -1))
    told = len(ranked.ranks) > 1 and max(len(high), len(low)) <= _MOST_NAMED
    facts = {
        "told": "yes" if told else "no",
        "two": "yes" if len(rates) == 2 else "no",
        "number_places": len(rates),
        "rated_high": high,
        "rated_low": low,
        "why_careful": tuple(f"cell-{reason.code}" for reason in ranked.reasons),
        "careful": "yes" if ranked.reasons else "no",
    }
    figures = list(rates.values())
    yield scope.make(
        "scale", "scale", row["indicator"], rates, figures, None, ranked.verdict, **facts
    )


def shares(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Set the share of a place in the national total beside its share of the population."""
    if not _counts_people(row) or not scope.wholes[area]:
        return
    made = [
        one
        for one in derivations(scope.data, row["indicator"], area, "share")
        if is_sound(one) and not is_part_of_year(one)
    ]
    newest = max(made, key=lambda one: (one.period_end, len(one.inputs)), default=None)
    if newest is None:
        return
    part, whole = newest.operands
    people = _people(scope, part, whole.area)
    facts = {
        "figure": part,
        "when": part,
        "amount": newest,
        "area_above": whole.area,
        "aside": whole,
        "people": "yes" if people else "no",
        "amount_people": people or newest,
        "when_people": people or newest,
        "by": part.standard,
    }
    figures = [part, whole, *(people.operands if people else ())]
    yield scope.make("share", "share", row["indicator"], [area], figures, newest, **facts)


def _people(scope: Scope, part: Figure, above: str) -> Measure | None:
    """Return the share in the population, by the counts of one date that are nearest in time."""
    pairs = [
        (one, other)
        for indicator in INDICATORS["inhabitants"]
        for one in scope.sound(indicator, part.area)
        for other in scope.sound(indicator, above)
        if one_date(one, other)
    ]
    day = middle(part)
    nearest = min(pairs, key=lambda pair: abs((middle(pair[0]) - day).days), default=None)
    return share(*nearest) if nearest else None


def parts(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say how large a part of a count is, and was: women, one destination, one level."""
    if not row["breakdown"] or row["aggregation"] != "sum":
        return
    wholes = scope.sound(row["base"], area)
    made = [
        share(part, whole)
        for part in scope.sound(row["indicator"], area)
        for whole in wholes
        if one_date(part, whole) and part.standard == whole.standard and whole.value
    ]
    if not made:
        return
    now, before = made[-1], made[0]
    part, whole = now.operands
    facts = {
        "noun": row["base"],
        "part": row["breakdown"],
        "aside": part,
        "when": part,
        "amount": now,
        "earlier": "yes" if len(made) > 1 else "no",
        "amount_before": before,
        "when_before": before,
        "by": part.standard,
    }
    figures = [figure for one in made for figure in one.operands]
    yield scope.make("part", "part", row["indicator"], [area], figures, now, **facts)
