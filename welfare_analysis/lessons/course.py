"""Course: the lessons, and what a student asks of one: a check, a hint, the progress made."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.loading import load
from ..errors import UnknownName
from ..messages import exists, joined, known, message
from ..show.markdown import literal
from . import exercises as folder
from . import handed_in
from .answers import Reader
from .exercise import MAKERS, VARIED, Either, Exercise, Holding, Maker, figures
from .feedback import HINT, OPEN, RIGHT, WRONG, Feedback, remark
from .typed_words import undone
from .writing import written


def numbers() -> list[int]:
    """List the lessons there are."""
    return sorted(_lessons())


def exercises(number: int) -> dict[str, Maker]:
    """Return the exercises of a lesson, each a function of the data, by their keys."""
    if number not in _lessons():
        raise UnknownName("lesson", str(number), map(str, numbers()))
    return _lessons()[number]


@cache
def _lessons() -> dict[int, dict[str, Maker]]:
    """Find the exercises of every lesson by looking through their folder."""
    for module in iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
    found: dict[int, dict[str, Maker]] = {}
    for key, make in MAKERS.items():
        found.setdefault(int(key[:-1]), {})[key] = make
    return found


def lesson(
    number: int, language: str = "vi", data: Catalogue | None = None, seed: int = 0
) -> Lesson:
    """Open a lesson of the course.

    Parameters
    ----------
    number : int
        1 to 5.
    language : {"vi", "en"}
        Language of what the lesson says.
    data : Catalogue, optional
        The data; loaded when absent.
    seed : int
        Draws the figures of the exercises that can be set on several; 0 takes the usual ones.

    Examples
    --------
    >>> print(lesson(1, "en").check("1a", ...))
    Not answered yet. Put your answer in place of ... and run the cell again. Need a hint? lesson.hint("1a")
    """  # noqa: E501 - the sentence is shown as it is printed
    return Lesson(number, known(language), data if data is not None else load(), seed)


class Lesson:
    """One lesson in one language: checks answers, gives hints, keeps the progress.

    Attributes
    ----------
    number : int
    language : {"vi", "en"}
    data : Catalogue
    seed : int
    exercises : dict
        Keys of the exercises, in their order, to the functions that make them from the data.
    """

    def __init__(self, number: int, language: str, data: Catalogue, seed: int = 0):
        self.number, self.language, self.data, self.seed = number, language, data, seed
        self.exercises = exercises(number)
        self._made: dict[str, Exercise] = {}
        self._right: set[str] = handed_in.solved_before() & set(self.exercises)
        self._hinted: dict[str, int] = {}

    def __repr__(self) -> str:
        return self._say(
            "lesson-about", number=str(self.number), exercises=", ".join(self.exercises)
        )

    def given(self, key: str) -> object:
        """Return what an exercise hands over to be worked on."""
        return self._exercise(key).given

    def figures(self, key: str) -> list[Observation]:
        """Return the figures that an exercise is set on, where it can be set on several."""
        return figures(self.data, *self._names(key))

    def check(self, key: str, answer: object = ...) -> Feedback:
        """Say whether an answer is right, and if not, what is wrong with it."""
        exercise = self._exercise(key)
        if undone(answer):
            return self._feedback(OPEN, self._say("lesson-open-text", key=key))
        reply = self._reply(key, exercise, answer)
        self._right -= {key}
        if reply.verdict == RIGHT:
            self._right.add(key)
        return reply

    def hint(self, key: str, number: int | None = None) -> Feedback:
        """Give the next hint of an exercise, or the hint of a number."""
        hints = self.hints(key)
        place = number or self._hinted.get(key, 0) + 1
        if not 1 <= place <= len(hints):
            return self._feedback(HINT, self._say("lesson-hint-none", n=len(hints)))
        self._hinted[key] = max(place, self._hinted.get(key, 0))
        count = self._say("lesson-hint-count", place=str(place), all=str(len(hints)))
        return self._feedback(HINT, f"{count} {hints[place - 1]}")

    def hints(self, key: str) -> list[str]:
        """Return all hints of an exercise, as inline Markdown."""
        self._exercise(key)
        names = (f"hint-{place}" for place in itertools.count(1))
        there = itertools.takewhile(
            lambda name: exists(f"lesson-{key}-{name}", self.language), names
        )
        return [self._text(key, name) for name in there]

    def open(self, key: str) -> bool:
        """Tell whether an exercise asks for the student's own words or work."""
        return self._exercise(key).fault is not None

    def explain(self, key: str) -> str:
        """Say why the answer of an exercise is right, as inline Markdown."""
        return self._text(key, "right")

    def progress(self) -> Feedback:
        """Say which exercises are done and which are left."""
        left = [key for key in self.exercises if key not in self._right]
        counts = {"done": str(len(self._right)), "all": str(len(self.exercises))}
        if not left:
            return self._feedback(RIGHT, self._say("lesson-progress-all", **counts))
        listed = joined(left, self.language)
        return self._feedback(OPEN, self._say("lesson-progress", left=listed, **counts))

    def answer(self, key: str) -> object:
        """Return the right answer of an exercise, of an open one a model."""
        return self._example(self._exercise(key).expected)

    def mistakes(self, key: str) -> list[tuple[str, object]]:
        """List the anticipated wrong answers of an exercise: name and one such answer."""
        exercise = self._exercise(key)
        return [
            (name, [*sorted(exercise.expected), wrong.item])
            if isinstance(wrong, Holding)
            else (name, self._example(wrong))
            for name, wrong in exercise.mistakes.items()
        ]

    def written(self, value: object, key: str = "") -> str:
        """Write a value, or an answer to an exercise, as a reader of the language expects it."""
        return written(value, self.language, self._exercise(key).choices if key else ())

    def _exercise(self, key: str) -> Exercise:
        """Make an exercise from the data, once."""
        if key not in self.exercises:
            raise UnknownName("exercise", key, self.exercises)
        if key not in self._made:
            names = [self._names(key)] if key in VARIED else []
            self._made[key] = self.exercises[key](self.data, *names)
        return self._made[key]

    def _names(self, key: str) -> tuple[str, ...]:
        """Choose the figures of an exercise: the next in the list with each seed."""
        among = VARIED[key](self.data)
        return among[self.seed % len(among)]

    def _reply(self, key: str, exercise: Exercise, answer: object) -> Feedback:
        settings = (exercise.tolerance, exercise.choices, exercise.percent)
        reader = Reader(self.language, *settings)
        mistake = _mistake(exercise, reader, answer)
        if mistake == "":
            return self._feedback(RIGHT, self.explain(key))
        if mistake in exercise.mistakes:
            said = self._text(key, f"mistake-{mistake}", answer=_typed(answer))
            return self._feedback(WRONG, said, mistake)
        if mistake is not None:
            return self._feedback(WRONG, self._say("lesson-wrong-open", key=key))
        name, values = remark(reader, answer, exercise.expected)
        return self._feedback(
            WRONG, self._say(f"lesson-{name}", key=key, **self._texts(key, values))
        )

    def _example(self, value: object) -> object:
        value = value.answers[0] if isinstance(value, Either) else value
        return value(self.language) if callable(value) else value

    def _text(self, key: str, name: str, **more) -> str:
        values = {**self._exercise(key).values, **more}
        return self._say(f"lesson-{key}-{name}", **self._texts(key, values))

    def _texts(self, key: str, values: Mapping[str, object]) -> dict[str, str]:
        return {name: literal(self.written(value, key)) for name, value in values.items()}

    def _say(self, name: str, **values) -> str:
        return message(name, self.language, **values)

    def _feedback(self, verdict: str, markdown: str, mistake: str = "") -> Feedback:
        return Feedback(verdict, mistake, markdown, self.language)


def _mistake(exercise: Exercise, reader: Reader, answer: object) -> str | None:
    """Name the anticipated mistake of an answer: empty if it is right, None if it is another."""
    if exercise.fault and (named := exercise.fault(answer)) is not None:
        return named
    if reader.shows(answer, exercise.expected):
        return ""
    return next(
        (name for name, wrong in exercise.mistakes.items() if reader.shows(answer, wrong)), None
    )


def _typed(answer: object) -> object:
    """Return an answer so that it can be named; a function without its brackets is not called."""
    return getattr(answer, "__name__", str(answer)) if callable(answer) else answer
