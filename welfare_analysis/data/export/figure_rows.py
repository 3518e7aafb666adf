"""Figure rows: a printed figure as plain values, one a column, that any program can read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a page that carries no figure does without the data and pandas
    from ..figures import Observation


# Name and type of every column, as CSV on the Web calls them.
COLUMNS = {
    "observation": "string",
    "indicator": "string",
    "indicator_title": "string",
    "area": "string",
    "area_name": "string",
    "period_start": "date",
    "period_end": "date",
    "period_basis": "string",
    "measure": "string",
    "as_printed": "string",
    "qualifier": "string",
    "value": "number",
    "low": "number",
    "high": "number",
    "interval": "string",
    "unit": "string",
    "unit_label": "string",
    "status": "string",
    "standard": "string",
    "source": "string",
    "source_number": "integer",
    "publisher": "string",
    "source_title": "string",
    "paragraph": "integer",
    "url": "anyURI",
    "comment": "string",
}
_COPIED = (
    "observation",
    "indicator",
    "area",
    "period_basis",
    "measure",
    "as_printed",
    "qualifier",
    "unit",
    "status",
    "standard",
    "source",
)


def row(figure: Observation, language: str) -> dict:
    """Return a printed figure as plain values, each under its column; empty is None."""
    interval, source = figure.interval, figure.source_row
    cells = {name: getattr(figure, name) for name in _COPIED}
    cells |= {
        "indicator_title": figure.indicator_row[f"title_{language}"],
        "area_name": figure.area_row[f"name_{language}"],
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "value": figure.value,
        "low": _finite(interval.low),
        "high": _finite(interval.high),
        "interval": str(interval),
        "unit_label": figure.unit_row["symbol"] or figure.unit_row[f"label_{language}"],
        "source_number": int(source["number"]),
        "publisher": _known(source["publisher"]),
        "source_title": _known(source["title"]),
        "paragraph": figure.paragraph,
        "url": source["url"] if source["url"].startswith("http") else None,
        "comment": figure.row[f"comment_{language}"],
    }
    return {name: None if cells[name] == "" else cells[name] for name in COLUMNS}


def absent(area: dict, language: str) -> dict:
    """Return the row of an area that has no figure: status M, and nothing else."""
    known = {"area": area["area"], "area_name": area[f"name_{language}"], "status": "M"}
    return dict.fromkeys(COLUMNS) | known


def _known(words: str) -> str | None:
    return None if words == "notspecified" else words


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
