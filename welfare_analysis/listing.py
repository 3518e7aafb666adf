"""Listing: what the command line prints about the data, the reports and a comparison."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

from .catalogue import Catalogue, load
from .comparison import Comparison
from .figures import observation
from .messages import message

_FIGURE_KEYS = ("area", "name", "observation", "value", "unit", "figure", "period", "measure",
                "status", "standard", "source", "paragraph", "as_printed", "citation")  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def listing(what: str, directory: str | None) -> str:
    """List reports, indicators, areas or sources as aligned text."""
    data = load(directory)
    makers = {
        "reports": _reports,
        "indicators": _indicators,
        "areas": _areas,
        "sources": _sources,
    }
    names = makers if what == "all" else [what]
    return "\n\n".join(f"{name.upper()}\n{align(makers[name](data))}" for name in names)


def comparison(data: Catalogue, answer: Comparison, language: str, form: str) -> str:
    """Write a comparison as ``table`` (for people), ``csv`` or ``json`` (for programs)."""
    figures = [_figure(data, row, language) for row in answer.observations.to_dict("records")]
    pairs = [_pair(data, row, language) for row in answer.pairs.to_dict("records")]
    if form == "json":
        document = {"subject": answer.subject, "observations": figures, "pairs": pairs}
        return json.dumps(document, ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv([_wide(pair, figures) for pair in pairs])
    kept = ("name", "figure", "period", "measure", "status", "citation")
    shown = [[figure[key] for key in kept] for figure in figures]
    judged = [
        [f"{row['name_a']} – {row['name_b']}", row["verdict_text"], row["reason"]] for row in pairs
    ]
    return f"{align(shown)}\n\n{align(judged)}"


def audit(rows, language: str, form: str, everything: bool) -> str:
    """Write the audit; as a table only what a reader must know, unless everything is asked for."""
    records = rows.to_dict("records")
    for record in records:
        record["observations"] = " ".join(record["observations"])
        record["period_end"] = f"{record['period_end']:%Y-%m-%d}"
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv(records)
    counts = rows["verdict"].value_counts()
    summary = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    shown = [
        f"{record['verdict']}  {record['check']}  {record['area']}  {record['period_end']}\n"
        f"    {record[f'explanation_{language}']}"
        for record in records
        if everything or record["verdict"] != "consistent"
    ]
    return "\n".join([f"{len(records)} checks: {summary}.", *shown])


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
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _width(text: str) -> int:
    return sum(not unicodedata.combining(sign) for sign in text)


def _reports(data: Catalogue) -> list[list[str]]:
    from .reporting.plan import read_reports

    return [
        [report.name, report.notebook, str(report.parameters or "")] for report in read_reports()
    ]


def _indicators(data: Catalogue) -> list[list[str]]:
    counts = data.observations["indicator"].value_counts()
    return [
        [row.indicator, row.theme, f"{counts.get(row.indicator, 0)} figures", row.title_en]
        for row in data.indicators.itertuples()
    ]


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


def _figure(data: Catalogue, row: dict, language: str) -> dict:
    name = data.record("areas", row["area"])[f"name_{language}"]
    blank = dict.fromkeys(_FIGURE_KEYS, "") | {"area": row["area"], "name": name, "value": None}
    blank |= {"status": "M", "paragraph": None}
    if not row["observation"]:
        return blank | {"figure": message("status-M", language)}
    figure = observation(data, row["observation"])
    flags = ", ".join(figure.flags(language))
    return {
        "area": figure.area,
        "name": name,
        "observation": figure.observation,
        "value": figure.value,
        "unit": figure.unit,
        "figure": figure.text(language) + (f" ({flags})" if flags else ""),
        "period": figure.period(language),
        "measure": message(f"measure-{figure.measure}", language),
        "status": figure.status,
        "standard": figure.standard,
        "source": figure.source,
        "paragraph": figure.paragraph,
        "as_printed": figure.as_printed,
        "citation": figure.citation(language).partition("](")[0][1:],
    }


def _pair(data: Catalogue, row: dict, language: str) -> dict:
    names = {side: data.record("areas", row[f"area_{side}"])[f"name_{language}"] for side in "ab"}
    return {
        "area_a": row["area_a"],
        "area_b": row["area_b"],
        "name_a": names["a"],
        "name_b": names["b"],
        "verdict": row["verdict"],
        "verdict_text": message(f"verdict-{row['verdict']}", language),
        "reasons": " ".join(row["reasons"]),
        "reason": row[f"reason_{language}"],
    }


def _wide(pair: dict, figures: list[dict]) -> dict:
    """Set the two figures of a pair beside its verdict: one line of CSV."""
    by_area = {figure["area"]: figure for figure in figures}
    kept = ("observation", "value", "unit", "period", "measure", "status", "standard")
    sides = {f"{key}_{side}": by_area[pair[f"area_{side}"]][key] for side in "ab" for key in kept}
    return pair | sides


def _csv(rows: list[dict]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: neutral(cell) for key, cell in row.items()} for row in rows)
    return text.getvalue()
