"""Engines: copies of a preloaded process and fresh ones give what kernels give, good or bad."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.report import (
    cell_log,
    environment,
    exits,
    inputs,
    pool,
    preload,
    processes,
    shell,
)
from welfare_analysis.report.plan import Job, plan
from welfare_analysis.report.pool import ENGINES, Pool, checked_engine

from .conftest import ROOT, STANDBY, Project, code, markdown

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the forked engine needs Linux")

OUTPUTS = [
    "print('in'); import sys; print('aside', file=sys.stderr); 'a value'",
    "from IPython.display import display, Markdown, clear_output\nprint('before')",
    "print('gone'); clear_output(wait=True); print('kept')",
    "handle = display(Markdown('first'), display_id='one')",
    "handle.update(Markdown('second'))",
    "print('1'); display({'text/plain': 'x', 'text/html': '<i>'}, raw=True); print('2')",
    "display({'application/json': {'a': (1, 2)}}, raw=True, metadata={'b': (3,)})",
    "class Both:\n  def _repr_mimebundle_(self, **_):\n    return {'text/plain': 'b'}, {'c': 1}",
    "Both()",
    "import pandas as pd\npd.DataFrame({'tỉnh': ['Hà Nội'], 'n': [1.5]})",
    "",
    "print('bar 1%\\rbar 99%'); 1;",
    "None",
    "_, In[1][:5], len(Out)",
    "get_ipython() is not None",
    "import asyncio\nawait asyncio.sleep(0, 'awaited')",
    "%env TZ",
    "import os, sys; os.listdir('.'), hash('a'), __name__, sys.modules['__main__'].__name__",
    "import matplotlib; matplotlib.get_backend(), matplotlib.rcParams['svg.fonttype']",
]
# What a cell forbids itself is forbidden to those after it, and to nobody else.
LIMITED = [
    "from resource import *\nsetrlimit(RLIMIT_NOFILE, (3, getrlimit(RLIMIT_NOFILE)[1]))",
    "try:\n  open('file', 'w')\nexcept OSError as error:\n  print(error.errno)",
    "import os\n_ = os.umask(0o777)",
    "print(oct(os.umask(0o777)))",
]
# Errors after which a notebook goes on, though no report comes of it. Some IPython only prints.
EXPECTED = [
    "1 / 0",
    "%no_such_magic",
    "%%no_such_magic\nprint('on')",
    "raise ExceptionGroup('several', [ValueError('one')])",
    "raise KeyboardInterrupt('enough')",
    "raise SystemExit('enough')",
    "a b",
    "print('\\ud800')",
    "raise ValueError('\\ud800')",
    "from IPython.display import display\ndisplay({'text/plain': '\\ud800'}, raw=True)",
    "import sys\nsys.stdout.close()\nprint('on')",
]


HURRIED = {"endless": 5, "busy": 3}  # seconds; what is busy takes them from other tests


class Done:
    """Stands in for a fresh process where it is not asked what that does: it made its report."""

    def __init__(self, folder, data, engine):
        (folder / "result.json").write_text('{"reason": null}')

    def wait(self, seconds=None):
        return 0

    def stop(self):
        pass

    close = stop


def run(engine, project, jobs=3, standby=None, **notebooks):
    """Run reports with an engine; return the outcome of each and what was said.

    Only what does not harm the preloaded process, nor asks for its data, may have one that others
    use too.
    """
    for name, cells in notebooks.items():
        seconds = HURRIED.get(name.partition("_")[0], 60)
        project.add(name, *cells, timeout=str(seconds))
    planned = plan((), ("vi",), {}, lambda area: area, project.register)
    staging = project.folder / "staging"
    staging.mkdir()
    said = []
    pool = Pool(project.data, staging, jobs, engine, said.append, standby)
    outcomes = pool.run(planned, inputs.facts(project.data))
    return {outcome.job.report: outcome for outcome in outcomes}, said


def outputs(outcome):
    """Return what the cells of a finished run gave, without what differs from run to run."""
    if (outcome.folder / "cell_log").exists():
        notebook, _ = cell_log.read(outcome.folder)
    else:
        notebook = json.loads((outcome.folder / "executed.ipynb").read_text(encoding="utf-8"))
    return [
        (cell.get("execution_count"), [flat(output) for output in cell.get("outputs", ())])
        for cell in notebook["cells"]
    ]


def flat(output):
    """Join texts that a file keeps as lines."""
    if isinstance(output, dict):
        return {key: flat(value) for key, value in output.items()}
    if isinstance(output, list) and output and all(isinstance(line, str) for line in output):
        return "".join(output)
    return output


def errors(outcome):
    """Return what each cell that failed showed of that, after its source."""
    notebook = json.loads((outcome.folder / "executed.ipynb").read_text(encoding="utf-8"))
    return [
        (
            "".join(cell["source"]),
            shown["ename"],
            re.sub(r"position \d+", "position", shown["evalue"]),
        )
        for cell in notebook["cells"]
        for shown in cell.get("outputs", ())
        if shown["output_type"] == "error"
    ]


# What a notebook can do wrong, told alike by all engines; and what only the forked one is asked.
FAILING = {
    "error": "1 / 0",
    "exit": "import sys\nsys.exit(0)",
    "dead": "import os\nos._exit(0)",
    "endless": "import time\nwhile True:\n    time.sleep(0.1)",
    "asking": "name = input('?')",
    "secret": "import getpass\ngetpass.getpass()",
    "breakpoint": "breakpoint()\nprint('on')",
    "debugger": "import pdb\npdb.set_trace()\nprint('on')",
    "quit": "quit()",
    "terminated": "import os, signal, time\nos.kill(os.getpid(), signal.SIGTERM)\ntime.sleep(9)",
}
FAILING_FORKED = {
    "busy": "while True:\n    pass",
    "syntax": "a b",
    "closing": "import os\nos.closerange(3, 200)",
    "segfault": "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)",
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Run a shipped notebook, one of every output and one of every failure in all engines."""
    found = {}
    for engine in ENGINES:
        project = Project(tmp_path_factory.mktemp(engine))
        project.add("shipped")
        shutil.copy(
            ROOT / "notebooks" / "area_profile.ipynb",
            project.folder / "notebooks" / "shipped.ipynb",
        )
        failing = FAILING | FAILING_FORKED if engine == "forked" else FAILING
        limited = {"limited": [markdown("# T"), *map(code, LIMITED)]}
        if engine == "kernel":
            limited = {}  # where its history complains of them
        found[engine], said = run(
            engine,
            project,
            standby=STANDBY,
            kinds=[
                markdown("# T"),
                *(code(source, "notebook") for source in OUTPUTS),
            ],
            errors=[
                markdown("# T"),
                *(code(source, "notebook", "raises-exception") for source in EXPECTED),
            ],
            **limited,
            **{
                name: [markdown("# T"), code("before = 1"), code(source)]
                for name, source in failing.items()
            },
        )
        assert said == []
    return found


