"""Refusals: panels one below the other, why they are apart, and the places without a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..writer import Writer
from . import style
from .canvas import Canvas
from .marks import Key

GAP = 0.14  # inches between the names and the axis, and between a mark and its label
MARGIN = 0.06  # inches kept free at the right edge
_BADGE = 0.22  # inches: the sign of a refusal


class Stacked(Protocol):
    """A panel of a stack: it draws itself below the reasons that set it apart.

    Attributes
    ----------
    refusal : tuple of str
        Why it may not be compared with the panels above.
    height : float
        Inches from the top of its refusal to the next panel.
    """

    refusal: tuple[str, ...]
    height: float

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw the panel, below its refusal, with its top at a height of the canvas."""


_BETWEEN = 0.1  # inches below a panel that only part it from the next


def stacked(
    writer: Writer,
    panels: Sequence[Stacked],
    missing: Sequence[str],
    left: float,
    key: Key | None = None,
) -> Canvas:
    """Draw panels one below the other, then a row for every place without a figure, then the key.

    Parameters
    ----------
    writer : Writer
    panels : sequence of Stacked
    missing : sequence of str
        Names of the places without a figure.
    left : float
        Inches for the names at the left edge.
    key : Key, optional
    """
    absent = _missing_height(missing, left)
    height = sum(panel.height for panel in panels) + absent
    keyed = 0.12 + key.height if key and key.lines else 0.0
    canvas = Canvas(height + (keyed or (0.02 if absent else -_BETWEEN)))
    y = 0.02
    for panel in panels:
        _draw_refusal(canvas, panel.refusal, y)
        panel.draw(canvas, y + refusal_height(panel.refusal))
        y += panel.height
    _draw_missing(writer, canvas, missing, y, left)
    if key:
        key.draw(canvas, y + absent + 0.04)
    return canvas


def _refusal_lines(reasons: Sequence[str]) -> list[str]:
    room = style.width() - _BADGE - 0.12
    return [line for text in reasons for line in style.wrapped(text, room, style.SMALL)]


def refusal_height(reasons: Sequence[str]) -> float:
    """Return the inches that the reasons above a panel take."""
    return style.STEP * len(_refusal_lines(reasons)) + 0.2 if reasons else 0.0


def _draw_refusal(canvas: Canvas, reasons: Sequence[str], y: float) -> None:
    """Draw the sign and the reasons that set a panel apart from those above it."""
    lines = _refusal_lines(reasons)
    if not lines:
        return
    height = refusal_height(reasons) - 0.12
    fill, ink, sign = style.VERDICTS["not_comparable"]
    canvas.block(0, y, style.width(), height, facecolor=style.WASH, linewidth=0)
    canvas.block(0, y, _BADGE, height, facecolor=fill, linewidth=0)
    canvas.text(_BADGE / 2, y + height / 2, sign, color=ink, ha="center", fontweight="bold")
    look = {"fontsize": style.SMALL, "label": "refusal"}
    canvas.lines(_BADGE + 0.08, y + 0.115, lines, style.STEP, **look)


def _missing_height(missing: Sequence[str], left: float) -> float:
    return sum(_row_height(name, left) for name in missing) + (0.06 if missing else 0)


def _draw_missing(
    writer: Writer, canvas: Canvas, missing: Sequence[str], y: float, left: float
) -> None:
    """Draw an empty row, off every axis, for each place without a figure."""
    text, dots = writer.say("no-figure"), (0, (1, 3))
    start, end = left + style.text_width(text) + 0.12, style.width() - MARGIN
    y += 0.06
    for name in missing:
        height = _row_height(name, left)
        middle = y + height / 2
        canvas.name(middle, style.wrapped(name, left - GAP))
        canvas.text(left, middle, text, color=style.MUTED, style="italic", label="missing")
        canvas.line(start, end, middle, color=style.HAIR, linewidth=0.7, linestyle=dots)
        y += height


def _row_height(name: str, left: float) -> float:
    return 0.11 + style.LINE * len(style.wrapped(name, left - GAP))
