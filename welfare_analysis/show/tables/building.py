"""Parts: columns, cells and notes that several tables share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...data.figures import Observation
from ...messages import message
from .. import words
from ..bundle import unique
from ..inline import literal, markdown_of
from .table import Column, Table

Rows = list[tuple[str, ...]]


def label(name: str, language: str) -> str:
    """Write a label of the catalogue ``tables.ftl``, beginning with a capital."""
    return words.capital(message(f"table-{name}", language))


def columns(language: str, *names: str) -> tuple[Column, ...]:
    """Make columns; a name that begins with ``>`` is aligned to the right."""
    return tuple(
        Column(label(name.lstrip(">"), language), "right" if name.startswith(">") else "left")
        for name in names
    )


def figure_cell(figure: words.Figure, language: str) -> str:
    """Write a figure for a column of figures, flags beside it, its citation elsewhere."""
    return literal(words.flagged(figure, language))


def cited_cell(figure: words.Figure, language: str) -> str:
    """Write a figure with flags and citation in one cell."""
    return f"{literal(words.flagged(figure, language))} {figure.citation(language)}"


def finished(
    language: str,
    caption: object,
    heads: Sequence[Column],
    rows: Rows,
    figures: Sequence[words.Figure],
    notes: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> Table:
    """Put a table together; the sources of its figures end its note."""
    note = words.note(*notes, words.source_line(figures, language))
    names = unique(name for figure in figures for name in figure.observations)
    names = unique((*names, *getattr(caption, "observations", ())))
    data = next((words.first_input(figure).data for figure in figures), None)
    return Table(
        markdown_of(caption), tuple(heads), tuple(rows), note, names, language, tuple(sources), data
    )


class Footnotes:
    """Comments of the curators, lettered in the order in which a table first needs them."""

    def __init__(self, language: str, *, shown: bool = True):
        self.language, self.shown = language, shown
        self._letters: dict[str, str] = {}

    def mark(self, *figures: Observation) -> str:
        """Return the marks of the comments on figures: `` (a)``, or nothing."""
        texts = unique(text for figure in figures for text in self._texts(figure))
        marks = [self._letters.setdefault(text, _letter(len(self._letters))) for text in texts]
        return f" ({', '.join(marks)})" if marks else ""

    def _texts(self, figure: Observation) -> list[str]:
        wanted = self.shown and words.needs_comment(figure)
        return [figure.row[f"comment_{self.language}"]] if wanted else []

    @property
    def lines(self) -> list[str]:
        """The comments with their letters, as inline Markdown."""
        return [f"({letter}) {literal(text)}" for text, letter in self._letters.items()]


def _letter(number: int) -> str:
    """Count a, b, …, z, aa, ab, …."""
    first, last = divmod(number, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def without_empty(
    heads: Sequence[Column], rows: Rows, empty: tuple[str, ...] = ("", "\u2013")
) -> tuple[list[Column], Rows]:
    """Leave out the columns that say nothing in any row."""
    kept = [place for place in range(len(heads)) if any(row[place] not in empty for row in rows)]
    return [heads[place] for place in kept], [tuple(row[place] for place in kept) for row in rows]
