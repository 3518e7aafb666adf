"""Reference pictures of pages, and what has changed since they were taken.

``python -m tests.report.pictures`` builds the reports and takes all pictures again; look at
them before they are committed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image

from welfare_analysis.report.build import build

FOLDER = Path(__file__).parent / "pictures"
PAGES = [
    ("vi", "overview", 1),
    ("vi", "overview", 2),
    ("en", "overview", 1),
    ("en", "poverty_reduction", 1),
    ("vi", "vocational_training", 2),
    ("vi", "labour_export", 1),
    ("en", "data_quality", 3),
    ("vi", "area_profile_son_la", 2),
    ("en", "area_profile_song_cong", 1),
]
DOTS = 45  # per inch
COARSE = 2  # as many dots are taken together, so that smoothing of letters does not count
FAINT = 48  # of 255: a difference that the eye passes over


def file(language, report, page):
    """Name the reference picture of a page."""
    return FOLDER / f"{language}-{report}-{page}.png"


def take(pdf, page):
    """Return a page as a picture in grey."""
    drawn = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DOTS), "-f", str(page), "-l", str(page), str(pdf)],
        capture_output=True,
        check=True,
    ).stdout
    head, width_height, _, pixels = drawn.split(b"\n", 3)
    assert head == b"P5"
    width, height = map(int, width_height.split())
    return Image.frombytes("L", (width, height), pixels)


def coarse(picture):
    """Return the grey values of a picture, a few dots taken together."""
    small = picture.resize(
        (picture.width // COARSE, picture.height // COARSE), Image.Resampling.BOX
    )
    return numpy.asarray(small, dtype="int16")


def changed(reference, now):
    """Return which coarse dots differ; a page of another size differs altogether."""
    one, other = coarse(reference), coarse(now)
    if one.shape != other.shape:
        return numpy.ones(one.shape, dtype=bool)
    return abs(one - other) > FAINT


def difference(reference, now):
    """Set the reference, the page as it is now, and their differences in red side by side."""
    marked = Image.merge("RGB", [now.convert("L").point(lambda grey: 128 + grey // 2)] * 3)
    spots = Image.fromarray((changed(reference, now) * 255).astype("uint8"))
    marked.paste((200, 0, 30), mask=spots.resize(now.size))
    sheet = Image.new(
        "RGB", (reference.width + 2 * now.width + 20, max(reference.height, now.height)), "grey"
    )
    sheet.paste(reference, (0, 0))
    sheet.paste(now, (reference.width + 10, 0))
    sheet.paste(marked, (reference.width + now.width + 20, 0))
    return sheet


def renew(out):
    """Take every reference picture from the reports in a folder."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for language, report, page in PAGES:
        picture = take(out / language / f"{report}.pdf", page)
        picture.quantize(16).save(file(language, report, page), optimize=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        reports = sorted({report for _, report, _ in PAGES})
        code = build(tuple(reports), out=Path(folder))
        if code == 0:
            renew(Path(folder))
        return code


if __name__ == "__main__":
    sys.exit(main())
