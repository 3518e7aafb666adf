"""Marks: how a figure is drawn by its kind and certainty, and the key that explains it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from matplotlib.axes import Axes

from ...codes import GOALS, MeasureKind, Qualifier, Status
from ...judge.derived import Figure
from ...judge.limits import limits
from ..writer import Writer
from . import style
from .canvas import Canvas, block, write

# marker, filled, size in points
_SHAPES = {
    "actual": ("o", True, 6.5),
    "provisional": ("o", False, 6.5),
    "estimate": ("o", False, 8.0),
    "target": ("D", False, 7.5),
    "plan": ("s", False, 7.5),
}
HATCHED = {"facecolor": "white", "hatch": "/////"}
_DENSE = HATCHED["hatch"] * 2
_ORDER = (*_SHAPES, "range", "estimate-range", "open")
_BAR = 0.105  # inches: the height of an interval
_SIGN, _APART = 0.24, 0.2  # inches: the sign of an entry of a key, and from entry to entry


def nature(figure: Figure) -> str:
    """Return the kind of mark: actual, provisional, estimate, target or plan."""
    single = figure.inputs
    kinds = {one.measure for one in single[:1]} | {
        one.measure for one in single if one.measure == MeasureKind.ESTIMATE
    }
    for kind in (*GOALS, MeasureKind.ESTIMATE):
        if kind in kinds:
            return str(kind)
    letters = {letter for one in single for letter in limits(one)}
    if Status.ESTIMATED in letters:
        return "estimate"
    return "provisional" if Status.PROVISIONAL in letters else "actual"


def name(figure: Figure) -> str:
    """Name the mark of a figure in the drawing, so that a page can say what it stands for.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> name(observation(load(), "ldxh-hn-2024-p16-poor-rate"))
    'figure:ldxh-hn-2024-p16-poor-rate'
    """
    return ":".join(["figure", *(one.observation for one in figure.inputs)])


def is_goal(figure: Figure) -> bool:
    """Tell a plan or target from a result."""
    return figure.inputs[0].measure in GOALS


def highest(figures: Iterable[Figure]) -> float:
    """Return the highest value or closed end of an interval."""
    ends = [end for one in figures for end in (one.value, one.interval.high)]
    return max(end for end in ends if not math.isinf(end))


def draw(ax: Axes, figure: Figure, y: float, colour: str, end: float, scale: float) -> None:
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
            _arrow(ax, end, y, color=colour, clip_on=False, zorder=3)
    if getattr(figure, "qualifier", "") != Qualifier.ORDER:  # an order of magnitude has no value
        point(ax, figure.value / scale, y, kind, colour, name(figure))


def point(ax: Axes, x: float, y: float, kind: str, colour: str, gid: str | None = None) -> None:
    """Draw the mark of one kind; a goal is larger and lies below a result of the same value."""
    marker, filled, size = _SHAPES[kind]
    ax.plot(
        [x],
        [y],
        marker=marker,
        markersize=size,
        markerfacecolor=colour if filled else "white",
        markeredgecolor=colour,
        markeredgewidth=1.4,
        linestyle="none",
        clip_on=False,
        gid=gid,
        zorder=3.5 if kind in GOALS else 4,
    )
    if kind == "estimate":
        look = {"facecolor": "none", "edgecolor": colour, "hatch": _DENSE, "linewidth": 0}
        ax.scatter([x], [y], marker=marker, s=size**2, clip_on=False, zorder=4.1, **look)


def goal_line(lines: Callable, at: float | list[float], low: float, high: float) -> None:
    """Draw the line of a goal, light-edged so that it shows on a bar too.

    Parameters
    ----------
    lines : callable
        ``hlines`` or ``vlines`` of an axis.
    at, low, high : float
    """
    for width, colour in ((3.2, "white"), (1.3, style.INK)):
        lines(at, low, high, color=colour, linewidth=width, zorder=3)


def _arrow(ax: Axes, x: float, y: float, **look) -> None:
    ax.plot([x], [y], marker=">", markersize=5, **look)


def _bar(ax: Axes, low: float, high: float, y: float, colour: str, hatched: bool) -> None:
    look = HATCHED | {"alpha": 1} if hatched else {"facecolor": colour} | style.PALE
    edge = {"edgecolor": colour, "linewidth": 0.6, "zorder": 2}
    block(ax, low, y - _BAR / 2, high - low, _BAR, **edge, **look)


def used(figures: Sequence[Figure], wide: Sequence[Figure]) -> tuple[str, ...]:
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
    return tuple(entry for entry in _ORDER if entry in found)


class Key:
    """The entries of a key set in lines.

    A chart of plain results needs none.
    """

    def __init__(self, writer: Writer, entries: Sequence[str], room: float | None = None):
        room = style.width() if room is None else room
        # Each (entry, text, left end in inches).
        self.lines: list[list[tuple[str, str, float]]] = []
        self.room = room
        if set(entries) <= {"actual"}:
            return
        x = room
        for entry in entries:
            text = writer.say(f"key-{entry}")
            first, *rest = style.wrapped(text, room - 0.26, style.SMALL)
            width = _SIGN + style.text_width(first, style.SMALL)
            if not self.lines or x + width > room:
                self.lines.append([])
                x = 0.0
            self.lines[-1].append((entry, first, x))
            x += width + _APART
            self.lines += [[("", text, 0.0)] for text in rest]
            x = room if rest else x  # nothing stands beside the last line of a long entry

    @property
    def height(self) -> float:
        """Inches that the key takes."""
        return style.LINE * len(self.lines)

    def draw(self, canvas: Canvas, y: float, x: float = 0.0) -> None:
        """Draw the key with its top left corner at a place of the canvas."""
        if not self.lines:
            return
        ax = canvas.inches(x, y, self.room, self.height, "key")
        for number, line in enumerate(self.lines):
            y = (number + 0.5) * style.LINE
            for entry, text, left in line:
                if entry:
                    _sample(ax, entry, left + 0.09, y)
                write(ax, left + _SIGN, y, text, **style.NOTE)


def _sample(ax: Axes, entry: str, x: float, y: float) -> None:
    edge = {"edgecolor": style.MUTED, "linewidth": 0.6}
    if entry in ("range", "estimate-range"):
        _bar(ax, x - 0.09, x + 0.09, y, style.MUTED, entry == "estimate-range")
    elif entry == "estimate-bar":
        block(ax, x - 0.09, y - 0.06, 0.18, 0.12, **edge, **HATCHED)
    elif entry in ("column", "estimate-column"):
        look = {"facecolor": style.MUTED} if entry == "column" else HATCHED
        block(ax, x - 0.05, y - 0.06, 0.1, 0.13, **edge, **look)
    elif entry == "dashed":
        ax.hlines(y, x - 0.1, x + 0.1, color=style.MUTED, linewidth=1.0, linestyle=(0, (2.5, 2)))
    elif entry == "open":
        _arrow(ax, x, y, color=style.MUTED, linestyle="none")
    else:
        point(ax, x, y, entry, style.MUTED)
