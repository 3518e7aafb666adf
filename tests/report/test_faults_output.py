"""Output directories as they are found: damaged manifests, locks, links, limits."""

import contextlib
import dataclasses
import errno
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from welfare_analysis.data.dependencies import KINDS
from welfare_analysis.errors import BuildLocked, ReportError, UsageError
from welfare_analysis.files import write
from welfare_analysis.messages import message
from welfare_analysis.report import build, inputs, manifest, outputs, publish

from .conftest import published
from .faulty import Made

fcntl, resource = pytest.importorskip("fcntl"), pytest.importorskip("resource")


@pytest.fixture
def quick(project, monkeypatch):
    """A project whose builds take milliseconds."""
    monkeypatch.setattr(build, "runner_of", lambda *_, **__: Made)
    for name in ("one", "two"):
        project.add(name)
    return project


@pytest.fixture
def built(quick):
    assert quick.build() == 0
    return quick


def test_a_manifest_cut_at_each_length_counts_as_none(built):
    file = built.out / "manifest.json"
    whole = file.read_bytes()
    assert manifest.reports(built.out).keys() == {"vi/one.pdf", "vi/two.pdf"}
    for length in reversed(range(len(whole.rstrip()))):
        os.truncate(file, length)
        assert manifest.reports(built.out) == {}, length


@pytest.mark.parametrize("length", [0, 1, -10, None])
def test_a_build_over_a_cut_manifest_makes_all_again(built, length):
    before = built.files()
    (built.out / "manifest.json").write_bytes(before["manifest.json"][:length])
    (built.out / "vi" / "two.pdf").write_bytes(b"%PDF-damaged")
    assert built.build() == 0
    assert built.files() == before


def test_garbage_in_a_manifest_never_passes_for_a_report(built):
    file, whole = built.out / "manifest.json", built.files()["manifest.json"]
    true = manifest.reports(built.out)
    random.seed(1)
    for _ in range(400):
        place = random.randrange(len(whole))
        file.write_bytes(whole[:place] + random.randbytes(1) + whole[place + 1 :])
        found = manifest.reports(built.out)
        for output, entry in true.items():
            if manifest.is_current(built.out, output, entry["key"], found):
                assert found[output]["sha256"] == entry["sha256"]


@pytest.mark.parametrize(
    "name", ["../x.pdf", "/x.pdf", "vi/a\0.pdf", "vi/\ud800.pdf", "x" * 5000 + ".pdf", "x.txt"]
)
def test_names_in_a_manifest_lead_nowhere(built, name):
    manifest = json.loads(built.files()["manifest.json"])
    manifest["reports"][name] = {"key": "k", "sha256": "s"}
    manifest["failed"].append(name)
    (built.out / "manifest.json").write_text(json.dumps(manifest))
    assert built.build(force=True) == 0
    manifest = json.loads(built.files()["manifest.json"])
    assert manifest["reports"].keys() == {"vi/one.pdf", "vi/two.pdf"}
    assert manifest["failed"] == []


@pytest.mark.parametrize("part", ["data", "failed", "index_sha256", "reports"])
@pytest.mark.parametrize("value", [None, 7, "x", ["x", 7, None], {"date": 7}, {"vi/one.pdf": 7}])
def test_a_manifest_with_strange_parts_stops_no_build(built, part, value):
    before = built.files()
    manifest = {**json.loads(before["manifest.json"]), part: value}
    (built.out / "manifest.json").write_text(json.dumps(manifest))
    assert built.build(force=True) == 0
    assert built.files() == before


@pytest.mark.parametrize(
    "strange",
    [
        {"title": "\ud800"},
        {"place": {"vi": "\ud800"}},
        {"sha256": "", "html_sha256": ""},
        {"data": "", "reads": dict.fromkeys(KINDS, {"a " * 10_000: "b " * 10_000})},
    ],
)
def test_a_manifest_with_a_strange_entry_stops_no_build(built, strange):
    """Half a letter, the hashes of files that are not there, more than fits into memory."""
    manifest = json.loads(built.files()["manifest.json"])
    entry = manifest["reports"]["vi/two.pdf"]
    manifest["reports"] |= {"vi/two.pdf": entry | strange, "vi/gone.pdf": entry | strange}
    (built.out / "manifest.json").write_text(json.dumps(manifest))
    assert built.build("one", force=True) == 0
    assert built.build() == 0
    after = json.loads(built.files()["manifest.json"])
    assert after["reports"].keys() == {"vi/one.pdf", "vi/two.pdf"}


class Failing(Made):
    """Makes what the stand-in makes, but for the report `two`."""

    def run(self, jobs, facts):
        for outcome in super().run(jobs, facts):
            failed = outcome.job.report == "two"
            yield dataclasses.replace(outcome, reason="on purpose") if failed else outcome


