"""Pages look as they did when they were last looked at."""

import shutil

import numpy
import pytest
from PIL import Image, ImageDraw

from . import pictures

pytestmark = pytest.mark.slow

TOLERATED = 0.012  # of a page: another date, the smoothing of another version

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftoppm"), reason="pdftoppm (poppler-utils) is not installed"
)


@needs_poppler
@pytest.mark.parametrize(("language", "report", "page"), pictures.PAGES)
def test_a_page_looks_as_its_reference(shipped, tmp_path, language, report, page):
    reference = Image.open(pictures.file(language, report, page)).convert("L")
    now = pictures.take(shipped / language / f"{report}.pdf", page)
    share = pictures.changed(reference, now).mean()
    if share > TOLERATED:
        seen = tmp_path / "difference.png"
        pictures.difference(reference, now).save(seen)
        pytest.fail(
            f"{share:.1%} of page {page} of {language}/{report} changed: look at {seen} "
            "(reference, now, differences in red). If it is meant, run "
            "`python -m tests.report.pictures` and commit the pictures."
        )


def page():
    picture = Image.new("L", (370, 520), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(40, 480, 8):
        draw.line((40, line, 330, line), fill="black", width=3)
    return picture


def test_what_would_be_seen_and_what_would_not(tmp_path):
    reference = page()
    assert pictures.changed(reference, page()).mean() == 0
    dated = page()
    ImageDraw.Draw(dated).rectangle((40, 490, 80, 494), fill="black")
    assert pictures.changed(reference, dated).mean() < TOLERATED
    missing = page()
    ImageDraw.Draw(missing).rectangle((40, 200, 330, 300), fill="white")
    assert pictures.changed(reference, missing).mean() > TOLERATED
    moved = Image.new("L", (370, 520), "white")
    moved.paste(reference, (0, 4))
    assert pictures.changed(reference, moved).mean() > TOLERATED
    turned = reference.rotate(90, expand=True)
    assert pictures.changed(reference, turned).mean() == 1
    sheet = pictures.difference(reference, missing)
    red = (numpy.asarray(sheet) == (200, 0, 30)).all(axis=2)
    assert red.sum() > 1000


def test_the_pictures_are_few_and_all_used():
    kept = {found.name for found in pictures.FOLDER.glob("*")}
    assert kept == {pictures.file(*which).name for which in pictures.PAGES}
    assert sum(found.stat().st_size for found in pictures.FOLDER.glob("*")) < 600_000