@pytest.mark.parametrize("engine", ["forked", "spawned"])
def test_all_engines_give_the_same_files_of_a_shipped_notebook(ran, engine):
    own, kernel = ran[engine]["shipped"], ran["kernel"]["shipped"]
    assert (own.reason, kernel.reason) == (None, None)
    assert outputs(own) == outputs(kernel)
    assert own.sha256 == kernel.sha256
    assert own.reads == kernel.reads
    assert "VN-HN" in own.reads["cells"]
    assert own.reads["audited"]
    assert own.page_sha256 == kernel.page_sha256
    for name in ("report.pdf", "report.html", "report.zip"):
        made = [(outcome.folder / name).read_bytes() for outcome in (own, kernel)]
        assert made[0] == made[1]


@pytest.mark.parametrize("engine", ["forked", "spawned"])
def test_all_engines_collect_every_kind_of_output_alike(ran, engine):
    own, kernel = ran[engine]["kinds"], ran["kernel"]["kinds"]
    assert (own.reason, kernel.reason) == (None, None)
    for one, other in zip(outputs(own), outputs(kernel), strict=True):
        assert one == other


@pytest.mark.parametrize("engine", ["forked", "spawned"])
def test_limits_that_a_cell_sets_hold_for_cells_alone(ran, engine):
    limited = ran[engine]["limited"]
    assert limited.reason is None
    (_, (refused,)), _, (_, (mask,)) = outputs(limited)[-3:]
    assert (refused["text"], mask["text"]) == ("24\n", "0o777\n")
    assert (limited.folder / "report.pdf").stat().st_mode & 0o400


@pytest.mark.parametrize("engine", ["forked", "spawned"])
def test_all_engines_show_every_error_as_one(ran, engine):
    own, kernel = ran[engine]["errors"], ran["kernel"]["errors"]
    assert own.reason == kernel.reason
    assert errors(own) == errors(kernel)
    assert [source for source, *_ in errors(own)] == EXPECTED


@pytest.mark.parametrize("name", FAILING | FAILING_FORKED)
def test_a_failure_names_its_cell_and_quotes_it(ran, name):
    source = (FAILING | FAILING_FORKED)[name]
    for engine in ENGINES if name in FAILING else ["forked"]:
        reason = ran[engine][name].reason
        assert f"notebooks/{name}.ipynb, cell 4, code cell In[3]" in reason
        assert "\n".join(f"    {line}" for line in source.splitlines()) in reason
        assert "Traceback" not in reason
        kept = ran[engine][name].folder / "executed.ipynb"
        cells = json.loads(kept.read_text(encoding="utf-8"))["cells"]
        counts = {"".join(cell["source"]): cell.get("execution_count") for cell in cells}
        assert counts["before = 1"] == 3


