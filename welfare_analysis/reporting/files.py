"""Files: written whole and on disk before anyone sees them, or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..errors import ReportError, UsageError


def write(file: Path, content: bytes) -> None:
    """Write a new file and force it to disk; name path and free space if that fails."""
    try:
        with open(file, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        file.unlink(missing_ok=True)
        raise ReportError(_full(file, error)) from None


def replace(source: Path, target: Path) -> None:
    """Move a finished file to its place in one step."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)
        _sync(target.parent)
    except OSError as error:
        raise ReportError(_full(target, error)) from None


def check_directory(out: Path, targets: list[str]) -> None:
    """Make the output directory and try to write in it, before anything else is done.

    Raises
    ------
    UsageError
        If it cannot be made or written, or a folder in it leads elsewhere.
    """
    try:
        for folder in {out, *((out / target).parent for target in targets)}:
            folder.mkdir(parents=True, exist_ok=True)
            if not folder.resolve().is_relative_to(out.resolve()):
                raise UsageError(f"{folder} leads outside the output directory {out}.")
            probe = folder / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
    except OSError as error:
        raise UsageError(
            f"The output directory {out} cannot be written: {error.strerror} ({error.filename}). "
            "Name another with --out DIR."
        ) from None


def _full(file: Path, error: OSError) -> str:
    try:
        free = f"{shutil.disk_usage(file.parent).free / 1e6:,.1f} MB free there"
    except OSError:
        free = "free space unknown"
    return f"{file} cannot be written: {error.strerror} ({free})."


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
