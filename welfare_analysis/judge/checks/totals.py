"""Totals: sums against their parts, shares against their wholes, places against larger ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...codes import Relation, Temporal, dimensions
from ...data.areas import containing
from ...data.figures import Observation
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge


def check_parts(index: Index) -> Iterator[Check]:
    """Check each total against the figures declared to be part of it."""
    for name, part_names in index.of[Relation.PART_OF].items():
        whole = index.figure(name)
        parts = index.distinct(index.figures(part_names))
        flows = [part for part in parts if _of_another_kind(part, whole)]
        for part in flows:
            yield _untestable(part, whole)
        for own in _divisions([part for part in parts if part not in flows]):
            if is_complete(whole, own):
                yield _sum("parts_total", whole, own)
            else:
                yield _bound("part_above_total", whole, own)


def check_shares(index: Index) -> Iterator[Check]:
    """Check that no counted share is larger than its whole."""
    seen = set()
    for name, wholes in index.to[Relation.SHARE_OF].items():
        part, whole = index.figure(name), index.figure(wholes[0])
        mark = (index.same(part), index.same(whole))
        if mark in seen:
            continue
        seen.add(mark)
        yield _bound("share_above_whole", whole, [part])


def check_compositions(index: Index) -> Iterator[Check]:
    """Check totals of other sources and dates against parts of the same kinds.

    What a total is made of is learnt from the complete sets that the data declare.
    """
    for kind, kinds in compositions(index).items():
        keys = [key for key in index.series if key[0] == kind]
        for key in keys:
            for whole in index.distinct(_figures_of(index, key)):
                for parts in _parts_near(index, whole, kinds):
                    check = _sum("parts_other_source", whole, parts)
                    # Parts that the source of the total counts otherwise are of another
                    # compilation: that they add up is an accident, and confirms nothing.
                    if check.outcome == Outcome.INCONSISTENT or not _contradicts(
                        index, whole, parts
                    ):
                        yield check


def check_places(index: Index) -> Iterator[Check]:
    """Check that the places inside an area do not count more than the area."""
    wholes: dict[str, Observation] = {}
    inside: dict[tuple[str, str], dict[str, Observation]] = defaultdict(dict)
    for indicator, area, standard in index.series:
        row = index.indicator(indicator)
        if row["aggregation"] != "sum" or row["temporal"] == Temporal.AVERAGE:
            continue
        level = index.data.record("areas", area)["level"]
        rows = index.distinct(_figures_of(index, (indicator, area, standard)))
        if len(rows) > 1:
            rows.sort(key=index.trust)
        for place in rows:
            for whole in _wholes(index, place):
                mark = index.same(whole)
                wholes.setdefault(mark, whole)
                inside[mark, level].setdefault(area, place)
    for (mark, _), places in inside.items():
        yield _bound("place_above_area", wholes[mark], list(places.values()))


def compositions(index: Index) -> dict[str, tuple[str, ...]]:
    """Learn which indicators add up to which, from complete sets declared in the data."""
    return index.remember("compositions", _find_compositions)


def _find_compositions(index: Index) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, part_names in index.of[Relation.PART_OF].items():
        whole = index.figure(name)
        parts = index.distinct(index.figures(part_names))
        kinds = tuple(sorted({part.indicator for part in parts}))
        if len(kinds) == len(parts) and whole.indicator not in kinds and is_complete(whole, parts):
            found.setdefault(whole.indicator, kinds)
    return found


def is_complete(whole: Observation, parts: list[Observation]) -> bool:
    """Tell whether the parts claim to exhaust the total.

    Two or more parts that one source prints for the same place and date as its total do;
    a single part, or places inside an area, are a lower bound.
    """
    here = (whole.source, whole.area, whole.period_start, whole.period_end)
    same = ((part.source, part.area, part.period_start, part.period_end) for part in parts)
    if len(parts) < 2 or any(one != here for one in same):
        return False
    divided = {part.breakdown for part in parts if part.base == whole.base} - {whole.breakdown}
    return not divided or divided == {*whole.data.divisions.into(divided, whole.breakdown)}


def _divisions(parts: list[Observation]) -> Iterator[list[Observation]]:
    """Keep apart what is divided in different ways, and leave out parts of other parts."""
    found: dict[tuple[str, ...], list[Observation]] = {}
    for part in parts:
        found.setdefault(dimensions(part.breakdown), []).append(part)
    for own in found.values():
        outer = own[0].data.divisions.outermost([part.breakdown for part in own])
        yield [part for part in own if part.breakdown in outer]


def _sum(code: str, whole: Observation, parts: list[Observation]) -> Check:
    stated = Quantity.of(whole)
    total = Quantity.total([Quantity.of(part) for part in parts])
    outcome = judge(stated, total)

    def explain(w) -> str:
        text = w(
            "parts-sum",
            subject=w.subject(whole),
            total=w.figure(whole),
            parts=w.listed(parts),
            sum=w.quantity(total, whole.unit, whole),
        )
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        gap = total.value - stated.value
        name = "parts-more" if gap > 0 else "parts-less"
        name += "-other" if code == "parts_other_source" else ""
        return f"{text} " + w(name, gap=w.amount(abs(gap), whole.unit))

    return Check(code, outcome, (whole, *parts), stated, total, whole.unit, explain)


def _bound(code: str, whole: Observation, parts: list[Observation]) -> Check:
    total = Quantity.total([Quantity.of(part) for part in parts])
    limit = Quantity.of(whole)
    outcome = judge(limit, total, Rule.AT_LEAST)

    def explain(w) -> str:
        several = len({part.area for part in parts}) > 1
        title = w.title(parts[0].indicator) if several else w.subject(parts[0])
        text = w(
            code.replace("_", "-"),
            title=title,
            parts=w.listed(parts),
            whole_title=w.subject(whole),
            whole=w.figure(whole),
        )
        if outcome == Outcome.INCONSISTENT:
            gap = w.amount(total.value - limit.value, whole.unit)
            return f"{text} " + w("bound-broken", gap=gap)
        if outcome == Outcome.WITHIN_ROUNDING:
            return f"{text} {w.means(outcome)}"
        share = w.percent(100 * total.value / limit.value) if limit.value else "0%"
        return f"{text} " + w("bound-kept", share=share)

    inputs = (whole, *parts)
    return Check(code, outcome, inputs, limit, total, whole.unit, explain, Rule.AT_LEAST)


def _untestable(part: Observation, whole: Observation) -> Check:
    def explain(w) -> str:
        return w(
            "parts-flow",
            flow=w.figure(part),
            flow_title=w.subject(part),
            stock=w.figure(whole),
            stock_title=w.subject(whole),
        )

    return Check(
        "parts_total",
        Outcome.NOT_TESTABLE,
        (whole, part),
        Quantity.of(whole),
        None,
        whole.unit,
        explain,
        Rule.OPEN,
    )


def _of_another_kind(part: Observation, whole: Observation) -> bool:
    kinds = {one.indicator_row["temporal"] for one in (part, whole)}
    return len(kinds) == 2 and Temporal.FLOW in kinds


def _figures_of(index: Index, key: tuple) -> list[Observation]:
    return index.figures(name for _, name in index.series.get(key, ()))


def _parts_near(index: Index, whole: Observation, kinds) -> Iterator[list[Observation]]:
    """Give complete sets of parts near a total, one a source, that are not declared its parts."""
    declared = {
        index.same(part)
        for name in index.members.get(index.same(whole), []) + [whole.observation]
        for part in index.figures(index.of[Relation.PART_OF].get(name, ()))
    }
    by_source: dict[str, dict[str, Observation]] = defaultdict(dict)
    for kind in kinds:
        for part in index.near(kind, whole.area, whole.standard, whole.period_end):
            if part.period_start == whole.period_start:
                by_source[part.source].setdefault(kind, part)
    seen = set()
    for chosen in by_source.values():
        parts = [chosen[kind] for kind in kinds if kind in chosen]
        clusters = frozenset(index.same(part) for part in parts)
        if len(parts) == len(kinds) and clusters not in seen and not clusters <= declared:
            seen.add(clusters)
            yield parts


def _contradicts(index: Index, whole: Observation, parts: list[Observation]) -> bool:
    """Tell whether the source of a total prints one of the parts otherwise."""
    return any(
        own.source == whole.source
        and judge(Quantity.of(own), Quantity.of(part)) == Outcome.INCONSISTENT
        for part in parts
        for own in index.near(part.indicator, whole.area, whole.standard, whole.period_end)
    )


def _wholes(index: Index, place: Observation) -> Iterator[Observation]:
    """Give the figure of each area that holds a place, for (nearly) the same date."""
    for holder in containing(index.data, place.area):
        found = index.near(place.indicator, holder, place.standard, place.period_end)
        found = [one for one in found if one.period_start == place.period_start]
        if found:
            yield index.most_trusted(found)
