"""Nothing hangs and nothing is left behind, whatever a cell does to the processes around it."""

import os
import signal
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from welfare_analysis.errors import ReportError
from welfare_analysis.report import (
    cell_log,
    exits,
    inputs,
    pool,
    processes,
    publish,
    scratch,
    typeset,
)
from welfare_analysis.report.pool import ENGINES, Pool
from welfare_analysis.report.run import complete, recover

from .conftest import Project, check_gone, code, markdown
from .test_engine import JOB, outputs, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's /proc")

ABOVE = """
import os, signal, subprocess, time
def above(generations, victim=None):
    victim = victim or os.getpid()
    for _ in range(generations):
        victim = int(open(f"/proc/{victim}/stat").read().rpartition(")")[2].split()[1])
    return victim
"""
# In a session of its own, and with parents that have ended: Linux calls it a daemon.
DAEMON = """
import os, sys, time
if not os.fork():
    os.setsid()
    if os.fork():
        os._exit(0)
    time.sleep(600)
    os._exit(0)
"""
SESSION = ABOVE + "subprocess.Popen(['sleep', '600'], start_new_session=True)"
HURRIED = 8  # seconds instead of 60


def of(project):
    """List what runs of a project's reports: its processes know its data."""
    mark, found = os.fsencode(f"WELFARE_ANALYSIS_DATA={project.data}"), []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found += [entry.name] if mark in (entry / "environ").read_bytes() else []
            except OSError:
                continue
    return found


def stop(generations):
    """Write the code of a cell that stops a process so many above its own."""
    return ABOVE + f"os.kill(above({generations}), signal.SIGSTOP)\ntime.sleep(1)\nprint('on')"


def cells(source):
    return [markdown("# T"), code(source, "notebook")]


def stops(engine):
    """Tell how far above a cell there is what the build can do without."""
    return range(3 if engine == "kernel" else 2)


# The work is done by a thread that a cell leaves behind, once the log says that all cells ran.
LATE = """
import os, threading, time
log = os.path.join(os.path.dirname(os.readlink("/proc/self/fd/2")), "cell_log")
def kill():
    while not open(log, "rb").read().endswith(b'"done": true}\\n'):
        time.sleep(0.001)
    os.kill(os.getpid(), 9)
threading.Thread(target=kill, daemon=True).start()
"""


def late():
    """Return the cells of a report that is killed while it is set in type, which takes its time."""
    text = [markdown("\n\n".join(["Nhiều chữ."] * 3000))]
    return [markdown("# T"), *text, code(LATE, "notebook"), code("print(1)")]


STARTS = [DAEMON, SESSION, "import tempfile\nprint(tempfile.mkdtemp())"]
MOMENT = stop(1).replace("print", "os.kill(above(1), signal.SIGCONT)\nprint")


@pytest.fixture(scope="module", params=ENGINES)
def disturbed(request, tmp_path_factory):
    """Have cells disturb the processes around them, each in a report of one build.

    Five seconds are given to those that stop a process, and they are the first.
    """
    engine, project = request.param, Project(tmp_path_factory.mktemp(request.param))
    reports = {f"endless_{above}": cells(stop(above)) for above in stops(engine)}
    reports["starts"] = [markdown("# T"), *(code(source, "notebook") for source in STARTS)]
    reports |= {"late": late()} if engine != "kernel" else {}
    reports |= {"moment": cells(MOMENT)} if engine == "forked" else {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "_GRACE", HURRIED)
        begun = time.monotonic()
        outcomes, said = run(engine, project, len(stops(engine)), **reports)
        assert time.monotonic() - begun < 60
    return engine, outcomes, said, of(project)


def test_a_cell_that_stops_itself_or_those_above_it_ends_in_its_time(disturbed):
    _, outcomes, said, left = disturbed
    assert "cell 3, code cell In[2] did not end" in outcomes["endless_0"].reason
    assert "still running when the 5 seconds" in outcomes["endless_0"].reason
    assert outcomes["starts"].reason is None  # which came after them
    assert (said, left) == ([], [])


