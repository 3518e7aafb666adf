"""``make page`` serves the desk to who writes no code: the same notebook, without its lines."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from . import lab

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not lab.chromium(), reason="needs Chromium")


@pytest.fixture(scope="module")
def visited(tmp_path_factory):
    """Visit the page that Voilà serves when it is asked as the Makefile asks it."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    path, options = re.search(r"JUPYTER_PATH=(\S+)[\s\\]+\S+ -m voila (.+)", recipe).groups()
    home = tmp_path_factory.mktemp("page")
    environment = {**os.environ, **{name: str(home / name) for name in lab._FOLDERS}}
    environment["JUPYTER_PATH"] = path
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", *options.split()]
    with open(home / "log", "w+b") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT)
        try:
            _answers(port, home / "log")
            yield _visit(f"http://localhost:{port}/")
        finally:
            process.terminate()
            process.wait(15)


def _answers(port, log):
    for _ in range(300):
        try:
            return socket.create_connection(("localhost", port)).close()
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(log.read_text(errors="replace")[-2000:])


def _visit(address):
    """Return what was served, the addresses asked for, the icon of a button, the words seen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=lab.chromium(), args=["--no-sandbox"])
        page, asked = browser.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.set_default_timeout(60_000)
        served = page.goto(address, wait_until="domcontentloaded").text()
        page.locator(".wa-desk .wa-page svg").first.wait_for()
        drawn = "element => getComputedStyle(element, '::before').fontFamily"
        icon = page.locator(".wa-undo i").first.evaluate(drawn)
        page.locator("table.dataTable").first.wait_for()  # of the last cell that is shown
        seen = page.inner_text("body")
        browser.close()
    return served, asked, icon, seen


def test_the_page_holds_the_desk_and_none_of_its_code(visited):
    served, *_ = visited
    assert "application/vnd.jupyter.widget-view+json" in served
    assert "wa-search" in served
    assert "wa.explore.desk" not in served
    assert "wa.compare(" not in served


def test_the_page_needs_no_network_and_has_its_icons_all_the_same(visited):
    _, asked, icon, _ = visited
    assert len(asked) > 10
    assert [one for one in asked if not re.match(r"(http|ws)://localhost:|data:|blob:", one)] == []
    assert "Awesome" in icon


def test_the_page_does_not_speak_of_the_notebook_or_its_code(visited):
    *_, seen = visited
    assert "Tra cứu mọi số liệu" in seen
    assert not re.search(r"Run All Cells|desk\.answer|wa\.|\.ipynb", seen)
