"""Worksheet: a lesson on paper, for students with lines to write on, or for who teaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from numbers import Number

from ..data.intervals import Interval
from ..judge.derived import Measure
from ..messages import message
from ..report import reading as document
from ..report import typeset
from .answers import SEVERAL
from .copies import guidance, note, titled
from .course import Lesson
from .source import LessonPart, is_title, makes_references, printable, prose_of

_LINE = "\u00a0\n\n---"  # to write on, by hand
_HIDDEN = ("parameters",)
_LINES_OF_WORDS, _LINES_OF_WORK = 5, 2
_TASK = "task"  # a box that no page parts


def students(parts: list[LessonPart], lesson: Lesson, facts: dict) -> bytes:
    """Typeset the worksheet: tasks with lines below them, no answers."""
    return _pdf(_for_students(parts, lesson), lesson, facts)


def instructor(parts: list[LessonPart], lesson: Lesson, facts: dict) -> bytes:
    """Typeset the lesson with its answers, hints, wrong answers and notes."""
    return _pdf(_for_instructor(parts, lesson), lesson, facts)


def _pdf(cells: Iterator[dict], lesson: Lesson, facts: dict) -> bytes:
    model = document.read({"cells": list(cells)}, lesson.language, boxes=(_TASK,))
    return typeset.typeset(model, facts, lesson.language)


def _for_students(parts: list[LessonPart], lesson: Lesson) -> Iterator[dict]:
    """Make the cells of a worksheet: a task of words alone stays with the lines below it."""
    waiting = ""
    for part in parts:
        if _off_paper(part) or part.kind in ("instructor", "solution", "discussion"):
            continue
        if part.kind == "exercise":
            yield _markdown(f"{waiting}\n\n{room(lesson, part.key)}", _TASK)
            waiting = ""
            continue
        if waiting:
            yield _markdown(waiting)
            waiting = ""
        text = prose_of(part) if part.kind == "text" else part.source
        if part.kind in ("prose", "text") and text.startswith("### "):
            heading, _, waiting = text.partition("\n")
            yield _markdown(heading)
        elif is_title(part):
            yield from _common(part, lesson.language, "students")
            yield _markdown(message("lesson-sheet-name", lesson.language))
        else:
            yield from _common(part, lesson.language, "students")


def room(lesson: Lesson, key: str) -> str:
    """Return lines to write the answer of an exercise on, as Markdown: as many as it takes."""
    answer = lesson.answer(key)
    if isinstance(answer, Mapping):
        return "\n\n".join(f"**{one}**\n\n---" for one in answer)
    if lesson.open(key):
        return "\n\n".join([_LINE] * _LINES_OF_WORDS)
    count = len(answer) if isinstance(answer, SEVERAL) else 1
    reckoned = isinstance(answer, (Number, Interval, Measure)) and not isinstance(answer, bool)
    result = f"**{message('lesson-sheet-result', lesson.language)}**\n\n---"
    return "\n\n".join([_LINE] * _LINES_OF_WORK + [result] if reckoned else [_LINE] * (count + 1))


def _for_instructor(parts: list[LessonPart], lesson: Lesson) -> Iterator[dict]:
    key = ""
    for part in parts:
        if key and part.kind != "discussion":
            yield _markdown(guidance(lesson, key))
            key = ""
        if _off_paper(part) or part.kind == "exercise":
            continue
        if part.kind == "instructor":
            yield _markdown(note(part.source, lesson.language))
        elif part.kind == "discussion":
            yield _markdown(part.source)
        else:
            key = part.key or key
            yield from _common(part, lesson.language, "instructor")
    if key:
        yield _markdown(guidance(lesson, key))


def _off_paper(part: LessonPart) -> bool:
    """Tell what stands on slides or screens only; code that shows nothing is set-up."""
    silent = part.kind == "code" and not part.outputs
    return part.only or part.screen or silent


def _common(part: LessonPart, language: str, audience: str) -> Iterator[dict]:
    if part.kind == "prose":
        yield _markdown(titled(part.source, audience, language))
        return
    if part.kind in ("code", "solution") and not (part.paper or makes_references(part)):
        yield _markdown(f"```python\n{part.source}\n```")
    if part.kind not in _HIDDEN:
        yield {"cell_type": "code", "source": part.source, "outputs": printable(part)}


def _markdown(source: str, *tags: str) -> dict:
    return {"cell_type": "markdown", "source": source, "metadata": {"tags": list(tags)}}
