"""Locking: one build at a time in an output directory; a build that died blocks nobody."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import BuildLocked, UsageError

_LOCK = ".lock"
_ORPHANS_END = 5  # seconds in which what a killed build had started ends and frees the lock
_HOLDER = re.compile(r"process (\d+) on (\S+)")
_REFUSED = {
    errno.ELOOP: "it is a link",
    errno.EACCES: "it is another user's",
    errno.EPERM: "it is another user's",
}
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)
_TEXT = 1  # where the text begins: Windows locks the first byte


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
    file = out / _LOCK
    held = FileLock(file)
    try:
        _acquire(held, file, patience)
    except Timeout:
        raise BuildLocked(
            f"Another build is writing to {out}: {_read(file) or 'another process'}. "
            "Try again later."
        ) from None
    except (OSError, NotImplementedError) as error:
        number = getattr(error, "errno", errno.ENOSYS)
        if number in _NO_LOCKS:
            raise UsageError(
                f"{out} cannot be locked: {os.strerror(number)}. Name an output directory on "
                "another file system with --out DIR."
            ) from None
        if number in _REFUSED:
            raise UsageError(
                f"The lock {file} cannot be opened: {_REFUSED[number]}. Remove that file."
            ) from None
        raise
    try:
        _sign(file)
        yield
    finally:
        held.release()


def _acquire(held: FileLock, file: Path, patience: float) -> None:
    try:
        held.acquire(timeout=patience)
    except Timeout:
        if _lives(_read(file)):
            raise
        held.acquire(timeout=max(_ORPHANS_END - patience, 0))


def _sign(file: Path) -> None:
    since = datetime.datetime.now().astimezone().isoformat(" ", "seconds")
    with contextlib.suppress(OSError), open(file, "r+b", buffering=0) as stream:
        # On a full disk the lock holds all the same.
        stream.truncate(_TEXT)
        stream.seek(_TEXT)
        stream.write(f"process {os.getpid()} on {_host()} since {since}\n".encode())


def _read(file: Path) -> str:
    try:
        with open(file, "rb", buffering=0) as stream:
            stream.seek(_TEXT)
            return stream.read(500).decode(errors="replace").strip()
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
    return re.sub(r"\s+", "-", platform.node()) or "this-machine"
