"""Copies: the notebook of a lesson for students, and the one for who teaches."""

from __future__ import annotations

from collections.abc import Iterator

from ..messages import message
from ..show.markdown import literal
from .course import Lesson
from .source import LessonPart, makes_references, prose_of, sources_of

_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def students(parts: list[LessonPart], lesson: Lesson) -> dict:
    """Make the notebook that students get: exercises empty, answers folded beside them.

    Nothing in it depends on what a cell is tagged with: checks are plain function calls.
    """
    return _notebook(_for_students(parts, lesson))


def instructor(parts: list[LessonPart], lesson: Lesson) -> dict:
    """Make the notebook for who teaches: answers run, notes, hints and wrong answers."""
    return _notebook(_for_instructor(parts, lesson))


def titled(source: str, audience: str, language: str) -> str:
    """Put a line under the title that says whom the copy is for."""
    if not source.startswith("# "):
        return source
    title, _, rest = source.partition("\n")
    return f"{title}\n\n*{message(f'lesson-copy-{audience}', language)}*\n{rest}"


def note(source: str, language: str) -> str:
    """Set a note for the instructor apart from what students read."""
    labelled = f"**{message('lesson-note', language)}.** {source}"
    return "\n".join(f"> {line}".rstrip() for line in labelled.splitlines())


def guidance(lesson: Lesson, key: str) -> str:
    """List the hints of an exercise and its anticipated wrong answers, as Markdown."""
    language, hints = lesson.language, lesson.hints(key)
    lines = [f"#### {message('lesson-hints', language, key=key)}", ""]
    lines += [f"{place}. {hint}" for place, hint in enumerate(hints, start=1)]
    if lesson.mistakes(key):
        lines += [
            "",
            f"#### {message('lesson-mistakes', language, key=key)}",
            "",
            *_mistakes(lesson, key),
        ]
    return "\n".join(lines)


def _mistakes(lesson: Lesson, key: str) -> list[str]:
    heads = [message(f"lesson-mistakes-{name}", lesson.language) for name in ("answer", "said")]
    rows = [f"| {heads[0]} | {heads[1]} |", "|---|---|"]
    for _, wrong in lesson.mistakes(key):
        said = lesson.check(key, wrong).markdown
        rows.append(f"| {literal(lesson.written(wrong, key))} | {said} |")
    return rows


def _for_students(parts: list[LessonPart], lesson: Lesson) -> Iterator[dict]:
    fold: list[str] = []
    folded = ""
    for part in parts:
        if fold and part.kind != "discussion":
            yield _markdown(_folded(fold, folded, lesson.language), f"answer-{folded}")
            fold = []
        if part.only or part.paper or part.kind == "instructor":
            continue
        if part.kind == "solution":
            folded = part.key
            fold = [f"```python\n{part.source}\n```", lesson.explain(part.key)]
        elif part.kind == "discussion":
            fold.append(part.source)
        elif part.kind == "exercise":
            yield _code(part.source, part.cell_id)
            hint = message("lesson-hint-cell", lesson.language)
            yield _code(f'# {hint}\n# lesson.hint("{part.key}")', f"hint-{part.key}")
        else:
            yield from _common(part, lesson, "students")
    if fold:
        yield _markdown(_folded(fold, folded, lesson.language), f"answer-{folded}")


def _for_instructor(parts: list[LessonPart], lesson: Lesson) -> Iterator[dict]:
    key = ""
    for part in parts:
        if key and part.kind != "discussion":
            yield _markdown(guidance(lesson, key), f"guidance-{key}")
            key = ""
        if part.only or part.paper or part.kind == "exercise":
            continue
        if part.kind == "instructor":
            yield _markdown(note(part.source, lesson.language), part.cell_id)
        elif part.kind in ("solution", "discussion"):
            key = part.key or key
            yield from _run(part)
        else:
            yield from _common(part, lesson, "instructor")
    if key:
        yield _markdown(guidance(lesson, key), f"guidance-{key}")


def _common(part: LessonPart, lesson: Lesson, audience: str) -> Iterator[dict]:
    """Make the cell of a part that both copies have; only the instructor's shows outputs."""
    if part.kind == "parameters":
        yield _code(f'language = "{lesson.language}"\nseed = {lesson.seed}', part.cell_id)
    elif part.kind == "text":
        yield _markdown(prose_of(part), part.cell_id)
    elif part.kind == "prose":
        yield _markdown(titled(part.source, audience, lesson.language), part.cell_id)
    elif makes_references(part):  # what it lists was shown by cells that are text here
        yield _markdown(sources_of(part), part.cell_id)
    elif audience == "students":
        yield _code(part.source, part.cell_id)
    else:
        yield from _run(part)


def _run(part: LessonPart) -> Iterator[dict]:
    if part.kind == "discussion":
        yield _markdown(part.source, part.cell_id)
    else:
        yield _code(part.source, part.cell_id, list(part.outputs))


def _folded(texts: list[str], key: str, language: str) -> str:
    summary = message("lesson-answer", language, key=key)
    return "\n\n".join([f"<details><summary>{summary}</summary>", *texts, "</details>"])


def _markdown(source: str, cell_id: str) -> dict:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def _code(source: str, cell_id: str, outputs: list[dict] | None = None) -> dict:
    shown = [_uncounted(output) for output in outputs or []]
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": {},
        "outputs": shown,
        "source": source,
    }


def _uncounted(output: dict) -> dict:
    return {**output, "execution_count": None} if "execution_count" in output else output


def _notebook(cells: Iterator[dict]) -> dict:
    return {"cells": list(cells), "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
