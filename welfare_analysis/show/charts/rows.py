"""Rows: panels of horizontal rows, one axis a panel, laid out so that nothing can overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullLocator

from .. import words
from . import marks, style
from . import refusals as asides
from .layout import Sheet, axis_scale, axis_unit, plain_frame, tick_text

_GAP = asides.GAP
_LEFT_MOST = 2.15
_AXIS = 0.22  # inches below the line of an axis for its numbers
_MARGIN = asides.MARGIN


@dataclass(frozen=True)
class Row:
    """One row: a name, a small second line, and the figures drawn on it."""

    name: str
    detail: str
    figures: tuple[words.Figure, ...]
    label: str
    colour: str
    area: str


@dataclass(frozen=True)
class Panel:
    """Rows that may share an axis, and why they stand apart from the panels above."""

    heading: str
    unit: str
    rows: tuple[Row, ...]
    refusal: tuple[str, ...] = ()
    faded: bool = False


def draw_panels(
    panels: Sequence[Panel], missing: Sequence[str], language: str, *, log: bool = False
) -> Sheet:
    """Draw panels one below the other, then a row for every place without a figure."""
    left = _left_width(panels, missing)
    key = marks.key_lines(_key(panels, style.WIDTH - left - _MARGIN, log), language)
    heights = [_panel_height(panel, left, language) for panel in panels]
    absent = asides.missing_height(missing, left)
    sheet = Sheet(sum(heights) + absent + 0.12 + style.LINE * len(key))
    y = 0.02
    for panel, height in zip(panels, heights, strict=True):
        asides.draw_refusal(sheet, panel.refusal, y)
        _draw_panel(sheet, panel, y + asides.refusal_height(panel.refusal), left, language, log)
        y += height
    asides.draw_missing(sheet, missing, y, left, language)
    sheet.key(y + absent + 0.04, key)
    return sheet


def _key(panels: Sequence[Panel], width: float, log: bool) -> tuple[str, ...]:
    wide = []
    for panel in panels:
        low, high = _limits(panel, width, 1.0, log)
        own = [figure for row in panel.rows for figure in row.figures]
        wide += [one for one in own if one.interval.width / (high - low) * width > 0.09]
    return marks.used([], wide)  # what kind of figure it is stands beside each mark


def _left_width(panels: Sequence[Panel], missing: Sequence[str]) -> float:
    rows = [row for panel in panels for row in panel.rows]
    widths = [style.text_width(text) for text in (*(row.name for row in rows), *missing)]
    widths += [style.text_width(row.detail, style.SMALL) for row in rows]
    return min(max(widths, default=0) + 0.02, _LEFT_MOST) + _GAP


def _row_lines(row: Row, left: float) -> tuple[list[str], list[str]]:
    names = style.wrapped(row.name, left - _GAP)
    details = style.wrapped(row.detail, left - _GAP, style.SMALL) if row.detail else []
    return names, details


def _row_height(row: Row, left: float) -> float:
    names, details = _row_lines(row, left)
    return max(0.3, style.LINE * len(names) + 0.145 * len(details) + 0.11)


def _heading_lines(panel: Panel, language: str) -> list[str]:
    unit = axis_unit(panel.unit, _scale(panel), language)
    room = style.WIDTH - style.text_width(unit, style.SMALL) - 0.3
    return style.wrapped(panel.heading, room, style.BODY, "bold") if panel.heading else []


def _panel_height(panel: Panel, left: float, language: str) -> float:
    rows = sum(_row_height(row, left) for row in panel.rows)
    return (
        asides.refusal_height(panel.refusal)
        + _heading_height(panel, language)
        + rows
        + _AXIS
        + 0.13
    )


def _heading_height(panel: Panel, language: str) -> float:
    return max(len(_heading_lines(panel, language)) * style.LINE, style.LINE) + 0.06


def _draw_panel(
    sheet: Sheet, panel: Panel, y: float, left: float, language: str, log: bool
) -> None:
    sheet.lines(
        0,
        y + 0.09,
        _heading_lines(panel, language),
        fontweight="bold",
        color=style.MUTED if panel.faded else style.INK,
    )
    top = y + _heading_height(panel, language)
    heights = [_row_height(row, left) for row in panel.rows]
    width = style.WIDTH - left - _MARGIN
    ax = sheet.axes(left, top, width, sum(heights), " ".join(row.area for row in panel.rows))
    scale = _scale(panel)
    unit = axis_unit(panel.unit, scale, language)
    sheet.text(style.WIDTH, y + 0.09, unit, ha="right", fontsize=style.SMALL, color=style.MUTED)
    low, high = _limits(panel, width, scale, log)
    ax.set(xlim=(low, high), ylim=(sum(heights), 0))
    _set_axis(ax, panel, scale, language, log)
    offset = 0.0
    for row, height in zip(panel.rows, heights, strict=True):
        colour = style.REFUSED if panel.faded else row.colour
        _draw_row(sheet, ax, row, (top, offset, height), left, width, scale, colour)
        offset += height


def _scale(panel: Panel) -> float:
    return axis_scale(max(_reach(figure) for row in panel.rows for figure in row.figures))


def _reach(figure: words.Figure) -> float:
    """Return how far right a figure reaches; an open interval shows half as much again."""
    high = figure.interval.high
    return figure.value * 1.5 if math.isinf(high) else max(high, figure.value)


def _start(figure: words.Figure) -> float:
    return min(figure.interval.low, figure.value)


def _limits(panel: Panel, width: float, scale: float, log: bool) -> tuple[float, float]:
    """Find the ends of the axis so that every mark and its label end inside it."""
    low = (
        _log_start(panel, scale)
        if log
        else min(0.0, *(_start(figure) / scale for row in panel.rows for figure in row.figures))
    )
    ends = [low]
    for row in panel.rows:
        reach = max(_reach(figure) / scale for figure in row.figures)
        share = max(0.2, 1 - (style.text_width(row.label) + 2 * _GAP) / width)
        if log:
            ends.append(low * (reach / low) ** (1 / share))
        else:
            ends.append(low + (reach - low) / share)
    high = max(ends)
    return (low, high) if high > low else (low, low + 1)


def _log_start(panel: Panel, scale: float) -> float:
    values = [_start(figure) / scale for row in panel.rows for figure in row.figures]
    smallest = min((value for value in values if value > 0), default=1.0)
    return 10.0 ** math.floor(math.log10(smallest))


def _set_axis(ax: Axes, panel: Panel, scale: float, language: str, log: bool) -> None:
    plain_frame(ax)
    last = max(_reach(figure) / scale for row in panel.rows for figure in row.figures)
    if log:
        ax.set_xscale("log")
        ticks = _log_ticks(panel, language, ax)
    else:
        last = last or ax.get_xlim()[1]  # zero alone: an axis to one
        whole = panel.unit != "%" and scale == 1 and last >= 4
        found = MaxNLocator(4, steps=[1, 2, 2.5, 5, 10], integer=whole).tick_values(
            ax.get_xlim()[0], last
        )
        ticks = _uncrowded(_inside(found, panel, language, ax), panel, language, ax)
    ax.xaxis.set_major_locator(FixedLocator(ticks))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda t, _: tick_text(t, panel.unit, language)))
    ax.vlines(ticks, *ax.get_ylim(), color=style.HAIR, linewidth=0.5, zorder=0)
    ax.spines["bottom"].set_bounds(ax.get_xlim()[0], ax.get_xlim()[1])


def _log_ticks(panel: Panel, language: str, ax: Axes) -> list[float]:
    """Count in tens; in ones, twos and fives where that leaves too few numbers."""
    for steps in ((1.0,), (1.0, 2.0, 5.0)):
        found = LogLocator(10, subs=steps).tick_values(*ax.get_xlim())
        ticks = _inside(found, panel, language, ax)
        if len(ticks) > 2:
            break
    return ticks


def _inside(ticks: Sequence[float], panel: Panel, language: str, ax: Axes) -> list[float]:
    """Keep the ticks whose numbers end before the right edge of the page."""
    width = ax.get_position().width * style.WIDTH
    low, high = ax.get_xlim()
    ends = ax.transData.transform

    def end(tick: float) -> float:
        share = (ends((tick, 0))[0] - ends((low, 0))[0]) / (ends((high, 0))[0] - ends((low, 0))[0])
        half = style.text_width(tick_text(tick, panel.unit, language), style.SMALL) / 2
        return share * width + half

    return [tick for tick in ticks if low <= tick <= high and end(tick) <= width + _MARGIN]


def _uncrowded(ticks: list[float], panel: Panel, language: str, ax: Axes) -> list[float]:
    """Keep every second tick as long as their numbers would touch."""
    low, high = ax.get_xlim()
    width = ax.get_position().width * style.WIDTH
    while len(ticks) > 2:
        step = (ticks[1] - ticks[0]) / (high - low) * width
        widest = max(
            style.text_width(tick_text(t, panel.unit, language), style.SMALL) for t in ticks
        )
        if widest + 0.12 <= step:
            break
        ticks = ticks[::2]
    return ticks


def _draw_row(
    sheet: Sheet,
    ax: Axes,
    row: Row,
    place: tuple[float, float, float],
    left: float,
    width: float,
    scale: float,
    colour: str,
) -> None:
    top, offset, height = place
    names, details = _row_lines(row, left)
    middle = offset + height / 2
    block = style.LINE * len(names) + 0.145 * len(details)
    first = top + middle - block / 2 + style.LINE / 2
    sheet.lines(0, first, names)
    sheet.lines(
        0, first + style.LINE * len(names) - 0.01, details, fontsize=style.SMALL, color=style.MUTED
    )
    low, high = ax.get_xlim()
    ax.hlines(middle, low, high, color=style.HAIR, linewidth=0.5, linestyle=(0, (1, 2)), zorder=0)
    for figure in row.figures:
        marks.draw(ax, figure, middle, colour, _end(row, scale), scale)
    x = max(_reach(figure) / scale for figure in row.figures)
    offset_points = _GAP * 72 * 0.8
    ax.annotate(
        row.label,
        (x, middle),
        xytext=(offset_points, 0),
        textcoords="offset points",
        va="center",
        ha="left",
        fontsize=style.BODY,
        annotation_clip=False,
        bbox=style.PLATE,
    )


def _end(row: Row, scale: float) -> float:
    return max(_reach(figure) / scale for figure in row.figures)
