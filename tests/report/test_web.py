"""Pages are read back by an independent reader: structure, citations, hostile outputs."""

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from welfare_analysis.errors import ReportError
from welfare_analysis.messages import message
from welfare_analysis.report import reading as document
from welfare_analysis.report.pages.drawing import drawing
from welfare_analysis.report.pages.page import page
from welfare_analysis.show.document import as_json, cite, emphasis
from welfare_analysis.show.render.html import address, is_safe_address, part

from .conftest import FACTS, MIME, code, notebook
from .conftest import markdown as cell
from .page_reader import files, read

HOSTILE = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> &lt;b&gt; ' {{7*7}} ${x} ]]> "
    "javascript:alert(3) <!-- --> </style></title><svg onload=alert(4)>"
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="200pt" height="60pt" viewBox="0 0 200 60"><defs><style type="text/css">'
    '*{{stroke-linejoin: round; stroke-linecap: butt}}</style><path id="m" d="M 0 0 L 0 3"/></defs>'
    '<use xlink:href="#m" x="1" style="stroke: #333"/><text x="60" y="20" '
    "style=\"font: italic 700 12px 'IBM Plex Sans'; text-anchor: middle\">Sơn La 14,17%</text>"
    "{}</svg>"
)
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "nav",
    "main",
    "article",
    "footer",
    "div",
    "span",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "details",
    "summary",
    "strong",
    "em",
    "code",
    "pre",
    "br",
    "hr",
    "blockquote",
    "img",
    "svg",
    "g",
    "defs",
    "path",
    "use",
    "text",
    "tspan",
    "rect",
}


def output(content, **bundle):
    data = {MIME: as_json({"language": "vi", **content}), **bundle}
    return {**code("x"), "outputs": [{"output_type": "display_data", "data": data, "metadata": {}}]}


def table(caption="Bảng thử", **more):
    content = {
        "kind": "table",
        "caption": caption,
        "note": "Ghi chú " + cite(1, "[1]"),
        "columns": [{"label": "Nơi"}, {"label": "Số", "align": "right"}],
        "rows": [["Hà Nội", "0,03%"], ["Sơn La", "14,41% " + cite(1, "[1, đ. 2]")]],
        "row_headers": True,
        **more,
    }
    return output(content)


def chart(alt="Thanh: Sơn La 14,17%", **more):
    content = {
        "kind": "chart",
        "title": "Phát hiện",
        "subtitle": "Đơn vị",
        "alt": alt,
        "note": "Nguồn",
        **more,
    }
    return output(content, **{"image/svg+xml": SVG.format("")})


def references(url="https://example.org/a?b=c", token="0,03%"):
    return output(
        {
            "kind": "references",
            "entries": [
                {
                    "number": 1,
                    "text": "Sở " + emphasis("Lao động"),
                    "url": url,
                    "figures": [{"paragraph": 17, "as_printed": token}],
                }
            ],
        }
    )


def whole(*cells, title="Báo cáo *thử*", language="vi", **facts):
    model = document.read(notebook(cell(f"# {title}"), *cells), language)
    return page(model, {**FACTS, "output": f"{language}/thử một.pdf", **facts}, language)


def make(*cells, **more):
    return whole(*cells, **more).html


def words(text):
    return {"t": "text", "s": text}


def set_inline(*items):
    return part("blocks.html.j2", "inline", list(items))


@pytest.fixture(scope="module")
def full():
    body = cell(
        "## Phần một\n\nSố [[1, đ. 17]](#source-1), lại [[1]](#source-1)\n\n#### Sâu\n\n1. a\n2. b"
    )
    summary = cell("- **Điểm** một [[1]](#source-1)", "summary")
    return read(make(summary, body, chart(), table(), table(), references()))


def test_a_page_says_what_it_is(full):
    root = full.one("html")
    assert root.get("lang") == "vi"
    assert full.one("title").text == full.one("h1").text == "Báo cáo thử"
    assert len(full.all("main")) == len(full.all("header")) == len(full.all("footer")) == 1
    assert "20/11/2025" in full.text
    assert "abc123" in full.text


