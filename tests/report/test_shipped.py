"""The shipped reports: every PDF is built from the real notebooks and read again."""

import io
import json
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

import welfare_analysis as wa
from welfare_analysis.report.build import build
from welfare_analysis.report.plan import read_reports
from welfare_analysis.report.register import project

from .paper_reader import read_pages, words

pytestmark = pytest.mark.slow

REPORTS = [report.name for report in read_reports()]
EVERY = [(language, report) for language in ("vi", "en") for report in REPORTS]


@pytest.fixture
def out(shipped):
    return shipped


@pytest.fixture
def read(out):
    def opened(language, report):
        return PdfReader(io.BytesIO((out / language / f"{report}.pdf").read_bytes()))

    return opened


def test_every_report_is_there_in_both_languages_and_in_the_manifest(out):
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for kind in ("pdf", "html"):
        built = {f"{path.parent.name}/{path.name}" for path in out.glob(f"*/*.{kind}")}
        assert built == {f"{language}/{report}.{kind}" for language, report in EVERY}
    assert set(manifest["reports"]) == {f"{language}/{report}.pdf" for language, report in EVERY}


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_a_report_is_accessible_and_says_what_it_is(read, language, report):
    reader = read(language, report)
    root = reader.trailer["/Root"]
    assert root["/Lang"].startswith(language)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata.title
    assert reader.outline
    declared = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part\D+1", declared)
    assert re.search(r"pdfaid:part\D+2", declared)
    assert re.search(r"pdfaid:conformance\W+A", declared)


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_its_text_is_whole_and_in_one_language(out, language, report):
    text = words(out / language / f"{report}.pdf")
    assert "\ufffd" not in text
    assert "None" not in text
    assert "nan" not in re.findall(r"\w+", text)
    ours, others = ("Nguồn:", "Source:") if language == "vi" else ("Source:", "Nguồn:")
    assert ours in text
    assert others not in text


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_every_citation_has_its_entry(out, read, language, report):
    text = words(out / language / f"{report}.pdf")
    mark = "đ\\." if language == "vi" else "para\\."
    cited = {int(number) for number in re.findall(rf"\[(\d+)(?:, {mark} \d+)?\]", text)}
    known = set(wa.load().sources["number"])
    assert cited
    assert cited <= known
    links = [
        annotation.get_object()
        for page in read(language, report).pages
        for annotation in page.get("/Annots", ())
    ]
    assert sum("/Dest" in link or "/D" in link.get("/A", {}) for link in links) >= len(cited)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_numbers_of_the_report_are_the_numbers_of_the_data(data, out, language):
    text = words(out / language / "poverty_reduction.pdf").replace("\u00a0", " ")
    for figure in wa.compare(data, "poor_household_rate", measure="actual").figures.values():
        assert figure.text(language) in text
    sent = wa.one(data, "workers_sent_abroad", "Hà Nội", source="ldxh-hn-2024").text(language)
    assert sent in words(out / language / "labour_export.pdf").replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_overview_has_two_pages(read, language):
    assert len(read(language, "overview").pages) == 2


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_nothing_is_set_smaller_than_eight_points(out, language, report):
    read = read_pages(out / language / f"{report}.pdf")
    sizes = {size for page in read for *_, size in page["pieces"]}
    assert min(sizes) >= 8.0
    assert len(sizes) > 3


def test_building_again_changes_nothing(out, capsys):
    files = [*out.glob("*/*.*"), out / "index.html", out / "manifest.json"]
    before = {path: path.read_bytes() for path in files}
    assert build(out=out) == 0
    assert f"{len(EVERY)} unchanged" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in files}


def test_plain_papermill_runs_a_notebook_with_parameters(tmp_path):
    notebook = project() / "notebooks" / "area_profile.ipynb"
    result = tmp_path / "result.ipynb"
    arguments = ["-p", "language", "en", "-p", "area", "Sơn La", "--log-level", "ERROR"]
    subprocess.run(
        [sys.executable, "-m", "papermill", str(notebook), str(result), *arguments],
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )
    assert "Sơn La" in result.read_text(encoding="utf-8")
