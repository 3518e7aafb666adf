"""Files as people save them: the same table, or one problem that says where."""

import codecs
import csv
import errno
import io
import json
import os
import unicodedata

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from welfare_analysis.data import package, spreadsheet, validation
from welfare_analysis.data.faults import damage
from welfare_analysis.data.text import fold, tidy
from welfare_analysis.errors import UsageError

TABLE = "observations"


def cells(directory):
    frames = package.read(directory).tables
    return {name: frame.reset_index(drop=True).to_dict("list") for name, frame in frames.items()}


def saves(tiny):
    """Ways in which a spreadsheet saves the same table."""
    plain = tiny.text(TABLE)
    semicolons = tiny.text(TABLE, ";")
    lines = plain.splitlines()
    header, records = lines[0], lines[1:]
    names = header.split(",")
    swapped = [{name: row[name] for name in reversed(names)} for row in tiny.tables[TABLE]]
    return {
        "byte-order mark": codecs.BOM_UTF8 + plain.encode(),
        "CRLF": tiny.text(TABLE, newline="\r\n").encode(),
        "Excel's CSV UTF-8": codecs.BOM_UTF8 + tiny.text(TABLE, newline="\r\n").encode(),
        "semicolons": semicolons.encode(),
        "tabs": tiny.text(TABLE, "\t").encode(),
        "sep=;": b"sep=;\r\n" + tiny.text(TABLE, ";", "\r\n").encode(),
        "sep=, with a mark": codecs.BOM_UTF8 + b"sep=,\r\n" + plain.encode(),
        "blank rows at the end": plain.encode() + b"\n\n" + b"," * 18 + b"\n , \xc2\xa0,\n",
        "blank rows between": "\n".join([header, "", *records[:2], "", *records[2:], ""]).encode(),
        "blank row above": b"\n" + plain.encode(),
        "blank columns at the end": "\n".join(f"{line},,," for line in lines).encode(),
        "no line end at the end": plain.rstrip("\n").encode(),
        "every cell quoted": pd.DataFrame(tiny.tables[TABLE])
        .to_csv(index=False, quoting=csv.QUOTE_ALL)
        .encode(),
        "columns in another order": pd.DataFrame(swapped).to_csv(index=False).encode(),
        "blanks around cells": plain.replace(",VN-HN,", ", VN-HN\u00a0,").encode(),
        "header with blanks": plain.replace("unit,measure", " unit , measure\u00a0").encode(),
        "NFD": unicodedata.normalize("NFD", plain).encode(),
        "delimiters dropped after the last filled cell": "\n".join(
            [header, *(record.rstrip(",") for record in records)]
        ).encode(),
    }


WAYS = [
    "byte-order mark",
    "CRLF",
    "Excel's CSV UTF-8",
    "semicolons",
    "tabs",
    "sep=;",
    "sep=, with a mark",
    "blank rows at the end",
    "blank rows between",
    "blank row above",
    "blank columns at the end",
    "no line end at the end",
    "every cell quoted",
    "columns in another order",
    "blanks around cells",
    "header with blanks",
    "NFD",
    "delimiters dropped after the last filled cell",
]


@pytest.mark.parametrize("way", WAYS)
def test_saved_by_a_spreadsheet_it_is_the_same_table(tiny, way):
    assert set(WAYS) == set(saves(tiny))
    before, revision = cells(tiny.directory), tiny.revision()
    tiny.write(TABLE, saves(tiny)[way])
    assert tiny.problems() == []
    assert cells(tiny.directory) == before
    assert tiny.revision() == revision


def test_a_changed_cell_is_another_revision(tiny):
    revision = tiny.revision()
    tiny.edit(TABLE, 2, value="0.04")
    assert tiny.revision() != revision


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tiny):
    tiny.edit(TABLE, 2, comment_vi="hai\ndòng", comment_en="two\nlines")
    tiny.edit(TABLE, 4, value="11.959")
    header, records = tiny.text(TABLE).split("\n", 1)
    tiny.write(TABLE, f"{header}\n\n{records}".encode())
    assert [one.row for one in tiny.problems()] == [5]


def test_decimal_commas_of_a_vietnamese_spreadsheet_are_never_guessed(tiny):
    tiny.edit(TABLE, 7, value="2,25")
    tiny.write(TABLE, b"sep=;\r\n" + tiny.text(TABLE, ";", "\r\n").encode())
    (problem,) = tiny.problems()
    assert (problem.row, problem.column, problem.value) == (7, "value", "2,25")
    assert "2.25 (Vietnamese) or 225 (English)" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(tiny, encoding):
    tiny.write(TABLE, tiny.text(TABLE).encode(encoding))
    (problem,) = tiny.problems()
    assert (problem.file, problem.row) == ("observations.csv", 1)
    assert "UTF-16" in problem.message
    assert "CSV UTF-8" in problem.remedy


def test_windows_1258_is_named_by_row(tiny):
    # Windows-1258 sets tone marks after the letter.
    text = unicodedata.normalize("NFD", tiny.text("areas")).encode("cp1258", "ignore")
    tiny.write("areas", text)
    problems = tiny.problems()
    assert [(one.row, one.column) for one in problems][:2] == [(2, "name_vi"), (3, "name_vi")]
    assert "Windows-1258" in problems[0].message


