"""Exports: what a spreadsheet reads back is what was shown, and nothing in it runs."""

import csv
import datetime
import io
import re
import sys

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.data.export.book import Book, Sheet, figures_sheet
from welfare_analysis.data.export.saving import csv_bytes, tab_separated
from welfare_analysis.data.export.values import disarmed, number_shown, written
from welfare_analysis.data.export.workbook import workbook_bytes
from welfare_analysis.data.numerals import write
from welfare_analysis.errors import UsageError
from welfare_analysis.messages import message
from welfare_analysis.show.document import words
from welfare_analysis.show.tables import Column, Table

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
VERDICTS = ("comparable", "with_caution", "not_comparable", "missing")
DANGEROUS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=cmd|'/C calc'!A0",
    "＝1+1",
    '=HYPERLINK("http://a","b")',
    "-",
    "+",
    "=-1",
    "-A1",
    "+84 abc",
    " =1+1",
    "\u00a0@a",
]
HARMLESS = [
    "-1",
    "+5,3",
    "−0,24 điểm phần trăm",
    "0,03%",
    "-0.24%",
    "Sơn La",
    "18/30",
    "Jun-25",
    "2-3",
    "a=b",
    "– ",
    "",
]


def read_csv(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def read_dicts(path):
    head, *rows = read_csv(path)
    return [dict(zip(head, row, strict=True)) for row in rows]


def read_book(path):
    return openpyxl.load_workbook(path)


def values(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


def table(*rows, language="vi", heads=None):
    heads = heads or [f"h{number}" for number in range(len(rows[0]))]
    return Table(
        "Tên",
        tuple(Column(head) for head in heads),
        tuple(map(tuple, rows)),
        "Nguồn: ai đó.",
        (),
        language,
    )


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_would_run_is_disarmed_in_csv_and_plain_text_in_excel(text, tmp_path):
    shown = table(("a", text))
    cell = read_csv(shown.save(tmp_path / "t.csv"))[1][1]
    printed = str(words(text))
    assert cell == disarmed(printed)
    assert cell.startswith("'")
    found = read_book(shown.save(tmp_path / "t.xlsx")).worksheets[0].cell(4, 2)
    lines = "\n".join(printed.splitlines())  # as XML has it
    assert (found.value, found.data_type, found.quotePrefix) == (lines, "s", True)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_and_negative_numbers_pass_untouched(text):
    assert written(text) == text


@given(st.text())
def test_no_cell_of_text_can_run(text):
    cell = written(text)
    assert cell in (text, f"'{text}")
    assert cell[:1] not in ("\t", "\r", "\n")
    assert cell.strip()[:1] not in ("=", "@")
    if cell.strip()[:1] in ("+", "-"):
        assert re.fullmatch(r"[+-]\d[\d.,\u00a0\u202f]*%?", cell.strip())


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_exactly(value):
    assert float(written(value)) == value
    assert "e" not in written(value).lower()


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 4),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["", "%"]),
)
def test_a_number_as_shown_becomes_that_number(digits, decimals, language, percent):
    value = digits / 10**decimals
    found = number_shown(write(value, language, decimals) + percent, language)
    assert found is not None
    assert found[0] == pytest.approx(value, abs=1e-12)
    assert found[1].endswith('"%"') == bool(percent)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("gần 2.500", "vi"),
        ("1.5", "vi"),
        ("1,5", "en"),
        ("01", "vi"),
        ("12,34,56", "en"),
        ("", "vi"),
        ("2021–2023", "vi"),
        ("31/12/2023", "vi"),
        ("Jun-25", "en"),
        ("1 456", "vi"),
        ("1e3", "en"),
        ("0,75% (nghi vấn)", "vi"),
        ("1.2345", "vi"),
    ],
)
def test_what_is_no_bare_number_stays_text(text, language):
    assert number_shown(text, language) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", ["poor_household_rate", "labour_export"])
