"""``make page`` serves the desk to who writes no code: the same notebook, without its lines."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from . import lab

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Return the page that Voilà makes when it is asked as the Makefile asks it."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    options = re.search(r"-m voila (.+)", recipe)[1].split()
    home = tmp_path_factory.mktemp("page")
    environment = {**os.environ, **{name: str(home / name) for name in lab._FOLDERS}}
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", *options]
    with open(home / "log", "w+b") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT)
        try:
            yield _asked(port, home / "log")
        finally:
            process.terminate()
            process.wait(15)


def _asked(port, log):
    for _ in range(300):
        try:
            with urlopen(f"http://localhost:{port}/", timeout=60) as answer:
                return answer.read().decode()
        except URLError:
            time.sleep(0.1)
    raise RuntimeError(log.read_text(errors="replace")[-2000:])


def test_the_page_holds_the_desk_and_none_of_its_code(served):
    assert "application/vnd.jupyter.widget-view+json" in served
    assert "wa-search" in served
    assert "wa.explore.desk" not in served
    assert "wa.compare(" not in served
