"""Figures: one printed figure with its interval, its wording and its citation."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import pandas as pd

from .. import arguments
from ..codes import OWN_SOURCE, Qualifier, Status
from ..errors import NotComparable
from ..messages import message
from ..texts import Said
from ..texts import both as all_of
from . import numerals
from .intervals import Interval

# Flags that a reader must see beside a figure wherever it stands, most serious first.
_SPOKEN_FLAGS = (Status.LOW_RELIABILITY, Status.PROVISIONAL)


class Records(Protocol):
    """What figures need of a `Catalogue`: its rows, and the figures made so far."""

    figures: dict[str, Observation]

    def record(self, table: str, key: str) -> dict:
        """Return one row."""


class Unordered:
    """What has no order of its own: whether one figure lies above another is a verdict."""

    def __lt__(self, other: object):
        """Refuse to put figures in order, and say what does.

        Raises
        ------
        NotComparable
            Always.
        """
        both = [one for one in (self, other) if isinstance(one, Unordered)]
        areas = [f'"{one.area}"' for one in both]
        named = [
            Said("figure-of", names=all_of(one.observations), figure=one.text, period=one.period)
            for one in both
        ]
        said = Said("no-order", figures=all_of(named), indicator=self.indicator, areas=areas)
        raise NotComparable(said)

    __le__ = __gt__ = __ge__ = __lt__


@dataclass(frozen=True)
class Observation(Unordered):
    """One row of ``observations.csv`` together with its unit, source and indicator.

    Attributes are the columns of the table; ``period_start`` and ``paragraph`` are ``None``
    where not given.  `row`, `indicator_row`, `unit_row`, `source_row` and `area_row` hold the
    full records, `data` the catalogue it was taken from.
    """

    observation: str
    indicator: str
    area: str
    period_start: datetime.date | None
    period_end: datetime.date
    value: float
    unit: str
    measure: str
    status: str
    qualifier: str
    standard: str
    period_basis: str
    source: str
    paragraph: int | None
    as_printed: str
    row: Mapping = field(repr=False, compare=False)
    indicator_row: Mapping = field(repr=False, compare=False)
    unit_row: Mapping = field(repr=False, compare=False)
    source_row: Mapping = field(repr=False, compare=False)
    area_row: Mapping = field(repr=False, compare=False)
    data: Records = field(repr=False, compare=False)

    def __repr__(self) -> str:
        return (
            f"<Observation {self.observation}: {self.indicator} of {self.area}, "
            f"{self.text('en')}, {self.period('en')}>"
        )

    @property
    def base(self) -> str:
        """The indicator of the codebook, without the part that `breakdown` names."""
        return self.indicator_row["base"]

    @property
    def breakdown(self) -> str:
        """Which part of it the figure counts: ``sex=F``; empty for the total."""
        return self.indicator_row["breakdown"]

    @property
    def is_own(self) -> bool:
        """Whether a reader has added it to the data."""
        return self.source_row["kind"] == OWN_SOURCE

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of the printed figures behind this one: itself."""
        return (self.observation,)

    @property
    def inputs(self) -> tuple[Observation, ...]:
        """The printed figures behind this one, as a derived figure has them: itself."""
        return (self,)

    @cached_property
    def numeral(self) -> numerals.Numeral | None:
        """The printed figure as read; None where the source prints words only."""
        try:
            found = numerals.read_all(self.as_printed, self.source_row["language"])
        except numerals.NumeralError:
            return None
        # A fraction prints two figures: take the one that this row holds.
        kind, near = self.unit_row["kind"], 1e-6 * max(1, self.value)
        whole = round if kind == "count" else float
        same = [one for one in found if abs(whole(one.value) - self.value) <= near]
        if not same:
            return None
        printed = same[0]
        if kind == "count" and printed.scale > 1 >= printed.step:  # as a data base prints
            printed = numerals.Numeral(self.value, 0, 1.0, printed.qualifier, True)
        rounded = printed.rounded or kind in ("rate", "area", "ratio")
        return numerals.requalify(printed, self.qualifier, rounded)

    @cached_property
    def interval(self) -> Interval:
        """The numbers the printed figure can stand for, inside the indicator's bounds."""
        if self.numeral is None:
            return Interval.point(self.value)
        return _clip(
            self.numeral.interval, self.indicator_row["lower"], self.indicator_row["upper"]
        )

    def number(self, language: str) -> str:
        """Write the bare number at its printed scale and precision (``2,9 triệu``)."""
        scale, decimals = (
            (self.numeral.scale, self.numeral.decimals) if self.numeral else (1.0, None)
        )
        number = numerals.write(self.value / scale, language, decimals)
        word = numerals.scale_word(scale, language)
        return f"{number} {word}" if word else number

    def text(self, language: str) -> str:
        """Write the figure with its qualifier and unit: ``gần 2.500 lượt``."""
        unit = unit_label(self.unit_row, language, self.value)
        if self.qualifier == Qualifier.ORDER:
            return message(f"order-{self.value:.0f}", language, unit=unit)
        number = self.number(language)
        figure = f"{number}{unit}" if unit == "%" else f"{number} {unit}"
        return message(f"qualifier-{self.qualifier}", language, figure=figure)

    def unit_label(self, language: str) -> str:
        """Name the unit without a number: ``%``, ``households``."""
        return unit_label(self.unit_row, language, 2)

    def citation(self, language: str) -> str:
        """Name its place in the list of sources: ``[1, đ. 17]``."""
        name = "citation" if self.paragraph is None else "citation-paragraph"
        number = str(self.source_row["number"])
        return f"[{message(name, language, number=number, paragraph=str(self.paragraph))}]"

    def flags(self, language: str) -> list[str]:
        """List the words that must stand beside the figure (``nghi vấn``, ``sơ bộ``)."""
        letters = self.status.split()
        own = [message(f"status-{OWN_SOURCE}", language)] if self.is_own else []
        said = [message(f"status-{flag}", language) for flag in _SPOKEN_FLAGS if flag in letters]
        return [*own, *said]

    def period(self, language: str) -> str:
        """Write the period or date."""
        return period_text(self.period_start, self.period_end, language)


