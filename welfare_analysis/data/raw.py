"""Raw: tables as text with the row numbers of a spreadsheet, and what their texts mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.api.extensions import take

from .faults import CLEAR_NUMBER

Columns = dict[str, pd.Series]
_MANY = 10_000  # texts from which a glance by Arrow's regular expressions pays


@dataclass
class RawTable:
    """One table of a data package as text.

    Attributes
    ----------
    name, file : str
    fields : list of dict
        The table schema.
    frame : pandas.DataFrame
        Plain text columns; the index is the row in a spreadsheet.
    absent : frozenset of str
        Columns that the file lacks; they are empty here.
    """

    name: str
    file: str
    fields: list[dict]
    frame: pd.DataFrame
    absent: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The column that names its rows: ``area`` of ``areas``."""
        return self.name.removesuffix("s")

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def columns(self) -> Columns:
        """The columns by name; pandas makes one anew each time that a frame is asked for it."""
        return dict(self.frame.items())

    def __getitem__(self, column: str) -> pd.Series:
        return self.columns[column]

    def typed(
        self,
        dates: Iterable[str] = (),
        numbers: Iterable[str] = (),
        integers: Iterable[str] = (),
    ) -> pd.DataFrame:
        """Return a frame counted from 0 with some columns as dates, floats or whole numbers.

        Only for a table in which nothing was found wrong: what is no date or number is missing.
        """
        # Python's text becomes that of pandas; of nothing, no kind can be inferred.
        frame = self.frame.infer_objects() if len(self) else self.frame.astype("str")
        meant = {name: as_dates(frame[name]) for name in dates}
        meant |= {name: as_numbers(frame[name]) for name in numbers}
        meant |= {name: as_numbers(frame[name]).astype("Int64") for name in integers}
        return frame.assign(**meant).reset_index(drop=True)


def odd(texts: pd.Series, *plain: str) -> list[str]:
    """List the texts to be looked at closely: of very many, those that do not fit all patterns.

    Parameters
    ----------
    texts : array of str
        Each once.
    *plain : str
        Regular expressions from the first letter on; what fits them all is surely right.
    """
    if len(texts) > _MANY and plain:
        fits = True
        for pattern in plain:
            fits &= pd.Series(texts).str.match(pattern)
        texts = texts[~fits]
    return texts.tolist()


def misfits(texts: Iterable[str], pattern: str) -> set[str]:
    """Return the texts in which nothing fits a pattern, which may be anybody's.

    Arrow reads a text once, however a pattern is made; Python's own may try for ever.

    Raises
    ------
    ValueError
        If Arrow cannot read the pattern.
    """
    texts = pa.array(texts, pa.string())
    fitting = pc.match_substring_regex(texts, pattern)
    return set(texts.filter(pc.invert(fitting)).to_pylist())


def as_numbers(texts: pd.Series) -> pd.Series:
    """Read texts as float64; NaN where one is no plain number of one reading."""
    return texts.where(texts.str.fullmatch(CLEAR_NUMBER)).astype("float64")


def as_dates(texts: pd.Series) -> pd.Series:
    """Read texts as days; NaT where one is no date of the form 2023-12-31."""
    places, different = pd.factorize(texts)
    days = np.array([day(text) for text in different], "datetime64[us]")
    return pd.Series(days[places], texts.index)


def beside(codes: pd.Series, table: RawTable, **columns: pd.Series) -> Columns:
    """Set beside each code what the row that it names in a table has; missing where none."""
    rows = {text: place for place, text in reversed([*enumerate(table[table.key])])}
    places, different = pd.factorize(codes, use_na_sentinel=False)  # what is missing is a code too
    found = np.array([rows.get(text, -1) for text in different], "int64")[places]
    return {
        name: pd.Series(take(cells.array, found, allow_fill=True), codes.index)
        for name, cells in columns.items()
    }


def day(text: str) -> datetime.date | None:
    """Read a day of the form 2023-12-31; None if the text is none."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):  # no 20231231, no 2023-W52-7
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
