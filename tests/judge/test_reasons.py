"""Reasons: each has a grade, is argued, changes verdicts by it alone, and is named in words."""

import itertools
import re
from pathlib import Path

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.judge.axes import separating
from welfare_analysis.judge.grades import GRADES, WHY, Grade, allowed
from welfare_analysis.judge.limits import has_assumed_standard
from welfare_analysis.judge.reasons import reasons_between, reasons_of, verdict_of
from welfare_analysis.judge.sentences import sentence
from welfare_analysis.judge.sizes import SIZE_FACTOR, population_of
from welfare_analysis.messages import message

DOCS = Path(__file__).parents[2] / "docs" / "reasons.md"
# A word by which each reason is known in its sentence, in Vietnamese and in English.
NAMED = {
    "COUNTED": ("Đơn vị tính", "Different things"),
    "METHOD": ("khác loại", "of unlike kinds"),
    "AVERAGED": ("bình quân năm", "yearly averages"),
    "YARDSTICK": ("mốc riêng", "another area around"),
    "BASE_FAR": ("Mẫu số thuộc", "base is of another time"),
    "STANDARD": ("Chuẩn nghèo khác nhau", "standards differ"),
    "STANDARD_BREAK": ("Chuẩn nghèo đã thay đổi", "standard changed"),
    "STANDARD_ASSUMED": ("giả định", "assumed"),
    "TEMPORAL": ("là số cộng dồn", "gives a stock"),
    "PERIOD_LENGTH": ("Độ dài thời kỳ", "differ in length"),
    "MEASURE": ("kế hoạch hoặc mục tiêu", "a plan or target"),
    "ESTIMATE": ("Tính chất số liệu", "differ in kind"),
    "BREAKDOWN": ("Hai phần khác nhau", "Different parts"),
    "DEFINITION": ("Hai chỉ tiêu", "two indicators"),
    "DEFINITION_DIFFERS": ("Định nghĩa", "definition behind"),
    "BOUNDARY": ("ịa giới", "oundar"),
    "DATE": ("Thời điểm khác nhau", "dates differ"),
    "DATE_FAR": ("hơn một năm", "more than a year apart"),
    "LEVEL": ("Cấp hành chính", "administrative levels"),
    "SIZE": ("quy mô khác nhau", "places of different size"),
    "SIZE_FAR": ("quá chênh lệch", "too unequal in size"),
    "INFERRED": ("do suy luận", "inferred"),
    "DOUBTFUL": ("nghi vấn", "in doubt"),
    "PROVISIONAL": ("sơ bộ", "provisional"),
    "SOURCE": ("thứ cấp", "secondary"),
    "UNVALIDATED": ("chưa đối chiếu", "not cross-checked"),
    "ROUNDED": ("làm tròn", "rounded"),
    "COMPILATION": ("hai nguồn tổng hợp", "two compilations"),
}


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def pairs(data):
    """Return every pair of figures of two places on one concept, with its reasons both ways."""
    figures = wa.observations(data, data.observations)
    by_concept = {}
    for one in figures:
        by_concept.setdefault(one.indicator_row["concept"], []).append(one)
    return [
        (a, b, reasons_between(data, a, b), reasons_between(data, b, a))
        for ones in by_concept.values()
        for a, b in itertools.combinations(ones, 2)
        if a.area != b.area
    ]


def test_every_verdict_is_the_same_from_both_sides(pairs):
    assert len(pairs) > 1000
    for a, b, there, back in pairs:
        assert sorted(one.code for one in there) == sorted(one.code for one in back), (a, b)
        assert verdict_of(there) == verdict_of(back)


def test_what_informs_never_changes_a_verdict(pairs):
    informed = 0
    for a, b, found, _ in pairs:
        graver = [one for one in found if not one.informs]
        assert verdict_of(graver) == verdict_of(found), (a, b)
        assert found == [*graver, *(one for one in found if one.informs)]
        assert (verdict_of(found) == Verdict.COMPARABLE) == (not graver)
        informed += len(found) > len(graver)
    assert informed > 100


