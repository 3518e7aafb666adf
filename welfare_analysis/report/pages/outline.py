"""Outline: the headings of a page, their anchors and the table of contents made of them."""

from __future__ import annotations

import re
import unicodedata

from .markup import Markup, element

_LONGEST = 60


class Outline:
    """Gives every heading an anchor that says what it is, and lists the headings."""

    def __init__(self):
        self._entries: list[tuple[int, str, str]] = []
        self._taken: set[str] = set()

    def add(self, level: int, words: str) -> str:
        """Note a heading; return its anchor."""
        anchor = name = slug(words)
        number = 1
        while anchor in self._taken:
            number += 1
            anchor = f"{name}-{number}"
        self._taken.add(anchor)
        self._entries.append((level, words, anchor))
        return anchor

    def contents(self, label: str) -> Markup:
        """Return the table of contents: the headings of the first level."""
        items = [
            element("li", element("a", words, href=f"#{anchor}"))
            for level, words, anchor in self._entries
            if level == 1 and words.strip()
        ]
        title = element("p", label, id="contents", class_="contents-title")
        return element("nav", title, element("ol", items), aria_labelledby="contents")


def slug(words: str) -> str:
    """Return an anchor made of a heading's letters, without marks.

    Examples
    --------
    >>> slug("Tỷ lệ hộ nghèo: Đà Nẵng?")
    's-ty-le-ho-ngheo-da-nang'
    """
    plain = words.lower().replace("đ", "d")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "s-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
