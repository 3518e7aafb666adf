"""Slides: one HTML file a lesson, that opens without a network and prints a slide a page."""

from __future__ import annotations

from ..messages import message
from ..report import reading as document
from ..show.render import html
from .course import Lesson
from .source import LessonPart, makes_references, printable, prose_of


def deck(parts: list[LessonPart], lesson: Lesson, facts: dict) -> str:
    """Make the slides of a lesson from the parts that stand on one.

    A heading begins a slide; the list of sources is the last one.
    """
    language = lesson.language
    shown = [part for part in parts if part.slide or _is_title(part) or makes_references(part)]
    model = document.read({"cells": [_cell(part) for part in shown]}, language)
    opening, slides = _split(model["blocks"], language)
    count = len(slides) + 1
    return html.render(
        "slides.html.j2",
        language=language,
        title=model["title"],
        revision=facts["revision"],
        opening=opening,
        slides=slides,
        places=[_place(number, count, language) for number in range(1, count + 1)],
    )


def _is_title(part: LessonPart) -> bool:
    return part.kind == "prose" and part.source.startswith("# ")


def _cell(part: LessonPart) -> dict:
    if part.kind in ("prose", "discussion"):
        return {"cell_type": "markdown", "source": part.source}
    if part.kind == "text":
        return {"cell_type": "markdown", "source": prose_of(part)}
    return {"cell_type": "code", "source": part.source, "outputs": printable(part)}


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


def _heading(words: str) -> dict:
    return {"kind": "heading", "level": 1, "content": [{"t": "text", "s": words}]}


def _place(place: int, count: int, language: str) -> str:
    return message("lesson-slide-place", language, place=str(place), all=str(count))
