"""Workbook: a book as an Excel file; numbers stay numbers, and tokens stay text."""

from __future__ import annotations

import datetime
import io
import re

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...codes import is_known
from ...messages import message
from .book import Book, Sheet, figures_sheet
from .values import number_shown

_FILLS = {"good": "D6EFE7", "caution": "FBEBC8", "bad": "F8DAD6", "none": "EDEDED"}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# What XML cannot hold.
_UNWRITABLE = re.compile(f"{ILLEGAL_CHARACTERS_RE.pattern}|[\ufffe\uffff]")
_WIDEST, _NARROWEST = 60, 8
_TOP = Alignment(vertical="top", wrap_text=True)
_LINE = Border(bottom=Side("thin", color="808080"))


def workbook_bytes(book: Book) -> bytes:
    """Return a workbook: the sheets, the figures behind them, and the sources."""
    made = Workbook()
    made.remove(made.active)
    # No date of saving and no user's name: they say nothing of the figures.
    made.properties.creator = "welfare-analysis"
    made.properties.title = book.title
    sheets = list(book.sheets)
    if book.figures and all(sheet.shown for sheet in sheets):
        sheets.append(figures_sheet(book.figures, book.language))
    for sheet in sheets:
        _fill(made.create_sheet(_tab(sheet.name)), sheet, book)
    _about(made.create_sheet(_tab(message("export-about", book.language))), book)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _fill(page: Worksheet, sheet: Sheet, book: Book) -> None:
    if sheet.shown:
        _put(page.cell(1, 1), book.title).font = Font(bold=True, size=13)
    top = 3 if sheet.shown else 1
    for column, name in enumerate(sheet.header, start=1):
        cell = _put(page.cell(top, column), name)
        cell.font, cell.border, cell.alignment = Font(bold=True), _LINE, _TOP
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            cell = page.cell(top + 1 + number, column + 1)
            _put(cell, value, book.language if sheet.shown else None).alignment = _TOP
            if tone := sheet.tones.get((number, column)):
                cell.fill = PatternFill("solid", start_color=_FILLS[tone])
    if sheet.shown and book.note:
        _put(page.cell(top + len(sheet.rows) + 2, 1), book.note)
    page.freeze_panes = page.cell(top + 1, 2)
    _widths(page, sheet)


def _about(page: Worksheet, book: Book) -> None:
    """Say where the figures come from: the edition of the data, then every source."""
    language = book.language
    texts = {
        "title": book.title,
        "note": book.note,
        "edition": book.edition,
        "licence": message("export-licence-text", language),
    }
    lines = [(message(f"export-{name}", language), text) for name, text in texts.items()]
    sources = {figure.source: figure.source_row for figure in book.figures}
    for source in sorted(sources.values(), key=lambda row: row["number"]):
        parts = (source[key] for key in ("publisher", "title", "date_published", "url"))
        said = ". ".join(filter(is_known, parts))
        lines.append((f"[{source['number']}]", said or source["source"]))
    for number, line in enumerate((line for line in lines if line[1]), start=1):
        for column, value in enumerate(line, start=1):
            _put(page.cell(number, column), value).alignment = _TOP
        page.cell(number, 1).font = Font(bold=True)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 100


def _put(cell: Cell, value: object, language: str | None = None) -> Cell:
    """Put a value into a cell; with a language, text that shows a bare number becomes one."""
    if isinstance(value, str):
        number = number_shown(value, language) if language else None
        if number is None:
            # As text, whatever it begins with: Excel neither runs it nor takes it for a date.
            cell.value = _UNWRITABLE.sub("", "\n".join(value.splitlines()))
            cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
        else:
            cell.value, cell.number_format = number
    elif value is not None:
        cell.value = value
        if isinstance(value, datetime.date):
            cell.number_format = "yyyy-mm-dd"
    return cell


def _widths(page: Worksheet, sheet: Sheet) -> None:
    for column, name in enumerate(sheet.header):
        cells = [str(name), *(str(row[column]) for row in sheet.rows if row[column] is not None)]
        longest = max(map(len, cells))
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(column + 1)].width = width


def _tab(name: str) -> str:
    """Return a name that Excel allows for a tab."""
    return _FORBIDDEN.sub(" ", name)[:31]
