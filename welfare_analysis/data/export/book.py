"""Book: what is exported, as plain values on sheets, with its title, note and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...codes import is_known
from ...errors import UsageError
from ...messages import message
from ...texts import Said

if TYPE_CHECKING:  # a page that carries no figure does without the data and pandas
    from ..figures import Observation


# Name and type of every column, as CSV on the Web calls them.
COLUMNS = {
    "observation": "string",
    "indicator": "string",
    "indicator_title": "string",
    "breakdown": "string",
    "area": "string",
    "area_name": "string",
    "period_start": "date",
    "period_end": "date",
    "period_basis": "string",
    "measure": "string",
    "as_printed": "string",
    "qualifier": "string",
    "value": "number",
    "low": "number",
    "high": "number",
    "interval": "string",
    "unit": "string",
    "unit_label": "string",
    "status": "string",
    "standard": "string",
    "standard_basis": "string",
    "source": "string",
    "source_number": "integer",
    "publisher": "string",
    "source_title": "string",
    "paragraph": "integer",
    "url": "anyURI",
    "comment": "string",
}
_COPIED = (
    "observation",
    "breakdown",
    "area",
    "period_basis",
    "measure",
    "as_printed",
    "qualifier",
    "unit",
    "status",
    "standard",
    "source",
)


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
        raise UsageError(Said("nothing-to-save", what=Said(f"kind-{what}")))


def row(figure: Observation, language: str) -> dict:
    """Return a printed figure as plain values, each under its column; empty is None."""
    (low, high), source = figure.interval.ends, figure.source_row
    cells = {name: getattr(figure, name) for name in _COPIED}
    cells |= {
        "indicator": figure.base,
        "indicator_title": figure.indicator_row[f"title_{language}"],
        "area_name": figure.area_row[f"name_{language}"],
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "value": figure.value,
        "low": low,
        "high": high,
        "interval": str(figure.interval),
        "unit_label": figure.unit_row["symbol"] or figure.unit_row[f"label_{language}"],
        "standard_basis": figure.row["standard_basis"],
        "source_number": int(source["number"]),
        "publisher": source["publisher"],
        "source_title": source["title"],
        "paragraph": figure.paragraph,
        "url": source["url"] if source["url"].startswith("http") else None,
        "comment": figure.row[f"comment_{language}"],
    }
    return {name: cells[name] if is_known(cells[name]) else None for name in COLUMNS}


def absent(area: dict, language: str) -> dict:
    """Return the row of an area that has no figure: status M, and nothing else."""
    known = {"area": area["area"], "area_name": area[f"name_{language}"], "status": "M"}
    return dict.fromkeys(COLUMNS) | known
