"""Derived: one figure computed from others, with its interval, inputs and wording."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

from .. import arguments
from ..codes import MeasureKind, Status
from ..data import numerals
from ..data.figures import Observation, Records, Unordered, period_text, unit_label
from ..data.intervals import Interval
from ..messages import message

_RATIO_UNITS = ("percent", "points")
# What follows from printed figures stands for what was not printed itself: see `results`.
FOLLOWS = ("rate", "sum", "rest", "none_of")
_KINDS = tuple(MeasureKind)
_A_YEAR = ("change_a_year", "pace")
_ONE_DECIMAL = ("ratio", "change_percent", "change_a_year", "attainment")


@dataclass(frozen=True)
class Measure(Unordered):
    """A derived figure.

    Attributes
    ----------
    code : str
        The method: ``change_points``, ``attainment``, …
    value : float
        The figure computed from the printed values; NaN never occurs.
    interval : Interval
        The figures that the printed precision allows.
    unit : str
        ``percent``, ``points``, or a unit of the data, or such as ``per_1000_households`` and
        ``per_100000_inhabitants``.
    operands : tuple of Observation or Measure
        The figures it was computed from, in the order of the method: before and after, part and
        whole, count and base.
    subject : str
        The indicator that it is a figure of, if another than that of the first operand.

    Examples
    --------
    >>> import welfare_analysis as wa
    >>> data = wa.load()
    >>> sent, women, base, before = (
    ...     wa.observation(data, name)
    ...     for name in (
    ...         "vamas-2024-vn-workers-2023",
    ...         "vamas-2024-vn-women-2023",
    ...         "nso-e02-01-vn-population-2023",
    ...         "vamas-2023-vn-workers-2022",
    ...     )
    ... )
    >>> wa.share(women, sent).text("en"), wa.change_percent(before, sent).text("en")
    ('about 34.9%', 'about 12.1%')
    >>> wa.per_inhabitants(data, sent, base).text("en"), wa.total([before, sent]).text("en")
    ('159 per 100,000 inhabitants', '302,765 persons')
    >>> poor = wa.observation(data, "ldxh-sc-2024-p4-poor-households")
    >>> rate = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    >>> wa.implied_base(poor, rate).range("en")
    '18,570 to 18,690 households'
    """

    code: str
    value: float
    interval: Interval
    unit: str
    operands: tuple[Figure, ...]
    subject: str = ""

    def __repr__(self) -> str:
        return f"<Measure {self.code}: {self.text('en')}, from {', '.join(self.observations)}>"

    @property
    def inputs(self) -> tuple[Observation, ...]:
        """The printed figures behind it, each once."""
        printed = (figure for operand in self.operands for figure in operand.inputs)
        return tuple({figure.observation: figure for figure in printed}.values())

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of the inputs."""
        return tuple(figure.observation for figure in self.inputs)

    @property
    def data(self) -> Records:
        """The catalogue that the inputs were taken from."""
        return self.operands[0].data

    @property
    def area(self) -> str:
        """Reference area of the first operand."""
        return self.operands[0].area

    @property
    def area_row(self) -> Mapping:
        """Full record of the area."""
        return self.operands[0].area_row

    @property
    def indicator(self) -> str:
        """The indicator that it is a figure of."""
        return self.subject or self.operands[0].indicator

    @property
    def base(self) -> str:
        """The indicator of the codebook, without the part that `breakdown` names."""
        return self.indicator_row["base"]

    @property
    def breakdown(self) -> str:
        """The part of the indicator; empty for the total."""
        return self.indicator_row["breakdown"]

    @property
    def indicator_row(self) -> Mapping:
        """Full record of the indicator."""
        return self.data.record("indicators", self.indicator)

    @property
    def unit_row(self) -> Mapping:
        """Full record of the unit; of a unit that no figure is printed in, the first operand's."""
        own = self.subject and self.unit == self.indicator_row["unit"]
        return self.data.record("units", self.unit) if own else self.operands[0].unit_row

    @property
    def standard(self) -> str:
        """Poverty standard of the first operand."""
        return self.operands[0].standard

    @property
    def measure(self) -> str:
        """What kind of figure it is: an estimate if it follows from one."""
        kinds = [operand.measure for operand in self.operands]
        return max(kinds, key=_KINDS.index) if self.code in FOLLOWS else kinds[0]

    @property
    def status(self) -> str:
        """Letters of the status of all inputs, without ``A`` unless there is no other."""
        letters = dict.fromkeys(one for figure in self.inputs for one in figure.status.split())
        return " ".join(one for one in letters if one != Status.NORMAL) or str(Status.NORMAL)

    @property
    def is_change(self) -> bool:
        """Whether it is a change between the dates of its two operands."""
        return self.code.startswith("change_")

    @property
    def is_yearly_average(self) -> bool:
        """Whether it is a yearly average, also one that was put on a base afterwards."""
        first = self.operands[0]
        based = self.code.startswith("per_") and isinstance(first, Measure)
        return self.code == "annual_average" or (based and first.is_yearly_average)

    @property
    def period_start(self) -> datetime.date | None:
        """Start of the period: of the first operand; of a change, the day it is counted from."""
        first = self.operands[0]
        return first.period_start or first.period_end if self.is_change else first.period_start

    @property
    def period_end(self) -> datetime.date:
        """End of the period: of the last operand for a total or a change, else of the first."""
        last = self.is_change or self.code == "total"
        return self.operands[-1 if last else 0].period_end

    @property
    def decimals(self) -> int:
        """Decimals worth writing: what the interval supports, three digits, 0.01 of a percent.

        Negative: the figure is rounded to tens, hundreds, ….
        """
        share = self.unit in ("percent", "points")
        most = (2 if abs(self.value) < 100 else 1) if share else _three_digits(self.value)
        most = min(most, 1) if self.code in _ONE_DECIMAL else most
        if self.interval.is_point or math.isinf(self.interval.width):
            return min(most, _decimals_of(self.value))
        least = max(-9, min(most, -math.floor(math.log10(self.interval.width))))
        # What is written lies in the range: near its end a number needs another digit.
        inside = (d for d in range(least, most) if self._may_be(round(self.value, d)))
        return next(inside, most)

    def _may_be(self, value: float) -> bool:
        return self.interval.low <= value <= self.interval.high

    def number(self, language: str) -> str:
        """Write the bare number, no finer than its interval supports."""
        return _rounded(self.value, self.decimals, language)

    def text(self, language: str) -> str:
        """Write the figure with unit, and "about" where rounding leaves it open.

        "About" goes with one decimal at most.  What is small, and what stands for a figure that
        was not printed, keeps two, if all that it can be is within one of the last digit.
        """
        if self._is_exact or (self._is_fine and self._is_close):
            return self._with_unit(self.number(language), language)
        coarser = min(self.decimals, 1)
        if not (self.interval.is_point or self._may_be(round(self.value, coarser))):
            # One decimal would lead out of its range.
            return self._with_unit(self.number(language), language)
        number = _rounded(self.value, coarser, language)
        return message("approximately", language, figure=self._with_unit(number, language))

    @property
    def _is_exact(self) -> bool:
        shown = round(self.value, max(self.decimals, 0))
        return self.interval.is_point and math.isclose(self.value, shown, rel_tol=1e-9)

    @property
    def _is_fine(self) -> bool:
        return self.decimals == 2 and (abs(self.value) < 1 or self.code in FOLLOWS)

    @property
    def _is_close(self) -> bool:
        shown, unit = round(self.value, 2), 0.01 * (1 + 1e-6)
        return self.interval.high - shown <= unit and shown - self.interval.low <= unit

    def unit_label(self, language: str) -> str:
        """Name the unit without a number: ``percentage points``."""
        if self._is_ratio:
            return ratio_text(self.unit, "", language).strip()
        return unit_label(self.unit_row, language, 2)

    def range(self, language: str) -> str:
        """Write the interval in words: ``từ 130,3 đến 130,9``; ends that are one, once."""
        decimals = min(self.decimals + 1, 3)
        low, high = (
            _rounded(end, decimals, language) for end in (self.interval.low, self.interval.high)
        )
        words = low if low == high else message("range", language, low=low, high=high)
        return self._with_unit(words, language)

    def citation(self, language: str) -> str:
        """Name the places of all inputs in the list of sources, each once."""
        return " ".join(dict.fromkeys(figure.citation(language) for figure in self.inputs))

    def flags(self, language: str) -> list[str]:
        """List the words that must stand beside the figure, from any input."""
        return list(
            dict.fromkeys(flag for figure in self.inputs for flag in figure.flags(language))
        )

    def period(self, language: str) -> str:
        """Write the period."""
        return period_text(self.period_start, self.period_end, language)

    @property
    def _is_ratio(self) -> bool:
        return self.unit in _RATIO_UNITS or self.unit.startswith("per_")

    def _with_unit(self, number: str, language: str) -> str:
        if self._is_ratio:
            figure = ratio_text(self.unit, number, language)
        else:
            figure = f"{number} {unit_label(self.unit_row, language, self.value)}"
        return message("a-year", language, figure=figure) if self.code in _A_YEAR else figure


Figure = Observation | Measure
FIGURE = arguments.a(Observation, Measure, said="fit-figure")
PRINTED = arguments.a(Observation, said="fit-printed")


def ratio_text(unit: str, number: str, language: str) -> str:
    """Write a number in percent, in points or per so many of a base; without it, the unit alone.

    Examples
    --------
    >>> ratio_text("per_1000_inhabitants", "1,6", "vi"), ratio_text("points", "2", "en")
    ('1,6 trên 1.000 dân', '2 percentage points')
    """
    if not unit.startswith("per_"):
        return message(f"unit-{unit}", language, figure=number)
    _, per, base = unit.split("_")
    said = numerals.write(int(per), language)
    return message(f"unit-per-{base}", language, figure=number, number=said)


def _three_digits(value: float) -> int:
    return max(0, min(2, 2 - math.floor(math.log10(abs(value))))) if value else 0


def _decimals_of(value: float) -> int:
    for decimals in (0, 1):
        if math.isclose(value, round(value, decimals), rel_tol=1e-9, abs_tol=1e-9):
            return decimals
    return 2


def _rounded(value: float, decimals: int, language: str) -> str:
    if math.isinf(value):
        return "\u221e"
    return numerals.write(round(value, decimals), language, max(decimals, 0))
