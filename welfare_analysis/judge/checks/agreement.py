"""Agreement: one figure in several places, and several figures for one question."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Relation
from ...data.figures import Observation
from ..limits import is_provisional
from .index import Index
from .outcomes import Check, Outcome, Quantity, common, judge


def check_same_figures(index: Index) -> Iterator[Check]:
    """Check that figures declared to be the same agree, whoever prints them."""
    declared = {*index.to[Relation.SAME_AS], *index.of[Relation.SAME_AS]}
    for names in index.members.values():
        rows = [index.figure(name) for name in names if name in declared]
        if len(rows) > 1:
            yield _one_figure(index, sorted(rows, key=index.trust))


def check_sources(index: Index) -> Iterator[Check]:
    """Check figures of several sources for one indicator, area, date and standard.

    Two figures of one article are not two sources: for one date, they are one figure in two
    places; for two dates, they tell what changed, and are left alone.
    """
    for key, entries in index.series.items():
        if len(entries) < 2:
            continue
        for run in index.runs(key):
            rows = index.distinct(run)
            if len(rows) < 2:
                continue
            rows.sort(key=index.trust)
            for other in rows[1:]:
                alone = other.source == rows[0].source
                if not alone or other.period_end == rows[0].period_end:
                    yield _two_figures(rows[0], other)


def _one_figure(index: Index, rows: list[Observation]) -> Check:
    quantities = [Quantity.of(row) for row in rows]
    shared = common([one.interval for one in quantities])
    finest = min(quantities, key=lambda one: one.interval.width)
    if shared is None:
        stated = min(quantities, key=lambda one: one.interval.high)
        computed = max(quantities, key=lambda one: one.interval.low)
    else:
        strays = (one for one in quantities if judge(one, finest) != Outcome.CONSISTENT)
        stated, computed = next(strays, quantities[0]), finest
    outcome = judge(stated, computed)
    sources = list(dict.fromkeys(row.source for row in rows))
    origins = {index.origin(source) for source in sources}

    def explain(w) -> str:
        told = list({(row.source, row.value, row.qualifier): row for row in rows}.values())
        text = w("same-figure", subject=w.subject(rows[0]), figures=w.each(told))
        name = (
            "same-differs"
            if outcome == Outcome.INCONSISTENT
            else (
                "same-one-source"
                if len(sources) == 1
                else "same-one-origin"
                if len(origins) == 1
                else "same-agrees"
            )
        )
        return f"{text} " + w(name, sources=str(len(sources)), origins=str(len(origins)))

    return Check("same_figure", outcome, tuple(rows), stated, computed, rows[0].unit, explain)


def _two_figures(best: Observation, other: Observation) -> Check:
    stated, reference = Quantity.of(other), Quantity.of(best)
    outcome = judge(stated, reference)
    if outcome == Outcome.WITHIN_ROUNDING and judge(reference, stated) == Outcome.CONSISTENT:
        # The other is the more exact of the two.
        stated, reference, outcome = reference, stated, Outcome.CONSISTENT
    alone = other.source == best.source

    def explain(w) -> str:
        name = "sources-one" if alone else "sources"
        text = w(name, subject=w.subject(other), other=w.figure(other), best=w.figure(best))
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        gap = w.amount(
            abs(other.value - best.value), "points" if other.unit == "percent" else other.unit
        )
        if is_provisional(other) and not is_provisional(best):
            return f"{text} " + w("sources-provisional", gap=gap, best=w.value(best))
        if other.period_end != best.period_end:
            return f"{text} " + w("sources-differ-dates", gap=gap)
        return f"{text} " + w("sources-one-differ" if alone else "sources-differ", gap=gap)

    code = "same_figure" if alone else "several_sources"
    return Check(code, outcome, (other, best), stated, reference, other.unit, explain)
