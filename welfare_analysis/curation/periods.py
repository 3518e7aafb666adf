"""Periods: the days and spans of time that a sentence names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .passages import Article, Passage, is_heading

Day = datetime.date
_Y = r"((?:19|20)\d\d)"
_FULL = re.compile(rf"(?<!\d)(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_Y}(?!\d)")
_MONTHS_GONE = re.compile(r"(?<!\d)(\d{1,2}) tháng (?:qua|đầu năm)", re.IGNORECASE)
_YEAR = re.compile(rf"năm {_Y}(?!\d)", re.IGNORECASE)
# A plan or programme carries its own years, which are no period of what was reached.
_NAMED = re.compile(
    r"(?:chương trình|đề án|nghị quyết|quy hoạch|kế hoạch|quyết định|quy định)[^.,;:]*$"
    r"|(?<!\w)số \d\S*\s*$",
    re.IGNORECASE,
)
_HEAD = 8  # lines of an article in which its date stands


class Period(NamedTuple):
    """What a text names: a day has no start; `weak` if it may date a document instead."""

    start: Day | None
    end: Day
    at: int
    weak: bool = False


def published(article: Article) -> Day | None:
    """Find the day of an article: printed at its head, or as far as its figures reach.

    Examples
    --------
    >>> published(Article(("Tin", "05:40 PM 19/04/2024")))
    datetime.date(2024, 4, 19)
    """
    for line in article.lines[:_HEAD]:
        for match in _FULL.finditer(line):
            if day := _day(match[3], match[2], match[1]):
                return day
    text = "\n".join(article.lines)
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    months = [int(match[1]) for match in _MONTHS_GONE.finditer(text)]
    if years and months:
        return _month_end(max(years), max(months))
    title = _YEAR.search(" ".join(filter(is_heading, article.lines[:_HEAD])))
    return Day(int(title[1]), 12, 31) if title else None


def period_of(passage: Passage, today: Day | None) -> Period | None:
    """Find the period nearest to a figure: before it, after it, then earlier in its paragraph."""
    start, end = passage.sentence
    for text, at in (
        (passage.line[start:end], passage.begin - start),
        (passage.earlier, len(passage.earlier)),
    ):
        found = [one for one in named(text, today) if today is None or not _ahead(one, today, text)]
        for strong in (True, False):
            sure = [one for one in found if one.weak is not strong]
            before = [one for one in sure if one.at <= at]
            if before:
                return before[-1]
            if sure:
                return sure[0]
    return None


def _ahead(period: Period, today: Day, text: str) -> bool:
    """Tell a programme's horizon, longer than a year and not over, from a period of results."""
    return bool(period.start and period.end > today and (period.end - period.start).days > 366)


def usual(article: Article, today: Day | None) -> Period | None:
    """Find the span of years that an article names most often, of what it reports as done."""
    spans = [
        one[:2]
        for line in article.lines
        for one in named(line, today)
        if one.start and not one.weak and (today is None or one.end <= today)
    ]
    return Period(*max(spans, key=spans.count), 0) if spans else None


def named(text: str, today: Day | None) -> list[Period]:
    """List the periods that a text names, in its order.

    Examples
    --------
    >>> [one.end.isoformat() for one in named("đến cuối năm 2023 và tháng 10/2024", None)]
    ['2023-12-31', '2024-10-31']
    """
    found: list[Period] = []
    taken = text
    for pattern, make in _FORMS:
        for match in pattern.finditer(taken):
            period = make(match, today)
            weak = bool(_NAMED.search(text, 0, match.start()))
            if period and not (weak and period[0]):
                found.append(Period(*period, match.start(), weak))
            blank = "\0" * len(match.group())
            taken = taken[: match.start()] + blank + taken[match.end() :]
    return sorted(found, key=lambda one: one.at)


def _day(year: str | int, month: str | int, day: str | int) -> Day | None:
    try:
        return Day(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_end(year: int, month: int) -> Day | None:
    if not 1 <= month <= 12:
        return None
    return (Day(year, month, 28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(
        1
    )


Made = tuple[Day | None, Day] | None


def _span(first: int, last: int) -> Made:
    return (Day(first, 1, 1), Day(last, 12, 31)) if first <= last else None


def _full(match: re.Match, today: Day | None) -> Made:
    day = _day(match[3], match[2], match[1])
    return (None, day) if day else None


def _years(match: re.Match, today: Day | None) -> Made:
    return _span(int(match[1]), int(match[2]))


def _since(match: re.Match, today: Day | None) -> Made:
    start = Day(int(match[1]), 1, 1)
    return (start, today) if today and start <= today else None


def _this_year_to_date(match: re.Match, today: Day | None) -> Made:
    return (Day(today.year, 1, 1), today) if today else None


def _months_of(match: re.Match, today: Day | None) -> Made:
    year = int(match[2]) if match[2] else today.year if today else None
    end = _month_end(year, int(match[1])) if year else None
    return (Day(year, 1, 1), end) if end else None


def _to_month(match: re.Match, today: Day | None) -> Made:
    month, year = (match[1], match[2]) if match[1] else (match[3], match[4])
    end = _month_end(int(year), int(month))
    return (None, end) if end else None


def _quarter(match: re.Match, today: Day | None) -> Made:
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match[1].lower()) or int(match[1])
    return Day(int(match[2]), 3 * number - 2, 1), _month_end(int(match[2]), 3 * number)


def _last_years(match: re.Match, today: Day | None) -> Made:
    if not today:
        return None
    last = today.year if today.month >= 11 else today.year - 1
    return _span(last - int(match[1]) + 1, last)


def _end_of_year(match: re.Match, today: Day | None) -> Made:
    return None, Day(int(match[1]), 12, 31)


def _start_of_year(match: re.Match, today: Day | None) -> Made:
    return None, Day(int(match[1]), 1, 1)


def _year(match: re.Match, today: Day | None) -> Made:
    return _span(int(match[1]), int(match[1]))


def _now(match: re.Match, today: Day | None) -> Made:
    return (None, today) if today else None


def _forms() -> Iterator[tuple[re.Pattern, Callable[[re.Match, Day | None], Made]]]:
    written = (
        (rf"(?:ngày )?{_FULL.pattern}", _full),
        (rf"{_Y}\s?(?:[-–]|đến(?: hết)?(?: năm)?|to)\s?{_Y}(?!\d)", _years),
        (rf"(?:từ|since)(?: năm)? {_Y} (?:đến nay|to date|until now)", _since),
        (r"từ đầu năm(?: đến nay)?|so far this year", _this_year_to_date),
        (rf"(?<!\d)(\d{{1,2}}) tháng(?: đầu)?(?: năm {_Y}| năm| qua)", _months_of),
        (rf"tháng (\d{{1,2}})(?:/| năm ){_Y}|(?<!\d)(\d{{1,2}})/{_Y}(?!\d)", _to_month),
        (rf"quý ([1-4]|I{{1,3}}|IV)(?:/| năm ){_Y}", _quarter),
        (r"(?<!\d)(\d) năm (?:qua|gần đây)", _last_years),
        (rf"(?:cuối|hết|đến|end of|by)(?: năm)? {_Y}(?!\d)", _end_of_year),
        (rf"đầu năm {_Y}(?!\d)", _start_of_year),
        (rf"(?:năm|in) {_Y}(?!\d)", _year),
        (r"(?<!\w)(?:hiện nay|hiện|đến nay|to date|currently)(?!\w)", _now),
    )
    for pattern, make in written:
        yield re.compile(pattern, re.IGNORECASE), make


_FORMS = tuple(_forms())
