"""Remarks are data: tied to figures, in both languages, every number a reference."""

import csv
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import RemarkKind
from welfare_analysis.data import package, remarks
from welfare_analysis.judge import quality
from welfare_analysis.show.prose import voice

RATE, COUNT = "paper-2024-p17-poor-rate", "paper-2024-p17-poor"
FAULTS = {
    "unknown figure": (
        {"observations": f"{RATE}|paper-2024-p17-pour"},
        "observations",
        ["'paper-2024-p17-pour'", "existing observation", COUNT],
    ),
    "figure named twice": (
        {"observations": f"{RATE}|{RATE}"},
        "observations",
        ["each observation once"],
    ),
    "no figure": ({"observations": ""}, "observations", ["expected a value in every row"]),
    "unknown reference": ({"text_en": f"{{{RATE}}} {{{COUNT}s}}"}, "text_en", ["existing", COUNT]),
    "unknown form": (
        {"text_vi": f"{{{RATE}:value}} {{{COUNT}}}"},
        "text_vi",
        ["a form of a reference", "'value'", "number"],
    ),
    "two forms": ({"text_vi": f"{{{RATE}:area,period}} {{{COUNT}}}"}, "text_vi", ["a form"]),
    "brace left open": ({"text_en": f"{{{RATE}}} {{{COUNT}"}, "text_en", ["braces in pairs"]),
    "stray brace": ({"text_vi": f"{{{RATE}}} {{{COUNT}}} }}"}, "text_vi", ["braces in pairs"]),
    "number typed": (
        {"text_en": f"{{{RATE}}} {{{COUNT}}} of 2,134 households."},
        "text_en",
        ["a reference for every number", "'2,134'", "{key:number}"],
    ),
    "year typed": ({"text_vi": f"{{{RATE}}} {{{COUNT}}} năm 2023"}, "text_vi", ["'2023'"]),
    "one language": ({"text_en": ""}, "text_en", ["expected a value in every row"]),
    "kind": ({"kind": "doubtful"}, "kind", ["doubt", "method"]),
    "check": ({"check": "rate_bas"}, "check", ["rate_base"]),
    "other figures": ({"text_en": f"{{{RATE}}}"}, "text_en", ["same figures", COUNT]),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_in_one_sentence_with_its_place(tiny, name):
    cells, column, words = FAULTS[name]
    assert tiny.problems() == []
    tiny.edit("remarks", 2, **cells)
    found = [one for one in tiny.problems() if one.column == column]
    assert [(one.file, one.row) for one in found] == [("remarks.csv", 2)]
    assert all(word in str(found[0]) for word in words)
    assert len(tiny.problems()) == 1
    with pytest.raises(wa.DataProblems, match="remarks.csv"):
        wa.load(tiny.directory)


def test_the_number_of_a_decree_may_be_typed(tiny):
    for language in ("vi", "en"):
        text = f"{{{RATE}}}, {{{COUNT}}}: 07/2021/NĐ-CP, 59/2015/QĐ-TTg"
        tiny.edit("remarks", 2, **{f"text_{language}": text})
    assert tiny.problems() == []


def test_a_package_without_remarks_loads(tiny):
    def forget(descriptor):
        tables = descriptor["resources"]
        descriptor["resources"] = [one for one in tables if one["name"] != "remarks"]

    tiny.describe(forget)
    (tiny.directory / "remarks.csv").unlink()
    assert tiny.problems() == []
    data = wa.load(tiny.directory)
    assert list(data.remarks.columns) == package.COLUMNS["remarks"].split()
    assert len(data.remarks) == 0
    assert remarks.remarks_on(data, list(data)) == []


def test_a_described_table_that_is_gone_is_a_problem(tiny):
    (tiny.directory / "remarks.csv").unlink()
    assert [(one.file, one.row) for one in tiny.problems()] == [("remarks.csv", None)]


def test_remarks_are_part_of_the_edition(tiny):
    before = tiny.revision()
    tiny.edit("remarks", 2, kind="context")
    assert tiny.revision() != before


def test_any_of_its_figures_brings_a_remark(tiny):
    data = wa.load(tiny.directory)
    for names in ([RATE], [COUNT], [COUNT, RATE], ["office-2020-population", RATE]):
        assert [one["remark"] for one in remarks.remarks_on(data, names)] == ["rate-and-count"]
    assert remarks.remarks_on(data, ["office-2020-population", "unknown"]) == []
    assert data.record("remarks", "rate-and-count")["kind"] == "doubt"


def test_a_deleted_figure_takes_its_remarks_along_or_they_are_named(tiny):
    kept = [row for row in tiny.tables["observations"] if row["observation"] != "office-2020-loans"]
    tiny.tables["observations"] = kept
    tiny.write("observations")
    assert {(one.file, one.row) for one in tiny.problems()} == {("remarks.csv", 3)}
    del tiny.tables["remarks"][1]
    tiny.write("remarks")
    assert tiny.problems() == []


def test_forms_are_those_of_a_voice():
    assert set(remarks.FORMS) == set(voice._FIGURE_FORMS) - {""}
    assert set(remarks.BEGINNINGS) == set(voice._ENDINGS)


def test_code_lists_are_those_of_the_code(tiny):
    raw = package.read(tiny.directory)
    fields = {one["name"]: one for one in raw.sheets["remarks"].fields}
    assert fields["kind"]["constraints"]["enum"] == list(RemarkKind)
    every = {check for checks in quality.KINDS.values() for check in checks}
    assert set(fields["check"]["constraints"]["enum"]) == every


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_shipped_remark_tells_a_check_that_fails(data, language):
    """What a remark says of two numbers is what the audit finds of the same figures."""
    rows = wa.audit(data)
    for remark in data.remarks.itertuples():
        if remark.check:
            own = rows[rows["check"] == remark.check]
            tied = set(remark.observations.split("|"))
            concerned = own[[not tied.isdisjoint(names) for names in own["observations"]]]
            assert (concerned["verdict"] != "consistent").any(), remark.remark
        named = remarks.referred(getattr(remark, f"text_{language}"))
        assert set(named) <= set(data)


def test_a_shipped_remark_is_about_places_it_names(data):
    """References lead to figures of the places and themes around those it is tied to."""
    for remark in data.remarks.itertuples():
        tied = remark.observations.split("|")
        areas = {data[name].area.split("-")[1] if "-" in data[name].area else "VN" for name in tied}
        for name in remarks.referred(remark.text_vi):
            area = data[name].area
            assert (area.split("-")[1] if "-" in area else "VN") in areas


def test_every_doubtful_figure_of_the_articles_has_its_doubt_told(data):
    articles = set(data.sources.loc[data.sources["kind"] == "article", "source"])
    doubtful = data.observations[data.observations["status"].str.split().map(lambda s: "U" in s)]
    for row in doubtful[doubtful["source"].isin(articles)].itertuples():
        kinds = {one["kind"] for one in remarks.remarks_on(data, [row.observation])}
        assert "doubt" in kinds, row.observation


def test_shipped_texts_are_short_and_end_as_sentences(data):
    with open(data.directory / "remarks.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in ("vi", "en"):
                text = re.sub(r"\{[^}]*\}", "X", row[f"text_{language}"])
                assert text.endswith(".")
                assert len(text) < 330
