"""Findings: what is found agrees with the figures and the verdicts, for any places."""

import itertools
import random

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.data.areas import containing
from welfare_analysis.judge.reasons import reasons_between, verdict_of

from .findings_cases import (
    DATA,
    FOUR,
    KEY,
    THEMES,
    exchanged,
    key_findings,
    named,
    selections,
    told,
    without,
)


@pytest.fixture(scope="module")
def every(data):
    """Findings on places and themes picked at random, the same each time."""
    return [wa.findings(data, areas, theme) for areas, theme in selections(16)]


def picked(every, kinds, alone=False):
    """Yield the findings of some kinds, perhaps of one place only."""
    for found in every:
        for one in found.of(kinds):
            if not alone or len(one.areas) == 1:
                yield one


@pytest.fixture(scope="module")
def poverty(known):
    return wa.findings(known, FOUR, "poverty")


# --- what stands out of the shipped data ------------------------------------------------------


def test_what_stands_out_of_the_shipped_data_is_known():
    expected = KEY.read_text(encoding="utf-8").splitlines()
    renew = "look at the change, then: python -m tests.judge.findings_cases"
    assert key_findings(DATA) == expected, renew


def test_doubts_come_after_what_the_figures_say(poverty):
    kinds = [one.kind for one in poverty.key()]
    assert kinds[0] in ("apart", "order")
    assert kinds[-1] in ("doubt", "missing", "contradiction", "remark")
    assert len(set(kinds)) > 3


def test_the_main_subject_is_the_one_most_is_said_of(known, poverty):
    assert poverty.subject == "poor_household_rate"
    assert wa.findings(known, FOUR, "labour_export").subject == "workers_sent_abroad"


@pytest.mark.parametrize("theme", THEMES)
def test_what_has_a_figure_has_a_finding(data, theme):
    codes = data.indicators.loc[data.indicators["theme"] == theme, "indicator"]
    assert bool(wa.findings(data, FOUR, theme)) == (len(data.where(codes, FOUR)) > 0)


# --- true of any places -----------------------------------------------------------------------


def test_directions_agree_with_the_values(every):
    for one in picked(every, "change reversal", alone=True):
        before, after = one.facts["before"], one.facts["after"]
        moved = after.value - before.value
        assert before.period_end < after.period_end
        assert (before.area, before.standard, before.unit) == (
            after.area,
            after.standard,
            after.unit,
        )
        if one.facts["way"] in ("up", "down"):
            assert (moved > 0) == (one.facts["way"] == "up")
            assert not before.interval.meets(after.interval)
            assert not one.measure.interval.contains(0)
        else:
            assert one.facts["way"] == "flat" or moved == 0
        if one.kind == "reversal":
            turn = one.facts["turn"]
            assert before.period_end < turn.period_end < after.period_end
            ends = before.value, after.value
            if one.facts["first"] == "up":
                assert turn.value > max(ends)
            else:
                assert turn.value < min(ends)


def test_flows_are_set_against_flows_of_one_length(every):
    for one in picked(every, "change reversal", alone=True):
        lengths = {
            figure.period_start and (figure.period_end - figure.period_start).days // 10
            for figure in one.figures
            if figure.indicator_row["temporal"] == "flow"
        }
        assert len(lengths) <= 1
        ends = [figure for figure in one.figures if figure.period_start]
        for earlier, later in itertools.pairwise(ends):
            assert earlier.period_end < later.period_start


def test_orders_agree_with_verdicts_and_values(every):
    for one in picked(every, "order gap"):
        for a, b in itertools.combinations(one.figures, 2):
            verdict = verdict_of(reasons_between(DATA, a, b))
            assert verdict in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
            wholes = {*containing(DATA, a.area), *containing(DATA, b.area)}
            assert not {a.area, b.area} & wholes
        if one.facts["told"] == "yes":
            top, bottom = one.facts["named_high"], one.facts["named_low"]
            values = [figure.value for figure in one.figures]
            assert max(values) in [figure.value for figure in top]
            assert min(values) in [figure.value for figure in bottom]
            assert not top[0].interval.meets(bottom[0].interval)


