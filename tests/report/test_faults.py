"""The real command on tiny notebooks, killed at many moments and starved of its disk."""

import contextlib
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from welfare_analysis.report.pages.navigation import linked

from .conftest import OLD, check_gone, code, markdown, published

pytestmark = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs Linux's /proc")


def alone(files):
    """Return files of reports, pages without their ways to others: those follow what is there."""
    nothing = {"reports": {}, "failed": [], "data": {}}
    return {
        name: linked(content.decode(), "vi/x.pdf", nothing).encode()
        if name.endswith(".html")
        else content
        for name, content in files.items()
    }


@pytest.fixture(scope="module")
def undisturbed(checkout, tmp_path_factory):
    """Build while a second build is told to wait; return the folder, the seconds, what was said."""
    out = checkout.old(tmp_path_factory.mktemp("undisturbed") / "out")
    begun = time.monotonic()
    first = checkout.start("build", "--out", str(out))
    first.stderr.readline()
    assert len(checkout.running()) >= 1  # or the tests below would see nothing
    told = checkout.command("build", "--out", str(out))
    assert (first.communicate()[0], first.returncode) == ("", 0)
    return out, time.monotonic() - begun, first.pid, told


def test_a_second_build_is_told_who_is_first(checkout, undisturbed):
    out, _, pid, (code_returned, said) = undisturbed
    assert (code_returned, f"process {pid} on " in said) == (75, True), said
    assert len(said.splitlines()) == 1
    assert published(out) == published(checkout.reference)


def test_killed_at_many_moments(checkout, undisturbed, tmp_path):
    reference, out = published(checkout.reference), checkout.old(tmp_path / "out")
    seconds = undisturbed[1]
    numbers = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]
    moments = int(os.environ.get("WELFARE_ANALYSIS_MOMENTS", "6"))
    for moment, number in zip(range(moments), itertools.cycle(numbers), strict=False):
        build = checkout.start("build", "--force", "--out", str(out))
        time.sleep(0.2 + seconds * moment / moments)
        build.send_signal(number)
        said = build.communicate(timeout=5)[1]
        check_gone(checkout)
        whole = alone(reference)
        for file, content in alone(published(out)).items():
            assert content in (OLD, whole[file]), file
        assert build.returncode in (0, -number, 128 + number), said
        assert "Traceback" not in said
        assert said.count("welfare-analysis: ") == (build.returncode == 128 + number), said
    assert checkout.build(languages=("vi", "en"), out=out) == 0
    assert published(out) == reference
    assert {entry.name for entry in out.iterdir()} == {
        "vi",
        "en",
        "index.html",
        "manifest.json",
        ".lock",
    }


def test_every_child_killed_at_once(checkout, tmp_path):
    out = checkout.old(tmp_path / "out")
    build = checkout.start("build", "one", "--lang", "vi", "--out", str(out))
    children = set()
    while len(children) < 2 and build.poll() is None:
        children = set(checkout.running()) - {str(build.pid)}
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    said = build.communicate(timeout=60)[1]
    assert "Traceback" not in said
    if build.returncode:
        assert (build.returncode, "vi/one.pdf: notebooks/one.ipynb" in said) == (4, True), said
        expected = dict.fromkeys(("vi/one.pdf", "vi/one.html"), OLD)
    else:  # made by another process
        expected = published(checkout.reference)
    for name in ("vi/one.pdf", "vi/one.html"):
        assert alone(published(out))[name] == alone(expected)[name]
    assert published(out)["en/one.pdf"] == published(out)["en/one.html"] == OLD
    check_gone(checkout)


@pytest.mark.parametrize("log", ["2>/dev/full", "2>&-"])
def test_a_log_that_cannot_be_written_stops_no_build(checkout, tmp_path, log):
    out = tmp_path / "out"
    shutil.copytree(checkout.reference, out)
    (out / "vi" / "one.pdf").unlink()  # one report to make
    words = f'"{sys.executable}" -m welfare_analysis build one --lang vi --engine spawned'
    done = subprocess.run(["sh", "-c", f'{words} --out "{out}" {log}'], **checkout.place)
    assert done.returncode == 0
    assert published(out) == published(checkout.reference)


