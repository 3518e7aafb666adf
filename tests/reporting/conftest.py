"""Fixtures: tiny projects, each with notebooks named for one behaviour."""

import json
import shutil
from pathlib import Path

import pytest

import welfare_analysis
from welfare_analysis.reporting.build import build

ROOT = Path(welfare_analysis.__file__).parent.parent
PARAMETERS = 'language = "vi"\narea = "VN-HN"\nareas = ["VN-HN"]\nyear = 2023\nname = "x"'
MIME = "application/vnd.welfare-analysis.v1+json"


def code(source, *tags):
    return {"cell_type": "code", "source": source, "metadata": {"tags": list(tags)},
            "outputs": [], "execution_count": None}  # fmt: skip


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
        self.register.write_text("reports:\n" + "".join(self.entries), encoding="utf-8")

    def build(self, *reports, languages=("vi",), **more):
        return build(reports, languages, data=self.data, out=self.out, register=self.register,
                     **more)  # fmt: skip

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
