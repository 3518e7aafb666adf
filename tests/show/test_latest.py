"""The tables of a profile: the latest figure of each subject, and every figure in little room."""

import operator
import random

import pytest

import welfare_analysis as wa
from welfare_analysis.show.prose.phrases import change

from .. import changed_packages
from ..benchmarks.national import national
from ..invented_packages import write_other_places

VALUE = operator.attrgetter("value")
AREAS = ["VN", "VN-R-NMM", "VN-HN", "VN-SG", "VN-05", "VN-69-165", "VN-HN-M13"]


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_level_has_its_row_with_its_change_and_what_stands_beside(data, area, language):
    found = wa.findings(data, area, "poverty")
    table = wa.tables.latest(data, found, language)
    subjects = {one.subject for one in found.of("level")}
    counted = {data.record("indicators", one)["numerator"] for one in subjects}
    assert len(table.rows) == len(subjects - counted)  # a count stands in the row of its rate
    rows = {str(row[0]): " ".join(map(str, row)) for row in table.rows}
    for one in found.of("level change benchmark"):
        title = data.record("indicators", one.subject)[f"title_{language}"]
        row = rows.get(title, " ".join(rows.values()))
        if one.kind == "change":
            assert one.subject in counted or change(one.measure, language) in row
        else:
            assert one.figures[-1].text(language) in row
            assert set(one.observations) <= set(table.observations)


def test_of_subjects_that_stand_in_for_each_other_a_place_keeps_one(data):
    found = wa.findings(data, ["VN-HN", "VN-SG", "VN-05"]).main(6)
    levels = found.of("level")
    counted = {(one.areas, data.record("indicators", one.subject)["numerator"]) for one in levels}
    concepts = [
        (one.areas, data.record("indicators", one.subject)["concept"])
        for one in levels
        if (one.areas, one.subject) not in counted
    ]
    assert len(concepts) == len(set(concepts))
    assert len({concept for _, concept in concepts}) <= 6


@pytest.mark.parametrize("area", AREAS)
def test_no_figure_is_lost_among_the_histories(data, area):
    printed = wa.select(data, areas=area)
    table = wa.tables.histories(data, printed, "en")
    assert set(table.observations) == set(printed["observation"])
    text = " ".join(str(row[-1]) for row in table.rows)
    for figure in wa.observations(data, printed):
        assert f"{figure.period('en')}: {figure.text('en')}" in text


def test_histories_ask_for_no_order(data):
    printed = wa.observations(data, wa.select(data, areas="VN-05"))
    shuffled = random.Random(1).sample(printed, len(printed))
    one, other = (wa.tables.histories(data, some, "vi") for some in (printed, shuffled))
    assert [row[0] for row in one.rows] == [row[0] for row in other.rows]


def test_of_no_place_nothing_is_found(data):
    assert not wa.findings(data, [])


def test_what_no_remark_tells_is_told_by_itself(data):
    doubts = wa.findings(data, "VN-69-165").of("doubt contradiction")
    doubted = data.remarks.loc[data.remarks["kind"] == "doubt", "observations"]
    told = {name for row in doubted for name in row.split("|")}
    assert 0 < len(doubts.unremarked) < len(doubts)
    for one in doubts:
        assert (one in doubts.unremarked) == told.isdisjoint(one.observations)


def test_a_place_without_a_figure_lacks_every_core_subject(data):
    areas = [area for area in data.areas["area"] if wa.select(data, areas=area).empty]
    for area in areas:
        found = wa.findings(data, area)
        assert {one.kind for one in found} == {"missing"}
        assert len(found) == 5


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    tables = national(places=16, years=2, indicators=8)
    return wa.load(changed_packages.write(tables, tmp_path_factory.mktemp("many")))


def test_of_many_places_the_highest_and_the_lowest_are_ranked(many):
    areas = [area for area in many.areas["area"] if area.startswith("VN-P")]
    found = wa.findings(many, areas, ["poor_household_rate", "poor_households"]).main(1)
    table = wa.tables.latest(many, found, "en", most=6)
    every = sorted((one.figures[0] for one in found.of("level", found.subject)), key=VALUE)
    shown = [*every[:-4:-1], *every[2::-1]]
    names = [many.record("areas", one.area)["name_en"] for one in shown]
    assert [str(row[0]) for row in table.rows] == names
    assert "3 highest and the 3 lowest of 16" in str(table.note)
    whole = wa.tables.latest(many, found, "en", most=16)
    assert len(whole.rows) == 16
    assert str(whole.note) == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "cấp huyện, thuộc Thái Nguyên"), ("en", "district-level unit in Thái Nguyên")],
)
def test_a_place_is_introduced_by_its_level_its_parent_and_its_code(data, language, words):
    brief = wa.Brief(data, language)
    for area in data.areas["area"]:
        assert data.record("areas", area)[f"name_{language}"] in str(brief.introduce(area))
    told = str(brief.introduce("VN-69-165"))
    assert words in told
    assert "165" in told


def test_of_two_standards_at_one_date_the_one_that_others_follow_stands(tmp_path):
    write_other_places(tmp_path)
    other = wa.load(tmp_path)
    areas = [area for area in other.areas["area"] if other.record("areas", area)["parent"]]
    found = wa.findings(other, areas, "poor_household_rate")
    for one in found.of("level"):
        assert other.record("standards", one.figures[0].standard)["owner_area"] == "VN"
    table = wa.tables.latest(other, found, "en")
    country = wa.findings(other, "VN", "poor_household_rate").of("level")[0].figures[0]
    assert all(country.text("en") in str(row[-1]) for row in table.rows)
    for area in areas:
        assert other.record("areas", area)["name_en"] in str(wa.Brief(other, "en").introduce(area))
