"""Matrix: which pairs may be compared, as a picture of verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import seaborn
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.patches import Rectangle

from ..catalogue import Catalogue
from ..comparison import Comparison
from ..errors import UsageError
from ..messages import message
from ..prose import words
from ..prose.bundle import unique
from . import describe, style
from .chart import Chart
from .sheet import Sheet

_ORDER = tuple(style.VERDICTS)
_ROW = 0.33
_CELL_MOST = 1.3
_LEFT_MOST = 2.6


def matrix(
    data: Catalogue,
    comparisons: Comparison | Mapping[str, Comparison],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw the verdicts: of one comparison place by place, of several pair by subject.

    Parameters
    ----------
    data : Catalogue
    comparisons : Comparison, or mapping of label to Comparison
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional

    Returns
    -------
    Chart
        Each verdict has a colour and a sign (✓ ~ × –); the colours run from light to dark, so
        that the picture is read in grey as well.
    """
    several = isinstance(comparisons, Mapping)
    if several and not comparisons:
        raise UsageError("No comparison to draw: the mapping is empty.")
    grid = (
        _by_subject(data, comparisons, language)
        if several
        else _by_place(data, comparisons, language)
    )
    chosen = list(comparisons.values()) if several else [comparisons]
    figures = [figure for one in chosen for figure in one.figures.values()]
    with style.drawing():
        sheet = _draw(grid, language)
        subject = "; ".join(grid.columns) if several else describe.subjects(figures, language)
        measured = subtitle or message("matrix-subtitle", language, subject=subject)
        return describe.finished(
            sheet, language, title or _finding(grid, language), measured,
            _alt(grid, several, language), figures, [],
        )  # fmt: skip


class _Grid:
    """Verdicts by row and column; None where there is no pair."""

    def __init__(
        self, rows: Sequence[str], columns: Sequence[str], verdicts: list[list[str | None]]
    ):
        self.rows, self.columns, self.verdicts = rows, columns, verdicts

    def found(self) -> list[str]:
        """List the verdicts of all pairs."""
        return [verdict for row in self.verdicts for verdict in row if verdict]


def _by_place(data: Catalogue, comparison: Comparison, language: str) -> _Grid:
    areas = comparison.observations["area"].tolist()
    names = [words.area_name(data, area, language) for area in areas]
    verdicts = [
        [comparison.verdict(area, other) if place < number else None
         for place, other in enumerate(areas[:-1])]
        for number, area in enumerate(areas)
    ]  # fmt: skip
    return _Grid(names[1:], names[:-1], verdicts[1:])


def _by_subject(data: Catalogue, comparisons: Mapping[str, Comparison], language: str) -> _Grid:
    pairs = unique(
        (pair.area_a, pair.area_b)
        for comparison in comparisons.values()
        for pair in comparison.pairs.itertuples()
    )
    names = [
        " \u2013 ".join(words.area_name(data, area, language) for area in pair) for pair in pairs
    ]
    verdicts = [[_verdict(one, pair) for one in comparisons.values()] for pair in pairs]
    return _Grid(names, [str(label) for label in comparisons], verdicts)


def _verdict(comparison: Comparison, pair: tuple[str, str]) -> str | None:
    try:
        return comparison.verdict(*pair)
    except UsageError:
        return None


def _draw(grid: _Grid, language: str) -> Sheet:
    left = min(max(style.text_width(name) for name in grid.rows) + 0.02, _LEFT_MOST) + 0.12
    cell = min((style.WIDTH - left) / len(grid.columns), _CELL_MOST)
    names = [style.wrapped(name, left - 0.12) for name in grid.rows]
    heads = [style.wrapped(name, cell - 0.2, style.SMALL, "bold") for name in grid.columns]
    head = max(len(lines) for lines in heads) * 0.145 + 0.1
    heights = [max(_ROW, style.LINE * len(lines) + 0.12) for lines in names]
    body, key = sum(heights), _key(grid, language)
    sheet = Sheet(head + body + 0.14 + 0.2 * len(key))
    for number, lines in enumerate(heads):
        for line, text in enumerate(lines):
            y = head - 0.1 - 0.145 * (len(lines) - 1 - line)
            sheet.text(left + cell * (number + 0.5), y, text, ha="center", fontsize=style.SMALL,
                       fontweight="bold")  # fmt: skip
    row = body / len(grid.rows)  # seaborn draws rows of one height
    for number, lines in enumerate(names):
        middle = head + row * (number + 0.5) - style.LINE * (len(lines) - 1) / 2
        sheet.lines(0, middle, lines)
    ax = sheet.axes(left, head, cell * len(grid.columns), body, "matrix")
    _heatmap(ax, grid)
    _draw_key(sheet, key, head + body + 0.14)
    return sheet


