"""Lesson 2: rates and bases."""

from __future__ import annotations

from collections.abc import Callable

from ..data.catalogue import Catalogue
from ..data.figures import Observation, observation
from ..data.intervals import Interval
from ..judge.derived import Measure
from ..judge.measures import annual_average, change_percent, change_points, implied_base
from .answers import plain
from .exercise import Exercise, Pattern

HN_POOR = "ldxh-hn-2024-p16-poor-households"
HN_RATE = "ldxh-hn-2024-p16-poor-rate"
HN_HOUSEHOLDS = "hanoi-portal-2019-hn-households"
SC_POOR = "ldxh-sc-2024-p4-poor-households"
SC_RATE = "ldxh-sc-2024-p4-poor-rate"
SC_NEAR = "ldxh-sc-2024-p4-near-poor-households"
SC_NEAR_RATE = "ldxh-sc-2024-p4-near-poor-rate"
DEPRIVED = "ldxh-sc-2024-p4-employment-deprived"
DEPRIVED_RATE = "ldxh-sc-2024-p4-employment-deprived-rate"
SG_POOR = "khoahocphothong-2024-sg-poor"
SG_RATE = "khoahocphothong-2024-sg-poor-rate"
SG_BOTH = "khoahocphothong-2024-sg-both"
SG_BOTH_RATE = "khoahocphothong-2024-sg-both-rate"
SG_NATIONAL = "khoahocphothong-2024-sg-both-national"
SL_POOR = "bandantoc-son-la-2022-poor"
SL_RATE = "bandantoc-son-la-2022-poor-rate"
SL_REVIEWED = "bandantoc-son-la-2022-review-households"
VN_BEFORE = "baochinhphu-2022-vn-poor-rate-2021"
VN_FIRST = "baodansinh-2023-vn-poor-rate"
VN_BETWEEN = "vietnamplus-fr-2023-vn-poor-rate"
VN_LAST = "vietnamplus-fr-2024-vn-poor-rate"
SENT = "ldxh-hn-2024-p11-workers-sent-abroad"
POPULATIONS = {
    "A": "wikipedia-hanoi-2024-hn-population-2022",
    "B": "tinbds-population-hn-population-2023",
    "C": "danso-census-2024-hn-population",
    "D": "consosukien-2019-hn-population",
    "E": "hanoi-portal-2019-hn-households",
    "F": "khoviet-population-vn-population-2023",
}
SUITABLE = ("A", "B", "C")


def _base(data: Catalogue, count: str = HN_POOR, rate: str = HN_RATE) -> Measure:
    return implied_base(observation(data, count), observation(data, rate))


def _base_if_rate(data: Catalogue, below: float, above: float) -> Interval:
    """Return the base if the rate lay so many units of its last digit below or above."""
    count, rate = observation(data, HN_POOR), observation(data, HN_RATE)
    step = rate.numeral.step
    return count.interval / Interval(rate.value - below * step, rate.value + above * step) * 100


def _pairs(data: Catalogue) -> dict[str, tuple[Measure, Measure | Observation]]:
    return {
        "A": (_base(data, SC_POOR, SC_RATE), _base(data, SC_NEAR, SC_NEAR_RATE)),
        "B": (_base(data, SG_POOR, SG_RATE), _base(data, SG_BOTH, SG_BOTH_RATE)),
        "C": (_base(data, SL_POOR, SL_RATE), observation(data, SL_REVIEWED)),
    }


def _share_a_base(data: Catalogue) -> dict[str, bool]:
    return {
        letter: first.interval.meets(second.interval)
        for letter, (first, second) in _pairs(data).items()
    }


def _line(data: Catalogue, standard: str, place: str = "urban") -> float:
    """Return the income line of a poverty standard in đồng a person and month."""
    row = data.record("standards", standard)
    months = 12 if row["income_unit"] == "VND_per_year" else 1
    return row[f"income_{place}"] / months


def _city(data: Catalogue) -> float:
    return _line(data, "SG-2021-2024")


def _fall(data: Catalogue, before: str = VN_FIRST) -> float:
    return round(observation(data, VN_LAST).value - observation(data, before).value, 9)


def _sent_per(data: Catalogue, letter: str) -> float:
    average = annual_average(observation(data, SENT))
    base = observation(data, POPULATIONS[letter])
    return 100_000 * average.value / base.value


def _like(answer: object, *wanted: float) -> bool:
    """Tell whether an answer is one of some numbers, to half a percent."""
    try:
        given = float(plain(answer))
    except (TypeError, ValueError):
        return False
    return any(abs(given - number) <= 0.005 * abs(number) for number in wanted)


def _number_like(*letters: str, times: float = 1) -> Callable[[Catalogue], Pattern]:
    """Make the mistake of a rate on these bases, this many times the size it should have."""

    def made(data: Catalogue) -> Pattern:
        wrong = [times * _sent_per(data, letter) for letter in letters]
        return Pattern(lambda answer: _like(answer, *wrong), example=float(f"{wrong[0]:.4g}"))

    return made


def _accepts_rate(data: Catalogue, answer: object) -> bool:
    return _like(answer, *(_sent_per(data, letter) for letter in SUITABLE))


