"""Schema: hold every cell against the table schemas of the Data Package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pandas as pd

from ..codes import UNKNOWN
from ..errors import suggest
from .faults import CLEAR_NUMBER, PLAIN_INTEGER, WHOLE, damage, date_fault, number_fault
from .package import RawPackage
from .problems import Problem, listed
from .raw import RawTable, day, misfits, odd
from .text import fold

MOST = 100  # rows listed for one kind of fault in one column; the last says how many more
_LONGEST = 15  # digits of a number that a spreadsheet, too, keeps
_COMPARED = 5000  # names held against a misspelt one

Fault = tuple[str, str]  # message and remedy
Judge = Callable[[str], Fault | None]  # says what is wrong with a text, if anything


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check types, required cells, code lists, patterns, bounds and keys of every table."""
    for table in raw.sheets.values():
        for field in table.fields:
            if field["name"] not in table.absent:
                yield from _check_field(table, field)
        if table.fields:  # the themes of an older package are described nowhere
            yield from _check_links(raw, table)


def at(
    table: RawTable, column: str, wrong: pd.Series, explain: Callable[[int], Fault]
) -> Iterator[Problem]:
    """Make a problem of each row marked as wrong.

    Parameters
    ----------
    table : RawTable
    column : str
        Where the user should look.
    wrong : Series of bool
    explain : callable
        Gives message and remedy for a row, by its number in a spreadsheet.
    """
    rows = wrong.index[wrong]
    for count, row in enumerate(rows[:MOST], 1):
        message, remedy = explain(row)
        if count == MOST and len(rows) > MOST:
            message += f" ({len(rows) - MOST} more rows have a fault of this kind)"
        yield Problem(table.file, int(row), column, table[column].at[row], message, remedy)


def _check_field(table: RawTable, field: dict) -> Iterator[Problem]:
    """Judge each different text of a column once, then name the rows that hold a wrong one."""
    name, cells = field["name"], table[field["name"]]
    texts = odd(cells.unique(), *_plain(field))
    for judge in _judges(field, texts):
        faults = {text: fault for text in texts if (fault := judge(text))}
        if faults:
            yield from at(table, name, cells.isin(faults), lambda row, f=faults: f[cells.at[row]])
            # One fault a cell: the first says what to do.
            texts = [text for text in texts if text not in faults]
    if field.get("constraints", {}).get("unique"):
        yield from _check_unique(table, name)


def _plain(field: dict) -> list[str]:
    """Return patterns of texts that no judge of a column can find fault with, if there are."""
    rules = field.get("constraints", {})
    if rules.keys() - {"required", "unique", "pattern"}:
        return []
    if field["type"] == "number":
        return [f"^{CLEAR_NUMBER}$", f"^.{{1,{_LONGEST}}}$"]
    own = [rules["pattern"]] if "pattern" in rules else []
    return [WHOLE, *own] if field["type"] == "string" else []


def _judges(field: dict, texts: list[str]) -> Iterator[Judge]:
    """Yield what judges a text of a column, in the order in which a reader should be told."""
    kind, rules = field["type"], field.get("constraints", {})
    missing = field.get("missingValues", [""])

    def where(wrong: Callable[[str], object], fault: Fault | Judge) -> Judge:
        def judge(text: str) -> Fault | None:
            if text not in missing and wrong(text):
                return fault(text) if callable(fault) else fault
            return None

        return judge

    if rules.get("required") or "missingValues" in field:
        remedy = _fill(field) if rules.get("required") else f"write {UNKNOWN} if not known"
        yield lambda text: None if text else ("expected a value in every row", remedy)
    if kind == "number":
        yield where(lambda text: not _is_number(text), _number)
    elif kind == "integer":
        yield where(lambda text: not _is_integer(text), _whole_number)
    elif kind == "date":
        yield where(lambda text: day(text) is None, date_fault)
    else:
        yield damage
    for bound, most in (("minimum", "least"), ("maximum", "most")):
        if bound in rules and kind in ("number", "integer", "date"):
            yield where(
                _beyond(kind, rules[bound], bound),
                (
                    f"expected at {most} {rules[bound]}",
                    "correct it, or the bound in datapackage.json if the source prints it",
                ),
            )
    if "enum" in rules:
        known = [str(one) for one in rules["enum"]]
        yield where(lambda text: text not in known, lambda text: _not_among(text, known))
    if "pattern" in rules:
        wanted = field.get("expected", f"text of the form {rules['pattern']}")
        wrong = misfits(texts, rules["pattern"])
        yield where(lambda text: text in wrong, (f"expected {wanted}", _fill(field)))


