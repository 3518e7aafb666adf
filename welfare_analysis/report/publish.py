"""Publish: a staging folder, finished reports put in place together, a manifest written last."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import ReportError
from ..files import keep, unwritten, write
from . import inputs, manifest, scratch
from .manifest import INDEX, MANIFEST
from .outputs import PROBE
from .plan import folder_of, page_of

_STAGING = ".staging-"
_MOST_KEPT = 200_000_000  # bytes of a notebook that failed
_BEGINS = {".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>"}


def clear(out: Path) -> None:
    """Remove what dead builds left; only whoever holds the lock may."""
    for pattern in (f"{_STAGING}*", f"{PROBE}*", f"*/{PROBE}*", "failed/**/.*.part"):
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
    except Exception:
        check_there(folder)  # what is wrong follows from that
        raise
    finally:
        try:
            shutil.rmtree(folder, ignore_errors=True)
        except BaseException:  # a signal came just now; the next one is ignored
            shutil.rmtree(folder, ignore_errors=True)
            raise


def check_there(staging: Path) -> None:
    """Raise an error that says so if the output directory was taken away meanwhile."""
    if not staging.is_dir():
        raise ReportError(
            f"The output directory {staging.parent} was moved or removed during the build: nothing "
            "was published there. Run the build again."
        )


def publish(
    out: Path, staged: dict[str, Path], entries: dict[str, dict], folder: Path, **more
) -> None:
    """Put finished reports and the index in place, all or none, then the manifest.

    Parameters
    ----------
    out : path
    staged : dict
        Name of each PDF, each page and each file beside one to the finished file in the staging
        folder.
    entries : dict
        Name of each PDF to its entry in the manifest.
    folder : path
        The staging folder.
    **more
        What else is known of the reports, as `manifest.joined` takes it.

    Raises
    ------
    ReportError
        If a file cannot be put in place: then all are as they were before.
    """
    from .pages.front_page import index

    for output, entry in entries.items():
        _check_whole(staged[output], entry["sha256"], output)
        _check_whole(staged[page_of(output)], entry["html_sha256"], page_of(output))
    before = manifest.read(out)
    old = [
        name
        for output in entries
        for name in manifest.beside(output, before["reports"].get(output, {}))
        if name not in staged
    ]
    before["reports"] = {
        output: entry
        for output, entry in before["reports"].items()
        if output not in entries and manifest.is_whole(out, output, entry)
    }
    before["failed"] = [output for output in before["failed"] if _is_told(out, output, before)]
    after = manifest.joined(before, entries, **more)
    staged = staged | _linked(out, staged, after, folder)
    page = index(after)
    after = {"index_sha256": inputs.sha256(page), **after}
    write(folder / INDEX, page, ReportError)
    write(folder / MANIFEST, manifest.text(after), ReportError)  # a full disk shows here
    moves = [
        *((file, out / output) for output, file in staged.items()),
        *((folder / name, out / name) for name in (INDEX, MANIFEST)),
    ]
    _move(moves, folder)
    for name in old:
        with contextlib.suppress(OSError):
            (out / name).unlink(missing_ok=True)
    for output in entries:
        with contextlib.suppress(OSError):  # unless it holds something
            (out / folder_of(output)).rmdir()


def _linked(out: Path, staged: dict[str, Path], after: dict, folder: Path) -> dict[str, Path]:
    """Fill in the ways between pages; return the pages that change, and note it of them."""
    from .pages.navigation import linked

    changed = {}
    for number, (output, entry) in enumerate(after["reports"].items()):
        name = page_of(output)
        page = staged.get(name, out / name).read_text(encoding="utf-8")
        made = linked(page, output, after)
        if made != page:
            content = made.encode()
            changed[name] = folder / f"linked-{number}.html"
            write(changed[name], content, ReportError)
            sizes = {**(entry.get("bytes") or {}), "html": len(content)}
            after["reports"][output] = {
                **entry,
                "html_sha256": inputs.sha256(content),
                "bytes": sizes,
            }
    return changed


def _is_told(out: Path, output: str, before: dict) -> bool:
    """Tell whether an old failure still concerns anyone: a report stands there, or the reason."""
    return output in before["reports"] or os.path.isfile(_failure(out, output, ".txt"))


def _move(moves: list[tuple[Path, Path]], folder: Path) -> None:
    """Put files in place in order; whatever stops it, put back what stood there before."""
    before = folder / "before"
    before.mkdir(exist_ok=True)
    stood = [keep(target, before / str(n), ReportError) for n, (_, target) in enumerate(moves)]
    reached = 0
    try:
        for reached, (source, target) in enumerate(moves, start=1):
            if reached == len(moves):  # all is on disk before the manifest says so
                _sync({target.parent for _, target in moves})
            _replace(source, target)
        _sync({moves[-1][1].parent})
    except BaseException:
        for n, (_, target) in reversed(list(enumerate(moves[:reached]))):
            _restore(before / str(n), target, stood[n])
        raise


def _replace(source: Path, target: Path) -> None:
    """Move a finished file to its place in one step."""
    try:
        target.parent.mkdir(exist_ok=True)  # of the files beside a page
        os.replace(source, target)
    except OSError as error:
        raise unwritten(target, error, ReportError) from None


def _sync(folders: Iterable[Path]) -> None:
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


def _restore(old: Path, target: Path, stood: bool) -> None:
    with contextlib.suppress(OSError, ReportError):
        if stood:
            _replace(old, target)
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
    place, notebook = (_failure(out, output, kind) for kind in (".txt", ".ipynb"))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        notebook.unlink(missing_ok=True)  # of an earlier failure
        size = executed.stat().st_size if executed.is_file() else 0
        if size > _MOST_KEPT:  # what a cell showed without end; this process would hold it
            reason += f"\nIts notebook is not kept: it has {size // 1_000_000:,} MB."
        elif size:
            write(notebook, executed.read_bytes(), ReportError)
        write(place, f"{reason}\n".encode(), ReportError)
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