def test_the_index_says_what_failed_until_it_is_built_or_gone(built, monkeypatch):
    said, good = message("index-failed", "vi"), built.files()
    with monkeypatch.context() as patched:
        patched.setattr(build, "runner_of", lambda *_, **__: Failing)
        assert built.build(force=True) == 4
    assert built.files()["index.html"].decode().count(said) == 1
    assert {n: c for n, c in built.files().items() if n.startswith("vi/")} == {
        n: c for n, c in good.items() if n.startswith("vi/")
    }
    assert built.build() == 0  # nothing is to be made, so the failure is past
    assert built.files() == good


def test_a_report_that_never_came_about_is_told_until_its_reason_is_removed(quick, monkeypatch):
    never = message("index-never", "vi")
    with monkeypatch.context() as patched:
        patched.setattr(build, "runner_of", lambda *_, **__: Failing)
        assert quick.build() == 4
        assert never in quick.files()["index.html"].decode()
    quick.remove("two")
    assert quick.build(force=True) == 0
    assert never in quick.files()["index.html"].decode()
    (quick.out / "failed" / "vi" / "two.txt").unlink()
    assert quick.build(force=True) == 0
    assert never not in quick.files()["index.html"].decode()


def test_the_index_says_what_was_not_rebuilt_with_newer_data(built):
    behind = message("index-behind", "vi")
    file = built.data / "areas.csv"
    file.write_bytes(file.read_bytes() + b" ")
    assert built.build("one") == 0
    assert built.files()["index.html"].decode().count(behind) == 1
    assert built.build() == 0
    assert behind not in built.files()["index.html"].decode()


