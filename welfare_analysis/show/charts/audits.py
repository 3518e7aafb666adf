"""Audits: how many checks of each place agree, stay within rounding, or fail."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ... import arguments
from ...data.catalogue import Catalogue
from ...data.numerals import write
from ...errors import UsageError
from ...judge.checks.outcomes import Outcome
from ...messages import message
from .. import readers, words
from . import describe, style
from .chart import Chart
from .layout import Sheet

# What fails comes first; from dark to light, so that it stands out in grey as well.
_LOOKS = {
    Outcome.INCONSISTENT: "#a5442b",
    Outcome.NOT_TESTABLE: "#ffffff",
    Outcome.WITHIN_ROUNDING: "#6fae93",
    Outcome.CONSISTENT: "#b9dcc8",
}
_ROW, _BAR = 0.27, 0.17
_NUMBER, _APART = 0.22, 0.24  # inches: a number beside its bar; between two columns
_LEFT_MOST = 1.75


@readers.public(rows=arguments.frame("area", "check", "verdict"))
def audit(
    data: Catalogue,
    rows: pd.DataFrame,
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw how many checks of each place have which verdict.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        From `welfare_analysis.audit`.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional
    """
    if rows.empty:
        raise UsageError("No check to draw: the audit has no row. Widen the selection.")
    counts = pd.crosstab(rows["area"], rows["verdict"])
    counts = counts.reindex(columns=[str(one) for one in _LOOKS], fill_value=0)
    counts = counts.reindex([area for area in data.areas["area"] if area in counts.index])
    names = {area: words.area_name(data, area, language) for area in counts.index}
    total, wrong = int(counts.to_numpy().sum()), int(counts[str(Outcome.INCONSISTENT)].sum())
    title = title or message(
        "audit-chart-title", language, wrong=write(wrong, language), total=write(total, language)
    )
    subtitle = subtitle or message("audit-chart-subtitle", language)
    items = [f"{names[area]}: {_spoken(counts.loc[area], language)}" for area in counts.index]
    with style.drawing():
        sheet = _draw(counts, names, language)
        alt = describe.description("audit", title, items, language)
        chart = describe.finished(sheet, language, title, subtitle, alt, [], [])
    return replace(chart, numbers=_numbers(counts, names, language))


def _numbers(counts: pd.DataFrame, names: dict[str, str], language: str) -> tuple:
    """Return the counts as plain rows, for who wants the numbers behind the bars."""
    verdicts = [message(f"audit-verdict-{verdict}", language) for verdict in counts.columns]
    rows = ((names[area], *map(str, row.astype(int))) for area, row in counts.iterrows())
    return ((message("table-area", language), *verdicts), *rows)


def _spoken(row: pd.Series, language: str) -> str:
    parts = [
        f"{message(f'audit-verdict-{verdict}', language)} {write(int(count), language)}"
        for verdict, count in row.items()
        if count
    ]
    return ", ".join(parts)


def _draw(counts: pd.DataFrame, names: dict[str, str], language: str) -> Sheet:
    """Draw a column for each verdict, all of one scale, so that every bar starts at a line."""
    left = min(max(map(style.text_width, names.values())) + 0.14, _LEFT_MOST)
    lines = {area: style.wrapped(name, left - 0.12) for area, name in names.items()}
    heights = {area: max(_ROW, style.LINE * len(own) + 0.12) for area, own in lines.items()}
    columns, scale = _columns(counts, style.WIDTH - left, language)
    heads = {verdict: _head(verdict, width, language) for verdict, (_, width) in columns.items()}
    head = 0.145 * max(map(len, heads.values())) + 0.08
    sheet = Sheet(head + sum(heights.values()) + 0.06)
    for verdict, (x, _) in columns.items():
        first = head - 0.08 - 0.145 * (len(heads[verdict]) - 0.5)
        for number, text in enumerate(heads[verdict]):
            sheet.text(
                left + x, first + 0.145 * number, text, fontsize=style.SMALL, fontweight="bold"
            )
    body = sum(heights.values())
    ax = sheet.inches(left, head, style.WIDTH - left, body, "audit")
    y = 0.0
    for area, row in counts.iterrows():
        middle, own = y + heights[area] / 2, lines[area]
        sheet.lines(0, head + middle - style.LINE * (len(own) - 1) / 2, own)
        for verdict, (x, _) in columns.items():
            _bar(ax, verdict, int(row[str(verdict)]), (x, middle), scale, language)
        y += heights[area]
    for x, _ in columns.values():
        ax.vlines(x, 0, body, color=style.MUTED, linewidth=0.8)
    return sheet


def _columns(
    counts: pd.DataFrame, room: float, language: str
) -> tuple[dict[Outcome, tuple[float, float]], float]:
    """Share the width among the verdicts: where each column begins, how wide it is, the scale."""
    most = {verdict: int(counts[str(verdict)].max()) for verdict in _LOOKS}
    most = {verdict: count for verdict, count in most.items() if count}
    heads = {verdict: _head_width(verdict, language) for verdict in most}
    scale = (room - (_NUMBER + _APART) * len(most)) / sum(most.values())
    for _ in most:  # a column is never narrower than what is written above it
        fixed = {one for one in most if most[one] * scale + _NUMBER < heads[one]}
        free = sum(count for one, count in most.items() if one not in fixed)
        taken = sum(heads[one] + _APART if one in fixed else _NUMBER + _APART for one in most)
        scale = (room - taken) / free if free else scale
    columns, x = {}, 0.0
    for verdict, count in most.items():
        width = max(count * scale + _NUMBER, heads[verdict])
        columns[verdict] = (x, width)
        x += width + _APART
    return columns, scale


def _head_width(verdict: Outcome, language: str) -> float:
    """Return the width in which the name of a verdict takes two lines."""
    text = words.capital(message(f"audit-verdict-{verdict}", language))
    widths = [style.text_width(text, style.SMALL, "bold") * share for share in (0.5, 0.6, 0.7)]
    fitting = (one for one in widths if len(style.wrapped(text, one, style.SMALL, "bold")) <= 2)
    longest = max(style.text_width(word, style.SMALL, "bold") for word in text.split(" "))
    return max(next(fitting, widths[-1]), longest) - _APART / 2


def _head(verdict: Outcome, width: float, language: str) -> list[str]:
    text = words.capital(message(f"audit-verdict-{verdict}", language))
    return style.wrapped(text, width + _APART / 2, style.SMALL, "bold")


def _bar(
    ax: Axes, verdict: Outcome, count: int, place: tuple[float, float], scale: float, language: str
) -> None:
    x, middle = place
    hatch = {"hatch": "...."} if verdict is Outcome.NOT_TESTABLE else {}
    if count:
        ax.add_patch(
            Rectangle(
                (x, middle - _BAR / 2),
                count * scale,
                _BAR,
                facecolor=_LOOKS[verdict],
                edgecolor=style.MUTED,
                linewidth=0.5,
                label=str(verdict),
                **hatch,
            )
        )
    ax.text(
        x + count * scale + 0.05,
        middle,
        write(count, language),
        va="center",
        fontsize=style.SMALL,
        color=style.INK if count else style.MUTED,
    )