def test_those_called_apart_are_refused_a_comparison(every):
    for one in picked(every, "apart"):
        verdicts = {
            verdict_of(reasons_between(DATA, a, b))
            for a, b in itertools.combinations(one.figures, 2)
        }
        assert Verdict.NOT_COMPARABLE in verdicts


def test_benchmarks_agree_with_the_values(every):
    for one in picked(every, "benchmark", alone=True):
        figure, other = one.figures
        assert other.area == one.facts["area_above"]
        assert other.area in containing(DATA, figure.area)
        assert figure.standard == other.standard
        assert abs((figure.period_end - other.period_end).days) <= 31
        way, ratio = one.facts["way"], figure.value and other.value and figure.value / other.value
        if way in ("above", "times"):
            assert figure.value > other.value
        if way in ("below", "part", "zero"):
            assert figure.value < other.value
        if way == "times":
            assert ratio >= 1.5
        if way == "part":
            assert ratio <= 0.5
        if way == "zero":
            assert figure.interval.high == 0


def test_goals_agree_with_the_values(every):
    for one in picked(every, "target plan"):
        goal = one.facts["goal"]
        low, high = (goal[0], goal[-1]) if isinstance(goal, tuple) else (goal, goal)
        direction = low.indicator_row["direction"]
        now = one.facts.get("result") or one.facts.get("latest")
        way = one.facts.get("way") or one.facts.get("state")
        if way == "reached" and direction == "lower_better":
            assert now.value <= high.value
        if way == "reached" and direction == "higher_better":
            assert now.value >= low.value
        if way == "missed":
            far = now.value > high.value if direction == "lower_better" else now.value < low.value
            assert far
        if one.facts.get("result"):
            assert abs((now.period_end - low.period_end).days) <= 31


def test_nothing_is_called_missing_that_is_there(every):
    for one in picked(every, "missing"):
        concept = DATA.record("indicators", one.subject)["concept"]
        table = DATA.indicators
        alike = table.loc[table["concept"] == concept, "indicator"]
        rows = DATA.observations
        there = rows["area"].isin(one.areas) & rows["indicator"].isin(alike)
        assert not (there & rows["measure"].isin(["actual", "estimate"])).any()


def test_levels_are_the_newest_sound_results(every):
    for one in picked(every, "level"):
        now = one.figures[0]
        if any("U" in figure.status.split() for figure in now.inputs):
            continue
        newer = [
            figure
            for figure in wa.observations(
                DATA, DATA.where([now.indicator], [now.area]).query("measure == 'actual'")
            )
            if figure.period_end > now.period_end and "U" not in figure.status.split()
        ]
        assert all(_is_part_of_year(figure) or _close(figure, now) for figure in newer)


def _is_part_of_year(figure):
    start = figure.period_start
    return start is not None and (start.month, start.day, figure.period_end.month) != (1, 1, 12)


def _close(figure, now):
    return (figure.period_end - now.period_end).days <= 31


def test_the_order_of_places_says_nothing(data, every):
    for found, (areas, theme) in zip(every[:4], selections(16), strict=False):
        again = wa.findings(data, areas[::-1], theme)
        assert told(again) == told(found)
        assert again.key() == found.key()


def test_strength_and_observations_are_whole(every):
    for found in every:
        _is_whole(found)


def _is_whole(found):
    strengths = [round(one.strength, 6) for one in found]
    assert strengths == sorted(strengths, reverse=True)
    for one in found:
        assert 0 < one.strength <= 1
        assert set(one.areas) <= set(found.areas)
        assert one.areas
        assert all(name in DATA for name in one.observations[:3])
    key = found.key(5)
    assert len(key) <= 5
    assert all(one in found for one in key)


# --- known changes of the data ----------------------------------------------------------------


