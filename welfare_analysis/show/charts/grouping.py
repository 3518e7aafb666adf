"""Grouping: which figures may share an axis, and what sets the others apart."""

from __future__ import annotations

from collections.abc import Sequence

from ...codes import GOALS, Temporal, Verdict
from ...data.catalogue import Catalogue
from ...judge.derived import Measure
from ...judge.measures import period_years
from ...judge.reasons import Reason, reasons_between
from ...messages import message
from .. import words
from ..bundle import unique

_RELATIVE = ("per_households", "per_inhabitants", "share", "attainment", "change_percent")


def separating(data: Catalogue, a: words.Figure, b: words.Figure) -> list[Reason]:
    """List the reasons that forbid two figures a common axis; empty when they may share one.

    Derived figures are judged by what they are computed from; a base cures the difference of
    size, a yearly average that of the length of the period.
    """
    first, second = words.first_input(a), words.first_input(b)
    cured = _cured(a) & _cured(b)
    if _result_and_goal(first, second):
        cured |= {"MEASURE"}
    found = [
        reason
        for reason in reasons_between(data, first, second)
        if reason.verdict == Verdict.NOT_COMPARABLE and reason.code not in cured
    ]
    if _unit(a) != _unit(b) and not any(reason.code == "COUNTED" for reason in found):
        found.insert(0, Reason("COUNTED", Verdict.NOT_COMPARABLE))
    return found


def _unit(figure: words.Figure) -> tuple[str, str]:
    return figure.unit, getattr(figure, "code", "")


def _result_and_goal(a, b) -> bool:
    """Tell whether a place's own goal stands beside its result."""
    return a.area == b.area and (a.measure in GOALS) != (b.measure in GOALS)


def _cured(figure: words.Figure) -> set[str]:
    if not isinstance(figure, Measure):
        return set()
    cured = {"SIZE"} if figure.code in _RELATIVE else set()
    return cured | {"PERIOD_LENGTH"} if _yearly(figure) else cured


def _yearly(measure: Measure) -> bool:
    """Tell whether a derived figure stands for one year: a yearly average, or a year's total."""
    if words.is_yearly_average(measure):
        return True
    flow = measure.inputs[0]
    of_flow = flow.indicator_row["temporal"] == Temporal.FLOW and flow.period_start is not None
    return of_flow and abs(period_years(flow) - 1) < 0.05


def groups(data: Catalogue, figures: Sequence[words.Figure]) -> list[list[words.Figure]]:
    """Split figures, in their order, into groups that may share an axis."""
    found: list[list[words.Figure]] = []
    for figure in figures:
        for group in found:
            if not any(separating(data, figure, other) for other in group):
                group.append(figure)
                break
        else:
            found.append([figure])
    return found


def separations(data: Catalogue, parts: Sequence[Sequence[words.Figure]]) -> tuple[str, ...]:
    """List the codes of all reasons between different groups."""
    pairs = ((first, second) for place, first in enumerate(parts) for second in parts[place + 1 :])
    return unique(
        reason.code
        for first, second in pairs
        for a in first
        for b in second
        for reason in separating(data, a, b)
    )


def heading(
    data: Catalogue, group: Sequence[words.Figure], codes: Sequence[str], language: str
) -> str:
    """Name what sets a group apart: its standard, its period, what it counts."""
    singles = [words.first_input(figure) for figure in group]
    facts = [_common(data, singles, fact, language) for fact, of in _FACTS if of & set(codes)]
    return words.capital(" \u00b7 ".join(unique(facts)))


# What a heading says, and the reasons that make it worth saying.
_FACTS = (
    ("indicator", {"DEFINITION", "COUNTED"}),
    ("standard", {"STANDARD", "STANDARD_BREAK"}),
    ("temporal", {"TEMPORAL"}),
    ("period", {"PERIOD_LENGTH", "DATE_FAR"}),
    ("kind", {"MEASURE"}),
)


def _common(data: Catalogue, figures, fact: str, language: str) -> str:
    """Write a fact that all figures of a group share; nothing if they differ in it."""
    found = unique(_fact(data, figure, fact, language) for figure in figures)
    return found[0] if len(found) == 1 else ""


def _fact(data: Catalogue, figure, fact: str, language: str) -> str:
    if fact == "indicator":
        return words.title(figure, language)
    if fact == "standard":
        return _standard(data, figure, language)
    if fact == "temporal":
        flow = figure.indicator_row["temporal"] == Temporal.FLOW
        return message("panel-flow" if flow else "panel-stock", language)
    return figure.period(language) if fact == "period" else words.kind(figure, language)


def _standard(data: Catalogue, figure, language: str) -> str:
    if not figure.standard:
        of_poverty = figure.indicator_row["theme"] == "poverty"
        return message("no-standard", language) if of_poverty else ""
    return words.short_standard(data, figure.standard, language)


def why_apart(codes: Sequence[str], language: str) -> str:
    """Say in one sentence why the panels of a chart have no common axis."""
    if not codes:
        return ""
    causes = words.joined((message(f"apart-{code}", language) for code in codes), language)
    return message("panels-apart", language, causes=causes)


def why_refused(
    data: Catalogue,
    above: Sequence[Sequence[words.Figure]],
    part: Sequence[words.Figure],
    language: str,
) -> str:
    """Say why a group may not be compared with those above it."""
    found = unique(
        reason.code
        for other in above
        for a in other
        for b in part
        for reason in separating(data, a, b)
    )
    causes = words.joined((message(f"apart-{code}", language) for code in found), language)
    return message("refused-above", language, n=len(above), causes=causes)
