"""Build: the reports that changed, from plan to publication."""

from __future__ import annotations

import contextlib
import csv
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import ReportError, UsageError, counted
from ..messages import message
from . import executors, inputs, publish, staleness, stopping
from . import manifest as records
from . import outputs as files
from .plan import Job, plan, project
from .pool import Outcome, checked_engine
from .progress import Progress
from .snapshot import copied as _copied
from .snapshot import facts as _facts

_CHANGED = 3


def build(
    reports: Iterable[str] = (),
    languages: Iterable[str] = ("vi", "en"),
    parameters: Mapping[str, object] | Iterable[tuple[str, object]] = (),
    data: str | os.PathLike | None = None,
    out: str | os.PathLike | None = None,
    jobs: int | None = None,
    force: bool = False,
    *,
    check: bool = False,
    register: str | os.PathLike | None = None,
    engine: str | None = None,
    executor: str = "local",
    scheduler: str | None = None,
    progress: Callable[[int], Progress] = Progress,
) -> int:
    """Build the reports whose inputs changed and publish them.

    Parameters
    ----------
    reports : iterable of str
        Names; none means all.
    languages : iterable of {"vi", "en"}
    parameters : mapping or pairs
        Given for this build; a pair repeated is an error.
    data : path, optional
        The data package; the shipped one when absent.
    out : path, optional
        The output directory; ``reports/`` of the project when absent.
    jobs : int, optional
        Reports at a time; the cores this process may use when absent.
    force : bool
        Build also what did not change.
    check : bool
        Only say which reports would be built and why; change nothing.
    register : path, optional
        Another ``reports.yml``.
    engine : {"forked", "kernel"}, optional
        Run each report in a copy of a preloaded process, or in a Jupyter kernel; what suits
        this system when absent.
    executor : {"local", "dask"}
        Who runs the reports.
    scheduler : str, optional
        Address of the Dask scheduler.
    progress : callable
        Makes the display from the number of reports.

    Returns
    -------
    int
        Exit code: 0 done, 3 the data or this package changed meanwhile or, for a check, a
        report is stale, 4 a report failed.

    Raises
    ------
    UsageError, DataProblems, BuildLocked
        Before any cell has run.
    """
    with stopping.gracefully():
        runner = executors.chosen(executor, scheduler, engine=checked_engine(engine))
        folder = _data_folder(data)
        planned = _planned(reports, languages, _pairs(parameters), folder, register)
        # Absolute: workers have folders of their own.
        out = (Path(out) if out is not None else _default_out()).resolve()
        if check:
            manifest = publish.read_manifest(out)
            parts = staleness.parts(planned, inputs.Data(folder), manifest)
            return staleness.show(out, planned, parts, manifest)
        files.check_directory(out, [name for job in planned for name in (job.output, job.page)])
        return _build(planned, folder, out, jobs or _cores(), force, runner, progress)


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

    Takes the parameters of `build`; see `joblist.joblist` for what it returns.
    """
    from .joblist import joblist

    folder, values = _data_folder(data), _pairs(parameters)
    jobs = _planned(reports, languages, values, folder, register)
    return joblist(jobs, values, folder, data, _default_out() if out is None else out)


def _planned(reports, languages, values: dict, folder: Path, register) -> list[Job]:
    if not (folder / "datapackage.json").is_file():
        raise UsageError(f"No data package in {folder}: name its folder with --data DIR.")
    register = Path(register) if register else None
    return plan(reports, languages, values, _resolver(folder), register)


def _build(
    planned: list[Job],
    folder: Path,
    out: Path,
    size: int,
    force: bool,
    runner: Callable[..., executors.Runner],
    progress: Callable[[int], Progress],
) -> int:
    with files.named(out), publish.lock(out):
        publish.clear(out)
        manifest = publish.read_manifest(out)
        now = inputs.Data(folder)
        parts = staleness.parts(planned, now, manifest)
        keys = {output: inputs.key(made_from) for output, made_from in parts.items()}
        stale = [
            job
            for job in planned
            if force or not publish.is_current(out, job.output, keys[job.output], manifest)
        ]
        display = progress(len(stale))
        try:
            display.line(
                f"{counted(len(planned), 'report')}, {len(planned) - len(stale)} unchanged."
            )
            current = [job.output for job in planned if job not in stale]
            if not stale:
                _renew_index(out, current)
                return 0
            make = partial(runner, size=min(size, len(stale)))
            return _make(stale, current, now, out, make, display)
        finally:
            display.close()


def _renew_index(out: Path, current: list[str]) -> None:
    """Write the index again if it is missing, damaged or says that a current report failed."""
    if not publish.is_index_current(out, current):
        with publish.staging(out) as staging:
            publish.publish(out, {}, {}, staging, checked=current)
        for output in current:
            publish.forget_failure(out, output)


def _make(
    stale: list[Job],
    current: list[str],
    now: inputs.Data,
    out: Path,
    make: Callable,
    display: Progress,
) -> int:
    data, digest = now.folder, now.whole
    with publish.staging(out) as staging:
        copy = _copied(data, staging)
        if inputs.data(copy) != digest:
            return _changed(f"the data in {data}", display)
        outcomes = []
        with make(copy, staging) as runner:
            facts = _facts(copy)  # while processes start
            for language in LANGUAGES:
                message("report-series", language)  # reads all messages, for the index
            for outcome in runner.run(stale, facts):
                display.finished(outcome.job.output, outcome.seconds, outcome.reason is None)
                for warning in dict.fromkeys(outcome.warnings):
                    display.line(f"  {outcome.job.output}: printed to stderr: {warning}")
                outcomes.append(outcome)
        if not digest == inputs.data(data) == inputs.data(copy):
            return _changed(f"the data in {data}", display)
        if not inputs.is_package_unchanged():
            return _changed("welfare_analysis itself, code, words or templates,", display)
        read = inputs.Data(copy)
        built = [outcome for outcome in outcomes if outcome.reason is None]
        failed = [outcome for outcome in outcomes if outcome.reason is not None]
        publish.publish(
            out,
            _files(built),
            {outcome.job.output: records.entry(outcome, read, facts) for outcome in built},
            staging,
            checked=current,
            failed=[outcome.job.output for outcome in failed],
            now=records.state(read, facts),
        )
        for outcome in built:
            publish.forget_failure(out, outcome.job.output)
        for outcome in failed:
            executed = outcome.folder / "executed.ipynb"
            text = "\n\n".join(filter(None, [outcome.reason, outcome.details]))
            kept = publish.keep_failure(out, outcome.job.output, text, executed)
            where = f"\n  kept in {kept.parent}" if kept else ""
            display.line(f"welfare-analysis: {outcome.reason}{where}")
    return ReportError.exit_code if failed else 0


def _files(built: list[Outcome]) -> dict[str, Path]:
    """Return where each PDF and each page now stands, by its name."""
    pdfs = {outcome.job.output: outcome.folder / "report.pdf" for outcome in built}
    return pdfs | {outcome.job.page: outcome.folder / "report.html" for outcome in built}


def _changed(what: str, display: Progress) -> int:
    display.line(
        f"welfare-analysis: {what} changed during the build: nothing was published. "
        "Run the build again."
    )
    return _CHANGED


def _pairs(parameters) -> dict:
    if isinstance(parameters, Mapping):
        return dict(parameters)
    values: dict = {}
    for name, value in parameters:
        if name in values:
            raise UsageError(f"The parameter {name!r} is given twice.")
        values[name] = value
    return values


def _data_folder(data) -> Path:
    if data is not None:
        return Path(data).resolve()
    named = os.environ.get("WELFARE_ANALYSIS_DATA")
    return Path(named).resolve() if named else project() / "data"


def _default_out() -> Path:
    root = project()
    installed = root.name == "share"
    return Path.cwd() / "reports" if installed else root / "reports"


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _resolver(folder: Path) -> Callable[[str], str]:
    """Return a function that turns an area's name into its code; codes need no pandas."""
    codes: set[str] = set()
    with contextlib.suppress(OSError, UnicodeDecodeError, csv.Error):
        lines = (folder / "areas.csv").read_text(encoding="utf-8").splitlines()
        codes = {row.get("area") for row in csv.DictReader(lines)}
    loaded: list = []

    def resolve(text: str) -> str:
        if text in codes:
            return text
        from ..data.catalogue import load
        from ..data.names import resolve_area

        if not loaded:
            loaded.append(load(folder))
        return resolve_area(loaded[0], text)

    return resolve
