"""Spread: figures of many places, a row a subject; every figure goes with the table as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...data.figures import Observation
from ..document import joined, unique
from ..many import MANY
from ..words import note, unbroken
from ..writer import Writer
from .building import laid_out, without_empty
from .table import Table


def summed(writer: Writer, table: Table, figures: Sequence[Observation]) -> Table:
    """Sum up a table of figures of many places by subject, date and kind; it becomes the file."""
    if len({figure.area for figure in figures}) < MANY:
        return table
    groups: dict[tuple, list[Observation]] = {}
    for one in figures:
        same = (one.indicator, one.standard, one.measure, one.period_start, one.period_end)
        groups.setdefault(same, []).append(one)
    heads, rows = laid_out(
        writer,
        groups.values(),
        {
            "indicator": lambda own: writer.title(own[0]),
            "period": lambda own: writer.period(own[0]),
            ">places": lambda own: writer.number(len({one.area for one in own})),
            ">lowest-highest": lambda own: _span(writer, own),
            "kind": lambda own: writer.kind(own[0]),
            "standard": lambda own: writer.standard_of(own[0]),
            "source": lambda own: joined(" ", unique(map(writer.cite, own))),
        },
    )
    heads, rows = without_empty(heads, rows)
    file = (tuple(str(column.label) for column in table.columns),)
    file += tuple(tuple(map(str, row)) for row in table.rows)
    said = writer.say("spread-note", total=writer.number(len(figures)))
    return replace(
        table, columns=tuple(heads), rows=tuple(rows), numbers=file, note=note(said, table.note)
    )


def _span(writer: Writer, figures: list[Observation]) -> str:
    """Write the lowest and the highest figure, which ranks nobody."""
    ordered = sorted(figures, key=lambda one: one.value)
    ends = unique(unbroken(writer.text(one)) for one in (ordered[0], ordered[-1]))
    return " \u2013 ".join(ends)
