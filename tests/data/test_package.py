"""The shipped data package: described, hashed, valid for us and for any Frictionless client."""

import csv
import hashlib
import json
import unicodedata
from pathlib import Path

import pytest

from welfare_analysis import codes, load
from welfare_analysis.data import package, validation

DATA = Path(__file__).parents[2] / "data"
DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {one["name"]: one for one in DESCRIPTOR["resources"]}
FIELDS = [(name, field) for name, one in RESOURCES.items() for field in one["schema"]["fields"]]


def test_nothing_is_wrong_in_the_data():
    assert "\n".join(map(str, validation.check(DATA))) == ""


def test_hashes_are_in_step_with_the_files():
    assert validation.notices(package.read(DATA)) == []


@pytest.mark.parametrize("name", RESOURCES)
def test_hash_and_size(name):
    content = (DATA / RESOURCES[name]["path"]).read_bytes()
    assert RESOURCES[name]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert RESOURCES[name]["bytes"] == len(content)


def test_frictionless_finds_the_package_valid():
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert len(report.tasks) == len(RESOURCES)


def test_every_table_of_the_library_is_described():
    described = {
        name: [field["name"] for field in one["schema"]["fields"]]
        for name, one in RESOURCES.items()
    }
    assert described == {name: columns.split() for name, columns in package.COLUMNS.items()}


def test_every_file_of_the_folder_is_described():
    described = {one["path"] for one in RESOURCES.values()}
    assert {path.name for path in DATA.glob("*.csv")} == described


@pytest.mark.parametrize("name", RESOURCES)
def test_columns_stand_in_the_described_order(name):
    header = (DATA / RESOURCES[name]["path"]).read_text(encoding="utf-8").split("\n", 1)[0]
    assert header.split(",") == [one["name"] for one in RESOURCES[name]["schema"]["fields"]]


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=[f"{t}.{f['name']}" for t, f in FIELDS])
def test_fields_are_described_in_both_languages(table, field):
    for key in ("title", "title_vi", "description", "description_vi"):
        assert field[key].strip()
        assert unicodedata.is_normalized("NFC", field[key])
    assert field["description"].endswith(".")
    assert field["description_vi"].endswith(".")


@pytest.mark.parametrize(
    ("table", "column", "known"),
    [
        ("observations", "measure", codes.MeasureKind),
        ("observations", "qualifier", codes.Qualifier),
        ("observations", "standard_basis", codes.StandardBasis),
        ("observations", "period_basis", codes.PeriodBasis),
        ("observations", "confidence", codes.Confidence),
        ("indicators", "temporal", codes.Temporal),
        ("areas", "level", codes.Level),
    ],
)
def test_code_lists_of_data_and_library_agree(table, column, known):
    (field,) = [one for name, one in FIELDS if (name, one["name"]) == (table, column)]
    assert set(field["constraints"]["enum"]) == {str(code) for code in known}


def test_status_letters_of_data_and_library_agree():
    (field,) = [one for name, one in FIELDS if (name, one["name"]) == ("observations", "status")]
    letters = set(field["constraints"]["pattern"].split("]")[0].removeprefix("^["))
    assert letters == {str(code) for code in codes.Status} - {codes.Status.MISSING}


@pytest.mark.parametrize("name", RESOURCES)
def test_files_are_plain(name):
    content = (DATA / RESOURCES[name]["path"]).read_bytes()
    text = content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert "\r" not in text
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)


def test_the_package_names_licence_sources_and_makers():
    assert DESCRIPTOR["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [one["name"] for one in DESCRIPTOR["licenses"]] == ["CC-BY-4.0"]
    for key in (
        "name",
        "title",
        "title_vi",
        "description",
        "description_vi",
        "version",
        "created",
        "sources",
        "contributors",
    ):
        assert DESCRIPTOR[key]


def test_the_basis_of_every_standard_is_recorded(data):
    figures = data.observations
    named = figures["standard"] != ""
    assert figures.loc[named, "observation"][figures["standard_basis"][named] == ""].tolist() == []
    says = figures["comment_en"].str.contains("standard.* assumed|Standard not stated")
    assert set(figures.loc[says, "standard_basis"]) == {"assumed"}


def test_a_package_made_before_the_basis_of_standards_was_recorded_loads(tiny):
    path = tiny.directory / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    fields = next(one for one in described["resources"] if one["name"] == "observations")["schema"]
    fields["fields"] = [one for one in fields["fields"] if one["name"] != "standard_basis"]
    path.write_text(json.dumps(described), encoding="utf-8")
    table = tiny.directory / "observations.csv"
    header, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    place = header.index("standard_basis")
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(row[:place] + row[place + 1 :] for row in [header, *rows])
    assert set(load(tiny.directory).observations["standard_basis"]) == {""}
