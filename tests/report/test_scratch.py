"""What dead processes left in the temporary folder goes with the next build, nothing else does."""

import contextlib
import os
import signal
import subprocess
import sys
import time

import pytest

from welfare_analysis.report import inputs, scratch
from welfare_analysis.report.dask_worker import Kept
from welfare_analysis.report.plan import plan

from .conftest import check_gone, markdown

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs locks that end with a process")

HOLD = """
import sys, time
from welfare_analysis.report import scratch
print(scratch.make(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(scratch.tempfile, "tempdir", str(folder))
    return folder


def test_a_folder_of_a_dead_process_is_swept_and_one_in_use_is_not(temporary):
    own = scratch.make()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    try:
        theirs = type(own)(other.stdout.readline().strip())
        (theirs / "data").mkdir()
        scratch.sweep()
        assert own.is_dir()
        assert theirs.is_dir()
    finally:
        other.send_signal(signal.SIGKILL)
        other.communicate()
    scratch.sweep()
    assert (own.is_dir(), theirs.exists()) == (True, False)
    scratch.remove(own)
    assert list(temporary.iterdir()) == []


def test_what_only_looks_like_scratch_stays(temporary):
    os.utime(temporary)
    for name in ("wa-others", "was-x"):
        (temporary / name).mkdir()
        (temporary / name / "file").touch()
    (temporary / "wa-file").touch()
    kept = temporary.parent / "kept"
    kept.mkdir()
    (kept / "held").touch()
    (temporary / "wa-link").symlink_to(kept)
    (temporary / "wa-new").mkdir()
    (temporary / "wa-new" / "held").touch()  # as long as it has nothing else, it may be new
    old = time.time() - 10 * scratch._NEW
    os.utime(temporary / "wa-others", (old, old))
    before = sorted(temporary.iterdir())
    scratch.sweep()
    assert sorted(temporary.iterdir()) == before
    os.utime(temporary / "wa-new", (old, old))
    scratch.sweep()
    assert not (temporary / "wa-new").exists()
    assert (kept / "held").exists()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs Linux's /proc")
def test_a_build_killed_hard_leaves_nothing_for_long(checkout, tmp_path, monkeypatch):
    temporary, out = checkout.folder / "tmp", checkout.old(tmp_path / "out")
    build = checkout.start("build", "--out", str(out))
    while not list(temporary.glob("wa-*/work")) and build.poll() is None:
        time.sleep(0.01)
    build.send_signal(signal.SIGSTOP)  # so that nothing is cleared up
    while others := [int(pid) for pid in checkout.running() if int(pid) != build.pid]:
        for pid in others:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
    build.send_signal(signal.SIGKILL)
    build.communicate()
    check_gone(checkout)
    assert list(temporary.glob("wa-*"))
    monkeypatch.setattr(scratch.tempfile, "tempdir", str(temporary))
    assert checkout.build("one", out=out, engine="spawned") == 0
    assert list(temporary.glob("wa-*")) == []


def test_a_workshop_is_kept_for_the_jobs_of_one_build_and_given_up_when_idle(project, temporary):
    project.add("plain", markdown("# T"))
    (job,) = plan((), ("vi",), {}, lambda area: area, project.register)
    facts = inputs.facts(project.data)
    tables = {file.name: file.read_bytes() for file in project.data.iterdir() if file.is_file()}
    kept = Kept(idle=0.3)
    left = temporary / "wa-left"  # by a worker that was killed
    (left / "staging").mkdir(parents=True)
    (left / "held").touch()

    def made(data):
        with kept.workshop(data, facts, "spawned") as shop:
            return shop, shop.make(job)

    first, result = made(tables)
    again, _ = made(tables)
    assert not left.exists()
    assert result["outcome"]["reason"] is None
    assert list(result["files"]) == ["report.pdf", "report.html", "report.zip"]
    assert again is first
    with kept.workshop({**tables, "more.csv": b""}, facts, "spawned") as other:
        pass
    assert other is not first
    assert (first.folder.exists(), other.folder.exists()) == (False, True)
    end = time.monotonic() + 10
    while list(temporary.iterdir()):
        assert time.monotonic() < end, list(temporary.iterdir())
        time.sleep(0.05)


def test_folders_that_a_cell_has_closed_go_too(temporary, unprivileged):
    """And where one cannot go, it is still known for what it is."""
    made, elsewhere = scratch.make(), temporary / "elsewhere"
    elsewhere.mkdir(mode=0o500)
    (made / "tmp" / "a" / "b").mkdir(parents=True)
    (made / "tmp" / "a" / "link").symlink_to(elsewhere)
    (made / "tmp" / "a").chmod(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scratch, "discard", lambda entry: None)
        scratch.remove(made)
    assert {entry.name for entry in made.iterdir()} == {"held", "tmp"}
    scratch.sweep()
    assert [*temporary.iterdir()] == [elsewhere]
    assert elsewhere.stat().st_mode & 0o777 == 0o500
