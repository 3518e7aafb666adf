"""An independent reader finds in every PDF what the data say: text, tags, fonts, numbers."""

import ast
import contextlib
import difflib
import io
import json
import re
import shutil
import subprocess
import unicodedata

import babel.numbers
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import welfare_analysis as wa
from welfare_analysis.judge.derived import ratio_text
from welfare_analysis.messages import message
from welfare_analysis.report.register import project, read_reports
from welfare_analysis.show.charts import chart

from .paper_reader import words
from .test_pages import flat
from .test_shipped import EVERY

pytestmark = pytest.mark.slow

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
YEARS = {str(year) for year in range(1900, 2101)}
# Dates and the numbers of sources, paragraphs, figures, tables and pages are no quantities.
LABELS = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|\[\d+(?:, (?:đ\.|para\.) ?\d+)?\]|\[\d+\]|(?:đ\.|para\.) ?\d+"
    r"|(?:Hình|Bảng|Figure|Table|Trang|Page) \d+(?:(?:/| of )\d+)?"
    r"|(?:Dẫn ở trang|Cited on page)[\d ,]+"
    r"|\d{1,2}(?:[–-]\d{1,2})? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|tháng \d{1,2}(?:[–-]\d{1,2}/\d{4})?|ISO 3166-2"
    r"|(?:https?://)?\w[\w.-]*\.\w+/\S*|\b[0-9a-f]{12}\b|SHA-256"
)


@pytest.fixture
def pdf(shipped):
    return lambda language, report: shipped / language / f"{report}.pdf"


@pytest.fixture(scope="module")
def readers():
    """The PDFs that were opened: several tests look at each."""
    return {}


@pytest.fixture
def opened(pdf, readers):
    def found(*which):
        if which not in readers:
            readers[which] = PdfReader(io.BytesIO(pdf(*which).read_bytes()))
        return readers[which]

    return found


