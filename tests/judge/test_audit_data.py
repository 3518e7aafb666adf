"""Audit of the shipped data: what careful readers found, the audit finds without being told."""

import pytest

import welfare_analysis as wa


@pytest.fixture(scope="module")
def found(data):
    return wa.audit(data)


# What two readers noted in the articles and comparators: the check, and figures it must name.
READ = [
    # A share of poor households with a digit lost: 92 of 272 is no 3.82 %.
    (
        "rate_base",
        {"ldxh-sc-2024-p4-employment-deprived-rate", "ldxh-sc-2024-p4-employment-deprived"},
    ),
    # 52 households are not 0.24 points of some 18 600.
    (
        "target_equivalent",
        {"ldxh-sc-2024-p8-poor-reduction-goal", "ldxh-sc-2024-p8-poor-rate-goal"},
    ),
    # A children's fund that paid more than it raised.
    ("paid_above_fund", {"ldxh-hn-2024-p21-fund-paid", "ldxh-hn-2024-p21-fund-raised"}),
    # Hà Nội's near-poor of end-2022 reported again for end-2023, count and rate, by two pages.
    (
        "value_repeated",
        {
            "ldxh-hn-2024-p16-near-poor-households",
            "hdnd-hn-2024-p9-near-poor-households",
            "vietnamplus-en-2023-01-hn-near-poor",
            "ldxh-hn-2024-p16-near-poor-rate",
        },
    ),
    # More near-poor households left than there were.
    ("change_above_stock", {"thanhnien-hcm-2023-p6-near-poor-reduction", "sggp-2022-sg-near-poor"}),
    # Both falls of TP.HCM imply an opening level a third above the published one.
    (
        "opening_total",
        {
            "thanhnien-hcm-2023-p6-poor-reduction",
            "thanhnien-hcm-2023-p6-near-poor-reduction",
            "sggp-en-2024-01-sg-both",
        },
    ),
    # Provisional figures against those of the city's department.
    ("several_sources", {"thanhnien-hcm-2023-p6-poor-households", "khoahocphothong-2024-sg-poor"}),
    (
        "parts_other_source",
        {"thanhnien-hcm-2023-p6-near-poor-households", "khoahocphothong-2024-sg-both"},
    ),
    # A target below what was reached the year before.
    (
        "target_below_result",
        {"thanhnien-hcm-2023-p22-satisfaction-goal", "thanhnien-hcm-2023-p20-satisfaction"},
    ),
    # A side-bar that is later than the article, and preliminary.
    ("after_publication", {"ldxh-hn-2024-p26-son-la-poor-rate"}),
    (
        "several_sources",
        {"ldxh-hn-2024-p26-son-la-poor-rate", "baosonla-en-2025-sl-poor-rate-2024"},
    ),
    # 165 abroad is a flow of some months, not a stock.
    ("stock_below_flow", {"baosonla-2024-p9-workers-abroad", "baosonla-fr-2025-sl-workers"}),
    # Rates that do not fit the counts on their own page.
    ("rate_base", {"bandantoc-son-la-2022-poor-rate", "bandantoc-son-la-2022-review-households"}),
    ("rate_base", {"bandantoc-son-la-2022-near-poor-rate"}),
    ("implied_base", {"vietnamplus-2026-sg-poor-rate", "vietnamplus-2026-sg-near-poor-rate"}),
    ("plan_attainment", {"cadn-2022-vn-enrolment-attainment", "cadn-2022-vn-enrolment-plan"}),
    # National totals that do not add, and a base that jumps.
    ("parts_total", {"vietnamplus-fr-2023-vn-both", "vietnamplus-fr-2023-vn-near-poor"}),
    ("base_growth", {"vietjo-2025-vn-both", "vietnamplus-fr-2024-vn-both"}),
    ("base_count", {"vietjo-2025-vn-both", "kinhtevadubao-census-2024-vn-households"}),
    # Two populations of Thái Nguyên.
    ("population_growth", {"cafef-2025-thai-nguyen-population"}),
]

# What they computed and found to agree.
AGREES = [
    ("plan_excess", {"hdnd-hn-2024-p6-enrolment-excess"}),
    ("plan_attainment", {"ldxh-sc-2024-p9-central-rate"}),
    ("plan_attainment", {"ldxh-sc-2024-p9-city-rate"}),
    ("plan_attainment", {"vamas-2024-vn-attainment-2023"}),
    ("implied_base", {"ldxh-sc-2024-p4-poor-rate", "ldxh-sc-2024-p4-near-poor-rate"}),
    ("implied_base", {"ldxh-hn-2024-p16-poor-rate", "ldxh-hn-2024-p16-near-poor-rate"}),
    ("parts_total", {"baosonla-2024-p8-assistance-beneficiaries"}),
    ("parts_total", {"baosonla-2024-p10-teachers"}),
    ("parts_total", {"hdnd-hn-2024-p4-led-targets"}),
    ("rate_base", {"thanhnien-hcm-2023-p20-dossiers-rate"}),
    ("same_figure", {"ldxh-hn-2024-p19-assistance-turns", "hdnd-hn-2024-p10-assistance-turns"}),
    (
        "household_size",
        {"danso-thai-nguyen-song-cong-population", "ldxh-sc-2024-p4-near-poor-households"},
    ),
]


def _name(value):
    """Name a case the same way in every process: a set has no order of its own."""
    return value if isinstance(value, str) else min(value)


def named(found, check, figures):
    of_check = found[found["check"] == check]
    return of_check[of_check["observations"].map(lambda names: figures <= set(names))]


@pytest.mark.parametrize(("check", "figures"), READ, ids=_name)
def test_what_careful_readers_found_is_found(found, check, figures):
    assert "inconsistent" in set(named(found, check, figures)["verdict"])


@pytest.mark.parametrize(("check", "figures"), AGREES, ids=_name)
def test_what_careful_readers_checked_agrees(found, check, figures):
    assert set(named(found, check, figures)["verdict"]) <= {"consistent", "within_rounding"}
    assert len(named(found, check, figures))


def test_every_row_explains_itself_in_both_languages(found):
    for language in ("vi", "en"):
        texts = found[f"explanation_{language}"]
        assert (texts.str.len() > 40).all()
        assert not texts.str.contains(r"[{}]|\bnan\b|\binf\b|  ", regex=True).any()
        assert texts.str.endswith((".", ".”")).all()


def test_inputs_exist_and_verdicts_follow_the_intervals(found, data):
    known = set(data.observations["observation"])
    assert all(set(names) <= known and names for names in found["observations"])
    assert set(found["verdict"]) <= {
        "inconsistent",
        "within_rounding",
        "not_testable",
        "consistent",
    }
    stated = found.dropna(subset=["stated", "stated_low", "stated_high"])
    assert (stated["stated_low"] <= stated["stated_high"]).all()


def test_the_audit_does_not_change_the_data_and_is_repeatable(data, found):
    before = data.observations.copy()
    again = wa.audit(data)
    assert again.equals(found)
    assert data.observations.equals(before)


def test_one_origin_is_said_where_two_articles_repeat_one_report(found):
    rows = named(
        found,
        "same_figure",
        {"ldxh-hn-2024-p16-near-poor-households", "hdnd-hn-2024-p9-near-poor-households"},
    )
    assert "không phải là xác nhận độc lập" in rows["explanation_vi"].iloc[0]
