"""Citations: links from the text to the list of sources, and back to the places that cite."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from .. import markdown
from .markup import Markup, element, is_safe_address, text, together


class Citations:
    """Sets inline content and remembers where each source is cited.

    A place is what a reader can name: a section, a figure or a table.  The first citation of a
    source in each place gets an anchor, so that its entry can lead back there.

    Parameters
    ----------
    place : str
        Where the text begins: the report's title.
    """

    def __init__(self, place: str):
        self.place = place
        self._places: dict[int, dict[str, str]] = {}

    @contextlib.contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Take what is cited meanwhile for cited in a figure or table."""
        before, self.place = self.place, place
        try:
            yield
        finally:
            self.place = before

    def places(self, source: int) -> list[tuple[str, str]]:
        """List the places that cite a source: anchor and name, in the order of the text."""
        return [(anchor, place) for place, anchor in self._places.get(source, {}).items()]

    def inline(self, items: list[dict]) -> Markup:
        """Return inline content of the document model as markup."""
        return together(*(self._item(item) for item in items))

    def _item(self, item: dict) -> Markup:
        kind = item["t"]
        if kind == "text":
            return text(item["s"])
        if kind == "code":
            return element("code", item["s"])
        if kind == "break":
            return element("br")
        if kind == "emphasis":
            return element("em", self.inline(item["c"]))
        if kind == "strong":
            return element("strong", self.inline(item["c"]))
        if kind == "cite":
            return self._cite(item)
        if kind == "link" and is_safe_address(item["url"]):
            return element("a", self.inline(item["c"]), href=item["url"], rel="noreferrer")
        return self.inline(item["c"])

    def _cite(self, item: dict) -> Markup:
        source = item["source"]
        places = self._places.setdefault(source, {})
        anchor = None
        if self.place not in places:
            anchor = places[self.place] = f"cite-{source}-{len(places) + 1}"
        shown = markdown.plain(item["c"]).replace(" ", "\u00a0")
        return element("a", shown, href=f"#source-{source}", id=anchor, class_="cite")
