"""Records: the manifest, which says what every published report was made from."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from . import inputs

if TYPE_CHECKING:
    from .pool import Outcome

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
        content = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    content = content if isinstance(content, dict) else {}
    reports, failed, data = content.get("reports"), content.get("failed"), content.get("data")
    index = content.get("index_sha256")
    return {
        "index_sha256": index if isinstance(index, str) else "",
        "data": _texts(data) if isinstance(data, dict) else {},
        "failed": [name for name in failed if _is_output(name)] if isinstance(failed, list) else [],
        "reports": {
            output: entry
            for output, entry in (reports.items() if isinstance(reports, dict) else ())
            if _is_output(output) and _is_entry(entry)
        },
    }


def _texts(data: dict) -> dict:
    return {name: data[name] for name in _TEXTS if isinstance(data.get(name), str)}


def _is_output(name: object) -> bool:
    if not isinstance(name, str):
        return False
    path = PurePosixPath(name)
    plain = name.isprintable() and not path.is_absolute() and ".." not in path.parts
    return plain and path.suffix == ".pdf"


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(name), str) for name in ("key", "sha256")
    )


def text(manifest: dict) -> bytes:
    """Return a manifest as the bytes of its file."""
    reports = dict(sorted(manifest["reports"].items()))
    content = {"version": 2, **manifest, "reports": reports}
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def state(data: inputs.Data, facts: dict) -> dict:
    """Return what a build is made with, whichever reports it makes."""
    made_with = {
        "data": data.whole,
        "package": inputs.package(),
        "typesetting": inputs.typesetting(),
        "versions": inputs.versions(),
    }
    named = {name: facts[name] for name in ("version", "revision", "date")}
    return {**named, "made_with": inputs.key(made_with)}


def entry(outcome: Outcome, data: inputs.Data, facts: dict) -> dict:
    """Return the account of one report; no times, so that equal builds are equal."""
    job = outcome.job
    made_from = job.parts(data.slice(outcome.reads))
    area = job.parameters.get("area")
    return {
        "sha256": outcome.sha256,
        "html_sha256": outcome.page_sha256,
        "key": inputs.key(made_from),
        "report": job.report,
        "language": job.language,
        "title": outcome.title,
        "theme": job.theme,
        "place": facts.get("places", {}).get(area) if isinstance(area, str) else None,
        "bytes": {
            kind: (outcome.folder / f"report.{kind}").stat().st_size for kind in ("pdf", "html")
        },
        "notebook": job.notebook,
        "inputs": made_from,
        "data": data.whole,
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
    now : dict, optional
        What `state` returns; nothing was looked at without it.
    """
    reports = {**before["reports"], **entries}
    for output in {*entries, *checked} & reports.keys() if now else ():
        reports[output] = {**reports[output], "checked": now["made_with"]}
    still = set(before["failed"]) - {*entries, *checked}
    return {
        "data": now or before["data"],
        "failed": sorted(still | set(failed)),
        "reports": reports,
    }
