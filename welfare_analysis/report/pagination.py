"""Pagination: blocks are arranged so that no page is left half empty.

A figure cannot break, so that one which does not fit leaves a void above it.  The report is laid
out, the voids are found, and the first one is mended: the text that follows the figure moves
before it, or the figure before the list or the table that it follows, or into that list, never
over a heading.  A figure is never set smaller, which would set its type smaller than can be read;
a table that leaves a void to stay whole is broken.  This is repeated until nothing is left to mend.
Everything is computed from positions on the page, so that the same report gives the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .line_breaks import MILLIMETRE

TOP, BOTTOM = 25 * MILLIMETRE, 274 * MILLIMETRE

_VOID = 45 * MILLIMETRE  # more than this left empty on a page is mended
_SPACE = 9 * MILLIMETRE  # what stands around a list, at most
_BETWEEN = 10  # points between two paragraphs
_AROUND = 36  # points around a figure, at most
_LINE = 15  # points to the next line, at most
_KEPT_ROWS = 2  # of a table whose note would stand on a page of its own
_STUMP = 100 * MILLIMETRE  # a last page with less than this is taken back by smaller references
_DENSE = 0.93  # of their height is what references take in small type, or less
_TURNS = 2  # how often the references may be sent to a new page, or back
_ROUNDS = 14
_MOVES = ("paragraph", "list", "quote", "table")
_PASSED = ("list", "table")  # by a figure; what introduces it stays before it

Mark = Sequence  # kind, index of the block, what was measured, page, position on the page


@dataclass(frozen=True)
class Place:
    """Where a block begins and ends: pages, and points from the top of the page.

    A table also has the places of its last row, of the one before, and of its note; references
    have the height of their beginning; a list has where each item but the first begins.
    """

    start: tuple[int, float]
    end: tuple[int, float]
    row: tuple[int, float] | None
    before: tuple[int, float] | None
    note: tuple[int, float] | None
    height: float
    items: tuple[tuple[int, float], ...] = ()


def arrange(blocks: list[dict], lay_out: Callable[[list[dict]], list[Mark]]) -> list[dict]:
    """Return the blocks in an order that fills their pages.

    Parameters
    ----------
    blocks : list of dict
        Of the document model; left as they are.
    lay_out : callable
        Takes blocks and returns the marks that the template left: where each begins and ends.

    Returns
    -------
    list of dict
        The same blocks; an unordered list may have become two.  A table may have gained ``split``
        (its last rows stay with its note) or ``whole`` (false: it may break), terms ``parted``
        (likewise), references ``fresh`` (on a new page) or ``dense``.
    """
    blocks, marks = _settled(blocks, lay_out)
    return _without_stump(blocks, marks, lay_out)


def places(marks: Sequence[Mark]) -> dict[int, Place]:
    """Gather the marks of each block."""
    found: dict[int, dict] = {}
    for kind, index, measured, page, y in marks:
        place = found.setdefault(index, {"height": 0.0, "items": ()})
        if kind == "item":
            place["items"] += ((page, y),)
            continue
        place[kind] = (page, y)
        if kind == "little":
            place["height"] = measured
    return {
        index: Place(
            place.get("start", place["end"]),
            place["end"],
            place.get("row"),
            place.get("before"),
            place.get("note"),
            place["height"],
            place["items"],
        )
        for index, place in sorted(found.items())
        if "end" in place
    }


def _settled(blocks: list[dict], lay_out: Callable) -> tuple[list[dict], Sequence[Mark]]:
    """Mend one fault after another; return the blocks and their marks."""
    marks = lay_out(blocks)
    for _ in range(_ROUNDS):
        mended = _mended(blocks, places(marks))
        if mended is None:
            break
        blocks = mended
        marks = lay_out(blocks)
    return blocks, marks


def _mended(blocks: list[dict], found: dict[int, Place]) -> list[dict] | None:
    """Mend the first fault of the pages; None where there is none that can be mended."""
    for index, block in enumerate(blocks):
        if index not in found:
            continue
        if block["kind"] == "figure":
            mended = _with_figure_placed(blocks, index, found)
        elif block["kind"] == "table":
            mended = _with_note_kept(blocks, index, found[index])
            mended = mended or _with_table_begun(blocks, index, found)
        elif block.get("role") == "glossary":
            mended = _with_terms_parted(blocks, index, found)
        elif block["kind"] == "references":
            mended = _with_list_begun(blocks, index, found)
        else:
            mended = None
        if mended is not None:
            return mended
    return None


def _with_figure_placed(
    blocks: list[dict], index: int, found: dict[int, Place]
) -> list[dict] | None:
    """Fill the void before a figure with the text after it."""
    head = _with_headings(blocks, index)
    if head - 1 not in found or found[head - 1].end[0] >= found[index].start[0]:
        return None
    figure, void = found[index], BOTTOM - found[head - 1].end[1]
    if void <= _VOID:
        return None
    if index + 1 == len(blocks) or blocks[index + 1]["kind"] not in _MOVES:
        sooner = _with_figure_sooner(blocks, index, found)
        return sooner or _with_list_parted(blocks, index, found)
    headed = figure.start[1] - found.get(head, figure).start[1]  # headings go before the text
    after = _filling(blocks, index, found, void - headed)
    return [*blocks[:index], *blocks[index + 1 : after], blocks[index], *blocks[after:]]


def _with_figure_sooner(
    blocks: list[dict], index: int, found: dict[int, Place]
) -> list[dict] | None:
    """Put a figure that begins a page before what it follows, where it finds room there."""
    height = found[index].end[1] - TOP + _AROUND
    page, at = found[index - 1].end[0], index - 1
    while at in found and blocks[at]["kind"] in _PASSED and found[at].start[0] == page:
        if BOTTOM - found[at].start[1] >= height:
            return [*blocks[:at], blocks[index], *blocks[at:index], *blocks[index + 1 :]]
        at -= 1
    return None


def _with_list_parted(blocks: list[dict], index: int, found: dict[int, Place]) -> list[dict] | None:
    """Put a figure that begins a page into the list above it, whose end would leave a page void."""
    above, place = blocks[index - 1], found[index - 1]
    if above["kind"] != "list" or above.get("ordered") or place.start[0] == place.end[0]:
        return None
    last = [y for page, y in place.items if page == place.end[0]]  # begun on that page
    kept = len(place.items) + 1 - len(last)
    if not last or last[0] > TOP + _LINE:  # one that began on the page before goes along
        kept -= 1
        if not kept or BOTTOM - place.items[kept - 1][1] > _VOID:
            return None
    parts = [{**above, "items": part} for part in (above["items"][:kept], above["items"][kept:])]
    return [*blocks[: index - 1], parts[0], blocks[index], parts[1], *blocks[index + 1 :]]


def _filling(blocks: list[dict], index: int, found: dict[int, Place], void: float) -> int:
    """Return where the text ends that fills the void before a figure: a block, or several."""
    after = index + 1
    while True:
        place = found.get(after)
        after += 1
        if place is None or place.start[0] != place.end[0]:
            return after
        void -= place.end[1] - place.start[1] + _BETWEEN
        more = after < len(blocks) and blocks[after]["kind"] in _MOVES
        if void <= _VOID or not more or blocks[after]["kind"] == "table":
            return after


def _with_headings(blocks: list[dict], index: int) -> int:
    """Return the first of the headings that stand directly above a block."""
    while index and blocks[index - 1]["kind"] == "heading":
        index -= 1
    return index


def _with_table_begun(blocks: list[dict], index: int, found: dict[int, Place]) -> list[dict] | None:
    """Let a table break that was kept whole at the price of a void."""
    head = _with_headings(blocks, index)
    if head - 1 not in found or found[head - 1].end[0] >= found[index].start[0]:
        return None
    if "whole" in blocks[index] or BOTTOM - found[head - 1].end[1] <= _VOID:
        return None
    return _changed(blocks, index, whole=False)


def _with_terms_parted(
    blocks: list[dict], index: int, found: dict[int, Place]
) -> list[dict] | None:
    """Let the terms fill what is left of a page that they would leave void."""
    head = _with_headings(blocks, index)
    if head - 1 not in found or found[head - 1].end[0] >= found[index].start[0]:
        return None
    if "parted" in blocks[index] or BOTTOM - found[head - 1].end[1] <= _VOID:
        return None
    return _changed(blocks, index, parted=True)


def _with_list_begun(blocks: list[dict], index: int, found: dict[int, Place]) -> list[dict] | None:
    """Begin the references on a new page where the first of them would not fit, not even small."""
    room, height = _room(blocks, index, found), found[index].height
    fresh = height + _SPACE > room
    if fresh and not blocks[index].get("dense") and _DENSE * height + _SPACE <= room:
        return _changed(blocks, index, dense=True)
    turned = blocks[index].get("turned", 0)
    if fresh == blocks[index].get("fresh", False) or turned == _TURNS:
        return None
    return _changed(blocks, index, fresh=fresh, turned=turned + 1)


def _room(blocks: list[dict], index: int, found: dict[int, Place]) -> float:
    """Return what is left of the page before a block and its headings."""
    before = _with_headings(blocks, index) - 1
    return BOTTOM - found[before].end[1] if before in found else BOTTOM


def _with_note_kept(blocks: list[dict], index: int, table: Place) -> list[dict] | None:
    """Keep the last rows of a table together, and with its note."""
    rows = len(blocks[index]["rows"])
    ends = {place[0] for place in (table.before, table.row, table.note) if place}
    if len(ends) < 2 or "split" in blocks[index]:
        return None
    if rows <= _KEPT_ROWS:
        whole = blocks[index].get("whole") is not True
        return _changed(blocks, index, whole=True) if whole else None
    return _changed(blocks, index, split=rows - _KEPT_ROWS)


def _without_stump(blocks: list[dict], marks: Sequence[Mark], lay_out: Callable) -> list[dict]:
    """Take back a last page with a few lines by smaller references."""
    page, y = marks[-1][3:]
    denser = _denser(blocks, places(marks))
    if page == 1 or y - TOP > _STUMP or denser == blocks:
        return blocks
    tried, ends = _settled(denser, lay_out)
    return tried if ends[-1][3] < page else blocks


def _denser(blocks: list[dict], found: dict[int, Place]) -> list[dict]:
    """Set the references smaller; they may then begin where they did not fit."""
    index = len(blocks) - 1
    references = blocks[index] if blocks else {"kind": ""}
    if references["kind"] != "references" or references.get("compact"):
        return blocks
    fresh = references.get("fresh", False)
    room = _room(blocks, index, found)
    return _changed(blocks, index, dense=True, fresh=fresh and found[index].height > room)


def _changed(blocks: list[dict], index: int, **keys) -> list[dict]:
    return [*blocks[:index], {**blocks[index], **keys}, *blocks[index + 1 :]]
