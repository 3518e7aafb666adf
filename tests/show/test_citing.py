"""Citing: sources of figures, the data and reports, as programs for references read them."""

import json
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.cli.main import main
from welfare_analysis.data.citations import of_source, written
from welfare_analysis.errors import UnknownName

RATE = "poor_household_rate"


def read_bibtex(text):
    """Read entries as BibTeX does: by balanced braces, fields separated by commas."""
    found = {}
    for kind, key, body in re.findall(r"@(\w+)\{([^,\s]+),\n(.*?)\n\}", text, re.DOTALL):
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
        assert len(fields) == len(body.splitlines())
        for value in fields.values():
            assert value.count("{") == value.count("}")
            assert not re.search(r"(?<!\\)[&%$#_]", value) or value.startswith("http")
        found[key] = fields | {"": kind}
    return found


def read_ris(text):
    records = []
    for line in text.splitlines():
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() if line else ("", "")
        if tag == "TY":
            records.append({"TY": value})
        elif tag not in ("ER", ""):
            records[-1][tag] = value
    assert text.count("ER  - ") == len(records)
    return {record["ID"]: record for record in records}


@pytest.fixture(scope="module")
def everything(data):
    return {form: wa.cite(data, data.observations, form, "en") for form in ("bibtex", "ris", "csl")}


def test_every_source_reads_back_alike_from_every_form(data, everything):
    csl = {entry["id"]: entry for entry in json.loads(everything["csl"])}
    bibtex, ris = read_bibtex(everything["bibtex"]), read_ris(everything["ris"])
    used = set(data.observations["source"])
    assert used < set(csl) == set(bibtex) == set(ris)
    for source in used:
        row, plain = data.record("sources", source), lambda text: text.replace("\\", "")
        title = source if row["title"] == "notspecified" else row["title"]
        assert csl[source]["title"] == ris[source]["TI"] == title
        assert plain(bibtex[source]["title"]) == re.sub(r"[{}]", "", title)
        assert csl[source].get("URL", "notspecified") == row["url"]
        assert ris[source].get("UR", "notspecified") == row["url"]
        assert bibtex[source].get("url", "notspecified") == row["url"]
        for entry in (csl[source]["note"], ris[source]["N1"], plain(bibtex[source]["note"])):
            assert "para" in entry or "rinted" in entry
    (whole,) = set(csl) - used
    assert csl[whole]["type"] == "dataset"
    assert csl[whole]["version"] == data.version == ris[whole]["ET"] == bibtex[whole]["version"]


def test_a_comparison_a_chart_and_a_figure_are_cited_with_what_they_quote(data):
    answer = wa.compare(data, RATE)
    sources = {one.source for figure in answer.figures.values() for one in figure.inputs}
    assert sources < set(read_bibtex(wa.cite(data, answer)))
    drawn = wa.charts.ranges(data, answer, "en")
    assert sources <= set(read_bibtex(wa.cite(data, drawn)))
    figure = data["ldxh-hn-2024-p16-poor-rate"]
    for asked in (figure, figure.observation, [figure]):
        cited = read_ris(wa.cite(data, asked, "ris", "vi"))
        assert "đ. 16" in cited["ldxh-hn-2024"]["N1"]
        assert "0,03%" in cited["ldxh-hn-2024"]["N1"]
    with pytest.raises(UnknownName, match="bibtex"):
        wa.cite(data, answer, "bibtext")


def test_what_is_special_in_latex_is_written_so_that_it_is_set():
    row = {"source": "a", "kind": "comparator", "title": "50% of {A} & B_c", "publisher": "P"}
    row |= {"author": "notspecified", "date_published": "2024-05", "date_read": "notspecified"}
    row |= {"url": "https://a.vn/b_c?d=1&e=2", "language": "en"}
    (entry,) = read_bibtex(written([of_source(row)], "bibtex")).values()
    assert entry["title"] == r"50\% of A \& B\_c"
    assert entry["url"] == row["url"]
    assert (entry["year"], entry["month"]) == ("2024", "5")
    assert "urldate" not in entry


def test_the_command_cites_figures_comparisons_reports_and_the_data(
    data, capsys, tmp_path, monkeypatch
):
    facts = {"data_date": "2026-11-28", "data_version": "7", "data_revision": "abc"}
    built = {"key": "k", "sha256": "s", "title": "An overview", "language": "en", **facts}
    manifest = {"reports": {"en/overview.pdf": built, "overview.pdf": built | {"language": "vi"}}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    monkeypatch.setattr("welfare_analysis.cli.citing.default_out", lambda: tmp_path)
    assert main(["cite", "overview", "--lang", "en"]) == 0
    (report,) = read_bibtex(capsys.readouterr().out).values()
    assert (report[""], report["title"], report["number"]) == ("techreport", "An overview", "7")
    assert main(["cite", "ldxh-hn-2024-p16-poor-rate", "overview", "--form", "csl"]) == 0
    assert {one["type"] for one in json.loads(capsys.readouterr().out)} >= {"report", "dataset"}
    assert main(["cite", RATE, "--areas", "Hà Nội", "Sơn La", "--form", "ris"]) == 0
    assert len(read_ris(capsys.readouterr().out)) > 1
    assert main(["cite", RATE, "--source", "ldxh-hn-2024", "--form", "ris"]) == 0
    assert len(read_ris(capsys.readouterr().out)) == 2  # the data, and that one
    assert main(["cite", "overview", "--source", "ldxh-hn-2024", "--lang", "en"]) == 2
    assert "name one too" in capsys.readouterr().err
    assert main(["cite"]) == 0
    assert len(read_bibtex(capsys.readouterr().out)) == 1
    assert main(["cite", "overvew", "--lang", "en"]) == 2
    assert "Did you mean 'overview'" in capsys.readouterr().err
