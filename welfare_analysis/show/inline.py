"""Inline: the text of blocks as lines."""

from __future__ import annotations

from .document import Line, joined


def lines_of(block: dict) -> Line:
    """Return the text of a block as one line."""
    if "items" in block:
        return joined("\n", (lines_of(one) for item in block["items"] for one in item))
    if "blocks" in block:
        return joined("\n", map(lines_of, block["blocks"]))
    return Line(block.get("text", ""), block.get("content", Line()))