@pytest.mark.parametrize("name", FAILING)
def test_all_engines_tell_a_failure_in_the_same_words(ran, name):
    assert len({ran[engine][name].reason for engine in ENGINES}) == 1


def test_a_process_that_died_is_told_as_such(ran):
    for engine in ("forked", "spawned"):
        assert "its process died: ended with code 0" in ran[engine]["dead"].reason
    assert "was killed by SIGSEGV" in ran["forked"]["segfault"].reason


def test_reports_share_no_state_and_no_random_numbers(project):
    source = "import pandas, numpy\nprint(hasattr(pandas, 'MARK'), numpy.random.rand())\n"
    cells = [markdown("# T"), code(source + "pandas.MARK = 1", "notebook")]
    outcomes, _ = run("forked", project, standby=STANDBY, one=cells, two=cells)
    texts = [outputs(outcome)[-1][1][0]["text"] for outcome in outcomes.values()]
    assert [text.split()[0] for text in texts] == ["False", "False"]
    assert texts[0] != texts[1]


@pytest.mark.parametrize("engine", ["forked", "spawned"])
def test_what_a_cell_started_ends_with_its_report(project, engine):
    start = "import subprocess\nprint(subprocess.Popen(['sleep', '60']).pid)"
    cells = [markdown("# T"), code(start, "notebook")]
    outcomes, _ = run(engine, project, standby=STANDBY, orphan=cells)
    pid = outputs(outcomes["orphan"])[-1][1][0]["text"].strip()
    end = time.monotonic() + 5
    while Path(f"/proc/{pid}/cmdline").exists() and time.monotonic() < end:
        if not Path(f"/proc/{pid}/cmdline").read_bytes():  # a zombie nobody has waited for
            break
        time.sleep(0.05)
    else:
        assert time.monotonic() < end


def test_with_a_thread_alive_nothing_is_forked_and_fresh_processes_do_it(project, monkeypatch):
    settings = {**environment._FIXED, "JE_ARROW_MALLOC_CONF": "background_thread:true"}
    monkeypatch.setattr(environment, "_FIXED", settings)
    monkeypatch.setattr(pool, "Fresh", Done)
    outcomes, said = run("forked", project, plain=[markdown("# T")])
    assert outcomes["plain"].reason is None
    assert len(said) == 1
    assert "fresh processes" in said[0]
    assert "threads are alive" in said[0]


def test_threads_and_sockets_forbid_a_fork():
    script = (
        "import zmq\nfrom welfare_analysis.report import preload\nprint(preload.unsafe())\n"
        "context = zmq.Context()\nprint(preload.unsafe())"
    )
    fixed = {**os.environ, **environment._FIXED}
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=fixed
    ).stdout.splitlines()
    assert said[0] == "None"
    assert "threads" in said[1] or "ZeroMQ" in said[1]
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert "threads are alive" in preload.unsafe()
    finally:
        stop.set()
        thread.join()


@given(st.text("ab\r\n"))
def test_printed_text_is_shown_as_nbclient_shows_it(text):
    assert shell._overwritten(text) == re.sub(r".*\r(?=[^\n])", "", text)


def test_a_line_of_millions_is_shown_at_once():
    shown = shell.Outputs()
    shown.begin()
    shown.texts["stdout"].write("x" * 5_000_000 + "\ry")
    begun = time.monotonic()
    assert shown.finish() == [{"output_type": "stream", "name": "stdout", "text": "y"}]
    assert time.monotonic() - begun < 2


def test_the_engine_that_papermill_loads_is_light():
    (entry,) = importlib.metadata.entry_points(group="papermill.engine", name="welfare-analysis")
    assert entry.value == "welfare_analysis.report.engine:InProcess"
    script = "import sys, welfare_analysis.report.engine; print(*sys.modules)"
    assert not {"papermill", "IPython", "nbformat", "pandas", "numpy"} & modules(script)


def test_what_makes_a_report_loads_neither_data_nor_charts_before_its_cells_do():
    script = "import sys, welfare_analysis.report.worker; print(*sys.modules)"
    assert not {"papermill", "pandas", "numpy", "matplotlib", "typst"} & modules(script)


