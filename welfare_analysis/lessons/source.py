"""Source: the bilingual notebook of a lesson, read as parts that say who they are for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import ReportError, UnknownName
from ..report.blocks import one_text
from ..report.reading import MIME
from ..report.register import project
from .course import numbers

_CHECK = re.compile(r"lesson\.check\(\s*[\"'](\w+)[\"']")
# What papermill added, and cells that only fetch the figures of a sentence.
_UNSEEN = {"injected-parameters", "behind"}
_PRINTED = ("prose", "table", "chart", "references")
_KINDS = ("parameters", "exercise", "solution", "instructor", "text")


@dataclass(frozen=True)
class LessonPart:
    """One cell of a lesson in the chosen language, and what it is for.

    Attributes
    ----------
    kind : str
        ``prose`` and ``code`` for everybody; ``text``, code whose output is prose;
        ``parameters``; ``exercise`` and ``solution`` (code); ``discussion``, prose on a
        solution; ``instructor``, a note for who teaches.
    source : str
    key : str
        Of an exercise or a solution: which one.
    outputs : tuple of dict
        What the cell showed when it was run.
    slide, only : bool
        Whether it stands on a slide, and whether it stands nowhere else.
    screen, paper : bool
        Whether it is of use on a screen only, and left out on paper; or the other way about.
    cell_id : str
        The cell's name in the source notebook.
    """

    kind: str
    source: str
    key: str = ""
    outputs: tuple[dict, ...] = field(default=(), repr=False)
    slide: bool = False
    only: bool = False
    screen: bool = False
    paper: bool = False
    cell_id: str = ""


def path(number: int) -> Path:
    """Find the notebook of a lesson."""
    folder = project() / "notebooks" / "lessons"
    found = sorted(folder.glob(f"{number}_*.ipynb"))
    if not found:
        raise UnknownName("lesson", str(number), map(str, numbers()))
    return found[0]


def available() -> list[int]:
    """List the lessons that have exercises and a notebook."""
    folder = project() / "notebooks" / "lessons"
    return [number for number in numbers() if any(folder.glob(f"{number}_*.ipynb"))]


def read(number: int) -> dict:
    """Read the notebook of a lesson as it is stored."""
    return json.loads(path(number).read_text(encoding="utf-8"))


def parts(notebook: dict, language: str) -> list[LessonPart]:
    """Return the cells of one language as parts, in their order.

    Raises
    ------
    ReportError
        If an exercise or a solution does not end in a check.
    """
    found = []
    for number, cell in enumerate(notebook["cells"], start=1):
        tags = set(cell.get("metadata", {}).get("tags", []))
        if tags & _UNSEEN or (tags & set(LANGUAGES) and language not in tags):
            continue
        part = _part(cell, tags, number)
        if part.source.strip():
            found.append(part)
    return found


def printable(part: LessonPart) -> list[dict]:
    """Return what a part showed in forms that paper and slides can hold.

    A view made for the screen alone leaves its plain text.
    """
    return [_plain_output(output) for output in part.outputs]


def is_title(part: LessonPart) -> bool:
    """Tell the cell that begins with the title of the lesson."""
    return part.kind == "prose" and part.source.startswith("# ")


def makes_references(part: LessonPart) -> bool:
    """Tell the cell that lists the sources."""
    contents = (output.get("data", {}).get(MIME, {}) for output in part.outputs)
    return any(content.get("kind") == "references" for content in contents)


def sources_of(part: LessonPart) -> str:
    """Return the list of sources as HTML, so that every citation of a copy finds its entry."""
    return "".join("".join(output["data"]["text/html"]) for output in part.outputs)


def prose_of(part: LessonPart) -> str:
    """Return the Markdown that a cell made from data when it was run."""
    texts = (output["data"].get("text/markdown", "") for output in part.outputs if "data" in output)
    return "\n\n".join("".join(text) for text in texts)


def _plain_output(output: dict) -> dict:
    bundle = output.get("data", {})
    known = bundle.get(MIME, {}).get("kind") in _PRINTED
    if not bundle or known or "text/markdown" in bundle or "text/plain" not in bundle:
        return output
    return {**output, "data": {"text/plain": bundle["text/plain"]}}


def _part(cell: dict, tags: set[str], number: int) -> LessonPart:
    source = one_text(cell["source"])
    kind = next((kind for kind in _KINDS if kind in tags), _plain_kind(cell))
    if cell["cell_type"] == "markdown" and kind == "solution":
        kind = "discussion"
    return LessonPart(
        kind,
        source,
        _key(source, number) if kind in ("exercise", "solution") else "",
        tuple(cell.get("outputs", ())),
        bool(tags & {"slide", "slide-only"}),
        "slide-only" in tags,
        "screen" in tags,
        "paper" in tags,
        cell.get("id", f"cell-{number}"),
    )


def _plain_kind(cell: dict) -> str:
    return "code" if cell["cell_type"] == "code" else "prose"


def _key(source: str, number: int) -> str:
    found = _CHECK.search(source)
    if not found:
        raise ReportError(f'Cell {number} must end in lesson.check("KEY", answer).')
    return found[1]
