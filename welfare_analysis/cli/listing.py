"""Listing: what the command line prints about the data, the reports, the audit, the evidence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator

from ..data.catalogue import Catalogue
from ..data.export.values import disarmed
from ..data.spreadsheet import written
from ..errors import counted
from ..show.text_table import aligned
from ..show.writer import Writer

Rows = Iterator[list[str]]
_TOLD = ["verdict", "check", "area", "period_end"]


def listing(data: Catalogue, what: str) -> str:
    """List reports, indicators, concepts, areas or sources as aligned text."""
    makers = {
        "reports": _reports,
        "indicators": _indicators,
        "concepts": _concepts,
        "areas": _areas,
        "sources": _sources,
    }
    names = makers if what == "all" else [what]
    return "\n\n".join(
        f"{name.upper()}\n{aligned(list(makers[name](data))) or '(none)'}" for name in names
    )


def _reports(_: Catalogue) -> Rows:
    from ..report.register import read_reports

    for report in read_reports():
        given = (f"{name} = {value}" for name, value in report.parameters.items())
        yield [report.name, report.notebook, ", ".join(given)]


def _indicators(data: Catalogue) -> Rows:
    counts = data.observations["indicator"].value_counts()
    for row in data.indicators.itertuples():
        figures = counted(counts.get(row.indicator, 0), "figure")
        yield [row.indicator, row.theme, figures, row.title_en]


def _concepts(data: Catalogue) -> Rows:
    """List what several indicators measure in different ways, with their codes."""
    groups = data.indicators.groupby("concept", sort=False)["indicator"].apply(list)
    return ([name, ", ".join(own)] for name, own in groups.items() if own != [name])


def _areas(data: Catalogue) -> Rows:
    return map(list, data.areas[["area", "level", "name_vi", "name_en"]].itertuples(index=False))


def _sources(data: Catalogue) -> Rows:
    for row in data.sources.itertuples():
        about = [row.source, row.reliability, row.date_published]
        yield [f"[{row.number}]", *about, f"{row.publisher}: {row.title}"]


def audit(data: Catalogue, rows, language: str, form: str, everything: bool) -> str:
    """Write the audit; as a table only what a reader must know, unless everything is asked for."""
    if form == "table":
        writer = Writer(data, language)
        if rows.empty:
            return writer.say("answer-audit-none")
        told = rows if everything else rows[rows["verdict"] != "consistent"]
        own = told[[*_TOLD, f"explanation_{language}"]].to_dict("records")
        return "\n".join([_counts(writer, rows), *(_check(writer, one) for one in own)])
    records = rows.to_dict("records")
    for record in records:
        record["observations"] = " ".join(record["observations"])
        record["period_end"] = f"{record['period_end']:%Y-%m-%d}"
        record |= {name: None for name, cell in record.items() if cell != cell}
    if form == "csv":
        return csv(records, rows.columns)
    for record in records:  # JSON knows no infinite number: a range without an end has none
        record |= {name: None for name, cell in record.items() if cell == math.inf}
    return json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False)


def _counts(writer: Writer, rows) -> str:
    counts = "; ".join(
        f"{writer.number(int(count))} {writer.say(f'audit-verdict-{verdict}')}"
        for verdict, count in rows["verdict"].value_counts().items()
    )
    total = len(rows)
    return writer.say(
        "answer-audit-summary", total=total, shown=writer.number(total), counts=counts
    )


def _check(writer: Writer, record: dict) -> str:
    head = (
        writer.say(f"audit-verdict-{record['verdict']}").capitalize(),
        writer.say(f"audit-check-{record['check']}"),
        writer.area(record["area"]),
        writer.date(record["period_end"]),
    )
    return " · ".join(head) + f"\n    {writer.own(record, 'explanation')}"


def evidence(found) -> str:
    """Write the coverage of each article and every figure or token that does not hold."""
    table = found.coverage()
    lines = [aligned([list(table.columns), *table.astype(str).values.tolist()]), *found.problems]
    wrong = found.figures[found.figures["problem"] != ""]
    lines += [f"{row.observation}: {row.problem}" for row in wrong.itertuples()]
    uncovered = found.tokens[found.tokens["use"] == "uncovered"]
    lines += [
        f"{row.source}, paragraph {row.paragraph}: {row.token!r} is neither curated nor excluded; "
        "add a row to observations.csv or exclusions.csv."
        for row in uncovered.itertuples()
    ]
    if found.holds:
        lines.append("Every curated figure stands in its paragraph; every digit is accounted for.")
    return "\n".join(lines)


def csv(rows: list[dict], names: Iterable[str] = ()) -> str:
    """Write rows as CSV; what a spreadsheet would run as a formula is disarmed."""
    names = list(names) or rows[0]
    cells = [
        [disarmed(cell) if isinstance(cell, str) else cell for cell in row.values()] for row in rows
    ]
    return written(names, cells).decode()
