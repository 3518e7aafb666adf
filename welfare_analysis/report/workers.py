"""Workers: a process of its own for every report, with a Jupyter kernel of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from . import memory, scratch
from .environment import prepare
from .plan import Job

_GRACE = 60  # seconds for starting, reading and typesetting, beside the notebook's own time
_MOST_KEPT = 10_000  # signs of a log


class Workers:
    """Start a worker process for each job; works on every system.

    Parameters
    ----------
    data : path
        The data package the notebooks read.
    """

    def __init__(self, data: Path):
        self.data = data
        self._running: set[subprocess.Popen] = set()
        self._guard = threading.Lock()
        self._stopped = False

    def work(self, job: Job, folder: Path) -> dict:
        """Make one report in a folder that holds ``job.json``; return its result."""
        own = scratch.make()
        try:
            ended = self._run(job, folder, own)
        finally:
            scratch.remove(own)
        return read_result(folder) or failure(_told(folder, ended), folder)

    def _run(self, job: Job, folder: Path, own: Path) -> str:
        """Run one worker to its end; return how it ended, in words."""
        command = [sys.executable, "-m", f"{__package__}.worker", str(folder)]
        before = memory.kills()
        with open(folder / "log", "wb") as log:
            environment = prepare(own, self.data)
            with self._guard:
                if self._stopped:
                    return "stopped with the build"
                process = subprocess.Popen(
                    command,
                    cwd=own / "work",
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
                self._running.add(process)
            try:
                code = process.wait(job.timeout + _GRACE)
            except subprocess.TimeoutExpired:
                kill(process)
                return f"was still busy {_GRACE} s after its time was over and was stopped"
            finally:
                process.stdin.close()
                with self._guard:
                    self._running.discard(process)
        return "stopped with the build" if self._stopped else how_it_ended(code, before)

    def stop(self) -> None:
        """End every worker, and its kernel with it; start none afterwards."""
        with self._guard:
            self._stopped = True
            running = list(self._running)
        for process in running:
            process.stdin.close()  # the worker sees it, kills its kernel and ends
        for process in running:
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                kill(process)


def kill(process: subprocess.Popen) -> None:
    """End a process and its group at once."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def how_it_ended(code: int, kills: int | None = None) -> str:
    """Put a process's exit code in words.

    Parameters
    ----------
    code : int
        Negative for a signal.
    kills : int, optional
        What `memory.kills` gave when the process began.
    """
    if code >= 0:
        return f"its process ended with code {code}"
    name = signal.Signals(-code).name
    cause = f" ({memory.cause(kills)})" if name == "SIGKILL" else ""
    return f"its process was killed by {name}{cause}"


def failure(reason: str, folder: Path) -> dict:
    """Return the result of a process that left none; its log goes where the reason is kept."""
    return {"ok": False, "reason": reason, "details": log(folder)[-_MOST_KEPT:]}


def log(folder: Path) -> str:
    """Return what a process printed outside its cells."""
    try:
        return (folder / "log").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def read_result(folder: Path) -> dict | None:
    """Read what a worker wrote about its job; None if it did not come to that."""
    try:
        return json.loads((folder / "result.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def last_words(folder: Path) -> str:
    """Return the last line of a job's log, on a line of its own."""
    lines = [line for line in log(folder).splitlines() if not line.startswith("[IPKernelApp]")]
    return f"\n{lines[-1]}" if lines else ""


def _told(folder: Path, ended: str) -> str:
    """Tell how a worker ended and in which cell."""
    try:
        cell = (folder / "cell").read_text(encoding="utf-8") or "before its first cell"
    except OSError:
        cell = "before its first cell"
    return f"{cell}: {ended}.{last_words(folder)}"
