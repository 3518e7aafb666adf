"""Answers as students type them: notations, kinds, and what cannot be read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.data import numerals
from welfare_analysis.data.intervals import Interval
from welfare_analysis.lessons.answers import Reader
from welfare_analysis.lessons.exercise import Either, Holding
from welfare_analysis.lessons.typed_numbers import Unreadable
from welfare_analysis.lessons.typed_words import undone
from welfare_analysis.messages import message

VI = Reader("vi")
EN = Reader("en")
WORDS = Reader("vi", choices=("stock", "flow"))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (10.9, 10.9),
        ("10,9", 10.9),
        ("10.9", 10.9),
        ("150%", 1.5),
        ("3/2", 1.5),
        ("–2,27", -2.27),
        ([10.9], 10.9),
        (" 10,9 ", 10.9),
        ("1.234", 1234),
        ("1234", 1234),
        ("hơn 2,9 triệu lượt", 2.9e6),
        ("2.9 million", 2.9e6),
        ("-5", -5),
        ("\u22125", -5),
        (np.float64(10.9), 10.9),
        (np.int64(3), 3),
        (10.91, 10.9),
        (True, True),
        ("đúng", True),
        ("Sai", False),
        ("yes", True),
        (np.bool_(False), False),
        ((0.025, 0.035), Interval(0.025, 0.035)),
        ("0,025–0,035", Interval(0.025, 0.035)),
        ("[0.025; 0.035)", Interval(0.025, 0.035)),
        ([2400, 2500], Interval(2400, 2500)),
        ("2.400-2.500", Interval(2400, 2500)),
        ("0,03 ± 0,005", Interval(0.025, 0.035)),
        ("2,4–2,5 nghìn", Interval(2400, 2500)),
        (np.array([2400, 2500]), Interval(2400, 2500)),
        ("từ 2.400 đến 2.500", Interval(2400, 2500)),
        (Interval(2400, 2500), Interval(2400, 2500)),
        (["b", "a"], {"a", "b"}),
        ("a; b", {"a", "b"}),
        ("a và b", {"a", "b"}),
        (("A", "B"), ["b", "a"]),
        ({"A": 1, "b": "2"}, {"a": 1, "B": 2}),
    ],
)
@pytest.mark.parametrize("reader", [VI, EN], ids=["vi", "en"])
def test_is_read_as_what_is_expected(reader, answer, expected):
    assert reader.same(answer, expected)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (11.0, 10.9),
        ("109", 10.9),
        (1, True),
        (True, False),
        ((0.02, 0.04), Interval(0.025, 0.035)),
        (["a"], {"a", "b"}),
        (["a", "b", "c"], {"a", "b"}),
        ({"A": 1}, {"A": 1, "B": 2}),
        ("Sơn La", "Hà Nội"),
    ],
)
def test_what_differs_is_not_the_same(answer, expected):
    try:
        assert not VI.same(answer, expected)
    except Unreadable:
        assert not isinstance(answer, type(expected))


@pytest.mark.parametrize(
    ("answer", "like", "kind"),
    [
        ("many", 1.0, "number"),
        (True, 1.0, "number"),
        ([1, 2], 1.0, "number"),
        ("1, 2", 1.0, "number"),
        ("1 hoặc 2", 1.0, "number"),
        (5, Interval(0, 1), "interval"),
        ((2, 1), Interval(0, 1), "interval"),
        ((1, 2, 3), Interval(0, 1), "interval"),
        (2, True, "truth"),
        (3, "a", "text"),
        (5, {"a": 1}, "pairs"),
    ],
)
def test_another_kind_is_named(answer, like, kind):
    with pytest.raises(Unreadable) as problem:
        VI.read(answer, like)
    assert problem.value.kind == kind


def test_a_percent_sign_changes_nothing_where_percent_is_asked_for():
    assert Reader("vi", percent=True).same("10,9%", 10.9)
    assert not VI.same("10,9%", 10.9)


def test_a_choice_may_be_called_by_any_of_its_names_without_accents():
    assert WORDS.same("Thời điểm", "stock")
    assert WORDS.same("thoi diem", "stock")
    assert not WORDS.same("thời kỳ", "stock")
    with pytest.raises(Unreadable):
        WORDS.same("average", "stock")


def test_any_of_several_answers_will_do():
    either = Either((46.4, 45.9))
    assert VI.same("46,4", either)
    assert VI.same(45.9, either)
    assert not VI.same(47.5, either)


@pytest.mark.parametrize("answer", [["flow", "?"], "thời kỳ; ?", {"flow"}])
def test_a_wrong_item_is_seen_whatever_the_others_are(answer):
    assert WORDS.shows(answer, Holding("flow"))
    assert not WORDS.shows(answer, Holding("stock"))


def test_a_wrong_item_of_a_table_is_seen_whatever_the_others_are():
    assert WORDS.shows({"A": "thời kỳ", "B": "?"}, {"A": "flow"})
    assert not WORDS.shows({"A": "thời điểm", "B": "flow"}, {"A": "flow"})
    assert not WORDS.shows(5, {"A": "flow"})


def test_a_figure_stands_for_its_number_and_its_name(data):
    figure = wa.observation(data, "ldxh-hn-2024-p16-poor-rate")
    assert VI.same(figure, 0.03)
    assert VI.same(0.03, figure)
    assert VI.same(figure, figure.observation)


@pytest.mark.parametrize("answer", [..., None, "", "…", " ... ", [], {}, {"A": ...}, [..., None]])
def test_what_was_not_touched_is_undone(answer):
    assert undone(answer)


@pytest.mark.parametrize("answer", [0, False, "0", {"A": 1, "B": ...}, [0], (0, 1)])
def test_what_was_answered_is_not(answer):
    assert not undone(answer)


@given(st.floats(-1e12, 1e12).filter(lambda x: abs(x) > 1e-3), st.sampled_from(["vi", "en"]))
def test_a_number_is_read_as_it_is_written(value, language):
    value = round(value, 3)
    written = numerals.write(value, language)
    assert Reader(language, 1e-9).same(written, value)


@given(st.lists(st.integers(0, 99), max_size=6), st.randoms())
def test_order_does_not_matter(items, random):
    shuffled = random.sample(items, len(items))
    assert VI.equal(shuffled, items)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
        | st.tuples(inner, inner)
    ),
    max_leaves=4,
)
KINDS = [1.5, True, "stock", Interval(0, 1), {"a", "b"}, {"A": 1.0, "B": "stock"}, [Interval(0, 1)]]


@given(ANYTHING, st.sampled_from(KINDS), st.sampled_from([VI, EN, WORDS]))
def test_anything_is_read_or_told_to_be_unreadable(answer, like, reader):
    undone(answer)
    try:
        outcome = reader.same(answer, like)
    except Unreadable as problem:
        outcome = message(f"lesson-unread-{problem.kind}", "vi", answer="x", choices="y")
    assert outcome in (True, False) or "x" in outcome
