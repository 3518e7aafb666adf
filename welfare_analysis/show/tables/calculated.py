"""Derived figures: measures with their range and inputs, and targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...judge.derived import Measure
from ...messages import message
from .. import readers, words
from ..inline import literal, markdown_of
from ..prose.attained import attained
from ..prose.direction import change, size
from .building import Footnotes, cited_cell, columns, finished, without_empty
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
    """
    notes = Footnotes(language)
    rows = [_measure_row(data, name, measure, notes) for name, measure in labelled]
    heads = columns(language, "subject", ">figure", ">range", "computed-from")
    heads, rows = without_empty(heads, rows)
    figures = [measure for _, measure in labelled if measure is not None]
    caption = caption or message("table-measures", language)
    reading = [message("range-reading", language)] if len(heads) > 3 else []
    return finished(language, caption, heads, rows, figures, [*reading, *notes.lines])


def subject(data: Catalogue, name: object, language: str) -> str:
    """Write a label given by an author: an area code becomes the name of the area."""
    known = isinstance(name, str) and (data.areas["area"] == name).any()
    return literal(words.area_name(data, name, language)) if known else markdown_of(name)


def _measure_row(
    data: Catalogue, name: object, measure: Measure | None, notes: Footnotes
) -> tuple[str, ...]:
    language = notes.language
    head = subject(data, name, language)
    if measure is None:
        return (head, f"*{message('not-computed', language)}*", "\u2013", "\u2013")
    exact = measure.interval.is_point
    span = "\u2013" if exact else literal(words.range_text(size(measure), language))
    return (head, literal(_figure(measure, language)), span, inputs_cell(measure, notes))


def _figure(measure: Measure, language: str) -> str:
    """Write a change with its direction in words, any other figure as it is; flags beside it."""
    if not measure.code.startswith("change_"):
        return words.flagged(measure, language)
    flags = measure.flags(language)
    return change(measure, language) + (f" ({', '.join(flags)})" if flags else "")


def inputs_cell(measure: Measure, notes: Footnotes) -> str:
    """Name every input: title, period, figure, citation and the mark of its comment."""
    language = notes.language
    by_title: dict[str, list[str]] = {}
    for figure in measure.inputs:
        period = literal(figure.period(language))
        written = f"{period}: {cited_cell(figure, language)}{notes.mark(figure)}"
        by_title.setdefault(words.title(figure, language), []).append(written)
    return "; ".join(
        f"{literal(title)}, {', '.join(figures)}" for title, figures in by_title.items()
    )


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
    """
    notes = Footnotes(language)
    rows = [_target_row(data, result, goal, notes) for result, goal in pairs]
    heads = columns(language, "subject", "period", ">goal", ">result", "attainment")
    figures = [figure for pair in pairs for figure in pair]
    caption = caption or message("table-targets", language)
    return finished(language, caption, heads, rows, figures, notes.lines)


def _target_row(
    data: Catalogue, result: Observation, goal: Observation, notes: Footnotes
) -> tuple[str, ...]:
    language = notes.language
    name = f"{words.area_name(data, result.area, language)}: {words.title(result, language)}"
    periods = dict.fromkeys((goal.period(language), result.period(language)))
    kind = f" ({words.kind(goal, language)})"
    return (
        literal(name),
        literal(" / ".join(periods)),
        literal(words.flagged(goal, language) + kind)
        + f" {goal.citation(language)}{notes.mark(goal)}",
        cited_cell(result, language) + notes.mark(result),
        literal(attained(result, goal, language)),
    )
