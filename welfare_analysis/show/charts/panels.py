"""Panels: plots over time laid out on one canvas, with the key of their marks."""

from __future__ import annotations

from collections.abc import Sequence

from ...judge.times import period_years
from ..writer import Writer
from . import marks, style, timeline
from .canvas import Canvas
from .plot import Plot, tick_room
from .timeline import Panel

_BETWEEN = 0.3
_WIDE, _SHORT = 7, 4  # years that two panels side by side can hold, and three
_A_YEAR_AT_MOST = 1.7  # inches: two figures are not pulled over the whole page
_NARROWEST, _NARROW_PANEL, _NARROWEST_PANEL = 3.6, 2.4, 1.9


def draw(writer: Writer, panels: Sequence[Panel], years: tuple[int, int]) -> Canvas:
    """Draw panels, two or three side by side where the years leave room.

    The key fills a free place.
    """
    columns = _columns(len(panels), years[1] - years[0])
    left = max(tick_room(writer, panel) for panel in panels)
    width = (style.width() - (columns - 1) * _BETWEEN) / columns
    if len(panels) == 1:
        width = min(width, max(_NARROWEST, left + _A_YEAR_AT_MOST * (years[1] - years[0])))
    plots = [Plot(writer, panel, years, width, left) for panel in panels]
    lines = [plots[place : place + columns] for place in range(0, len(plots), columns)]
    free = len(plots) % columns == 1 and columns == 2
    key = marks.Key(writer, _key(plots), width - left - 0.1 if free else style.width())
    heights = [max(plot.height for plot in line) for line in lines]
    canvas = Canvas(sum(heights) + (0.0 if free else key.height) + 0.06)
    y = 0.02
    for line, height in zip(lines, heights, strict=True):
        top = max(plot.top for plot in line)
        for column, plot in enumerate(line):
            plot.draw(canvas, column * (width + _BETWEEN), y, top)
        y += height
    if free:
        key.draw(canvas, y - heights[-1] + lines[-1][0].top, width + _BETWEEN + left)
    else:
        key.draw(canvas, y + 0.02)
    return canvas


def _columns(panels: int, years: int) -> int:
    """Return how many panels stand side by side: three in one line, or two by two."""
    if panels == 3 and years <= _SHORT and style.width() > 3 * _NARROWEST_PANEL:
        return 3
    return 2 if panels > 1 and years <= _WIDE and style.width() > 2 * _NARROW_PANEL else 1


def _key(plots: Sequence[Plot]) -> list[str]:
    points = [(plot, point) for plot in plots for point in plot.panel.points]
    wide = [point.figure for plot, point in points if plot.whisker(point) > 0.09]
    columns = [point.figure for _, point in points if point.is_span]
    # A plan, a target or a provisional figure says so beside its own mark.
    dots = [
        point.figure
        for _, point in points
        if not (point.is_span or point.is_goal or marks.nature(point.figure) == "provisional")
    ]
    entries = list(marks.used([*dots, *wide], wide))
    if any(abs(period_years(figure) - 1) > 0.05 for figure in columns):
        entries.append("column")  # columns of one year each explain themselves
    if any(marks.nature(figure) == "estimate" for figure in columns):
        entries.append("estimate-column")
    if not all(timeline.is_sure(*step) for plot in plots for step in plot.panel.steps):
        entries.append("dashed")
    return entries
