"""Profiles: what is known of one area, chosen and ordered, and what is missing."""

import dataclasses

import pandas as pd
import pytest

from welfare_analysis import compare
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.judge.headlines import CORE
from welfare_analysis.judge.profiles import profile
from welfare_analysis.show import charts, tables
from welfare_analysis.show.document import citations, items

PLACES = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]


def with_rows(data, table, *rows):
    """Return the catalogue with rows added to a table."""
    frame = pd.concat([getattr(data, table), pd.DataFrame(rows)], ignore_index=True)
    return dataclasses.replace(data, **{table: frame.astype(getattr(data, table).dtypes)})


def only(data, area, **changes):
    """Return the catalogue with the poor rate of one area doubled, changed."""
    rows = data.observations.query("area == @area and indicator == 'poor_household_rate'")
    row = rows.iloc[0].to_dict() | {"observation": "added", "related_to": ""} | changes
    return with_rows(data, "observations", row)


@pytest.mark.parametrize("area", PLACES)
def test_every_row_of_an_area_is_in_its_profile_once(data, area):
    found = profile(data, area)
    of_themes = [found.theme(theme) for theme in [*found.themes, "population"]]
    assert sorted(pd.concat(of_themes)["observation"]) == sorted(found.figures["observation"])
    assert set(found.figures["observation"]) == set(
        data.observations.query("area == @area")["observation"]
    )


@pytest.mark.parametrize("area", PLACES)
def test_core_subjects_are_results_or_gaps(data, area):
    found = profile(data, area)
    assert {*found.results, *(gap.core for gap in found.gaps)} == set(CORE)
    assert all(figure.measure == "actual" for figure in found.results.values())


def test_core_themes_come_first(data):
    assert profile(data, "Hà Nội").themes[:3] == ["poverty", "training", "labour_export"]


def test_the_same_figure_in_two_articles_counts_once(data):
    found = profile(data, "VN-HN")
    assert len(found.distinct) < len(found.figures)
    assert "ldxh-hn-2024-p16-poor-rate" in set(found.distinct["observation"])
    assert "hdnd-hn-2024-p9-poor-rate" not in set(found.distinct["observation"])


def test_an_article_is_kept_before_a_comparator(data):
    found = profile(data, "VN-69-165")
    goal = found.distinct.query("indicator == 'poor_household_rate' and measure == 'target'")
    assert goal["source"].tolist() == ["ldxh-sc-2024"]


def test_a_doubtful_result_gives_way_to_an_earlier_sound_one(data):
    near = profile(data, "VN-HN").results["near_poor_household_rate"]
    assert "U" not in near.status.split()
    assert near.period_end.year == 2022


def test_a_doubtful_result_is_kept_where_the_standard_has_no_other(data):
    near = profile(data, "VN-05").results["near_poor_household_rate"]
    assert near.standard == "VN-2022-2026"


def test_whole_years_come_before_months(data):
    sent = profile(data, "VN-05").results["labour_export"]
    assert (sent.period_start.year, sent.period_end.year) == (2020, 2024)


def test_a_target_is_never_a_result(data):
    later = only(data, "VN-69-165", measure="target", period_end=pd.Timestamp("2030-12-31"))
    assert profile(later, "VN-69-165").results["poor_household_rate"].measure == "actual"


def test_a_start_follows_the_standard_of_its_result(data):
    found = profile(data, "VN-HN")
    start, now = found.starts["poor_household_rate"], found.results["poor_household_rate"]
    assert start.standard == now.standard
    assert start.period_end < now.period_end
    assert "poor_household_rate" not in profile(data, "VN-69-165").starts


def test_a_gap_tells_what_there_is_instead_and_above(data):
    gaps = {gap.core: gap for gap in profile(data, "VN-69-165").gaps}
    assert gaps["labour_export"].above.area == "VN-69"
    assert gaps["vocational_enrolment"].above.area == "VN-69"
    assert gaps["labour_export"].instead is None
    trained = {gap.core: gap for gap in profile(data, "VN-HN").gaps}["trained_labour_rate"]
    assert trained.instead.measure != "actual"
    assert trained.name("en") == "the trained labour rate"


def test_goals_meet_sound_results_of_their_own_period(data):
    found = profile(data, "VN-HN")
    for result, goal in found.goals:
        assert (result.period_start, result.period_end) == (goal.period_start, goal.period_end)
        assert "U" not in result.status.split()
    paired = {goal.observation for _, goal in found.goals}
    assert "hdnd-hn-2024-p6-enrolment-plan" in paired
    assert not paired & set(found.open_goals["observation"])


def test_parts_are_every_area_inside_that_has_figures(data):
    assert list(profile(data, "VN-HN").parts) == ["VN-HN-M13", "VN-HN-M13-QO"]
    assert list(profile(data, "VN-05").parts) == ["VN-05-122"]
    assert profile(data, "VN-69-165").parts == {}


def test_an_area_without_figures_has_an_empty_profile(data):
    empty = data.areas.query("area == 'VN-05-122'").iloc[0].to_dict()
    new = with_rows(
        data,
        "areas",
        empty
        | {"area": "VN-05-999", "name_vi": "Huyện mới", "name_en": "New District", "aliases": ""},
    )
    found = profile(new, "VN-05-999")
    assert found.years is None
    assert (found.themes, found.results, found.goals) == ([], {}, ())
    assert len(found.gaps) == len(CORE)
    assert not len(found.doubtful) + len(found.inferred) + len(found.open_goals)


def test_an_unknown_area_is_refused_with_a_suggestion(data):
    with pytest.raises(UnknownName, match="VN-HN"):
        profile(data, "VN-HM")


def test_an_area_that_contains_itself_is_refused(data):
    areas = data.areas.copy()
    areas.loc[areas["area"] == "VN", "parent"] = "VN-05"
    with pytest.raises(UsageError, match="parent"):
        profile(dataclasses.replace(data, areas=areas), "VN-05")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_identity_names_level_parent_and_code(data, language):
    for area in data.areas["area"]:
        assert profile(data, area).identity(language)
    words = {"vi": "cấp huyện, thuộc Thái Nguyên", "en": "district-level unit (Thái Nguyên)"}
    assert words[language] in profile(data, "VN-69-165").identity(language)
    assert "165" in profile(data, "VN-69-165").identity(language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_subjects_side_by_side_have_a_cell_for_every_place(data, language):
    themes = {name: compare(data, name) for name in ("poor_household_rate", "labour_export")}
    table = tables.side_by_side(data, themes, language, "x")
    assert [len(row) for row in table.rows] == [3] * len(PLACES)
    absent = {"vi": "chưa có số liệu", "en": "no figure"}[language]
    assert absent in table.rows[PLACES.index("VN-69-165")][2]
    behind = themes["poor_household_rate"]["VN-HN"].inputs
    assert citations(items(table.rows[0][1])) == {one.source_row["number"] for one in behind}
    with pytest.raises(UsageError):
        tables.side_by_side(data, {}, language, "x")


def test_one_explanation_of_several_figures_is_one_row(data):
    figures = data.observations.query("area == 'VN-HN' and status.str.contains('U')")
    table = tables.explained(data, figures, "vi")
    assert len(table.rows) == figures["comment_vi"].nunique()
    assert set(table.observations) == set(figures["observation"])


def test_goals_of_a_profile_can_be_drawn_and_tabulated(data):
    found = profile(data, "VN-HN")
    assert charts.targets(data, found.goals, "vi").observations
    assert tables.targets(data, found.goals, "vi").rows
