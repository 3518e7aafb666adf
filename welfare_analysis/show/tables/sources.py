"""Witnesses: the sources themselves, how much of them is curated, which of them are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ... import arguments
from ...codes import PeriodBasis
from ...data.catalogue import Catalogue
from ...data.figures import observations
from ...data.numerals import write
from ...judge import quality
from ...messages import message
from .. import readers, words
from ..inline import literal
from ..prose.references import UNKNOWN, date_text
from .building import columns, finished
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
    """
    records = rows.to_dict("records")
    readers.needed(records, "source")
    heads = columns(language, "number", "document", "reliability", "remark")
    cells = [
        (
            _link(row),
            _document(row, language),
            _reliability(data, row, language),
            _numbered(data, row[f"comment_{language}"]) or "\u2013",
        )
        for row in records
    ]
    caption = caption or message("table-sources", language)
    names = tuple(row["source"] for row in records)
    return finished(language, caption, heads, cells, [], sources=names)


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
    """
    rows = quality.coverage(data).to_dict("records")
    readers.needed(rows, "article")
    heads = columns(language, "article", ">figures", ">excluded", ">curated-share", "excluded-why")
    cells = [_coverage_row(data, row, language) for row in rows]
    caption = caption or message("table-coverage", language)
    names = tuple(row["source"] for row in rows)
    notes = [message("coverage-reading", language)]
    return finished(language, caption, heads, cells, [], notes, sources=names)


def _coverage_row(data: Catalogue, row: dict, language: str) -> tuple[str, ...]:
    source = data.record("sources", row["source"])
    left_out = data.exclusions[data.exclusions["source"] == row["source"]]
    counted = left_out[f"reason_{language}"].value_counts(sort=False)
    counted = counted.sort_values(ascending=False, kind="stable")
    why = "; ".join(
        f"{words.small(reason.rstrip('.'))} ({write(int(n), language)})"
        for reason, n in counted.items()
    )
    total = row["places"] + row["excluded"]
    share = write(round(100 * row["places"] / total), language) if total else "\u2013"
    return (
        _titled(source),
        *(write(row[name], language) for name in ("figures", "excluded")),
        f"{share}%" if total else share,
        literal(words.capital(why)) or "\u2013",
    )


@readers.public()
def periods(data: Catalogue, language: str, caption: object = None) -> Table:
    """Tabulate how many figures of each article have an inferred date or period, and which.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
    caption : str or Prose, optional
    """
    rows = quality.coverage(data).to_dict("records")
    readers.needed(rows, "article")
    heads = columns(language, "article", ">figures", ">inferred", "inferred-as")
    cells = [
        (
            _titled(data.record("sources", row["source"])),
            write(row["figures"], language),
            write(row["inferred"], language),
            _inferred(data, row["source"], language),
        )
        for row in rows
    ]
    caption = caption or message("table-periods", language)
    names = tuple(row["source"] for row in rows)
    return finished(language, caption, heads, cells, [], sources=names)


def _inferred(data: Catalogue, source: str, language: str) -> str:
    """List the dates and periods given to the figures of an article, the commonest first."""
    frame = data.observations
    own = frame[(frame["source"] == source) & (frame["period_basis"] == PeriodBasis.INFERRED)]
    dates = Counter(figure.period(language) for figure in observations(data, own))
    listed = "; ".join(f"{date} ({write(n, language)})" for date, n in dates.most_common())
    return literal(listed) or "\u2013"


@readers.public()
def origins(data: Catalogue, language: str, caption: object = None) -> Table:
    """Tabulate the groups of sources that rest on one report and count as one witness.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
    caption : str or Prose, optional
    """
    groups = quality.shared_origins(data)
    readers.needed(groups, "shared origin")
    heads = columns(language, "one-witness", ">sources-counted", ">figures")
    counts = data.observations.groupby("source").size()
    cells = [
        (
            "; ".join(_witness(data.record("sources", name), language) for name in group),
            write(len(group), language),
            write(int(sum(counts.get(name, 0) for name in group)), language),
        )
        for group in groups
    ]
    caption = caption or message("table-origins", language)
    names = tuple(name for group in groups for name in group)
    return finished(language, caption, heads, cells, [], sources=names)


def _witness(row: dict, language: str) -> str:
    return f"{literal(words.short_publisher(row, language))} {_link(row)}"


def _link(row: dict) -> str:
    return f"[[{row['number']}]](#source-{row['number']})"


def _titled(row: dict) -> str:
    title = row["title"] if row["title"] != UNKNOWN else row["source"]
    return f"{literal(title)} {_link(row)}"


def _document(row: dict, language: str) -> str:
    title = "" if row["title"] == UNKNOWN else f"*{literal(row['title'])}*, "
    date = date_text(row["date_published"], language)
    return f"{literal(words.publisher(row, language))}: {title}{date}"


def _reliability(data: Catalogue, row: dict, language: str) -> str:
    why = literal(row[f"reliability_{language}"])
    return words.note(f"{row['reliability']} \u2013 {why}", _independence(data, row, language))


def _independence(data: Catalogue, row: dict, language: str) -> str:
    shared = [part.partition(":")[2] for part in row["independent_of"].split()]
    if not shared:
        return message("origin-own", language)
    links = [_link(data.record("sources", name)) for name in shared]
    return message("origin-shared", language, sources=words.joined(links, language))


def _numbered(data: Catalogue, text: str) -> str:
    """Write numbers with links for the keys of sources that a comment names."""
    return re.sub(r"[a-z0-9]+(?:\\?-[a-z0-9]+)+", lambda match: _known(data, match), literal(text))


def _known(data: Catalogue, match: re.Match) -> str:
    found = data.sources[data.sources["source"] == match.group()]
    return _link(found.iloc[0].to_dict()) if len(found) else match.group()


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
    """
    readers.needed(frame["observation"].tolist(), "observation")
    articles = set(data.sources.loc[data.sources["kind"] == "article", "source"])
    own = frame["source"].isin(articles)
    carried = frame["status"].str.split()
    letters = sorted({letter for letters in carried for letter in letters})
    heads = columns(language, "status", ">in-articles", ">in-comparators", "status-use")
    cells = [
        (
            literal(f"{letter} \u2013 {message(f'status-{letter}', language)}"),
            *(write(count, language) for count in _counts(carried, own, letter)),
            message(f"status-use-{letter}", language),
        )
        for letter in letters
    ]
    caption = caption or message("table-statuses", language)
    return finished(language, caption, heads, cells, [], [message("statuses-reading", language)])


def _counts(carried: pd.Series, own: pd.Series, letter: str) -> Iterable[int]:
    has = carried.map(lambda letters: letter in letters)
    return int((has & own).sum()), int((has & ~own).sum())
