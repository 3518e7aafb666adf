"""Staleness: which reports a build would make again, and why."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import counted
from ..texts import seen
from . import inputs, manifest, slices
from .plan import Job

STALE = 3
_PARTS = {
    "format": "the manifest is of an older kind",
    "notebook": "the notebook changed",
    "language": "the language changed",
    "data": "the data it reads changed",
    "audit": "what the audit holds against its figures changed",
    "edited": "tables that it calls edited are recorded now",
    "package": "the welfare_analysis package changed",
    "typesetting": "the template or the fonts changed",
    "theme": "the theme it is listed under changed",
}


def reasons(out: Path, job: Job, parts: dict, entry: dict | None) -> list[str]:
    """Say why a report is to be made again; nothing if it is current.

    Parameters
    ----------
    out : path
        The output directory.
    job : Job
    parts : dict
        What its key is made of now.
    entry : dict or None
        What the manifest says of the PDF that stands there.
    """
    found = manifest.digest(out / job.output)
    if entry is None:
        return ["it is not in the manifest" if found else "it was never built"]
    said = _harmed("PDF", found, entry["sha256"])
    if "html_sha256" in entry:  # else the manifest is of an older kind, which is said below
        said += _harmed("HTML", manifest.digest(out / job.page), entry["html_sha256"])
    for name, sha256 in manifest.beside(job.output, entry).items():
        said += _harmed(os.path.basename(name), manifest.digest(os.path.join(out, name)), sha256)
    if entry["key"] != inputs.key(parts):
        said += _changes(entry.get("inputs"), parts)
    return said


def _harmed(kind: str, found: str, expected: str) -> list[str]:
    if not found:
        return [f"the {kind} is missing"]
    return [] if found == expected else [f"the {kind} was changed by something else"]


def _changes(before, now: dict) -> list[str]:
    if not isinstance(before, dict):
        return ["the manifest does not say what it was made from"]
    said = []
    for name, value in now.items():
        if before.get(name) == value:
            continue
        if name in ("parameters", "versions"):
            said += _named(name[:-1], before.get(name), value)
        else:
            said.append(_PARTS.get(name, f"{name} changed"))
    return said or ["what it was made from changed"]


def _named(kind: str, before, now: dict) -> list[str]:
    before = before if isinstance(before, dict) else {}
    return [
        f"{kind} {name}: {before.get(name, 'absent')!s} → {now.get(name, 'absent')!s}"
        for name in sorted({*before, *now})
        if before.get(name) != now.get(name)
    ]


def parts(planned: list[Job], data: slices.Data, known: dict[str, dict]) -> dict[str, dict]:
    """Return what the key of each report is made of now.

    The slice of the data is what the report read when it was last made.  Equal in all parts,
    it would run the same way and read the same again; so the old slice is enough to know.  The
    data are audited only where nothing but the answer can have changed.  That a table was edited
    since is no reason; that a report says so of one that is recorded by now is.
    """
    found = {}
    for job in planned:
        entry = known.get(job.output, {})
        reads, before = entry.get("reads"), entry.get("inputs")
        before = before if isinstance(before, dict) else {}
        reads = reads if isinstance(reads, dict) and before else None
        audit = before.get("audit", "") if reads else ""
        made_from = job.parts(data.slice(reads, entry), audit, _still(before.get("edited"), data))
        if reads and entry.get("data") != data.whole and entry["key"] == inputs.key(made_from):
            made_from["audit"] = data.audit(reads)
        found[job.output] = made_from
    return found


def _still(edited: object, data: slices.Data) -> list[str]:
    """Return which tables are edited still of those that a report calls so."""
    said = edited if isinstance(edited, list) else []
    return [one for one in data.edited if one in said] if said else []


def show(out: Path, planned: list[Job], parts: dict[str, dict], known: dict[str, dict]) -> int:
    """Print what a build would make and why; change nothing.

    Returns
    -------
    int
        0 if every report is current, 3 if not.
    """
    stale = 0
    for job in planned:
        said = reasons(out, job, parts[job.output], known.get(job.output))
        if said:
            stale += 1
            print(f"{job.output}: {seen('; '.join(said))}")
    if not stale and not manifest.is_index_current(out, [job.output for job in planned]):
        stale = 1
        print("index.html: it is missing or was changed by something else")
    print(f"{counted(len(planned), 'report')}, {stale} to build.")
    return STALE if stale else 0
