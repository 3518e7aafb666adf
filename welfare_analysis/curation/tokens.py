"""Tokens: find what may be a figure in a line of text, and what only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..data import numerals
from ..data.numerals import Numeral, NumeralError

_TAKEN = "\0"  # stands for the signs of a date or document number

_WIDENING = (
    r"gần|hơn|trên|khoảng|xấp xỉ|ít nhất|tối thiểu|không dưới|tối đa|không quá|dưới|từ|"
    r"nearly|almost|about|around|more than|over|at least|at most|below|less than"
)
_SCALES = r"nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion|trillion"
_SCALE = rf"(?:\s?(?:{_SCALES})(?!\w)(?:\s(?:tỷ|tỉ)(?!\w))?)?"
# Words that say what is counted end where the sentence goes on, or where another figure begins.
_BEYOND = (
    r"(?:trong|đến|so|với|và|là|của|được|đã|từ|tại|cho|có|đi|ở|theo|do|để|thuộc|"
    r"trên địa|trên toàn|in|to|of|and|by|were|was)(?!\w)"
    rf"|(?:{_WIDENING}|năm|tháng|ngày|quý)\s+[\d{_TAKEN}]"
)
_MORE = r"(?:\s+trở (?:lên|xuống))?"
# "đồng/tháng" and "đồng/người/năm" are units of their own.
_PER = r"(?:\s?/\s?(?:người|hộ|tháng|năm|ngày)(?!\w)){0,2}"
_WORDS = rf"(?:\s?%{_MORE}|(?:\s+(?!{_BEYOND})[^\W\d_]+){{1,3}}{_PER}{_MORE})?"
_NUMBER = r"(?:\d{1,3}(?: \d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)*)"
# What rises or falls "từ 10 đến 12" is no range, but has a level before and one after.
_FROM = r"(?P<from>(?<!tăng )(?<!giảm )(?<!nâng )(?<!hạ )(?:từ|from))"
_END = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(?:{_FROM}|{_WIDENING})\s+)?"
    rf"(?P<number>{_NUMBER}(?:\s?/\s?{_END}|(?P<range>(?:\s?%)?\s?[-–]\s?{_END}"
    rf"|(?(from)(?:\s?%|{_SCALE})\s(?:đến|to)\s{_END}|(?!))))?)"
    rf"{_SCALE}{_WORDS}",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?<!\w)hàng (?:chục|trăm|nghìn|triệu)(?: (?:nghìn|triệu))?(?:\s+[^\W\d_]+){1,2}",
    re.IGNORECASE,
)

_YEAR = r"(?:19|20)\d\d"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    "|".join(
        [
            rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}",
            rf"{_YEAR}\s?[-–]\s?{_YEAR}",
            rf"\d{{1,2}}[/-]{_YEAR}",
            r"\d{1,2}(?::|h)\d{2}",
            rf"\d{{1,2}} (?:{_MONTHS})(?!\w)(?: {_YEAR})?",
            rf"(?:{_MONTHS}) (?:\d{{1,2}}(?:, {_YEAR})?(?!\d)|{_YEAR})",
            r"(?<=ngày )\d{1,2}(?:[/-]\d{1,2})?(?![.,]?\d)",
            r"(?<=tháng )\d{1,2}(?![.,]?\d)",
            rf"(?<=quý )(?:[1-4]|I{{1,3}}|IV)(?:/{_YEAR}|(?!\w|[.,]?\d))",
            *(
                rf"(?<={word} ){_YEAR}"
                for word in ("năm", "từ", "đến", "in", "since", "by", "from")
            ),
        ]
    ),
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?<!\d)(?:\d+/(?:\d{4}/)?[A-ZĐ][\w-]*|\d+-[A-ZĐ]+[\w-]*)(?:/[A-ZĐ][\w-]*)?"
    + "".join(
        rf"|(?<={word} số )\d+(?:-[\w/-]+)?"
        for word in ("trình", "định", "quyết", "thị", "hoạch", "tư", "luật")
    )
)

_CALLED = ("đường dây nóng", "tổng đài", "hotline", "điện thoại", "số máy")
_PHONE = re.compile(
    "|".join(
        [
            r"(?<![\d.,])1[89]00[ -]?\d{2,4}(?:[ -]?\d{2,3})?(?![.,]?\d)",
            r"(?<![\d.,])(?:\+|\(\+?)84\)?(?:[ .-]?\(?\d{1,4}\)?){2,5}(?![.,]?\d)",
            r"(?<![\d.,])\(?0\d{1,3}\)?(?:[ .-]?\d{2,4}){2,3}(?![.,]?\d)",
            *(rf"(?<={word} )\d{{3,5}}(?![.,]?\d)" for word in _CALLED),
        ]
    ),
    re.IGNORECASE,
)

_SMALL_SCALES = re.compile(r"\s(?:chục|trăm|vạn|tá|hundred|dozen)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """Text that may be a figure.

    Attributes
    ----------
    text : str
        As printed, with qualifying and unit words.
    span : tuple of int
        Where its digits stand in the line.
    kind : str
        ``figure``, ``date``, ``document`` or ``phone``.
    figures : tuple of Numeral
        What it means; a fraction holds two, an unclear token none.
    doubt : str
        Why it has no figures.
    """

    text: str
    span: tuple[int, int]
    kind: str
    figures: tuple[Numeral, ...] = ()
    doubt: str = ""


def find(line: str, language: str) -> list[Token]:
    """Find every token with digits, or with a magnitude word, in a line.

    Examples
    --------
    >>> [(one.text, one.kind) for one in find("Năm 2024, gần 2.500 hộ theo 43/2022/QĐ-TTg", "vi")]
    [('2024', 'date'), ('gần 2.500 hộ', 'figure'), ('43/2022/QĐ-TTg', 'document')]
    """
    found: list[Token] = []
    for kind, pattern in (("document", _DOCUMENT), ("phone", _PHONE), ("date", _DATE)):
        found += [
            Token(match.group(), match.span(), kind)
            for match in pattern.finditer(line)
            if _apart(match.span(), found) and not _cuts_a_number(line, match.span())
        ]
    rest = line
    for begin, end in (one.span for one in found):
        rest = rest[:begin] + _TAKEN * (end - begin) + rest[end:]
    numbers = [
        _figure(line, match, match.span("number"), language) for match in _FIGURE.finditer(rest)
    ]
    orders = [_figure(line, match, match.span(), language) for match in _ORDER.finditer(line)]
    return sorted(found + numbers + orders, key=lambda one: one.span)


def meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Tell whether two spans share a place."""
    return a[0] < b[1] and b[0] < a[1]


