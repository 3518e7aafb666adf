"""Comparison: the verdict for each pair follows from what the figures are."""

import itertools

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.data.figures import observation
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.judge.ranking import closing
from welfare_analysis.judge.reasons import reasons_between, verdict_of


@pytest.fixture
def figure(data):
    """Return a real figure with some of its columns changed."""

    def changed(name="ldxh-sc-2024-p4-poor-rate", **columns):
        row = data.record("observations", name) | columns
        frame = pd.DataFrame([row]).astype(data.observations.dtypes)
        one = wa.Catalogue(
            frame,
            data.indicators,
            data.areas,
            data.sources,
            data.standards,
            data.units,
            exclusions=data.exclusions,
            themes=data.themes,
            remarks=data.remarks,
            version="",
            revision="",
            directory=data.directory,
        )
        return observation(one, name)

    return changed


def codes(data, a, b):
    return {reason.code for reason in reasons_between(data, a, b)}


def named(figure, **columns):
    """Return a figure whose source names its standard."""
    return figure(**{"standard_basis": "stated"} | columns)


def verdict(data, a, b):
    return verdict_of(reasons_between(data, a, b))


def test_twins_are_comparable(data, figure):
    twin = named(figure, area="VN-05-122")
    assert not codes(data, named(figure), twin)
    assert verdict(data, named(figure), twin) == "comparable"


@pytest.mark.parametrize(
    ("code", "expected", "columns"),
    [
        ("STANDARD", "not_comparable", {"standard": "HN-2022-2025"}),
        ("STANDARD_BREAK", "not_comparable", {"standard": "VN-2016-2021"}),
        ("MEASURE", "not_comparable", {"measure": "target"}),
        ("ESTIMATE", "with_caution", {"measure": "estimate"}),
        ("DEFINITION", "not_comparable", {"indicator": "near_poor_household_rate"}),
        ("DEFINITION_DIFFERS", "with_caution", {"status": "A D"}),
        ("LEVEL", "with_caution", {"area": "VN-05"}),
        ("BOUNDARY", "not_comparable", {"area": "VN-69-2025"}),
        ("DATE", "with_caution", {"period_end": pd.Timestamp("2024-06-30")}),
        ("DATE_FAR", "not_comparable", {"period_end": pd.Timestamp("2025-06-30")}),
        ("INFERRED", "with_caution", {"period_basis": "inferred"}),
        ("DOUBTFUL", "with_caution", {"status": "U"}),
        ("DOUBTFUL", "with_caution", {"confidence": "low"}),
        ("PROVISIONAL", "with_caution", {"status": "P"}),
        ("SOURCE", "with_caution", {"source": "thanhnien-hcm-2023"}),
        ("STANDARD_ASSUMED", "with_caution", {"standard_basis": "assumed"}),
        ("UNVALIDATED", "comparable", {"status": "V"}),
        ("ROUNDED", "comparable", {"qualifier": "nearly"}),
        ("COMPILATION", "comparable", {"source": "vneconomy-2022"}),
    ],
)
def test_each_difference_gives_its_reason_and_verdict(data, figure, code, expected, columns):
    other = named(figure, **columns)
    assert code in codes(data, named(figure), other)
    if columns.keys() != {"area"}:
        assert verdict(data, named(figure), other) == expected


def test_a_day_over_new_year_is_no_difference_of_date(data, figure):
    new_year = named(figure, period_end=pd.Timestamp("2024-01-01"))
    assert not codes(data, named(figure), new_year)


def test_flows_of_different_length_turns_and_persons_stocks_and_flows(data):
    hanoi = wa.observation(data, "hdnd-hn-2024-p6-enrolment")
    son_la = wa.observation(data, "baosonla-2024-p10-enrolment")
    assert {"COUNTED", "PERIOD_LENGTH"} <= codes(data, hanoi, son_la)
    sent = wa.observation(data, "ldxh-hn-2024-p11-workers-sent-abroad")
    abroad = wa.observation(data, "baosonla-2024-p9-workers-abroad")
    assert "TEMPORAL" in codes(data, sent, abroad)


def test_verdicts_do_not_depend_on_the_order_of_the_pair(data):
    figures = wa.observations(data, wa.select(data, theme="poverty").head(40))
    for a, b in itertools.combinations(figures, 2):
        assert codes(data, a, b) == codes(data, b, a)
        assert verdict(data, a, b) == verdict(data, b, a)


def test_reasons_are_sentences_in_both_languages(data):
    for concept in data.indicators["concept"].unique():
        for row in wa.compare(data, concept).pairs.itertuples():
            if row.verdict != "comparable":
                assert row.reasons
                assert row.reason_vi.endswith(".")
                assert row.reason_en.endswith(".")


def test_poverty_at_the_end_of_2023(data):
    answer = wa.compare(data, "poor_household_rate", period=2023)
    assert [figure.value for figure in answer.figures.values()] == [0.03, 0.33, 14.41, 1.46]
    assert answer.verdict("VN-05", "VN-69-165") == "with_caution"
    assert answer.groups() == [["VN-HN"], ["VN-SG"], ["VN-05", "VN-69-165"]]


