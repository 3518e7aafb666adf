"""Remarks: figures beside the explanation that must be read with them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal
from .building import cited_cell, columns, finished
from .table import Table


@readers.public()
def explained(
    data: Catalogue,
    figures: pd.DataFrame | Iterable[Observation],
    language: str,
    caption: object = None,
) -> Table:
    """Tabulate figures with the curators' comments; one comment on several figures is one row.

    Parameters
    ----------
    data : Catalogue
    figures : DataFrame or iterable of Observation
    language : {"vi", "en"}
    caption : str or Prose, optional
    """
    groups: dict[str, list[Observation]] = {}
    for figure in figures:
        groups.setdefault(figure.row[f"comment_{language}"], []).append(figure)
    rows = [
        (_named(own, language), literal(comment) or "\u2013") for comment, own in groups.items()
    ]
    heads = columns(language, "figure", "explanation")
    caption = caption or message("table-explained", language)
    return finished(language, caption, heads, rows, figures)


def _named(figures: list[Observation], language: str) -> str:
    """Name figures with period and citation; the same figure printed twice once."""
    printed: dict[tuple[str, str, str], list[Observation]] = {}
    for figure in figures:
        key = (words.title(figure, language), figure.text(language), figure.period(language))
        printed.setdefault(key, []).append(figure)
    return "; ".join(
        f"{literal(title)}, {literal(period)}: {cited_cell(own[0], language)}"
        + "".join(f" {link}" for link in unique(one.citation(language) for one in own[1:]))
        for (title, _, period), own in printed.items()
    )