def test_a_cell_that_stops_the_preloaded_process_ends_and_fresh_ones_go_on(project, monkeypatch):
    """Of the spawned ones that far above is the build: only who started it can go on."""
    monkeypatch.setattr(pool, "_GRACE", HURRIED)
    monkeypatch.setattr(processes, "_ANSWER", HURRIED / 2)
    reports = {"endless": cells(stop(2)), "next": [markdown("# T")]}
    outcomes, said = run("forked", project, 1, **reports)
    assert outcomes["next"].reason is None
    assert outcomes["endless"].reason is None
    assert len(said) == 1
    assert "fresh processes" in said[0]
    assert "it does not answer" in said[0]
    assert of(project) == []


@pytest.mark.parametrize("disturbed", ["forked"], indirect=True)
def test_a_cell_that_stops_another_for_a_moment_is_none_of_these(disturbed):
    _, outcomes, said, _ = disturbed
    assert (outcomes["moment"].reason, said) == (None, [])


def test_what_cells_start_ends_with_their_report_in_whatever_session(disturbed):
    _, outcomes, _, left = disturbed
    assert outcomes["starts"].reason is None
    assert left == []


def test_temporary_files_of_cells_go_with_their_report(disturbed):
    _, outcomes, *_ = disturbed
    folder = Path(outputs(outcomes["starts"])[-1][1][0]["text"].strip())
    assert folder.parent.name == "tmp"
    assert not folder.exists()


@pytest.mark.parametrize("disturbed", ["forked", "spawned"], indirect=True)
def test_a_report_killed_while_it_is_typeset_is_told_as_such(disturbed):
    _, outcomes, *_ = disturbed
    reason = outcomes["late"].reason
    assert "after its last cell, while it was set in type: its process died" in reason
    assert "no cell was run" not in reason


@pytest.mark.parametrize("engine", ENGINES)
def test_what_cells_start_ends_with_a_build_killed_hard(checkout, tmp_path, engine):
    mark = tmp_path / "begun"
    both = f"{DAEMON}\n{SESSION}\nopen({str(mark)!r}, 'w')"
    checkout.add("starts", markdown("# T"), code(both), code(LONG))
    try:
        words = ["build", "starts", "--lang", "vi", "--engine", engine, "--out"]
        build = checkout.start(*words, str(tmp_path / "out"))
        while not mark.exists():
            assert build.poll() is None, build.communicate()
            time.sleep(0.02)
        assert len(checkout.running()) > 3
        build.send_signal(signal.SIGKILL)
        build.communicate()
        check_gone(checkout)
    finally:
        checkout.remove("starts")


LONG = "import time\ntime.sleep(600)"


def test_a_watcher_stopped_in_a_build_killed_hard_is_not_left(checkout, tmp_path):
    mark = tmp_path / "begun"
    source = f"{stop(1)}\nopen({str(mark)!r}, 'w')"
    checkout.add("stops", markdown("# T"), code(source), code(LONG))
    try:
        build = checkout.start("build", "stops", "--lang", "vi", "--out", str(tmp_path / "out"))
        while not mark.exists():
            assert build.poll() is None, build.communicate()
            time.sleep(0.02)
        build.send_signal(signal.SIGKILL)
        build.communicate()
        check_gone(checkout)
    finally:
        checkout.remove("stops")


def test_all_reports_together_have_a_time(project, monkeypatch):
    """Should a job not end in its own: here, because a stand-in for it waits to be stopped."""

    def one(self, number, job, facts):
        while not self._stopped:
            time.sleep(0.01)

    monkeypatch.setattr(Pool, "one", one)
    monkeypatch.setattr(pool, "longest", lambda job: 1)
    made = Pool(project.data, project.folder, 2, "spawned")
    reasons = [ending.reason for ending in made.run([JOB, JOB, JOB], {})]
    assert reasons == ["vi/x.pdf: x.ipynb, not done in the 2 s of all reports."] * 3


