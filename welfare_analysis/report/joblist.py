"""Job list: the jobs that were asked for, and how a scheduler runs each by its own command."""

from __future__ import annotations

import contextlib
import csv
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..errors import UsageError
from ..files import leads_out
from . import inputs
from .plan import Job, plan
from .register import project

FORMAT = 1


def list_jobs(
    reports: Iterable[str] = (),
    languages: Iterable[str] = ("vi", "en"),
    parameters: Mapping[str, object] | Iterable[tuple[str, object]] = (),
    data: str | os.PathLike | None = None,
    out: str | os.PathLike | None = None,
    *,
    register: str | os.PathLike | None = None,
) -> dict:
    """Return what `build` would make, as plain data; makes and changes nothing.

    Takes the parameters of `build`; see `joblist` for what it returns.
    """
    folder, values = data_folder(data), pairs(parameters)
    jobs = jobs_of(reports, languages, values, folder, register)
    return joblist(jobs, values, folder, data, default_out() if out is None else out)


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


def jobs_of(reports, languages, values: dict, folder: Path, register) -> list[Job]:
    """Return the jobs that `build` was asked for, given its parameters and the data's folder."""
    if not (folder / "datapackage.json").is_file():
        raise UsageError(f"No data package in {folder}: name its folder with --data DIR.")
    register = Path(register) if register else None
    return plan(reports, languages, values, _resolver(folder), register)


def pairs(parameters) -> dict:
    """Return given parameters by name; one given twice is an error."""
    if isinstance(parameters, Mapping):
        return dict(parameters)
    values: dict = {}
    for name, value in parameters:
        if name in values:
            raise UsageError(f"The parameter {name!r} is given twice.")
        values[name] = value
    return values


def data_folder(data) -> Path:
    """Return the folder of the data package: the one given, or named, or shipped."""
    if data is not None:
        return Path(data).resolve()
    named = os.environ.get("WELFARE_ANALYSIS_DATA")
    return Path(named).resolve() if named else project() / "data"


def default_out() -> Path:
    """Return the output directory of a checkout, or one beside the caller."""
    root = project()
    installed = root.name == "share"
    return Path.cwd() / "reports" if installed else root / "reports"


def _resolver(folder: Path) -> Callable[[str], str]:
    """Return a function that turns an area's name into its code; codes need no pandas."""
    codes: set[str] = set()
    with contextlib.suppress(OSError, UnicodeDecodeError, csv.Error):
        file = folder / "areas.csv"
        plain = file.is_file() and not leads_out(file, folder)
        lines = file.read_text(encoding="utf-8").splitlines() if plain else []
        codes = {row.get("area") for row in csv.DictReader(lines)}
    loaded: list = []

    def resolve(text: str) -> str:
        if text in codes:
            return text
        from ..data.loading import load
        from ..data.names import resolve_area

        if not loaded:
            loaded.append(load(folder))
        return resolve_area(loaded[0], text)

    return resolve
