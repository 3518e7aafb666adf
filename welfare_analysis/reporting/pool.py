"""Pool: runs jobs in worker processes, some at a time, and never leaves one behind."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from .environment import prepare
from .plan import Job

_GRACE = 60  # seconds for starting, reading and typesetting, beside the notebook's own time


@dataclass(frozen=True)
class Outcome:
    """How a job ended: a PDF in its folder, or a reason."""

    job: Job
    folder: Path
    seconds: float
    reason: str | None
    sha256: str = ""
    warnings: tuple[str, ...] = ()


class Pool:
    """Worker processes on this machine.

    Parameters
    ----------
    data : path
        The data package the notebooks read.
    facts : dict
        What is the same for all reports: date, version, revision, software.
    staging : path
        Every job gets a folder in it.
    size : int
        How many work at a time.
    """

    def __init__(self, data: Path, facts: dict, staging: Path, size: int):
        self.data, self.facts, self.staging, self.size = data, facts, staging, size
        self._running: set[subprocess.Popen] = set()
        self._guard = threading.Lock()
        self._stopped = False

    def run(self, jobs: list[Job]) -> Iterator[Outcome]:
        """Run jobs and give each outcome as it comes; stop everything on the way out."""
        threads = ThreadPoolExecutor(self.size, thread_name_prefix="report")
        try:
            futures = [threads.submit(self._one, number, job) for number, job in enumerate(jobs)]
            for future in as_completed(futures):
                yield future.result()
        finally:
            self._stop()
            threads.shutdown(wait=True, cancel_futures=True)

    def _one(self, number: int, job: Job) -> Outcome:
        begun = time.monotonic()
        folder = self.staging / f"job-{number}"
        try:
            result = self._result(job, folder)
        except OSError as error:
            result = {"ok": False, "reason": f"could not be started: {error}."}
        return Outcome(
            job, folder, time.monotonic() - begun,
            None if result["ok"] else f"{job.output}: {job.notebook}, {result['reason']}",
            result.get("sha256", ""), tuple(result.get("warnings", ())),
        )  # fmt: skip

    def _result(self, job: Job, folder: Path) -> dict:
        folder.mkdir()
        facts = {**self.facts, "notebook": job.notebook, "parameters": job.parameters}
        content = {"source": job.source, "parameters": job.parameters, "language": job.language,
                   "timeout": job.timeout, "facts": facts}  # fmt: skip
        (folder / "job.json").write_text(json.dumps(content), encoding="utf-8")
        scratch = Path(tempfile.mkdtemp(prefix="wa-"))
        try:
            return _read_result(folder, self._work(job, folder, scratch))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _work(self, job: Job, folder: Path, scratch: Path) -> str:
        """Run one worker to its end; return how it ended, in words."""
        command = [sys.executable, "-m", f"{__package__}.worker", str(folder)]
        with open(folder / "log", "wb") as log:
            environment = prepare(scratch, self.data)
            with self._guard:
                if self._stopped:
                    return "stopped with the build"
                process = subprocess.Popen(
                    command, cwd=scratch / "work", env=environment, stdin=subprocess.PIPE,
                    stdout=log, stderr=log, start_new_session=True,
                )  # fmt: skip
                self._running.add(process)
            try:
                code = process.wait(job.timeout + _GRACE)
            except subprocess.TimeoutExpired:
                _kill(process)
                return f"was still busy {_GRACE} s after its time was over and was stopped"
            finally:
                process.stdin.close()
                with self._guard:
                    self._running.discard(process)
        if code < 0:
            return f"its process was killed by {signal.Signals(-code).name} (out of memory?)"
        return f"its process ended with code {code}"

    def _stop(self) -> None:
        with self._guard:
            self._stopped = True
            running = list(self._running)
        for process in running:
            process.stdin.close()  # the worker sees it, kills its kernel and ends
        for process in running:
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                _kill(process)


def _kill(process: subprocess.Popen) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _read_result(folder: Path, ended: str) -> dict:
    """Read what the worker wrote; without it, tell how the worker ended and in which cell."""
    try:
        return json.loads((folder / "result.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        pass
    try:
        cell = (folder / "cell").read_text(encoding="utf-8") or "before its first cell"
    except OSError:
        cell = "before its first cell"
    log = (folder / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    log = [line for line in log if not line.startswith("[IPKernelApp]")]
    last = f"\n{log[-1]}" if log else ""
    return {"ok": False, "reason": f"{cell}: {ended}.{last}"}
