"""Provenance: where figures are printed, how they are read, and what they are related to."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ... import arguments
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.relations import Related
from ...messages import message
from .. import readers, words
from ..inline import literal
from ..prose.references import short_text
from .building import columns, finished, without_empty
from .table import Table


@readers.public()
def provenance(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
) -> Table:
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
    """
    heads = columns(language, "figure", "as-printed", ">range", "kind", "source", "identifier")
    rows = [
        (
            literal(named(data, figure, language)),
            literal(token(figure, language)),
            literal(words.unbroken(words.range_text(figure, language))),
            literal(words.kind_and_remarks(figure, language)),
            placed(figure, language),
            f"`{figure.observation}`",
        )
        for figure in figures
    ]
    caption = caption or message("table-provenance", language)
    return finished(language, caption, heads, rows, figures)


@readers.public(found=arguments.list_of(Related, said="related figures, as related() lists them"))
def relatives(
    data: Catalogue, found: Iterable[Related], language: str, caption: object = None
) -> Table:
    """Tabulate the figures related to a figure, each with its relation in words."""
    found = list(found)
    readers.needed(found, "related figure")
    heads = columns(
        language,
        "relation",
        "indicator",
        ">figure",
        "area",
        "period",
        "standard",
        "source",
        "identifier",
    )
    rows = [
        (
            words.capital(message(f"relation-{one.code}", language)),
            literal(words.title(one.figure, language)),
            literal(words.unbroken(words.flagged(one.figure, language))),
            literal(words.area_name(data, one.figure.area, language)),
            literal(one.figure.period(language)),
            literal(words.short_standard(data, one.figure.standard, language)),
            one.figure.citation(language),
            f"`{one.figure.observation}`",
        )
        for one in found
    ]
    heads, rows = without_empty(heads, rows)
    caption = caption or message("table-related", language)
    return finished(language, caption, heads, rows, [one.figure for one in found])


def named(data: Catalogue, figure: Observation, language: str) -> str:
    """Name a figure by indicator, area and period."""
    area = words.area_name(data, figure.area, language)
    return f"{words.title(figure, language)}, {area}, {figure.period(language)}"


def token(figure: Observation, language: str) -> str:
    """Quote the figure as printed."""
    return message("token", language, text=" ".join(figure.as_printed.split()))


def placed(figure: Observation, language: str) -> str:
    """Write the source of a figure in full with its number and paragraph."""
    return f"{short_text(figure.data, figure.source_row, language)} {figure.citation(language)}"
