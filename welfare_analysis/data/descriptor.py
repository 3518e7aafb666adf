"""Descriptor: ``datapackage.json``, and whether what it says can be worked with."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from .faults import damage
from .fields import COLUMNS, OPTIONAL, OPTIONAL_TABLES, TYPES
from .problems import Problem, listed
from .raw import day, misfits

DESCRIPTOR = "datapackage.json"

_KNOWN_TYPES = ("string", "number", "integer", "date", "boolean", "year", "any")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?", re.ASCII)
_HALF = re.compile("[\ud800-\udfff]")  # of a sign that takes two, as some programs write it
_ENDLESS = 1e300  # what no bound reaches
_MOST = 20  # faults told; one mistake may have many
_RESTORE = "correct it as in the package shipped with the library"

_TEXT, _NUMBER, _YES = "text", "a number", "true or false"
_WORDS = {str: _TEXT, dict: "an object", list: "a list", bool: _YES, type(None): "null"}
# What keys hold where they are used, and what the objects in them hold.
_PACKAGE = {
    **dict.fromkeys(("name", "title", "title_vi", "description", "description_vi"), [_TEXT]),
    "version": [_TEXT, _NUMBER],
    "created": [_TEXT],
}
_RESOURCE = {**dict.fromkeys(("title", "title_vi", "hash"), [_TEXT]), "path": [_TEXT]}
_FIELD = {
    **dict.fromkeys(("title", "title_vi", "description", "description_vi", "expected"), [_TEXT]),
    "example": [_TEXT, _NUMBER, _YES],
    "constraints": ["an object"],
    "missingValues": ["a list"],
}
_RULES = {
    **dict.fromkeys(("required", "unique"), [_YES]),
    "pattern": [_TEXT],
    "enum": ["a list"],
}


class Damaged(ValueError):
    """What cannot be worked with: a message for the reader."""


@lru_cache(maxsize=8)
def read(content: bytes) -> tuple[dict, list[Problem]]:
    """Read a descriptor; empty, with problems, if the library cannot work with it.

    The same bytes are read once: nobody changes what is returned.

    Parameters
    ----------
    content : bytes
        Of the file.

    Examples
    --------
    >>> read(b'{"resources": 1}')[1][0].message
    'expected a list at resources, found a number'
    """
    row = None
    try:
        text = content.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        faults = [*_faults(found)]
    except UnicodeDecodeError:
        faults = [("expected UTF-8 text", "save the file again as UTF-8")]
    except json.JSONDecodeError as error:
        row, faults = error.lineno, [(f"expected JSON ({error.msg})", "correct this line")]
    except RecursionError:
        faults = [("expected a Data Package, found lists or objects nested too deeply", _RESTORE)]
    except ValueError as error:
        faults = [(f"expected JSON ({error})", "correct it")]
    problems = [Problem(DESCRIPTOR, row, "", None, *fault) for fault in faults[:_MOST]]
    return ({}, problems) if problems else (found, [])


def _once(pairs: list[tuple[str, object]]) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        (name, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise Damaged(f"the key {name!r} stands twice in one object")
    return found


def _no_constant(name: str) -> None:
    raise Damaged(f"{name} is no value of JSON")


def _faults(descriptor: object) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and what to do; of one place, only the first."""
    try:
        yield from _of_texts(descriptor, "the top")
        _expect(descriptor, ["an object"], "the top")
        _expect_keys(descriptor, _PACKAGE, "")
        created = descriptor.get("created", "2000-01-01")
        if isinstance(created, str) and not _is_moment(created):
            yield (
                f"expected a date of the form 2023-12-31 at created, found {_short(created)}",
                "write the date of the data",
            )
        resources = _objects(descriptor, "resources", "")
        yield from _repeated([one["name"] for one in resources], "resource")
        for one in resources:
            yield from _of_resource(one)
        described = {one["name"]: one["schema"]["fields"] for one in resources if "schema" in one}
        yield from _absent(described)
    except Damaged as error:
        yield str(error), _RESTORE


