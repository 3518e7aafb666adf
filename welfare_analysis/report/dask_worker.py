"""Dask worker: makes reports from nothing but what came with the job.

Preloading costs more than a report.  So a worker keeps a copy of the data and a pool for the jobs
of one build, until a job of another build comes, or none for a while.
"""

from __future__ import annotations

import atexit
import contextlib
import dataclasses
import itertools
import json
import shutil
import threading
from collections.abc import Iterator, Mapping

from ..files import write
from . import inputs, scratch
from .plan import Job
from .pool import Ending, Pool

TRAVELLING = [one.name for one in dataclasses.fields(Ending) if one.name not in ("job", "folder")]
_IDLE = 60  # seconds without a job after which nothing is kept
# By: has it failed?
FILES = {False: ["report.pdf", "report.html", "report.zip"], True: ["executed.ipynb"]}


def perform(
    job: dict,
    tables: dict,
    facts: dict,
    engine: str,
    package: str,
    versions: dict,
) -> dict:
    """Make one report on a Dask worker.

    Parameters
    ----------
    job : dict
        The fields of a `Job`.
    tables : dict
        Files of the data package by their paths.
    facts : dict
        What is the same for all reports.
    engine : str
        As for `Pool`.
    package, versions
        Hash of the package and versions with which the build was planned.

    Returns
    -------
    dict
        The fields of the ``outcome`` and its ``files``: PDF, page and what stands beside it, or the
        notebook as far as it was executed; or the ``reason`` why nothing was begun.
    """
    here = inputs.versions()
    if (package, versions) != (inputs.package(), here):
        other = [
            f"{name} {here.get(name)} (here {version})"
            for name, version in versions.items()
            if here.get(name) != version
        ]
        what = ", ".join(other) or "another welfare-analysis"
        return {
            "reason": f"its worker has other software: {what}. Install the same on every worker."
        }
    with _KEPT.workshop(tables, facts, engine) as workshop:
        return workshop.make(Job(**job))


class Workshop:
    """A copy of the data, and a pool that outlives its jobs.

    Parameters
    ----------
    tables : mapping
        Files of the data package by their paths.
    facts : dict
        As for `Pool.run`.
    engine : str
        As for `Pool`.
    """

    def __init__(self, tables: Mapping[str, bytes], facts: dict, engine: str | None):
        scratch.sweep()
        self.folder, self.users = scratch.make(), 0
        self._facts, self._numbers = facts, itertools.count()
        data, staging = self.folder / "data", self.folder / "staging"
        staging.mkdir()
        for name, content in tables.items():
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            write(data / name, content)
        self._pool = Pool(data, staging, 1, engine)

    def make(self, job: Job) -> dict:
        """Make a report; return the fields of its outcome, and its files."""
        outcome = self._pool.one(next(self._numbers), job, self._facts)
        wanted = map(outcome.folder.joinpath, FILES[outcome.reason is not None])
        content = {file.name: file.read_bytes() for file in wanted if file.is_file()}
        shutil.rmtree(outcome.folder, ignore_errors=True)
        fields = {name: getattr(outcome, name) for name in TRAVELLING}
        return {"outcome": fields, "files": content}

    def close(self) -> None:
        """End its processes and remove its files."""
        self._pool.stop()
        scratch.remove(self.folder)


class Kept:
    """The workshop of this process: one at a time, and none after a while without jobs."""

    def __init__(self, idle: float = _IDLE):
        self.idle = idle
        self._guard = threading.Lock()
        self._shops: dict[str, Workshop] = {}
        self._timer: threading.Timer | None = None
        atexit.register(self._close_unused)

    @contextlib.contextmanager
    def workshop(
        self, tables: Mapping[str, bytes], facts: dict, engine: str | None
    ) -> Iterator[Workshop]:
        """Give the workshop of a build for one job."""
        digests = {name: inputs.sha256(content) for name, content in tables.items()}
        key = json.dumps([digests, facts, engine], sort_keys=True)
        if self._timer is not None:
            self._timer.cancel()
        self._close_unused(but=key)
        with self._guard:
            shop = self._shops.get(key) or Workshop(tables, facts, engine)
            self._shops[key] = shop
            shop.users += 1
        try:
            yield shop
        finally:
            with self._guard:
                shop.users -= 1
            self._timer = threading.Timer(self.idle, self._close_unused)
            self._timer.daemon = True
            self._timer.start()

    def _close_unused(self, but: str = "") -> None:
        with self._guard:
            for key in [key for key, shop in self._shops.items() if not shop.users and key != but]:
                self._shops.pop(key).close()


_KEPT = Kept()  # of this process, where it is a worker
