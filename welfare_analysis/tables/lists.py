"""Lists: observations one below the other, series by standard, and poverty standards."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..catalogue import Catalogue
from ..figures import Observation
from ..names import resolve_area
from ..numerals import write, write_date
from ..prose import words
from ..prose.bundle import is_date, unique
from ..prose.inline import literal
from ..prose.saying import message
from .parts import (
    Footnotes,
    columns,
    figure_cell,
    finished,
    listed,
    needs_figures,
    without_empty,  # fmt: skip
)
from .table import Column, Table


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
    figures = listed(data, figures)
    needs_figures(figures, "observation")
    if by_theme:
        figures = _by_theme(data, figures)
    several = len({figure.area for figure in figures}) > 1 if with_area is None else with_area
    heads = columns(language, "indicator", "area", "theme", "period", ">figure", "kind",
                    "standard", "source")  # fmt: skip
    notes = Footnotes(language, shown=comments)
    rows = [_row(data, group, notes, several, by_theme) for group in _same(figures)]
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
    figures = listed(data, figures)
    needs_figures(figures, "observation")
    dates = sorted({_date(figure) for figure in figures})
    lines = _ordered_lines(data, figures)
    labels = {_date(figure): literal(figure.period(language)) for figure in figures}
    heads = [*columns(language, "area", "indicator", "standard", "kind"),
             *(Column(labels[date], "right") for date in dates)]  # fmt: skip
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
    ordered = sorted(figures, key=lambda one: (
        areas.index(one.area), indicators.index(one.indicator), kinds.index(one.measure),
        one.period_end))  # fmt: skip
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


def standards(
    data: Catalogue,
    areas: Iterable[str],
    language: str,
    caption: object = None,
    *,
    year: int | None = None,
) -> Table:
    """Tabulate the poverty standards that areas set themselves or inherit.

    Parameters
    ----------
    data : Catalogue
    areas : iterable of str
        Codes, names or aliases; an area without an own standard uses that of the country.
    language : {"vi", "en"}
    caption : str or Prose, optional
    year : int, optional
        Only standards in force at some time of that year.
    """
    owners = _owners(data, [resolve_area(data, name) for name in areas])
    table = data.standards
    kept = table[table["owner_area"].isin(owners)]
    if year is not None:
        kept = kept[(kept["valid_from"].dt.year <= year) & (kept["valid_to"].dt.year >= year)]
    needs_figures(kept.index.tolist(), "poverty standard")
    rows = [_standard_row(data, row, language) for row in kept.to_dict("records")]
    heads, rows = without_empty(
        columns(language, "standard", "validity", "income-poor", "income-near-poor",
                "deprivations", "instrument", "source"), rows)  # fmt: skip
    sources = unique(kept["source"])
    cited = words.sources_line((data.record("sources", name) for name in sources), language)
    caption = caption or message("table-standards", language)
    notes = [message("standards-reading", language), cited]
    return finished(language, caption, heads, rows, [], notes, sources)


def _owners(data: Catalogue, areas: list[str]) -> list[str]:
    """Return who sets the standard of each area: itself, or the nearest parent with one."""
    with_own = set(data.standards["owner_area"])
    found = []
    for area in areas:
        while area and area not in with_own:
            area = data.record("areas", area)["parent"]
        found.append(area)
    return found


def _standard_row(data: Catalogue, row: dict, language: str) -> tuple[str, ...]:
    number = data.record("sources", row["source"])["number"] if row["source"] else None
    instrument = row["instrument"]
    known = instrument and instrument != "notspecified"
    return (
        literal(row[f"label_{language}"]),
        literal(_validity(row, language)),
        literal(_lines(row, "income", language)),
        literal(_lines(row, "near_poor", language)),
        "\u2013" if pd.isna(row["deprivations"]) else str(row["deprivations"]),
        literal(instrument) if known else message("instrument-unknown", language),
        f"[[{number}]](#source-{number})" if number else "\u2013",
    )


def _validity(row: dict, language: str) -> str:
    ends = [write_date(row[key].date(), language) for key in ("valid_from", "valid_to")
            if is_date(row[key])]  # fmt: skip
    return "\u2013".join(ends)


def _lines(row: dict, kind: str, language: str) -> str:
    """Write the rural and the urban line; one number where they are the same."""
    rural, urban = row[f"{kind}_rural"], row[f"{kind}_urban"]
    if pd.isna(rural) and pd.isna(urban):
        return "\u2013"
    unit = message(f"income-{row['income_unit']}", language)
    if rural == urban:
        return message("income-one", language, amount=_millions(rural, language), unit=unit)
    values = {"rural": _millions(rural, language), "urban": _millions(urban, language)}
    return message("income-two", language, unit=unit, **values)


def _millions(value: float, language: str) -> str:
    return "\u2013" if pd.isna(value) else write(value / 1e6, language)
