"""Comparisons: the figures of a comparison with what each may be compared with, and its pairs."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.export.book import Book, Sheet
from ..data.export.figure_rows import COLUMNS, absent, row
from ..data.figures import Observation
from ..messages import message


def comparison_book(
    data: Catalogue,
    subject: str,
    areas: list[str],
    figures: Mapping[str, Observation],
    pairs: pd.DataFrame,
    language: str,
) -> Book:
    """Set a comparison on sheets: one row an area, then one row a pair.

    The row of an area has, for each verdict, the areas that have it, each with the codes of
    its reasons: ``VN-SG:STANDARD,LEVEL VN-05:STANDARD``.
    """
    verdicts = tuple(str(one) for one in Verdict)
    header = (*COLUMNS, *verdicts)
    rows = tuple(
        (
            *_values(data, area, figures, language),
            *(_partners(pairs, area, verdict) for verdict in verdicts),
        )
        for area in areas
    )
    sheets = (
        Sheet(message("export-figures", language), header, rows),
        _pairs(data, pairs, language),
    )
    return Book(subject, "", sheets, language, data, tuple(figures.values()))


def _values(data, area: str, figures: Mapping[str, Observation], language: str) -> list:
    found = figures.get(area)
    cells = row(found, language) if found else absent(data.record("areas", area), language)
    return list(cells.values())


def _partners(pairs: pd.DataFrame, area: str, verdict: str) -> str | None:
    found = []
    for pair in pairs[pairs["verdict"] == verdict].itertuples():
        if area in (pair.area_a, pair.area_b):
            other = pair.area_b if area == pair.area_a else pair.area_a
            found.append(f"{other}:{','.join(pair.reasons)}".rstrip(":"))
    return " ".join(found) or None


def _pairs(data: Catalogue, pairs: pd.DataFrame, language: str) -> Sheet:
    def named(code: str) -> str:
        return data.record("areas", code)[f"name_{language}"]

    rows = tuple(
        (
            pair["area_a"],
            named(pair["area_a"]),
            pair["area_b"],
            named(pair["area_b"]),
            pair["verdict"],
            message(f"verdict-{pair['verdict']}", language),
            " ".join(pair["reasons"]),
            pair[f"reason_{language}"],
        )
        for pair in pairs.to_dict("records")
    )
    header = (
        "area_a",
        "name_a",
        "area_b",
        "name_b",
        "verdict",
        "verdict_text",
        "reasons",
        "reason",
    )
    return Sheet(message("export-pairs", language), header, rows)
