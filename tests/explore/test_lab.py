"""The desk in a real JupyterLab, in a real browser: it opens, runs, redraws, saves and is readable.

One server and one page serve all tests, in their order, as one reader's sitting.
"""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from . import lab

NOTEBOOK = Path(__file__).resolve().parents[2] / "notebooks" / "explore.ipynb"
THEMES = ("JupyterLab Light", "JupyterLab Dark")
CELLS = "jupyterapp.shell.currentWidget.content.widgets.length"

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    home = tmp_path_factory.mktemp("lab")
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOK, home / "notebooks")
    with lab.server(home, home / "notebooks") as address, lab.page(address, NOTEBOOK.name) as page:
        page.locator(".jp-OutputArea-output img").first.wait_for()  # the picture of the desk
        page.opened_with = page.locator(".jp-Notebook").inner_text()
        lab.run_all(page)
        yield page


@pytest.fixture
def desk(page):
    found = page.locator(".jp-OutputArea-output .wa-desk")
    found.scroll_into_view_if_needed()
    return found


def chart(desk):
    return desk.locator(".wa-page svg").first.text_content()


def until_chart_is_not(desk, before):
    desk.page.wait_for_function(
        "before => { const shown = document.querySelector('.wa-desk .wa-page svg');"
        " return shown && shown.textContent !== before }",
        arg=before,
    )
    return chart(desk)


def test_an_unrun_notebook_shows_its_pictures_and_no_error(page):
    assert "Error displaying widget" not in page.opened_with
    assert "Loading widget" not in page.opened_with


def test_every_cell_runs(page):
    errors = page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']")
    assert errors.all_inner_texts() == []
    stderr = page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']")
    assert stderr.all_inner_texts() == []


def test_the_desk_is_there(desk):
    assert desk.get_by_label("Chỉ tiêu").is_visible()
    assert "Sơn La" in chart(desk)


def test_it_opens_at_the_top_with_controls_and_answer_side_by_side(page, desk):
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0)")
    first = page.locator(".jp-Notebook .jp-Cell").first
    assert first.locator(".wa-desk").count() == 1
    asked, answered, drawn = (
        desk.locator(part).bounding_box() for part in (".wa-asked", ".wa-answered", ".wa-page svg")
    )
    assert page.viewport_size["width"] == 1280
    assert asked["x"] + asked["width"] <= answered["x"]
    assert abs(asked["y"] - answered["y"]) < 20
    for box in (asked, drawn):  # neither is scrolled to
        assert box["y"] + box["height"] <= page.viewport_size["height"]


def test_a_mark_tells_what_it_stands_for_and_opens_its_source(page, desk):
    link = desk.locator(".wa-page svg a").filter(has_text="Sơn La, 31/12/2024: 10,89%").first
    assert "từ 10,885 đến 10,895%" in link.text_content()
    with page.context.expect_event("request") as asked, page.expect_popup() as opened:
        link.click()
    assert asked.value.url == link.get_attribute("href")
    opened.value.close()


def test_a_dropdown_changes_the_chart(desk):
    before = chart(desk)
    desk.get_by_label("Chỉ tiêu").select_option(index=1)
    after = until_chart_is_not(desk, before)
    desk.get_by_label("Chỉ tiêu").select_option(index=0)
    assert until_chart_is_not(desk, after) == before


def test_the_keyboard_is_enough(page, desk):
    before = chart(desk)
    desk.get_by_label("Lĩnh vực").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.keyboard.press("ArrowDown")
    changed = until_chart_is_not(desk, before)
    page.keyboard.press("ArrowUp")
    assert until_chart_is_not(desk, changed) == before
    cells = page.evaluate(CELLS)
    page.keyboard.type("ddb")  # JupyterLab's own: delete this cell, insert one
    assert page.evaluate(CELLS) == cells
    desk.get_by_role("checkbox", name=re.compile("^Sơn La")).focus()
    page.keyboard.press("Space")
    without = until_chart_is_not(desk, before)
    page.keyboard.press("Space")
    until_chart_is_not(desk, without)