def _heatmap(ax: Axes, grid: _Grid) -> None:
    codes = [[_ORDER.index(one) if one else 0 for one in row] for row in grid.verdicts]
    signs = [[style.VERDICTS[one][2] if one else "" for one in row] for row in grid.verdicts]
    hidden = np.array([[one is None for one in row] for row in grid.verdicts])
    colours = ListedColormap([style.VERDICTS[name][0] for name in _ORDER])
    seaborn.heatmap(
        np.array(codes), mask=hidden, annot=np.array(signs), fmt="", cmap=colours, vmin=-0.5,
        vmax=len(_ORDER) - 0.5, cbar=False, linewidths=2, linecolor="white", ax=ax,
        xticklabels=False, yticklabels=False, rasterized=False,
        annot_kws={"fontsize": style.BODY + 3, "fontweight": "bold"},
    )  # fmt: skip
    for row, verdicts in enumerate(grid.verdicts):
        for column, verdict in enumerate(verdicts):
            if verdict == "missing":
                _outline(ax, column, row)
    for text, verdict in zip(ax.texts, grid.found(), strict=True):
        text.set_color(style.VERDICTS[verdict][1])
    ax.set(xlabel="", ylabel="")


def _outline(ax: Axes, column: int, row: int) -> None:
    ax.add_patch(Rectangle((column + 0.03, row + 0.06), 0.94, 0.88, fill=False, linewidth=0.8,
                           edgecolor=style.HAIR, linestyle=(0, (2, 2))))  # fmt: skip


def _key(grid: _Grid, language: str) -> list[list[tuple[str, str, float]]]:
    lines: list[list[tuple[str, str, float]]] = [[]]
    x = 0.0
    for name in (one for one in _ORDER if one in grid.found()):
        text = message(f"verdict-{name}", language)
        width = 0.3 + style.text_width(text, style.SMALL) + 0.25
        if lines[-1] and x + width > style.WIDTH:
            lines.append([])
            x = 0.0
        lines[-1].append((name, text, x))
        x += width
    return lines


def _draw_key(sheet: Sheet, lines: list[list[tuple[str, str, float]]], y: float) -> None:
    ax = sheet.inches(0, y, style.WIDTH, 0.2 * len(lines), "key")
    for number, line in enumerate(lines):
        middle = 0.2 * number + 0.1
        for name, text, x in line:
            fill, ink, sign = style.VERDICTS[name]
            edge = style.HAIR if name == "missing" else fill
            ax.add_patch(Rectangle((x, middle - 0.075), 0.22, 0.15, facecolor=fill, edgecolor=edge,
                                   linewidth=0.8))  # fmt: skip
            ax.text(x + 0.11, middle, sign, color=ink, ha="center", va="center",
                    fontsize=style.SMALL + 1, fontweight="bold")  # fmt: skip
            ax.text(x + 0.3, middle, text, color=style.MUTED, va="center", fontsize=style.SMALL)


def _finding(grid: _Grid, language: str) -> str:
    found = grid.found()
    free, careful = found.count("comparable"), found.count("with_caution")
    return message("matrix-finding", language, total=str(len(found)), free=str(free),
                   careful=str(careful), n=len(found))  # fmt: skip


def _alt(grid: _Grid, several: bool, language: str) -> str:
    """List the pairs of each verdict, subject by subject where there are several."""
    pairs = [
        (verdict, column if several else "", row if several else f"{column} \u2013 {row}")
        for number, column in enumerate(grid.columns)
        for row, verdict in ((row, grid.verdicts[place][number])
                             for place, row in enumerate(grid.rows))
        if verdict
    ]  # fmt: skip
    items = []
    for subject in unique(subject for _, subject, _ in pairs) or ("",):
        found = [_listed(pairs, subject, name, language) for name in _ORDER]
        spoken = "; ".join(text for text in found if text)
        items.append(f"{subject}: {spoken}" if subject else spoken)
    head = message("matrix-head", language)
    return describe.description("matrix", head, [". ".join(items)], language)


def _listed(pairs: list[tuple[str, str, str]], subject: str, verdict: str, language: str) -> str:
    own = [pair for found, of, pair in pairs if found == verdict and of == subject]
    if not own:
        return ""
    return f"{message(f'verdict-{verdict}', language)} ({len(own)}): {', '.join(own)}"