def _is_number(text: str) -> bool:
    return re.fullmatch(CLEAR_NUMBER, text) is not None and _digits(text) <= _LONGEST


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _number(text: str) -> Fault:
    if re.fullmatch(CLEAR_NUMBER, text):
        return f"expected a number of at most {_LONGEST} digits", "write it as printed"
    return number_fault(text)


def _is_integer(text: str) -> bool:
    return re.search(PLAIN_INTEGER, text) is not None and _digits(text) <= _LONGEST


def _whole_number(text: str) -> Fault:
    if re.search(PLAIN_INTEGER, text):
        return f"expected a whole number of at most {_LONGEST} digits", "write it as printed"
    if _is_number(text):
        return "expected a whole number", "write it without decimals"
    return number_fault(text)


def _beyond(kind: str, bound: object, side: str) -> Callable[[str], bool]:
    read, bound = (day, day(str(bound))) if kind == "date" else (float, float(bound))

    def beyond(text: str) -> bool:
        return read(text) < bound if side == "minimum" else read(text) > bound

    return beyond


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


def _check_unique(table: RawTable, name: str) -> Iterator[Problem]:
    """Report every row that repeats the key of an earlier one."""
    cells = table[name]
    again = cells.duplicated() & (cells != "")
    if not again.any():
        return
    repeated = cells[cells.isin(cells[again])]
    first = dict(zip(repeated[::-1], repeated.index[::-1], strict=True))
    yield from at(
        table,
        name,
        again,
        lambda row: (
            f"expected a key that no other row has; row {first[cells.at[row]]} has it too",
            "give one of them another name, or delete the copy",
        ),
    )


def _check_links(raw: RawPackage, table: RawTable) -> Iterator[Problem]:
    """Check that each code stands in the table it refers to."""
    schema = next(one for one in raw.descriptor["resources"] if one["name"] == table.name)["schema"]
    for link in schema.get("foreignKeys", ()):
        name = _only(link["fields"])
        target = raw.sheets.get(link["reference"].get("resource") or table.name)
        key = _only(link["reference"]["fields"])
        if name in table.absent or target is None or key in target.absent:
            continue
        keys = dict.fromkeys(target[key])
        unknown = [text for text in table[name].unique() if text and text not in keys]
        if unknown:
            lost = len(target) < raw.recorded.get(target.name, 0)
            yield from _unknown(table, name, unknown, target, _nearest(target, [*keys], lost))
            yield from _cut_short(raw, target)


def _unknown(
    table: RawTable,
    name: str,
    unknown: list[str],
    target: RawTable,
    remedy: Callable[[str], str],
) -> Iterator[Problem]:
    """Report each code that is missing once, at the first row that names it."""
    cells = table[name]
    for count, text in enumerate(unknown[:MOST], 1):
        rows = cells.index[cells == text]
        message = f"expected a code of {target.file}"
        if len(rows) > 1:
            more = len(rows) - 1
            message += f" ({more} more row{'s name' if more > 1 else ' names'} it)"
        if count == MOST and len(unknown) > MOST:
            message += f" ({len(unknown) - MOST} more codes are missing)"
        yield Problem(table.file, int(rows[0]), name, text, message, remedy(text))


def _cut_short(raw: RawPackage, target: RawTable) -> Iterator[Problem]:
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


def _nearest(target: RawTable, keys: list[str], lost: bool) -> Callable[[str], str]:
    """Prepare the remedy for an unknown code: its lost row, the code of that name, the nearest."""
    by_name = {}
    codes = target[target.key]
    for column in ("aliases", "name_en", "name_vi", "title_en", "title_vi", "label_vi", "label_en"):
        if column in target.frame:
            for names, code in zip(target[column], codes, strict=True):
                for name in filter(fold, names.split("|")):
                    by_name.setdefault(fold(name), {})[code] = None

    def remedy(text: str) -> str:
        if fold(text) in by_name:
            return f"write {listed(by_name[fold(text)])}"
        if lost:
            return f"put its row back into {target.file}, which has lost rows"
        near = nearest(text, keys)
        add = f"add a row {text!r} to {target.file}"
        return f"perhaps {listed(near)} is meant, or {add}" if near else add

    return remedy
