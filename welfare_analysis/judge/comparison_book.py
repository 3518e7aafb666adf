"""Comparison book: a comparison as sheets of plain values, the areas on one, the pairs on another.

What a file of a comparison holds is said here; how a file is written, in the exports.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.export.book import COLUMNS, Book, Sheet, absent, row
from ..messages import message
from .derived import Figure, Measure

_PAIRS = ("area_a", "name_a", "area_b", "name_b", "verdict", "verdict_text", "reasons", "reason")
_VERDICTS = tuple(map(str, Verdict))
_OF_ALL = ("observation", "qualifier", "period_basis", "source", "url", "comment")


def comparison_book(
    data: Catalogue,
    subject: str,
    areas: list[str],
    figures: Mapping[str, Figure],
    pairs: pd.DataFrame,
    language: str,
) -> Book:
    """Set a comparison on sheets: one row an area, then one row a pair.

    The row of an area has, for each verdict, the areas that have it, each with the codes of
    its reasons: ``VN-SG:STANDARD,LEVEL VN-05:STANDARD``.
    """
    partners = _partners(pairs)
    rows = []
    for area in areas:
        found = figures.get(area)
        cells = _cells(found, language) if found else absent(data.record("areas", area), language)
        judged = (" ".join(partners[area, verdict]) or None for verdict in _VERDICTS)
        rows.append((*cells.values(), *judged))
    sheet = Sheet(message("export-figures", language), (*COLUMNS, *_VERDICTS), tuple(rows))
    sheets = sheet, _pairs(data, pairs, language)
    printed = dict.fromkeys(one for figure in figures.values() for one in figure.inputs)
    return Book(subject, "", sheets, language, data, tuple(printed))


def _cells(figure: Figure, language: str) -> dict:
    """Return a figure as plain values; a derived one names all figures that it follows from."""
    if not isinstance(figure, Measure):
        return row(figure, language)
    inputs = [row(one, language) for one in figure.inputs]
    ends = (figure.interval.low, figure.interval.high)
    low, high = (end if math.isfinite(end) else None for end in ends)
    joined = {name: _joined(one[name] for one in inputs) for name in _OF_ALL}
    own = {
        "indicator": figure.indicator,
        "indicator_title": figure.indicator_row[f"title_{language}"],
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "value": figure.value,
        "low": low,
        "high": high,
        "interval": str(figure.interval),
        "unit": figure.unit,
        "unit_label": figure.unit_label(language),
        "measure": figure.measure,
        "status": figure.status,
        "as_printed": None,
    }
    if len(inputs) > 1:
        own |= {"source_number": None, "paragraph": None}
    return inputs[0] | joined | own


def _joined(values: Iterable[object]) -> str | None:
    """Join what is told of each input, each once."""
    told = dict.fromkeys(str(value) for value in values if value is not None)
    return " ".join(told) or None


def _partners(pairs: pd.DataFrame) -> Mapping[tuple[str, str], list[str]]:
    """List, by area and verdict, the other area of each pair with the codes of its reasons."""
    found = defaultdict(list)
    for pair in pairs.itertuples():
        reasons = ",".join(pair.reasons)
        for area, other in ((pair.area_a, pair.area_b), (pair.area_b, pair.area_a)):
            found[area, pair.verdict].append(f"{other}:{reasons}".rstrip(":"))
    return found


def _pairs(data: Catalogue, pairs: pd.DataFrame, language: str) -> Sheet:
    names = data.areas.set_index("area")[f"name_{language}"]
    told = pairs.assign(
        name_a=pairs["area_a"].map(names),
        name_b=pairs["area_b"].map(names),
        verdict_text=[message(f"verdict-{one}", language) for one in pairs["verdict"]],
        reasons=pairs["reasons"].map(" ".join),
        reason=pairs[f"reason_{language}"],
    )
    rows = told[list(_PAIRS)].itertuples(index=False, name=None)
    return Sheet(message("export-pairs", language), _PAIRS, tuple(rows))
