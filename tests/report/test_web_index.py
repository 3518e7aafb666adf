"""The index of all reports, made from a manifest alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from welfare_analysis.report.pages.front_page import index
from welfare_analysis.report.pages.navigation import linked

from .page_reader import read
from .test_web import ALLOWED, HOSTILE

NEW, OLD = "new", "old"


THEMES = {
    "labour_export": ("đưa lao động đi làm việc ở nước ngoài", "labour export", 3),
    "poverty": ("giảm nghèo", "poverty reduction", 1),
    "children": ("trẻ em", "children", 10),
}


def entry(report, theme="", place=None, checked=NEW, title=None, **more):
    return {
        "key": "k",
        "sha256": "s",
        "html_sha256": "h",
        "report": report,
        "theme": theme,
        "theme_named": dict(zip(("vi", "en", "rank"), THEMES.get(theme, ()), strict=False)) or None,
        "place": place,
        "title": title or f"Tên {report}",
        "checked": checked,
        "bytes": {"pdf": 120_000, "html": 340_000},
        "data_date": "2025-11-20",
        "data_revision": "abc",
        **more,
    }


def place(name, rank):
    return {"area": f"code {name}", "vi": name, "en": name, "rank": rank}


def made(reports, failed=()):
    data = {"made_with": NEW, "date": "2025-11-20", "version": "1.2", "revision": "abc"}
    return read(index({"data": data, "failed": list(failed), "reports": reports}))


REPORTS = {
    f"{language}/{name}.pdf": entry(name, theme, where)
    for language in ("vi", "en")
    for name, theme, where in (
        ("quality", "quality", None),
        ("son_la", "", place("Sơn La", 8)),
        ("summary", "overview", None),
        ("ha_noi", "", place("Hà Nội", 4)),
        ("export", "labour_export", None),
        ("poor", "poverty", None),
        ("children", "children", None),
        ("own", "", None),
    )
}


def test_reports_stand_by_theme_and_place_in_both_languages():
    root = made(REPORTS)
    assert [h2.text for h2 in root.all("h2")] == [
        "Toàn cảnh · Overview",
        "Giảm nghèo · Poverty reduction",
        "Đưa lao động đi làm việc ở nước ngoài · Labour export",
        "Trẻ em · Children",
        "Theo địa phương · By place",
        "Chất lượng số liệu · Data quality",
        "Báo cáo khác · Other reports",
    ]
    assert [article.get("id") for article in root.all("article")] == [
        f"report-{name}"
        for name in ("summary", "poor", "export", "children", "ha_noi", "son_la", "quality", "own")
    ]
    for article in root.all("article"):
        editions = [node for node in article.children if node.has_class("edition")]
        assert [node.get("lang") for node in editions] == ["vi", "en"]


def test_every_edition_leads_to_page_and_pdf_and_says_its_data():
    first = next(node for node in made(REPORTS).all("div") if node.has_class("edition"))
    assert [link.get("href") for link in first.all("a")] == [
        "vi/summary.html",
        "vi/summary.html",
        "vi/summary.pdf",
    ]
    assert "340 kB" in first.text
    assert "120 kB" in first.text
    assert "20/11/2025" in first.text
    assert "abc" in first.text


def test_every_edition_says_what_its_report_found():
    reports = {
        **REPORTS,
        "vi/own.pdf": entry("own", finding="Tỷ lệ giảm < 1%"),
        "vi/poor.pdf": entry("poor", finding=7),
    }
    found = [node for node in made(reports).all("p") if node.has_class("finding")]
    assert [node.text for node in found] == ["Tỷ lệ giảm < 1%"]
    assert found[0].parent.one("h3").text == "Tên own"


def test_the_data_and_its_reports_are_described_in_the_terms_of_schema_org():
    main = made({**REPORTS, "vi/own.pdf": entry("own", finding="Đã giảm.")}).one("main")
    assert main.get("itemtype") == "https://schema.org/Dataset"
    said = {node.get("itemprop"): node.get("content") for node in main.all("meta")}
    assert said["version"] == "1.2"
    assert said["dateModified"] == "2025-11-20"
    assert said["identifier"] == "abc"
    parts = [node for node in main.all("div") if node.get("itemprop") == "subjectOf"]
    assert parts == [
        node for node in main.all("div") if node.has_class("edition") and node.all("a")
    ]
    for part in parts:
        assert part.get("itemtype") == "https://schema.org/Report"
        (address,) = (node for node in part.all("a") if node.get("itemprop") == "url")
        assert address.get("href").startswith(f"{part.get('lang')}/")
    assert [node.text for node in main.all("p") if node.get("itemprop") == "abstract"] == [
        "Đã giảm."
    ]


def states(root):
    return {
        next(link.get("href") for link in node.parent.all("a"))
        if node.parent.all("a")
        else None: node.text
        for node in root.all("p")
        if node.has_class("state")
    }


def test_what_is_current_says_nothing_more():
    assert states(made(REPORTS)) == {}


def test_what_failed_or_was_not_rebuilt_says_so():
    reports = {**REPORTS, "vi/own.pdf": entry("own", checked=OLD)}
    del reports["en/own.pdf"]
    root = made(reports, failed=["en/poor.pdf", "en/own.pdf"])
    assert states(root) == {
        "vi/own.html": "Chưa được tạo lại từ số liệu và phần mềm mới nhất.",
        "en/poor.html": "The latest build failed; this is the version before it.",
        None: "There is none yet: the latest build failed.",
    }
    (article,) = (node for node in root.all("article") if node.get("id") == "report-own")
    assert len(article.children) == 2


def test_without_a_report_it_says_so():
    root = read(index({"data": {}, "failed": [], "reports": {}}))
    assert "Chưa có báo cáo nào." in root.text
    assert not root.all("article")


@pytest.mark.parametrize("language", ["vi", "xx", "<b>"])
def test_names_from_a_manifest_are_printed_as_they_stand(language):
    hostile = f"{language}/{HOSTILE.replace('/', '')}.pdf"
    root = made(
        {
            hostile: entry(
                "x",
                HOSTILE,
                place(HOSTILE, "x"),
                title=HOSTILE,
                bytes=7,
                data_date=HOSTILE,
                data_revision=HOSTILE,
            )
        }
    )
    assert {node.name for node in root.all()} <= ALLOWED | {"h3", "section"}
    assert root.one("h3").text == HOSTILE
    assert root.one("h2").text == HOSTILE
    near = made({"vi/Bà Rịa & 1.pdf": entry("x", title="A < B")})
    assert near.one("h3").text == "A < B"
    assert (
        near.all("article")[0].all("a")[0].get("href") == "vi/B%C3%A0%20R%E1%BB%8Ba%20%26%201.html"
    )


PAGE = (
    '<nav><!--reports--><!--/reports--></nav><th><a data-place="code Hà Nội">Hà Nội</a></th>'
    '<td><a data-place="code Huế">Huế</a></td>'
)


def filled(page, output, reports):
    return linked(page, output, {"data": {}, "failed": [], "reports": reports})


def test_a_page_leads_to_the_other_reports_of_its_language_and_from_names_to_profiles():
    root = read(filled(PAGE, "vi/poor.pdf", REPORTS))
    assert [(link.text, link.get("href")) for link in root.one("ul").all("a")] == [
        ("Toàn cảnh", "summary.html"),
        ("Giảm nghèo", None),
        ("Đưa lao động đi làm việc ở nước ngoài", "export.html"),
        ("Trẻ em", "children.html"),
        ("Hà Nội", "ha_noi.html"),
        ("Sơn La", "son_la.html"),
        ("Chất lượng số liệu", "quality.html"),
        ("Tên own", "own.html"),
    ]
    assert root.one("th").one("a").get("href") == "ha_noi.html"
    assert root.one("td").one("a").get("href") is None
    own = read(filled(PAGE, "en/ha_noi.pdf", REPORTS))
    assert own.one("th").one("a").get("href") is None
    assert {link.text for link in own.all("a")} >= {"Overview", "Poverty reduction"}


@settings(max_examples=5)
@given(st.permutations(sorted(REPORTS)[:10]))
def test_whatever_is_built_first_pages_end_up_the_same_and_none_leads_nowhere(order):
    output, page, there = "vi/poor.pdf", PAGE, {}
    for name in order:
        there[name] = REPORTS[name]
        page = filled(page, output, there)
        leads = {link.get("href") for link in read(page).all("a")} - {None}
        assert {f"vi/{one[:-5]}.pdf" for one in leads} <= there.keys()
        assert filled(page, output, there) == page
    assert page == filled(PAGE, output, dict(sorted(there.items())))


def test_names_from_a_manifest_are_printed_as_they_stand_in_navigation():
    hostile = f"vi/{HOSTILE.replace('/', '')}.pdf"
    for entries in (
        {hostile: entry("x", "", None, title=HOSTILE)},
        {hostile: entry("x", HOSTILE, place(HOSTILE, 1)), "vi/y.pdf": entry("y", HOSTILE, "x")},
    ):
        root = read(filled(PAGE, "vi/z.pdf", entries))
        assert {node.name for node in root.all()} == {"nav", "ul", "li", "a", "th", "td"}
