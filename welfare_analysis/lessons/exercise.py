"""Exercise: what is asked, what is right, which wrong answers are expected and what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..data.catalogue import Catalogue
from ..data.figures import Observation, observation


@dataclass(frozen=True)
class Exercise:
    """One exercise of a lesson, made from the data by a function marked with `exercise`.

    Its texts are messages: ``lesson-KEY-right`` (why it is right), ``lesson-KEY-hint-1`` and so
    on, as many as there are, and ``lesson-KEY-mistake-NAME`` for every anticipated mistake.

    Parameters
    ----------
    expected : object
        The right answer: a number, text, truth value, `Interval`, printed or derived figure; a
        set, list or tuple of these in any order; a dict of answers; `Either` of several.  For an
        open exercise a model answer.
    mistakes : mapping
        Name of each anticipated mistake to such an answer, the first that fits being told: of
        the same kinds as `expected`, where a dict need only hold the wrong items; or `Holding`
        a wrong item.  Of an open exercise an example.
    fault : callable, optional
        Makes an exercise open: takes what the student handed in and names the mistake; empty
        when the answer will do, None when it is to be compared with what is expected.
    choices : tuple of str
        Codes an answer may hold; ``lesson-choice-CODE`` lists what each may be called.
    tolerance : float
        Largest difference from a number that counts as right, in parts of the number.
    percent : bool
        Whether the answer is in percent; else a typed ``150%`` is 1.5.
    values : mapping
        What the messages of the exercise mention, by name: figures, intervals, numbers or text.
    given : object
        What the exercise hands over to be worked on.

    Notes
    -----
    Model, examples and values that differ by language are functions of the language.
    """

    expected: object
    mistakes: Mapping[str, object]
    fault: Callable[[object], str | None] | None = None
    choices: tuple[str, ...] = ()
    tolerance: float = 0.005
    percent: bool = False
    values: Mapping[str, object] = field(default_factory=dict)
    given: object = None


Maker = Callable[..., Exercise]
Names = tuple[str, ...]
MAKERS: dict[str, Maker] = {}
VARIED: dict[str, Callable[[Catalogue], list[Names]]] = {}


def exercise(
    key: str, among: Callable[[Catalogue], list[Names]] | None = None
) -> Callable[[Maker], Maker]:
    """Mark a function of the data that makes an exercise.

    Parameters
    ----------
    key : str
        Number of the lesson and a letter: ``"1a"``.
    among : callable, optional
        Lists the figures that the exercise can be set on, each a tuple of identifiers, the usual
        ones first; the function then takes one of these after the data, and neighbours in class
        get different ones.

    Raises
    ------
    ValueError
        If another function makes an exercise of that key.
    """

    def marked(make: Maker) -> Maker:
        known = MAKERS.setdefault(key, make)
        if (known.__module__, known.__name__) != (make.__module__, make.__name__):
            raise ValueError(
                f"Exercise {key!r} of {make.__module__} is also in {known.__module__}: "
                "give one of them another letter."
            )
        MAKERS[key] = make
        if among is not None:
            VARIED[key] = among
        return make

    return marked


@dataclass(frozen=True)
class Either:
    """Answers of which each will do."""

    answers: tuple[object, ...]


@dataclass(frozen=True)
class Holding:
    """A list of answers that holds a certain wrong item, whatever else it holds."""

    item: object


def figures(data: Catalogue, *names: str) -> list[Observation]:
    """Return printed figures by their identifiers."""
    return [observation(data, name) for name in names]


def place_names(data: Catalogue) -> dict[str, list[str]]:
    """Return every name of each place below the country, by its code."""
    return {
        row.area: [row.name_vi, row.name_en, *filter(None, row.aliases.split("|"))]
        for row in data.areas.itertuples()
        if row.level != "country"
    }


class Year(int):
    """A year: compared as a number, written without grouping."""
