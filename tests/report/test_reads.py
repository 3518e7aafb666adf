"""Reads: a changed figure rebuilds the reports that read it, and no report that did is missed."""

import csv
import itertools
import json
import shutil
from dataclasses import replace

import pytest

import welfare_analysis as wa
from welfare_analysis.data import dependencies as reads
from welfare_analysis.data import package
from welfare_analysis.errors import DataProblems
from welfare_analysis.judge import disputes
from welfare_analysis.report import cell_log, inputs, slices
from welfare_analysis.report.plan import plan
from welfare_analysis.report.pool import Pool

from .. import changed_packages, reprinting
from . import telling
from .conftest import ROOT, STANDBY, Project, code, markdown

ASKS = {
    "son_la": 'wa.select(data, areas="Sơn La")',
    "rates": 'wa.one(data, "poor_household_rate", "Sông Công", 2023)',
    "named": 'wa.observation(data, "ldxh-hn-2024-p16-poor-rate")',
    "compared": 'wa.compare(data, "poor_household_rate", ["VN-HN", "VN-SG"])',
    "whole": "len(data.observations)",
    "revision": "data.revision",
    "audit": "wa.audit(data)",
    "past_it": 'len(open(data.directory / "observations.csv", encoding="utf-8").read())',
    "before": "wa.load()",
    "flagged": 'wa.Brief(data, "en").voice("en").cited(data["khoahocphothong-2024-sg-poor-rate"])',
    "unread": "1",
}
BARE = "ldxh-hn-2024-p16-poor-rate"  # without a remark
RATE, PLACES = "poor_household_rate", ("VN-05", "VN-HN")
ALWAYS = {"whole", "revision", "audit", "past_it", "before"}


def asking(source):
    return code(f"import welfare_analysis as wa\ndata = wa.load()\n_ = {source}")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("reads"))
    opened = "import os\n_ = open(os.environ['WELFARE_ANALYSIS_DATA'] + '/sources.csv').close()"
    for name, source in ASKS.items():
        first = [code(opened)] if name == "before" else []
        project.add(name, markdown("# T"), *first, asking(source))
    assert project.build() == 0
    return project


def entries(project):
    manifest = json.loads((project.out / "manifest.json").read_text(encoding="utf-8"))
    return {output[3:-4]: entry for output, entry in manifest["reports"].items()}


def test_the_manifest_says_what_each_report_read(built):
    read = {name: entry["reads"] for name, entry in entries(built).items()}
    assert {name for name, one in read.items() if one is None} == ALWAYS
    found = {name: one["cells"] for name, one in read.items() if one}
    compared = found.pop("compared")  # with all that a rate may follow from
    assert list(compared) == ["VN-HN VN-SG"]
    assert {"poor_household_rate", "poor_households"} <= set(compared["VN-HN VN-SG"].split())
    assert "vocational_institutions" not in compared["VN-HN VN-SG"]
    assert found == {
        "son_la": {"VN-05": "*"},
        "rates": {"VN-69-165": "poor_household_rate"},
        "named": {"VN-HN": "poor_household_rate"},
        "flagged": {"VN-SG": "poor_household_rate"},
        "unread": {},
    }
    asked = {name: one["audited"] for name, one in read.items() if one and one["audited"]}
    assert asked == {"flagged": {"VN-SG": "poor_household_rate"}}


@pytest.mark.parametrize(
    ("indicator", "area", "touched"),
    [
        ("poor_household_rate", "VN-05", {"son_la"}),
        ("poor_household_rate", "VN-69-165", {"rates"}),
        ("poor_household_rate", "VN-HN", {"named", "compared"}),
        ("vocational_institutions", "VN-HN", set()),
    ],
)
def test_a_changed_figure_concerns_the_reports_that_read_it(
    built, capsys, indicator, area, touched
):
    before = {file: file.read_bytes() for file in built.data.iterdir() if file.is_file()}
    table = edited(built.data, lambda row: (row["indicator"], row["area"]) == (indicator, area))
    assert table > 0
    try:
        capsys.readouterr()
        assert built.build(check=True) == 3
        stale = {line.split(".pdf")[0][3:] for line in capsys.readouterr().out.splitlines()[:-1]}
    finally:
        for file, content in before.items():
            file.write_bytes(content)
    assert stale == touched | ALWAYS


