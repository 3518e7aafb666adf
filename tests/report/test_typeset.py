"""PDFs are read back by an independent reader."""

import io

import pypdf
import pytest

import welfare_analysis as wa
from welfare_analysis.errors import ReportError
from welfare_analysis.report import reading as document
from welfare_analysis.report import typeset
from welfare_analysis.show.prose.references import references
from welfare_analysis.show.writer import Writer

from .conftest import FACTS, MIME, code, notebook
from .conftest import markdown as cell

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
HOSTILE = '#read("/etc/passwd") $x$ *b* _i_ <script>alert(1)</script> @ref `c` \\u{41} // c'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">'
    '<rect width="50" height="20"/><text x="60" y="20" '
    "style=\"font: 12px 'IBM Plex Sans'\">Sơn La 14,17%</text></svg>"
)


def output(content, **bundle):
    data = {MIME: content, **bundle}
    return {**code("x"), "outputs": [{"output_type": "display_data", "data": data, "metadata": {}}]}


def table(count=2, columns=2, **more):
    return output(
        {
            "kind": "table",
            "language": "vi",
            "caption": "Bảng thử",
            "note": "Ghi chú",
            "columns": [{"label": f"Cột {n}"} for n in range(columns)],
            "rows": [[f"ô {r}.{c}" for c in range(columns)] for r in range(count)],
            "row_headers": True,
            **more,
        }
    )


CHART = output(
    {
        "kind": "chart",
        "language": "vi",
        "title": "Phát hiện",
        "subtitle": "Đơn vị",
        "alt": "Thanh: Sơn La 14,17%",
        "note": "Nguồn",
    },
    **{"image/svg+xml": SVG},
)
REFERENCES = output(
    {
        "kind": "references",
        "language": "vi",
        "entries": [
            {
                "number": 1,
                "text": "Sở *Lao động*",
                "url": "https://example.org/a?b=c",
                "figures": [{"paragraph": 17, "as_printed": "0,03%"}],
            },
            {
                "number": 2,
                "text": "VIETJO",
                "url": None,
                "figures": [{"paragraph": None, "as_printed": "貧困世帯がゼロ"}],
            },
        ],
    }
)


def make(*cells, title="Báo cáo *thử*", language="vi"):
    model = document.read(notebook(cell(f"# {title}"), *cells), language)
    return typeset.typeset(model, FACTS, language)


def opened(content):
    return pypdf.PdfReader(io.BytesIO(content))


