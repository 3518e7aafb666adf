"""Handed in: what a notebook holds of each exercise, read from its file and never run."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import ReportError
from ..files import bytes_of
from ..show.document import MIME
from ..texts import Said
from .feedback import HINT, OPEN, RIGHT, WRONG

COMPUTED = object()  # an answer that is known only where the cell is run
UNRUN = "unrun"  # neither a reply nor an answer that can be read
_MOST = 50_000_000  # bytes of a notebook
_LONGEST = 2000  # characters of a cell whose answer is read: more is no answer, and takes long
_CALL = re.compile(r"lesson\.(check|hint)\(\s*[\"'](\w+)[\"']")
_SEED = re.compile(r"^seed = (\d{1,6})\s*$", re.MULTILINE | re.ASCII)
_LANGUAGE = re.compile(r"^language = [\"'](\w+)[\"']", re.MULTILINE)
_BETTER = (RIGHT, WRONG, OPEN, UNRUN)
_SPOILT = (ValueError, SyntaxError, TypeError, MemoryError, RecursionError)


@dataclass(frozen=True)
class Attempt:
    """What a notebook holds of one exercise.

    Attributes
    ----------
    typed : object
        The answer where it is written out in the cell, else `COMPUTED`.
    verdict, mistake : str
        What the reply saved below the cell said: ``right``, ``wrong``, ``open``, or ``unrun``
        where there is none.
    hinted : bool
        Whether a hint was asked for.
    """

    typed: object = COMPUTED
    verdict: str = UNRUN
    mistake: str = ""
    hinted: bool = False


def read(file: Path) -> dict:
    """Read a notebook.

    Raises
    ------
    ReportError
        If the file is none.
    """
    try:
        if file.stat().st_size > _MOST:
            raise ReportError(Said("too-large", file=file, bytes=_MOST))
        notebook = json.loads(bytes_of(file))
    except (OSError, ValueError, RecursionError) as error:
        raise ReportError(Said("unreadable-notebook", file=file, reason=str(error))) from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise ReportError(Said("no-notebook", file=file))
    return notebook


def language(notebook: dict) -> str:
    """Return the language that a student's copy is in."""
    found = (_LANGUAGE.search(source) for source, _ in _code(notebook))
    named = next((match[1] for match in found if match), "")
    return named if named in LANGUAGES else LANGUAGES[0]


def seed(notebook: dict) -> int:
    """Return the seed by which the figures of a student's copy were drawn."""
    found = (_SEED.search(source) for source, _ in _code(notebook))
    return next((int(match[1]) for match in found if match), 0)


def attempts(notebook: dict) -> dict[str, list[Attempt]]:
    """Return what a notebook holds of each exercise, by its key; a copied cell is one more."""
    found: dict[str, list[Attempt]] = {}
    hinted: set[str] = set()
    for source, outputs in _code(notebook):
        replies = list(_replies(outputs))
        for name, key in dict.fromkeys(_CALL.findall(source)):
            if name == "check":
                verdict, mistake = next(
                    (reply for reply in reversed(replies) if reply[0] != HINT), (UNRUN, "")
                )
                found.setdefault(key, []).append(Attempt(_typed(source, key), verdict, mistake))
            elif any(verdict == HINT for verdict, _ in replies):
                hinted.add(key)
    return {
        key: [Attempt(one.typed, one.verdict, one.mistake, key in hinted) for one in several]
        for key, several in found.items()
    }


def best(several: list[Attempt]) -> Attempt:
    """Choose the attempt at an exercise that went best; of equals the last."""
    return min(reversed(several), key=lambda attempt: _BETTER.index(attempt.verdict))


def solved_before() -> set[str]:
    """Return the exercises solved in the notebook that is open, as it was last saved.

    So progress outlives its kernel.  Empty where Jupyter does not say which notebook is open.
    """
    file = Path(os.environ.get("JPY_SESSION_NAME", ""))
    if file.suffix != ".ipynb" or not file.is_file():
        return set()
    try:
        found = attempts(read(file))
    except ReportError:
        return set()
    return {key for key, several in found.items() if best(several).verdict == RIGHT}


def _code(notebook: dict) -> Iterator[tuple[str, list]]:
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code":
            source, outputs = cell.get("source"), cell.get("outputs")
            lines = source if isinstance(source, list) else [source]
            text = "".join(line for line in lines if isinstance(line, str))
            yield text, outputs if isinstance(outputs, list) else []


def _replies(outputs: list) -> Iterator[tuple[str, str]]:
    """Read the replies saved below a cell: the verdict of each and the mistake it names."""
    for output in outputs:
        shown = output.get("data") if isinstance(output, dict) else None
        content = shown.get(MIME) if isinstance(shown, dict) else None
        if isinstance(content, dict) and content.get("verdict") in (*_BETTER, HINT):
            yield content["verdict"], str(content.get("mistake", ""))


def _typed(source: str, key: str) -> object:
    """Return the answer written out in a cell, `COMPUTED` where it follows from other things."""
    if len(source) > _LONGEST:
        return COMPUTED
    try:
        tree = ast.parse(source)
        answer = _answer(tree, key)
        if isinstance(answer, ast.Name):
            answer = _assigned(tree, answer.id)
        return ast.literal_eval(answer) if answer is not None else COMPUTED
    except _SPOILT:
        return COMPUTED


def _answer(tree: ast.Module, key: str) -> ast.expr | None:
    """Find what is handed to the last check of an exercise."""
    answer = None
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            first, *rest = [*node.args, None]
            if node.func.attr == "check" and isinstance(first, ast.Constant):
                answer = rest[0] if first.value == key else answer
    return answer


def _assigned(tree: ast.Module, name: str) -> ast.expr | None:
    """Return what a name is set to, if it is set once, plainly, in this cell."""
    sets = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)
    ]
    values = [
        statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign) and statement.targets == sets
    ]
    return values[0] if len(sets) == len(values) == 1 else None
