"""Sources: the documents themselves, how much of them is curated, which of them are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ... import arguments
from ...codes import PeriodBasis, is_known
from ...data.catalogue import Catalogue
from ...data.figures import observations
from ...judge import quality
from ...texts import capital
from .. import readers
from ..document import Line, emphasis, joined
from ..prose.references import date_text
from ..words import note, small
from ..writer import Writer, cite_number
from .building import NOTHING, columns, finished, laid_out
from .table import Table


@readers.public(rows=arguments.frame("source", "number"))
def sources(data: Catalogue, rows: pd.DataFrame, language: str, caption: object = None) -> Table:
    """Tabulate sources: what they are, how reliable, with which others they share an origin.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        Rows of ``data.sources``.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> sources(data, data.sources.head(5), "en")
    <Table 'Sources, their reliability and independence': 5 rows, 4 columns, 0 figures>
    """
    records = rows.to_dict("records")
    readers.needed(records, "source")
    writer = Writer(data, language)
    heads, cells = laid_out(
        writer,
        records,
        {
            "number": lambda row: cite_number(row["number"]),
            "document": lambda row: _document(writer, row),
            "reliability": lambda row: _reliability(writer, row),
            "remark": lambda row: _numbered(data, writer.own(row, "comment")) or NOTHING,
        },
    )
    names = tuple(row["source"] for row in records)
    return finished(writer, caption or writer.say("table-sources"), heads, cells, sources=names)


@readers.public(rows=arguments.frame("source", "reliability"))
def grades(data: Catalogue, rows: pd.DataFrame, language: str, caption: object = None) -> Table:
    """Tabulate how many sources are of each grade of reliability, and how many figures.

    Parameters
    ----------
    data : Catalogue
    rows : DataFrame
        Rows of ``data.sources``.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> print(grades(data, data.sources, "en").caption)
    Reliability of the sources
    """
    groups = dict(list(rows.groupby("reliability")["source"]))
    readers.needed(groups, "source")
    writer, counts = Writer(data, language), data.observations["source"].value_counts()
    heads, cells = laid_out(
        writer,
        groups,
        {
            "grade": lambda grade: f"{grade} \u2013 {writer.say(f'grade-{grade}')}",
            ">sources-counted": lambda grade: writer.number(len(groups[grade])),
            ">figures": lambda grade: writer.number(int(counts.reindex(groups[grade]).sum())),
        },
    )
    return finished(writer, caption or writer.say("table-grades"), heads, cells)


@readers.public()
def coverage(data: Catalogue, language: str, caption: object = None) -> Table:
    """Tabulate how much of each article is curated, and what was left out and why.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row an article: figures, numbers that are no figures with their reasons, and the
        share of figures among both.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(coverage(load(), "en").caption)
    What is curated of each article
    """
    rows = quality.coverage(data).to_dict("records")
    readers.needed(rows, "article")
    writer = Writer(data, language)
    heads = columns(writer, "article", ">figures", ">excluded", ">curated-share", "excluded-why")
    cells = [_coverage_row(writer, row) for row in rows]
    caption = caption or writer.say("table-coverage")
    names = tuple(row["source"] for row in rows)
    notes = [writer.say("coverage-reading")]
    return finished(writer, caption, heads, cells, [], notes, sources=names)


def _coverage_row(writer: Writer, row: dict) -> tuple[str | Line, ...]:
    data = writer.data
    left_out = data.exclusions[data.exclusions["source"] == row["source"]]
    counted = left_out[f"reason_{writer.language}"].value_counts(sort=False)
    counted = counted.sort_values(ascending=False, kind="stable")
    why = "; ".join(
        f"{small(reason.rstrip('.'))} ({writer.number(int(n))})" for reason, n in counted.items()
    )
    total = row["places"] + row["excluded"]
    return (
        _titled(data.record("sources", row["source"])),
        *(writer.number(row[name]) for name in ("figures", "excluded")),
        f"{writer.number(round(100 * row['places'] / total))}%" if total else NOTHING,
        capital(why) or NOTHING,
    )


@readers.public()
def periods(data: Catalogue, language: str, caption: object = None) -> Table:
    """Tabulate how many figures of each article have an inferred date or period, and which.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(periods(load(), "en").caption)
    Figures of inferred date or period
    """
    rows = quality.coverage(data).to_dict("records")
    readers.needed(rows, "article")
    writer = Writer(data, language)
    heads, cells = laid_out(
        writer,
        rows,
        {
            "article": lambda row: _titled(data.record("sources", row["source"])),
            ">figures": lambda row: writer.number(row["figures"]),
            ">inferred": lambda row: writer.number(row["inferred"]),
            "inferred-as": lambda row: _inferred(writer, row["source"]),
        },
    )
    names = tuple(row["source"] for row in rows)
    return finished(writer, caption or writer.say("table-periods"), heads, cells, sources=names)


def _inferred(writer: Writer, source: str) -> str:
    """List the dates and periods given to the figures of an article, the commonest first."""
    frame = writer.data.observations
    own = frame[(frame["source"] == source) & (frame["period_basis"] == PeriodBasis.INFERRED)]
    dates = Counter(map(writer.period, observations(writer.data, own)))
    return "; ".join(f"{date} ({writer.number(n)})" for date, n in dates.most_common()) or NOTHING


@readers.public()
def origins(data: Catalogue, language: str, caption: object = None) -> Table:
    """Tabulate the groups of sources that rest on one report and count as one witness.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(origins(load(), "en").caption)
    Groups of sources that count as one
    """
    groups = quality.shared_origins(data)
    readers.needed(groups, "shared_origin")
    writer, counts = Writer(data, language), data.observations.groupby("source").size()
    heads, cells = laid_out(
        writer,
        groups,
        {
            "one-witness": lambda group: joined("; ", (_witness(writer, one) for one in group)),
            ">sources-counted": lambda group: writer.number(len(group)),
            ">figures": lambda group: writer.number(int(sum(counts.get(one, 0) for one in group))),
        },
    )
    names = tuple(name for group in groups for name in group)
    caption, notes = caption or writer.say("table-origins"), [writer.say("origins-reading")]
    return finished(writer, caption, heads, cells, [], notes, sources=names)


def _witness(writer: Writer, source: str) -> Line:
    row = writer.data.record("sources", source)
    return f"{writer.short_publisher(row)} " + cite_number(row["number"])


def _titled(row: dict) -> Line:
    title = row["title"] if is_known(row["title"]) else row["source"]
    return f"{title} " + cite_number(row["number"])


def _document(writer: Writer, row: dict) -> Line:
    title = [emphasis(row["title"], row["language"]), ", "] if is_known(row["title"]) else []
    date = date_text(row["date_published"], writer.language)
    return Line(f"{writer.publisher(row)}: ", *title, date)


def _reliability(writer: Writer, row: dict) -> Line:
    why = f"{row['reliability']} \u2013 {writer.own(row, 'reliability')}"
    return note(why, _independence(writer, row))


def _independence(writer: Writer, row: dict) -> str | Line:
    shared = [part.partition(":")[2] for part in row["independent_of"].split()]
    if not shared:
        return writer.say("origin-own")
    numbers = (writer.data.record("sources", name)["number"] for name in shared)
    return writer.line("origin-shared", sources=writer.joined(map(cite_number, numbers)))


def _numbered(data: Catalogue, text: str) -> Line:
    """Write citations for the keys of sources that a comment names."""
    numbers = data.sources.set_index("source")["number"]
    pieces = re.split(r"([a-z0-9]+(?:-[a-z0-9]+)+)", text)
    return Line(*(cite_number(numbers[one]) if one in numbers else one for one in pieces))


@readers.public()
def statuses(data: Catalogue, frame: pd.DataFrame, language: str, caption: object = None) -> Table:
    """Tabulate the statuses of observations: how many carry each, and what it asks of a user.

    Parameters
    ----------
    data : Catalogue
    frame : DataFrame
        Observations, such as ``data.observations``.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> print(statuses(data, data.observations, "en").caption)
    Statuses of the figures
    """
    readers.needed(frame["observation"].tolist(), "observation")
    articles = set(data.sources.loc[data.sources["kind"] == "article", "source"])
    own = frame["source"].isin(articles)
    carried = frame["status"].str.split()
    letters = sorted({letter for letters in carried for letter in letters})
    writer = Writer(data, language)
    heads = columns(writer, "status", ">in-articles", ">in-comparators", "status-use")
    cells = [
        (
            f"{letter} \u2013 {writer.say(f'status-{letter}')}",
            *map(writer.number, _counts(carried, own, letter)),
            writer.say(f"status-use-{letter}"),
        )
        for letter in letters
    ]
    caption = caption or writer.say("table-statuses")
    return finished(writer, caption, heads, cells, notes=[writer.say("statuses-reading")])


def _counts(carried: pd.Series, own: pd.Series, letter: str) -> Iterable[int]:
    has = carried.map(lambda letters: letter in letters)
    return int((has & own).sum()), int((has & ~own).sum())
