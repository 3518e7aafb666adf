"""Classroom: what thirty notebooks hold is read without running them, whatever they hold."""

import json
import os

import pandas as pd
import pytest

from welfare_analysis.cli.main import main
from welfare_analysis.data.intervals import Interval
from welfare_analysis.errors import UsageError
from welfare_analysis.lessons import classroom, copies, handed_in, source
from welfare_analysis.lessons.course import lesson


def cell(code, *replies):
    outputs = [
        {"output_type": "display_data", "metadata": {}, "data": reply._repr_mimebundle_()}
        for reply in replies
    ]
    return {"cell_type": "code", "id": "a", "metadata": {}, "source": code, "outputs": outputs}


def hand_in(folder, who, *cells, language="vi", name="1_official_figure.ipynb"):
    file = folder / who / name
    file.parent.mkdir(parents=True, exist_ok=True)
    first = cell(f'language = "{language}"')
    file.write_text(json.dumps({"cells": [first, *cells], "nbformat": 4}), encoding="utf-8")
    return file


def literal(answer):
    """Write an answer as a student types it, if it can be written."""
    if isinstance(answer, Interval):
        return repr((answer.low, answer.high))
    if isinstance(answer, (set, frozenset)):
        answer = sorted(answer)
    try:
        return repr(answer) if eval(repr(answer), {}) == answer else None
    except Exception:
        return None


def asked(key, text):
    return cell(f'answer = {text}\nlesson.check("{key}", answer)')


@pytest.mark.parametrize("number", source.available())
def test_answers_written_in_cells_are_judged_as_the_lesson_judges_them(
    opened, data, tmp_path, number
):
    one = opened(number, "vi")
    answers = [(key, one.answer(key)) for key in one.exercises]
    answers += [(key, wrong) for key in one.exercises for _, wrong in one.mistakes(key)]
    written = [(key, text) for key, answer in answers if (text := literal(answer))]
    assert len(written) > len(one.exercises)
    for place, (key, text) in enumerate(written):
        hand_in(tmp_path, f"s{place:03}", asked(key, text), name=source.path(number).name)
    results = classroom.collect(tmp_path, data).results
    assert len(results) == len(written) * len(one.exercises)
    for place, (key, text) in enumerate(written):
        (row,) = results[
            (results["student"] == f"s{place:03}") & (results["exercise"] == key)
        ].itertuples()
        reply = one.check(key, eval(text))
        assert (row.result, row.mistake) == (reply.verdict, reply.mistake), (key, text)


def test_a_computed_answer_is_believed_as_saved_and_nothing_is_run(opened, data, tmp_path):
    one, trap = opened(1, "vi"), tmp_path / "was-run"
    run = f"open({str(trap)!r}, 'w')"
    hand_in(
        tmp_path / "class",
        "An",
        cell(f'answer = {run}\nlesson.check("1a", answer)', one.check("1a", one.answer("1a"))),
        cell(f'lesson.check("1c", {run})', one.check("1c", "at_least")),
        cell(f'lesson.check("1d", {run})'),
        cell('answer = 1\nanswer += 2\nlesson.check("1e", answer)'),
        cell('lesson.hint("1a")', one.hint("1a", 1)),
        cell('%time lesson.check("1f", 2)', one.check("1f", 2)),
    )
    found = classroom.collect(tmp_path / "class", data).results.set_index("exercise")
    assert not trap.exists()
    assert dict(found["result"]) == {
        "1a": "right",
        "1b": "open",
        "1c": "wrong",
        "1d": "unrun",
        "1e": "unrun",
        "1f": "wrong",
        "1g": "open",
    }
    assert found.loc["1c", "mistake"] == "at_least"
    assert list(found.index[found["hint"]]) == ["1a"]


def test_a_variant_is_judged_by_its_own_figures(data, tmp_path):
    answers = [lesson(1, "vi", data, seed).answer("1e") for seed in (1, 2)]
    for place, answer in enumerate(answers):
        copy = cell("seed = 1"), asked("1e", literal(answer))
        hand_in(tmp_path, f"s{place}", *copy)
    results = classroom.collect(tmp_path, data).results
    assert list(results[results["exercise"] == "1e"]["result"]) == ["right", "wrong"]


def test_the_best_of_several_attempts_counts(opened, data, tmp_path):
    hand_in(tmp_path, "An", asked("1c", '"at_most"'), asked("1c", '"at_least"'), asked("1c", "..."))
    results = classroom.collect(tmp_path, data).results.set_index("exercise")
    assert results.loc["1c", "result"] == "right"


