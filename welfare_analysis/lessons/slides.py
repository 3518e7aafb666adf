"""Slides: one HTML file a lesson, that opens without a network and prints a slide a page."""

from __future__ import annotations

import html
import json
from importlib.resources import files

from ..messages import message
from ..report import reading as document
from .blocks import blocks_html
from .course import Lesson
from .source import Part, makes_references, printable, prose_of


def deck(parts: list[Part], lesson: Lesson, facts: dict) -> str:
    """Make the slides of a lesson from the parts that stand on one.

    A heading begins a slide; the list of sources is the last one.
    """
    shown = [part for part in parts if part.slide or _is_title(part) or makes_references(part)]
    model = document.read({"cells": [_cell(part) for part in shown]}, lesson.language)
    opening, rest = _split(model["blocks"], lesson.language)
    slides = [_title(model["title"], opening, lesson.language, facts), *map(blocks_html, rest)]
    return _page(model["title"], slides, lesson.language)


def _is_title(part: Part) -> bool:
    return part.kind == "prose" and part.source.startswith("# ")


def _cell(part: Part) -> dict:
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
            slides.append([_heading(message("report-sources", language)), block])
        elif block["kind"] == "heading":
            slides.append([{**block, "level": 1}])
        else:
            (slides[-1] if slides else opening).append(block)
    return opening, slides


def _heading(words: str) -> dict:
    return {"kind": "heading", "level": 1, "content": [{"t": "text", "s": words}]}


def _title(title: str, opening: list[dict], language: str, facts: dict) -> str:
    series = html.escape(message("lesson-series", language))
    revision = html.escape(message("report-revision", language, revision=facts["revision"]))
    return (
        f'<p class="series">{series}</p><h2 class="title">{html.escape(title)}</h2>'
        f'<div class="subtitle">{blocks_html(opening)}</div><p class="facts">{revision}</p>'
    )


def _page(title: str, slides: list[str], language: str) -> str:
    count = len(slides)
    sections = "\n".join(
        f'<section class="slide" id="slide-{place}" tabindex="-1" '
        f'aria-label="{_place(place, count, language)}">{slide}</section>'
        for place, slide in enumerate(slides, start=1)
    )
    words = {
        name: message(f"lesson-slide-{name}", language) for name in ("previous", "next", "help")
    }
    frame = {
        "language": language,
        "title": html.escape(title),
        "style": _file("slides.css"),
        "slides": sections,
        "script": _file("slides.js"),
        "places": html.escape(
            json.dumps([_place(n, count, language) for n in range(1, count + 1)]), quote=True
        ),
        **{name: html.escape(word) for name, word in words.items()},
    }
    page = _file("slides.html")
    for name, text in frame.items():
        page = page.replace(f"<!--{name}-->", text)
    return page


def _place(place: int, count: int, language: str) -> str:
    return message("lesson-slide-place", language, place=str(place), all=str(count))


def _file(name: str) -> str:
    return (files(__package__) / "web" / name).read_text(encoding="utf-8")
