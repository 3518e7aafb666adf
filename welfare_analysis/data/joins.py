"""Joins: observations beside the rows of the tables they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np

from .columns import Column
from .package import RawPackage


class Joined:
    """Observations joined to the tables they refer to; -1 where a code is unknown."""

    def __init__(self, raw: RawPackage):
        self.raw, self.table = raw, raw.sheets["observations"]

    def __getitem__(self, name: str) -> Column:
        return self.table.columns[name]

    def joined(self, name: str, target: str, key: str) -> np.ndarray:
        """Place of the row of another table that each observation refers to."""
        return self[name].positions(self.raw.sheets[target].columns[key])

    @cached_property
    def indicator(self) -> np.ndarray:
        """Place of each observation's indicator in the codebook."""
        return self.joined("indicator", "indicators", "indicator")

    @cached_property
    def area(self) -> np.ndarray:
        """Place of each observation's area."""
        return self.joined("area", "areas", "area")

    @cached_property
    def unit(self) -> np.ndarray:
        """Place of each observation's unit."""
        return self.joined("unit", "units", "unit")

    @cached_property
    def proper_unit(self) -> np.ndarray:
        """Place of the unit of each observation's indicator."""
        units, indicators = self.raw.sheets["units"], self.raw.sheets["indicators"]
        proper = indicators.columns["unit"].positions(units.columns["unit"])
        return np.append(proper, -1)[self.indicator]

    def which(self, target: str, column: str, texts: Iterable[str], places) -> np.ndarray:
        """Observations whose row in another table has one of these texts in a column."""
        cells = self.raw.sheets[target].columns[column]
        return np.append(cells.where(cells.among(texts)), False)[places]

    def looked_up(self, target: str, column: str, place: int) -> str:
        """Text of a column of another table, at one place there."""
        cells = self.raw.sheets[target].columns[column]
        return cells.values[cells.codes[place]]

    def days(self, target: str, column: str, places: np.ndarray) -> np.ndarray:
        """Date of a column of another table for each observation; NaT if unknown."""
        dates = self.raw.sheets[target].columns[column].dates
        return np.append(dates, np.datetime64("NaT"))[places]

    def bounds(self, column: str) -> np.ndarray:
        """Bound of each observation's indicator; NaN if it has none."""
        return np.append(self.raw.sheets["indicators"].columns[column].numbers, np.nan)[
            self.indicator
        ]

    def label(self, name: str, place: int) -> str:
        """Text of one cell."""
        return self[name].values[self[name].codes[place]]
