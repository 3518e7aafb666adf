"""Contradictions: what is printed beside what follows from other figures, and what it means."""

from __future__ import annotations

import re

import pandas as pd

from ... import arguments
from ...codes import LANGUAGES
from ...data.catalogue import Catalogue
from ...data.figures import observation
from ...data.intervals import Interval
from ...judge.checks.index import Index
from ...judge.checks.outcomes import Outcome
from ...judge.checks.wording import Wording
from ...judge.quality import kind_of
from ...texts import capital
from .. import readers
from ..document import Line, cite, strong, unique
from ..words import note, unbroken
from ..writer import Writer
from .building import columns
from .table import Table

_CITED = re.compile(r"(\[\d+(?:, [^\[\]]{1,12})?\])")


@readers.public(rows=arguments.frame("check", "verdict", "observations"))
def audit(
    data: Catalogue,
    rows: pd.DataFrame,
    language: str,
    caption: object = None,
    most: int | None = None,
) -> Table:
    """Tabulate rows of an audit, each with its explanation.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        From `welfare_analysis.audit`, as many as are to be shown.
    language : {"vi", "en"}
    caption : str or Prose, optional
        By default the kind of contradiction, where all rows are of one.
    most : int, optional
        Show the first so many; the note says how many there are.

    Returns
    -------
    Table
        One row a check: place, date and name of the check; the printed figure and the figure
        set against it with its range; the verdict, if rows differ in it; the explanation with
        its sources as links.  Where all rows are of one kind, the note says what it asks of a
        user.

    Examples
    --------
    >>> from welfare_analysis import audit as audited
    >>> from welfare_analysis import load
    >>> data = load()
    >>> audit(data, audited(data).head(3), "en")
    <Table 'Figures that cannot all be right': 3 rows, 3 columns, 9 figures>
    """
    others = [f"explanation_{one}" for one in LANGUAGES if one != language]
    records = rows.head(most or len(rows)).drop(columns=others, errors="ignore")
    records = records.to_dict("records")
    readers.needed(records, "check")
    writer, wording = Writer(data, language), Wording(Index(data), language)
    one_verdict = rows["verdict"].nunique() == 1
    heads = columns(writer, "check", "printed-against", "verdict", "explanation")
    cells = [_row(writer, row, wording) for row in records]
    if one_verdict:
        heads, cells = (*heads[:2], heads[3]), [(*row[:2], row[3]) for row in cells]
    kind = _kind(records)
    caption = caption or _caption(writer, records, kind)
    names = [name for row in records for name in row["observations"]]
    names = unique((*names, *getattr(caption, "observations", ())))
    advice = [writer.say(f"audit-advice-{kind}")] if kind else []
    if len(records) < len(rows):
        numbers = {"shown": writer.number(len(records)), "total": writer.number(len(rows))}
        advice.append(writer.say("audit-first", **numbers))
    return Table(  # every row names its sources, says what is disputed and needs no remark
        caption,
        heads,
        tuple(cells),
        note(*advice),
        names,
        language,
        data=data,
    )


def _kind(records: list[dict]) -> str:
    """Name what all rows have in common and ask of a user; empty where they differ."""
    if any(row["verdict"] != Outcome.INCONSISTENT for row in records):
        undecided = all(row["verdict"] == Outcome.NOT_TESTABLE for row in records)
        return str(Outcome.NOT_TESTABLE) if undecided else ""
    kinds = {kind_of(row["check"]) for row in records}
    return kinds.pop() if len(kinds) == 1 else ""


def _caption(writer: Writer, records: list[dict], kind: str) -> str:
    if kind:
        return writer.say(f"audit-kind-{kind}")
    verdicts = unique(row["verdict"] for row in records)
    if len(verdicts) > 1:
        return writer.say("table-audit")
    return writer.say("table-audit-of", verdict=writer.say(f"audit-verdict-{verdicts[0]}"))


def _row(writer: Writer, row: dict, wording: Wording) -> tuple[str | Line, ...]:
    check = capital(writer.say(f"audit-check-{row['check']}"))
    date = writer.date(row["period_end"].date())
    return (
        strong(writer.area(row["area"])) + f", {date}. {check}",
        _figures(writer.data, row, wording),
        writer.say(f"audit-verdict-{row['verdict']}"),
        linked(row[f"explanation_{writer.language}"]),
    )


def _figures(data: Catalogue, row: dict, writer: Wording) -> str:
    stated = unbroken(_stated(data, row, writer))
    recomputed = unbroken(_recomputed(data, row, writer))
    if not recomputed:
        return stated
    return writer("against", stated=stated, recomputed=recomputed)


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


def linked(text: str) -> Line:
    """Write the citations in a text as citations of the list of sources.

    Examples
    --------
    >>> linked("690 hộ (Báo [1, đ. 16]), [24].")[1].source
    1
    """
    return Line(*map(_cited, _CITED.split(text)))


def _cited(piece: str) -> str | Line:
    if not _CITED.fullmatch(piece):
        return piece
    return cite(int(re.match(r"\[(\d+)", piece)[1]), piece)
