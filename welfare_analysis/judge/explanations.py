"""Explanations: the columns of an audit that are written when they are read, and not before.

Most of what an audit costs is its sentences, in two languages, of which a reader wants a few in
one.  A column of explanations therefore holds the checks, and writes the text of a row for
whoever looks at it: by name, as CSV or JSON, in a pickle, or row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray, ExtensionDtype, take
from pandas.api.indexers import check_array_indexer

from .checks.outcomes import Check

Cell = Check | str | None


class Explanation(ExtensionDtype):
    """The kind of a column of explanations."""

    name, type, kind, na_value = "explanation", str, "O", None

    @classmethod
    def construct_array_type(cls) -> type[Explanations]:
        """Return the class of the columns."""
        return Explanations


class Explanations(ExtensionArray):
    """Texts of one language, each written when it is read, once.

    Parameters
    ----------
    cells : sequence
        Checks, or texts that are there already.
    write : callable, optional
        Writes the text of a check.
    """

    def __init__(self, cells: Sequence[Cell], write: Callable[[Check], str] | None = None):
        self._cells = np.empty(len(cells), object)
        self._cells[:] = cells
        self._write = write

    @classmethod
    def _from_sequence(cls, scalars, *, dtype=None, copy=False) -> Explanations:
        return cls([None if pd.isna(one) else str(one) for one in scalars])

    @classmethod
    def _concat_same_type(cls, to_concat) -> Explanations:
        return cls([text for part in to_concat for text in part])

    @property
    def dtype(self) -> Explanation:
        """The kind of the column."""
        return Explanation()

    @property
    def nbytes(self) -> int:
        """Size of the column, without its texts."""
        return self._cells.nbytes

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, item):
        found = self._cells[check_array_indexer(self, item)]
        return self._like(found) if isinstance(found, np.ndarray) else self._text(found)

    def __setitem__(self, key, value) -> None:
        self._cells[check_array_indexer(self, key)] = value

    def __array__(self, dtype=None, copy=None) -> np.ndarray:
        texts = np.empty(len(self), object)
        texts[:] = [self._text(cell) for cell in self._cells]
        return texts

    def __eq__(self, other):
        if isinstance(other, pd.Series | pd.Index | pd.DataFrame):
            return NotImplemented
        return np.asarray(self) == np.asarray(other, dtype=object)

    def __reduce__(self):
        return Explanations, (list(self),)  # a pickle holds texts, no checks

    def __getattr__(self, name: str):
        if name.startswith("_str_"):  # what `Series.str` asks of a column
            return getattr(self.astype("str"), name)
        raise AttributeError(name)

    def isna(self) -> np.ndarray:
        """Tell which rows have no explanation."""
        return np.array([cell is None for cell in self._cells], bool)

    def take(self, indices, *, allow_fill=False, fill_value=None) -> Explanations:
        """Pick rows; nothing is written."""
        return self._like(take(self._cells, indices, allow_fill=allow_fill, fill_value=None))

    def copy(self) -> Explanations:
        """Copy the column; nothing is written."""
        return self._like(self._cells)

    def _like(self, cells: np.ndarray) -> Explanations:
        return Explanations([None if cell != cell else cell for cell in cells], self._write)

    def _text(self, cell: Cell) -> str | None:
        return self._write(cell) if isinstance(cell, Check) else cell


def series(*given, **named) -> pd.Series:
    """Make a column or a row of an audit; of explanations, a plain one of texts."""
    made = pd.Series(*given, **named)
    return made.astype("str") if isinstance(made.dtype, Explanation) else made
