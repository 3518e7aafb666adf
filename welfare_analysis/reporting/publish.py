"""Publish: a lock for one build at a time, a staging folder, and a manifest written last."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..errors import BuildLocked
from . import files, inputs

_STAGING = ".staging-"
_MANIFEST = "manifest.json"


@contextlib.contextmanager
def lock(out: Path) -> Iterator[None]:
    """Hold the output directory for one build; the system frees it however the build ends.

    Raises
    ------
    BuildLocked
        Saying who holds it.
    """
    file = out / ".lock"
    with open(file, "a+", encoding="utf-8") as stream:
        if not _try_lock(stream):
            stream.seek(0)
            holder = stream.read().strip() or "another process"
            raise BuildLocked(f"Another build is writing to {out}: {holder}. Try again later.")
        stream.seek(0)
        stream.truncate()
        stream.write(f"process {os.getpid()} on {_host()}\n")
        stream.flush()
        yield


def _host() -> str:
    import platform

    return platform.node() or "this machine"


def _try_lock(stream) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Give a folder on the output's own file system; clear what dead builds left there."""
    for left in out.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_STAGING, dir=out))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def read_manifest(out: Path) -> dict[str, dict]:
    """Return what each published PDF was made from; a damaged manifest counts as none."""
    try:
        content = json.loads((out / _MANIFEST).read_text(encoding="utf-8"))
        reports = content["reports"]
        return {
            str(output): entry
            for output, entry in reports.items()
            if isinstance(entry, dict) and {"key", "sha256"} <= entry.keys()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def is_current(out: Path, output: str, key: str, manifest: dict[str, dict]) -> bool:
    """Tell whether a PDF stands there unharmed and made from the same inputs."""
    entry = manifest.get(output)
    return bool(entry) and entry["key"] == key and _sha256(out / output) == entry["sha256"]


def publish(out: Path, staged: dict[str, Path], entries: dict[str, dict], folder: Path) -> None:
    """Put finished PDFs in place one by one, then the manifest that vouches for them.

    Parameters
    ----------
    out : path
    staged : dict
        Output name to the finished file in the staging folder.
    entries : dict
        Output name to its manifest entry.
    folder : path
        The staging folder.
    """
    kept = {
        output: entry
        for output, entry in read_manifest(out).items()
        if output not in entries and _sha256(out / output) == entry["sha256"]
    }
    reports = dict(sorted({**kept, **entries}.items()))
    text = json.dumps({"version": 1, "reports": reports}, ensure_ascii=False, indent=2)
    files.write(folder / _MANIFEST, f"{text}\n".encode())  # a full disk shows here, not below
    for output, file in staged.items():
        files.replace(file, out / output)
    files.replace(folder / _MANIFEST, out / _MANIFEST)


def keep_failure(out: Path, output: str, reason: str, executed: Path) -> Path:
    """Keep why a report failed, and the notebook as far as it ran, outside the published."""
    place = (out / "failed" / output).with_suffix("")
    place.parent.mkdir(parents=True, exist_ok=True)
    files.write(place.with_name(place.name + ".txt"), f"{reason}\n".encode())
    if executed.is_file():
        shutil.copyfile(executed, place.with_name(place.name + ".ipynb"))
    return place.with_name(place.name + ".txt")


def forget_failure(out: Path, output: str) -> None:
    """Remove what an earlier failure of a report left."""
    place = (out / "failed" / output).with_suffix("")
    for suffix in (".txt", ".ipynb"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)


def _sha256(file: Path) -> str:
    try:
        return inputs.sha256(file.read_bytes())
    except OSError:
        return ""
