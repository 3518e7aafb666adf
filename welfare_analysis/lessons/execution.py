"""Execution: a lesson's notebook run from top to bottom in a process of its own.

``python -m welfare_analysis.lessons.execution FOLDER`` runs the notebook in ``FOLDER/job.json``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from ..errors import ReportError, WelfareError
from ..report import run
from ..report.environment import prepare

_LONGEST = 300  # seconds


def execute(notebook: dict, language: str, data: Path, seed: int = 0) -> dict:
    """Run a lesson in a language and return the notebook with its outputs.

    Parameters
    ----------
    notebook : dict
    language : {"vi", "en"}
    data : path
        The data package that the lesson reads.
    seed : int
        Draws the figures of exercises that can be set on several.

    Raises
    ------
    ReportError
        Naming the cell that failed.
    """
    with tempfile.TemporaryDirectory(prefix="wa-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch) / "lesson"
        folder.mkdir()
        job = {"source": json.dumps(notebook), "parameters": {"language": language, "seed": seed}}
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        # An instructor's copy is read on a screen.
        log = _run(folder, prepare(Path(scratch), data) | {"WELFARE_ANALYSIS_PRINT": ""})
        result = folder / "result.json"
        if not result.is_file():
            raise ReportError(f"The lesson's process ended without a result: {log[-500:]}")
        found = json.loads(result.read_text(encoding="utf-8"))
    if "reason" in found:
        raise ReportError(found["reason"])
    return found


def _run(folder: Path, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", f"{__package__}.execution", str(folder)]
    try:
        ended = subprocess.run(
            command,
            env=environment,
            cwd=folder.parent / "work",
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReportError(f"The lesson was still running after {_LONGEST} seconds.") from None
    return ended.stderr.decode("utf-8", errors="replace").strip()


def main(folder: Path) -> None:
    """Run the lesson of a folder and write its result, good or bad."""
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    try:
        result = run.execute_here(job["source"], job["parameters"], folder, _LONGEST)
    except (WelfareError, OSError) as error:
        result = {"reason": str(error)}
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
