"""Run: one notebook through papermill, its completeness judged here and not by its metadata."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

from ..errors import ReportError
from . import cell_log
from .engine import ENGINE, InProcess
from .environment import KERNEL, lightly
from .exits import died, kills

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_MOST_LINES = 12
_LONGEST_SOCKET_FOLDER = 80  # a Unix socket's path may have about 100 bytes


def execute(
    source: str,
    parameters: dict,
    folder: Path,
    timeout: int,
) -> dict:
    """Execute a notebook with a kernel of its own and return it, complete.

    Parameters
    ----------
    source : str
        The notebook's JSON text.
    parameters : dict
        What papermill injects after the cell tagged ``parameters``.
    folder : path
        Where ``executed.ipynb`` is kept, after every cell, and ``cell``, the number of the cell
        now running.
    timeout : int
        Seconds for all cells together.

    Raises
    ------
    ReportError
        Naming the cell and quoting its source and its error.
    """
    with lightly():
        import papermill
        from nbclient.exceptions import CellTimeoutError, DeadKernelError

    notebook = _fresh(source)
    executed = folder / "executed.ipynb"
    kernel = _kernel()
    deadline, before = time.monotonic() + timeout, kills()

    def starts(cell, cell_index, **_) -> None:
        nonlocal process
        process = kernel.provisioner.process
        (folder / "cell").write_text(str(cell_index), encoding="ascii")

    failure, process = None, None
    try:
        papermill.execute_notebook(
            notebook,
            str(executed),
            parameters=parameters,
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            km=kernel,
            on_cell_execute=starts,
            coalesce_streams=True,
            timeout_func=lambda cell: max(deadline - time.monotonic(), 0.01),
        )
        cell_log.mark_done(folder)
    except CellTimeoutError as error:
        lost = "IOPub" in str(error)  # some of it, and the word that it was all
        failure = "it showed more than a kernel hands on" if lost else overrun(timeout)
    except DeadKernelError:
        failure = died(process.wait(), before)
    except Exception as error:  # whatever stops papermill, the cells themselves tell more
        failure = _first_line(f"{type(error).__name__}: {error}")
    finally:
        _end(kernel)
    return recover(folder, failure)


def execute_here(
    source: str,
    parameters: dict,
    folder: Path,
    timeout: int,
) -> dict:
    """Execute a notebook in this process, made for it alone, and return it, complete.

    Takes and gives what `execute` does, but keeps the file ``cell_log`` in the folder, from
    which `recover` tells what became of a process that ended early.  Who started the process
    watches its time.
    """
    with lightly():
        import papermill
        from papermill.engines import papermill_engines

    papermill_engines.register(ENGINE, InProcess)  # a checkout may not be installed
    log = cell_log.CellLog(folder)
    failure = None
    try:
        papermill.execute_notebook(
            _fresh(source),
            None,
            parameters=parameters,
            engine_name=ENGINE,
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            log=log,
        )
    except Exception as error:  # whatever stops papermill, the cells themselves tell more
        failure = _first_line(f"{type(error).__name__}: {error}")
    try:
        log.done()
    except OSError as error:  # a full disk, or a cell that closed the log
        failure = failure or str(error)
    return recover(folder, failure)


def recover(folder: Path, failure: str | None) -> dict:
    """Return the notebook that a process wrote down, if it is complete.

    Parameters
    ----------
    folder : path
        Where its cell log is, or what `execute` keeps.
    failure : str or None
        How the process or papermill ended, if badly.

    Raises
    ------
    ReportError
        Naming the cell, as `execute` does.
    """
    notebook, current = cell_log.read(folder) or _saved(folder) or (None, None)
    if notebook is None:
        raise ReportError(f"no cell was run to its end: {failure}.")
    return complete(notebook, failure, current)


def _saved(folder: Path) -> tuple[dict, int | None] | None:
    """Return a notebook as papermill saved it last, and the cell then running."""
    try:
        notebook = json.loads((folder / "executed.ipynb").read_text(encoding="utf-8"))
        cell = folder / "cell"
        return notebook, int(cell.read_text(encoding="ascii")) if cell.is_file() else None
    except (OSError, ValueError):  # never written, or cut short by a full disk
        return None


def overrun(timeout: int) -> str:
    """Say that a report's time is over."""
    return f"still running when the {timeout} seconds of this report were over"


