"""A process that stands by answers as an ordinary one does, and is gone when it is."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from welfare_analysis.cli import asking, resident
from welfare_analysis.cli.main import main
from welfare_analysis.data.loading import default_directory
from welfare_analysis.errors import UsageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")

# What is asked without loading anything is answered by whoever stands by.
ASK = """
import sys
from welfare_analysis.cli.main import main
try:
    code = main()
finally:
    assert "pandas" not in sys.modules
sys.exit(code)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a copy of the data, in which whoever asks is."""
    folder = tmp_path_factory.mktemp("standby")
    shutil.copytree(default_directory(), folder / "data")
    return folder


@pytest.fixture(scope="module")
def start(folder):
    """Start a process of this environment, which no other stands by for."""
    environment = os.environ | {"PYTHONUSERBASE": str(folder)}

    def start(*given, **more):
        given = [sys.executable, *given, "--data", "data"]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            given, cwd=folder, env=environment, stdout=pipe, stderr=pipe, **more
        )

    return start


@pytest.fixture(scope="module")
def standing(start):
    """A process that stands by."""
    with start("-m", "welfare_analysis", "standby") as process:
        assert process.stdout.readline().startswith(b"Standing by")
        yield process
        process.kill()


def children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def until(true):
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def answered(start, *given):
    with start("-c", ASK, *given) as asked:
        out, error = asked.communicate()
    return asked.returncode, out, error


@pytest.mark.parametrize(
    "given",
    [
        "list sources",
        "compare poor_household_rate",
        "compare poor_household_rate --period 2023 --lang en --format json",
        "compare workers_sent_abroad --by per_inhabitants --format csv",
        "audit --areas VN-05",
        "audit --theme poverty --lang en --format csv",
        "cite poor_household_rate --form csl",
        "compare no_such_indicator",
        "compare poor_household_rate --source gso-census-2019",
        "compare poor_household_rate --areas Nowhere",
        "audit --lang fr",
        "list --help",
    ],
)
def test_answers_are_the_same(standing, start, folder, monkeypatch, capfdbinary, given):
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["welfare-analysis"])
    try:
        code = main([*given.split(), "--data", "data"])
    except SystemExit as left:
        code = left.code
    sys.stdout.flush()
    assert answered(start, *given.split()) == (code, *capfdbinary.readouterr())


def test_changed_data_are_read_again(standing, start, folder):
    table = folder / "data" / "areas.csv"
    before = table.read_text(encoding="utf-8")
    try:
        table.write_text(before.replace("Sơn La", "Sơn Lá"), encoding="utf-8")
        assert "Sơn Lá" in answered(start, "list", "areas")[1].decode()
        table.write_text(before.replace("VN-05,", "VN-05,nothing"), encoding="utf-8")
        code, out, error = answered(start, "list", "areas")
        assert (code, out) == (3, b"")
        assert b"areas.csv, row" in error
    finally:
        table.write_text(before, encoding="utf-8")
    assert "Sơn La" in answered(start, "list", "areas")[1].decode()


def test_ctrl_c_reaches_whoever_answers(standing, start):
    with start("-c", ASK, "audit", "--all", "--format", "json") as asked:
        until(lambda: children(standing))  # and soon waits, for nobody reads what it writes
        asked.stdout.read(1)
        asked.send_signal(signal.SIGINT)
        until(lambda: not children(standing))
        assert (asked.wait(), asked.stderr.read()) == (130, b"welfare-analysis: interrupted.\n")


def test_who_asked_and_was_killed_leaves_nothing(standing, start):
    with start("-c", ASK, "audit", "--all", "--format", "json") as asked:
        asked.stdout.read(1)
        assert children(standing)
        asked.kill()
        until(lambda: not children(standing))


def test_where_a_stream_is_closed_nobody_is_asked(standing, start, folder):
    """The socket would have its number."""
    file, command = folder / "said", f"{sys.executable} -m welfare_analysis list areas --data data"
    with start(
        "-c", f"import os; os.execvp('sh', ['sh', '-c', '{command} 2>{file} >&-'])"
    ) as asked:
        assert (asked.wait(), file.read_text("utf-8")) == (0, "")


def test_who_answers_and_is_killed_is_told_of(standing, start):
    with start("-c", ASK, "audit", "--all", "--format", "json") as asked:
        asked.stdout.read(1)
        until(lambda: len(children(standing)) == 1)
        (watcher,) = children(standing)
        (answering,) = Path(f"/proc/{watcher}/task/{watcher}/children").read_text().split()
        os.kill(int(answering), signal.SIGKILL)
        said = b"welfare-analysis: whoever answered was ended by signal 9.\n"
        assert (asked.wait(), asked.stderr.read()) == (137, said)


def test_an_answer_begun_outlives_whoever_stands_by(standing, start):
    with start("-c", ASK, "audit", "--all", "--format", "json") as asked:
        asked.stdout.read(1)
        standing.kill()
        standing.wait()
        assert asked.stdout.read().rstrip().endswith(b"]")
        assert asked.wait() == 0


@pytest.fixture
def empty(monkeypatch, tmp_path):
    """Whoever stands by here has nothing loaded, and an address of its own."""
    monkeypatch.setattr(resident, "_prepare", lambda rehearse: None)
    monkeypatch.setattr(resident, "address", lambda: f"\0{tmp_path}")
    return f"\0{tmp_path}"


def test_it_ends_unused_and_stands_once(empty):
    resident.stand_by(None, None, 0.0001)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as other:
        other.bind(empty)
        with pytest.raises(UsageError, match="stands by already"):
            resident.stand_by(None, None, 1)


def test_it_starts_again_when_the_package_changes(empty, monkeypatch, tmp_path):
    (tmp_path / "module.py").write_text("1")
    monkeypatch.setattr(resident, "_PACKAGE", tmp_path)
    started = []
    monkeypatch.setattr(os, "execv", lambda program, given: started.append(given))

    def ask():
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as link:
            until(lambda: not link.connect_ex(empty))
            assert link.recv(1) == b""  # who gets no word answers as ever

    (asks := threading.Thread(target=ask)).start()
    monkeypatch.setattr("builtins.print", lambda said: (tmp_path / "module.py").write_text("2+2"))
    resident.stand_by(None, None, 1)
    asks.join()
    assert started == [[sys.executable, *sys.orig_argv[1:]]]


def test_nothing_is_sent_to_one_that_is_stopped(monkeypatch, tmp_path):
    """Which would hold the streams of whoever asks open."""
    monkeypatch.setattr(asking, "address", lambda: f"\0{tmp_path}")
    monkeypatch.setattr(asking, "_PATIENCE", 0.1)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as door:
        door.bind(f"\0{tmp_path}")
        door.listen()
        assert asking.answer(["list"]) is None
        with door.accept()[0] as link:
            assert link.recv(1) == b""


def test_another_user_is_not_answered(monkeypatch):
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with one, other:
        assert asking.is_own(one)
        monkeypatch.setattr(os, "getuid", lambda: -1)
        assert not asking.is_own(one)


def test_other_limits_or_another_environment_have_another_address(monkeypatch):
    before = asking.address()
    assert asking.address() == before
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    assert asking.address() != before
    monkeypatch.undo()
    mask = os.umask(0o700)
    try:
        assert asking.address() != before
    finally:
        os.umask(mask)
