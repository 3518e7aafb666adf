"""Course: the lessons, and what a student asks of one: a check, a hint, the progress made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from ..codes import LANGUAGES
from ..data.catalogue import Catalogue, load
from ..data.text import fold
from ..errors import UnknownName
from ..messages import message
from ..show.inline import literal
from ..show.words import joined
from .answers import Reading, Unreadable, plain, undone
from .exercise import Exercise, Pattern
from .feedback import HINT, OPEN, RIGHT, WRONG, Feedback
from .writing import written

_MODULES = ("one", "two", "three", "four", "five")


def numbers() -> list[int]:
    """List the lessons there are."""
    return [
        place for place, name in enumerate(_MODULES, start=1) if find_spec(f"{__package__}.{name}")
    ]


@lru_cache(maxsize=len(_MODULES))
def exercises(number: int) -> dict[str, Exercise]:
    """Return the exercises of a lesson by their keys."""
    if number not in numbers():
        raise UnknownName("lesson", str(number), map(str, numbers()))
    module = import_module(f".{_MODULES[number - 1]}", __package__)
    return {exercise.key: exercise for exercise in module.EXERCISES}


def lesson(number: int, language: str = "vi", data: Catalogue | None = None) -> Lesson:
    """Open a lesson of the course.

    Parameters
    ----------
    number : int
        1 to 5.
    language : {"vi", "en"}
        Language of what the lesson says.
    data : Catalogue, optional
        The data; loaded when absent.

    Examples
    --------
    >>> print(lesson(1, "en").check("1a", ...))
    Not answered yet. Put your answer in place of ... and run the cell again. Need a hint? lesson.hint("1a")
    """  # noqa: E501 - the sentence is shown as it is printed
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    return Lesson(number, language, data if data is not None else load(), exercises(number))


class Lesson:
    """One lesson in one language: checks answers, gives hints, keeps the progress."""

    def __init__(
        self, number: int, language: str, data: Catalogue, exercises: Mapping[str, Exercise]
    ):
        self.number, self.language, self.data = number, language, data
        self.exercises = exercises
        self._right: set[str] = set()
        self._given: dict[str, int] = {}
        self._made: dict[tuple[str, str], object] = {}

    def __repr__(self) -> str:
        return self._say(
            "lesson-about", number=str(self.number), exercises=", ".join(self.exercises)
        )

    def given(self, key: str) -> object:
        """Return what an exercise hands over to be worked on."""
        exercise = self._exercise(key)
        return exercise.given(self.data) if exercise.given else None

    def check(self, key: str, answer: object = ...) -> Feedback:
        """Say whether an answer is right, and if not, what is wrong with it."""
        exercise = self._exercise(key)
        if undone(answer):
            return self._feedback(OPEN, self._say("lesson-open-text", key=key))
        verdict = self._judge(exercise, answer)
        self._right -= {key}
        if verdict.verdict == RIGHT:
            self._right.add(key)
        return verdict

    def hint(self, key: str, number: int | None = None) -> Feedback:
        """Give the next hint of an exercise, or the hint of a number."""
        exercise = self._exercise(key)
        place = number or self._given.get(key, 0) + 1
        if not 1 <= place <= exercise.hints:
            return self._feedback(HINT, self._say("lesson-hint-none", n=exercise.hints))
        self._given[key] = max(place, self._given.get(key, 0))
        count = self._say("lesson-hint-count", place=str(place), all=str(exercise.hints))
        return self._feedback(HINT, f"{count} {self.hints(key)[place - 1]}")

    def hints(self, key: str) -> list[str]:
        """Return all hints of an exercise, as inline Markdown."""
        exercise = self._exercise(key)
        return [self._text(exercise, f"hint-{place}") for place in range(1, exercise.hints + 1)]

    def explain(self, key: str) -> str:
        """Say why the answer of an exercise is right, as inline Markdown."""
        return self._text(self._exercise(key), "right")

    def progress(self) -> Feedback:
        """Say which exercises are done and which are left."""
        left = [key for key in self.exercises if key not in self._right]
        counts = {"done": str(len(self._right)), "all": str(len(self.exercises))}
        if not left:
            return self._feedback(RIGHT, self._say("lesson-progress-all", **counts))
        listed = joined(left, self.language)
        return self._feedback(OPEN, self._say("lesson-progress", left=listed, **counts))

    def mistakes(self, key: str) -> list[tuple[str, object]]:
        """List the anticipated wrong answers of an exercise: name and one such answer."""
        exercise = self._exercise(key)
        return [
            (name, self._example(self._from_data(exercise, name))) for name in exercise.mistakes
        ]

    def written(self, value: object) -> str:
        """Write an answer or a value as a reader of the lesson's language expects it."""
        return written(value, self.language, self._choices)

    @property
    def _choices(self) -> frozenset[str]:
        return frozenset().union(*(exercise.choices for exercise in self.exercises.values()))

    def _example(self, wrong: object) -> object:
        if not isinstance(wrong, Pattern):
            return wrong
        return wrong.example(self.language) if callable(wrong.example) else wrong.example

    def _from_data(self, exercise: Exercise, name: str) -> object:
        """Compute once what follows from the data: a mistake, values, or the right answer."""
        place = (exercise.key, name)
        if place not in self._made:
            makers = {"": exercise.expected, "$values": exercise.values} | exercise.mistakes
            self._made[place] = makers[name](self.data)
        return self._made[place]

    def _exercise(self, key: str) -> Exercise:
        if key not in self.exercises:
            raise UnknownName("exercise", key, self.exercises)
        return self.exercises[key]

    def _judge(self, exercise: Exercise, answer: object) -> Feedback:
        reading, expected = self._reading(exercise), self._from_data(exercise, "")
        try:
            if self._is_right(exercise, reading, answer, expected):
                return self._feedback(RIGHT, self._text(exercise, "right"))
        except Unreadable as problem:
            unread = problem.kind
        else:
            unread = ""
        for name in exercise.mistakes:
            if _is_mistake(reading, answer, self._from_data(exercise, name)):
                said = self._text(exercise, f"mistake-{name}", answer=_typed(answer))
                return self._feedback(WRONG, said, name)
        if unread:
            return self._feedback(WRONG, self._unread(exercise, unread, answer))
        return self._feedback(WRONG, self._near(exercise, reading, answer, expected))

    def _is_right(self, exercise, reading, answer, expected) -> bool:
        if exercise.accepts is None:
            return reading.same(answer, expected)
        return bool(exercise.accepts(self.data, answer))

    def _reading(self, exercise: Exercise) -> Reading:
        words = {}
        for code in exercise.choices:
            words[fold(code)] = code
            for language in LANGUAGES:
                listed = message(f"lesson-choice-{code}", language)
                words |= {fold(word): code for word in listed.split("|")}
        return Reading(self.language, exercise.tolerance, words)

    def _near(self, exercise, reading, answer, expected) -> str:
        """Say what can be said of a wrong answer that nobody anticipated."""
        if exercise.accepts is not None:
            return self._say("lesson-wrong-open", key=exercise.key)
        given, expected = reading.read(answer, expected), plain(expected)
        if isinstance(expected, Mapping):
            wrong = reading.wrong_keys(given, expected)
            counts = {"n": str(len(expected) - len(wrong)), "all": str(len(expected))}
            return self._say(
                "lesson-wrong-pairs", keys=literal(", ".join(map(str, wrong))), **counts
            )
        if isinstance(expected, (set, frozenset, list, tuple)):
            missing, extra = reading.differences(given, expected)
            named = literal(", ".join(map(self.written, extra))) or "\u2013"
            return self._say("lesson-wrong-several", extra=named, missing=str(len(missing)))
        if isinstance(expected, (int, float)) and not isinstance(expected, bool) and given:
            size = _size(given / expected) if expected else ""
            if size:
                return self._say(f"lesson-wrong-{size}")
        return self._say("lesson-wrong-text", key=exercise.key)

    def _unread(self, exercise: Exercise, kind: str, answer: object) -> str:
        names = [self.written(code) for code in exercise.choices]
        shown = literal(str(answer)[:80])
        return self._say(f"lesson-unread-{kind}", answer=shown, choices=", ".join(names))

    def _text(self, exercise: Exercise, name: str, **more) -> str:
        values = dict(self._from_data(exercise, "$values")) | more
        texts = {key: literal(self.written(value)) for key, value in values.items()}
        return self._say(f"lesson-{exercise.key}-{name}", **texts)

    def _say(self, name: str, **values) -> str:
        return message(name, self.language, **values)

    def _feedback(self, verdict: str, markdown: str, mistake: str = "") -> Feedback:
        return Feedback(verdict, mistake, markdown, self.language)


def _typed(answer: object) -> object:
    """Return an answer so that it can be named; a function without its brackets is not called."""
    return getattr(answer, "__name__", str(answer)) if callable(answer) else answer


def _is_mistake(reading: Reading, answer: object, wrong: object) -> bool:
    if isinstance(wrong, Pattern):
        return bool(wrong.test(answer))
    try:
        return reading.same(answer, wrong)
    except Unreadable:
        return False


def _size(ratio: float) -> str:
    """Name what a wrong number is off by: a sign, hundreds, a scale word, a rounding."""
    if abs(ratio + 1) < 1e-3:
        return "sign"
    if any(abs(ratio / power - 1) < 1e-3 for power in (1e2, 1e-2)):
        return "hundred"
    if any(
        abs(ratio / power - 1) < 1e-3 for power in (1e3, 1e6, 1e9, 1e12, 1e-3, 1e-6, 1e-9, 1e-12)
    ):
        return "scale"
    return "rounding" if abs(ratio - 1) < 0.05 else ""
