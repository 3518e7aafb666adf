"""Spreadsheet: read CSV text as people save it, with each row's number, and write it plainly."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import suggest
from .problems import Problem
from .text import tidy

LARGE = 8 << 20  # bytes of a table from which a fast reader pays
WIDEST = 1000  # columns; no table has a tenth of them

_DELIMITERS = (",", ";", "\t", "|")
_BLOCK = 4 << 20
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@dataclass
class Spreadsheet:
    """One table as text.

    Attributes
    ----------
    frame : pandas.DataFrame
        The cells by column name, as written; the index is the number of each record as a
        spreadsheet shows it (the header is row 1).  Without columns if nothing could be read.
    absent : frozenset of str
        Expected columns that the file lacks.
    problems : list of Problem
    """

    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    absent: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)


def read(
    file: str, content: bytes, expected: Sequence[str], optional: Collection[str] = ()
) -> Spreadsheet:
    """Read the bytes of a CSV file.

    Byte-order mark, CRLF, semicolons or tabs, a ``sep=`` line, blank records and blank
    trailing columns are taken for what they are: the same table.

    Parameters
    ----------
    file : str
        Name for problems.
    content : bytes
    expected : sequence of str
        Column names.
    optional : collection of str, optional
        Those of them that a file may lack.

    Returns
    -------
    Spreadsheet
        With every expected column; one that is missing is empty, and a problem if not optional.
    """
    if content.startswith(_WIDE_MARKS) or b"\0" in content[:4096]:
        return Spreadsheet(problems=[_not_utf8(file)])
    body = content.removeprefix(codecs.BOM_UTF8)
    body, delimiter = _without_sep_line(body)
    header = re.match(rb"[\r\n]*([^\r\n]*)", body)[1]
    if max(header.count(one.encode()) for one in _DELIMITERS) >= WIDEST:
        return Spreadsheet(problems=[_too_wide(file)])
    delimiter = delimiter or _delimiter(body, expected)
    found = _read_fast(body, delimiter, expected, optional) if len(body) >= LARGE else None
    return found or _read_careful(file, body, delimiter, expected, optional)


def written(names: Iterable[str], rows: Iterable[Sequence]) -> bytes:
    """Write a table the plain way: comma, LF, quotation marks only where a cell needs them."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return stream.getvalue().encode()


def _not_utf8(file: str) -> Problem:
    return Problem(
        file,
        1,
        "",
        None,
        "expected UTF-8 text, found UTF-16 or binary content",
        "open the file in the spreadsheet and save it as CSV UTF-8",
    )


def _too_wide(file: str) -> Problem:
    return Problem(
        file,
        1,
        "",
        None,
        f"expected a header row of at most {WIDEST} columns, found more",
        "put the file back, or delete what is no column of it",
    )


def _without_sep_line(body: bytes) -> tuple[bytes, str | None]:
    """Drop Excel's ``sep=;`` line, which is no row of the sheet."""
    hint = re.match(rb'"?sep=(.)"?[;,\t]*\r?\n', body[:20], re.IGNORECASE)
    return (body[hint.end() :], hint.group(1).decode("latin-1")) if hint else (body, None)


def _delimiter(body: bytes, expected: Sequence[str]) -> str:
    """Choose the delimiter under which the header holds most expected names."""
    header = _first_line(body)

    def known(delimiter):
        names = {cell.strip(' "\r') for cell in header.split(delimiter)}
        return len(names & set(expected))

    return max(_DELIMITERS, key=known)


def _first_line(body: bytes) -> str:
    start = re.match(rb"[\r\n]*", body).end()
    end = body.find(b"\n", start)
    return body[start : end if end >= 0 else None].decode("utf-8", "replace").strip()


def _read_fast(
    body: bytes, delimiter: str, expected: Sequence[str], optional: Collection[str] = ()
) -> Spreadsheet | None:
    """Read a file in good order; None if anything asks for a closer look."""
    import pyarrow as pa
    import pyarrow.csv

    names = _first_line(body).replace('"', "").split(delimiter)
    lacking = set(expected) - set(names)
    if len(set(names)) != len(names) or set(names) - set(expected) or lacking - set(optional):
        return None
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(body),
            pyarrow.csv.ReadOptions(block_size=_BLOCK),
            pyarrow.csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False
            ),
            pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
        )
    except pa.ArrowInvalid:
        return None
    frame = table.to_pandas().assign(**dict.fromkeys(lacking, ""))[list(expected)]
    # A record whose key does not begin with a visible sign is blank or swallowed by a quote.
    if not frame[expected[0]].str.contains(r'^[!-~][^\n\r"]*$').all():
        return None
    return Spreadsheet(frame.set_index(_rows(range(2, len(frame) + 2))))