def test_a_change_turned_round_turns_every_direction(known, poverty):
    for one in picked([poverty], "change", alone=True):
        before, after = one.facts["before"], one.facts["after"]
        if one.facts["way"] not in ("up", "down") or len(before.inputs + after.inputs) > 2:
            continue
        turned = exchanged(known, before.inputs[0].observation, after.inputs[0].observation)
        found = wa.findings(turned, FOUR, "poverty").of("change reversal", one.subject).first(99)
        again = next(other for other in found if other.areas == one.areas)
        assert again.facts["way"] == {"up": "down", "down": "up"}[one.facts["way"]], one


@pytest.mark.slow
def test_any_row_may_be_missing(data):
    names = data.observations["observation"].tolist()
    for name in random.Random(11).sample(names, 10):
        smaller = without(data, name)
        figure = data[name]
        areas = [*FOUR, figure.area]
        found = wa.findings(smaller, areas, figure.indicator_row["theme"])
        assert told(found)
        assert not any(name in one.observations for one in found)


def test_a_new_name_changes_only_the_name(known, poverty):
    renamed = wa.findings(named(known, "VN-05", "Gamma"), FOUR, "poverty")
    written = [
        (vi.replace("Sơn La", "Gamma"), en.replace("Sơn La", "Gamma")) for vi, en in told(poverty)
    ]
    assert told(renamed) == written


def test_a_place_without_figures_is_said_to_be_without(data):
    found = wa.findings(data, ["VN-05-122", "VN-05"], "poverty")
    absent = [one for one in found.of("missing") if one.subject == "poor_household_rate"]
    assert absent
    assert absent[0].areas == ("VN-05-122",)


# --- how it is asked --------------------------------------------------------------------------


def test_themes_concepts_and_indicators_may_be_named(known, poverty):
    assert wa.findings(known, FOUR, "giảm nghèo").indicators == poverty.indicators
    two = wa.findings(known, FOUR, ["poverty", "trained_labour"])
    assert set(poverty.indicators) < set(two.indicators)
    one = wa.findings(known, "Sơn La", "Tỷ lệ hộ nghèo")
    assert one.indicators == ("poor_household_rate",)
    assert one.areas == ("VN-05",)
    everything = wa.findings(known, "VN-05")
    assert set(everything.indicators) == set(known.indicators["indicator"])


def test_what_does_not_exist_is_refused(data):
    with pytest.raises(wa.UnknownName, match="poverty"):
        wa.findings(data, FOUR, "povertie")
    with pytest.raises(wa.UnknownName):
        wa.findings(data, "Atlantis", "poverty")
    with pytest.raises(wa.UsageError, match="theme"):
        wa.findings(data, FOUR, [])


def test_of_no_place_nothing_is_found(data):
    found = wa.findings(data, [], "poverty")
    assert not found
    assert found.comparison is None
    assert found.key().found == ()


def test_picking_keeps_the_order(poverty):
    changes = poverty.of("change")
    assert {one.kind for one in changes} == {"change"}
    assert list(changes) == [one for one in poverty if one.kind == "change"]
    assert poverty[:3].found == poverty.found[:3]
    assert not poverty.of("nothing")
    assert poverty.of("nothing").lead is None
    assert poverty.of("nothing").subject == ""
    assert poverty.of("nothing").comparison is None
    assert poverty.few
    assert not poverty.many
    assert changes.lead.name == "changes"
    assert all(len(one.areas) == 1 for one in changes.after_lead)
    assert all(one.subject != poverty.subject for one in poverty.but(poverty.subject))


def test_measures_pairs_and_figures_are_those_of_the_findings(poverty):
    changes = poverty.of("change", poverty.subject)
    assert [area for area, _ in changes.measures] == [one.areas[0] for one in changes.first(99)]
    assert {figure.observation for figure in changes.printed} == set(changes.observations)
    assert all(result.area == goal.area for result, goal in poverty.pairs)
    assert poverty.year == 2024
    assert "VN-2022-2026" in poverty.standards
    assert set(poverty.disputed["area"]) <= set(FOUR)
