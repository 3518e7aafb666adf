"""Schema: hold every cell against the table schemas of the Data Package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa

from ..errors import suggest
from .cells import AMBIGUOUS, PLAIN_INTEGER, PLAIN_NUMBER, date_fault, number_fault
from .columns import Column, Table
from .package import RawPackage
from .problems import Problem, listed
from .text import DAMAGED, damage, fold

MOST = 100  # rows listed for one kind of fault in one column; the last says how many more
_COMPARED = 5000  # names held against a misspelt one
_NEVER_DAMAGED = ("number", "integer", "date")


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check types, required cells, code lists, patterns, bounds and keys of every table."""
    for table in raw.sheets.values():
        for field in table.fields:
            if field["name"] not in table.absent:
                yield from _check_field(table, field)
        yield from _check_links(raw, table)


def at(
    table: Table,
    column: str,
    rows: np.ndarray,
    explain: Callable[[int], tuple[str, str]],
    whole_row: bool = False,
) -> Iterator[Problem]:
    """Make a problem of each row marked in a mask.

    Parameters
    ----------
    table : Table
    column : str
        Where the user should look.
    rows : numpy.ndarray of bool
    explain : callable
        Gives message and remedy for the place of a row in the table.
    whole_row : bool
        Whether to leave out the cell's text, as it is not at fault by itself.
    """
    places = np.flatnonzero(rows)
    cells = table.columns[column]
    for count, place in enumerate(places[:MOST], 1):
        message, remedy = explain(place)
        if count == MOST and len(places) > MOST:
            message += f" ({len(places) - MOST} more rows have a fault of this kind)"
        value = None if whole_row else cells.values[cells.codes[place]]
        yield Problem(table.file, int(table.rows[place]), column, value, message, remedy)


def _check_field(table: Table, field: dict) -> Iterator[Problem]:
    """Judge each distinct text of a column once, then name the rows that hold it."""
    name, cells = field["name"], table.columns[field["name"]]
    faulty = np.zeros(len(cells.distinct), bool)
    for fault, explain in _faults(field, cells):
        fault &= ~faulty  # one fault a cell: the first says what to do
        faulty |= fault
        if fault.any():
            yield from at(
                table,
                name,
                cells.where(fault),
                lambda place, e=explain: e(cells.values[cells.codes[place]]),
            )
    if field.get("constraints", {}).get("unique"):
        yield from _check_unique(table, name, cells)


def _faults(field: dict, cells: Column) -> Iterator[tuple[np.ndarray, Callable]]:
    """Yield marked texts of a column with what to say of each."""
    rules = field.get("constraints", {})
    given = ~cells.among(field.get("missingValues", [""]))
    blank = cells.among([""])
    if rules.get("required"):
        yield blank, lambda _: ("expected a value in every row", _fill(field))
    elif "missingValues" in field:
        yield blank, lambda _: ("expected a value in every row", "write notspecified if not known")
    misfit = given & ~_fits(cells, rules["pattern"]) if "pattern" in rules else None
    if field["type"] not in _NEVER_DAMAGED and (misfit is None or misfit.any()):
        yield _damaged(cells), damage
    yield from _type_faults(field, cells, given)
    if "enum" in rules:
        known = [str(one) for one in rules["enum"]]
        yield given & ~cells.among(known), lambda text: _not_among(text, known)
    if misfit is not None:
        wanted = field.get("expected", f"text of the form {rules['pattern']}")
        yield misfit, lambda _: (f"expected {wanted}", _fill(field))


def _damaged(cells: Column) -> np.ndarray:
    harmed = cells.matches(DAMAGED)
    for place in np.flatnonzero(harmed):
        harmed[place] = damage(cells.values[place]) is not None
    return harmed


def _type_faults(field: dict, cells: Column, given) -> Iterator[tuple[np.ndarray, Callable]]:
    kind, rules = field["type"], field.get("constraints", {})
    if kind == "number":
        wrong = ~cells.matches(PLAIN_NUMBER) | cells.matches(AMBIGUOUS)
        yield given & wrong, number_fault
    elif kind == "integer":
        yield given & ~cells.matches(PLAIN_INTEGER), _whole_number
    elif kind == "date":
        yield given & np.isnat(cells.days), date_fault
    else:
        return
    for bound, beyond in (("minimum", "<"), ("maximum", ">")):
        if bound in rules:
            most = "least" if bound == "minimum" else "most"
            message = f"expected at {most} {rules[bound]}"
            remedy = "correct it, or the bound in datapackage.json if the source prints it"
            yield _beyond(kind, cells, rules[bound], beyond), lambda _, m=message, r=remedy: (m, r)


def _whole_number(text: str) -> tuple[str, str]:
    if re.fullmatch(PLAIN_NUMBER, text) and not re.fullmatch(AMBIGUOUS, text):
        return "expected a whole number", "write it without decimals"
    return number_fault(text)


