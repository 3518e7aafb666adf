"""Locking: one build at a time in an output directory; a build that died blocks nobody."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from ..errors import BuildLocked, UsageError

_LOCK = ".lock"
_TAKEN = (errno.EWOULDBLOCK, errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_ORPHANS_END = 5  # seconds in which what a killed build had started ends and frees the lock
_HOLDER = re.compile(r"process (\d+) on (\S+)")


@contextlib.contextmanager
def lock(out: Path, patience: float = 0) -> Iterator[None]:
    """Hold the output directory for one build; the system frees it however the build ends.

    Parameters
    ----------
    out : path
    patience : float
        Seconds to wait for a build that holds it.

    Raises
    ------
    BuildLocked
        Saying who holds it.
    UsageError
        If the file system knows no locks, or the lock file is not ours to open.
    """
    begun = time.monotonic()
    while True:
        handle = _open(out / _LOCK)
        try:
            if _try(handle, out):
                if not _is_still(handle, out / _LOCK):
                    continue
                _sign(handle)
                yield
                return
            holder = _read(handle)
        finally:
            os.close(handle)
        longest = patience if _lives(holder) else max(patience, _ORPHANS_END)
        if time.monotonic() - begun >= longest:
            raise BuildLocked(
                f"Another build is writing to {out}: {holder or 'another process'}. "
                "Try again later."
            )
        time.sleep(0.05)


def _open(file: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(file, flags, 0o666)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.EACCES, errno.EPERM):
            raise
        why = "it is a link" if error.errno == errno.ELOOP else "it is another user's"
        raise UsageError(f"The lock {file} cannot be opened: {why}. Remove that file.") from None


def _try(handle: int, out: Path) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind the text, so that others read it
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise UsageError(
            f"{out} cannot be locked: {error.strerror}. Name an output directory on another file "
            "system with --out DIR."
        ) from None
    return True


def _is_still(handle: int, file: Path) -> bool:
    """Tell whether the locked file is the one that others will find under its name."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(file))
    except OSError:
        return False


def _sign(handle: int) -> None:
    since = datetime.datetime.now().astimezone().isoformat(" ", "seconds")
    with contextlib.suppress(OSError):  # a full disk: the lock holds all the same
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()} on {_host()} since {since}\n".encode())


def _read(handle: int) -> str:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        return os.read(handle, 500).decode(errors="replace").strip()
    except OSError:
        return ""


def _lives(holder: str) -> bool:
    """Tell whether the holder may still run; of another machine's process nobody knows."""
    found = _HOLDER.match(holder)
    if not found:
        return False  # it is about to sign, or could not
    if found[2] != _host() or os.name != "posix":
        return True
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _host() -> str:
    import platform

    return re.sub(r"\s+", "-", platform.node()) or "this-machine"