def modules(script):
    """Return what a fresh process prints, word by word."""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_an_engine_is_named_or_chosen_for_the_system(monkeypatch):
    assert checked_engine() == checked_engine("forked") == "forked"
    with pytest.raises(UnknownName, match="forked"):
        checked_engine("froked")
    monkeypatch.setattr(pool.sys, "platform", "darwin")
    assert checked_engine() == checked_engine("spawned") == "spawned"
    assert checked_engine("kernel") == "kernel"
    with pytest.raises(UsageError, match="needs Linux"):
        checked_engine("forked")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_error_of_ours_is_told_as_ours_with_its_traceback_kept(project, engine):
    project.add("plain", markdown("# T"))
    planned = plan((), ("vi",), {}, lambda area: area, project.register)
    staging = project.folder / "staging"
    staging.mkdir()
    made = Pool(project.data, staging, 1, engine, standby=STANDBY)
    (outcome,) = made.run(planned, {})  # facts are missing
    assert "after its last cell: an error of welfare-analysis itself (KeyError: " in outcome.reason
    assert "Traceback" not in outcome.reason
    assert "memory" not in outcome.reason
    assert "Traceback (most recent call last)" in outcome.details
    log = (outcome.folder / "log").read_text(encoding="utf-8")
    assert "Fatal Python error" not in log


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0, 0, "by another program, not for memory"),
        (3, 4, "the system ran out of memory"),
        (None, 4, "out of memory?"),
        (0, None, "out of memory?"),
    ],
)
def test_a_kill_is_laid_to_memory_only_where_the_system_says_so(monkeypatch, before, now, said):
    monkeypatch.setattr(exits, "kills", lambda: now)
    assert exits.how_it_ended(-9, before) == f"was killed by SIGKILL ({said})"
    assert exits.how_it_ended(-15, before) == "was killed by SIGTERM"
    assert exits.how_it_ended(1, before) == "ended with code 1"


def test_a_cell_killed_by_another_program_is_not_laid_to_memory(project):
    if exits.kills() is None:
        pytest.skip("this system does not count what it kills for memory")
    source = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    cells = [markdown("# T"), code(source)]
    outcomes, _ = run("forked", project, standby=STANDBY, killed=cells)
    assert "killed by SIGKILL (by another program, not for memory)" in outcomes["killed"].reason


@pytest.mark.parametrize(
    ("preloaded", "told"),
    [
        ("", "ended with code 0"),
        ("print('no way', file=sys.stderr); sys.exit(3)", "ended with code 3\nno way"),
        ("socket.socket(fileno=0).send(b'nonsense')", "nonsense"),
        ("socket.socket(fileno=0).send(b'ready')", "ended with code 0"),
        ("own = socket.socket(fileno=0); own.send(b'ready'); own.recv(9)", "ended with code 0"),
    ],
)
def test_what_a_preloaded_process_leaves_undone_fresh_ones_do(
    project, monkeypatch, preloaded, told
):
    real = subprocess.Popen

    def popen(command, **options):
        if command[-1].endswith(".preload"):
            command = [sys.executable, "-c", f"import socket, sys; {preloaded}"]
        return real(command, **options)

    monkeypatch.setattr(processes.subprocess, "Popen", popen)
    if preloaded:
        monkeypatch.setattr(pool, "Fresh", Done)  # which is real in the first of these
    cells = [markdown("# T")]
    outcomes, said = run("forked", project, 1, one=cells, two=cells)
    assert [(one.reason, one.details) for one in outcomes.values()] == [(None, "")] * 2
    assert len(said) == 1
    assert told in said[0]


@pytest.mark.parametrize("generation", [1, 2])
def test_a_watcher_or_a_preloaded_process_killed_in_a_report_harms_no_other(project, generation):
    source = f"""
import os, signal, time
victim = os.getpid()
for _ in range({generation}):
    victim = int(open(f"/proc/{{victim}}/stat").read().rpartition(")")[2].split()[1])
os.kill(victim, signal.SIGKILL)
time.sleep(0.5)"""
    killer = [markdown("# T"), code(source, "notebook")]
    standby = STANDBY if generation == 1 else None  # which is killed otherwise
    outcomes, said = run("forked", project, 1, standby, killer=killer, next=[markdown("# T")])
    assert outcomes["next"].reason is None
    if generation == 1:
        assert "cell 3, code cell In[2] did not end" in outcomes["killer"].reason
        assert "was killed by SIGKILL" in outcomes["killer"].reason
        assert said == []
    else:
        assert outcomes["killer"].reason is None
        assert len(said) == 1
        assert "was killed by SIGKILL" in said[0]


def test_stopping_while_it_preloads_leaves_nothing_and_waits_for_nothing(project):
    made = Pool(project.data, project.folder, 1, "forked", lambda text: None)
    process, scratch = made._preloaded._process, made._preloaded._scratch
    waiting = threading.Thread(target=made.one, args=(0, JOB, {}))
    waiting.start()
    begun = time.monotonic()
    made.stop()
    assert time.monotonic() - begun < processes.PATIENCE
    waiting.join(5)
    assert not waiting.is_alive()
    assert process.poll() is not None
    assert not scratch.exists()


JOB = Job("x", "vi", "x.ipynb", "{}", {}, "vi/x.pdf", 5)
