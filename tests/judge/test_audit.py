"""Audit: a planted contradiction of each kind is found, and its consistent twin passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.data.intervals import Interval
from welfare_analysis.judge.checks.misprints import slip_between
from welfare_analysis.judge.checks.outcomes import Outcome, Quantity, Rule, judge

from .. import changed_packages
from ..benchmarks.national import national
from .planted import (
    KINDS,
    attained,
    base,
    before,
    catalogue,
    enrolled,
    fall,
    money,
    near,
    near_rate,
    plan,
    poor,
    rate,
    row,
)


def verdicts(data, rows, check):
    found = wa.audit(catalogue(data, *rows))
    own = ~found["observations"].map(lambda names: any(name.startswith("other-") for name in names))
    return found[(found["check"] == check) & own]


@pytest.mark.parametrize("check", KINDS)
def test_a_planted_contradiction_is_found_and_explained(data, check):
    planted = verdicts(data, KINDS[check][0], check)
    assert "inconsistent" in set(planted["verdict"])
    worst = planted[planted["verdict"] == "inconsistent"].iloc[0]
    assert worst["observations"]
    for language in ("vi", "en"):
        text = worst[f"explanation_{language}"]
        assert text.count(".") >= 2
        assert "[" in text  # names its sources
        assert "{" not in text


@pytest.mark.parametrize("check", KINDS)
def test_the_consistent_twin_passes(data, check):
    twin = verdicts(data, KINDS[check][1], check)
    assert set(twin["verdict"]) <= {"consistent", "within_rounding"}
    silent = {"value_repeated", "after_publication"}  # speak only of contradictions
    assert (len(twin) == 0) == (check in silent)


def test_every_check_has_a_planted_contradiction():
    from welfare_analysis.texts import catalogue

    named = {
        name.removeprefix("audit-check-")
        for name in catalogue("vi")
        if name.startswith("audit-check-")
    }
    never_wrong = {"standard_break", "result_equals_target"}  # say only what cannot be tested
    assert named - never_wrong == set(KINDS)


@pytest.mark.parametrize(
    ("printed", "value", "vietnamese"),
    [
        ("3,82%", 3.82, "33,82%"),
        ("33,28%", 33.28, "đảo hai chữ số"),
        ("333,82%", 333.82, "thừa một chữ số"),
        ("0,3382%", 0.3382, "sai dấu thập phân"),
        ("1,49%", 1.49, "không tìm được mẫu số nào"),
    ],
)
def test_a_share_that_fits_no_base_gets_its_nearest_reading(data, printed, value, vietnamese):
    found = verdicts(data, (poor(92), rate(printed, value), base(272)), "rate_base")
    assert found["verdict"].tolist() == ["inconsistent"]
    assert vietnamese.casefold() in found["explanation_vi"].iloc[0].casefold()


def test_another_base_of_the_place_is_proposed(data):
    rows = (poor(92), rate("16,76%", 16.76), base(272), row("homes", "households", "549 hộ", 549))
    found = verdicts(data, rows, "rate_base")
    assert "549 hộ" in found["explanation_vi"].iloc[0]


def test_rounding_and_qualifiers_decide(data):
    rows = (
        money("budget", "poverty_budget_central", "2,4 tỷ đồng", 2.4e9, measure="plan"),
        money(
            "out",
            "poverty_budget_central_disbursed",
            "657 triệu đồng",
            657e6,
            "disbursed_from:budget",
        ),
        money(
            "share", "poverty_budget_central_disbursement_rate", "27,2%", 27.2, "attainment_of:out"
        ),
    )
    assert verdicts(data, rows, "plan_attainment")["verdict"].tolist() == ["within_rounding"]
    exact = (rows[0] | {"as_printed": "2.400.000.000 đồng"}, *rows[1:])
    assert verdicts(data, exact, "plan_attainment")["verdict"].tolist() == ["inconsistent"]


def test_round_counts_may_have_been_rounded(data):
    rows = (poor(8410), row("other", "poor_households", "8.400 hộ", 8400, source="paper"))
    assert verdicts(data, rows, "several_sources")["verdict"].tolist() == ["within_rounding"]


def test_a_plan_given_as_a_range_is_attained_at_either_end(data):
    ends = (plan("low", 110, qualifier="at_least"), plan("high", 120, qualifier="at_most"))
    ok = verdicts(data, (enrolled(160), *ends, attained("133,3%", 133.3)), "plan_attainment")
    assert ok["verdict"].tolist() == ["consistent"]
    wrong = verdicts(data, (enrolled(160), *ends, attained("150,0%", 150.0)), "plan_attainment")
    assert wrong["verdict"].tolist() == ["inconsistent"]


def test_a_missing_plan_is_not_testable_and_implied(data):
    found = verdicts(data, (enrolled(90), attained("50%", 50.0)), "plan_attainment")
    assert found["verdict"].tolist() == ["not_testable"]
    assert "từ 178 đến 182 người" in found["explanation_vi"].iloc[0]


def test_sources_of_one_origin_are_one_witness(data):
    twin = row("twin", "poor_households", "690 hộ", 690, "same_as:poor", source="mirror")
    found = verdicts(data, (poor(690, source="paper"), twin), "same_figure")
    assert "share one origin" in found["explanation_en"].iloc[0]
    found = verdicts(data, (poor(690, source="office"), twin), "same_figure")
    assert "independent origins: 2" in found["explanation_en"].iloc[0]


def test_only_what_lives_on_is_a_base_that_may_not_jump(tmp_path):
    tables = national(2, 2, 50)
    of = tables["indicators"].set_index("indicator")
    bases = of.loc[[one for one in of["denominator"] if one in of.index], "unit"]
    assert {"VND", "dossiers"} <= set(bases)  # which are bases too, of a rate of spending
    data = wa.load(changed_packages.write(tables, tmp_path / "data"))
    found = wa.audit(data)
    assert set(found.loc[found["check"] == "base_growth", "unit"]) == {"households", "persons"}


def test_a_repeated_count_with_its_rate_is_told_once(data):
    rows = (
        near(22263, period_end="2022-12-31", source="early"),
        near_rate("0,990%", 0.99, period_end="2022-12-31", source="early"),
        row("again", "near_poor_households", "22.263 hộ", 22263, source="paper"),
        row(
            "again-rate",
            "near_poor_household_rate",
            "0,990%",
            0.99,
            "rate_of:again",
            source="paper",
        ),
    )
    found = verdicts(data, rows, "value_repeated")
    assert len(found) == 1
    text = found["explanation_vi"].iloc[0]
    assert "cũng lặp lại" in text
    assert "đã được đăng ngày 01/3/2023" in text


@pytest.mark.parametrize(
    "rows",
    [
        (
            row("a", "districts", "130 đơn vị", 130, period_end="2020-12-31"),
            row("b", "districts", "130 đơn vị", 130, source="paper"),
        ),
        (
            row("a", "poor_household_rate", "1,22%", 1.22, period_end="2022-12-31"),
            row("b", "poor_household_rate", "1,22%", 1.22, source="paper", measure="target"),
        ),
        (
            row("a", "poor_households", "690 hộ", 690, period_end="2023-11-30"),
            row("b", "poor_households", "690 hộ", 690, source="paper"),
        ),
        (
            row("a", "poor_households", "690 hộ", 690, period_end="2020-12-31"),
            row("b", "poor_households", "690 hộ", 690, source="paper"),
        ),
        (
            row("a", "poor_household_rate", "14,41%", 14.41, period_end="2020-12-31"),
            row("b", "poor_household_rate", "14,41%", 14.41, source="paper"),
        ),
    ],
    ids=["structural count", "target", "a month apart", "few digits", "a rate alone"],
)
def test_values_that_may_well_repeat_are_left_alone(data, rows):
    assert verdicts(data, rows, "value_repeated").empty


def test_a_stock_and_a_flow_are_never_part_and_total(data):
    stock = row("stock", "entrusted_credit_capital", "7.759 tỷ đồng", 7.759e12)
    lent = money("lent", "employment_loans", "7.103 tỷ đồng", 7.103e12, "disbursed_from:stock")
    found = verdicts(data, (stock, lent), "disbursed_above_budget")
    assert found["verdict"].tolist() == ["not_testable"]


def test_a_level_inside_the_period_decides_no_change(data):
    rows = (poor(70), fall(40, period_start="2021-01-01"), before(100))
    found = verdicts(data, rows, "change_levels")
    assert found["verdict"].tolist() == ["not_testable"]


def test_a_break_of_standard_is_said_and_no_change_is_audited(data):
    rows = (
        poor(690, standard="HN-2022-2025"),
        before(9690, standard="HN-2016-2021", period_end="2021-12-31"),
    )
    found = wa.audit(catalogue(data, *rows))
    assert found["check"].tolist() == ["standard_break"]
    assert found["verdict"].tolist() == ["not_testable"]


def test_figures_by_different_standards_are_not_set_against_each_other(data):
    by_nation = row("nation", "poor_households", "0 hộ", 0, standard="VN-2022-2026", source="paper")
    assert wa.audit(catalogue(data, poor(690, standard="HN-2022-2025"), by_nation)).empty


def test_rates_and_counts_are_zero_together(data):
    zero = row("rate", "poor_household_rate", "0%", 0.0, "rate_of:poor")
    assert verdicts(data, (poor(0), zero), "rate_base")["verdict"].tolist() == ["consistent"]
    some = row("rate", "poor_household_rate", "1,5%", 1.5, "rate_of:poor")
    assert verdicts(data, (poor(0), some), "rate_base")["verdict"].tolist() == ["inconsistent"]


def test_the_gravest_come_first(data):
    rows = [one for pair in KINDS.values() for one in pair[0]]
    named = {one["observation"]: one for one in rows}
    order = wa.audit(catalogue(data, *named.values()))["verdict"].map(
        [str(one) for one in Outcome].index
    )
    assert order.is_monotonic_increasing


def test_an_empty_catalogue_has_an_empty_audit(data):
    found = wa.audit(catalogue(data))
    assert found.empty
    assert "explanation_vi" in found.columns


def test_the_module_does_not_hide_the_function():
    import welfare_analysis.judge.audit  # noqa: F401

    assert callable(wa.audit)


# Binary fractions apart, units must not matter: 690 households or 0.69 thousand.
numbers = st.floats(0.001, 1e9)
scales = st.sampled_from([1e-6, 1e-3, 0.5, 2.0, 10.0, 1e3, 1e6])


@st.composite
def quantities(draw):
    value = draw(numbers)
    below, above = (draw(st.sampled_from([0.0, 1e-4, 0.01, 0.5])) for _ in range(2))
    interval = Interval(value * (1 - below), value * (1 + above))
    return Quantity(value, interval, interval)


def scaled(quantity, factor):
    return Quantity(quantity.value * factor, quantity.interval * factor, quantity.loose * factor)


@given(quantities(), quantities(), scales)
def test_scaling_both_sides_keeps_verdicts(stated, computed, factor):
    bigger = scaled(stated, factor), scaled(computed, factor)
    for rule in (Rule.EQUAL, Rule.AT_MOST):
        assert judge(*bigger, rule) == judge(stated, computed, rule)


@given(st.integers(100, 10**9), st.integers(0, 8))
def test_a_dropped_digit_is_recognised(number, place):
    meant = str(number)
    place %= len(meant)
    printed = meant[:place] + meant[place + 1 :]
    assert slip_between(meant, printed) == "dropped_digit"
