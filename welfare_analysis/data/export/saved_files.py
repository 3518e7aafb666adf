"""Saved files: a book written as CSV or Excel, whole or not at all."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from ...errors import UsageError
from ...files import write
from ...messages import message
from .book import Book
from .cell_values import written


def save(book: Book, path: str | os.PathLike) -> Path:
    """Write a book to a ``.csv`` or ``.xlsx`` file; an old file stays until the new one is whole.

    Raises
    ------
    UsageError
        If the file's name ends otherwise, its folder does not exist or cannot be written, or
        what writes Excel files is not installed.
    """
    path = checked(path, (".csv", ".xlsx"), "table")
    content = csv_bytes(book) if path.suffix.lower() == ".csv" else _workbook(book)
    write(path, content)
    return path


def checked(path: str | os.PathLike, forms: tuple[str, ...], what: str) -> Path:
    """Return a path whose ending and folder are right; refuse any other."""
    if not isinstance(path, str | os.PathLike):
        raise UsageError(f"Save to a file's name, not to {path!r}: 'name{forms[0]}'.")
    path = Path(path)
    if path.suffix.lower() not in forms:
        raise UsageError(f"{path.name!r}: a {what} is saved as {' or '.join(forms)}.")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: the folder {path.parent} does not exist; make it first.")
    return path


def csv_bytes(book: Book) -> bytes:
    """Return the first sheet as CSV, its note and the edition of the data in every row."""
    sheet, language = book.sheets[0], book.language
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    heads, cells = [], []
    for name, text in (("note", book.note), ("edition", book.edition)):
        if text:
            heads.append(message(f"export-{name}", language) if sheet.shown else f"data_{name}")
            cells.append(text)
    writer.writerow([written(name) for name in (*sheet.header, *heads)])
    writer.writerows([written(value) for value in (*row, *cells)] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def tab_separated(book: Book) -> str:
    """Return the first sheet as text to be pasted into a spreadsheet, note and edition below."""
    sheet = book.sheets[0]
    lines = [sheet.header, *sheet.rows, *((line,) for line in (book.note, book.edition) if line)]
    return "\n".join("\t".join(_flat(written(value)) for value in line) for line in lines)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _workbook(book: Book) -> bytes:
    try:
        import openpyxl  # noqa: F401 - only to see whether it is there
    except ImportError:
        raise UsageError(
            "Saving as .xlsx needs the package openpyxl, which is not installed: "
            "pip install 'welfare-analysis[explore]'. Or save as .csv."
        ) from None
    from .workbook import workbook_bytes

    return workbook_bytes(book)
