"""What places share: one standard, chosen by who follows it, and nothing of another."""

import itertools

import pytest

import welfare_analysis as wa
from welfare_analysis.data.areas import containing
from welfare_analysis.errors import NotComparable
from welfare_analysis.judge.shared import shared

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
RATE = "poor_household_rate"


@pytest.fixture(scope="module")
def data():
    return wa.load()


def test_all_four_places_share_the_national_standard_with_what_is_around(data):
    found = shared(data, RATE, AREAS)
    assert {one.standard for one in found} == {"VN-2022-2026"}
    around = {above for area in AREAS for above in containing(data, area)}
    assert set(AREAS) < {one.area for one in found} <= {*AREAS, *around}


def test_a_place_alone_keeps_the_standard_that_most_around_it_follow(data):
    for area in AREAS:
        found = shared(data, RATE, [area])
        assert area in {one.area for one in found}
        assert len({(one.standard, one.indicator, one.unit) for one in found}) == 1


def test_the_order_of_places_says_nothing(data):
    expected = {one.observations for one in shared(data, RATE, AREAS)}
    for areas in itertools.permutations(AREAS):
        assert {one.observations for one in shared(data, RATE, areas)} == expected


def test_places_whose_figures_lie_years_apart_do_not_make_a_standard_shared(data):
    found = shared(data, RATE, ["VN-05", "VN-69"])  # 2018 and 2016 by the old standard
    assert {one.standard for one in found} == {"VN-2022-2026"}
    assert shared(data, RATE, ["VN-SG-2025"]) == []  # only the country has sound figures


def test_counts_and_flows_share_no_axis(data):
    for indicator in ("poor_households", "workers_sent_abroad", "population"):
        assert shared(data, indicator, AREAS) == []


def test_findings_share_the_rate_that_most_places_have(data):
    found = wa.findings(data, AREAS)
    assert {one.indicator for one in found.shared} == {RATE}
    assert wa.findings(data, []).shared == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_lines_name_every_place_and_tell_every_figure(data, language):
    figures = wa.findings(data, AREAS, RATE).shared
    chart = wa.charts.lines(data, figures, language)
    for one in figures:
        assert data.record("areas", one.area)[f"name_{language}"].lower() in chart.alt.lower()
        assert one.text(language) in chart.alt
        assert set(one.observations) <= set(chart.observations)


def test_lines_refuse_two_standards_on_one_axis(data):
    own, national = wa.observation(data, "ldxh-hn-2024-p16-poor-rate"), shared(data, RATE, AREAS)
    with pytest.raises(NotComparable, match="may not share an axis"):
        wa.charts.lines(data, [*national, own], "en")
