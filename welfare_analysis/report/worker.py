"""Worker: makes one report in a process of its own, from a job file to a PDF and a page.

It reads ``job.json`` in a folder and leaves ``report.pdf``, ``report.html``, the files beside the
page as ``report.zip``, and ``result.json`` there.  A `watcher` ends it, with all it started, when
nobody waits for it any more.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path

from ..data import dependencies
from ..errors import ReportError, WelfareError, is_of_memory
from ..files import write
from . import extras, inputs, reading, run, tongues, typeset
from .pages.page import page


def perform(job: dict, folder: Path, execute: Callable[..., dict]) -> dict:
    """Run, read and typeset one report; return the rest of its `Ending`.

    Parameters
    ----------
    job : dict
        ``source``, ``parameters``, ``language``, ``timeout``, ``facts`` and ``data``, the folder
        of the data package that the notebook reads.
    folder : path
        Takes what `execute` keeps, ``report.pdf``, ``report.html`` and ``report.zip``.
    execute : callable
        `run.execute` for a kernel of its own, `run.execute_here` for this process.
    """
    noted = folder / "reads"
    os.environ[dependencies.VARIABLE] = str(noted)
    os.environ["WELFARE_ANALYSIS_DATA"] = job["data"]
    dependencies.of(Path(job["data"]))  # sees also what a cell opens before it loads the data
    notebook = execute(job["source"], job["parameters"], folder, job["timeout"])
    places = job["facts"].get("places", {})
    model = tongues.marked(reading.read(notebook, job["language"]), job["language"], places)
    pdf = typeset.typeset(model, job["facts"], job["language"])
    write(folder / "report.pdf", pdf, ReportError)
    html, files = page(model, job["facts"], job["language"])
    write(folder / "report.html", html, ReportError)
    archive = extras.packed(files)
    write(folder / extras.ARCHIVE, archive, ReportError)
    return {
        "reason": None,
        "sha256": inputs.sha256(pdf),
        "page_sha256": inputs.sha256(html),
        "files_sha256": inputs.sha256(archive),
        "title": model["title"],
        "finding": model["finding"],
        "warnings": model["warnings"],
        "reads": dependencies.collected(noted),
    }


def main(folder: Path, execute: Callable[..., dict] = run.execute_here) -> int:
    """Perform the job of a folder and write its result, good or bad."""
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    try:
        result = perform(job, folder, execute)
    except (WelfareError, OSError) as error:
        result = {"reason": str(error)}
    except Exception as error:  # ours, or memory: told like a failing cell, with where it arose
        result = {"reason": _bug(error), "details": traceback.format_exc()}
    write(folder / "result.json", json.dumps(result, ensure_ascii=False).encode(), ReportError)
    return 0


def _bug(error: Exception) -> str:
    if is_of_memory(error):
        return "after its last cell: the memory it may use was not enough."
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"after its last cell: an error of welfare-analysis itself ({said}). "
        "Please report it with what is kept beside this reason."
    )