def place(cells: list[dict], index: int) -> str:
    """Name a cell as its author counts: without the cell that papermill injected."""
    own = [cell for cell in cells[: index + 1] if not _injected(cell)]
    code = sum(cell["cell_type"] == "code" for cell in own)
    if _injected(cells[index]):
        return f"the injected parameters after cell {len(own)}"
    return f"cell {len(own)}, code cell In[{code}]"


def unrun(source: str) -> dict:
    """Read a notebook without the outputs of an earlier run, most of it, which papermill drops.

    Examples
    --------
    >>> unrun('{"cells": [{"source": "1", "outputs": [{"text": "1"}]}]}')
    {'cells': [{'source': '1', 'outputs': []}]}
    """
    notebook = json.loads(source)
    for cell in notebook.get("cells", ()):  # an older format has them elsewhere, and is converted
        if "outputs" in cell or cell.get("cell_type") == "code":
            cell["outputs"] = []
    return notebook


def _fresh(source: str):
    import nbformat

    return nbformat.from_dict(unrun(source))


def quote(cell: dict) -> str:
    """Return a cell's source, indented and not too long."""
    lines = "".join(cell["source"]).splitlines()
    shown = lines[:_MOST_LINES] + ["…"] * (len(lines) > _MOST_LINES)
    return "\n".join(f"    {line}" for line in shown)


def _kernel():
    """Prepare a kernel that talks through files of its own run, so that no port is fought for."""
    from jupyter_client import AsyncKernelManager

    folder = os.environ.get("JUPYTER_RUNTIME_DIR", "")
    if os.name != "posix" or not 0 < len(folder) <= _LONGEST_SOCKET_FOLDER:
        return AsyncKernelManager(kernel_name=KERNEL)
    file = os.path.join(folder, "kernel.json")
    return AsyncKernelManager(kernel_name=KERNEL, transport="ipc", connection_file=file)


def _injected(cell: dict) -> bool:
    return "injected-parameters" in cell.get("metadata", {}).get("tags", [])


def _end(kernel) -> None:
    """Kill the kernel's whole process group: everything it computed is already here."""
    from jupyter_core.utils import run_sync

    if kernel.has_kernel:
        run_sync(kernel.shutdown_kernel)(now=True)


def complete(notebook: dict, failure: str | None = None, current: int | None = None) -> dict:
    """Return an executed notebook if every cell ran to its end.

    Parameters
    ----------
    notebook : dict
    failure : str, optional
        What stopped the run.
    current : int, optional
        The cell that was running then.

    Raises
    ------
    ReportError
        Naming the cell that failed, did not end or was never run.
    """
    cells = [cell for cell in notebook["cells"] if "papermill-error-cell-tag" not in _tags(cell)]
    for index, cell in enumerate(cells):
        error = _error(cell)
        if error:
            raise ReportError(f"{place(cells, index)} failed:\n{quote(cell)}\n{error}")
    if failure is not None and current is not None:
        cell = cells[current]
        raise ReportError(f"{place(cells, current)} did not end:\n{quote(cell)}\n{failure}")
    if failure is not None:
        ran = [index for index, cell in enumerate(cells) if cell.get("execution_count")]
        after = f"after {place(cells, ran[-1])}" if ran else "no cell was run"
        raise ReportError(f"{after}: {failure}.")
    for index, cell in enumerate(cells):
        blank = cell["cell_type"] != "code" or not "".join(cell["source"]).strip()
        if not blank and cell.get("execution_count") is None:
            raise ReportError(f"{place(cells, index)} was never run:\n{quote(cell)}")
    return {**notebook, "cells": cells}


def _tags(cell: dict) -> list[str]:
    return cell.get("metadata", {}).get("tags", [])


def _error(cell: dict) -> str | None:
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            return _COLOUR.sub("", _first_line(f"{output['ename']}: {output['evalue']}"))
    return None


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), text)
