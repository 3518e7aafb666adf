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
from . import dask_worker as workshop
from . import inputs
from .plan import Job
from .pool import Outcome

_ANSWER = 5  # seconds a scheduler may take to answer, and to show a worker
_LOST = 3  # workers that a job may outlive
_FILES = {False: ["report.pdf", "report.html"], True: ["executed.ipynb"]}  # by: has it failed?
_KEPT = workshop.Kept()  # of this process, where it is a worker
_AHEAD = 2  # jobs sent for each place to work, so that no place waits for the next


def prepared(scheduler: str | None, **options) -> Callable[..., Cluster]:
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
    return partial(Cluster, scheduler, **options)


class Cluster:
    """The workers of a Dask scheduler.

    Parameters
    ----------
    scheduler : str
        Its address.
    data, staging
        As for `Pool`.
    size : int
        How many jobs there are at most at a time; the cluster decides how many it works on.
    engine : str, optional
        As for `Pool`.
    """

    def __init__(
        self,
        scheduler: str,
        data: Path,
        staging: Path,
        size: int,
        engine: str | None = None,
    ):
        self.scheduler, self.data, self.staging = scheduler, data, staging
        self.engine = engine

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_) -> None:
        """Leave the cluster as it is: `run` takes back what it asked for."""

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Outcome]:
        """Send the jobs, some ahead, and give each outcome as it comes back."""
        from distributed import as_completed

        with self._client() as client:
            places = _places(client, self.scheduler)
            package = {
                file.relative_to(self.data).as_posix(): file.read_bytes()
                for file in sorted(self.data.rglob("*"))
                if file.is_file()
            }
            # A task, not scattered: the scheduler makes it again when its worker is lost.
            tables = client.submit(dict, package, pure=False)
            software = {"package": inputs.package(), "versions": inputs.versions()}
            waiting = list(enumerate(jobs))[::-1]
            sent: dict = {}

            def send():
                number, job = waiting.pop()
                future = client.submit(
                    perform,
                    dataclasses.asdict(job),
                    tables,
                    facts,
                    software,
                    self.engine,
                    pure=False,
                    retries=0,
                )
                sent[future] = number, job, time.monotonic()
                return future

            results = as_completed([send() for _ in jobs[: places * _AHEAD]], loop=client.loop)
            for future in results:
                number, job, begun = sent.pop(future)
                yield self._outcome(future, number, job, begun)
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

    def _outcome(self, future, number: int, job: Job, begun: float) -> Outcome:
        folder = self.staging / f"job-{number}"
        folder.mkdir()
        result = _result(future)
        if "reason" in result:
            reason = f"{job.output}: {job.notebook}, {result['reason']}"
            return Outcome(job, folder, time.monotonic() - begun, reason)
        for name, content in result["files"].items():
            write(folder / name, content, ReportError)
        return Outcome(job, folder, **result["outcome"])


def perform(job: dict, tables: dict, facts: dict, software: dict, engine: str | None) -> dict:
    """Make one report on a Dask worker, from nothing but the arguments.

    Parameters
    ----------
    job : dict
        The fields of a `Job`.
    tables : dict
        Files of the data package by their paths.
    facts : dict
        What is the same for all reports.
    software : dict
        Hash of the package and versions with which the build was planned.
    engine : str or None
        As for `Pool`.

    Returns
    -------
    dict
        The fields of the ``outcome`` and its ``files``: PDF and page, or the notebook as far as it
        was executed; or the ``reason`` why nothing was begun.
    """
    here = {"package": inputs.package(), "versions": inputs.versions()}
    if here != software:
        return {"reason": _difference(software, here)}
    key = _KEPT.enter(tables, facts, engine)
    try:
        outcome, content = _KEPT.shop(key).make(Job(**job), _FILES)
    finally:
        _KEPT.leave(key)
    fields = vars(outcome).copy()
    del fields["job"], fields["folder"]
    return {"outcome": fields, "files": content}


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


def _difference(planned: dict, here: dict) -> str:
    names = [
        f"{name} {here['versions'].get(name)} (here {version})"
        for name, version in planned["versions"].items()
        if here["versions"].get(name) != version
    ]
    what = ", ".join(names) or "another welfare-analysis"
    return f"its worker has other software: {what}. Install the same on every worker."


def _line(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