def test_a_damaged_byte_is_named_by_row(tiny):
    content = tiny.text(TABLE).encode().replace("người".encode(), b"ng\xff\xfei", 1)
    tiny.write(TABLE, content)
    assert [(one.row, one.column) for one in tiny.problems()] == [(4, "as_printed")]


def test_look_alike_letters_and_blanks_are_one_key(tiny):
    tiny.edit(
        "areas", 3, name_vi="\u00d0\u00f4ng\u00a0\u200bAnh", aliases="Ha\u0300 No\u0323\u0302i"
    )
    row = package.read(tiny.directory).tables["areas"].iloc[1]
    assert row["name_vi"] == "Đông Anh"
    assert row["aliases"] == "Hà Nội"
    assert tiny.problems() == []


def test_a_printed_token_keeps_its_signs(tiny):
    tiny.edit(TABLE, 4, as_printed="11.959\u00a0ngu\u031bo\u031b\u0300i")
    row = package.read(tiny.directory).tables[TABLE].iloc[2]
    assert row["as_printed"] == "11.959\u00a0người"


@pytest.mark.parametrize(
    ("change", "row", "column", "words"),
    [
        (lambda text: text.replace(",value,", ",valeu,", 1), 1, "value", "rename 'valeu'"),
        (lambda text: text.replace(",value,", ",value,value,", 1), 1, "value", "2 times"),
        (lambda text: text.replace("comment_en\n", "comment_en,note\n", 1), 1, "note", "describe"),
        (lambda text: text.replace("0,03%", '0,03%""', 1), None, "", ""),
        (lambda text: text.rstrip("\n") + ',"never closed\n', 7, "", "close the quotation mark"),
        (lambda text: "", None, "", "put the file back"),
        (lambda text: "\n\n", None, "", "put the file back"),
    ],
)
def test_a_damaged_table_is_described(tiny, change, row, column, words):
    tiny.write(TABLE, change(tiny.text(TABLE)).encode())
    found = [one for one in tiny.problems() if one.file == "observations.csv"]
    if not words:
        assert found == []
        return
    assert (found[0].row, found[0].column) == (row, column)
    assert words in str(found[0])


def test_an_unquoted_comma_is_found_where_it_stands(tiny):
    text = tiny.text(TABLE).replace('"0,03%"', "0,03%", 1)
    tiny.write(TABLE, text.encode())
    assert {one.row for one in tiny.problems()} == {2}


def test_a_missing_column_is_said_once(tiny):
    rows = [
        {name: cell for name, cell in row.items() if name != "unit"} for row in tiny.tables[TABLE]
    ]
    tiny.write(TABLE, pd.DataFrame(rows).to_csv(index=False).encode())
    assert [(one.row, one.column) for one in tiny.problems()] == [(1, "unit")]


def test_a_cut_file_is_not_taken_for_whole(tiny):
    content = tiny.text(TABLE).encode()
    for length in range(0, len(content), 7):
        tiny.write(TABLE, content[:length])
        raw = package.read(tiny.directory)
        assert raw.changed or raw.problems


# --- the descriptor ---------------------------------------------------------------------------


def test_a_damaged_descriptor_is_named_by_line(tiny):
    path = tiny.directory / "datapackage.json"
    path.write_text('{\n "resources": [,]\n}', encoding="utf-8")
    (problem,) = tiny.problems()
    assert (problem.file, problem.row) == ("datapackage.json", 2)


@pytest.mark.parametrize("path", ["../observations.csv", "/etc/passwd", "C:\\data\\o.csv"])
def test_a_table_outside_the_folder_is_refused(tiny, path):
    tiny.describe(lambda one: one["resources"][0].update(path=path))
    (problem,) = tiny.problems()
    assert "inside the folder" in problem.message


def test_a_descriptor_without_a_table_is_refused(tiny):
    tiny.describe(lambda one: one["resources"].pop(0))
    (problem,) = tiny.problems()
    assert "resource 'observations'" in problem.message


def test_a_described_column_of_a_curator_is_kept(tiny):
    tiny.describe(
        lambda one: one["resources"][5]["schema"]["fields"].append(
            {"name": "note", "type": "string"}
        )
    )
    tiny.tables["units"] = [{**row, "note": "của tôi"} for row in tiny.tables["units"]]
    tiny.write("units")
    assert tiny.problems() == []
    assert package.read(tiny.directory).tables["units"]["note"].unique().tolist() == ["của tôi"]


def test_an_edit_is_a_notice_until_the_hash_is_refreshed(tiny):
    tiny.edit(TABLE, 2, value="0.04", as_printed="0,04%")
    raw = package.read(tiny.directory)
    assert validation.check(raw) == []
    (notice,) = validation.notices(raw)
    assert notice.file == "observations.csv"
    assert "--refresh" in notice.remedy
    assert package.refresh(tiny.directory) == ["observations.csv"]
    assert package.read(tiny.directory).changed == ()
    assert package.refresh(tiny.directory) == []


