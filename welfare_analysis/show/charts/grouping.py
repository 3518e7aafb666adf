"""Grouping: what sets the figures of a chart apart that may not share an axis, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...codes import Temporal
from ...data.figures import Observation
from ...judge.axes import separating
from ...judge.derived import Figure
from ...judge.reasons import Reason
from ...judge.sentences import sentence
from ...texts import capital
from ..document import unique
from ..writer import Writer

# What a heading says, and the reasons that make it worth saying.
_FACTS = (
    ("indicator", {"DEFINITION", "BREAKDOWN", "COUNTED"}),
    ("standard", {"STANDARD", "STANDARD_BREAK"}),
    ("temporal", {"TEMPORAL"}),
    ("period", {"PERIOD_LENGTH", "DATE_FAR"}),
    ("kind", {"MEASURE"}),
)


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
        single = [figure.inputs[0] for figure in self.groups[number]]
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
