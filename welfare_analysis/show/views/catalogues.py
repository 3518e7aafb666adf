"""Catalogues: what the data hold, an audit of them, and a report being written from them."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Level
from ...data.catalogue import Catalogue
from ...data.numerals import write
from ...judge.audit import Audit
from ...judge.checks.outcomes import Outcome
from ...judge.comparison import DEFAULT_AREAS
from ...judge.headlines import CORE
from ...messages import message
from .. import words
from ..inline import literal
from ..prose import Brief
from ..tables import Column, Table
from ..tables.building import columns, label
from .cards import checked
from .pieces import Folded, View

_SHOWN = 12


def catalogue(data: Catalogue, language: str) -> View:
    """Show what a catalogue holds, and how to begin."""
    counts = {
        "figures": len(data.observations),
        "indicators": len(data.indicators),
        "areas": len(data.areas),
        "sources": len(data.sources),
        "articles": (data.sources["kind"] == "article").sum(),
    }
    holds = {name: write(int(count), language) for name, count in counts.items()}
    parts = (
        message("view-catalogue-holds", language, **holds),
        _themes(data, language),
        Folded(label("indicator", language), (_indicators(data, language),)),
        Folded(label("area", language), (_areas(data, language),)),
        *_first(data, language),
    )
    title = message(
        "view-catalogue", language, version=literal(data.version), revision=f"`{data.revision}`"
    )
    return View(title, parts, language)


def _first(data: Catalogue, language: str) -> Iterator[str]:
    """Say how to begin, with a figure of the first core subject that the data hold."""
    for core in CORE:
        own = data.observations.loc[data.observations["indicator"] == core, "observation"]
        if len(own):
            compare, look = f'wa.compare(data, "{core}")', f'data["{own.iloc[0]}"]'
            yield message(
                "view-catalogue-first", language, compare=f"`{compare}`", look=f"`{look}`"
            )
            return


def _themes(data: Catalogue, language: str) -> Table:
    """Count indicators and figures by theme, and figures by area."""
    theme = data.indicators.set_index("indicator")["theme"]
    frame = data.observations.assign(theme=data.observations["indicator"].map(theme))
    listed = [area for area in DEFAULT_AREAS if (data.areas["area"] == area).any()]
    heads = (
        *columns(language, "theme"),
        _head("view-catalogue-codes", language),
        _head("view-catalogue-counted", language),
        *(Column(literal(words.area_name(data, area, language)), "right") for area in listed),
        _head("view-catalogue-other", language),
    )
    rows = tuple(_theme(name, theme, frame, listed, language) for name in dict.fromkeys(theme))
    caption = message("view-catalogue-themes", language)
    return Table(caption, heads, rows, "", (), language, data=data)


def _theme(name, theme, frame, areas: list[str], language: str) -> tuple[str, ...]:
    own = frame[frame["theme"] == name]
    counts = [(own["area"] == area).sum() for area in areas]
    numbers = [(theme == name).sum(), len(own), *counts, len(own) - sum(counts)]
    said = words.capital(message(f"theme-{name}", language))
    return (said, *(write(int(number), language) if number else "\u2013" for number in numbers))


def _indicators(data: Catalogue, language: str) -> Table:
    counts = data.observations["indicator"].value_counts()
    heads = (
        *columns(language, "identifier", "indicator", "theme"),
        _head("view-catalogue-counted", language),
    )
    rows = tuple(
        (
            f"`{row['indicator']}`",
            literal(row[f"title_{language}"]),
            message(f"theme-{row['theme']}", language),
            write(int(counts.get(row["indicator"], 0)), language),
        )
        for row in data.indicators.to_dict("records")
    )
    return Table(
        message("view-catalogue-indicators", language), heads, rows, "", (), language, data=data
    )


def _areas(data: Catalogue, language: str) -> Table:
    counts = data.observations["area"].value_counts()
    heads = (
        *columns(language, "identifier", "area", "level"),
        Column(words.capital(message("view-catalogue-aliases", language))),
        _head("view-catalogue-counted", language),
    )
    rows = tuple(
        (
            f"`{row['area']}`",
            literal(row[f"name_{language}"]),
            message(f"level-{Level(row['level'])}", language),
            literal(", ".join(row["aliases"].split("|")[:4])),
            write(int(counts.get(row["area"], 0)), language),
        )
        for row in data.areas.to_dict("records")
    )
    return Table(
        message("view-catalogue-areas", language), heads, rows, "", (), language, data=data
    )


def _head(name: str, language: str) -> Column:
    return Column(words.capital(message(name, language)), "right")


def audited(rows: Audit, language: str) -> View:
    """Show an audit: how many checks end how, and the gravest of them explained."""
    found = rows["verdict"].value_counts()
    counts = [
        message(
            "view-audit-count",
            language,
            count=write(int(found[verdict]), language),
            verdict=message(f"audit-verdict-{verdict}", language),
        )
        for verdict in Outcome
        if verdict in found
    ]
    title = message(
        "view-audit",
        language,
        total=write(len(rows), language),
        counts=words.joined(counts, language),
    )
    if not len(rows):
        return View(message("view-no-checks", language), (), language)
    shown = rows.head(_SHOWN)
    more = len(rows) > len(shown)
    note = message("view-audit-shown", language, shown=write(len(shown), language))
    table = checked(shown, language)
    return View(title, (*((literal(note),) if more else ()), table), language)


def brief(report: Brief, language: str) -> View:
    """Show how far a report has come: the sources cited so far."""
    listed = report.references()
    if not listed.entries:
        return View(message("view-brief-empty", report.language), (), report.language)
    title = message(
        "view-brief",
        report.language,
        figures=write(len(listed.observations), report.language),
        sources=write(len(listed.entries), report.language),
    )
    return View(title, (listed,), report.language)