def test_typesetting_leaves_its_folder_where_it_is_swept(tmp_path, monkeypatch):
    """A report that is being set when everything is killed leaves a folder of a known kind."""
    monkeypatch.setattr(scratch.tempfile, "tempdir", str(tmp_path))
    seen = []

    def arrange(blocks, lay_out):
        seen.extend(tmp_path.iterdir())
        raise KeyboardInterrupt

    monkeypatch.setattr(typeset.pagination, "arrange", arrange)
    facts = {"date": "2025-01-31", "version": "1", "revision": "0", "software": "x"}
    facts |= {"notebook": "x.ipynb", "parameters": {}}
    model = {"title": "T", "subtitle": [], "blocks": []}
    with pytest.raises(KeyboardInterrupt):
        typeset.typeset(model, facts, "vi")
    assert [folder.name[:3] for folder in seen] == [scratch.PREFIX]
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_moved_meanwhile_is_told_as_such(project):
    source = f"import os\nos.rename({str(project.out)!r}, {str(project.out) + '-moved'!r})"
    project.add("moves", markdown("# T"), code(source, "notebook"))
    with pytest.raises(ReportError, match="was moved or removed during the build"):
        project.build()
    assert not project.out.exists()
    project.remove("moves")
    project.add("stays", markdown("# T"), code(source.replace("rename", "path.join"), "notebook"))
    assert project.build() == 0


def test_so_is_one_removed_before_its_data_are_read(tmp_path):
    def begin():
        with publish.staging(tmp_path) as staging:
            staging.rmdir()
            inputs.checked(staging / "data")

    with pytest.raises(ReportError, match="removed during the build"):
        begin()


def test_of_an_endless_log_only_the_end_is_read(tmp_path):
    with open(tmp_path / "log", "wb") as log:
        log.write(b"begun\n")
        log.truncate(1 << 40)  # takes no room
    assert exits.last_words(tmp_path).strip("\0\n") == ""
    with open(tmp_path / "log", "ab") as log:
        log.write(f"\nđứt{'.' * 1000}".encode())
    assert exits.last_words(tmp_path) == f"\nđứt{'.' * 297}"


def test_what_a_cell_shows_without_end_is_not_kept(tmp_path, monkeypatch):
    """The build reads it where a report failed, and has others to publish."""
    monkeypatch.setattr(cell_log, "_MOST", 2_000_000)
    few, many = ([{"output_type": "stream", "text": "x" * most}] for most in (1_999_000, 3_000_000))
    log = cell_log.CellLog(tmp_path)
    log.begin({"cells": [{}, {}]})
    for index, shown in enumerate((few, many)):
        log.end(index, SimpleNamespace(outputs=shown, execution_count=index))
    log.done()
    notebook, _ = cell_log.read(tmp_path)
    kept = [cell["outputs"] for cell in notebook["cells"]]
    assert kept[0] == few
    assert kept[1][0]["output_type"] == "error"
    cells = [
        {"cell_type": "code", "source": "", "metadata": {}, "execution_count": 1, "outputs": shown}
        for shown in kept
    ]
    with pytest.raises(ReportError, match=r"(?s)cell 2, .*It showed: 3 MB, of which none are kept"):
        complete({"cells": cells})


def test_of_a_failed_notebook_too_large_to_read_the_reason_is_kept(tmp_path, monkeypatch):
    (executed := tmp_path / "executed.ipynb").write_text("{}", encoding="utf-8")
    place = publish.keep_failure(tmp_path, "vi/a.pdf", "first", executed)
    notebook = place.with_suffix(".ipynb")
    assert (notebook.read_text("utf-8"), place.read_text("utf-8")) == ("{}", "first\n")
    os.truncate(executed, 3 << 40)  # takes no room
    publish.keep_failure(tmp_path, "vi/a.pdf", "second", executed)
    assert place.read_text("utf-8").startswith("second\nIts notebook is not kept: it has 3,298,")
    assert not notebook.exists()


def test_a_log_without_a_notebook_is_none(tmp_path):
    """What stopped papermill before its first cell is told, and no fault of ours."""
    cell_log.CellLog(tmp_path).done()
    with pytest.raises(ReportError, match=r"no cell was run to its end: no home\."):
        recover(tmp_path, "no home")
