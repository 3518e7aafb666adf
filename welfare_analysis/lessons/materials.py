"""Materials: every copy of the lessons asked for, written whole or not at all."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..data.catalogue import Catalogue
from ..data.loading import default_directory, load
from ..errors import ReportError, UnknownName
from ..files import keep, staged
from ..report import inputs, outputs
from . import copies, slides, worksheet
from .course import Lesson, lesson
from .execution import execute
from .source import LessonPart, available, parts, path, read

_MOST_AT_ONCE = 4
_RECORD = ".made.json"  # what each copy was when it was made

Maker = Callable[[list[LessonPart], Lesson, dict], bytes]


def _stored(notebook: dict) -> bytes:
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


# Who gets what: folder, ending of the file's name, how it is made.
_PRODUCTS: dict[str, dict[str, Maker]] = {
    "students": {
        ".ipynb": lambda found, lesson, facts: _stored(copies.students(found, lesson)),
        ".pdf": worksheet.students,
    },
    "instructor": {
        ".ipynb": lambda found, lesson, facts: _stored(copies.instructor(found, lesson)),
        ".pdf": worksheet.instructor,
        "_slides.html": lambda found, lesson, facts: slides.deck(found, lesson, facts).encode(),
    },
}
AUDIENCES = tuple(_PRODUCTS)


def publish(
    numbers: Sequence[int],
    languages: Iterable[str],
    audiences: Iterable[str],
    out: Path,
    data: Path | None = None,
    told: Callable[[str], None] = print,
    variants: int = 0,
) -> list[Path]:
    """Make copies, worksheets and slides of lessons; return the files written.

    Parameters
    ----------
    numbers : sequence of int
        The lessons; all there are when empty.
    languages, audiences : iterable of str
        ``vi``, ``en``; ``students``, ``instructor``.
    out : path
        Takes ``<language>/<audience>/<lesson>.ipynb``, ``.pdf`` and ``_slides.html``.
    data : path, optional
        The data package; the shipped one when absent.
    told : callable
        Told the path of every file once it is in its place; before, where a notebook that was
        changed since it was made has been put.
    variants : int
        How many copies of each lesson students get, each with figures of its own where exercises
        can be set on several: ``<lesson>_01.ipynb`` and so on; one for all when 0.

    Raises
    ------
    UnknownName
        If a lesson does not exist.
    ReportError
        If lessons do not run to their end, naming each with its cell; their files stay as they
        were, and all others are made.
    """
    known = available()
    for number in numbers:
        if number not in known:
            raise UnknownName("lesson", str(number), map(str, known))
    chosen = list(dict.fromkeys(numbers)) or known
    wanted = _editions(chosen, tuple(languages), tuple(audiences), variants)
    outputs.check_directory(out, [name for one in wanted for name in one.names()])
    folder = Path(data) if data is not None else default_directory()
    catalogue, facts = load(folder), inputs.facts(folder)
    written, failed = [], []
    with _runs(wanted, folder) as runs:
        for one, run in zip(wanted, runs, strict=True):
            try:
                made = _make(one, catalogue, run, facts)
            except ReportError as error:
                failed.append(f"{one.stem} ({one.language}): {error}")
                continue
            for line in _place(out, made):
                told(line)
            written += [out / name for name in made]
    if failed:
        raise ReportError("\n".join(failed))
    return written


@dataclass(frozen=True)
class _Edition:
    """One run of a lesson, and whose copies are made from it."""

    number: int
    language: str
    seed: int
    audiences: tuple[str, ...]

    @property
    def stem(self) -> str:
        return path(self.number).stem + (f"_{self.seed:02}" if self.seed else "")

    def names(self) -> dict[str, Maker]:
        """Return how each file is made, by its place below the folder of all copies."""
        return {
            f"{self.language}/{audience}/{self.stem}{ending}": make
            for audience in self.audiences
            for ending, make in _PRODUCTS[audience].items()
        }


def _editions(
    numbers: list[int], languages: tuple[str, ...], audiences: tuple[str, ...], variants: int
) -> list[_Edition]:
    """List the runs: one a lesson and language, and with variants one more for each student."""
    usual = tuple(one for one in audiences if not variants or one != "students")
    found = []
    for number, language in itertools.product(numbers, languages):
        found += [_Edition(number, language, 0, usual)] if usual else []
        if variants and "students" in audiences:
            seeds = range(1, variants + 1)
            found += [_Edition(number, language, seed, ("students",)) for seed in seeds]
    return found


@contextlib.contextmanager
def _runs(wanted: list[_Edition], folder: Path) -> Iterator[list[Future]]:
    """Run lessons, several at a time while others are typeset; give up the rest on an error."""
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1))
    try:
        yield [
            pool.submit(execute, read(one.number), one.language, folder, one.seed) for one in wanted
        ]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _make(edition: _Edition, data: Catalogue, run: Future, facts: dict) -> dict[str, bytes]:
    """Make every product of a lesson from its run."""
    opened = lesson(edition.number, edition.language, data, edition.seed)
    facts = facts | {
        "notebook": f"lessons/{path(edition.number).name}",
        "parameters": {"language": edition.language, "seed": edition.seed},
    }
    found = parts(run.result(), edition.language)
    return {name: make(found, opened, facts) for name, make in edition.names().items()}


def _place(out: Path, made: dict[str, bytes]) -> Iterator[str]:
    """Write all files of a lesson, once what somebody worked in is out of their way.

    Say of each where it is, and of each that somebody had worked in where it was kept.
    """
    contents = {**made, _RECORD: _record(out, made)}
    with staged({out / name: content for name, content in contents.items()}, ReportError):
        aside = [_put_aside(out, name, content) for name, content in made.items()]
    yield from (f"{path} (was changed since it was made: kept)" for path in aside if path)
    yield from (str(out / name) for name in made)


def _recorded(out: Path) -> dict[str, str]:
    """Read what the files in a folder were when they were made; nothing if that is not known."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((out / _RECORD).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _record(out: Path, made: Mapping[str, bytes]) -> bytes:
    """Return a record that says what some files are, beside what is known of others."""
    known = _recorded(out) | {name: inputs.sha256(content) for name, content in made.items()}
    return (json.dumps(known, indent=1, sort_keys=True) + "\n").encode()


def _put_aside(out: Path, name: str, new: bytes) -> Path | None:
    """Give a notebook that was changed since it was made a name of its own; return that."""
    target = out / name
    if target.suffix != ".ipynb" or not target.is_file():
        return None
    content = target.read_bytes()
    if content == new or _recorded(out).get(name) == inputs.sha256(content):
        return None
    names = (f"{target.stem}.kept-{number}.ipynb" for number in itertools.count(1))
    aside = next(place for name in names if not (place := target.with_name(name)).exists())
    keep(target, aside, ReportError)
    return aside