@pytest.mark.parametrize(
    "saved",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "sep=,\n" + text,
        lambda text: text + ",,,\n,,\n\n",
    ],
    ids=["mark", "CRLF", "sep", "blank rows"],
)
def test_a_table_that_a_spreadsheet_saved_is_written_plainly_again(tiny, saved):
    path, revision = tiny.directory / f"{TABLE}.csv", tiny.revision()
    assert package.rewrite(tiny.directory) == []
    before = path.read_bytes()
    path.write_bytes(saved(before.decode()).encode())
    assert package.rewrite(tiny.directory) == [f"{TABLE}.csv"]
    assert path.read_bytes() == before
    assert tiny.revision() == revision
    assert [one.name for one in tiny.directory.iterdir() if one.name.startswith(".")] == []


def test_semicolons_too_and_every_cell_stays_as_it_was(tiny):
    tiny.edit(TABLE, 2, comment_vi='a;b,c "d"\r\ne', comment_en="x\ny; ")
    cells = [tuple(row.values()) for row in tiny.tables[TABLE]]
    tiny.write(TABLE, tiny.text(TABLE, ";", "\r\n").encode("utf-8-sig"))
    assert package.rewrite(tiny.directory) == [f"{TABLE}.csv"]
    content = (tiny.directory / f"{TABLE}.csv").read_bytes().decode()
    assert [tuple(row) for row in csv.reader(io.StringIO(content, newline=""))][1:] == cells


def test_a_table_that_cannot_be_written_stays(tiny, monkeypatch):
    tiny.write(TABLE, tiny.text(TABLE, ";").encode())
    before = (tiny.directory / f"{TABLE}.csv").read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="cannot be written: No space left"):
        package.rewrite(tiny.directory)
    assert (tiny.directory / f"{TABLE}.csv").read_bytes() == before
    assert [one.name for one in tiny.directory.iterdir() if one.name.startswith((".", "tmp"))] == []


def test_a_table_cut_short_is_told_as_such_and_each_missing_code_once(tiny):
    kept = tiny.tables["areas"][0]
    tiny.tables["areas"] = [kept]
    tiny.write("areas")
    whole = next(one for one in tiny.problems() if one.file == "areas.csv" and one.row is None)
    assert "found 1 of them" in whole.message
    assert "put the lost rows back" in whole.remedy
    named = [one for one in tiny.problems() if "a code of areas.csv" in one.message]
    codes = [(one.file, one.column, one.value) for one in named]
    assert len(codes) == len(set(codes))
    used = [row["area"] for row in tiny.tables[TABLE] if row["area"] != kept["area"]]
    often = max(used, key=used.count)
    (problem,) = [one for one in named if (one.file, one.value) == (f"{TABLE}.csv", often)]
    assert f"{used.count(often) - 1} more row" in problem.message
    assert {one.remedy for one in named} == {"put its row back into areas.csv, which has lost rows"}


def test_rows_deleted_on_purpose_are_only_mentioned(tiny):
    del tiny.tables[TABLE][-1]
    tiny.write(TABLE)
    raw = package.read(tiny.directory)
    assert validation.check(raw) == []
    (notice,) = validation.notices(raw)
    rows = len(tiny.tables[TABLE])
    assert f"has {rows} of the {rows + 1} rows recorded" in notice.message


def test_refresh_changes_nothing_but_hashes_and_sizes(tiny):
    path = tiny.directory / "datapackage.json"
    before = json.loads(path.read_text(encoding="utf-8"))
    tiny.edit(TABLE, 2, value="0.04")
    package.refresh(tiny.directory)
    after = json.loads(path.read_text(encoding="utf-8"))
    for one in (*before["resources"], *after["resources"]):
        del one["hash"], one["bytes"]
    assert before == after


# --- two readers, one table -------------------------------------------------------------------

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=6)
KEYS = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True), min_size=1, max_size=5)


@given(keys=KEYS, cells=st.data())
def test_both_readers_agree(keys, cells):
    rows = [[key, cells.draw(CELL), cells.draw(CELL)] for key in keys]
    text = pd.DataFrame(rows, columns=["key", "b", "c"]).to_csv(index=False, lineterminator="\n")
    body, names = text.encode(), ("key", "b", "c")
    careful = spreadsheet._read_careful("t.csv", body, ",", names)
    fast = spreadsheet._read_fast(body, ",", names)
    if fast is None:
        return
    assert fast.frame.index.equals(careful.frame.index)
    assert fast.frame.to_dict("list") == careful.frame.to_dict("list")


@given(st.text(max_size=12))
def test_tidy_text_stays_tidy(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text("aăâđêôơưàáảãạÀÁẢÃẠĂÂĐÊÔƠƯộựễỵ 0123456789.,%“”‘’°º", max_size=12))
@example("ĐÃ CÓ «giá»")
def test_vietnamese_text_is_never_called_damaged(text):
    assert damage(text) is None


def test_folding_ignores_case_marks_and_spacing():
    assert {fold(name) for name in ("TP. HCM", "TP.HCM", "tp hcm")} == {"tphcm"}
    assert fold("Ðồng Nai") == fold("Dong Nai") == "dongnai"
