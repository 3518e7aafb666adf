"""Publish: a staging folder, finished reports put in place together, a manifest written last."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from ..errors import ReportError
from ..files import unwritten, write
from . import inputs, scratch
from . import manifest as records
from . import outputs as files
from .locking import lock
from .manifest import INDEX, MANIFEST
from .outputs import page_of

__all__ = [
    "clear",
    "forget_failure",
    "is_current",
    "is_index_current",
    "keep_failure",
    "lock",
    "page_of",
    "publish",
    "read_manifest",
    "staging",
]

_STAGING = ".staging-"
_BEGINS = {".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>"}


def clear(out: Path) -> None:
    """Remove what dead builds left; only whoever holds the lock may."""
    for pattern in (f"{_STAGING}*", f"{files.PROBE}*", f"*/{files.PROBE}*", "failed/**/.*.part"):
        for left in out.glob(pattern):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    left.unlink()
    scratch.sweep()


@contextlib.contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Give a folder on the output's own file system."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=_STAGING, dir=out))
    except OSError as error:
        raise unwritten(out / _STAGING, error, ReportError) from None
    try:
        yield folder
    finally:
        try:
            shutil.rmtree(folder, ignore_errors=True)
        except BaseException:  # a signal came just now; the next one is ignored
            shutil.rmtree(folder, ignore_errors=True)
            raise


def read_manifest(out: Path) -> dict[str, dict]:
    """Return what each published report was made from; a damaged manifest counts as none."""
    return records.read(out)["reports"]


def is_current(out: Path, output: str, key: str, manifest: dict[str, dict]) -> bool:
    """Tell whether a PDF and its page stand there unharmed and made from the same inputs."""
    entry = manifest.get(output)
    return bool(entry) and entry["key"] == key and _is_whole(out, output, entry)


def _is_whole(out: Path, output: str, entry: dict) -> bool:
    whole = digest(out / output) == entry["sha256"]
    return whole and digest(out / page_of(output)) == entry.get("html_sha256")


def is_index_current(out: Path, checked: Collection[str]) -> bool:
    """Tell whether the index stands there unharmed and says nothing outdated of some reports."""
    manifest = records.read(out)
    said = set(manifest["failed"]).isdisjoint(checked)
    return said and digest(out / INDEX) == manifest["index_sha256"]


def publish(
    out: Path, staged: dict[str, Path], entries: dict[str, dict], folder: Path, **more
) -> None:
    """Put finished reports and the index in place, all or none, then the manifest.

    Parameters
    ----------
    out : path
    staged : dict
        Name of each PDF and of each page to the finished file in the staging folder.
    entries : dict
        Name of each PDF to its entry in the manifest.
    folder : path
        The staging folder.
    **more
        What else is known of the reports, as `records.joined` takes it.

    Raises
    ------
    ReportError
        If a file cannot be put in place: then all are as they were before.
    """
    from .pages.front_page import index

    for output, entry in entries.items():
        _check_whole(staged[output], entry["sha256"], output)
        _check_whole(staged[page_of(output)], entry["html_sha256"], page_of(output))
    before = records.read(out)
    before["reports"] = {
        output: entry
        for output, entry in before["reports"].items()
        if output not in entries and _is_whole(out, output, entry)
    }
    before["failed"] = [output for output in before["failed"] if _is_told(out, output, before)]
    manifest = records.joined(before, entries, **more)
    page = index(manifest)
    manifest = {"index_sha256": inputs.sha256(page), **manifest}
    write(folder / INDEX, page, ReportError)
    write(folder / MANIFEST, records.text(manifest), ReportError)  # a full disk shows here
    moves = [
        *((file, out / output) for output, file in staged.items()),
        *((folder / name, out / name) for name in (INDEX, MANIFEST)),
    ]
    _move(moves, folder)


def _is_told(out: Path, output: str, manifest: dict) -> bool:
    """Tell whether an old failure still concerns anyone: a report stands there, or the reason."""
    return output in manifest["reports"] or os.path.isfile(_failure(out, output, ".txt"))


def _move(moves: list[tuple[Path, Path]], folder: Path) -> None:
    """Put files in place in order; whatever stops it, put back what stood there before."""
    before = folder / "before"
    before.mkdir(exist_ok=True)
    stood = [files.keep(target, before / str(n)) for n, (_, target) in enumerate(moves)]
    reached = 0
    try:
        for reached, (source, target) in enumerate(moves, start=1):
            if reached == len(moves):  # all is on disk before the manifest says so
                files.sync({target.parent for _, target in moves})
            files.replace(source, target)
        files.sync({moves[-1][1].parent})
    except BaseException:
        for n, (_, target) in reversed(list(enumerate(moves[:reached]))):
            _restore(before / str(n), target, stood[n])
        raise


def _restore(old: Path, target: Path, stood: bool) -> None:
    with contextlib.suppress(OSError, ReportError):
        if stood:
            files.replace(old, target)
        else:
            target.unlink(missing_ok=True)


def _check_whole(file: Path, sha256: str, output: str) -> None:
    kind = file.suffix.lstrip(".").upper()
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ReportError(f"{output}: its finished {kind} is gone: {error.strerror}.") from None
    if inputs.sha256(content) != sha256 or not content.startswith(_BEGINS[file.suffix]):
        raise ReportError(
            f"{output}: its finished {kind} was damaged before it could be published."
        )


def keep_failure(out: Path, output: str, reason: str, executed: Path) -> Path | None:
    """Keep why a report failed, and the notebook as far as it ran, outside the published.

    Returns
    -------
    path or None
        The file with the reason; None if it could not be kept (a full disk).
    """
    place = _failure(out, output, ".txt")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write(place, f"{reason}\n".encode(), ReportError)
        if executed.is_file():
            write(_failure(out, output, ".ipynb"), executed.read_bytes(), ReportError)
    except (OSError, ReportError):
        return None
    return place


def _failure(out: Path, output: str, suffix: str) -> Path:
    """Return where something of a failed report is kept."""
    return (out / "failed" / output).with_suffix(suffix)


def forget_failure(out: Path, output: str) -> None:
    """Remove what an earlier failure of a report left."""
    for suffix in (".txt", ".ipynb"):
        with contextlib.suppress(OSError):
            _failure(out, output, suffix).unlink(missing_ok=True)


def digest(file: Path) -> str:
    """Return the SHA-256 of a published file, empty if it cannot be read."""
    try:
        return inputs.sha256(file.read_bytes())
    except (OSError, ValueError):
        return ""