@pytest.mark.parametrize(
    ("remark", "touched"),
    [("sl-preliminary-rate", {"son_la"}), ("song-cong-lost-digit", set())],
)
def test_a_changed_remark_concerns_the_reports_that_read_its_figures(
    built, capsys, remark, touched
):
    file = built.data / "remarks.csv"
    before = {file: file.read_bytes() for file in built.data.iterdir() if file.is_file()}
    with open(file, encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    for row in rows:
        if row[0] == remark:
            row[-1] += " Changed."
    write(file, header, rows)
    try:
        capsys.readouterr()
        assert built.build(check=True) == 3
        stale = {line.split(".pdf")[0][3:] for line in capsys.readouterr().out.splitlines()[:-1]}
    finally:
        for kept, content in before.items():
            kept.write_bytes(content)
    assert stale == touched | ALWAYS


def edited(folder, wanted):
    """Change the English comment of some rows; return of how many."""
    file = folder / "observations.csv"
    with open(file, encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    changed = 0
    for row in rows:
        if wanted(dict(zip(header, row, strict=True))):
            row[header.index("comment_en")] += " Changed."
            changed += 1
    write(file, header, rows)
    return changed


def write(file, header, rows):
    with open(file, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    package.refresh(file.parent)


def test_a_report_that_calls_a_table_edited_is_made_anew_when_that_is_recorded(built, capsys):
    file = built.data / "observations.csv"
    before = {file: file.read_bytes() for file in built.data.iterdir() if file.is_file()}
    file.write_bytes(before[file].replace(b",Date not printed;", b",Date not printed:", 1))
    try:
        assert built.build("unread", check=True) == 0
        assert built.build("unread", force=True) == 0
        assert entries(built)["unread"]["inputs"]["edited"] == ["observations.csv"]
        assert built.build("unread", check=True) == 0
        package.refresh(built.data)
        capsys.readouterr()
        assert built.build("unread", check=True) == 3
        assert "tables that it calls edited are recorded now" in capsys.readouterr().out
    finally:
        for kept, content in before.items():
            kept.write_bytes(content)
        assert built.build("unread") == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sources.csv", "\n", "\n\n"),
        ("datapackage.json", '"version": "', '"version": "9'),
        ("CHANGES.md", "- **", "- **Again "),  # the newest title, which every report names
    ],
)
def test_another_table_or_edition_concerns_every_report(built, capsys, name, old, new):
    file = built.data / name
    before = file.read_bytes()
    file.write_bytes(before.replace(old.encode(), new.encode(), 1))
    try:
        assert built.build(check=True) == 3
    finally:
        file.write_bytes(before)
    assert capsys.readouterr().out.count("the data it reads changed") == len(ASKS)


def concerns(read, indicator, area):
    around = itertools.product((indicator, "*"), (area, "*"))
    return not set(around).isdisjoint(reads.cells_of(read))


def test_a_report_shows_the_same_without_the_rows_it_did_not_read(tmp_path):
    """Run a shipped notebook again on data that lack what it is said not to read."""
    project = Project(tmp_path)
    notebook = ROOT / "notebooks" / "area_profile.ipynb"
    shutil.copy(notebook, project.folder / "notebooks" / "profile.ipynb")
    project.entries.append('  profile: {"notebook": "notebooks/profile.ipynb"}\n')
    project.write_register()
    assert project.build() == 0
    entry = entries(project)["profile"]
    file = project.data / "observations.csv"
    with open(file, encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    at = {name: number for number, name in enumerate(header)}
    kept = [row for row in rows if concerns(entry["reads"], row[at["indicator"]], row[at["area"]])]
    names = {target for row in kept for target in linked(row, header)}
    remarks = (project.data / "remarks.csv").read_text(encoding="utf-8")
    names |= {row[0] for row in rows if row[0] in remarks}
    while more := [row for row in rows if row not in kept and row[0] in names]:
        kept += more  # a row may not point at one that is gone
        names |= {target for row in more for target in linked(row, header)}
    fewer = [row for row in rows if row in kept]
    assert len(fewer) < len(rows) * 0.9
    write(file, header, fewer)
    assert slices.Data(project.data).whole != entry["data"]
    (job,) = plan((), ("vi",), {}, lambda area: area, project.register)
    less, everything = (
        executed(job, tmp_path / name, data)
        for name, data in (("less", project.data), ("all", ROOT / "data"))
    )
    assert less == everything


def test_a_preloaded_process_tells_of_the_data_what_a_check_tells(tmp_path):
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    known = STANDBY.preloaded(data)
    told, held = known.check(data), disputes.held(wa.load(data))
    assert replace(told, held=None) == inputs.checked(data)
    assert told.held == held != {}
    file = data / "observations.csv"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:-1]))
    told = known.check(data)
    assert replace(told, held=None) == inputs.checked(data)
    unrecorded = [notice.file for notice in told.notices]
    assert unrecorded == told.facts["unrecorded"] == ["observations.csv"]
    file.write_text("no table")
    assert known.check(data) is None
    with pytest.raises(DataProblems):
        Pool(data, tmp_path, 1, standby=STANDBY).check()


