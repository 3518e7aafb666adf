"""Cures: a derived measure mends no more than its table says, and the docs argue the table."""

import itertools
import re
from pathlib import Path

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Derived, Verdict
from welfare_analysis.judge.axes import groups
from welfare_analysis.judge.cures import CURES, REMOVES, STAYS, WEAKENS, effect
from welfare_analysis.judge.derivations import BY, derivations
from welfare_analysis.judge.grades import GRADES, allowed
from welfare_analysis.judge.reasons import reasons_between, verdict_of

DOCS = Path(__file__).parents[2] / "docs" / "cures.md"
VERDICTS = list(Verdict)
SUBJECTS = (
    "poor_household_rate",
    "near_poor_household_rate",
    "poor_households",
    "workers_sent_abroad",
    "vocational_enrolment",
    "trained_labour_rate",
    "income_per_capita",
)


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.fixture(scope="module")
def pairs(data):
    """Return pairs of measures of two places with the reasons between them."""
    found = []
    for subject, by in itertools.product(SUBJECTS, BY):
        made = [derivations(data, subject, area, by)[-6:] for area in data.areas["area"]]
        some = [one for ones in made for one in ones]
        apart = [(a, b) for a, b in itertools.combinations(some, 2) if a.area != b.area]
        found += [(a, b, reasons_between(data, a, b)) for a, b in apart[::3]]
    return found


def test_the_documentation_argues_what_the_code_does():
    rows = re.findall(
        r"^\| (.+) \| (.+) \| (\w+) \| (.+) \|$", DOCS.read_text("utf-8"), re.MULTILINE
    )
    told = {
        (tuple(re.findall(r"`(\w+)`", of)), tuple(re.findall(r"`(\w+)`", reasons)), effect, why)
        for of, reasons, effect, why in rows
        if effect in (REMOVES, WEAKENS, STAYS)
    }
    assert told == set(map(tuple, CURES))


def test_every_row_names_what_there_is_once_and_argues_in_one_sentence():
    seen = set()
    for cure in CURES:
        assert set(cure.measures) <= set(Derived)
        assert set(cure.reasons) <= GRADES.keys()
        assert cure.effect in (REMOVES, WEAKENS, STAYS)
        assert re.fullmatch(r"[A-Z][^.]+\.", cure.because)
        for key in itertools.product(cure.measures, cure.reasons):
            assert key not in seen
            seen.add(key)
    assert set(BY) == set(Derived)


def test_a_reason_weighs_what_the_table_leaves_of_it(pairs):
    assert len(pairs) > 200
    weakened = 0
    for a, b, found in pairs:
        for reason in found:
            assert effect(a.code, reason.code) != REMOVES
            left = allowed(reason.code)
            if effect(a.code, reason.code) == WEAKENS and left == Verdict.NOT_COMPARABLE:
                left = Verdict.WITH_CAUTION
                weakened += 1
            assert reason.verdict == left, (a, b, reason)
    assert weakened > 20


def test_what_is_known_of_any_figure_behind_is_named(pairs):
    for a, b, found in pairs:
        codes = {reason.code for reason in found}
        letters = {letter for one in (*a.inputs, *b.inputs) for letter in one.status.split()}
        assert ("U" not in letters) or "DOUBTFUL" in codes
        assert ("D" not in letters) or "DEFINITION_DIFFERS" in codes


def test_a_verdict_is_the_same_from_both_sides(data, pairs):
    for a, b, found in pairs[::4]:
        back = reasons_between(data, b, a)
        assert sorted(one.code for one in back) == sorted(one.code for one in found)
        assert verdict_of(back) == verdict_of(found)


def test_one_axis_holds_what_its_verdict_allows_and_nothing_else(data, pairs):
    for a, b, found in pairs[::2]:
        together = len(groups(data, [a, b])) == 1
        assert together == (verdict_of(found) != Verdict.NOT_COMPARABLE)


def test_measures_of_unlike_kind_never_compare(data):
    change = derivations(data, "poor_household_rate", "VN-05", "change_percent")[-1]
    points = derivations(data, "poor_household_rate", "VN", "change_points")[-1]
    for other in (points, points.operands[1]):
        assert "METHOD" in {one.code for one in reasons_between(data, change, other)}
        assert len(groups(data, [change, other])) == 2


def test_a_base_of_another_time_calls_for_caution(data):
    sent = wa.annual_average(data["ldxh-hn-2024-p11-workers-sent-abroad"])  # since 2021
    country = derivations(data, "workers_sent_abroad", "VN", "per_inhabitants")[-1]
    for name, far in (
        ("consosukien-2019-hn-population", True),
        ("nso-e02-01-hn-population-2022", False),
    ):
        based = wa.per_inhabitants(data, sent, data[name])
        assert ("BASE_FAR" in {one.code for one in reasons_between(data, based, country)}) == far
