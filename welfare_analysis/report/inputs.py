"""Inputs: everything a report is made from, copied and checked once, and its hashes."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from .. import texts
from ..data.changelog import LOG, entries
from ..data.problems import Problem
from ..errors import DataProblems, UsageError
from ..files import altered, leads_out

_SHOWN = ("papermill", "typst", "pandas", "matplotlib")
# What is installed decides, not what the lock asks for: of all that is locked, what takes part in
# reading data, drawing, wording and running cells.
_DECISIVE = (
    *_SHOWN,
    "numpy",
    "pyarrow",
    "seaborn",
    "mistune",
    "Jinja2",
    "Babel",
    "fluent.runtime",
    "fluent.syntax",
    "ipython",
    "ipykernel",
    "nbformat",
    "nbclient",
    "traitlets",
    "contourpy",
    "cycler",
    "fonttools",
    "kiwisolver",
    "pillow",
    "pyparsing",
    "python-dateutil",
)
_IGNORED = {"__pycache__", ".ipynb_checkpoints", ".DS_Store"}


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def tree(folder: Path, suffixes: tuple[str, ...] = ()) -> str:
    """Return one hash over the names and bytes of all files below a folder.

    Hidden files and caches do not count; ``suffixes`` narrows to some kinds of files.
    """
    total = hashlib.sha256()
    for name in sorted(files(folder)):
        file = folder / name
        if name.endswith(suffixes or "") and file.is_file():
            total.update(f"{name}\0{sha256(file.read_bytes())}\n".encode())
    return total.hexdigest()


def files(folder: Path) -> Iterator[str]:
    """Name what lies below a folder, by the path from there; hidden files and caches not."""
    for place, folders, files in os.walk(folder, onerror=_told):
        folders[:] = filter(_counts, folders)
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in filter(_counts, files):
            yield name if inside == "." else f"{inside}/{name}"


def _counts(name: str) -> bool:
    return not name.startswith(".") and name not in _IGNORED


def _told(error: OSError) -> None:
    if not isinstance(error, (FileNotFoundError, NotADirectoryError, PermissionError)):
        raise error


def data(folder: Path) -> str:
    """Return the hash of a data package: its tables, its descriptor and its log."""
    return tree(folder, (".csv", ".json", LOG))


@lru_cache(maxsize=1)
def package() -> str:
    """Return the hash of this package's own code and words."""
    return tree(Path(__file__).resolve().parent.parent, (".py", ".ftl", ".mplstyle"))


@lru_cache(maxsize=1)
def typesetting() -> str:
    """Return the hash of the templates and the fonts."""
    endings = (".typ", ".j2", ".ttf", ".css", ".woff2")
    return tree(Path(__file__).resolve().parent.parent, endings)


def check_shipped() -> None:
    """Refuse fonts and words that are not as they were shipped: reports would look otherwise."""
    texts.check()
    folder = Path(__file__).resolve().parent.parent / "fonts"
    if wrong := altered(folder):
        raise UsageError(
            f"{folder / wrong[0]} is missing or not as it was shipped: get it back (git checkout "
            "-- welfare_analysis/fonts), or install the package again."
        )


def is_package_unchanged() -> bool:
    """Tell whether the package still is what `package` and `typesetting` found first."""
    return all(found.__wrapped__() == found() for found in (package, typesetting))


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Return the versions of what decides how a report looks."""
    found = {"python": ".".join(platform.python_version_tuple()[:2])}
    for name in _DECISIVE:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return found


def software(version: str) -> str:
    """Name this package and the tools that a reader may want to know."""
    names = {"typst": "Typst"}
    tools = [f"{names.get(name, name)} {versions()[name]}" for name in _SHOWN]
    return "; ".join([f"welfare-analysis {version}", *tools])


def key(parts: dict) -> str:
    """Return the content key of a report: equal keys mean equal inputs."""
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode())


def tables(data: Path) -> list[Path]:
    """Return the tables of a data package, its descriptor and its log."""
    return [*data.rglob("*.csv"), *data.rglob("*.json"), *data.glob(LOG)]


def copied(data: Path, staging: Path) -> Path:
    """Copy the tables, so that all reports of a build read the same whatever is edited."""
    copy = staging / "data"
    for file in tables(data):
        target = copy / file.relative_to(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        if leads_out(file, data):
            target.symlink_to(file.resolve())  # whoever reads it says so
        elif file.is_file():
            shutil.copyfile(file, target)
    return copy


def facts(folder: Path) -> dict:
    """Check the data once, before any kernel, and return what every report says of it."""
    from .. import __version__
    from ..data.loading import load

    data = load(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8-sig"))
    created = package.get("created", "")[:10]  # of the right form, if it is there
    if not created:
        raise DataProblems(
            [f"datapackage.json: `created` is {created!r}, expected the data's date (2025-01-31)."]
        )
    return {
        "date": created,
        "version": data.version,
        "revision": data.revision,
        "software": software(__version__),
        "changes": changes(folder),
        "places": _places(data),
        "themes": {
            row.theme: {"vi": row.title_vi, "en": row.title_en, "rank": int(row.order)}
            for row in data.themes.itertuples()
        },
    }


@dataclass(frozen=True)
class Checked:
    """What is known of the data of a build.

    Attributes
    ----------
    facts : dict
        What every report says of them.
    notices : list of Problem
        What to tell who builds.
    held : dict, optional
        What the audit holds against each figure, if it is known already: see `disputes.held`.
    """

    facts: dict
    notices: list[Problem]
    held: dict | None = None

    def to_text(self) -> str:
        """Write it down for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: bytes) -> Checked:
        """Read what another process wrote down; ValueError if it wrote nothing."""
        read = json.loads(text)
        held = read["held"] and {name: [*map(tuple, rows)] for name, rows in read["held"].items()}
        return cls(read["facts"], [Problem(**notice) for notice in read["notices"]], held)


def checked(folder: Path) -> Checked:
    """Check the data; raise what is wrong with them."""
    from ..data import loading, validation

    found, notices = facts(folder), validation.notices(loading.raw(folder))
    return Checked({**found, "unrecorded": [notice.file for notice in notices]}, notices)


def changes(folder: Path) -> dict | None:
    """Return what changed since the edition before this one, and when that was published."""
    newest, *before = entries(folder) or [None]
    return {"since": before[0].date, "titles": newest.titles} if before else None


def edited(folder: Path) -> list[str]:
    """Name the tables that differ from the hash that the package records of them."""
    from ..data.fields import COLUMNS

    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8-sig"))
    return [
        one["path"]
        for one in descriptor["resources"]
        if one["name"] in COLUMNS
        and one.get("hash") != f"sha256:{sha256((folder / one['path']).read_bytes())}"
    ]


def _places(data) -> dict[str, dict]:
    """Return the names of all places, and their rank in the table of areas."""
    return {
        row.area: {"vi": row.name_vi, "en": row.name_en, "rank": rank}
        for rank, row in enumerate(data.areas.itertuples())
    }
