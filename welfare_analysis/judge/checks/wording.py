"""Wording: figures, amounts and places as the explanations of the audit write them."""

from __future__ import annotations

import datetime
import math

from ...codes import Status, is_known
from ...data import numerals
from ...data.figures import Observation, unit_label
from ...data.intervals import Interval
from ...messages import message
from ..limits import SECONDARY, limits
from .index import Index
from .outcomes import Check, Quantity

_RATIOS = ("percent", "points", "persons_per_household", "persons_per_km2")
_SHOWN = 6  # figures listed by name in one sentence


class Wording:
    """Writes the sentences of an explanation in one language."""

    def __init__(self, index: Index, language: str):
        self.index = index
        self.language = language
        self._written: dict[Check, str] = {}
        self._told: list[tuple] = []  # places and periods in the order they were named

    def explain(self, check: Check) -> str:
        """Write the whole explanation of a check, once; each source is named once."""
        if check not in self._written:
            self._told.clear()
            text = [check.explain(self), *self.notes(check)]
            self._written[check] = " ".join(part.strip() for part in text if part)
        return self._written[check]

    def __call__(self, name: str, **facts: str) -> str:
        """Write one message of the audit."""
        return message(f"audit-{name}", self.language, **facts)

    def area(self, code: str) -> str:
        """Name an area."""
        return self.index.data.record("areas", code)[f"name_{self.language}"]

    def title(self, indicator: str) -> str:
        """Quote the title of an indicator."""
        title = self.index.indicator(indicator)[f"title_{self.language}"]
        return message("audit-title", self.language, title=title)

    def standard(self, code: str) -> str:
        """Name a poverty standard."""
        return self.index.data.record("standards", code)[f"label_{self.language}"]

    def subject(self, figure: Observation) -> str:
        """Name what a figure is of: its indicator and its area."""
        return self("subject", title=self.title(figure.indicator), area=self.area(figure.area))

    def source(self, figure: Observation) -> str:
        """Name publisher and place: ``Báo Sơn La [3, đ. 9]``."""
        shown = self._shown(figure)
        publisher = figure.source_row["publisher"].partition(" (")[0]
        if not is_known(publisher):
            return f"[{shown}]"
        return f"{publisher} [{shown}]"

    def _shown(self, figure: Observation) -> str:
        name = "citation" if figure.paragraph is None else "citation-paragraph"
        number = str(figure.source_row["number"])
        return message(name, self.language, number=number, paragraph=str(figure.paragraph))

    def value(self, figure: Observation) -> str:
        """Write the printed figure alone."""
        return figure.text(self.language)

    def figure(self, figure: Observation) -> str:
        """Write the printed figure with its source and date, as far as not yet said."""
        return self._placed(self.value(figure), figure)

    def _placed(self, text: str, figure: Observation) -> str:
        place = (figure.source, figure.paragraph)
        period = figure.period(self.language)
        last = self._told[-1] if self._told else None
        known = any(told[:2] == place for told in self._told)
        self._told.append((*place, period))
        if last == (*place, period):
            return text
        if last and last[:2] == place:
            return self("figure-dated", figure=text, period=period)
        source = self.source(figure) if not known else f"[{self._shown(figure)}]"
        return self("figure", figure=text, source=source, period=period)

    def witnessed(self, figure: Observation) -> str:
        """Write the figure with every source that prints it."""
        sources = "; ".join(self.source(row) for row in self.index.printings(figure))
        return self(
            "figure", figure=self.value(figure), source=sources, period=figure.period(self.language)
        )

    def each(self, figures: list[Observation]) -> str:
        """List figures with value, source and date."""
        more = len(figures) - _SHOWN
        text = "; ".join(self.figure(one) for one in figures[:_SHOWN])
        return text + (f"; … (+{more})" if more > 0 else "")

    def day(self, day: datetime.date) -> str:
        """Write a date."""
        return numerals.write_date(day, self.language)

    def listed(self, figures: list[Observation]) -> str:
        """List figures by title and value; source and date once if they are shared."""
        shown = figures[:_SHOWN]
        more = len(figures) - len(shown)
        shared = len({(one.source, one.paragraph, one.period_end) for one in shown}) == 1
        write = self.value if shared and len(shown) > 1 else self.figure
        titles = len({one.indicator for one in shown}) > 1
        areas = len({one.area for one in shown}) > 1
        words = []
        for one in shown:
            name = self.title(one.indicator) if titles else self.area(one.area) if areas else ""
            words.append(f"{name} {write(one)}".strip())
        text = "; ".join(words) + (f"; … (+{more})" if more else "")
        return self._placed(text, shown[0]) if shared and len(shown) > 1 else text

    def pair(self, count: Observation, rate: Observation) -> str:
        """Write a count with its rate: ``690 hộ (…), tỷ lệ 0,03%``."""
        return self("pair", count=self.figure(count), rate=self.value(rate))

    def change(self, percent: float) -> str:
        """Write a change in percent with its direction."""
        return self("rise" if percent >= 0 else "fall", percent=self.percent(abs(percent)))

    def amount(self, value: float, unit: str, width: float = 0.0) -> str:
        """Write a computed number, no finer than the width of its interval supports."""
        return self._with_unit(self._number(value, unit, _place(value, unit, width)), unit, value)

    def quantity(self, quantity: Quantity, unit: str, printed: Observation | None = None) -> str:
        """Write a computed number; as finely as `printed`, or finer where they differ."""
        if printed is not None and printed.numeral is not None and unit == printed.unit:
            return self._beside(quantity.value, unit, printed)
        return self.amount(quantity.value, unit, quantity.interval.width)

    def span(self, interval: Interval, unit: str) -> str:
        """Write an interval: ``từ 18.567 đến 18.653 hộ``."""
        if interval.is_point:
            return self.amount(interval.low, unit)
        if math.isinf(interval.high):
            figure = self.amount(interval.low, unit, abs(interval.low) / 100)
            return message("qualifier-at_least", self.language, figure=figure)
        place = _place(interval.high, unit, interval.width)
        place += 1 if place < 0 or unit in _RATIOS else 0
        low, high = (
            self._number(end, unit, place, interval.high) for end in (interval.low, interval.high)
        )
        words = message("range", self.language, low=low, high=high)
        return self._with_unit(words, unit, interval.high)

    def percent(self, value: float) -> str:
        """Write a share to one decimal, finer below one percent."""
        return f"{numerals.write(round(value, 1 if abs(value) >= 1 else 2), self.language)}%"

    def means(self, outcome: str) -> str:
        """Write what an outcome means when nothing more is to say."""
        return self(f"means-{outcome}")

    def notes(self, check: Check) -> list[str]:
        """Write what a reader must know of the inputs: origin, reliability, status."""
        inputs = list(dict.fromkeys(check.inputs))
        shared: dict[str, dict[str, str]] = {}
        for one in inputs:
            named = shared.setdefault(self.index.origin(one.source), {})
            named[one.source] = f"[{one.source_row['number']}]"
        shared_lists = [", ".join(named.values()) for named in shared.values() if len(named) > 1]
        told_already = check.code == "same_figure" and len(shared) == 1
        found = []
        if shared_lists and not told_already:
            found.append(self("note-origin", sources="; ".join(shared_lists)))
        for name, limit in (
            ("note-provisional", Status.PROVISIONAL),
            ("note-secondary", SECONDARY),
        ):
            rows = [one for one in inputs if limit in limits(one)]
            if rows and check.outcome != "consistent":
                words = dict.fromkeys(f"[{one.source_row['number']}]" for one in rows)
                found.append(self(name, sources=", ".join(words)))
        return found

    def _beside(self, value: float, unit: str, printed: Observation) -> str:
        scale, places = printed.numeral.scale, printed.numeral.decimals
        shown = round(printed.value / scale, places)
        for extra in range(4):
            text = numerals.write(value / scale, self.language, places + extra)
            if round(value / scale, places + extra) != shown or math.isclose(value, printed.value):
                break
        word = numerals.scale_word(scale, self.language)
        return self._with_unit(f"{text} {word}" if word else text, unit, value)

    def _number(self, value: float, unit: str, place: int, beside: float | None = None) -> str:
        scale = _scale(max(abs(value), abs(beside or 0)), unit, place)
        places = max(0, place + round(math.log10(scale)))
        while places and math.isclose(value / scale, round(value / scale, places - 1)):
            places -= 1
        number = numerals.write(round(value, place) / scale, self.language, places)
        word = numerals.scale_word(scale, self.language)
        return f"{number} {word}" if word else number

    def _with_unit(self, number: str, unit: str, value: float) -> str:
        if unit == "points":
            return message("unit-points", self.language, figure=number)
        if unit == "persons_per_household":
            return self("persons-per-household", number=number)
        label = unit_label(self.index.data.record("units", unit), self.language, value)
        return f"{number}{label}" if label == "%" else f"{number} {label}"


def _place(value: float, unit: str, width: float) -> int:
    """Choose the last decimal place that means something (negative: tens, hundreds)."""
    if math.isinf(width):
        width = abs(value) / 100
    if width > 0:
        fine = 3 if unit in _RATIOS else 0
        return max(-9, min(fine, -math.floor(math.log10(width))))
    return next((n for n in range(3) if math.isclose(value, round(value, n), rel_tol=1e-9)), 2)


def _scale(size: float, unit: str, place: int) -> float:
    if unit.startswith("VND"):
        return 1e9 if size >= 1e9 else 1e6 if size >= 1e6 else 1.0
    return 1e6 if size >= 1e6 and place <= -3 else 1.0
