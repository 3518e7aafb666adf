"""Comparability: theme by theme, which subjects of some places may be compared, and which not."""

from __future__ import annotations

from ... import arguments
from ...codes import Verdict
from ...data.catalogue import Catalogue
from ...data.names import proper_names
from ...judge.findings import Finding, Findings
from ...texts import capital
from .. import readers
from ..document import Line, joined, unique
from ..words import small
from ..writer import Writer
from .building import NOTHING, finished, label, signed
from .table import Column, Table

_COLUMNS = (Verdict.COMPARABLE, Verdict.WITH_CAUTION, Verdict.NOT_COMPARABLE)
_KINDS = "order scale pace apart"
_MEASURES = {"scale": "per_inhabitants", "pace": "change_percent"}


@readers.public(findings=arguments.a(Findings, said="fit-findings"))
def comparability(
    data: Catalogue,
    findings: Findings,
    language: str,
    caption: object = None,
    *,
    most: int = 2,
    themes: int = 5,
) -> Table:
    """Tabulate which subjects of some places may be compared, a row for each theme.

    Parameters
    ----------
    data : Catalogue
    findings : Findings
        Only their orders, and what has none, are shown.
    language : {"vi", "en"}
    caption : str or Prose, optional
    most : int, default 2
        Subjects of a theme with one verdict, those of which most is said.
    themes : int, default 5
        Rows, in the order of the themes.

    Returns
    -------
    Table
        Of what has no order, the reasons; a verdict that nothing has is no column.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Hà Nội", "Sơn La"], ["poverty", "training"])
    >>> [str(column.label)[2:] for column in comparability(data, found, "en").columns[1:]]
    ['with caution', 'not comparable']
    """
    writer = Writer(data, language)
    found: dict[str, dict[str, list[Finding]]] = {}
    for one in readers.needed(findings.of(_KINDS), "comparison"):
        theme = data.record("indicators", one.subject)["theme"]
        kept = found.setdefault(theme, {}).setdefault(one.verdict, [])
        if len(kept) < most and one.subject not in {other.subject for other in kept}:
            kept.append(one)
    shown = [verdict for verdict in _COLUMNS if any(verdict in of for of in found.values())]
    heads = [Column(label(writer, "theme"))]
    heads += [Column(signed(verdict, writer.say(f"verdict-{verdict}"))) for verdict in shown]
    order = [theme for theme in data.themes["theme"] if theme in found][:themes]
    rows = [
        (
            capital(writer.theme(theme)),
            *(_cell(writer, found[theme].get(verdict, [])) for verdict in shown),
        )
        for theme in order
    ]
    return finished(writer, caption or writer.say("table-comparability"), heads, rows)


def _cell(writer: Writer, found: list[Finding]) -> Line | str:
    return joined("; ", [_subject(writer, one) for one in found]) if found else NOTHING


def _subject(writer: Writer, one: Finding) -> str:
    """Name what is compared, by which measure, between how many places, or why it cannot be."""
    # Of indicators that stand in for each other, what they have in common is named.
    name = writer.say(f"core-{one.facts['core']}") if "core" in one.facts else ""
    name = name or small(writer.indicator(one.subject), proper_names(writer.data, writer.language))
    subject = writer.compared(name, _MEASURES.get(one.kind, ""))
    why = unique(one.facts.get("why_apart", ()))
    facts = {"subject": subject, "n": len(one.areas), "why": writer.joined(map(writer.say, why))}
    return writer.say("comparability-apart" if why else "comparability-of", **facts)
