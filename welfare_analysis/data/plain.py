"""Plain: tables written the one way that every client of the data package reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ..files import write
from . import spreadsheet


def written(names: Sequence[str], columns: Sequence[list[str]]) -> bytes:
    """Write columns as CSV: comma, LF, quotation marks only where a cell needs them."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(zip(*columns, strict=True))
    return stream.getvalue().encode()


def rewrite(path: Path, names: Sequence[str]) -> bool:
    """Write a table again the plain way; tell whether that changed its bytes.

    No cell changes: should the new text not read as the old one does, the file stays.
    """
    content = path.read_bytes()
    cells = _cells(path, content, names)
    new = written(names, list(cells.values()))
    if new == content or _cells(path, new, names) != cells:
        return False
    write(path, new)
    return True


def _cells(path: Path, content: bytes, names: Sequence[str]) -> dict[str, list[str]]:
    columns = spreadsheet.read(path.name, content, names).columns
    return {name: columns[name].to_pylist() for name in names}
