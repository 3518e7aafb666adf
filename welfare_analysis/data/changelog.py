"""Changelog: the entries of ``CHANGES.md``, the log of revised figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import DataProblems
from .problems import Problem

LOG = "CHANGES.md"
_HEADING = re.compile(
    r"^## (?P<version>\S+) \u2013 (?P<date>\d{4}-\d{2}-\d{2})"
    r" \u2013 revision `(?P<revision>[0-9a-f]{12})`$",
    re.MULTILINE,
)
_TITLE = re.compile(r"^- \*\*(.+?) \u00b7 (.+?)\.\*\*", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One entry: its heading, and in each language the titles of what changed."""

    version: str
    date: str
    revision: str
    titles: dict[str, list[str]]


def entries(directory: Path) -> list[Entry]:
    """List the entries of ``CHANGES.md``, newest first; none if there is no such file.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> newest, *_ = entries(load().directory)
    >>> newest.version == load().version, newest.titles["en"][0]
    (True, 'Six regions by the national standard')
    """
    path = Path(directory) / LOG
    if not path.is_file():
        return []
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        fault = "expected UTF-8 text", "save the file again as UTF-8"
        raise DataProblems([Problem(LOG, row, "", None, *fault)]) from None
    heads = list(_HEADING.finditer(text))
    starts = [*(head.start() for head in heads), len(text)]
    return [
        Entry(**head.groupdict(), titles=_titles(text[head.end() : end]))
        for head, end in zip(heads, starts[1:], strict=True)
    ]


def _titles(text: str) -> dict[str, list[str]]:
    """Return the titles, written first in Vietnamese, then in English."""
    pairs = _TITLE.findall(text)
    return {language: [pair[n] for pair in pairs] for n, language in enumerate(LANGUAGES)}
