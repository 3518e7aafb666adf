"""Cards: one printed or derived figure, with everything that is known of it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ...data.figures import Observation
from ...data.intervals import Interval
from ...data.numerals import write
from ...data.relations import related
from ...judge.audit import Audit, touching
from ...judge.checks.outcomes import Outcome
from ...judge.derived import Measure
from ...messages import message
from ...texts import capital
from ..document import Line, code, joined, link, strong
from ..prose.annotations import annotations
from ..prose.references import entry_text, references
from ..tables import Table, audit, provenance, relatives
from ..tables.provenance import rule_text, token
from ..words import unbroken
from ..writer import Writer
from .pieces import Folded, Piece, View, facts

_TONES = {
    Outcome.INCONSISTENT: "bad",
    Outcome.WITHIN_ROUNDING: "caution",
    Outcome.NOT_TESTABLE: "none",
    Outcome.CONSISTENT: "good",
}


def observation(figure: Observation, language: str) -> View:
    """Show a printed figure: token, reading, place, status, relatives and cross-checks."""
    data, writer = figure.data, Writer(figure.data, language)
    title = writer.say(
        "view-figure",
        indicator=writer.title(figure),
        area=writer.area(figure.area),
        figure=unbroken(writer.flagged(figure)),
        period=writer.period(figure),
    )
    found = related(data, figure)
    rows = touching(data, [figure.observation])
    remarks = annotations(writer, [figure.observation])
    behind = [
        figure.observation,
        *(name for one in remarks for name in one.observations),
        *(one.figure.observation for one in found),
        *(name for names in rows["observations"] for name in names),
    ]
    checks = checked(rows, language, writer.say("view-checks")) if len(rows) else None
    parts = (
        replace(facts(writer, _facts(writer, figure)), remarks=remarks),
        _plain(relatives(data, found, language)) if found else writer.say("view-no-relatives"),
        _plain(checks) if checks else writer.say("view-no-checks"),
        sources(writer, behind),
    )
    return View(title, parts, language)


def _plain(table: Table) -> Table:
    """Leave out the remarks: a card tells those on its own figure."""
    return replace(table, remarks=())


def _facts(writer: Writer, figure: Observation) -> list[tuple[str, str | Line]]:
    say, row = writer.say, figure.row
    status = [say(f"status-{letter}") for letter in figure.status.split()]
    basis = say(f"basis-{figure.period_basis}")
    url, paragraph = figure.source_row["url"], figure.paragraph
    codes = (figure.observation, figure.indicator, figure.area)
    pairs = {
        "view-printed": strong(token(writer, figure)),
        "view-read": rule_text(writer, figure),
        "view-range": unbroken(writer.range(figure)),
        "table-period": f"{writer.period(figure)} ({basis})",
        "table-kind": writer.kind(figure),
        "view-status": ", ".join(status),
        "table-standard": writer.standard(figure.standard) if figure.standard else "",
        "view-definition": writer.own(figure.indicator_row, "definition"),
        "view-source": entry_text(writer, figure.source_row) + " " + writer.cite(figure),
        "view-address": link(url, url) if url.startswith("http") else "",
        "view-place": say("view-paragraph", number=str(paragraph)) if paragraph else "",
        "view-comment": writer.own(row, "comment"),
        "view-confidence": say(f"confidence-{row['confidence']}"),
        "view-codes": joined(", ", map(code, codes)),
    }
    return [(say(name), content) for name, content in pairs.items()]


def measure(figure: Measure, language: str) -> View:
    """Show a derived figure: its value, its range, its formula and every figure behind it."""
    data = figure.inputs[0].data
    writer = Writer(data, language)
    method = capital(writer.say(f"method-{figure.code}"))
    title = writer.say("view-measure", method=method, figure=unbroken(writer.flagged(figure)))
    pairs = {
        "table-indicator": writer.title(figure),
        "table-area": writer.area(figure.area),
        "table-period": writer.period(figure),
        "view-formula": writer.say(f"formula-{figure.code}"),
        "view-range": "" if figure.interval.is_point else unbroken(writer.range(figure)),
    }
    parts = (
        facts(writer, [(writer.say(name), content) for name, content in pairs.items()]),
        inputs := provenance(data, figure.inputs, language, writer.say("view-inputs")),
        sources(writer, inputs.cited),
    )
    return View(title, parts, language)


def interval(found: Interval, language: str) -> View:
    """Show an interval in the notation of the language."""
    return View(message("view-interval", language, interval=_ends(found, language)), (), language)


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
    return replace(table, tones=tones)


def sources(writer: Writer, names: Iterable[str]) -> Piece:
    """List the sources of figures, folded."""
    return Folded(writer.say("view-sources"), (references(writer, names),))
