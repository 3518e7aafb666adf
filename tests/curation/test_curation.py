"""Curation: what a text prints becomes rows to fill in; filled rows become data or are refused."""

import codecs
import dataclasses
import hashlib
import os
import re
import shutil
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis import curation
from welfare_analysis.cli.main import main
from welfare_analysis.curation.tokens import find
from welfare_analysis.data import package, validation
from welfare_analysis.data.loading import load
from welfare_analysis.errors import DataProblems, UsageError

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


@pytest.fixture
def propose(data, tmp_path):
    def of(text, source="new-article", of_data=data):
        path = tmp_path / "article.txt"
        path.write_text(text, encoding="utf-8")
        return curation.propose(of_data, path, source)

    return of


# --- proposals --------------------------------------------------------------------------------

PRINTED = [
    # text, then (token, value, unit, qualifier) of each row
    ("gần 2.500 lượt doanh nghiệp", [("gần 2.500 lượt doanh nghiệp", "2500", "turns", "nearly")]),
    ("Có hơn 11.959 người đi.", [("hơn 11.959 người", "11959", "persons", "more_than")]),
    (
        "trên 12 hộ nghèo hơn 7 hộ",
        [
            ("trên 12 hộ nghèo", "12", "households", "more_than"),
            ("hơn 7 hộ", "7", "households", "more_than"),
        ],
    ),
    ("khoảng 52 hộ", [("khoảng 52 hộ", "52", "households", "about")]),
    ("đạt 95% trở lên", [("95% trở lên", "95", "percent", "at_least")]),
    (
        "còn 0,03% (690 hộ)",
        [("0,03%", "0.03", "percent", "exact"), ("690 hộ", "690", "households", "exact")],
    ),
    # The label is "quận, huyện": the unit is that of the likeliest indicator.
    (
        "18/30 quận, huyện",
        [("18/30 quận", "18", "districts", "exact"), ("18/30 quận", "30", "districts", "exact")],
    ),
    ("31nghìn người", [("31nghìn người", "31000", "persons", "exact")]),
    ("hơn 2,9 triệu lượt", [("hơn 2,9 triệu lượt", "2900000", "turns", "more_than")]),
    ("2.975,42 tỷ đồng", [("2.975,42 tỷ đồng", "2975420000000", "VND", "exact")]),
    ("3,5 nghìn tỷ đồng", [("3,5 nghìn tỷ đồng", "3500000000000", "VND", "exact")]),
    ("1.234,125 tỷ đồng", [("1.234,125 tỷ đồng", "1234125000000", "VND", "exact")]),
    ("dưới 0,4%", [("dưới 0,4%", "0.4", "percent", "at_most")]),
    (
        "giảm từ 1 - 1,5%/năm",
        [
            ("từ 1 - 1,5%", "1", "percent", "at_least"),
            ("từ 1 - 1,5%", "1.5", "percent", "at_most"),
        ],
    ),
    (
        "tăng từ 10 đến 12 hộ",  # no range: before and after
        [("từ 10", "10", "", "exact"), ("12 hộ", "12", "households", "exact")],
    ),
    ("500.000 đồng/tháng", [("500.000 đồng/tháng", "500000", "VND_per_month", "exact")]),
    (
        "66,1 triệu đồng/người/năm",
        [("66,1 triệu đồng/người/năm", "66100000", "VND_per_year", "exact")],
    ),
    ("Hàng nghìn lượt người", [("Hàng nghìn lượt người", "1000", "turns", "order")]),
    # One label of two units is not decided.
    ("10 chỉ tiêu", [("10 chỉ tiêu", "10", "", "exact")]),
    ("không có gì", []),
]


