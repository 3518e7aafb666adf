"""Parameters: what a notebook declares, and values checked against it before anything runs."""

from __future__ import annotations

import ast
import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import UnknownName, UsageError
from ..files import bytes_of
from ..texts import legible

_CELLS = ("code", "markdown", "raw")
AREA_NAMES = ("area", "areas")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with a decimal point",
    str: "text",
}


def declared(notebook: str, where: str) -> dict:
    """Return the defaults in the cell tagged ``parameters``, reading them as literals only.

    Parameters
    ----------
    notebook : str
        The notebook's JSON text.
    where : str
        Its path, for messages.

    Raises
    ------
    UsageError
        If there is no such cell, or it holds anything but assignments of literals.
    """
    tagged = [one for one in _cells(notebook, where) if "parameters" in _tags(one)]
    sources = ["".join(cell["source"]) for cell in tagged if cell["cell_type"] == "code"]
    if len(sources) != 1:
        raise UsageError(
            f"{where} has {len(sources)} code cells tagged 'parameters', expected exactly one."
        )
    try:
        statements = ast.parse(sources[0]).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        said = str(error) or "nested too deeply"  # ValueError: half of a letter
        raise UsageError(f"{where}: the cell tagged 'parameters' is not Python: {said}.") from None
    return dict(
        _assignment(statement, where) for statement in statements if not _is_text(statement)
    )


def _cells(notebook: str, where: str) -> list[dict]:
    """Return the cells of a notebook; refuse one of which papermill would leave something out."""
    try:
        content = json.loads(notebook)
    except (ValueError, RecursionError):
        raise UsageError(f"{where} is not a notebook (version 4): it is no JSON.") from None
    wrong = _wrong(content)
    if wrong is None:
        return content["cells"]
    raise UsageError(
        f"{where} is not a notebook (version 4): expected {wrong}. Save it again in JupyterLab, or "
        "get it back."
    )


def _wrong(content: object) -> str | None:
    """Say what a notebook of version 4 has, and this one has not."""
    if not isinstance(content, dict) or content.get("nbformat") != 4:
        return "'nbformat': 4"
    if not isinstance(content.get("cells"), list) or not _is_about(content, "papermill"):
        return "a list of 'cells' and named 'metadata'"
    for number, cell in enumerate(content["cells"], 1):
        if not isinstance(cell, dict) or cell.get("cell_type") not in _CELLS:
            return f"cell {number} to be of type {', '.join(_CELLS)}"
        if not _is_about(cell) or not _are_texts(_tags(cell)):
            return f"cell {number} to have named 'metadata', and 'tags' there that are a list"
        source = cell.get("source")
        if not isinstance(source, str) and not _are_texts(source):
            return f"cell {number} to have a text as its 'source'"
        if "".join(source) != legible("".join(source)):
            return f"cell {number} to have whole letters in its 'source'"
        if not isinstance(cell.get("attachments", {}), dict):
            return f"cell {number} to have named 'attachments'"
    return None


def _is_about(part: dict, *names: str) -> bool:
    """Tell whether a part has metadata, and some of them names of their own if they are there."""
    about = part.get("metadata")
    return isinstance(about, dict) and all(isinstance(about.get(n, {}), dict) for n in names)


def _are_texts(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(one, str) for one in found)


def _tags(cell: dict) -> list:
    return cell["metadata"].get("tags", [])


def _is_text(statement) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _assignment(statement, where: str) -> tuple[str, object]:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        target = statement.target
    else:
        target = None
    if isinstance(target, ast.Name):
        try:
            return target.id, ast.literal_eval(statement.value)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            pass
    raise UsageError(
        f"{where}: line {statement.lineno} of the cell tagged 'parameters' must set one name to "
        f"a literal value; found {ast.unparse(statement)!r}."
    )


