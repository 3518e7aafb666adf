"""Measures: derived figures carry interval, inputs and unit, and refuse what has no meaning."""

import pytest

import welfare_analysis as wa
from welfare_analysis.errors import NotComparable


@pytest.fixture
def rate(data):
    return lambda area, year: wa.one(data, "poor_household_rate", area, year)


def test_a_change_in_points_keeps_the_printed_precision(data):
    start = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    change = wa.change_points(start, goal)
    assert change.value == pytest.approx(-0.24)
    assert (change.interval.low, change.interval.high) == pytest.approx((-0.25, -0.23))
    assert change.text("vi") == "−0,24 điểm phần trăm"
    assert set(change.observations) == {start.observation, goal.observation}


def test_a_change_across_a_standard_or_an_area_is_refused(data, rate):
    before = wa.one(data, "poor_household_rate", "VN", "2021-12-31")
    after = wa.one(data, "poor_household_rate", "VN", "2022-12-31")
    with pytest.raises(NotComparable, match="standard is VN-2016-2021 and VN-2022-2026"):
        wa.change_points(before, after)
    with pytest.raises(NotComparable, match="area"):
        wa.change_points(rate("Sông Công", 2023), rate("Hà Nội", 2023))


def test_attainment_of_the_training_plan(data):
    result = wa.one(data, "vocational_enrolment_turns", "Hà Nội")
    plan = wa.one(data, "vocational_enrolment_turns", "Hà Nội", measure="plan")
    reached = wa.attainment(result, plan)
    assert reached.value == pytest.approx(100 * 720493 / 675000)
    assert reached.interval.is_point
    abroad = wa.one(data, "workers_sent_abroad", "VN", 2023)
    with pytest.raises(NotComparable, match="one end of a range"):
        wa.attainment(abroad, wa.observation(data, "vamas-2024-vn-plan-high-2023"))
    with pytest.raises(NotComparable, match="unit and area"):
        wa.attainment(result, wa.one(data, "population", "Hà Nội", 2019))


def test_the_yearly_average_of_a_flow_counts_months(data):
    three_years = wa.annual_average(wa.observation(data, "ldxh-hn-2024-p11-workers-sent-abroad"))
    assert three_years.value == pytest.approx(11959 / 3)
    eight_months = wa.annual_average(wa.observation(data, "baosonla-2024-p10-enrolment"))
    assert eight_months.value == pytest.approx(8417 / (8 / 12))
    national = wa.total([wa.one(data, "workers_sent_abroad", "VN", year) for year in (2021, 2022)])
    assert wa.annual_average(national).value == pytest.approx((45058 + 142779) / 2)
    with pytest.raises(NotComparable, match="not a flow"):
        wa.annual_average(wa.observation(data, "baosonla-2024-p9-workers-abroad"))


def test_a_total_needs_adjoining_years(data):
    years = {year: wa.one(data, "workers_sent_abroad", "VN", year) for year in (2021, 2022, 2023)}
    assert wa.total(list(years.values())).value == 45058 + 142779 + 159986
    assert wa.total([years[2022], years[2021]]).period("en") == "2021–2022"
    with pytest.raises(NotComparable, match="does not begin where"):
        wa.total([years[2021], years[2023]])


def test_a_share_needs_one_period(data):
    national = wa.total(
        [wa.one(data, "workers_sent_abroad", "VN", year) for year in (2021, 2022, 2023)]
    )
    sent = wa.one(data, "workers_sent_abroad", "Hà Nội", source="ldxh-hn-2024")
    assert wa.share(sent, national).value == pytest.approx(3.438, abs=0.001)
    with pytest.raises(NotComparable, match="no share"):
        wa.share(sent, wa.one(data, "workers_sent_abroad", "VN", 2023))


def test_a_base_must_be_of_the_same_area_and_kind(data):
    sent = wa.one(data, "workers_sent_abroad", "Hà Nội", source="ldxh-hn-2024")
    people = wa.one(data, "population", "Hà Nội", "2024-04-01")
    per_head = wa.per_inhabitants(wa.annual_average(sent), people)
    assert per_head.value == pytest.approx(11959 / 3 / 8685607 * 100_000)
    assert "100.000 dân" in per_head.text("vi")
    with pytest.raises(NotComparable, match="not of VN-HN"):
        wa.per_inhabitants(sent, wa.one(data, "population", "TP.HCM", "2024-04-01"))
    for wrong, why in (
        (wa.one(data, "poor_household_rate", "Hà Nội", 2023), "only a count"),
        (sent, "more than a year"),
    ):
        with pytest.raises(NotComparable, match=why):
            wa.per_inhabitants(wrong, people)
    with pytest.raises(NotComparable, match="no population"):
        wa.per_inhabitants(wa.annual_average(sent), sent)
    with pytest.raises(NotComparable, match="expected households"):
        wa.per_households(sent, people)


def test_one_significant_digit_leaves_the_implied_base_wide(data):
    base = wa.implied_base(
        wa.observation(data, "ldxh-hn-2024-p16-poor-households"),
        wa.observation(data, "ldxh-hn-2024-p16-poor-rate"),
    )
    assert base.interval.low == pytest.approx(690 / 0.035 * 100)
    assert base.interval.high == pytest.approx(690 / 0.025 * 100)
    assert base.text("vi") == "khoảng 2.300.000 hộ"
    with pytest.raises(NotComparable, match="is the rate of poor_households"):
        wa.implied_base(
            wa.observation(data, "ldxh-hn-2024-p16-near-poor-households"),
            wa.observation(data, "ldxh-hn-2024-p16-poor-rate"),
        )