@pytest.mark.parametrize(("text", "rows"), PRINTED, ids=[text for text, _ in PRINTED])
def test_figures_are_proposed_as_read(propose, text, rows):
    found = propose(text)
    columns = ["as_printed", "value", "unit", "qualifier"]
    assert list(found[columns].itertuples(index=False, name=None)) == rows
    assert (found[["known", "note", "reason_en", "observation"]] == "").all(axis=None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("phiên bản 4.0", "not a number as Vietnamese writes"),
        ("dài 12.34 km", "not a number as Vietnamese writes"),
        ("1,234.5 hộ", "not a number as Vietnamese writes"),
        ("12,345 người", "12.345 or 12345"),
        ("2 500 hộ", "grouped by blanks, or several"),
        ("3 trăm hộ", "magnitude word"),
        ("2 vạn lượt", "magnitude word"),
    ],
)
def test_what_has_two_readings_is_never_guessed(propose, text, words):
    (row,) = propose(text).to_dict("records")
    assert row["value"] == row["qualifier"] == row["known"] == ""
    assert words in row["note"]


@pytest.mark.parametrize("text", ["12,34 km", "12.345 người", "2.500 hộ", "12,345 triệu đồng"])
def test_what_has_one_reading_is_read(propose, text):
    (row,) = propose(text).to_dict("records")
    assert row["value"]
    assert row["note"] == ""


def test_a_number_in_several_parts_is_not_read_in_parts(propose):
    rows = propose("1 triệu 250 nghìn lượt")
    assert (rows["value"] == "").all()
    assert rows["note"].str.contains("several parts").all()


@pytest.mark.parametrize(
    "date",
    ["19/04/2024", "27.7.1947", "05:40", "05h40", "2021-2025", "2021 – 2023", "8/2024"],
)
def test_dates_and_times_are_no_figures(propose, date):
    (row,) = propose(f"Tin đăng {date}, không có số liệu").to_dict("records")
    assert (row["as_printed"], row["value"]) == (date, "")
    assert row["reason_en"] == "Date, year or time."


def test_dates_in_words_are_no_figures_and_years_that_count_are(propose):
    rows = propose("Ngày 15 tháng 8 năm 2024, quý 3: sau 3 năm có 2.024 hộ, đến 2025")
    dates = rows[rows["reason_vi"] != ""]
    assert list(dates["as_printed"]) == ["15", "8", "2024", "3", "2025"]
    assert list(rows.loc[rows["reason_vi"] == "", "as_printed"]) == ["3 năm", "2.024 hộ"]


def test_an_english_text_is_read_as_english(data, propose):
    article = data.sources["kind"] == "article"
    sources = data.sources.assign(language=data.sources["language"].mask(article, "en"))
    english = dataclasses.replace(data, sources=sources)
    source = sources.loc[article, "source"].iloc[0]
    rows = propose("On 19 April 2024, nearly 2,500 households; they may be 12.5%.", source, english)
    assert list(rows["as_printed"]) == ["19 April 2024", "nearly 2,500 households", "12.5%"]
    assert list(rows["value"]) == ["", "2500", "12.5"]


@pytest.mark.parametrize("document", ["43/2022/QĐ-TTg", "08-CTr/TU", "761/QĐ-TTg", "1234/QĐ-UBND"])
def test_numbers_of_documents_are_no_figures(propose, document):
    (row,) = propose(f"theo {document} của thành phố").to_dict("records")
    assert row["as_printed"] == document
    assert row["reason_en"] == "Number of a document or programme."
    (row,) = propose("tổng số 12 hộ").to_dict("records")
    assert row["reason_en"] == ""


def test_no_break_spaces_and_decomposed_letters_change_nothing(propose):
    text = "Gần 2.500 lượt người, đạt 98,9%; hàng nghìn hộ năm 2024."
    plain = propose(text)
    spaced = text.replace("2.500 lượt", "2.500\u00a0lượt").replace("hàng nghìn", "hàng\u202fnghìn")
    pd.testing.assert_frame_equal(propose(unicodedata.normalize("NFD", spaced)), plain)


def test_where_a_figure_stands_is_told(propose):
    rows = propose("Tựa 1\n\n \u00a0\nTại TP. Hồ Chí Minh có 2 hộ. Ưu tiên 3 hộ. “Đã 4 hộ.”\n")
    assert list(rows["paragraph"]) == [1, 2, 2, 2]
    assert list(rows["sentence"]) == [1, 1, 2, 3]
    assert rows["position"].iloc[1] == len("Tại TP. Hồ Chí Minh có ")
    assert "TP. Hồ Chí Minh có 2 hộ" in rows["context"].iloc[1]


