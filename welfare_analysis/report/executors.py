"""Executors: who runs the jobs of a build, this machine or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..errors import UnknownName, UsageError

if TYPE_CHECKING:
    from .plan import Job
    from .pool import Outcome

EXECUTORS = ("local", "dask")


class Runner(Protocol):
    """What runs jobs: each outcome comes as soon as it is known, its PDF in a staging folder."""

    def __enter__(self) -> Runner:
        """Return itself; what it needs may already be starting."""

    def __exit__(self, *_) -> None:
        """End whatever it started."""

    def run(self, jobs: list[Job], facts: dict) -> Iterator[Outcome]:
        """Run jobs; whatever ends the iteration ends them too."""


def chosen(executor: str, scheduler: str | None = None, **options) -> Callable[..., Runner]:
    """Return what makes the runner of a build from its data, staging folder and size.

    Parameters
    ----------
    executor : {"local", "dask"}
    scheduler : str, optional
        Address of a Dask scheduler, for ``"dask"``.
    **options
        For the pool of each machine.

    Raises
    ------
    UsageError
        Before anything has started: another name, an address missing or not asked for, Dask
        not installed.
    """
    if executor not in EXECUTORS:
        raise UnknownName("executor", executor, EXECUTORS)
    if executor == "local":
        if scheduler is not None:
            raise UsageError("--scheduler belongs to --executor dask.")
        return partial(_local, **options)
    from .dask_executor import prepared

    return prepared(scheduler, **options)


def _local(data: Path, staging: Path, size: int, **options) -> Runner:
    from .pool import Pool

    return Pool(data, staging, size, **options)