def checked(
    values: Mapping[str, object],
    defaults: Mapping[str, object],
    where: str,
    resolve_area: Callable[[str], str],
) -> dict:
    """Return all parameters of a run: given values in their declared types over the defaults.

    Parameters
    ----------
    values : mapping
        Given values: text (as on a command line), lists, or Python values.
    defaults : mapping
        What `declared` returned.
    where : str
        The notebook's path, for messages.
    resolve_area : callable
        Turns a code, name or alias of an area into its code, or raises UnknownName.

    Raises
    ------
    UsageError
        For a name that is not declared, a value of another type, or an unknown area.
    """
    result = {}
    for name in values:
        if name not in defaults:
            raise UsageError(f"{where}: {UnknownName('parameter', str(name), defaults)}")
    for name, default in defaults.items():
        value = default
        if name in values:
            value = _converted(values[name], default, f"{where}: parameter {name!r}")
        if name in AREA_NAMES and default:
            value = _areas(value, f"{where}: parameter {name!r}", resolve_area)
        result[name] = value
    return result


def check_length(run: Mapping[str, object], least: Mapping[str, int], where: str) -> None:
    """Refuse lists that are too short for a report.

    Raises
    ------
    UsageError
        If a list holds fewer different values than the register asks for, or it names a
        parameter that is no list.
    """
    for name, number in least.items():
        if not isinstance(run.get(name), list):
            lists = [one for one, value in run.items() if isinstance(value, list)]
            raise UsageError(f"'least' of {where}: {UnknownName('list', name, lists)}")
        found = run[name]
        if len(found) < number:
            raise UsageError(
                f"{where[0].upper()}{where[1:]} needs at least {number} different values in "
                f"{name!r}, found {', '.join(map(str, found)) or 'none'}."
            )


def _areas(value, where: str, resolve_area):
    """Turn names into codes, each once; a report is about one place at least."""
    if not value:
        raise UsageError(f"{where} must name an area, found none.")
    try:
        if isinstance(value, list):
            return list(dict.fromkeys(resolve_area(item) for item in value))
        return resolve_area(value) if isinstance(value, str) else value
    except UnknownName as error:  # may be a default, which nobody gave
        raise UsageError(f"{where}: {error}") from None


def _converted(value, default, where: str):
    if isinstance(default, list):
        items = _listed(value, where) if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)):
            raise UsageError(f"{where} must be a list, found {value!r}.")
        kind = type(default[0]) if default else str
        return [_scalar(item, kind, where) for item in items]
    if default is None:
        return None if value is None else _scalar(value, str, where)
    if type(default) not in _KINDS:
        raise UsageError(f"{where} is declared as {type(default).__name__}: it cannot be set here.")
    return _scalar(value, type(default), where)


def _listed(text: str, where: str) -> list:
    """Read ``A, B``, or a list as JSON and Python write it: ``["A", "B"]``."""
    text = text.strip()
    if text.startswith("["):
        try:
            items = ast.literal_eval(text)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            items = None
        if isinstance(items, list):
            return items
    items = [item.strip() for item in text.split(",")] if text else []
    if "" in items or text.startswith("["):
        raise UsageError(f'{where} must be a list such as A, B or ["A", "B"], found {text!r}.')
    return items


def _scalar(value, kind: type, where: str):
    """Read one value as the declared type, or refuse; nothing is guessed from its look."""
    if isinstance(value, str):
        found = _read(unicodedata.normalize("NFC", value), kind)
    elif type(value) is kind:
        found = value
    else:
        found = float(value) if kind is float and type(value) is int else None
    if found is None or (kind is float and not math.isfinite(found)):
        raise UsageError(f"{where} must be {_KINDS.get(kind, kind.__name__)}, found {value!r}.")
    return found


def _read(text: str, kind: type):
    if kind is str:
        return text
    if kind is bool:
        return {"true": True, "false": False}.get(text.casefold())
    if kind is int:
        return int(text) if _WHOLE.fullmatch(text) and len(text) < 20 else None
    if kind is float:
        return float(text) if _DECIMAL.fullmatch(text) else None
    return None


def read_notebook(file: Path, shown: str) -> str:
    """Return a notebook's text, or say plainly that it cannot be read."""
    try:
        return bytes_of(file).decode()
    except OSError as error:
        raise UsageError(f"The notebook {shown} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The notebook {shown} is not UTF-8.") from None
