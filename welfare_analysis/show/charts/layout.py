"""Sheet: a page of a chart, laid out in inches from its top left corner."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ...data.numerals import scale_word, write
from . import marks, style


class Sheet:
    """A figure on which text and axes are placed in inches from the top left corner."""

    def __init__(self, height: float):
        self.height = height
        self.figure: Figure = style.blank(height)

    def text(self, x: float, y: float, text: str, **how) -> None:
        """Write a text; ``y`` is the middle of its line."""
        how = {"va": "center", "fontsize": style.BODY, "color": style.INK} | how
        self.figure.text(x / style.WIDTH, 1 - y / self.height, text, **how)

    def lines(self, x: float, y: float, lines: Sequence[str], **how) -> None:
        """Write lines of text from the middle of the first one downwards."""
        step = style.LINE * how.get("fontsize", style.BODY) / style.BODY
        for number, line in enumerate(lines):
            self.text(x, y + number * step, line, **how)

    def axes(self, x: float, y: float, width: float, height: float, label: str = "") -> Axes:
        """Add an axis; ``label`` names what shares it, for who looks into the figure."""
        box = (
            x / style.WIDTH,
            1 - (y + height) / self.height,
            width / style.WIDTH,
            height / self.height,
        )
        return self.figure.add_axes(box, label=label, facecolor="none")

    def inches(self, x: float, y: float, width: float, height: float, label: str) -> Axes:
        """Add an invisible axis that counts inches from its own top left corner."""
        ax = self.axes(x, y, width, height, label)
        ax.set_axis_off()
        ax.set(xlim=(0, width), ylim=(height, 0))
        return ax

    def key(self, y: float, lines: list, x: float = 0.0, width: float = style.WIDTH) -> None:
        """Draw the key of the marks."""
        if lines:
            height = len(lines) * style.LINE
            marks.draw_key(self.inches(x, y, width, height, "key"), lines)


def axis_scale(highest: float) -> float:
    """Choose what an axis counts in: ones, millions or thousand millions."""
    if highest >= 1e9:
        return 1e9
    return 1e6 if highest >= 2e6 else 1.0


def tick_text(value: float, unit: str, language: str) -> str:
    """Write a number on an axis in the notation of the language."""
    number = write(round(value, 9), language, _places(value))
    return f"{number}%" if unit == "%" else number


def _places(value: float) -> int:
    return next((n for n in range(7) if abs(value - round(value, n)) < 1e-9), 6)


def axis_unit(unit: str, scale: float, language: str) -> str:
    """Name the unit of an axis with its scale: ``triệu lượt``; percent stands at every number."""
    if unit == "%":
        return ""
    return " ".join(part for part in (scale_word(scale, language), unit) if part)


def plain_frame(ax: Axes) -> None:
    """Keep only the line at the bottom of an axis."""
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    ax.set_yticks([])
    ax.tick_params(axis="x", length=3, pad=2)
