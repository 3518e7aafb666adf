"""Processes: each makes one report, as a copy of a preloaded process or from a fresh start.

Both kinds can be waited for and stopped, and end by themselves, with all they started, when the
build is gone, however it went.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from . import inputs, scratch
from .environment import inherited, prepare
from .exits import how_it_ended, kills, last_words
from .watcher import PATIENCE, end_below

READY = "ready"
REST = b"rest"
FACTS = "facts.json"  # in the folder of a preloaded process: what it tells of the data
_LOADING = 300  # seconds in which a busy machine imports everything, or loads the data of a build
_ANSWER = 60  # and in which a process then copies itself
_DEAF = "it does not answer"


class Lost(Exception):
    """There is no preloaded process, or it must not be copied."""


def _begun(own: Path, data: Path, folder: Path, source, module: str, *words) -> subprocess.Popen:
    """Begin a module of this room in a scratch folder of its own, which goes if it cannot begin."""
    try:
        with open(folder / "log", "wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.{module}", *words],
                cwd=own / "work",
                env=prepare(own, data),
                stdin=source,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
    except BaseException:
        scratch.remove(own)
        raise


class Fresh:
    """A process that starts from nothing: slower, but possible on every system.

    Parameters
    ----------
    folder : path
        Holds ``job.json``.
    data : path
        The data package the notebook reads.
    engine : {"spawned", "kernel"}
    """

    def __init__(self, folder: Path, data: Path, engine: str):
        self._scratch, words = scratch.make(), (str(folder), engine)
        self._process = _begun(self._scratch, data, folder, subprocess.PIPE, "watcher", *words)

    def wait(self, seconds: float | None = None) -> int:
        """Return the exit code, as `subprocess.Popen.wait` does."""
        return self._process.wait(seconds)

    def stop(self) -> None:
        """Have it end: it sees its input closed, and ends with all it started."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def close(self) -> None:
        """End it and what is left of what it started, and remove its folders."""
        self.stop()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE)
        kill(self._process)
        scratch.remove(self._scratch)


class Copy:
    """A copy of a preloaded process, known by a socket that its watcher holds.

    Parameters
    ----------
    link : socket
    watcher, handle : int
        Number of the watcher, and what tells of its end, so that no other process is taken for it.
    """

    def __init__(self, link: socket.socket, watcher: int, handle: int):
        self._link, self._watcher, self._handle = link, watcher, handle

    def wait(self, seconds: float | None = None) -> int:
        """Return the exit code, as `subprocess.Popen.wait` does.

        Raises
        ------
        subprocess.TimeoutExpired
        """
        self._link.settimeout(seconds)
        try:
            said = self._link.recv(100)
        except TimeoutError:
            raise subprocess.TimeoutExpired("a copy", seconds) from None
        except OSError:
            said = b""
        return int(said or -signal.SIGKILL)  # its watcher was killed, and it with that

    def stop(self) -> None:
        """Have it end: its watcher sees the socket closed, and ends it with all it started."""
        with contextlib.suppress(OSError):
            self._link.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """End it and its watcher, which a cell may have stopped, and let go of it."""
        self.stop()
        patience = PATIENCE
        try:
            self.wait(patience)
        except subprocess.TimeoutExpired:
            patience = 0
        if not select.select([self._handle], [], [], patience)[0]:
            end_below(self._watcher)
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        os.close(self._handle)
        self._link.close()


class Preloaded:
    """A process that has imported everything, and copies itself for every report.

    It begins to start at once; Linux only.

    Parameters
    ----------
    data : path
        The data package the notebooks read whose jobs name no other.
    """

    def __init__(self, data: Path):
        self._inherited = inherited()
        self._guard = threading.Lock()
        self._said: str | None = None
        self._kills = kills()
        self._scratch = scratch.make()
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, contextlib.ExitStack() as unbegun:
            unbegun.callback(self._orders.close)
            self._process = _begun(self._scratch, data, self._scratch, theirs, "preload")
            unbegun.pop_all()

    def ready(self) -> None:
        """Wait until it has imported everything.

        Raises
        ------
        Lost
            If there is no preloaded process, or it must not be copied; says why.
        """
        with self._guard:
            if self._said is None:
                self._orders.settimeout(_LOADING)
                try:
                    self._said = self._orders.recv(1000).decode()
                except TimeoutError:
                    self._give_up()
                except OSError:
                    self._said = ""
        if self._said != READY:
            raise Lost(self._said or self._ended())

    def copy(self, folder: Path) -> Copy:
        """Have a copy make the report of a folder that holds ``job.json``, or raise as `ready`."""
        self.ready()
        link, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        link.settimeout(_ANSWER)
        said, handles = b"", []
        try:
            with theirs:
                socket.send_fds(self._orders, [os.fsencode(folder)], [theirs.fileno()])
            said, handles, *_ = socket.recv_fds(link, 100, 1)
        except TimeoutError:
            self._give_up()
        except OSError:  # closed, where nobody took it
            pass
        if not handles:
            link.close()
            raise Lost(self._ended())
        return Copy(link, int(said), handles[0])

    def is_fit(self) -> bool:
        """Tell whether it may make the reports of another build."""
        alive = self._process.poll() is None and self._said in (None, READY)
        return alive and self._inherited == inherited()

    def check(self, data: Path) -> inputs.Checked | None:
        """Have it load the data of a build and tell of them; None if something is wrong."""
        self.ready()
        self._orders.settimeout(_LOADING)
        try:
            self._orders.send(os.fsencode(data.resolve()))
            alive = self._orders.recv(1)
            return inputs.Checked.from_text(alive and (self._scratch / FACTS).read_bytes())
        except TimeoutError:
            return self._give_up()
        except (OSError, ValueError):
            return None

    def rest(self) -> None:
        """Have it clear up after a build, whose copies have been ended."""
        with contextlib.suppress(OSError):
            self._orders.send(REST)

    def _give_up(self) -> None:
        """End it alone, which a cell may have stopped: what it copied goes on."""
        self._said = _DEAF
        self._process.kill()

    def close(self) -> None:
        """End it; copies have been ended before."""
        with contextlib.suppress(OSError):
            self._orders.shutdown(socket.SHUT_RDWR)  # wakes also who waits for it to be ready
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE if self._said == READY else 0)  # else it is importing
        kill(self._process)
        self._orders.close()
        scratch.remove(self._scratch)

    def _ended(self) -> str:
        """Tell how it ended, which it has or is about to."""
        if self._said == _DEAF:
            return _DEAF
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return _DEAF
        return f"its process {how_it_ended(code, self._kills)}{last_words(self._scratch)}"


class Standby:
    """A preloaded process that outlives builds, as long as it is fit for the next one."""

    def __init__(self):
        self._preloaded: Preloaded | None = None

    def __enter__(self) -> Standby:
        return self

    def __exit__(self, *_) -> None:
        if self._preloaded is not None:
            self._preloaded.close()
            self._preloaded = None

    def preloaded(self, data: Path) -> Preloaded:
        """Return the process of the last build, or a new one."""
        if self._preloaded is not None and not self._preloaded.is_fit():
            self.__exit__()
        if self._preloaded is None:
            self._preloaded = Preloaded(data)
        return self._preloaded

    def rest(self) -> None:
        """Have it clear up after a build, whose copies have been ended."""
        if self._preloaded is not None:
            self._preloaded.rest()


def kill(process: subprocess.Popen) -> None:
    """End a process, its group and all below it at once."""
    if process.poll() is None:
        end_below(process.pid)
    if hasattr(os, "killpg"):
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
