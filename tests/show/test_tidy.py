"""Tidy and wide frames: every figure once, in words, with its source beside it."""

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.codes import RESULTS
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.judge.times import closing


@pytest.fixture(scope="module")
def everything(data):
    return wa.tidy(data, repeats=True, language="en")


def test_with_repeats_every_figure_has_a_row_with_its_source(data, everything):
    assert sorted(everything["observation"]) == sorted(data.observations["observation"])
    assert set(everything["printings"]) == {1}
    for row in everything.sample(60, random_state=1).to_dict("records"):
        figure = data[row["observation"]]
        assert (row["value"], row["as_printed"]) == (figure.value, figure.as_printed)
        assert row["low"] == figure.interval.low or pd.isna(row["low"])
        assert row["area_name"] == figure.area_row["name_en"]
        assert row["indicator_title"] == figure.indicator_row["title_en"]
        assert row["period"] == figure.period("en")
        for name in ("publisher", "title"):
            given = figure.source_row[name]
            assert given in row["citation"] or given == "notspecified"
        if figure.paragraph is not None:
            assert row["citation"].endswith(f"para. {figure.paragraph}.")


def test_repeats_are_left_out_and_counted(data, everything):
    once = wa.tidy(data, language="en")
    assert len(once) < len(everything)
    assert once["printings"].sum() == len(everything)
    results = [one for one in wa.observations(data, once) if one.measure in RESULTS]
    keys = [
        (one.indicator, one.area, one.standard, one.period_start, closing(one)) for one in results
    ]
    assert len(set(keys)) == len(keys)


def test_words_are_of_the_language_asked_for(data):
    both = {
        language: wa.tidy(data, "poor_household_rate", "Sơn La", language=language)
        for language in ("vi", "en")
    }
    assert list(both["vi"].columns) == list(both["en"].columns)
    assert both["vi"]["value"].tolist() == both["en"]["value"].tolist()
    assert "thực hiện" in set(both["vi"]["measure_label"])
    assert "result" in set(both["en"]["measure_label"])
    doubtful = both["en"][both["en"]["status"].str.contains("U")]
    assert len(doubtful)
    assert doubtful["status_label"].str.contains("doubtful").all()


def test_filters_have_the_same_names_everywhere(data):
    asked = {"areas": "Sơn La", "theme": "poverty", "period": 2023}
    picked = set(wa.select(data, **asked)["observation"])
    assert set(wa.tidy(data, repeats=True, **asked)["observation"]) == picked
    source = data[min(picked)].source
    assert set(wa.tidy(data, source=source)["source"]) == {source}
    with pytest.warns(DeprecationWarning, match="write areas= instead of area="):
        old = wa.select(data, area="Sơn La", theme="poverty", period=2023)
    assert set(old["observation"]) == picked


@pytest.mark.parametrize("columns", ["areas", "indicator", "period"])
def test_wide_frames_hold_what_the_tidy_one_holds(data, columns):
    kinds = ["actual", "estimate"]
    tidy = wa.tidy(data, theme="poverty", measure=kinds, language="en")
    wide = wa.wide(data, theme="poverty", columns=columns, language="en")
    assert set(wide.columns.get_level_values(1)) == {"value", "low", "high", "status_label"}
    values = wide.xs("value", axis="columns", level=1)
    assert sorted(values.stack().dropna()) == sorted(tidy["value"])
    said = wide.xs("status_label", axis="columns", level=1)
    assert (said.notna().to_numpy() == values.notna().to_numpy()).all()


def test_a_wide_frame_of_an_unknown_side_or_of_a_range_of_goals_is_refused(data):
    with pytest.raises(UnknownName, match="areas"):
        wa.wide(data, columns="area_name")
    with pytest.raises(UsageError, match=r"share a cell.*Name a source or a kind"):
        wa.wide(data, measure="target")


def test_nothing_picked_is_an_empty_frame_with_all_columns(data):
    none = wa.tidy(data, "poor_household_rate", "Sông Công", 1999)
    assert none.empty
    assert list(none.columns) == list(wa.tidy(data, "land_area").columns)
    assert wa.wide(data, "poor_household_rate", "Sông Công", 1999).empty


def test_a_chart_hands_out_its_numbers(data):
    answer = wa.compare(data, "workers_sent_abroad", ["Hà Nội", "Sơn La"], by="per_inhabitants")
    frame = wa.charts.ranges(data, answer, "en").frame
    assert set(answer.figures) <= set(frame["area"])
    for row in frame[frame["area"].isin(answer.figures)].to_dict("records"):
        figure = answer.figures[row["area"]]
        assert row["value"] == figure.value
        assert (row["low"], row["high"]) == (figure.interval.low, figure.interval.high)
        assert row["unit_label"] == "per 100,000 inhabitants"
        for one in figure.inputs:
            assert one.source_row["title"] in row["citation"]
    checks = wa.charts.audit(data, wa.audit(data, "Sơn La"), "en")
    rows = [tuple(checks.frame.columns), *checks.frame.itertuples(index=False, name=None)]
    assert rows == list(checks.numbers)
