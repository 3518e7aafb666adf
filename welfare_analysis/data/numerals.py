"""Numerals: read printed figures as intervals, write numbers and dates in vi and en."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from .. import arguments
from ..codes import ENDS, Qualifier
from ..errors import UnknownName, UsageError
from ..texts import Said
from .intervals import Interval
from .notation import month_name, scale_word, write, write_date, write_month
from .qualifiers import qualifier_of

__all__ = [
    "Numeral",
    "NumeralError",
    "month_name",
    "qualifier_of",
    "read",
    "read_all",
    "requalify",
    "scale_word",
    "write",
    "write_date",
    "write_month",
]

# Thousands and decimal marks by language of the document a token was printed in.
MARKS = {"vi": (".", ","), "fr": (".", ","), "de": (".", ","), "en": (",", "."), "ja": (",", ".")}

SCALES = (
    dict.fromkeys(("nghìn", "ngàn", "thousand", "thous", "mille", "tausend"), 1e3)
    | dict.fromkeys(("triệu", "million", "millions", "millionen", "mio"), 1e6)
    | dict.fromkeys(("tỷ", "tỉ", "billion", "milliard", "milliards", "milliarden", "mrd"), 1e9)
    | {"trillion": 1e12}
)

_ORDERS = {
    "hàng trăm nghìn": 1e5,
    "hàng chục nghìn": 1e4,
    "hàng nghìn": 1e3,
    "hàng trăm": 1e2,
    "hàng chục": 1e1,
    "hàng chục triệu": 1e7,
    "hàng triệu": 1e6,
}

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
# Between the ends of a range: "1 - 1,5%", "từ 10 triệu đến 12 triệu"; years are a period, no range.
_TO = re.compile(r"\s?%?(?:\s[^\W\d_]+)?\s?(?:[-–]|(?P<word>đến|to))\s?", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:từ|from)\s?$", re.IGNORECASE)
_YEARS = range(1900, 2101)
_TWO_WORDS = re.compile(r"(?:[\s-]*[^\W\d_]+){0,2}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


class NumeralError(UsageError):
    """A printed token that is not a number in its language."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed figure: its value and what its printing says about precision.

    Parameters
    ----------
    value : float
        The number meant, in plain units (``31nghìn`` is 31 000).
    decimals : int
        Digits printed after the decimal mark.
    scale : float
        1, or the value of a printed scale word (``triệu`` is 1e6).
    qualifier : Qualifier
        The widening word, ``exact`` where there is none.
    rounded : bool
        Whether the last printed digit is a rounding (rates, scaled or decimal numbers)
        rather than a count to the unit.
    """

    value: float
    decimals: int
    scale: float
    qualifier: Qualifier
    rounded: bool

    @property
    def step(self) -> float:
        """Value of one unit in the last printed place."""
        return self.scale * 10.0**-self.decimals

    @property
    def significant_step(self) -> float:
        """Value of one unit in the last printed place that is not zero."""
        units = round(self.value / self.step)
        zeros = len(str(units)) - len(str(units).rstrip("0")) if units else 0
        return self.step * 10**zeros

    @property
    def interval(self) -> Interval:
        """The numbers the printed figure can stand for.

        Notes
        -----
        A rounded figure covers half a unit of its last place to either side.  ``gần`` and
        ``hơn`` reach one unit of the last non-zero place below or above (``gần 2.500`` is
        (2400, 2500)); ``khoảng`` reaches as far to both sides.
        """
        value, reach = self.value, self.significant_step
        match self.qualifier:
            case Qualifier.NEARLY:
                return Interval(value - reach, value, False, False)
            case Qualifier.MORE_THAN:
                return Interval(value, value + reach, False, False)
            case Qualifier.ABOUT:
                return Interval(value - reach, value + reach, True, True)
            case Qualifier.AT_LEAST:
                return Interval(value, math.inf, True, False)
            case Qualifier.AT_MOST:
                return Interval(0.0, value, True, True)
            case Qualifier.ORDER:
                return Interval(value, 10 * value, True, False)
        if not self.rounded:
            return Interval.point(value)
        half = self.step / 2
        digits = 2 - math.floor(math.log10(self.step))  # keeps 0.035 from reading 0.034999…
        return Interval(round(value - half, digits), round(value + half, digits))


_TOKEN = arguments.a(str, said="fit-text")


def _written(language: object) -> str:
    """Read a language whose way of writing numbers is known: that of a document, not of ours."""
    if not isinstance(language, str) or language not in MARKS:
        raise UnknownName("language", language, MARKS)
    return language


@arguments.reads(token=_TOKEN, language=_written)
def read(token: str, language: str = "vi") -> Numeral:
    """Read the first printed figure of a token.

    Parameters
    ----------
    token : str
        A figure as printed, with its qualifier, scale and unit words.
    language : str
        Language of the document; decides which mark groups thousands.

    Returns
    -------
    Numeral

    Raises
    ------
    NumeralError
        If the token holds no figure, or one that its language cannot write.

    Examples
    --------
    >>> read("hơn 2,9 triệu lượt").interval
    Interval(low=2900000.0, high=3000000.0, low_closed=False, high_closed=False)
    >>> read("0,03%").interval.low, read("0,03%").interval.high
    (0.025, 0.035)
    >>> read("11.959 người").value, read("96,208,984 persons", "en").value
    (11959.0, 96208984.0)
    """
    return read_all(token, language)[0]


@arguments.reads(token=_TOKEN, language=_written)
def read_all(token: str, language: str = "vi") -> list[Numeral]:
    """Read every figure of a token as printed: a fraction (``18/30``) and a range hold two.

    Examples
    --------
    >>> [numeral.value for numeral in read_all("18/30 quận, huyện")]
    [18.0, 30.0]
    >>> [(one.qualifier.value, one.value) for one in read_all("từ 1 - 1,5%")]
    [('at_least', 1.0), ('at_most', 1.5)]
    """
    text = _spelt(token, language)
    ordered = _read_order(text)
    if ordered:
        return [ordered]
    numbers, is_range = _numbers(text, language)
    if not numbers:
        raise NumeralError(Said("no-figure-in", text=token))
    qualifiers = ENDS if is_range else [qualifier_of(text)] * len(numbers)
    percent = "%" in text or "percent" in text
    found = zip(numbers, qualifiers, strict=True)
    return [Numeral(*one, said, one[1] > 0 or one[2] != 1 or percent) for one, said in found]


def values(token: str, language: str) -> list[float]:
    """List the values alone of a token's figures, soon; none where it is words.

    Examples
    --------
    >>> values("hơn 2,9 triệu lượt", "vi"), values("18/30", "vi"), values("không còn hộ", "vi")
    ([2900000.0], [18.0, 30.0], [])
    """
    text = _spelt(token, language)
    found = [number[0] for number in _numbers(text, language)[0]]
    return found or [ordered.value for ordered in [_read_order(text)] if ordered]


def requalify(numeral: Numeral, qualifier: str, rounded: bool | None = None) -> Numeral:
    """Return the numeral with the qualifier (and rounding) that a curator recorded.

    Examples
    --------
    >>> requalify(read("2.500 lượt"), "nearly").interval
    Interval(low=2400.0, high=2500.0, low_closed=False, high_closed=False)
    """
    rounded = numeral.rounded if rounded is None else rounded
    return Numeral(numeral.value, numeral.decimals, numeral.scale, Qualifier(qualifier), rounded)


def _spelt(token: str, language: str) -> str:
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", token)).strip()
    return _without_myriads(text) if language == "ja" else text


def _numbers(text: str, language: str) -> tuple[list[tuple[float, int, float]], bool]:
    """Return value, decimals and scale of every number, and whether they are ends of a range.

    Both ends of a range have the scale that is written after the second (``10 - 12 triệu``).
    """
    matches = [*_NUMBER.finditer(text)]
    numbers = [_value(text, match, language) for match in matches]
    if len(numbers) != 2 or not _to(text, *matches):
        return numbers, False
    (low, decimals, scale), (high, _, of_both) = numbers
    if scale == 1:
        low, scale = round(low * of_both, 6), of_both
    if low >= high or (low in _YEARS and high in _YEARS):
        return numbers, False
    return [(low, decimals, scale), numbers[1]], True


def _to(text: str, first: re.Match, second: re.Match) -> bool:
    between = _TO.fullmatch(text, first.end(), second.start())
    return bool(between and (not between["word"] or _FROM.search(text, 0, first.start())))


def _value(text: str, match: re.Match, language: str) -> tuple[float, int, float]:
    """Return the value of printed digits, how many decimals they have, and their scale."""
    digits, decimals = _plain(match.group(), language)
    scale = _scale_after(text[match.end() :])
    # 11 x 10^-2 as a float is 0.11 only after rounding: keep the printed digits.
    return round(float(digits) * scale, 6), decimals, scale


def _plain(printed: str, language: str) -> tuple[str, int]:
    """Turn printed digits into a plain number and its count of decimals."""
    group, mark = MARKS[language]
    whole, _, fraction = printed.partition(mark)
    groups = whole.replace(" ", group).split(group)
    grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in groups[1:])
    )
    if not grouped or (fraction and not fraction.isdecimal()):
        signs = {"language": Said(f"language-{language}"), "group": group, "mark": mark}
        raise NumeralError(Said("no-number-of", text=printed, **signs))
    return "".join(groups) + (f".{fraction}" if fraction else ""), len(fraction)


def _scale_after(rest: str) -> float:
    """Read the scale words after a number; two stand for their product (``nghìn tỷ``)."""
    scale = 1.0
    for word in _TWO_WORDS.match(rest).group().replace("-", " ").split():
        if word.casefold() not in SCALES:
            break
        scale *= SCALES[word.casefold()]
    return scale


def _read_order(text: str) -> Numeral | None:
    """Read a magnitude word without digits (``hàng nghìn``: from 1 000 to 10 000)."""
    if _NUMBER.search(text):
        return None
    words = [word for word in _ORDERS if word in text.casefold()]
    if not words:
        return None
    value = _ORDERS[max(words, key=len)]
    return Numeral(value, 0, 1.0, Qualifier.ORDER, False)


def _without_myriads(text: str) -> str:
    """Write Japanese ``125万8997`` as 1258997."""
    return re.sub(r"(\d+)万(\d{1,4})?", lambda m: str(int(m[1]) * 10_000 + int(m[2] or 0)), text)
