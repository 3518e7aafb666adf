"""Inline text: plain text made literal, and inline Markdown turned into HTML or plain text.

Titles, captions, cells and notes are one line of inline Markdown; everything that comes from the
data passes through `literal`, so that a star or an angle bracket in a title stays one.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

_MARKS = re.compile(r"([\\`*_\[\]<>&~|#!$])")
_SPACE = re.compile(r"\s*\n\s*")
_SAFE_LINK = re.compile(r"#source-\d+|(https?://|mailto:)\S+", re.IGNORECASE)


def literal(text: str) -> str:
    r"""Escape plain text so that Markdown prints it as it stands, on one line.

    Examples
    --------
    >>> print(literal("a*b <i>"))
    a\*b \<i\>
    """
    return _MARKS.sub(r"\\\1", _SPACE.sub(" ", str(text)))


def html_of(markdown: str) -> str:
    """Turn inline Markdown into safe HTML: emphasis, code and links, nothing else."""
    return "".join(_html(token) for token in _tokens(markdown))


def text_of(markdown: str) -> str:
    """Return the words of inline Markdown without its marks."""
    return "".join(_text(token) for token in _tokens(markdown))


def markdown_of(text: object) -> str:
    """Return inline Markdown for a title: prose keeps its marks, a string is literal text."""
    markdown = getattr(text, "markdown", None)
    return literal(text) if markdown is None else _SPACE.sub(" ", markdown.strip())


@lru_cache(maxsize=4096)
def _tokens(markdown: str) -> list[dict]:  # read only: shown as HTML and as words
    return _reader().inline(markdown, {"ref_links": {}})


@lru_cache(maxsize=1)
def _reader():
    import mistune  # read only when something is shown

    return mistune.create_markdown(renderer=None)


_TAGS = {"emphasis": "em", "strong": "strong"}


def _html(token: dict) -> str:
    kind = token["type"]
    inner = "".join(map(_html, token.get("children", ())))
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
    if kind == "codespan":
        return f"<code>{html.escape(html.unescape(token['raw']))}</code>"
    if kind == "link":
        url = token["attrs"]["url"]
        return f'<a href="{html.escape(url)}">{inner}</a>' if _SAFE_LINK.fullmatch(url) else inner
    if kind == "linebreak":
        return "<br>"
    return inner or html.escape(_text(token))


def _text(token: dict) -> str:
    if token["type"] in ("softbreak", "linebreak"):
        return " "
    if "children" in token:
        return "".join(map(_text, token["children"]))
    raw = token.get("raw", "")
    return html.unescape(raw) if token["type"] == "codespan" else raw
