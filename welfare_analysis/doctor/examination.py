"""Examination: every check in turn; one that fails itself is a fault and stops no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from . import contents, installation, jupyter, system
from .finding import Finding, fault

CHECKS = (
    installation.python,
    installation.packages,
    installation.versions,
    installation.itself,
    installation.extras,
    contents.data,
    contents.notebooks,
    contents.fonts,
    contents.pages,
    contents.output,
    system.space,
    jupyter.kernel,
    jupyter.widgets,
    jupyter.port,
    system.encoding,
    system.browser,
)


def examine(data: str | os.PathLike | None = None) -> Iterator[Finding]:
    """Look at everything the package needs, and yield what is found.

    Parameters
    ----------
    data : path, optional
        Folder of the data package; the shipped one when absent.
    """
    for check in CHECKS:
        try:
            yield from check(Path(data)) if check is contents.data and data else check()
        except Exception as error:
            # Whatever is broken is what the reader came to hear of.
            yield fault("failed", check=check.__name__, error=f"{type(error).__name__}: {error}")
