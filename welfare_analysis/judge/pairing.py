"""Pairing: the figures of a comparison and its pairs of areas, each judged, as frames."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ..codes import LANGUAGES, Qualifier, Verdict
from ..data.catalogue import Catalogue
from .benchmarks import Benchmark
from .derived import Figure, Measure
from .reasons import Reason, reasons_between, verdict_of
from .sentences import sentence

_PAIR = ("area_a", "area_b", "verdict", "reasons", "reason_vi", "reason_en")
_UNTOLD = ("observation", "as_printed", "related_to", "comment_vi", "comment_en")


def figures_frame(
    data: Catalogue, areas: Sequence[str], figures: Mapping[str, Figure], columns: Iterable[str]
) -> pd.DataFrame:
    """Set the figures in a frame, one row an area, with the columns of the data."""
    rows = [_row(figures[area]) if area in figures else _missing(data, area) for area in areas]
    return pd.DataFrame(rows, columns=columns)


def pairs_frame(
    data: Catalogue, areas: Sequence[str], figures: Mapping[str, Figure]
) -> pd.DataFrame:
    """Judge every pair of areas: one row each, with the reasons as codes and as sentences."""
    rows = []
    for first, second in itertools.combinations(areas, 2):
        if first in figures and second in figures:
            found = reasons_between(data, figures[first], figures[second])
        else:
            absent = [area for area in (first, second) if area not in figures]
            found = [Reason("MISSING", Verdict.MISSING, {"areas": absent})]
        rows.append(_pair(data, first, second, found))
    return pd.DataFrame(rows, columns=_PAIR)


def around_frame(data: Catalogue, around: Iterable[Benchmark]) -> pd.DataFrame:
    """List each place with the areas around it whose figure may stand beside its own."""
    rows = [
        _pair(data, area, one.area, found) for one in around for area, found in one.reasons.items()
    ]
    return pd.DataFrame(rows, columns=_PAIR)


def _pair(data: Catalogue, first: str, second: str, found: list[Reason]) -> dict:
    codes = tuple(dict.fromkeys(reason.code for reason in found))
    said = (sentence(data, found, language) for language in LANGUAGES)
    return dict(zip(_PAIR, (first, second, str(verdict_of(found)), codes, *said), strict=True))


def _row(figure: Figure) -> dict:
    """Write a figure as a row; a derived one has no name, and the limits of all behind it."""
    if not isinstance(figure, Measure):
        return dict(figure.row)
    start = figure.period_start
    return (
        dict(figure.inputs[0].row)
        | dict.fromkeys(_UNTOLD, "")
        | {
            "indicator": figure.indicator,
            "period_start": pd.NaT if start is None else pd.Timestamp(start),
            "period_end": pd.Timestamp(figure.period_end),
            "value": figure.value,
            "unit": figure.unit,
            "measure": figure.measure,
            "status": figure.status,
            "qualifier": str(Qualifier.EXACT),
        }
    )


def _missing(data: Catalogue, area: str) -> dict:
    blank = dict.fromkeys(data.where([], []).columns, "")
    none = {"period_start": pd.NaT, "period_end": pd.NaT, "value": float("nan"), "paragraph": pd.NA}
    return blank | none | {"area": area, "status": "M"}
