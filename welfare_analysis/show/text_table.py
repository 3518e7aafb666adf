"""Text table: a table as aligned text for a terminal, long cells wrapped."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from itertools import chain, zip_longest

_WIDEST, _LAST, _GAP = 28, 60, "  "


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Align cells in columns; a cell that is too wide goes on in the line below.

    Parameters
    ----------
    header : sequence of str
    rows : sequence of sequences of str
    right : sequence of bool
        Which columns are aligned to the right.

    Examples
    --------
    >>> print(text_table(["Nơi", "Tỷ lệ"], [["Hà Nội", "0,03%"]], [False, True]))
    Nơi     Tỷ lệ
    ------  -----
    Hà Nội  0,03%
    """
    head, *body = map(_lines, (header, *rows))
    lines = [*head, *chain.from_iterable(body)]
    rule = ["-" * width for width in _widths(lines)]
    return aligned([*head, rule, *lines[len(head) :]], right)


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool] = ()) -> str:
    """Align cells in columns, each as wide as its widest cell; no rows give no text.

    Examples
    --------
    >>> print(aligned([["VN-05", "Sơn La"], ["VN", "Việt Nam"]]))
    VN-05  Sơn La
    VN     Việt Nam
    """
    widths = _widths(rows)
    right = right or [False] * len(widths)
    return "\n".join(_GAP.join(map(_padded, row, widths, right)).rstrip() for row in rows)


def _lines(row: Sequence[str]) -> list[tuple[str, ...]]:
    """Break the cells of a row that are too wide, and fill up the others below."""
    limits = [_WIDEST] * (len(row) - 1) + [_LAST]
    broken = (
        textwrap.wrap(cell, limit, break_on_hyphens=False) or [""]
        for cell, limit in zip(row, limits, strict=True)
    )
    return list(zip_longest(*broken, fillvalue=""))


def _padded(cell: str, width: int, to_right: bool) -> str:
    blank = " " * (width - _width(cell))
    return blank + cell if to_right else cell + blank


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(_width, column)) for column in zip(*rows, strict=True)]


def _width(text: str) -> int:
    """Count what takes room on a screen: an accent stands over its letter."""
    return sum(not unicodedata.combining(sign) for sign in text)