def test_a_table_comes_back_from_csv_as_shown_with_its_source(data, tmp_path, subject, language):
    shown = wa.tables.comparison(data, wa.compare(data, subject, AREAS), language)
    path = shown.save(tmp_path / "bảng.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    head, *rows = read_csv(path)
    assert head[:-2] == [str(column.label) for column in shown.columns]
    assert [row[:-2] for row in rows] == [[str(cell) for cell in row] for row in shown.rows]
    for row in rows:
        assert row[-2] == str(shown.below)
        assert data.revision in row[-1]
    assert pd.read_csv(path).shape == (len(rows), len(head))


def test_an_excel_table_has_title_note_figures_and_sources(data, tmp_path):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    shown = wa.tables.comparison(data, answer, "vi")
    book = read_book(shown.save(tmp_path / "t.xlsx"))
    first, figures, about = book.worksheets
    cells = values(first)
    assert cells[0][0] == str(shown.caption)
    assert cells[2] == [str(column.label) for column in shown.columns]
    assert cells[-1][0] == str(shown.below)
    rate = cells[3][1]
    assert (rate, first.cell(4, 2).number_format) == (0.03, '#,##0.00"%"')
    assert len(values(figures)) == 1 + len(shown.figures)
    said = " ".join(str(cell) for row in values(about) for cell in row)
    assert data.revision in said
    for figure in shown.figures:
        assert f"[{figure.source_row['number']}]" in said


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_selected_figures_come_back_as_in_the_data(data, tmp_path, form):
    frame = data.observations
    path = wa.save(data, frame, tmp_path / f"s.{form}", "en")
    if form == "csv":
        head, *rows = read_csv(path)
    else:
        head, *rows = values(read_book(path).worksheets[0])
    for row, record in zip(rows, frame.to_dict("records"), strict=True):
        found = dict(zip(head, row, strict=True))
        figure = data[record["observation"]]
        assert found["observation"] == record["observation"]
        assert float(found["value"]) == record["value"]
        for name, end in (("low", figure.interval.low), ("high", figure.interval.high)):
            empty = found[name] in (None, "")
            assert empty == (abs(end) == float("inf"))
            assert empty or float(found[name]) == end
        printed = record["as_printed"]
        assert found["as_printed"] == (printed if form == "xlsx" else disarmed(printed))
        assert str(found["period_end"])[:10] == str(record["period_end"].date())
        if form == "csv":
            assert data.revision in found["data_edition"]
        else:
            assert isinstance(found["value"], float | int)
            assert isinstance(found["period_end"], datetime.date)


def test_tokens_that_look_like_dates_or_numbers_stay_text_in_excel(data, tmp_path):
    path = wa.save(data, data.observations, tmp_path / "s.xlsx")
    page = read_book(path).worksheets[0]
    heads = [cell.value for cell in page[1]]
    column = heads.index("as_printed") + 1
    for row in range(2, page.max_row + 1):
        cell = page.cell(row, column)
        assert (cell.data_type, cell.number_format) == ("s", "@")
    sheet = Sheet("t", ("a",), (("Jun-25",), ("02/12",), ("1E5",), ("007",)))
    again = openpyxl.load_workbook(io.BytesIO(workbook_bytes(Book("", "", (sheet,), "vi"))))
    assert [row[0] for row in values(again.worksheets[0])[1:]] == ["Jun-25", "02/12", "1E5", "007"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_saved_with_every_verdict_both_ways(data, tmp_path, language):
    answer = wa.compare(data, "labour_export", AREAS)
    shown = read_dicts(answer.save(tmp_path / "c.csv", language))
    rows = [row for row in shown if row["shown_as"] == "place"]
    assert [row["area"] for row in rows] == AREAS
    for row in rows:
        area = row["area"]
        assert (row["value"] == "") == (area in answer.missing)
        codes = set()
        for verdict in VERDICTS:
            listed = dict(one.split(":", 1) for one in row[verdict].split())
            assert set(listed) == {
                other for other in AREAS if other != area and answer.verdict(area, other) == verdict
            }
            codes |= {code for each in listed.values() for code in each.split(",")}
        said = row["rests_on"].split("; ") if row["rests_on"] else []
        assert {one.partition(": ")[0] for one in said} == codes - {"MISSING"}
    book = read_book(answer.save(tmp_path / "c.xlsx", language))
    pairs = values(book.worksheets[1])
    said = [row[-1] or "" for row in pairs[1 : 1 + len(answer.pairs)]]
    assert said == answer.pairs[f"reason_{language}"].tolist()


def test_a_saved_comparison_has_what_stands_around_and_what_is_newer(data, tmp_path):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    assert answer.benchmarks
    assert answer.later
    shown = read_dicts(answer.save(tmp_path / "c.csv", "en"))
    around = {row["area"]: row for row in shown if row["shown_as"] == "around"}
    assert list(around) == [one.area for one in answer.benchmarks]
    for one in answer.benchmarks:
        row = around[one.area]
        assert float(row["value"]) == one.figure.value
        beside = {entry.partition(":")[0] for verdict in VERDICTS for entry in row[verdict].split()}
        assert beside == set(one.reasons)
    latest = {row["area"]: row for row in shown if row["shown_as"] == "latest"}
    assert set(latest) == set(answer.later)
    for area, figure in answer.later.items():
        assert float(latest[area]["value"]) == figure.value
        assert latest[area]["period_end"] == figure.period_end.isoformat()
        assert not any(latest[area][verdict] for verdict in VERDICTS)
    pairs = values(read_book(answer.save(tmp_path / "c.xlsx", "vi")).worksheets[1])[1:]
    told = [(row[0], row[2]) for row in pairs[len(answer.pairs) :]]
    assert told == [(area, one.area) for one in answer.benchmarks for area in one.reasons]


def test_any_frame_can_be_saved(data, tmp_path):
    audit = wa.audit(data)
    head, *rows = read_csv(wa.save(data, audit, tmp_path / "a.csv"))
    assert len(rows) == len(audit)
    place = head.index("observations")
    assert [tuple(row[place].split()) for row in rows] == audit["observations"].tolist()
    wide = wa.wide(data, "poor_household_rate", ["VN-HN", "VN-05"])
    book = read_book(wa.save(data, wide, tmp_path / "w.xlsx"))
    cells = values(book.worksheets[0])
    assert len(cells) == 1 + len(wide)
    assert any(isinstance(cell, float) for row in cells[1:] for cell in row)


def test_a_file_of_the_wrong_kind_or_place_is_refused_and_the_old_one_stays(data, tmp_path):
    shown = table(("a", "b"))
    wrong = {
        tmp_path / "t.pdf": r"\.csv, \.xlsx, \.parquet, \.dta, \.tex or \.sdmx\.csv",
        tmp_path / "no" / "t.csv": "does not exist",
        None: "file's name",
        3: "file's name",
    }
    for path, said in wrong.items():
        with pytest.raises(UsageError, match=said):
            shown.save(path)
    assert not list(tmp_path.iterdir())
    (tmp_path / "d.csv").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        shown.save(tmp_path / "d.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["d.csv"]
    with pytest.raises(UsageError, match="empty"):
        wa.save(data, data.observations.head(0), tmp_path / "t.csv")
    with pytest.raises(UsageError, match="its own"):
        wa.save(data, shown, tmp_path / "t.csv")


def test_a_folder_that_may_not_be_written_is_named(tmp_path, unprivileged):
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="cannot be written"):
        table(("a",)).save(tmp_path / "t.csv")
    tmp_path.chmod(0o700)
    table(("a",)).save(tmp_path / "t.csv")


def test_saving_again_replaces_the_file(tmp_path):
    for text in ("one", "two"):
        path = table((text,)).save(str(tmp_path / "t.csv"))
        assert read_csv(path)[1][0] == text
    assert len(list(tmp_path.iterdir())) == 1


def test_without_openpyxl_excel_says_what_to_install_and_csv_works(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=re.escape("pip install 'welfare-analysis[explore]'")):
        table(("a",)).save(tmp_path / "t.xlsx")
    assert not list(tmp_path.iterdir())
    assert table(("a",)).save(tmp_path / "t.csv").is_file()


cells = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**9), 10**9),
    st.floats(-1e300, 1e300),  # Excel holds no more
    st.dates(datetime.date(1901, 1, 1)),
)


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_a_workbook_gives_back_what_was_put_in(rows):
    book = Book("", "", (Sheet("t", ("a", "b"), tuple(rows)),), "vi")
    page = openpyxl.load_workbook(io.BytesIO(workbook_bytes(book))).worksheets[0]
    for put, got in zip(rows, page.iter_rows(min_row=2), strict=False):
        for value, cell in zip(put, got, strict=True):
            if isinstance(value, str):
                lines = "\n".join(value.splitlines())
                assert (cell.value or "") == re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", lines)
                assert cell.data_type != "f"
            elif isinstance(value, datetime.date):
                assert cell.value.date() == value
            elif value is not None:
                assert cell.value == pytest.approx(value, rel=1e-14)


