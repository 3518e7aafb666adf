"""Results: each date of a place once, in its best printing, with what follows from the others."""

import dataclasses
import datetime
import itertools

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import GOALS, RESULTS
from welfare_analysis.judge.derived import Measure
from welfare_analysis.judge.limits import is_doubtful, is_provisional
from welfare_analysis.judge.results import results
from welfare_analysis.judge.times import one_date as one_day

PLACES = ("VN", "VN-HN", "VN-SG", "VN-05", "VN-69-165")


@pytest.fixture(scope="module")
def data(known):
    return known


@pytest.fixture(scope="module")
def everything(data):
    """Return by indicator and area what there is."""
    printed = data.observations[["indicator", "area"]].drop_duplicates()
    asked = {*printed.itertuples(index=False, name=None)}
    asked |= {(one, area) for one in data.indicators["indicator"][:6] for area in PLACES}
    return {key: results(data, *key, RESULTS) for key in sorted(asked)}


def one_date(a, b):
    return a.standard == b.standard and one_day(a, b)


def but(data, change):
    """Return the data with other observations."""
    kept = {one.name: getattr(data, one.name) for one in dataclasses.fields(data) if one.init}
    return type(data)(**kept | {"observations": change(data.observations)})


def without(data, *names):
    return but(data, lambda frame: frame[~frame["observation"].isin(names)])


def test_each_date_stands_once_and_none_is_lost(data, everything):
    for (indicator, area), found in everything.items():
        assert not [pair for pair in itertools.combinations(found, 2) if one_date(*pair)]
        rows = data.observations
        rows = rows[(rows["indicator"] == indicator) & (rows["area"] == area)]
        for one in wa.observations(data, rows[rows["measure"].isin(RESULTS)]):
            assert [other for other in found if one_date(one, other)], one


def test_results_stand_in_order_of_time(everything):
    for found in everything.values():
        days = [one.period_end for one in found]
        assert all(a <= b + datetime.timedelta(days=1) for a, b in itertools.pairwise(days))


def test_the_order_of_the_rows_makes_no_difference(data, everything):
    mixed = but(data, lambda frame: frame.sample(frac=1, random_state=11))
    for key, found in list(everything.items())[::4]:
        again = results(mixed, *key, RESULTS)
        assert [one.observations for one in again] == [one.observations for one in found]


def test_a_provisional_figure_gives_way_to_a_final_one_of_its_date(data):
    rates = results(data, "poor_household_rate", "Sơn La")
    assert [one.text("en") for one in rates if one.period_end.year == 2024] == ["10.89%"]
    final = rates[-1].observation
    assert is_provisional(results(without(data, final), "poor_household_rate", "Sơn La")[-1])


def test_a_sound_figure_goes_before_a_doubtful_one_of_its_date(data, everything):
    for (indicator, area), found in everything.items():
        for one in found:
            if isinstance(one, Measure) or not is_doubtful(one):
                continue
            rows = data.where([indicator], [area])
            others = wa.observations(data, rows[rows["measure"] == one.measure])
            assert all(is_doubtful(other) for other in others if one_date(one, other)), one


def test_a_count_of_zero_is_a_rate_of_zero_by_its_standard(data):
    for area in ("VN-HN", "VN-SG"):
        last = results(data, "poor_household_rate", area)[-1]
        assert (last.standard, last.value, last.interval.is_point) == ("VN-2022-2026", 0, True)
        assert (last.indicator, last.unit, last.text("vi")) == (
            "poor_household_rate",
            "percent",
            "0%",
        )
    printed = data["vietjo-2025-sg-both-rate"]
    exact = results(data, "poor_and_near_poor_rate", "VN-SG")[-1]
    assert one_date(exact, printed)
    assert exact.interval.width < printed.interval.width


def test_what_follows_agrees_with_what_is_printed(data, everything):
    """Each sum or rest of sound printed figures that is itself printed holds the printed one."""
    compared = 0
    for figure in (one for found in everything.values() for one in found):
        if isinstance(figure, Measure):
            nearest = min(max(figure.value, figure.interval.low), figure.interval.high)
            assert figure.value == pytest.approx(nearest)
            assert figure.indicator_row["indicator"] == figure.indicator
        elif figure.indicator == "poor_and_near_poor_rate" and "U" not in figure.status.split():
            left = results(without(data, figure.observation), figure.indicator, figure.area)
            for one in left:
                if isinstance(one, Measure) and one_date(one, figure):
                    assert one.interval.meets(figure.interval), (one, figure)
                    compared += 1
    assert compared >= 2


def test_a_printed_figure_stands_before_what_follows_from_others(data):
    both = data["vietnamplus-fr-2024-vn-both-rate"]
    last = results(data, both.indicator, "VN")[-2]
    assert last == both
    follows = results(without(data, both.observation), both.indicator, "VN")[-2]
    assert follows.code == "sum"
    assert follows.interval.meets(both.interval)


def test_the_rest_of_a_whole_is_the_part_that_is_not_printed(data):
    rest = [one for one in results(data, "near_poor_household_rate", "TP.HCM") if one.value][-1]
    assert (rest.code, rest.value) == ("rest", pytest.approx(0.57))
    assert rest.operands[0].indicator == "poor_and_near_poor_rate"


def test_goals_stand_only_when_asked_and_a_range_is_two(data):
    for indicator, area in (("poor_household_rate", "Sông Công"), ("workers_sent_abroad", "VN")):
        assert {one.measure for one in results(data, indicator, area)} <= {"actual"}
        goals = results(data, indicator, area, GOALS)
        assert goals
        assert {one.measure for one in goals} <= set(GOALS)
    ends = results(data, "workers_sent_abroad", "VN", GOALS)
    assert len({(one.period_end, one.measure, one.value) for one in ends}) == len(ends)
