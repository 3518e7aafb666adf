"""The files that pages carry hold the numbers of the data, and any program can read them."""

import csv
import io
import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.data.figures import observation
from welfare_analysis.report.pages import downloads
from welfare_analysis.report.plan import read_reports

from .conftest import ROOT
from .page_reader import files, read

REPORTS = [report.name for report in read_reports()]


def rows(content):
    """Read a CSV file as a spreadsheet would: with a byte order mark, commas, CRLF."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def printed():
    with open(ROOT / "data" / "observations.csv", encoding="utf-8", newline="") as file:
        return {row["observation"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def pages(shipped):
    return {file: read(file.read_bytes()) for file in shipped.glob("*/*.html")}


def offered(page, node):
    """Return what the files hold that a part of a page offers, by their names."""
    found = {name: (page.parent / name).read_bytes() for name in files(node)}
    return {Path(name).name: content for name, content in found.items()}


@pytest.mark.slow
def test_their_numbers_are_those_of_the_data(pages, printed, data):
    seen = set()
    for page, root in pages.items():
        for name, content in offered(page, root).items():
            if not content.startswith(b"\xef\xbb\xbfobservation,"):
                continue
            for row in rows(content):
                known = printed[row["observation"]]
                assert float(row["value"]) == float(known["value"])
                assert "e" not in row["value"].lower()
                for same in (
                    "indicator",
                    "area",
                    "period_start",
                    "period_end",
                    "unit",
                    "measure",
                    "status",
                    "qualifier",
                    "standard",
                    "source",
                    "paragraph",
                ):
                    assert row[same] == known[same], (name, same)
                assert row["as_printed"].removeprefix("'") == known["as_printed"]
                interval = observation(data, row["observation"]).interval
                low, high = (float(row[end]) if row[end] else None for end in ("low", "high"))
                assert low == (interval.low if math.isfinite(interval.low) else None)
                assert high == (interval.high if math.isfinite(interval.high) else None)
                seen.add(row["observation"])
    assert len(seen) > 200


@pytest.mark.slow
def test_every_table_and_chart_carries_what_it_shows(pages):
    for path, page in pages.items():
        for figure in page.all("figure"):
            carried = offered(path, figure)
            label = next(node.text for node in figure.all("span") if node.has_class("label"))
            kinds = {name.rpartition(".")[2] for name in carried}
            assert kinds == ({"csv", "svg", "png"} if figure.has_class("figure") else {"csv"})
            if figure.has_class("table"):
                first = rows(next(iter(carried.values())))
                assert len(first) == len(figure.one("tbody").all("tr")), (path, label)


@pytest.mark.slow
def test_nothing_stands_beside_a_page_but_what_it_offers(pages):
    for path, page in pages.items():
        beside = {file.name for file in path.with_suffix("").iterdir()}
        assert beside == offered(path, page).keys()


@pytest.mark.slow
def test_metadata_describes_every_file_and_column(pages):
    for path, page in pages.items():
        carried = offered(path, page)
        metadata = json.loads(carried["csv-metadata.json"])
        assert metadata["@context"][1] == {"@language": path.parent.name}
        assert metadata["dc:modified"]["@value"]
        described = {table["url"]: table for table in metadata["tables"]}
        tables = {name for name in carried if name.endswith(".csv")}
        assert described.keys() == tables
        for name in tables:
            assert described[name]["dc:title"]
            text = carried[name].decode("utf-8-sig")
            titles = [column["titles"] for column in described[name]["tableSchema"]["columns"]]
            assert next(csv.reader(io.StringIO(text, newline=""))) == list(
                map(downloads.written, titles)
            )


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2),
        max_size=5,
    )
)
def test_any_text_comes_out_again_but_no_formula(cells):
    content = downloads.csv_bytes(["a", "b"], cells)
    back = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert len(back) == len(cells)
    for came, went in zip(sum(back, []), sum(cells, []), strict=True):
        assert came in (went, f"'{went}")
        assert not came.startswith(("=", "@"))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_is_written_plainly_and_exactly(value):
    written = downloads.written(value)
    assert float(written) == value
    assert set(written) <= set("-.0123456789")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|'/c calc'!A0", "'+cmd|'/c calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("-", "'-"),
        ("-1,5", "-1,5"),
        ("+3", "+3"),
        ("-0.25%", "-0.25%"),
        ("a=b", "a=b"),
        ("–", "–"),
        ("1.234", "1.234"),
        ("", ""),
    ],
)
def test_a_formula_is_disarmed_and_a_number_is_not(text, written):
    assert downloads.written(text) == written


def test_every_column_has_a_plain_type():
    assert set(downloads.COLUMNS.values()) == {"string", "date", "number", "integer", "anyURI"}
