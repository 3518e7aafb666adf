"""Derived figures: measures with their range and inputs, and targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .parts import cited_cell, columns, finished, needs_figures, without_empty
from .table import Table
from ..catalogue import Catalogue
from ..derived import Measure
from ..figures import Observation
from ..messages import message
from ..prose import words
from ..prose.attained import attained
from ..prose.inline import literal, markdown_of

Labelled = Mapping[str, Measure] | Iterable[tuple[object, Measure]]


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
    pairs = list(labelled.items() if isinstance(labelled, Mapping) else labelled)
    needs_figures(pairs, "measure")
    rows = [_measure_row(data, name, measure, language) for name, measure in pairs]
    heads = columns(language, "subject", ">figure", ">range", "computed-from")
    heads, rows = without_empty(heads, rows)
    figures = [measure for _, measure in pairs if measure is not None]
    inputs = [figure for measure in figures for figure in measure.inputs]
    caption = caption or message("table-measures", language)
    notes = [message("range-reading", language)]
    notes += [literal(text) for text in words.comments(data, inputs, language)]
    return finished(language, caption, heads, rows, figures, notes)


def subject(data: Catalogue, name: object, language: str) -> str:
    """Write a label given by an author: an area code becomes the name of the area."""
    known = isinstance(name, str) and (data.areas["area"] == name).any()
    return literal(words.area_name(data, name, language)) if known else markdown_of(name)


def _measure_row(
    data: Catalogue, name: object, measure: Measure | None, language: str
) -> tuple[str, ...]:
    head = subject(data, name, language)
    if measure is None:
        return (head, f"*{message('not-computed', language)}*", "\u2013", "\u2013")
    exact = measure.interval.is_point
    span = "\u2013" if exact else literal(words.range_text(measure, language))
    return (head, literal(words.flagged(measure, language)), span, inputs_cell(measure, language))


def inputs_cell(measure: Measure, language: str) -> str:
    """Name every input: title, period, figure and citation."""
    return "; ".join(
        f"{literal(words.title(figure, language))}, {literal(figure.period(language))}: "
        f"{cited_cell(figure, language)}"
        for figure in measure.inputs
    )


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
    pairs = list(pairs)
    needs_figures(pairs, "target")
    rows = [_target_row(data, result, goal, language) for result, goal in pairs]
    heads = columns(language, "subject", "period", ">goal", ">result", "attainment")
    figures = [figure for pair in pairs for figure in pair]
    caption = caption or message("table-targets", language)
    notes = [literal(text) for text in words.comments(data, figures, language)]
    return finished(language, caption, heads, rows, figures, notes)


def _target_row(
    data: Catalogue, result: Observation, goal: Observation, language: str
) -> tuple[str, ...]:
    name = f"{words.area_name(data, result.area, language)}: {words.title(result, language)}"
    periods = dict.fromkeys((goal.period(language), result.period(language)))
    kind = f" ({words.kind(goal, language)})"
    return (
        literal(name),
        literal(" / ".join(periods)),
        literal(words.flagged(goal, language) + kind) + " " + goal.citation(language),
        cited_cell(result, language),
        literal(attained(result, goal, language)),
    )
