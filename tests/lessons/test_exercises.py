"""Every exercise of every lesson: right answers, anticipated mistakes, hints, both languages."""

import re
import sys

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.errors import UnknownName
from welfare_analysis.lessons import course, source
from welfare_analysis.lessons import exercise as exercise_module
from welfare_analysis.lessons import exercises as folder
from welfare_analysis.lessons.course import exercises, lesson, numbers
from welfare_analysis.lessons.exercise import MAKERS, VARIED, exercise
from welfare_analysis.messages import message
from welfare_analysis.report.register import project
from welfare_analysis.texts import catalogue

ALL = [(number, key) for number in numbers() for key in exercises(number)]
each = pytest.mark.parametrize(("number", "key"), ALL)
spoken = pytest.mark.parametrize("language", LANGUAGES)


def test_the_course_has_lessons():
    assert numbers()[:2] == [1, 2]
    assert source.available() == numbers()


def test_a_lesson_of_someone_else_is_found_in_the_folder(data, tmp_path, monkeypatch):
    (tmp_path / "health_insurance.py").write_text(
        "from welfare_analysis.lessons.exercise import Exercise, exercise\n"
        "@exercise('6a')\n"
        "def covered(data): return Exercise(expected=len(data.areas), mistakes={'none': 0})\n"
    )
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    monkeypatch.setattr("welfare_analysis.lessons.exercise.MAKERS", dict(MAKERS))
    monkeypatch.setattr(course, "MAKERS", exercise_module.MAKERS)
    course._lessons.cache_clear()
    try:
        assert numbers() == [1, 2, 3, 4, 5, 6]
        assert lesson(6, "en", data).answer("6a") == len(data.areas)
    finally:
        course._lessons.cache_clear()


def test_two_exercises_of_one_key_are_refused():
    with pytest.raises(ValueError, match="'1a' of .* is also in .*official_figure"):

        @exercise("1a")
        def another(data): ...


@pytest.mark.parametrize("number", numbers())
def test_a_lesson_has_five_to_eight_exercises_numbered_in_order(number):
    keys = list(exercises(number))
    assert 5 <= len(keys) <= 8
    assert keys == [f"{number}{letter}" for letter in "abcdefgh"[: len(keys)]]


@each
@spoken
def test_the_expected_answer_is_right_and_explained(opened, number, key, language):
    open_lesson = opened(number, language)
    answer = open_lesson.check(key, open_lesson.answer(key))
    assert (answer.verdict, answer.mistake) == ("right", "")
    assert len(answer.markdown) > 40


@each
@spoken
def test_every_anticipated_mistake_has_its_own_message(opened, number, key, language):
    open_lesson = opened(number, language)
    said = {}
    for name, wrong in open_lesson.mistakes(key):
        answer = open_lesson.check(key, wrong)
        assert (answer.verdict, answer.mistake) == ("wrong", name), f"{wrong!r}: {answer}"
        said[name] = answer.markdown
    assert len(set(said.values())) == len(said) >= 2
    assert open_lesson.explain(key) not in said.values()


@each
@spoken
def test_hints_come_one_by_one_and_end(data, number, key, language):
    fresh = lesson(number, language, data)
    count = len(fresh.hints(key))
    given = [str(fresh.hint(key)) for _ in range(count)]
    assert len(set(given)) == count >= 2
    assert str(fresh.hint(key)) not in given
    assert str(fresh.hint(key, 1)) == given[0]


@each
def test_no_hint_or_reply_gives_the_answer_in_words_of_the_other_language(opened, number, key):
    for name in [f"lesson-{key}-right", f"lesson-{key}-hint-1"]:
        vietnamese, english = (
            opened(number, language)._text(key, name.split("-", 2)[2]) for language in LANGUAGES
        )
        assert vietnamese != english


@spoken
@pytest.mark.parametrize("number", numbers())
def test_no_answer_is_no_mistake(opened, number, language):
    for key in exercises(number):
        for nothing in (..., None, "", {}, []):
            answer = opened(number, language).check(key, nothing)
            assert answer.verdict == "open"
            assert f'lesson.hint("{key}")' in answer.markdown


@spoken
@pytest.mark.parametrize(
    "answer", ["chuỗi lạ", object(), -1.2345e30, {"x": "y"}, [object()], float("nan"), b"1", (1,)]
)
def test_any_answer_gets_a_reply(opened, data, language, answer):
    for number, key in ALL:
        reply = opened(number, language).check(key, answer)
        assert reply.verdict == "wrong"
        assert reply.markdown


@spoken
def test_a_number_off_by_a_power_of_ten_is_told_so(opened, language):
    open_lesson = opened(2, language)
    right = open_lesson.answer("2a").value
    for factor, name in [(1e3, "scale"), (-1, "sign"), (100, "hundred"), (1.02, "rounding")]:
        assert open_lesson.check("2a", right * factor).markdown == message(
            f"lesson-wrong-{name}", language
        )


