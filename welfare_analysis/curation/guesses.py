"""Guesses: what a figure of a text is likely to be, each for a curator to confirm."""

from __future__ import annotations

import datetime
import re

from ..codes import MeasureKind, Temporal
from ..data.catalogue import Catalogue
from . import periods
from .localities import Localities
from .passages import Article, Passage
from .subjects import Subjects, clear
from .tokens import Token

#: The columns that are proposed for a curator to confirm.
GUESSED = ("indicator", "area", "period_start", "period_end", "measure", "qualifier", "unit")
_OTHERS = 3  # indicators that come into question are named

_SAYING = (
    (MeasureKind.TARGET, r"mục tiêu|phấn đấu|cần(?=[^.;]* đạt)|target|strives? to|aims? to"),
    (MeasureKind.PLAN, r"(?<!% )(?<!so với )kế hoạch(?! (?:số|của|về))|dự kiến|phân bổ|plans? to"),
    (MeasureKind.ESTIMATE, r"ước(?: tính| đạt|(?= (?:đến|cả|năm|thực)))|estimated"),
)
_MEASURES = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _SAYING
)
# In "giảm từ 1,46% xuống còn 1,22%" the first is where things stand, whatever is aimed at.
_LEVEL_BEFORE = re.compile(r"(?:từ|from)\s*$", re.IGNORECASE)
_THEN = re.compile(r"^[^.;,]{0,12}?(?:xuống|(?<!trở )lên|còn|đến|to)(?!\w)", re.IGNORECASE)
_DONE = re.compile(r"(?<!\w)(?:đã|kết quả)(?!\w)[^.;]*$", re.IGNORECASE)


class Guesser:
    """Guesses the cells of the figures of one article from the codebook and the areas' names."""

    def __init__(self, data: Catalogue, article: Article, source: str, language: str):
        self._subjects, self._language = Subjects(data), language
        self._localities = Localities(data, article)
        indicators = data.indicators
        self._temporal = dict(zip(indicators["indicator"], indicators["temporal"], strict=True))
        self._unit = dict(zip(indicators["indicator"], indicators["unit"], strict=True))
        self._today = _known_day(data, source) or periods.published(article)
        self._usual = periods.usual(article, self._today)

    def of(self, passage: Passage, token: Token, unit: str) -> list[dict[str, str]]:
        """Return, for each figure of a token, guesses by column.

        ``candidates`` are the indicators in question.  Of a fraction, the second figure is of
        another indicator, or the plan that the first exceeds.
        """
        likely = self._subjects.of(passage, token.text, unit, self._language)
        indicator = clear(likely)
        measure = measure_of(passage)
        found = {
            "indicator": indicator,
            "area": self._localities.of(passage),
            "measure": measure.value,
            "unit": unit or self._unit.get(indicator, ""),
            "candidates": " ".join(one.indicator for one in likely[:_OTHERS]),
        }
        found |= self._period(passage, self._temporal.get(indicator, ""))
        return [found, *self._second(found, token)]

    def _second(self, first: dict[str, str], token: Token) -> list[dict[str, str]]:
        if len(token.figures) < 2:
            return []
        one, other = token.figures
        if one.qualifier != other.qualifier:  # the other end of a range
            return [first]
        if one.value > other.value:
            return [first | {"measure": MeasureKind.PLAN.value}]
        return [first | {"indicator": ""}]

    def _period(self, passage: Passage, temporal: str) -> dict[str, str]:
        if is_level_before(passage):  # of an earlier day, which is not said
            return {}
        period = periods.period_of(passage, self._today)
        if period is None and temporal in ("", Temporal.STOCK):
            period = self._today and periods.Period(None, self._today, 0)
        if temporal not in ("", Temporal.STOCK) and (period is None or period.weak):
            period = self._usual
        if not period:
            return {}
        start = period.start
        if temporal == Temporal.STOCK:
            start = None
        elif temporal and start is None:
            start = datetime.date(period.end.year, 1, 1)
        return {
            "period_start": start.isoformat() if start else "",
            "period_end": period.end.isoformat(),
        }


def measure_of(passage: Passage) -> MeasureKind:
    """Tell results from what is aimed at, planned or estimated, by the words before a figure.

    Examples
    --------
    >>> line = "Tỉnh phấn đấu giảm từ 1,46% xuống còn 1,22%"
    >>> [
    ...     measure_of(Passage(Article((line,)), 1, at, at + 5)).value
    ...     for at in (line.index("1,46"), line.index("1,22"))
    ... ]
    ['actual', 'target']
    """
    if is_level_before(passage):
        return MeasureKind.ACTUAL
    before = passage.before
    said = [
        (match.start(), kind)
        for kind, words in _MEASURES
        for match in words.finditer(before)
        if not _DONE.search(before[match.end() :])
    ]
    return max(said)[1] if said else MeasureKind.ACTUAL


def is_level_before(passage: Passage) -> bool:
    """Tell the first of two levels, ``từ 1,46% xuống còn 1,22%``."""
    return bool(_LEVEL_BEFORE.search(passage.before) and _THEN.search(passage.after))


def _known_day(data: Catalogue, source: str) -> datetime.date | None:
    known = data.sources.loc[data.sources["source"] == source, "date_published"]
    try:
        return datetime.date.fromisoformat(known.iloc[0])
    except (IndexError, ValueError):  # no such source yet, or its day is not known
        return None
