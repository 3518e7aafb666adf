"""Pages as a browser shows them: accessible, whole on a small screen, and fetching nothing."""

import json
from urllib.parse import unquote

import pytest

from welfare_analysis.report.pages.drawing import drawing
from welfare_analysis.report.pages.page import page as page_of
from welfare_analysis.report.plan import read_reports

from .page_reader import read
from .test_web import FACTS, SVG

pytestmark = pytest.mark.slow

# One report of every notebook in Vietnamese, and one in English.
NAMES = {report.notebook: report.name for report in read_reports()}.values()
PAGES = [*(f"vi/{name}.html" for name in NAMES), "en/overview.html", "index.html"]
VIEWS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]
# All rules in all views where that is quick; else in one view of each width and each scheme.
ALL = {"vi/overview.html", "index.html"}


@pytest.fixture
def opened(browser):
    """Open files and keep what the browser complains of or asks for."""
    context = browser.new_context(accept_downloads=True)
    context.told = []

    def open_file(file):
        page = context.new_page()
        page.on("console", lambda said: context.told.append(said.text))
        page.on("pageerror", lambda error: context.told.append(str(error)))
        page.on("dialog", lambda dialog: (context.told.append(dialog.message), dialog.dismiss()))
        own = ("data:", file.as_uri())
        page.on(
            "request", lambda asked: asked.url.startswith(own) or context.told.append(asked.url)
        )
        page.goto(file.as_uri())
        return page

    open_file.context = context
    yield open_file
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_whole_on_every_screen_and_fetches_nothing(shipped, opened, name):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(shipped / name)
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        widest = page.evaluate("document.documentElement.scrollWidth")
        assert widest <= width, (width, scheme)
        if name in ALL or (width, scheme) in VIEWS[::3]:
            found = axe.run(page).response["violations"]
            assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in found], scheme
    assert page.evaluate("document.fonts.check('16px \"Welfare Sans\"', 'ệ')")
    assert opened.context.told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_scheme_has_its_own_page_and_charts_follow_it(shipped, opened, scheme):
    page = opened(shipped / "vi" / "overview.html")
    page.emulate_media(color_scheme=scheme)
    colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    paper = page.evaluate(colour.format("body"))
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
    ground = "getComputedStyle(document.querySelector('.chart > svg path')).fill"
    assert page.evaluate(ground) == paper


def test_every_chart_is_drawn_for_a_small_screen_and_the_contents_come_after_the_messages(
    shipped, opened
):
    page = opened(shipped / "vi" / "overview.html")
    page.set_viewport_size({"width": 360, "height": 800})
    seen = "[...document.querySelectorAll('{}')].filter(e => e.getClientRects().length).length"
    assert page.evaluate(seen.format(".chart.wide")) == 0
    assert page.evaluate(seen.format(".chart.narrow")) == page.locator(".chart.narrow").count() > 0
    assert page.evaluate(seen.format(".chart > svg")) == page.locator(".chart.narrow").count()
    top = "document.querySelector('{}').getBoundingClientRect().top"
    assert page.evaluate(top.format(".attention")) < page.evaluate(top.format("main > nav"))
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(seen.format(".chart.narrow")) == 0


@pytest.mark.parametrize(("width", "drawn"), [(1280, ".chart.wide"), (360, ".chart.narrow")])
def test_a_mark_shows_its_figure_to_the_pointer_and_to_the_keyboard(shipped, opened, width, drawn):
    page = opened(shipped / "vi" / "poverty_reduction.html")
    page.set_viewport_size({"width": width, "height": 800})
    first, last = (page.locator(f"{drawn} .mark").nth(n) for n in (0, -1))
    shown = "mark => mark.querySelector('use').getBoundingClientRect()"
    assert first.evaluate(shown)["width"] == 0
    for reach in (first.hover, last.focus):
        reach()
        mark = first if reach == first.hover else last
        box, frame = mark.evaluate(shown), mark.locator("xpath=..").bounding_box()
        assert box["width"] > 150
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    said = page.get_by_role("img", name="Hà Nội, 31/12/2023: 0,03%")
    assert said.count() > 0
    assert "chuẩn Hà Nội" in said.first.evaluate(
        "mark => document.getElementById(mark.getAttribute('aria-labelledby')).textContent"
    )


def scrolls(page) -> bool:
    """Wait until the focused element has moved; `wait_for_function` may not, under our policy."""
    for _ in range(200):
        if page.evaluate("document.activeElement.scrollLeft") > 0:
            return True
        page.wait_for_timeout(50)
    return False


