"""Publish: every copy of the lessons asked for, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from ..catalogue import default_directory, load
from ..errors import ReportError, UnknownName
from ..reporting import files, snapshot
from . import copies, kept, slides, worksheet
from .course import Lesson, lesson
from .execution import execute
from .source import Part, available, parts, path, read

Maker = Callable[[list[Part], Lesson, dict], bytes]


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
        If a lesson does not run to its end, naming the cell; its files stay as they were.
    """
    known = available()
    for number in numbers:
        if number not in known:
            raise UnknownName("lesson", str(number), map(str, known))
    chosen = list(dict.fromkeys(numbers)) or known
    languages, audiences = tuple(languages), tuple(audiences)
    names = [name for number in chosen for language in languages
             for name in _names(number, language, audiences)]  # fmt: skip
    files.check_directory(out, names)
    folder = Path(data) if data is not None else default_directory()
    catalogue, facts = load(folder), snapshot.facts(folder)
    written = []
    for number in chosen:
        for language in languages:
            opened = lesson(number, language, catalogue)
            made = _make(number, opened, audiences, folder, facts)
            for line in _place(out, made):
                told(line)
            written += [out / name for name in made]
    return written


def _names(number: int, language: str, audiences: Iterable[str]) -> list[str]:
    stem = path(number).stem
    return [f"{language}/{audience}/{stem}{ending}"
            for audience in audiences for ending in _PRODUCTS[audience]]  # fmt: skip


def _make(
    number: int, opened: Lesson, audiences: Iterable[str], folder: Path, facts: dict
) -> dict[str, bytes]:
    """Run a lesson once and make every product of it."""
    stem, language = path(number).stem, opened.language
    facts = facts | {
        "notebook": f"lessons/{path(number).name}",
        "parameters": {"language": language},
    }
    try:
        found = parts(execute(read(number), language, folder), language)
        return {
            f"{language}/{audience}/{stem}{ending}": make(found, opened, facts)
            for audience in audiences
            for ending, make in _PRODUCTS[audience].items()
        }
    except ReportError as error:
        raise ReportError(f"{stem} ({language}): {error}") from None


def _place(out: Path, made: dict[str, bytes]) -> Iterator[str]:
    """Write all files of a lesson beside their places, then move each there in one step.

    Say of each where it is, and of each that somebody had worked in where it was kept.
    """
    with files.named(out), tempfile.TemporaryDirectory(prefix=".lesson-", dir=out) as staging:
        ready = []
        for place, (name, content) in enumerate(made.items()):
            source = Path(staging) / str(place)
            files.write(source, content)
            with contextlib.suppress(OSError):
                os.chmod(source, 0o644)
            ready.append((source, out / name))
        aside = [kept.put_aside(out, name, content) for name, content in made.items()]
        for source, target in ready:
            files.replace(source, target)
        kept.record(out, Path(staging), made)
    yield from (f"{path} (was changed since it was made: kept)" for path in aside if path)
    yield from (str(out / name) for name in made)