def test_pasted_text_keeps_one_line_a_row_and_the_source_below(data):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    button = wa.tables.comparison(data, answer, "vi").to_clipboard()
    lines = button.text.split("\n")
    width = lines[0].count("\t")
    assert [line.count("\t") for line in lines[1 : 1 + len(AREAS)]] == [width] * len(AREAS)
    assert "Nguồn:" in lines[-2]
    assert data.revision in lines[-1]
    sheet = Sheet("t", ("a",), (("=1\t2\n3",),))
    assert tab_separated(Book("", "", (sheet,), "vi")) == "a\n'=1 2 3"


def test_figures_of_a_table_can_be_asked_where_they_come_from(data):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    shown = wa.tables.comparison(data, answer, "en")
    assert [figure.observation for figure in shown.figures] == list(shown.observations)
    drawn = wa.charts.ranges(data, answer, "en")
    around = [one.figure for one in answer.benchmarks]
    chosen, later = answer.figures.values(), answer.later.values()
    # The notes of both name what is newer too.
    named = {name for one in (*chosen, *around, *later) for name in one.observations}
    assert {figure.observation for figure in drawn.figures} == named
    assert set(shown.observations) == named
    assert len(repr(drawn)) < 300
    every, compared = set(shown.observations), {one.observation for one in chosen}
    for asked, behind in (
        (shown, every),
        (wa.view(answer, "en"), every),
        (answer, compared),
        (drawn, every),
        (answer.observations, compared),
        (list(answer.figures.values()), compared),
    ):
        found = wa.trace(data, asked, "en")
        assert set(found.observations) == behind
        text = " ".join(cell for row in found.frame.to_numpy() for cell in row)
        for figure in answer.figures.values():
            assert " ".join(figure.as_printed.split()) in text
            assert figure.source_row["title"] in text
    with pytest.raises(UsageError, match="No printed figure"):
        wa.trace(data, table(("a",)))


