"""System: room on the disk, encoding of text, and a browser for the tests."""

from __future__ import annotations

import locale
import shutil
import sys
import tempfile
from collections.abc import Iterator

from .finding import Finding, fault, note, sound

_LEAST, _ENOUGH = 100, 1000  # megabytes
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def space() -> Iterator[Finding]:
    """Check the room for scratch files and reports."""
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < _LEAST:
        yield fault("space-none", folder=folder, free=free)
    elif free < _ENOUGH:
        yield note("space-little", folder=folder, free=free)
    else:
        yield sound("space", free=free)


def encoding() -> Iterator[Finding]:
    """Check that Vietnamese text passes between programs unharmed."""
    named = {"files": sys.getfilesystemencoding(), "text": locale.getpreferredencoding(False)}
    other = {use: name for use, name in named.items() if name.lower().replace("-", "") != "utf8"}
    if other:
        yield note("encoding-other", encoding=", ".join(sorted(set(other.values()))))
    else:
        yield sound("encoding")


def browser() -> Iterator[Finding]:
    """Look for the browser that some tests drive; nothing else needs it."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    yield sound("browser", path=found) if found else note("browser-none")
