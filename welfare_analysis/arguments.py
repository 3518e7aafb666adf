"""Arguments: what public functions accept, read once at the edge, refused in one manner."""

from __future__ import annotations

import datetime
import functools
import inspect
import numbers
import os
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from .errors import UsageError
from .texts import Said, brief, quoted

_LONGEST = 60
_WRITTEN = 2000  # bits of a whole number; of very many Python writes none
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Reader = Callable[..., object]


class Unfit(Exception):
    """What was expected of an argument, for the message that names it.

    Parameters
    ----------
    name : str
        Of the message that says what was expected.
    hint : Said, optional
        A sentence on what is wrong in it, or what to do instead.
    **values
        The variables of the message.
    """

    def __init__(self, name: str, hint: Said | str = "", **values: object):
        self.expected, self.hint = Said(name, **values), hint
        super().__init__(self.expected, hint)


def reads(**readers: Reader) -> Callable[[Callable], Callable]:
    """Have arguments read before a function sees them.

    Parameters
    ----------
    **readers
        By the name of a parameter: a function that returns the value to use, or raises `Unfit`
        with what was expected.  One that has a parameter ``data`` itself looks something up in
        the data given; it reads after the others, which read in the order given.  The default of a
        parameter is not read.

    Examples
    --------
    >>> @reads(name=text)
    ... def greet(name):
    ...     return f"Hello {name}"
    >>> greet(5)
    Traceback (most recent call last):
        ...
    welfare_analysis.errors.UsageError: greet: name must be text, found the number 5.
    """

    def decorate(function: Callable) -> Callable:
        parameters = inspect.signature(function).parameters
        called = function.__qualname__.removesuffix(".__init__")
        steps = [
            (name, reader, parameters[name].default, "data" in inspect.signature(reader).parameters)
            for name, reader in readers.items()
            if name in parameters
        ]
        steps.sort(key=lambda step: step[-1])

        @functools.wraps(function)
        def reading(*given, **named):
            values = dict(zip(parameters, given, strict=False)) | named
            if len(values) < len(given) + len(named):
                return function(*given, **named)  # Python says what is too much or twice there
            for name, reader, default, looks_up in steps:
                value = values.get(name, default)
                if value is default:
                    continue
                try:
                    values[name] = reader(value, values.get("data")) if looks_up else reader(value)
                except Unfit as unfit:
                    said = {"expected": unfit.expected, "found": shown(value), "hint": unfit.hint}
                    raise UsageError(Said("unfit", call=called, name=name, **said)) from None
            return function(**values)

        return reading

    return decorate


def renamed(**new: str) -> Callable[[Callable], Callable]:
    """Take old spellings of parameters for a while, with a warning that names the new one.

    Examples
    --------
    >>> @renamed(place="area")
    ... def greet(area):
    ...     return f"Hello {area}"
    >>> greet(place="Sơn La")  # doctest: +SKIP
    DeprecationWarning: greet: write area= instead of place=.
    'Hello Sơn La'
    """

    def decorate(function: Callable) -> Callable:
        @functools.wraps(function)
        def renaming(*given, **named):
            for old in new.keys() & named.keys():
                said = f"{function.__qualname__}: write {new[old]}= instead of {old}=."
                warnings.warn(said, DeprecationWarning, stacklevel=2)
            return function(*given, **{new.get(name, name): value for name, value in named.items()})

        return renaming

    return decorate


def text(value: object) -> str:
    """Read one name or text."""
    if isinstance(value, str) and value.strip():
        return value
    raise Unfit("fit-text")


def number(value: object) -> float:
    """Read a number that is one."""
    if isinstance(value, numbers.Real) and not isinstance(value, bool) and value == value:
        return value
    raise Unfit("fit-number")


def whole(value: object) -> int:
    """Read a whole number from 0 up."""
    if isinstance(value, numbers.Integral) and not isinstance(value, bool) and value >= 0:
        return int(value)
    raise Unfit("fit-whole")


def positive(value: object) -> int:
    """Read a whole number from 1 up."""
    try:
        if found := whole(value):
            return found
    except Unfit:
        pass
    raise Unfit("fit-positive")


def path(value: object) -> Path:
    """Read a path."""
    if isinstance(value, (str, os.PathLike)) and str(value).strip() and "\0" not in str(value):
        return Path(value)
    raise Unfit("fit-path")


def data(value: object) -> object:
    """Read the catalogue."""
    if callable(getattr(value, "record", None)):
        return value
    raise Unfit("fit-data", Said("hint-data-first"))


def texts(value: object) -> list[str]:
    """Read names; one name alone is a list of it, never a list of its letters."""
    if isinstance(value, str):
        return [text(value)]
    if isinstance(value, Iterable) and not isinstance(value, (bytes, Mapping)) and _flat(value):
        found = list(value)
        if all(isinstance(item, str) for item in found):
            return found
    raise Unfit("fit-names")


def some(reader: Reader) -> Reader:
    """Read as another reader does, but refuse what holds nothing."""

    def read(value: object) -> object:
        found = reader(value)
        if not found:
            raise Unfit("fit-some")
        return found

    return read


def a(*kinds: type, said: str) -> Reader:
    """Read an object of some class as it is.

    Parameters
    ----------
    *kinds : type
    said : str
        Name of the message that says what is expected.
    """

    def read(value: object) -> object:
        if isinstance(value, kinds):
            return value
        raise Unfit(said)

    return read


def list_of(*kinds: type, said: str) -> Reader:
    """Read any iterable of objects of some class as a list."""

    def read(value: object) -> list:
        if isinstance(value, Iterable) and not isinstance(value, (str, bytes)) and _flat(value):
            found = list(value)
            wrong = [item for item in found if not isinstance(item, kinds)]
            if not wrong:
                return found
            raise Unfit(said, Said("hint-holds", found=shown(wrong[0])))
        raise Unfit(said)

    return read


def frame(*columns: str) -> Reader:
    """Read a DataFrame that has some columns."""

    def read(value: object) -> object:
        import pandas as pd

        hint = ""
        if isinstance(value, pd.DataFrame):
            lacking = [name for name in columns if name not in value.columns]
            if not lacking:
                return value
            hint = Said("hint-lacks", columns=lacking)
        raise Unfit("fit-frame", hint, columns=columns)

    return read


def period(value: object) -> int | datetime.date:
    """Read a year, or a day as an ISO date or a date.

    Examples
    --------
    >>> period("2023"), period("2023-12-31")
    (2023, datetime.date(2023, 12, 31))
    """
    if isinstance(value, (str, numbers.Integral)) and re.fullmatch(r"[0-9]{4}", str(value)):
        return int(value)
    try:
        if isinstance(value, datetime.datetime):
            return value.date()  # not of pandas' NaT
        if isinstance(value, datetime.date):
            return value
        if isinstance(value, str) and _DAY.fullmatch(value):  # no 2024-W05-1
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise Unfit("fit-period")


def shown(value: object) -> Said | str:
    """Show a value in a message, briefly."""
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return quoted(brief(value, _LONGEST))
    if isinstance(value, float) or (isinstance(value, int) and value.bit_length() < _WRITTEN):
        return Said("found-number", number=repr(value))
    kind = type(value).__name__
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        inside = repr(value)
        many = len(inside) > _LONGEST
        return Said("found-many", kind=kind, count=len(value)) if many else inside
    return Said("found-an-object" if kind[0] in "AEIOUaeiou" else "found-object", kind=kind)


def _flat(value: Iterable) -> bool:
    """Tell whether an iterable has one dimension: a DataFrame has two."""
    return getattr(value, "ndim", 1) == 1
