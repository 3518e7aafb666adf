"""Audits: how many checks of each place agree, stay within rounding, or fail."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..catalogue import Catalogue
from ..checks.findings import Verdict
from ..errors import UsageError
from ..messages import message
from ..numerals import write
from ..prose import words
from . import describe, style
from .chart import Chart
from .sheet import Sheet

# From light to dark, so that what fails stands out in grey as well: fill, ink.
_LOOKS = {
    Verdict.CONSISTENT: ("#d7ecdf", "#14532d"),
    Verdict.WITHIN_ROUNDING: ("#9cc9b4", "#0c3b20"),
    Verdict.NOT_TESTABLE: ("#ffffff", style.MUTED),
    Verdict.INCONSISTENT: ("#a5442b", "#ffffff"),
}
_ROW, _BAR = 0.3, 0.2
_LEFT_MOST = 2.4


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
    total, wrong = int(counts.to_numpy().sum()), int(counts[str(Verdict.INCONSISTENT)].sum())
    title = title or message(
        "audit-chart-title", language, wrong=write(wrong, language), total=write(total, language)
    )
    subtitle = subtitle or message("audit-chart-subtitle", language)
    items = [f"{names[area]}: {_spoken(counts.loc[area], language)}" for area in counts.index]
    with style.drawing():
        sheet = _draw(counts, names, language)
        alt = describe.description("audit", title, items, language)
        return describe.finished(sheet, language, title, subtitle, alt, [], [])


def _spoken(row: pd.Series, language: str) -> str:
    parts = [f"{message(f'audit-verdict-{verdict}', language)} {write(int(count), language)}"
             for verdict, count in row.items() if count]  # fmt: skip
    return ", ".join(parts)


def _draw(counts: pd.DataFrame, names: dict[str, str], language: str) -> Sheet:
    left = min(max(map(style.text_width, names.values())) + 0.14, _LEFT_MOST)
    lines = {area: style.wrapped(name, left - 0.12) for area, name in names.items()}
    heights = {area: max(_ROW, style.LINE * len(own) + 0.12) for area, own in lines.items()}
    body = sum(heights.values())
    sheet = Sheet(body + 0.34)
    width = style.WIDTH - left - 0.35
    ax = sheet.inches(left, 0, style.WIDTH - left, body, "audit")
    scale = width / counts.sum(axis=1).max()
    y = 0.0
    for area, row in counts.iterrows():
        middle = y + heights[area] / 2
        own = lines[area]
        sheet.lines(0, middle - style.LINE * (len(own) - 1) / 2, own)
        end = _bar(ax, row, scale, middle, language)
        ax.text(end + 0.06, middle, write(int(row.sum()), language), va="center",
                fontsize=style.SMALL, color=style.MUTED)  # fmt: skip
        y += heights[area]
    _key(sheet, counts, body + 0.12, language)
    return sheet


def _bar(ax: Axes, row: pd.Series, scale: float, middle: float, language: str) -> float:
    x = 0.0
    for verdict, (fill, ink) in _LOOKS.items():
        count = int(row[str(verdict)])
        if not count:
            continue
        ax.add_patch(Rectangle((x, middle - _BAR / 2), count * scale, _BAR, facecolor=fill,
                               edgecolor=style.MUTED, linewidth=0.4))  # fmt: skip
        number = write(count, language)
        if count * scale > style.text_width(number, style.SMALL) + 0.04:
            ax.text(x + count * scale / 2, middle, number, ha="center", va="center", color=ink,
                    fontsize=style.SMALL)  # fmt: skip
        x += count * scale
    return x


def _key(sheet: Sheet, counts: pd.DataFrame, y: float, language: str) -> None:
    ax = sheet.inches(0, y, style.WIDTH, 0.2, "key")
    x = 0.0
    for verdict, (fill, _) in _LOOKS.items():
        if not counts[str(verdict)].any():
            continue
        text = message(f"audit-verdict-{verdict}", language)
        ax.add_patch(Rectangle((x, 0.03), 0.22, 0.14, facecolor=fill, edgecolor=style.MUTED,
                               linewidth=0.4))  # fmt: skip
        ax.text(x + 0.29, 0.1, text, va="center", fontsize=style.SMALL, color=style.MUTED)
        x += 0.29 + style.text_width(text, style.SMALL) + 0.25
