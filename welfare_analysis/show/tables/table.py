"""Table: one table as shown, with its caption, its source note and the figures behind it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.export.book import Book, Sheet
from ...data.export.saving import save_book
from ...data.figures import Observation, observation
from ...data.notation import write
from ...messages import message
from ..clipboard import CopyButton
from ..document import Line, bundle, words
from ..prose.annotations import Annotated, Remark
from ..render.html import part
from ..text_table import text_table
from ..words import note


@dataclass(frozen=True)
class Column:
    """One column: its label and how its cells are aligned."""

    label: Line
    align: str = "left"

    def __post_init__(self):
        object.__setattr__(self, "label", words(self.label))


@dataclass(frozen=True)
class Table(Annotated):
    """A table ready to be shown.

    Attributes
    ----------
    caption, note : Line
        Given as text, a line or prose; the note begins or ends with the sources.
    columns : tuple of Column
    rows : tuple of tuple of Line
        Cells, given as text or lines; the first cell of a row heads it.
    observations : tuple of str
        Every printed figure in the table.
    sources : tuple of str
        Sources cited without a figure, such as those of poverty standards.
    language : {"vi", "en"}
    data : Catalogue or None
        Where the figures were taken from.
    remarks : tuple of Remark
        What people know of these figures, told below the note.
    tones : mapping of (row, column) to {"good", "caution", "bad", "none"}
        Cells that are tinted on the screen; the tint says nothing that the text does not.
    numbers : tuple of tuple of str
        What a page offers as a file instead of the cells: a row of headings, then plain rows.
    """

    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: Line
    observations: tuple[str, ...]
    language: str
    sources: tuple[str, ...] = ()
    data: Catalogue | None = field(default=None, repr=False, compare=False)
    remarks: tuple[Remark, ...] = ()
    tones: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False, compare=False)
    numbers: tuple[tuple[str, ...], ...] = field(default=(), repr=False)

    def __post_init__(self):
        rows = tuple(tuple(map(words, row)) for row in self.rows)
        for name, lines in (
            ("caption", words(self.caption)),
            ("note", words(self.note)),
            ("rows", rows),
        ):
            object.__setattr__(self, name, lines)

    def __repr__(self) -> str:
        return (
            f"<Table {str(self.caption)!r}: {len(self.rows)} rows, "
            f"{len(self.columns)} columns, {len(self.observations)} figures>"
        )

    @property
    def figures(self) -> tuple[Observation, ...]:
        """Every printed figure in the table, to be asked where it comes from."""
        return (
            ()
            if self.data is None
            else tuple(observation(self.data, name) for name in self.observations)
        )

    def first(self, most: int) -> Table:
        """Return the first rows; where that leaves some out, all of them go with it as a file.

        Examples
        --------
        >>> from welfare_analysis import load
        >>> from welfare_analysis.show.tables import statuses
        >>> data = load()
        >>> table = statuses(data, data.observations, "en").first(2)
        >>> len(table.rows), len(table.numbers) > 3
        (2, True)
        """
        if len(self.rows) <= most:
            return self
        numbers = {
            "shown": write(most, self.language),
            "total": write(len(self.rows), self.language),
        }
        said = message("table-first", self.language, **numbers)
        every = (self._labels, *self._cells)
        return replace(self, rows=self.rows[:most], numbers=every, note=note(said, self.note))

    def save(self, path: str | os.PathLike) -> Path:
        """Write the table with its source note to a file in one of the formats of `save`.

        A CSV file holds the cells as shown; note and edition of the data are its last columns.
        An Excel file holds the table with title and note, the printed figures behind it as
        numbers and dates, and the sources, each on a sheet.
        """
        return save_book(self._book, path)

    def to_clipboard(self) -> CopyButton:
        """Return a button that copies the table with its source note, to be shown in Jupyter."""
        return CopyButton(self._book, self._html())

    @property
    def _labels(self) -> tuple[str, ...]:
        return tuple(str(column.label) for column in self.columns)

    @property
    def _cells(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(str, row)) for row in self.rows)

    @property
    def _book(self) -> Book:
        name = message("export-table", self.language)
        sheet = Sheet(name, self._labels, self._cells, True, self.tones)
        caption, note = str(self.caption), str(self.below)
        return Book(caption, note, (sheet,), self.language, self.data, self.figures)

    @property
    def frame(self) -> pd.DataFrame:
        """The cells as text in a plain DataFrame, to save or to work on."""
        return pd.DataFrame(self._cells, columns=self._labels)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "table",
            "language": self.language,
            "caption": self.caption,
            "columns": [vars(column) for column in self.columns],
            "rows": self.rows,
            "note": self.below,
            "observations": self.observations,
            "row_headers": True,
        }
        if self.numbers:
            content["numbers"] = self.numbers
        return bundle(content, html=self._html(), plain=self._plain())

    def _html(self) -> str:
        return part("notebook.html.j2", "table", self)

    def _plain(self) -> str:
        right = [column.align == "right" for column in self.columns]
        cells = text_table(self._labels, self._cells, right)
        return "\n".join(filter(None, [str(self.caption), cells, str(self.below)]))
