"""Exits: how a process ended, in words."""

from __future__ import annotations

import contextlib
import re
import signal
from pathlib import Path

# What Linux counts for the whole machine, or where that is hidden, for this container.
_COUNTS = ("/proc/vmstat", "/sys/fs/cgroup/memory.events")
_KILLS = re.compile(r"^oom_kill (\d+)$", re.MULTILINE)


def how_it_ended(code: int, before: int | None = None) -> str:
    """Put a process's exit code in words.

    Parameters
    ----------
    code : int
        Negative for a signal.
    before : int, optional
        What `kills` gave when the process began.
    """
    if code >= 0:
        return f"ended with code {code}"
    name = signal.Signals(-code).name
    return f"was killed by {name}{f' ({_cause(before)})' if name == 'SIGKILL' else ''}"


def kills() -> int | None:
    """Return how many processes the system has killed for memory; None if it does not tell."""
    for file in _COUNTS:
        with contextlib.suppress(OSError):
            if found := _KILLS.search(Path(file).read_text(encoding="ascii")):
                return int(found[1])
    return None


def died(code: int, before: int | None) -> str:
    """Say how the process of a notebook's cells ended."""
    return f"its process died: {how_it_ended(code, before)}"


def _cause(before: int | None) -> str:
    """Say what a SIGKILL that nobody here sent may mean."""
    now = kills()
    if before is None or now is None:
        return "out of memory?"
    return "the system ran out of memory" if now > before else "by another program, not for memory"
