"""Dictionary and log of the data: in step with the package, whoever edited it."""

import dataclasses
import json
import re
import shutil

import pytest

from welfare_analysis import codes
from welfare_analysis.cli.main import main
from welfare_analysis.curation import documents
from welfare_analysis.data import package
from welfare_analysis.data.loading import default_directory, load
from welfare_analysis.messages import message


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(default_directory(), tmp_path / "data")


def test_the_dictionary_is_in_step_with_the_package(data):
    written = (data.directory / documents.DICTIONARY).read_text(encoding="utf-8")
    assert written == documents.dictionary(data), "run welfare-analysis validate --refresh"


def test_every_table_column_code_and_unit_is_described(data):
    text = documents.dictionary(data)
    descriptor = json.loads((data.directory / package.DESCRIPTOR).read_text(encoding="utf-8"))
    for one in descriptor["resources"]:
        assert f"### `{one['path']}`" in text
        for field in one["schema"]["fields"]:
            assert f"| `{field['name']}` | " in text
            assert field["description_vi"].replace("|", "\\|") in text
            assert field["description"].replace("|", "\\|") in text
    for unit in data.units["unit"]:
        assert f"| `{unit}` |" in text
    for codelist in (codes.Relation, *(one for one, _, _ in documents._LISTS)):
        assert all(f"| `{one}` |" in text for one in codelist)


def test_rows_of_a_table_have_as_many_cells_as_its_header(data):
    blocks = re.findall(r"(?:^\|.*\n)+", documents.dictionary(data), re.MULTILINE)
    assert len(blocks) > 15
    for block in blocks:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_every_explained_code_is_one_of_the_library(data):
    for codelist, _, column in documents._LISTS:
        for one in codelist:
            assert message(f"dictionary-{column}-{one}", "vi").endswith(".")


def test_a_refresh_rewrites_the_dictionary_once(copied, capsys):
    path = copied / "units.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "hectares,ha,hectare,hectares,ha,area\n",
        encoding="utf-8",
    )
    assert main(["validate", "--data", str(copied), "--refresh"]) == 0
    assert "Refreshed: units.csv, README.md." in capsys.readouterr().out
    assert "| `hectares` | ha | hectares | area | 0 |" in (copied / "README.md").read_text("utf-8")
    assert main(["validate", "--data", str(copied), "--refresh"]) == 0
    assert "nothing had changed" in capsys.readouterr().out


def test_a_readme_that_a_person_wrote_is_left_alone(copied):
    (copied / "README.md").write_text("Của tôi\n", encoding="utf-8")
    assert main(["validate", "--data", str(copied), "--refresh"]) == 0
    assert (copied / "README.md").read_text(encoding="utf-8") == "Của tôi\n"


def test_faulty_data_are_not_recorded_as_published(copied):
    before = (copied / package.DESCRIPTOR).read_bytes(), (copied / "README.md").read_bytes()
    path = copied / "units.csv"
    path.write_text(path.read_text(encoding="utf-8") + "hectares,,,,,\n", encoding="utf-8")
    assert main(["validate", "--data", str(copied), "--refresh"]) == 3
    assert ((copied / package.DESCRIPTOR).read_bytes(), (copied / "README.md").read_bytes()) == (
        before
    )


# --- the log ----------------------------------------------------------------------------------


def test_every_revision_of_figures_is_logged(data):
    assert documents.entries(data.directory)
    assert documents.unlogged(data) == ""


def test_entries_stand_newest_first_and_once(data):
    logged = documents.entries(data.directory)
    for part in ("version", "revision"):
        assert len({getattr(one, part) for one in logged}) == len(logged)
    dates = [one.date for one in logged]
    assert dates == sorted(dates, reverse=True)
    headings = (data.directory / documents.LOG).read_text(encoding="utf-8").count("\n## ")
    assert len(logged) == headings, "a heading is: ## version – date – revision `12 digits`"


def test_an_unlogged_revision_is_named_with_what_to_do(copied, capsys):
    path = copied / "observations.csv"
    text = path.read_text(encoding="utf-8")
    assert ",11959,persons" in text
    text = text.replace(",11959,persons", ",11958,persons", 1).replace("11.959", "11.958", 1)
    path.write_text(text, encoding="utf-8")
    assert main(["validate", "--data", str(copied), "--refresh"]) == 0
    error = capsys.readouterr().err
    new, old = load(copied).revision, load().revision
    assert new != old
    assert f"records {old}" in error
    assert f"revision `{new}`" in error
    heading = error.strip().splitlines()[-1]
    log = copied / documents.LOG
    before = log.read_text(encoding="utf-8")
    log.write_text(before.replace(f"revision `{old}`", f"revision `{new}`"), encoding="utf-8")
    assert heading in log.read_text(encoding="utf-8")
    assert documents.unlogged(load(copied)) == ""


def test_another_version_asks_for_an_entry(data):
    other = dataclasses.replace(data, version="2027.1.1")
    assert "make the two equal" in documents.unlogged(other)


def test_a_package_without_a_log_is_no_fault(tmp_path, data):
    assert documents.unlogged(dataclasses.replace(data, directory=tmp_path)) == ""


def test_numbers_of_the_first_edition_are_those_of_the_data(data):
    # The newest entry may say more; the counts of the first edition were taken from the data.
    text = (data.directory / documents.LOG).read_text(encoding="utf-8")
    if len(documents.entries(data.directory)) == 1:
        counts = (
            len(data.observations),
            len(data.indicators),
            len(data.areas),
            len(data.standards),
            len(data.exclusions),
        )
        for count in counts:
            assert re.search(rf"\b{count} [a-z]", text), count


def test_the_curators_guide_names_commands_and_columns_that_exist(data):
    text = (data.directory.parent / "docs" / "curator.md").read_text(encoding="utf-8")
    for command in set(re.findall(r"^welfare-analysis (\w+)", text, re.MULTILINE)):
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
    columns = {name for names in package.COLUMNS.values() for name in names.split()}
    for name in ("observation", "period_start", "reason_vi", "independent_of", "as_printed"):
        assert f"`{name}`" in text
        assert name in columns
    for link in re.findall(r"\]\((\S+?)\)", text):
        assert (data.directory.parent / "docs" / link).is_file()
