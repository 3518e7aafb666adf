"""Derivations: compared by a measure, places answer alike however they are asked, and truly."""

import contextlib
import itertools
import random

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.errors import UsageError
from welfare_analysis.judge.derivations import BY
from welfare_analysis.judge.windows import breaks, window_years

# Rates and counts, stocks and flows, with goals and without.
SUBJECTS = (
    "poor_household_rate",
    "near_poor_household_rate",
    "poor_and_near_poor_rate",
    "poor_households",
    "workers_sent_abroad",
    "vocational_enrolment",
    "trained_labour_rate",
    "population",
    "social_assistance_coverage",
)
FOUR = ["Hà Nội", "TP.HCM", "Sơn La", "Sông Công"]


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def answers(data):
    """Return every comparison by a measure, over all subjects that have figures."""
    rng = random.Random(11)
    found = {}
    for subject in SUBJECTS:
        areas = wa.select(data, subject)["area"].unique().tolist()
        for by in BY:
            asked = rng.sample(areas, min(len(areas), 4))
            with contextlib.suppress(UsageError):  # what does not apply is tried below
                found[subject, by] = wa.compare(data, subject, asked, by=by)
    return found


def test_who_reduced_poverty_fastest(data):
    answer = wa.compare(data, "poor_household_rate", [*FOUR, "VN"], by="change_percent")
    said = {area: one.value for area, one in answer.figures.items()}
    assert said == pytest.approx(
        {"VN-HN": -81.25, "VN-SG": -77.24, "VN-05": -33.47, "VN": -43.65}, abs=0.01
    )
    hanoi = answer["Hà Nội"].interval
    assert (hanoi.low, hanoi.high) == pytest.approx((-84.8, -77.4), abs=0.05)
    assert {window_years(*one.operands) for one in answer.figures.values()} == {2.0}
    assert {*answer.pairs["verdict"]} == {"with_caution", "missing"}
    assert answer.order.ranks == (("VN-05",), ("VN-SG", "VN-HN"))  # not told apart
    assert (answer.highest, answer.lowest) == ("VN-05", None)
    assert answer.order.around == ("VN",)
    assert "STANDARD" in {one.code for one in answer.order.reasons}


def test_points_of_two_standards_are_in_no_order(data):
    answer = wa.compare(data, "poor_household_rate", FOUR, by="change_points")
    assert (answer.order.ranks, answer.highest, answer.lowest) == ((), None, None)
    assert "STANDARD" in {one.code for one in answer.order.reasons}


def test_no_window_reaches_over_a_break_or_a_standard(answers):
    changes = [
        one
        for (_, by), answer in answers.items()
        if by.startswith("change_")
        for one in answer.figures.values()
    ]
    assert len(changes) > 20
    for one in changes:
        before, after = one.operands
        assert before.standard == after.standard
        assert not breaks(after)
        assert (before.area, before.indicator) == (after.area, after.indicator)


def test_the_order_of_the_places_makes_no_difference(data, answers):
    for (subject, by), answer in list(answers.items())[::5]:
        areas = answer.observations["area"].tolist()
        again = wa.compare(data, subject, areas[::-1], by=by)
        assert again.figures == {area: answer.figures[area] for area in again.figures}
        assert again.order.ranks == answer.order.ranks
        for a, b in itertools.combinations(areas, 2):
            assert again.verdict(a, b) == answer.verdict(a, b)


def test_every_order_agrees_with_intervals_and_verdicts(answers):
    ordered = 0
    for answer in answers.values():
        found = answer.order
        for above, below in itertools.combinations(found.ranks, 2):
            for a, b in itertools.product(above, below):
                assert answer[a].interval.low >= answer[b].interval.high
                assert answer.verdict(a, b) in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
                ordered += 1
        if found.highest:
            assert all(
                answer[found.highest].value > one.value
                for area, one in answer.figures.items()
                if area not in (found.highest, *found.around)
            )
    assert ordered > 20


def test_what_is_written_lies_in_its_range_and_is_no_false_about(answers):
    for answer in answers.values():
        for one in answer.figures.values():
            number = wa.numerals.read(one.number("en").replace("\u2212", "").strip(), "en").value
            nearest = min(max(abs(one.value), 0), abs(one.value))
            assert number == pytest.approx(nearest, abs=max(0.51 * 10.0**-one.decimals, 1e-9))
            said = one.text("en")
            assert not (
                said.startswith("about")
                and "." in said
                and len(said.split(".")[1].split()[0].rstrip("%")) > 1
            )


def test_a_chart_and_a_comparison_put_a_count_on_one_base(data):
    answer = wa.compare(data, "workers_sent_abroad", ["Hà Nội", "Sơn La"], by="per_inhabitants")
    drawn = wa.charts.ranges(
        data,
        [one.operands[0].operands[0] for one in answer.figures.values()],
        "en",
        per="inhabitants",
    )
    assert set(drawn.observations) >= {
        name for one in answer.figures.values() for name in one.observations
    }


def test_a_measure_that_does_not_apply_says_what_does(data):
    with pytest.raises(
        UsageError, match=r"per_inhabitants cannot be computed of poor_house.*change_"
    ):
        wa.compare(data, "poor_household_rate", FOUR, by="per_inhabitants")
    with pytest.raises(UsageError, match="expected one of change_points"):
        wa.compare(data, "poor_household_rate", FOUR, by="speed")
    bare = [one for one in data.areas["area"] if data.where(["satisfaction_rate"], [one]).empty]
    with pytest.raises(UsageError, match="no figure on satisfaction_rate"):
        wa.compare(data, "satisfaction_rate", bare[:2], by="change_percent")
