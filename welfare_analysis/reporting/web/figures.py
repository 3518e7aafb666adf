"""Figures: the printed figures behind a table or chart, as rows that any program can read."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...errors import ReportError, WelfareError

if TYPE_CHECKING:
    from ...catalogue import Catalogue

# Name and type of every column, as CSV on the Web calls them.
COLUMNS = {
    "observation": "string", "indicator": "string", "indicator_title": "string",
    "area": "string", "area_name": "string", "period_start": "date", "period_end": "date",
    "period_basis": "string", "measure": "string", "as_printed": "string", "qualifier": "string",
    "value": "number", "low": "number", "high": "number", "interval": "string",
    "unit": "string", "unit_label": "string", "status": "string", "standard": "string",
    "source": "string", "source_number": "integer", "publisher": "string",
    "source_title": "string", "paragraph": "integer", "url": "anyURI", "comment": "string",
}  # fmt: skip
_COPIED = ("observation", "indicator", "area", "period_basis", "measure", "as_printed",
           "qualifier", "unit", "status", "standard", "source")  # fmt: skip


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
        from ...catalogue import load
        from ...figures import observation

        if self._data is None:
            self._data = load()
        try:
            found = observation(self._data, name)
        except WelfareError as error:
            raise ReportError(f"What a table or chart says is behind it is not: {error}") from None
        return row(found, self.language)


def row(found, language: str) -> dict:
    """Return one printed figure as plain values, each under its column; empty is None."""
    interval, source = found.interval, found.source_row
    cells = {name: getattr(found, name) for name in _COPIED}
    cells |= {
        "indicator_title": found.indicator_row[f"title_{language}"],
        "area_name": found.area_row[f"name_{language}"],
        "period_start": found.period_start,
        "period_end": found.period_end,
        "value": found.value,
        "low": _finite(interval.low),
        "high": _finite(interval.high),
        "interval": str(interval),
        "unit_label": found.unit_row["symbol"] or found.unit_row[f"label_{language}"],
        "source_number": int(source["number"]),
        "publisher": _known(source["publisher"]),
        "source_title": _known(source["title"]),
        "paragraph": found.paragraph,
        "url": source["url"] if source["url"].startswith("http") else None,
        "comment": found.row[f"comment_{language}"],
    }
    return {name: None if cells[name] == "" else cells[name] for name in COLUMNS}


def _known(words: str) -> str | None:
    return None if words == "notspecified" else words


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
