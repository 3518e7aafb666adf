"""Exercise: what is asked, what is right, which wrong answers are expected and what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..data.catalogue import Catalogue

FromData = Callable[[Catalogue], object]


@dataclass(frozen=True)
class Pattern:
    """A kind of wrong answer that no single value describes.

    Parameters
    ----------
    test : callable
        Tells whether an answer as the student gave it is of this kind.
    example : object
        One such answer, for the instructor and for the tests; a function of the language where
        it differs.
    """

    test: Callable[[object], bool]
    example: object


@dataclass(frozen=True)
class Exercise:
    """One exercise of a lesson; every figure in it comes from the data.

    Its texts are messages: ``lesson-KEY-right`` (why it is right), ``lesson-KEY-hint-1`` …, and
    ``lesson-KEY-mistake-NAME`` for every anticipated mistake.

    Parameters
    ----------
    key : str
        Number of the lesson and a letter: ``"1a"``.
    expected : callable
        Computes the right answer from the data; for an open exercise a model answer.  A number,
        text, truth value, `Interval`, printed or derived figure; a set, list or tuple of these
        in any order; or a dict of answers.
    mistakes : mapping
        Name to a function of the data that returns the wrong answer, or a `Pattern`.
    hints : int
        How many hints there are.
    tolerance : float
        Largest difference from a number that counts as right, in parts of the number.
    choices : tuple of str
        Codes to choose from; ``lesson-choice-CODE`` lists what each may be called.
    accepts : callable, optional
        For an open exercise: tells from data and answer whether it will do.
    values : callable, optional
        Computes from the data what the messages of the exercise mention: figures, intervals,
        numbers or text by name.
    given : callable, optional
        Computes from the data what the exercise hands over to be worked on.
    """

    key: str
    expected: FromData
    mistakes: Mapping[str, FromData] = field(default_factory=dict)
    hints: int = 2
    tolerance: float = 0.005
    choices: tuple[str, ...] = ()
    accepts: Callable[[Catalogue, object], bool] | None = None
    values: Callable[[Catalogue], Mapping[str, object]] = field(default=lambda data: {})
    given: FromData | None = None