def test_what_is_curated_or_excluded_is_marked(tiny, propose):
    text = "một\n" * 2 + "Đăng 19/04/2024, có 690 hộ\n" + "x\n" * 13 + "690 hộ, 690 hộ và 0,03%\n"
    rows = propose(text, "paper-2024", load(tiny.directory))
    assert list(rows["known"]) == [
        "excluded: Date",
        "",  # the same token in another paragraph
        "paper-2024-p17-poor",
        "",  # printed twice, curated once
        "paper-2024-p17-poor-rate",
    ]
    assert (rows["reason_vi"] == "").all()


@given(st.text("0123456789.,/-–:% hộnghìntỷnăm2024TQĐtriệu\u00a0", max_size=40))
def test_no_digit_is_lost(text):
    line = " ".join(text.split())
    held = [one.span for one in find(line, "vi")]
    for match in re.finditer(r"\d", line):
        assert sum(a <= match.start() < b for a, b in held) == 1


def test_every_figure_of_the_articles_is_known(data):
    if not SOURCES.is_dir():
        pytest.skip("the archived articles are not here: they are kept beside the repository")
    for article in data.sources[data.sources["kind"] == "article"].itertuples():
        rows = curation.propose(data, SOURCES / article.archive, article.source)
        new = rows.loc[rows["known"] == "", ["paragraph", "as_printed"]].values.tolist()
        assert new == [], article.source
        here = data.observations["source"] == article.source
        named = {name for known in rows["known"] for name in known.split()}
        assert set(data.observations.loc[here, "observation"]) <= named


# --- filled rows ------------------------------------------------------------------------------

TEXT = "Tin ngày 5/9/2024\nCòn 52 hộ nghèo, 1,5% số hộ; mục 3\n"
CONFIRMED = {"confirm": "", "period_start": "", "period_basis": "stated", "confidence": "high"}
FILLED = {
    "52 hộ nghèo": {
        "observation": "paper-2024-p2-poor",
        "indicator": "poor_households",
        "area": "VN-HN",
        "period_end": "2024-08-31",
        "standard": "HN-2022-2025",
    },
    "1,5%": {
        "observation": "paper-2024-p2-rate",
        "indicator": "poor_household_rate",
        "area": "VN-HN",
        "period_end": "2024-08-31",
        "standard": "HN-2022-2025",
        "comment_vi": "gồm “hộ; cận nghèo”",
        "comment_en": "both, as printed",
    },
}


@pytest.fixture
def filled(tiny, propose, tmp_path):
    """A filled proposal, and a function that saves it with changes."""
    tiny.tables["sources"][0]["archive"] = "article.txt"
    tiny.write("sources")
    rows = propose(TEXT, "paper-2024", load(tiny.directory)).astype(object)
    for place, token in rows["as_printed"].items():
        if token in FILLED:
            for column, cell in {**CONFIRMED, **FILLED[token]}.items():
                rows.loc[place, column] = cell

    def save(encode=lambda text: text.encode(), separator=",", newline="\n", **changes):
        table = rows.copy()
        for column, cell in changes.items():
            table.loc[table["as_printed"] == "52 hộ nghèo", column] = cell
        path = tmp_path / "filled.csv"
        text = table.to_csv(index=False, sep=separator, lineterminator=newline)
        path.write_bytes(encode(text))
        return path

    return save


def bytes_of(directory):
    return {
        path.name: path.read_bytes()
        for path in directory.glob("*.[cj]s*")
        if path.name != "filled.csv"
    }


