"""Figures: one printed or derived figure, with everything that is known of it."""

from __future__ import annotations

import math
from decimal import Decimal

from ...data.figures import Observation
from ...data.intervals import Interval
from ...data.numerals import write
from ...data.relations import related
from ...judge.audit import Audit, touching
from ...judge.checks.outcomes import Outcome
from ...judge.derived import Measure
from ...messages import message
from .. import words
from ..inline import literal
from ..prose.references import entry_text, references
from ..tables import Table, audit, provenance, relatives
from ..tables.provenance import token
from ..tables.readings import rule_text
from .pieces import Folded, Part, View, facts

_TONES = {
    Outcome.INCONSISTENT: "bad",
    Outcome.WITHIN_ROUNDING: "caution",
    Outcome.NOT_TESTABLE: "none",
    Outcome.CONSISTENT: "good",
}


def observation(figure: Observation, language: str) -> View:
    """Show a printed figure: token, reading, place, status, relatives and cross-checks."""
    data = figure.data
    title = message(
        "view-figure",
        language,
        indicator=literal(words.title(figure, language)),
        area=literal(words.area_name(data, figure.area, language)),
        figure=literal(words.unbroken(words.flagged(figure, language))),
        period=literal(figure.period(language)),
    )
    found = related(data, figure)
    rows = touching(data, [figure.observation])
    parts = (
        facts(language, "", _facts(figure, language)),
        relatives(data, found, language) if found else message("view-no-relatives", language),
        checked(rows, language, message("view-checks", language))
        if len(rows)
        else message("view-no-checks", language),
        sources(
            data,
            [
                figure.observation,
                *(one.figure.observation for one in found),
                *(name for names in rows["observations"] for name in names),
            ],
            language,
        ),
    )
    return View(title, parts, language)


def _facts(figure: Observation, language: str) -> list[tuple[str, str]]:
    def label(name: str) -> str:
        return message(name, language)

    paragraph = (
        ""
        if figure.paragraph is None
        else message("view-paragraph", language, number=str(figure.paragraph))
    )
    source = entry_text(figure.data, figure.source_row, language)
    standard = words.standard_name(figure.data, figure.standard, language)
    status = [message(f"status-{letter}", language) for letter in figure.status.split()]
    basis = message(f"basis-{figure.period_basis}", language)
    return [
        (label("view-printed"), f"**{literal(token(figure, language))}**"),
        (label("view-read"), rule_text(figure, language)),
        (label("view-range"), literal(words.unbroken(words.range_text(figure, language)))),
        (label("table-period"), literal(f"{figure.period(language)} ({basis})")),
        (label("table-kind"), words.kind(figure, language)),
        (label("view-status"), ", ".join(status)),
        (label("table-standard"), literal(standard) if figure.standard else ""),
        (label("view-definition"), literal(figure.indicator_row[f"definition_{language}"])),
        (label("view-source"), f"{source} {figure.citation(language)}"),
        (label("view-address"), _link(figure.source_row["url"])),
        (label("view-place"), paragraph),
        (label("view-comment"), literal(figure.row[f"comment_{language}"])),
        (label("view-confidence"), message(f"confidence-{figure.row['confidence']}", language)),
        (label("view-codes"), f"`{figure.observation}`, `{figure.indicator}`, `{figure.area}`"),
    ]


def _link(url: str) -> str:
    """Link to the page of a source, if its address is known."""
    return f"[{literal(url)}](<{url}>)" if url.startswith("http") else ""


def measure(figure: Measure, language: str) -> View:
    """Show a derived figure: its value, its range, its formula and every figure behind it."""
    data = figure.inputs[0].data
    method = words.capital(message(f"method-{figure.code}", language))
    flagged = literal(words.unbroken(words.flagged(figure, language)))
    title = message("view-measure", language, method=method, figure=flagged)
    exact = figure.interval.is_point
    pairs = [
        (message("table-indicator", language), literal(words.title(figure, language))),
        (message("table-area", language), literal(words.area_name(data, figure.area, language))),
        (message("table-period", language), literal(figure.period(language))),
        (message("view-formula", language), message(f"formula-{figure.code}", language)),
        (
            message("view-range", language),
            "" if exact else literal(words.unbroken(words.range_text(figure, language))),
        ),
    ]
    caption = message("view-inputs", language)
    parts = (
        facts(language, "", pairs),
        provenance(data, figure.inputs, language, caption),
        sources(data, figure.observations, language),
    )
    return View(title, parts, language)


def interval(found: Interval, language: str) -> View:
    """Show an interval in the notation of the language."""
    return View(
        message("view-interval", language, interval=literal(_ends(found, language))), (), language
    )


def _ends(found: Interval, language: str) -> str:
    """Write an interval by its ends: ``[0,025; 0,035)``; a point as its number."""
    low, high = (_end(end, language) for end in (found.low, found.high))
    if found.is_point:
        return low
    opened, closed = "[" if found.low_closed else "(", "]" if found.high_closed else ")"
    return f"{opened}{low}{'; ' if language == 'vi' else ', '}{high}{closed}"


def _end(value: float, language: str) -> str:
    if math.isinf(value):
        return "\u221e" if value > 0 else "\u2212\u221e"
    # Six digits, as `str` gives an interval.
    return write(
        float(f"{value:.6g}"), language, max(0, -Decimal(f"{value:.6g}").as_tuple().exponent)
    )


def checked(rows: Audit, language: str, caption: str = "") -> Table:
    """Tabulate rows of an audit with the verdict of each, tinted."""
    verdicts = rows["verdict"].tolist()
    if caption and len(set(verdicts)) == 1:
        # Where every row has it, the verdict is no column but part of the caption.
        caption = f"{caption}: {message(f'audit-verdict-{verdicts[0]}', language)}"
    table = audit(rows.catalogue, rows, language, caption or None)
    if len(table.columns) < 4:
        return table
    tones = {(row, 2): _TONES[verdict] for row, verdict in enumerate(verdicts)}
    return Table(**{**vars(table), "tones": tones})


def sources(data, names, language: str) -> Part:
    """List the sources of figures, folded."""
    return Folded(message("view-sources", language), (references(data, names, (), language),))