@spoken
@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ((2300, 2600), "interval-wide"),
        ((2430, 2470), "interval-narrow"),
        ((2400, 2700), "interval-high"),
        ((2300, 2500), "interval-low"),
        ((2200, 2300), "interval-below"),
        ((2600, 2800), "interval-above"),
        ((2430, 2600), "interval-shifted"),
        ((2.4, 2.5), "scale"),
    ],
)
def test_an_interval_is_told_what_is_wrong_with_it(opened, language, answer, name):
    said = opened(1, language).check("1d", answer).markdown
    assert said == message(f"lesson-wrong-{name}", language)


@spoken
def test_wrong_items_of_a_table_are_named(opened, language):
    open_lesson = opened(1, language)
    right = open_lesson.answer("1b")
    reply = open_lesson.check("1b", right | {"F": "stock"})
    assert reply.verdict == "wrong"
    assert " F" in reply.markdown
    partly = {key: value for key, value in right.items() if key != "A"}
    assert " A" in open_lesson.check("1b", partly).markdown


def test_values_are_written_as_a_reader_of_the_language_expects(opened):
    assert opened(4, "vi").written(wa.Interval(0.025, 0.035)) == "từ 0,025 đến 0,035"
    assert opened(1, "vi").written("stock") == "stock"
    assert opened(1, "vi").written("stock", "1b") == "số thời điểm"


def test_progress_counts_what_is_right_now(data):
    fresh = lesson(1, "en", data)
    assert "1a" in fresh.progress().markdown
    for key in exercises(1):
        fresh.check(key, fresh.answer(key))
    assert fresh.progress().verdict == "right"
    fresh.check("1a", 1)
    assert fresh.progress().verdict == "open"


def test_what_does_not_exist_is_refused_with_a_suggestion(data):
    with pytest.raises(UnknownName, match="exercise"):
        lesson(1, "vi", data).check("1z", 1)
    with pytest.raises(UnknownName, match="lesson"):
        lesson(9, "vi", data)
    with pytest.raises(UnknownName, match="language"):
        lesson(1, "fr", data)


def test_feedback_is_shown_as_html_that_keeps_what_was_typed_harmless(data):
    reply = lesson(1, "vi", data).check("1c", "<img src=x onerror=alert(1)>")
    shown = reply._repr_mimebundle_()
    assert "<img" not in shown["text/html"]
    assert 'role="status"' in shown["text/html"]
    assert shown["text/plain"] == str(reply)


@pytest.mark.parametrize("key", sorted(VARIED))
@spoken
def test_every_variant_has_one_right_answer_and_its_mistakes(data, key, language):
    drawn = VARIED[key](data)
    assert len(set(drawn)) == len(drawn) > 3
    for seed in range(len(drawn)):
        variant = lesson(int(key[:-1]), language, data, seed)
        right = variant.check(key, variant.answer(key))
        assert right.verdict == "right", (seed, right)
        assert all(variant.hints(key))
        for name, wrong in variant.mistakes(key):
            reply = variant.check(key, wrong)
            assert (reply.verdict, reply.mistake) == ("wrong", name), (drawn[seed], name)
        assert [figure.observation for figure in variant.figures(key)] == list(drawn[seed])


@pytest.mark.parametrize("key", sorted(VARIED))
def test_neighbours_have_other_figures_and_seed_none_the_usual_ones(data, key):
    number = int(key[:-1])
    answers = [lesson(number, "vi", data, seed).answer(key) for seed in (0, 1, 2)]
    assert answers[0] != answers[1] != answers[2]
    assert lesson(number, "vi", data).answer(key) == answers[0]


def blocks(text, kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_sixth_lesson_of_the_guide_works_as_it_stands(data, tmp_path, monkeypatch):
    guide = (project() / "docs" / "lessons.md").read_text(encoding="utf-8")
    (module,), catalogues = blocks(guide, "python"), blocks(guide, "ftl")
    (tmp_path / "health_insurance.py").write_text(module, encoding="utf-8")
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    monkeypatch.setattr(exercise_module, "MAKERS", dict(MAKERS))
    monkeypatch.setattr(course, "MAKERS", exercise_module.MAKERS)
    for language, texts in zip(LANGUAGES, catalogues, strict=True):
        for line in texts.splitlines():
            monkeypatch.setitem(catalogue(language), line.partition(" =")[0], line)
    course._lessons.cache_clear()
    sys.modules.pop(f"{folder.__name__}.health_insurance", None)
    try:
        for language in LANGUAGES:
            sixth = lesson(6, language, data)
            assert list(sixth.exercises) == ["6a", "6b"]
            for key in sixth.exercises:
                assert sixth.check(key, sixth.answer(key)).verdict == "right"
                assert sixth.hints(key)
                for name, wrong in sixth.mistakes(key):
                    assert sixth.check(key, wrong).mistake == name
    finally:
        course._lessons.cache_clear()


def test_the_guide_names_every_exercise_and_every_tag():
    guide = (project() / "docs" / "lessons.md").read_text(encoding="utf-8")
    rows = [line for line in guide.splitlines() if re.match(r"\| \d ", line)]
    for number in numbers():
        named = set(re.findall(rf"\b{number}[a-h]\b", rows[number - 1]))
        assert named == set(exercises(number))
    used = {
        tag
        for number in numbers()
        for cell in source.read(number)["cells"]
        for tag in cell["metadata"].get("tags", [])
    }
    assert used <= set(re.findall(r"`([\w-]+)`", guide))
