"""Calculated: derived figures with their range and inputs, and targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.derived import Measure
from .. import readers
from ..document import Line, emphasis, joined, words
from ..prose.phrases import attained, change, size
from ..writer import Writer
from .building import (
    NOTHING,
    Footnotes,
    cited_cell,
    columns,
    finished,
    without_empty,
)
from .table import Table

Labelled = Mapping[str, Measure] | Iterable[tuple[object, Measure]]


@readers.public()
def measures(data: Catalogue, labelled: Labelled, language: str, caption: object = None) -> Table:
    """Tabulate derived figures with the range that printed precision leaves them.

    Parameters
    ----------
    data : Catalogue
    labelled : iterable of (label, Measure), or mapping
        A label is text, an area code, or prose.  None in the place of a measure says that it
        cannot be computed.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a measure: value, range, and every figure it was computed from, named, with its
        period and citation, the base last.

    Examples
    --------
    >>> from welfare_analysis import attainment, load, observation
    >>> data = load()
    >>> result = observation(data, "hdnd-hn-2024-p6-enrolment")
    >>> plan = observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    >>> measures(data, {"Enrolment in Hà Nội": attainment(result, plan)}, "en")
    <Table 'Derived figures': 1 rows, 3 columns, 2 figures>
    """
    writer = Writer(data, language)
    notes = Footnotes(writer)
    rows = [_measure_row(writer, name, measure, notes) for name, measure in labelled]
    heads = columns(writer, "subject", ">figure", ">range", "computed-from")
    heads, rows = without_empty(heads, rows)
    figures = [measure for _, measure in labelled if measure is not None]
    caption = caption or writer.say("table-measures")
    reading = [writer.say("range-reading")] if len(heads) > 3 else []
    return finished(writer, caption, heads, rows, figures, [*reading, *notes.lines])


def subject(writer: Writer, name: object) -> str | Line:
    """Write a label given by an author: an area code becomes the name of the area."""
    known = isinstance(name, str) and (writer.data.areas["area"] == name).any()
    return writer.area(name) if known else words(name)


def _measure_row(
    writer: Writer, name: object, measure: Measure | None, notes: Footnotes
) -> tuple[str | Line, ...]:
    head = subject(writer, name)
    if measure is None:
        return (head, emphasis(writer.say("not-computed")), NOTHING, NOTHING)
    span = NOTHING if measure.interval.is_point else writer.range(size(measure))
    return (head, _figure(writer, measure), span, inputs_cell(writer, measure, notes))


def _figure(writer: Writer, measure: Measure) -> str:
    """Write a change with its direction in words, any other figure as it is; flags beside it."""
    if not measure.code.startswith("change_"):
        return writer.flagged(measure)
    flags = writer.flags(measure)
    return change(measure, writer.language) + (f" ({', '.join(flags)})" if flags else "")


def inputs_cell(writer: Writer, measure: Measure, notes: Footnotes) -> Line:
    """Name every input: title, period, figure, citation and the mark of its comment."""
    by_title: dict[str, list[Line]] = {}
    for figure in measure.inputs:
        cited = cited_cell(writer, figure) + notes.mark(figure)
        by_title.setdefault(writer.title(figure), []).append(f"{writer.period(figure)}: " + cited)
    return joined("; ", (joined(", ", [title, *cited]) for title, cited in by_title.items()))


@readers.public()
def targets(
    data: Catalogue,
    pairs: Iterable[tuple[Observation, Observation]],
    language: str,
    caption: object = None,
) -> Table:
    """Tabulate results against their plans or targets.

    Parameters
    ----------
    data : Catalogue
    pairs : iterable of (result, goal)
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a pair: goal, result, attainment.  Where unit, area or period differ, the row
        says that attainment cannot be computed.  For a rate that should fall, the distance in
        percentage points stands in place of attainment.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> result = observation(data, "hdnd-hn-2024-p6-enrolment")
    >>> plan = observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    >>> targets(data, [(result, plan)], "en")
    <Table 'Results against plans and targets': 1 rows, 5 columns, 2 figures>
    """
    writer = Writer(data, language)
    notes = Footnotes(writer)
    rows = [_target_row(writer, result, goal, notes) for result, goal in pairs]
    heads = columns(writer, "subject", "period", ">goal", ">result", "attainment")
    figures = [figure for pair in pairs for figure in pair]
    caption = caption or writer.say("table-targets")
    return finished(writer, caption, heads, rows, figures, notes.lines)


def _target_row(
    writer: Writer, result: Observation, goal: Observation, notes: Footnotes
) -> tuple[str | Line, ...]:
    goal_said = f"{writer.flagged(goal)} ({writer.kind(goal)}) "
    return (
        f"{writer.area(result.area)}: {writer.title(result)}",
        " / ".join(dict.fromkeys((writer.period(goal), writer.period(result)))),
        goal_said + writer.cite(goal) + notes.mark(goal),
        cited_cell(writer, result) + notes.mark(result),
        attained(result, goal, writer.language),
    )
