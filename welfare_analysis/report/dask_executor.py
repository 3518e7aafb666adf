"""Dask executor: the jobs of a build on a cluster that shares no disk with it.

Everything a job needs travels with it: the notebook's text, its parameters, the tables of the
data package, the facts.  PDF and page come back as bytes.  A worker runs a job exactly as a local
build does, so that the bytes are the same; when a worker is lost, its jobs run on another.
"""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ..errors import ReportError, UsageError
from ..files import write
from . import inputs
from .dask_worker import perform
from .plan import Job
from .pool import Ending

_ANSWER = 5  # seconds a scheduler may take to answer, and to show a worker
_LOST = 3  # workers that a job may outlive
_AHEAD = 2  # jobs sent for each place to work, so that no place waits for the next


def prepared(scheduler: str | None, engine: str) -> Callable[..., Cluster]:
    """Return what makes the runner of a build, once it is sure that Dask is there.

    Raises
    ------
    UsageError
        If Dask is not installed, or no scheduler is named.
    """
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise UsageError(
            "--executor dask needs the package 'distributed'. Install it with: "
            "python -m pip install 'welfare-analysis[dask]'."
        ) from None
    if not scheduler:
        raise UsageError(
            "--executor dask needs the address of a scheduler: --scheduler tcp://HOST:8786."
        )
    return partial(Cluster, scheduler, engine=engine)


class Cluster(contextlib.AbstractContextManager):
    """The workers of a Dask scheduler; leaving its context leaves them as they are.

    Parameters
    ----------
    scheduler : str
        Its address.
    data, staging, engine
        As for `Pool`.
    size : int
        Not used: the cluster decides how many jobs it works on at a time.
    """

    def __init__(self, scheduler: str, data: Path, staging: Path, size: int, engine: str):
        self.scheduler, self.data, self.staging = scheduler, data, staging
        self.engine = engine

    def __exit__(self, *_) -> None:
        """Do nothing: `run` takes back what it asked for."""

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Ending]:
        """Send the jobs, some ahead, and give each outcome as it comes back."""
        from distributed import as_completed

        with self._client() as client:
            ahead = _places(client, self.scheduler) * _AHEAD
            # A task, not scattered: the scheduler makes it again when its worker is lost.
            tables = client.submit(dict, _files(self.data), pure=False)
            ask = partial(client.submit, perform, pure=False, retries=0)
            given = (tables, facts, self.engine, inputs.package(), inputs.versions())
            waiting = list(enumerate(jobs))[::-1]
            sent: dict = {}

            def send():
                number, job = waiting.pop()
                future = ask(dataclasses.asdict(job), *given)
                sent[future] = number, job, time.monotonic()
                return future

            results = as_completed([send() for _ in jobs[:ahead]], loop=client.loop)
            for future in results:
                yield self._outcome(future, *sent.pop(future))
                future.release()
                if waiting:
                    results.add(send())

    @contextlib.contextmanager
    def _client(self):
        import distributed

        try:
            client = distributed.Client(
                self.scheduler, timeout=_ANSWER, name="welfare-analysis", set_as_default=False
            )
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise UsageError(
                f"The Dask scheduler {self.scheduler} does not answer: {_line(error)}. "
                "Is the address right, and is it running?"
            ) from None
        try:
            yield client
        finally:
            # Leaving cancels what this client alone asked for.
            client.close(timeout=2)

    def _outcome(self, future, number: int, job: Job, begun: float) -> Ending:
        folder = self.staging / f"job-{number}"
        folder.mkdir()
        result = _result(future)
        if "reason" in result:
            reason = f"{job.output}: {job.notebook}, {result['reason']}"
            return Ending(job, folder, time.monotonic() - begun, reason)
        for name, content in result["files"].items():
            write(folder / name, content, ReportError)
        return Ending(job, folder, **result["outcome"])


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files of the data package by their paths."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _places(client, scheduler: str) -> int:
    """Count the places to work, once there are any."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER)
    except TimeoutError:
        raise UsageError(
            f"The Dask scheduler {scheduler} has no workers. Start some with: "
            f"dask worker {scheduler}."
        ) from None
    return max(sum(client.nthreads().values()), 1)


def _result(future) -> dict:
    """Return what a worker returned, or the reason why nothing came."""
    from distributed.scheduler import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        reason = f"{_LOST + 1} workers were lost while they made it (out of memory?)."
    except ModuleNotFoundError as error:
        reason = f"a worker cannot import {error.name}: install welfare-analysis there."
    except Exception as error:  # whatever a worker or the way to it may raise
        reason = f"its worker failed: {_line(error)}."
    return {"reason": reason}


def _line(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
