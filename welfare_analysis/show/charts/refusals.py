"""Asides: what stands beside the axes, why panels are apart and which places have no figure."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.patches import Rectangle

from ...messages import message
from . import style
from .layout import Sheet

GAP = 0.14  # inches between the names and the axis, and between a mark and its label
MARGIN = 0.06  # inches kept free at the right edge
_BADGE = 0.22  # inches: the sign of a refusal
_STEP = 0.145


def _refusal_lines(reasons: Sequence[str]) -> list[str]:
    room = style.WIDTH - _BADGE - 0.12
    return [line for text in reasons for line in style.wrapped(text, room, style.SMALL)]


def refusal_height(reasons: Sequence[str]) -> float:
    """Return the inches that the reasons above a panel take."""
    return _STEP * len(_refusal_lines(reasons)) + 0.2 if reasons else 0.0


def draw_refusal(sheet: Sheet, reasons: Sequence[str], y: float) -> None:
    """Draw the sign and the reasons that set a panel apart from those above it."""
    lines = _refusal_lines(reasons)
    if not lines:
        return
    height = refusal_height(reasons) - 0.12
    fill, ink, sign = style.VERDICTS["not_comparable"]
    ax = sheet.inches(0, y, style.WIDTH, height, "refusal")
    ax.add_patch(Rectangle((0, 0), style.WIDTH, height, facecolor=style.WASH, linewidth=0))
    ax.add_patch(Rectangle((0, 0), _BADGE, height, facecolor=fill, linewidth=0))
    ax.text(
        _BADGE / 2,
        height / 2,
        sign,
        color=ink,
        ha="center",
        va="center",
        fontsize=style.BODY,
        fontweight="bold",
    )
    for number, line in enumerate(lines):
        ax.text(
            _BADGE + 0.08,
            0.115 + _STEP * number,
            line,
            va="center",
            fontsize=style.SMALL,
            color=style.INK,
        )


def missing_height(missing: Sequence[str], left: float) -> float:
    """Return the inches that the places without a figure take."""
    return sum(_row_height(name, left) for name in missing) + (0.06 if missing else 0)


def draw_missing(
    sheet: Sheet, missing: Sequence[str], y: float, left: float, language: str
) -> None:
    """Draw an empty row, off every axis, for each place without a figure."""
    y += 0.06
    for name in missing:
        names, height = style.wrapped(name, left - GAP), _row_height(name, left)
        middle = y + height / 2
        sheet.lines(0, middle - style.LINE * (len(names) - 1) / 2, names)
        width = style.WIDTH - left - MARGIN
        ax = sheet.inches(left, middle - 0.1, width, 0.2, "missing")
        text = message("no-figure", language)
        start = style.text_width(text) + 0.12
        ax.text(0, 0.1, text, va="center", fontsize=style.BODY, color=style.MUTED, style="italic")
        ax.hlines(0.1, start, width, color=style.HAIR, linewidth=0.7, linestyle=(0, (1, 3)))
        y += height


def _row_height(name: str, left: float) -> float:
    return 0.11 + style.LINE * len(style.wrapped(name, left - GAP))
