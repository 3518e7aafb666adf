"""Canvas: a page of a chart, laid out in inches from its top left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.axes import Axes
from matplotlib.axis import Axis, XAxis, YAxis
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator
from matplotlib.transforms import ScaledTranslation, blended_transform_factory

from ...data.numerals import scale_word
from ..writer import Writer
from . import style

_TICK, _AIR = 3 / 72, 2 / 72  # inches: a tick, and from it to its number


class _Unticked:
    """What makes an axis keep a scale and limits alone: to make ticks takes longer than a drawing.

    Matplotlib makes them when it clips or styles them, even those of an axis never drawn.
    """

    def set_tick_params(self, *given, **named) -> None:
        """Keep no look of ticks."""

    def set_clip_path(self, *given, **named) -> None:
        """Clip no ticks."""


class _XAxis(_Unticked, XAxis): ...


class _YAxis(_Unticked, YAxis): ...


class _Sheet(Axes):
    """A place to draw on, with limits and scales but nothing of its own to be seen."""

    def _init_axis(self) -> None:
        self.xaxis, self.yaxis = _XAxis(self, clear=False), _YAxis(self, clear=False)
        for side, spine in self.spines.items():
            spine.register_axis(self.xaxis if side in ("bottom", "top") else self.yaxis)


class Canvas:
    """A figure on which text and axes are placed in inches from the top left corner."""

    def __init__(self, height: float):
        self.height = height
        self.figure: Figure = style.blank(height)

    def text(self, x: float, y: float, text: str, **how) -> None:
        """Write a text; ``y`` is the middle of its line."""
        how = {"va": "center", "fontsize": style.BODY, "color": style.INK} | how
        self.figure.text(x / style.width(), 1 - y / self.height, text, **how)

    def lines(self, x: float, y: float, lines: Sequence[str], step: float = 0.0, **how) -> None:
        """Write lines of text from the middle of the first one downwards."""
        step = step or style.LINE * how.get("fontsize", style.BODY) / style.BODY
        for number, line in enumerate(lines):
            self.text(x, y + number * step, line, **how)

    def block(self, x: float, y: float, width: float, height: float, **look) -> None:
        """Draw a rectangle with its top left corner at a place."""
        *corner, across, up = self._part(x, y, width, height)
        self.figure.add_artist(Rectangle(corner, across, up, **look))

    def line(self, x: float, end: float, y: float, **look) -> None:
        """Draw a line from left to right."""
        across, up = (x / style.width(), end / style.width()), 1 - y / self.height
        self.figure.add_artist(Line2D(across, (up, up), **look))

    def name(self, middle: float, lines: Sequence[str]) -> None:
        """Write the name of a row at the left edge, its lines around the middle of the row."""
        self.lines(0, middle - style.LINE * (len(lines) - 1) / 2, lines)

    def axes(self, x: float, y: float, width: float, height: float, label: str = "") -> Axes:
        """Add axes; ``label`` names what shares them, for who looks into the figure."""
        box = self._part(x, y, width, height)
        return self.figure.add_axes(box, label=label, facecolor="none")

    def sheet(self, x: float, y: float, width: float, height: float, label: str) -> Axes:
        """Add axes of which nothing is seen but what is drawn on them."""
        box = self._part(x, y, width, height)
        ax = self.figure.add_axes(box, label=label, axes_class=_Sheet)
        ax.set_axis_off()
        return ax

    def inches(self, x: float, y: float, width: float, height: float, label: str) -> Axes:
        """Add a sheet that counts inches from its own top left corner."""
        ax = self.sheet(x, y, width, height, label)
        ax.set(xlim=(0, width), ylim=(height, 0))
        return ax

    def _part(self, x: float, y: float, width: float, height: float) -> tuple[float, ...]:
        across, up = style.width(), self.height
        return x / across, 1 - (y + height) / up, width / across, height / up


def name_width(names: Sequence[str], most: float, size: float = style.BODY) -> float:
    """Return the inches that the names of rows need, at most so many."""
    return min(max((style.text_width(name, size) for name in names), default=0.0) + 0.02, most)


def write(ax: Axes, x: float, y: float, text: str, **how) -> None:
    """Write a text on an axis; ``y`` is the middle of its line."""
    ax.text(x, y, text, **{"va": "center"} | how)


def block(ax: Axes, x: float, y: float, width: float, height: float, **look) -> None:
    """Draw a rectangle on an axis."""
    ax.add_patch(Rectangle((x, y), width, height, **look))


def bottom_line(ax: Axes) -> None:
    """Keep only the line at the bottom of an axis."""
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    ax.set_yticks([])
    ax.tick_params(axis="x", length=3, pad=2)


def scale_below(ax: Axes, places: Sequence[float], said: Callable[[float], str], size: float):
    """Draw the line below a sheet, its ticks, and what is written at each."""
    inches = ax.figure.dpi_scale_trans + ScaledTranslation(0, 0, ax.transAxes)
    below = blended_transform_factory(ax.transData, inches)
    look = {"color": style.MUTED, "clip_on": False, "zorder": 2.5, "transform": below}
    ax.hlines(0, *ax.get_xlim(), linewidth=0.6, **look)
    ax.vlines(places, -_TICK, 0, linewidth=0.8, **look)
    for place in places:
        words = {"ha": "center", "va": "top", "fontsize": size, "color": style.MUTED}
        ax.text(place, -_TICK - _AIR, said(place), transform=below, **words)


def set_ticks(axis: Axis, places: Sequence[float], said: Callable[[float], str]) -> None:
    """Set the ticks of an axis and what is written at each."""
    axis.set_major_locator(FixedLocator(places))
    axis.set_major_formatter(FuncFormatter(lambda place, _: said(place)))


def round_numbers(most: int, low: float, high: float, *, whole: bool = False) -> list[float]:
    """Return about so many round numbers that reach over a range."""
    locator = MaxNLocator(most, steps=[1, 2, 2.5, 5, 10], integer=whole)
    return list(locator.tick_values(low, high))


def axis_scale(highest: float) -> float:
    """Choose what an axis counts in: ones, millions or thousand millions."""
    if highest >= 1e9:
        return 1e9
    return 1e6 if highest >= 2e6 else 1.0


def tick_text(writer: Writer, value: float, unit: str) -> str:
    """Write a number on an axis in the notation of the language."""
    places = next((n for n in range(7) if abs(value - round(value, n)) < 1e-9), 6)
    number = writer.number(round(value, 9), places)
    return f"{number}%" if unit == "%" else number


def tick_width(writer: Writer, ticks: Sequence[float], unit: str) -> float:
    """Return the inches of the longest number on an axis."""
    return max(style.text_width(tick_text(writer, tick, unit), style.SMALL) for tick in ticks)


def axis_unit(writer: Writer, unit: str, scale: float) -> str:
    """Name the unit of an axis with its scale: ``triệu lượt``; percent stands at every number."""
    if unit == "%":
        return ""
    return " ".join(part for part in (scale_word(scale, writer.language), unit) if part)