def test_the_keyboard_reaches_and_scrolls_what_is_wider_than_the_screen(shipped, opened):
    page = opened(shipped / "vi" / "poverty_reduction.html")
    page.set_viewport_size({"width": 360, "height": 800})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    wide = page.evaluate(
        "[...document.querySelectorAll('.scroll')]"
        ".filter(e => e.scrollWidth > e.clientWidth).length"
    )
    assert wide > 3
    reached = 0
    for _ in range(600):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        shown = page.evaluate(
            "(e => [e.matches('.scroll') && e.scrollWidth > e.clientWidth,"
            " e.matches('.mark') ? getComputedStyle(e.querySelector('rect')).stroke"
            " : getComputedStyle(e).outlineStyle, e.getAttribute('role'),"
            " !!e.getAttribute('aria-labelledby')])(document.activeElement)"
        )
        assert shown[1] != "none"
        if shown[0]:
            assert shown[2:] == ["region", True]
            reached += 1
            if reached == 1:
                page.keyboard.press("ArrowRight")
                assert scrolls(page)
    assert reached == wide


@pytest.mark.parametrize(("where", "what"), [("figure details", "p"), ("header details", "li")])
def test_a_description_and_the_other_reports_open_by_keyboard(shipped, opened, where, what):
    page = opened(shipped / "vi" / "overview.html")
    shown = page.locator(f"{where} {what}").first
    assert not shown.is_visible()
    page.locator(f"{where} > summary").first.focus()
    page.keyboard.press("Enter")
    assert shown.is_visible()


def test_links_of_the_index_and_of_every_page_lead_to_files(shipped):
    for page in (*shipped.glob("*/*.html"), shipped / "index.html"):
        links = read(page.read_bytes()).all("a")
        inner = [link.get("href") for link in links if "href" in link.attributes]
        beside = {link for link in inner if not link.startswith(("#", "http", "mailto:"))}
        assert beside
        for link in beside:
            assert (page.parent / unquote(link)).resolve().is_file(), (page, link)


def test_the_overview_leads_to_every_profile_and_each_page_to_all_others(shipped):
    for language in ("vi", "en"):
        pages = {file.name for file in (shipped / language).glob("*.html")}
        for name in pages:
            root = read((shipped / language / name).read_bytes())
            leads = {link.get("href") for link in root.one("header").all("a")}
            assert pages - {name} <= leads
        root = read((shipped / language / "overview.html").read_bytes())
        named = {link.get("href") for link in root.all("a") if "data-place" in link.attributes}
        assert named - {None} == {name for name in pages if name.startswith("area_profile")}


def test_the_index_lists_every_report_once_in_each_language(shipped):
    manifest = json.loads((shipped / "manifest.json").read_text(encoding="utf-8"))
    root = read((shipped / "index.html").read_bytes())
    listed = [link.get("href") for link in root.all("a") if link.get("href").endswith(".pdf")]
    assert sorted(listed) == sorted(manifest["reports"])
    assert not [node for node in root.all("p") if node.has_class("state")]


def test_nothing_that_gets_into_a_page_or_a_picture_can_act(tmp_path, opened):
    """Past all checks: a script in the page, a handler, and pictures that are programs."""
    acting = SVG.format(
        "<script>alert('picture')</script><image href='http://127.0.0.1:9/x.png'/>"
        "<rect style='fill: url(http://127.0.0.1:9/y)'/>"
    )
    past_all_checks = (
        drawing(acting, "figure-1", "x"),
        "<script>alert('page')</script><b onclick=alert(1) id=b>b</b>",
        "<img src='http://127.0.0.1:9/z.png' onerror=alert(2)><iframe src='x'></iframe>",
        "<p style='background: url(http://127.0.0.1:9/w)'>p</p>",
    )
    model = {"title": "T", "subtitle": [], "finding": "", "blocks": []}
    content = page_of(model, {**FACTS, "output": "vi/t.pdf"}, "vi").html.decode()
    assert content.count("</article>") == 1
    file = tmp_path / "page.html"
    file.write_text(content.replace("</article>", "".join((*past_all_checks, "</article>"))))
    page = opened(file)
    page.locator("#b").click()
    said = [text for text in opened.context.told if "Content Security Policy" not in text]
    assert [text for text in said if not text.startswith("http://127.0.0.1:9/z")] == []
    assert len(opened.context.told) >= 5  # the policy refused each of them

    plain = tmp_path / "plain.html"
    plain.write_text(content)
    opened.context.told.clear()
    opened(plain)
    assert opened.context.told == []
