"""Compared: a comparison as the command line prints it, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..judge.benchmarks import Benchmark
from ..judge.comparison import Comparison
from ..judge.derived import Figure, Measure
from ..judge.sentences import sentence
from ..show.informing import latest
from ..show.prose.annotations import Remark, annotations
from ..show.prose.references import short_text
from ..show.prose.standing import standing
from ..show.tables.building import SIGNS, label, without_empty
from ..show.tables.verdicts import subjects
from ..show.text_table import aligned
from ..show.writer import Writer
from .listing import csv

# What CSV has of either figure of a pair, and JSON also of an area without a figure.
_SIDE = (
    *("observation", "indicator", "breakdown", "value", "low", "high", "unit"),
    *(
        "period_start",
        "period_end",
        "measure",
        "status",
        "qualifier",
        "standard",
        "source",
        "paragraph",
    ),
)
_HEADS = ("area", "figure", "period", "kind", "standard", "source")


def comparison(data: Catalogue, answer: Comparison, language: str, form: str) -> str:
    """Write a comparison as ``table`` (for people), ``csv`` or ``json`` (for programs).

    Programs get codes, ISO dates, plain numbers and the ends of each interval, the same in both
    languages; sentences stand beside the codes.
    """
    writer = Writer(data, language)
    figures = [
        _figure(writer, answer.figures.get(area), area) for area in answer.observations["area"]
    ]
    pairs = [_pair(writer, row) for row in answer.pairs.to_dict("records")]
    if form == "csv":
        figures += [_figure(writer, one.figure, one.area) for one in answer.benchmarks]
        around = [_pair(writer, row) for row in answer.around.to_dict("records")]
        return csv(
            [_wide(pair, figures, "place") for pair in pairs]
            + [_wide(pair, figures, "around") for pair in around]
        )
    if form == "json":
        document = {
            "subject": answer.subject,
            "by": answer.by or None,
            "reference": _day(answer.reference),
            "data": {"version": data.version, "revision": data.revision},
            "observations": figures,
            "latest": [_figure(writer, one, area) for area, one in answer.later.items()],
            "benchmarks": [_benchmark(writer, one) for one in answer.benchmarks],
            "pairs": pairs,
            "remarks": [_remark(one) for one in _remarks(writer, answer)],
            "sources": [_source(row) for row in _sources(answer)],
        }
        return json.dumps(document, ensure_ascii=False, indent=2)
    return _text(writer, answer, pairs)


def _text(writer: Writer, answer: Comparison, pairs: list) -> str:
    title = "; ".join(subjects(writer, answer))
    head = [f"{writer.compared(title, answer.by)} ({answer.subject})"]
    if answer.reference is not None:
        head.append(writer.say("answer-reference", year=str(answer.reference.year)))
    areas = answer.observations["area"]
    places = [_row(writer, writer.area(area), answer.figures.get(area)) for area in areas]
    heads, rows = without_empty(
        [label(writer, name) for name in _HEADS],
        [*places, *_around(writer, answer)],
    )
    judged = [
        (
            f"{row['name_a']} \u2013 {row['name_b']}",
            f"{SIGNS[row['verdict']]} {row['verdict_text']}",
            row["reason"],
        )
        for row in pairs
    ]
    sources = [
        (f"[{row['number']}]", str(short_text(writer, row)), _address(row))
        for row in _sources(answer)
    ]
    parts = [
        "\n".join(head),
        aligned([heads, *rows]),
        str(standing(answer, writer.language)),
        str(latest(writer, answer)),
        writer.say("answer-pairs") + "\n" + aligned(judged),
        writer.say("answer-key"),
        "\n".join(str(one.line) for one in _remarks(writer, answer)),
        writer.say("answer-sources") + "\n" + aligned(sources) if sources else "",
    ]
    return "\n\n".join(filter(None, parts))


def _remarks(writer: Writer, answer: Comparison) -> tuple[Remark, ...]:
    return annotations(
        writer, [name for one in answer.figures.values() for name in one.observations]
    )


def _remark(one: Remark) -> dict:
    return {
        "remark": one.remark,
        "kind": one.kind,
        "observations": list(one.about),
        "text": str(one.line),
    }


def _address(row: dict) -> str:
    return row["url"] if row["url"].startswith("http") else ""


def _row(writer: Writer, name: str, figure: Figure | None) -> tuple[str, ...]:
    if figure is None:
        return (name, writer.say("status-M"), "", "", "", "")
    return (
        name,
        writer.text(figure),
        writer.period(figure),
        writer.kind_and_remarks(figure),
        writer.standard_of(figure),
        figure.citation(writer.language),
    )


def _around(writer: Writer, answer: Comparison) -> Iterator[tuple[str, ...]]:
    """Write the figures of the areas around, marked as such."""
    for one in answer.benchmarks:
        yield _row(writer, writer.say("benchmark", area=writer.area(one.area)), one.figure)


def _benchmark(writer: Writer, one: Benchmark) -> dict:
    """Describe the figure of an area around, with its verdict beside each place."""
    beside = [
        {
            "area": area,
            "verdict": str(one.verdict(area)),
            "reasons": [reason.code for reason in found],
            "reason": sentence(writer.data, found, writer.language),
        }
        for area, found in one.reasons.items()
    ]
    return {**_figure(writer, one.figure, one.area), "beside": beside}


def _figure(writer: Writer, figure: Figure | None, area: str) -> dict:
    """Describe the figure of an area; one without a figure has status M and no value."""
    name = writer.area(area)
    if figure is None:
        blank = dict.fromkeys((*_SIDE, "as_printed", "citation"))
        said = writer.say("status-M")
        return {"area": area, "name": name, **blank, "status": "M", "figure": said}
    interval, printed = figure.interval, figure.inputs
    low, high = interval.ends
    return {
        "area": area,
        "name": name,
        "observation": _told(one.observation for one in printed),
        "indicator": figure.base,
        "breakdown": figure.breakdown or None,
        "value": figure.value,
        "low": low,
        "high": high,
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
        "unit": figure.unit,
        "period_start": _day(figure.period_start),
        "period_end": _day(figure.period_end),
        "measure": figure.measure,
        "status": figure.status,
        "qualifier": _told(one.qualifier for one in printed),
        "standard": figure.standard or None,
        "source": _told(one.source for one in printed),
        "paragraph": printed[0].paragraph if len(printed) == 1 else None,
        "as_printed": _as_printed(figure),
        "figure": writer.text(figure),
        "remarks": writer.remarks(figure),
        "citation": figure.citation(writer.language),
    }


def _told(values: Iterable[str]) -> str:
    """Join what is told of every figure behind one, each once."""
    return " ".join(dict.fromkeys(values))


def _as_printed(figure: Figure) -> str | None:
    return None if isinstance(figure, Measure) else figure.as_printed


def _pair(writer: Writer, row: dict) -> dict:
    return {
        "area_a": row["area_a"],
        "area_b": row["area_b"],
        "name_a": writer.area(row["area_a"]),
        "name_b": writer.area(row["area_b"]),
        "verdict": row["verdict"],
        "verdict_text": writer.say(f"verdict-{row['verdict']}"),
        "reasons": list(row["reasons"]),
        "reason": writer.own(row, "reason") or _nothing_against(writer, row),
    }


def _nothing_against(writer: Writer, row: dict) -> str:
    known = row["verdict"] == Verdict.COMPARABLE
    return writer.say("answer-no-reason") if known else ""


def _wide(pair: dict, figures: list[dict], second: str) -> dict:
    """Set the two figures of a pair beside its verdict, and what the second is: a line of CSV."""
    by_area = {figure["area"]: figure for figure in figures}
    sides = {
        f"{key}_{side}": by_area[pair[f"area_{side}"]].get(key) for side in "ab" for key in _SIDE
    }
    return {**pair, "reasons": " ".join(pair["reasons"]), "shown_as_b": second, **sides}


def _sources(answer: Comparison) -> list[dict]:
    shown = [
        *answer.figures.values(),
        *answer.later.values(),
        *(one.figure for one in answer.benchmarks),
    ]
    rows = {one.source: one.source_row for figure in shown for one in figure.inputs}
    return sorted(map(dict, rows.values()), key=lambda row: row["number"])


def _source(row: dict) -> dict:
    kept = ("source", "publisher", "title", "date_published", "url", "reliability")
    return {"number": int(row["number"]), **{key: row[key] for key in kept}}


def _day(date) -> str | None:
    return None if date is None else date.isoformat()
