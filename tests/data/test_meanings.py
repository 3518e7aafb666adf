"""Meanings: indicators are found by any words, in either language, however they are written."""

import pytest

import welfare_analysis as wa
from welfare_analysis.data.meanings import meant
from welfare_analysis.data.text import unaccented
from welfare_analysis.errors import UnknownName


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("poverty rate", "poor_household_rate"),
        ("rate of poor households", "poor_household_rate"),
        ("tỷ lệ nghèo", "poor_household_rate"),
        ("nghèo tỷ lệ", "poor_household_rate"),
        ("ty le ngheo", "poor_household_rate"),
        ("labour export", "workers_sent_abroad"),
        ("women sent abroad", "workers_sent_abroad@sex=F"),
        ("bảo hiểm y tế", "health_insurance_coverage"),
    ],
)
def test_the_nearest_by_meaning_comes_first(data, asked, first):
    assert wa.search(data, asked)["indicator"].iloc[0] == first
    assert meant(data, asked.upper())[0] == first


def test_a_theme_leads_to_its_indicators(data):
    found = wa.search(data, "giảm nghèo", "vi")
    assert set(found["theme"].head(4)) == {"poverty"}
    assert (
        found["title"].iloc[0] == data.record("indicators", found["indicator"].iloc[0])["title_vi"]
    )


@pytest.mark.parametrize("column", ["title_vi", "title_en", "indicator"])
def test_every_name_leads_to_its_indicator_with_or_without_accents(data, column):
    for row in data.codebook.iloc[::9].to_dict("records"):
        for asked in (row[column], unaccented(row[column])):
            assert row["indicator"] in meant(data, asked, least=1), asked


@pytest.mark.parametrize(
    ("asked", "first"),
    [("poverty rate", "poor_household_rate"), ("poor_houshold_rate", "poor_household_rate")],
)
def test_an_unknown_indicator_is_answered_with_what_is_meant(data, asked, first):
    with pytest.raises(UnknownName, match=f"Did you mean '{first}'"):
        wa.compare(data, asked)


def test_what_nothing_leads_to_finds_nothing(data):
    none = wa.search(data, "zeppelin")
    assert none.empty
    assert list(none.columns) == ["indicator", "title", "theme", "figures"]