def _beyond(kind: str, cells: Column, bound, side: str) -> np.ndarray:
    measured = cells.days if kind == "date" else cells.figures
    bound = np.datetime64(bound) if kind == "date" else float(bound)
    return measured < bound if side == "<" else measured > bound


def _fits(cells: Column, pattern: str) -> np.ndarray:
    try:
        return cells.matches(pattern)
    except pa.ArrowInvalid:  # a pattern of a curator's own that RE2 cannot read
        return np.array([re.search(pattern, text) is not None for text in cells.values], bool)


def _fill(field: dict) -> str:
    rules = field.get("constraints", {})
    if "enum" in rules:
        return f"write {listed(map(str, rules['enum']))}"
    example = field.get("example")
    return f"write it, for example {example}" if example is not None else "write it"


def _not_among(text: str, known: list[str]) -> tuple[str, str]:
    near = suggest(text, known)
    remedy = f"write {listed(near)}" if near else "write one of them"
    return f"expected one of {', '.join(known)}", remedy


def _check_unique(table: Table, name: str, cells: Column) -> Iterator[Problem]:
    """Report every row that repeats the key of an earlier one."""
    if len(cells.distinct) == len(cells):
        return
    first = cells.first_rows[cells.codes]
    again = (first != np.arange(len(cells))) & ~cells.empty
    yield from at(
        table,
        name,
        again,
        lambda place: (
            f"expected a key that no other row has; row {table.rows[first[place]]} has it too",
            "give one of them another name, or delete the copy",
        ),
    )


def _check_links(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that each code stands in the table it refers to."""
    schema = next(one for one in raw.descriptor["resources"] if one["name"] == table.name)["schema"]
    for link in schema.get("foreignKeys", ()):
        name = _only(link["fields"])
        target = raw.sheets.get(link["reference"].get("resource") or table.name)
        key = _only(link["reference"]["fields"])
        if name in table.absent or target is None or key in target.absent:
            continue
        cells, keys = table.columns[name], target.columns[key]
        unknown = np.flatnonzero(~cells.among(keys.distinct) & ~cells.among([""]))
        if len(unknown):
            lost = len(target) < raw.recorded.get(target.name, 0)
            remedy = _nearest(target, keys.values, lost)
            yield from _unknown(table, name, unknown, target, remedy)
            yield from _cut_short(raw, target)


def _unknown(
    table: Table, name: str, unknown: np.ndarray, target: Table, remedy: Callable[[str], str]
) -> Iterator[Problem]:
    """Report each code that is missing once, at the first row that names it."""
    cells = table.columns[name]
    counts = np.bincount(cells.codes, minlength=len(cells.distinct))
    order = sorted(unknown, key=lambda code: cells.first_rows[code])
    for count, code in enumerate(order[:MOST], 1):
        message = f"expected a code of {target.file}"
        if counts[code] > 1:
            more = counts[code] - 1
            message += f" ({more} more row{'s name' if more > 1 else ' names'} it)"
        if count == MOST and len(order) > MOST:
            message += f" ({len(order) - MOST} more codes are missing)"
        text, row = cells.values[code], int(table.rows[cells.first_rows[code]])
        yield Problem(table.file, row, name, text, message, remedy(text))


def _cut_short(raw: RawPackage, target: Table) -> Iterator[Problem]:
    """Say of a table in which codes are missing that it once had more rows, if so."""
    recorded = raw.recorded.get(target.name, 0)
    if len(target) < recorded:
        yield Problem(
            target.file,
            None,
            "",
            None,
            f"expected the {recorded} rows recorded in datapackage.json, found {len(target)} of "
            "them, and other tables name codes that are missing",
            "put the lost rows back, for the file was perhaps cut short; if they were deleted on "
            "purpose, delete what names them too",
        )


def nearest(text: str, known: list[str]) -> list[str]:
    """List the nearest known names; none where comparing with all would take too long."""
    return suggest(text, known) if len(known) <= _COMPARED else []


def _only(names: str | list[str]) -> str:
    return names if isinstance(names, str) else names[0]


def _nearest(target: Table, keys: list[str], lost: bool) -> Callable[[str], str]:
    """Prepare the remedy for an unknown code: its lost row, the code of that name, the nearest."""
    by_name = {}
    for column in ("aliases", "name_en", "name_vi", "title_en", "title_vi", "label_vi", "label_en"):
        if column in target.columns:
            cells, codes = target.columns[column], target.columns[target.name[:-1]]
            for place in range(len(target) - 1, -1, -1):
                for name in filter(fold, cells.values[cells.codes[place]].split("|")):
                    by_name[fold(name)] = codes.values[codes.codes[place]]

    def remedy(text: str) -> str:
        if fold(text) in by_name:
            return f"write {by_name[fold(text)]}"
        if lost:
            return f"put its row back into {target.file}, which has lost rows"
        near = nearest(text, keys)
        add = f"add a row {text!r} to {target.file}"
        return f"perhaps {listed(near)} is meant, or {add}" if near else add

    return remedy
