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
from pathlib import Path

PREFIX = "wa-"
_HELD = "held"
_NEW = 600  # seconds in which a folder without a lock may still be in the making

_locks: dict[Path, int] = {}


def make() -> Path:
    """Make a folder that belongs to this process until `remove`."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    if os.name == "posix":
        import fcntl

        begun = folder / f"{_HELD}.new"
        handle = os.open(begun, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with contextlib.suppress(OSError):  # a file system without locks: held by its age alone
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            begun.rename(folder / _HELD)  # now it is found, and locked already
        _locks[folder] = handle
    return folder


def remove(folder: Path) -> None:
    """Remove a folder and let go of it."""
    clear(folder)
    handle = _locks.pop(folder, None)
    if handle is not None:
        os.close(handle)


def sweep() -> None:
    """Remove the folders of this user's dead processes."""
    if os.name != "posix":
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_left(folder):
                clear(folder)


def clear(folder: Path) -> None:
    """Remove a folder, its lock last: what cannot go now is still known for what it is."""
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != _HELD:
                entry.unlink(missing_ok=True)
        if set(os.listdir(folder)) <= {_HELD}:
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid():
        return False
    if not (folder / _HELD).is_file() or (folder / _HELD).is_symlink():
        return time.time() - state.st_mtime > _NEW and _is_ours(folder)
    import fcntl

    handle = os.open(folder / _HELD, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def _is_ours(folder: Path) -> bool:
    """Tell a folder that looks as those of builds do: another program may use the prefix."""
    return (folder / f"{_HELD}.new").is_file() or {"work", "runtime"} <= set(os.listdir(folder))
