"""A preloaded process that outlives a build: used by the next one, and replaced when unfit."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from welfare_analysis.report import processes, scratch
from welfare_analysis.report.processes import FACTS, Standby
from welfare_analysis.report.watcher import is_dead

from .conftest import STANDBY, code, markdown

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the forked engine needs Linux")


def test_the_next_build_uses_it_and_finds_nothing_of_the_last(project, capsys):
    probe = (
        "import glob, os, tempfile, pandas\n"
        "left = glob.glob(tempfile.gettempdir() + '/*') + os.listdir('.')\n"
        "print('found', len(left), hasattr(pandas, 'MARK'))\n"
        "pandas.MARK = tempfile.mkdtemp()\nopen('file', 'w').close()"
    )
    project.add("probe", markdown("# T"), code(probe))
    assert project.build() == 0
    process, first = STANDBY._preloaded, project.files()
    text = (project.out / "vi" / "probe.html").read_text(encoding="utf-8")
    assert "found 0 False" in text
    assert project.build(force=True) == 0
    assert STANDBY._preloaded is process
    assert project.files() == first
    assert "fresh processes" not in capsys.readouterr().err


def test_each_build_reads_its_own_data(project):
    source = "import welfare_analysis as wa\nprint('remarks:', len(wa.load().remarks))"
    project.add("remarks", markdown("# T"), code(source))
    table, told = project.data / "remarks.csv", []
    for _ in range(2):
        assert project.build() == 0
        text = (project.out / "vi" / "remarks.html").read_text(encoding="utf-8")
        told.append(int(text.split("remarks: ")[1].split("<")[0].split()[0]))
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(lines[:-1]), encoding="utf-8")
    assert told[1] == told[0] - 1


def test_one_that_ended_or_has_another_environment_is_replaced(project, monkeypatch, capsys):
    project.add("plain", markdown("# T"))
    with Standby() as standby:
        first = standby.preloaded(project.data)
        assert standby.preloaded(project.data) is first
        first._process.kill()
        first._process.wait()
        assert project.build(standby=standby) == 0
        second = standby._preloaded
        assert second is not first
        monkeypatch.setenv("XDG_CACHE_HOME", str(project.folder))
        third = standby.preloaded(project.data)
        assert third is not second
        assert second._process.poll() is not None
    assert third._process.poll() is not None
    assert "fresh processes" not in capsys.readouterr().err


_CHECKS = """
import sys
from pathlib import Path
from welfare_analysis.report.processes import Preloaded
preloaded = Preloaded(Path(sys.argv[1]))
while preloaded.check(Path(sys.argv[1])):
    print(preloaded._process.pid, preloaded._scratch, flush=True)
"""


def test_one_that_loads_data_ends_with_the_build(project):
    words = [sys.executable, "-c", _CHECKS, project.data]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as build:
        try:
            pid, folder = build.stdout.readline().split()
            facts, is_loading = Path(folder) / FACTS, False
            while not is_loading:
                os.kill(int(pid), signal.SIGSTOP)  # now it is deaf until it is killed
                is_loading = build.poll() is None and not facts.exists()
                if not is_loading:
                    os.kill(int(pid), signal.SIGCONT)
                    time.sleep(0.01)
        finally:
            build.kill()
    try:
        end = time.monotonic() + 30
        while not is_dead(int(pid)):
            assert time.monotonic() < end
            time.sleep(0.01)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
        scratch.clear(Path(folder))


def test_one_whose_build_ended_while_it_began_imports_nothing(tmp_path):
    """Only from when it asks for that does Linux end it with its parent."""
    orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    orders.close()
    module = f"{processes.__package__}.preload"
    command = [sys.executable, "-X", "importtime", "-m", module]
    with theirs:
        done = subprocess.run(command, stdin=theirs, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, "papermill" in done.stderr) == (0, False)


@pytest.mark.parametrize("begin", [processes.Preloaded, partial(processes.Fresh, engine="spawned")])
def test_one_that_cannot_begin_leaves_no_folder(project, monkeypatch, begin):
    monkeypatch.setattr(scratch.tempfile, "tempdir", str(project.folder))
    monkeypatch.setattr(sys, "executable", str(project.folder / "absent"))
    with pytest.raises(OSError, match="absent"):
        begin(*[project.data] * (1 if begin is processes.Preloaded else 2))
    assert list(project.folder.glob("wa-*")) == []
