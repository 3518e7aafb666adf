"""An executed notebook becomes plain data: nothing lost in silence, nothing run."""

import pytest

from welfare_analysis.errors import ReportError
from welfare_analysis.report import reading as document
from welfare_analysis.show.document import text_of

from .conftest import MIME, code, notebook
from .conftest import markdown as cell

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
TABLE = {
    "kind": "table",
    "language": "vi",
    "caption": "C",
    "columns": [{"label": "a"}],
    "rows": [["1. May"], ["# [x]"]],
    "note": "",
    "row_headers": True,
}


def output(content=None, **bundle):
    data = dict(bundle) if content is None else {MIME: content, **bundle}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def ran(*outputs, tags=()):
    return {**code("secret = 1", *tags), "outputs": list(outputs), "execution_count": 1}


def references(*numbers):
    entries = [{"number": n, "text": f"Source {n}", "url": None, "figures": []} for n in numbers]
    return ran(output({"kind": "references", "language": "vi", "entries": entries}))


def read(*cells, language="vi"):
    return document.read(notebook(cell("# *Title* one"), *cells), language)


def kinds(*cells):
    return [block["kind"] for block in read(*cells)["blocks"]]


def test_the_first_heading_is_the_title_and_an_emphasised_line_the_subtitle():
    found = document.read(notebook(cell("# A & *b*\n\n*Sub*\n\nText")), "vi")
    assert (found["title"], text_of(found["subtitle"])) == ("A & b", "Sub")
    assert [block["kind"] for block in found["blocks"]] == ["paragraph"]


def test_a_report_without_a_title_is_refused():
    with pytest.raises(ReportError, match="no title"):
        document.read(notebook(cell("## Not it")), "vi")


def test_cells_of_one_language_are_kept():
    cells = [cell("tiếng Việt", "vi"), cell("English", "en"), cell("both"), cell("not", "notebook")]
    texts = [text_of(block["content"]) for block in read(*cells)["blocks"]]
    assert texts == ["tiếng Việt", "both"]


def test_code_is_never_shown():
    assert "secret" not in str(read(ran(output(**{"text/plain": "x"}))))


def test_headings_never_skip_a_level():
    levels = [b["level"] for b in read(cell("#### a\n\n###### b\n\n# c\n\n### d"))["blocks"]]
    assert levels == [1, 2, 1, 2]


def test_summary_cells_join_into_one_box():
    first, second = ran(output(**{"text/markdown": "- a"}), tags=["summary"]), cell("b", "summary")
    assert kinds(first, second) == ["summary"]
    assert kinds(ran(tags=["summary"])) == []


def test_table_cells_are_inline_text_whatever_they_look_like():
    (table,) = read(ran(output(TABLE)))["blocks"]
    assert [text_of(row[0]) for row in table["rows"]] == ["1. May", "# [x]"]


def test_a_ragged_table_is_refused():
    with pytest.raises(ReportError, match="Cell 2: .*row 1"):
        read(ran(output({**TABLE, "rows": [["a", "b"]]})))


def test_stderr_is_a_warning_and_stdout_is_shown():
    streams = [{"output_type": "stream", "name": n, "text": f"{n}\n"} for n in ("stdout", "stderr")]
    found = read(ran(*streams))
    assert found["blocks"] == [{"kind": "literal", "text": "stdout"}]
    assert found["warnings"] == ["stderr"]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (output(**{"text/html": "<b>x</b>"}), "text/html"),
        (output(**{"text/html": "<b>x</b>", "text/plain": "x"}), "no form"),
        (output(**{"image/png": "AAAA"}), "image/png"),
        (output({**TABLE, "language": "en"}), "written in 'en'"),
        (output({"kind": "prose", "language": "vi", "markdown": "old"}), "run the notebook again"),
        (output({**TABLE, "rows": [[{"t": "link", "url": "javascript:1", "c": ["x"]}]]}), "cannot"),
        (output({"kind": "poem", "language": "vi"}), "unknown kind 'poem'"),
        (output({"kind": "chart", "language": "vi", "title": "T", "alt": "a"}), "vector"),
        (output({"kind": "chart", "language": "vi"}, **{"image/svg+xml": SVG}), "description"),
        (output(**{"text/markdown": "![x](a.png)"}), r"a\.png"),
        (output(**{"text/markdown": "[x](javascript:1)"}), "leads nowhere"),
        (output(**{"text/markdown": "[x](#nothing)"}), "leads nowhere"),
    ],
)
def test_what_no_report_can_print_is_refused_with_its_cell(shown, said):
    with pytest.raises(ReportError, match=f"Cell 2: .*{said}"):
        read(ran(shown))


@pytest.mark.parametrize(
    "content",
    [
        "<script>1</script>",
        '<image href="file:///etc/passwd"/>',
        '<g onload="x()"/>',
        "<foreignObject/>",
        '<image href="http://example.org/x.png"/>',
        "<unclosed>",
    ],
)
def test_a_picture_is_drawing_only(content):
    chart = {"kind": "chart", "language": "vi", "alt": "a"}
    with pytest.raises(ReportError, match="Cell 2"):
        read(ran(output(chart, **{"image/svg+xml": SVG.format(content)})))


def test_a_picture_with_inner_references_passes():
    chart = {"kind": "chart", "language": "vi", "alt": "a"}
    svg = SVG.format('<defs><path id="p"/></defs><use href="#p"/>')
    assert kinds(ran(output(chart, **{"image/svg+xml": svg}))) == ["figure"]


def test_citations_need_their_source():
    cited = cell("x [[2, đ. 1]](#source-2)")
    assert kinds(cited, references(1, 2)) == ["paragraph", "references"]
    with pytest.raises(ReportError, match=r"\[2\]"):
        read(cited, references(1))
    with pytest.raises(ReportError, match=r"\[1\] more than once"):
        read(references(1, 1))


def test_printed_figures_are_listed_once_by_paragraph():
    figures = [
        {"paragraph": 1, "as_printed": "a"},
        {"paragraph": 1, "as_printed": "a"},
        {"paragraph": 2, "as_printed": "b"},
    ]
    entry = {"number": 1, "text": "S", "url": "javascript:x", "figures": figures}
    content = {"kind": "references", "language": "vi", "entries": [entry]}
    (block,) = read(ran(output(content)))["blocks"]
    assert block["entries"][0]["figures"] == [
        {"paragraph": 1, "tokens": ["a"]},
        {"paragraph": 2, "tokens": ["b"]},
    ]
    assert block["entries"][0]["url"] == ""
