"""Rereading: a value is what its own token says, in whatever way the document writes it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from welfare_analysis.data import validation
from welfare_analysis.data.loading import default_directory
from welfare_analysis.data.notation import write

# Row 2 is a rate, row 3 a count of households, row 6 an amount; all by a Vietnamese article.
AGREE = [
    (2, "1.4", "1,4%"),
    (2, "1.4", "giảm còn 1,40 %"),
    (2, "1.4", "từ 1,4% đến 2%"),
    (2, "1.4", "1.4%"),
    (2, "1.4", "14‰"),
    (2, "0", "không còn hộ nghèo"),
    (2, "0", "zero percent"),
    (3, "18", "18/30 hộ"),
    (3, "30", "18/30 hộ"),
    (3, "31000", "31nghìn hộ"),
    (3, "11959", "11 959 hộ"),
    (3, "1000", "hàng nghìn hộ"),
    (3, "176100", "176,099784181458 nghìn hộ"),
    (3, "176100", "176.099784181458 Thous. households"),
    (6, "2900000", "hơn 2,9 triệu đồng"),
    (6, "5000000000000", "5 nghìn tỷ đồng"),
]
CONTRADICT = [
    (2, "9.4", "1,4%", "1.4"),
    (2, "1.5", "từ 1,4% đến 2%", "1.4 or 2"),
    (2, "14", "14‰", "1.4"),
    (3, "1200", "18/30 hộ", "18 or 30"),
    (3, "31", "31nghìn hộ", "31000"),
    (3, "2", "2 nghìn hộ", "2000"),
    (3, "145", "1,45 hộ", "1.45"),
    (3, "11958", "11.959 hộ", "11959"),
    (3, "11959", "11,959 hộ", "11.959"),
    (3, "100", "hàng nghìn hộ", "1000"),
    (3, "12", "11,959 hộ", "11.959"),
    (3, "176099", "176,099784181458 nghìn hộ", "176099.784181"),
    (6, "2900", "hơn 2,9 triệu đồng", "2900000"),
]


def edit(tiny, row, value, token):
    tiny.edit("observations", row, value=value, as_printed=token)


@pytest.mark.parametrize(("row", "value", "token"), AGREE)
def test_what_the_token_can_mean_passes(tiny, row, value, token):
    edit(tiny, row, value, token)
    assert tiny.problems() == []


@pytest.mark.parametrize(("row", "value", "token", "read"), CONTRADICT)
def test_a_contradiction_is_named_with_both_readings(tiny, row, value, token, read):
    edit(tiny, row, value, token)
    (problem,) = tiny.problems()
    assert (problem.file, problem.row, problem.column) == ("observations.csv", row, "value")
    assert problem.value == value
    assert f"{token!r} is read as {read}" in problem.message
    assert f"write {read}" in problem.remedy


def test_hectares_are_read_in_square_kilometres(tiny):
    tiny.tables["units"][1].update(unit="km2", kind="area")
    tiny.tables["indicators"][1]["unit"] = "km2"
    tiny.write("units")
    tiny.write("indicators")
    tiny.edit("observations", 3, unit="km2", value="1410.90", as_printed="141.090 ha")
    assert tiny.problems() == []
    tiny.edit("observations", 3, value="141090")
    assert "is read as 1410.9" in tiny.problems()[0].message


def test_the_notation_is_that_of_the_document(tiny):
    tiny.edit("observations", 3, value="11959", as_printed="11,959 households")
    tiny.edit("sources", 2, language="en")
    found = [one for one in tiny.problems() if one.row == 3]
    assert found == []
    tiny.edit("observations", 3, value="12", as_printed="11,959 households")
    assert "is read as 11959" in next(one for one in tiny.problems() if one.row == 3).message


def test_what_cannot_be_read_says_only_that(tiny):
    edit(tiny, 2, "1,4", "9,4%")
    assert ["plain number" in one.message for one in tiny.problems()] == [True]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 10**12), st.integers(1, 10**12), st.booleans())
def test_a_count_is_held_against_its_token(tiny, count, other, grouped):
    token = write(count, "vi") if grouped else str(count)
    edit(tiny, 3, str(other), f"{token} hộ")
    assert bool(tiny.problems()) == (abs(count - other) > 1e-6 * max(1, other))


def test_the_shipped_figures_are_what_their_tokens_say():
    assert validation.check(default_directory()) == []
