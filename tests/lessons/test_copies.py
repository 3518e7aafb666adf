"""Copies: what students get holds no answer outside its fold and needs no metadata."""

import re

import pytest

from welfare_analysis.data.loading import default_directory
from welfare_analysis.lessons import copies, source
from welfare_analysis.lessons.course import exercises, numbers
from welfare_analysis.lessons.execution import execute
from welfare_analysis.show import markdown

LESSONS = source.available()
each = pytest.mark.parametrize("number", LESSONS)
both = pytest.mark.parametrize("language", ["vi", "en"])


def text(notebook, without_folds=False):
    kept = [
        cell["source"]
        for cell in notebook["cells"]
        if not (without_folds and cell["source"].startswith("<details>"))
    ]
    return "\n".join(kept)


def own_lines(parts):
    """Lines that only solutions have: not their check, nothing that the lesson itself shows."""
    shown = "\n".join(part.source for part in parts if part.kind != "solution")
    lines = [
        line.strip()
        for part in parts
        if part.kind == "solution"
        for line in part.source.splitlines()
    ]
    return [line for line in lines if len(line) > 8 and line not in shown]


def plain_text(outputs):
    return ["".join(output["data"]["text/plain"]) for output in outputs if "data" in output]


def test_every_lesson_has_a_notebook():
    assert numbers() == LESSONS


@each
@both
def test_each_exercise_has_a_starter_and_then_its_solution(parts, number, language):
    asked = [(part.kind, part.key) for part in parts(number, language) if part.key]
    assert asked == [(kind, key) for key in exercises(number) for kind in ("exercise", "solution")]


@each
def test_every_solution_passes_its_own_check(opened, parts, number):
    for part in parts(number, "vi"):
        if part.kind == "solution":
            expected = str(markdown.line(opened(number, "vi").explain(part.key)))
            assert any(expected in shown for shown in plain_text(part.outputs)), part.key


@each
def test_a_starter_runs_and_says_that_nothing_was_answered(opened, parts, number):
    for part in parts(number, "vi"):
        if part.kind == "exercise":
            nothing = str(opened(number, "vi").check(part.key, ...))
            assert nothing in plain_text(part.outputs), part.key


@each
@both
def test_students_get_exercises_hints_and_folded_answers_only(opened, parts, number, language):
    found = parts(number, language)
    copy = copies.students(found, opened(number, language))
    outside, everything = text(copy, without_folds=True), text(copy)
    assert all(cell["metadata"] == {} for cell in copy["cells"])
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in copy["cells"])
    for line in own_lines(found):
        assert line not in outside
        assert line in everything
    for part in found:
        if part.kind == "instructor" or part.only:
            assert part.cell_id not in {cell["id"] for cell in copy["cells"]}
        if part.kind == "instructor":
            assert max(part.source.splitlines(), key=len) not in everything
    for key in exercises(number):
        assert opened(number, language).explain(key) not in outside
        assert (
            everything.count(f"<summary>{copies.message('lesson-answer', language, key=key)}") == 1
        )
        assert f'# lesson.hint("{key}")' in outside


@each
def test_a_copy_speaks_one_language(opened, parts, number):
    vietnamese, english = (
        text(copies.students(parts(number, language), opened(number, language)))
        for language in ("vi", "en")
    )
    assert 'language = "vi"' in vietnamese
    assert 'language = "en"' in english
    assert "## Mục tiêu" in vietnamese
    assert "## Aims" in english
    assert "## Aims" not in vietnamese
    assert "## Mục tiêu" not in english


@each
def test_both_languages_have_the_same_cells(opened, parts, number):
    first, second = (
        [
            (cell["cell_type"], cell["source"].count("\n#"))
            for cell in copies.students(parts(number, language), opened(number, language))["cells"]
        ]
        for language in ("vi", "en")
    )
    assert first == second


@each
@both
def test_the_instructor_gets_notes_hints_and_wrong_answers(opened, parts, number, language):
    found, lesson = parts(number, language), opened(number, language)
    copy = text(copies.instructor(found, lesson))
    assert any(part.kind == "instructor" for part in found)
    assert "45" in next(part.source for part in found if part.kind == "instructor")
    for line in own_lines(found):
        assert line in copy
    for key in exercises(number):
        assert all(hint in copy for hint in lesson.hints(key))
        for _, wrong in lesson.mistakes(key):
            assert lesson.check(key, wrong).markdown in copy


@pytest.mark.slow
@each
def test_a_students_copy_runs_with_the_answers_pasted_in(opened, parts, number):
    found, lesson = parts(number, "en"), opened(number, "en")
    copy = copies.students(found, lesson)
    answers = {part.key: part.source for part in found if part.kind == "solution"}
    for cell in copy["cells"]:
        key = re.search(r'lesson\.check\("(\w+)"', cell["source"])
        if cell["cell_type"] == "code" and key:
            cell["source"] = answers[key[1]]
        cell["source"] = cell["source"].replace("\n# lesson.hint(", "\nlesson.hint(")
    run = execute(copy, "en", default_directory())
    shown = [line for cell in run["cells"] for line in plain_text(cell.get("outputs", []))]
    for key in exercises(number):
        assert any(str(markdown.line(lesson.explain(key))) in line for line in shown), key
        assert str(lesson.hint(key, 1)) in shown


def test_a_solution_without_a_check_is_refused():
    cell = {"cell_type": "code", "metadata": {"tags": ["solution"]}, "source": "1", "outputs": []}
    with pytest.raises(source.ReportError, match="Cell 1 must end in lesson.check"):
        source.parts({"cells": [cell]}, "vi")
