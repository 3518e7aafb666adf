"""Damage: every file beside the code cut short, changed in a byte, or said in another shape.

``tests/benchmarks/damage.py`` goes through thousands; a test takes some of them.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator

from welfare_analysis.curation import documents
from welfare_analysis.data.loading import load
from welfare_analysis.errors import DataProblems, UsageError
from welfare_analysis.report import parameters
from welfare_analysis.report.register import read_reports

# What may stand where something else is expected.
INSTEAD = (None, True, -1, 1.5, 10**400, "", "x", "x\0", "\u202eabc", "\ud800", "(", [], [[]], {})
BYTES = (b"\0", b"\xff", b'"', b"\r", b"\n", b";", b"{", b"]", b"\xe2\x80\xae", b"9" * 50)


def shapes(descriptor: object, path: tuple = ()) -> Iterator[tuple[tuple, object]]:
    """Yield every place in JSON, with what may stand there instead; `...` takes it away."""
    inside = descriptor.items() if isinstance(descriptor, dict) else ()
    inside = enumerate(descriptor) if isinstance(descriptor, list) else inside
    for key, value in inside:
        for other in (..., *INSTEAD):
            yield (*path, key), other
        yield from shapes(value, (*path, key))


def changed(descriptor: dict, path: tuple, other: object) -> bytes:
    """Write a descriptor with another value in one place."""
    new = copy.deepcopy(descriptor)
    holder = new
    for key in path[:-1]:
        holder = holder[key]
    if other is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = other
    return json.dumps(new).encode()


def bytewise(content: bytes, rng: random.Random, count: int) -> Iterator[bytes]:
    """Yield a file cut short, and with bytes put in or lost, at places by chance."""
    for _ in range(count):
        at = rng.randrange(len(content) + 1)
        yield content[:at]
        yield content[:at] + rng.choice(BYTES) + content[at:]
        yield content[:at] + content[at + rng.randrange(1, 30) :]
        yield content[:at] + rng.choice(BYTES) + content[at + 1 :]


def small_notebook() -> bytes:
    """Write the notebook of a small report."""
    cells = [
        {"cell_type": "code", "source": ['language = "vi"\n', "areas = ['VN-HN']"]},
        {"cell_type": "markdown", "source": "# T"},
    ]
    tags = (["parameters"], [])
    cells = [{**cell, "metadata": {"tags": one}} for cell, one in zip(cells, tags, strict=True)]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content).encode()


def unfit(said: str) -> str:
    raise AssertionError(f"not fit to be printed: {said!r}")


def refusal(directory, register) -> str | None:
    """Read all there is; return what was said if it was refused, fit to be printed."""
    try:
        documents.unlogged(load(directory))
        read_reports(register)
        for notebook in directory.glob("*.ipynb"):
            text = parameters.read_notebook(notebook, notebook.name)
            parameters.declared(text, notebook.name)
    except (DataProblems, UsageError) as error:
        said = str(error)
        return said if said.encode() and said.replace("\n", "").isprintable() else unfit(said)
    return None