def linked(row, header):
    return {part.partition(":")[2] for part in row[header.index("related_to")].split()}


def executed(job, folder, data):
    """Run a report on some data; return what its cells show."""
    folder.mkdir()
    (outcome,) = Pool(data, folder, 1, standby=STANDBY).run([job], inputs.facts(data))
    assert outcome.reason is None
    ran, _ = cell_log.read(outcome.folder)
    return [cell.get("outputs") for cell in ran["cells"]]


def profile(folder):
    with telling.reading(wa.load(folder)):
        return telling.told(telling.shown("area_profile", area="VN-69-165", language="en"))


@pytest.fixture(scope="module")
def profiled(tmp_path_factory):
    """What a shipped notebook shows, what it read, and how that stands in the data."""
    folder = tmp_path_factory.mktemp("profiled")
    tables = changed_packages.read()
    data = changed_packages.write(tables, folder / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reads, "_known", {})
        patch.setenv(reads.VARIABLE, str(folder / "reads"))
        shown = profile(data)
    return tables, shown, reads.collected(folder / "reads"), slices.Data(data)


@pytest.mark.parametrize(
    ("figure", "change", "disputed", "stale"),
    [
        # Near-poor households of another region, which the country's are the sum of ...
        ("vietnamplus-fr-2024-rrd-near-poor", lambda value: value * 2, ["VN"], ["audit"]),
        # ... one household more, which nobody can see in thousands ...
        ("vietnamplus-fr-2024-md-poor", lambda value: value + 1, [], []),
        # ... a contradiction in what is not shown, and a figure of the place itself.
        ("nso-e02-01-sg-density-2021", lambda value: value * 2, ["VN-SG"], []),
        ("danso-thai-nguyen-song-cong-population", lambda value: value + 1, [], ["slice"]),
    ],
)
def test_a_figure_that_bears_on_others_counts_where_the_audit_says_something_else(
    profiled, tmp_path, figure, change, disputed, stale
):
    tables, shown, read, before = profiled
    rows = tables["observations"].set_index("observation")
    source, unit, value = rows.loc[figure, ["source", "unit", "value"]]
    (language,) = tables["sources"].loc[tables["sources"]["source"] == source, "language"]
    value = str(change(int(value)))
    token = reprinting.anew(value, changed_packages.units_of(tables)[unit], language)
    rows.loc[figure, ["value", "as_printed"]] = value, token
    tables = {**tables, "observations": rows.reset_index()}
    folder = changed_packages.write(tables, tmp_path / "data")
    now = slices.Data(folder)
    places = [{"audited": {area: "*"}} for area in ("VN", "VN-SG")]
    said = [one["audited"].popitem()[0] for one in places if now.audit(one) != before.audit(one)]
    assert said == disputed
    assert (now.slice(read) != before.slice(read)) == ("slice" in stale)
    assert (now.audit(read) != before.audit(read)) == ("audit" in stale)
    assert (profile(folder) != shown) == bool(stale)


def test_a_report_found_current_with_other_data_is_not_asked_about_again(
    built, capsys, monkeypatch
):
    before = {file: file.read_bytes() for file in built.data.iterdir() if file.is_file()}
    asked = []
    audit = slices.Data.audit
    monkeypatch.setattr(slices.Data, "audit", lambda *given: asked.append(1) or audit(*given))
    try:
        assert edited(built.data, lambda row: row["area"] == "VN-HN" and row["comment_vi"])
        for told in ([1], [1, 1], [1, 1]):  # a check notes nothing, a build does
            assert built.build("flagged", check=len(asked) == 0) == 0
            assert asked == told
        capsys.readouterr()
        text = before[built.data / "observations.csv"].replace(b",VN-HN,", b",VN-HN,x", 1)
        (built.data / "observations.csv").write_bytes(text)
        assert built.build("flagged", check=True) == 3
    finally:
        for file, content in before.items():
            file.write_bytes(content)
    assert "what the audit holds against its figures changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], None),
        ([{"started": True}], ({}, {})),
        ([{"kind": "cells", "indicator": "a", "area": "x"}], None),
        ([{"started": True}, {"whole": True}], None),
        ([{"started": True}, {"kind": "audited", "indicator": "a", "area": "x"}], ({}, {"x": "a"})),
        ([{"started": True}, {"kind": "cells", "indicator": "*", "area": "*"}], None),
        ([{"started": True}, {"kind": "cells", "indicator": "a", "area": "*"}], ({"*": "a"}, {})),
        (
            [
                {"started": True},
                {"kind": "cells", "indicator": "*", "area": "x"},
                {"kind": "cells", "indicator": "a", "area": "x"},
            ],
            ({"x": "*"}, {}),
        ),
    ],
)
def test_what_is_not_known_to_be_less_is_everything(tmp_path, lines, found):
    file = tmp_path / "reads"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert reads.collected(file) == (found and dict(zip(reads.KINDS, (*found, {}), strict=True)))
    file.write_text(file.read_text() + '{"cut', encoding="utf-8")
    assert reads.collected(file) is None


