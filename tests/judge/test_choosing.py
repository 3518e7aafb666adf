"""Choosing: of several places the figures that compare best, and nothing better is left out."""

import dataclasses
import datetime
import itertools
import math
import random
import time

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import RESULTS, Verdict
from welfare_analysis.data.areas import DEFAULT_AREAS
from welfare_analysis.judge.aspects import traits
from welfare_analysis.judge.choosing import together
from welfare_analysis.judge.reasons import reasons_between, reservations, verdict_of

VERDICTS = list(Verdict)
REFUSED = VERDICTS.index("not_comparable")


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def pools(data):
    """Return by subject and area what may be chosen: the results, where any area has some."""
    subjects = dict.fromkeys([*data.indicators["indicator"], *data.indicators["concept"]])
    return {subject: _pool(data, subject) for subject in subjects}


def _pool(data, subject):
    by_area = {}
    for one in wa.observations(data, wa.select(data, subject)):
        by_area.setdefault(one.area, []).append(one)
    return by_area


def _offered(pool, areas):
    results = {area: [one for one in pool[area] if one.measure in RESULTS] for area in areas}
    return results if any(results.values()) else {area: pool[area] for area in areas}


def _traits(data, figure):
    return tuple(traits(data, figure).values())


def _verdict(data, a, b, judged={}):  # noqa: B006 (what is judged once is remembered)
    key = _traits(data, a), _traits(data, b)
    if key not in judged:
        judged[key] = VERDICTS.index(verdict_of(reasons_between(data, a, b)))
    return judged[key]


def test_no_two_figures_of_two_places_compare_better_than_those_chosen(data, pools):
    tried = 0
    for subject, pool in pools.items():
        for pair in itertools.combinations(sorted(pool), 2):
            first, second = _offered(pool, pair).values()
            if first and second:
                best = min(_verdict(data, a, b) for a in first for b in second)
                chosen, _ = together(data, dict(zip(pair, (first, second), strict=True)))
                assert _verdict(data, *chosen.values()) == best, (subject, pair)
                tried += 1
    assert tried > 200


def test_no_other_figures_of_the_four_places_allow_more_pairs(data, pools):
    def badness(figures):
        verdicts = [_verdict(data, a, b) for a, b in itertools.combinations(figures, 2)]
        allowed = [one for one in verdicts if one < REFUSED]
        return -len(allowed), sum(allowed)

    tried = 0
    for subject, pool in pools.items():
        offered = _offered(pool, [area for area in DEFAULT_AREAS if area in pool])
        kinds = [
            list({_traits(data, one): one for one in figures}.values())
            for figures in offered.values()
            if figures
        ]
        if len(kinds) > 2:
            chosen, _ = together(data, offered)
            best = min(map(badness, itertools.product(*kinds)))
            assert badness(chosen.values()) == best, subject
            tried += 1
    assert tried > 5


def test_reservations_by_aspect_say_what_the_reasons_say(data, pools):
    figures = [one for pool in pools.values() for ones in pool.values() for one in ones]
    known, held = {}, {one.observations: traits(data, one) for one in figures}
    for a, b in itertools.product(figures[::3], figures[::5]):
        if a.area == b.area:
            continue
        aspects = 0
        for aspect, trait in held[a.observations].items():
            key = aspect, trait, held[b.observations][aspect]
            if key not in known:
                known[key] = reservations(data, aspect, a, b)
            aspects += known[key]
        reasons = reasons_between(data, a, b)
        refused = verdict_of(reasons) == Verdict.NOT_COMPARABLE
        counted = sum(not reason.informs for reason in reasons)
        assert aspects == (math.inf if refused else counted), (a, b)


def test_the_order_of_places_and_rows_makes_no_difference(data, pools):
    rng = random.Random(11)
    for subject, pool in pools.items():
        chosen, day = together(data, pool)
        for _ in range(3):
            areas = rng.sample(list(pool), len(pool))
            mixed = {area: rng.sample(pool[area], len(pool[area])) for area in areas}
            again, same_day = together(data, mixed)
            assert (again, same_day) == (chosen, day), subject


def test_a_stock_on_new_year_is_of_the_year_before(data):
    rate = wa.compare(data, "poor_household_rate", period=2023)["TP.HCM"]
    assert (rate.text("en"), rate.period_end) == ("0.33%", datetime.date(2024, 1, 1))
    assert rate.observation not in set(
        wa.compare(data, "poor_household_rate", period=2024).observations["observation"]
    )
    son_la = wa.compare(data, "poor_household_rate", ["Sơn La", "Việt Nam"], 2022)["Sơn La"]
    assert son_la.period_end == datetime.date(2022, 12, 31)


def test_a_goal_stands_among_results_only_when_asked(data):
    places = ["Sơn La", "Sông Công"]
    unasked = wa.compare(data, "poor_household_rate", places, 2024)
    assert unasked["Sơn La"].measure == "actual"
    assert "Sông Công" not in unasked
    asked = wa.compare(data, "poor_household_rate", places, 2024, measure=["actual", "target"])
    assert asked["Sông Công"].measure == "target"
    only = wa.compare(data, "poor_household_rate", ["Sông Công", "Hà Nội"], 2030)
    assert {figure.measure for figure in only.figures.values()} <= {"target", "plan"}


def test_of_one_document_the_exact_figure_goes_before_its_rounded_headline(data):
    exact = wa.compare(data, "social_assistance_coverage")["Hà Nội"]
    assert exact.text("en") == "2,907,969 turns"


def test_the_latest_sound_figure_stands_beside_the_one_that_compares(data):
    answer = wa.compare(data, "poor_household_rate", ["Sơn La", "Sông Công"])
    assert [answer[area].text("en") for area in answer] == ["14.41%", "1.46%"]
    assert {area: one.text("en") for area, one in answer.later.items()} == {"VN-05": "10.89%"}
    assert all("U" not in one.status.split() for one in answer.latest.values())


def test_thirty_four_places_with_thirty_figures_are_chosen_at_once(data):
    row = data["ldxh-sc-2024-p4-poor-rate"]
    real = data.areas["area"].tolist()
    areas = {f"VN-{number:02}": real[number % len(real)] for number in range(34)}
    rng = random.Random(34)
    of_area = {
        area: [
            dataclasses.replace(
                row,
                observation=f"{area}-{number}",
                area=area,
                area_row=data.record("areas", like),
                period_end=datetime.date(rng.randint(2010, 2025), rng.choice((3, 6, 9, 12)), 28),
                standard=rng.choice(("VN-2016-2021", "VN-2022-2026")),
                status=rng.choice(("A", "U", "P")),
            )
            for number in range(30)
        ]
        for area, like in areas.items()
    }
    start = time.process_time()
    chosen, _ = together(data, of_area)
    took = time.process_time() - start
    print("TOOK", took)
    assert took < 1  # a third of it on a quiet machine; never exponential
    assert len(chosen) == 34
