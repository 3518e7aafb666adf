"""Exhibits: wrong on purpose, and saying so in either language."""

import pytest

import welfare_analysis as wa
from welfare_analysis.lessons.exhibits import naive_bars
from welfare_analysis.messages import message
from welfare_analysis.report.graphics import check_svg


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_wrong_chart_has_its_faults_and_says_that_it_is_wrong(data, language):
    answer = wa.compare(data, "poor_household_rate", period=2021, measure="actual")
    chart = naive_bars(data, answer, language)
    stamp = message("exhibit-stamp", language)
    assert answer.missing
    assert len(answer.groups()) > 1
    for area in answer.missing:  # drawn as zero, as a hasty spreadsheet would
        assert f"{data.record('areas', area)[f'name_{language}']} 0" in chart.alt
    assert not chart.note
    assert all(word in chart.svg for word in stamp.split())
    assert check_svg(chart.svg)


def test_a_chart_of_the_package_has_none_of_these_faults(data):
    answer = wa.compare(data, "poor_household_rate", period=2021, measure="actual")
    chart = wa.charts.ranges(data, answer, "en")
    name = data.record("areas", answer.missing[0])["name_en"]
    assert f"{name} 0" not in chart.alt
    assert name in chart.alt
    assert chart.note