def test_good_rows_are_appended_and_valid(tiny, filled):
    before = bytes_of(tiny.directory)["observations.csv"]
    assert curation.append(tiny.directory, filled()) == (2, 1, 1)
    assert bytes_of(tiny.directory)["observations.csv"].startswith(before)
    assert tiny.problems() == []
    data = load(tiny.directory)
    rows = data.observations.set_index("observation")
    assert rows.loc["paper-2024-p2-poor", "value"] == 52
    assert rows.loc["paper-2024-p2-poor", "paragraph"] == 2
    assert rows.loc["paper-2024-p2-rate", "comment_vi"] == "gồm “hộ; cận nghèo”"
    assert data.exclusions["token"].iloc[-1] == "5/9/2024"
    assert validation.notices(package.read(tiny.directory)) == []


def test_rows_are_appended_to_a_table_in_a_folder(tiny, filled):
    (tiny.directory / "tables").mkdir()
    shutil.move(tiny.directory / "observations.csv", tiny.directory / "tables")
    tiny.describe(lambda one: one["resources"][0].update(path="tables/observations.csv"))
    assert curation.append(tiny.directory, filled()) == (2, 1, 1)
    assert load(tiny.directory).observations["value"].eq(52).any()


def test_a_text_of_nothing_but_digits_is_read_at_once(tiny, propose):
    assert len(propose("9" * 30_000, "paper-2024", load(tiny.directory))) == 1


ENDLESS = {
    "a " * 20_001: "paragraph 2 has .* expected at most",
    "3,5% " * 1_001: "paragraph 2 has .* expected at most",
    "690 hộ\n" * 5_001: "has more than 5,000 figures up to paragraph 5002: archive the part",
}


@pytest.mark.parametrize("text", ENDLESS)
def test_a_paragraph_without_end_is_refused(tiny, propose, text):
    with pytest.raises(UsageError, match=ENDLESS[text]):
        propose(f"Một đoạn.\n{text}", "paper-2024", load(tiny.directory))


def test_what_was_appended_is_known_afterwards(tiny, filled, propose):
    curation.append(tiny.directory, filled())
    rows = propose(TEXT, "paper-2024", load(tiny.directory))
    assert list(rows.loc[rows["known"] == "", "as_printed"]) == ["3"]


SAVES = {
    "byte-order mark": {"encode": lambda text: codecs.BOM_UTF8 + text.encode()},
    "CRLF": {"newline": "\r\n"},
    "semicolons": {"separator": ";"},
    "tabs": {"separator": "\t"},
    "Excel in Vietnamese": {
        "encode": lambda text: codecs.BOM_UTF8 + text.encode(),
        "separator": ";",
        "newline": "\r\n",
    },
    "sep=;": {"encode": lambda text: b"sep=;\r\n" + text.encode(), "separator": ";"},
    "blank rows and columns": {
        "encode": lambda text: "".join(f"{line},,\n" for line in [*text.splitlines(), ""]).encode()
    },
    "NFD": {"encode": lambda text: unicodedata.normalize("NFD", text).encode()},
}


@pytest.mark.parametrize("way", SAVES)
def test_saved_by_a_spreadsheet_the_rows_are_the_same(tiny, filled, way):
    empty = bytes_of(tiny.directory)
    curation.append(tiny.directory, filled())
    expected = bytes_of(tiny.directory)
    for name, content in empty.items():
        (tiny.directory / name).write_bytes(content)
    assert curation.append(tiny.directory, filled(**SAVES[way])) == (2, 1, 1)
    found = bytes_of(tiny.directory)
    for name in ("observations.csv", "exclusions.csv", "datapackage.json"):
        assert found[name] == expected[name]


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"value": "11.959"}, "value", "11959 (Vietnamese)"),
        ({"value": "5,2"}, "value", "5.2 (Vietnamese)"),
        ({"value": ""}, "value", "expected a value"),
        ({"value": "2.97542E+12"}, "value", "spreadsheet shortened"),
        ({"indicator": ""}, "indicator", "expected a value"),
        ({"observation": ""}, "observation", "expected a value"),
        ({"indicator": "poor_houshold"}, "indicator", "poor_households"),
        ({"period_end": "31/08/2024"}, "period_end", "2024-08-31"),
        ({"observation": "paper-2024-p17-poor"}, "observation", "no other row has"),
        ({"source": "paper-2025"}, "source", "sources.csv"),
        ({"comment_en": "one language"}, "comment_vi", "both languages"),
        ({"paragraph": ""}, "paragraph", "paragraph of the article"),
    ],
)
def test_a_broken_row_is_named_and_nothing_changes(tiny, filled, changes, column, words):
    path = filled(**changes)
    before = bytes_of(tiny.directory)
    with pytest.raises(DataProblems) as caught:
        curation.append(tiny.directory, path)
    assert bytes_of(tiny.directory) == before
    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == ("filled.csv", 3, column)
    assert words in str(problem)


