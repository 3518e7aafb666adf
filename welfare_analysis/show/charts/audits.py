"""Audits: how many checks of each place agree, stay within rounding, or fail."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from ... import arguments
from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge.checks.outcomes import Outcome
from ...texts import Said, capital
from .. import palette, readers
from ..writer import Writer
from . import captions, style
from .canvas import Canvas, block, write
from .chart import Chart, drawn_twice, finished

# What fails comes first; from dark to light, so that it stands out in grey as well.
_LOOKS = {
    Outcome.INCONSISTENT: {"facecolor": palette.HEED},
    Outcome.NOT_TESTABLE: {"facecolor": "#ffffff", "hatch": "----"},
    Outcome.WITHIN_ROUNDING: {"facecolor": style.VERDICTS["with_caution"][0]},
    Outcome.CONSISTENT: {"facecolor": style.VERDICTS["comparable"][0]},
}
_ROW, _BAR = 0.27, 0.17
_NUMBER, _APART = 0.22, 0.24  # inches: a number beside its bar; between two columns
_LEFT_MOST, _GAP = 1.75, 0.12
_LONGEST = 0.6  # inches at least of the longest bar: the names above it take more lines for it
_BESIDE = 4.0  # inches of a chart that has room for names at the left: else they stand above
_BOLD = (style.SMALL, "bold")


@readers.public(rows=arguments.frame("area", "check", "verdict"))
@drawn_twice
def audit(
    data: Catalogue,
    rows: pd.DataFrame,
    language: str,
    title: object = None,
    subtitle: object = None,
    most: int = 16,
) -> Chart:
    """Draw how many checks of each place have which verdict.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        From `welfare_analysis.audit`.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional
    most : int
        Of more places, those with the most contradictions are drawn; the subtitle says so.

    Examples
    --------
    >>> from welfare_analysis import audit as audited
    >>> from welfare_analysis import load
    >>> data = load()
    >>> audit(data, audited(data), "en", "Checks of each place")
    <Chart 'Checks of each place': 0 figures>
    """
    if rows.empty:
        raise UsageError(Said("no-check-to-draw"))
    writer = Writer(data, language)
    counts = pd.crosstab(rows["area"], rows["verdict"])
    counts = counts.reindex([area for area in data.areas["area"] if area in counts.index])
    counts = counts.reindex(columns=list(map(str, _LOOKS)), fill_value=0)
    counts.index = counts.index.map(writer.area)
    contradicted = counts[str(Outcome.INCONSISTENT)]
    wrong, total, places = contradicted.sum(), counts.to_numpy().sum(), len(counts)
    if places > most:
        drawn = contradicted.sort_values(ascending=False, kind="stable").index[:most]
        counts = counts.loc[[place for place in counts.index if place in drawn]]
    numbers = {"wrong": writer.number(int(wrong)), "total": writer.number(int(total))}
    title = title or writer.say("audit-chart-title", **numbers)
    items = [f"{name}: {_spoken(writer, row)}" for name, row in counts.iterrows()]
    return finished(
        writer,
        _draw(writer, counts),
        [],
        title,
        subtitle or _subtitle(writer, len(counts), places),
        captions.description(writer, "audit", title, items),
        numbers=_numbers(writer, counts),
    )


def _subtitle(writer: Writer, drawn: int, places: int) -> str:
    said = writer.say("audit-chart-subtitle")
    if drawn == places:
        return said
    numbers = {"drawn": writer.number(drawn), "places": writer.number(places)}
    return f"{said}; {writer.say('audit-chart-most', **numbers)}"


def _numbers(writer: Writer, counts: pd.DataFrame) -> tuple[tuple[str, ...], ...]:
    """Return the counts as plain rows, for who wants the numbers behind the bars."""
    verdicts = [writer.say(f"audit-verdict-{verdict}") for verdict in counts.columns]
    rows = ((name, *map(str, row.astype(int))) for name, row in counts.iterrows())
    return ((writer.say("table-area"), *verdicts), *rows)


def _spoken(writer: Writer, row: pd.Series) -> str:
    found = [(verdict, int(count)) for verdict, count in row.items() if count]
    return ", ".join(
        f"{writer.say(f'audit-verdict-{verdict}')} {writer.number(count)}"
        for verdict, count in found
    )


# The drawing -----------------------------------------------------------------------------------


def _draw(writer: Writer, counts: pd.DataFrame) -> Canvas:
    """Draw a column for each verdict, all of one scale, so that every bar starts at a line."""
    beside = style.width() >= _BESIDE
    left = min(max(map(style.text_width, counts.index)) + 0.02 + _GAP, style.left(_LEFT_MOST))
    names = [style.wrapped(name, left - _GAP if beside else style.width()) for name in counts.index]
    left = left if beside else 0.0
    above = [0.0 if beside else style.LINE * len(lines) for lines in names]
    heights = [max(_ROW, style.LINE * len(lines) + 0.12) for lines in names]
    if not beside:
        heights = [_ROW + more for more in above]
    columns, scale = _columns(writer, counts, style.width() - left)
    heads = {
        verdict: style.wrapped(_head(writer, verdict), width + _APART / 2, *_BOLD)
        for verdict, (_, width) in columns.items()
    }
    head = style.STEP * max(map(len, heads.values())) + 0.08
    body = sum(heights)
    canvas = Canvas(head + body + 0.06)
    for verdict, (x, _) in columns.items():
        first = head - 0.08 - style.STEP * (len(heads[verdict]) - 0.5)
        canvas.lines(left + x, first, heads[verdict], style.STEP, **style.HEAD)
    ax = canvas.inches(left, head, style.width() - left, body, "audit")
    y = 0.0
    for (_, row), lines, height, up in zip(counts.iterrows(), names, heights, above, strict=True):
        middle = y + up + (height - up) / 2
        canvas.name(head + (middle if beside else y + up / 2), lines)
        for verdict, (x, _) in columns.items():
            count = int(row[str(verdict)])
            _bar(ax, x, middle, count * scale, verdict)
            ink = style.INK if count else style.MUTED
            text = writer.number(count)
            write(ax, x + count * scale + 0.05, middle, text, fontsize=style.SMALL, color=ink)
            ax.vlines(x, y + up, y + height, color=style.MUTED, linewidth=0.8)
        y += height
    return canvas


def _columns(
    writer: Writer, counts: pd.DataFrame, room: float
) -> tuple[dict[Outcome, tuple[float, float]], float]:
    """Share the width among the verdicts: where each column begins, how wide it is, the scale."""
    most = {verdict: int(counts[str(verdict)].max()) for verdict in _LOOKS}
    most = {verdict: count for verdict, count in most.items() if count}
    for lines in (2, 3, 4):
        heads = {verdict: _head_width(_head(writer, verdict), lines) for verdict in most}
        scale = _scale(most, heads, room)
        if scale * max(most.values()) >= _LONGEST:
            break
    columns, x = {}, 0.0
    for verdict, count in most.items():
        width = max(count * scale + _NUMBER, heads[verdict])
        columns[verdict] = (x, width)
        x += width + _APART
    return columns, scale


def _scale(most: dict[Outcome, int], heads: dict[Outcome, float], room: float) -> float:
    """Return the inches of one check; no column is narrower than what is written above it."""
    scale = (room - (_NUMBER + _APART) * len(most)) / sum(most.values())
    for _ in most:
        fixed = {one for one in most if most[one] * scale + _NUMBER < heads[one]}
        free = sum(count for one, count in most.items() if one not in fixed)
        taken = sum(heads[one] + _APART if one in fixed else _NUMBER + _APART for one in most)
        scale = (room - taken) / free if free else scale
    return scale


def _head(writer: Writer, verdict: Outcome) -> str:
    return capital(writer.say(f"audit-verdict-{verdict}"))


def _head_width(text: str, lines: int) -> float:
    """Return the width in which the name of a verdict takes so many lines."""
    widths = [style.text_width(text, *_BOLD) * share / 10 for share in range(2, 8)]
    fitting = (one for one in widths if len(style.wrapped(text, one, *_BOLD)) <= lines)
    longest = max(style.text_width(word, *_BOLD) for word in text.split(" "))
    return max(next(fitting, widths[-1]), longest) - _APART / 2


def _bar(ax: Axes, x: float, middle: float, width: float, verdict: Outcome) -> None:
    if width:
        edge = {"edgecolor": style.MUTED, "linewidth": 0.5, "label": str(verdict)}
        block(ax, x, middle - _BAR / 2, width, _BAR, **_LOOKS[verdict], **edge)
