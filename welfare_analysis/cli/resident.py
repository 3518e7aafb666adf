"""Resident: a process that has everything loaded, and answers the commands that `asking` sends.

``welfare-analysis standby``.  Each answer is given by a copy of it, which writes to the streams of
whoever asked, and is interrupted when they are gone.  Linux only.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import marshal
import os
import signal
import socket
import sys
import sysconfig
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..errors import UsageError
from ..report import watcher
from .asking import READY, address, is_own
from .ending import ended

_PACKAGE = Path(__file__).resolve().parent.parent
_SITES = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
_REQUEST = 1 << 20  # bytes: more than Linux sends at once


def stand_by(rehearse: Callable[[], None], run: Callable[[list[str]], int], minutes: int) -> None:
    """Answer until interrupted or unused for some minutes; start again when the package changes.

    Parameters
    ----------
    rehearse : callable
        Loads what answers need.
    run : callable
        Runs a command and returns its exit code.
    minutes : int

    Raises
    ------
    UsageError
        If a process stands by already, or this system has none that can.
    """
    if why := watcher.can_watch():
        raise UsageError(f"No process can stand by on this system: {why}.")
    state = _state()
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as door:
        try:
            door.bind(address())
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                said = f"No process can stand by on this system: {error.strerror}."
                raise UsageError(said) from None
            raise UsageError("A process stands by already: end it with Ctrl+C first.") from None
        _prepare(rehearse)
        door.listen()
        door.settimeout(minutes * 60)
        print("Standing by: list, compare, audit and cite answer at once. Ctrl+C ends it.")
        sys.stdout.flush()
        with contextlib.suppress(TimeoutError, KeyboardInterrupt):
            while True:
                with door.accept()[0] as link:
                    if _state() != state:
                        break
                    if is_own(link) and not os.fork():
                        watcher.leave(partial(_watch, door, link, run))
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _prepare(rehearse: Callable[[], None]) -> None:
    """Load what answers need, so that it can be copied."""
    rehearse()
    if len(os.listdir("/proc/self/task")) > 1:
        raise UsageError("No process can stand by: a library has started a thread.")
    watcher.adopt()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ends is forgotten
    gc.collect()
    gc.freeze()


def _state() -> list[tuple]:
    """Return what changes with the files of this package, or when others are installed."""
    files = list(_SITES)
    for folder, _, names in os.walk(_PACKAGE):
        if not folder.endswith("__pycache__"):
            files += [os.path.join(folder, name) for name in names]
    found = []
    for file in sorted(files):
        with contextlib.suppress(OSError):  # removed meanwhile
            state = os.stat(file)
            found.append((file, state.st_mtime_ns, state.st_size))
    return found


def _watch(door: socket.socket, link: socket.socket, run: Callable[[list[str]], int]) -> int:
    """Have a copy of this copy answer; interrupt it when whoever asked is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    door.close()
    with contextlib.suppress(OSError):  # whoever asked is gone
        link.send(READY)
        link.settimeout(1)
        asked, streams, *_ = socket.recv_fds(link, _REQUEST, 4)
        if len(streams) == 4:
            make = partial(_answer, run, *marshal.loads(asked), streams)
            code = watcher.watched(link.fileno(), make, signal.SIGINT)
            link.send(str(code).encode())
    return 0


def _answer(
    run: Callable[[list[str]], int],
    arguments: list[str],
    environment: dict[str, str],
    streams: list[int],
) -> int:
    """Give an answer, as a process of whoever asked would."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    *standard, folder = streams
    for target, stream in enumerate(standard):
        watcher.redirect(target, stream)
    os.fchdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    # As Python opens them, by lines where they are a screen.
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
    try:
        return ended(partial(run, arguments))
    except SystemExit as left:  # argparse
        sys.stdout.flush()
        return left.code
