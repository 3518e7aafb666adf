"""Output directory: checked before anything runs, and held by one build at a time."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
import platform
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import BuildLocked, ReportError, UsageError, WelfareError, is_of_disk, limit
from ..files import unwritten

PROBE = ".probe-"
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


def check_directory(out: Path, targets: Iterable[str], inner: Iterable[str] = ()) -> None:
    """Make the output directory and try to write in it, before anything else is done.

    Parameters
    ----------
    out : path
    targets : iterable of str
        Files to be written.
    inner : iterable of str
        Folders that are made when something is to be written there.

    Raises
    ------
    UsageError
        If it cannot be made or written, a folder in it leads elsewhere, or a folder stands
        where a file shall be.
    ReportError
        If the disk is full.
    """
    inside = out.resolve()
    targets = list(targets)
    folders = dict.fromkeys([out, *((out / target).parent for target in targets)])
    try:
        for folder in folders:
            _check_inside(folder, inside, out)
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(prefix=PROBE, dir=folder):
                pass
    except OSError as error:
        if is_of_disk(error):
            raise unwritten(folder, error, ReportError) from None
        raise UsageError(
            f"The output directory {out} cannot be written: {error.strerror} "
            f"({error.filename or folder}). Name another with --out DIR."
        ) from None
    for target in [*targets, "index.html", "manifest.json", _LOCK]:
        if (out / target).is_dir() and not (out / target).is_symlink():
            raise UsageError(f"{out / target} is a folder: a file is to be written there.")
    for folder in dict.fromkeys((out / "failed" / target).parent for target in targets):
        _check_inside(folder, inside, out)
    for folder in (out / name for name in inner):
        _check_inside(folder, inside, out)
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file: a folder is to be made there.")


def _check_inside(folder: Path, inside: Path, out: Path) -> None:
    try:
        leads = folder.resolve()
    except RuntimeError:  # a circle of links, before Python 3.13
        leads = Path(folder.anchor)
    if not leads.is_relative_to(inside):
        raise UsageError(f"{folder} leads outside the output directory {out}.")


@contextlib.contextmanager
def named(out: Path) -> Iterator[None]:
    """Give whatever the system refuses inside a sentence with the path and the free space."""
    try:
        yield
    except WelfareError:
        raise
    except (OSError, RuntimeError) as error:
        if said := limit(error):
            raise ReportError(f"{out}: {said}") from None
        if not isinstance(error, OSError):
            raise
        file = Path(error.filename2 or error.filename or out)
        raise unwritten(file, error, ReportError, "used") from None


@contextlib.contextmanager
def lock(out: Path) -> Iterator[None]:
    """Hold the output directory for one build; the system frees it however the build ends.

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
        _acquire(held, file)
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


def _acquire(held: FileLock, file: Path) -> None:
    try:
        held.acquire(timeout=0)
    except Timeout:
        if _lives(_read(file)):
            raise
        held.acquire(timeout=_ORPHANS_END)


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
