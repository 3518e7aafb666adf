"""Commands: each asks the room that knows, and prints its answer."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..codes import LANGUAGES
from ..errors import DataProblems, UsageError, WelfareError
from ..texts import Said
from .ending import tell
from .options import parser

if TYPE_CHECKING:
    from ..data.catalogue import Catalogue

# What a process that stands by has read, by its folder.
_kept: dict[Path, Catalogue] = {}


def run(arguments: Sequence[str] | None) -> int:
    """Run a command and return its exit code; those of the process by default."""
    options = parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options) or 0
    except WelfareError as error:
        # What a build prints is English, whatever language its reports have.
        answers = options.command != "build"
        tell(error.told(getattr(options, "lang", "en") if answers else "en"))
        return error.exit_code


def _load(directory: str | None) -> Catalogue:
    """Read the data, or take those that are kept if they are the same."""
    from ..data.loading import load

    data = load(directory)
    kept = _kept.get(data.directory, data)
    same = (kept.version, kept.revision) == (data.version, data.revision)
    return kept if same else data


# Each command imports what it needs itself: --help answers at once.


def _list(options) -> None:
    from . import listing

    print(listing.listing(_load(options.data), options.what))


def _validate(options) -> None:
    from ..curation import documents
    from ..data import package, validation
    from ..data.loading import default_directory, load

    directory = Path(options.data or default_directory())
    data = load(directory)
    if options.refresh:
        plain = package.rewrite(directory)
        if plain:
            print(f"Written as plain CSV (comma, UTF-8), no cell changed: {', '.join(plain)}.")
        written = package.refresh(directory)
        written += [documents.DICTIONARY] if documents.refresh(data) else []
        print(f"Refreshed: {', '.join(written) or 'nothing had changed'}.")
    notices = [*validation.notices(package.read(directory)), documents.unlogged(data)]
    for notice in filter(None, notices):
        print(notice, file=sys.stderr)
    print(f"{data!r}\nNo problems found in {directory}.")


def _audit(options) -> None:
    from ..judge.audit import audit
    from . import listing

    data = _load(options.data)
    rows = audit(data, options.areas, options.source, options.theme)
    print(listing.audit(data, rows, options.lang, options.format, options.all))


def _evidence(options) -> int:
    from ..data import evidence
    from ..data.loading import load
    from . import listing

    found = evidence.gather(load(options.data), Path(options.sources))
    print(listing.evidence(found))
    return 0 if found.holds else DataProblems.exit_code


def _curate(options) -> None:
    from .. import curation
    from ..data.loading import default_directory, load

    if options.append:
        added = curation.append(options.data or default_directory(), options.file)
        print(
            f"Rows added to observations.csv: {added.observations}, exclusions.csv: "
            f"{added.exclusions}, left out: {added.left_out}.\n"
            "Now: welfare-analysis validate --refresh, audit and evidence."
        )
        return
    if not options.source:
        raise UsageError("Name the article with --source ID, as in sources.csv.")
    data = load(options.data)
    rows = curation.propose(data, options.file, options.source)
    print(curation.unknown(data, options.file, options.source), end="", file=sys.stderr)
    if options.out is None:
        print(curation.text(rows), end="")
        return
    curation.write(rows, options.out)
    new = int((rows["known"] == "").sum())
    print(f"{len(rows)} figures and dates in {options.out}, {new} not curated yet.")


def _compare(options) -> None:
    from ..judge.comparison import compare
    from . import compared

    data = _load(options.data)
    names = ("measure", "standard", "source", "breakdown", "by")
    kept = {name: getattr(options, name) for name in names}
    answer = compare(data, options.indicator, options.areas, options.period, **kept)
    if options.save is not None:
        answer.save(options.save, options.lang)
    print(compared.comparison(data, answer, options.lang, options.format))


def _cite(options) -> None:
    from . import citing

    data = _load(options.data)
    asked = options.names, options.areas, options.source, options.form, options.lang
    print(citing.citation(data, *asked))


def _build(options) -> int:
    from ..report.joblist import list_jobs

    if options.parameters and options.out is None:
        raise UsageError(
            "-p makes another report than the published one of that name: give it a folder of "
            "its own with --out DIR."
        )
    if options.watch and (options.check or options.plan):
        raise UsageError("--watch builds: leave out --check and --plan.")
    given = {name: getattr(options, name) for name in ("reports", "parameters", "data", "out")}
    given["languages"] = _languages(options)
    if options.plan:
        import json

        print(json.dumps(list_jobs(**given), ensure_ascii=False, indent=2))
        return 0
    ways = ("jobs", "force", "engine", "executor", "scheduler")
    given |= {name: getattr(options, name) for name in ways}
    if options.watch:
        from ..report.rounds import watch

        return watch(**given)
    from ..report.build import build

    return build(**given, check=options.check)


def _release(options) -> None:
    from ..report.joblist import data_folder, default_out
    from ..report.register import project
    from ..report.release import release

    root = project()
    reports = Path(options.reports) if options.reports else default_out()
    print(release(data_folder(options.data), reports, root, Path(options.out or "dist")))


def _new(options) -> None:
    from ..data.loading import load
    from ..report.drafts import lay_down

    notebook, register = lay_down(load(options.data), options.name, options.theme)
    print(
        f"Written: {notebook}, listed in {register}.\n"
        f"Now: welfare-analysis build {options.name}; docs/reports.md says how to go on."
    )


def _lesson(options) -> None:
    from ..lessons.materials import AUDIENCES, publish

    if options.bundle is not None:
        _bundle(options)
        return
    publish(
        options.numbers,
        _languages(options),
        AUDIENCES if options.audience == "all" else (options.audience,),
        Path(options.out or "lessons"),
        Path(options.data) if options.data else None,
        variants=options.variants,
    )


def _bundle(options) -> None:
    from ..lessons.bundle import bundle

    if options.lang == "all" or options.numbers:
        raise UsageError(Said("bundle-of-all"))
    if options.data:
        raise UsageError(Said("bundle-of-shipped-data"))
    file = Path(options.bundle)
    bundle(file, options.lang, options.platforms, options.python)
    print(f"Written: {file} ({file.stat().st_size / 1e6:.0f} MB)")


def _class(options) -> None:
    from ..data.loading import load
    from ..lessons import classroom

    folder, data = Path(options.folder), load(options.data)
    handed = classroom.collect(folder, data)
    files = classroom.publish(handed, data, options.lang, Path(options.out or folder))
    print(classroom.totals(handed).to_string(index=False))
    unread = (one.told(options.lang) for one in handed.unread)
    for said in (*unread, *(f"Written: {file}" for file in files)):
        print(said)


def _standby(options) -> None:
    from .resident import stand_by

    stand_by(partial(_rehearse, options.data), run, options.minutes)


def _rehearse(directory: str | None) -> None:
    """Keep the data and what is found of them, which is whatever is asked once."""
    from ..data.loading import load

    data = load(directory)
    _kept[data.directory] = data
    subject = data.observations["indicator"].iloc[0]
    where = ["--data", directory] if directory else []
    with contextlib.redirect_stdout(io.StringIO()):
        for language in LANGUAGES:
            for asked in (["compare", subject], ["audit", "--all"], ["cite"]):
                run([*asked, "--lang", language, *where])
        run(["list", *where])


def _doctor(options) -> int:
    from .. import doctor

    found = list(doctor.examine(options.data))
    print(doctor.report(found, options.lang))
    return UsageError.exit_code if any(one.state == doctor.FAULT for one in found) else 0


def _languages(options) -> Sequence[str]:
    return LANGUAGES if options.lang == "all" else (options.lang,)


_COMMANDS = {
    "list": _list,
    "validate": _validate,
    "audit": _audit,
    "evidence": _evidence,
    "curate": _curate,
    "compare": _compare,
    "cite": _cite,
    "build": _build,
    "release": _release,
    "new": _new,
    "lesson": _lesson,
    "class": _class,
    "doctor": _doctor,
    "standby": _standby,
}
