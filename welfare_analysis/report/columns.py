"""Columns: how wide the columns of a table are, found before it is set.

The widths follow the content, as HTML lays tables out.  They are found here and not by the
template, which would measure every text anew each time that pages are planned.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cache

from .line_breaks import MILLIMETRE, halves, measured

UPRIGHT, TURNED, NESTED = 160 * MILLIMETRE, 247 * MILLIMETRE, 130 * MILLIMETRE
COMPACT = 178 * MILLIMETRE  # a short report has narrower margins

_SIZES = ((9.0, 5.0), (8.5, 4.0), (8.0, 3.0))  # type and the space beside it, in points
_SLACK = 0.5  # points: rounding in the compiler must not break a word
_SHORT = 18 * MILLIMETRE
# As the template sets tables: a line and the space in it (in ems), the space around a row, and a
# line of the caption or the note (in points).
_LINE, _LEADING, _PADDING, _SMALL_LINE = 1.2, 0.5, 8.4, 12
_KEPT_WHOLE = 90 * MILLIMETRE
_GAP = re.compile(r"[ \t\n]+")


def laid_out(table: dict, *, nested: bool = False, upright: float = UPRIGHT) -> dict:
    """Return the widths of a table's columns and the size of its type.

    Parameters
    ----------
    table : dict
        A block of the document model.
    nested : bool
        Whether it stands in a list or a summary, which are narrower and cannot be turned.
    upright : float
        Width of the page without its margins, in points.

    Returns
    -------
    dict
        ``columns``, ``size`` and ``inset`` (points); ``heads``, each with one place to break;
        ``fits`` (no word must be broken); ``turned`` (the table needs a page on its side);
        ``whole`` (it is short, and should not be broken between two pages).
    """
    texts = [[plain(cell) for cell in row] for row in table["rows"]]
    found = _best(table, texts, NESTED if nested else upright)
    turned = not found["fits"] and not nested
    if turned:
        found = _best(table, texts, TURNED)
    return {**found, "turned": turned, "whole": _height(table, texts, found) < _KEPT_WHOLE}


def plain(items: Sequence[dict]) -> str:
    """Return inline content as the text that is seen; a citation is never broken."""
    parts = []
    for item in items:
        if "s" in item:
            parts.append(item["s"])
        elif item["t"] == "break":
            parts.append(" ")
        elif item["t"] == "cite":
            parts.append(plain(item["c"]).replace(" ", "\u00a0"))
        else:
            parts.append(plain(item["c"]))
    return "".join(parts)


def _best(table: dict, texts: list[list[str]], available: float) -> dict:
    # Sentences read well in small type; figures get larger type if they fit.
    wordy = sum(_bytes(text) for row in texts for text in row) > 200 * len(texts)
    for size, inset in _SIZES[2 if wordy else 0 :]:
        found = _widths(table, texts, size, inset, available)
        if found.pop("whole") or (found["fits"] and (len(texts) < 15 or size < 9)):
            break
    return found


def _widths(
    table: dict, texts: list[list[str]], size: float, inset: float, available: float
) -> dict:
    columns = table["columns"]
    gaps = _gaps(columns, inset)
    room = available - sum(gaps)
    sizes = [_extent(table, texts, x, size) for x in range(len(columns))]

    def total(key: str) -> float:
        return sum(one[key] for one in sizes)

    def shared(least: str) -> list[float]:
        wants = [(one["natural"] - one[least]) * one["even"] + 0.01 for one in sizes]
        left = room - total(least)
        return [
            one[least] + left * want / sum(wants) for one, want in zip(sizes, wants, strict=True)
        ]

    whole, fits = total("natural") <= room, total("word") <= room
    if whole:
        own = [one["natural"] + (room - total("natural")) / len(sizes) for one in sizes]
    elif fits:
        # Of the ways to share the room, the one that makes the shortest table, made shorter yet.
        ways = [shared(key) for key in ("short", "number", "headed", "word") if total(key) <= room]
        tall = _tallness(columns, texts, size)
        least = [one["headed" if total("headed") <= room else "word"] for one in sizes]
        own = _shortened(min(ways, key=tall), least, tall)
    else:
        own = [one["word"] * room / total("word") for one in sizes]
    return {
        "whole": whole,
        "fits": fits,
        "size": size,
        "inset": inset,
        "columns": [round(width + gap, 3) for width, gap in zip(own, gaps, strict=True)],
        "heads": [_set(column, size, width) for column, width in zip(columns, own, strict=True)],
    }


def _gaps(columns: list[dict], inset: float) -> list[float]:
    """Return the space beside the text of each column; after a figure there is more."""
    last = len(columns) - 1
    return [
        (3 if column["align"] == "right" and x < last else 2) * inset
        for x, column in enumerate(columns)
    ]


def _extent(table: dict, texts: list[list[str]], x: int, size: float) -> dict:
    """Return a column's natural width, its longest word and what lies between.

    ``even`` tells how alike its cells are in length, so that one long cell does not take the
    room of all others.
    """
    column, cells = table["columns"][x], [row[x] for row in texts]
    body = measured(bold=x == 0 and table["row_headers"], size=size)
    bold = measured(bold=True, size=size)
    heads = [bold(line) for line in _head(column, size)]
    words = [word for cell in cells for word in _GAP.split(cell)]
    widest = max(map(body, cells), default=0.0)
    natural = max([*heads, widest]) + _SLACK
    # Where all cells are short, as names of places are, none is broken.
    least = widest if widest <= _SHORT else max(map(body, words))
    word = max([least, *map(bold, _GAP.split(plain(column["label"])))]) + _SLACK
    headed = max(word, *heads)
    number = column["align"] == "right" and natural <= 50 * MILLIMETRE
    lengths = [_bytes(cell) for cell in cells]
    return {
        "natural": natural,
        "word": word,
        "headed": headed,
        "short": natural if natural <= 26 * MILLIMETRE or number else headed,
        "number": natural if number else headed,
        "even": sum(lengths) / max([1, *lengths]) / max(1, len(lengths)),
    }


def _head(column: dict, size: float) -> list[str]:
    """Keep a short head on one line; break a longer one into two alike in length."""
    head, bold = plain(column["label"]), measured(bold=True, size=size)
    return [head] if bold(head) <= _SHORT else halves(head, bold)


def _set(column: dict, size: float, width: float) -> str:
    """Return a head as it is set: in two lines alike in length, or in as many as it needs."""
    lines, bold = _head(column, size), measured(bold=True, size=size)
    fits = all(bold(line) <= width + _SLACK for line in lines)
    return " ".join(lines) if fits else plain(column["label"])


def _tallness(
    columns: list[dict], texts: list[list[str]], size: float
) -> Callable[[Sequence[float]], float]:
    """Return what counts the lines of all rows; a broken figure reads ill, and counts more."""
    wide = measured(bold=False, size=size)
    words = [[_words(row[x], wide) for row in texts] for x in range(len(columns))]

    @cache
    def taken(x: int, width: float) -> list[int]:
        return [_filled(cell, wide(" "), width) for cell in words[x]]

    def tallness(own: Sequence[float]) -> float:
        each = [taken(x, width) for x, width in enumerate(own)]
        broken = [sum(each[x]) - len(texts) for x in range(len(own)) if _is_right(columns[x])]
        return sum(map(max, zip(*each, strict=True))) + sum(broken) / 2

    return tallness


def _shortened(
    own: list[float], least: list[float], tallness: Callable[[Sequence[float]], float]
) -> list[float]:
    """Let one column give way to another as long as that makes the table shorter."""
    for step in (40.0, 20.0, 10.0):
        while True:
            ways = [
                _moved(own, giver, taker, step)
                for giver, taker in itertools.permutations(range(len(own)), 2)
                if own[giver] - step >= least[giver]
            ]
            best = min(ways, key=tallness, default=own)
            if tallness(best) >= tallness(own):
                break
            own = best
    return own


def _moved(own: list[float], giver: int, taker: int, step: float) -> list[float]:
    change = {giver: -step, taker: step}
    return [width + change.get(x, 0.0) for x, width in enumerate(own)]


def _is_right(column: dict) -> bool:
    return column["align"] == "right"


def _height(table: dict, texts: list[list[str]], found: dict) -> float:
    """Guess how tall a table is with its caption and note, in points."""
    size, inset = found["size"], found["inset"]
    gaps = _gaps(table["columns"], inset)
    own = [column - gap for column, gap in zip(found["columns"], gaps, strict=True)]
    wide = measured(bold=False, size=size)

    def row(cells: Sequence[str]) -> float:
        lines = max(_broken(cell, wide, width) for cell, width in zip(cells, own, strict=True))
        return _LINE * size * lines - _LEADING * size + _PADDING

    small = 2.4 + bool(table.get("subtitle")) + len(plain(table.get("note", ()))) / 115
    return round(row(found["heads"]) + sum(map(row, texts)) + _SMALL_LINE * small, 1)


def _broken(text: str, measure: Callable[[str], float], width: float) -> int:
    """Count the lines that a text takes."""
    return _filled(_words(text, measure), measure(" "), width)


def _words(text: str, measure: Callable[[str], float]) -> list[float]:
    return [measure(word) for word in _GAP.split(text)]


def _filled(words: Sequence[float], space: float, width: float) -> int:
    """Count the lines that words of some widths take."""
    lines, left = 1, width
    for word in words:
        if word > left and left < width:
            lines, left = lines + 1, width
        left -= word + space
    return lines


def _bytes(text: str) -> int:
    return len(text.encode())
