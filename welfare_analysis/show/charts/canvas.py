"""Canvas: a page of a chart, laid out in inches from its top left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from ...data.numerals import scale_word
from ..writer import Writer
from . import style


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
        low = x / style.width(), 1 - (y + height) / self.height
        size = width / style.width(), height / self.height
        self.figure.add_artist(Rectangle(low, *size, **look))

    def line(self, x: float, end: float, y: float, **look) -> None:
        """Draw a line from left to right."""
        across, up = (x / style.width(), end / style.width()), 1 - y / self.height
        self.figure.add_artist(Line2D(across, (up, up), **look))

    def name(self, middle: float, lines: Sequence[str]) -> None:
        """Write the name of a row at the left edge, its lines around the middle of the row."""
        self.lines(0, middle - style.LINE * (len(lines) - 1) / 2, lines)

    def axes(self, x: float, y: float, width: float, height: float, label: str = "") -> Axes:
        """Add an axis; ``label`` names what shares it, for who looks into the figure."""
        across, up = style.width(), self.height
        box = x / across, 1 - (y + height) / up, width / across, height / up
        return self.figure.add_axes(box, label=label, facecolor="none")

    def inches(self, x: float, y: float, width: float, height: float, label: str) -> Axes:
        """Add an invisible axis that counts inches from its own top left corner."""
        ax = self.axes(x, y, width, height, label)
        ax.set_axis_off()
        ax.set(xlim=(0, width), ylim=(height, 0))
        return ax


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