def test_a_csv_of_nothing_but_a_sheet_is_a_plain_csv():
    book = Book("", "", (Sheet("t", ("a",), ((1.0,), (None,))),), "vi")
    assert csv_bytes(book) == b"\xef\xbb\xbfa\r\n1\r\n\r\n" or csv_bytes(book).endswith(b'""\r\n')


def test_each_figure_is_exported_once(data):
    figure = data["ldxh-hn-2024-p16-poor-rate"]
    assert len(figures_sheet([figure, figure], "vi").rows) == 1


def test_the_button_copies_table_and_text_in_a_browser(data, browser):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    button = wa.tables.comparison(data, answer, "vi").to_clipboard()
    page = button._repr_mimebundle_()["text/html"]
    address = "https://notebook.invalid/"
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.route(
        "**", lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8")
    )
    opened.goto(address)
    opened.get_by_role("button").click()
    opened.get_by_text(message("export-copied", "vi")).wait_for()
    copied = opened.evaluate("navigator.clipboard.readText()")
    rich = opened.evaluate(
        "navigator.clipboard.read().then(all => all[0].getType('text/html'))"
        ".then(blob => blob.text())"
    )
    assert copied.replace("\r", "").strip() == button.text.strip()
    assert "<table" in rich
    assert answer["Sơn La"].text("vi") in rich