def _read_careful(
    file: str, body: bytes, delimiter: str, expected: Sequence[str], optional: Collection[str] = ()
) -> Spreadsheet:
    problems: list[Problem] = []
    records = _records(file, body, delimiter, problems)
    if not records:
        problems.append(_no_header(file, expected))
        return Spreadsheet(problems=problems)
    (header_row, header), *records = records
    if len(header) > WIDEST:  # in quotation marks over many lines
        return Spreadsheet(problems=[*problems, _too_wide(file)])
    places = _places(file, header_row, header, expected, optional, problems)
    problems += _stray(file, header, records)
    # The cells of each record in the order expected; what it lacks is empty.
    width = len(header)
    order = [places.get(name, width) for name in expected]
    wide = ((*cells[:width], *[""] * (width + 1 - len(cells[:width]))) for _, cells in records)
    cells = np.array([[cells[place] for place in order] for cells in wide], object)
    cells = cells.reshape(len(records), len(order))  # also of no record
    frame = pd.DataFrame(cells, _rows([row for row, _ in records]), list(expected), object)
    return Spreadsheet(frame, frozenset({*expected} - {*places, *optional}), problems)


def _rows(numbers: Sequence[int]) -> pd.Index:
    return pd.Index(numbers, dtype="int64", name="row")


def _records(
    file: str, body: bytes, delimiter: str, problems: list[Problem]
) -> list[tuple[int, list[str]]]:
    """Split into numbered records that hold anything; a quoted line break starts none."""
    text = body.decode("utf-8", "replace")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[tuple[int, list[str]]] = []
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                records.append((row, cells))
    except csv.Error as error:
        problems.append(
            Problem(
                file,
                row + 1,
                "",
                None,
                f"expected quotation marks in pairs around a cell ({error})",
                'close the quotation mark, and write a mark inside a cell twice ("")',
            )
        )
    return records


def _no_header(file: str, expected: Sequence[str]) -> Problem:
    return Problem(
        file,
        None,
        "",
        None,
        "expected a header row and records, found nothing",
        f"put the file back; its first row is {','.join(expected)}",
    )


def _places(
    file: str,
    row: int,
    header: list[str],
    expected: Sequence[str],
    optional: Collection[str],
    problems: list[Problem],
) -> dict[str, int]:
    """Find each expected column; report what is missing, doubled or unknown."""
    names = [tidy(name) for name in header]
    unknown = [name for name in names if name and name not in expected]
    for name, count in Counter(names).items():
        if name in expected and count > 1:
            problems.append(
                Problem(
                    file,
                    row,
                    name,
                    None,
                    f"expected the column once, found it {count} times",
                    "delete all but one of them",
                )
            )
    for name in expected:
        near = [] if name in names else suggest(name, unknown, most=1)
        if near or name not in (*names, *optional):
            problems.append(_missing(file, row, name, near))
    for name in unknown:
        near = suggest(name, [one for one in expected if one not in names])
        if not near:
            problems.append(
                Problem(
                    file,
                    row,
                    name,
                    None,
                    "expected only columns named in datapackage.json",
                    "delete the column, or describe it in datapackage.json",
                )
            )
    return {name: place for place, name in reversed(list(enumerate(names))) if name in expected}


def _missing(file: str, row: int, name: str, near: list[str]) -> Problem:
    remedy = f"rename {near[0]!r} to {name!r}" if near else "add the column to the header row"
    return Problem(file, row, name, None, "expected this column, found none of that name", remedy)


def _stray(file: str, header: list[str], records: list) -> Iterator[Problem]:
    """Report cells with text that no column name stands above."""
    width, unnamed = len(header), [place for place, name in enumerate(header) if not name.strip()]
    for row, cells in records:
        stray = [cell for cell in cells[width:] if cell.strip()]
        stray = [cells[at] for at in unnamed if at < len(cells) and cells[at].strip()] + stray
        if stray:
            yield Problem(
                file,
                row,
                "",
                stray[0],
                f"expected no cell beyond the {width - len(unnamed)} columns of the header",
                "put a cell that holds the delimiter in quotation marks, or empty the cells "
                "beyond the last column",
            )
