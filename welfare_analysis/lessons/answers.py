"""Answers: what a student typed, read as the kind of thing the exercise asks for, and compared."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from numbers import Number

from ..codes import LANGUAGES
from ..data.figures import Observation
from ..data.intervals import Interval
from ..data.text import fold
from ..messages import message
from . import typed_words
from .exercise import Either, Holding
from .typed_numbers import Unreadable, alone, ends, number, other, plain

SEVERAL = (set, frozenset, list, tuple)


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
    percent : bool
        Whether numbers are percentages, so that a percent sign changes nothing.
    """

    language: str
    tolerance: float = 0.005
    choices: tuple[str, ...] = ()
    percent: bool = False

    def read(self, answer: object, like: object) -> object:
        """Read an answer as the kind of thing that ``like`` is.

        Raises
        ------
        Unreadable
            If it is nothing of that kind.
        """
        like = plain(like)
        if isinstance(like, Mapping):
            return self._pairs(alone(answer), like)
        if isinstance(like, SEVERAL):
            example = next(iter(like), "")
            return [self.read(one, example) for one in typed_words.items(answer, self._names)]
        if isinstance(like, bool):
            return typed_words.truth(alone(answer))
        if isinstance(like, Number):
            return number(alone(answer), self.language, self.percent)
        if isinstance(like, Interval):
            return self._interval(alone(answer))
        return self._text(answer if isinstance(answer, Observation) else alone(answer))

    def same(self, answer: object, expected: object) -> bool:
        """Tell whether an answer, read as the kind expected, is what is expected.

        Text is read in the notation of either language: ``"0.025"`` is no thousands to a student.

        Raises
        ------
        Unreadable
            If it is nothing of that kind in either.
        """
        if isinstance(expected, Either):
            return any(self.same(answer, one) for one in expected.answers)
        unread = []
        for reader in (self, replace(self, language=other(self.language))):
            try:
                if reader.equal(reader.read(answer, expected), expected):
                    return True
            except Unreadable as problem:
                unread.append(problem)
        if len(unread) == len(LANGUAGES):
            raise unread[0]
        return False

    def shows(self, answer: object, mistake: object) -> bool:
        """Tell whether an answer is a certain wrong one, or holds a certain wrong item."""
        try:
            if isinstance(mistake, Holding):
                listed = typed_words.items(answer, self._names)
                return any(self.shows(one, mistake.item) for one in listed)
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
            return all(self.equal_ends(given, expected))
        if isinstance(expected, Mapping):
            return not self.wrong_keys(given, expected)
        if isinstance(expected, SEVERAL):
            missing, extra = self.differences(given, expected)
            return not missing and not extra
        return self._code(given) == self._code(expected)

    def equal_ends(self, given: Interval, expected: Interval) -> tuple[bool, bool]:
        """Compare the two ends of an interval already read with those expected."""
        finite = not math.isinf(expected.width)
        reach = 0.05 * expected.width if finite and expected.width else 0.0
        slack = self.tolerance if not reach else 1e-9
        low, high = (
            math.isclose(a, b, rel_tol=slack, abs_tol=reach)
            for a, b in ((given.low, expected.low), (given.high, expected.high))
        )
        return low, high

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

    @property
    def _names(self) -> dict[str, str]:
        return _names(self.choices)

    def _interval(self, answer: object) -> Interval:
        if isinstance(answer, Interval):
            return answer
        return Interval(*ends(answer, self.language, self.percent))

    def _pairs(self, answer: object, like: Mapping) -> dict:
        found = typed_words.pairs(answer, like)
        if found is None:
            raise Unreadable("pairs")
        return {key: self.read(value, like[key]) for key, value in found.items()}

    def _text(self, answer: object) -> str:
        answer = answer.observation if isinstance(answer, Observation) else answer
        code = typed_words.choice(answer, self._names)
        if code is None and self.choices:
            raise Unreadable("choice")
        if not isinstance(answer, str) and code is None:
            raise Unreadable("text")
        return code or fold(answer)

    def _code(self, text: str) -> str:
        return self._names.get(typed_words.key(str(text)), fold(str(text)))


@lru_cache
def _names(choices: tuple[str, ...]) -> dict[str, str]:
    """Return what each choice may be called, by its spelling, with its code."""
    names = {}
    for code in choices:
        listed = "|".join(message(f"lesson-choice-{code}", language) for language in LANGUAGES)
        names |= {typed_words.key(name): code for name in (code, *listed.split("|"))}
    return names
