"""Breakdowns: a part is never taken for its total, and the total never for a part."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.codes import dimensions, parts_of, subject_code
from welfare_analysis.judge.reasons import reasons_between, verdict_of
from welfare_analysis.judge.results import results
from welfare_analysis.judge.sentences import sentence

SENT = "workers_sent_abroad"
PARTS = ["sex=F", "sex=M", "destination=JP"]


@pytest.fixture
def divided(tiny):
    """Print of the 11,959 workers sent abroad in three years how many were women, men, to Japan."""

    total = next(row for row in tiny.tables["observations"] if row["indicator"] == SENT)
    for part, value, printed in zip(
        PARTS, ("4000", "7959", "6000"), ("4.000", "7.959", "6.000"), strict=True
    ):
        name = f"{total['observation']}-{part.replace('=', '-').lower()}"
        own = {"observation": name, "breakdown": part, "value": value, "as_printed": printed}
        tiny.tables["observations"].append(total | own)
    tiny.write("observations")
    return tiny


def row_of(divided, part):
    return 2 + [row["breakdown"] for row in divided.tables["observations"]].index(part)


def test_a_code_without_breakdown_is_the_total_everywhere(divided):
    data = wa.load(divided.directory)
    assert wa.select(data, SENT)["value"].tolist() == [11959]
    assert wa.one(data, SENT, "Hà Nội").breakdown == ""
    assert [one.value for one in results(data, SENT, "Hà Nội")] == [11959]
    assert repr(data).count("7 indicators")


def test_parts_are_asked_for_by_code_title_or_dimension(divided):
    data = wa.load(divided.directory)
    for asked in ("sex=F", "women", "Nữ"):
        (figure,) = wa.observations(data, wa.select(data, SENT, breakdown=asked))
        assert (figure.value, figure.base, figure.breakdown) == (4000, SENT, "sex=F")
        assert wa.one(data, SENT, "Hà Nội", breakdown=asked) == figure
    assert wa.select(data, SENT, breakdown="sex")["value"].tolist() == [4000, 7959]
    assert wa.select(data, breakdown=["sex=M", "Japan"])["value"].tolist() == [7959, 6000]
    figure = wa.one(data, f"{SENT}@sex=F", "Hà Nội")
    assert figure.indicator_row["title_en"] == "Indicator – women"
    assert figure.indicator_row["title_vi"] == "Chỉ tiêu – nữ"
    assert figure.unit_row["unit"] == "persons"


@pytest.mark.parametrize("ask", [wa.select, wa.one, wa.compare])
def test_an_unknown_part_is_answered_with_those_there_are(divided, ask):
    data = wa.load(divided.directory)
    places = ["Hà Nội", "TP.HCM"] if ask is wa.compare else "Hà Nội"
    with pytest.raises(
        wa.UsageError, match=f"No figures of {SENT} by 'sex=X': expected one of sex=F, sex=M"
    ):
        ask(data, SENT, places, breakdown="sex=X")
    with pytest.raises(
        wa.UsageError, match="No figures of poor_households by 'sex=F': there are totals"
    ):
        ask(data, "poor_households", places, breakdown="sex=F")


def test_a_comparison_of_a_part_takes_that_part_of_every_place(divided):
    women = divided.tables["observations"][row_of(divided, "sex=F") - 2]
    other = women | {"observation": "paper-2024-p11-sent-sg", "area": "VN-SG", "value": "900"}
    divided.tables["observations"].append(other | {"as_printed": "900"})
    divided.write("observations")
    data = wa.load(divided.directory)
    answer = wa.compare(data, SENT, ["Hà Nội", "TP.HCM"], breakdown="women")
    assert answer.subject == f"{SENT}@sex=F"
    assert [one.value for one in answer.figures.values()] == [4000, 900]
    assert list(wa.compare(data, SENT, ["Hà Nội", "TP.HCM"]).figures) == ["VN-HN"]
    with pytest.raises(wa.UsageError, match="'sex' names 2 parts, expected one of sex=F, sex=M"):
        wa.compare(data, SENT, ["Hà Nội", "TP.HCM"], breakdown="sex")


def test_parts_are_shares_of_their_total_only(divided):
    data = wa.load(divided.directory)
    total = wa.one(data, SENT, "Hà Nội")
    women, men, japan = (wa.one(data, SENT, "Hà Nội", breakdown=one) for one in PARTS)
    assert wa.share(women, total).value == pytest.approx(100 * 4000 / 11959)
    for part, whole in ((total, women), (women, men), (men, japan)):
        with pytest.raises(wa.NotComparable, match="no part of"):
            wa.share(part, whole)


def test_no_verdict_sets_a_part_beside_another_or_the_total(divided):
    data = wa.load(divided.directory)
    figures = [wa.one(data, SENT, "Hà Nội")]
    figures += [wa.one(data, SENT, "Hà Nội", breakdown=one) for one in PARTS]
    for a, b in itertools.permutations(figures, 2):
        found = reasons_between(data, a, b)
        assert verdict_of(found) == "not_comparable"
        assert [one.code for one in found][0] == "BREAKDOWN"
        assert "women" in sentence(data, found[0], "en") or "sex=F" not in (
            a.breakdown,
            b.breakdown,
        )


@pytest.mark.parametrize(
    ("women", "men", "japan", "expected"),
    [
        (
            "4.000",
            "7.959",
            "6.000",
            {"parts_total": "consistent", "part_above_total": "consistent"},
        ),
        (
            "4.000",
            "7.000",
            "6.000",
            {"parts_total": "inconsistent", "part_above_total": "consistent"},
        ),
        (
            "4.000",
            "7.959",
            "12.345",
            {"parts_total": "consistent", "part_above_total": "inconsistent"},
        ),
    ],
)
def test_parts_are_held_against_their_total_without_a_declaration(
    divided, women, men, japan, expected
):
    for part, printed in zip(PARTS, (women, men, japan), strict=True):
        value = printed.replace(".", "")
        divided.edit("observations", row_of(divided, part), value=value, as_printed=printed)
    found = wa.audit(wa.load(divided.directory))
    own = found[found["check"].isin(expected)]
    assert dict(zip(own["check"], own["verdict"], strict=True)) == expected


def test_one_part_of_two_is_not_taken_for_the_whole(divided):
    rows = divided.tables["observations"]
    rows.pop(row_of(divided, "sex=M") - 2)
    divided.write("observations")
    found = wa.audit(wa.load(divided.directory))
    own = found[found["check"].isin(["parts_total", "part_above_total"])]
    assert own["check"].tolist() == ["part_above_total"] * 2
    assert own["verdict"].tolist() == ["consistent"] * 2


def test_what_the_other_part_leaves_follows(divided):
    rows = divided.tables["observations"]
    keep = rows[row_of(divided, "sex=M") - 2]
    rows.remove(keep)
    rows.append(keep | {"area": "VN-SG", "observation": "elsewhere"})
    divided.write("observations")
    data = wa.load(divided.directory)
    (men,) = results(data, f"{SENT}@sex=M", "Hà Nội")
    assert men.value == 11959 - 4000


def test_exports_have_a_column_of_their_own(divided, tmp_path):
    data = wa.load(divided.directory)
    wa.save(data, data.observations, tmp_path / "rows.csv", "en")
    saved = pd.read_csv(tmp_path / "rows.csv", dtype=str, keep_default_na=False)
    own = saved[saved["indicator"] == SENT]
    assert own["breakdown"].tolist() == ["", *PARTS]
    assert own["indicator_title"].tolist() == [
        "Indicator",
        *(f"Indicator – {one}" for one in ("women", "men", "Japan")),
    ]


FAULTS = {
    "sex=X": "a row 'sex=X'",
    "women": "a row 'women'",
    "sex=F|sex=M": "keep one",
    "destination=JP|sex=F": "write sex=F|destination=JP",
    "sex=F,destination=JP": "a row",
    "sex=F|": "a row ''",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_wrong_breakdown_is_named(divided, text):
    divided.edit("observations", row_of(divided, "sex=F"), breakdown=text)
    (problem,) = divided.problems()
    assert (problem.row, problem.column) == (7 + 1, "breakdown")
    assert FAULTS[text] in problem.remedy


def test_parts_of_both_dimensions_are_one_more_subject(divided):
    divided.edit(
        "observations", row_of(divided, "destination=JP"), breakdown="sex=F|destination=JP"
    )
    data = wa.load(divided.directory)
    (figure,) = wa.observations(data, wa.select(data, SENT, breakdown="sex=F|destination=JP"))
    assert figure.indicator_row["title_en"] == "Indicator – women, Japan"
    assert wa.share(figure, wa.one(data, SENT, "Hà Nội", breakdown="women")).value == 150
    assert wa.select(data, SENT, breakdown="sex")["value"].tolist() == [4000, 7959]


def test_what_must_be_alike_in_the_list_is_named(divided):
    divided.edit("breakdowns", 3, exhaustive="no", dimension_en="gender")
    problems = [(one.row, one.column) for one in divided.problems()]
    assert problems == [(3, "dimension_en"), (3, "exhaustive")]


@pytest.mark.parametrize("parent", ["sex=F_young", "destination=KR", "sex=X"])
def test_a_parent_stands_above_in_its_dimension(divided, parent):
    divided.edit("breakdowns", 6, parent=parent)
    assert {(one.row, one.column) for one in divided.problems()} == {(6, "parent")}


def test_a_part_of_a_part_is_counted_once(divided):
    both = "sex=F_young"
    divided.edit("observations", row_of(divided, "destination=JP"), breakdown=both)
    data = wa.load(divided.directory)
    found = wa.audit(data)
    (row,) = found[found["check"] == "parts_total"].to_dict("records")
    assert row["verdict"] == "consistent"
    assert data.divisions.into(["sex=F", "sex=M", both]) == ["sex=F", "sex=M"]
    assert data.divisions.into(["sex=M", both]) == []
    assert data.divisions.outermost([both, "sex=F"]) == ["sex=F"]


def test_a_package_without_breakdowns_is_read_as_before(tiny):
    before = wa.load(tiny.directory).observations

    def forget(descriptor):
        tables = descriptor["resources"]
        descriptor["resources"] = [one for one in tables if one["name"] != "breakdowns"]

    tiny.describe(forget)
    (tiny.directory / "breakdowns.csv").unlink()
    data = wa.load(tiny.directory)
    assert data.observations.equals(before)
    assert len(data.breakdowns) == 0
    assert (data.indicators["breakdown"] == "").all()
    with pytest.raises(wa.UsageError, match="there are totals only"):
        wa.select(data, SENT, breakdown="sex=F")


@given(st.lists(st.sampled_from(["sex=F", "destination=JP", "level=a_b"]), unique=True))
def test_codes_are_taken_apart_as_they_were_put_together(parts):
    breakdown = "|".join(parts)
    assert parts_of(breakdown) == parts
    assert dimensions(breakdown) == tuple(one.split("=")[0] for one in parts)
    base, _, found = subject_code("a_b", breakdown).partition("@")
    assert (base, found) == ("a_b", breakdown)


def test_the_shipped_list_has_one_name_a_dimension():
    data = wa.load()
    for dimension, rows in data.breakdowns.groupby(
        data.breakdowns["breakdown"].str.split("=").str[0]
    ):
        assert rows["dimension_vi"].nunique() == rows["dimension_en"].nunique() == 1, dimension
    levels = {f"training_level={one}" for one in ("college", "intermediate", "elementary_other")}
    assert {*data.divisions.into(levels)} == levels
