"""Plain: a table as aligned text for a terminal, long cells wrapped."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

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
    last = len(header) - 1
    limits = [_LAST if place == last else _WIDEST for place in range(len(header))]
    wrapped = [
        [_lines(cell, limit) for cell, limit in zip(row, limits, strict=True)]
        for row in (header, *rows)
    ]
    widths = [
        max(len(line) for row in wrapped for line in row[place]) for place in range(len(header))
    ]
    rule = _GAP.join("-" * width for width in widths)
    head, *body = (_block(row, widths, right) for row in wrapped)
    return "\n".join([head, rule, *body])


def _lines(cell: str, limit: int) -> list[str]:
    return textwrap.wrap(cell, limit, break_on_hyphens=False) or [""]


def _block(row: list[list[str]], widths: list[int], right: Sequence[bool]) -> str:
    lines = []
    for parts in zip_longest(*row, fillvalue=""):
        padded = (
            part.rjust(width) if to_right else part.ljust(width)
            for part, width, to_right in zip(parts, widths, right, strict=True)
        )
        lines.append(_GAP.join(padded).rstrip())
    return "\n".join(lines)
