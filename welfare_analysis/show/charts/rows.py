"""Rows: a panel of horizontal rows on one axis, laid out so that nothing can overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator

from ...judge.derived import Figure
from ..writer import Writer
from . import marks, style
from .canvas import (
    Canvas,
    axis_scale,
    axis_unit,
    round_numbers,
    scale_below,
    tick_text,
    tick_width,
)
from .refusals import GAP, MARGIN, refusal_height

_AXIS = 0.22  # inches below the line of an axis for its numbers
_DOTTED = (0, (1, 2))


@dataclass(frozen=True)
class Row:
    """One row: a name, a small second line, and the figures drawn on it."""

    name: str
    detail: str
    figures: tuple[Figure, ...]
    label: str
    colour: str
    area: str

    @property
    def reach(self) -> float:
        """How far right its figures reach; an open interval shows half as much again."""
        ends = ((one.value, one.interval.high) for one in self.figures)
        return max(low * 1.5 if math.isinf(high) else max(high, low) for low, high in ends)

    @property
    def start(self) -> float:
        """How far left its figures reach."""
        return min(min(one.interval.low, one.value) for one in self.figures)


class Rows:
    """Rows that share an axis, with their measures.

    Parameters
    ----------
    writer : Writer
    rows : sequence of Row
    heading, unit : str
    left : float
        Inches at the left edge for the names.
    refusal : tuple of str, optional
        Why they stand apart from the panels above.
    faded : bool, default False
        Drawn in grey, to be seen as refused.
    log : bool, default False
    dense : bool, default False
        As low as a line of text.
    """

    def __init__(
        self,
        writer: Writer,
        rows: Sequence[Row],
        heading: str,
        unit: str,
        left: float,
        *,
        refusal: tuple[str, ...] = (),
        faded: bool = False,
        log: bool = False,
        dense: bool = False,
    ):
        self.writer, self.rows, self.unit, self.left = writer, rows, unit, left
        self.refusal, self.faded, self.log = refusal, faded, log
        self.width = style.width() - left - MARGIN
        self.scale = axis_scale(max(row.reach for row in rows))
        self.counted = axis_unit(writer, unit, self.scale)
        room = style.width() - style.text_width(self.counted, style.SMALL) - 0.3
        self.heading = style.wrapped(heading, room, style.BODY, "bold") if heading else []
        self.above = max(len(self.heading), bool(self.counted)) * style.LINE + 0.06
        self.names = [self._name(row) for row in rows]
        least, air = (0.185, 0.02) if dense else (0.28, 0.05)
        self.heights = [max(least, _block(*name) + air) for name in self.names]
        self.limits = self._limits()

    @property
    def height(self) -> float:
        """Inches from the top of the refusal to the next panel."""
        above = refusal_height(self.refusal) + self.above
        return above + sum(self.heights) + _AXIS + 0.13

    @property
    def wide(self) -> list[Figure]:
        """The figures whose interval can be seen beside the mark."""
        low, high = self.limits
        an_inch = (high - low) * self.scale / self.width
        figures = (figure for row in self.rows for figure in row.figures)
        return [one for one in figures if one.interval.width / an_inch > 0.09]

    def _name(self, row: Row) -> tuple[list[str], list[str]]:
        room = self.left - GAP
        details = style.wrapped(row.detail, room, style.SMALL) if row.detail else []
        return style.wrapped(row.name, room), details

    def _limits(self) -> tuple[float, float]:
        """Find the ends of the axis so that every mark and its label end inside it."""
        starts = [row.start / self.scale for row in self.rows]
        low = min(0.0, *starts)
        if self.log:
            low = 10.0 ** math.floor(math.log10(min((s for s in starts if s > 0), default=1.0)))
            if max(row.reach for row in self.rows) / self.scale < 10 * low:
                low /= 10  # on less than ten times its start an axis has one number
        high = low
        for row in self.rows:
            reach = row.reach / self.scale
            share = max(0.2, 1 - (style.text_width(row.label) + 2 * GAP) / self.width)
            end = low * (reach / low) ** (1 / share) if self.log else low + (reach - low) / share
            high = max(high, end)
        return (low, high) if high > low else (low, low + 1)

    # The drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw the panel with its top at a height of the canvas."""
        ink = style.MUTED if self.faded else style.INK
        canvas.lines(0, y + 0.09, self.heading, fontweight="bold", color=ink)
        canvas.text(style.width(), y + 0.09, self.counted, ha="right", **style.NOTE)
        top, body = y + self.above, sum(self.heights)
        areas = " ".join(row.area for row in self.rows)
        ax = canvas.sheet(self.left, top, self.width, body, areas)
        ax.set(xlim=self.limits, ylim=(body, 0))
        self._set_axis(ax)
        middles = (sum(self.heights[:place]) + own / 2 for place, own in enumerate(self.heights))
        for row, (names, details), middle in zip(self.rows, self.names, middles, strict=True):
            first = top + middle - _block(names, details) / 2 + style.LINE / 2
            canvas.lines(0, first, names)
            canvas.lines(0, first + style.LINE * len(names) - 0.01, details, **style.NOTE)
            self._draw_row(ax, row, middle)

    def _set_axis(self, ax: Axes) -> None:
        if self.log:
            ax.set_xscale("log")
        ticks = self._log_ticks() if self.log else self._ticks()
        said = partial(tick_text, self.writer, unit=self.unit)
        scale_below(ax, ticks, said, style.SMALL)
        ax.vlines(ticks, *ax.get_ylim(), color=style.HAIR, linewidth=0.5, zorder=0)

    def _ticks(self) -> list[float]:
        """Choose round numbers, every second of them as long as they would touch."""
        low, high = self.limits
        last = max(row.reach for row in self.rows) / self.scale or high  # zero: an axis to one
        whole = self.unit != "%" and self.scale == 1 and last >= 4
        ticks = self._inside(round_numbers(4, low, last, whole=whole))
        while len(ticks) > 2:
            step = (ticks[1] - ticks[0]) / (high - low) * self.width
            if tick_width(self.writer, ticks, self.unit) + 0.12 <= step:
                break
            ticks = ticks[::2]
        return ticks

    def _log_ticks(self) -> list[float]:
        """Count in tens; in ones, twos and fives where that leaves too few and there is room."""
        tens, more = (
            self._inside(LogLocator(10, subs=steps).tick_values(*self.limits))
            for steps in ((1.0,), (1.0, 2.0, 5.0))
        )
        room = tick_width(self.writer, more, self.unit) + 0.12
        fit = all(self._inch(b) - self._inch(a) >= room for a, b in pairwise(more))
        return more if len(tens) <= 2 and fit else tens

    def _inside(self, ticks: Sequence[float]) -> list[float]:
        """Keep the ticks whose numbers end before the right edge of the page."""
        low, high = self.limits
        edge = self.width + MARGIN
        return [
            tick
            for tick in ticks
            if low <= tick <= high
            and self._inch(tick) + tick_width(self.writer, [tick], self.unit) / 2 <= edge
        ]

    def _inch(self, value: float) -> float:
        """Return how far right a value lies."""
        low, high = self.limits
        if self.log:
            return math.log(value / low) / math.log(high / low) * self.width
        return (value - low) / (high - low) * self.width

    def _draw_row(self, ax: Axes, row: Row, middle: float) -> None:
        look = {"color": style.HAIR, "linewidth": 0.5, "linestyle": _DOTTED}
        ax.hlines(middle, *ax.get_xlim(), zorder=0, **look)
        colour, end = style.REFUSED if self.faded else row.colour, row.reach / self.scale
        for figure in row.figures:
            marks.draw(ax, figure, middle, colour, end, self.scale)
        aside = {"xytext": (GAP * 72 * 0.8, 0), "textcoords": "offset points"}
        place = {"va": "center", "ha": "left", "annotation_clip": False}
        ax.annotate(row.label, (end, middle), **aside, **place, bbox=style.PLATE)


def _block(names: Sequence[str], details: Sequence[str]) -> float:
    """Return the inches that a name and its second line take."""
    return style.LINE * len(names) + style.STEP * len(details)
