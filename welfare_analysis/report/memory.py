"""Memory: whether the system ended a process because there was no memory left."""

from __future__ import annotations

import re
from pathlib import Path

# What Linux counts for the whole machine, or where that is hidden, for this container.
_COUNTS = ("/proc/vmstat", "/sys/fs/cgroup/memory.events")
_KILLS = re.compile(r"^oom_kill (\d+)$", re.MULTILINE)


def kills() -> int | None:
    """Return how many processes the system has killed for memory; None if it does not tell."""
    for file in _COUNTS:
        try:
            found = _KILLS.search(Path(file).read_text(encoding="ascii"))
        except OSError:
            continue
        if found:
            return int(found[1])
    return None


def cause(before: int | None) -> str:
    """Say what a SIGKILL that nobody here sent may mean, given the count at the beginning."""
    now = kills()
    if before is None or now is None:
        return "out of memory?"
    return "the system ran out of memory" if now > before else "by another program, not for memory"
