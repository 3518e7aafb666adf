"""Additions: filled rows checked together with the data, and taken into it or refused."""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..data import package, spreadsheet, validation
from ..data.descriptor import DESCRIPTOR
from ..data.problems import Problem
from ..data.text import tidy, tidy_printed
from ..errors import DataProblems, UsageError
from ..files import bytes_of, staged
from .proposals import HINTS, REASONS

_EXCLUSION = ("source", "paragraph", "token")


class Added(NamedTuple):
    """How many rows of a filled proposal went where."""

    observations: int
    exclusions: int
    left_out: int


def append(directory: str | os.PathLike, path: str | os.PathLike) -> Added:
    """Check filled rows and add them to the data; nothing changes on a problem.

    A row with an ``observation``, or with an ``indicator`` that is no guess, goes to
    ``observations.csv``; one without, but with a reason, to ``exclusions.csv``; the others are
    left out.  A row whose ``confirm`` is not emptied holds guesses that nobody has confirmed: it
    is refused once it has an ``observation``, and left out before.

    Parameters
    ----------
    directory : path
        The data package.
    path : path
        A proposal, filled in and saved by any spreadsheet as CSV UTF-8.

    Returns
    -------
    Added

    Raises
    ------
    DataProblems
        If the file cannot be read, or the data would not be valid with the new rows; the
        problems name the rows of the file.
    UsageError
        If there is no such file, or nothing in it is filled in.
    """
    directory, path = Path(directory), Path(path)
    raw = package.read(directory)
    if raw.problems:
        raise DataProblems(raw.problems)
    filled = _read(path, list(raw.sheets["observations"].frame))
    guessed = filled["confirm"] != ""
    figures = (filled["observation"] != "") | ((filled["indicator"] != "") & ~guessed)
    reasoned = ~figures & (filled["known"] == "") & (filled[[*REASONS]] != "").any(axis=1)
    if not figures.any() and not reasoned.any():
        raise UsageError(
            f"Nothing is filled in in {path}: a figure needs observation and indicator at least, "
            "digits that are no figure need reason_vi and reason_en."
        )
    if (figures & guessed).any():
        raise DataProblems(_unconfirmed(path.name, filled.loc[figures & guessed, "confirm"]))
    new = {
        "observations": filled.loc[figures, list(raw.sheets["observations"].frame)],
        "exclusions": _new_exclusions(raw, filled[reasoned]),
    }
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        for name in (DESCRIPTOR, *(sheet.file for sheet in raw.sheets.values())):
            (trial / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(directory / name, trial / name)
        for table, rows in new.items():
            _extend(trial, raw.sheets[table], rows)
        package.refresh(trial)
        problems = _placed(package.read(trial), new, path.name)
        if problems:
            raise DataProblems(problems)
        changed = [raw.sheets[table].file for table, rows in new.items() if len(rows)]
        names = [*changed, DESCRIPTOR] if changed else []
        # Should the machine stop between two of them, the data are whole: only hashes lag behind,
        # which ``validate --refresh`` mends.
        with staged({directory / name: (trial / name).read_bytes() for name in names}):
            pass
    added = [len(rows) for rows in new.values()]
    return Added(*added, left_out=int((~figures & ~reasoned).sum()))


def _unconfirmed(file: str, rows: pd.Series) -> list[Problem]:
    message = "expected no guess left: these columns are proposed and not confirmed"
    remedy = "compare each with the article, correct it, then empty the cell confirm"
    return [Problem(file, int(row), "confirm", cell, message, remedy) for row, cell in rows.items()]


def _read(path: Path, columns: list[str]) -> pd.DataFrame:
    """Read a filled proposal; the index is the row in a spreadsheet."""
    try:
        content = bytes_of(path)
    except OSError as error:
        raise UsageError(
            f"No file {path} ({error.strerror}): name the CSV that curate wrote and you filled in."
        ) from None
    sheet = spreadsheet.read(path.name, content, [*columns, *HINTS, *REASONS])
    if sheet.absent == {*columns, *HINTS, *REASONS}:
        raise UsageError(
            f"{path} is no filled proposal: expected the CSV that curate wrote, with the columns "
            "observation, indicator, area, …. To propose the figures of a text, leave out --append."
        )
    helpful = {*HINTS, *REASONS}
    problems = [one for one in sheet.problems if one.column not in helpful]
    if problems:
        raise DataProblems(problems)
    spell = {"as_printed": tidy_printed}
    return sheet.frame.apply(lambda cells: cells.map(spell.get(cells.name, tidy))).astype(object)


def _new_exclusions(raw: package.RawPackage, rows: pd.DataFrame) -> pd.DataFrame:
    """Shape exclusions as their table; what it holds already is not added twice."""
    table = raw.sheets["exclusions"].frame
    shaped = rows.rename(columns={"as_printed": "token"}).reindex(
        columns=table.columns, fill_value=""
    )
    held = Counter(table[[*_EXCLUSION]].itertuples(index=False, name=None))
    seen: Counter = Counter()
    fresh = []
    for key in shaped[[*_EXCLUSION]].itertuples(index=False, name=None):
        seen[key] += 1
        fresh.append(seen[key] > held[key])
    return shaped[fresh]


def _extend(folder: Path, sheet: package.RawTable, rows: pd.DataFrame) -> None:
    """Add rows to a table: a plain file keeps its bytes, one a spreadsheet saved is made plain."""
    path = folder / sheet.file
    content = path.read_bytes()
    # A column that the package lacks is only written, and then refused, where it is filled in.
    described = {field["name"] for field in sheet.fields}
    columns = [one for one in sheet.frame if one in described or (rows[one] != "").any()]
    header = ",".join(columns).encode()
    plain = content.startswith(header + b"\n") and content.endswith(b"\n") and b"\r" not in content
    if not len(rows):
        return
    if not plain:
        content = header + b"\n" + _csv(sheet.frame[columns])
    path.write_bytes(content + _csv(rows[columns]))


def _csv(rows: pd.DataFrame) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows.itertuples(index=False, name=None))
    return stream.getvalue().encode()


def _placed(raw: package.RawPackage, new: dict[str, pd.DataFrame], name: str) -> Sequence[Problem]:
    """Check the package, and name the rows of the filled file where a new row is at fault."""
    origin = {}
    for table, rows in new.items():
        sheet = raw.sheets[table]
        ends = sheet.frame.index[len(sheet) - len(rows) :]
        origin |= {
            (sheet.file, int(row)): int(first) for row, first in zip(ends, rows.index, strict=True)
        }
    return [
        replace(one, file=name, row=origin[one.file, one.row])
        if (one.file, one.row) in origin
        else one
        for one in validation.check(raw)
    ]
