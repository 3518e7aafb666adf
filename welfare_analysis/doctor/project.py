"""Project: its data, notebooks and fonts, the making of a page, and where reports go."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules

from .. import texts
from ..codes import LANGUAGES
from ..files import altered
from .diagnosis import Diagnosis, fault, sound

_FONTS = Path(__file__).resolve().parents[1] / "fonts"
_SAMPLE = "Tỷ lệ hộ nghèo: khoảng 10,9% – ước tính, đã đối chiếu, ở những địa phương được chọn."
_FACES = ["Sans-Regular", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic", "Mono-Regular"]
_FILES = [f"IBMPlex{face}.ttf" for face in _FACES]


def data(folder: Path | None = None) -> Iterator[Diagnosis]:
    """Check that the data are found and valid."""
    from ..data.loading import default_directory, load
    from ..errors import DataProblems

    folder = folder or default_directory()
    if not (folder / "datapackage.json").is_file():
        yield fault("data-missing", folder=folder)
        return
    try:
        found = load(folder)
    except DataProblems as problems:
        found = problems.problems
        yield fault("data-wrong", folder=folder, count=len(found), first=found[0])
        return
    yield sound("data", count=len(found.observations), folder=folder)


def notebooks() -> Iterator[Diagnosis]:
    """Check that the notebooks are there and can be read."""
    from ..lessons import exercises
    from ..report.register import project, read_reports

    root = project()
    wanted = {report.notebook for report in read_reports()} | {"notebooks/explore.ipynb"}
    for number, _ in enumerate(iter_modules(exercises.__path__), 1):  # a module a lesson
        pattern = f"notebooks/lessons/{number}_*.ipynb"
        wanted |= {str(file.relative_to(root)) for file in root.glob(pattern)} or {pattern}
    wrong = list(_wrong_notebooks(root, sorted(wanted)))
    yield from wrong
    if not wrong:
        yield sound("notebooks", count=len(wanted), folder=root / "notebooks")


def _wrong_notebooks(root: Path, names: list[str]) -> Iterator[Diagnosis]:
    for name in names:
        file = root / name
        if not file.is_file():
            yield fault("notebook-missing", file=file)
        elif not _is_notebook(file):
            yield fault("notebook-damaged", file=file)


def _is_notebook(file: Path) -> bool:
    try:
        return "cells" in json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return False


def fonts() -> Iterator[Diagnosis]:
    """Check that the fonts of reports are as shipped and have every Vietnamese letter."""
    from fontTools.ttLib import TTFont, TTLibError

    bad = altered(_FONTS)
    for name in (one for one in _FILES if one not in bad):
        try:
            with open(_FONTS / name, "rb") as file:  # a damaged one would stay open
                letters = TTFont(file).getBestCmap()
        except (OSError, TTLibError):
            letters = {}
        if any(ord(letter) not in letters for letter in _SAMPLE):
            bad.append(name)
    yield fault("fonts-bad", files=", ".join(bad), folder=_FONTS) if bad else sound("fonts")


def words() -> Iterator[Diagnosis]:
    """Check that both languages have all their messages."""
    try:
        texts.check()
    except OSError as error:
        yield fault("words-bad", file=error.filename, error=error.strerror)
    else:
        yield sound("words", count=len(texts.catalogue(LANGUAGES[0])))


def pages() -> Iterator[Diagnosis]:
    """Typeset one page with Vietnamese text, as reports are."""
    import typst

    with tempfile.TemporaryDirectory(prefix="welfare-doctor-") as folder:
        page = Path(folder) / "page.typ"
        page.write_text(f'#set text(font: "IBM Plex Sans")\n{_SAMPLE}\n', encoding="utf-8")
        made = typst.compile(str(page), font_paths=[str(_FONTS)])
    yield sound("pages") if made.startswith(b"%PDF-") else fault("pages-wrong")


def output() -> Iterator[Diagnosis]:
    """Check that reports can be written where they go by default."""
    from ..report.register import project

    root = project()
    folder = (Path.cwd() if root.name == "share" else root) / "reports"  # as a build does
    try:
        # A folder that is not there yet is made by the build: its parent must take it.
        with tempfile.TemporaryFile(dir=folder if folder.exists() else folder.parent):
            pass
    except OSError as error:
        yield fault("output-closed", folder=folder, error=error.strerror or error)
        return
    yield sound("output", folder=folder)
