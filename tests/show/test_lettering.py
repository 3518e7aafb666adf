"""A drawing shown as a picture brings every letter it is written in."""

import base64
import html
import io
import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.show.charts.lettering import lettered

RULE = re.compile(
    r"@font-face\{font-family:'Welfare Sans';font-weight:(\d+);font-style:(\w+);"
    r"src:url\(data:font/ttf;base64,([^)]+)\)\}"
)


def faces(svg):
    """Return the letters of each face that a drawing carries."""
    return {
        (weight, slant): set(TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap())
        for weight, slant, data in RULE.findall(svg)
    }


@pytest.fixture(scope="module", params=["vi", "en"])
def chart(data, request):
    answer = wa.compare(data, "workers_sent_abroad")
    return wa.charts.ranges(data, answer, request.param, show_refused=True)


def test_every_word_has_its_letters_in_its_own_face(chart):
    shown = lettered(chart.svg)
    carried = faces(shown)
    for style, text in re.findall(r'<text style="([^"]*)"[^>]*>([^<]*)<', shown):
        weight = "700" if "font-weight: 700" in style else "400"
        slant = "italic" if "font-style: italic" in style else "normal"
        assert set(map(ord, html.unescape(text))) <= carried[weight, slant]
    assert ("400", "normal") in carried
    assert ("700", "normal") in carried


def test_only_what_is_written_is_carried(chart):
    shown = lettered(chart.svg)
    written = set(map(ord, html.unescape("".join(re.findall(r">([^<]*)</text>", shown)))))
    assert all(letters <= written for letters in faces(shown).values())
    assert len(shown) < len(chart.svg) + 40_000


def test_the_same_drawing_gives_the_same_bytes_and_keeps_its_own_font_first(chart):
    shown = lettered(chart.svg)
    assert shown == lettered(chart.svg)
    assert "font-family: 'Welfare Sans', 'IBM Plex Sans', 'DejaVu Sans'" in shown
    assert (
        re.sub(r"\n <style>@font-face.*?</style>", "", shown).replace("'Welfare Sans', ", "")
        == chart.svg
    )


def test_jupyter_is_shown_the_lettered_drawing(chart):
    shown = chart._repr_mimebundle_()
    data = re.search(r"base64,([^\"]+)", shown["text/html"])[1]
    assert base64.b64decode(data).decode() == lettered(chart.svg)
    assert shown["image/svg+xml"] == chart.svg


def test_a_drawing_without_words_is_left_alone():
    assert lettered("<svg><path d='M0 0'/></svg>") == "<svg><path d='M0 0'/></svg>"


@given(st.text("ạảãăằđêồộơừươ ABC0123.,%<>&–", min_size=1))
def test_any_vietnamese_word_is_carried(text):
    svg = f"<svg><text style=\"font-family: 'IBM Plex Sans'\">{html.escape(text)}</text></svg>"
    assert set(map(ord, text)) <= faces(lettered(svg))["400", "normal"]
