"""Cell log: how far a notebook came, readable even if its process died in the middle of a cell.

One line of JSON for the notebook, one when a cell starts, one with its outputs when it ends.
Appending costs the same for every cell, where saving the whole notebook again would not.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

NAME = "cell_log"
_DONE = b'{"done": true}\n'
_MARK = "done"
_MOST = 50_000_000  # bytes of what one cell showed


class CellLog:
    """Write down the run of one notebook.

    Parameters
    ----------
    folder : path
        Takes the file ``cell_log``.
    """

    def __init__(self, folder: Path):
        # Unbuffered: what was written survives whatever a cell does to this process.
        self._file = open(folder / NAME, "wb", buffering=0)  # noqa: SIM115

    def begin(self, notebook) -> None:
        """Write down the notebook with its parameters, before any cell has run."""
        self._write(_line(notebook))

    def start(self, index: int) -> None:
        """Write down that a cell is about to run."""
        self._write(_line({"start": index}))

    def end(self, index: int, cell) -> None:
        """Write down what a cell gave, or that it is more than who reads it has memory for.

        A report without it would be half a report, so that it is an error of the cell.
        """
        content = {"end": index, "outputs": cell.outputs, "execution_count": cell.execution_count}
        line = _line(content)
        if len(line) > _MOST:
            said = f"{len(line) // 1_000_000:,} MB, of which none are kept"
            error = {"output_type": "error", "ename": "It showed", "evalue": said, "traceback": []}
            own = [one for one in cell.outputs if one["output_type"] == "error"]  # told first
            few = [one for one in own if len(_line(one)) < _MOST]
            line = _line(content | {"outputs": [*few, error]})
        self._write(line)

    def again(self, cells) -> None:
        """Write down once more what cells gave: a later cell changed what one displays."""
        for index, cell in enumerate(cells):
            if cell.cell_type == "code":
                self.end(index, cell)

    def done(self) -> None:
        """Write down that every cell has run; what follows is typesetting."""
        self._file.write(_DONE)
        self._file.close()

    def _write(self, line: bytes) -> None:
        left = memoryview(line)
        while left:  # a raw file may take less than it is given
            left = left[self._file.write(left) :]


def _line(content) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def is_begun(folder: Path) -> bool:
    """Tell whether the cells of a job have begun to run."""
    return (folder / NAME).is_file()


def mark_done(folder: Path) -> None:
    """Write down that every cell has run, where papermill has kept the notebook itself."""
    (folder / _MARK).touch()


def is_done(folder: Path) -> bool:
    """Tell whether the cells of a job have all run."""
    if (folder / _MARK).is_file():
        return True
    try:
        with open(folder / NAME, "rb") as file:
            file.seek(-len(_DONE), os.SEEK_END)
            return file.read() == _DONE
    except OSError:
        return False


def read(folder: Path) -> tuple[dict, int | None] | None:
    """Return a notebook as far as it ran, and the cell then running.

    Returns
    -------
    (dict, int or None) or None
        None without a log, or if not even the notebook was written.
    """
    notebook, current = None, None
    try:
        with open(folder / NAME, "rb") as file:
            for line in file:
                content = json.loads(line)
                if notebook is None:
                    if "cells" not in content:  # papermill stopped before it had begun
                        break
                    notebook = content
                elif "start" in content:
                    current = content["start"]
                elif "end" in content:
                    cell = notebook["cells"][content["end"]]
                    cell["outputs"] = content["outputs"]
                    cell["execution_count"] = content["execution_count"]
                    current = None
    except (OSError, ValueError):  # no log, or its last line was cut short
        pass
    return None if notebook is None else (notebook, current)
