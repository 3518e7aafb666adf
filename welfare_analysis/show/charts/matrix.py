"""Matrix: which pairs may be compared, as a picture of verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from ...data.catalogue import Catalogue
from ...judge.comparison import Comparison
from ...judge.grades import informs
from .. import readers
from ..document import unique
from ..informing import informing
from ..many import are_many, pairs_file, pairs_note
from ..writer import Writer
from . import assembled, captions, headings, style
from .canvas import Canvas, block, name_width, write
from .chart import Chart, drawn_twice, finished

_ORDER = tuple(style.VERDICTS)
_ROW, _KEY = 0.33, 0.2
_STEP = 0.135  # inches from one line of small text to the next
_SIGN = 0.26  # inches of a cell for the sign of its verdict
_CELL_MOST = 1.55
_LEFT_MOST, _GAP = 2.6, 0.12


@readers.public(comparisons=readers.one_or_several)
@drawn_twice
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
        that the picture is read in grey as well.  From eight places on, groups of places that may
        be compared stand for the pairs, which go with the chart as a file.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> matrix(data, compare(data, "poor_household_rate"), "en")
    <Chart 'All 6 pairs can be compared, with caution': 4 figures>
    """
    writer, several = Writer(data, language), isinstance(comparisons, Mapping)
    if are_many(comparisons.values() if several else [comparisons]):
        return _of_groups(writer, comparisons, title, subtitle)
    chosen = list(comparisons.values()) if several else [comparisons]
    figures = [figure for one in chosen for figure in one.figures.values()]
    if several:
        grid = _by_subject(writer, comparisons)
        subject = "; ".join(grid.columns)
    else:
        grid = _by_place(writer, comparisons)
        subject = captions.subjects(writer, figures)
    items = ". ".join(_spoken(writer, grid, several))
    more = [writer.say("matrix-more-note")] if grid.is_shortened else []
    chart = finished(
        writer,
        _draw(writer, grid),
        figures,
        title or headings.of_pairs(writer, [cell.verdict for _, _, cell in grid.filled]),
        subtitle or writer.say("matrix-subtitle", subject=subject),
        captions.description(writer, "matrix", writer.say("matrix-head"), [items]),
        [*more, *informing(writer, chosen)],
    )
    return replace(chart, remarks=())  # it shows no figure


def _of_groups(
    writer: Writer,
    comparisons: Comparison | Mapping[str, Comparison],
    title: object,
    subtitle: object,
) -> Chart:
    """Draw groups of many places; every pair goes with the chart as a file."""
    if isinstance(comparisons, Comparison):
        figures = list(comparisons.figures.values())
        comparisons = {captions.subjects(writer, figures): comparisons}
    each = list(comparisons.values())
    figures = [figure for one in each for figure in one.figures.values()]
    verdicts = [verdict for one in each for verdict in one.pairs["verdict"]]
    items = assembled.spoken(writer, comparisons)
    subject = "; ".join(map(str, comparisons))
    chart = finished(
        writer,
        assembled.draw(writer, comparisons),
        figures,
        title or headings.of_pairs(writer, verdicts),
        subtitle or writer.say("groups-subtitle", subject=subject),
        captions.description(writer, "groups", subject, items),
        [pairs_note(writer, each), *informing(writer, each)],
        numbers=pairs_file(writer, comparisons),
    )
    return replace(chart, remarks=())  # it shows no figure


@dataclass(frozen=True)
class _Cell:
    """The verdict on one pair and its gravest reason in a few words."""

    verdict: str
    reason: str

    def lines(self, width: float) -> list[str]:
        """Set the reason in lines for a cell of a width."""
        room = width - _SIGN - 0.1
        return style.wrapped(self.reason, room, style.SMALL) if self.reason else []


@dataclass(frozen=True)
class _Grid:
    """Verdicts by row and column; None where there is no pair."""

    rows: list[str]
    columns: list[str]
    cells: list[list[_Cell | None]]

    @property
    def filled(self) -> list[tuple[int, int, _Cell]]:
        """Every pair with its row and column."""
        rows = enumerate(self.cells)
        return [(row, at, one) for row, cells in rows for at, one in enumerate(cells) if one]

    @property
    def is_shortened(self) -> bool:
        """Tell whether any cell names only one of several reasons."""
        return any("(+" in cell.reason for _, _, cell in self.filled)


def _by_place(writer: Writer, comparison: Comparison) -> _Grid:
    areas = comparison.observations["area"].tolist()
    names = list(map(writer.area, areas))
    cells = [
        [
            _cell(writer, comparison, (area, other)) if place < number else None
            for place, other in enumerate(areas[:-1])
        ]
        for number, area in enumerate(areas)
    ]
    return _Grid(names[1:], names[:-1], cells[1:])


def _by_subject(writer: Writer, comparisons: Mapping[str, Comparison]) -> _Grid:
    every = comparisons.values()
    pairs = unique((pair.area_a, pair.area_b) for one in every for pair in one.pairs.itertuples())
    names = [" \u2013 ".join(map(writer.area, pair)) for pair in pairs]
    cells = [[_cell(writer, one, pair) for one in every] for pair in pairs]
    return _Grid(names, list(map(str, comparisons)), cells)


def _cell(writer: Writer, comparison: Comparison, pair: tuple[str, str]) -> _Cell | None:
    found = comparison.judged.get(frozenset(pair))
    if found is None:
        return None
    verdict, codes = found
    absent = [writer.area(area) for area in pair if area in comparison.missing]
    return _Cell(verdict, _reason(writer, codes, absent))


