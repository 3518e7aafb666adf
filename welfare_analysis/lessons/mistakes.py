"""Slips: one wrong item among several answers, recognised whatever the other items are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..codes import LANGUAGES
from ..data.text import fold
from ..messages import message
from .exercise import Pattern


def wrong_item(right: Mapping[str, str], key: str, code: str) -> Pattern:
    """Make the pattern of a table of answers in which one item is a certain wrong choice.

    Examples
    --------
    >>> slip = wrong_item({"A": "missing", "B": "comparable"}, "A", "not_comparable")
    >>> slip.test({"A": "không so sánh được", "B": "?"}), slip.test({"A": "thiếu số liệu"})
    (True, False)
    """
    return Pattern(
        lambda answer: isinstance(answer, Mapping) and _is(answer.get(key), code),
        {**right, key: code},
    )


def extra_item(right: Collection[str], code: str) -> Pattern:
    """Make the pattern of a list of answers that holds a certain wrong choice.

    Examples
    --------
    >>> slip = extra_item({"STANDARD", "LEVEL"}, "COUNTED")
    >>> slip.test(["đơn vị", "?"]), slip.test(["chuẩn nghèo"])
    (True, False)
    """
    return Pattern(
        lambda answer: (
            isinstance(answer, (list, tuple, set, frozenset))
            and any(_is(item, code) for item in answer)
        ),
        [*sorted(right), code],
    )


def _is(item: object, code: str) -> bool:
    """Tell whether an item is a choice, by its code or one of its names."""
    if not isinstance(item, str):
        return False
    names = (message(f"lesson-choice-{code}", language).split("|") for language in LANGUAGES)
    return fold(item) in {fold(code), *(fold(name) for some in names for name in some)}
