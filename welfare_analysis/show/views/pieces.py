"""Parts: what a view is put together from, and how Jupyter and the reports get it."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import MIME, Line, bundle, unique, words
from ..inline import html_of
from ..prose.references import References
from ..tables import Table
from ..tables.building import columns
from ..words import capital
from ..writer import Writer

# As in tables: colours follow the page, light or dark, so that none is named.
_FOLDED = "margin:.6em 0;padding:.2em .7em;border-left:3px solid rgba(128,128,128,.45)"


@dataclass(frozen=True)
class Folded:
    """Parts that open on demand, under a heading of plain text."""

    heading: str
    parts: tuple[Piece, ...]


Piece = str | Line | Table | References | Folded


@dataclass(frozen=True)
class View:
    """An object as Jupyter shows it: a title, and paragraphs and tables below.

    Attributes
    ----------
    title : str or Line
    parts : tuple of str, Line, Table, References or Folded
        A string or a line is a paragraph.
    language : {"vi", "en"}
    """

    title: Line
    parts: tuple[Piece, ...]
    language: str

    def __post_init__(self):
        object.__setattr__(self, "title", words(self.title))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, folded ones included."""
        return tuple(part for part in _flat(self.parts) if isinstance(part, Table))

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of every printed figure shown."""
        return unique(name for table in self.tables for name in table.observations)

    def __repr__(self) -> str:
        return self._plain()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        shown = [part for part in self.parts if isinstance(part, Table)]
        content = {
            "kind": "view",
            "language": self.language,
            "title": self.title,
            "tables": [table._repr_mimebundle_()[MIME] for table in shown],
            "observations": self.observations,
        }
        return bundle(content, html=self._html(), plain=self._plain())

    def _html(self) -> str:
        title = f'<p style="font-size:1.15em"><b>{html_of(self.title)}</b></p>'
        body = title + "".join(map(_html, self.parts))
        # Several views stand on one page: each has its own list of sources to link to.
        own = hashlib.sha256(body.encode()).hexdigest()[:8]
        link = f'style="white-space:nowrap" href="#{own}-source-'
        body = body.replace('href="#source-', link)
        body = body.replace('id="source-', f'id="{own}-source-')
        return f'<div lang="{html.escape(self.language)}">{body}</div>'

    def _plain(self) -> str:
        return "\n\n".join([str(self.title), *filter(None, map(_plain, self.parts))])


def facts(writer: Writer, pairs: Sequence[tuple[str, str | Line]]) -> Table:
    """Set labels and their contents below one another; empty ones are left out."""
    rows = tuple((capital(label), content) for label, content in pairs if content)
    return Table("", columns(writer, "fact", "content"), rows, "", (), writer.language)


def _flat(parts: Sequence[Piece]) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Folded):
            yield from _flat(part.parts)
        else:
            yield part


def _html(part: Piece) -> str:
    if isinstance(part, str | Line):
        return f"<p>{html_of(words(part))}</p>"
    if isinstance(part, Folded):
        inner = "".join(map(_html, part.parts))
        summary = f'<summary style="cursor:pointer"><b>{html.escape(part.heading)}</b></summary>'
        return f'<details style="{_FOLDED}">{summary}{inner}</details>'
    return part._repr_mimebundle_()["text/html"]


def _plain(part: Piece) -> str:
    if isinstance(part, str | Line):
        return str(part)
    if isinstance(part, Folded):
        return "\n\n".join([part.heading, *map(_plain, part.parts)])
    return part._repr_mimebundle_()["text/plain"]
