"""Doctor: what is wrong with an installation, in plain words, and how to mend it.

Here live checks of Python and its packages, of the project's files, and of the machine.  Nothing
outside the standard library is imported before it has been looked at.  What is wrong inside the
data is not told here: `data.validation` does.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from . import installation, machine, project
from .diagnosis import FAULT, NOTE, SOUND, Diagnosis, fault, report

__all__ = ["CHECKS", "FAULT", "NOTE", "SOUND", "Diagnosis", "examine", "report"]

CHECKS = (
    installation.python,
    installation.packages,
    installation.versions,
    installation.itself,
    installation.extras,
    project.data,
    project.notebooks,
    project.fonts,
    project.pages,
    project.output,
    machine.space,
    machine.kernel,
    machine.widgets,
    machine.port,
    machine.encoding,
    machine.browser,
)


def examine(data: str | os.PathLike | None = None) -> Iterator[Diagnosis]:
    """Look at everything the package needs, and yield what is found.

    Parameters
    ----------
    data : path, optional
        Folder of the data package; the shipped one when absent.
    """
    for check in CHECKS:
        try:
            yield from check(Path(data)) if check is project.data and data else check()
        except Exception as error:
            # Whatever is broken is what the reader came to hear of.
            yield fault("failed", check=check.__name__, error=f"{type(error).__name__}: {error}")
