"""Questions: a cell that asks one fails, for a report is made with nobody there to answer."""

from __future__ import annotations

import builtins
import getpass
import sys
from typing import NoReturn


class NobodyThere(RuntimeError):
    """A cell asked for input, or for a debugger."""


def refuse(*_arguments, **_options) -> NoReturn:
    """Stand for whatever would wait for an answer."""
    raise NobodyThere(
        "nobody is there to answer while a report is made: take the question or the "
        "breakpoint out of the cell"
    )


def leave(*_arguments, **_options) -> NoReturn:
    """Stand for what would end a kernel in good order: a report is not done with that."""
    raise SystemExit(0)


def ask_nobody() -> None:
    """Have questions of this process refused, and breakpoints."""
    builtins.input = getpass.getpass = sys.breakpointhook = refuse
