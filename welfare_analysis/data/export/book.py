"""Book: what is exported, as plain values on sheets, with its title, note and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import UsageError
from ...messages import message
from .figure_rows import COLUMNS, row

if TYPE_CHECKING:  # a page that carries no figure does without the data and pandas
    from ..figures import Observation


@dataclass(frozen=True)
class Sheet:
    """One table of plain values: numbers are numbers, dates are dates, the rest is text.

    Attributes
    ----------
    name : str
        The tab of a workbook.
    header : tuple of str
    rows : tuple of tuple
    shown : bool
        Whether the cells are text as people read it (with title and note around), or values.
    tones : mapping of (row, column) to str
        Cells tinted as in `Table`.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple, ...]
    shown: bool = False
    tones: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Book:
    """Sheets with what must travel with them.

    Attributes
    ----------
    title, note : str
        Plain text.
    sheets : tuple of Sheet
        A CSV file holds the first.
    language : {"vi", "en"}
    data : Catalogue or None
    figures : tuple of Observation
        The printed figures behind the sheets.
    """

    title: str
    note: str
    sheets: tuple[Sheet, ...]
    language: str
    data: object | None = None
    figures: tuple[Observation, ...] = ()

    @property
    def edition(self) -> str:
        """Version and revision of the data: ``2026.11.20 (ed9081ebb903)``."""
        return "" if self.data is None else f"{self.data.version} ({self.data.revision})"


def figures_sheet(figures: Sequence[Observation], language: str) -> Sheet:
    """Set printed figures on a sheet, one a row, each once."""
    rows = tuple(tuple(row(figure, language).values()) for figure in dict.fromkeys(figures))
    return Sheet(message("export-figures", language), tuple(COLUMNS), rows)


def needs_rows(rows: Sequence, what: str) -> None:
    """Refuse to write a file that says nothing."""
    if not len(rows):
        raise UsageError(f"No {what} to save: the selection is empty.")
