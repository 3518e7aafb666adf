"""Scratch: folders of running processes in the system's temporary folder, and those left behind.

A process that is killed cannot clear up.  Each folder is held by a lock that the system frees
with the process; the next build removes the folders that nobody holds.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

PREFIX = "wa-"
_HELD = "held"
_NEW = 600  # seconds in which a folder without a lock may still be in the making

_locks: dict[Path, FileLock] = {}


def make() -> Path:
    """Make a folder that belongs to this process until `remove`."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    held = FileLock(folder / _HELD)
    with contextlib.suppress(OSError, NotImplementedError):  # no locks there: held by its age
        held.acquire()
        _locks[folder] = held
    return folder


def remove(folder: Path) -> None:
    """Remove a folder and let go of it."""
    clear(folder)
    if held := _locks.pop(folder, None):
        held.release()
        clear(folder)  # where a lock that is held cannot be removed


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that belongs to this process for a while."""
    made = make()
    try:
        yield made
    finally:
        remove(made)


def sweep() -> None:
    """Remove the folders of this user's dead processes."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError, NotImplementedError):
            if _is_left(folder):
                clear(folder)


def clear(folder: Path) -> None:
    """Remove a folder, its lock last: what cannot go now is still known for what it is."""
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if entry.name != _HELD:
                discard(entry)
        if set(os.listdir(folder)) <= {_HELD}:
            shutil.rmtree(folder, ignore_errors=True)


def discard(entry: Path) -> None:
    """Remove a file, a link, or a folder, also one that a cell has closed to everybody."""
    if entry.is_symlink() or not entry.is_dir():
        entry.unlink(missing_ok=True)
        return
    shutil.rmtree(entry, ignore_errors=True)
    with contextlib.suppress(OSError):
        entry.chmod(0o700)
        for place, folders, _ in os.walk(entry):
            for closed in (Path(place, name) for name in folders):
                if not closed.is_symlink():
                    closed.chmod(0o700)
    shutil.rmtree(entry, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != getattr(os, "getuid", lambda: 0)():
        return False
    content = set(os.listdir(folder))
    ripe = time.time() - state.st_mtime > _NEW
    if _HELD not in content:
        return ripe and {"work", "runtime"} <= content  # another program may use the prefix
    with contextlib.suppress(Timeout), FileLock(folder / _HELD, timeout=0):
        # Whoever makes it may have the file and not yet the lock.
        return ripe or content != {_HELD}
    return False
