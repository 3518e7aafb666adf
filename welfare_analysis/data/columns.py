"""Columns: text as codes into its distinct values, so that each value is judged once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from .cells import AMBIGUOUS, PLAIN_NUMBER
from .text import UNTIDY


class Column:
    """A column of text as codes into its distinct values.

    Parameters
    ----------
    codes : numpy.ndarray
        One whole number a row: the place of its text in `distinct`.
    distinct : pyarrow.StringArray
        The different texts.
    """

    def __init__(self, codes: np.ndarray, distinct: pa.Array):
        self.codes, self.distinct = codes, distinct

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def values(self) -> list[str]:
        """The different texts as Python strings."""
        return self.distinct.to_pylist()

    def matches(self, pattern: str) -> np.ndarray:
        """Say of each distinct text whether a regular expression (RE2) finds something in it."""
        return _flags(pc.match_substring_regex(self.distinct, pattern))

    def among(self, names: Iterable[str] | pa.Array) -> np.ndarray:
        """Say of each distinct text whether it is one of these names."""
        known = names if isinstance(names, pa.Array) else pa.array(list(names), pa.string())
        return _flags(pc.is_in(self.distinct, value_set=known.cast(self.distinct.type)))

    def where(self, of_distinct: np.ndarray) -> np.ndarray:
        """Spread a property of the distinct texts over the rows."""
        return of_distinct[self.codes] if len(of_distinct) else np.zeros(0, of_distinct.dtype)

    @cached_property
    def empty(self) -> np.ndarray:
        """Rows without text."""
        return self.where(self.among([""]))

    @cached_property
    def figures(self) -> np.ndarray:
        """The distinct texts as float64; NaN where one is no plain number of one reading."""
        plain = pc.match_substring_regex(self.distinct, PLAIN_NUMBER)
        clear = pc.invert(pc.match_substring_regex(self.distinct, AMBIGUOUS))
        plain = pc.and_(plain, clear)
        texts = pc.if_else(plain, self.distinct, pa.scalar(None, self.distinct.type))
        return texts.cast(pa.float64()).to_numpy(zero_copy_only=False)

    @cached_property
    def days(self) -> np.ndarray:
        """The distinct texts as days; NaT where one is no date of the form 2023-12-31."""
        return np.array([_day(text) for text in self.values], "datetime64[D]")

    @property
    def numbers(self) -> np.ndarray:
        """Rows as float64."""
        return self.where(self.figures)

    @property
    def dates(self) -> np.ndarray:
        """Rows as days."""
        return self.where(self.days)

    @cached_property
    def first_rows(self) -> np.ndarray:
        """For each distinct text the first row that holds it."""
        first = np.zeros(len(self.distinct), np.int64)
        first[self.codes[::-1]] = np.arange(len(self))[::-1]
        return first

    def positions(self, keys: Column) -> np.ndarray:
        """For each row the row of another table whose key it names; -1 for none."""
        both = encode(pa.chunked_array([keys.distinct, self.distinct]))  # hashes each text once
        here, there = both.codes[len(keys.distinct) :], both.codes[: len(keys.distinct)]
        place = np.full(len(both.distinct), -1)
        place[there] = keys.first_rows
        return self.where(place[here])

    @cached_property
    def untidy(self) -> np.ndarray:
        """Say of each distinct text whether it holds anything that `text.tidy` changes."""
        if pc.all(pc.string_is_ascii(self.distinct), min_count=0).as_py():
            return _flags(pc.not_equal(pc.utf8_trim_whitespace(self.distinct), self.distinct))
        return self.matches(UNTIDY)

    def tidied(self, tidy: Callable[[str], str]) -> Column:
        """Give every text its one spelling; equal ones become one."""
        touched = np.flatnonzero(self.untidy)
        before = self.distinct.take(pa.array(touched)).to_pylist()
        after = [tidy(text) for text in before]
        if after == before:
            return self
        texts = np.array(self.values, object)
        texts[touched] = after
        changed = encode(pa.array(texts, self.distinct.type))
        return Column(changed.codes[self.codes], changed.distinct)

    def text(self) -> pa.Array:
        """Return the rows as text again."""
        return self.distinct.take(pa.array(self.codes))


@dataclass
class Table:
    """One table as text, by column, with the row numbers of a spreadsheet.

    Attributes
    ----------
    name, file : str
    fields : list of dict
        The table schema.
    columns : dict of str to Column
    rows : range or numpy.ndarray
        Number of each record in a spreadsheet.
    texts : dict of str to pyarrow text
    absent : frozenset of str
        Columns that the file lacks; they are empty here.
    """

    name: str
    file: str
    fields: list[dict]
    columns: dict[str, Column]
    rows: range | np.ndarray
    texts: dict[str, pa.Array] = field(repr=False, default_factory=dict)
    absent: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.rows)

    def frame(self) -> pd.DataFrame:
        """Return plain text columns; the index is the row in a spreadsheet."""
        frame = pa.table(self.texts).to_pandas(use_threads=False)
        frame.index = pd.Index(self.rows, name="row")
        return frame

    def typed(
        self,
        dates: Iterable[str] = (),
        numbers: Iterable[str] = (),
        integers: Iterable[str] = (),
    ) -> pd.DataFrame:
        """Return a frame counted from 0 with some columns as dates, floats or whole numbers.

        Only for a table in which nothing was found wrong: what is no date or number is missing.
        """
        frame = pa.table(self.texts).to_pandas(use_threads=False)
        for name in dates:
            frame[name] = self.columns[name].dates.astype("datetime64[us]")
        for name in numbers:
            frame[name] = self.columns[name].numbers
        for name in integers:
            frame[name] = pd.array(self.columns[name].numbers, "Float64").astype("Int64")
        return frame


def encode(texts: pa.Array | pa.ChunkedArray) -> Column:
    """Encode text as codes into its distinct values."""
    if isinstance(texts, pa.Array):
        texts = pa.chunked_array([texts])
    coded = texts.dictionary_encode()  # all chunks share one dictionary
    if not coded.num_chunks:
        return Column(np.zeros(0, np.int32), pa.array([], texts.type))
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in coded.chunks])
    return Column(codes, coded.chunk(0).dictionary)


def uncoded(texts: pa.Array | pa.ChunkedArray) -> Column:
    """Take each row for a distinct text: for columns in which hardly any text recurs."""
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    return Column(np.arange(len(texts)), texts)


def combine(columns: Iterable[Column]) -> np.ndarray:
    """Give each different combination of several columns its own number, row by row."""
    key, size = None, 1
    for column in columns:
        wide = len(column.distinct) + 1
        if key is None:
            key = column.codes.astype(np.int64)
        else:
            if size > 2**62 // wide:  # the product no longer fits: number what occurs
                key, present = pd.factorize(key)
                size = len(present) + 1
            key = key * wide + column.codes
        size *= wide
    return key


def _day(text: str) -> datetime.date | None:
    if len(text) != 10:  # fromisoformat also reads 20231231 and 2023-W52-7
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _flags(answer: pa.Array) -> np.ndarray:
    return answer.to_numpy(zero_copy_only=False).astype(bool)