def _reason(writer: Writer, codes: Sequence[str], absent: Sequence[str]) -> str:
    """Name the gravest reason in a few words, and how many more there are."""
    codes = [code for code in unique(codes) if not informs(code)]
    if not codes:
        return ""
    if len(absent) == 2:
        return writer.say("cell-both-missing")
    first = writer.say(f"cell-{codes[0]}", areas=writer.joined(absent))
    more = len(codes) - 1
    return writer.say("matrix-more", reason=first, more=str(more)) if more else first


def _spoken(writer: Writer, grid: _Grid, several: bool) -> list[str]:
    """List the pairs of each verdict, subject by subject where there are several."""
    pairs: dict[str, dict[str, list[str]]] = {}
    for row, column, cell in sorted(grid.filled, key=lambda one: one[1]):
        place, head = grid.rows[row], grid.columns[column]
        subject, pair = (head, place) if several else ("", f"{head} \u2013 {place}")
        pairs.setdefault(subject, {}).setdefault(cell.verdict, []).append(pair)
    said = []
    for subject, found in pairs.items():
        listed = [
            f"{writer.say(f'verdict-{name}')} ({len(found[name])}): {', '.join(found[name])}"
            for name in _ORDER
            if name in found
        ]
        said.append(f"{subject}: {'; '.join(listed)}" if subject else "; ".join(listed))
    return said


# The drawing -----------------------------------------------------------------------------------


def _draw(writer: Writer, grid: _Grid) -> Canvas:
    left = name_width(grid.rows, style.left(_LEFT_MOST)) + _GAP
    cell = min((style.width() - left) / len(grid.columns), _CELL_MOST)
    names = [style.wrapped(name, left - _GAP) for name in grid.rows]
    heads = [style.wrapped(name, cell - 0.2, style.SMALL, "bold") for name in grid.columns]
    head = max(len(lines) for lines in heads) * _STEP + 0.1
    row = max(
        _ROW,
        *(style.LINE * len(lines) + 0.12 for lines in names),
        *(_STEP * len(one.lines(cell)) + 0.1 for _, _, one in grid.filled),
    )
    body = row * len(grid.rows)
    canvas = Canvas(head + body + 0.14 + _KEY)
    for number, lines in enumerate(heads):
        first = head - 0.1 - _STEP * (len(lines) - 1)
        middle = left + cell * (number + 0.5)
        canvas.lines(middle, first, lines, _STEP, ha="center", **style.HEAD)
    for number, lines in enumerate(names):
        canvas.name(head + row * (number + 0.5), lines)
    ax = canvas.axes(left, head, cell * len(grid.columns), body, "matrix")
    _heatmap(ax, grid)
    for one in grid.filled:
        _write_cell(ax, *one, (cell, row))
    key = canvas.inches(0, head + body + 0.14, style.width(), _KEY, "key")
    _draw_key(writer, key, {one.verdict for _, _, one in grid.filled})
    return canvas


def _heatmap(ax: Axes, grid: _Grid) -> None:
    codes = np.array(
        [[_ORDER.index(one.verdict) if one else 0 for one in row] for row in grid.cells]
    )
    import seaborn  # half a second, which only this chart needs

    seaborn.heatmap(
        codes,
        mask=np.array([[one is None for one in row] for row in grid.cells]),
        cmap=ListedColormap([fill for fill, _, _ in style.VERDICTS.values()]),
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
    outline = {"fill": False, "linewidth": 0.8, "edgecolor": style.HAIR, "linestyle": (0, (2, 2))}
    for row, column, one in grid.filled:
        if one.verdict == "missing":
            block(ax, column + 0.03, row + 0.06, 0.94, 0.88, **outline)
    ax.set(xlabel="", ylabel="")


def _write_cell(ax: Axes, row: int, column: int, one: _Cell, size: tuple[float, float]) -> None:
    """Write the sign of a verdict and its reason beside it."""
    width, height = size
    _, ink, sign = style.VERDICTS[one.verdict]
    lines = one.lines(width)
    x = column + (_SIGN / 2 / width if lines else 0.5)
    _sign(ax, x, row + 0.5, sign, ink, style.BODY + 2)
    for number, line in enumerate(lines):
        up = (number - (len(lines) - 1) / 2) * _STEP / height
        write(ax, column + _SIGN / width, row + 0.5 + up, line, color=ink, fontsize=style.SMALL)


def _sign(ax: Axes, x: float, y: float, sign: str, ink: str, size: float) -> None:
    write(ax, x, y, sign, color=ink, ha="center", fontsize=size, fontweight="bold")


def _draw_key(writer: Writer, ax: Axes, found: set[str]) -> None:
    """Draw the key in one line: all four verdicts take less than its width."""
    x = 0.0
    for name in (one for one in _ORDER if one in found):
        text, (fill, ink, sign) = writer.say(f"verdict-{name}"), style.VERDICTS[name]
        edge = style.HAIR if name == "missing" else fill
        block(ax, x, 0.1 - 0.075, 0.22, 0.15, facecolor=fill, edgecolor=edge, linewidth=0.8)
        _sign(ax, x + 0.11, 0.1, sign, ink, style.SMALL + 1)
        write(ax, x + 0.3, 0.1, text, **style.NOTE)
        x += 0.3 + style.text_width(text, style.SMALL) + 0.25
