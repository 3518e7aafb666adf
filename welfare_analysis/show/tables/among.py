"""Among: which of many places may be compared with each other, where pairs would be too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ...codes import Verdict
from ...judge.comparison import Comparison
from ...judge.grades import allowed
from ...texts import capital
from ..document import strong, unique, words
from ..informing import informing
from ..many import Company, companies, names, pairs_file, pairs_note
from ..writer import Writer
from .building import NOTHING, Rows, columns, finished, signed
from .table import Table

Subjects = Mapping[object, Comparison]


def among(writer: Writer, comparisons: Subjects, caption: object = None) -> Table:
    """Tabulate groups of places that may be compared; the pairs go with it as a file."""
    caption = caption or writer.say("table-among")
    rows = [
        (label, *_row(writer, one))
        for label, comparison in comparisons.items()
        for one in companies(comparison)
    ]
    lines = informing(writer, list(comparisons.values()))
    return _with_pairs(writer, comparisons, caption, rows, "verdict >places areas reasons", lines)


def _row(writer: Writer, one: Company) -> tuple[str, ...]:
    sign = Verdict.WITH_CAUTION if one.kind == "partly" else one.verdict
    return (
        signed(sign, one.said(writer)),
        writer.number(len(one.areas)),
        names(writer, one.areas),
        one.reasons(writer) or NOTHING,
    )


def counted(writer: Writer, comparisons: Subjects, caption: object = None) -> Table:
    """Tabulate the reasons that stand between places, each with the number of its pairs."""
    caption = caption or writer.say("table-counted")
    rows = []
    for label, comparison in comparisons.items():
        judged = [codes for _, codes in comparison.judged.values() if "MISSING" not in codes]
        counts = Counter(code for codes in judged for code in unique(codes))
        for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            named = signed(allowed(code), capital(writer.say(f"short-{code}", areas="")))
            total = writer.number(len(judged))
            said = writer.say("pairs-of", n=writer.number(count), total=total)
            rows.append((label, named, said))
    return _with_pairs(writer, comparisons, caption, rows, "reasons >pairs")


def _with_pairs(
    writer: Writer,
    comparisons: Subjects,
    caption: object,
    rows: Rows,
    heads: str,
    lines: list[str] | None = None,
) -> Table:
    """Put a table together, its rows headed by their subject where there are several."""
    each = list(comparisons.values())
    if len(each) > 1:
        rows, heads = [(strong(words(row[0])), *row[1:]) for row in rows], f"subject {heads}"
    else:
        rows = [row[1:] for row in rows]
    figures = [figure for one in each for figure in one.figures.values()]
    notes = [pairs_note(writer, each), *(lines or [])]
    named = columns(writer, *heads.split())
    made = finished(writer, caption, named, rows, figures, notes, remarked=False)
    return replace(made, numbers=pairs_file(writer, comparisons))