def test_the_view_of_origins_shows_the_printed_words(desk):
    desk.get_by_role("button", name="Dẫn nguồn").click()
    desk.get_by_label("Số liệu", exact=True).wait_for()
    desk.locator(".wa-page").get_by_text("“貧困世帯がゼロ”", exact=True).wait_for()
    desk.get_by_role("button", name="Biểu đồ", exact=True).click()
    desk.locator(".wa-page svg").first.wait_for()


def test_the_language_changes_with_everything_in_it(desk):
    desk.get_by_role("button", name="English").click()
    desk.get_by_label("Indicator").wait_for()
    desk.locator(".wa-page figure[lang=en]").wait_for()
    desk.get_by_role("button", name="Tiếng Việt").click()
    desk.get_by_label("Chỉ tiêu").wait_for()


@pytest.mark.parametrize(("form", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")])
def test_a_saved_chart_can_be_taken_home(page, desk, form, begins):
    desk.get_by_role("button", name=form, exact=True).click()
    link = desk.locator(f".wa-save a[download$='.{form.lower()}']")
    with page.expect_download() as download:
        link.click()
    assert begins in Path(download.value.path()).read_bytes()[:200]


def test_a_table_can_be_copied_with_its_source(page, desk):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.get_by_role("button", name="Bảng số liệu").click()
    desk.locator(".wa-page button").click()
    desk.locator(".wa-page [role=status]").get_by_text(re.compile(".")).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Sơn La\t" in copied
    assert "Nguồn: " in copied
    desk.get_by_role("button", name="Biểu đồ", exact=True).click()


def test_figures_are_searched_without_accents(page):
    box = page.get_by_label("Tìm:")
    box.scroll_into_view_if_needed()
    box.fill("son la ngheo")
    page.locator(".dt-info").get_by_text("lọc từ").wait_for()
    rows = page.locator(".wa-search tbody tr").all_inner_texts()
    assert rows
    assert any("Sơn La" in row for row in rows)
    box.fill("không có ở đâu cả")
    page.locator(".wa-search .dt-empty").wait_for()
    box.fill("")


def test_drawings_follow_the_theme(page, desk):
    seen = []
    for theme in THEMES:
        change_theme(page, theme)
        ground = desk.locator(".wa-page svg path").first
        words = desk.locator(".wa-page svg text").first
        seen.append([one.evaluate("one => getComputedStyle(one).fill") for one in (ground, words)])
    (light, dark_words), (dark, light_words) = seen
    assert light == "rgb(255, 255, 255)"
    assert dark == "rgb(17, 17, 17)"  # as JupyterLab's own
    assert dark_words != light_words


def change_theme(page, theme):
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    page.wait_for_function("t => document.body.dataset.jpThemeName === t", arg=theme)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_accessible_and_legible_in_each_theme(page, desk, theme):
    from axe_playwright_python.sync_playwright import Axe

    change_theme(page, theme)
    for part in (".wa-desk", ".wa-search"):
        page.locator(part).first.scroll_into_view_if_needed()
        found = Axe().run(page, context=part).response["violations"]
        told = {(one["id"], node["html"][:160]) for one in found for node in one["nodes"]}
        assert told == set()


def test_no_news_pop_up_for_a_new_reader(page):
    assert page.locator(".Toastify__toast").all_inner_texts() == []


def test_nothing_is_fetched_from_elsewhere(page):
    addresses = map(urlsplit, page.asked)
    hosts = {one.hostname for one in addresses if one.scheme in ("http", "https", "ws", "wss")}
    assert hosts <= {"localhost", "127.0.0.1"}


def test_the_console_tells_of_no_trouble(page):
    assert lab.troubles(page.said) == []


def test_troubles_of_ours_are_told_from_benign_ones():
    said = [("error", "Error: model not found"), ("log", "x"), ("warning", "y")]
    assert lab.troubles(said) == ["Error: model not found"]
