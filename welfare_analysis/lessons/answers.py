"""Answers: what a student typed, read as the kind of thing the exercise asks for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from numbers import Number

import numpy as np

from ..data import numerals
from ..data.figures import Observation
from ..data.intervals import Interval
from ..data.text import fold, tidy
from ..judge.derived import Measure

_UNDONE = ("", "…", "...")
_TRUTH = {
    "dung": True,
    "co": True,
    "true": True,
    "yes": True,
    "sai": False,
    "khong": False,
    "false": False,
    "no": False,
}
_SEPARATORS = re.compile(r"[;\n]|,(?!\d)")
_BOUNDS = re.compile(r"[-\u2212]?\d[\d.,]*(?:\s*(?:nghìn|triệu|tỷ|thousand|million|billion))*")


class Unreadable(ValueError):
    """An answer that cannot be read as the kind asked for, named by ``kind``."""

    def __init__(self, kind: str):
        self.kind = kind
        super().__init__(kind)


@dataclass(frozen=True)
class Reading:
    """How the answers of one exercise are read and compared.

    Attributes
    ----------
    language : {"vi", "en"}
        Decides what ``10,9`` and ``1.234`` mean first; the other language comes second.
    tolerance : float
        Largest difference from a number, in parts of the number.
    words : mapping
        What a choice may be called, folded, to its code.
    """

    language: str
    tolerance: float
    words: Mapping[str, str] = field(default_factory=dict)

    def read(self, answer: object, like: object) -> object:
        """Read an answer as the kind of thing that ``like`` is.

        Raises
        ------
        Unreadable
            If it is nothing of that kind.
        """
        like = plain(like)
        if isinstance(like, bool):
            return self._truth(answer)
        if isinstance(like, Number):
            return self._number(answer)
        if isinstance(like, Interval):
            return self._interval(answer)
        if isinstance(like, Mapping):
            return self._pairs(answer, like)
        if isinstance(like, (set, frozenset, list, tuple)):
            return self._several(answer, next(iter(like), ""))
        return self._text(answer)

    def same(self, answer: object, expected: object) -> bool:
        """Tell whether an answer, read as the kind expected, is what is expected.

        Text is read in the notation of either language: ``"0.025"`` is no thousands to a student.
        """
        if self.equal(self.read(answer, expected), expected):
            return True
        other = replace(self, language=_other(self.language))
        return other.equal(other.read(answer, expected), expected)

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
        if isinstance(expected, (set, frozenset, list, tuple)):
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

    def _truth(self, answer: object) -> bool:
        if isinstance(answer, str) and fold(answer) in _TRUTH:
            return _TRUTH[fold(answer)]
        if isinstance(answer, (bool, np.bool_)):
            return bool(answer)
        raise Unreadable("truth")

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
        answer = plain(answer)
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
        return {
            names[fold(str(key))]: self.read(value, like[names[fold(str(key))]])
            for key, value in answer.items()
            if fold(str(key)) in names and not undone(value)
        }

    def _several(self, answer: object, like: object) -> list:
        if isinstance(answer, str):
            answer = [part for part in _SEPARATORS.split(answer) if part.strip()]
        elif isinstance(answer, (Number, Observation, Measure)):
            answer = [answer]
        try:
            return [self.read(one, like) for one in answer]
        except TypeError:
            raise Unreadable("several") from None

    def _text(self, answer: object) -> str:
        answer = answer.observation if isinstance(answer, Observation) else answer
        if not isinstance(answer, str):
            raise Unreadable("choice" if self.words else "text")
        if self.words and fold(answer) not in self.words:
            raise Unreadable("choice")
        return self._code(answer)

    def _code(self, text: str) -> str:
        return self.words.get(fold(str(text)), fold(str(text)))


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
