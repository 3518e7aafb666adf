"""The pages themselves: filled, within their margins, no heading left behind."""

import io
import shutil
import subprocess

import numpy
import pytest
from PIL import Image
from pypdf import PdfReader

from .paper_reader import read_pages
from .test_shipped import EVERY

pytestmark = pytest.mark.slow

POINT = 72 / 25.4
HEIGHT, WIDTH = 297, 210  # millimetres
TOP, BOTTOM, SIDE = 25, 274, 25
NARROW = {"overview": 16, "data_quality": 16}  # the sides of a report that is short of room
LEAST = 0.74  # of a page that is filled, four fifths being the aim
LAST = 0.25  # of the last page: it holds more than a few sources
DOTS = 25  # per inch: enough to see where the ink ends


@pytest.fixture
def pdf(shipped):
    return lambda language, report: shipped / language / f"{report}.pdf"


def pages(file, folder, dots=DOTS):
    """Turn every page into an array of grey values."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm (poppler-utils) is not installed: pages cannot be seen")
    subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dots), str(file), str(folder / "page")], check=True
    )
    return [numpy.asarray(Image.open(found)) for found in sorted(folder.glob("page*.pgm"))]


def filled(page):
    """Return how far down the ink of a page reaches, between head and foot."""
    rows = page.shape[0]
    body = page[round(rows * TOP / HEIGHT) : round(rows * BOTTOM / HEIGHT)]
    inked = numpy.flatnonzero((body < 200).any(axis=1))
    return (inked.max() + 1) / len(body) if len(inked) else 0.0


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_no_page_is_left_empty(pdf, tmp_path, language, report):
    shares = [filled(page) for page in pages(pdf(language, report), tmp_path)]
    poor = {number: round(share, 2) for number, share in enumerate(shares, 1) if share < LEAST}
    last = poor.pop(len(shares), LEAST)
    assert not poor
    assert last >= LAST


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_nothing_runs_into_the_margins(pdf, tmp_path, language, report):
    for number, page in enumerate(pages(pdf(language, report), tmp_path), 1):
        if page.shape[1] > page.shape[0]:  # a turned page has a wide table
            continue
        columns = page.shape[1]
        edge = round(columns * (NARROW.get(report, SIDE) - 4) / WIDTH)
        assert (page[:, :edge] > 200).all(), f"page {number}, left"
        assert (page[:, columns - edge :] > 200).all(), f"page {number}, right"


def test_an_empty_page_would_be_seen(tmp_path):
    page = numpy.full((292, 207), 255, dtype="uint8")
    assert filled(page) == 0
    page[130] = 0
    assert filled(page) < LEAST
    page[260] = 0
    assert filled(page) > LEAST


@pytest.mark.parametrize(("language", "report"), EVERY)
def test_no_heading_is_the_last_on_its_page(pdf, language, report):
    reader = PdfReader(io.BytesIO(pdf(language, report).read_bytes()))
    text = [page["pieces"] for page in read_pages(pdf(language, report))]
    foot = (HEIGHT - BOTTOM) * POINT
    headings = list(flat(reader.outline))
    assert headings
    for heading in headings:
        page = reader.get_destination_page_number(heading)
        below = heading.top - 24
        following = [line for line, _, up, _ in text[page] if foot < up < below]
        assert following, f"{heading.title!r} ends page {page + 1}"


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_overview_fills_its_two_pages(pdf, tmp_path, language):
    shares = [filled(page) for page in pages(pdf(language, "overview"), tmp_path)]
    assert len(shares) == 2
    assert min(shares) > LEAST