def test_the_first_link_leads_past_what_stands_around(full):
    first = full.one("body").all("a")[0]
    assert first.get("href") == "#" + full.one("main").get("id")


def test_headings_never_skip_a_level(full):
    levels = [int(node.name[1]) for node in full.all(*(f"h{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_it_leads_to_the_index_the_pdf_and_the_other_language(full):
    links = [link.get("href") for link in full.one("header").all("a")]
    assert links == [
        "../index.html",
        "th%E1%BB%AD%20m%E1%BB%99t.pdf",
        "../en/th%E1%BB%AD%20m%E1%BB%99t.html",
    ]


def test_every_link_inside_leads_somewhere_and_names_are_unique(full):
    names = [node.get("id") for node in full.all() if "id" in node.attributes]
    assert len(names) == len(set(names))
    inner = [
        link.get("href")[1:] for link in full.all("a", "use") if link.get("href").startswith("#")
    ]
    assert len(inner) > 10
    assert set(inner) <= set(names)
    for node in full.all():
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((node.get(name) or "").split()) <= set(names)


def test_the_contents_list_the_headings(full):
    nav = next(node for node in full.one("main").all("nav"))
    assert [link.text for link in nav.all("a")] == [
        "Những điểm chính",
        "Phần một",
        "Nguồn số liệu",
        "Về báo cáo này",
    ]


def test_a_source_leads_back_to_the_places_that_cite_it(full):
    (entry,) = (node for node in full.all("li") if node.get("id") == "source-1")
    back = [link for link in entry.all("a") if link.get("href").startswith("#cite")]
    assert [link.text for link in back] == ["Những điểm chính", "Phần một", "Bảng 1", "Bảng 2"]
    anchors = {link.get("id"): link for link in full.all("a") if link.has_class("cite")}
    assert all(anchors[link.get("href")[1:]].get("href") == "#source-1" for link in back)


def test_a_table_is_one_with_caption_headers_and_a_region_that_scrolls(full):
    for number, node in enumerate(full.all("table"), start=1):
        assert node.one("caption").text == f"Bảng {number} Bảng thử"
        assert [th.get("scope") for th in node.one("thead").all("th")] == ["col", "col"]
        assert [th.text for th in node.one("tbody").all("th")] == ["Hà Nội", "Sơn La"]
        assert {th.get("scope") for th in node.one("tbody").all("th")} == {"row"}
        region = node.parent
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-labelledby") == node.one("caption").get("id")


def test_every_region_has_a_name_of_its_own():
    printed = [{**code("x"), "outputs": [{"output_type": "stream", "name": "stdout", "text": "a"}]}]
    root = read(make(table(), table(), chart(), *printed, *printed, references()))
    regions = [node for node in root.all() if node.get("role") == "region"]
    names = [node.get("aria-label") or node.get("aria-labelledby") for node in regions]
    assert len(names) == len(set(names)) == 5


def test_a_heading_without_words_is_not_in_the_contents():
    nav = read(make(cell("## \n\n## Có"))).one("main").one("nav")
    assert [link.text for link in nav.all("a")] == ["Có", "Về báo cáo này"]


def test_a_short_description_names_the_picture_and_a_long_one_follows_it():
    long = "Số liệu. " * 60
    short, longer = read(make(chart(), chart(alt=long))).all("svg")
    assert short.get("aria-label") == "Thanh: Sơn La 14,17%"
    assert longer.get("aria-label") == "Phát hiện. Mô tả đầy đủ ở ngay dưới hình."
    for node, alt in ((short, "Thanh: Sơn La 14,17%"), (longer, long.strip())):
        (figure,) = (above for above in node.ancestors if above.name == "figure")
        assert figure.one("details").one("p").text == alt


def test_words_of_a_chart_are_words_of_the_page_in_its_own_font(full):
    node = full.one("svg")
    assert node.one("text").text == "Sơn La 14,17%"
    assert node.one("text").get("font-weight") == "700"
    assert node.one("text").get("font-size") == "12px"
    assert "style" not in {name for inner in node.all() for name in inner.attributes}


def test_a_chart_says_once_what_its_neighbours_have_in_common():
    line = '<g id="l"><path d="M 1.23456 2  L 3 4.0001  " style="stroke: #333; fill: none"/></g>'
    turned = '<text transform="rotate(-0 1 2)" x="1.005" y="2">x</text><g id="empty"/>'
    node = read(drawing(SVG.format(2 * line + turned), "figure-1", "Mô tả"))
    assert [one.get("d") for one in node.all("path")] == ["M0 0L0 3", *2 * ["M1.23 2L3 4"]]
    (group,) = node.all("g")
    assert (group.get("stroke"), len(group.all("path"))) == ("#333", 2)
    assert not [one for one in node.all() if one.get("transform")]


def test_a_mark_says_what_it_stands_for_in_both_drawings():
    marked = (
        '<g id="figure:a"><use xlink:href="#m" x="190" y="5"/></g>'
        '<g id="figure:b"><path d="M 9 9 L 9 50"/></g>'
    )
    hints = {"figure:a": "Hà Nội, 31/12/2023: 0,03% " + "(rất dài) " * 9, "figure:b": "B < C"}
    content = {
        "kind": "chart",
        "title": "T",
        "alt": "A",
        "hints": hints,
        "narrow": SVG.format(marked),
    }
    root = read(make(output(content, **{"image/svg+xml": SVG.format(marked)})))
    tips = {node.get("id"): node for node in root.all("g") if node.has_class("tip")}
    assert [" ".join(tip.text.split()) for tip in tips.values()] == [
        " ".join(said.split()) for said in hints.values()
    ]
    marks = [node for node in root.all("g") if node.has_class("mark")]
    assert [mark.get("aria-labelledby") for mark in marks] == 2 * list(tips)
    for mark in marks:
        assert (mark.get("tabindex"), mark.get("role")) == ("0", "img")
        shown, hit = mark.one("use"), mark.one("rect")
        assert shown.get("href") == "#" + mark.get("aria-labelledby")
        width = float(tips[mark.get("aria-labelledby")].one("rect").get("width"))
        assert 0 <= float(shown.get("x")) <= 200 - width  # within the drawing
        assert float(shown.get("y")) >= 0
        assert min(float(hit.get(side)) for side in ("width", "height")) >= 18
        drawn = next(above for above in mark.ancestors if above.name == "svg")
        assert drawn.get("role") == "group"
        hidden = [node for node in drawn.all("g") if node.get("aria-hidden")]
        assert len(hidden) == 1
        assert len(hidden[0].all("text")) == len(drawn.all("text")) == 1


def test_charts_share_no_names():
    content = read(make(chart(), chart()))
    first, second = (
        {inner.get("id") for inner in node.all()} - {None} for node in content.all("svg")
    )
    assert first
    assert first.isdisjoint(second)


def test_nothing_but_plain_elements_and_addresses_is_ever_in_a_page(full):
    assert {node.name for node in full.all()} <= ALLOWED
    for node in full.all():
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]


def test_its_policy_forbids_everything_but_its_own_style(full):
    policies = [
        node.get("content")
        for node in full.all("meta")
        if node.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = base64.b64encode(hashlib.sha256(full.one("style").text.encode()).digest()).decode()
    rules = dict(rule.strip().split(" ", 1) for rule in policies[0].split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "img-src": "data:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not re.search(r"url\((?!data:)|@import|https?:", full.one("style").text)


def test_markup_is_printed_as_it_stands():
    escaped = re.sub(r"([\\*_`<>\[\]&{}$])", r"\\\1", HOSTILE)
    columns = [{"label": HOSTILE}, {"label": HOSTILE}]
    content = make(
        cell(f"## {escaped}\n\n{escaped}"),
        table(HOSTILE, columns=columns, rows=[[HOSTILE, HOSTILE]], note=HOSTILE),
        chart(alt=HOSTILE, title=HOSTILE, subtitle=HOSTILE, note=HOSTILE),
        {**code("x"), "outputs": [{"output_type": "stream", "name": "stdout", "text": HOSTILE}]},
        references(token=HOSTILE),
        title=escaped,
        notebook=HOSTILE,
        parameters={"name": HOSTILE},
    )
    root = read(content)
    assert {node.name for node in root.all()} <= ALLOWED
    assert not [n for node in root.all() for n in node.attributes if n.startswith("on")]
    assert root.one("title").text == root.one("h1").text == HOSTILE
    assert root.text.count(HOSTILE) >= 12
    plain = read(make(cell("## 1 < 2 & 3 > 2"), title="A & B"))
    assert (plain.one("h1").text, plain.all("h2")[0].text) == ("A & B", "1 < 2 & 3 > 2")


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://a b", False),
        ("https://example.org\n", False),
        ("file:///etc/passwd", False),
        ("vbscript:x", False),
        (" https://example.org", False),
        ("data:text/html;base64,PHA+", False),
        ("http://x\x00y", False),
        ("", False),
        ("https://example.org/?a=b&c=%20#d", True),
        ("mailto:a@example.org", True),
        ("../en/a.html", True),
        ("a/a-vi-figure-1.svg", True),
        ("#source-1", True),
        ("http://vi.example.org/tiếng-việt", True),
    ],
)
def test_an_address_leads_to_the_web_or_inside_and_nowhere_else(url, leads):
    assert is_safe_address(url) is leads
    link = read(set_inline({"t": "link", "url": url, "c": [words("x")]}))
    assert link.text == "x"
    if leads:
        assert link.one("a").get("href") == address(url) == url
    else:
        assert not link.all()
        with pytest.raises(ValueError, match="no address"):
            address(url)


def test_a_source_whose_address_cannot_stand_in_a_page_shows_it_as_text():
    for url in ("https://exa mple.org/<b>", "https://example.org/\x00"):
        root = read(make(references(url=url)))
        assert not [a for a in root.all("a") if (a.get("href") or "").startswith("https://exa")]
        assert "exa" in next(n for n in root.all("li") if n.get("id") == "source-1").text


@given(st.text(), st.text())
def test_any_text_comes_out_again_as_it_was(inside, attribute):
    block = {"kind": "literal", "text": inside, "label": attribute}
    node = read(part("blocks.html.j2", "blocks", [block])).one("pre")
    for came, went in ((node.text, inside), (node.get("aria-label"), attribute)):
        fit = re.sub(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", went
        )
        assert came.replace("\r", "\n") == fit.replace("\r", "\n")
    assert [one.name for one in node.all()] == ["code"]


def test_only_markup_is_taken_for_markup():
    assert set_inline(words("<"), {"t": "break"}, words("&<br>")) == "&lt;<br>&amp;&lt;br&gt;"
    for drawn, shown in (
        (Markup("<b>"), "<b>"),
        ("<b>" + str(Markup("<i>")), "&lt;b&gt;&lt;i&gt;"),
    ):
        block = {"name": "n", "label": "l", "title": [], "subtitle": [], "note": [], "files": []}
        block |= {"kind": "figure", "alt": "", "drawing": drawn}
        assert f">{shown}</div>" in part("blocks.html.j2", "blocks", [block], language="vi")


@pytest.mark.parametrize(
    "inner",
    [
        '<a href="javascript:alert(1)"><text>x</text></a>',
        "<style>@import url(http://example.org/x.css);</style>",
        "<style>*{fill: red}</style>",
        '<rect style="fill: url(http://example.org/x)"/>',
        '<rect fill="url(//example.org/#x)"/>',
        '<rect style="background-image: url(x)"/>',
        '<rect style="fill: \\75rl(http://example.org)"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<switch><rect/></switch>",
        '<rect id="a b"/>',
        '<rect onclick="x()"/>',
        '<rect data-x="1"/>',
        '<use href="http://example.org/x.svg#a"/>',
    ],
)
def test_a_drawing_with_anything_unknown_is_an_image_that_cannot_act(inner):
    node = read(drawing(SVG.format(inner), "figure-1", "Mô tả")).all()
    assert [one.name for one in node] == ["img"]
    assert node[0].get("alt") == "Mô tả"
    assert node[0].get("src").startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    "inner",
    [
        '<rect fill="url(#m)" clip-path="url(#m)" style="fill: url(#m); stroke: #333"/>',
        '<g id="a.b"><title>ignored</title><circle r="2" style="font-family: x; opacity: .5"/></g>',
        '<text transform="translate(1 2) rotate(-90)">a &lt; b &amp; c</text>',
    ],
)
def test_a_drawing_of_known_parts_stands_in_the_page(inner):
    root = read(drawing(SVG.format(inner), "figure-1", "Mô tả")).one("svg")
    assert root.get("role") == "img"
    references = re.findall(r"url\(#([^)]*)\)", str([node.attributes for node in root.all()]))
    assert set(references) <= {node.get("id") for node in root.all()}
    assert "ignored" not in root.text


def test_a_figure_that_the_data_do_not_hold_fails_the_report():
    with pytest.raises(ReportError, match="nothing-like-it"):
        make(table(observations=["nothing-like-it"]), references())
    with pytest.raises(ReportError, match="by name"):
        make(table(observations="a"))
    with pytest.raises(ReportError, match="by name"):
        make(chart(observations=[1]))


def test_terms_are_a_list_of_terms():
    terms = [
        ["hộ " + emphasis("nghèo"), "hộ < chuẩn " + cite(1, "[1]")],
        ["lượt", "một lần: nhập học"],
    ]
    root = read(make(output({"kind": "glossary", "entries": terms}), references()))
    (node,) = (one for one in root.all("dl") if one.has_class("glossary"))
    assert [one.text for one in node.all("dt")] == ["hộ nghèo", "lượt"]
    assert [one.text for one in node.all("dd")] == ["hộ < chuẩn [1]", "một lần: nhập học"]


def test_a_table_without_figures_still_gives_its_cells():
    made = whole(table(), references())
    folder = "thử một/"
    names = [f"{folder}thử một-vi-table-1.csv", f"{folder}csv-metadata.json"]
    assert files(read(made.html)) == names
    assert sorted(made.files) == sorted(names)
    metadata = json.loads(made.files[names[1]])
    assert [one["url"] for one in metadata["tables"]] == ["thử một-vi-table-1.csv"]


def test_a_chart_is_offered_as_pictures_that_say_what_they_show():
    made = whole(chart(title="Phát " + cite(1, "[1]")), chart(), references())
    names = [f"thử một/thử một-vi-figure-{n}.{kind}" for n in (1, 2) for kind in ("svg", "png")]
    assert files(read(made.html)) == names
    assert sorted(made.files) == sorted(names)
    for name in names[::2]:
        root = ElementTree.fromstring(made.files[name])
        told = [root.find(f"{{http://www.w3.org/2000/svg}}{one}").text for one in ("title", "desc")]
        assert told == ["Phát" if name == names[0] else "Phát hiện", "Thanh: Sơn La 14,17%"]
        picture = made.files[name.replace("svg", "png")]
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20]) > 1000  # dots across


