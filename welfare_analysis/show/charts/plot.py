"""Plot: one panel over time; dots for dates, columns for periods, gaps for changed standards."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from ...data.figures import Observation
from . import marks, style, timeline
from .labels import Box, along, place
from .layout import axis_scale, axis_unit, tick_text
from .timeline import Panel, Point

_PLOT = 1.25  # inches from the line of an axis to its top
_YEARS = 0.2
_SMALL_LINE = 0.14
_NEAR = 0.1  # inches that a figure keeps from a change of standard beside it
_PAD = 0.07, 0.16  # inches free before the first year and after the last one
_ASIDE = 0.12  # years: nearer figures stand for the same date
_INSET = 0.12  # of its period, or of a year, that a column leaves free on either side


def tick_room(panel: Panel, language: str) -> float:
    """Return the inches that the numbers of a panel's axis need."""
    _, ticks = _ticks(panel)
    return (
        max(style.text_width(tick_text(t, panel.unit, language), style.SMALL) for t in ticks) + 0.1
    )


def _highest(panel: Panel) -> float:
    figures = [one for point in panel.points for one in (point.figure, point.until) if one]
    ends = [figure.interval.high for figure in figures if not math.isinf(figure.interval.high)]
    return max([figure.value for figure in figures] + ends)


def _ticks(panel: Panel) -> tuple[float, list[float]]:
    highest = _highest(panel) or 1.0
    scale = axis_scale(highest)
    for number in (3, 4, 5):
        found = MaxNLocator(number, steps=[1, 2, 2.5, 5, 10]).tick_values(0, highest / scale)
        ticks = [tick for tick in found if 0 <= tick <= highest / scale * 1.2]
        if len(ticks) > 2:
            break
    return scale, ticks


