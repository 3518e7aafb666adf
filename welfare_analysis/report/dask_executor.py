"""Dask executor: the jobs of a build on a cluster that shares no disk with it.

Everything a job needs travels with it: the notebook's text, its parameters, the tables of the
data package, the facts.  PDF and page come back as bytes.  A worker runs a job exactly as a local
build does, so that the bytes are the same; when a worker is lost, its jobs run on another.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path

from ..errors import ReportError, UsageError, WelfareError
from ..files import write
from . import inputs
from .dask_worker import FILES, TRAVELLING, perform
from .plan import Job
from .pool import Ending, longest
from .run import unrun

_ANSWER = 5  # seconds a scheduler may take to answer, and to show a worker
_LOST = 3  # workers that a job may outlive
_ADDRESS = re.compile(
    r"(?P<way>tcp|tls|ws|wss|ucx)://(\[[0-9a-fA-F:.%]+\]|[\w.-]+):(?P<port>\d{1,5})/?", re.ASCII
)
_UNFIT = "its worker answered with something that is no report: is it one of yours?"
# What travels and is no text.
_KINDS = {
    "seconds": (int, float),
    "reason": (str, type(None)),
    "warnings": (list, tuple),
    "reads": (dict, type(None)),
}
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
    found = _ADDRESS.fullmatch(scheduler)
    if not found or not 0 < int(found["port"]) < 65536:
        raise UsageError(
            f"{scheduler!r} is no address of a Dask scheduler: expected one like tcp://HOST:8786."
        )
    if found["way"] in ("tls", "wss") and not _has_certificate():
        raise UsageError(
            f"{scheduler} needs certificates: name them in Dask's settings, as for "
            "DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT (see docs/schedule.md)."
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

    def check(self) -> inputs.Checked:
        """Check the data and tell of them, as `inputs.checked`."""
        return inputs.checked(self.data)

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Ending]:
        """Send the jobs, some ahead, and give each outcome as it comes back."""
        sent: dict = {}
        waiting = list(enumerate(jobs))[::-1]
        try:
            yield from self._results(jobs, facts, waiting, sent)
        except WelfareError:
            raise
        except Exception as error:  # whatever Dask raises when its scheduler is gone
            left = [(number, job) for number, job, _ in sent.values()] + waiting[::-1]
            for number, job in left:
                reason = (
                    f"{job.output}: {job.notebook}, the Dask scheduler {self.scheduler} was lost "
                    f"before it was made ({_line(error)})."
                )
                yield Ending(job, self.staging / f"job-{number}", 0, reason)

    def _results(self, jobs: list[Job], facts: dict, waiting: list, sent: dict):
        """Move jobs from those waiting to those sent, and give each outcome."""
        from distributed import as_completed

        with self._client() as client:
            ahead = _places(client, self.scheduler) * _AHEAD
            # A task, not scattered: the scheduler makes it again when its worker is lost.
            tables = client.submit(dict, _files(self.data), pure=False)
            ask = partial(client.submit, perform, pure=False, retries=0)
            given = (tables, facts, self.engine, inputs.package(), inputs.versions())

            def send():
                number, job = waiting.pop()
                future = ask(_luggage(job), *given)
                sent[future] = number, job, time.monotonic()
                return future

            most = sum(map(longest, jobs))
            first = [send() for _ in jobs[:ahead]]
            results = as_completed(first, loop=client.loop, timeout=most)
            for future in results:
                yield self._outcome(future, *sent.pop(future))
                future.release()
                if waiting:
                    results.add(send())

    @contextlib.contextmanager
    def _client(self):
        import distributed

        for name in list(logging.root.manager.loggerDict):
            if name.startswith("distributed"):  # what it logs, with tracebacks, is told in a line
                logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            client = distributed.Client(
                self.scheduler, timeout=_ANSWER, name="welfare-analysis", set_as_default=False
            )
        except Exception as error:  # of many kinds, an assertion among them
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
        result = fit(_result(future))
        if "reason" in result:
            reason = f"{job.output}: {job.notebook}, {result['reason']}"
            return Ending(job, folder, time.monotonic() - begun, reason)
        for name, content in result["files"].items():
            write(folder / name, content, ReportError)
        return Ending(job, folder, **result["outcome"])


def fit(result: object) -> dict:
    """Return what a worker answered if it has the form agreed on; else why not.

    Its names become names of files here, and whoever can reach the scheduler can be a worker.
    """
    told = isinstance(result, dict) and isinstance(result.get("reason"), str) and len(result) == 1
    return result if told or _is_report(result) else {"reason": _UNFIT}


def _is_report(result: object) -> bool:
    """Tell whether something is an outcome and its files, each of its kind and under its name."""
    files, outcome = map(dict(result).get, ("files", "outcome")) if _is_named(result) else (0, 0)
    if not (_is_named(files) and _is_named(outcome) and outcome.keys() == set(TRAVELLING)):
        return False
    if not all(isinstance(one, _KINDS.get(name, str)) for name, one in outcome.items()):
        return False
    failed = outcome["reason"] is not None
    needed = set() if failed else set(FILES[False])
    return (
        _are(str, outcome["warnings"])
        and _are(bytes, files.values())
        and needed <= files.keys() <= needed | set(FILES[failed])
    )


def _is_named(value: object) -> bool:
    return isinstance(value, dict) and _are(str, value)


def _are(kind: type, values: Iterable[object]) -> bool:
    return all(isinstance(one, kind) for one in values)


def _has_certificate() -> bool:
    from distributed import Security

    return Security().get_connection_args("client").get("ssl_context") is not None


def _luggage(job: Job) -> dict:
    """Return what travels of a job: all but what its notebook showed when it was saved."""
    return dataclasses.asdict(job) | {"source": json.dumps(unrun(job.source))}


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
    except CancelledError:
        reason = "the Dask scheduler was lost before it was made: is it running?"
    except ModuleNotFoundError as error:
        reason = f"a worker cannot import {error.name}: install welfare-analysis there."
    except Exception as error:  # whatever a worker or the way to it may raise
        reason = f"its worker failed: {_line(error)}."
    return {"reason": reason}


def _line(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