def test_one_yardstick_is_used_where_it_exists(data):
    answer = wa.compare(data, "poor_household_rate")
    assert [figure.value for figure in answer.figures.values()] == [0, 0, 10.89, 1.46]
    assert {figure.standard for figure in answer.figures.values()} == {"VN-2022-2026"}
    assert set(answer.pairs["verdict"]) == {"with_caution"}
    assert answer["Hà Nội"].observations == ("vietjo-2025-hn-poor",)
    assert answer.highest == "VN-05"
    assert answer.order.ranks[-1] == ("VN-HN", "VN-SG")  # both zero


def test_a_missing_figure_is_missing_and_never_zero(data):
    answer = wa.compare(data, "vocational_enrolment")
    assert answer.missing == ["VN-69-165"]
    rows = answer.observations.set_index("area")
    assert pd.isna(rows.loc["VN-69-165", "value"])
    assert rows.loc["VN-69-165", "status"] == "M"
    assert answer.verdict("VN-HN", "VN-69-165") == "missing"


def test_unknown_names_and_a_single_area_are_refused(data):
    with pytest.raises(UnknownName, match="Did you mean 'poor_household_rate'"):
        wa.compare(data, "poor_household_rat")
    with pytest.raises(UnknownName, match="Hà Nội"):
        wa.compare(data, "poor_household_rate", ["Hà Nộii", "Sơn La"])
    with pytest.raises(UsageError, match="two different areas"):
        wa.compare(data, "poor_household_rate", ["TP.HCM", "Sài Gòn"])


def test_selection_keeps_every_column_and_refuses_unknown_codes(data):
    rows = wa.select(data, "poor_household_rate", ["Hà Nội"], 2023, measure="actual")
    assert list(rows.columns) == list(data.observations.columns)
    assert set(rows["value"]) == {0.03}
    for wrong in ({"measure": "actuall"}, {"theme": "povety"}, {"standard": "VN-2022"}):
        with pytest.raises(UnknownName):
            wa.select(data, **wrong)
    with pytest.raises(UsageError, match="a year \\(2023\\) or a date"):
        wa.select(data, period="end of 2023")


def test_a_comparison_is_asked_like_a_mapping_of_areas(data):
    answer = wa.compare(data, "labour_export", ["VN-HN", "VN-SG", "VN-05", "VN-69-165"])
    assert list(answer) == [area for area in answer.observations["area"] if area in answer]
    assert {area: answer[area] for area in answer} == answer.figures
    assert "Hà Nội" in answer
    for absent in ("Sông Công", "Đà Nẵng", "Atlantis", 3, None):
        assert absent not in answer


def test_a_stock_on_new_year_is_selected_with_the_year_before(data):
    rate = wa.one(data, "poor_household_rate", "TP.HCM", 2023)
    assert (rate.text("en"), str(rate.period_end)) == ("0.33%", "2024-01-01")
    for day in ("2023-12-31", "2024-01-01"):
        assert wa.one(data, "poor_household_rate", "TP.HCM", day) == rate
    assert wa.one(data, "poor_household_rate", "Sơn La", 2022).text("en") == "17.83%"
    # What is dated within the period goes before what closes it from the day after.
    assert wa.one(data, "poor_household_rate", "Việt Nam", 2021).text("en") == "2.23%"
    assert wa.one(data, "poor_household_rate", "Việt Nam", "2022-01-01").text("en") == "5.2%"


def test_every_row_is_selected_with_one_year(data):
    years = range(data.observations["period_end"].dt.year.min() - 1, 2031)
    picked = [name for year in years for name in wa.select(data, period=year)["observation"]]
    assert sorted(picked) == sorted(data.observations["observation"])
    for figure in wa.observations(data, data.observations.iloc[::5]):
        closed = wa.select(data, figure.indicator, figure.area, closing(figure).year)
        assert figure.observation in set(closed["observation"])


AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]


def test_figures_are_of_the_sources_asked_for(data):
    """Also where the printing of another source is the better one."""
    for source, rows in wa.select(data, "poor_household_rate", AREAS, measure="actual").groupby(
        "source"
    ):
        answer = wa.compare(data, "poor_household_rate", AREAS, source=source)
        assert set(answer) >= set(rows["area"])
        for one in (*answer.figures.values(), *answer.latest.values()):
            assert {printed.source for printed in one.inputs} == {source}


def test_all_sources_are_as_none(data):
    every = wa.compare(data, "poor_household_rate", source=set(data.observations["source"]))
    whole = wa.compare(data, "poor_household_rate")
    assert every.figures == whole.figures
    assert every.judged == whole.judged


def test_what_is_derived_is_of_the_sources_asked_for(data):
    whole = wa.compare(data, "poor_household_rate", ["VN-SG", "VN-05"], by="change_percent")
    sources = [printed.source for printed in whole["VN-05"].inputs]
    answer = wa.compare(
        data, "poor_household_rate", ["VN-SG", "VN-05"], by="change_percent", source=sources
    )
    assert list(answer) == ["VN-05"]


def test_a_source_without_a_figure_is_told_with_those_that_have_one(data):
    found = r"is from gso-census-2019\. Sources that have one: .*ldxh-hn-2024"
    with pytest.raises(UsageError, match=found):
        wa.compare(data, "poor_household_rate", source="gso-census-2019")
    with pytest.raises(UnknownName, match="Did you mean 'ldxh-sc-2024'"):
        wa.compare(data, "poor_household_rate", source="ldxh-sc-204")
