"""Matrix: which pairs may be compared, as a picture of verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import seaborn
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.patches import Rectangle

from ...data.catalogue import Catalogue
from ...judge.comparison import Comparison
from ...messages import message
from .. import readers, words
from ..bundle import unique
from . import describe, style
from . import headings as findings
from .chart import Chart
from .layout import Sheet

_ORDER = tuple(style.VERDICTS)
_ROW = 0.33
_STEP = 0.135  # inches from one line of small text to the next
_SIGN = 0.26  # inches of a cell for the sign of its verdict
_CELL_MOST = 1.55
_LEFT_MOST = 2.6


@readers.public(comparisons=readers.one_or_several)
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
            sheet,
            language,
            title or findings.of_pairs(grid.found(), language),
            measured,
            _alt(grid, several, language),
            figures,
            [message("matrix-more-note", language)] if grid.is_shortened else [],
        )


@dataclass(frozen=True)
class _Cell:
    """The verdict on one pair and its gravest reason in a few words."""

    verdict: str
    reason: str


class _Grid:
    """Verdicts by row and column; None where there is no pair."""

    def __init__(
        self, rows: Sequence[str], columns: Sequence[str], cells: list[list[_Cell | None]]
    ):
        self.rows, self.columns, self.cells = rows, columns, cells

    @property
    def verdicts(self) -> list[list[str | None]]:
        """The verdict of every cell."""
        return [[cell.verdict if cell else None for cell in row] for row in self.cells]

    def found(self) -> list[str]:
        """List the verdicts of all pairs."""
        return [verdict for row in self.verdicts for verdict in row if verdict]

    @property
    def is_shortened(self) -> bool:
        """Tell whether any cell names only one of several reasons."""
        return any("(+" in cell.reason for row in self.cells for cell in row if cell)


def _by_place(data: Catalogue, comparison: Comparison, language: str) -> _Grid:
    areas = comparison.observations["area"].tolist()
    names = [words.area_name(data, area, language) for area in areas]
    cells = [
        [
            _cell(data, comparison, (area, other), language) if place < number else None
            for place, other in enumerate(areas[:-1])
        ]
        for number, area in enumerate(areas)
    ]
    return _Grid(names[1:], names[:-1], cells[1:])


def _by_subject(data: Catalogue, comparisons: Mapping[str, Comparison], language: str) -> _Grid:
    pairs = unique(
        (pair.area_a, pair.area_b)
        for comparison in comparisons.values()
        for pair in comparison.pairs.itertuples()
    )
    names = [
        " \u2013 ".join(words.area_name(data, area, language) for area in pair) for pair in pairs
    ]
    cells = [[_cell(data, one, pair, language) for one in comparisons.values()] for pair in pairs]
    return _Grid(names, [str(label) for label in comparisons], cells)


def _cell(
    data: Catalogue, comparison: Comparison, pair: tuple[str, str], language: str
) -> _Cell | None:
    found = comparison.pairs
    found = found[found["area_a"].isin(pair) & found["area_b"].isin(pair)]
    if found.empty:
        return None
    codes = found["reasons"].iloc[0]
    return _Cell(found["verdict"].iloc[0], _reason(data, comparison, pair, codes, language))


def _reason(
    data: Catalogue,
    comparison: Comparison,
    pair: tuple[str, str],
    codes: tuple[str, ...],
    language: str,
) -> str:
    """Name the gravest reason in a few words, and how many more there are."""
    if not codes:
        return ""
    absent = [words.area_name(data, area, language) for area in pair if area in comparison.missing]
    if len(absent) == 2:
        return message("cell-both-missing", language)
    first = message(f"cell-{codes[0]}", language, areas=words.joined(absent, language))
    more = len(unique(codes)) - 1
    return message("matrix-more", language, reason=first, more=str(more)) if more else first


def _draw(grid: _Grid, language: str) -> Sheet:
    left = min(max(style.text_width(name) for name in grid.rows) + 0.02, _LEFT_MOST) + 0.12
    cell = min((style.WIDTH - left) / len(grid.columns), _CELL_MOST)
    names = [style.wrapped(name, left - 0.12) for name in grid.rows]
    heads = [style.wrapped(name, cell - 0.2, style.SMALL, "bold") for name in grid.columns]
    head = max(len(lines) for lines in heads) * _STEP + 0.1
    reasons = [_reason_lines(one, cell) for row in grid.cells for one in row if one]
    row = max(
        _ROW,
        *(style.LINE * len(lines) + 0.12 for lines in names),
        *(_STEP * len(lines) + 0.1 for lines in reasons),
    )
    body, key = row * len(grid.rows), _key(grid, language)
    sheet = Sheet(head + body + 0.14 + 0.2 * len(key))
    for number, lines in enumerate(heads):
        for line, text in enumerate(lines):
            y = head - 0.1 - _STEP * (len(lines) - 1 - line)
            sheet.text(
                left + cell * (number + 0.5),
                y,
                text,
                ha="center",
                fontsize=style.SMALL,
                fontweight="bold",
            )
    for number, lines in enumerate(names):
        middle = head + row * (number + 0.5) - style.LINE * (len(lines) - 1) / 2
        sheet.lines(0, middle, lines)
    ax = sheet.axes(left, head, cell * len(grid.columns), body, "matrix")
    _heatmap(ax, grid)
    _write_cells(ax, grid, cell, row)
    _draw_key(sheet, key, head + body + 0.14)
    return sheet


def _reason_lines(one: _Cell, cell: float) -> list[str]:
    return style.wrapped(one.reason, cell - _SIGN - 0.1, style.SMALL) if one.reason else []


def _heatmap(ax: Axes, grid: _Grid) -> None:
    codes = [[_ORDER.index(one) if one else 0 for one in row] for row in grid.verdicts]
    hidden = np.array([[one is None for one in row] for row in grid.verdicts])
    colours = ListedColormap([style.VERDICTS[name][0] for name in _ORDER])
    seaborn.heatmap(
        np.array(codes),
        mask=hidden,
        cmap=colours,
        vmin=-0.5,
        vmax=len(_ORDER) - 0.5,
        cbar=False,
        linewidths=2,
        linecolor="white",
        ax=ax,
        xticklabels=False,
        yticklabels=False,
        rasterized=False,
    )
    for row, verdicts in enumerate(grid.verdicts):
        for column, verdict in enumerate(verdicts):
            if verdict == "missing":
                _outline(ax, column, row)
    ax.set(xlabel="", ylabel="")


def _write_cells(ax: Axes, grid: _Grid, cell: float, height: float) -> None:
    """Write the sign of each verdict and its reason beside it."""
    for row, cells in enumerate(grid.cells):
        for column, one in enumerate(cells):
            if one is None:
                continue
            _, ink, sign = style.VERDICTS[one.verdict]
            lines = _reason_lines(one, cell)
            x = column + (_SIGN / 2 / cell if lines else 0.5)
            ax.text(
                x,
                row + 0.5,
                sign,
                color=ink,
                ha="center",
                va="center",
                fontsize=style.BODY + 2,
                fontweight="bold",
            )
            for number, line in enumerate(lines):
                up = (number - (len(lines) - 1) / 2) * _STEP / height
                ax.text(
                    column + _SIGN / cell,
                    row + 0.5 + up,
                    line,
                    color=ink,
                    va="center",
                    fontsize=style.SMALL,
                )


def _outline(ax: Axes, column: int, row: int) -> None:
    ax.add_patch(
        Rectangle(
            (column + 0.03, row + 0.06),
            0.94,
            0.88,
            fill=False,
            linewidth=0.8,
            edgecolor=style.HAIR,
            linestyle=(0, (2, 2)),
        )
    )


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
            ax.add_patch(
                Rectangle(
                    (x, middle - 0.075), 0.22, 0.15, facecolor=fill, edgecolor=edge, linewidth=0.8
                )
            )
            ax.text(
                x + 0.11,
                middle,
                sign,
                color=ink,
                ha="center",
                va="center",
                fontsize=style.SMALL + 1,
                fontweight="bold",
            )
            ax.text(x + 0.3, middle, text, color=style.MUTED, va="center", fontsize=style.SMALL)


def _alt(grid: _Grid, several: bool, language: str) -> str:
    """List the pairs of each verdict, subject by subject where there are several."""
    pairs = [
        (verdict, column if several else "", row if several else f"{column} \u2013 {row}")
        for number, column in enumerate(grid.columns)
        for row, verdict in (
            (row, grid.verdicts[place][number]) for place, row in enumerate(grid.rows)
        )
        if verdict
    ]
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
