"""Audit: a planted contradiction of each kind is found, and its consistent twin passes."""

import dataclasses

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.data.intervals import Interval
from welfare_analysis.judge.checks.misprints import slip_between
from welfare_analysis.judge.checks.outcomes import Outcome, Quantity, judge, judge_bound

COLUMNS = (
    "observation",
    "indicator",
    "area",
    "period_start",
    "period_end",
    "value",
    "unit",
    "measure",
    "status",
    "qualifier",
    "standard",
    "period_basis",
    "confidence",
    "source",
    "paragraph",
    "as_printed",
    "related_to",
    "comment_vi",
    "comment_en",
)


def row(name, indicator, printed, value, related="", **more):
    """Write one observation; more names what differs from the commonest case."""
    usual = {
        "area": "VN-HN",
        "period_start": "",
        "period_end": "2023-12-31",
        "measure": "actual",
        "status": "A",
        "qualifier": "exact",
        "standard": "",
        "period_basis": "stated",
        "confidence": "high",
        "source": "office",
        "paragraph": "1",
        "comment_vi": "",
        "comment_en": "",
    }
    return (
        usual
        | {
            "observation": name,
            "indicator": indicator,
            "as_printed": printed,
            "value": value,
            "related_to": related,
        }
        | more
    )


def catalogue(data, *rows):
    """Make a small catalogue of these observations, on the codebook of the package."""
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    units = data.indicators.set_index("indicator")["unit"]
    frame["unit"] = frame["indicator"].map(units)
    for column in ("period_start", "period_end"):
        frame[column] = pd.to_datetime(frame[column].replace("", None), format="%Y-%m-%d")
    frame["paragraph"] = pd.to_numeric(frame["paragraph"]).astype("Int64")
    frame["value"] = frame["value"].astype("float64")
    usual = data.sources.iloc[0].to_dict() | {"independent_of": "", "date_published": "2024-06-01"}
    sources = [
        usual | {"source": "office", "number": 1, "reliability": "A", "publisher": "Cục A"},
        usual | {"source": "paper", "number": 2, "reliability": "B", "publisher": "Báo B"},
        usual
        | {
            "source": "mirror",
            "number": 3,
            "reliability": "C",
            "publisher": "Trang C",
            "independent_of": "shares_origin:paper",
        },
        usual
        | {
            "source": "early",
            "number": 4,
            "reliability": "B",
            "publisher": "Báo D",
            "date_published": "2023-03-01",
        },
    ]
    small = {"observations": frame, "sources": pd.DataFrame(sources)}
    return dataclasses.replace(data, **small)


def year(of, **more):
    return {"period_start": f"{of}-01-01", "period_end": f"{of}-12-31"} | more


def poor(number, printed=None, **more):
    return row("poor", "poor_households", printed or f"{number} hộ", number, **more)


def rate(printed, value, related="rate_of:poor", **more):
    return row("rate", "poor_household_rate", printed, value, related, **more)


def base(number, related="base_of:rate", **more):
    return row("base", "poverty_review_households", f"{number} hộ", number, related, **more)


def near(number, **more):
    return row("near", "near_poor_households", f"{number} hộ", number, **more)


def near_rate(printed, value, **more):
    return row("near-rate", "near_poor_household_rate", printed, value, "rate_of:near", **more)


def total(number, **more):
    return row("total", "poor_and_near_poor_households", f"{number} hộ", number, **more)


def parts(poor_number, near_number, total_number, **more):
    return (
        total(total_number, **more),
        poor(poor_number, related="part_of:total", **more),
        near(near_number, related="part_of:total", **more),
    )


def fall(number, **more):
    return row(
        "fall",
        "poor_households_reduction",
        f"{number} hộ",
        number,
        "change_of:poor",
        **year(2023) | more,
    )


def before(number, **more):
    return row(
        "before", "poor_households", f"{number} hộ", number, **{"period_end": "2022-12-31"} | more
    )


def enrolled(number, **more):
    return row(
        "enrolled", "vocational_enrolment_persons", f"{number} người", number, **year(2023) | more
    )


def plan(name, number, **more):
    return row(
        name,
        "vocational_enrolment_persons",
        f"{number} người",
        number,
        "plan_for:enrolled",
        **year(2023, measure="plan") | more,
    )


def attained(printed, value, **more):
    return row(
        "attained",
        "vocational_enrolment_attainment",
        printed,
        value,
        "attainment_of:enrolled",
        **year(2023) | more,
    )