def test_every_sentence_names_each_reason_of_its_verdict_and_no_other(data, pairs):
    seen, different = set(), {frozenset(one.code for one in of): of for _, _, of, _ in pairs}
    for place, language in enumerate(("vi", "en")):
        for codes, found in different.items():
            said = sentence(data, found, language)
            assert {code for code in NAMED if NAMED[code][place] in said} == codes, said
            seen |= codes
    assert len(seen) > 15


def test_the_grade_of_a_reason_is_that_of_the_table(pairs):
    for _, _, found, _ in pairs:
        for one in found:
            assert one.verdict == allowed(one.code)
            assert one.informs == (GRADES[one.code] == Grade.INFORM)


def test_the_documentation_argues_what_the_code_does():
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert {code: (grade, why) for code, grade, why in rows} == {
        code: (str(grade), WHY[code]) for code, grade in GRADES.items()
    }
    assert NAMED.keys() == GRADES.keys()


def test_an_assumed_standard_is_never_said_as_a_fact(data, pairs):
    for a, b, found, _ in pairs:
        if not any(map(has_assumed_standard, (a, b))):
            continue
        assert "STANDARD_ASSUMED" in {one.code for one in found}
        for language, mark in (("vi", "giả định"), ("en", "assumed")):
            assert mark in sentence(data, found, language)


def test_counts_of_places_too_unequal_in_size_are_not_compared(data):
    province, district = data["bandantoc-son-la-2022-poor"], data["ldxh-sc-2024-p4-poor-households"]
    found = {one.code: one.verdict for one in reasons_between(data, province, district)}
    assert found["SIZE_FAR"] == Verdict.NOT_COMPARABLE
    rates = data["bandantoc-son-la-2022-poor-rate"], data["ldxh-sc-2024-p4-poor-rate"]
    assert not {"SIZE", "SIZE_FAR"} & {one.code for one in reasons_between(data, *rates)}


def test_known_populations_decide_the_size_and_levels_where_one_is_not_known(pairs, data):
    sizes = dict.fromkeys(("SIZE", "SIZE_FAR"), 0)
    for a, b, found, _ in pairs:
        code = next((one.code for one in found if one.code in sizes), None)
        if code is None:
            continue
        here, there = population_of(data, a.area), population_of(data, b.area)
        if here and there:
            far = max(here, there) / min(here, there) > SIZE_FACTOR
        else:
            far = a.area_row["level"] != b.area_row["level"]
        assert (code == "SIZE_FAR") == far, (a, b)
        sizes[code] += 1
    assert all(sizes.values())


def test_a_base_cures_the_difference_of_size(data):
    counts = data["vietnamplus-fr-2023-vn-poor"], data["bandantoc-son-la-2022-poor"]
    bases = (
        data["kinhtevadubao-census-2024-vn-households"],
        data["bandantoc-son-la-2022-review-households"],
    )
    assert {one.code for one in separating(data, *counts)} == {"SIZE_FAR"}
    rates = [wa.per_households(data, *pair) for pair in zip(counts, bases, strict=True)]
    assert separating(data, *rates) == []


def test_what_a_figure_brings_to_every_verdict_is_in_each_of_its_verdicts(pairs):
    for a, b, found, _ in pairs[::7]:
        codes = [one.code for one in found]
        for figure in (a, b):
            assert {one.code for one in reasons_of(figure)} <= set(codes)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_informs_stands_once_below_a_matrix_and_in_no_cell(data, language):
    answer = wa.compare(data, "poor_household_rate", period=2023)
    table = wa.tables.reasons(data, {"x": answer}, language)
    word = message("short-UNVALIDATED", language)
    assert str(table.note).count(word) == 1
    assert not any(word in str(cell) for row in table.rows for cell in row)
    chart = wa.charts.matrix(data, answer, language)
    assert str(chart.note).count(word) == 1
