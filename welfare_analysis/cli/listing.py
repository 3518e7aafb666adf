"""Listing: what the command line prints about the data, the reports, the audit, the evidence."""

from __future__ import annotations

import csv
import datetime
import io
import json
import unicodedata

from ..data.catalogue import Catalogue, load
from ..data.export.cell_values import disarmed
from ..data.numerals import write, write_date
from ..errors import counted
from ..messages import message


def listing(what: str, directory: str | None) -> str:
    """List reports, indicators, concepts, areas or sources as aligned text."""
    data = load(directory)
    makers = {
        "reports": _reports,
        "indicators": _indicators,
        "concepts": _concepts,
        "areas": _areas,
        "sources": _sources,
    }
    names = makers if what == "all" else [what]
    return "\n\n".join(f"{name.upper()}\n{align(makers[name](data))}" for name in names)


def audit(data: Catalogue, rows, language: str, form: str, everything: bool) -> str:
    """Write the audit; as a table only what a reader must know, unless everything is asked for."""
    records = rows.to_dict("records")
    ends = [record["period_end"] for record in records]
    for record in records:
        record["observations"] = " ".join(record["observations"])
        record["period_end"] = f"{record['period_end']:%Y-%m-%d}"
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2)
    if form == "csv":
        return table(records)
    counts = rows["verdict"].value_counts()
    summary = "; ".join(
        f"{write(int(count), language)} {message(f'audit-verdict-{verdict}', language)}"
        for verdict, count in counts.items()
    )
    total = write(len(records), language)
    said = message(
        "answer-audit-summary", language, total=len(records), shown=total, counts=summary
    )
    shown = [
        _check(data, record, end, language)
        for record, end in zip(records, ends, strict=True)
        if everything or record["verdict"] != "consistent"
    ]
    return "\n".join([said, *shown])


def _check(data: Catalogue, record: dict, end: datetime.date, language: str) -> str:
    head = (
        message(f"audit-verdict-{record['verdict']}", language).capitalize(),
        message(f"audit-check-{record['check']}", language),
        data.record("areas", record["area"])[f"name_{language}"],
        write_date(end, language),
    )
    return " · ".join(head) + f"\n    {record[f'explanation_{language}']}"


def evidence(found) -> str:
    """Write the coverage of each article and every figure or token that does not hold."""
    table = found.coverage()
    lines = [align([list(table.columns), *table.astype(str).values.tolist()])]
    lines += found.problems
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


def align(rows: list[list[str]]) -> str:
    """Align columns by their width on a screen; the last column runs free."""
    if not rows:
        return "(none)"
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return "\n".join(
        "  ".join(
            [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
            + [row[-1]]
        ).rstrip()
        for row in rows
    )


def neutral(cell: object) -> object:
    """Disarm text that a spreadsheet would run as a formula; numbers pass untouched."""
    return disarmed(cell) if isinstance(cell, str) else cell


def _width(text: str) -> int:
    return sum(not unicodedata.combining(sign) for sign in text)


def _reports(data: Catalogue) -> list[list[str]]:
    from ..report.plan import read_reports

    return [[report.name, report.notebook, _given(report.parameters)] for report in read_reports()]


def _given(parameters: dict) -> str:
    return ", ".join(f"{name} = {value}" for name, value in parameters.items())


def _indicators(data: Catalogue) -> list[list[str]]:
    counts = data.observations["indicator"].value_counts()
    return [
        [row.indicator, row.theme, counted(counts.get(row.indicator, 0), "figure"), row.title_en]
        for row in data.indicators.itertuples()
    ]


def _concepts(data: Catalogue) -> list[list[str]]:
    """List what several indicators measure in different ways, with their codes."""
    groups = data.indicators.groupby("concept", sort=False)["indicator"].apply(list)
    return [[name, ", ".join(own)] for name, own in groups.items() if own != [name]]


def _areas(data: Catalogue) -> list[list[str]]:
    return [[row.area, row.level, row.name_vi, row.name_en] for row in data.areas.itertuples()]


def _sources(data: Catalogue) -> list[list[str]]:
    return [
        [
            f"[{row.number}]",
            row.source,
            row.reliability,
            row.date_published,
            f"{row.publisher}: {row.title}",
        ]
        for row in data.sources.itertuples()
    ]


def table(rows: list[dict]) -> str:
    """Write rows as CSV; what a spreadsheet would run as a formula is disarmed."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: neutral(cell) for key, cell in row.items()} for row in rows)
    return text.getvalue()
