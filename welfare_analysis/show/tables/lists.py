"""Lists: observations one below the other, and series by standard."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...codes import GOALS, RESULTS
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from .. import readers
from ..document import Line, joined, unique
from ..words import DOUBTS, identity, letters
from ..writer import Writer
from .building import Footnotes, columns, finished, laid_out, without_empty
from .spread import summed
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
    spread: bool = False,
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
    spread : bool, default False
        Of eight places or more, print a row a subject with its lowest and highest figure; the
        figures are a file on the page.

    Returns
    -------
    Table

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sông Công", 2023)
    >>> observations(data, found, "en")
    <Table 'Published figures': 1 rows, 6 columns, 2 figures>
    """
    writer = Writer(data, language)
    if by_theme:
        figures = _by_theme(data, figures)
    several = len({figure.area for figure in figures}) > 1 if with_area is None else with_area
    notes = Footnotes(writer, shown=comments)

    def theme(figure: Observation) -> str:
        return writer.theme(figure.indicator_row["theme"]) if by_theme else ""

    groups = _same(figures)
    heads, rows = laid_out(
        writer,
        [(plainest(group), group) for group in groups],
        {
            "indicator": lambda one: writer.title(one[0]),
            "area": lambda one: writer.area(one[0].area) if several else "",
            "theme": lambda one: theme(one[0]),
            "period": lambda one: writer.period(one[0]),
            ">figure": lambda one: writer.flagged(one[0]),
            "kind": lambda one: writer.kind_and_remarks(one[0]) + notes.mark(one[0]),
            "standard": lambda one: writer.standard_of(one[0]),
            "source": lambda one: joined(" ", unique(map(writer.cite, one[1]))),
        },
    )
    titles = unique(map(writer.title, figures))
    if len(titles) == 1 and several:  # the one indicator stands in the caption
        heads, rows = heads[1:], [row[1:] for row in rows]
        caption = caption or writer.say("table-observations-of", subject=titles[0])
    heads, rows = without_empty(heads, rows)
    caption = caption or writer.say("table-observations")
    table = finished(writer, caption, heads, rows, figures, notes.lines)
    return summed(writer, table, list(map(plainest, groups))) if spread else table


def _by_theme(data: Catalogue, figures: list[Observation]) -> list[Observation]:
    themes = data.themes["theme"].tolist()
    return sorted(figures, key=lambda figure: themes.index(figure.indicator_row["theme"]))


def _same(figures: list[Observation]) -> list[list[Observation]]:
    """Put together the rows that print one figure."""
    groups: dict[tuple, list[Observation]] = {}
    for figure in figures:
        groups.setdefault(identity(figure), []).append(figure)
    return list(groups.values())


def plainest(group: list[Observation]) -> Observation:
    """Choose the printing with the fewest remarks: one that states a date settles it."""
    return min(group, key=lambda figure: len(Writer(figure.data, "en").remarks(figure)))


@readers.public()
def histories(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
) -> Table:
    """Tabulate every figure in little room: one row a subject, its figures one after the other.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row an area, indicator, standard and kind, in the order of the codebook.  The same
        figure printed in several places stands once and cites them all.

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> print(histories(data, select(data, theme="poverty", areas="Sông Công"), "en").rows[0][-1])
    31 Dec 2023: 1.46% [5, para. 4] [5, para. 8]
    """
    writer = Writer(data, language)
    figures = sorted(figures, key=_printed_in)
    several = len({figure.area for figure in figures}) > 1
    themes = data.themes["theme"].tolist()
    lines: dict[tuple, list[Observation]] = {}
    for figure in figures:
        lines.setdefault(_line(figure), []).append(figure)
    ordered = sorted(
        (sorted(own, key=_date) for own in lines.values()),
        key=lambda own: (themes.index(own[0].indicator_row["theme"]), _place(data, own[0])),
    )
    heads, rows = laid_out(
        writer,
        ordered,
        {
            "area": lambda own: writer.area(own[0].area) if several else "",
            "indicator": lambda own: writer.title(own[0]),
            "kind": lambda own: _kind_and_standard(writer, own[0]),
            "history": lambda own: joined("; ", (_dated(writer, one) for one in _same(own))),
        },
    )
    heads, rows = without_empty(heads, rows)
    caption = caption or writer.say("table-histories")
    return finished(writer, caption, heads, rows, figures)