def _apart(span: tuple[int, int], found: list[Token]) -> bool:
    return not any(meet(span, one.span) for one in found)


def _cuts_a_number(line: str, span: tuple[int, int]) -> bool:
    return bool(
        re.search(r"\d[.,/]?$", line[: span[0]]) or re.match(r"[.,/]?\d|%", line[span[1] :])
    )


def _figure(line: str, match: re.Match, span: tuple[int, int], language: str) -> Token:
    text = match.group().strip()
    doubt = _doubt(line, match, language)
    if doubt:
        return Token(text, span, "figure", doubt=doubt)
    try:
        return Token(text, span, "figure", tuple(numerals.read_all(text, language)))
    except NumeralError as error:
        return Token(text, span, "figure", doubt=str(error))


def _doubt(line: str, match: re.Match, language: str) -> str:
    """Say how else a number may be read; empty for one reading."""
    number = match.groupdict().get("number") or ""
    after = line[match.end("number") :] if number else ""
    mark = "." if language == "en" else ","
    scaled = re.match(rf"\s?(?:{_SCALES})(?!\w)", after, re.IGNORECASE)
    if " " in number and "/" not in number and not match.groupdict().get("range"):
        return f"{number!r} is one number grouped by blanks, or several: write the one meant."
    if re.fullmatch(rf"[1-9]\d{{0,2}}{re.escape(mark)}\d{{3}}", number) and not scaled:
        digits = number.replace(mark, "")
        return f"{number!r} is {number.replace(mark, '.')} or {digits}: write the one meant."
    if _SMALL_SCALES.match(after):
        return f"{number!r} stands before a magnitude word: write the number meant."
    following = scaled and re.match(r"(?:\s(?:tỷ|tỉ))?\s\d", after[scaled.end() :])
    if following or re.search(rf"\d\s?(?:{_SCALES})\s$", line[: match.start()], re.IGNORECASE):
        return "A number in several parts: write the whole, and token and qualifier with it."
    return ""
