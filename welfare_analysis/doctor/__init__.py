"""Doctor: what is wrong with an installation, in plain words, and how to mend it.

Here live checks of Python and its packages, of the project's files, and of the machine.  Nothing
outside the standard library is imported before it has been looked at.  What is wrong inside the
data is not told here: `data.validation` does.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from . import installation, machine, project
from .diagnosis import FAULT, NOTE, SOUND, Diagnosis, fault, report

__all__ = ["CHECKS", "FAULT", "NOTE", "SOUND", "Diagnosis", "examine", "report"]

CHECKS = (
    installation.python,
    installation.packages,
    installation.jupyter,
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
# What takes long and shares no imports with the others is looked at in a process beside them.
_ASIDE = (installation.jupyter, machine.kernel, machine.widgets)


def examine(data: str | os.PathLike | None = None) -> Iterator[Diagnosis]:
    """Look at everything the package needs, and yield what is found.

    Parameters
    ----------
    data : path, optional
        Folder of the data package; the shipped one when absent.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as aside:
        found = {check: _beside(aside, check) for check in CHECKS if check in _ASIDE}
        for check in CHECKS:
            if check in found:
                yield from _looked(found[check], check.__name__)
            elif check is project.data and data:
                yield from _looked(partial(check, Path(data)), check.__name__)
            else:
                yield from _looked(check)


def _beside(aside: Executor, check: Callable) -> Callable[[], list[Diagnosis]]:
    """Begin a check in the process beside; where none can be, it is made when asked for."""
    try:
        return aside.submit(_looked, check).result
    except (OSError, BrokenExecutor):
        return partial(_looked, check)


def _looked(check: Callable, name: str = "") -> list[Diagnosis]:
    """Return what a check finds; whatever is broken is what the reader came to hear of."""
    try:
        return list(check())
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return [fault("failed", check=name or check.__name__, error=said)]
