"""Comparisons: the figures, the verdicts as a grid, and the reasons; and what is found in them."""

from __future__ import annotations

from dataclasses import replace

from ...codes import Verdict
from ...judge.comparison import Comparison
from ...judge.findings import Findings
from ..document import unique
from ..prose.standing import standing
from ..prose.telling import said
from ..tables import Column, Table, comparison, verdicts
from ..tables.building import columns, finished, signed
from ..tables.verdicts import subjects
from ..writer import Writer
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
    writer = Writer(compared.data, language)
    table = comparison(compared.data, compared, language)
    reasons = verdicts(compared.data, compared, language, writer.say("view-reasons"))
    draw = writer.say("view-draw", code=f"wa.charts.ranges(data, …, {language!r})")
    parts = (
        standing(compared, language),
        table,
        draw,
        matrix(writer, compared),
        tinted(reasons, [pair.verdict for pair in compared.pairs.itertuples()], 1),
        sources(writer, table.cited),
    )
    subject = writer.compared("; ".join(subjects(writer, compared)), compared.by)
    title = writer.say("view-answer", subject=subject, counts=_counts(writer, compared))
    return View(title, parts, language)


_SHOWN = 20


def found(findings: Findings, language: str) -> View:
    """Show what was found: the strongest findings as sentences with their sources."""
    writer = Writer(findings.data, language)
    areas, total = writer.number(len(findings.areas)), writer.number(len(findings))
    title = writer.say("view-findings", total=total, areas=areas, n=len(findings.areas))
    shown = [said(one, language) for one in findings[:_SHOWN]]
    left = len(findings) - len(shown)
    more = [writer.say("view-findings-more", left=writer.number(left))] if left else []
    names = unique(name for one in shown for name in one.observations)
    return View(title, (*(one.line for one in shown), *more, sources(writer, names)), language)


def _counts(writer: Writer, compared: Comparison) -> str:
    """Count the pairs by verdict, in words."""
    found = compared.pairs["verdict"].value_counts()
    counts = {verdict: int(found[verdict]) for verdict in Verdict if verdict in found}
    return writer.joined(
        writer.say(f"view-pairs-{verdict}", count=writer.number(n), n=n)
        for verdict, n in counts.items()
    )


def matrix(writer: Writer, compared: Comparison) -> Table:
    """Set the verdicts in a grid of areas, with the signs explained below."""
    areas = list(compared.observations["area"])
    found = {}
    for pair in compared.pairs.itertuples():
        found[pair.area_a, pair.area_b] = found[pair.area_b, pair.area_a] = pair.verdict

    def cell(area: str, one: str) -> str:
        verdict = found.get((area, one))
        return signed(verdict, writer.say(f"verdict-{verdict}")) if verdict else ""

    rows = [(writer.area(area), *(cell(area, one) for one in areas)) for area in areas]
    tones = {
        (row, column + 1): TONES[found[area, one]]
        for row, area in enumerate(areas)
        for column, one in enumerate(areas)
        if one != area
    }
    heads = (*columns(writer, "area"), *map(Column, map(writer.area, areas)))
    caption = writer.say("table-verdicts", subject="; ".join(subjects(writer, compared)))
    made = finished(writer, caption, heads, rows, list(compared.figures.values()))
    return replace(made, note="", tones=tones)


def tinted(table: Table, judged: list[str], column: int) -> Table:
    """Tint a column of a table by the verdicts of its rows."""
    tones = {(row, column): TONES[verdict] for row, verdict in enumerate(judged)}
    return replace(table, note="", tones=tones)
