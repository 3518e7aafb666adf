"""Kept: a copy that somebody worked in is put aside before a new one takes its place."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
from collections.abc import Mapping
from pathlib import Path

from ..report import outputs as files

RECORD = ".made.json"


def recorded(out: Path) -> dict[str, str]:
    """Read what the files in a folder were when they were made; nothing if that is not known."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((out / RECORD).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def record(out: Path, made: Mapping[str, bytes]) -> bytes:
    """Return a record that says what some files are, beside what is known of others."""
    known = recorded(out) | {name: _sum(content) for name, content in made.items()}
    return (json.dumps(known, indent=1, sort_keys=True) + "\n").encode()


def put_aside(out: Path, name: str, new: bytes) -> Path | None:
    """Give a notebook that was changed since it was made a name of its own; return that."""
    target = out / name
    if target.suffix != ".ipynb" or not target.is_file():
        return None
    content = target.read_bytes()
    if content == new or recorded(out).get(name) == _sum(content):
        return None
    names = (f"{target.stem}.kept-{number}.ipynb" for number in itertools.count(1))
    aside = next(place for name in names if not (place := target.with_name(name)).exists())
    files.keep(target, aside)
    return aside


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
