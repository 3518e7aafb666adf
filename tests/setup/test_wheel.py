"""A wheel carries everything that the package reads."""

import subprocess
import sys
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(project, tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target],
        cwd=project,
        check=True,
        capture_output=True,
    )
    (wheel,) = target.glob("*.whl")
    return wheel


# Caches, and what lesson 5 has its reader make.
_MADE = {"__pycache__", ".ipynb_checkpoints", "brief"}


def files_of(folder, pattern):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob(pattern)
        if path.is_file() and not _MADE & set(path.parts)
    }


@pytest.mark.parametrize(
    ("folder", "pattern", "inside"),
    [
        ("welfare_analysis", "*", "welfare_analysis"),
        ("data", "*", "welfare_analysis/share/data"),
        ("notebooks", "*.ipynb", "welfare_analysis/share/notebooks"),
        ("reports", "reports.yml", "welfare_analysis/share/reports"),
    ],
)
def test_holds_all_files(project, wheel, folder, pattern, inside):
    expected = {f"{inside}/{name}" for name in files_of(project / folder, pattern)}
    assert expected
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_holds_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    shared = [name for name in names if name.startswith("welfare_analysis-0.1.0.data/")]
    (settings,) = shared  # which keep JupyterLab from asking about its news
    assert settings.endswith("etc/jupyter/labconfig/page_config.d/welfare-analysis.json")
    tops = {name.split("/")[0] for name in set(names) - set(shared)}
    assert tops == {"welfare_analysis", "welfare_analysis-0.1.0.dist-info"}


def test_finds_its_own_data(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = "import welfare_analysis as wa; print(wa.load().directory)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "site" / "welfare_analysis" / "share" / "data")
