"""Pieces: what a view is put together from, and how Jupyter and the reports get it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...texts import capital
from ..document import MIME, Line, bundle, unique, words
from ..prose.annotations import each_once
from ..prose.references import References
from ..render import html
from ..tables import Table
from ..tables.building import columns
from ..writer import Writer


@dataclass(frozen=True)
class Folded:
    """Parts that open on demand, under a heading of plain text."""

    heading: str
    parts: tuple[Piece, ...]

    def __post_init__(self):
        object.__setattr__(self, "parts", _lines(self.parts))


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
        object.__setattr__(self, "parts", _lines(each_once(self.parts)))

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
        # Several views stand on one page: each has its own list of sources to link to.
        own = hashlib.sha256(self._plain().encode()).hexdigest()[:8]
        return html.part("notebook.html.j2", "view", self, f"{own}-")

    def _plain(self) -> str:
        return "\n\n".join([str(self.title), *filter(None, map(_plain, self.parts))])


def facts(writer: Writer, pairs: Sequence[tuple[str, str | Line]]) -> Table:
    """Set labels and their contents below one another; empty ones are left out."""
    rows = tuple((capital(label), content) for label, content in pairs if content)
    return Table("", columns(writer, "fact", "content"), rows, "", (), writer.language)


def _lines(parts: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(words(part) if isinstance(part, str) else part for part in parts)


def _flat(parts: Sequence[Piece]) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Folded):
            yield from _flat(part.parts)
        else:
            yield part


def _plain(part: Piece) -> str:
    if isinstance(part, Line):
        return str(part)
    if isinstance(part, Folded):
        return "\n\n".join([part.heading, *map(_plain, part.parts)])
    return part._repr_mimebundle_()["text/plain"]