def money(name, indicator, printed, value, related="", **more):
    return row(name, indicator, printed, value, related, **year(2023) | more)


LEARNT = parts(30, 40, 70, area="VN-05")  # what a total is made of, from another place
LEARNT = tuple(
    one
    | {
        "observation": f"other-{one['observation']}",
        "related_to": one["related_to"].replace("total", "other-total"),
    }
    for one in LEARNT
)


def opening(total_before):
    return (
        *LEARNT,
        poor(70),
        near(50),
        fall(30),
        row(
            "near-fall",
            "near_poor_households_reduction",
            "50 hộ",
            50,
            "change_of:near",
            **year(2023),
        ),
        row(
            "start",
            "poor_and_near_poor_households",
            f"{total_before} hộ",
            total_before,
            period_end="2023-01-01",
            source="paper",
        ),
    )


def target_in_households(number):
    return (
        poor(1000),
        rate("10%", 10.0),
        base(10000),
        row("goal", "poor_household_rate", "8,0%", 8.0, period_end="2024-12-31", measure="target"),
        row("from", "poor_household_rate", "10,0%", 10.0, "baseline_of:goal same_as:rate"),
        row(
            "counted",
            "poor_households_reduction",
            f"{number} hộ",
            number,
            "equivalent_of:goal",
            **year(2024, measure="target"),
        ),
    )


def same_value(later):
    return (
        near(22263, period_end="2022-12-31", source="early"),
        row("again", "near_poor_households", f"{later} hộ", later, source="paper"),
    )


