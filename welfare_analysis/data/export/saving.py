"""Saving: a book, or figures picked from the data, as a file for people or programs."""

from __future__ import annotations

import csv
import datetime
import io
import os
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ... import arguments
from ...errors import UsageError
from ...files import write
from ...messages import get_language, known, message
from ...texts import Said, either
from ..catalogue import Catalogue
from ..figures import Observation, printed
from .book import Book, Sheet, figures_sheet, needs_rows
from .formats import FORMATS
from .values import written


def save_book(book: Book, path: str | os.PathLike) -> Path:
    """Write a book to a file by its ending; an old file stays until the new one is whole.

    ``.csv``, ``.xlsx``, ``.parquet``, ``.dta`` (Stata), ``.tex`` (LaTeX) or ``.sdmx.csv``.

    Raises
    ------
    UsageError
        If the file's name ends otherwise, its folder does not exist or cannot be written, or
        what writes Excel files is not installed.
    """
    path = checked(path, tuple(_WRITERS), "table")
    write(path, _WRITERS[_ending(path, _WRITERS)](book))
    return path


def checked(path: str | os.PathLike, forms: tuple[str, ...], what: str) -> Path:
    """Return a path whose ending and folder are right; refuse any other."""
    if not isinstance(path, str | os.PathLike):
        raise UsageError(Said("no-path", found=arguments.shown(path), ending=forms[0]))
    path = Path(path)
    if not _ending(path, forms):
        raise UsageError(Said(f"no-form-of-{what}", name=path.name, forms=either(forms)))
    if not path.parent.is_dir():
        raise UsageError(Said("no-folder", path=path, folder=path.parent))
    return path


def _ending(path: Path, forms: Iterable[str]) -> str:
    """Return the longest of the endings that a file's name has."""
    own = [form for form in forms if path.name.lower().endswith(form)]
    return max(own, key=len, default="")


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
        raise UsageError(Said("no-openpyxl")) from None
    from .workbook import workbook_bytes

    return workbook_bytes(book)


_WRITERS = {".csv": csv_bytes, ".xlsx": _workbook, **FORMATS}


@arguments.reads(data=arguments.data)
def save(
    data: Catalogue,
    rows: pd.DataFrame | Iterable[Observation],
    path: str | os.PathLike,
    language: str | None = None,
) -> Path:
    """Write rows of the data to a file with their sources.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame or iterable of Observation
        Such as `tidy`, `wide`, `select` and `audit` return.  A frame of observations is written
        with the name of each code, the range of each figure and its source; any other as it stands.
    path : path
        Its ending says the format: ``.csv``, ``.xlsx``, ``.parquet``, ``.dta`` (Stata), ``.tex``
        (LaTeX with booktabs), or ``.sdmx.csv`` (SDMX-CSV 2.0, for observations alone).
    language : {"vi", "en"}, optional
        Of names and comments; by default the one chosen by `set_language`.

    Examples
    --------
    >>> import tempfile
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = save(data, select(data, "poor_household_rate", "Sơn La"), f"{folder}/rates.csv")
    ...     file.stat().st_size > 0
    True
    """
    language = get_language() if language is None else known(language)
    figures = _figures(data, rows)
    if figures is None or "citation" in getattr(rows, "columns", ()):  # what `tidy` gives
        needs_rows(rows, "row")
        sheet, figures = _frame(rows, language), figures or ()
    else:
        needs_rows(figures, "observation")
        sheet = figures_sheet(figures, language)
    title = message("export-selection", language)
    return save_book(Book(title, "", (sheet,), language, data, tuple(figures)), path)


def _figures(data: Catalogue, rows) -> list[Observation] | None:
    """Return the observations that rows hold; None if they are no observations."""
    if isinstance(rows, pd.DataFrame):
        if not {"observation", "value"} <= set(rows.columns):
            return None
        return printed(data, rows)
    figures = list(rows) if isinstance(rows, Iterable) and not isinstance(rows, str) else [rows]
    wrong = [one for one in figures if not isinstance(one, Observation)]
    if wrong:
        raise UsageError(Said("not-to-save", kind=type(wrong[0]).__name__))
    return figures


def _frame(frame: pd.DataFrame, language: str) -> Sheet:
    named = [name for name in frame.index.names if name is not None]
    plain = frame.reset_index(names=named) if named else frame
    header = tuple(_label(name) for name in plain.columns)
    rows = tuple(tuple(map(_plain, row)) for row in plain.itertuples(index=False, name=None))
    return Sheet(message("export-table", language), header, rows)


def _label(name: object) -> str:
    return " ".join(str(part) for part in name if part) if isinstance(name, tuple) else str(name)


def _plain(value: object) -> object:
    """Turn what pandas holds into a number, a date, text or nothing."""
    if isinstance(value, tuple | list | set | frozenset):
        return " ".join(map(str, value))
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        midnight = value == value.normalize()
        return value.date() if midnight else value.tz_localize(None).to_pydatetime()
    if hasattr(value, "item"):  # a number of numpy
        return value.item()
    return value if isinstance(value, bool | int | float | datetime.date) else str(value)
