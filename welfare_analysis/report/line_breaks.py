"""Line breaks: how wide text is, where it is broken in two, and what stays on one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

MILLIMETRE = 72 / 25.4  # in points

_FONTS = Path(__file__).resolve().parent.parent / "fonts"
_STOPS = (",", ":", ";", "–")
_TIE = "\u00a0"
_YEAR = r"(?!(?:19|20)\d\d\b)"
_RULES = (
    # A number and its unit, but not a year and whatever follows it: «8.417 người».
    (re.compile(rf"(?<![\w/.,–−-]){_YEAR}(\d+(?:[.,]\d+)*%?) (?=[^\W\d_])"), rf"\1{_TIE}"),
    # A word and the number that completes it: «năm 2023», «Bảng 2», «para. 16».
    (
        re.compile(
            r"(?<!\w)(năm|tháng|ngày|trang|đoạn|Hình|Bảng|đ\.|page|Figure|Table|para\.) (?=\d)",
            re.IGNORECASE,
        ),
        rf"\1{_TIE}",
    ),
    # An English date: «31 Dec 2018».
    (
        re.compile(r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*) (?=\d{4}\b)"),
        rf"\1{_TIE}",
    ),
    (re.compile(r"\b(TP|Tp)\. (?=\w)"), rf"\1.{_TIE}"),
    (re.compile(r"\b(Hồ|Ho) (Chí|Chi) (?=Minh\b)"), rf"\1{_TIE}\2{_TIE}"),
    # A dash never begins a line.
    (re.compile(r" (?=[–—] )"), _TIE),
)


def measured(*, bold: bool, size: float) -> Callable[[str], float]:
    """Return what measures a text in points, without kerning, which makes it shorter at most."""
    face = "Bold" if bold else "Regular"
    return lambda text: _ems(text, face) * size


@lru_cache(maxsize=20_000)  # the words of a table are tried in columns of many widths
def _ems(text: str, face: str) -> float:
    advances, missing = widths(face)
    return sum(advances.get(ord(letter), missing) for letter in text)


def halves(text: str, measure: Callable[[str], float], at_stops: float = 0.0) -> list[str]:
    """Break a text into two lines alike in length; one of a single word is left as it is.

    A line may be longer by ``at_stops`` to end with a comma or a colon.
    """
    words = text.split(" ")
    ways = [["\u00a0".join(words[:n]), "\u00a0".join(words[n:])] for n in range(1, len(words))]

    def length(way: list[str]) -> float:
        return max(map(measure, way)) - (at_stops if way[0].endswith(_STOPS) else 0)

    return min(ways, key=length, default=[text])


@lru_cache(maxsize=2)
def widths(face: str) -> tuple[dict[int, float], float]:
    """Return the width of every letter of a face in ems, and that of one it lacks."""
    from fontTools.ttLib import TTFont  # comes with matplotlib

    with TTFont(_FONTS / f"IBMPlexSans-{face}.ttf", lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        found = {code: advances[name][0] / em for code, name in font.getBestCmap().items()}
    return found, max(found.values())


def tied(text: str) -> str:
    """Put no-break spaces where a line must not end.

    Examples
    --------
    >>> tied("8.417 người, năm 2023").replace(_TIE, "~")
    '8.417~người, năm~2023'
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def tied_all(content):
    """Return blocks or inline content with all its text tied; code stays as it is."""
    if isinstance(content, list):
        return [tied_all(item) for item in content]
    if not isinstance(content, dict):
        return content
    if content.get("t") == "text":
        return {**content, "s": tied(content["s"])}
    return {key: tied_all(value) for key, value in content.items()}
