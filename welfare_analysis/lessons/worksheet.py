"""Worksheet: a lesson on paper, for students with lines to write on, or for who teaches."""

from __future__ import annotations

from collections.abc import Iterator

from ..report import reading as document
from ..report import typeset
from .copies import guidance, note, titled
from .course import Lesson
from .source import LessonPart, makes_references, printable

_LINES = "\n\n".join(["\u00a0\n\n---"] * 4)  # to write an answer on, by hand
_HIDDEN = ("parameters",)


def students(parts: list[LessonPart], lesson: Lesson, facts: dict) -> bytes:
    """Typeset the worksheet: tasks with lines below them, no answers."""
    return _pdf(_for_students(parts, lesson.language), lesson, facts)


def instructor(parts: list[LessonPart], lesson: Lesson, facts: dict) -> bytes:
    """Typeset the lesson with its answers, hints, wrong answers and notes."""
    return _pdf(_for_instructor(parts, lesson), lesson, facts)


def _pdf(cells: Iterator[dict], lesson: Lesson, facts: dict) -> bytes:
    model = document.read({"cells": list(cells)}, lesson.language)
    return typeset.typeset(model, facts, lesson.language)


def _for_students(parts: list[LessonPart], language: str) -> Iterator[dict]:
    for part in parts:
        if _off_paper(part) or part.kind in ("instructor", "solution", "discussion"):
            continue
        if part.kind == "exercise":
            yield _markdown(_LINES)
        else:
            yield from _common(part, language, "students")


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
    if part.kind in ("code", "solution") and not makes_references(part):
        yield _markdown(f"```python\n{part.source}\n```")
    if part.kind not in _HIDDEN:
        yield {"cell_type": "code", "source": part.source, "outputs": printable(part)}


def _markdown(source: str) -> dict:
    return {"cell_type": "markdown", "source": source}