def holder(out, seconds, signed=None):
    """Start a process that holds the lock; it signs with its own number or another."""
    code = (
        "import fcntl, os, sys, time\n"
        f"stream = open({str(out / '.lock')!r}, 'w')\n"
        "fcntl.flock(stream, fcntl.LOCK_EX)\n"
        f"stream.write(f' process {signed or '{os.getpid()}'} on {outputs._host()}')\n"
        f"stream.flush(); print(flush=True); time.sleep({seconds})"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    return process


def dead_number():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_lock_says_who_holds_it_at_once(quick):
    quick.out.mkdir()
    process = holder(quick.out, 60)
    begun = time.monotonic()
    with pytest.raises(BuildLocked, match=f"process {process.pid} on "):
        quick.build()
    assert time.monotonic() - begun < 2
    process.kill()
    process.wait()
    assert quick.build() == 0


def test_what_a_killed_build_left_running_is_waited_for(quick):
    quick.out.mkdir()
    process = holder(quick.out, 1, signed=dead_number())
    assert quick.build() == 0
    assert process.wait() == 0


@pytest.mark.parametrize("text", ["", "process 1 on elsewhere since ever", "\xff\x00"])
def test_a_lock_file_that_nobody_holds_blocks_nobody(quick, text):
    quick.out.mkdir()
    (quick.out / ".lock").write_text(text, encoding="latin-1")
    assert quick.build() == 0


def test_a_lock_file_removed_meanwhile_does_not_let_two_in(tmp_path):
    with outputs.lock(tmp_path):
        (tmp_path / ".lock").unlink()
        with outputs.lock(tmp_path), pytest.raises(BuildLocked), outputs.lock(tmp_path):
            pass


def test_a_lock_that_leads_elsewhere_is_not_followed(quick, tmp_path):
    other = tmp_path / "other"
    other.write_text("precious")
    quick.out.mkdir()
    (quick.out / ".lock").symlink_to(other)
    with pytest.raises(UsageError, match="it is a link"):
        quick.build()
    assert other.read_text() == "precious"


def test_a_file_system_without_locks_is_told_and_not_taken_for_a_build(quick, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(UsageError, match="cannot be locked"):
        quick.build()


@pytest.mark.parametrize("name", ["vi/one.pdf", "vi/one.html", "index.html", "manifest.json"])
def test_a_link_in_the_output_is_replaced_and_its_target_left(built, tmp_path, name):
    target, other = built.out / name, tmp_path / "other"
    other.write_bytes(b"precious")
    whole = target.read_bytes()
    target.unlink()
    target.symlink_to(other)
    assert built.build() == 0
    assert (target.is_symlink(), target.read_bytes()) == (False, whole)
    assert other.read_bytes() == b"precious"


def test_an_archived_copy_under_a_second_name_is_untouched(built, tmp_path):
    os.link(built.out / "vi" / "one.pdf", tmp_path / "archived.pdf")
    before = (tmp_path / "archived.pdf").read_bytes()
    assert built.build(parameters={"year": "1999"}) == 0
    assert (built.out / "vi" / "one.pdf").read_bytes() != before
    assert (tmp_path / "archived.pdf").read_bytes() == before


@pytest.mark.parametrize("name", ["vi/one.pdf", "vi/one.html", "index.html", "manifest.json"])
def test_a_pipe_in_the_place_of_a_file_is_replaced_and_not_waited_for(built, name):
    whole = built.files()
    (built.out / name).unlink()
    os.mkfifo(built.out / name)
    assert built.build() == 0
    assert built.files() == whole


@pytest.mark.parametrize("where", ["notebooks/one.ipynb", "reports/reports.yml"])
def test_a_pipe_to_read_from_is_refused_and_not_waited_for(quick, where):
    (quick.folder / where).unlink()
    os.mkfifo(quick.folder / where)
    with pytest.raises(UsageError, match="it is no file"):
        quick.build()


@pytest.mark.parametrize(
    "name", ["vi/one.pdf", "vi/one.html", "index.html", "manifest.json", ".lock"]
)
def test_a_folder_in_the_place_of_a_file_is_found_first(quick, name):
    (quick.out / name).mkdir(parents=True)
    with pytest.raises(UsageError, match="is a folder"):
        quick.build()
    assert not list(quick.out.rglob("*.json.*"))


@pytest.mark.parametrize("name", ["vi", "failed", "failed/vi"])
def test_a_folder_that_leads_elsewhere_or_in_a_circle_is_refused(quick, name, tmp_path):
    place = quick.out / name
    place.parent.mkdir(parents=True)
    for leads in (tmp_path, place):
        place.symlink_to(leads)
        with pytest.raises(UsageError):
            quick.build()
        place.unlink()
    assert quick.build() == 0


def test_the_output_itself_may_be_a_link(quick, tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    quick.out.symlink_to(real)
    assert quick.build() == 0
    assert published(real).keys() == {
        "vi/one.pdf",
        "vi/one.html",
        "vi/two.pdf",
        "vi/two.html",
        "index.html",
        "manifest.json",
    }


def test_names_from_data_stay_inside_and_apart(quick):
    quick.add("each", each={"name": ["Bà Rịa/Vũng Tàu", "../../up", "..", "a b", "a\tb"]})
    with pytest.raises(UsageError, match="both be written"):
        quick.build("each")
    quick.add("apart", each={"name": ["Bà Rịa/Vũng Tàu", "../../up", ".."]})
    assert quick.build("apart") == 0
    assert {file for file in quick.files() if file.startswith("vi/apart")} == {
        f"vi/apart_{name}.{kind}"
        for name in ("Bà-Rịa-Vũng-Tàu", "up", "-")
        for kind in ("pdf", "html")
    }


def test_data_that_cannot_be_read_are_told_and_no_report_is_touched(built, monkeypatch):
    before, reading = built.files(), inputs.sha256

    def refuse(content):
        if b"observation," in content[:100]:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(built.data / "observations.csv"))
        return reading(content)

    monkeypatch.setattr(inputs, "sha256", refuse)
    with pytest.raises(ReportError, match=r"observations\.csv cannot be used: Input/output error"):
        built.build(force=True)
    assert built.files() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [("vi/one.pdf", b"%PDF-cut"), ("vi/one.html", b"<!DOCTYPE html>cut"), ("vi/one.html", None)],
)
def test_a_report_damaged_before_it_is_published_is_not(built, monkeypatch, name, content):
    before, moving = built.files(), publish.publish

    def damage(out, staged, *more, **named):
        if content is None:
            staged[name].unlink()
        else:
            staged[name].write_bytes(content)
        moving(out, staged, *more, **named)

    monkeypatch.setattr(publish, "publish", damage)
    with pytest.raises(ReportError, match=r"vi/one\.\w+: its finished \w+ (was damaged|is gone)"):
        built.build(force=True)
    assert built.files() == before


def test_data_edited_and_put_back_during_a_build_leave_no_trace(built, monkeypatch):
    seen = []

    class Editing(Made):
        def __init__(self, data, staging, size):
            super().__init__(data, staging, size)
            file = built.data / "areas.csv"
            whole = file.read_bytes()
            file.write_bytes(b"edited")
            seen.append((data / "areas.csv").read_bytes() == whole)
            file.write_bytes(whole)

    monkeypatch.setattr(build, "runner_of", lambda *_, **__: Editing)
    before = built.files()
    assert (built.build(force=True), seen) == (0, [True])
    assert built.files() == before


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_file_cut_off_at_each_byte_is_never_left(tmp_path):
    """The system lets a process write so many bytes to a file and not one more."""
    content = b"%PDF-" + bytes(range(200))
    for most in range(0, len(content) + 1, 3):
        pid = os.fork()
        if not pid:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            with contextlib.suppress(BaseException):
                try:
                    write(tmp_path / "x.pdf", content, ReportError)
                except ReportError as error:
                    os._exit(4 if "File too large" in str(error) else 1)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        left = [file.read_bytes() for file in tmp_path.iterdir()]
        assert (ended, left) in ((4, []), (0, [content])), most
        assert (ended == 0) == (most >= len(content))


def test_after_nohup_a_hang_up_does_not_end_a_build(quick, monkeypatch):
    class Hung(Made):
        def run(self, jobs, facts):
            os.kill(os.getpid(), signal.SIGHUP)
            yield from super().run(jobs, facts)

    monkeypatch.setattr(build, "runner_of", lambda *_, **__: Hung)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert quick.build() == 0
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
