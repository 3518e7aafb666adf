"""Headlines: the result that stands for a subject in a place, its start, and what is missing."""

import dataclasses

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis import findings
from welfare_analysis.errors import UsageError
from welfare_analysis.judge.headlines import CORE, gaps_of, result_of, start_of
from welfare_analysis.show import tables

PLACES = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
RATE = "poor_household_rate"


def with_rows(data, table, *rows):
    """Return the catalogue with rows added to a table."""
    frame = pd.concat([getattr(data, table), pd.DataFrame(rows)], ignore_index=True)
    return dataclasses.replace(data, **{table: frame.astype(getattr(data, table).dtypes)})


def only(data, area, **changes):
    """Return the catalogue with the poor rate of one area doubled, changed."""
    rows = data.observations.query("area == @area and indicator == 'poor_household_rate'")
    row = rows.iloc[0].to_dict() | {"observation": "added", "related_to": ""} | changes
    return with_rows(data, "observations", row)


@pytest.fixture(scope="module")
def data(known):
    return known


@pytest.mark.parametrize("area", PLACES)
def test_core_subjects_are_results_or_gaps(data, area):
    gaps = {gap.core for gap in gaps_of(data, area)}
    for core in CORE:
        result = result_of(data, core, area)
        assert (result is None) == (core in gaps)
        assert result is None or result.measure == "actual"


def test_a_doubtful_result_gives_way_to_an_earlier_sound_one(data):
    near = result_of(data, "near_poor_household_rate", "VN-HN")
    assert "U" not in near.status.split()
    assert near.period_end.year == 2022


def test_a_doubtful_result_is_kept_where_the_standard_has_no_other(data):
    near = result_of(data, "near_poor_household_rate", "VN-05")
    assert near.standard == "VN-2022-2026"


def test_whole_years_come_before_months(data):
    sent = result_of(data, "labour_export", "VN-05")
    assert (sent.period_start.year, sent.period_end.year) == (2020, 2024)


def test_a_target_is_never_a_result(data):
    later = only(data, "VN-69-165", measure="target", period_end=pd.Timestamp("2030-12-31"))
    assert result_of(later, RATE, "VN-69-165").measure == "actual"


def test_a_start_follows_the_standard_of_its_result(data):
    now = result_of(data, RATE, "VN-HN")
    start = start_of(data, now)
    assert start.standard == now.standard
    assert start.period_end < now.period_end
    assert start_of(data, result_of(data, RATE, "VN-69-165")) is None


def test_a_gap_tells_what_there_is_instead_and_above(data):
    gaps = {gap.core: gap for gap in gaps_of(data, "VN-69-165")}
    assert gaps["labour_export"].above.area == "VN-69"
    assert gaps["vocational_enrolment"].above.area == "VN-69"
    assert gaps["labour_export"].instead is None
    trained = {gap.core: gap for gap in gaps_of(data, "VN-HN")}["trained_labour_rate"]
    assert trained.instead.measure != "actual"
    assert trained.name("en") == "the trained labour rate"


def test_a_place_without_figures_lacks_every_core_subject(data):
    empty = data.areas.query("area == 'VN-05-122'").iloc[0].to_dict()
    name = {"name_vi": "Huyện mới", "name_en": "New District", "aliases": ""}
    new = with_rows(data, "areas", empty | {"area": "VN-05-999"} | name)
    gaps = gaps_of(new, "VN-05-999")
    assert [gap.core for gap in gaps] == list(CORE)
    assert all(gap.instead is None for gap in gaps)


def test_an_area_that_contains_itself_is_refused(data):
    areas = data.areas.copy()
    areas.loc[areas["area"] == "VN", "parent"] = "VN-05"
    with pytest.raises(UsageError, match="parent"):
        findings(dataclasses.replace(data, areas=areas), "VN-05")


def test_missing_figures_name_the_place_only_where_there_are_several(data):
    first = gaps_of(data, "VN-69-165")[0].name("en")
    alone, beside = (
        tables.gaps(data, areas, "en") for areas in (["VN-69-165"], ["VN-69-165", "VN-57"])
    )
    assert str(alone.rows[0][0]).lower() == first
    assert [str(cell).lower() for cell in beside.rows[0][:2]] == ["sông công city", first]


def test_one_explanation_of_several_figures_is_one_row(data):
    figures = data.observations.query("area == 'VN-HN' and status.str.contains('U')")
    table = tables.explained(data, figures, "vi")
    assert len(table.rows) == figures["comment_vi"].nunique()
    assert set(table.observations) == set(figures["observation"])


def test_a_codebook_may_lack_core_subjects(tiny):
    data = wa.load(tiny.directory)
    known = {*data.indicators["indicator"], *data.indicators["concept"]}
    gaps = {gap.core for area in data.areas["area"] for gap in gaps_of(data, area)}
    assert gaps <= known < known | CORE.keys()
