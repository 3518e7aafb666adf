"""Crowded: what charts of many places leave out so that they stay readable and within a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...judge.derived import Figure
from ..document import unique
from ..many import MANY
from ..writer import Writer
from .refusals import Stacked
from .rows import Row

PAGE = 7.4  # inches of a page for a drawing: what is higher is set smaller, and cannot be read
ROWS_MOST = 26  # low ones that a page holds, with some for the areas around
ENDS = 3  # places named at either end where not all can be


def is_crowded(figures: Sequence[Figure]) -> bool:
    """Tell whether figures are of too many places for everything to be written out."""
    return len({figure.area for figure in figures}) >= MANY


def one_line(rows: Sequence[Row]) -> tuple[list[Row], str]:
    """Move the second line of rows into the heading where they share it, else behind the name."""
    shared, _ = Counter(row.detail for row in rows).most_common(1)[0]
    names = [row.name if row.detail == shared else f"{row.name}, {row.detail}" for row in rows]
    made = [replace(row, name=name, detail="") for row, name in zip(rows, names, strict=True)]
    return made, shared


def ends(rows: Sequence[Row], most: int = ROWS_MOST) -> list[Row]:
    """Keep the first and the last rows, as many as a page holds."""
    return [*rows] if len(rows) <= most else [*rows[: most // 2], *rows[-(most // 2) :]]


def within_page(panels: Sequence[Stacked]) -> int:
    """Return how many panels, the largest first, a page holds; at least one."""
    number = len(panels)
    while number > 1 and sum(panel.height for panel in panels[:number]) > PAGE:
        number -= 1
    return number


def left_out(writer: Writer, groups: Sequence[Sequence[Figure]]) -> str:
    """Name the figures of panels that are not drawn."""
    figures = [figure for group in groups for figure in group]
    if not figures:
        return ""
    named = [f"{writer.area(one.area)} {writer.flagged(one)}" for one in figures]
    return writer.say("panels-left-out", figures="; ".join(named))


def told(writer: Writer, groups: Sequence[Sequence[Figure]]) -> list[str]:
    """Tell groups of many figures by their number and their two ends."""
    items = []
    for group in groups:
        ranked = sorted(group, key=lambda figure: figure.value)
        ends = [f"{writer.area(one.area)} {writer.flagged(one)}" for one in (ranked[0], ranked[-1])]
        total = len(unique(figure.area for figure in group))
        items.append(
            ends[0]
            if len(ranked) == 1
            else writer.say("group-told", total=total, low=ends[0], high=ends[1])
        )
    return items[:MANY]