def test_a_slice_changes_with_its_own_rows_and_remarks_alone(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    cells = {"VN-05": "poor_household_rate"}, {"*": "poor_household_rate"}, {"VN-05": "*"}
    sets = [{"cells": one, "sources": {}} for one in cells]
    everything = {"cells": {"*": "*"}}
    before = slices.Data(tmp_path / "data")
    first = [before.slice(one) for one in sets]
    assert len(set(first)) == len(sets)
    assert before.slice(everything) == before.whole
    for indicator, area, touched in [
        ("poor_household_rate", "VN-05", [True, True, True]),
        ("poor_household_rate", "VN-HN", [False, True, False]),
        ("poor_households", "VN-05", [False, False, True]),
        ("poor_households", "VN-HN", [False, False, False]),
    ]:
        shutil.copy(ROOT / "data" / "observations.csv", tmp_path / "data")
        wanted = indicator, area
        assert edited(tmp_path / "data", lambda row, w=wanted: (row["indicator"], row["area"]) == w)
        after = slices.Data(tmp_path / "data")
        changed = [after.slice(one) != old for one, old in zip(sets, first, strict=True)]
        assert changed == touched
        assert after.slice(everything) != before.whole


def test_a_slice_knows_the_order_of_its_rows_and_the_parts_that_there_are_figures_of(
    tmp_path,
):
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    with open(data / "observations.csv", encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    area, breakdown = header.index("area"), header.index("breakdown")
    last = {code: max(n for n, row in enumerate(rows) if row[area] == code) for code in PLACES}
    other = next(n for n, row in enumerate(rows) if row[area] not in PLACES)
    swapped, anew, part = [*rows], [rows[other], *rows], [row[:] for row in rows]
    swapped[last["VN-HN"]], swapped[last["VN-05"]] = rows[last["VN-05"]], rows[last["VN-HN"]]
    part[other][breakdown] = "sex=F"
    asked = {"cells": {"VN-05 VN-HN": "*"}, "sources": {}}, {"cells": {"VN-HN": "*"}, "sources": {}}
    before = [slices.Data(data).slice(one) for one in asked]
    changed = []
    for table in (swapped, anew, part):
        write(data / "observations.csv", header, table)
        pairs = zip(asked, before, strict=True)
        changed.append([slices.Data(data).slice(one) != old for one, old in pairs])
    assert changed == [[True, False], [False, False], [True, True]]


def test_a_slice_changes_with_a_table_in_a_folder_of_the_data(tmp_path):
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    (data / "tables").mkdir()
    file = shutil.move(data / "areas.csv", data / "tables" / "areas.csv")
    before = slices.Data(data).slice({"cells": {}, "sources": {}})
    file.write_bytes(file.read_bytes() + b"\n")
    assert slices.Data(data).slice({"cells": {}, "sources": {}}) != before


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (lambda data: data.record("remarks", "sl-preliminary-rate"), None),
        (lambda data: wa.search(data, "poverty rate"), None),  # says of how many figures
        (lambda data: data.record("themes", "poverty"), {"cells": {}}),
        (lambda data: wa.Brief(data, "en").remarks([BARE]), {"cells": {"VN-HN": RATE}}),
        (lambda data: wa.select(data, RATE), {"cells": {"*": RATE}}),
    ],
)
def test_what_tells_of_everything_is_everything(tmp_path, monkeypatch, ask, found):
    monkeypatch.setattr(reads, "_known", {})
    monkeypatch.setenv(reads.VARIABLE, str(tmp_path / "reads"))
    told = ask(wa.load())
    assert told is not None
    blank = dict.fromkeys(reads.KINDS, {})
    assert reads.collected(tmp_path / "reads") == (found and blank | found)


@pytest.mark.parametrize("read", [[1], {"cells": 1}, {"cells": {"a": 1}}, {"cells": {"a": "b"}}])
def test_what_no_report_can_have_read_counts_as_everything(read):
    data = slices.Data(ROOT / "data")
    assert (data.slice(read), data.audit(read)) == (data.whole, data.whole)


def test_a_code_that_loading_would_tidy_counts_for_every_report(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "observations.csv"
    reading = {"cells": {"VN-05": "poor_household_rate"}, "sources": {}}
    before = slices.Data(file.parent).slice(reading)
    with open(file, "a", encoding="utf-8") as stream:
        stream.write("new, poor_household_rate,VN-05" + "," * 16 + "\n")
    assert slices.Data(file.parent).slice(reading) != before
