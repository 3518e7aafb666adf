"""Zygote: a process that has imported everything, and is copied for every report.

``python -m welfare_analysis.report.zygote SCRATCH`` answers on standard output, one JSON line
each: ``{"ready": true}`` or ``{"refused": why}``; then for every request on standard input
(``{"number", "folder", "timeout"}``) ``{"number", "pid"}`` and, when that process has ended,
``{"number", "code", "late"}``.  It ends, and its children with it, when its input is closed.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import sys
import time
from importlib import import_module
from pathlib import Path

from . import cell_log as journal
from . import run, scratch, worker
from .kernel import die_with_parent

GRACE = 60  # seconds for reading and typesetting, beside the notebook's own time
# What notebooks and the typesetting of their reports import.  Not pyplot and not the inline
# backend: they look for a shell when imported, and it is the child that has one.
_PRELOADED = (
    "IPython.core.interactiveshell",
    "IPython.core.magics",
    "IPython.core.completer",
    "IPython.core.application",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "papermill",
    "numpy",
    "pandas",
    "pyarrow.csv",
    "pyarrow.compute",
    "seaborn",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib.font_manager",
    "babel.dates",
    "babel.numbers",
    "mistune",
    "fluent.runtime",
    "typst",
    "welfare_analysis.data.catalogue",
    "welfare_analysis.data.selection",
    "welfare_analysis.judge.comparison",
    "welfare_analysis.judge.audit",
    "welfare_analysis.judge.measures",
    "welfare_analysis.judge.profiles",
    "welfare_analysis.judge.headlines",
    "welfare_analysis.show.tables",
    "welfare_analysis.show.charts",
    "welfare_analysis.show.prose",
    "welfare_analysis.report.shell",
    "welfare_analysis.report.worker",
)


def main(scratch: Path) -> int:
    """Preload, then serve requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what an import prints belongs in the log
    preload()
    why = unsafe()
    if why:
        _say(answers, refused=why)
        return 0
    _say(answers, ready=True)
    gc.collect()
    gc.freeze()  # else every child would first look through all that was imported
    gc.set_threshold(20_000)  # and a child is over before its garbage takes room worth a search
    _Nursery(scratch, answers).serve()
    return 0


def preload() -> None:
    """Import what the children need, and do once what is slow the first time; start no thread."""
    # jsonschema would compile the grammar of international addresses, which no notebook has:
    # half of all the time that preloading took.
    sys.modules["rfc3987_syntax"] = None
    for name in _PRELOADED:
        import_module(name)
    del sys.modules["rfc3987_syntax"]
    import nbformat

    nbformat.validate(nbformat.v4.new_notebook())  # compiles the schema
    from ..codes import LANGUAGES
    from ..messages import message
    from ..show.render.html import read_templates
    from .text_width import widths
    from .typeset import _fonts

    _fonts()
    read_templates()
    for face in ("Regular", "Bold"):
        widths(face)
    for language in LANGUAGES:
        message("report-series", language)  # parses all messages of the language
    _rehearse()


def _rehearse() -> None:
    """Draw a chart, filter a table and read Markdown, which fills caches that children keep."""
    import pandas
    import pyarrow

    from ..data.columns import encode
    from ..show import markdown
    from ..show.charts.canvas import Canvas
    from ..show.charts.chart import drawn

    canvas = Canvas(1)
    canvas.axes(0, 0, 1, 1).plot([0, 1], [0, 1], marker="o")
    for weight in ("normal", "bold"):
        canvas.text(0, 0, "1", weight=weight)
    drawn(canvas.figure)
    texts = pyarrow.array(["1", "a"])
    frame = pandas.DataFrame({"number": encode(texts).figures, "text": texts.to_pandas()})
    frame[frame["text"].isin(["a"])].sort_values("text").to_dict("records")
    markdown.blocks("# *1*")


