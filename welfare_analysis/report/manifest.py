"""Manifest: what every published report was made from, and whether it still stands there."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..files import bytes_of
from . import inputs, slices
from .plan import folder_of, page_of

if TYPE_CHECKING:
    from .pool import Ending

MANIFEST, INDEX = "manifest.json", "index.html"
_TEXTS = ("version", "revision", "date", "made_with")


def read(out: Path) -> dict:
    """Return the manifest of an output directory; a damaged one counts as none.

    Returns
    -------
    dict
        ``reports``: an entry for each PDF; ``failed``: PDFs whose latest build failed; ``data``:
        the latest data that anything was built from; ``index_sha256``.
    """
    content: object = None
    with contextlib.suppress(OSError, ValueError, RecursionError):
        found = json.loads(bytes_of(out / MANIFEST))
        json.dumps(found, ensure_ascii=False).encode()  # half a letter could not be written again
        content = found
    content = content if isinstance(content, dict) else {}
    entries, failed, data = content.get("reports"), content.get("failed"), content.get("data")
    index = content.get("index_sha256")
    return {
        "index_sha256": index if isinstance(index, str) else "",
        "data": _texts(data) if isinstance(data, dict) else {},
        "failed": [name for name in failed if _is_output(name)] if isinstance(failed, list) else [],
        "reports": {
            output: entry
            for output, entry in (entries.items() if isinstance(entries, dict) else ())
            if _is_output(output) and _is_entry(entry)
        },
    }


def reports(out: Path) -> dict[str, dict]:
    """Return what each published report was made from, by its PDF."""
    return read(out)["reports"]


def _texts(data: dict) -> dict:
    return {name: data[name] for name in _TEXTS if isinstance(data.get(name), str)}


def _is_output(name: object) -> bool:
    return _is_inside(name) and PurePosixPath(name).suffix == ".pdf"


def _is_inside(name: object) -> bool:
    if not isinstance(name, str):
        return False
    return name.isprintable() and not name.startswith("/") and ".." not in name.split("/")


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(name), str) for name in ("key", "sha256")
    )


def is_current(out: Path, output: str, key: str, known: dict[str, dict]) -> bool:
    """Tell whether a PDF and its page stand there unharmed and made from the same inputs."""
    entry = known.get(output)
    return bool(entry) and entry["key"] == key and is_whole(out, output, entry)


def is_whole(out: Path, output: str, entry: dict) -> bool:
    """Tell whether a PDF, its page and what stands beside it are as they were published."""
    own = {output: entry["sha256"], page_of(output): entry.get("html_sha256")}
    return all(
        sha256 and digest(os.path.join(out, name)) == sha256
        for name, sha256 in {**own, **beside(output, entry)}.items()
    )


def beside(output: str, entry: dict) -> dict[str, str]:
    """Return the hashes of the files beside a report's page, by their names."""
    files, folder = entry.get("files"), folder_of(output)
    return {
        name: sha256
        for name, sha256 in (files.items() if isinstance(files, dict) else ())
        if _is_inside(name) and name.rpartition("/")[0] == folder and isinstance(sha256, str)
    }


def is_index_current(out: Path, checked: Collection[str]) -> bool:
    """Tell whether the index stands there unharmed and says nothing outdated of some reports."""
    known = read(out)
    said = set(known["failed"]).isdisjoint(checked)
    return said and digest(out / INDEX) == known["index_sha256"]


def digest(file: str | os.PathLike) -> str:
    """Return the SHA-256 of a published file, empty if it cannot be read."""
    try:
        return inputs.sha256(bytes_of(file))
    except (OSError, ValueError):
        return ""


def text(manifest: dict) -> bytes:
    """Return a manifest as the bytes of its file."""
    reports = dict(sorted(manifest["reports"].items()))
    content = {"version": 2, **manifest, "reports": reports}
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def state(data: slices.Data, facts: dict) -> dict:
    """Return what a build is made with, whichever reports it makes."""
    made_with = {
        "data": data.whole,
        "package": inputs.package(),
        "typesetting": inputs.typesetting(),
        "versions": inputs.versions(),
    }
    named = {name: facts[name] for name in ("version", "revision", "date")}
    return {**named, "made_with": inputs.key(made_with)}


def entry(outcome: Ending, files: Mapping[str, Path], data: slices.Data, facts: dict) -> dict:
    """Return the account of one report; no times, so that equal builds are equal."""
    job = outcome.job
    told = facts.get("unrecorded", ())
    made_from = job.parts(data.slice(outcome.reads), data.audit(outcome.reads), told)
    area = job.parameters.get("area")
    names = facts.get("places", {}).get(area) if isinstance(area, str) else None
    return {
        "sha256": outcome.sha256,
        "html_sha256": outcome.page_sha256,
        "files": {
            name: digest(file) for name, file in files.items() if name not in (job.output, job.page)
        },
        "key": inputs.key(made_from),
        "report": job.report,
        "language": job.language,
        "title": outcome.title,
        "finding": outcome.finding,
        "theme": job.theme,
        "theme_named": facts.get("themes", {}).get(job.theme),
        "place": names and {"area": area, **names},
        "bytes": {
            kind: (outcome.folder / f"report.{kind}").stat().st_size for kind in ("pdf", "html")
        },
        "notebook": job.notebook,
        "inputs": made_from,
        "reads": outcome.reads,
        "data_version": facts["version"],
        "data_revision": facts["revision"],
        "data_date": facts["date"],
    }


def joined(
    before: dict,
    entries: dict[str, dict],
    *,
    checked: Collection[str] = (),
    failed: Collection[str] = (),
    whole: str = "",
    now: dict | None = None,
) -> dict:
    """Return the manifest after a build, without the hash of the index.

    Parameters
    ----------
    before : dict
        The manifest as it was, only with reports that stand there unharmed.
    entries : dict
        Of the reports made.
    checked, failed : collection of str
        PDFs found to be current, and those that could not be made.
    whole : str
        The hash of the data that these are current with, if that is news.
    now : dict, optional
        What `state` returns; nothing was made without it.
    """
    reports = {**before["reports"], **entries}
    for output in {*entries, *checked} & reports.keys():
        found = {"data": whole, "checked": now and now["made_with"]}
        reports[output] = {**reports[output], **{name: one for name, one in found.items() if one}}
    still = set(before["failed"]) - {*entries, *checked}
    return {
        "data": now or before["data"],
        "failed": sorted(still | set(failed)),
        "reports": reports,
    }
