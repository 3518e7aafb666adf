"""Ranking: every question asks in one order, and each thing asked decides when all before agree."""

import dataclasses
import datetime
import itertools

import pytest

import welfare_analysis as wa
from welfare_analysis.judge.limits import limits
from welfare_analysis.judge.ranking import (
    BASE,
    COMPARED,
    ORDER,
    STANDING,
    TRUSTED,
    Ranking,
    common_day,
)

DAY = datetime.date(2023, 12, 31)


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def figure(data):
    return data["ldxh-hn-2024-p16-poor-rate"]


def but(figure, **changes):
    """Return the figure with other attributes, in its row too."""
    own = {name: value for name, value in changes.items() if hasattr(figure, name)}
    return dataclasses.replace(figure, **own, row=figure.row | changes)


@pytest.mark.parametrize("ranking", [COMPARED, STANDING, TRUSTED, BASE], ids=lambda one: one.asks)
def test_every_question_keeps_the_one_order(ranking):
    assert list(ranking.asks) == [name for name in ORDER if name in ranking.asks]


WORSE = {
    "kind": {"measure": "plan"},
    "far": {"period_end": datetime.date(2021, 12, 31)},
    "doubtful": {"status": "D U"},
    "provisional": {"status": "P"},
    "part_of_year": {"period_start": datetime.date(2023, 3, 1)},
    "time": {"period_end": datetime.date(2023, 6, 30)},
    "middle": {"period_start": datetime.date(2023, 7, 1)},
    "confidence": {"confidence": "medium"},
    "rounded": {"qualifier": "about"},
    "repeats": {"related_to": "rate_of:x same_as:y"},
    "name": {"observation": "z"},
}


@pytest.mark.parametrize("asked", WORSE)
def test_what_is_asked_decides_in_either_order_of_the_table(figure, asked):
    good = but(figure, period_end=DAY, observation="a", related_to="")
    bad = but(good, **WORSE[asked])
    for figures in itertools.permutations([good, bad]):
        assert Ranking(asked).best(figures, DAY) is good
    assert Ranking(asked).best([], DAY) is None


def test_of_equals_the_first_is_taken(figure):
    first, second = but(figure, observation="z"), but(figure, observation="a")
    assert BASE.best([first, second], DAY) is first


def test_the_common_day_is_the_year_of_most_areas(figure):
    def of(area, day, measure="actual"):
        return but(figure, area=area, period_end=datetime.date.fromisoformat(day), measure=measure)

    two = [of("VN-HN", "2022-12-31"), of("VN-SG", "2023-01-01")]
    assert common_day([*two, of("VN-05", "2024-12-31")]) == datetime.date(2022, 12, 31)
    assert common_day([*two, *(of(area, "2024-06-30") for area in ("VN-05", "VN-HN"))]) == (
        datetime.date(2024, 12, 31)
    )
    goals = [of(area, "2030-12-31", "target") for area in ("VN-05", "VN-HN", "VN-SG")]
    assert common_day([*two, *goals]) == datetime.date(2022, 12, 31)
    assert common_day(goals) == datetime.date(2030, 12, 31)
    assert common_day([]) is None


def test_limits_are_all_that_is_known_against_a_figure(figure):
    limited = but(figure, status="P U V", period_basis="inferred", confidence="low")
    limited = dataclasses.replace(limited, source_row=figure.source_row | {"reliability": "C"})
    assert limits(limited) == ["P", "U", "V", "inferred", "low_confidence", "secondary"]
    assert limits(but(figure, status="A", period_basis="stated", confidence="medium")) == []
