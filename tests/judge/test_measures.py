"""Measures: derived figures carry interval, inputs and unit, and refuse what has no meaning."""

import dataclasses
import itertools
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.data.intervals import Interval
from welfare_analysis.errors import NotComparable, UnknownName, UsageError
from welfare_analysis.judge.derived import Measure


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
    per_head = wa.per_inhabitants(data, wa.annual_average(sent), people)
    assert per_head.value == pytest.approx(11959 / 3 / 8685607 * 100_000)
    assert "100.000 dân" in per_head.text("vi")
    with pytest.raises(NotComparable, match="not of VN-HN"):
        wa.per_inhabitants(data, sent, wa.one(data, "population", "TP.HCM", "2024-04-01"))
    for wrong, why in (
        (wa.one(data, "poor_household_rate", "Hà Nội", 2023), "only a count"),
        (sent, "more than a year"),
    ):
        with pytest.raises(NotComparable, match=why):
            wa.per_inhabitants(data, wrong, people)
    with pytest.raises(NotComparable, match="no population"):
        wa.per_inhabitants(data, wa.annual_average(sent), sent)
    with pytest.raises(NotComparable, match="expected households"):
        wa.per_households(data, sent, people)
    nowhere = dataclasses.replace(wa.annual_average(sent).inputs[0], area="VN-69-165")
    assert wa.on_base(data, nowhere, "households") is None
    with pytest.raises(NotComparable, match="no number of inhabitants or households"):
        wa.per_households(data, nowhere)


def test_a_range_of_one_number_is_one_number(data):
    sent = wa.on_base(data, data["ldxh-hn-2024-p11-workers-sent-abroad"])
    assert not sent.interval.is_point
    assert sent.range("vi") == "47,26 trên 100.000 dân"
    assert "to" not in sent.range("en").split()


def test_a_count_is_put_on_any_base_per_any_number(data):
    sent = data["ldxh-hn-2024-p11-workers-sent-abroad"]
    people = wa.one(data, "population", "Hà Nội", "2024-04-01")
    standard, small = wa.on_base(data, sent, people), wa.on_base(data, sent, people, per=1_000)
    assert standard == wa.per_inhabitants(data, wa.annual_average(sent), people)
    assert small.value == pytest.approx(standard.value / 100)
    assert small.text("vi").endswith(" trên 1.000 dân")
    poor = data["ldxh-hn-2024-p16-poor-households"]
    assert wa.on_base(data, poor, "households").unit == "per_1000_households"
    assert wa.on_base(data, data["ldxh-sc-2024-p4-poor-households"], "households") is None
    with pytest.raises(UnknownName, match="inhabitants"):
        wa.on_base(data, sent, "inhabitant")
    with pytest.raises(NotComparable, match="no population"):
        wa.on_base(data, sent, sent)


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


def test_a_change_needs_periods_of_one_length(data):
    months = wa.observation(data, "baosonla-2024-p10-enrolment")  # January to August
    year = wa.observation(data, "quochoitv-2022-sl-enrolment")
    for change in (wa.change_percent, wa.change_a_year):
        with pytest.raises(NotComparable, match="one covers 2022, the other Jan–Aug 2024"):
            change(year, months)


def test_a_change_does_not_reach_over_a_break(data):
    before = wa.observation(data, "vietnamplus-fr-2023-vn-poor-rate")
    after = wa.observation(data, "vietnamplus-fr-2024-vn-poor-rate")
    assert wa.change_points(before, after).value == pytest.approx(-1.1)
    broken = dataclasses.replace(after, status="B")
    for change in (wa.change_points, wa.change_percent, wa.change_a_year):
        with pytest.raises(NotComparable, match="first after a break"):
            change(before, broken)
    # The first figure after a break may begin a change.
    assert wa.change_points(dataclasses.replace(before, status="B"), after).value < 0


def test_yearly_changes_make_up_the_whole_change(data):
    before = wa.observation(data, "baodansinh-2023-vn-poor-rate")
    after = wa.observation(data, "vietnamplus-fr-2024-vn-poor-rate")
    whole, yearly = wa.change_percent(before, after), wa.change_a_year(before, after)
    for one, other in (("value", "value"), ("low", "low"), ("high", "high")):
        a, b = (m if one == "value" else m.interval for m in (whole, yearly))
        assert (1 + getattr(b, other) / 100) ** 2 == pytest.approx(1 + getattr(a, one) / 100)


def test_what_a_goal_still_lacks_is_counted_towards_it(data):
    now = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    assert wa.distance(now, goal).value == pytest.approx(0.24)  # it is to fall
    assert wa.pace(now, goal).value == pytest.approx(0.24)  # within one year
    result = wa.one(data, "vocational_enrolment_turns", "Hà Nội")
    plan = wa.one(data, "vocational_enrolment_turns", "Hà Nội", measure="plan")
    assert wa.distance(result, plan).value == 675000 - 720493  # more than reached
    with pytest.raises(NotComparable, match="not ahead"):
        wa.pace(result, plan)
    with pytest.raises(NotComparable, match="area is VN-HN and VN-69-165"):
        wa.distance(wa.one(data, "poor_household_rate", "Hà Nội", 2022), goal)


def test_a_yardstick_contains_the_place_and_is_of_its_date_and_standard(data, rate):
    country = wa.observation(data, "vietnamplus-fr-2024-vn-poor-rate")
    here = rate("Sông Công", 2023)
    assert wa.ratio(here, country).value == pytest.approx(100 * 1.46 / 2.93)
    assert wa.gap(here, country).value == pytest.approx(1.46 - 2.93)
    with pytest.raises(NotComparable, match="standard is HN-2022-2025 and VN-2022-2026"):
        wa.ratio(rate("Hà Nội", 2023), country)
    with pytest.raises(NotComparable, match="does not contain"):
        wa.gap(country, here)
    with pytest.raises(NotComparable, match="one is of"):
        wa.gap(here, wa.observation(data, "vietnamplus-fr-2023-vn-poor-rate"))


def test_about_has_one_decimal_at_most_and_what_is_written_lies_in_its_range():
    for low, high in itertools.product((0.4, 1.2345, 21.66, 349.99), (1.004, 1.03, 1.4)):
        interval = Interval(low, low * high)
        for unit in ("percent", "points"):
            one = Measure("share", interval.middle, interval, unit, ())
            said = one.text("en")
            number = float(re.search(r"[\d.]+", said.replace(",", ""))[0])
            assert interval.contains(number) or number == pytest.approx(one.value, rel=0.005), said
            if said.startswith("about"):
                assert not re.search(r"\.\d\d", said)


def test_figures_have_no_order_by_themselves(data, rate):
    a, b = rate("Sông Công", 2023), rate("Hà Nội", 2023)
    for wrong in (lambda: a < b, lambda: max(a, b), lambda: sorted([a, b])):
        with pytest.raises(NotComparable, match=r"no order by themselves: ask compare\(data"):
            wrong()
    with pytest.raises(UsageError, match='by="…"'):
        wa.compare(data, wa.change_points(a, a), ["Hà Nội", "Sơn La"])
