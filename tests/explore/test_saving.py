"""Charts and tables leave the desk as files that other programs read."""

import base64
import csv
import html
import re
from dataclasses import replace

import openpyxl
import pytest

from welfare_analysis.explore import Answer, Choice, tabs, to_file

HEADS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-", "xlsx": b"PK"}


@pytest.fixture(scope="module")
def made(data):
    return Answer(data, Choice(language="en"))


@pytest.mark.parametrize("form", [*to_file.CHART_FORMS, *to_file.TABLE_FORMS])
def test_every_form_is_written_into_a_folder_that_is_made(made, tmp_path, form):
    path = to_file.save(made, form, tmp_path / "exports").path
    assert path.parent == tmp_path / "exports"
    kind = "chart" if form in to_file.CHART_FORMS else "table"
    assert path.name == f"poor_household_rate.VN-HN+VN-SG+VN-05+VN-69-165.{kind}.en.{form}"
    assert HEADS.get(form, b"") in path.read_bytes()[:1000]


def test_the_view_decides_what_is_saved(made, tmp_path):
    saved = {
        to_file.save(made, form, tmp_path, view).path.name.removeprefix("poor_household_rate.")
        for form in ("csv", "svg")
        for view in ("chart", "table", "verdicts", "series")
    }
    places = "VN-HN+VN-SG+VN-05+VN-69-165"
    kinds = ("table.en.csv", "verdicts.en.csv", "chart.en.svg", "matrix.en.svg", "series.en.svg")
    assert saved == {f"{places}.{kind}" for kind in kinds}


def test_no_two_choices_have_one_name(data):
    plain = Choice(theme="labour_export", indicator="workers_sent_abroad")
    changes = [
        {"areas": ("VN-HN",)},
        {"areas": tuple(data.areas["area"])},
        {"areas": tuple(data.areas["area"][1:])},
        {"period": "2023"},
        {"measure": "actual"},
        {"standard": "national_2022_2026"},
        {"by": "per_inhabitants"},
        {"log": True},
        {"refused": True},
        {"language": "en"},
        {"indicator": "workers_sent_abroad@sex=F"},
    ]
    choices = [plain, *(replace(plain, **change) for change in changes)]
    names = [to_file.file_name(Answer(data, one), "chart") for one in choices]
    assert len(set(names)) == len(choices)
    assert all(re.fullmatch(r"[\w.+-]{1,200}", name) for name in names)


def test_what_was_saved_before_is_never_written_over_without_a_word(made, tmp_path):
    first = to_file.save(made, "svg", tmp_path)
    again = to_file.save(made, "svg", tmp_path)
    assert again == first
    first.path.write_text("my own notes", encoding="utf-8")
    third, fourth = (to_file.save(made, "svg", tmp_path) for _ in range(2))
    assert first.path.read_text(encoding="utf-8") == "my own notes"
    assert (third.path.name, third.kept) == (f"{first.path.stem}.2.svg", first.path.name)
    assert fourth.path.name.endswith(".3.svg")
    assert html.escape(first.path.name) in tabs.saved(made, third)


def test_a_table_saved_is_the_table_shown(made, tmp_path):
    path = to_file.save(made, "csv", tmp_path).path
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    names = [row[0] for row in rows[1:] if row]
    assert [name for name in made.table.frame.iloc[:, 0] if name in names] == list(
        made.table.frame.iloc[:, 0]
    )
    book = openpyxl.load_workbook(to_file.save(made, "xlsx", tmp_path).path)
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert set(made.table.frame.iloc[:, 0]) <= cells


def test_nothing_to_save_is_no_file(data, tmp_path):
    empty = Answer(data, Choice(areas=()))
    assert to_file.save(empty, "png", tmp_path) is None
    assert to_file.save(empty, "csv", tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_the_link_carries_the_file_and_escapes_its_name(made, tmp_path):
    done = to_file.save(made, "svg", tmp_path / "a<b>&c")
    told = tabs.saved(made, done)
    assert base64.b64decode(re.search(r"base64,([^\"]+)", told)[1]) == done.path.read_bytes()
    assert "a&lt;b&gt;&amp;c" in told
    assert "<b>" not in told