def test_an_article_without_a_row_in_sources_is_told_how_to_get_one(tiny, filled):
    with pytest.raises(DataProblems, match="add a row 'hanoimoi-2026' to sources.csv"):
        curation.append(tiny.directory, filled(source="hanoimoi-2026"))


def test_all_broken_rows_are_named_at_once(tiny, filled):
    path = filled(value="11.959", area="VN-XX", reason_vi="không cần")
    with pytest.raises(DataProblems) as caught:
        curation.append(tiny.directory, path)
    assert {one.column for one in caught.value.problems} == {"value", "area"}


def test_a_reason_in_one_language_is_refused(tiny, filled, tmp_path):
    path = filled(observation="", indicator="", reason_vi="Tên gọi.")
    with pytest.raises(DataProblems) as caught:
        curation.append(tiny.directory, path)
    assert [(one.file, one.column) for one in caught.value.problems] == [
        ("filled.csv", "reason_en")
    ]


def test_a_table_without_a_last_line_end_is_not_glued(tiny, filled):
    path = filled()
    table = tiny.directory / "observations.csv"
    table.write_bytes(table.read_bytes().rstrip(b"\n"))
    assert curation.append(tiny.directory, path).observations == 2
    assert len(load(tiny.directory).observations) == len(tiny.tables["observations"]) + 2


def test_a_table_that_excel_saved_takes_rows_too(tiny, filled):
    path = filled()
    before = load(tiny.directory).observations
    tiny.write("observations", codecs.BOM_UTF8 + tiny.text("observations", ";", "\r\n").encode())
    curation.append(tiny.directory, path)
    after = load(tiny.directory).observations
    pd.testing.assert_frame_equal(after.iloc[: len(before)], before)
    assert b"\r" not in (tiny.directory / "observations.csv").read_bytes()


def test_appending_twice_is_refused_and_no_exclusion_is_doubled(tiny, filled):
    path = filled()
    curation.append(tiny.directory, path)
    before = bytes_of(tiny.directory)
    with pytest.raises(DataProblems, match="no other row has"):
        curation.append(tiny.directory, path)
    assert bytes_of(tiny.directory) == before
    only_dates = filled(observation="", indicator="")
    text = only_dates.read_text(encoding="utf-8")
    only_dates.write_text(
        text.replace("paper-2024-p2-rate", "").replace("poor_household_rate", ""), encoding="utf-8"
    )
    assert curation.append(tiny.directory, only_dates) == (0, 0, 3)
    assert bytes_of(tiny.directory) == before


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (None, UsageError, "No file"),
        (b"", DataProblems, "found nothing"),
        ("observation,indicator\n".encode("utf-16"), DataProblems, "CSV UTF-8"),
        (b"observation,indicator\na,b\n", DataProblems, "expected this column"),
    ],
)
def test_a_file_that_is_no_proposal_is_refused(tiny, tmp_path, content, error, words):
    path = tmp_path / "filled.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=words):
        curation.append(tiny.directory, path)


def test_an_unfilled_proposal_is_refused(tiny, propose, tmp_path):
    rows = propose("52 hộ", "paper-2024", load(tiny.directory))
    curation.write(rows, tmp_path / "unfilled.csv")
    with pytest.raises(UsageError, match="Nothing is filled in"):
        curation.append(tiny.directory, tmp_path / "unfilled.csv")


