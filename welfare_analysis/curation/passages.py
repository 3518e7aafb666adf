"""Passages: what stands around a figure in an article: its sentence, the heading, abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"»)]*\s+(?=[“\"«(]*([^\W\d_]))")
_ABBREVIATION = re.compile(r"(?<!\w)(?:TP|Tp|TX|TT|PGS|GS|TS|ThS|BS|Mr|Mrs|Dr)\.$")
_INTRODUCED = re.compile(r"\(([A-ZĐ]{2,8})\)")  # "giáo dục nghề nghiệp (GDNN)"
_HEADING = 120  # characters: longer lines are paragraphs


@dataclass(frozen=True)
class Passage:
    """The place of a figure in an article.

    Attributes
    ----------
    article : Article
    paragraph : int
        Number of the line, counted from 1.
    begin, end : int
        Where the figure stands in it.
    """

    article: Article
    paragraph: int
    begin: int
    end: int

    @property
    def line(self) -> str:
        """The paragraph."""
        return self.article.lines[self.paragraph - 1]

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence of the figure begins and ends in the paragraph."""
        starts = sentences(self.line)
        first = max(start for start in starts if start <= self.begin)
        return first, min((start for start in starts if start > first), default=len(self.line))

    @property
    def number(self) -> int:
        """Number of the sentence in the paragraph."""
        return 1 + sentences(self.line).index(self.sentence[0])

    @property
    def before(self) -> str:
        """What the sentence says before the figure."""
        return self.line[self.sentence[0] : self.begin]

    @property
    def after(self) -> str:
        """What the sentence says after the figure."""
        return self.line[self.end : self.sentence[1]]

    @property
    def earlier(self) -> str:
        """The sentences of the paragraph before that of the figure."""
        return self.line[: self.sentence[0]]

    @property
    def heading(self) -> str:
        """The nearest line above that is short and no sentence; empty if there is none."""
        above = reversed(self.article.lines[: self.paragraph - 1])
        return next((line for line in above if is_heading(line)), "")


@dataclass(frozen=True)
class Article:
    """The lines of an article that are not blank."""

    lines: tuple[str, ...]

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Abbreviations that the article introduces in brackets, with what they stand for."""
        return {
            short: long
            for line in self.lines
            for match in _INTRODUCED.finditer(line)
            for short in [match[1]]
            for long in [_stood_for(short, line[: match.start()])]
            if long
        }

    def spelt(self, text: str) -> str:
        """Write a text with the abbreviations of the article in full."""
        for short, long in self.abbreviations.items():
            text = re.sub(rf"(?<!\w){short}(?!\w)", long, text)
        return text


def sentences(line: str) -> list[int]:
    """List where the sentences of a paragraph begin.

    Examples
    --------
    >>> sentences("Tại TP. Hồ Chí Minh có 2 hộ. Ưu tiên 3 hộ.")
    [0, 29]
    """
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(line)
        if match[1].isupper() and not _ABBREVIATION.search(line[: match.start()])
    ]
    return [0, *ends]


def is_heading(line: str) -> bool:
    """Tell a short line that is no sentence."""
    return len(line) < _HEADING and line[-1:] not in ".:;,…" and len(line.split()) > 2


def _stood_for(short: str, before: str) -> str:
    """Return the last words before an abbreviation whose first letters it is made of."""
    words = before.split()[-len(short) :]
    initials = "".join(word.strip("“”\"'(),")[:1] for word in words).upper()
    return " ".join(words).strip("“”\"'(), ") if initials == short else ""
