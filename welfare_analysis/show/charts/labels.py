"""Labels: places for numbers beside their marks, so that none covers another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

_UNSEEN = 0.0005  # square inches


@dataclass(frozen=True)
class Box:
    """A rectangle in inches."""

    left: float
    low: float
    right: float
    high: float

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> Box:
        """Make the square that reaches so far from its middle."""
        return cls(x - reach, y - reach, x + reach, y + reach)

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.low + self.high) / 2

    def overlap(self, other: Box) -> float:
        """Return the area that two boxes share."""
        if self.right <= other.left or other.right <= self.left:
            return 0.0  # as most do
        if self.high <= other.low or other.high <= self.low:
            return 0.0
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.high, other.high) - max(self.low, other.low)
        return width * height

    def covers(self, other: Box) -> bool:
        """Tell whether two boxes share more than anybody sees."""
        return self.overlap(other) > _UNSEEN

    def outside(self, limits: Box) -> float:
        """Return how far the box reaches over its limits, in inches."""
        across = max(limits.left - self.left, 0.0) + max(self.right - limits.right, 0.0)
        return across + max(limits.low - self.low, 0.0) + max(self.high - limits.high, 0.0)

    def distance(self, spot: tuple[float, float]) -> float:
        """Return the distance from a point to the nearest edge of the box."""
        across = max(self.left - spot[0], 0.0, spot[0] - self.right)
        up = max(self.low - spot[1], 0.0, spot[1] - self.high)
        return math.hypot(across, up)


def place(
    spot: tuple[float, float],
    size: tuple[float, float],
    taken: Sequence[Box],
    walls: Sequence[float],
    limits: Box,
) -> Box:
    """Choose a place for a label near its mark.

    Parameters
    ----------
    spot : tuple of float
        The mark.
    size : tuple of float
        Width and height of the label.
    taken : sequence of Box
        Marks and labels that must stay free.
    walls : sequence of float
        Vertical lines that a label must not cross.
    limits : Box
        Where labels may stand.

    Returns
    -------
    Box
        The free place nearest to the mark, above it before below; if there is none, the one
        that covers least.
    """
    candidates = [_at(spot, size, across, up) for up in _UP for across in _ACROSS]
    reached = Box(
        min(one.left for one in candidates),
        min(one.low for one in candidates),
        max(one.right for one in candidates),
        max(one.high for one in candidates),
    )
    near = [one for one in taken if reached.overlap(one)]
    costs: dict[Box, float] = {}
    for box in sorted(candidates, key=lambda box: round(box.distance(spot), 3)):
        costs.setdefault(box, round(_cost(box, near, walls, limits), 4))
        if not costs[box]:
            return box
    return min(costs, key=costs.__getitem__)


def along(spots: Sequence[tuple[float, float]]) -> list[Box]:
    """Cover a line through points with small boxes."""
    boxes = []
    for (x0, y0), (x1, y1) in itertools.pairwise(spots):
        steps = max(2, int(math.hypot(x1 - x0, y1 - y0) / 0.04))
        for step in range(steps + 1):
            x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
            boxes.append(Box.around(x, y, 0.015))
    return boxes


# Multiples of the label's own half size, then a step of the free space around a mark.
_UP = (1, -1, 0, 2, -2, 3, -3, 4, -4)
_ACROSS = (0, 0.4, -0.4, 0.75, -0.75, 1, -1, 1.6, -1.6)


def _at(spot: tuple[float, float], size: tuple[float, float], across: float, up: float) -> Box:
    width, height = size
    x = spot[0] + across * (width / 2 + 0.09)
    y = spot[1] + up * (height / 2 + 0.08)
    if up == 0 and abs(across) < 1:  # beside the mark means past its edge
        x = spot[0] + math.copysign(width / 2 + 0.09, across or 1)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _cost(box: Box, taken: Sequence[Box], walls: Sequence[float], limits: Box) -> float:
    covered = sum(box.overlap(other) for other in taken)
    crossed = sum(box.left - 0.02 < wall < box.right + 0.02 for wall in walls)
    return 10 * covered + crossed + 40 * box.outside(limits)
