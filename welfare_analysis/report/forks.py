"""Forks: reports made in copies of one preloaded process, the build's side of `zygote`."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from ..errors import ReportError
from . import cell_log as journal
from . import memory, run, scratch
from .environment import prepare
from .plan import Job
from .workers import Workers, failure, how_it_ended, kill, last_words, read_result

_MOST_STARTS = 3
_GRACE = 60
_PATIENCE = 2  # seconds for ending in good order


class Lost(Exception):
    """The preloaded process is gone or refuses to be copied."""


class Forks:
    """Have each job done by a fresh copy of a preloaded process.

    Where that process cannot be had, or dies with a report under way, workers with kernels of
    their own do the job: slower, but no report can harm another there.

    Parameters
    ----------
    data : path
        The data package the notebooks read.
    say : callable
        Told, in a line, why kernels are used instead.
    """

    def __init__(self, data: Path, say: Callable[[str], None]):
        self.data, self.say = data, say
        self._workers = Workers(data)
        self._guard = threading.Lock()
        self._stopped = False
        self._starts = 1
        self._zygote: _Zygote | None = _Zygote(data)

    def work(self, job: Job, folder: Path) -> dict:
        """Make one report in a folder that holds ``job.json``; return its result."""
        before = memory.kills()
        try:
            answer = self._ready().make(folder, job.timeout)
        except Lost:
            if self._stopped:
                return {"ok": False, "reason": "stopped with the build"}
            return self._workers.work(job, folder)
        result = read_result(folder) or failure(_told(job, folder, answer, before), folder)
        if not result["ok"]:
            _keep_notebook(folder)
        return result

    def stop(self) -> None:
        """End every process; start none afterwards."""
        with self._guard:  # which nobody holds for long: waiting is done without it
            self._stopped = True
            zygote, self._zygote = self._zygote, None
        if zygote is not None:
            zygote.stop()
        self._workers.stop()

    def _ready(self) -> _Zygote:
        """Return a preloaded process, a new one if the last was lost."""
        with self._guard:
            if self._zygote is not None and self._zygote.lost:
                self._zygote.stop()
                again = self._starts < _MOST_STARTS and not self._zygote.refused
                again = again and not self._stopped
                self._starts += 1
                self._zygote = _Zygote(self.data) if again else None
            zygote = self._zygote
        if zygote is None:
            raise Lost
        try:
            zygote.ready.result()
        except Lost as why:
            self._explain(zygote, why)
            raise
        return zygote

    def _explain(self, zygote: _Zygote, why: Lost) -> None:
        """Say once for each preloaded process why it does not do."""
        with self._guard:
            known, zygote.said = zygote.said or self._stopped, True
        if not known:
            self.say(f"Reports are run in kernels, not in forked processes: {why}.")


class _Zygote:
    """One preloaded process and what it said."""

    def __init__(self, data: Path):
        self.ready: Future = Future()
        self.lost = self.refused = self.said = False
        self._numbers = itertools.count()
        self._waiting: dict[int, Future] = {}
        self._children: dict[int, int] = {}
        self._guard = threading.Lock()
        self._kills = memory.kills()
        self._scratch = scratch.make()
        with open(self._scratch / "log", "wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.zygote", str(self._scratch)],
                env=prepare(self._scratch, data),
                cwd=self._scratch / "work",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )
        self._listener = threading.Thread(target=self._listen, name="zygote", daemon=True)
        self._listener.start()

    def make(self, folder: Path, timeout: int) -> dict:
        """Have a report made; return how its process ended (``code``, ``late``)."""
        answer: Future = Future()
        with self._guard:
            if self.lost:
                raise Lost
            number = next(self._numbers)
            self._waiting[number] = answer
            request = {"number": number, "folder": str(folder), "timeout": timeout}
            try:
                self._process.stdin.write(json.dumps(request).encode() + b"\n")
                self._process.stdin.flush()
            except (OSError, ValueError):  # it is gone, or was stopped meanwhile
                raise Lost from None
        ended = answer.result()
        if ended["code"] is None:
            raise Lost
        return ended

    def stop(self) -> None:
        """End the process, which ends its children."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(
                _PATIENCE if self.ready.done() else 0
            )  # else it is importing, and deaf
        except subprocess.TimeoutExpired:
            kill(self._process)
        self._listener.join(_PATIENCE)  # it ends what is left of the children
        scratch.remove(self._scratch)

    def _listen(self) -> None:
        with self._process.stdout as answers:
            try:
                for line in answers:
                    self._hear(json.loads(line))
            except (ValueError, KeyError):  # cut short, or nonsense: nothing more is heard of it
                self._process.kill()
        self._process.wait()
        with self._guard:
            self.lost = True
            waiting = list(self._waiting.values())
        for pid in self._children.values():  # with what their cells started
            with contextlib.suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        if not self.ready.done():
            ended = how_it_ended(self._process.returncode, self._kills)
            self.ready.set_exception(Lost(f"{ended}{last_words(self._scratch)}"))
        for answer in waiting:
            answer.set_exception(Lost())

    def _hear(self, said: dict) -> None:
        if "ready" in said:
            self.ready.set_result(True)
        elif "refused" in said:
            self.refused = True
            self.ready.set_exception(Lost(said["refused"]))
        elif "pid" in said:
            self._children[said["number"]] = said["pid"]
        else:
            with self._guard:
                answer = self._waiting.pop(said["number"])
            self._children.pop(said["number"], None)
            answer.set_result(said)


def _told(job: Job, folder: Path, answer: dict, kills: int | None) -> str:
    """Tell in which cell a process ended, quoting it, as a kernel's end would be told."""
    if answer["late"] and journal.is_done(folder):
        return f"was still busy {_GRACE} s after its time was over and was stopped."
    if answer["late"]:
        ended = run.overrun(job.timeout)
    else:
        ended = how_it_ended(answer["code"], kills).removeprefix("its process ")
        ended = f"its process died: {ended}"
    try:
        run.recover(folder, ended + last_words(folder))
    except ReportError as error:
        return str(error)
    return f"after its last cell: {ended}.{last_words(folder)}"


def _keep_notebook(folder: Path) -> None:
    """Leave the notebook as far as it ran where a kernel's papermill would have left it."""
    notebook, _ = journal.read(folder) or (None, None)
    if notebook is not None:
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        with contextlib.suppress(OSError):
            (folder / "executed.ipynb").write_text(text + "\n", encoding="utf-8")