def _of_texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Find signs that no text has, at any depth."""
    if isinstance(value, str) and (damage(value) or _HALF.search(value)):
        yield f"expected text without control signs at {place}, found {_short(value)}", "type it"
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _of_texts(name, f"a key of {place}")
            yield from _of_texts(one, name if place == "the top" else f"{place}.{name}")
    elif isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from _of_texts(one, f"{place}[{number}]")


def _of_resource(one: dict) -> Iterator[tuple[str, str]]:
    name = one["name"]
    if name not in COLUMNS:
        return
    _expect_keys(one, _RESOURCE, name)
    path = one.get("path")
    _expect(path, [_TEXT], f"{name}.path")
    if not _is_inside(path):
        yield (
            f"expected the path of {name!r} inside the folder, not {_short(path)}",
            "put the file into the folder and write its name",
        )
    schema = one.get("schema")
    _expect(schema, ["an object"], f"{name}.schema")
    fields = _objects(schema, "fields", f"{name}.schema")
    yield from _repeated([field["name"] for field in fields], f"field of {name}")
    for field in fields:
        try:
            _check_field(field, f"{name}.{field['name']}")
        except Damaged as error:
            yield str(error), _RESTORE
    names = {field["name"] for field in fields}
    if "foreignKeys" in schema:
        _expect(schema["foreignKeys"], ["a list"], f"{name}.schema.foreignKeys")
        for link in schema["foreignKeys"]:
            _check_link(link, name, names)


def _check_link(link: object, name: str, names: set[str]) -> None:
    """Check that a foreign key leads from a field of a table to one of a table."""
    place = f"{name}.schema.foreignKeys"
    _expect(link, ["an object"], place)
    _expect(link.get("reference"), ["an object"], f"{place}.reference")
    target = link["reference"].get("resource", "")
    _expect(target, [_TEXT], f"{place}.reference.resource")
    own, key = _only(link, place), _only(link["reference"], f"{place}.reference")
    known = COLUMNS.get(target or name)
    if own not in names or (known and key not in known.split()):
        raise Damaged(f"expected fields of the tables at {place}, not {own!r} and {key!r}")


def _only(holder: dict, place: str) -> str:
    """Return the name of the one field of a key."""
    given = holder.get("fields")
    names = given if isinstance(given, list) else [given]
    if len(names) != 1 or not isinstance(names[0], str):
        raise Damaged(f"expected the name of one field at {place}.fields, found {_short(given)}")
    return names[0]


def _check_field(field: dict, place: str) -> None:
    kind, wanted = field.get("type"), TYPES.get(place)
    _expect(kind, [_TEXT], f"{place}.type")
    column = place.split(".")
    needed = wanted or ("string" if column[1] in COLUMNS[column[0]].split() else None)
    if needed and kind != needed:
        raise Damaged(f"expected the type {needed!r} at {place}.type, found {_short(kind)}")
    if kind not in _KNOWN_TYPES:
        known = listed(map(repr, _KNOWN_TYPES))
        raise Damaged(f"expected {known} at {place}.type, found {_short(kind)}")
    _expect_keys(field, _FIELD, place)
    if not all(isinstance(one, str) for one in field.get("missingValues", [])):
        raise Damaged(f"expected texts at {place}.missingValues")
    rules = field.get("constraints", {})
    _expect_keys(rules, _RULES, f"{place}.constraints")
    place = f"{place}.constraints"
    if "enum" in rules and not (rules["enum"] and all(map(_is_plain, rules["enum"]))):
        raise Damaged(f"expected a list of texts at {place}.enum, found {_short(rules['enum'])}")
    if "pattern" in rules:
        try:
            misfits([""], rules["pattern"])
        except ValueError as error:
            raise Damaged(
                f"expected a regular expression at {place}.pattern, found "
                f"{_short(rules['pattern'])} ({error})"
            ) from None
    for side in ("minimum", "maximum"):
        if side in rules and not _is_bound(rules[side], kind):
            what = "a date of the form 2023-12-31" if kind == "date" else _NUMBER
            raise Damaged(f"expected {what} at {place}.{side}, found {_short(rules[side])}")


def _expect_keys(holder: dict, kinds: dict[str, list[str]], place: str) -> None:
    for name in kinds.keys() & holder.keys():
        _expect(holder[name], kinds[name], f"{place}.{name}".lstrip("."))


def _absent(described: dict[str, list[dict]]) -> Iterator[tuple[str, str]]:
    for name, columns in COLUMNS.items():
        if name in OPTIONAL_TABLES and name not in described:
            continue
        names = {field["name"] for field in described.get(name, ())}.union(OPTIONAL.get(name, ()))
        absent = [one for one in columns.split() if one not in names]
        if absent:
            yield (
                f"expected resource {name!r} with fields {listed(absent, 'and')}",
                "describe them as the package shipped with the library does",
            )


def _repeated(names: list[str], what: str) -> Iterator[tuple[str, str]]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"expected the {what} {_short(name)} once, found it {count} times", "delete one"


def _objects(holder: dict, key: str, place: str) -> list[dict]:
    """Return a list of objects with names, and nothing else."""
    place = f"{place}.{key}".lstrip(".")
    _expect(holder.get(key), ["a list"], place)
    for number, one in enumerate(holder[key], 1):
        _expect(one, ["an object"], f"{place}[{number}]")
        _expect(one.get("name"), [_TEXT], f"{place}[{number}].name")
    return holder[key]


def _expect(value: object, kinds: list[str], place: str) -> None:
    found = _WORDS.get(type(value), _NUMBER)
    if found not in kinds:
        raise Damaged(f"expected {listed(kinds)} at {place}, found {found}")


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _is_bound(value: object, kind: str) -> bool:
    if kind == "date":
        return isinstance(value, str) and day(value) is not None
    return isinstance(value, (int, float)) and _is_plain(value) and abs(value) < _ENDLESS


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    return found is not None and day(found[1]) is not None


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and not set(path) & set(":\\\0")


def _short(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) and damage(value) else repr(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
