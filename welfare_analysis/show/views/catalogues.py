"""Catalogues: what the data hold, an audit of them, and a report being written from them."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Level
from ...data.areas import default_areas
from ...data.catalogue import Catalogue
from ...judge.audit import Audit
from ...judge.checks.outcomes import Outcome
from ...judge.headlines import CORE
from ...texts import capital
from ..document import Line, code
from ..prose import Brief
from ..tables import Column, Table
from ..tables.building import NOTHING, columns, label
from ..writer import Writer
from .cards import checked
from .pieces import Folded, View

_SHOWN = 12


def catalogue(data: Catalogue, language: str) -> View:
    """Show what a catalogue holds, and how to begin."""
    writer = Writer(data, language)
    counts = {
        "figures": len(data.observations),
        "indicators": len(data.codebook),
        "areas": len(data.areas),
        "sources": len(data.sources),
        "articles": (data.sources["kind"] == "article").sum(),
    }
    holds = {name: writer.number(int(count)) for name, count in counts.items()}
    parts = (
        writer.say("view-catalogue-holds", **holds),
        _themes(writer),
        Folded(label(writer, "indicator"), (_indicators(writer),)),
        Folded(label(writer, "area"), (_areas(writer),)),
        *_first(writer),
    )
    title = writer.line("view-catalogue", version=data.version, revision=code(data.revision))
    return View(title, parts, language)


def _first(writer: Writer) -> Iterator[Line]:
    """Say how to begin, with a figure of the first core subject that the data hold."""
    rows = writer.data.observations
    for core in CORE:
        own = rows.loc[rows["indicator"] == core, "observation"]
        if len(own):
            compare, look = f'wa.compare(data, "{core}")', f'data["{own.iloc[0]}"]'
            yield writer.line("view-catalogue-first", compare=code(compare), look=code(look))
            return


def _themes(writer: Writer) -> Table:
    """Count indicators and figures by theme, and figures by area."""
    data = writer.data
    theme = data.indicators.set_index("indicator")["theme"]
    frame = data.observations.assign(theme=data.observations["indicator"].map(theme))
    listed = default_areas(data)
    heads = (
        *columns(writer, "theme"),
        _head(writer, "codes"),
        _head(writer, "counted"),
        *(Column(writer.area(area), "right") for area in listed),
        _head(writer, "other"),
    )
    rows = tuple(_theme(writer, name, theme, frame, listed) for name in data.themes["theme"])
    return _table(writer, "themes", heads, rows)


def _theme(writer: Writer, name, theme, frame, areas: list[str]) -> tuple[str, ...]:
    own = frame[frame["theme"] == name]
    counts = [(own["area"] == area).sum() for area in areas]
    numbers = [(theme == name).sum(), len(own), *counts, len(own) - sum(counts)]
    said = capital(writer.theme(name))
    return (said, *(writer.number(int(number)) if number else NOTHING for number in numbers))


def _indicators(writer: Writer) -> Table:
    counts = writer.data.observations["indicator"].value_counts()
    heads = (*columns(writer, "identifier", "indicator", "theme"), _head(writer, "counted"))
    rows = tuple(
        (
            code(row["indicator"]),
            writer.own(row, "title"),
            writer.theme(row["theme"]),
            writer.number(int(counts.get(row["indicator"], 0))),
        )
        for row in writer.data.indicators.to_dict("records")
    )
    return _table(writer, "indicators", heads, rows)


def _areas(writer: Writer) -> Table:
    counts = writer.data.observations["area"].value_counts()
    heads = (
        *columns(writer, "identifier", "area", "level"),
        Column(_head(writer, "aliases").label),
        _head(writer, "counted"),
    )
    rows = tuple(
        (
            code(row["area"]),
            writer.own(row, "name"),
            writer.say(f"level-{Level(row['level'])}"),
            ", ".join(row["aliases"].split("|")[:4]),
            writer.number(int(counts.get(row["area"], 0))),
        )
        for row in writer.data.areas.to_dict("records")
    )
    return _table(writer, "areas", heads, rows)


def _head(writer: Writer, name: str) -> Column:
    return Column(capital(writer.say(f"view-catalogue-{name}")), "right")


def _table(writer: Writer, name: str, heads, rows) -> Table:
    caption = writer.say(f"view-catalogue-{name}")
    return Table(caption, heads, rows, "", (), writer.language, data=writer.data)


def audited(rows: Audit, language: str) -> View:
    """Show an audit: how many checks end how, and the gravest of them explained."""
    writer = Writer(rows.catalogue, language)
    if not len(rows):
        return View(writer.say("view-no-checks"), (), language)
    found = rows["verdict"].value_counts()
    counts = writer.joined(
        writer.say(
            "view-audit-count",
            count=writer.number(int(found[verdict])),
            verdict=writer.say(f"audit-verdict-{verdict}"),
        )
        for verdict in Outcome
        if verdict in found
    )
    title = writer.say("view-audit", total=writer.number(len(rows)), counts=counts)
    shown = rows.head(_SHOWN)
    note = writer.say("view-audit-shown", shown=writer.number(len(shown)))
    more = len(rows) > len(shown)
    return View(title, (*([note] if more else []), checked(shown, language)), language)


def brief(report: Brief, language: str) -> View:
    """Show how far a report has come: the sources cited so far."""
    writer, listed = Writer(report.data, report.language), report.references()
    if not listed.entries:
        return View(writer.say("view-brief-empty"), (), report.language)
    title = writer.say(
        "view-brief",
        figures=writer.number(len(listed.observations)),
        sources=writer.number(len(listed.entries)),
    )
    return View(title, (listed,), report.language)
