"""Pool: runs jobs in worker processes, some at a time, and never leaves one behind."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from ..errors import UnknownName, UsageError
from .forks import Forks
from .plan import Job
from .workers import Workers

ENGINES = ("forked", "kernel")


def checked_engine(engine: str | None = None) -> str:
    """Return the engine to use: the one named, or what is fast and safe on this system.

    Raises
    ------
    UsageError
        If there is no such engine here.
    """
    can_fork = sys.platform.startswith("linux")
    if engine is None:
        return "forked" if can_fork else "kernel"
    if engine not in ENGINES:
        raise UnknownName("engine", engine, ENGINES)
    if engine == "forked" and not can_fork:
        raise UsageError("The forked engine needs Linux. Leave --engine out, or name kernel.")
    return engine


def _say(text: str) -> None:
    print(f"welfare-analysis: {text}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Outcome:
    """How a job ended: PDF and page in its folder, or a reason.

    Of what it read, None means everything.  What is kept of a failure beside its reason, such
    as a traceback, stands in ``details``.
    """

    job: Job
    folder: Path
    seconds: float
    reason: str | None
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    reads: dict | None = None
    details: str = ""
    page_sha256: str = ""
    title: str = ""


class Pool:
    """Worker processes on this machine.

    Parameters
    ----------
    data : path
        The data package the notebooks read.
    staging : path
        Every job gets a folder in it.
    size : int
        How many work at a time.
    engine : {"forked", "kernel"}, optional
        How notebooks are run; what suits this system when absent.
    say : callable
        Told, in a line, when another engine has to do.

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
    ):
        self.staging, self.size = staging, size
        engine = checked_engine(engine)
        self._makers = Forks(data, say) if engine == "forked" else Workers(data)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Outcome]:
        """Run jobs and give each outcome as it comes; stop everything on the way out.

        What is the same for all reports is told in ``facts``: date, version, revision, software.
        """
        threads = ThreadPoolExecutor(self.size, thread_name_prefix="report")
        try:
            futures = [
                threads.submit(self.one, number, job, facts) for number, job in enumerate(jobs)
            ]
            for future in as_completed(futures):
                yield future.result()
        finally:
            self.stop()
            threads.shutdown(wait=True, cancel_futures=True)

    def stop(self) -> None:
        """End every process; start none afterwards."""
        self._makers.stop()

    def one(self, number: int, job: Job, facts: dict) -> Outcome:
        """Run one job, told apart from others by its number, and wait for its outcome."""
        begun = time.monotonic()
        folder = self.staging / f"job-{number}"
        try:
            result = self._result(job, folder, facts)
        except OSError as error:
            result = {"ok": False, "reason": f"could not be started: {error}."}
        return Outcome(
            job,
            folder,
            time.monotonic() - begun,
            None if result["ok"] else f"{job.output}: {job.notebook}, {result['reason']}",
            result.get("sha256", ""),
            tuple(result.get("warnings", ())),
            result.get("reads"),
            result.get("details", ""),
            result.get("page_sha256", ""),
            result.get("title", ""),
        )

    def _result(self, job: Job, folder: Path, facts: dict) -> dict:
        folder.mkdir()
        facts = {
            **facts,
            "notebook": job.notebook,
            "parameters": job.parameters,
            "output": job.output,
        }
        content = {
            "source": job.source,
            "parameters": job.parameters,
            "language": job.language,
            "timeout": job.timeout,
            "facts": facts,
        }
        (folder / "job.json").write_text(json.dumps(content), encoding="utf-8")
        return self._makers.work(job, folder)
