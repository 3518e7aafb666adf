"""Slides in a real browser: no network, no fault of accessibility, arrows and printing work."""

import functools
import io
import re

import pytest
from pypdf import PdfReader

from welfare_analysis.data.loading import default_directory
from welfare_analysis.lessons import slides, source
from welfare_analysis.report import inputs
from welfare_analysis.show import markdown

each = pytest.mark.parametrize("number", source.available())


@pytest.fixture(scope="module")
def decks(opened, parts, tmp_path_factory):
    """Make the slides of a lesson, each once."""
    folder, found = tmp_path_factory.mktemp("decks"), inputs.facts(default_directory())

    @functools.cache
    def made(number):
        page = slides.deck(parts(number, "vi"), opened(number, "vi"), found)
        file = folder / f"{number}.html"
        file.write_text(page, encoding="utf-8")
        return file

    return made


@pytest.fixture
def open_deck(browser, decks):
    """Open the slides of a lesson as a file; note faults and whatever it asks the network for."""
    contexts = []

    def shown(number, **settings):
        context = browser.new_context(
            offline=True, viewport={"width": 1280, "height": 720}, **settings
        )
        contexts.append(context)
        tab = context.new_page()
        tab.faults, tab.asked = [], []
        tab.on("console", lambda line: tab.faults.append(line.text))
        tab.on("pageerror", lambda error: tab.faults.append(str(error)))
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.goto(decks(number).as_uri())
        return tab

    yield shown
    for context in contexts:
        context.close()


def squeezed(text):
    """Text without white space and the numbers of its sources."""
    return re.sub(r"\s|\[\d+\]", "", text)


def now(tab):
    """Numbers of the slides that can be seen."""
    return tab.evaluate(
        "[...document.querySelectorAll('.slide')]"
        ".flatMap((s, i) => getComputedStyle(s).display === 'none' ? [] : [i + 1])"
    )


@each
def test_open_without_a_network_and_without_a_fault(open_deck, number):
    tab = open_deck(number)
    assert all(url.startswith(("file:", "data:")) for url in tab.asked)
    assert tab.faults == []
    assert now(tab) == [1]


@pytest.mark.parametrize(
    ("number", "scheme"), [(number, "light") for number in source.available()] + [(1, "dark")]
)
def test_all_are_accessible(open_deck, number, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # Scripts of the page itself are let in by its policy; the checker's comes from outside.
    tab = open_deck(number, color_scheme=scheme, bypass_csp=True)
    tab.evaluate("document.body.classList.remove('deck')")  # all slides below one another
    assert now(tab)[-1] == tab.locator(".slide").count()
    found = axe.run(tab).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_a_single_slide_is_accessible_too(open_deck):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab = open_deck(1, bypass_csp=True)
    tab.keyboard.press("ArrowRight")
    found = axe.run(tab).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_keys_and_buttons_turn_the_slides(open_deck):
    tab = open_deck(1)
    count = tab.locator(".slide").count()
    for key, place in [
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("ArrowLeft", 2),
        ("End", count),
        ("ArrowRight", count),
        ("Home", 1),
        ("ArrowLeft", 1),
        (" ", 2),
    ]:
        tab.keyboard.press(key)
        assert now(tab) == [place], key
    tab.click("#next")
    assert now(tab) == [3]
    assert tab.inner_text("#place") == f"Trang 3/{count}"
    tab.click("#previous")
    assert now(tab) == [2]
    assert tab.url.endswith("#slide-2")


def test_a_citation_leads_to_the_slide_of_its_source(open_deck):
    tab = open_deck(1)
    link = tab.locator(".slide a.cite").first
    place = tab.evaluate(
        "a => [...document.querySelectorAll('.slide')].indexOf(a.closest('.slide'))",
        link.element_handle(),
    )
    for _ in range(place):
        tab.keyboard.press("ArrowRight")
    link.click()
    tab.locator(".slide.now .sources").wait_for()
    assert now(tab) == [tab.locator(".slide").count()]


@each
def test_nothing_runs_off_a_slide_sideways(open_deck, number):
    tab = open_deck(number)
    for place in range(1, tab.locator(".slide").count() + 1):
        wide = tab.evaluate("(s => s.scrollWidth - s.clientWidth)(document.querySelector('.now'))")
        assert wide <= 0, place
        tab.keyboard.press("ArrowRight")


SMALLEST = """() => [...document.querySelectorAll('.slide *')].filter(
  (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())
    && !e.closest('svg')
).map((e) => parseFloat(getComputedStyle(e).fontSize)).reduce((a, b) => Math.min(a, b))"""


@each
def test_every_exercise_has_a_slide_with_its_answer_on_demand(open_deck, opened, number):
    tab, lesson = open_deck(number), opened(number, "vi")
    headings = [
        text for text in tab.locator(".slide h2").all_inner_texts() if text.startswith("Bài ")
    ]
    found = [
        text for text in headings if any(text.startswith(f"Bài {k}") for k in lesson.exercises)
    ]
    assert len(found) == len(lesson.exercises)
    answers = tab.locator("details.answer")
    assert answers.count() == len(lesson.exercises)
    tab.evaluate("document.body.classList.remove('deck')")
    for place, key in enumerate(lesson.exercises):
        answer, said = answers.nth(place), str(markdown.line(lesson.explain(key)))
        assert said not in answer.inner_text()
        answer.locator("summary").click()
        assert squeezed(said) in squeezed(answer.inner_text()), key


@each
def test_no_type_is_too_small_to_be_read_from_the_last_row(open_deck, number):
    tab = open_deck(number)
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for _ in range(tab.locator(".slide").count()):
        assert tab.evaluate(SMALLEST) >= 18
        tab.keyboard.press("ArrowRight")


def test_the_speaker_has_notes_in_a_window_that_turns_along(open_deck):
    tab = open_deck(1)
    assert not tab.locator(".notes").first.is_visible()
    tab.keyboard.press("ArrowRight")
    with tab.expect_popup() as opening:
        tab.click("#speak")
    speaker = opening.value
    speaker.wait_for_selector(".slide.now .notes")
    assert now(speaker) == now(tab) == [2]
    speaker.keyboard.press("ArrowRight")
    tab.wait_for_selector("#slide-3.now")
    tab.keyboard.press("End")
    speaker.wait_for_selector(f"#slide-{tab.locator('.slide').count()}.now")
    assert not tab.locator(".slide.now .notes").count()


def test_every_slide_is_printed(open_deck):
    tab = open_deck(1)
    pdf = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) >= tab.locator(".slide").count()


def test_without_scripts_all_slides_follow_one_another(open_deck):
    tab = open_deck(1, java_script_enabled=False)
    assert tab.locator(".slide").last.is_visible()
    assert not tab.locator("nav").is_visible()