# check: (planted contradiction, its consistent twin)
KINDS = {
    "rate_base": (
        (poor(92), rate("3,82%", 3.82), base(272)),
        (poor(92), rate("33,82%", 33.82), base(272)),
    ),
    "implied_base": (
        (poor(272), rate("1,46%", 1.46), near(277), near_rate("1,90%", 1.9)),
        (poor(272), rate("1,46%", 1.46), near(277), near_rate("1,49%", 1.49)),
    ),
    "value_repeated": (same_value(22263), same_value(21001)),
    "change_above_stock": (
        (poor(70), fall(130), before(100)),
        (poor(70), fall(30), before(100)),
    ),
    "change_levels": (
        (poor(70), fall(40), before(100)),
        (poor(70), fall(30), before(100)),
    ),
    "opening_total": (opening(150), opening(200)),
    "target_equivalent": (target_in_households(260), target_in_households(200)),
    "paid_above_fund": (
        (
            money("fund", "child_fund_raised", "hơn 32 tỷ đồng", 32e9, qualifier="more_than"),
            money("paid", "child_fund_spending", "36 tỷ đồng", 36e9, "paid_from:fund"),
        ),
        (
            money("fund", "child_fund_raised", "hơn 32 tỷ đồng", 32e9, qualifier="more_than"),
            money("paid", "child_fund_spending", "31 tỷ đồng", 31e9, "paid_from:fund"),
        ),
    ),
    "disbursed_above_budget": (
        (
            money("budget", "poverty_budget_central", "2,4 tỷ đồng", 2.4e9, measure="plan"),
            money(
                "out",
                "poverty_budget_central_disbursed",
                "2,6 tỷ đồng",
                2.6e9,
                "disbursed_from:budget",
            ),
        ),
        (
            money("budget", "poverty_budget_central", "2,4 tỷ đồng", 2.4e9, measure="plan"),
            money(
                "out",
                "poverty_budget_central_disbursed",
                "657 triệu đồng",
                657e6,
                "disbursed_from:budget",
            ),
        ),
    ),
    "plan_attainment": (
        (enrolled(920), plan("plan", 2086), attained("48%", 48.0)),
        (enrolled(920), plan("plan", 2086), attained("44%", 44.0)),
    ),
    "plan_excess": (
        (
            enrolled(720),
            plan("plan", 675),
            row("over", "vocational_plan_excess", "8,9%", 8.9, "excess_of:enrolled", **year(2023)),
        ),
        (
            enrolled(720),
            plan("plan", 675),
            row("over", "vocational_plan_excess", "6,7%", 6.7, "excess_of:enrolled", **year(2023)),
        ),
    ),
    "parts_total": (parts(30, 40, 71), parts(30, 40, 70)),
    "part_above_total": (
        (total(70), poor(80, related="part_of:total")),
        (total(70), poor(60, related="part_of:total")),
    ),
    "parts_other_source": (
        (*LEARNT, total(75, source="paper"), poor(30), near(40)),
        (*LEARNT, total(70, source="paper"), poor(30), near(40)),
    ),
    "share_above_whole": (
        (
            row(
                "done", "districts_without_poor_households", "31/30 quận, huyện", 31, "share_of:all"
            ),
            row("all", "districts", "31/30 quận, huyện", 30),
        ),
        (
            row(
                "done", "districts_without_poor_households", "18/30 quận, huyện", 18, "share_of:all"
            ),
            row("all", "districts", "18/30 quận, huyện", 30),
        ),
    ),
    "place_above_area": (
        (poor(690), row("inside", "poor_households", "801 hộ", 801, area="VN-HN-M13")),
        (poor(690), row("inside", "poor_households", "106 hộ", 106, area="VN-HN-M13")),
    ),
    "same_figure": (
        (poor(690), row("twin", "poor_households", "691 hộ", 691, "same_as:poor", source="paper")),
        (poor(690), row("twin", "poor_households", "690 hộ", 690, "same_as:poor", source="paper")),
    ),
    "several_sources": (
        (poor(8293), row("other", "poor_households", "8.410 hộ", 8410, source="paper")),
        (poor(8293), row("other", "poor_households", "8.293 hộ", 8293, source="paper")),
    ),
    "after_publication": (
        (poor(690, source="early"),),
        (poor(690, source="paper"),),
    ),
    "target_below_result": (
        (
            row("now", "satisfaction_rate", "99,66%", 99.66, **year(2023)),
            row(
                "aim",
                "satisfaction_rate",
                "từ 95% trở lên",
                95,
                qualifier="at_least",
                **year(2024, measure="target"),
            ),
        ),
        (
            row("now", "satisfaction_rate", "93,66%", 93.66, **year(2023)),
            row(
                "aim",
                "satisfaction_rate",
                "từ 95% trở lên",
                95,
                qualifier="at_least",
                **year(2024, measure="target"),
            ),
        ),
    ),
    "stock_below_flow": (
        (
            row("away", "workers_abroad", "165 người", 165),
            row("sent", "workers_sent_abroad", "1.356 người", 1356, period_start="2019-01-01"),
        ),
        (
            row("away", "workers_abroad", "1.165 người", 1165),
            row("sent", "workers_sent_abroad", "1.356 người", 1356, period_start="2019-01-01"),
        ),
    ),
    "household_size": (
        (
            row("people", "population", "109.409 người", 109409),
            row("homes", "households", "18.630 hộ", 15860),
        ),
        (
            row("people", "population", "69.382 người", 69382),
            row("homes", "households", "18.630 hộ", 18630),
        ),
    ),
    "base_growth": (
        (
            poor(1586, period_end="2022-12-31"),
            rate("5,71%", 5.71, period_end="2022-12-31"),
            near(1258),
            near_rate("4,06%", 4.06),
        ),
        (
            poor(1586, period_end="2022-12-31"),
            rate("5,71%", 5.71, period_end="2022-12-31"),
            near(1258),
            near_rate("4,50%", 4.5),
        ),
    ),
    "base_count": (
        (poor(310), rate("1,00%", 1.0), row("homes", "households", "28.146 hộ", 28146)),
        (poor(282), rate("1,00%", 1.0), row("homes", "households", "28.146 hộ", 28146)),
    ),
    "population_growth": (
        (
            row("then", "population", "1.361.474 người", 1361474, period_end="2023-04-01"),
            row("now", "population", "1.434.171 người", 1434171),
        ),
        (
            row("then", "population", "1.361.474 người", 1361474, period_end="2023-04-01"),
            row("now", "population", "1.370.171 người", 1370171),
        ),
    ),
}


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
    from welfare_analysis.messages import _bundle

    named = {
        name.removeprefix("audit-check-")
        for name in _bundle("vi")._messages
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
            row("a", "poor_households", "69 hộ", 69, period_end="2020-12-31"),
            row("b", "poor_households", "69 hộ", 69, source="paper"),
        ),
    ],
    ids=["structural count", "target", "a month apart", "two digits"],
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
    assert judge(*bigger) == judge(stated, computed)
    assert judge_bound(*bigger) == judge_bound(stated, computed)


@given(st.integers(100, 10**9), st.integers(0, 8))
def test_a_dropped_digit_is_recognised(number, place):
    meant = str(number)
    place %= len(meant)
    printed = meant[:place] + meant[place + 1 :]
    assert slip_between(meant, printed) == "dropped_digit"
