"""Pool: makes reports in processes, some at a time, and never leaves one behind."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from ..errors import ReportError, UnknownName, UsageError
from . import cell_log, exits, inputs, run
from .plan import Job
from .processes import Copy, Fresh, Lost, Preloaded, Standby

ENGINES = ("forked", "spawned", "kernel")
_GRACE = 60  # seconds for starting, and for reading and typesetting, beside a notebook's own


def checked_engine(engine: str | None = None) -> str:
    """Return the engine to use: the one named, or what is fastest on this system.

    Raises
    ------
    UsageError
        If there is no such engine here.
    """
    can_fork = sys.platform.startswith("linux")
    if engine is None:
        return "forked" if can_fork else "spawned"
    if engine not in ENGINES:
        raise UnknownName("engine", engine, ENGINES)
    if engine == "forked" and not can_fork:
        raise UsageError("The forked engine needs Linux. Leave --engine out, or name spawned.")
    return engine


def _say(text: str) -> None:
    print(f"welfare-analysis: {text}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Ending:
    """How a job ended: PDF, page and what stands beside it in its folder, or a reason.

    Of what it read, None means everything.  What is kept of a failure beside its reason, such
    as a traceback, stands in ``details``.
    """

    job: Job
    folder: Path
    seconds: float
    reason: str | None
    sha256: str = ""
    warnings: Sequence[str] = ()
    reads: dict | None = None
    details: str = ""
    page_sha256: str = ""
    files_sha256: str = ""
    title: str = ""
    finding: str = ""


class Pool:
    """Processes on this machine, each for one report.

    Parameters
    ----------
    data : path
        The data package the notebooks read.
    staging : path
        Every job gets a folder in it.
    size : int
        How many work at a time.
    engine : {"forked", "spawned", "kernel"}, optional
        How notebooks are run; what suits this system when absent.
    say : callable
        Told, in a line, when fresh processes have to do.
    standby : Standby, optional
        Has the preloaded process, which then outlives the pool.

    Notes
    -----
    A preloaded process begins to start at once; leaving the pool's context ends everything.
    """

    def __init__(
        self,
        data: Path,
        staging: Path,
        size: int,
        engine: str | None = None,
        say: Callable[[str], None] = _say,
        standby: Standby | None = None,
    ):
        self.data, self.staging, self.size, self.say = data, staging, size, say
        self.engine = checked_engine(engine)
        self._standby = standby
        make = Preloaded if standby is None else standby.preloaded
        self._preloaded = make(data) if self.engine == "forked" else None
        self._running: set[Copy | Fresh] = set()
        self._guard = threading.Lock()
        self._stopped = self._told = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def check(self) -> inputs.Checked:
        """Check the data and tell of them, as `inputs.checked`, where they are loaded anyway."""
        with contextlib.suppress(Lost):
            if self._preloaded is not None and (found := self._preloaded.check(self.data)):
                return found
        return inputs.checked(self.data)

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Ending]:
        """Run jobs and give each outcome as it comes; stop everything on the way out.

        What is the same for all reports is told in ``facts``: date, version, revision, software.
        Each job has its time, and all have what that comes to: whatever a notebook does, there
        is an end.
        """
        threads = ThreadPoolExecutor(self.size, thread_name_prefix="report")
        each = [longest(job) for job in jobs]
        most = sum(each) // self.size + max(each, default=0)
        try:
            futures = {
                threads.submit(self.one, number, job, facts): job for number, job in enumerate(jobs)
            }
            for future in as_completed(futures, most):
                yield future.result()
                del futures[future]
        except TimeoutError:
            for job in futures.values():
                reason = f"{job.output}: {job.notebook}, not done in the {most} s of all reports."
                yield Ending(job, self.staging, most, reason)
        finally:
            self.stop()
            threads.shutdown(wait=True, cancel_futures=True)
            if self._standby is not None:
                self._standby.rest()

    def stop(self) -> None:
        """End every process; start none afterwards."""
        with self._guard:
            self._stopped = True
            running, preloaded = list(self._running), self._preloaded
            self._preloaded = None
        for process in running:
            process.stop()
        if preloaded is not None and self._standby is None:
            preloaded.close()

    def one(self, number: int, job: Job, facts: dict) -> Ending:
        """Run one job, told apart from others by its number, and wait for its outcome."""
        begun = time.monotonic()
        folder = self.staging / f"job-{number}"
        try:
            folder.mkdir()
            (folder / "job.json").write_text(_order(job, facts, self.data), encoding="utf-8")
            result = self._result(job, folder)
        except OSError as error:
            result = {"reason": f"could not be started: {error}."}
        if result["reason"] is not None:
            result["reason"] = f"{job.output}: {job.notebook}, {result['reason']}"
        return Ending(job, folder, time.monotonic() - begun, **result)

    def _result(self, job: Job, folder: Path) -> dict:
        """Have a report made; where a copy cannot be had or is lost, by a fresh process."""
        try:
            return self._made(job, folder, self.engine)
        except Lost as why:
            with self._guard:
                known, self._told = self._told or self._stopped, True
            if not known:
                self.say(f"Reports are made in fresh processes, not in copies of one: {why}.")
            return self._made(job, folder, "spawned")

    def _made(self, job: Job, folder: Path, engine: str) -> dict:
        """Have a report made by a process of its own; return the result."""
        before = exits.kills()
        with contextlib.closing(self._start(folder, engine)) as process:
            with self._guard:
                self._running.add(process)
                if self._stopped:
                    process.stop()
            try:
                code = _waited(process, folder, job.timeout, engine)
            finally:
                with self._guard:
                    self._running.discard(process)
        result = _read_result(folder)
        if self._stopped or result is None:
            reason = "stopped with the build"
            if not self._stopped:
                reason = _told(job, folder, code, before)
            result = {"reason": reason, "details": exits.log(folder)}
        if result["reason"] is not None:
            _keep_notebook(folder)
        return result

    def _start(self, folder: Path, engine: str) -> Copy | Fresh:
        if engine != "forked":
            return Fresh(folder, self.data, engine)
        with self._guard:
            preloaded = self._preloaded
        if preloaded is None:
            raise Lost("stopped")
        return preloaded.copy(folder)


def _order(job: Job, facts: dict, data: Path) -> str:
    """Write what a process needs to know to make a report."""
    own = {"notebook": job.notebook, "parameters": job.parameters, "output": job.output}
    own["publisher"] = job.publisher
    content = {
        "source": job.source,
        "parameters": job.parameters,
        "language": job.language,
        "timeout": job.timeout,
        "facts": {**facts, **own},
        "data": str(data.resolve()),
    }
    return json.dumps(content)


def longest(job: Job) -> int:
    """Return the seconds after which a job has been stopped, whatever it did."""
    return job.timeout + 6 * _GRACE  # to start, to start afresh, to typeset, and to be ended


def _waited(process: Copy | Fresh, folder: Path, timeout: int, engine: str) -> int | None:
    """Wait for a process; return its exit code, None if its time is over before.

    A notebook's time begins with its first cell; where it has a kernel, papermill watches it.
    """
    until = time.monotonic() + _GRACE
    while engine == "spawned" and not cell_log.is_begun(folder) and time.monotonic() < until:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(0.1)
    for patience in (timeout + _GRACE * (engine == "kernel"), _GRACE):
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(patience)
        if not cell_log.is_done(folder):
            break
    return None


def _read_result(folder: Path) -> dict | None:
    """Read what a process wrote about its job; None if it did not come to that."""
    try:
        return json.loads((folder / "result.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _told(job: Job, folder: Path, code: int | None, before: int | None) -> str:
    """Tell in which cell a process ended, quoting it."""
    if code is not None:
        ended = exits.died(code, before)
    elif cell_log.is_done(folder):
        return f"was still busy {_GRACE} s after its time was over and was stopped."
    else:
        ended = run.overrun(job.timeout)
    words = exits.last_words(folder)
    if cell_log.is_done(folder):
        return f"after its last cell, while it was set in type: {ended}.{words}"
    try:
        run.recover(folder, ended + words)
    except ReportError as error:
        return str(error)
    return f"after its last cell: {ended}.{words}"


def _keep_notebook(folder: Path) -> None:
    """Leave the notebook as far as it ran where papermill leaves it that runs a kernel."""
    notebook, _ = cell_log.read(folder) or (None, None)
    if notebook is not None:
        text = json.dumps(notebook, ensure_ascii=False, indent=1)
        with contextlib.suppress(OSError):
            (folder / "executed.ipynb").write_text(text + "\n", encoding="utf-8")
