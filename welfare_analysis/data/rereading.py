"""Rereading: read each value again from its own printed token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pandas as pd

from ..codes import LANGUAGES
from .faults import spell
from .numerals import MARKS, SCALES, NumeralError, values
from .problems import listed
from .raw import Columns
from .schema import Fault

# What is printed in another unit than the data count in, and how much of theirs it is.
_CONVERTED = {
    "km2": dict.fromkeys(("ha", "hécta", "hecta", "hectare", "hectares"), 0.01),
    "percent": {"‰": 0.1},
}
_WORDS = re.compile(r"‰|[^\W\d_]+")
# After these the number is not the whole of the token: a scale, another unit, a range.
_NO_UNITS = {*SCALES, *_CONVERTED["km2"], *_CONVERTED["percent"], *("-", "–", "đến", "to")}


def rule(figures: Columns) -> Iterator[tuple[str, pd.Series, Callable[[int], Fault]]]:
    """Find the values that their own tokens contradict.

    A token of words alone ("no poor households") cannot be read again; of a fraction or a
    range, one number must be the value. A count is whole: what a data base
    prints of a part of a person (``97582.69 thousand``) is rounded.

    Parameters
    ----------
    figures : dict of str to Series
        ``number``, ``as_printed``, ``unit``, its ``kind`` and the ``language`` of the source
        of every row.
    """
    names = ("value", "number", "as_printed", "unit", "kind", "language")
    columns = (figures[name] for name in names)
    cells = zip(*(column.tolist() for column in columns), strict=True)
    wrong = [
        number == number
        and not _is_as_written(text, token, language)
        and not _agrees(number, token, unit, kind, language)
        for text, number, token, unit, kind, language in cells
    ]

    def explain(row: int) -> Fault:
        token, unit = figures["as_printed"].at[row], figures["unit"].at[row]
        said = _readings(token, unit, figures["language"].at[row])
        numbers = [spell(f"{one:.6f}".rstrip("0").rstrip(".")) for one in dict.fromkeys(said)]
        return (
            f"expected the number printed in the same row: as_printed {token!r} is read as "
            f"{listed(numbers)}",
            f"read the source again; then write {listed(numbers)}, or the token whole, with its "
            "word of scale; if the document writes numbers as another language does, correct its "
            "language in sources.csv",
        )

    yield "value", pd.Series(wrong, figures["value"].index), explain


def _is_as_written(text: str, token: str, language: object) -> bool:
    """Tell at a glance, for most figures, that a token is its value as the language writes it."""
    group, mark = MARKS.get(language, MARKS["en"])
    head, _, rest = token.partition(" ")
    whole, point, decimals = text.partition(".")
    printed = head.removesuffix("%").partition(mark)
    same = printed[1:] == (point and mark, decimals) and printed[0].replace(group, "") == whole
    grouped = printed[0] == whole or same and printed[0] == f"{int(whole):,}".replace(",", group)
    return same and grouped and rest.partition(" ")[0].casefold() not in _NO_UNITS


def _agrees(number: float, token: str, unit: str, kind: str, language: str) -> bool:
    found = _readings(token, unit, language)
    if kind == "count":
        found = [round(one) if one > 1000 else one for one in found]
    near = 1e-6 * max(1, abs(number))
    return not found or any(abs(one - abs(number)) <= near for one in found)


@cache
def _notations(language: str) -> tuple[str, ...]:
    """List how a document may write numbers: as its own language does, else as one of ours."""
    return tuple(dict.fromkeys((language, *LANGUAGES)))


def _readings(token: str, unit: str, language: object) -> list[float]:
    """List the numbers that a token can mean, in the unit of its row; none if it is words."""
    for notation in _notations(language) if isinstance(language, str) else ():
        try:
            found = values(token, notation)
        except (NumeralError, KeyError):
            continue
        printed = _CONVERTED.get(unit, {})
        for word in _WORDS.findall(token.casefold()) if printed else ():
            if word in printed:
                return [one * printed[word] for one in found]
        return found
    return []
