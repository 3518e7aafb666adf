"""Typed numbers: the many ways in which a student may type a number or an interval."""

from __future__ import annotations

import math
import re

from ..codes import LANGUAGES
from ..data import numerals
from ..data.figures import Observation
from ..data.text import tidy
from ..judge.derived import Measure

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_MINUS = re.compile(rf"[^\d]*?(?:(?<!\w)[{DASHES}]|\bâm\b|\bminus\b)\s*(?=\d)", re.IGNORECASE)
_SCALE = re.compile(r"(?:\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion)\b)+", re.IGNORECASE)
_PERCENT = re.compile(r"%|phần trăm|per ?cent", re.IGNORECASE)
_FLOAT = re.compile(r"[-+]?\d+(?:\.\d+)?[eE][-+]?\d+")
_FRACTION = re.compile(rf"([{DASHES}]?[\d.,]+)\s*/\s*([\d.,]+)")
_TWO_NUMBERS = re.compile(
    rf"\d%?(?:\s*[,;]\s+|\s*[{DASHES}]\s*|\s+(?:và|hoặc|hay|đến|tới|and|or|to)\s+)[{DASHES}]?\d",
    re.IGNORECASE,
)
_PLUS_MINUS = re.compile(r"(.*\d.*?)(?:±|\+\s*/\s*[-\u2212]|\+[-\u2212])(.*\d.*)")
_TO = re.compile(rf"(?<=[\d%])\s*[{DASHES}]\s*(?=\d)")
_END = re.compile(rf"[-\u2212]?\d[\d.,]*(?:{_SCALE.pattern})?(?:\s*%)?", re.IGNORECASE)


class Unreadable(ValueError):
    """An answer that cannot be read as the kind asked for, named by ``kind``."""

    def __init__(self, kind: str):
        self.kind = kind
        super().__init__(kind)


def plain(value: object) -> object:
    """Return the number behind a figure, the list behind an array, everything else as it is."""
    if isinstance(value, (Observation, Measure)):
        return value.value
    return value.tolist() if hasattr(value, "tolist") and not isinstance(value, type) else value


def alone(value: object) -> object:
    """Return the item of a list of one, and everything else as it is."""
    value = plain(value)
    while isinstance(value, (list, tuple, set, frozenset)) and len(value) == 1:
        value = plain(next(iter(value)))
    return value


def number(answer: object, language: str, percent: bool = False) -> float:
    """Read one number: of any numeric type, or typed in the notation of either language.

    Where the answer is no percentage, ``150%`` is 1.5.

    Raises
    ------
    Unreadable
        Also if the text holds a choice of numbers.

    Examples
    --------
    >>> number("–2,27", "vi"), number("3/2", "vi"), number("2.9 million", "vi")
    (-2.27, 1.5, 2900000.0)
    """
    if isinstance(answer, (bool, bytes)):
        raise Unreadable("number")
    if isinstance(answer, str):
        part = 1 if percent or not _PERCENT.search(answer) else 0.01
        return part * _typed(tidy(answer), language)
    try:
        return float(answer)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable("number") from None


def _typed(text: str, language: str) -> float:
    if _FLOAT.fullmatch(text):
        return float(text)
    parts = _FRACTION.fullmatch(text)
    if parts:
        over, under = (_typed(part, language) for part in parts.groups())
        return over / under if under else math.nan
    if _TWO_NUMBERS.search(text):
        raise Unreadable("number")
    sign = -1 if _MINUS.match(text) else 1
    for notation in (language, other(language)):
        try:
            return sign * numerals.read(text.replace("_", ""), notation).value
        except numerals.NumeralError:
            continue
    raise Unreadable("number")


def numbers(text: str) -> set[float]:
    """Return every number in a text, as either language would read it."""
    found = set()
    for match in numerals_in(text):
        for language in LANGUAGES:
            try:
                found.add(numerals.read(match, language).value)
            except numerals.NumeralError:
                continue
    return found


def numerals_in(text: str) -> list[str]:
    """Return every number in a text as it is typed, with its scale words."""
    return [match.group().rstrip(".,") for match in _END.finditer(text)]


def ends(answer: object, language: str, percent: bool = False) -> tuple[float, float]:
    """Read the two ends of an interval, the smaller first.

    Raises
    ------
    Unreadable

    Examples
    --------
    >>> ends("2.400-2.500", "vi"), ends("0,03 ± 0,005", "vi"), ends("0,9 đến 1,1 triệu", "vi")
    ((2400.0, 2500.0), (0.025, 0.035), (900000.0, 1100000.0))
    """
    answer = plain(answer)
    if isinstance(answer, str):
        around = _PLUS_MINUS.fullmatch(tidy(answer))
        if around:
            middle, reach = (number(part.strip(), language, percent) for part in around.groups())
            return round(middle - reach, 12), round(middle + reach, 12)
        answer = _typed_ends(answer)
    if isinstance(answer, (set, frozenset)) and all(
        isinstance(end, (int, float)) for end in answer
    ):
        answer = sorted(answer)
    if not isinstance(answer, (list, tuple)) or len(answer) != 2:
        raise Unreadable("interval")
    low, high = (number(plain(end), language, percent) for end in answer)
    if low > high or math.isnan(low + high):
        raise Unreadable("interval")
    return low, high


def _typed_ends(text: str) -> list[str]:
    found = numerals_in(_TO.sub(" ; ", tidy(text)))
    if len(found) == 1 and found[0].count(",") == 1:
        found = found[0].split(",")  # "0.025,0.035"
    scale = _SCALE.search(found[1]) if len(found) == 2 else None
    if scale and not has_scale(found[0]):
        bare = found[1][: scale.start()]
        if min(numbers(found[0]), default=0) <= max(numbers(bare), default=0):
            found[0] += scale.group()
    return found


def has_scale(text: str) -> bool:
    """Tell whether a text holds a scale word."""
    return bool(_SCALE.search(text))


def other(language: str) -> str:
    """Return the other language."""
    return "en" if language == "vi" else "vi"
