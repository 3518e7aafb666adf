"""Materials: every copy of the lessons asked for, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

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
    languages, audiences = tuple(languages), tuple(audiences)
    names = [
        name
        for number in chosen
        for language in languages
        for name in _names(number, language, audiences)
    ]
    outputs.check_directory(out, names)
    folder = Path(data) if data is not None else default_directory()
    catalogue, facts = load(folder), inputs.facts(folder)
    wanted = [(number, language) for number in chosen for language in languages]
    written, failed = [], []
    with _runs(wanted, folder) as runs:
        for (number, language), run in zip(wanted, runs, strict=True):
            try:
                made = _make(number, lesson(number, language, catalogue), run, audiences, facts)
            except ReportError as error:
                failed.append(f"{path(number).stem} ({language}): {error}")
                continue
            for line in _place(out, made):
                told(line)
            written += [out / name for name in made]
    if failed:
        raise ReportError("\n".join(failed))
    return written


@contextlib.contextmanager
def _runs(wanted: list[tuple[int, str]], folder: Path) -> Iterator[list[Future]]:
    """Run lessons, several at a time while others are typeset; give up the rest on an error."""
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1))
    try:
        yield [pool.submit(execute, read(number), language, folder) for number, language in wanted]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _names(number: int, language: str, audiences: Iterable[str]) -> list[str]:
    stem = path(number).stem
    return [
        f"{language}/{audience}/{stem}{ending}"
        for audience in audiences
        for ending in _PRODUCTS[audience]
    ]


def _make(
    number: int, opened: Lesson, run: Future, audiences: Iterable[str], facts: dict
) -> dict[str, bytes]:
    """Make every product of a lesson from its run."""
    stem, language = path(number).stem, opened.language
    facts = facts | {
        "notebook": f"lessons/{path(number).name}",
        "parameters": {"language": language},
    }
    found = parts(run.result(), language)
    return {
        f"{language}/{audience}/{stem}{ending}": make(found, opened, facts)
        for audience in audiences
        for ending, make in _PRODUCTS[audience].items()
    }


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
    known = _recorded(out) | {name: _hash(content) for name, content in made.items()}
    return (json.dumps(known, indent=1, sort_keys=True) + "\n").encode()


def _put_aside(out: Path, name: str, new: bytes) -> Path | None:
    """Give a notebook that was changed since it was made a name of its own; return that."""
    target = out / name
    if target.suffix != ".ipynb" or not target.is_file():
        return None
    content = target.read_bytes()
    if content == new or _recorded(out).get(name) == _hash(content):
        return None
    names = (f"{target.stem}.kept-{number}.ipynb" for number in itertools.count(1))
    aside = next(place for name in names if not (place := target.with_name(name)).exists())
    keep(target, aside, ReportError)
    return aside


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
