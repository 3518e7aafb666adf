"""Classroom: what a whole class handed in, as a table and a page; nothing is run or sent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ..data.catalogue import Catalogue
from ..errors import ReportError, UsageError
from ..files import leads_out, staged
from ..messages import message
from ..report.pages import page
from ..show import markdown
from ..texts import Said, seen
from . import handed_in
from .course import Lesson, exercises, lesson, numbers
from .feedback import OPEN, RIGHT, WRONG
from .handed_in import COMPUTED, UNRUN
from .source import path

TABLE, PAGE = "class.csv", "class.html"
COLUMNS = ("lesson", "student", "file", "exercise", "result", "mistake", "answer", "hint")
_LONGEST = 500  # characters of an answer
_MARKS = {RIGHT: "✓", WRONG: "✗", OPEN: "–", UNRUN: "?"}
_PARTING = re.compile(r"^[\s_.-]+|[\s_.-]+$")


@dataclass(frozen=True)
class Handed:
    """What a class handed in.

    Attributes
    ----------
    results : DataFrame
        One row for each student and exercise: ``lesson``, ``student``, ``file``, ``exercise``,
        ``result`` (``right``, ``wrong``, ``open``, or ``unrun`` where the file shows neither
        answer nor reply), ``mistake``, ``answer`` as typed, ``hint``.
    unread : tuple of ReportError
        What could not be read, each with its reason.
    """

    results: pd.DataFrame
    unread: tuple[ReportError, ...] = field(default=())


def collect(folder: Path, data: Catalogue) -> Handed:
    """Read all notebooks below a folder that hold exercises of the course.

    An answer written out in its cell is judged again; of one that was computed the saved reply
    is believed.

    Raises
    ------
    UsageError
        If there is no such folder, or no notebook with an exercise in it.
    """
    if not folder.is_dir():
        raise UsageError(Said("no-class-folder", folder=folder))
    rows: list[tuple] = []
    unread: list[ReportError] = []
    opened: dict[tuple[int, str, int], Lesson] = {}
    for file in sorted(folder.rglob("*.ipynb")):
        if any(part.startswith(".") for part in file.relative_to(folder).parts):
            continue
        try:
            if leads_out(file, folder):
                raise ReportError(Said("leads-out", file=file))
            rows += _of_notebook(folder, file, data, opened)
        except ReportError as error:
            unread.append(error)
    if not rows:

        def reasons(language: str) -> str:
            return "".join(f"\n{one.told(language)}" for one in unread)

        raise UsageError(Said("no-exercise-below", folder=folder, reasons=reasons))
    return Handed(pd.DataFrame(rows, columns=list(COLUMNS)), tuple(unread))


def publish(handed: Handed, data: Catalogue, language: str, out: Path) -> list[Path]:
    """Write the table and the page of a class; return both files."""
    opened = {number: lesson(number, language, data) for number in _lessons(handed)}
    title = message("class-title", language)
    made = {
        out / TABLE: _spreadsheet(handed.results).to_csv(index=False).encode("utf-8-sig"),
        out / PAGE: page.whole(
            "class.html.j2",
            title,
            language,
            message("class-lead", language),
            unread=[one.told(language) for one in handed.unread],
            marks=_MARKS,
            lessons=[_summary(handed, opened[number]) for number in opened],
        ),
    }
    with staged(made):
        pass
    return list(made)


def totals(handed: Handed) -> pd.DataFrame:
    """Count what each student solved: ``lesson``, ``student``, ``right``, ``all``, ``hints``.

    Who solved least comes first.
    """
    results = handed.results.assign(right=handed.results["result"] == RIGHT)
    grouped = results.groupby(["lesson", "student"], sort=False)
    counted = grouped.agg(right=("right", "sum"), all=("right", "size"), hints=("hint", "sum"))
    ordered = counted.reset_index().sort_values(["lesson", "right", "student"], kind="stable")
    return ordered.reset_index(drop=True)


def _of_notebook(folder: Path, file: Path, data: Catalogue, opened: dict) -> Iterator[tuple]:
    notebook = handed_in.read(file)
    language, found = handed_in.language(notebook), handed_in.attempts(notebook)
    for number in numbers():
        keys = exercises(number)
        if not found.keys() & keys.keys():
            continue
        copy = (number, language, handed_in.seed(notebook))
        if copy not in opened:
            opened[copy] = lesson(number, language, data, copy[2])
        who = student(file.relative_to(folder), path(number).stem)
        for key in keys:
            tried = [_judged(opened[copy], key, one) for one in found.get(key, ())]
            one = handed_in.best(tried) if tried else handed_in.Attempt(verdict=OPEN)
            answer = "" if one.typed is COMPUTED else str(one.typed)[:_LONGEST]
            texts = (who, str(file.relative_to(folder)), key, one.verdict, one.mistake, answer)
            yield (number, *map(seen, texts), one.hinted)


def student(file: Path, stem: str) -> str:
    """Name who handed in a file: its folders and name, less the name that the lesson gave it.

    Examples
    --------
    >>> student(Path("Nguyễn An/1_official_figure.ipynb"), "1_official_figure")
    'Nguyễn An'
    >>> student(Path("1_official_figure_Nguyễn An.ipynb"), "1_official_figure")
    'Nguyễn An'
    """
    parts = [_PARTING.sub("", part.replace(stem, "")) for part in file.with_suffix("").parts]
    return " / ".join(filter(None, parts)) or stem


def _judged(opened: Lesson, key: str, attempt: handed_in.Attempt) -> handed_in.Attempt:
    """Judge an attempt again where its answer can be read without running anything."""
    if attempt.typed is COMPUTED:
        return attempt
    reply = opened.check(key, attempt.typed)
    return handed_in.Attempt(attempt.typed, reply.verdict, reply.mistake, attempt.hinted)


def _lessons(handed: Handed) -> list[int]:
    return sorted(set(handed.results["lesson"]))


def _summary(handed: Handed, opened: Lesson) -> dict:
    """Gather what the page says of one lesson."""
    rows = handed.results[handed.results["lesson"] == opened.number]
    counted = totals(handed).query("lesson == @opened.number")
    marks = rows.groupby("student", sort=False).apply(
        lambda own: dict(zip(own["exercise"], own["result"], strict=True)), include_groups=False
    )
    wrong = rows[rows["result"] == WRONG]
    return {
        "number": opened.number,
        "keys": list(opened.exercises),
        "students": [(one, marks[one.student]) for one in counted.itertuples()],
        "solved": rows[rows["result"] == RIGHT]["exercise"].value_counts().to_dict(),
        "behind": [one for one in counted.itertuples() if 2 * one.right < one.all],
        "mistakes": [
            (key, *_mistakes(opened, key, wrong[wrong["exercise"] == key]))
            for key in opened.exercises
            if key in set(wrong["exercise"])
        ],
        "texts": [(key, list(_texts(rows, key))) for key in opened.exercises if opened.open(key)],
    }


def _mistakes(opened: Lesson, key: str, wrong: pd.DataFrame) -> tuple[list, list]:
    """Count the anticipated mistakes at an exercise, with what each is told; then the others."""
    examples = dict(opened.mistakes(key))
    counted = Counter(name for name in wrong["mistake"] if name in examples)
    known = [(n, _told(opened, key, examples[name])) for name, n in counted.most_common()]
    others = Counter(wrong[~wrong["mistake"].isin(examples)]["answer"])
    return known, others.most_common()


def _told(opened: Lesson, key: str, answer: object) -> str:
    return str(markdown.line(opened.check(key, answer).markdown))


def _texts(rows: pd.DataFrame, key: str) -> Iterator[tuple[str, str]]:
    """Give what students wrote in their own words, to be read by who teaches."""
    for one in rows[(rows["exercise"] == key) & (rows["answer"] != "")].itertuples():
        if one.result in (RIGHT, WRONG):
            yield one.student, one.answer


def _spreadsheet(results: pd.DataFrame) -> pd.DataFrame:
    """Keep a spreadsheet from taking what a student typed for a formula."""
    texts = results.select_dtypes(exclude=["bool", "number"])
    return results.assign(**texts.replace(r"^(?=[=+\-@\t\r])", "'", regex=True))
