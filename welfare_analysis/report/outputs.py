"""Files: written whole and on disk before anyone sees them, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ..errors import ReportError, UsageError, WelfareError
from ..files import unwritten

PROBE = ".probe-"
_FULL = (errno.ENOSPC, errno.EDQUOT)


def page_of(output: str) -> str:
    """Return the path of the HTML page that stands beside a PDF."""
    return str(PurePosixPath(output).with_suffix(".html"))


def replace(source: Path, target: Path) -> None:
    """Move a finished file to its place in one step."""
    try:
        os.replace(source, target)
    except OSError as error:
        raise unwritten(target, error, ReportError) from None


def keep(source: Path, target: Path) -> bool:
    """Give a file that may not exist a second name; tell whether it exists."""
    if not os.path.lexists(source):
        return False
    try:
        try:
            os.link(source, target, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system without links
            shutil.copy2(source, target, follow_symlinks=False)
    except OSError as error:
        raise unwritten(target, error, ReportError) from None
    return True


def sync(folders: Iterable[Path]) -> None:
    """Force the names in some folders to disk."""
    if os.name != "posix":
        return
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise unwritten(folder, error, ReportError) from None


def check_directory(out: Path, targets: Iterable[str]) -> None:
    """Make the output directory and try to write in it, before anything else is done.

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
        if error.errno in _FULL:
            raise unwritten(folder, error, ReportError) from None
        raise UsageError(
            f"The output directory {out} cannot be written: {error.strerror} "
            f"({error.filename or folder}). Name another with --out DIR."
        ) from None
    for target in [*targets, "index.html", "manifest.json", ".lock"]:
        if (out / target).is_dir() and not (out / target).is_symlink():
            raise UsageError(f"{out / target} is a folder: a file is to be written there.")
    for folder in dict.fromkeys((out / "failed" / target).parent for target in targets):
        _check_inside(folder, inside, out)


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
    except OSError as error:
        file = Path(error.filename2 or error.filename or out)
        raise unwritten(file, error, ReportError, "used") from None