class Plot:
    """A panel with its measures in inches."""

    def __init__(
        self, panel: Panel, years: tuple[int, int], width: float, left: float, language: str
    ):
        self.panel, self.years, self.width, self.left = panel, years, width, left
        self.language = language
        self.plot = width - left
        self.scale, self.ticks = _ticks(panel)
        unit = style.text_width(axis_unit(panel.unit, self.scale, language), style.SMALL) + 0.15
        self.heading = style.wrapped(panel.heading, width - unit, style.BODY, "bold")
        self.names = [
            style.wrapped(name, self._span(number) - 0.1, style.SMALL)
            for number, name in enumerate(self._named())
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

    def pairs(self) -> Iterator[tuple[Point, Point]]:
        """Go through the figures that a line joins, two by two; it passes by no other figure."""
        joined = [point for line in self.panel.lines for point in line]
        aside = [one for one in self.panel.points if not one.is_goal and one not in joined]
        for line in self.panel.lines:
            for first, last in itertools.pairwise(line):
                if not any(first.x + _ASIDE < one.x < last.x - _ASIDE for one in aside):
                    yield first, last

    def _named(self) -> tuple[str, ...]:
        return self.panel.standards[: len(self.panel.breaks) + 1]

    def _edges(self) -> list[float]:
        return [self.years[0], *(one.x for one in self.panel.breaks), self.years[1]]

    def _span(self, number: int) -> float:
        edges = self._edges()
        return self._inch(edges[number + 1]) - self._inch(edges[number])

    def _inch(self, x: float) -> float:
        room = self.plot - sum(_PAD)
        return _PAD[0] + (x - self.years[0]) / (self.years[1] - self.years[0]) * room

    def _year(self, inch: float) -> float:
        room = self.plot - sum(_PAD)
        return self.years[0] + (inch - _PAD[0]) / room * (self.years[1] - self.years[0])

    def draw(self, sheet, x: float, y: float, top: float) -> None:
        """Draw the panel with its top left corner at a place on the sheet."""
        sheet.lines(x, y + 0.08, self.heading, fontweight="bold")
        unit = axis_unit(self.panel.unit, self.scale, self.language)
        sheet.text(
            x + self.width, y + 0.08, unit, ha="right", fontsize=style.SMALL, color=style.MUTED
        )
        self._draw_names(sheet, x, y + top)
        ax = sheet.axes(x + self.left, y + top, self.plot, _PLOT, self.panel.area)
        self._frame(ax)
        for first, last in self.pairs():
            ends = [(self._apart(one), one.figure.value / self.scale) for one in (first, last)]
            sure = timeline.is_sure(first, last)
            ax.plot(
                *zip(*ends, strict=True),
                color=self.panel.colour,
                zorder=2,
                label="joined",
                linewidth=1.3 if sure else 1.0,
                linestyle="-" if sure else (0, (2.5, 2)),
            )
        for point in self.panel.points:
            self._draw_point(ax, point)
        self._draw_labels(ax)

    def _draw_names(self, sheet, x: float, plot_top: float) -> None:
        for number, lines in enumerate(self.names):
            start = x + self.left + self._inch(self._edges()[number]) + 0.04
            for above, line in enumerate(reversed(lines)):
                sheet.text(
                    start,
                    plot_top - 0.1 - _SMALL_LINE * above,
                    line,
                    fontsize=style.SMALL,
                    color=style.MUTED,
                )

    def _frame(self, ax: Axes) -> None:
        start, end = self.years
        ax.set(xlim=(self._year(0), self._year(self.plot)), ylim=(0, self._top_value()))
        for side in ("left", "right", "top"):
            ax.spines[side].set_visible(False)
        ax.spines["bottom"].set_bounds(start, end)
        ax.yaxis.set_major_locator(FixedLocator(self.ticks))
        ax.yaxis.set_major_formatter(
            FuncFormatter(lambda t, _: tick_text(t, self.panel.unit, self.language))
        )
        ax.tick_params(axis="y", length=0, pad=3)
        ax.hlines(self.ticks, *ax.get_xlim(), color=style.HAIR, linewidth=0.5, zorder=0)
        ax.xaxis.set_major_locator(FixedLocator(range(start, end + 1)))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda t, _: ""))
        ax.tick_params(axis="x", length=4)
        a_year = self._inch(start + 1) - self._inch(start)
        for year in range(start, end, math.ceil(0.36 / a_year)):
            ax.annotate(
                str(year),
                (year + 0.5, 0),
                xytext=(0, -10),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize=style.SMALL,
                color=style.MUTED,
                annotation_clip=False,
            )
        for one in self.panel.breaks:
            ax.axvline(
                one.x,
                color=style.MUTED,
                linewidth=0.9,
                linestyle=(0, (3, 2)),
                zorder=1,
                label="break",
            )

    def _top_value(self) -> float:
        columns = [one for one in self.panel.points if timeline.is_span(one.figure)]
        # Room for one line above the highest mark, or two.
        room = 1.36 if any(one.remark for one in columns) else 1.22
        return max(_highest(self.panel) / self.scale * room, self.ticks[-1] * 1.16)

    def _apart(self, point: Point) -> float:
        """Move a figure that stands on a break to its own side of it."""
        x = point.x
        for one in self.panel.breaks:
            if abs(self._inch(x) - self._inch(one.x)) < _NEAR:
                aside = -_NEAR if timeline.ends_before(point.figure, one.x) else _NEAR
                x = self._year(self._inch(one.x) + aside)
        return x

    def _draw_point(self, ax: Axes, point: Point) -> None:
        if timeline.is_span(point.figure):
            self._draw_goal(ax, point) if point.is_goal else self._draw_column(ax, point)
            return
        x, figure = self._apart(point), point.figure
        if self.whisker(point):
            ax.vlines(
                x,
                figure.interval.low / self.scale,
                self._upper(figure),
                color=self.panel.colour,
                linewidth=4,
                alpha=0.38,
                zorder=2,
            )
        if point.until:
            ax.vlines(
                x,
                figure.value / self.scale,
                point.until.value / self.scale,
                color=self.panel.colour,
                linewidth=1.0,
                zorder=2,
            )
            marks.point(
                ax, x, point.until.value / self.scale, str(figure.measure), self.panel.colour
            )
        marks.point(ax, x, figure.value / self.scale, marks.nature(figure), self.panel.colour)

    def _column(self, figure: Observation) -> tuple[float, float]:
        start = timeline.date_position(figure.period_start)
        end = timeline.date_position(figure.period_end)
        inset = _INSET * min(end - start, 1)
        return start + inset, end - inset

    def _draw_column(self, ax: Axes, point: Point) -> None:
        """Draw a total as a column as wide as its period, its interval as a lighter top."""
        (left, right), figure = self._column(point.figure), point.figure
        kind, colour = marks.nature(figure), self.panel.colour
        plain = {"facecolor": colour}
        looks = {"actual": plain, "provisional": plain | {"alpha": 0.5}}
        look = looks.get(kind, {"facecolor": "white", "hatch": marks.HATCH})
        low = min(figure.interval.low, figure.value) if self.whisker(point) else figure.value
        ax.add_patch(
            Rectangle(
                (left, 0),
                right - left,
                low / self.scale,
                edgecolor=colour,
                linewidth=0.8,
                zorder=1.5,
                label="column",
                **look,
            )
        )
        if low < figure.value or self.whisker(point):
            ax.add_patch(
                Rectangle(
                    (left, low / self.scale),
                    right - left,
                    self._upper(figure) - low / self.scale,
                    facecolor=colour,
                    alpha=0.38,
                    linewidth=0,
                    zorder=1.5,
                )
            )

    def _draw_goal(self, ax: Axes, point: Point) -> None:
        """Draw the goal of a period across it, light-edged so that it shows on a column too."""
        start = timeline.date_position(point.figure.period_start)
        end = timeline.date_position(point.figure.period_end)
        values = [one.value / self.scale for one in (point.figure, point.until) if one]
        for width, colour in ((3.2, "white"), (1.3, style.INK)):
            ax.hlines(values, start, end, color=colour, linewidth=width, zorder=3)
        if point.until:
            ax.fill_between(
                (start, end), *values, color="white", alpha=0.55, linewidth=0, zorder=2.9
            )
        else:
            marks.point(ax, (start + end) / 2, values[0], str(point.figure.measure), style.INK)

    def _upper(self, figure: Observation) -> float:
        high = figure.interval.high
        return (_highest(self.panel) if math.isinf(high) else high) / self.scale

    def whisker(self, point: Point) -> float:
        """Return the height in inches of a figure's interval; a goal has none."""
        interval = point.figure.interval
        if interval.is_point or point.is_goal:
            return 0.0
        return (self._upper(point.figure) - interval.low / self.scale) / self._top_value() * _PLOT

    def _spot(self, point: Point) -> tuple[float, float]:
        return self._inch(self._apart(point)), point.top / self.scale / self._top_value() * _PLOT

    def _draw_labels(self, ax: Axes) -> None:
        taken = [self._mark_box(point) for point in self.panel.points] + self._line_boxes()
        walls = [self._inch(one.x) for one in self.panel.breaks]
        limits = Box(-0.02, 0.02, self.plot - 0.01, _PLOT + 0.04)
        # Results first: the goals take the places that are left.
        for point in sorted(self.panel.points, key=lambda one: one.is_goal):
            lines = point.number.split("\n") + ([f"({point.remark})"] if point.remark else [])
            if self._written_inside(ax, point, lines):
                continue
            width = max(style.text_width(line, style.SMALL) for line in lines)
            spot = self._spot(point)
            box = place(spot, (width + 0.04, 0.125 * len(lines) + 0.02), taken, walls, limits)
            taken.append(box)
            self._write(ax, "\n".join(lines), box, spot)

    def _written_inside(self, ax: Axes, point: Point, lines: list[str]) -> bool:
        """Write a goal into the column of its result, below its own mark, if there is room."""
        if not (point.is_goal and timeline.is_span(point.figure)):
            return False
        results = [
            one.figure
            for one in self.panel.points
            if not one.is_goal
            and one.figure.period_end == point.figure.period_end
            and timeline.is_span(one.figure)
            and one.figure.value > point.top
        ]
        left, right = (self._inch(end) for end in self._column(point.figure))
        split = [part for line in lines for part in _split(line, right - left)]
        height = 0.125 * len(split)
        below = point.figure.value / self.scale / self._top_value() * _PLOT - 0.1
        widest = max(style.text_width(line, style.SMALL) for line in split)
        if not results or marks.nature(results[0]) != "actual" or below < height + 0.04:
            return False
        if widest > right - left:
            return False
        x, y = (left + right) / 2 / self.plot, (below - height / 2) / _PLOT
        ax.text(
            x,
            y,
            "\n".join(split),
            transform=ax.transAxes,
            ha="center",
            va="center",
            fontsize=style.SMALL,
            linespacing=1.0,
            zorder=5,
            color="white",
        )
        return True

    def _mark_box(self, point: Point) -> Box:
        x, y = self._spot(point)
        if not timeline.is_span(point.figure):
            return Box(x - 0.06, y - 0.06, x + 0.06, y + 0.06)
        left, right = (self._inch(end) for end in self._column(point.figure))
        low = point.figure.value / self.scale / self._top_value() * _PLOT
        return Box(left, low - 0.05 * point.is_goal, right, y + 0.05 * point.is_goal)

    def _line_boxes(self) -> list[Box]:
        """Cover the lines with small boxes, so that labels keep off them."""
        spots = ([self._spot(point) for point in line] for line in self.panel.lines)
        return [box for line in spots for box in along(line)]

    def _write(self, ax: Axes, text: str, box: Box, spot: tuple[float, float]) -> None:
        across, up = self.plot, _PLOT
        x, y = (box.left + box.right) / 2 / across, (box.low + box.high) / 2 / up
        if box.distance(spot) > 0.16:
            ax.plot(
                [spot[0] / across, x],
                [spot[1] / up, y],
                transform=ax.transAxes,
                color=style.MUTED,
                linewidth=0.5,
                zorder=1.5,
            )
        ax.text(
            x,
            y,
            text,
            transform=ax.transAxes,
            ha="center",
            va="center",
            fontsize=style.SMALL,
            linespacing=1.0,
            zorder=5,
            bbox={
                "boxstyle": "square,pad=0.05",
                "facecolor": "white",
                "edgecolor": "none",
                "alpha": 0.85,
            },
        )


def _split(line: str, room: float) -> list[str]:
    """Break a line that is too long after the dash of a range."""
    if style.text_width(line, style.SMALL) <= room or "\u2013" not in line:
        return [line]
    first, last = line.split("\u2013", 1)
    return [f"{first}\u2013", last]
