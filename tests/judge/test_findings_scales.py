"""What adds up: on the inhabitants, in the national total, by parts; true of any places."""

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.judge.reasons import reasons_between, verdict_of

from .findings_cases import FOUR


@pytest.fixture(scope="module")
def sent(data):
    return wa.findings(data, (*FOUR, "VN"), "labour_export")


def test_a_count_of_years_is_put_on_the_base_that_is_named(sent):
    rates = sent.of("yearly")
    assert {"VN-HN", "VN-05", "VN"} <= {one.areas[0] for one in rates}
    for one in rates:
        count, base = one.measure.operands
        assert one.facts["aside"] is base
        assert base.area == one.areas[0]
        assert one.measure.value == pytest.approx(100_000 * count.value / base.value)
        assert count.period_end.month == 12, "months are no year"
        assert one.facts["amount_least"].value <= one.facts["amount_most"].value


def test_a_share_is_of_the_same_years_and_beside_that_of_the_population(sent):
    shares = sent.of("share")
    assert shares
    for one in shares:
        part, whole = one.measure.operands
        assert (part.period_start, part.period_end) == (whole.period_start, whole.period_end)
        assert part.area != whole.area == one.facts["area_above"]
        people = one.facts["amount_people"]
        if one.facts["people"] == "yes":
            assert {figure.area for figure in people.operands} == {part.area, whole.area}
            assert 0 < people.value < 100


def test_parts_are_of_their_whole(sent):
    parts = sent.of("part")
    assert parts
    for one in parts:
        part, whole = one.measure.operands
        assert part.base == whole.indicator
        assert part.period_end == whole.period_end
        assert one.measure.value == pytest.approx(100 * part.value / whole.value)


@pytest.mark.parametrize("theme", ["training", "labour_export"])
def test_what_is_said_highest_is_above_all_and_may_be_compared(data, theme):
    for one in wa.findings(data, FOUR, theme).of("scale"):
        high, low = one.facts["rated_high"], one.facts["rated_low"]
        if one.facts["told"] == "yes":
            assert min(a.interval.low for a in high) >= max(b.interval.high for b in low)
        for a in high:
            for b in low:
                assert verdict_of(reasons_between(data, a, b)) != Verdict.NOT_COMPARABLE


def test_unlike_counts_over_time_are_said_to_stand_apart(data):
    found = wa.findings(data, FOUR, "training").of("apart", "vocational_enrolment_turns")
    assert [one.name for one in found] == ["unlike"]
    assert "apart-PERIOD_LENGTH" in found[0].facts["why_apart"]
    assert not wa.findings(data, "VN-HN", "training").of("apart scale")


def test_a_place_without_a_theme_is_said_to_lack_it(data):
    found = wa.findings(data, "VN-69-165", "labour_export")
    assert [(one.kind, one.areas) for one in found] == [("missing", ("VN-69-165",))]
    assert found.key()
