"""Marks: how a figure is drawn by its kind and certainty, and the key that explains it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ...codes import GOALS, Qualifier, Status
from ...codes import Measure as Kind
from ...messages import message
from .. import words
from ..bundle import unique
from . import style

# marker, filled, size in points
_SHAPES = {
    "actual": ("o", True, 6.5),
    "provisional": ("o", False, 6.5),
    "estimate": ("o", False, 8.0),
    "target": ("D", False, 7.5),
    "plan": ("s", False, 7.5),
}
HATCH = "/////"
_ORDER = (*_SHAPES, "range", "estimate-range", "open")


def nature(figure: words.Figure) -> str:
    """Return the kind of mark: actual, provisional, estimate, target or plan."""
    single = words.inputs(figure)
    kinds = {one.measure for one in single[:1]} | {
        one.measure for one in single if one.measure == Kind.ESTIMATE
    }
    for kind in (*GOALS, Kind.ESTIMATE):
        if kind in kinds:
            return str(kind)
    letters = {letter for one in single for letter in one.status.split()}
    if Status.ESTIMATED in letters:
        return "estimate"
    return "provisional" if Status.PROVISIONAL in letters else "actual"


def draw(ax: Axes, figure: words.Figure, y: float, colour: str, end: float, scale: float) -> None:
    """Draw a figure on a horizontal axis: its interval as a bar, its value as a mark.

    Parameters
    ----------
    ax : Axes
        With ``y`` in inches.
    figure : Observation or Measure
    y : float
    colour : str
    end : float
        Right end of the axis in its unit, where an interval without upper end stops.
    scale : float
        What the axis counts in: 1, a million, ….
    """
    kind, interval = nature(figure), figure.interval
    if not interval.is_point:
        high = end if math.isinf(interval.high) else interval.high / scale
        low = max(interval.low / scale, ax.get_xlim()[0])  # a logarithmic axis has no zero
        _bar(ax, low, high, y, colour, kind == "estimate")
        if math.isinf(interval.high):
            ax.plot([end], [y], marker=">", markersize=5, color=colour, clip_on=False, zorder=3)
    if getattr(figure, "qualifier", "") != Qualifier.ORDER:  # an order of magnitude has no value
        point(ax, figure.value / scale, y, kind, colour)


def point(ax: Axes, x: float, y: float, kind: str, colour: str) -> None:
    """Draw the mark of one kind; a goal is larger and lies below a result of the same value."""
    marker, filled, size = _SHAPES[kind]
    face = colour if filled else "white"
    ax.plot(
        [x],
        [y],
        marker=marker,
        markersize=size,
        markerfacecolor=face,
        markeredgecolor=colour,
        markeredgewidth=1.4,
        linestyle="none",
        clip_on=False,
        zorder=3.5 if kind in GOALS else 4,
    )
    if kind == "estimate":
        ax.scatter(
            [x],
            [y],
            marker=marker,
            s=size**2,
            facecolor="none",
            edgecolor=colour,
            hatch=HATCH * 2,
            linewidth=0,
            clip_on=False,
            zorder=4.1,
        )


def _bar(ax: Axes, low: float, high: float, y: float, colour: str, hatched: bool) -> None:
    height = 0.105
    hatch = {"hatch": HATCH, "facecolor": "white"} if hatched else {"facecolor": colour}
    bar = Rectangle(
        (low, y - height / 2),
        high - low,
        height,
        edgecolor=colour,
        linewidth=0.6,
        alpha=1 if hatched else 0.38,
        zorder=2,
        **hatch,
    )
    ax.add_patch(bar)


def used(figures: Sequence[words.Figure], wide: Sequence[words.Figure]) -> tuple[str, ...]:
    """List the entries that the key of a chart needs, in a fixed order.

    Parameters
    ----------
    figures : sequence of Observation or Measure
        All figures drawn.
    wide : sequence of Observation or Measure
        Those whose interval can be seen beside the mark.
    """
    found = {nature(figure) for figure in figures}
    found |= {"estimate-range" if nature(figure) == "estimate" else "range" for figure in wide}
    found |= {"open" for figure in wide if math.isinf(figure.interval.high)}
    return tuple(entry for entry in unique(_ORDER) if entry in found)


def key_lines(
    entries: tuple[str, ...], language: str, room: float = style.WIDTH
) -> list[list[tuple[str, str, float]]]:
    """Set the key's entries in lines: each (entry, text, left end in inches).

    A chart of plain results needs no key.
    """
    if set(entries) <= {"actual"}:
        return []
    lines: list[list[tuple[str, str, float]]] = [[]]
    x = 0.0
    for entry in entries:
        first, *rest = style.wrapped(message(f"key-{entry}", language), room - 0.26, style.SMALL)
        width = 0.24 + style.text_width(first, style.SMALL) + 0.2
        if lines[-1] and x + width - 0.2 > room:
            lines.append([])
            x = 0.0
        lines[-1].append((entry, first, x))
        x += width
        lines += [[("", text, 0.0)] for text in rest]
        x = room if rest else x  # nothing stands beside the last line of a long entry
    return lines if lines[0] else []


def draw_key(ax: Axes, lines: list[list[tuple[str, str, float]]]) -> None:
    """Draw the key on an axis that counts inches from its top left corner."""
    for number, line in enumerate(lines):
        y = (number + 0.5) * style.LINE
        for entry, text, x in line:
            if entry:
                _sample(ax, entry, x + 0.09, y)
            ax.text(x + 0.24, y, text, fontsize=style.SMALL, color=style.MUTED, va="center")


def _sample(ax: Axes, entry: str, x: float, y: float) -> None:
    if entry in ("range", "estimate-range"):
        _bar(ax, x - 0.09, x + 0.09, y, style.MUTED, entry == "estimate-range")
    elif entry == "estimate-bar":
        ax.add_patch(
            Rectangle(
                (x - 0.09, y - 0.06),
                0.18,
                0.12,
                facecolor="white",
                hatch=HATCH,
                edgecolor=style.MUTED,
                linewidth=0.6,
            )
        )
    elif entry in ("column", "estimate-column"):
        look = {"facecolor": "white", "hatch": HATCH} if entry != "column" else {}
        ax.add_patch(
            Rectangle(
                (x - 0.05, y - 0.06),
                0.1,
                0.13,
                linewidth=0.6,
                **({"color": style.MUTED} if not look else {"edgecolor": style.MUTED} | look),
            )
        )
    elif entry == "dashed":
        ax.hlines(y, x - 0.1, x + 0.1, color=style.MUTED, linewidth=1.0, linestyle=(0, (2.5, 2)))
    elif entry == "open":
        ax.plot([x], [y], marker=">", markersize=5, color=style.MUTED, linestyle="none")
    else:
        point(ax, x, y, entry, style.MUTED)
