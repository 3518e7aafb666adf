"""Charts and tables leave the desk as files that other programs read."""

import base64
import csv
import re

import openpyxl
import pytest

from welfare_analysis.explore import Answer, Choice, tabs

HEADS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-", "xlsx": b"PK"}


@pytest.fixture(scope="module")
def made(data):
    return Answer(data, Choice(language="en"))


@pytest.mark.parametrize("form", [*tabs.CHART_FORMS, *tabs.TABLE_FORMS])
def test_every_form_is_written_into_a_folder_that_is_made(made, tmp_path, form):
    path = tabs.save(made, form, tmp_path / "exports")
    assert path.parent == tmp_path / "exports"
    assert path.name == f"poor_household_rate-en.{form}"
    assert HEADS.get(form, b"") in path.read_bytes()[:1000]


def test_the_view_decides_what_is_saved(made, tmp_path):
    whole = tabs.save(made, "csv", tmp_path)
    verdicts = tabs.save(made, "csv", tmp_path, "verdicts")
    assert whole != verdicts
    assert whole.read_bytes() != verdicts.read_bytes()
    assert tabs.save(made, "svg", tmp_path, "series").name.startswith("poor_household_rate-series")


def test_a_table_saved_is_the_table_shown(made, tmp_path):
    path = tabs.save(made, "csv", tmp_path)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    names = [row[0] for row in rows[1:] if row]
    assert [name for name in made.table.frame.iloc[:, 0] if name in names] == list(
        made.table.frame.iloc[:, 0]
    )
    book = openpyxl.load_workbook(tabs.save(made, "xlsx", tmp_path))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert set(made.table.frame.iloc[:, 0]) <= cells


def test_nothing_to_save_is_no_file(data, tmp_path):
    empty = Answer(data, Choice(areas=()))
    assert tabs.save(empty, "png", tmp_path) is None
    assert tabs.save(empty, "csv", tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_the_link_carries_the_file_and_escapes_its_name(made, tmp_path):
    path = tabs.save(made, "svg", tmp_path / "a<b>&c")
    told = tabs.saved(made, path)
    assert base64.b64decode(re.search(r"base64,([^\"]+)", told)[1]) == path.read_bytes()
    assert "a&lt;b&gt;&amp;c" in told
    assert "<b>" not in told
