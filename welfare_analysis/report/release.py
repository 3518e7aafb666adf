"""Release: data and built reports as one archive with checksums, the same bytes for the same."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .. import __version__
from ..codes import LANGUAGES
from ..data import package
from ..errors import UsageError
from ..files import SUMS, write, zipped
from . import manifest
from .inputs import sha256
from .joblist import jobs_of
from .plan import page_of

_LEGAL = ("CITATION.cff", "LICENSE", "LICENSE-DATA", "CHANGELOG.md")


def release(data: Path, reports: Path, root: Path, out: Path) -> Path:
    """Write the archive and, beside it, its SHA-256.

    Parameters
    ----------
    data, reports : Path
        Folders of the data package and of the built reports.
    root : Path
        Folder with ``reports/reports.yml``, which says what there must be, the licences and
        ``CITATION.cff``.
    out : Path
        Folder of the archive, which is made.

    Returns
    -------
    Path
        The archive, named by the versions of the package and the data.

    Raises
    ------
    UsageError
        If reports are missing, damaged, or made from other data; nothing is written then.
    """
    raw = package.read(data)
    jobs = jobs_of((), LANGUAGES, {}, data, root / "reports" / "reports.yml")
    listed = [job.output for job in jobs]
    files = dict([*_data(data), *_reports(reports, raw.revision, listed)])
    files |= {name: (root / name).read_bytes() for name in _LEGAL if (root / name).is_file()}
    sums = "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files))
    name = f"welfare-analysis-{__version__}-data-{raw.version}-{raw.revision}"
    created = datetime.date.fromisoformat(raw.descriptor["created"][:10])
    files[SUMS] = sums.encode()
    content = zipped({f"{name}/{one}": files[one] for one in sorted(files)}, day=created)
    archive = out / f"{name}.zip"
    out.mkdir(parents=True, exist_ok=True)
    write(archive, content)
    write(out / f"{name}.zip.sha256", f"{sha256(content)}  {archive.name}\n".encode())
    return archive


def _data(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the tables with their description, as the package names them, and its guides."""
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8-sig"))
    tables = [one["path"] for one in described["resources"]]
    guides = [one.name for one in folder.glob("*.md")]
    for name in ["datapackage.json", *tables, *guides]:
        yield f"data/{name}", package.content(folder, name)


def _reports(folder: Path, revision: str, listed: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield every report with its page and the files beside it, the index and the manifest.

    What does not hold is refused.
    """
    known = manifest.read(folder)
    built = known["reports"]
    outdated = [one for one, entry in built.items() if entry.get("data_revision") != revision]
    harmed = [one for one, entry in built.items() if not manifest.is_whole(folder, one, entry)]
    if manifest.digest(folder / manifest.INDEX) != known["index_sha256"]:
        harmed.append(manifest.INDEX)
    for wrong, said in (
        (["any"] if not built else [], "no report is built in"),
        ([one for one in listed if one not in built], "{} of reports.yml is not built in"),
        (known["failed"], "the latest build failed for {} in"),
        (outdated, "{} was not made from these data in"),
        (harmed, "{} is not as it was built in"),
    ):
        if wrong:
            raise UsageError(
                f"No release: {said.format(wrong[0])} {folder}; run make reports "
                "(welfare-analysis build --force, if that finds nothing to do), then again."
            )
    names = [
        name
        for output, entry in built.items()
        for name in (output, page_of(output), *manifest.beside(output, entry))
    ]
    for name in (*names, manifest.INDEX, manifest.MANIFEST):
        yield f"reports/{PurePosixPath(name)}", (folder / name).read_bytes()