def test_a_failing_disk_leaves_the_data_as_they_were(tiny, filled, monkeypatch):
    path = filled()
    before = bytes_of(tiny.directory)
    forced = []

    def full(handle):
        forced.append(handle)
        if len(forced) == 3:  # after the descriptor of the trial, and the first of the tables
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        curation.append(tiny.directory, path)
    assert bytes_of(tiny.directory) == before


# --- the command ------------------------------------------------------------------------------


def test_a_curators_day(tiny, filled, tmp_path, capsys):
    out, data = tmp_path / "candidates.csv", str(tiny.directory)
    text = tmp_path / "article.txt"
    arguments = ["curate", str(text), "--data", data, "--source", "paper-2024", "--out", str(out)]
    assert main(arguments) == 0
    assert "4 figures and dates" in capsys.readouterr().out
    assert out.read_bytes().startswith(codecs.BOM_UTF8)
    assert main(arguments) == 2
    assert "may hold your work" in capsys.readouterr().err
    assert main(["curate", str(filled()), "--data", data, "--append"]) == 0
    assert "observations.csv: 2, exclusions.csv: 1, left out: 1" in capsys.readouterr().out
    assert main(["validate", "--data", data]) == 0


def test_a_source_that_is_not_there_yet_is_told(tiny, tmp_path, capsys):
    text = tmp_path / "article.txt"
    text.write_text("=1+2 hộ", encoding="utf-8")
    assert main(["curate", str(text), "--data", str(tiny.directory), "--source", "paper-2023"]) == 0
    captured = capsys.readouterr()
    assert "no 'paper-2023'" in captured.err
    assert "Did you mean paper-2024?" in captured.err
    assert hashlib.sha256(text.read_bytes()).hexdigest() in captured.err
    assert ",'=1+2 hộ," in captured.out


@pytest.mark.parametrize(
    "number",
    [
        "1900 6789",
        "18006789",
        "024.3825.1234",
        "(024) 3825 1234",
        "0912 345 678",
        "0912.345.678",
        "0912345678",
        "+84 912 345 678",
        "(84-24) 3934 5678",
    ],
)
def test_a_telephone_number_is_no_figure(propose, number):
    rows = propose(f"Mọi phản ánh xin gọi {number}, nơi có 2.500 hộ nghèo")
    assert list(rows["reason_en"]) == ["Telephone number.", ""]
    assert rows["as_printed"].iloc[0] == number


@pytest.mark.parametrize("line", ["gọi tổng đài 111 khi cần", "đường dây nóng 1022"])
def test_a_short_number_is_a_telephone_number_where_it_is_called_so(propose, line):
    assert list(propose(line)["reason_en"]) == ["Telephone number."]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("có 1.900 hộ", "1900"),
        ("0,03% số hộ", "0.03"),
        ("còn 84 hộ nghèo", "84"),
        ("hỗ trợ 1.900.678 hộ", "1900678"),
        ("1800 hộ", "1800"),
    ],
)
def test_figures_that_begin_alike_are_figures(propose, line, value):
    assert list(propose(line)["value"]) == [value]


def test_a_unit_is_known_from_what_was_curated_before(propose):
    (row,) = propose("Tỉnh có 1.456 lao động đi làm việc ở nước ngoài").to_dict("records")
    assert (row["as_printed"], row["unit"]) == ("1.456 lao động", "persons")


@pytest.mark.parametrize("source", ["Bad Key", "báo-2026", "a/b", "", "x_1"])
def test_an_identifier_that_no_source_can_have_is_refused_at_once(data, tmp_path, source):
    text = tmp_path / "a.txt"
    text.write_text("2.500 hộ", encoding="utf-8")
    with pytest.raises(UsageError, match="identifier of a source is"):
        curation.propose(data, text, source)
    assert len(curation.propose(data, text, "hanoimoi-2026")) == 1


def test_a_text_is_no_filled_proposal(data, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Tỉnh có 1.456 lao động, giảm 2.500 hộ\n", encoding="utf-8")
    with pytest.raises(UsageError, match="leave out --append"):
        curation.append(data.directory, text)
