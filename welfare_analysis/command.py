"""Command line: ``welfare-analysis`` and its commands."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from . import __version__
from .errors import DataProblems, UsageError, WelfareError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0 done; 1 a bug of ours; 2 usage, parameter or path; 3 data, or for ``build --check``
    something to build; 4 a report failed; 75 another build holds the lock; 128+n for a signal.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except WelfareError as error:
        _tell(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _tell("interrupted.")
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader of a pipe (head) has enough
        sys.stderr.close()
        return 128 + signal.SIGPIPE
    finally:
        _let_go()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="welfare-analysis",
        description="Compare Vietnamese localities on social welfare from published figures.",
        epilog="Exit codes: 0 done, 1 internal error, 2 usage, 3 data (or, for build --check, "
        "something to build), 4 a report failed, 75 another build is running, 128+n signal n.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_list(commands)
    _add_validate(commands)
    _add_audit(commands)
    _add_evidence(commands)
    _add_curate(commands)
    _add_compare(commands)
    _add_build(commands)
    return parser


def _add_command(commands, name: str, run, summary: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary)
    command.add_argument(
        "--data", metavar="DIR", help="folder of the data package (default: the shipped one)"
    )
    command.set_defaults(run=run)
    return command


def _add_list(commands) -> None:
    command = _add_command(commands, "list", _list, "List reports, indicators, areas or sources.")
    command.add_argument(
        "what", nargs="?", default="all",
        choices=("all", "reports", "indicators", "areas", "sources"),
        help="what to list (default: all)",
    )  # fmt: skip


def _add_validate(commands) -> None:
    command = _add_command(
        commands, "validate", _validate, "Check the data and print every problem at once."
    )
    command.add_argument(
        "--refresh",
        action="store_true",
        help="after editing: write hashes and sizes into datapackage.json, and the data dictionary",
    )


def _add_audit(commands) -> None:
    command = _add_command(
        commands, "audit", _audit, "Recompute every figure that follows from others."
    )
    command.add_argument("--all", action="store_true", help="show consistent checks too (table)")
    _add_answer(command)


def _add_evidence(commands) -> None:
    command = _add_command(
        commands, "evidence", _evidence, "Find every curated figure in the archived articles."
    )
    command.add_argument("--sources", metavar="DIR", required=True, help="the archived texts")


def _add_curate(commands) -> None:
    command = _add_command(
        commands, "curate", _curate,
        "Propose the figures of a text as rows to fill in, or append the filled rows.",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", help="a text, or with --append the filled CSV")
    command.add_argument("--source", metavar="ID", help="the article's identifier in sources.csv")
    command.add_argument("--out", metavar="CSV", help="where the proposal goes (default: screen)")
    command.add_argument("--append", action="store_true", help="check FILE and add its rows")


def _add_answer(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the answer"
    )
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")


def _add_compare(commands) -> None:
    command = _add_command(
        commands, "compare", _compare, "Compare areas on an indicator, with verdicts and reasons."
    )
    command.add_argument("indicator", metavar="INDICATOR", help="indicator or concept code")
    command.add_argument("--areas", nargs="+", metavar="AREA", help="codes, names or aliases")
    command.add_argument("--period", metavar="YEAR|DATE", help="year or end date of the figures")
    _add_answer(command)


def _add_build(commands) -> None:
    command = _add_command(commands, "build", _build, "Build the PDF reports through papermill.")
    command.add_argument("reports", nargs="*", metavar="REPORT", help="names (default: all)")
    command.add_argument("--lang", choices=("vi", "en", "all"), default="all")
    command.add_argument(
        "-p", dest="parameters", nargs=2, action="append", default=[], metavar=("NAME", "VALUE"),
        help="set a notebook parameter (repeatable)",
    )  # fmt: skip
    command.add_argument("--out", metavar="DIR", help="where the PDFs go (default: reports/)")
    command.add_argument(
        "--jobs", type=_count, metavar="N", help="reports at a time (default: cores)"
    )
    command.add_argument("--force", action="store_true", help="build also what did not change")
    command.add_argument(
        "--check", action="store_true",
        help="say which reports would be built and why, change nothing; exit code 3 if any",
    )  # fmt: skip
    command.add_argument(
        "--engine", choices=("forked", "kernel"),
        help="run notebooks in copies of one preloaded process, or in Jupyter kernels "
        "(default: forked on Linux, else kernel)",
    )  # fmt: skip
    command.add_argument(
        "--executor", choices=("local", "dask"), default="local",
        help="run the reports on this machine, or on the workers of a Dask scheduler",
    )  # fmt: skip
    command.add_argument("--scheduler", metavar="ADDRESS", help="of Dask, such as tcp://host:8786")
    command.add_argument(
        "--plan", choices=("json",), help="print the list of jobs, each with its own command; stop"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a whole number from 1 up")
    return number


def _list(options) -> int:
    from . import listing

    print(listing.listing(options.what, options.data))
    return 0


def _validate(options) -> int:
    from .catalogue import default_directory, load
    from .curation import changes, dictionary
    from .tabular import package, validation

    directory = Path(options.data) if options.data else default_directory()
    data = load(directory)
    if options.refresh:
        written = package.refresh(directory)
        written += [dictionary.FILE] if dictionary.refresh(data) else []
        print(f"Refreshed: {', '.join(written) or 'nothing had changed'}.")
    notes = [*validation.notices(package.read(directory)), changes.remedy(data)]
    print(*filter(None, notes), sep="\n", end="\n" if any(notes) else "", file=sys.stderr)
    print(f"{data!r}\nNo problems found in {directory}.")
    return 0


def _audit(options) -> int:
    from . import listing
    from .auditing import audit
    from .catalogue import load

    print(listing.audit(audit(load(options.data)), options.lang, options.format, options.all))
    return 0


def _evidence(options) -> int:
    from . import evidence, listing
    from .catalogue import load

    found = evidence.gather(load(options.data), Path(options.sources))
    print(listing.evidence(found))
    return 0 if found.holds else DataProblems.exit_code


def _curate(options) -> int:
    from . import curation
    from .catalogue import default_directory, load

    if options.append:
        added = curation.append(options.data or default_directory(), options.file)
        print(
            f"Rows added to observations.csv: {added.observations}, exclusions.csv: "
            f"{added.exclusions}, left out: {added.left_out}.\n"
            "Now: welfare-analysis validate --refresh, audit and evidence."
        )
        return 0
    if not options.source:
        raise UsageError("Name the article with --source ID, as in sources.csv.")
    data = load(options.data)
    rows = curation.propose(data, options.file, options.source)
    print(curation.unknown(data, options.file, options.source), end="", file=sys.stderr)
    if options.out is None:
        print(curation.text(rows), end="")
        return 0
    curation.write(rows, options.out)
    new = int((rows["known"] == "").sum())
    print(f"{len(rows)} figures and dates in {options.out}, {new} not curated yet.")
    return 0


def _compare(options) -> int:
    from . import listing
    from .catalogue import load
    from .comparison import DEFAULT_AREAS, compare

    data = load(options.data)
    areas = options.areas or DEFAULT_AREAS
    answer = compare(data, options.indicator, areas, options.period)
    print(listing.comparison(data, answer, options.lang, options.format))
    return 0


def _build(options) -> int:
    from .reporting.build import build, list_jobs

    if options.parameters and options.out is None:
        raise UsageError(
            "-p makes another report than the published one of that name: give it a folder of "
            "its own with --out DIR."
        )
    given = {name: getattr(options, name) for name in ("reports", "parameters", "data", "out")}
    given["languages"] = ("vi", "en") if options.lang == "all" else (options.lang,)
    if options.plan:
        import json

        print(json.dumps(list_jobs(**given), ensure_ascii=False, indent=2))
        return 0
    return build(
        **given,
        jobs=options.jobs,
        force=options.force,
        check=options.check,
        engine=options.engine,
        executor=options.executor,
        scheduler=options.scheduler,
    )


def _tell(text: str) -> None:
    with contextlib.suppress(OSError):
        print(f"welfare-analysis: {text}", file=sys.stderr)


def _let_go() -> None:
    """Keep a log on a full disk from changing the exit code when Python flushes it."""
    try:
        if sys.stderr and not sys.stderr.closed:
            sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _speak_utf8() -> None:
    # Under cron the locale is C: Vietnamese must come out all the same.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