def in_own_mounts(*words, **options):
    """Run a command that may mount, in name spaces of its own; skip where that is not allowed."""
    unshare = ["unshare", "--user", "--map-root-user", "--mount"]
    if (
        not shutil.which("unshare")
        or subprocess.run(
            [*unshare, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True
        ).returncode
    ):
        pytest.skip("no mounts in a name space of one's own here")
    return subprocess.run([*unshare, *words], capture_output=True, text=True, **options)


TOP = {".lock", "en", "failed", "index.html", "manifest.json"}
FULL = """
import json, os, subprocess, sys
from pathlib import Path
out, free = Path(sys.argv[1]), [int(number) for number in sys.argv[2:]]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", out], check=True)
def pdfs():
    found = [*out.glob("*/*.pdf"), *out.glob("*/*.html")]
    return {str(f.relative_to(out)): f.read_bytes().hex() for f in found}
def build():
    command = [sys.executable, "-m", "welfare_analysis", "build", "one", "--lang", "en"]
    command += ["--engine", "spawned", "--out", out]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stderr
(out / "en").mkdir()
for name in ("one.pdf", "one.html"):
    (out / "en" / name).write_bytes(b"%PDF-old")
for number in free:
    disk = os.statvfs(out)
    (out / "filler").write_bytes(bytes(disk.f_bavail * disk.f_frsize - number * 1024))
    code, said = build()
    (out / "filler").unlink()
    print(json.dumps([number, code, said, pdfs(), [f.name for f in out.iterdir()]]))
print(json.dumps([0, *build(), pdfs(), [f.name for f in out.iterdir()]]))
"""


def test_a_full_disk_at_many_moments(checkout, tmp_path):
    """Once full for the copy of the data, once for a job, a notebook, a PDF and the manifest."""
    tables = [file for file in checkout.data.iterdir() if file.name != "README.md"]
    data = sum(-(-file.stat().st_size // 4096) * 4 for file in tables)  # as such a disk counts
    done = in_own_mounts(
        sys.executable,
        "-c",
        FULL,
        str(tmp_path),
        "0",
        str(data // 2),
        str(data + 6),
        **checkout.place,
    )
    assert done.returncode == 0, done.stderr
    *rounds, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rounds) == 3, done.stderr
    _, ended, said, whole, left = last
    assert (ended, len(whole)) == (0, 2), said
    assert set(left) <= TOP
    for free, ended, said, pdfs, left in rounds:
        assert (ended, "MB free" in said, "Traceback" in said) == (4, True, False), (free, said)
        assert set(left) <= TOP, (free, left)
        assert pdfs.keys() == whole.keys()
        assert all(content in (OLD.hex(), whole[name]) for name, content in pdfs.items()), free
    assert set(rounds[0][3].values()) == {OLD.hex()}


def test_a_read_only_output_is_found_before_a_cell_runs(checkout, tmp_path):
    line = 'mount -t tmpfs -o ro none "$0" && exec "$@"'
    done = in_own_mounts(
        "sh",
        "-c",
        line,
        str(tmp_path),
        sys.executable,
        "-m",
        "welfare_analysis",
        "build",
        "--out",
        str(tmp_path),
        **checkout.place,
    )
    assert done.returncode == 2
    assert "Read-only file system" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_package_edited_during_a_build_publishes_nothing(checkout, tmp_path):
    edited = checkout.folder / "welfare_analysis" / "edited.py"
    checkout.add("edit", markdown("# T"), code(f"open({str(edited)!r}, 'w').close()"))
    out = checkout.old(tmp_path / "out")
    try:
        words = ["build", "edit", "one", "--lang", "vi", "--out", str(out)]
        code_returned, said = checkout.command(*words)
        assert code_returned == 3, said
        assert "welfare_analysis itself, code, words or templates, changed during the build" in said
        assert (out / "vi" / "one.pdf").read_bytes() == OLD
        assert not (out / "vi" / "edit.pdf").exists()
        words = ["build", "edit", "--engine", "spawned", "--lang", "vi", "--out", str(out)]
        assert checkout.command(*words)[0] == 0  # the same edit again changes nothing
    finally:
        edited.unlink(missing_ok=True)
        checkout.remove("edit")
