"""Inline: lines and blocks as HTML for a notebook, and as words."""

from __future__ import annotations

import html

from .document import WEB, Line, Part, joined


def html_of(line: Line) -> str:
    """Turn a line into safe HTML."""
    return "".join(map(_part, line))


def _part(part: Part) -> str:
    inner = html.escape(part.s) + html_of(part.c)
    if part.t in ("emphasis", "strong", "code"):
        tag = {"emphasis": "em"}.get(part.t, part.t)
        return f"<{tag}>{inner}</{tag}>"
    if part.t == "cite":
        return f'<a href="#source-{part.source}">{inner}</a>'
    if part.t == "link" and WEB.fullmatch(part.url):
        return f'<a href="{html.escape(part.url)}">{inner}</a>'
    return "<br>" if part.t == "break" else inner


def lines_of(block: dict) -> Line:
    """Return the text of a block as one line."""
    if "items" in block:
        return joined("\n", (lines_of(one) for item in block["items"] for one in item))
    if "blocks" in block:
        return joined("\n", map(lines_of, block["blocks"]))
    return Line(block.get("text", ""), block.get("content", Line()))
