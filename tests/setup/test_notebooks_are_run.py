"""Committed notebooks hold the outputs of one run from top to bottom.

nbval passes over the outputs of a cell that was never run, so that is told here.
"""

import json
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


@pytest.mark.parametrize(
    "notebook",
    # What lesson 5 makes in its folder `brief` is not committed; examples are as laid down.
    sorted(
        path
        for path in NOTEBOOKS.rglob("*.ipynb")
        if not {".ipynb_checkpoints", "brief", "examples"} & set(path.parts)
    ),
    ids=lambda path: path.relative_to(NOTEBOOKS).as_posix(),
)
def test_cells_were_run_once_in_order(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    counts = [
        cell["execution_count"]
        for cell in cells
        if cell["cell_type"] == "code" and "".join(cell["source"]).strip()
    ]
    assert counts == list(range(1, len(counts) + 1))
