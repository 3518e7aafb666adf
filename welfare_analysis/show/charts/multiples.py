"""Multiples: many series as small plots on one page, each on its own axis from zero."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from ..writer import Writer
from . import marks, style
from .canvas import Canvas
from .timeline import Panel, Point, is_sure

COLUMNS, ROWS_MOST = 5, 9
_NARROWEST = 1.0  # inches of a plot
_BETWEEN, _PLOT, _BELOW = 0.14, 0.42, 0.1


def draw(writer: Writer, panels: Sequence[Panel]) -> Canvas:
    """Draw small plots row by row; the first and the last result of each are written below it."""
    xs = [point.x for panel in panels for point in panel.points]
    years = min(xs), max(xs)
    columns = min(COLUMNS, int((style.width() + _BETWEEN) / (_NARROWEST + _BETWEEN)))
    width = (style.width() - (columns - 1) * _BETWEEN) / columns
    names = [style.wrapped(panel.heading, width, style.SMALL, "bold") for panel in panels]
    lines = [panels[place : place + columns] for place in range(0, len(panels), columns)]
    heads = [
        style.STEP * max(map(len, names[place : place + columns]))
        for place in range(0, len(panels), columns)
    ]
    below = 2 * style.STEP + _BELOW
    canvas = Canvas(sum(heads) + len(lines) * (_PLOT + 0.06 + below) + 0.04)
    y, number = 0.02, 0
    for line, head in zip(lines, heads, strict=True):
        for column, panel in enumerate(line):
            x = column * (width + _BETWEEN)
            canvas.lines(x, y + 0.07, names[number], style.STEP, **style.HEAD)
            _panel(writer, canvas, panel, years, (x, y + head + 0.04), width)
            number += 1
        y += head + _PLOT + 0.06 + below
    return canvas


def results(panel: Panel) -> list[Point]:
    """List the results of a panel in time."""
    return sorted((one for one in panel.points if not one.is_goal), key=lambda one: one.x)


def _panel(
    writer: Writer,
    canvas: Canvas,
    panel: Panel,
    years: tuple[float, float],
    corner: tuple[float, float],
    width: float,
) -> None:
    x, y = corner
    ax = canvas.axes(x, y, width, _PLOT, panel.area)
    top = marks.highest(panel.figures) or 1.0
    pad = 0.05 * (years[1] - years[0]) or 0.5
    ax.set(xlim=(years[0] - pad, years[1] + pad), ylim=(min(0, _lowest(panel)), top * 1.15))
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    ax.set_xticks([])
    ax.set_yticks([])
    for at in panel.breaks:
        ax.axvline(at, color=style.HAIR, linewidth=0.8, linestyle=style.DASHED, zorder=0)
    _lines(ax, panel)
    known = results(panel) or list(panel.points)
    for one, side, edge in ((known[0], "left", x), (known[-1], "right", x + width)):
        if side == "right" and len(known) == 1:
            break
        first = y + _PLOT + 0.1
        canvas.text(edge, first, writer.text(one.figure), ha=side, fontsize=style.SMALL)
        year = str(one.figure.period_end.year)
        canvas.text(edge, first + style.STEP, year, ha=side, **style.NOTE)


def _lowest(panel: Panel) -> float:
    return min(figure.value for figure in panel.figures)


def _lines(ax: Axes, panel: Panel) -> None:
    for first, last in panel.steps:
        dash = "-" if is_sure(first, last) else style.DASHED
        xs, ys = [first.x, last.x], [first.figure.value, last.figure.value]
        ax.plot(xs, ys, color=panel.colour, linewidth=1.1, linestyle=dash, zorder=2)
    for one in panel.points:
        if one.is_span and not one.is_goal:
            look = {"color": panel.colour, "linewidth": 2.5, "gid": marks.name(one.figure)}
            ax.vlines(one.x, 0, one.figure.value, zorder=1, **look)
        else:
            kind = marks.nature(one.figure)
            filled = panel.colour if kind in ("actual", "estimate") else "white"
            marker = {"target": "D", "plan": "s"}.get(kind, "o")
            look = {"markerfacecolor": filled, "markeredgecolor": panel.colour, "clip_on": False}
            look["gid"] = marks.name(one.figure)
            ax.plot([one.x], [one.figure.value], marker=marker, markersize=2.6, zorder=3, **look)
