"""Plot: one panel over time; dots for dates, columns for periods, gaps for changed standards."""

from __future__ import annotations

import math

from matplotlib.axes import Axes

from ...data.figures import Observation
from ..writer import Writer
from . import marks, style, timeline
from .canvas import (
    Canvas,
    axis_scale,
    axis_unit,
    block,
    bottom_line,
    round_numbers,
    set_ticks,
    tick_text,
    tick_width,
    write,
)
from .labels import Box, along, place
from .timeline import Panel, Point

_PLOT = 1.25  # inches from the line of an axis to its top
_YEARS = 0.2
_SMALL_LINE = 0.14
_NEAR = 0.1  # inches that a figure keeps from a change of standard beside it
_PAD = 0.07, 0.16  # inches free before the first year and after the last one
_INSET = 0.12  # of its period, or of a year, that a column leaves free on either side
_WALL = (0, (3, 2))
_PLATE = style.PLATE | {"boxstyle": "square,pad=0.05", "alpha": 0.85}


class Plot:
    """A panel with its measures: inches of the canvas, values in what its axis counts in.

    Parameters
    ----------
    writer : Writer
    panel : Panel
    years : tuple of int
        Where the axis of all panels begins and ends.
    width, left : float
        Inches of the panel, and of them those for the numbers of its axis.
    """

    def __init__(
        self, writer: Writer, panel: Panel, years: tuple[int, int], width: float, left: float
    ):
        self.writer, self.panel, self.years = writer, panel, years
        self.width, self.left, self.plot = width, left, width - left
        self.highest = marks.highest(panel.figures)
        self.scale, self.ticks = _ticks(panel)
        # Room for one line above the highest mark, or two.
        room = 1.36 if any(one.remark for one in panel.points if one.is_span) else 1.22
        self.top_value = max(self.highest / self.scale * room, self.ticks[-1] * 1.16)
        self.unit = axis_unit(writer, panel.unit, self.scale)
        free = width - (style.text_width(self.unit, style.SMALL) + 0.15)
        self.heading = style.wrapped(panel.heading, free, style.BODY, "bold")
        # The name of each standard, above its part of the plot.
        self.edges = [self._inch(x) for x in (years[0], *panel.breaks, years[1])]
        spans = zip(panel.standards, self.edges, self.edges[1:], strict=False)
        self.names = [
            style.wrapped(name, right - left - 0.1, style.SMALL) for name, left, right in spans
        ]

    @property
    def top(self) -> float:
        """Inches from the top of the panel to the top of its plot."""
        names = max((len(lines) for lines in self.names), default=0)
        return style.LINE * len(self.heading) + _SMALL_LINE * names + 0.08

    @property
    def height(self) -> float:
        """Inches from the top of the panel to the next one."""
        return self.top + _PLOT + _YEARS + 0.16

    def whisker(self, point: Point) -> float:
        """Return the height in inches of a figure's interval; a goal has none."""
        interval = point.figure.interval
        if interval.is_point or point.is_goal:
            return 0.0
        return self._up(self._upper(point.figure) - interval.low / self.scale)

    def _up(self, value: float) -> float:
        return value / self.top_value * _PLOT

    def _inch(self, x: float) -> float:
        room = self.plot - sum(_PAD)
        return _PAD[0] + (x - self.years[0]) / (self.years[1] - self.years[0]) * room

    def _year(self, inch: float) -> float:
        room = self.plot - sum(_PAD)
        return self.years[0] + (inch - _PAD[0]) / room * (self.years[1] - self.years[0])

    def _apart(self, point: Point) -> float:
        """Move a figure that stands on a break to its own side of it."""
        x = point.x
        for wall in self.panel.breaks:
            if abs(self._inch(x) - self._inch(wall)) < _NEAR:
                aside = -_NEAR if timeline.ends_before(point.figure, wall) else _NEAR
                x = self._year(self._inch(wall) + aside)
        return x

    def _spot(self, point: Point) -> tuple[float, float]:
        return self._inch(self._apart(point)), self._up(point.top / self.scale)

    def _column(self, figure: Observation) -> tuple[float, float]:
        start, end = timeline.ends_of(figure)
        inset = _INSET * min(end - start, 1)
        return start + inset, end - inset

    def _upper(self, figure: Observation) -> float:
        high = figure.interval.high
        return (self.highest if math.isinf(high) else high) / self.scale

    # The drawing -----------------------------------------------------------------------------

    def draw(self, canvas: Canvas, x: float, y: float, top: float) -> None:
        """Draw the panel with its top left corner at a place on the canvas."""
        canvas.lines(x, y + 0.08, self.heading, fontweight="bold")
        canvas.text(x + self.width, y + 0.08, self.unit, ha="right", **style.NOTE)
        for left, lines in zip(self.edges, self.names, strict=False):
            for above, line in enumerate(reversed(lines)):
                middle = y + top - 0.1 - _SMALL_LINE * above
                canvas.text(x + self.left + left + 0.04, middle, line, **style.NOTE)
        ax = canvas.axes(x + self.left, y + top, self.plot, _PLOT, self.panel.area)
        self._frame(ax)
        for step in self.panel.steps:
            ends = [(self._apart(one), one.figure.value / self.scale) for one in step]
            sure = timeline.is_sure(*step)
            look = {"linewidth": 1.3} if sure else {"linewidth": 1.0, "linestyle": style.DASHED}
            ax.plot(*zip(*ends, strict=True), **self._colour, zorder=2, label="joined", **look)
        for point in self.panel.points:
            if not point.is_span:
                self._draw_dot(ax, point)
            elif point.is_goal:
                self._draw_goal(ax, point)
            else:
                self._draw_column(ax, point)
        self._draw_labels(ax)

    @property
    def _colour(self) -> dict[str, str]:
        return {"color": self.panel.colour}

    def _frame(self, ax: Axes) -> None:
        start, end = self.years
        ax.set(xlim=(self._year(0), self._year(self.plot)), ylim=(0, self.top_value))
        bottom_line(ax)
        ax.spines["bottom"].set_bounds(start, end)
        set_ticks(ax.yaxis, self.ticks, lambda t: tick_text(self.writer, t, self.panel.unit))
        ax.tick_params(axis="y", length=0, pad=3)
        ax.hlines(self.ticks, *ax.get_xlim(), color=style.HAIR, linewidth=0.5, zorder=0)
        set_ticks(ax.xaxis, range(start, end + 1), lambda _: "")
        ax.tick_params(axis="x", length=4)
        a_year = self._inch(start + 1) - self._inch(start)
        below = {"xytext": (0, -10), "textcoords": "offset points", "annotation_clip": False}
        for year in range(start, end, math.ceil(0.36 / a_year)):
            ax.annotate(str(year), (year + 0.5, 0), **below, **style.MIDDLE, **style.NOTE)
        wall = {"color": style.MUTED, "linewidth": 0.9, "linestyle": _WALL, "label": "break"}
        for x in self.panel.breaks:
            ax.axvline(x, zorder=1, **wall)

    def _draw_dot(self, ax: Axes, point: Point) -> None:
        x, figure, colour = self._apart(point), point.figure, self.panel.colour
        values = [one.value / self.scale for one in point.figures]
        bar = {"color": colour, "zorder": 2}
        if self.whisker(point):
            low = figure.interval.low / self.scale
            ax.vlines(x, low, self._upper(figure), linewidth=4, **bar, **style.PALE)
        if point.until:
            ax.vlines(x, *values, linewidth=1.0, **bar)
            marks.point(ax, x, values[1], str(figure.measure), colour, marks.name(point.until))
        marks.point(ax, x, values[0], marks.nature(figure), colour, marks.name(figure))

    def _draw_column(self, ax: Axes, point: Point) -> None:
        """Draw a total as a column as wide as its period, its interval as a lighter top."""
        (left, right), figure = self._column(point.figure), point.figure
        plain = {"facecolor": self.panel.colour}
        looks = {"actual": plain, "provisional": plain | {"alpha": 0.5}}
        look = looks.get(marks.nature(figure), marks.HATCHED)
        edge = {"edgecolor": self.panel.colour, "linewidth": 0.8, "zorder": 1.5}
        low = min(figure.interval.low, figure.value) if self.whisker(point) else figure.value
        width, low_at = right - left, low / self.scale
        named = {"label": "column", "gid": marks.name(figure)}
        block(ax, left, 0, width, low_at, **named, **edge, **look)
        if low < figure.value or self.whisker(point):
            pale = {"linewidth": 0, "zorder": 1.5} | plain | style.PALE
            block(ax, left, low_at, width, self._upper(figure) - low_at, **pale)

    def _draw_goal(self, ax: Axes, point: Point) -> None:
        """Draw the goal of a period across it."""
        start, end = timeline.ends_of(point.figure)
        values = [one.value / self.scale for one in point.figures]
        marks.goal_line(ax.hlines, values, start, end)
        if point.until:
            pale = {"color": "white", "alpha": 0.55, "linewidth": 0, "zorder": 2.9}
            ax.fill_between((start, end), *values, **pale)
        else:
            kind, gid = str(point.figure.measure), marks.name(point.figure)
            marks.point(ax, (start + end) / 2, values[0], kind, style.INK, gid)

    # The numbers beside the marks --------------------------------------------------------------

    def _draw_labels(self, ax: Axes) -> None:
        taken = [self._mark_box(point) for point in self.panel.points]
        # Small boxes cover the lines, so that labels keep off them.
        taken += [box for line in self.panel.lines for box in along(list(map(self._spot, line)))]
        walls = [self._inch(x) for x in self.panel.breaks]
        limits = Box(-0.02, 0.02, self.plot - 0.01, _PLOT + 0.04)
        # Results first: the goals take the places that are left.
        for point in sorted(self.panel.points, key=lambda one: one.is_goal):
            lines = point.number.split("\n") + ([f"({point.remark})"] if point.remark else [])
            if self._written_inside(ax, point, lines):
                continue
            spot, size = self._spot(point), (_widest(lines) + 0.04, 0.125 * len(lines) + 0.02)
            box = place(spot, size, taken, walls, limits)
            taken.append(box)
            x, y = self._share(*box.middle)
            if box.distance(spot) > 0.16:
                own = self._share(*spot)
                leader = {"color": style.MUTED, "linewidth": 0.5, "zorder": 1.5}
                ax.plot([own[0], x], [own[1], y], transform=ax.transAxes, **leader)
            self._write(ax, x, y, lines, bbox=_PLATE)

    def _share(self, x: float, y: float) -> tuple[float, float]:
        return x / self.plot, y / _PLOT

    def _write(self, ax: Axes, x: float, y: float, lines: list[str], **how) -> None:
        how |= {"fontsize": style.SMALL, "linespacing": 1.0, "zorder": 5}
        write(ax, x, y, "\n".join(lines), ha="center", transform=ax.transAxes, **how)

    def _written_inside(self, ax: Axes, point: Point, lines: list[str]) -> bool:
        """Write a goal into the column of its result, below its own mark, if there is room."""
        if not (point.is_goal and point.is_span):
            return False
        results = [
            one.figure
            for one in self.panel.points
            if not one.is_goal
            and one.figure.period_end == point.figure.period_end
            and one.is_span
            and one.figure.value > point.top
        ]
        left, right = map(self._inch, self._column(point.figure))
        split = [part for line in lines for part in _split(line, right - left)]
        height = 0.125 * len(split)
        below = self._up(point.figure.value / self.scale) - 0.1
        if not results or marks.nature(results[0]) != "actual" or below < height + 0.04:
            return False
        if _widest(split) > right - left:
            return False
        place_of = self._share((left + right) / 2, below - height / 2)
        self._write(ax, *place_of, split, color="white")
        return True

    def _mark_box(self, point: Point) -> Box:
        x, y = self._spot(point)
        if not point.is_span:
            return Box.around(x, y, 0.06)
        left, right = map(self._inch, self._column(point.figure))
        low, edge = self._up(point.figure.value / self.scale), 0.05 * point.is_goal
        return Box(left, low - edge, right, y + edge)


def tick_room(writer: Writer, panel: Panel) -> float:
    """Return the inches that the numbers of a panel's axis need."""
    return tick_width(writer, _ticks(panel)[1], panel.unit) + 0.1


def _ticks(panel: Panel) -> tuple[float, list[float]]:
    highest = marks.highest(panel.figures) or 1.0
    scale = axis_scale(highest)
    for number in (3, 4, 5):
        found = round_numbers(number, 0, highest / scale)
        ticks = [tick for tick in found if 0 <= tick <= highest / scale * 1.2]
        if len(ticks) > 2:
            break
    return scale, ticks


def _widest(lines: list[str]) -> float:
    return max(style.text_width(line, style.SMALL) for line in lines)


def _split(line: str, room: float) -> list[str]:
    """Break a line that is too long after the dash of a range."""
    if style.text_width(line, style.SMALL) <= room or "\u2013" not in line:
        return [line]
    first, last = line.split("\u2013", 1)
    return [f"{first}\u2013", last]