def unsafe() -> str | None:
    """Say why this process must not be forked, if so."""
    if not hasattr(os, "fork"):
        return "this system cannot fork"
    tasks = _threads()
    if len(tasks) != 1:
        return f"{len(tasks)} threads are alive ({', '.join(sorted(tasks))})"
    import zmq

    if any(isinstance(kept, zmq.Context) and not kept.closed for kept in gc.get_objects()):
        return "a ZeroMQ context is open"
    return None


def _threads() -> list[str]:
    """Return the names of all threads, those that Python does not know of included."""
    try:
        return [(task / "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
    except OSError:
        return ["unknown", "no /proc/self/task"]


class _Nursery:
    """The children now alive: started, waited for, and ended when their time is over."""

    def __init__(self, scratch: Path, answers):
        self.scratch, self.answers = scratch, answers
        self.alive: dict[int, dict] = {}
        self._woken, self._waker = os.pipe()
        for end in (self._woken, self._waker):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Serve until the input is closed."""
        pending = b""
        while True:
            ready, _, _ = select.select([0, self._woken], [], [], self._patience())
            if self._woken in ready:
                os.read(self._woken, 4096)
            self._reap()
            self._end_late()
            if 0 in ready:
                read = os.read(0, 65536)
                if not read:
                    return self._end_all()
                *lines, pending = (pending + read).split(b"\n")
                for line in lines:
                    self._start(json.loads(line))

    def _patience(self) -> float | None:
        ends = [child["until"] for child in self.alive.values()]
        return max(min(ends) - time.monotonic(), 0) if ends else None

    def _start(self, request: dict) -> None:
        if len(_threads()) != 1:
            _say(self.answers, number=request["number"], code=None, late=False)
            return
        zygote = os.getpid()
        pid = os.fork()
        if not pid:
            self._become_child(zygote, request)
        until = time.monotonic() + request["timeout"]
        self.alive[pid] = {**request, "until": until, "late": False}
        _say(self.answers, number=request["number"], pid=pid)

    def _become_child(self, zygote: int, request: dict) -> None:
        """Make one report in this copy of the zygote; never returns."""

        def make() -> int:
            os.setsid()
            die_with_parent()
            if os.getppid() != zygote:
                os._exit(1)
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for end in (self._woken, self._waker, self.answers.fileno()):
                os.close(end)
            folder = Path(request["folder"])
            _settle(folder, self.scratch / f"child-{request['number']}")
            return worker.main(folder, run.execute_here)

        worker.leave(make)

    def _reap(self) -> None:
        for pid in list(self.alive):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                child = self.alive.pop(pid)
                with contextlib.suppress(OSError):
                    os.killpg(pid, signal.SIGKILL)  # whatever its cells started
                code = os.waitstatus_to_exitcode(status)
                _say(self.answers, number=child["number"], code=code, late=child["late"])

    def _end_late(self) -> None:
        for pid, child in self.alive.items():
            if time.monotonic() < child["until"]:
                continue
            if not child.get("typesetting") and journal.is_done(Path(child["folder"])):
                child.update(typesetting=True, until=child["until"] + GRACE)
                continue
            child.update(late=True, until=time.monotonic() + 1)
            _kill(pid)

    def _end_all(self) -> None:
        for pid in self.alive:
            _kill(pid)
        for pid in self.alive:
            os.waitpid(pid, 0)
        if self.scratch.name.startswith(scratch.PREFIX):
            scratch.clear(self.scratch)


def _settle(folder: Path, own: Path) -> None:
    """Give a child streams, folders and random numbers of its own."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.close(nothing)
    os.close(log)
    for name in ("work", "ipython"):
        (own / name).mkdir(parents=True)
    os.environ["IPYTHONDIR"] = str(own / "ipython")
    os.chdir(own / "work")
    import numpy

    numpy.random.seed()  # the copied state would give every report the same numbers


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _say(answers, **content) -> None:
    # The build may be gone; its end of the input, closed too, is what tells.
    with contextlib.suppress(OSError):
        answers.write(json.dumps(content) + "\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
