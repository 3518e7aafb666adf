"""Answers: what a student typed, read as the kind of thing the exercise asks for, and compared."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from numbers import Number

import numpy as np

from ..codes import LANGUAGES
from ..data import numerals
from ..data.figures import Observation
from ..data.intervals import Interval
from ..data.text import fold, tidy
from ..judge.derived import Measure
from ..messages import message
from .exercise import Either, Holding

_UNDONE = ("", "…", "...")
_TRUTH = {
    **dict.fromkeys(("dung", "co", "true", "yes"), True),
    **dict.fromkeys(("sai", "khong", "false", "no"), False),
}
_SEPARATORS = re.compile(r"[;\n]|,(?!\d)")
_BOUNDS = re.compile(r"[-\u2212]?\d[\d.,]*(?:\s*(?:nghìn|triệu|tỷ|thousand|million|billion))*")
_SEVERAL = (set, frozenset, list, tuple)


class Unreadable(ValueError):
    """An answer that cannot be read as the kind asked for, named by ``kind``."""

    def __init__(self, kind: str):
        self.kind = kind
        super().__init__(kind)


@dataclass(frozen=True)
class Reader:
    """Reads the answers to one exercise and compares them.

    Attributes
    ----------
    language : {"vi", "en"}
        Decides what ``10,9`` and ``1.234`` mean first; the other language comes second.
    tolerance : float
        Largest difference from a number, in parts of the number.
    choices : tuple of str
        Codes to choose from, each called by any name of ``lesson-choice-CODE``.
    """

    language: str
    tolerance: float = 0.005
    choices: tuple[str, ...] = ()

    def read(self, answer: object, like: object) -> object:
        """Read an answer as the kind of thing that ``like`` is.

        Raises
        ------
        Unreadable
            If it is nothing of that kind.
        """
        like = plain(like)
        if isinstance(like, bool):
            return _truth(answer)
        if isinstance(like, Number):
            return self._number(answer)
        if isinstance(like, Interval):
            return self._interval(answer)
        if isinstance(like, Mapping):
            return self._pairs(answer, like)
        if isinstance(like, _SEVERAL):
            example = next(iter(like), "")
            return [self.read(one, example) for one in _items(answer)]
        return self._text(answer)

    def same(self, answer: object, expected: object) -> bool:
        """Tell whether an answer, read as the kind expected, is what is expected.

        Text is read in the notation of either language: ``"0.025"`` is no thousands to a student.
        """
        if isinstance(expected, Either):
            return any(self.same(answer, one) for one in expected.answers)
        other = replace(self, language=_other(self.language))
        return any(
            reader.equal(reader.read(answer, expected), expected) for reader in (self, other)
        )

    def shows(self, answer: object, mistake: object) -> bool:
        """Tell whether an answer is a certain wrong one, or holds a certain wrong item."""
        try:
            if isinstance(mistake, Holding):
                return any(self.shows(one, mistake.item) for one in _items(answer))
            return self.same(answer, mistake)
        except Unreadable:
            return False

    def equal(self, given: object, expected: object) -> bool:
        """Compare something already read with what is expected."""
        expected = plain(expected)
        if isinstance(expected, bool) or isinstance(given, bool):
            return given is expected
        if isinstance(expected, Number):
            return math.isclose(given, expected, rel_tol=self.tolerance, abs_tol=1e-12)
        if isinstance(expected, Interval):
            return self._equal_intervals(given, expected)
        if isinstance(expected, Mapping):
            return not self.wrong_keys(given, expected)
        if isinstance(expected, _SEVERAL):
            missing, extra = self.differences(given, expected)
            return not missing and not extra
        return self._code(given) == self._code(expected)

    def wrong_keys(self, given: Mapping, expected: Mapping) -> list:
        """List the keys of a table of answers whose answer is absent or wrong."""
        return [
            key
            for key, value in expected.items()
            if key not in given or not self.equal(given[key], value)
        ]

    def differences(self, given, expected) -> tuple[list, list]:
        """List what is missing from a collection of answers, and what is too much."""
        missing = [one for one in expected if not any(self.equal(other, one) for other in given)]
        extra = [other for other in given if not any(self.equal(other, one) for one in expected)]
        return missing, extra

    def _number(self, answer: object) -> float:
        answer = plain(answer)
        if isinstance(answer, bool):
            raise Unreadable("number")
        if isinstance(answer, str):
            return self._written(answer)
        try:
            return float(answer)
        except (TypeError, ValueError):
            raise Unreadable("number") from None

    def _written(self, text: str) -> float:
        text = tidy(text)
        sign = -1 if text[:1] in ("-", "\u2212") else 1
        for language in (self.language, _other(self.language)):
            try:
                return sign * numerals.read(text, language).value
            except numerals.NumeralError:
                continue
        raise Unreadable("number")

    def _interval(self, answer: object) -> Interval:
        if isinstance(answer, Interval):
            return answer
        if isinstance(answer, str):
            answer = _BOUNDS.findall(answer.replace("\u2013", " "))
            answer = [end.rstrip(".,") for end in answer]
        if not isinstance(answer, (list, tuple)) or len(answer) != 2:
            raise Unreadable("interval")
        low, high = (self._number(end) for end in answer)
        if low > high or math.isnan(low + high):
            raise Unreadable("interval")
        return Interval(low, high)

    def _equal_intervals(self, given: Interval, expected: Interval) -> bool:
        finite = not math.isinf(expected.width)
        reach = 0.05 * expected.width if finite and expected.width else 0.0
        ends = ((given.low, expected.low), (given.high, expected.high))
        slack = self.tolerance if not reach else 1e-9
        return all(math.isclose(a, b, rel_tol=slack, abs_tol=reach) for a, b in ends)

    def _pairs(self, answer: object, like: Mapping) -> dict:
        if not isinstance(answer, Mapping):
            raise Unreadable("pairs")
        names = {fold(str(key)): key for key in like}
        known = ((names.get(fold(str(key))), value) for key, value in answer.items())
        return {
            key: self.read(value, like[key])
            for key, value in known
            if key is not None and not undone(value)
        }

    def _text(self, answer: object) -> str:
        answer = answer.observation if isinstance(answer, Observation) else answer
        if not isinstance(answer, str):
            raise Unreadable("choice" if self.choices else "text")
        if self.choices and fold(answer) not in _names(self.choices):
            raise Unreadable("choice")
        return self._code(answer)

    def _code(self, text: str) -> str:
        return _names(self.choices).get(fold(str(text)), fold(str(text)))


@lru_cache
def _names(choices: tuple[str, ...]) -> dict[str, str]:
    """Return what each choice may be called, folded, with its code."""
    names = {}
    for code in choices:
        listed = "|".join(message(f"lesson-choice-{code}", language) for language in LANGUAGES)
        names |= {fold(name): code for name in (code, *listed.split("|"))}
    return names


def _truth(answer: object) -> bool:
    if isinstance(answer, str) and fold(answer) in _TRUTH:
        return _TRUTH[fold(answer)]
    if isinstance(answer, (bool, np.bool_)):
        return bool(answer)
    raise Unreadable("truth")


def _items(answer: object) -> list:
    """Return the items of a list of answers, also of one written as text or of one item."""
    if isinstance(answer, str):
        return [part for part in _SEPARATORS.split(answer) if part.strip()]
    if isinstance(answer, (Number, Observation, Measure)):
        return [answer]
    try:
        return list(answer)
    except TypeError:
        raise Unreadable("several") from None


def _other(language: str) -> str:
    return "en" if language == "vi" else "vi"


def plain(value: object) -> object:
    """Return the number behind a figure, and everything else as it is."""
    return value.value if isinstance(value, (Observation, Measure)) else value


def undone(answer: object) -> bool:
    """Tell whether an answer is still the ``...`` it began as, or empty."""
    if isinstance(answer, str):
        return tidy(answer) in _UNDONE
    if isinstance(answer, Mapping):
        return all(undone(value) for value in answer.values())
    if isinstance(answer, (list, tuple, set, frozenset)):
        return not answer or all(undone(value) for value in answer)
    return answer is None or answer is ...
