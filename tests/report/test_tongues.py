"""Names of places in another language than the report's are marked, and nothing else changes."""

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.report import reading, tongues, typeset
from welfare_analysis.report.pages.page import page
from welfare_analysis.show.document import text_of

from .conftest import markdown, notebook
from .page_reader import read
from .test_web import FACTS, table

PLACES = {
    "VN-HN": {"vi": "Hà Nội", "en": "Hà Nội"},
    "VN-SG": {"vi": "TP. Hồ Chí Minh", "en": "Ho Chi Minh City"},
    "VN-69-165": {"vi": "Thành phố Sông Công", "en": "Sông Công City"},
    "VN-HN-x": {"vi": "13 xã miền núi (Hà Nội)", "en": "13 mountain communes (Hà Nội)"},
}


@pytest.fixture(scope="module")
def model():
    text = (
        "# Hà Nội\n\n*Of Sông Công City*\n\n- **Hà Nội** led, Ho Chi Minh City and Hàng did not\n"
    )
    cells = [markdown(text), table(language="en", note="Of Sông Công", rows=[["Hà Nội", "1"]])]
    return reading.read(notebook(*cells), "en")


def test_they_are_marked_in_prose_and_tables_alike(model):
    made = page(tongues.marked(model, "en", PLACES), {**FACTS, "output": "en/a.pdf"}, "en")
    spans = [node for node in read(made.html).all("span") if node.get("lang") == "vi"]
    assert [node.text for node in spans] == ["Sông Công", "Hà Nội", "Hà Nội", "Sông Công"]


def test_a_pdf_says_their_language_too(model):
    facts = {**FACTS, "report": "a", "output": "en/a.pdf"}
    for made, spoken in ((model, False), (tongues.marked(model, "en", PLACES), True)):
        with pikepdf.open(io.BytesIO(typeset.typeset(made, facts, "en"))) as pdf:
            said = b"".join(one.Contents.read_bytes() for one in pdf.pages)
            tags = [one.get("/Lang") for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert (b"vi-VN" in said or "vi-VN" in tags) is spoken


def test_in_the_language_of_the_places_nothing_is_marked(model):
    assert tongues.marked(model, "vi", PLACES) is model


@given(st.lists(st.sampled_from([*"aệ ,(\n", "Hà Nội", "Sông Công", "Hồ"]), max_size=20))
def test_marking_changes_no_word(pieces):
    words = "".join(pieces)
    content = [{"t": "text", "s": words}]
    marked = tongues.marked({"subtitle": content}, "en", PLACES)["subtitle"]
    assert text_of(marked) == words
    assert {one["c"][0]["s"] for one in marked if "c" in one} <= {"Hà Nội", "Sông Công"}
