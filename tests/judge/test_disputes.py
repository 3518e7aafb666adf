"""Disputes: what the audit holds against a figure is said wherever the figure is shown."""

from dataclasses import replace

import pytest

import welfare_analysis as wa
from welfare_analysis.data import loading
from welfare_analysis.judge import disputes as module
from welfare_analysis.judge.disputes import disputes
from welfare_analysis.judge.limits import is_doubtful
from welfare_analysis.messages import message

ASKED = (["poverty"], ["VN-SG"])
DISPUTED, SETTLED = "khoahocphothong-2024-sg-poor-rate", "baosonla-en-2025-sl-poor-rate-2024"


@pytest.fixture
def fresh():
    return wa.load()


def test_an_audit_of_what_bears_on_a_figure_says_what_the_whole_one_says(fresh, monkeypatch):
    figures = wa.observations(fresh, fresh.observations)
    whole = {one.observation: disputes(fresh, one) for one in figures}
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_BEGINNING", -10_000)  # parts without end
    again = wa.load()
    picked = [one for one in figures if whole[one.observation]] + figures[::40]
    assert sum(map(bool, whole.values())) > 20
    for one in picked:
        assert disputes(again, one) == whole[one.observation], one


def test_parts_are_audited_until_the_whole_would_have_cost_as_much(fresh, monkeypatch):
    sizes = []
    audit = module.audit
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_BEGINNING", 20)
    monkeypatch.setattr(
        module, "audit", lambda part: sizes.append(len(part.observations)) or audit(part)
    )
    for one in wa.observations(fresh, fresh.observations)[::5]:
        disputes(fresh, one)
    whole = len(fresh.observations)
    assert sizes[-1] == whole
    assert whole not in sizes[:-1]
    assert 1 < len(sizes) <= 1 + whole / 20
    assert sum(sizes) <= 2 * whole


def test_only_what_the_audit_finds_inconsistent_is_disputed(fresh):
    rows = wa.audit(fresh)
    wrong = rows[rows["verdict"] == "inconsistent"]
    held = {(name, row.check) for row in wrong.itertuples() for name in row.observations}
    found = 0
    for one in wa.observations(fresh, fresh.observations):
        linked = [link.partition(":")[2] for link in one.row["related_to"].split()]
        for code in disputes(fresh, one):
            assert {(name, code) for name in (one.observation, *linked)} & held
            found += 1
    assert found


def test_a_doubt_of_a_curator_leaves_the_other_figures_of_its_check_alone(fresh):
    doubted = "ldxh-sc-2024-p4-employment-deprived-rate"
    other = "ldxh-sc-2024-p4-poor-households"
    found = module.contradicted(fresh)
    (check,) = found.loc[found["observations"].map({doubted, other}.issubset), "check"]
    assert check == "rate_base"
    assert is_doubtful(fresh[doubted])
    assert not is_doubtful(fresh[other])
    assert disputes(fresh, fresh[doubted]) == disputes(fresh, fresh[other]) == []


def test_a_final_figure_is_not_disputed_by_a_provisional_one(fresh):
    assert disputes(fresh, fresh["tapchitaichinh-son-la-2024-poor-rate-2024"])
    assert disputes(fresh, fresh[SETTLED]) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_said_in_tables_charts_sentences_and_by_the_command_line(fresh, language, capsys):
    from welfare_analysis.cli.main import main

    mark = message("disputed", language)
    line = message("disputed-line", language, figures="").strip(" :\u00a0")
    answer = wa.compare(fresh, "poor_household_rate", period=2023)
    rate = fresh[DISPUTED]
    assert answer["TP.HCM"] == rate
    table = wa.tables.comparison(fresh, answer, language)
    row = next(row for row in table.rows if "0,33" in str(row[1]) or "0.33" in str(row[1]))
    assert any(mark in str(cell) for cell in row)
    assert str(table.note).count(line.split("{")[0]) == 1
    chart = wa.charts.ranges(fresh, answer, language)
    assert mark in chart.alt
    subjects = {"poverty": answer}
    for shown in (
        chart,
        wa.charts.matrix(fresh, answer, language),
        wa.tables.verdicts(fresh, answer, language),
        wa.tables.reasons(fresh, subjects, language),
        wa.tables.sentences(fresh, subjects, language),
    ):
        assert line in str(shown.note)
    assert mark in str(wa.Brief(fresh, language).voice(language).cited(rate))
    assert main(["compare", "poor_household_rate", "--period", "2023", "--lang", language]) == 0
    assert mark in capsys.readouterr().out


def test_nothing_is_said_of_a_figure_that_nothing_is_held_against(fresh):
    table = wa.tables.comparison(
        fresh, wa.compare(fresh, "poor_household_rate", ["Sơn La", "Sông Công"]), "en"
    )
    assert "isputed" not in str(table.note)
    assert not any("isputed" in str(cell) for row in table.rows for cell in row)


def test_a_derived_figure_is_disputed_as_its_inputs_are(fresh):
    poor = fresh["khoahocphothong-2024-sg-poor"]
    assert disputes(fresh, wa.implied_base(poor, fresh[DISPUTED])) == ["several_sources"]


def test_what_is_kept_of_all_is_for_the_same_data_only(fresh):
    module.loaded(fresh.directory)
    same, changed = wa.load(), wa.load()
    codebook = replace(wa.load(), indicators=same.indicators.iloc[:-1])
    one = changed.observations["observation"] == DISPUTED
    changed.observations.loc[one, "value"] *= 10  # as a notebook may, before it asks for anything
    try:
        assert loading.kept(same, module.CONTRADICTED) is not None
        assert loading.kept(changed, module.CONTRADICTED) is None
        assert loading.kept(codebook, module.CONTRADICTED) is None
        told = [frozenset(names) for names in module.inconsistent(same, *ASKED)["observations"]]
        other = [frozenset(names) for names in module.inconsistent(changed, *ASKED)["observations"]]
        assert told != other
    finally:
        loading._last[2].clear()