def test_the_same_document_has_the_same_bytes():
    cells = [table(), chart(), references()]
    assert whole(*cells) == whole(*cells)


def test_a_block_of_an_unknown_kind_is_refused():
    model = {"title": "T", "subtitle": [], "finding": "", "blocks": [{"kind": "poem"}]}
    with pytest.raises(ReportError, match="poem"):
        page(model, {**FACTS, "output": "vi/x.pdf"}, "vi")


def test_a_link_to_a_page_can_be_shown_with_what_it_found():
    said = "- Chưa xếp được\n- Giảm **11,8** điểm [[1]](#source-1)"
    root = read(make(cell(said, "summary"), references()))
    told = {
        node.get("property") or node.get("name"): node.get("content") for node in root.all("meta")
    }
    assert told["description"] == told["og:description"] == "Giảm 11,8 điểm"
    assert (told["og:title"], told["og:type"]) == ("Báo cáo thử", "article")
    assert told["og:locale"] == "vi_VN"
    assert not {"og:url", "og:image"} & told.keys()


def test_english_has_its_own_words():
    root = read(make(language="en", title="Report"))
    assert root.one("html").get("lang") == "en"
    assert message("web-contents", "en") in root.text
    assert "20 November 2025" in root.text
    assert root.one("header").all("a")[-1].get("lang") == "vi"
