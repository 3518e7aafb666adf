"""Build: the reports that changed, from plan to publication."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from ..errors import ReportError, UnknownName, UsageError
from . import extras, inputs, manifest, outputs, publish, slices, staleness
from .exits import gracefully
from .joblist import data_folder, default_out, jobs_of, pairs
from .plan import Job
from .pool import Ending, Pool, checked_engine
from .processes import Standby
from .progress import Progress

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
    standby: Standby | None = None,
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
    standby : Standby, optional
        Keeps the preloaded process for the next build; of executor local alone.

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
    with gracefully():
        runner = runner_of(executor, scheduler, checked_engine(engine), standby)
        folder = data_folder(data)
        planned = jobs_of(reports, languages, pairs(parameters), folder, register)
        # Absolute: processes have folders of their own.
        out = (Path(out) if out is not None else default_out()).resolve()
        if check:
            known = manifest.reports(out)
            parts = staleness.parts(planned, slices.Data(folder), known)
            return staleness.show(out, planned, parts, known)
        inputs.check_shipped()
        targets = [name for job in planned for name in (job.output, job.page)]
        outputs.check_directory(out, targets, [job.folder for job in planned])
        return _build(planned, folder, out, jobs or _cores(), force, runner, progress)


def runner_of(
    executor: str, scheduler: str | None, engine: str, standby: Standby | None = None
) -> Callable[..., contextlib.AbstractContextManager]:
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
    return partial(Pool, engine=engine, standby=standby)


def _build(
    planned: list[Job],
    folder: Path,
    out: Path,
    size: int,
    force: bool,
    runner: Callable[..., contextlib.AbstractContextManager],
    progress: Callable[[int], Progress],
) -> int:
    with outputs.named(out), outputs.lock(out):
        publish.clear(out)
        known = manifest.reports(out)
        now = slices.Data(folder)
        parts = staleness.parts(planned, now, known)
        keys = {output: inputs.key(made_from) for output, made_from in parts.items()}
        stale = [
            job
            for job in planned
            if force or not manifest.is_current(out, job.output, keys[job.output], known)
        ]
        display = progress(len(stale))
        try:
            display.begin(len(planned))
            current = [job.output for job in planned if job not in stale]
            if not stale:
                _renew(out, current, now, known)
                return 0
            make = partial(runner, size=min(size, len(stale)))
            return _make(stale, current, now, out, make, display)
        finally:
            display.close()


def _renew(out: Path, current: list[str], now: slices.Data, known: dict[str, dict]) -> None:
    """Write the index again if it is missing, damaged or says that a current report failed.

    That reports are current with other data than before is noted, so that it is not found out
    at every build.
    """
    told = all(known[output].get("data") == now.whole for output in current)
    whole = "" if told or inputs.data(now.folder) != now.whole else now.whole
    if not whole and manifest.is_index_current(out, current):
        return
    with publish.staging(out) as staging:
        publish.publish(out, {}, {}, staging, checked=current, whole=whole)
    for output in current:
        publish.forget_failure(out, output)


def _make(
    stale: list[Job],
    current: list[str],
    now: slices.Data,
    out: Path,
    make: Callable,
    display: Progress,
) -> int:
    data, digest = now.folder, now.whole
    with publish.staging(out) as staging:
        copy = inputs.copied(data, staging)
        if inputs.data(copy) != digest:
            return _changed(f"the data in {data}", display)
        with make(copy, staging) as runner:
            checked = runner.check()
            for notice in checked.notices:
                display.line(f"welfare-analysis: {notice}")
            outcomes = [_shown(one, display) for one in runner.run(stale, checked.facts)]
        publish.check_there(staging)
        if not digest == inputs.data(data) == inputs.data(copy):
            return _changed(f"the data in {data}", display)
        if not inputs.is_package_unchanged():
            return _changed("welfare_analysis itself, code, words or templates,", display)
        failed = [one for one in outcomes if one.reason is not None]
        read = slices.Data(copy, checked.held)
        _publish(out, staging, outcomes, current, read, checked.facts)
        for outcome in failed:
            display.line(f"welfare-analysis: {outcome.reason}{_kept(out, outcome)}")
    return ReportError.exit_code if failed else 0


def _shown(outcome: Ending, display: Progress) -> Ending:
    """Show how a job ended, and what it printed for its reader to see."""
    display.finished(outcome.job.output, outcome.seconds, outcome.reason is None)
    for warning in dict.fromkeys(outcome.warnings):
        display.line(f"  {outcome.job.output}: printed to stderr: {warning}")
    return outcome


def _publish(
    out: Path,
    staging: Path,
    outcomes: list[Ending],
    current: list[str],
    read: slices.Data,
    facts: dict,
) -> None:
    """Put the reports that were made in their places, with an account of all."""
    built = {one.job.output: one for one in outcomes if one.reason is None}
    files = {output: _files(one) for output, one in built.items()}
    publish.publish(
        out,
        {name: file for own in files.values() for name, file in own.items()},
        {output: manifest.entry(one, files[output], read, facts) for output, one in built.items()},
        staging,
        checked=current,
        whole=read.whole,
        failed=[one.job.output for one in outcomes if one.reason is not None],
        now=manifest.state(read, facts),
    )
    for output in (*current, *built):
        publish.forget_failure(out, output)


def _kept(out: Path, outcome: Ending) -> str:
    """Keep what is known of a failure, and say where."""
    text = "\n\n".join(filter(None, [outcome.reason, outcome.details]))
    kept = publish.keep_failure(out, outcome.job.output, text, outcome.folder / "executed.ipynb")
    return f"\n  kept in {kept.parent}" if kept else ""


def _files(outcome: Ending) -> dict[str, Path]:
    """Return where the files of a report now stand, by their names; those beside the page first."""
    job, archive = outcome.job, outcome.folder / extras.ARCHIVE
    found = extras.unpacked(archive, job.output, outcome.files_sha256)
    return {
        **found,
        job.page: outcome.folder / "report.html",
        job.output: outcome.folder / "report.pdf",
    }


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
