"""A real JupyterLab server on a free port, driven by a headless Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

# What JupyterLab itself writes to the console on a sound page, word for word.
BENIGN: tuple[str, ...] = ()

_ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")


def chromium() -> str | None:
    """Return the browser of the machine."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def server(home: Path, notebooks: Path, theme: str = "JupyterLab Light") -> Iterator[str]:
    """Run JupyterLab on a folder, as ``make lab`` does, and yield its address, token included.

    Nothing of the user's own settings is read, and nothing is written outside ``home``: to
    JupyterLab its reader is new.
    """
    folders = {name: home / name.lower() for name in _FOLDERS}
    settings = home / "settings"
    file = settings / "@jupyterlab" / "apputils-extension" / "themes.jupyterlab-settings"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"theme": theme}), encoding="utf-8")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "IPYTHON"))
    }
    environment |= {name: str(folder) for name, folder in folders.items()}
    environment |= {
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.port=0",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={notebooks}",
        "--ServerApp.allow_root=True",
        "--LabApp.expose_app_in_browser=True",
        *re.findall(r"--LabApp\.\S+", (_ROOT / "Makefile").read_text(encoding="utf-8")),
    ]
    with open(home / "lab.log", "w+b") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=notebooks)
        try:
            yield _address(process, folders["JUPYTER_RUNTIME_DIR"], home / "lab.log")
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()
            process.wait()


def _address(process: subprocess.Popen, runtime: Path, log: Path) -> str:
    for _ in range(600):
        for file in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):
                about = json.loads(file.read_text(encoding="utf-8"))
                return f"{about['url']}lab/tree/{{}}?token={about['token']}&reset"
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


@contextlib.contextmanager
def page(
    address: str, notebook: str, *, scheme: str = "light", width: int = 1280, height: int = 1000
) -> Iterator:
    """Open a notebook; yields the page, with what its console said in ``page.said``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        opened.said, opened.asked = [], []
        opened.on("console", lambda said: opened.said.append((said.type, said.text)))
        opened.on("pageerror", lambda error: opened.said.append(("error", str(error))))
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.set_default_timeout(60_000)
        opened.goto(address.format(notebook))
        opened.locator(".jp-Notebook .jp-Cell").first.wait_for()
        yield opened
        browser.close()


def run_all(page) -> None:
    """Choose Run ▸ Run All Cells, as a reader does, and wait until every code cell has run."""
    page.evaluate(_READY)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(_RAN)


# A kernel that has not yet told about itself drops what it is asked to run.
_READY = """async () => {
  const context = jupyterapp.shell.currentWidget.sessionContext;
  await context.ready;
  await context.session.kernel.info;
}"""
_RAN = """() => jupyterapp.shell.currentWidget.content.widgets.every(
  cell => cell.model.type !== 'code' || cell.model.executionCount)"""


def troubles(said: list[tuple[str, str]]) -> list[str]:
    """List the errors of a console that are not JupyterLab's own."""
    errors = [text for kind, text in said if kind == "error"]
    return [text for text in errors if not any(re.fullmatch(known, text) for known in BENIGN)]
