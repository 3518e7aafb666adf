"""Comparisons: the figures, the verdicts as a grid, and the reasons."""

from __future__ import annotations

from ...codes import Verdict
from ...data.numerals import write
from ...judge.comparison import Comparison
from ...messages import message
from .. import words
from ..inline import literal
from ..tables import Column, Table, comparison, verdicts
from ..tables.building import columns, finished
from ..tables.verdicts import SIGNS, subjects
from .cards import sources
from .pieces import View

TONES = {
    Verdict.COMPARABLE: "good",
    Verdict.WITH_CAUTION: "caution",
    Verdict.NOT_COMPARABLE: "bad",
    Verdict.MISSING: "none",
}


def answer(compared: Comparison, language: str) -> View:
    """Show a comparison: every figure with its source, the verdict on every pair, and why."""
    data = compared.data
    subject = literal("; ".join(subjects(data, compared, language)))
    names = [figure.observation for figure in compared.figures.values()]
    reasons = verdicts(data, compared, language, message("view-reasons", language))
    parts = (
        comparison(data, compared, language),
        matrix(compared, language),
        tinted(reasons, [pair.verdict for pair in compared.pairs.itertuples()], 1),
        sources(data, names, language),
    )
    title = message("view-answer", language, subject=subject, counts=_counts(compared, language))
    return View(title, parts, language)


def _counts(compared: Comparison, language: str) -> str:
    """Count the pairs by verdict, in words."""
    found = compared.pairs["verdict"].value_counts()
    counted = [
        message(
            f"view-pairs-{verdict}",
            language,
            count=write(int(found[verdict]), language),
            n=int(found[verdict]),
        )
        for verdict in Verdict
        if verdict in found
    ]
    return words.joined(counted, language)


def matrix(compared: Comparison, language: str) -> Table:
    """Set the verdicts in a grid of areas, with the signs explained below."""
    data, areas = compared.data, list(compared.observations["area"])
    names = [literal(words.area_name(data, area, language)) for area in areas]
    found = {
        pair: verdict
        for area_a, area_b, verdict in zip(
            *(compared.pairs[column] for column in ("area_a", "area_b", "verdict")), strict=True
        )
        for pair in ((area_a, area_b), (area_b, area_a))
    }
    rows = tuple(
        (name, *("" if one == area else _cell(found[area, one], language) for one in areas))
        for area, name in zip(areas, names, strict=True)
    )
    tones = {
        (row, column + 1): TONES[found[area, one]]
        for row, area in enumerate(areas)
        for column, one in enumerate(areas)
        if one != area
    }
    heads = (*columns(language, "area"), *(Column(name) for name in names))
    subject = "; ".join(subjects(data, compared, language))
    caption = message("table-verdicts", language, subject=subject)
    figures = list(compared.figures.values())
    made = finished(language, caption, heads, rows, figures)
    return Table(**{**vars(made), "note": "", "tones": tones})


def tinted(table: Table, judged: list[str], column: int) -> Table:
    """Tint a column of a table by the verdicts of its rows."""
    tones = {(row, column): TONES[verdict] for row, verdict in enumerate(judged)}
    return Table(**{**vars(table), "note": "", "tones": tones})


def _cell(verdict: str, language: str) -> str:
    return f"{literal(SIGNS[verdict])}\u00a0{message(f'verdict-{verdict}', language)}"