def text(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def elements(reader):
    """Yield every element of the structure tree, parents first."""
    stack = [reader.root_object["/StructTreeRoot"].get_object()]
    while stack:
        node = stack.pop(0)
        if isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                yield node
            kids = node.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            kids = kids if isinstance(kids, list) else [kids]
            stack[:0] = [kid.get_object() for kid in kids]


@pytest.fixture(scope="module")
def full():
    body = cell(
        f"## Phần một\n\n{LETTERS} {LETTERS.upper()} [[1, đ. 17]](#source-1)\n\n### Mục\n\n- a\n- b"
    )
    return make(cell("- **Điểm** một", "summary"), body, CHART, table(), table(120), REFERENCES)


def test_the_document_says_what_it_is(full):
    reader = opened(full)
    assert reader.root_object["/Lang"] == "vi-VN"
    assert reader.root_object["/MarkInfo"]["/Marked"].value is True
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata.title == "Báo cáo thử"
    assert reader.metadata.author
    assert "Việt Nam" in reader.metadata["/Keywords"]
    assert reader.metadata.creation_date.date().isoformat() == FACTS["date"]


def test_it_declares_both_standards(full):
    packet = opened(full).root_object["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1<" in packet
    assert "<pdfaid:part>2<" in packet
    assert "<pdfaid:conformance>A<" in packet


def test_its_structure_is_tagged(full):
    found = list(elements(opened(full)))
    names = [node["/S"] for node in found]
    assert {
        "/Document",
        "/H1",
        "/H2",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TR",
        "/TH",
        "/TD",
        "/Figure",
        "/Caption",
        "/Link",
    } <= set(names)
    alternative = [str(node["/Alt"]) for node in found if node["/S"] == "/Figure"]
    assert alternative == ["Thanh: Sơn La 14,17%"]
    heads = [str(node["/A"]) for node in found if node["/S"] == "/TH"]
    rows = sum(name == "/TR" for name in names)
    assert sum("/Column" in head for head in heads) == 4
    # Each row but that of the heads of columns, in each of the tables.
    assert sum("/Row" in head for head in heads) == rows - sum(name == "/Table" for name in names)


def test_every_font_is_embedded_and_ours(full):
    names = set()
    for page in opened(full).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert (
                "/FontFile2" in inner["/FontDescriptor"] or "/FontFile3" in inner["/FontDescriptor"]
            )
            names.add(str(inner["/BaseFont"]).partition("+")[2])
    assert names <= {
        "IBMPlexSans",
        "IBMPlexSans-Bold",
        "IBMPlexSans-Italic",
        "WelfareFallbackSans-Regular",
    }


def test_all_vietnamese_letters_come_out_again(full):
    found = text(opened(full)).replace("\n", "")
    assert LETTERS in found
    assert LETTERS.upper() in found
    assert "貧困世帯がゼロ" in found.replace(" ", "")


def test_text_in_charts_is_text(full):
    assert "Sơn La 14,17%" in text(opened(full))


def test_headings_are_bookmarks(full):
    def titles(items):
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    assert titles(opened(full).outline)[:3] == ["Những điểm chính", "Phần một", ["Mục"]]


def test_citations_lead_to_their_source_and_back(full):
    reader = opened(full)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    inner = [link for link in links if "/Dest" in link or "/D" in link.get("/A", {})]
    assert len(inner) == 2
    assert any(link.get("/A", {}).get("/URI") == "https://example.org/a?b=c" for link in links)
    assert "Dẫn ở trang 1" in text(reader)


def test_a_long_table_repeats_its_header(full):
    reader = opened(full)
    pages = [page.extract_text() for page in reader.pages]
    assert sum("Cột 0" in page for page in pages) >= 3
    assert f"Trang 2/{len(pages)}" in pages[1]


def test_the_same_document_has_the_same_bytes(full):
    body = cell("## Phần một\n\nx")
    assert make(body) == make(body)


def test_markup_is_printed_as_it_stands():
    escaped = "".join(f"\\{sign}" if sign in "\\*_`<>$#[]" else sign for sign in HOSTILE)
    titled = {
        "kind": "table",
        "language": "vi",
        "caption": HOSTILE,
        "note": HOSTILE,
        "columns": [{"label": HOSTILE}],
        "rows": [[HOSTILE]],
    }
    content = make(cell(f"## {escaped}"), output(titled), title=escaped)
    reader = opened(content)
    assert reader.metadata.title == HOSTILE
    found = "".join(text(reader).split())
    assert found.count("".join(HOSTILE.split())) >= 5
    assert "root:" not in found


@pytest.mark.parametrize("columns", [1, 12, 30])
def test_wide_tables_stay_on_the_page(columns):
    reader = opened(make(table(20, columns)))
    for page in reader.pages:
        places = []
        page.extract_text(
            visitor_text=lambda t, cm, tm, f, s, to=places: t.strip() and to.append(cm[4] + tm[4])
        )
        assert max(places) < float(page.mediabox.width) - 40


def test_one_term_alone_stands_in_the_first_column():
    (page,) = opened(make(output({"kind": "glossary", "entries": [["lượt", "một lần"]]}))).pages
    places = []
    page.extract_text(
        visitor_text=lambda t, cm, tm, f, s: "lượt" in t and places.append(cm[4] + tm[4])
    )
    assert places
    assert max(places) < float(page.mediabox.width) / 2


def test_cards_of_many_places_part_between_two_rows(data):
    areas = ["VN-HN", "VN-SG", "VN-05", "VN-69-165", "VN"]
    found = wa.findings(data, areas, "poor_household_rate").of("level")
    tiles = wa.charts.tiles(data, found, "en")._repr_mimebundle_()
    before = cell("\n\n".join(["Text."] * 28))
    listed = references(Writer(data, "en"), tiles[MIME]["observations"])
    sources = listed._repr_mimebundle_()
    reader = opened(make(before, output(tiles[MIME]), output(sources[MIME]), language="en"))
    first, second = (page.extract_text() for page in reader.pages[:2])
    names = [tile.name for tile in wa.charts.tiles(data, found, "en").tiles]
    assert [name for name in names if name in first] == names[:3]
    assert [name for name in names if name in second] == names[3:]
    assert "scale of its own" in second  # the note stays with the last


def test_a_letter_without_a_font_is_named():
    with pytest.raises(ReportError, match="𒀀"):
        make(cell("𒀀"))


def test_english_has_its_own_labels():
    model = document.read(notebook(cell("# Report"), cell("## Part")), "en")
    reader = opened(typeset.typeset(model, FACTS, "en"))
    assert reader.root_object["/Lang"] == "en-GB"
    assert "Page 1 of 1" in text(reader)
    assert "20 November 2025" in text(reader)
