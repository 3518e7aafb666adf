"""Writing: values and answers of any kind as a reader of a language expects them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from decimal import Decimal

from ..data.figures import Observation
from ..data.intervals import Interval
from ..data.numerals import write
from ..judge.derived import Measure
from ..messages import message
from .exercise import Year


def written(value: object, language: str, choices: Collection[str] = ()) -> str:
    """Write a figure, a number, an interval, text or a collection of these.

    Parameters
    ----------
    value : object
        A callable is asked for its text in the language.
    language : {"vi", "en"}
    choices : collection of str
        Codes that have a name in the catalogue, ``lesson-choice-CODE``.

    Examples
    --------
    >>> written((0.5, True), "vi"), written(1234.5, "en")
    ('0,5, đúng', '1,234.5')
    """
    if isinstance(value, (Observation, Measure)):
        return value.text(language)
    if isinstance(value, Interval):
        return _interval(value, language)
    if isinstance(value, bool):
        return message(f"lesson-truth-{str(value).lower()}", language)
    if isinstance(value, Year):
        return str(int(value))
    if isinstance(value, (int, float)):
        return _number(value, language)
    if isinstance(value, str):
        return _name(value, language, choices)
    if isinstance(value, Mapping):
        pairs = ((_name(key, language, choices), item) for key, item in value.items())
        return "; ".join(f"{key}: {written(item, language, choices)}" for key, item in pairs)
    if isinstance(value, (set, frozenset, list, tuple)):
        items = [written(item, language, choices) for item in value]
        return ", ".join(sorted(items) if isinstance(value, (set, frozenset)) else items)
    return value(language) if callable(value) else _shown(value)


def _shown(value: object) -> str:
    """Name a chart or a table by its title, say prose without its marks."""
    for name in ("markdown", "caption", "svg"):
        if hasattr(value, name):
            return str(getattr(value, {"svg": "title", "markdown": "line"}.get(name, name)))
    return str(value)


def _interval(value: Interval, language: str) -> str:
    low, high = written(value.low, language), written(value.high, language)
    return low if value.is_point else message("range", language, low=low, high=high)


def _number(value: float, language: str) -> str:
    """Write a number; what a student typed may also be none, or larger than any figure."""
    if abs(value) < 1e18:
        return write(value, language, _decimals(value))
    return f"{value:g}" if isinstance(value, float) else f"{Decimal(int(value)):.3g}"


def _name(code: str, language: str, choices: Collection[str]) -> str:
    """Name an answer to choose by its first name, anything else as it is."""
    if code not in choices:
        return str(code)
    return message(f"lesson-choice-{code}", language).split("|")[0].strip()


def _decimals(value: float) -> int | None:
    """Choose decimals: none for large numbers, enough for tiny ones, else as many as there are."""
    if value and abs(value) < 0.01:
        return 2 - math.floor(math.log10(abs(value)))
    return 0 if abs(value) >= 10_000 else None
