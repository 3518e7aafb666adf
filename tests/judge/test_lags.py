"""What falls short: goals missed, plans and money behind their time; nothing that keeps pace."""

import dataclasses

import pytest

import welfare_analysis as wa

PLACES = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
SENT, SPENT = "workers_sent_abroad", "poverty_budget_local_disbursement_rate"


@pytest.fixture(scope="module")
def data(known):
    return known


def with_value(data, name, value):
    """Return the catalogue with another value of a figure."""
    frame = data.observations.copy()
    frame.loc[frame["observation"] == name, ["value", "as_printed"]] = [value, str(value)]
    return dataclasses.replace(data, observations=frame)


def test_a_plan_lags_where_surely_less_of_it_is_done_than_of_its_time(data):
    found = wa.findings(data, PLACES).of("lag")
    assert {one.subject for one in found} >= {SENT, SPENT}
    for one in found:
        result, plan = one.figures[0], one.figures[-1]
        assert result.period_start == plan.period_start
        assert result.period_end < plan.period_end
        share = one.measure or result
        assert share.interval.high < one.facts["number_over"] < 100


@pytest.mark.parametrize(
    ("area", "subject", "enough"), [("VN-05", SENT, 400), (PLACES[3], SPENT, 90)]
)
def test_what_keeps_pace_with_its_time_does_not_lag(data, area, subject, enough):
    [lag] = wa.findings(data, area, subject if subject == SENT else None).of("lag", subject)
    faster = with_value(data, lag.figures[0].observation, enough)
    assert not wa.findings(faster, area, subject if subject == SENT else None).of("lag", subject)


def test_what_falls_short_most_comes_first_and_what_was_reached_is_not_there(data):
    found = wa.findings(data, PLACES)
    urgent = found.urgent
    assert urgent[0].subject == SPENT
    assert not {one.facts.get("way") for one in urgent} & {"reached", "above", "within"}
    plans = [one.measure.value for one in urgent if one.kind == "plan"]
    assert plans == sorted(plans)
    assert all(value < 100 for value in plans)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_lag_is_said_with_the_share_of_its_time(data, language):
    for one in wa.findings(data, PLACES).of("lag"):
        said = wa.sentence(one, language)
        assert f"{one.facts['number_over']}%" in said
        assert one.figures[0].number(language) in said
