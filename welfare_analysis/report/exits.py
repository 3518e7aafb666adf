"""Exits: how a process ended, in words, and its last ones; how this one ends when told to."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

# What Linux counts for the whole machine, or where that is hidden, for this container.
_COUNTS = ("/proc/vmstat", "/sys/fs/cgroup/memory.events")
_ENDING = ("SIGTERM", "SIGHUP", "SIGINT")
_MOST_KEPT = 10_000  # bytes of a log
_LINE = 300  # signs of its last line
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


def log(folder: Path) -> str:
    """Return the end of what a process printed outside its cells, which may be without end."""
    try:
        with open(folder / "log", "rb") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - _MOST_KEPT, 0))
            return file.read(_MOST_KEPT).decode(errors="replace").strip()
    except OSError:
        return ""


def last_words(folder: Path) -> str:
    """Return the last line of a log, or its beginning, on a line of its own."""
    lines = [line for line in log(folder).splitlines() if not line.startswith("[IPKernelApp]")]
    return f"\n{lines[-1][:_LINE]}" if lines else ""


class Stopped(BaseException):
    """A request to end, by a signal other than the keyboard's."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(signal.Signals(number).name)


@contextlib.contextmanager
def gracefully() -> Iterator[None]:
    """Let a signal end what runs inside by unwinding it: its workers end, its files go.

    A signal that the caller ignores (``nohup``) stays ignored.  After SIGTERM or SIGHUP the
    process leaves with 128+n and one line; the keyboard's interrupt goes on to the caller.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number in numbers if before[number] not in (signal.SIG_IGN, None)]

    def stop(number, _frame):
        for other in ours:
            signal.signal(other, signal.SIG_IGN)
        raise KeyboardInterrupt if number == signal.SIGINT else Stopped(number)

    for number in ours:
        signal.signal(number, stop)
    try:
        yield
    except Stopped as stopped:
        with contextlib.suppress(OSError, AttributeError):
            sys.stderr.write(f"welfare-analysis: stopped by {stopped}; run the build again.\n")
        raise SystemExit(128 + stopped.number) from None
    finally:
        for number in ours:
            signal.signal(number, before[number])
