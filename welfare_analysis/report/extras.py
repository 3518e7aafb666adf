"""Extras: the files that stand beside a page, which travel from where it was made as one.

They come back by name, and whoever can reach a Dask scheduler can be a worker: nothing but plain
files of the report's own folder is taken out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ..errors import ReportError
from ..files import write, zipped
from . import inputs
from .plan import folder_of

ARCHIVE = "report.zip"
_FILE = re.compile(r"[^/\\\x00-\x1f.][^/\\\x00-\x1f]*\.(?:csv|json|svg|png)")


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return one file that holds others; the same bytes for the same files."""
    return zipped(dict(sorted(files.items())), stored=("",))  # all of it, whatever zlib there is


def unpacked(archive: Path, output: str, sha256: str) -> dict[str, Path]:
    """Take the files out of an archive into its folder.

    Parameters
    ----------
    archive : path
    output : str
        The PDF of the report.
    sha256 : str
        Of the archive; empty if there is none.

    Returns
    -------
    dict
        Path of each file in the output directory to where it now stands.

    Raises
    ------
    ReportError
        If it was damaged, or holds anything but plain files of the report's own folder.
    """
    if not sha256:
        return {}
    folder, own = archive.parent / "beside", folder_of(output)
    folder.mkdir(exist_ok=True)
    found: dict[str, Path] = {}
    try:
        if inputs.sha256(archive.read_bytes()) != sha256:
            raise ReportError(f"{output}: its files were damaged before they could be published.")
        with zipfile.ZipFile(archive) as opened:
            for number, entry in enumerate(opened.infolist()):
                name = PurePosixPath(entry.filename).name
                expected = f"{PurePosixPath(own).name}/{name}"
                stored = entry.compress_type == zipfile.ZIP_STORED
                if not (stored and entry.filename == expected and _FILE.fullmatch(name)):
                    raise ReportError(f"{output}: {entry.filename!r} is no file of its folder.")
                found[f"{own}/{name}"] = folder / str(number)
                write(folder / str(number), opened.read(entry), ReportError)
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise ReportError(f"{output}: its files cannot be read: {error}.") from None
    return found
