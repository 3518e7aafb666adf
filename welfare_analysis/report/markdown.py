"""Markdown read as data: mistune's tokens turned into plain inline and block lists.

Nothing here is ever joined into typesetting code; text stays text until the template prints it.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

import mistune

from ..errors import ReportError

_SOURCE = re.compile(r"#source-(\d+)")
_WEB = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _reader() -> mistune.Markdown:
    return mistune.create_markdown(renderer=None, plugins=["table"])


def blocks(source: str) -> list[dict]:
    """Read Markdown into a list of block dictionaries.

    Parameters
    ----------
    source : str
        Markdown with tables; HTML in it is kept as literal text.

    Returns
    -------
    list of dict
        Each has a ``kind``: heading, paragraph, list, quote, literal, rule or table.

    Raises
    ------
    ReportError
        For a picture or a link that a report cannot hold.

    Examples
    --------
    >>> blocks("## A title")
    [{'kind': 'heading', 'level': 2, 'content': [{'t': 'text', 's': 'A title'}]}]
    """
    return _blocks(_reader()(source))


def inline(source: str) -> list[dict]:
    """Read one line of inline Markdown, such as a table cell or a caption.

    Block marks have no meaning here: ``1. May`` and ``# 1`` are plain text.

    Examples
    --------
    >>> inline("- 5 [[1]](#source-1)")
    [{'t': 'text', 's': '- 5 '}, {'t': 'cite', 'source': 1, 'c': [{'t': 'text', 's': '[1]'}]}]
    """
    return _inlines(_reader().inline(source.strip(), {"ref_links": {}}))


def plain(content: list[dict]) -> str:
    """Return the text of inline content without its marks."""
    return "".join(
        item["s"] if "s" in item else "\n" if item["t"] == "break" else plain(item.get("c", []))
        for item in content
    )


def citations(content) -> set[int]:
    """Collect the source numbers cited anywhere inside blocks or inline content."""
    if isinstance(content, list):
        return set().union(*map(citations, content)) if content else set()
    if not isinstance(content, dict):
        return set()
    own = {content["source"]} if content.get("t") == "cite" else set()
    return own.union(*(citations(value) for value in content.values()))


def _blocks(tokens: list[dict]) -> list[dict]:
    found = []
    for token in tokens:
        block = _block(token)
        if block is not None:
            found.append(block)
    return found


def _block(token: dict) -> dict | None:
    kind = token["type"]
    if kind == "heading":
        level = token["attrs"]["level"]
        return {"kind": "heading", "level": level, "content": _inlines(token["children"])}
    if kind in ("paragraph", "block_text"):
        return {"kind": "paragraph", "content": _inlines(token["children"])}
    if kind == "list":
        attributes = token["attrs"]
        return {
            "kind": "list",
            "ordered": attributes["ordered"],
            "start": attributes.get("start", 1),
            "items": [_blocks(item["children"]) for item in token["children"]],
        }
    if kind == "block_quote":
        return {"kind": "quote", "blocks": _blocks(token["children"])}
    if kind in ("block_code", "block_html"):
        return {"kind": "literal", "text": token["raw"].strip("\n")}
    if kind == "thematic_break":
        return {"kind": "rule"}
    if kind == "table":
        return _table(token)
    if kind == "blank_line":
        return None
    raise ReportError(f"Markdown of kind {kind!r} cannot be set in a report; write it plainly.")


def _table(token: dict) -> dict:
    head, *body = token["children"]
    return {
        "kind": "table",
        "caption": [],
        "note": [],
        "row_headers": False,
        "observations": [],
        "columns": [
            {"label": _inlines(cell["children"]), "align": cell["attrs"]["align"] or "left"}
            for cell in head["children"]
        ],
        "rows": [
            [_inlines(cell["children"]) for cell in row["children"]]
            for part in body
            for row in part["children"]
        ],
    }


def _inlines(tokens: list[dict]) -> list[dict]:
    found: list[dict] = []
    for token in tokens:
        item = _inline(token)
        if item["t"] == "text" and found and found[-1]["t"] == "text":
            found[-1] = {"t": "text", "s": found[-1]["s"] + item["s"]}
        else:
            found.append(item)
    return found


def _inline(token: dict) -> dict:
    kind = token["type"]
    if kind in ("text", "inline_html"):
        return {"t": "text", "s": token["raw"]}
    if kind == "softbreak":
        return {"t": "text", "s": " "}
    if kind == "linebreak":
        return {"t": "break"}
    if kind == "codespan":
        return {"t": "code", "s": html.unescape(token["raw"])}
    if kind in ("emphasis", "strong"):
        return {"t": kind, "c": _inlines(token["children"])}
    if kind == "link":
        return _link(token)
    if kind == "image":
        raise ReportError(
            f"A picture file ({token['attrs']['url']!r}) cannot be set in a report: "
            "show a chart of this package, which carries its numbers as a description."
        )
    raise ReportError(f"Markdown of kind {kind!r} cannot be set in a report; write it plainly.")


def _link(token: dict) -> dict:
    url, content = token["attrs"]["url"], _inlines(token["children"])
    source = _SOURCE.fullmatch(url)
    if source:
        return {"t": "cite", "source": int(source[1]), "c": content}
    if _WEB.fullmatch(url):
        return {"t": "link", "url": url, "c": content}
    raise ReportError(
        f"The link {url!r} of {plain(content)!r} leads nowhere in a report: "
        "expected #source-<number>, http(s):// or mailto:."
    )
