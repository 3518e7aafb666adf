"""Preload: a process that has imported everything, and copies itself for every report.

``python -m welfare_analysis.report.preload`` has a socket for its standard input.  It says there
``ready``, or why it must not be copied.  Then every message is the folder of a job; with it comes
a socket of the job's own, on which the watcher of its copy is told, number and handle, and at the
end the exit code.  Whoever closes that socket ends the job.  A message without a socket names the
data of a build that begins, which are loaded and told of, or is the end of one, after which another
may come.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import socket
import sys
import time
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from ..codes import LANGUAGES
from ..texts import catalogue, parse
from . import inputs, scratch, watcher, worker
from .environment import lightly
from .kernel import die_with_parent
from .processes import FACTS, READY, REST

# What notebooks and the typesetting of their reports import.  Not pyplot and not the inline
# backend: they look for a shell when imported, and it is the copy that has one.
_MODULES = """
IPython.core.application IPython.core.completer IPython.core.completerlib
IPython.core.interactiveshell IPython.core.magics IPython.core.oinspect
papermill numpy pandas pikepdf pyarrow.csv pyarrow.compute typst
matplotlib.figure matplotlib.font_manager
matplotlib.backends.backend_agg matplotlib.backends.backend_svg
babel.dates babel.numbers mistune fluent.runtime
welfare_analysis.data.catalogue welfare_analysis.data.selection
welfare_analysis.judge.audit welfare_analysis.judge.comparison welfare_analysis.judge.headlines
welfare_analysis.judge.measures welfare_analysis.judge.yardsticks
welfare_analysis.show.charts welfare_analysis.show.prose welfare_analysis.show.tables
welfare_analysis.report.shell
"""


def main() -> int:
    """Preload, then copy this process for each job until there are no more."""
    with socket.socket(fileno=os.dup(0)) as orders:
        watcher.redirect(0, os.open(os.devnull, os.O_RDONLY))
        die_with_parent()  # while it imports, it is deaf
        if select.select([orders], [], [], 0)[0]:  # its parent has ended before
            return 0
        gc.disable()  # nearly all that is imported stays
        preload()
        gc.enable()
        die_with_parent(False)
        why = unsafe()
        orders.send((why or READY).encode())
        if why is None:
            gc.collect()
            gc.freeze()  # else every copy would first look through all that was imported
            gc.set_threshold(20_000)  # and is over before its garbage takes room worth a search
            _serve(orders)
    return 0


def preload() -> None:
    """Import what reports need, and do once what is slow the first time; start no thread."""
    with lightly():
        for name in _MODULES.split():
            import_module(name)
    import nbformat

    nbformat.validate(nbformat.v4.new_notebook())  # compiles the schema
    from ..messages import message
    from ..show.render.html import read_templates
    from .line_breaks import widths
    from .typeset import fonts

    fonts()
    read_templates()
    for face in ("Regular", "Bold"):
        widths(face)
    for language in LANGUAGES:
        message("report-series", language)  # reads the catalogue, and imports what parses it
    _rehearse()


def _rehearse() -> None:
    """Draw a chart, filter a table and read Markdown, which fills caches that copies keep."""
    import pandas

    from ..data.raw import as_dates, as_numbers
    from ..show import markdown
    from ..show.charts import style
    from ..show.charts.canvas import Canvas
    from ..show.charts.lettering import lettered
    from ..show.charts.vector import drawn

    letters = set().union(*catalogue(LANGUAGES[0]).values())  # of the larger alphabet
    canvas = Canvas(1)
    canvas.axes(0, 0, 1, 1).plot([0, 1], [0, 1], marker="o")
    for weight in ("normal", "bold"):
        canvas.text(0, 0, "1", weight=weight)
        for letter in filter(str.isprintable, letters):
            style.text_width(letter, weight=weight)
    drawn(canvas.figure)
    lettered('<svg><text style="">1</text></svg>')
    frame = pandas.DataFrame({"text": ["1", "a"]})
    frame = frame.assign(number=as_numbers(frame["text"]), day=as_dates(frame["text"]))
    frame[frame["text"].isin(["a"])].sort_values("text").to_dict("records")
    markdown.blocks("# *1*")


def unsafe() -> str | None:
    """Say why this process must not be copied, if so."""
    tasks = _threads()
    if len(tasks) != 1:
        return f"{len(tasks)} threads are alive ({', '.join(sorted(tasks))})"
    import zmq

    if any(isinstance(kept, zmq.Context) and not kept.closed for kept in gc.get_objects()):
        return "a ZeroMQ context is open"
    why = watcher.can_watch()
    return f"this system cannot watch a copy: {why}" if why else None


def _threads() -> list[str]:
    """Return the names of all threads, those that Python does not know of included."""
    try:
        return [(task / "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
    except OSError:
        return ["unknown", "no /proc/self/task"]


def _serve(orders: socket.socket) -> None:
    """Copy this process for each job; when the build is gone, see that the copies end."""
    from ..judge import disputes

    own, watchers = Path.cwd().parent, set()
    watcher.adopt()
    while True:
        folder, handles, *_ = socket.recv_fds(orders, 65536, 1)
        if not folder:
            break
        _reap(watchers)
        if folder == REST:
            _clear(own)
            _rest()
            continue
        die_with_parent()  # while it loads data, it is deaf
        if not handles:
            _tell(orders, Path(os.fsdecode(folder)), own / FACTS)
            die_with_parent(False)
            continue
        job = Path(os.fsdecode(folder))
        with contextlib.suppress(Exception):  # what is wrong with them its copy finds itself
            content = json.loads((job / "job.json").read_text(encoding="utf-8"))
            disputes.loaded(content["data"])
        die_with_parent(False)
        with socket.socket(fileno=handles[0]) as link:
            if len(_threads()) == 1:
                watchers.add(pid := os.fork())
                if not pid:
                    orders.close()
                    watcher.leave(partial(_watch, job, own, link))
    until = time.monotonic() + watcher.PATIENCE
    while watchers and time.monotonic() < until:
        _reap(watchers)
        time.sleep(0.01)
    watcher.end_below(os.getpid())
    if own.name.startswith(scratch.PREFIX):
        scratch.clear(own)


def _tell(orders: socket.socket, data: Path, told: Path) -> None:
    """Check the data of a build and write down what is known of them, or nothing."""
    told.unlink(missing_ok=True)
    from ..judge import disputes

    with contextlib.suppress(Exception):  # told by who checks them again
        found = replace(inputs.checked(data), held=disputes.held(disputes.loaded(data)))
        told.write_text(found.to_text(), encoding="utf-8")
    with contextlib.suppress(OSError):
        orders.send(b".")


def _clear(own: Path) -> None:
    """Remove what the jobs of a build have left in the folder of this process."""
    for left in (*own.glob("job-*"), *(own / "tmp").iterdir()):
        scratch.discard(left)


def _rest() -> None:
    """Parse every message once, for which there is time between two builds."""
    for language in LANGUAGES:
        parse(language)


def _reap(watchers: set[int]) -> None:
    """Let go of the copies that have ended, and end what a watcher left that was killed."""
    with contextlib.suppress(ChildProcessError):
        while ended := os.waitpid(-1, os.WNOHANG)[0]:
            watchers.discard(ended)
    watcher.end_below(os.getpid(), watchers)


def _watch(folder: Path, own: Path, link: socket.socket) -> int:
    """Have a copy of this copy make a report; end it and all it started when nobody waits for it.

    Two copies, so that one is not disturbed by whatever cells do to the other.
    """
    pid = os.getpid()
    socket.send_fds(link, [str(pid).encode()], [os.pidfd_open(pid)])
    code = watcher.watched(link.fileno(), partial(_make, folder, own / folder.name))
    with contextlib.suppress(OSError):  # the build may be gone
        link.send(str(code).encode())
    return 0


def _make(folder: Path, own: Path) -> int:
    """Make a report with streams, folders and random numbers of its own."""
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, 1)
    watcher.redirect(2, log)
    for name in ("work", "ipython"):
        (own / name).mkdir(parents=True)
    os.environ["IPYTHONDIR"] = str(own / "ipython")
    os.chdir(own / "work")
    import numpy

    numpy.random.seed()  # the copied state would give every report the same numbers
    return worker.main(folder)


if __name__ == "__main__":
    sys.exit(main())