def _printed_in(figure: Observation) -> tuple:
    """Sort by source and paragraph, whatever the order of the rows."""
    number = figure.data.record("sources", figure.source)["number"]
    return number, figure.paragraph or 0, figure.observation


def _place(data: Catalogue, figure: Observation) -> tuple:
    """Sort by area, codebook and date."""
    areas, indicators = data.areas["area"].tolist(), data.indicators["indicator"].tolist()
    return areas.index(figure.area), indicators.index(figure.indicator), _date(figure)


def _kind_and_standard(writer: Writer, figure: Observation) -> str:
    kind = writer.kind(figure)
    return f"{kind}, {writer.standard_of(figure)}" if figure.standard else kind


def _dated(writer: Writer, group: list[Observation]) -> Line:
    """Write a figure after its date, with every place that prints it."""
    one = plainest(group)
    cited = joined(" ", unique(map(writer.cite, group)))
    return f"{writer.period(one)}: {writer.flagged(one)} " + cited


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

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sông Công", 2023)
    >>> series(data, found, "en")
    <Table 'Poor household rate, over time and by standard': 1 rows, 4 columns, 2 figures>
    """
    writer = Writer(data, language)
    dates = sorted({_date(figure) for figure in figures})
    labels = {_date(figure): writer.period(figure) for figure in figures}
    heads = [
        *columns(writer, "area", "indicator", "standard", "kind"),
        *(Column(labels[date], "right") for date in dates),
    ]
    lines = _ordered_lines(data, figures)
    rows = [_series_row(writer, figures, line, dates) for line in lines]
    heads, rows = _without_constant_indicator(heads, rows)
    heads, rows = without_empty(heads, rows)
    titles = unique(map(writer.title, figures))
    caption = caption or writer.say("table-series", subject="; ".join(titles))
    standards = {(figure.area, figure.standard) for figure in figures}
    broken = len(standards) > len({figure.area for figure in figures})
    notes = [writer.say("series-missing")] if any(_GAP in row for row in rows) else []
    notes += [writer.say("series-break")] if broken else []
    notes += [*_letters(writer, figures), *writer.comments(figures, DOUBTS)]
    return finished(writer, caption, heads, rows, figures, notes)


_GAP = "…"


def _date(figure: Observation) -> tuple:
    return (figure.period_end, figure.period_start or figure.period_end)


def _ordered_lines(data: Catalogue, figures: list[Observation]) -> list[tuple]:
    """Put lines in order of area, indicator and date, results before goals."""
    areas = data.areas["area"].tolist()
    indicators = list(dict.fromkeys(figure.indicator for figure in figures))
    kinds = (*RESULTS, *GOALS)
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


def _series_row(
    writer: Writer, figures: list[Observation], line: tuple, dates: list[tuple]
) -> tuple[str | Line, ...]:
    own = [figure for figure in figures if _line(figure) == line]
    first = own[0]
    return (
        writer.area(first.area),
        writer.title(first),
        writer.standard_of(first),
        writer.kind(first),
        *(_series_cell(writer, [one for one in own if _date(one) == date]) for date in dates),
    )


def _series_cell(writer: Writer, figures: list[Observation]) -> str | Line:
    if not figures:
        return _GAP
    parts = []
    for group in _same(figures):
        marks = letters(plainest(group))
        shown = writer.text(group[0]) + (f" ({', '.join(marks)})" if marks else "")
        parts.append(joined(" ", [shown, *unique(map(writer.cite, group))]))
    return joined("; ", parts)


def _letters(writer: Writer, figures: list[Observation]) -> list[str]:
    """Explain the letters that stand beside figures in a series."""
    used = sorted({letter for group in _same(figures) for letter in letters(plainest(group))})
    keys = "; ".join(f"{letter}: {writer.say(f'letter-{letter}')}" for letter in used)
    return [writer.say("series-letters", keys=keys)] if used else []


def _without_constant_indicator(heads, rows):
    if len({row[1] for row in rows}) > 1:
        return heads, rows
    return [heads[0], *heads[2:]], [(row[0], *row[2:]) for row in rows]
