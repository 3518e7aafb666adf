"""Strands: the figures of one place over time as a line, with how it is drawn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ...data.areas import containing
from ...judge.derived import Figure
from ...judge.limits import is_doubtful
from ...judge.times import closing
from ...texts import capital
from ..writer import Writer
from . import style, timeline

_WIDE = 1.15  # years: nothing is missing between two figures


@dataclass(frozen=True)
class Strand:
    """The figures of one place, oldest first."""

    area: str
    name: str
    figures: tuple[Figure, ...]
    colour: str
    shape: str
    is_around: bool

    @property
    def ink(self) -> str:
        """The colour of its words: dark enough to be read."""
        return style.MUTED if self.is_around else style.INK

    @property
    def last(self) -> Figure:
        return self.figures[-1]

    @property
    def steps(self) -> list[tuple[Figure, Figure, bool]]:
        """The figures that are joined, two by two, and whether nothing is unsure between them."""
        pairs = itertools.pairwise(self.figures)
        return [(one, other, _is_sure(one, other)) for one, other in pairs]

    def spoken(self, writer: Writer) -> str:
        told = (f"{writer.period(one)} {writer.flagged(one)}" for one in self.figures)
        return f"{self.name}: {', '.join(told)}"


def _is_sure(one: Figure, other: Figure) -> bool:
    near = position(other) - position(one) <= _WIDE
    return near and not any(map(is_doubtful, (*one.inputs, *other.inputs)))


def position(figure: Figure) -> float:
    """Return the date of a figure as a year; the end of a year is the next whole number."""
    return timeline.date_position(closing(figure))


def strands(writer: Writer, figures: Sequence[Figure]) -> list[Strand]:
    """Make a line of the figures of each place, places before the areas around."""
    areas = writer.data.areas["area"].tolist()
    drawn = sorted({one.area for one in figures}, key=areas.index)
    around = {above for area in drawn for above in containing(writer.data, area)}.intersection(
        drawn
    )
    looks = style.told_apart(writer.data, [area for area in drawn if area not in around])
    found = []
    for area in sorted(drawn, key=lambda one: one in around):
        own = tuple(sorted((one for one in figures if one.area == area), key=closing))
        colour, shape = looks.get(area, (style.MUTED, "o"))
        found.append(Strand(area, capital(writer.area(area)), own, colour, shape, area in around))
    return found
