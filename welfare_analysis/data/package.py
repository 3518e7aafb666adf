"""Package: read the tables of a Data Package as text, and keep its hashes in step."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ..files import bytes_of, leads_out, write
from . import descriptor, spreadsheet
from .descriptor import DESCRIPTOR
from .fields import COLUMNS, OPTIONAL
from .problems import Problem
from .raw import RawTable, odd
from .spreadsheet import LARGE
from .text import TIDY, tidy, tidy_printed

_TIDY = {"as_printed": tidy_printed, "token": tidy_printed}


@dataclass
class RawPackage:
    """All tables of a data package as text, and what was wrong in reading them.

    Attributes
    ----------
    directory : pathlib.Path
    descriptor : dict
        Content of ``datapackage.json``.
    sheets : dict of str to RawTable
        Complete (every table of the library) unless the descriptor itself is damaged.
    problems : list of Problem
    changed : tuple of str
        Files that differ from the hash recorded for them.
    recorded : dict of str to int
        Rows that each table had when its hash was recorded.
    digests : dict of str to str
        Hash of every file as it was read, the descriptor's with them.
    large : bool
        Whether a table is too large to be kept.
    revision : str
        12 digits of the SHA-256 over the tables' content: the same figures have the same
        revision, whatever program saved them (of a large table, the file itself counts).
    """

    directory: Path
    descriptor: dict = field(default_factory=dict)
    sheets: dict[str, RawTable] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: tuple[str, ...] = ()
    recorded: dict[str, int] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    large: bool = False
    revision: str = ""

    @property
    def version(self) -> str:
        """Version of the package."""
        return str(self.descriptor.get("version", ""))

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Tables as plain frames of text; the index is the row in a spreadsheet."""
        return {name: sheet.frame for name, sheet in self.sheets.items()}


def read(directory: str | os.PathLike) -> RawPackage:
    """Read every table of a data package as text.

    Parameters
    ----------
    directory : path
        Folder with ``datapackage.json`` and the CSV files.

    Returns
    -------
    RawPackage
        What could be read; what could not stands in its `problems`.
    """
    raw = RawPackage(Path(directory))
    raw.descriptor = _descriptor(raw)
    if raw.problems:
        return raw
    changed, digests = [], []
    for resource in raw.descriptor["resources"]:
        if resource["name"] in COLUMNS:
            table, recorded, digest = _table(raw, resource)
            raw.sheets[table.name] = table
            if isinstance(resource.get("rows"), int):
                raw.recorded[table.name] = resource["rows"]
            digests.append(f"{table.name} {digest}\n")
            changed += [] if recorded else [table.file]
    if "themes" not in raw.sheets:
        raw.sheets["themes"] = _themes_of(raw.sheets["indicators"])
    for name in ("remarks", "breakdowns"):
        raw.sheets.setdefault(name, _without_rows(name))
    raw.changed = tuple(changed)
    raw.revision = hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()[:12]
    return raw


def holds(directory: Path, raw: RawPackage) -> bool:
    """Tell whether every file of a folder holds, byte for byte, what was read of a package."""
    try:
        return all(
            _sha256(content(directory, file)) == digest for file, digest in raw.digests.items()
        )
    except OSError:
        return False


def rewrite(directory: str | os.PathLike) -> list[str]:
    """Write every table the one plain way: comma, UTF-8, LF, the columns of its schema in order.

    A spreadsheet saves the same cells with semicolons, a byte-order mark or CRLF, which this
    library reads but other clients of the package do not.  No cell changes.

    Parameters
    ----------
    directory : path
        A package without problems.

    Returns
    -------
    list of str
        The files that were rewritten.
    """
    directory = Path(directory)
    described = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8-sig"))
    tables = {one["path"]: _names(one) for one in described["resources"] if one["name"] in COLUMNS}
    return [file for file, names in tables.items() if _rewrite(directory / file, names)]


def _rewrite(path: Path, names: list[str]) -> bool:
    """Write a table again the plain way; tell whether that changed its bytes.

    No cell changes: should the new text not read as the old one does, the file stays.
    """
    content = path.read_bytes()
    cells = spreadsheet.read(path.name, content, names).frame
    new = _plain(cells)
    again = spreadsheet.read(path.name, new, names).frame
    if new == content or again.to_dict("list") != cells.to_dict("list"):
        return False
    write(path, new)
    return True


