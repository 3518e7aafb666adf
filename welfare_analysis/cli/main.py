"""Main: the way into ``welfare-analysis``; what a command needs is loaded when it is known."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial

from . import asking
from .ending import ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0 done; 1 a bug of ours; 2 usage, parameter or path; 3 data, or for ``build`` data or package
    changed meanwhile, with ``--check`` something to build; 4 a report failed, or disk or memory is
    not enough; 75 another build holds the lock; 128+n for a signal.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the process by default, which then asks whoever stands by.
    """
    return ended(partial(_run, arguments))


def _run(arguments: Sequence[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else []
    if given and given[0] in asking.ANSWERED:
        code = asking.answer(given)
        if code is not None:
            return code
        gc.disable()  # it is over before garbage takes room that is worth a search
    from ..report.environment import settle

    settle()
    from .commands import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
