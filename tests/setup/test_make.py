"""What make does before anything is installed, and when set-up goes wrong."""

import os
import re
import shutil
import stat
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


@pytest.fixture
def checkout(project, tmp_path):
    """A folder with what set-up reads, in a path with a space."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(project / name, folder)
    return folder


def make(folder, *words, **variables):
    environment = {
        name: value
        for name, value in os.environ.items()
        # A make that runs these tests must not speak to the make under test.
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "PYTHON"}
    }
    return subprocess.run(
        ["make", "-C", folder, "--no-print-directory", *words],
        env=environment | variables,
        capture_output=True,
        text=True,
    )


def script(path, body):
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def python_where(folder, *, venv="true", pip="true"):
    """Write a stand-in for Python whose venv and pip behave as told."""
    inner = f"""case "$2" in pip) {pip};; esac"""
    body = f"""
case "$1 $2" in
  "-m venv") mkdir -p .venv/bin; cp "$0.inner" .venv/bin/python; {venv};;
  "--version ") echo Python 3.11.7;;
esac"""
    script(folder / "python.inner", inner)
    return script(folder / "python", body)


def test_help_lists_every_command(checkout):
    targets = re.findall(r"^([a-z]+):", (checkout / "Makefile").read_text(), re.MULTILINE)
    done = make(checkout)
    assert done.returncode == 0
    assert re.findall(r"^  ([a-z]+) ", done.stdout, re.MULTILINE) == targets
    assert {"reports", "test", "lab", "check", "lock", "clean"} <= set(targets)


def test_missing_python_is_one_sentence(checkout):
    done = make(checkout, "setup", "PYTHON=no-such-python")
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "no-such-python" in done.stderr
    assert not (checkout / ".venv").exists()


def test_old_python_is_refused(checkout):
    old = script(checkout / "old", "exit 1")
    done = make(checkout, "setup", f"PYTHON={old}")
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (checkout / ".venv").exists()


def test_python_is_taken_from_the_environment(checkout):
    python = python_where(checkout)
    assert make(checkout, "setup", PYTHON=str(python)).returncode == 0
    assert (checkout / ".venv" / ".installed").exists()


def test_second_set_up_does_nothing(checkout):
    python = python_where(checkout)
    first, second = (make(checkout, "setup", f"PYTHON={python}") for _ in range(2))
    assert "Setting up" in first.stdout
    assert "Setting up" not in second.stdout


@pytest.mark.parametrize("fault", [{"venv": "exit 1"}, {"pip": "exit 1"}, {"pip": "kill -9 $$"}])
def test_failed_set_up_is_told_and_starts_afresh(checkout, fault):
    done = make(checkout, "setup", f"PYTHON={python_where(checkout, **fault)}")
    assert done.returncode == 2
    assert "did not finish" in done.stderr
    again = make(checkout, "setup", f"PYTHON={python_where(checkout)}")
    assert again.returncode == 0
    assert "Setting up" in again.stdout


@pytest.mark.parametrize("fault", [{"venv": "kill -9 $PPID"}, {"pip": "kill -9 $PPID"}])
def test_killed_set_up_starts_afresh(checkout, fault):
    make(checkout, "setup", f"PYTHON={python_where(checkout, **fault)}")
    assert not (checkout / ".venv" / ".locked").exists()
    again = make(checkout, "setup", f"PYTHON={python_where(checkout)}")
    assert "Setting up" in again.stdout
    assert again.returncode == 0


def test_changed_lock_sets_up_again(checkout):
    python = python_where(checkout)
    make(checkout, "setup", f"PYTHON={python}")
    later = (checkout / ".venv" / ".locked").stat().st_mtime + 5
    os.utime(checkout / "requirements.lock", (later, later))
    assert "Setting up" in make(checkout, "setup", f"PYTHON={python}").stdout


def test_moved_folder_sets_up_again(checkout):
    make(checkout, "setup", f"PYTHON={python_where(checkout)}")
    moved = checkout.rename(checkout.with_name("moved"))
    assert "Setting up" in make(moved, "setup", f"PYTHON={moved / 'python'}").stdout


def test_other_folders_are_never_cleared(checkout):
    kept = checkout / "kept"
    kept.mkdir()
    (kept / "file").touch()
    make(checkout, "setup", "VENV=kept", f"PYTHON={python_where(checkout)}")
    make(checkout, "clean", "VENV=kept")
    assert (kept / "file").exists()


def test_clean_keeps_the_list_of_reports(checkout):
    make(checkout, "setup", f"PYTHON={python_where(checkout)}")
    (checkout / "reports" / "vi").mkdir(parents=True)
    (checkout / "reports" / "vi" / "overview.pdf").touch()
    (checkout / "reports" / "manifest.json").touch()
    (checkout / "reports" / "reports.yml").touch()
    assert make(checkout, "clean").returncode == 0
    assert [path.name for path in (checkout / "reports").iterdir()] == ["reports.yml"]
    assert not (checkout / ".venv").exists()


def test_lock_without_uv_is_one_sentence(checkout):
    done = make(checkout, "lock", "UV=no-such-uv")
    assert done.returncode == 2
    assert "needs uv" in done.stderr


def test_old_python_really_is_told_from_a_new_one(project):
    (check,) = re.findall(r"-c '(import sys; sys.exit\([^']*)'", (project / "Makefile").read_text())
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
    old = check.replace("sys.version_info", "(3, 10, 14)")
    assert subprocess.run([sys.executable, "-c", old]).returncode == 1
