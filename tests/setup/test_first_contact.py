"""However the package is installed, one opens the same notebook."""

import os
import re
import subprocess
import sys

import pytest
import yaml

NOTEBOOK = "notebooks/explore.ipynb"


@pytest.fixture(scope="module")
def readme(project):
    return (project / "README.md").read_text(encoding="utf-8")


def test_make_lab_opens_the_desk(project):
    recipe = re.search(
        r"^lab: setup.*\n((?:\t.*\n)+)", (project / "Makefile").read_text("utf-8"), re.M
    )
    assert f"--LabApp.default_url=/lab/tree/{NOTEBOOK} " in recipe[1]
    assert (project / NOTEBOOK).is_file()


def test_the_readme_leads_there_by_pip_conda_and_binder(readme):
    rows = dict(re.findall(r"^\| (pip|conda|Binder) \| (.*) \|$", readme, re.M))
    assert set(rows) == {"pip", "conda", "Binder"}
    for row in rows.values():
        assert NOTEBOOK in row or "make lab" in row
    assert f"urlpath=lab/tree/{NOTEBOOK}" in rows["Binder"]


def test_conda_is_told_the_same_in_both_places(project, readme):
    head = (project / "environment.yml").read_text(encoding="utf-8").splitlines()
    told = [
        part.strip()
        for line in head
        if line.startswith("#     ")
        for part in line.lstrip("# ").split("&&")
    ]
    assert len(told) == 4
    assert [command for command in told if f"`{command}`" not in readme] == []
    assert yaml.safe_load("\n".join(head))["name"] in told[1]


def test_binder_installs_the_package_and_nothing_else(project, tmp_path):
    log = tmp_path / "log"
    stub = tmp_path / "python"
    stub.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\n', encoding="utf-8")
    stub.chmod(0o755)
    assert os.access(project / "postBuild", os.X_OK)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    subprocess.run([project / "postBuild"], check=True, env=environment, cwd=project)
    (line,) = log.read_text(encoding="utf-8").splitlines()
    assert line == "-m pip install --no-deps --no-build-isolation -e ."


def test_pictures_of_the_readme_are_there_and_small(project, readme):
    pictures = re.findall(r"!\[[^\]]+\]\((docs/[^)]+)\)", readme)
    assert {"docs/explorer.png", "docs/lesson.png"} <= set(pictures)
    for name in ("docs/explorer.png", "docs/lesson.png"):
        assert (project / name).read_bytes().startswith(b"\x89PNG")
        assert (project / name).stat().st_size < 150_000


def test_a_browser_opens_where_make_lab_says(project):
    """JupyterLab itself, asked as ``make lab`` asks it, names the notebook as its first page."""
    recipe = (project / "Makefile").read_text(encoding="utf-8")
    options = re.findall(r"(--LabApp\.\S+)", recipe)
    code = (
        "import sys; from jupyterlab.labapp import LabApp; app = LabApp();"
        "app.parse_command_line(sys.argv[1:]); print(app.default_url)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *options], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"/lab/tree/{NOTEBOOK}"
