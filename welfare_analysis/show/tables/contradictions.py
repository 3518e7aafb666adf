"""Audits: what is printed beside what follows from other figures, and what it means."""

from __future__ import annotations

import re

import pandas as pd

from ... import arguments
from ...data.catalogue import Catalogue
from ...data.figures import observation
from ...data.intervals import Interval
from ...data.numerals import write_date
from ...judge.checks.index import Index
from ...judge.checks.wording import Wording
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal
from .building import columns, finished
from .table import Table

_CITED = re.compile(r"\\\[(\d+)((?:, [^\[\]]{1,12})?)\\\]")


@readers.public(rows=arguments.frame("check", "verdict", "observations"))
def audit(data: Catalogue, rows: pd.DataFrame, language: str, caption: object = None) -> Table:
    """Tabulate rows of an audit, each with its explanation.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        From `welfare_analysis.audit`, as many as are to be shown.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a check: place, date and name of the check; the printed figure and the figure
        set against it with its range; the verdict, if rows differ in it; the explanation with
        its sources as links.
    """
    records = rows.to_dict("records")
    readers.needed(records, "check")
    writer = Wording(Index(data), language)
    one_verdict = rows["verdict"].nunique() == 1
    heads = columns(language, "check", "printed-against", "verdict", "explanation")
    cells = [_row(data, row, writer) for row in records]
    if one_verdict:
        heads, cells = (*heads[:2], heads[3]), [(*row[:2], row[3]) for row in cells]
    verdict = message(f"audit-verdict-{records[0]['verdict']}", language)
    default = (
        message("table-audit-of", language, verdict=verdict)
        if one_verdict
        else message("table-audit", language)
    )
    names = unique(name for row in records for name in row["observations"])
    figures = [observation(data, name) for name in names]
    table = finished(language, caption or default, heads, cells, figures)
    return Table(**{**vars(table), "note": ""})  # every row names its sources


def _row(data: Catalogue, row: dict, writer: Wording) -> tuple[str, ...]:
    language = writer.language
    place = words.area_name(data, row["area"], language)
    check = words.capital(message(f"audit-check-{row['check']}", language))
    date = write_date(row["period_end"].date(), language)
    return (
        f"**{literal(place)}**, {literal(date)}. {literal(check)}",
        literal(_figures(data, row, writer)),
        message(f"audit-verdict-{row['verdict']}", language),
        linked(row[f"explanation_{language}"]),
    )


def _figures(data: Catalogue, row: dict, writer: Wording) -> str:
    stated = words.unbroken(_stated(data, row, writer))
    recomputed = words.unbroken(_recomputed(data, row, writer))
    if not recomputed:
        return stated
    return message("audit-against", writer.language, stated=stated, recomputed=recomputed)


def _stated(data: Catalogue, row: dict, writer: Wording) -> str:
    """Write the stated number as printed, or as computed where it is not printed."""
    return _printed(data, row, "stated", writer) or _amount(row, "stated", writer)


def _recomputed(data: Catalogue, row: dict, writer: Wording) -> str:
    """Write the number set against the stated one, with its range where it is computed."""
    if pd.isna(row["recomputed"]):
        return ""
    if printed := _printed(data, row, "recomputed", writer):
        return printed
    interval = Interval(row["recomputed_low"], row["recomputed_high"])
    amount = _amount(row, "recomputed", writer)
    if interval.is_point:
        return amount
    return f"{amount} ({writer.span(interval, row['unit'])})"


def _printed(data: Catalogue, row: dict, name: str, writer: Wording) -> str:
    for figure in (observation(data, one) for one in row["observations"]):
        if (figure.value, figure.unit) == (row[name], row["unit"]):
            return figure.text(writer.language)
    return ""


def _amount(row: dict, name: str, writer: Wording) -> str:
    if pd.isna(row[name]):
        return "\u2013"
    return writer.amount(row[name], row["unit"], row[f"{name}_high"] - row[f"{name}_low"])


def linked(text: str) -> str:
    """Write plain text as Markdown with its citations as links to the list of sources.

    Examples
    --------
    >>> print(linked("690 hộ (Báo [1, đ. 16]), [24]."))
    690 hộ (Báo [[1, đ. 16]](#source-1)), [[24]](#source-24).
    """
    return _CITED.sub(r"[[\1\2]](#source-\1)", literal(text))