def test_the_untouched_copy_of_a_student_is_all_open(opened, parts, data, tmp_path):
    copy = copies.students(parts(3, "en"), opened(3, "en"))
    (tmp_path / "3_may_i_compare Lê Chi.ipynb").write_text(json.dumps(copy), encoding="utf-8")
    results = classroom.collect(tmp_path, data).results
    assert set(results["result"]) == {"open"}
    assert set(results["student"]) == {"Lê Chi"}


SPOILT = {
    "empty": b"",
    "latin": "Sơn La".encode("utf-16"),
    "list": b"[]",
    "cells": b'{"cells": 3}',
    "cell": b'{"cells": [3]}',
    "deep": b"[" * 100_000,
}


def test_spoilt_files_are_named_and_the_others_read(data, tmp_path):
    hand_in(tmp_path, "An", asked("1c", '"at_most"'), asked("1a", "(" * 500 + "1" + ")" * 500))
    odd = {"cells": [{"cell_type": "code", "source": 3, "outputs": {"a": 1}}, {}]}
    (tmp_path / "odd.ipynb").write_text(json.dumps(odd))
    for name, content in SPOILT.items():
        (tmp_path / f"{name}.ipynb").write_bytes(content)
    outside = tmp_path.with_name("outside.ipynb")
    outside.write_bytes(b"secret")
    (tmp_path / "link.ipynb").symlink_to(outside)
    handed = classroom.collect(tmp_path, data)
    assert set(handed.results["student"]) == {"An"}
    assert len(handed.unread) == len(SPOILT) + 1
    assert all("\n" not in one and "secret" not in one for one in map(str, handed.unread))


def test_no_answer_and_no_name_stops_the_reading_of_a_class(data, tmp_path, capfd):
    """Numbers without end, halves of letters, signs that act on a screen, endless text."""
    huge, endless = hex(10**400), repr("a, " * 3000)
    hand_in(tmp_path, "An\x1b[31m\u202e", asked("1a", huge), asked("1g", huge))
    hand_in(tmp_path, "Bình", asked("1g", r"'\ud800'"), asked("1c", endless), asked("1d", endless))
    hand_in(tmp_path, os.fsdecode(b"\xff"), asked("1c", '"at_most"'))
    assert main(["class", str(tmp_path)]) == 0
    said = capfd.readouterr().out
    assert r"An\x1b[31m\u202e" in said
    assert r"\udcff" in said
    assert said.replace("\n", "").isprintable()
    assert r"\ud800" in (tmp_path / classroom.TABLE).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_and_the_table_hold_what_was_handed_in(data, tmp_path, capsys, language):
    mark = "<b>=HYPERLINK(1)</b>"
    hand_in(tmp_path, "=Bình & Co", asked("1c", '"at_least"'), asked("1g", repr(mark)))
    hand_in(tmp_path, "An", asked("1c", '"at_least"'), asked("1a", "17"), language="en")
    assert main(["class", str(tmp_path), "--lang", language]) == 0
    page = (tmp_path / classroom.PAGE).read_text(encoding="utf-8")
    said = lesson(1, language, data).check("1c", "at_least")
    assert str(said).removeprefix(said.label).strip() in page.replace("&#39;", "'")
    assert mark not in page
    assert "&lt;b&gt;" in page
    assert "<q>17</q>" in page
    table = pd.read_csv(tmp_path / classroom.TABLE)
    assert set(table["student"]) == {"'=Bình & Co", "An"}
    assert list(table.columns) == list(classroom.COLUMNS)
    assert "An" in capsys.readouterr().out


def test_a_folder_without_lessons_is_one_sentence(data, tmp_path):
    with pytest.raises(UsageError, match="There is no folder"):
        classroom.collect(tmp_path / "none", data)
    with pytest.raises(UsageError, match="holds an exercise"):
        classroom.collect(tmp_path, data)


def test_progress_outlives_the_kernel(opened, data, tmp_path, monkeypatch):
    one = opened(1, "vi")
    done = cell("lesson.check('1a', x)", one.check("1a", one.answer("1a")))
    left = cell("lesson.check('1c', x)", one.check("1c", "at_least"))
    monkeypatch.setenv("JPY_SESSION_NAME", str(hand_in(tmp_path, "An", done, left)))
    assert handed_in.solved_before() == {"1a"}
    again = lesson(1, "en", data)
    assert "1 of 7" in str(again.progress())
    again.check("1a", 1)
    assert "0 of 7" in str(again.progress())
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "gone.ipynb"))
    assert "0 of 7" in str(lesson(1, "en", data).progress())
