"""Workshop: what a Dask worker keeps from job to job, a copy of the data and a preloaded process.

Preloading costs more than a report.  Jobs of one build have the same data, facts and engine, and
share a workshop; it is given up for that of another build, or when no job came for a while.
"""

from __future__ import annotations

import atexit
import itertools
import json
import shutil
import threading
from collections.abc import Mapping

from . import inputs, scratch
from .plan import Job
from .pool import Outcome, Pool

_IDLE = 60  # seconds without a job after which nothing is kept


class Workshop:
    """A copy of the data, and a pool that outlives its jobs.

    Parameters
    ----------
    tables : mapping
        Files of the data package by their paths.
    facts : dict
        As for `Pool.run`.
    engine : str or None
        As for `Pool`.
    """

    def __init__(self, tables: Mapping[str, bytes], facts: dict, engine: str | None):
        self.folder = scratch.make()
        self._numbers = itertools.count()
        for name, content in tables.items():
            file = self.folder / "data" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        staging = self.folder / "staging"
        staging.mkdir()
        given = {"engine": engine} if engine else {}
        self._facts = facts
        self._pool = Pool(self.folder / "data", staging, 1, **given)

    def make(self, job: Job, names: Mapping[bool, list[str]]) -> tuple[Outcome, dict[str, bytes]]:
        """Make a report; return its outcome and the files of these names, by whether it failed."""
        outcome = self._pool.one(next(self._numbers), job, self._facts)
        wanted = map(outcome.folder.joinpath, names[outcome.reason is not None])
        content = {file.name: file.read_bytes() for file in wanted if file.is_file()}
        shutil.rmtree(outcome.folder, ignore_errors=True)
        return outcome, content

    def close(self) -> None:
        """End its processes and remove its files."""
        self._pool.stop()
        scratch.remove(self.folder)


class Kept:
    """The workshop of this process: one at a time, and none after a while without jobs."""

    def __init__(self, idle: float = _IDLE):
        self.idle = idle
        self._guard = threading.Lock()
        self._users: dict[str, int] = {}
        self._shops: dict[str, Workshop] = {}
        self._timer: threading.Timer | None = None
        atexit.register(self._give_up)

    def enter(self, tables: Mapping[str, bytes], facts: dict, engine: str | None) -> str:
        """Open the workshop of a build, if it is not; return the key to `shop` and `leave`."""
        digests = {name: inputs.sha256(content) for name, content in tables.items()}
        key = json.dumps([digests, facts, engine], sort_keys=True)
        with self._guard:
            if self._timer is not None:
                self._timer.cancel()
            self._close_unused(but=key)
            if key not in self._shops:
                self._shops[key] = Workshop(tables, facts, engine)
            self._users[key] = self._users.get(key, 0) + 1
        return key

    def shop(self, key: str) -> Workshop:
        """Return an open workshop."""
        return self._shops[key]

    def leave(self, key: str) -> None:
        """Say that a job is done; the workshop stays open for the next."""
        with self._guard:
            self._users[key] -= 1
            if not any(self._users.values()):
                self._timer = threading.Timer(self.idle, self._give_up)
                self._timer.daemon = True
                self._timer.start()

    def _give_up(self) -> None:
        with self._guard:
            self._close_unused()

    def _close_unused(self, but: str = "") -> None:
        for key in [key for key in self._shops if key != but and not self._users.get(key)]:
            self._users.pop(key, None)
            self._shops.pop(key).close()
