"""Job list: what a build would do, for schedulers that run each job by its own command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from . import inputs
from .plan import Job

FORMAT = 1


def joblist(
    jobs: list[Job],
    parameters: Mapping[str, object],
    folder: Path,
    data: str | os.PathLike | None,
    out: str | os.PathLike,
) -> dict:
    """Return the jobs of a build as plain data, each with the command that runs it alone.

    Every job has an output directory of its own below ``jobs/``, so that jobs on one disk never
    wait for each other's lock, and is as safe as any build: whole or not at all.

    Parameters
    ----------
    jobs : list of Job
    parameters : mapping
        What was given for this build.
    folder : path
        The data package.
    data, out : path
        As given; without `data`, a command leaves it out too.

    Returns
    -------
    dict
        ``format``, ``data`` (its hash) and ``jobs``: ``name``, ``report``, ``language``,
        ``notebook``, ``notebook_sha256``, ``parameters``, ``timeout`` (seconds of the notebook),
        ``output`` (the PDF), ``page`` (the HTML) and ``command`` (words, not for a shell).
    """
    given = [word for name, value in parameters.items() for word in ("-p", name, _text(value))]
    given += ["--data", os.fspath(data)] if data is not None else []
    return {
        "format": FORMAT,
        "data": {"sha256": inputs.data(folder)},
        "jobs": [_entry(job, given, Path(out)) for job in jobs],
    }


def _entry(job: Job, given: list[str], out: Path) -> dict:
    place = out / "jobs" / job.language / job.report
    command = ["welfare-analysis", "build", job.report, "--lang", job.language, *given]
    return {
        "name": f"{job.language}/{job.report}",
        "report": job.report,
        "language": job.language,
        "notebook": job.notebook,
        "notebook_sha256": inputs.sha256(job.source.encode()),
        "parameters": job.parameters,
        "timeout": job.timeout,
        "output": (place / job.output).as_posix(),
        "page": (place / job.page).as_posix(),
        "command": [*command, "--out", place.as_posix()],
    }


def _text(value: object) -> str:
    """Write a value as the command line takes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return ",".join(map(_text, value))
    return str(value)
