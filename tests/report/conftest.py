"""Fixtures: tiny projects, each with notebooks named for one behaviour."""

import atexit
import json
import os
import shutil
import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path

import pytest

import welfare_analysis
from welfare_analysis.errors import BuildLocked
from welfare_analysis.report.build import build
from welfare_analysis.report.processes import Standby

ROOT = Path(welfare_analysis.__file__).parent.parent
PARAMETERS = 'language = "vi"\narea = "VN-HN"\nareas = ["VN-HN"]\nyear = 2023\nname = "x"'
MIME = "application/vnd.welfare-analysis.v1+json"
FACTS = {
    "date": "2025-11-20",
    "version": "1.2",
    "revision": "abc123",
    "software": "Typst",
    "notebook": "notebooks/n.ipynb",
    "parameters": {"areas": ["VN-HN"]},
}

OLD = b"%PDF-old"
STANDBY = Standby()
atexit.register(STANDBY.__exit__)


def code(source, *tags):
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {"tags": list(tags)},
        "outputs": [],
        "execution_count": None,
    }


def markdown(source, *tags):
    return {"cell_type": "markdown", "source": source, "metadata": {"tags": list(tags)}}


def notebook(*cells):
    numbered = [{"id": f"cell-{number}", **cell} for number, cell in enumerate(cells)]
    return {"cells": numbered, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def shown(content, **bundle):
    """Write the code that displays one object of the package, as the library does."""
    data = {MIME: content, "text/plain": "-", **bundle}
    return f"from IPython.display import display\ndisplay({data!r}, raw=True)"


class Project:
    """A folder with notebooks, a register of reports, data and an output directory."""

    def __init__(self, folder):
        self.folder, self.out = folder, folder / "out"
        self.data = folder / "data"
        self.register = folder / "reports" / "reports.yml"
        self.entries = []
        for name in ("notebooks", "reports"):
            (folder / name).mkdir()
        shutil.copytree(ROOT / "data", self.data)

    def add(self, name, *cells, parameters=PARAMETERS, **keys):
        content = notebook(code(parameters, "parameters"), *cells)
        file = self.folder / "notebooks" / f"{name}.ipynb"
        file.write_text(json.dumps(content), encoding="utf-8")
        entry = {"notebook": f"notebooks/{name}.ipynb", **keys}
        self.entries.append(f"  {name}: {json.dumps(entry)}\n")
        self.write_register()

    def remove(self, name):
        self.entries = [entry for entry in self.entries if not entry.startswith(f"  {name}:")]
        self.write_register()

    def write_register(self):
        self.register.write_text("reports:\n" + "".join(self.entries), encoding="utf-8")

    def build(self, *reports, languages=("vi",), **more):
        """Build; the tests of a process share a preloaded one, where they do not say otherwise."""
        more = {
            "data": self.data,
            "out": self.out,
            "register": self.register,
            "standby": STANDBY,
            **more,
        }
        return build(reports, languages, **more)

    def files(self):
        """Return the bytes of all published files."""
        return {
            file.relative_to(self.out).as_posix(): file.read_bytes()
            for file in sorted(self.out.rglob("*"))
            if file.is_file() and file.name != ".lock"
        }


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory):
    return Project(tmp_path_factory.mktemp("project"))


class Checkout(Project):
    """A project with its own copy of the package: `welfare-analysis build` finds it alone."""

    def __init__(self, folder):
        super().__init__(folder)
        shutil.copytree(ROOT / "welfare_analysis", folder / "welfare_analysis", symlinks=True)
        (folder / "tmp").mkdir()
        for name in ("one", "two"):
            self.add(name, markdown("# T"), code("import time\ntime.sleep(0.2)\nprint(year)"))
        self.place = {
            "cwd": folder / "notebooks",
            # The temporary folder is handed down, and tells whose process it is.
            "env": {
                "PYTHONPATH": str(folder),
                "PATH": os.environ["PATH"],
                "TMPDIR": str(folder / "tmp"),
            },
        }

    @cached_property
    def reference(self):
        """The folder of its reports, made from the same package by a preloaded process."""
        out = self.folder / "reference"
        assert self.build(languages=("vi", "en"), out=out) == 0
        return out

    def build(self, *reports, **more):
        if not {"engine", "standby"} & set(more):  # else what others use would know this checkout
            STANDBY.preloaded(ROOT / "data")
        return super().build(*reports, **more)

    def start(self, *words, **options):
        return subprocess.Popen(
            [sys.executable, "-m", "welfare_analysis", *words],
            cwd=self.place["cwd"],
            env=self.place["env"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **{"start_new_session": True, **options},
        )

    def command(self, *words, **options):
        process = self.start(*words, **options)
        said = process.communicate(timeout=120)[1]
        return process.returncode, said

    def old(self, out):
        """Make an output directory with the files of every report, all to be replaced."""
        for language in ("vi", "en"):
            (out / language).mkdir(parents=True)
            for name in ("one", "two"):
                for kind in ("pdf", "html"):
                    (out / language / f"{name}.{kind}").write_bytes(OLD)
        return out

    def running(self):
        """List the processes that know this checkout, the zombies left out."""
        mark, found = os.fsencode(self.folder), []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                try:
                    known = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
                except OSError:
                    continue
                found += [entry.name] if mark in known else []
        return found


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    return Checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """Build every shipped report once in a run, whichever processes share its tests."""
    base = tmp_path_factory.getbasetemp()
    out = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "shipped"
    while True:
        try:
            assert build(out=out, standby=STANDBY) == 0
            return out
        except BuildLocked:  # another process of this run is at it; then there is nothing to do
            time.sleep(0.5)


def published(out):
    return {
        file.relative_to(out).as_posix(): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(out).parts)
    }


def check_gone(checkout, seconds=5):
    end = time.monotonic() + seconds
    while checkout.running():
        assert time.monotonic() < end, checkout.running()
        time.sleep(0.05)
