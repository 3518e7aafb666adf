"""Worker: makes one report in a process of its own, from a job file to a PDF and a page.

``python -m welfare_analysis.report.worker FOLDER ENGINE`` reads ``FOLDER/job.json`` and leaves
``report.pdf``, ``report.html`` and ``result.json`` there.  It ends at once, with all it started,
when its standard input is closed: a build that dies, however it dies, leaves nothing running.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from ..data import dependencies
from ..errors import ReportError, WelfareError
from ..files import write
from . import inputs, reading, run, scratch, typeset
from .pages.page import page


def perform(job: dict, folder: Path, execute: Callable[..., dict]) -> dict:
    """Run, read and typeset one report; return the rest of its `Ending`.

    Parameters
    ----------
    job : dict
        ``source``, ``parameters``, ``language``, ``timeout`` and ``facts``.
    folder : path
        Takes what `execute` keeps, ``report.pdf`` and ``report.html``.
    execute : callable
        `run.execute` for a kernel of its own, `run.execute_here` for this process.
    """
    noted = folder / "reads"
    os.environ[dependencies.VARIABLE] = str(noted)
    notebook = execute(job["source"], job["parameters"], folder, job["timeout"])
    model = reading.read(notebook, job["language"])
    pdf = typeset.typeset(model, job["facts"], job["language"])
    write(folder / "report.pdf", pdf, ReportError)
    html = page(model, job["facts"], job["language"])
    write(folder / "report.html", html, ReportError)
    return {
        "reason": None,
        "sha256": inputs.sha256(pdf),
        "page_sha256": inputs.sha256(html),
        "title": model["title"],
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
    if isinstance(error, MemoryError):
        return "after its last cell: the memory it may use was not enough."
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"after its last cell: an error of welfare-analysis itself ({said}). "
        "Please report it with what is kept beside this reason."
    )


def leave(make: Callable[[], int]) -> None:
    """End this process with a code, past all that Python does at its end.

    A thread that waits on standard input, or one that a cell started, would disturb that, and
    the result is on disk by now.
    """
    code = 1
    try:
        code = make()
    except WelfareError as error:
        print(error, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(code)


def redirect(target: int, source: int) -> None:
    """Put an open file in the place of another, such as a standard stream."""
    os.dup2(source, target)
    os.close(source)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    for child in _children():
        with contextlib.suppress(OSError):
            os.killpg(child, signal.SIGKILL)
    own = Path.cwd().parent
    if own.name.startswith(scratch.PREFIX):
        scratch.clear(own)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)  # what cells started in this process, and itself
    os._exit(128 + signal.SIGTERM)


def _children() -> list[int]:
    """List the processes this one started, where the system tells."""
    try:
        tasks = Path(f"/proc/{os.getpid()}/task").iterdir()
        return [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
    except OSError:
        return []


if __name__ == "__main__":
    threading.Thread(target=_end_with_parent, daemon=True).start()
    execute = {"spawned": run.execute_here, "kernel": run.execute}[sys.argv[2]]
    leave(lambda: main(Path(sys.argv[1]), execute))