@arguments.reads(data=arguments.data, name=arguments.text)
def observation(data: Records, name: str) -> Observation:
    """Return the observation with that identifier.

    Raises
    ------
    UnknownName
        If there is none.

    Examples
    --------
    >>> from welfare_analysis.data.loading import load
    >>> rate = observation(load(), "ldxh-hn-2024-p16-poor-rate")
    >>> rate.text("vi"), str(rate.interval)
    ('0,03%', '[0.025, 0.035)')
    """
    if name not in data.figures:
        data.figures[name] = made(data, name)
    return data.figures[name]


def made(data: Records, name: str) -> Observation:
    """Make the observation of a row."""
    row = data.record("observations", name)
    return Observation(
        **{key: row[key] for key in _COPIED},
        period_start=None if pd.isna(row["period_start"]) else row["period_start"].date(),
        period_end=row["period_end"].date(),
        paragraph=None if pd.isna(row["paragraph"]) else int(row["paragraph"]),
        row=row,
        indicator_row=data.record("indicators", row["indicator"]),
        unit_row=data.record("units", row["unit"]),
        source_row=data.record("sources", row["source"]),
        area_row=data.record("areas", row["area"]),
        data=data,
    )


_COPIED = (
    "observation",
    "indicator",
    "area",
    "value",
    "unit",
    "measure",
    "status",
    "qualifier",
    "standard",
    "period_basis",
    "source",
    "as_printed",
)


@arguments.reads(data=arguments.data, frame=arguments.frame("observation"))
def observations(data: Records, frame: pd.DataFrame) -> list[Observation]:
    """Return the observations of a frame, in its order.

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> observations(data, select(data, "poor_household_rate", "Sông Công", 2023))[0]
    <Observation ldxh-sc-2024-p4-poor-rate: poor_household_rate of VN-69-165, 1.46%, 31 Dec 2023>
    """
    return [observation(data, name) for name in frame["observation"]]


def printed(data: Records, figures: pd.DataFrame | Iterable[Observation]) -> list[Observation]:
    """Return the printed figures of a frame, rows without one left out, or of any iterable."""
    if not isinstance(figures, pd.DataFrame):
        return list(figures)
    names = (name for name in figures["observation"] if isinstance(name, str) and name)
    return [observation(data, name) for name in names]


def unit_label(unit_row: Mapping, language: str, value: float) -> str:
    """Name a unit after a number: ``hộ``, ``household``, ``households``, ``%``."""
    if unit_row["symbol"]:
        return unit_row["symbol"]
    if language == "vi":
        return unit_row["label_vi"]
    return unit_row["label_en"] if value == 1 else unit_row["plural_en"]


def period_text(start: datetime.date | None, end: datetime.date, language: str) -> str:
    """Write a period as people do: a date, a year, a span of years, a span of dates."""
    if start is None or start == end:
        return numerals.write_date(end, language)
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return str(end.year) if start.year == end.year else f"{start.year}\u2013{end.year}"
    whole_months = start.day == 1 and (end + datetime.timedelta(days=1)).day == 1
    write = numerals.write_month if whole_months else numerals.write_date
    if start.year == end.year and whole_months:
        return message(
            "months",
            language,
            first=numerals.month_name(start, language),
            last=write(end, language),
        )
    return message("span", language, first=write(start, language), last=write(end, language))


def _clip(interval: Interval, lower: float, upper: float) -> Interval:
    low, high = interval.low, interval.high
    low_closed, high_closed = interval.low_closed, interval.high_closed
    if not pd.isna(lower) and low < lower:
        low, low_closed = lower, True
    if not pd.isna(upper) and high > upper:
        high, high_closed = upper, True
    return Interval(low, high, low_closed, high_closed) if low <= high else interval
