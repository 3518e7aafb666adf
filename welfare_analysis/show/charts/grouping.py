"""Grouping: which figures may share an axis, and what sets the others apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...codes import GOALS, Temporal, Verdict
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.derived import Measure
from ...judge.measures import period_years
from ...judge.reasons import Reason, reasons_between, sentence
from ..document import unique
from ..words import Figure, capital, first_input, is_yearly_average
from ..writer import Writer

_RELATIVE = ("per_households", "per_inhabitants", "share", "attainment", "change_percent")

# What a heading says, and the reasons that make it worth saying.
_FACTS = (
    ("indicator", {"DEFINITION", "COUNTED"}),
    ("standard", {"STANDARD", "STANDARD_BREAK"}),
    ("temporal", {"TEMPORAL"}),
    ("period", {"PERIOD_LENGTH", "DATE_FAR"}),
    ("kind", {"MEASURE"}),
)


def separating(data: Catalogue, a: Figure, b: Figure) -> list[Reason]:
    """List the reasons that forbid two figures a common axis; empty when they may share one.

    Derived figures are judged by what they are computed from; a base cures the difference of
    size, a yearly average that of the length of the period.
    """
    first, second = first_input(a), first_input(b)
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


def _unit(figure: Figure) -> tuple[str, str]:
    return figure.unit, getattr(figure, "code", "")


def _result_and_goal(a: Observation, b: Observation) -> bool:
    """Tell whether a place's own goal stands beside its result."""
    return a.area == b.area and (a.measure in GOALS) != (b.measure in GOALS)


def _cured(figure: Figure) -> set[str]:
    if not isinstance(figure, Measure):
        return set()
    cured = {"SIZE"} if figure.code in _RELATIVE else set()
    return cured | {"PERIOD_LENGTH"} if _yearly(figure) else cured


def _yearly(measure: Measure) -> bool:
    """Tell whether a derived figure stands for one year: a yearly average, or a year's total."""
    if is_yearly_average(measure):
        return True
    flow = measure.inputs[0]
    of_flow = flow.indicator_row["temporal"] == Temporal.FLOW and flow.period_start is not None
    return of_flow and abs(period_years(flow) - 1) < 0.05


def groups(data: Catalogue, figures: Iterable[Figure]) -> list[list[Figure]]:
    """Split figures, in their order, into groups that may share an axis."""
    found: list[list[Figure]] = []
    for figure in figures:
        for group in found:
            if not any(separating(data, figure, other) for other in group):
                group.append(figure)
                break
        else:
            found.append([figure])
    return found


class Grouping:
    """Groups of figures that may share an axis, and in words what sets them apart.

    Attributes
    ----------
    groups : list of list of Observation or Measure
    codes : tuple of str
        All reasons between different groups.
    """

    def __init__(self, writer: Writer, parts: list[list[Figure]]):
        self.writer, self.groups = writer, parts
        pairs = ((one, other) for place, one in enumerate(parts) for other in parts[place + 1 :])
        self.codes = unique(code for pair in pairs for code in self._codes(*pair))

    def _codes(self, group: Sequence[Figure], other: Sequence[Figure]) -> list[str]:
        pairs = [(a, b) for a in group for b in other]
        return [one.code for pair in pairs for one in separating(self.writer.data, *pair)]

    def _causes(self, codes: Iterable[str]) -> str:
        return self.writer.joined(self.writer.say(f"apart-{code}") for code in codes)

    @property
    def causes(self) -> str:
        """What sets the groups apart: ``the poverty standards differ``."""
        return self._causes(self.codes)

    def why_apart(self) -> str:
        """Say in one sentence why the panels of a chart have no common axis."""
        return self.writer.say("panels-apart", causes=self.causes) if self.codes else ""

    def refusal(self, number: int) -> tuple[str, ...]:
        """Say why a group may not be compared with those above it; nothing of the first."""
        if not number:
            return ()
        group, above = self.groups[number], self.groups[:number]
        causes = self._causes(unique(code for one in above for code in self._codes(one, group)))
        return (self.writer.say("refused-above", n=number, causes=causes),)

    def full_refusal(self, number: int) -> tuple[str, ...]:
        """Give the full reasons why a group may not be compared with the first one."""
        if not number:
            return ()
        data, anchor = self.writer.data, self.groups[0][0]
        found = [r for one in self.groups[number] for r in separating(data, anchor, one)]
        reasons = " ".join(unique(map(self._sentence, found)))
        area = self.writer.area(anchor.area)
        return (self.writer.say("refused-reasons", area=area, reasons=reasons),)

    def _sentence(self, reason: Reason) -> str:
        if reason.facts:
            return sentence(self.writer.data, reason, self.writer.language)
        return capital(self.writer.say(f"apart-{reason.code}")) + "."

    def heading(self, number: int) -> str:
        """Name what sets a group apart: its standard, its period, what it counts."""
        single = [first_input(figure) for figure in self.groups[number]]
        facts = [self._common(single, fact) for fact, of in _FACTS if of & set(self.codes)]
        return capital(" \u00b7 ".join(unique(facts)))

    def _common(self, figures: Sequence[Observation], fact: str) -> str:
        """Write a fact that all figures of a group share; nothing if they differ in it."""
        found = unique(self._fact(figure, fact) for figure in figures)
        return found[0] if len(found) == 1 else ""

    def _fact(self, figure: Observation, fact: str) -> str:
        writer = self.writer
        if fact == "indicator":
            return writer.title(figure)
        if fact == "temporal":
            flow = figure.indicator_row["temporal"] == Temporal.FLOW
            return writer.say("panel-flow" if flow else "panel-stock")
        if fact == "standard":
            if figure.standard:
                return writer.short_standard(figure.standard)
            return writer.say("no-standard") if figure.indicator_row["theme"] == "poverty" else ""
        return writer.period(figure) if fact == "period" else writer.kind(figure)
