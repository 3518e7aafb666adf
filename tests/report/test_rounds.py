"""Watching: every save is a round, in which what changed is built, and nothing ends it but us."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from welfare_analysis.report import outputs, rounds

from .conftest import STANDBY, code, markdown

SECONDS = 60
READS = "import welfare_analysis as wa\nprint('first', len(wa.load().where(areas=[{!r}])))"
SCRIPT = """
import sys
from welfare_analysis.report.rounds import watch
watch(sys.argv[1], sys.argv[2], out=sys.argv[3], languages=["vi"])
"""


class Watching:
    """A watch in a thread, ended by a change of the package that it is told of."""

    def __init__(self, project, capsys):
        self.project, self.capsys, self.text = project, capsys, ""
        self.package = project.folder / "package"
        (self.package / "report").mkdir(parents=True)
        (self.package / "words.ftl").write_text("1")
        self.code = None
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        places = {"data": self.project.data, "register": self.project.register}
        self.code = rounds.watch(**places, out=self.project.out, languages=["vi"])

    def says(self, expected):
        """Wait until it says something; return what it said since it was asked last."""
        until = time.monotonic() + SECONDS
        while expected not in self.text:
            assert self.thread.is_alive(), self.text
            assert time.monotonic() < until, self.text
            time.sleep(0.01)
            self.text += self.capsys.readouterr().err
        said, self.text = self.text, ""
        return said

    def __enter__(self):
        self.thread.start()
        self.says("Ctrl+C.")

    def __exit__(self, *_):
        (self.package / "words.ftl").write_text("12")
        self.thread.join(SECONDS)


@pytest.fixture
def watching(project, capsys, monkeypatch):
    watching = Watching(project, capsys)
    monkeypatch.setattr(rounds, "__file__", str(watching.package / "report" / "rounds.py"))
    monkeypatch.setattr(rounds, "Standby", lambda: contextlib.nullcontext(STANDBY))
    monkeypatch.setattr(rounds, "_BUSY", 0.1)
    project.add("one", markdown("# T"), code(READS.format("VN-SG")))
    project.add("two", markdown("# T"), code(READS.format("VN-HN")))
    return watching


def edit(project, name, before, after, by_rename=False):
    """Save a notebook as an editor does: in place, or a new file in its place."""
    file = project.folder / "notebooks" / f"{name}.ipynb"
    text = file.read_text(encoding="utf-8")
    assert before in text
    target = file.with_suffix(".new") if by_rename else file
    target.write_text(text.replace(before, after), encoding="utf-8")
    os.replace(target, file)


def page(project, name):
    return (project.out / "vi" / f"{name}.html").read_text(encoding="utf-8")


def test_a_save_is_a_new_report_in_one_line(project, watching):
    with watching:
        edit(project, "one", "first", "second")
        said = watching.says("unchanged.")
        assert said.startswith("one.ipynb saved: vi/one.pdf built in ")
        assert said.endswith(" s, 1 unchanged.\n")
        assert said.count("\n") == 1
        assert "second" in page(project, "one")

        edit(project, "one", "second", "third", by_rename=True)
        edit(project, "two", "first", "fourth")
        said = watching.says("unchanged.")
        assert "vi/one.pdf built" in said
        assert "vi/two.pdf built" in said
        assert "third" in page(project, "one")
        assert "fourth" in page(project, "two")

        table = project.data / "observations.csv"
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        gone = next(line for line in reversed(lines) if ",VN-HN," in line)
        table.write_text("".join(line for line in lines if line != gone), encoding="utf-8")
        said = watching.says("unchanged.")
        assert "observations.csv saved: vi/two.pdf built" in said
        assert "one.pdf" not in said

        project.add("three", markdown("# T"), code("print(3)"))
        assert "vi/three.pdf built" in watching.says("unchanged.")


def test_what_is_wrong_is_told_and_mended_by_the_next_save(project, watching):
    with watching:
        before = project.files()
        edit(project, "one", '"nbformat": 4', '"nbformat": ')
        assert "one.ipynb" in watching.says("\n")
        edit(project, "one", '"nbformat": ', '"nbformat": 4')
        assert "2 unchanged." in watching.says("unchanged.")

        edit(project, "one", "print('first'", "print(1 / 0")
        said = watching.says("unchanged.")
        assert "ZeroDivisionError" in said
        assert "one.ipynb saved: vi/one.pdf FAILED in " in said
        assert project.files()["vi/one.pdf"] == before["vi/one.pdf"]

        areas = project.data / "areas.csv"
        text = areas.read_bytes()
        areas.write_bytes(text[: len(text) // 2])
        assert "areas.csv" in watching.says("\n")
        register = project.register.read_text(encoding="utf-8")
        project.register.write_text("reports: [", encoding="utf-8")
        assert "reports.yml" in watching.says("not valid YAML")
        areas.write_bytes(text)
        project.register.write_text(register, encoding="utf-8")
        edit(project, "one", "1 / 0", "'first'")
        watching.says("unchanged.")
        assert project.files()["vi/one.pdf"] == before["vi/one.pdf"]


def test_another_build_is_waited_for(project, watching):
    with watching:
        with outputs.lock(project.out):
            edit(project, "one", "first", "second")
            watching.says("nother")
        watching.says("vi/one.pdf built")


def test_changed_code_ends_it_with_a_sentence(watching, capsys):
    with watching:
        pass
    assert watching.code == 3
    assert "start it again" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_ctrl_c_ends_it_and_leaves_nothing(project, tmp_path):
    project.add("one", markdown("# T"))
    (tmp_path / "tmp").mkdir()
    words = [sys.executable, "-c", SCRIPT, project.data, project.register, project.out]
    place = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=place)
    while "Ctrl+C" not in process.stderr.readline():
        assert process.poll() is None
    (preloaded,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(signal.SIGINT)
    assert "KeyboardInterrupt" in process.communicate(timeout=SECONDS)[1]
    assert not os.path.exists(f"/proc/{preloaded}")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert [file.name for file in project.out.rglob(".*") if file.name != ".lock"] == []
    assert json.loads((project.out / "manifest.json").read_text())["reports"].keys() == {
        "vi/one.pdf"
    }
