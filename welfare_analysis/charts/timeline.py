"""Timeline: panels over a calendar, their points, lines, gaps and labels."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from ..codes import Temporal
from ..figures import Observation
from . import marks, style
from .labels import Box, along, place
from .sheet import Sheet, axis_scale, axis_unit, tick_text

_PLOT = 1.25  # inches from the line of an axis to its top
_YEARS = 0.2
_BETWEEN = 0.3
_SMALL_LINE = 0.14
_NEAR = 0.09  # years that a figure keeps from a break beside it
_WIDE = 7  # years that two panels side by side can hold


@dataclass(frozen=True)
class Point:
    """A figure at its place in time, with the number and the remark written beside it."""

    figure: Observation
    x: float
    number: str
    remark: str


@dataclass(frozen=True)
class Break:
    """A date on which the standard changed, as a year with fraction."""

    x: float


@dataclass(frozen=True)
class Panel:
    """One place (and indicator) over time."""

    heading: str
    unit: str
    points: tuple[Point, ...]
    lines: tuple[tuple[Point, ...], ...]
    breaks: tuple[Break, ...]
    standards: tuple[str, ...]
    colour: str
    area: str


def date_position(date: datetime.date) -> float:
    """Return a date as a year with fraction; the end of 31 December is the next whole year."""
    days = 366 if _leap(date.year) else 365
    return date.year + (date.timetuple().tm_yday - (date.timetuple().tm_yday == 1)) / days


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def position(figure: Observation) -> float:
    """Return where a figure stands: at its date, or in the middle of its period."""
    end = date_position(figure.period_end)
    if figure.period_start is None or figure.indicator_row["temporal"] == Temporal.STOCK:
        return end
    return (date_position(figure.period_start) + end) / 2


def draw(panels: Sequence[Panel], years: tuple[int, int], language: str) -> Sheet:
    """Draw panels, two side by side where the years leave room."""
    columns = 2 if len(panels) > 1 and years[1] - years[0] <= _WIDE else 1
    left = max(_tick_room(panel, language) for panel in panels)
    width = (style.WIDTH - (columns - 1) * _BETWEEN) / columns
    shapes = [_Shape(panel, years, width, left, language) for panel in panels]
    lines = [shapes[place : place + columns] for place in range(0, len(shapes), columns)]
    key = marks.key_lines(_key(shapes), language)
    heights = [max(shape.height for shape in line) for line in lines]
    sheet = Sheet(sum(heights) + style.LINE * len(key) + 0.06)
    y = 0.02
    for line, height in zip(lines, heights, strict=True):
        top = max(shape.top for shape in line)
        for column, shape in enumerate(line):
            shape.draw(sheet, column * (width + _BETWEEN), y, top)
        y += height
    sheet.key(y + 0.02, key)
    return sheet


def _key(shapes: Sequence[_Shape]) -> tuple[str, ...]:
    points = [(shape, point) for shape in shapes for point in shape.panel.points]
    wide = [point.figure for shape, point in points if shape.whisker(point) > 0.09]
    entries = marks.used([point.figure for _, point in points], wide)
    return (*entries, "span") if any(is_span(point.figure) for _, point in points) else entries


def is_span(figure: Observation) -> bool:
    """Tell whether a figure is drawn over its whole period."""
    return figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start is not None


def _tick_room(panel: Panel, language: str) -> float:
    scale, ticks = _ticks(panel)
    return (
        max(style.text_width(tick_text(t, panel.unit, language), style.SMALL) for t in ticks) + 0.1
    )


def _highest(panel: Panel) -> float:
    figures = [point.figure for point in panel.points]
    ends = [figure.interval.high for figure in figures if not math.isinf(figure.interval.high)]
    return max([figure.value for figure in figures] + ends)


def _ticks(panel: Panel) -> tuple[float, list[float]]:
    highest = _highest(panel) or 1.0
    scale = axis_scale(highest)
    found = MaxNLocator(3, steps=[1, 2, 2.5, 5, 10]).tick_values(0, highest / scale)
    return scale, [tick for tick in found if 0 <= tick <= highest / scale * 1.3]


class _Shape:
    """A panel with its measures in inches."""

    def __init__(
        self, panel: Panel, years: tuple[int, int], width: float, left: float, language: str
    ):
        self.panel, self.years, self.width, self.left = panel, years, width, left
        self.language = language
        self.plot = width - left - 0.04
        self.scale, self.ticks = _ticks(panel)
        unit = style.text_width(axis_unit(panel.unit, self.scale, language), style.SMALL) + 0.15
        self.heading = style.wrapped(panel.heading, width - unit, style.BODY, "bold")
        self.names = [style.wrapped(name, self._span(number) - 0.06, style.SMALL)
                      for number, name in enumerate(self._named())]  # fmt: skip

    @property
    def top(self) -> float:
        """Inches from the top of the panel to the top of its plot."""
        names = max((len(lines) for lines in self.names), default=0)
        return style.LINE * len(self.heading) + _SMALL_LINE * names + 0.08

    @property
    def height(self) -> float:
        return self.top + _PLOT + _YEARS + 0.16

    def _named(self) -> tuple[str, ...]:
        return self.panel.standards[: len(self.panel.breaks) + 1]

    def _edges(self) -> list[float]:
        return [self.years[0], *(one.x for one in self.panel.breaks), self.years[1]]

    def _span(self, number: int) -> float:
        edges = self._edges()
        return self._inch(edges[number + 1]) - self._inch(edges[number])

    def _inch(self, x: float) -> float:
        return (x - self.years[0]) / (self.years[1] - self.years[0]) * self.plot

    def draw(self, sheet: Sheet, x: float, y: float, top: float) -> None:
        """Draw the panel with its top left corner at a place on the sheet."""
        sheet.lines(x, y + 0.08, self.heading, fontweight="bold")
        unit = axis_unit(self.panel.unit, self.scale, self.language)
        sheet.text(x + self.width, y + 0.08, unit, ha="right", fontsize=style.SMALL,
                   color=style.MUTED)  # fmt: skip
        self._draw_names(sheet, x, y + top)
        ax = sheet.axes(x + self.left, y + top, self.plot, _PLOT, self.panel.area)
        self._frame(ax)
        for line in self.panel.lines:
            ax.plot([self._apart(point) for point in line],
                    [point.figure.value / self.scale for point in line],
                    color=self.panel.colour, linewidth=1.3, zorder=2, label="joined")  # fmt: skip
        for point in self.panel.points:
            self._draw_point(ax, point)
        self._draw_labels(ax)

    def _draw_names(self, sheet: Sheet, x: float, plot_top: float) -> None:
        for number, lines in enumerate(self.names):
            start = x + self.left + self._inch(self._edges()[number]) + 0.04
            first = plot_top - _SMALL_LINE * len(lines) + 0.04
            for line_number, line in enumerate(lines):
                sheet.text(start, first + _SMALL_LINE * line_number, line,
                           fontsize=style.SMALL, color=style.MUTED)  # fmt: skip

    def _frame(self, ax: Axes) -> None:
        start, end = self.years
        ax.set(xlim=(start, end), ylim=(0, self._top_value()))
        for side in ("left", "right", "top"):
            ax.spines[side].set_visible(False)
        ax.yaxis.set_major_locator(FixedLocator(self.ticks))
        ax.yaxis.set_major_formatter(
            FuncFormatter(lambda t, _: tick_text(t, self.panel.unit, self.language))
        )
        ax.tick_params(axis="y", length=0, pad=3)
        ax.hlines(self.ticks, start, end, color=style.HAIR, linewidth=0.5, zorder=0)
        ax.xaxis.set_major_locator(FixedLocator(range(start, end + 1)))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda t, _: ""))
        ax.tick_params(axis="x", length=4)
        step = 1 if self._inch(start + 1) > 0.36 else 2
        for year in range(start, end, step):
            ax.annotate(str(year), (year + 0.5, 0), xytext=(0, -10), textcoords="offset points",
                        ha="center", va="center", fontsize=style.SMALL, color=style.MUTED,
                        annotation_clip=False)  # fmt: skip
        for one in self.panel.breaks:
            ax.axvline(one.x, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 2)), zorder=1)

    def _top_value(self) -> float:
        return max(_highest(self.panel) / self.scale, self.ticks[-1]) * 1.22

    def _apart(self, point: Point) -> float:
        """Move a figure that stands on a break to its own side of it."""
        x = point.x
        for one in self.panel.breaks:
            if abs(x - one.x) < _NEAR:
                before = _ends_before(point.figure, one.x)
                x = one.x - _NEAR if before else one.x + _NEAR
        return min(max(x, self.years[0] + 0.06), self.years[1] - 0.06)

    def _draw_point(self, ax: Axes, point: Point) -> None:
        x, figure = self._apart(point), point.figure
        if self.whisker(point):
            high = (
                _highest(self.panel) if math.isinf(figure.interval.high) else figure.interval.high
            )
            ax.vlines(x, figure.interval.low / self.scale, high / self.scale,
                      color=self.panel.colour, linewidth=4, alpha=0.38, zorder=2)  # fmt: skip
        if is_span(figure):
            ends = date_position(figure.period_start), date_position(figure.period_end)
            width = 1.0 if figure.measure in marks.GOALS else 2.2
            ax.hlines(figure.value / self.scale, *ends, color=self.panel.colour, linewidth=width,
                      zorder=2)  # fmt: skip
        marks.point(ax, x, figure.value / self.scale, marks.nature(figure), self.panel.colour)

    def whisker(self, point: Point) -> float:
        """Return the height in inches of a figure's interval; a goal has none."""
        interval = point.figure.interval
        if interval.is_point or point.figure.measure in marks.GOALS:
            return 0.0
        high = _highest(self.panel) if math.isinf(interval.high) else interval.high
        return (high - interval.low) / self.scale / self._top_value() * _PLOT

    def _draw_labels(self, ax: Axes) -> None:
        tall = _PLOT / self._top_value()
        spots = [(self._inch(self._apart(point)), point.figure.value / self.scale * tall)
                 for point in self.panel.points]  # fmt: skip
        taken = [Box(x - 0.06, y - 0.06, x + 0.06, y + 0.06) for x, y in spots]
        taken += self._line_boxes(tall)
        walls = [self._inch(one.x) for one in self.panel.breaks]
        limits = Box(-0.05, 0.02, self.plot + 0.02, _PLOT + 0.05)
        for point, spot in zip(self.panel.points, spots, strict=True):
            lines = [point.number] + ([f"({point.remark})"] if point.remark else [])
            width = max(style.text_width(line, style.SMALL) for line in lines)
            size = (width, 0.125 * len(lines))
            box = place(spot, size, taken, walls, limits)
            taken.append(box)
            self._write(ax, "\n".join(lines), box, spot)

    def _line_boxes(self, tall: float) -> list[Box]:
        """Cover the lines with small boxes, so that labels keep off them."""
        boxes = [self._span_box(point.figure, tall) for point in self.panel.points
                 if is_span(point.figure)]  # fmt: skip
        for line in self.panel.lines:
            boxes += along(
                [(self._inch(self._apart(p)), p.figure.value / self.scale * tall) for p in line]
            )
        return boxes

    def _span_box(self, figure: Observation, tall: float) -> Box:
        ends = date_position(figure.period_start), date_position(figure.period_end)
        y = figure.value / self.scale * tall
        return Box(self._inch(ends[0]), y - 0.02, self._inch(ends[1]), y + 0.02)

    def _write(self, ax: Axes, text: str, box: Box, spot: tuple[float, float]) -> None:
        across, up = self.plot, _PLOT
        x, y = (box.left + box.right) / 2 / across, (box.low + box.high) / 2 / up
        if box.distance(spot) > 0.16:
            ax.plot([spot[0] / across, x], [spot[1] / up, y], transform=ax.transAxes,
                    color=style.MUTED, linewidth=0.5, zorder=1.5)  # fmt: skip
        ax.text(x, y, text, transform=ax.transAxes, ha="center", va="center",
                fontsize=style.SMALL, linespacing=1.0, zorder=5,
                bbox={"boxstyle": "square,pad=0.05", "facecolor": "white", "edgecolor": "none",
                      "alpha": 0.8})  # fmt: skip


def _ends_before(figure: Observation, x: float) -> bool:
    """Tell whether a figure closes the time before a break rather than opens the next."""
    opening = figure.period_end.month == 1 and figure.period_end.day <= 5
    return date_position(figure.period_end) < x or (
        not opening and date_position(figure.period_end) <= x
    )