EXERCISES = (
    Exercise(
        "2a",
        expected=_base,
        mistakes={
            "no_hundred": lambda data: _base(data).value / 100,
            "multiplied": lambda data: (
                observation(data, HN_POOR).value * observation(data, HN_RATE).value / 100
            ),
            "multiplied_percent": lambda data: (
                observation(data, HN_POOR).value * observation(data, HN_RATE).value
            ),
        },
        values=lambda data: {
            "count": observation(data, HN_POOR),
            "rate": observation(data, HN_RATE),
            "base": _base(data),
        },
    ),
    Exercise(
        "2b",
        expected=lambda data: _base(data).interval,
        mistakes={
            "point": lambda data: _base(data).value,
            "whole_step": lambda data: _base_if_rate(data, 1, 1),
            "cut_off": lambda data: _base_if_rate(data, 0, 1),
            "same_error": lambda data: (
                Interval(
                    1 - observation(data, HN_RATE).numeral.step / 2,
                    1 + observation(data, HN_RATE).numeral.step / 2,
                )
                * _base(data).value
            ),
        },
        hints=3,
        values=lambda data: {
            "rate": observation(data, HN_RATE),
            "reach": _base(data).interval,
            "households": observation(data, HN_HOUSEHOLDS),
        },
    ),
    Exercise(
        "2c",
        expected=lambda data: (
            100 * observation(data, DEPRIVED).value / observation(data, SC_POOR).value
        ),
        mistakes={
            "printed": lambda data: observation(data, DEPRIVED_RATE),
            "all_households": lambda data: (
                100 * observation(data, DEPRIVED).value / _base(data, SC_POOR, SC_RATE).value
            ),
            "both": lambda data: (
                100
                * observation(data, DEPRIVED).value
                / (observation(data, SC_POOR).value + observation(data, SC_NEAR).value)
            ),
            "upside_down": lambda data: (
                100 * observation(data, SC_POOR).value / observation(data, DEPRIVED).value
            ),
        },
        hints=3,
        values=lambda data: {
            "deprived": observation(data, DEPRIVED),
            "poor": observation(data, SC_POOR),
            "rate": observation(data, DEPRIVED_RATE),
            "share": round(
                100 * observation(data, DEPRIVED).value / observation(data, SC_POOR).value, 2
            ),
        },
    ),
    Exercise(
        "2d",
        expected=_share_a_base,
        mistakes={
            "points_a": lambda data: {"A": False},
            "points_b": lambda data: {"B": False},
            "near_enough": lambda data: {"C": True},
        },
        given=_pairs,
        values=lambda data: {
            "reviewed": observation(data, SL_REVIEWED),
            "reach": _base(data, SL_POOR, SL_RATE).interval,
            "first": _base(data, SC_POOR, SC_RATE).interval,
            "second": _base(data, SC_NEAR, SC_NEAR_RATE).interval,
        },
    ),
    Exercise(
        "2e",
        expected=lambda data: _city(data) / _line(data, "VN-2022-2026"),
        mistakes={
            "not_monthly": lambda data: 12 * _city(data) / _line(data, "VN-2022-2026"),
            "rural": lambda data: _city(data) / _line(data, "VN-2022-2026", "rural"),
            "old": lambda data: _city(data) / _line(data, "VN-2016-2021"),
            "upside_down": lambda data: _line(data, "VN-2022-2026") / _city(data),
        },
        values=lambda data: {
            "city": _city(data),
            "national": _line(data, "VN-2022-2026"),
            "poor": observation(data, SG_BOTH),
            "date": lambda language: observation(data, SG_NATIONAL).period(language),
        },
    ),
    Exercise(
        "2f",
        expected=lambda data: change_points(
            observation(data, VN_FIRST), observation(data, VN_LAST)
        ),
        mistakes={
            "across": lambda data: _fall(data, VN_BEFORE),
            "percent": lambda data: change_percent(
                observation(data, VN_FIRST), observation(data, VN_LAST)
            ),
            "one_year": lambda data: _fall(data, VN_BETWEEN),
            "rise": lambda data: -_fall(data),
        },
        tolerance=0.02,
        values=lambda data: {
            "before": observation(data, VN_BEFORE),
            "first": observation(data, VN_FIRST),
            "last": observation(data, VN_LAST),
            "change": lambda language: change_points(
                observation(data, VN_FIRST), observation(data, VN_LAST)
            ).text(language),
        },
    ),
    Exercise(
        "2g",
        expected=lambda data: _sent_per(data, "B"),
        accepts=_accepts_rate,
        mistakes={
            "three_years": _number_like("B", "A", "C", times=3),
            "old_base": _number_like("D"),
            "households": _number_like("E"),
            "national": _number_like("F"),
            "percent": _number_like("B", "A", "C", times=1 / 1_000),
            "per_thousand": _number_like("B", "A", "C", times=1 / 100),
        },
        hints=3,
        given=lambda data: {
            letter: observation(data, name) for letter, name in POPULATIONS.items()
        },
        values=lambda data: {
            "sent": observation(data, SENT),
            "low": round(min(_sent_per(data, letter) for letter in SUITABLE), 1),
            "high": round(max(_sent_per(data, letter) for letter in SUITABLE), 1),
        },
    ),
)
