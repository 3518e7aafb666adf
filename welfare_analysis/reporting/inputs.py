"""Inputs: hashes of everything a report is made from."""

from __future__ import annotations

import hashlib
import json
import platform
from functools import lru_cache
from importlib import metadata
from pathlib import Path

_SHOWN = ("papermill", "typst", "pandas", "matplotlib")
_DECISIVE = (*_SHOWN, "numpy", "pyarrow", "seaborn", "mistune", "Babel", "fluent.runtime",
             "ipython", "ipykernel", "nbformat")  # fmt: skip
_IGNORED = {"__pycache__", ".ipynb_checkpoints", ".DS_Store"}


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def tree(folder: Path, suffixes: tuple[str, ...] = ()) -> str:
    """Return one hash over the names and bytes of all files below a folder.

    Hidden files and caches do not count; ``suffixes`` narrows to some kinds of files.
    """
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*"), key=lambda entry: entry.relative_to(folder).as_posix()):
        parts = file.relative_to(folder).parts
        if any(part in _IGNORED or part.startswith(".") for part in parts):
            continue
        if not file.is_file() or (suffixes and file.suffix not in suffixes):
            continue
        total.update(f"{'/'.join(parts)}\0{sha256(file.read_bytes())}\n".encode())
    return total.hexdigest()


def data(folder: Path) -> str:
    """Return the hash of a data package: its tables and its descriptor."""
    return tree(folder, (".csv", ".json"))


@lru_cache(maxsize=1)
def package() -> str:
    """Return the hash of this package's own code and words."""
    return tree(Path(__file__).resolve().parent.parent, (".py", ".ftl", ".mplstyle"))


@lru_cache(maxsize=1)
def typesetting() -> str:
    """Return the hash of the template and the fonts."""
    return tree(Path(__file__).resolve().parent.parent, (".typ", ".ttf"))


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
