"""Take the README's pictures of the desk and of a lesson from a real JupyterLab.

``python docs/pictures.py`` runs the notebooks in a browser (Chromium must be installed) and
writes ``docs/explorer.png`` and ``docs/lesson.png``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "explore"))

import lab  # noqa: E402

WIDTH = 1000
EXERCISE, ATTEMPT = "1d", "(2450, 2550)"


def main() -> None:
    """Take both pictures."""
    with tempfile.TemporaryDirectory(prefix="welfare-pictures-") as folder:
        home = Path(folder)
        (home / "notebooks").mkdir()
        desk = HERE.parent / "notebooks" / "explore.ipynb"
        (home / "notebooks" / desk.name).write_bytes(desk.read_bytes())
        lesson = _attempted(home)
        with lab.server(home, home / "notebooks") as address:
            _take(address, desk.name, 1130, HERE / "explorer.png", _at_the_desk)
            _take(address, lesson, 760, HERE / "lesson.png", _at_the_exercise)


def _attempted(home: Path) -> str:
    """Make a student's copy of the first lesson, with a wrong answer and a hint asked for."""
    command = [
        sys.executable,
        "-m",
        "welfare_analysis",
        "lesson",
        "1",
        "--lang",
        "vi",
        "--for",
        "students",
        "--out",
        str(home / "lessons"),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (made,) = (home / "lessons" / "vi" / "students").glob("*.ipynb")
    notebook = json.loads(made.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if f'check("{EXERCISE}"' in source and cell["cell_type"] == "code":
            source = source.replace("...", ATTEMPT)
        asked = f'lesson.hint("{EXERCISE}")'
        cell["source"] = asked if f"# {asked}" in source else source
    (home / "notebooks" / made.name).write_text(json.dumps(notebook), encoding="utf-8")
    return made.name


def _take(address: str, notebook: str, height: int, file: Path, arrange: Callable) -> None:
    with lab.page(address, notebook, width=WIDTH, height=height) as page:
        page.evaluate("jupyterapp.commands.execute('application:toggle-left-area')")
        lab.run_all(page)
        arrange(page)
        page.wait_for_timeout(1500)
        picture = Image.open(BytesIO(page.screenshot()))
    # Few pixels have the colours of the places: the octree keeps them, a median would not.
    small = picture.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE)
    small.save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1000} kB")


def _at_the_desk(page) -> None:
    """Show the desk with the reasons against a comparison in the chart."""
    page.locator(".wa-desk").get_by_label("Nêu lý do").click()
    page.locator(".jp-WindowedPanel-outer").first.evaluate("page => page.scrollTo(0, 0)")


def _at_the_exercise(page) -> None:
    _to_the_top(page, f"Bài {EXERCISE}.")


def _to_the_top(page, text: str) -> None:
    cell = page.locator(".jp-Cell").filter(has_text=text).first
    for _ in range(4):  # cells above take their height only when they come into sight
        cell.evaluate("cell => cell.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
