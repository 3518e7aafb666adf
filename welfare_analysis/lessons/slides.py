"""Slides: one HTML file a lesson, that opens without a network and prints a slide a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..messages import message
from ..report import reading as document
from ..show.render import html
from .course import Lesson
from .source import LessonPart, is_title, makes_references, printable, prose_of

_ANSWER, _NOTES = "answer", "notes"  # what a slide shows when asked, and to the speaker alone


def deck(parts: list[LessonPart], lesson: Lesson, facts: dict) -> str:
    """Make the slides of a lesson: what is marked for them, and every exercise.

    A heading begins a slide; the list of sources is the last one.
    """
    language = lesson.language
    notebook = {"cells": list(_cells(parts))}
    model = document.read(notebook, language, boxes=(_ANSWER, _NOTES))
    opening, slides = _split(model["blocks"], language)
    count = len(slides) + 1
    return html.render(
        "slides.html.j2",
        language=language,
        title=model["title"],
        revision=facts["revision"],
        opening=_parted(opening),
        slides=[_parted(blocks) for blocks in slides],
        places=[_place(number, count, language) for number in range(1, count + 1)],
    )


def _cells(parts: list[LessonPart]) -> Iterator[dict]:
    """Make a cell of everything that a slide has."""
    tasks = _tasks(parts)
    for place, part in enumerate(parts):
        if part.paper:
            continue
        if part.kind == "instructor":
            yield _cell(part, _NOTES)
        elif part.kind in ("solution", "discussion"):
            yield _cell(part, _ANSWER)
        elif part.slide or place in tasks or is_title(part) or makes_references(part):
            yield _cell(part)


def _tasks(parts: list[LessonPart]) -> set[int]:
    """Find the parts that set a task: from its heading to where the answer goes."""
    found, begun = set(), 0
    for place, part in enumerate(parts):
        if "### " in part.source and part.kind in ("prose", "text"):
            begun = place
        if part.kind == "exercise":
            found |= set(range(begun, place))
    return found


def _cell(part: LessonPart, *tags: str) -> dict:
    about = {"tags": list(tags)}
    if part.kind in ("prose", "discussion", "instructor"):
        return {"cell_type": "markdown", "source": part.source, "metadata": about}
    if part.kind == "text":
        return {"cell_type": "markdown", "source": prose_of(part), "metadata": about}
    shown = printable(part)
    return {"cell_type": "code", "source": part.source, "outputs": shown, "metadata": about}


def _split(blocks: list[dict], language: str) -> tuple[list[dict], list[list[dict]]]:
    """Split what follows the title at its headings; the sources get a heading of their own."""
    opening: list[dict] = []
    slides: list[list[dict]] = []
    for block in blocks:
        if block["kind"] == "references":
            heading = _heading(message("report-sources", language))
            slides.append([heading, {**block, "kind": "sources"}])
        elif block["kind"] == "heading":
            slides.append([{**block, "level": 1}])
        else:
            (slides[-1] if slides else opening).append(block)
    return opening, slides


def _parted(blocks: list[dict]) -> dict[str, list[dict]]:
    """Part what a slide shows at once from its answer and from the speaker's notes."""
    parted: dict[str, list[dict]] = {"shown": [], _ANSWER: [], _NOTES: []}
    for block in blocks:
        role = block.get("role") if block["kind"] == "summary" else "shown"
        parted[role] += [block] if role == "shown" else block["blocks"]
    return parted


def _heading(words: str) -> dict:
    return {"kind": "heading", "level": 1, "content": [{"t": "text", "s": words}]}


def _place(place: int, count: int, language: str) -> str:
    return message("lesson-slide-place", language, place=str(place), all=str(count))
