"""Markdown: what authors write in cells and templates, read as blocks and lines, and written.

Only text of authors is Markdown.  Values are put into it as lines once it is read, so that
nothing of the data can become a mark.  What is written here is for cells of a notebook.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from ..errors import ReportError
from . import document
from .document import Line, Part

_MARKS = re.compile(r"([\\`*_\[\]<>&~|#!$])")
_AROUND = {"emphasis": "*", "strong": "**"}
_SOURCE = re.compile(r"#source-(\d+)")


@lru_cache(maxsize=1)
def _reader():
    import mistune  # read only when something is shown

    return mistune.create_markdown(renderer=None, plugins=["table"])


def blocks(source: str, values: Mapping[str, str | Line] | None = None) -> list[dict]:
    """Read Markdown into a list of blocks.

    Parameters
    ----------
    source : str
        Markdown with tables; HTML in it is kept as literal text.
    values : mapping of str to str or Line, optional
        What stands in place of single letters, as `document.placeholders` gives them.

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
    >>> blocks("## A *title*")
    [{'kind': 'heading', 'level': 2, 'content': <Line 'A title'>}]
    """
    return _Reading(values or {}).blocks(_reader()(source))


def line(source: str, values: Mapping[str, str | Line] | None = None) -> Line:
    """Read one line of inline Markdown; block marks have no meaning here.

    Examples
    --------
    >>> document.as_json(line("- 5 [[1]](#source-1)"))
    ['- 5 ', {'t': 'cite', 'c': '[1]', 'source': 1}]
    """
    tokens = _reader().inline(source.strip(), {"ref_links": {}})
    return _Reading(values or {}).line(tokens)


def literal(text: object) -> str:
    r"""Escape plain text so that Markdown prints it as it stands, on one line.

    Examples
    --------
    >>> print(literal("a*b <i>"))
    a\*b \<i\>
    """
    return _MARKS.sub(r"\\\1", str(document.words(str(text))))


def written(content: Line | list[dict] | tuple[dict, ...]) -> str:
    r"""Write a line, or paragraphs, headings and lists, as Markdown.

    Examples
    --------
    >>> print(written(document.strong("a*b") + " " + document.cite(7, "[7]")))
    **a\*b** [[7]](#source-7)
    """
    if isinstance(content, Line):
        return "".join(map(_written, content))
    return "\n\n".join(map(_block, content))


def _written(part: Part) -> str:
    inner = written(part.c) if part.c else literal(part.s)
    if part.t == "code":
        return f"`{part.s}`"
    if part.t == "cite":
        return f"[{part.c}](#source-{part.source})"
    if part.t == "link":
        return f"[{inner}](<{part.url}>)"
    around = _AROUND.get(part.t, "")
    return "  \n" if part.t == "break" else f"{around}{inner}{around}"


def _block(block: dict) -> str:
    kind = block["kind"]
    if kind == "heading":
        return f"{'#' * block['level']} {written(block['content'])}"
    if kind == "list":
        mark = "1." if block["ordered"] else "-"
        items = (written(item).replace("\n", "\n  ") for item in block["items"])
        return "\n".join(f"{mark} {item}" for item in items)
    if kind == "quote":
        return "> " + written(block["blocks"]).replace("\n", "\n> ")
    return written(block["content"]) if kind == "paragraph" else block.get("text", "")


class _Reading:
    """The tokens of mistune turned into blocks and lines, with values in their places."""

    def __init__(self, values: Mapping[str, str | Line]):
        self.values = values

    def blocks(self, tokens: list[dict]) -> list[dict]:
        return [self.block(token) for token in tokens if token["type"] != "blank_line"]

    def block(self, token: dict) -> dict:
        kind = token["type"]
        if kind == "heading":
            level, content = token["attrs"]["level"], self.line(token["children"])
            return {"kind": "heading", "level": level, "content": content}
        if kind in ("paragraph", "block_text"):
            return {"kind": "paragraph", "content": self.line(token["children"])}
        if kind == "list":
            attributes = token["attrs"]
            return {
                "kind": "list",
                "ordered": attributes["ordered"],
                "start": attributes.get("start", 1),
                "items": [self.blocks(item["children"]) for item in token["children"]],
            }
        if kind == "block_quote":
            return {"kind": "quote", "blocks": self.blocks(token["children"])}
        if kind in ("block_code", "block_html"):
            text = str(document.filled(token["raw"].strip("\n"), self.values))
            return {"kind": "literal", "text": text}
        if kind == "thematic_break":
            return {"kind": "rule"}
        if kind == "table":
            return self.table(token)
        raise ReportError(f"Markdown of kind {kind!r} cannot be set in a report; write it plainly.")

    def table(self, token: dict) -> dict:
        head, *body = token["children"]
        return {
            "kind": "table",
            "caption": Line(),
            "note": Line(),
            "row_headers": False,
            "observations": [],
            "columns": [
                {"label": self.line(cell["children"]), "align": cell["attrs"]["align"] or "left"}
                for cell in head["children"]
            ],
            "rows": [
                [self.line(cell["children"]) for cell in row["children"]]
                for part in body
                for row in part["children"]
            ],
        }

    def line(self, tokens: list[dict]) -> Line:
        return Line(*map(self.part, tokens))

    def part(self, token: dict) -> str | Part | Line:
        kind = token["type"]
        if kind in ("text", "inline_html"):
            return document.filled(token["raw"], self.values)
        if kind == "softbreak":
            return " "
        if kind == "linebreak":
            return Part("break")
        if kind == "codespan":
            text = document.filled(html.unescape(token["raw"]), self.values)
            return document.code(str(text))
        if kind in ("emphasis", "strong"):
            return Part(kind, c=self.line(token["children"]))
        if kind == "link":
            return self.link(token)
        if kind == "image":
            raise ReportError(
                f"A picture file ({token['attrs']['url']!r}) cannot be set in a report: "
                "show a chart of this package, which carries its numbers as a description."
            )
        raise ReportError(f"Markdown of kind {kind!r} cannot be set in a report; write it plainly.")

    def link(self, token: dict) -> Part:
        url, content = token["attrs"]["url"], self.line(token["children"])
        source = _SOURCE.fullmatch(url)
        if source:
            return Part("cite", c=content, source=int(source[1]))
        if document.WEB.fullmatch(url):
            return Part("link", c=content, url=url)
        raise ReportError(
            f"The link {url!r} of {str(content)!r} leads nowhere in a report: "
            "expected #source-<number>, http(s):// or mailto:."
        )
