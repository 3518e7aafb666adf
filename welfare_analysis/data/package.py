"""Package: read the tables of a Data Package as text, and keep its hashes in step."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pandas as pd

from ..files import write
from . import spreadsheet
from .problems import Problem, listed
from .raw import RawTable, odd
from .spreadsheet import LARGE
from .text import TIDY, tidy, tidy_printed

DESCRIPTOR = "datapackage.json"
_TIDY = {"as_printed": tidy_printed, "token": tidy_printed}

# What the library reads by name; a descriptor may describe more.
COLUMNS = {
    "observations": "observation indicator area period_start period_end value unit measure status "
    "qualifier standard period_basis confidence source paragraph as_printed related_to "
    "comment_vi comment_en",
    "indicators": "indicator concept theme title_vi title_en definition_vi definition_en unit "
    "temporal counted lower upper direction aggregation numerator denominator",
    "areas": "area level parent name_vi name_en aliases admin_code admin_code_list "
    "admin_code_vintage iso_3166_2 valid_from valid_to comment_vi comment_en",
    "sources": "source number kind publisher edition_vi edition_en title author date_published "
    "date_read url language sha256 archive reliability reliability_vi reliability_en "
    "independent_of comment_vi comment_en",
    "standards": "standard owner_area title_vi title_en label_vi label_en valid_from valid_to "
    "income_rural income_urban near_poor_rural near_poor_urban income_unit deprivations indicators "
    "instrument source confidence comment_vi comment_en",
    "units": "unit label_vi label_en plural_en symbol kind",
    "exclusions": "source paragraph token reason_vi reason_en",
}


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
    raw.changed = tuple(changed)
    raw.revision = hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()[:12]
    return raw


def unchanged(raw: RawPackage) -> bool:
    """Tell whether every file still holds, byte for byte, what was read of it."""
    try:
        return all(
            _sha256((raw.directory / file).read_bytes()) == digest
            for file, digest in raw.digests.items()
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
    descriptor = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8-sig"))
    tables = {one["path"]: _names(one) for one in descriptor["resources"] if one["name"] in COLUMNS}
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
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    changed = []
    for resource in descriptor["resources"]:
        content = (path.parent / resource["path"]).read_bytes()
        entry = {"hash": _sha256(content), "bytes": len(content)}
        if resource["name"] in COLUMNS:
            sheet = spreadsheet.read(resource["path"], content, _names(resource))
            entry["rows"] = len(sheet.frame)
        if any(resource.get(key) != value for key, value in entry.items()):
            resource.update(entry)
            changed.append(resource["path"])
    if changed:
        write(path, (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode())
    return changed


def _descriptor(raw: RawPackage) -> dict:
    """Read the descriptor; problems if the library cannot work with it."""
    path = raw.directory / DESCRIPTOR

    def refuse(row, message, remedy):
        raw.problems.append(Problem(DESCRIPTOR, row, "", None, message, remedy))

    try:
        content = path.read_bytes()
        raw.digests[DESCRIPTOR] = _sha256(content)
        descriptor = json.loads(content.decode("utf-8-sig"))
        resources = {one["name"]: one for one in descriptor["resources"]}
        described = {
            name: {one["name"]: one for one in resources[name]["schema"]["fields"]}
            for name in COLUMNS
            if name in resources
        }
        paths = {name: str(resources[name]["path"]) for name in described}
    except OSError as error:
        refuse(None, f"expected a readable file ({error.strerror})", "put the file back")
    except UnicodeDecodeError:
        refuse(None, "expected UTF-8 text", "save the file again as UTF-8")
    except json.JSONDecodeError as error:
        refuse(error.lineno, f"expected JSON ({error.msg})", "correct this line")
    except (KeyError, TypeError, AttributeError) as error:
        refuse(
            None,
            f"expected a Data Package with resources, schemas and fields ({error!r})",
            "restore the descriptor and describe your changes in it",
        )
    else:
        for name, columns in COLUMNS.items():
            absent = [one for one in columns.split() if one not in described.get(name, {})]
            if absent:
                refuse(
                    None,
                    f"expected resource {name!r} with fields {listed(absent, 'and')}",
                    "describe them as the package shipped with the library does",
                )
            elif not _inside(paths[name]):
                refuse(
                    None,
                    f"expected the path of {name!r} inside the folder, not {paths[name]}",
                    "put the file into the folder and write its name",
                )
        return descriptor
    return {}


def _inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and not set(path) & set(":\\")


def _table(raw: RawPackage, resource: dict) -> tuple[RawTable, bool, str]:
    """Read one table; say whether its hash is the recorded one, and the digest of its content."""
    name, file, fields = resource["name"], resource["path"], resource["schema"]["fields"]
    expected = _names(resource)
    try:
        content = (raw.directory / file).read_bytes()
    except OSError as error:
        message = f"expected a readable file ({error.strerror})"
        raw.problems.append(Problem(file, None, "", None, message, "put the file back"))
        return _absent(resource), True, ""
    sheet = spreadsheet.read(file, content, expected)
    raw.problems += sheet.problems
    if sheet.frame.columns.empty:
        return _absent(resource), True, ""
    for column, cells in sheet.frame.items():
        spell = _TIDY.get(column, tidy)
        spelt = {text: spell(text) for text in odd(cells.unique(), TIDY)}
        if respelt := {text: new for text, new in spelt.items() if new != text}:
            sheet.frame[column] = cells.replace(respelt)
    raw.digests[file] = digest = _sha256(content)
    recorded = resource.get("hash") == digest
    if len(content) >= LARGE:
        raw.large = True
    else:  # the same, whatever program saved the table
        digest = _sha256(_plain(sheet.frame))
    return RawTable(name, file, fields, sheet.frame, sheet.absent), recorded, digest


def _plain(frame: pd.DataFrame) -> bytes:
    return spreadsheet.written(frame.columns, frame.to_numpy().tolist())


def _absent(resource: dict) -> RawTable:
    names = _names(resource)
    frame, fields = pd.DataFrame(columns=names, dtype=object), resource["schema"]["fields"]
    return RawTable(resource["name"], resource["path"], fields, frame, frozenset(names))


def _names(resource: dict) -> list[str]:
    return [one["name"] for one in resource["schema"]["fields"]]


def _sha256(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()
