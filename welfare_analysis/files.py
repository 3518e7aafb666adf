"""Files: written whole and on disk before anyone sees them, or not at all; packed alike."""

from __future__ import annotations

import contextlib
import datetime
import errno
import hashlib
import io
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from .errors import UsageError, WelfareError
from .texts import Said

SUMS = "SHA256SUMS"
_FIRST = datetime.date(1980, 1, 1)  # day that an archive knows


def write(path: str | os.PathLike, content: bytes, kind: type[WelfareError] = UsageError) -> None:
    """Write a file at once: until the new one is whole and on disk, the old one stands.

    Parameters
    ----------
    path : path
        In a folder that exists.  A link stays a link, and an old file's mode is kept.
    content : bytes
    kind : type of WelfareError
        What to raise, naming path and free space, if the system refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "figures.csv"
    ...     write(file, b"11.8")
    ...     file.read_bytes()
    b'11.8'
    """
    with staged({Path(path): content}, kind):
        pass


@contextlib.contextmanager
def staged(contents: Mapping[Path, bytes], kind: type[WelfareError] = UsageError) -> Iterator[None]:
    """Write files beside their places; each is moved there once all are whole and the block ends.

    Should the machine stop between two of the moves, every file is whole, old or new.
    """
    ready = []
    try:
        for path, content in contents.items():
            place = Path(os.path.realpath(path))
            beside = place.with_name(f".{secrets.token_hex(8)}.part")
            ready.append((beside, place))
            with _named(path, kind):
                _write_new(beside, content)
                if place.exists():
                    shutil.copymode(place, beside)
        yield
        for (beside, place), path in zip(ready, contents, strict=True):
            with _named(path, kind):
                os.replace(beside, place)
    finally:
        for beside, _ in ready:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _write_new(file: Path, content: bytes) -> None:
    with open(file, "xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def bytes_of(path: str | os.PathLike) -> bytes:
    """Return what a file holds; a pipe or a device is refused, for it may never end.

    Examples
    --------
    >>> bytes_of(os.devnull)
    Traceback (most recent call last):
    OSError: [Errno 22] it is no file: '/dev/null'
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        mode = stat.S_IFREG  # opening it tells what is wrong
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "it is no file", os.fspath(path))
    with open(path, "rb") as file:
        return file.read()


def altered(folder: Path) -> list[str]:
    """Name the files that are not as the ``SHA256SUMS`` of their folder has them."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return [SUMS]
    listed = dict(zip(lines[1::2], lines[::2], strict=False))
    return [name for name, known in listed.items() if _sum(folder / name) != known]


def _sum(file: Path) -> str:
    try:
        return hashlib.sha256(bytes_of(file)).hexdigest()
    except OSError:
        return ""


def leads_out(file: Path, folder: Path) -> bool:
    """Tell whether a file of a folder is a link to somewhere outside of it."""
    return file.is_symlink() and not file.resolve().is_relative_to(folder.resolve())


def keep(source: Path, target: Path, kind: type[WelfareError] = UsageError) -> bool:
    """Give a file that may not exist a second name; tell whether it exists."""
    if not os.path.lexists(source):
        return False
    with _named(target, kind):
        try:
            os.link(source, target, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system without links
            shutil.copy2(source, target, follow_symlinks=False)
    return True


@contextlib.contextmanager
def _named(path: Path, kind: type[WelfareError]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritten(path, error, kind) from None


def unwritten(
    path: Path, error: OSError, kind: type[WelfareError] = UsageError, what: str = "written"
) -> WelfareError:
    """Return the error that names a path, what the system said of it, and the free space."""
    free = Said("free-unknown")
    for folder in path.absolute().parents:
        with contextlib.suppress(OSError):  # a staging folder may be gone by now
            free = Said("free-there", megabytes=round(shutil.disk_usage(folder).free / 1e6))
            break
    return kind(Said(f"not-{what}", path=path, reason=error.strerror or error, free=free))


def zipped(
    files: Mapping[str, bytes], stored: tuple[str, ...] = (), day: datetime.date = _FIRST
) -> bytes:
    """Pack files, in their order: the same files give the same bytes, by any clock, user or system.

    Parameters
    ----------
    files : mapping of str to bytes
        Content by path within the archive; what ends in ``.sh`` may be executed.
    stored : tuple of str
        Endings of what stays as it is, since it is packed already.
    day : date
        When they were made.

    Examples
    --------
    >>> import zipfile
    >>> archive = zipfile.ZipFile(io.BytesIO(zipped({"a/start.sh": b"exit"})))
    >>> archive.namelist(), archive.read("a/start.sh")
    (['a/start.sh'], b'exit')
    """
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # Unix, whose modes follow
            entry.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
            way = zipfile.ZIP_STORED if name.endswith(stored) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, way)
    return stream.getvalue()
