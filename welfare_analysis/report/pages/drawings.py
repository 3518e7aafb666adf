"""Figures: the printed figures behind a table or chart, as rows that any program can read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...data.export.figure_rows import COLUMNS, row
from ...errors import ReportError, WelfareError

if TYPE_CHECKING:
    from ...data.catalogue import Catalogue

__all__ = ["COLUMNS", "Figures"]


class Figures:
    """Looks printed figures up; the data are read only if a report shows any."""

    def __init__(self, language: str):
        self.language = language
        self._data: Catalogue | None = None

    def rows(self, names: Iterable[str]) -> list[dict]:
        """Return a row for each printed figure, in the given order, each once.

        Raises
        ------
        ReportError
            If the data hold no such figure.
        """
        return [self._row(name) for name in dict.fromkeys(names)]

    def _row(self, name: str) -> dict:
        from ...data.catalogue import load
        from ...data.figures import observation

        if self._data is None:
            self._data = load()
        try:
            found = observation(self._data, name)
        except WelfareError as error:
            raise ReportError(f"What a table or chart says is behind it is not: {error}") from None
        return row(found, self.language)
