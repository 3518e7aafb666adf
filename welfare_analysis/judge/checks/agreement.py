"""Agreement: one figure in several places, and several figures for one question."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Relation
from ...data.figures import Observation
from ..limits import is_provisional
from ..ranking import TRUSTED
from .index import Index
from .outcomes import Check, Outcome, Quantity, common, judge


def check_same_figures(index: Index) -> Iterator[Check]:
    """Check that figures declared to be the same agree, whoever prints them."""
    declared = {*index.to[Relation.SAME_AS], *index.of[Relation.SAME_AS]}
    for names in index.members.values():
        rows = [index.figure(name) for name in names if name in declared]
        if len(rows) > 1:
            yield _one_figure(index, sorted(rows, key=TRUSTED.key))


def check_sources(index: Index) -> Iterator[Check]:
    """Check figures of several sources for one indicator, area, date and standard."""
    for key in index.series:
        if len(index.series[key]) < 2:
            continue
        for run in index.runs(key):
            rows = sorted(index.distinct(run), key=TRUSTED.key)
            for other in rows[1:]:
                yield _two_sources(rows[0], other)


def _one_figure(index: Index, rows: list[Observation]) -> Check:
    quantities = [Quantity.of(row) for row in rows]
    shared = common([one.interval for one in quantities])
    finest = min(quantities, key=lambda one: one.interval.width)
    if shared is None:
        least = min(quantities, key=lambda one: one.interval.high)
        most = max(quantities, key=lambda one: one.interval.low)
        outcome = judge(least, most)
        stated, computed = least, most
    else:
        stated, computed = quantities[0], finest
        agree = all(
            one.interval.contains(finest.value) or one.value == finest.value for one in quantities
        )
        outcome = Outcome.CONSISTENT if agree else Outcome.WITHIN_ROUNDING
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


def _two_sources(best: Observation, other: Observation) -> Check:
    stated, reference = Quantity.of(other), Quantity.of(best)
    outcome = judge(stated, reference)
    if outcome == Outcome.WITHIN_ROUNDING and reference.interval.contains(other.value):
        outcome = Outcome.CONSISTENT  # the other is the more exact of the two

    def explain(w) -> str:
        text = w("sources", subject=w.subject(other), other=w.figure(other), best=w.figure(best))
        if outcome != Outcome.INCONSISTENT:
            return f"{text} {w.means(outcome)}"
        gap = w.amount(
            abs(other.value - best.value), "points" if other.unit == "percent" else other.unit
        )
        if is_provisional(other) and not is_provisional(best):
            return f"{text} " + w("sources-provisional", gap=gap, best=w.value(best))
        if other.period_end != best.period_end:
            return f"{text} " + w("sources-differ-dates", gap=gap)
        return f"{text} " + w("sources-differ", gap=gap)

    return Check("several_sources", outcome, (other, best), stated, reference, other.unit, explain)
