"""Options: what the command line accepts."""

from __future__ import annotations

import argparse

from .. import __version__
from ..codes import Measure


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line; ``command`` names the command chosen."""
    whole = argparse.ArgumentParser(
        prog="welfare-analysis",
        description="Compare Vietnamese localities on social welfare from published figures.",
        epilog="Exit codes: 0 done, 1 internal error, 2 usage, 3 data (for build also: data or "
        "package changed meanwhile, or with --check something to build), 4 a report failed, "
        "75 another build is running, 128+n signal n.",
    )
    whole.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_list(commands)
    _add_validate(commands)
    _add_audit(commands)
    _add_evidence(commands)
    _add_curate(commands)
    _add_compare(commands)
    _add_build(commands)
    _add_lesson(commands)
    _add_doctor(commands)
    return whole


def _add_command(commands, name: str, summary: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary)
    command.add_argument(
        "--data", metavar="DIR", help="folder of the data package (default: the shipped one)"
    )
    return command


def _add_list(commands) -> None:
    command = _add_command(
        commands, "list", "List reports, indicators, concepts, areas or sources."
    )
    command.add_argument(
        "what",
        nargs="?",
        default="all",
        choices=("all", "reports", "indicators", "concepts", "areas", "sources"),
        help="what to list (default: all)",
    )


def _add_validate(commands) -> None:
    command = _add_command(commands, "validate", "Check the data and print every problem at once.")
    command.add_argument(
        "--refresh",
        action="store_true",
        help="after editing: write tables as plain CSV again, hashes and sizes into "
        "datapackage.json, and the data dictionary",
    )


def _add_audit(commands) -> None:
    command = _add_command(commands, "audit", "Recompute every figure that follows from others.")
    command.add_argument("--all", action="store_true", help="show consistent checks too (table)")
    _add_answer(command)


def _add_evidence(commands) -> None:
    command = _add_command(
        commands, "evidence", "Find every curated figure in the archived articles."
    )
    command.add_argument("--sources", metavar="DIR", required=True, help="the archived texts")


def _add_curate(commands) -> None:
    command = _add_command(
        commands,
        "curate",
        "Propose the figures of a text as rows to fill in, or append the filled rows.",
    )
    command.add_argument("file", metavar="FILE", help="a text, or with --append the filled CSV")
    command.add_argument("--source", metavar="ID", help="the article's identifier in sources.csv")
    command.add_argument("--out", metavar="CSV", help="where the proposal goes (default: screen)")
    command.add_argument("--append", action="store_true", help="check FILE and add its rows")


def _add_answer(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the answer (default: vi)"
    )
    command.add_argument(
        "--format",
        choices=("table", "csv", "json"),
        default="table",
        help="table for people, csv and json for programs (default: table)",
    )


def _add_compare(commands) -> None:
    command = _add_command(
        commands, "compare", "Compare areas on an indicator, with verdicts and reasons."
    )
    command.add_argument(
        "indicator", metavar="INDICATOR", help="code or title of an indicator or concept"
    )
    command.add_argument(
        "--areas",
        nargs="+",
        metavar="AREA",
        help="codes, names or aliases (default: Hà Nội, TP.HCM, Sơn La, Sông Công)",
    )
    command.add_argument(
        "--period",
        metavar="YEAR|DATE",
        help="year or end date of the figures (default: near the year that most areas report)",
    )
    command.add_argument(
        "--measure",
        nargs="+",
        choices=[str(one) for one in Measure],
        metavar="KIND",
        help=f"only figures of these kinds: {', '.join(Measure)}",
    )
    command.add_argument(
        "--standard", nargs="+", metavar="CODE", help="only figures by these poverty standards"
    )
    _add_answer(command)


def _add_build(commands) -> None:
    command = _add_command(commands, "build", "Build the reports, PDF and HTML, through papermill.")
    command.add_argument("reports", nargs="*", metavar="REPORT", help="names (default: all)")
    command.add_argument(
        "--lang",
        choices=("vi", "en", "all"),
        default="all",
        help="language of the reports (default: all)",
    )
    command.add_argument(
        "-p",
        dest="parameters",
        nargs=2,
        action="append",
        default=[],
        metavar=("NAME", "VALUE"),
        help="set a notebook parameter (repeatable)",
    )
    command.add_argument("--out", metavar="DIR", help="where the reports go (default: reports/)")
    command.add_argument(
        "--jobs", type=_count, metavar="N", help="reports at a time (default: cores)"
    )
    command.add_argument("--force", action="store_true", help="build also what did not change")
    command.add_argument(
        "--check",
        action="store_true",
        help="say which reports would be built and why, change nothing; exit code 3 if any",
    )
    command.add_argument(
        "--engine",
        choices=("forked", "kernel"),
        help="run notebooks in copies of one preloaded process, or in Jupyter kernels "
        "(default: forked on Linux, else kernel)",
    )
    command.add_argument(
        "--executor",
        choices=("local", "dask"),
        default="local",
        help="run the reports on this machine, or on the workers of a Dask scheduler",
    )
    command.add_argument("--scheduler", metavar="ADDRESS", help="of Dask, such as tcp://host:8786")
    command.add_argument(
        "--plan", choices=("json",), help="print the list of jobs, each with its own command; stop"
    )


def _add_doctor(commands) -> None:
    command = _add_command(
        commands,
        "doctor",
        "Say what is wrong with this installation and how to mend it; exit code 2 if anything is.",
    )
    command.add_argument("--lang", choices=("vi", "en"), default="en", help="language (en)")


def _add_lesson(commands) -> None:
    command = _add_command(
        commands, "lesson", "Make the lessons' copies for students and instructors, PDFs, slides."
    )
    command.add_argument(
        "numbers", nargs="*", type=_count, metavar="N", help="lessons (default: all)"
    )
    command.add_argument("--lang", choices=("vi", "en", "all"), default="all")
    command.add_argument(
        "--for",
        dest="audience",
        choices=("students", "instructor", "all"),
        default="all",
        help="whose copies (default: all); the slides are the instructor's",
    )
    command.add_argument("--out", metavar="DIR", help="where they go (default: lessons/)")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 up, found {text!r}")
    return int(text[:9])
