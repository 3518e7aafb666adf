"""Feedback: what a student is told after a check, a hint or a look at the progress made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Number

from ..data.intervals import Interval
from ..messages import message
from ..show import markdown
from ..show.document import bundle
from ..show.render.html import part
from .answers import Reader
from .exercise import Either
from .typed_numbers import Unreadable, plain

RIGHT, WRONG, OPEN, HINT = "right", "wrong", "open", "hint"
# Lines only: colours of text and page stay those of the theme, light or dark.
_COLOURS = {RIGHT: "#2e8b57", WRONG: "#c2571a", OPEN: "#808890", HINT: "#2f7fb5"}


@dataclass(frozen=True)
class Feedback:
    """An answer to a student.

    Attributes
    ----------
    verdict : str
        ``right``, ``wrong``, ``open`` (not yet answered) or ``hint``.
    mistake : str
        Name of the anticipated mistake, else empty.
    markdown : str
        What is said, as inline Markdown.
    language : {"vi", "en"}
    """

    verdict: str
    mistake: str
    markdown: str
    language: str

    @property
    def label(self) -> str:
        """The verdict in a word or two."""
        return message(f"lesson-{self.verdict}", self.language)

    def __str__(self) -> str:
        return f"{self.label} {markdown.line(self.markdown)}".strip()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        said = f"**{self.label}** {self.markdown}".strip()
        content = {
            "kind": "prose",
            "language": self.language,
            "blocks": markdown.blocks(said),
            "observations": [],
            "verdict": self.verdict,
            "mistake": self.mistake,
        }
        return bundle(content, html=self._html(said), markdown=said, plain=str(self))

    def _html(self, said: str) -> str:
        shown = markdown.line(said), _COLOURS[self.verdict]
        return part("notebook.html.j2", "feedback", self, *shown)


def remark(reader: Reader, answer: object, expected: object) -> tuple[str, dict[str, object]]:
    """Choose what can be said of a wrong answer that nobody anticipated: a message, its values."""
    expected = plain(expected.answers[0] if isinstance(expected, Either) else expected)
    try:
        given = reader.read(answer, expected)
    except Unreadable as problem:
        typed = str(answer)[:80]
        values = {"answer": lambda language: typed, "choices": reader.choices}  # not a code's name
        return f"unread-{problem.kind}", values
    if isinstance(expected, Interval):
        return f"wrong-{_misfit(reader, given, expected)}", {}
    if isinstance(expected, Mapping):
        wrong = reader.wrong_keys(given, expected)
        counts = {"n": str(len(expected) - len(wrong)), "all": str(len(expected))}
        return "wrong-pairs", {"keys": ", ".join(map(str, wrong)), **counts}
    if isinstance(expected, (set, frozenset, list, tuple)):
        missing, extra = reader.differences(given, expected)
        return "wrong-several", {"extra": extra or "\u2013", "missing": str(len(missing))}
    number = isinstance(expected, Number) and not isinstance(expected, bool)
    size = _size(given / expected) if number and given and expected else ""
    return f"wrong-{size or 'text'}", {}


_HUNDREDS = (1e2, 1e-2)
_SCALES = (1e3, 1e6, 1e9, 1e12, 1e-3, 1e-6, 1e-9, 1e-12)


def _size(ratio: float) -> str:
    """Name what a wrong number is off by: a sign, hundreds, a scale word, a rounding."""

    def is_one_of(powers: Iterable[float]) -> bool:
        return any(abs(ratio / power - 1) < 1e-3 for power in powers)

    if abs(ratio + 1) < 1e-3:
        return "sign"
    if is_one_of(_HUNDREDS):
        return "hundred"
    if is_one_of(_SCALES):
        return "scale"
    return "rounding" if abs(ratio - 1) < 0.05 else ""


def _misfit(reader: Reader, given: Interval, expected: Interval) -> str:
    """Name what is wrong with an interval: its scale, an end, its width, its place."""
    for name, powers in (("hundred", _HUNDREDS), ("scale", _SCALES)):
        if any(reader.equal(given * power, expected) for power in powers):
            return name
    low, high = reader.equal_ends(given, expected)
    if low or high:
        return f"interval-{'high' if low else 'low'}"
    if given.high <= expected.low or given.low >= expected.high:
        return "interval-below" if given.high <= expected.low else "interval-above"
    if given.low < expected.low and given.high > expected.high:
        return "interval-wide"
    if given.low > expected.low and given.high < expected.high:
        return "interval-narrow"
    return "interval-shifted"
