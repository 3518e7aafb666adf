"""Doctor: what is wrong with an installation, in plain words, and how to mend it.

Here live checks of Python and its packages, of the project's files, and of the machine.  Nothing
outside the standard library is imported before it has been looked at.  What is wrong inside the
data is not told here: `data.validation` does.
"""

import contextlib
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
    project.words,
    project.fonts,
    project.pages,
    project.output,
    machine.space,
    machine.home,
    machine.kernel,
    machine.widgets,
    machine.port,
    machine.encoding,
    machine.browser,
)
# What takes long and shares no imports with the others is looked at in a process beside them; it
# is Jupyter, which needs a home.
_ASIDE = (installation.jupyter, machine.kernel, machine.widgets)


def examine(data: str | os.PathLike | None = None) -> Iterator[Diagnosis]:
    """Look at everything the package needs, and yield what is found.

    Parameters
    ----------
    data : path, optional
        Folder of the data package; the shipped one when absent.
    """
    checks = [one for one in CHECKS if machine.has_home() or one not in _ASIDE]
    with contextlib.ExitStack() as ended:
        aside = _process(ended)
        found = {check: _beside(aside, check) for check in checks if check in _ASIDE}
        for check in checks:
            if check in found:
                yield from _looked(found[check], check.__name__)
            elif check is project.data and data:
                yield from _looked(partial(check, Path(data)), check.__name__)
            else:
                yield from _looked(check)


def _process(ended: contextlib.ExitStack) -> Executor | None:
    """Begin a process beside this one, if the machine has what that needs (``/dev/shm``)."""
    try:
        return ended.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
    except OSError:
        return None


def _beside(aside: Executor | None, check: Callable) -> Callable[[], list[Diagnosis]]:
    """Begin a check in the process beside; where none can be, it is made when asked for."""
    with contextlib.suppress(OSError, BrokenExecutor):
        if aside is not None:
            return aside.submit(_looked, check).result
    return partial(_looked, check)


def _looked(check: Callable, name: str = "") -> list[Diagnosis]:
    """Return what a check finds; whatever is broken is what the reader came to hear of."""
    try:
        return list(check())
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return [fault("failed", check=name or check.__name__, error=said)]
