"""Changes: the log of revised figures, kept apart from that of the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from ..data.catalogue import Catalogue

FILE = "CHANGES.md"

_HEADING = re.compile(
    r"^## (?P<version>\S+) – (?P<date>\d{4}-\d{2}-\d{2}) – revision `(?P<revision>[0-9a-f]{12})`$",
    re.MULTILINE,
)


class Entry(NamedTuple):
    """Heading of one entry."""

    version: str
    date: str
    revision: str


def entries(directory: Path) -> list[Entry]:
    """List the entries of ``CHANGES.md``, newest first; none if there is no such file."""
    path = Path(directory) / FILE
    if not path.is_file():
        return []
    return [Entry(**match.groupdict()) for match in _HEADING.finditer(path.read_text("utf-8"))]


def remedy(data: Catalogue) -> str:
    """Say what to do where the log does not cover the data; empty if it does, or there is none."""
    logged = entries(data.directory)
    if not logged:
        return ""
    newest = logged[0]
    if newest.version != data.version:
        return (
            f"The newest entry of {FILE} is {newest.version}, datapackage.json has version "
            f"{data.version}: make the two equal."
        )
    if newest.revision == data.revision:
        return ""
    return (
        f"The figures changed (revision {data.revision}), the newest entry of {FILE} records "
        f"{newest.revision}. If that version is published, set a new version in datapackage.json "
        f"and begin an entry; in either case write what changed, from what to what, and why, "
        f"under the heading\n## {data.version} – {newest.date} – revision `{data.revision}`"
    )
