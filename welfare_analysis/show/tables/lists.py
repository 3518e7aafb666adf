"""Lists: observations one below the other, and series by standard."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal
from .building import Footnotes, columns, figure_cell, finished, without_empty
from .table import Column, Table


@readers.public()
def observations(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
    *,
    by_theme: bool = False,
    with_area: bool | None = None,
    comments: bool = True,
) -> Table:
    """Tabulate observations one a row, in the order given.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
        Such as `select` returns.  The same figure printed in several places is one row that
        cites them all.
    language : {"vi", "en"}
    caption : str or Prose, optional
    by_theme : bool, default False
        Sort by theme and name the theme in a column.
    with_area : bool, optional
        Name the area in a column; by default if there are several.
    comments : bool, default True
        Set the curators' comments on doubtful and inferred figures in the note.

    Returns
    -------
    Table
    """
    if by_theme:
        figures = _by_theme(data, figures)
    several = len({figure.area for figure in figures}) > 1 if with_area is None else with_area
    heads = columns(
        language, "indicator", "area", "theme", "period", ">figure", "kind", "standard", "source"
    )
    notes = Footnotes(language, shown=comments)
    rows = [_row(data, group, notes, several, by_theme) for group in _same(figures)]
    titles = unique(words.title(figure, language) for figure in figures)
    if len(titles) == 1 and several:  # the one indicator stands in the caption
        heads, rows = heads[1:], [row[1:] for row in rows]
        caption = caption or message("table-observations-of", language, subject=titles[0])
    heads, rows = without_empty(heads, rows)
    caption = caption or message("table-observations", language)
    return finished(language, caption, heads, rows, figures, notes.lines)


def _by_theme(data: Catalogue, figures: list[Observation]) -> list[Observation]:
    themes = list(dict.fromkeys(data.indicators["theme"]))
    return sorted(figures, key=lambda figure: themes.index(figure.indicator_row["theme"]))


def _same(figures: list[Observation]) -> list[list[Observation]]:
    """Put together the rows that print one figure."""
    groups: dict[tuple, list[Observation]] = {}
    for figure in figures:
        groups.setdefault(words.identity(figure), []).append(figure)
    return list(groups.values())


def plainest(group: list[Observation]) -> Observation:
    """Choose the printing with the fewest remarks: one that states a date settles it."""
    return min(group, key=lambda figure: len(words.remarks(figure, "en")))


def _row(
    data: Catalogue, group: list[Observation], notes: Footnotes, with_area: bool, with_theme: bool
) -> tuple[str, ...]:
    language, figure = notes.language, plainest(group)
    remarks = words.remarks(figure, language)
    theme = message(f"theme-{figure.indicator_row['theme']}", language) if with_theme else ""
    return (
        literal(words.title(figure, language)),
        literal(words.area_name(data, figure.area, language)) if with_area else "",
        literal(theme),
        literal(figure.period(language)),
        figure_cell(figure, language),
        literal("; ".join((words.kind(figure, language), *remarks)) + notes.mark(figure)),
        literal(words.short_standard(data, figure.standard, language)),
        " ".join(unique(one.citation(language) for one in group)),
    )


@readers.public()
def series(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
) -> Table:
    """Tabulate figures over time: one row an area, indicator and standard, one column a date.

    A row never crosses a change of standard.  Goals stand in their own column by date with
    their kind named; a cell that nobody reported is marked as such.
    """
    dates = sorted({_date(figure) for figure in figures})
    lines = _ordered_lines(data, figures)
    labels = {_date(figure): literal(figure.period(language)) for figure in figures}
    heads = [
        *columns(language, "area", "indicator", "standard", "kind"),
        *(Column(labels[date], "right") for date in dates),
    ]
    rows = [_series_row(data, figures, line, dates, language) for line in lines]
    heads, rows = _without_constant_indicator(heads, rows)
    heads, rows = without_empty(heads, rows)
    titles = unique(words.title(figure, language) for figure in figures)
    caption = caption or message("table-series", language, subject="; ".join(titles))
    broken = len({(figure.area, figure.standard) for figure in figures}) > len(
        {figure.area for figure in figures}
    )
    notes = [message("series-missing", language)] if _has_gap(rows) else []
    notes += [message("series-break", language)] if broken else []
    notes += _letters(figures, language)
    notes += [literal(text) for text in words.comments(data, figures, language, words.DOUBTS)]
    return finished(language, caption, heads, rows, figures, notes)


_GAP = "…"


def _has_gap(rows) -> bool:
    return any(cell == _GAP for row in rows for cell in row)


def _date(figure: Observation) -> tuple:
    return (figure.period_end, figure.period_start or figure.period_end)


def _ordered_lines(data: Catalogue, figures: list[Observation]) -> list[tuple]:
    """Put lines in order of area, indicator and date, results before goals."""
    areas = data.areas["area"].tolist()
    indicators = list(dict.fromkeys(figure.indicator for figure in figures))
    kinds = ("actual", "estimate", "target", "plan")
    ordered = sorted(
        figures,
        key=lambda one: (
            areas.index(one.area),
            indicators.index(one.indicator),
            kinds.index(one.measure),
            one.period_end,
        ),
    )
    return list(dict.fromkeys(_line(figure) for figure in ordered))


def _line(figure: Observation) -> tuple:
    return (figure.area, figure.indicator, figure.standard, figure.measure)


def _series_row(data, figures, line, dates, language) -> tuple[str, ...]:
    own = [figure for figure in figures if _line(figure) == line]
    first = own[0]
    cells = [_series_cell([one for one in own if _date(one) == date], language) for date in dates]
    return (
        literal(words.area_name(data, first.area, language)),
        literal(words.title(first, language)),
        literal(words.short_standard(data, first.standard, language)),
        literal(words.kind(first, language)),
        *cells,
    )


def _series_cell(figures: list[Observation], language: str) -> str:
    if not figures:
        return _GAP
    parts = []
    for group in _same(figures):
        letters = words.letters(plainest(group))
        shown = group[0].text(language) + (f" ({', '.join(letters)})" if letters else "")
        links = " ".join(unique(one.citation(language) for one in group))
        parts.append(f"{literal(shown)} {links}")
    return "; ".join(parts)


def _letters(figures: list[Observation], language: str) -> list[str]:
    """Explain the letters that stand beside figures in a series."""
    used = sorted({letter for group in _same(figures) for letter in words.letters(plainest(group))})
    if not used:
        return []
    keys = "; ".join(f"{letter}: {message(f'letter-{letter}', language)}" for letter in used)
    return [literal(message("series-letters", language, keys=keys))]


def _without_constant_indicator(heads, rows):
    if len({row[1] for row in rows}) > 1:
        return heads, rows
    return [heads[0], *heads[2:]], [(row[0], *row[2:]) for row in rows]
