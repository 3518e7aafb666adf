"""Options: what the command line accepts, as a table of commands."""

from __future__ import annotations

import argparse

from ..codes import LANGUAGES, Derived, MeasureKind
from ..data.citations import FORMS

Option = tuple[str, dict]


def _flag(name: str, said: str) -> Option:
    return name, {"action": "store_true", "help": said}


def _value(name: str, metavar: str | tuple, said: str, **more: object) -> Option:
    return name, {"metavar": metavar, "help": said, **more}


def _one_of(
    name: str, choices: tuple, default: str | None, said: str | None, **more: object
) -> Option:
    return name, {"choices": choices, "default": default, "help": said, **more}


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 up, found {text!r}")
    return int(text[:9])


_DATA = _value("--data", "DIR", "folder of the data package (default: the shipped one)")
_ALL_LANGUAGES = (*LANGUAGES, "all")
_ANSWER = (
    _one_of("--lang", LANGUAGES, "vi", "language of the answer (default: vi)"),
    _one_of(
        "--format",
        ("table", "csv", "json"),
        "table",
        "table for people, csv and json for programs (default: table)",
    ),
)

# Every command: what it does, then what it accepts besides --data.
_COMMANDS: dict[str, tuple] = {
    "list": (
        "List reports, indicators, concepts, areas or sources.",
        _one_of(
            "what",
            ("all", "reports", "indicators", "concepts", "areas", "sources"),
            "all",
            "what to list (default: all)",
            nargs="?",
        ),
    ),
    "validate": (
        "Check the data and print every problem at once.",
        _flag(
            "--refresh",
            "after editing: write tables as plain CSV again, hashes and sizes into "
            "datapackage.json, and the data dictionary",
        ),
    ),
    "audit": (
        "Recompute every figure that follows from others.",
        _value("--areas", "AREA", "only of these: codes, names or aliases", nargs="+"),
        _value("--source", "ID", "only of these sources, as in sources.csv", nargs="+"),
        _value("--theme", "THEME", "only of these themes, such as poverty", nargs="+"),
        _flag("--all", "show consistent checks too (table)"),
        *_ANSWER,
    ),
    "evidence": (
        "Find every curated figure in the archived articles.",
        _value("--sources", "DIR", "the archived texts", required=True),
    ),
    "curate": (
        "Propose the figures of a text as rows to fill in, or append the filled rows.",
        _value("file", "FILE", "a text, or with --append the filled CSV"),
        _value("--source", "ID", "the article's identifier in sources.csv"),
        _value("--out", "CSV", "where the proposal goes (default: screen)"),
        _flag("--append", "check FILE and add its rows"),
    ),
    "compare": (
        "Compare areas on an indicator, with verdicts and reasons.",
        _value("indicator", "INDICATOR", "code or title of an indicator or concept"),
        _value(
            "--areas",
            "AREA",
            "codes, names or aliases (default: Hà Nội, TP.HCM, Sơn La, Sông Công; of other data "
            "those with the most figures)",
            nargs="+",
        ),
        _value(
            "--period",
            "YEAR|DATE",
            "year or end date of the figures (default: those that compare best)",
        ),
        _value(
            "--measure",
            "KIND",
            f"only figures of these kinds: {', '.join(MeasureKind)}",
            nargs="+",
            choices=[str(one) for one in MeasureKind],
        ),
        _value("--standard", "CODE", "only figures by these poverty standards", nargs="+"),
        _value("--source", "ID", "only figures of these sources, as in sources.csv", nargs="+"),
        _value("--breakdown", "PART", "one part of the indicator, such as sex=F (default: totals)"),
        _value(
            "--by",
            "MEASURE",
            f"compare what is computed from the figures: {', '.join(Derived)}",
            choices=[str(one) for one in Derived],
        ),
        _value(
            "--save",
            "FILE",
            "write the comparison to a file too: .csv, .xlsx, .parquet, .dta, .tex, .sdmx.csv",
        ),
        *_ANSWER,
    ),
    "cite": (
        "Cite figures, comparisons, reports or the data, for a list of references.",
        _value(
            "names",
            "NAME",
            "figures, indicators that are compared, published reports (default: the data)",
            nargs="*",
        ),
        _value("--areas", "AREA", "compared on the indicators: codes, names or aliases", nargs="+"),
        _value("--source", "ID", "only figures of these sources, as in sources.csv", nargs="+"),
        _one_of("--form", tuple(FORMS), "bibtex", "csl is JSON, for Zotero and pandoc"),
        _one_of("--lang", LANGUAGES, "vi", "language of titles and notes (default: vi)"),
    ),
    "build": (
        "Build the reports, PDF and HTML, through papermill.",
        _value("reports", "REPORT", "names (default: all)", nargs="*"),
        _one_of("--lang", _ALL_LANGUAGES, "all", "language of the reports (default: all)"),
        _value(
            "-p",
            ("NAME", "VALUE"),
            "set a notebook parameter (repeatable)",
            dest="parameters",
            nargs=2,
            action="append",
            default=[],
        ),
        _value("--out", "DIR", "where the reports go (default: reports/)"),
        _value("--jobs", "N", "reports at a time (default: cores)", type=_count),
        _flag("--force", "build also what did not change"),
        _flag(
            "--check",
            "say which reports would be built and why, change nothing; exit code 3 if any",
        ),
        _flag("--watch", "go on: build again whenever data, a notebook or reports.yml are saved"),
        _one_of(
            "--engine",
            ("forked", "spawned", "kernel"),
            None,
            "run notebooks in copies of one preloaded process, in fresh processes, or in Jupyter "
            "kernels (default: forked on Linux, else spawned)",
        ),
        _one_of(
            "--executor",
            ("local", "dask"),
            "local",
            "run the reports on this machine, or on the workers of a Dask scheduler",
        ),
        _value("--scheduler", "ADDRESS", "of Dask, such as tcp://host:8786"),
        _one_of(
            "--plan", ("json",), None, "print the list of jobs, each with its own command; stop"
        ),
    ),
    "release": (
        "Pack the data and the built reports with checksums, and print the archive's name.",
        _value("--reports", "DIR", "where the reports are (default: reports/)"),
        _value("--out", "DIR", "where the archive goes (default: dist/)"),
    ),
    "new": (
        "Lay down the notebook of a new report and list it in reports/reports.yml.",
        _one_of("what", ("report",), None, "what to make: a report"),
        _value("name", "NAME", "of the report: small letters, digits and _"),
        _value("--theme", "THEME", "a theme of the data, by code (default: NAME)"),
    ),
    "lesson": (
        "Make the lessons' copies for students and instructors, PDFs, slides.",
        _value("numbers", "N", "lessons (default: all)", nargs="*", type=_count),
        _one_of("--lang", _ALL_LANGUAGES, "all", None),
        _one_of(
            "--for",
            ("students", "instructor", "all"),
            "all",
            "whose copies (default: all); the slides are the instructor's",
            dest="audience",
        ),
        _value("--out", "DIR", "where they go (default: lessons/)"),
        _value(
            "--variants",
            "N",
            "N copies of each lesson for students, so that neighbours have other figures",
            type=_count,
            default=0,
        ),
        _value(
            "--bundle",
            "ZIP",
            "one file with all that students need to set up and open the lessons without a "
            "network; made while there is one",
        ),
        _value(
            "--platform",
            "SYSTEM",
            "what students have, for --bundle: windows, macos, linux (default: all)",
            choices=("windows", "macos", "linux"),
            nargs="+",
            dest="platforms",
            default=(),
        ),
        _value("--python", "X.Y", "students' Python, for --bundle (default: 3.13)", default="3.13"),
    ),
    "class": (
        "Read the lessons that a class handed in, running nothing: a table and a page.",
        _value("folder", "FOLDER", "holds the notebooks, each in a folder or by a name of its own"),
        _one_of("--lang", LANGUAGES, "vi", "language of the page (default: vi)"),
        _value("--out", "DIR", "where class.csv and class.html go (default: FOLDER)"),
    ),
    "doctor": (
        "Say what is wrong with this installation and how to mend it; exit code 2 if anything is.",
        _one_of("--lang", LANGUAGES, "en", "language (en)"),
    ),
    "standby": (
        "Stay, so that list, compare, audit and cite answer at once in any terminal (Linux).",
        _value(
            "--minutes", "N", "end when unused for so long (default: 60)", type=_count, default=60
        ),
    ),
}


class _Version(argparse.Action):
    """Looks the version up, which takes as long as all else, only where it is asked for."""

    def __call__(self, parser, *_):
        from .. import __version__

        print(parser.prog, __version__)
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line; ``command`` names the command chosen."""
    whole = argparse.ArgumentParser(
        prog="welfare-analysis",
        description="Compare Vietnamese localities on social welfare from published figures.",
        epilog="Exit codes: 0 done, 1 internal error, 2 usage, 3 data (for build also: data or "
        "package changed meanwhile, or with --check something to build), 4 a report failed, "
        "75 another build is running, 128+n signal n.",
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command, (summary, *options) in _COMMANDS.items():
        accepted = commands.add_parser(command, help=summary, description=summary)
        for name, settings in (_DATA, *options):
            accepted.add_argument(name, **settings)
    return whole
