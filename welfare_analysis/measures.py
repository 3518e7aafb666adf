"""Measures: figures derived from printed ones, with interval, inputs and unit."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

import pandas as pd

from . import numerals
from .errors import NotComparable
from .intervals import Interval
from .messages import message
from .figures import Observation, cite, period_text

_DAYS_A_YEAR = 365.2425


@dataclass(frozen=True)
class Measure:
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
        ``percent``, ``points``, or a unit of the data, or ``per_1000_households`` and
        ``per_100000_inhabitants``.
    inputs : tuple of Observation
        The printed figures it was computed from.
    """

    code: str
    value: float
    interval: Interval
    unit: str
    inputs: tuple[Observation, ...]

    @property
    def area(self) -> str:
        """Reference area of the first input."""
        return self.inputs[0].area

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of the inputs."""
        return tuple(figure.observation for figure in self.inputs)

    @property
    def period_start(self) -> datetime.date | None:
        """Start of the first input's period."""
        return self.inputs[0].period_start

    @property
    def period_end(self) -> datetime.date:
        """End of the first input's period."""
        return self.inputs[0].period_end

    @property
    def decimals(self) -> int:
        """Decimals that the interval supports, at most 2 (negative: rounded tens, hundreds)."""
        if self.interval.is_point or math.isinf(self.interval.width):
            return _decimals_of(self.value)
        return max(-9, min(2, -math.floor(math.log10(self.interval.width))))

    def number(self, language: str) -> str:
        """Write the bare number, no finer than its interval supports."""
        return _rounded(self.value, self.decimals, language)

    def text(self, language: str) -> str:
        """Write the figure with unit, and "about" unless it is exact to what is written."""
        figure = message(f"unit-{self.unit}", language, figure=self.number(language))
        exact = self.interval.is_point and math.isclose(
            self.value, round(self.value, max(self.decimals, 0)), rel_tol=1e-9
        )
        return figure if exact else message("approximately", language, figure=figure)

    def range(self, language: str) -> str:
        """Write the interval in words: ``từ 130,3 đến 130,9``."""
        decimals = min(self.decimals + 1, 3)
        low, high = (_rounded(end, decimals, language) for end in (self.interval.low, self.interval.high))
        words = message("range", language, low=low, high=high)
        return message(f"unit-{self.unit}", language, figure=words)

    def citation(self, language: str) -> str:
        """Write the links of all inputs, each source place once."""
        return " ".join(dict.fromkeys(cite(figure, language) for figure in self.inputs))

    def flags(self, language: str) -> list[str]:
        """List the words that must stand beside the figure, from any input."""
        return list(dict.fromkeys(flag for figure in self.inputs for flag in figure.flags(language)))

    def period(self, language: str) -> str:
        """Write the period of the first input."""
        return period_text(self.period_start, self.period_end, language)


def change_points(before: Observation, after: Observation) -> Measure:
    """Compute the change between two rates in percentage points.

    Raises
    ------
    NotComparable
        If indicator, area or standard differ: a change across a break is no change.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> goal = observation(data, "ldxh-sc-2024-p8-poor-rate-target")
    >>> start = observation(data, "ldxh-sc-2024-p4-poor-rate")
    >>> change_points(start, goal).text("en")
    'about −0.24 percentage points'
    """
    _same_series(before, after)
    _of_unit(before, "percent")
    return Measure(
        "change_points", round(after.value - before.value, 9),
        after.interval - before.interval, "points", (before, after),
    )  # fmt: skip


def change_percent(before: Observation, after: Observation) -> Measure:
    """Compute the change between two figures in percent of the first.

    Raises
    ------
    NotComparable
        If indicator, area or standard differ, or the first figure is zero.
    """
    _same_series(before, after)
    if before.value == 0:
        raise NotComparable(f"{before.observation} is zero: a change in percent has no base.")
    return Measure(
        "change_percent", 100 * (after.value / before.value - 1),
        # After/before as a ratio, not (after - before)/before, keeps the interval tight.
        (after.interval / before.interval - 1) * 100, "percent", (before, after),
    )  # fmt: skip


def attainment(result: Observation, plan: Observation) -> Measure:
    """Compute a result in percent of its plan or target."""
    if result.unit != plan.unit or result.area != plan.area:
        raise NotComparable(
            f"{result.observation} ({result.unit}, {result.area}) is no result of "
            f"{plan.observation} ({plan.unit}, {plan.area}): unit and area must be the same."
        )
    if result.period_end != plan.period_end or result.period_start != plan.period_start:
        raise NotComparable(
            f"{result.observation} covers {result.period('en')}, the plan "
            f"{plan.observation} {plan.period('en')}: attainment needs one period."
        )
    return _ratio("attainment", result, plan, 100, "percent")