def refresh(directory: str | os.PathLike) -> list[str]:
    """Write the hash, size and number of rows of every table into ``datapackage.json``.

    Parameters
    ----------
    directory : path

    Returns
    -------
    list of str
        The files whose entries changed.
    """
    path = Path(directory) / DESCRIPTOR
    described = json.loads(path.read_text(encoding="utf-8-sig"))
    changed = []
    for resource in described["resources"]:
        found = (path.parent / resource["path"]).read_bytes()
        entry = {"hash": _sha256(found), "bytes": len(found)}
        if resource["name"] in COLUMNS:
            sheet = spreadsheet.read(resource["path"], found, _names(resource))
            entry["rows"] = len(sheet.frame)
        if any(resource.get(key) != value for key, value in entry.items()):
            resource.update(entry)
            changed.append(resource["path"])
    if changed:
        write(path, (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode())
    return changed


def content(directory: Path, file: str) -> bytes:
    """Return the bytes of a file of a data package.

    Raises
    ------
    OSError
        Also for what is no file, such as a pipe, and for a link that leads out of the folder.
    """
    path = directory / file
    if leads_out(path, directory):
        raise OSError(errno.ELOOP, "it is a link that leads out of the folder", str(path))
    return bytes_of(path)


def _descriptor(raw: RawPackage) -> dict:
    """Read the descriptor; problems if the library cannot work with it."""
    try:
        found = content(raw.directory, DESCRIPTOR)
    except OSError as error:
        raw.problems.append(_unreadable(DESCRIPTOR, error))
        return {}
    raw.digests[DESCRIPTOR] = _sha256(found)
    described, problems = descriptor.read(found)
    raw.problems += problems
    return described


def _unreadable(file: str, error: OSError) -> Problem:
    message = f"expected a readable file ({error.strerror})"
    return Problem(file, None, "", None, message, "put the file back")


def _table(raw: RawPackage, resource: dict) -> tuple[RawTable, bool, str]:
    """Read one table; say whether its hash is the recorded one, and the digest of its content."""
    name, file, fields = resource["name"], resource["path"], resource["schema"]["fields"]
    expected = _names(resource)
    try:
        found = content(raw.directory, file)
    except OSError as error:
        raw.problems.append(_unreadable(file, error))
        return _absent(resource), True, ""
    sheet = spreadsheet.read(file, found, expected, OPTIONAL.get(name, ()))
    raw.problems += sheet.problems
    if sheet.frame.columns.empty:
        return _absent(resource), True, ""
    for column, cells in sheet.frame.items():
        spell = _TIDY.get(column, tidy)
        spelt = {text: spell(text) for text in odd(cells.unique(), TIDY)}
        if respelt := {text: new for text, new in spelt.items() if new != text}:
            sheet.frame[column] = cells.replace(respelt)
    raw.digests[file] = digest = _sha256(found)
    recorded = resource.get("hash") == digest
    if len(found) >= LARGE:
        raw.large = True
    else:  # the same, whatever program saved the table
        digest = _sha256(_plain(sheet.frame))
    lacking = [one for one in OPTIONAL.get(name, ()) if one not in sheet.frame]
    frame = sheet.frame.assign(**dict.fromkeys(lacking, "")) if lacking else sheet.frame
    return RawTable(name, file, fields, frame, sheet.absent), recorded, digest


def _themes_of(indicators: RawTable) -> RawTable:
    """Name the themes of a package without that table by their codes, as they come."""
    codes = [code for code in dict.fromkeys(indicators["theme"]) if code]
    rows = [
        [code, *[code.replace("_", " ")] * 2, "", "", str(n)] for n, code in enumerate(codes, 1)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS["themes"].split(), dtype=object)
    return RawTable("themes", "themes.csv", [], frame)


def _without_rows(name: str) -> RawTable:
    """Stand in for a table that a package need not have."""
    frame = pd.DataFrame(columns=COLUMNS[name].split(), dtype=object)
    return RawTable(name, f"{name}.csv", [], frame)


def _plain(frame: pd.DataFrame) -> bytes:
    return spreadsheet.written(frame.columns, frame.to_numpy().tolist())


def _absent(resource: dict) -> RawTable:
    names = [*dict.fromkeys((*_names(resource), *OPTIONAL.get(resource["name"], ())))]
    frame, fields = pd.DataFrame(columns=names, dtype=object), resource["schema"]["fields"]
    return RawTable(resource["name"], resource["path"], fields, frame, frozenset(names))


def _names(resource: dict) -> list[str]:
    return [one["name"] for one in resource["schema"]["fields"]]


def _sha256(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()
