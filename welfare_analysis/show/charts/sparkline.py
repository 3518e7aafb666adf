"""Sparkline: how a place moved, in the room of a line or two, without a number or a letter."""

from __future__ import annotations

from collections.abc import Sequence

from ...judge.derived import Figure
from ...judge.limits import is_doubtful
from . import marks, style
from .strands import position

_WIDTH, _HEIGHT, _MARK = 176.0, 36.0, 4.2  # in the units of the drawing
_OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0:g} {1:g}" '
    'width="{0:g}" height="{1:g}">'
)
_POLYGONS = {
    "s": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "^": ((-1, 0.85), (1, 0.85), (0, -1)),
    "v": ((-1, -0.85), (1, -0.85), (0, 1)),
    "D": ((-1.15, 0), (0, -1.15), (1.15, 0), (0, 1.15)),
}


def sparkline(figures: Sequence[Figure], colour: str, shape: str) -> str:
    """Draw figures at dates as a line on a scale of its own, from zero.

    A goal and a doubtful figure are hollow, and the line to them is dashed.

    Returns
    -------
    str
        SVG.
    """
    dates, top = [position(one) for one in figures], marks.highest(figures) or 1.0
    first, across = dates[0], dates[-1] - dates[0]
    room, up = _WIDTH - 2 * _MARK - 2, _HEIGHT - 2 * _MARK - 2

    def spot(figure: Figure) -> tuple[float, float]:
        x = (position(figure) - first) / across if across else 0.0
        return _MARK + 1 + x * room, _MARK + 1 + (1 - figure.value / top) * up

    base = _HEIGHT - _MARK - 1
    parts = [
        f'<line x1="0" y1="{base:g}" x2="{_WIDTH:g}" y2="{base:g}" stroke="{style.HAIR}" '
        'stroke-width="0.8"/>'
    ]
    for one, other in zip(figures, figures[1:], strict=False):
        (x1, y1), (x2, y2) = spot(one), spot(other)
        dashed = ' stroke-dasharray="3 2.4"' if _is_hollow(one) or _is_hollow(other) else ""
        parts.append(
            f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{colour}" '
            f'stroke-width="1.8"{dashed}/>'
        )
    parts += [_mark(*spot(one), colour, shape, hollow=_is_hollow(one)) for one in figures]
    return _OPEN.format(_WIDTH, _HEIGHT) + "".join(parts) + "</svg>"


def mark(colour: str, shape: str) -> str:
    """Draw the mark of a place, to stand before its name."""
    side = 2 * _MARK + 2
    return _OPEN.format(side, side) + _mark(side / 2, side / 2, colour, shape) + "</svg>"


def _is_hollow(figure: Figure) -> bool:
    return marks.is_goal(figure) or any(map(is_doubtful, figure.inputs))


def _mark(x: float, y: float, colour: str, shape: str, *, hollow: bool = False) -> str:
    fill = "#ffffff" if hollow else colour
    look = f'fill="{fill}" stroke="{colour}" stroke-width="1.2"'
    if shape not in _POLYGONS:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{0.85 * _MARK:g}" {look}/>'
    corners = (
        f"{x + dx * 0.85 * _MARK:.2f},{y + dy * 0.85 * _MARK:.2f}" for dx, dy in _POLYGONS[shape]
    )
    return f'<polygon points="{" ".join(corners)}" {look}/>'