def share(part: Observation, whole: Observation) -> Measure:
    """Compute a part in percent of its whole."""
    if part.area != whole.area:
        raise NotComparable(f"{part.observation} and {whole.observation} are of different areas.")
    return _ratio("share", part, whole, 100, "percent")


def annual_average(flow: Observation) -> Measure:
    """Compute the yearly average of a cumulative flow.

    The length of the period in days over 365.2425, so that eight months count as two thirds
    of a year.  The average says nothing about any single year.

    Raises
    ------
    NotComparable
        If the figure is no flow.
    """
    if flow.period_start is None or flow.indicator_row["temporal"] != "flow":
        raise NotComparable(f"{flow.observation} is not a flow: it has no length of time.")
    years = period_years(flow)
    return Measure(
        "annual_average", flow.value / years, flow.interval / years, flow.unit, (flow,)
    )


def per_households(count: Observation, base: Observation, per: int = 1_000) -> Measure:
    """Compute a count per 1,000 households of a named base."""
    _base(count, base, "households")
    return _ratio("per_households", count, base, per, f"per_{per}_households")


def per_inhabitants(
    count: Observation | Measure, base: Observation, per: int = 100_000
) -> Measure:
    """Compute a count per 100,000 inhabitants of a named base."""
    _base(count, base, "persons")
    return _ratio("per_inhabitants", count, base, per, f"per_{per}_inhabitants")


def implied_base(count: Observation, rate: Observation) -> Measure:
    """Compute the base that a count and its rate imply: count / rate.

    A rate of two significant digits leaves a wide interval; it is the interval, not the
    value, that can contradict another base.
    """
    _of_unit(rate, "percent")
    if count.area != rate.area or count.period_end != rate.period_end:
        raise NotComparable(f"{count.observation} and {rate.observation} differ in area or date.")
    if rate.interval.low <= 0:
        raise NotComparable(f"{rate.observation} may be zero: it implies no base.")
    return Measure(
        "implied_base", 100 * count.value / rate.value, count.interval / rate.interval * 100,
        count.unit, (count, rate),
    )  # fmt: skip


def period_years(flow: Observation) -> float:
    """Return the length of a flow's period in years (2021–2023 is 3)."""
    start, end = flow.period_start, flow.period_end + datetime.timedelta(days=1)
    if (start.month, start.day) == (end.month, end.day):
        return float(end.year - start.year)
    if start.day == end.day == 1:
        return ((end.year - start.year) * 12 + end.month - start.month) / 12
    return (end - start).days / _DAYS_A_YEAR


def _ratio(code, numerator, denominator, factor, unit) -> Measure:
    if denominator.value == 0:
        raise NotComparable(f"{denominator.observation} is zero: nothing can be divided by it.")
    inputs = (*_inputs(numerator), *_inputs(denominator))
    value = factor * numerator.value / denominator.value
    return Measure(code, value, numerator.interval / denominator.interval * factor, unit, inputs)


def _inputs(figure: Observation | Measure) -> tuple[Observation, ...]:
    return figure.inputs if isinstance(figure, Measure) else (figure,)


def _same_series(before: Observation, after: Observation) -> None:
    for column in ("indicator", "area", "standard"):
        first, second = getattr(before, column), getattr(after, column)
        if first != second:
            raise NotComparable(
                f"No change can be computed from {before.observation} to {after.observation}: "
                f"{column} is {first or 'not given'!s} and {second or 'not given'!s}."
            )


def _of_unit(figure: Observation, unit: str) -> None:
    if figure.unit != unit:
        raise NotComparable(f"{figure.observation} is in {figure.unit}, expected {unit}.")


def _base(count: Observation | Measure, base: Observation, unit: str) -> None:
    _of_unit(base, unit)
    if count.area != base.area:
        raise NotComparable(f"The base {base.observation} is of {base.area}, not of {count.area}.")


def _decimals_of(value: float) -> int:
    for decimals in (0, 1):
        if math.isclose(value, round(value, decimals), rel_tol=1e-9, abs_tol=1e-9):
            return decimals
    return 2


def _rounded(value: float, decimals: int, language: str) -> str:
    if pd.isna(value) or math.isinf(value):
        return "\u221e"
    return numerals.write(round(value, decimals), language, max(decimals, 0))
