"""Watcher: a process of its own that ends a report's process, with all that it started.

``python -m welfare_analysis.report.watcher FOLDER ENGINE`` has a `worker` make the report of a
folder.  It ends it when its standard input is closed: a build that dies, however it dies, leaves
nothing running.  Linux gives the watcher whatever below it loses its parent, so that nothing a
cell starts gets away, in whatever session.  Other systems have neither: there a thread of the
worker watches, and ends what it can find.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from . import scratch
from .kernel import die_with_parent, set_of_linux

PATIENCE = 2  # seconds for ending in good order
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER


def can_watch() -> str | None:
    """Say why this system cannot tell of the end of a process, if so."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError) as error:
        return getattr(error, "strerror", None) or "it is not Linux"
    return None


def adopt() -> None:
    """Become the parent of all below this process that lose theirs."""
    set_of_linux(_ADOPT, 1)


def watched(link: int, make: Callable[[], int], way: int = signal.SIGKILL) -> int:
    """Have a copy of this process make something; end it when the link is closed.

    Parameters
    ----------
    link : int
        Handle of a socket or pipe on which nothing is ever said.
    make : callable
    way : int, default signal.SIGKILL
        The signal that ends it; whoever hears no other is killed soon after.

    Returns
    -------
    int
        The exit code, negative for a signal.  Nothing that the copy started runs any more.
    """
    adopt()
    own = os.getpid()
    pid = os.fork()
    if not pid:
        os.close(link)
        os.setsid()
        die_with_parent()
        leave(make if os.getppid() == own else lambda: 1)
    ended = os.pidfd_open(pid)
    if ended not in select.select([link, ended], [], [])[0]:
        os.kill(pid, way)
        select.select([ended], [], [], PATIENCE)
    os.kill(pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    end_below(own)
    return code


def leave(make: Callable[[], int]) -> None:
    """End this process with a code, past all that Python does at its end.

    A thread that waits on standard input, or one that a cell started, would disturb that, and
    the result is on disk by now.
    """
    from ..errors import WelfareError

    code = 1
    try:
        code = make()
    except WelfareError as error:
        print(error, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(code)


def redirect(target: int, source: int) -> None:
    """Put an open file in the place of another, such as a standard stream."""
    os.dup2(source, target)
    os.close(source)


def end_below(pid: int, spared: Collection[int] = ()) -> None:
    """End all processes below one, those they start meanwhile too, but for some and all below."""
    until = time.monotonic() + PATIENCE
    while (found := below(pid, spared)) and time.monotonic() < until:
        for one in found:
            with contextlib.suppress(OSError):
                os.kill(one, signal.SIGKILL)
            with contextlib.suppress(OSError):  # a child, or adopted by now
                os.waitpid(one, os.WNOHANG)
        time.sleep(0.002)


def below(pid: int, spared: Collection[int] = ()) -> list[int]:
    """List the living processes below one, where the system tells."""
    found, todo = [], [pid]
    while todo:
        children = [one for one in _children(todo.pop()) if one not in spared]
        found += [one for one in children if not is_dead(one)]
        todo += children
    return found


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def is_dead(pid: int) -> bool:
    """Tell whether a process only waits for its parent to take notice of its end."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2][1] == "Z"
    except OSError:
        return True


def _clear() -> None:
    own = Path.cwd().parent
    if own.name.startswith(scratch.PREFIX):
        scratch.clear(own)


def _end_with_parent() -> None:
    """Wait, in a thread, until the input is closed, and end this process with what it started."""
    sys.stdin.buffer.read()
    end_below(os.getpid())
    _clear()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)  # what cells started in this process, and itself
    os._exit(128 + signal.SIGTERM)


def _work(folder: Path, engine: str) -> int:
    from . import run, worker

    execute = {"spawned": run.execute_here, "kernel": run.execute}[engine]
    return worker.main(folder, execute)


def main(folder: Path, engine: str) -> None:
    """Have a worker make the report of a folder, and end as it ended."""
    make = partial(_work, folder, engine)
    if can_watch() is not None:
        threading.Thread(target=_end_with_parent, daemon=True).start()
        leave(make)
    link = os.dup(0)
    redirect(0, os.open(os.devnull, os.O_RDONLY))
    code = watched(link, make)
    if select.select([link], [], [], 0)[0]:
        _clear()
    if code < 0:
        signal.signal(-code, signal.SIG_DFL) if -code != signal.SIGKILL else None
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
