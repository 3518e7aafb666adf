"""Contents: data, notebooks, fonts, the making of a page, and where reports are written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .finding import Finding, fault, sound

_FONTS = Path(__file__).resolve().parents[1] / "fonts"
_SAMPLE = "Tỷ lệ hộ nghèo: khoảng 10,9% – ước tính, đã đối chiếu, ở những địa phương được chọn."
_FACES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-Bold.ttf",
    "IBMPlexSans-Italic.ttf",
    "IBMPlexSans-BoldItalic.ttf",
    "IBMPlexMono-Regular.ttf",
)


def data(folder: Path | None = None) -> Iterator[Finding]:
    """Check that the data are found and valid."""
    from ..data.catalogue import default_directory, load
    from ..errors import DataProblems

    folder = folder or default_directory()
    if not (folder / "datapackage.json").is_file():
        yield fault("data-missing", folder=folder)
        return
    try:
        found = load(folder)
    except DataProblems as problems:
        yield fault(
            "data-wrong", folder=folder, count=len(problems.problems), first=problems.problems[0]
        )
        return
    yield sound("data", count=len(vars(found)["observations"]), folder=folder)


def notebooks() -> Iterator[Finding]:
    """Check that the notebooks are there and can be read."""
    from ..lessons.course import numbers
    from ..report.register import project, read_reports

    root = project()
    wanted = {report.notebook for report in read_reports()} | {"notebooks/explore.ipynb"}
    for number in numbers():
        pattern = f"notebooks/lessons/{number}_*.ipynb"
        wanted |= {str(file.relative_to(root)) for file in root.glob(pattern)} or {pattern}
    wrong = list(_wrong_notebooks(root, sorted(wanted)))
    yield from wrong
    if not wrong:
        yield sound("notebooks", count=len(wanted), folder=root / "notebooks")


def _wrong_notebooks(root: Path, names: list[str]) -> Iterator[Finding]:
    for name in names:
        file = root / name
        if not file.is_file():
            yield fault("notebook-missing", file=file)
            continue
        try:
            whole = "cells" in json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            whole = False
        if not whole:
            yield fault("notebook-damaged", file=file)


def fonts() -> Iterator[Finding]:
    """Check that the fonts of reports are there and have every Vietnamese letter."""
    from fontTools.ttLib import TTFont, TTLibError

    bad = []
    for name in _FACES:
        try:
            with open(_FONTS / name, "rb") as file:  # a damaged one would stay open
                letters = TTFont(file).getBestCmap()
        except (OSError, TTLibError):
            bad.append(name)
            continue
        if any(ord(letter) not in letters for letter in _SAMPLE):
            bad.append(name)
    yield fault("fonts-bad", files=", ".join(bad), folder=_FONTS) if bad else sound("fonts")


def pages() -> Iterator[Finding]:
    """Typeset one page with Vietnamese text, as reports are."""
    import typst

    with tempfile.TemporaryDirectory(prefix="welfare-doctor-") as folder:
        page = Path(folder) / "page.typ"
        page.write_text(f'#set text(font: "IBM Plex Sans")\n{_SAMPLE}\n', encoding="utf-8")
        made = typst.compile(str(page), font_paths=[str(_FONTS)])
    yield sound("pages") if made.startswith(b"%PDF-") else fault("pages-wrong")


def output() -> Iterator[Finding]:
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
