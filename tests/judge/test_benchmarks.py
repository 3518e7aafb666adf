"""Benchmarks: the areas around stand beside every place wherever a figure of theirs may."""

import json

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.data.areas import containing
from welfare_analysis.judge.reasons import reasons_between, verdict_of
from welfare_analysis.messages import message

PLACES = ["Sơn La", "Sông Công"]


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def answers(data):
    return {one: wa.compare(data, one) for one in data.indicators["concept"].unique()}


def test_region_and_country_stand_beside_two_places_with_caution(data):
    answer = wa.compare(data, "poor_household_rate", PLACES, 2023)
    found = {one.area: one for one in answer.benchmarks}
    assert list(found)[-1] == "VN"
    assert found["VN"].figure.text("en") == "2.93%"
    assert {found["VN"].verdict(area) for area in answer} == {Verdict.WITH_CAUTION}
    assert [answer[area].text("en") for area in answer] == ["14.41%", "1.46%"]


def test_every_benchmark_is_around_its_places_and_may_stand_beside_them(data, answers):
    found = 0
    for answer in answers.values():
        for one in answer.benchmarks:
            assert one.area not in answer.figures
            assert one.reasons
            for area, reasons in one.reasons.items():
                assert one.area in containing(data, area)
                again = reasons_between(data, answer[area], one.figure)
                assert verdict_of(reasons) == verdict_of(again) == one.verdict(area)
                assert one.verdict(area) in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
            found += 1
    assert found > 5


def test_no_area_around_is_left_out_that_has_a_figure_to_stand_beside(data, answers):
    for subject, answer in answers.items():
        shown = {one.area for one in answer.benchmarks}
        for area, figure in answer.figures.items():
            for around in containing(data, area):
                if around in shown or around in answer.figures:
                    continue
                same = wa.select(data, subject, around, measure=figure.measure)
                for other in wa.observations(data, same):
                    verdict = verdict_of(reasons_between(data, figure, other))
                    assert verdict == Verdict.NOT_COMPARABLE, (figure, other)


def test_a_place_whose_boundary_changed_has_the_country_and_no_region(data):
    answer = wa.compare(data, "population_size", ["VN-SG-2025", "VN-HN"])
    around = {one.area for one in answer.benchmarks if "VN-SG-2025" in one.reasons}
    assert around <= {"VN"}


def test_benchmarks_are_no_places_of_the_comparison(data):
    answer = wa.compare(data, "poor_household_rate", PLACES)
    assert not {one.area for one in answer.benchmarks} & set(answer.observations["area"])
    assert len(answer.pairs) == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_they_are_marked_in_tables_charts_and_by_the_command_line(data, language, capsys):
    from welfare_analysis.cli.main import main

    answer = wa.compare(data, "poor_household_rate", PLACES)
    name = data.record("areas", "VN")[f"name_{language}"]
    mark = message("benchmark", language, area=name)
    table = wa.tables.comparison(data, answer, language)
    assert str(table.rows[-1][0]) == mark
    assert {str(row[0]) for row in table.rows[:2]} == {
        data.record("areas", area)[f"name_{language}"] for area in answer
    }
    country = next(one for one in answer.benchmarks if one.area == "VN").figure
    for draw in (wa.charts.ranges, wa.charts.strip):
        chart = draw(data, answer, language)
        assert country.observation in chart.observations
        assert name not in str(chart.title)
    command = ["compare", "poor_household_rate", "--areas", *PLACES, "--lang", language]
    assert main(command) == 0
    assert mark in capsys.readouterr().out
    assert main([*command, "--format", "json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert [one["area"] for one in written["benchmarks"]] == [one.area for one in answer.benchmarks]
    assert all(one["beside"] for one in written["benchmarks"])
    assert [one["area"] for one in written["latest"]] == list(answer.later)


def test_a_chart_on_a_base_shows_none(data):
    answer = wa.compare(data, "workers_sent_abroad", ["Hà Nội", "Sơn La"])
    chart = wa.charts.ranges(data, answer, "en", per="inhabitants")
    shown = {data[name].area for name in chart.observations}
    assert shown <= {"VN-HN", "VN-05"}
