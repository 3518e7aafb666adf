"""Provenance: where figures are printed, how they are read, what they are related to."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ... import arguments
from ...codes import Qualifier
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observation
from ...data.relations import Related
from ...texts import capital
from .. import readers
from ..document import Line, code, joined, unique
from ..prose.annotations import annotations
from ..prose.references import short_text
from ..words import unbroken
from ..writer import Writer
from .building import (
    NOTHING,
    cited_cell,
    columns,
    finished,
    laid_out,
    without_empty,
)
from .table import Table

Figures = pd.DataFrame | Iterable[Observation]


@readers.public()
def provenance(data: Catalogue, figures: Figures, language: str, caption: object = None) -> Table:
    """Tabulate where figures come from: the printed token, its reading, its place.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a figure: what it measures, the token as printed, the range it can stand for,
        its kind and status in words, its source with the paragraph, its identifier.

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sông Công", 2023)
    >>> provenance(data, found, "en")
    <Table 'Where the figures come from': 2 rows, 6 columns, 2 figures>
    """
    writer = Writer(data, language)
    heads, rows = laid_out(
        writer,
        figures,
        {
            "figure": lambda one: named(writer, one),
            "as-printed": lambda one: token(writer, one),
            ">range": lambda one: unbroken(writer.range(one)),
            "kind": writer.kind_and_remarks,
            "source": lambda one: short_text(writer, one.source_row) + " " + writer.cite(one),
            "identifier": lambda one: code(one.observation),
        },
    )
    return finished(writer, caption or writer.say("table-provenance"), heads, rows, figures)


@readers.public(found=arguments.list_of(Related, said="fit-related"))
def relatives(
    data: Catalogue, found: Iterable[Related], language: str, caption: object = None
) -> Table:
    """Tabulate the figures related to a figure, each with its relation in words.

    Examples
    --------
    >>> from welfare_analysis import load, observation, related
    >>> data = load()
    >>> figure = observation(data, "ldxh-hn-2024-p16-poor-rate")
    >>> relatives(data, related(data, figure), "en")
    <Table 'Related figures': 3 rows, 8 columns, 3 figures>
    """
    found, writer = list(found), Writer(data, language)
    readers.needed(found, "related_figure")
    heads, rows = laid_out(
        writer,
        found,
        {
            "relation": lambda one: capital(writer.say(f"relation-{one.code}")),
            "indicator": lambda one: writer.title(one.figure),
            ">figure": lambda one: unbroken(writer.flagged(one.figure)),
            "area": lambda one: writer.area(one.figure.area),
            "period": lambda one: writer.period(one.figure),
            "standard": lambda one: writer.standard_of(one.figure),
            "source": lambda one: writer.cite(one.figure),
            "identifier": lambda one: code(one.figure.observation),
        },
    )
    heads, rows = without_empty(heads, rows)
    caption = caption or writer.say("table-related")
    return finished(writer, caption, heads, rows, [one.figure for one in found])


def named(writer: Writer, figure: Observation) -> str:
    """Name a figure by indicator, area and period."""
    return f"{writer.title(figure)}, {writer.area(figure.area)}, {writer.period(figure)}"


def token(writer: Writer, figure: Observation) -> str:
    """Quote the figure as printed."""
    return writer.say("token", text=" ".join(figure.as_printed.split()))


@readers.public()
def readings(data: Catalogue, figures: Figures, language: str, caption: object = None) -> Table:
    """Tabulate printed figures with the rule by which they are read and the range it gives.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sông Công", 2023)
    >>> readings(data, found, "en")
    <Table 'From a printed figure to its range': 2 rows, 3 columns, 2 figures>
    """
    writer = Writer(data, language)
    heads, rows = laid_out(
        writer,
        figures,
        {
            "as-printed": lambda one: token(writer, one) + " " + writer.cite(one),
            "rule": lambda one: rule_text(writer, one),
            ">range": lambda one: unbroken(writer.range(one)),
        },
    )
    return finished(writer, caption or writer.say("table-readings"), heads, rows, figures)


def rule_text(writer: Writer, figure: Observation) -> str:
    """Say by which rule a printed figure is read."""
    rounded = figure.qualifier == Qualifier.EXACT and not figure.interval.is_point
    return writer.say(f"rule-{'rounded' if rounded else figure.qualifier}")


@readers.public()
def explained(data: Catalogue, figures: Figures, language: str, caption: object = None) -> Table:
    """Tabulate figures with the curators' comments; one comment on several figures is one row.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sông Công", 2023)
    >>> explained(data, found, "en")
    <Table 'Figures to be read with their explanation': 2 rows, 2 columns, 2 figures>
    """
    writer = Writer(data, language)
    groups: dict[str, list[Observation]] = {}
    for figure in figures:
        groups.setdefault(writer.own(figure.row, "comment"), []).append(figure)
    rows = [(_each(writer, own), comment or NOTHING) for comment, own in groups.items()]
    heads = columns(writer, "figure", "explanation")
    caption = caption or writer.say("table-explained")
    return finished(writer, caption, heads, rows, figures, remarked=False)


@readers.public()
def remarks(data: Catalogue, figures: Figures, language: str, caption: object = None) -> Table:
    """Tabulate what people know of figures, a remark a row, with the figures shown of each.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional

    Raises
    ------
    UsageError
        If there is no remark on any of the figures.

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, theme="poverty", areas="Sông Công")
    >>> str(remarks(data, found, "en").columns[0].label)
    'Figure'
    """
    writer = Writer(data, language)
    by_name = {figure.observation: figure for figure in figures}
    found = readers.needed(annotations(writer, by_name), "remark")
    heads, rows = laid_out(
        writer,
        found,
        {
            "figure": lambda one: _each(writer, [by_name[name] for name in one.about]),
            "remark": lambda one: one.line,
        },
    )
    named = [observation(data, name) for one in found for name in (*one.about, *one.observations)]
    caption = caption or writer.say("table-remarks")
    return finished(writer, caption, heads, rows, named, remarked=False)


def _each(writer: Writer, figures: list[Observation]) -> Line:
    """Name figures with period and citation; the same figure printed twice once."""
    printed: dict[tuple[str, str, str], list[Observation]] = {}
    for figure in figures:
        key = (writer.title(figure), writer.text(figure), writer.period(figure))
        printed.setdefault(key, []).append(figure)
    return joined(
        "; ",
        (
            f"{title}, {period}: "
            + joined(" ", [cited_cell(writer, own[0]), *unique(map(writer.cite, own[1:]))])
            for (title, _, period), own in printed.items()
        ),
    )
