"""Build: the reports that changed, from plan to publication."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import ReportError, UnknownName, UsageError, counted
from ..messages import message
from . import inputs, publish, staleness, stopping
from . import manifest as records
from . import outputs as files
from .joblist import data_folder, default_out, jobs_of, pairs
from .plan import Job
from .pool import Outcome, Pool, checked_engine
from .progress import Progress
from .snapshot import copied
from .snapshot import facts as facts_of

EXECUTORS = ("local", "dask")
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
    engine : {"forked", "spawned", "kernel"}, optional
        Run each report in a copy of a preloaded process, in a fresh one, or in a Jupyter kernel;
        what suits this system when absent.
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
        runner = runner_of(executor, scheduler, checked_engine(engine))
        folder = data_folder(data)
        planned = jobs_of(reports, languages, pairs(parameters), folder, register)
        # Absolute: processes have folders of their own.
        out = (Path(out) if out is not None else default_out()).resolve()
        if check:
            manifest = publish.read_manifest(out)
            parts = staleness.parts(planned, inputs.Data(folder), manifest)
            return staleness.show(out, planned, parts, manifest)
        files.check_directory(out, [name for job in planned for name in (job.output, job.page)])
        return _build(planned, folder, out, jobs or _cores(), force, runner, progress)


def runner_of(
    executor: str, scheduler: str | None, engine: str
) -> Callable[..., AbstractContextManager]:
    """Return what makes the runner of a build from its data, staging folder and size.

    Whatever ends the iteration over a runner's outcomes, or leaves its context, ends its jobs.

    Raises
    ------
    UsageError
        Before anything has started: another name, an address missing or not asked for, Dask
        not installed.
    """
    if executor not in EXECUTORS:
        raise UnknownName("executor", executor, EXECUTORS)
    if executor == "dask":
        from .dask_executor import prepared

        return prepared(scheduler, engine)
    if scheduler is not None:
        raise UsageError("--scheduler belongs to --executor dask.")
    return partial(Pool, engine=engine)


def _build(
    planned: list[Job],
    folder: Path,
    out: Path,
    size: int,
    force: bool,
    runner: Callable[..., AbstractContextManager],
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
        copy = copied(data, staging)
        if inputs.data(copy) != digest:
            return _changed(f"the data in {data}", display)
        outcomes = []
        with make(copy, staging) as runner:
            facts = facts_of(copy)  # while processes start
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


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