def plain(text):
    """Compose letters and make every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def by_poppler(file):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed: there is one reader only")
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return plain(read.stdout.decode())


def elements(reader):
    stack = [reader.root_object["/StructTreeRoot"].get_object()]
    while stack:
        node = stack.pop(0)
        if isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node
            kids = node.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            stack[:0] = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_two_readers_find_the_same_words_in_order(pdf, language, report):
    file = pdf(language, report)
    ours, theirs = words(file), by_poppler(file)
    one, other = (re.findall(r"\w+", text) for text in (ours, theirs))
    assert difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.97
    combining = [letter for letter in theirs if unicodedata.combining(letter)]
    assert not combining
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in ours)


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_headings_are_read_in_the_order_of_the_outline(pdf, opened, language, report):
    reader = opened(language, report)
    text, place = words(pdf(language, report)), 0
    for heading in flat(reader.outline):
        place = text.find(plain(heading.title), place)
        assert place >= 0, heading.title
    if report != "overview":  # begins with a finding instead
        summary = message("report-summary", language)
        assert summary in [entry.title for entry in flat(reader.outline)]


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_pictures_and_tables_are_tagged(pdf, opened, language, report):
    reader = opened(language, report)
    found = list(elements(reader))
    pictures = [node for node in found if node["/S"] == "/Figure"]
    label = message("report-figure", language)
    captions = re.findall(rf"{label} \d+ ", words(pdf(language, report)))
    assert len(pictures) == len(captions) or len(pictures) >= len(set(captions))
    for picture in pictures:
        said = str(picture["/Alt"])
        assert len(said) > 40
        assert NUMBER.search(said)
    assert any(node["/S"] == "/Table" for node in found)
    heads = [node for node in found if node["/S"] == "/TH"]
    assert heads
    assert all("/Scope" in str(node["/A"]) for node in heads)
    tree = reader.root_object["/StructTreeRoot"]["/IDTree"]["/Names"]
    names = [str(name) for name in tree[::2]]
    assert names == sorted(names)
    by_name = {name: cell.get_object() for name, cell in zip(names, tree[1::2], strict=True)}
    for row in (node for node in found if node["/S"] == "/TR"):
        first, *others = [cell.get_object() for cell in row["/K"]]
        assert first["/S"] == "/TH"
        assert by_name[str(first["/ID"])] == first
        for cell in others:  # of the heads of columns none heads another
            wanted = {name for part in cell["/A"] for name in part.get_object().get("/Headers", ())}
            assert {by_name[str(name)]["/S"] for name in wanted} <= {"/TH"}
            assert cell["/S"] == "/TH" or first["/ID"] in wanted


def test_titles_of_sources_are_said_in_their_language(opened):
    streams = [page.get_contents().get_data() for page in opened("en", "poverty_reduction").pages]
    spoken = {one for data in streams for one in re.findall(rb"/Lang ?\((.*?)\)", data)}
    assert {b"en-GB", b"vi-VN", b"fr-FR"} <= spoken


def test_objects_are_compressed(pdf):
    content = pdf("vi", "overview").read_bytes()
    assert b"/ObjStm" in content
    assert b"/Type /StructElem" not in content


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_every_font_is_embedded(opened, language, report):
    fonts = {}
    for page in opened(language, report).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[str(inner["/BaseFont"])] = inner["/FontDescriptor"]
    assert fonts
    assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts.values()), list(fonts)


def numbers(text):
    """Return the quantities of a text: what is left when dates and labels are taken out."""
    return set(NUMBER.findall(LABELS.sub(" ", plain(text)))) - YEARS


def shown(value):
    """Ask an object for what Jupyter shows, as a report does."""
    make = getattr(value, "_repr_mimebundle_", None)
    return make() if make else None


def execute(notebook, parameters, language):
    """Run the cells of one language, as a report keeps them."""
    space = {"__name__": "__main__", "display": shown}
    other = {"vi": "en", "en": "vi"}[language]
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        tags = cell["metadata"].get("tags", [])
        if cell["cell_type"] != "code" or other in tags or "notebook" in tags:
            continue
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, str(notebook), "exec"), space)
        if last is not None:
            shown(eval(compile(ast.Expression(last.value), str(notebook), "eval"), space))
        if "parameters" in tags:
            space.update(parameters)


def written(monkeypatch, notebook, parameters, language):
    """Collect every number that the library wrote out of a value while a notebook ran."""
    found, write = set(), babel.numbers.format_decimal

    def noting(*arguments, **named):
        text = write(*arguments, **named)
        found.update(NUMBER.findall(text))
        return text

    monkeypatch.setattr(babel.numbers, "format_decimal", noting)
    monkeypatch.setattr(chart, "drawn", lambda figure: "<svg></svg>")  # its numbers are written
    with contextlib.redirect_stdout(io.StringIO()):
        execute(notebook, parameters, language)
    return found


def told(data):
    """Collect every number in the words of the data: tokens, comments, titles, names."""
    found = set()
    tables = (
        data.observations,
        data.indicators,
        data.areas,
        data.sources,
        data.standards,
        data.exclusions,
        data.units,
        data.themes,
    )
    for table in tables:
        for column in table.columns:
            if table[column].dtype == object or str(table[column].dtype).startswith("str"):
                for text in table[column].dropna().unique():
                    found |= set(NUMBER.findall(text)) if column == "url" else numbers(str(text))
    for language in ("vi", "en"):
        for base in ("per_1000_households", "per_100000_inhabitants"):
            found |= numbers(ratio_text(base, "", language))
    return found


@pytest.fixture(scope="module")
def from_words(data):
    return told(data)


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_every_number_of_a_report_comes_from_the_data(
    pdf, monkeypatch, from_words, data, language, report
):
    (entry,) = (one for one in read_reports() if one.name == report)
    parameters = {"language": language, **dict(entry.parameters)}
    computed = written(monkeypatch, project() / entry.notebook, parameters, language)
    text = words(pdf(language, report))
    about = text.rfind(message("report-about", language))
    if about < 0:  # short of room: numbers of sources, and versions, run on in a few lines
        about = text.rindex(message("report-sources", language))
    text = text[:about]  # the colophon has versions
    unknown = numbers(text) - computed - from_words
    addresses = "\n".join(data.sources["url"])
    # A long number in an address may go on in the next line.
    assert not {one for one in unknown if len(one) < 9 or one not in addresses}


def test_a_number_typed_by_hand_would_be_seen(from_words):
    assert numbers("tăng 3,17% so với năm 2023 [5, đ. 4], ngày 31/12/2023") == {"3,17"}
    assert "3,17" not in from_words


def test_the_data_are_in_the_reports(pdf, data):
    rate = wa.one(data, "poor_household_rate", "Sơn La", "2024-12-31", source="baosonla-en-2025")
    for language in ("vi", "en"):
        assert rate.text(language) in words(pdf(language, "poverty_reduction"))
