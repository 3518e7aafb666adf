"""Ranges: a dot and the interval of each figure; what is not comparable has its own axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge.axes import groups, separating
from ...judge.comparison import Comparison
from ...judge.derived import Figure, Measure
from ...texts import Said
from .. import readers, words
from ..document import unique
from ..words import small
from ..writer import Writer
from . import captions, marks, per_head, style
from .canvas import name_width
from .chart import Chart, drawn_twice
from .crowded import ROWS_MOST, ends, is_crowded, left_out, one_line, within_page
from .grouping import Grouping
from .refusals import GAP, stacked
from .rows import Row, Rows

_LABEL_MOST = 2.4  # inches of label that one row can carry
_LEFT_MOST = 2.15
_RATES = ("percent", "points")


@readers.public(shown=readers.beside)
def ranges(
    data: Catalogue,
    shown: readers.Figures,
    language: str,
    title: object = None,
    subtitle: object = None,
    *,
    log: bool = False,
    per: str | None = None,
    show_refused: bool = False,
) -> Chart:
    """Draw figures as dots with their intervals, in panels of comparable ones.

    Parameters
    ----------
    data : Catalogue
    shown : Comparison, DataFrame, iterable of Observation or Measure, or mapping of area to them
        Of an iterable, figures of one area that may share an axis share a row (a result and its
        target).  None as a measure is an area without a figure.
    language : {"vi", "en"}
    title : str or Prose, optional
        The finding; by default one that the figures themselves support.
    subtitle : str or Prose, optional
        What is measured; by default the indicators and their unit.
    log : bool, default False
        A logarithmic axis, for counts above zero only; the note says so.
    per : {"inhabitants", "households"}, optional
        Put counts on a base: per 100,000 inhabitants or per 1,000 households, of the nearest
        year that has one.  A total over more than a year becomes a yearly average first.
    show_refused : bool, default False
        Draw in grey what may not be compared with the largest group, each time with the full
        reasons beside it.

    Returns
    -------
    Chart
        Figures that are not comparable never share an axis; what sets a panel apart stands above
        it.  A place without a figure has an empty row.  Below the places of a comparison stand, in
        grey, the areas around them that may share the axis.  From eight places on, rows are as low
        as a line of text, and panels that a page cannot hold are told in the note.

    Raises
    ------
    UsageError
        If nothing is to be drawn, or an axis or a base does not suit the figures.
    NotComparable
        If `per` is asked for what is no count.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Sơn La", "Sông Công"])
    >>> ranges(data, answer, "en", "Poor households")
    <Chart 'Poor households': 5 figures>
    """
    writer = Writer(data, language)
    figures, missing, compared = shown
    based = compared is not None and compared.by.startswith("per_")
    given = {"log": log, "per": per, "show_refused": show_refused}
    given |= {"compared": compared, "based": based}
    return _drawn(writer, figures, missing, title, subtitle, **given)


@readers.public(measures=readers.figures)
def bases(
    data: Catalogue,
    measures: Mapping[str, Measure | None] | Iterable[Measure],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw derived figures on a common base, with the base named in the note.

    Examples
    --------
    >>> from welfare_analysis import load, observation, per_inhabitants
    >>> data = load()
    >>> sent = observation(data, "vamas-2024-vn-workers-2023")
    >>> base = observation(data, "nso-e02-01-vn-population-2023")
    >>> bases(data, {"VN": per_inhabitants(data, sent, base)}, "en", "Workers sent abroad")
    <Chart 'Workers sent abroad': 2 figures>
    """
    writer = Writer(data, language)
    return _drawn(writer, *measures, title, subtitle, based=True)


@drawn_twice
def _drawn(
    writer: Writer,
    figures: Sequence[Figure],
    missing: Sequence[str],
    title: object,
    subtitle: object,
    *,
    log: bool = False,
    per: str | None = None,
    show_refused: bool = False,
    compared: Comparison | None = None,
    based: bool = False,
) -> Chart:
    """Draw figures that were read, the areas without one, and below each panel its benchmarks."""
    # On a base drawn here, areas around have none of their own.
    around = [one.figure for one in compared.benchmarks] if compared and not per else []
    figures, notes = _distinct(figures), []
    if per is not None:
        figures, without = per_head.on_base(writer.data, figures, per)
        missing = [*missing, *without]
    if based or per is not None:
        notes += _bases(writer, figures)
    if log:
        _refuse_log(figures)
        notes.append(writer.say("log-axis"))
    parts = groups(writer.data, figures)
    crowded = is_crowded(figures)
    if show_refused or crowded:
        parts.sort(key=len, reverse=True)
    grouped = Grouping(writer, parts)
    if len(parts) > 1 and not log:
        notes.append(writer.say("series-own-axis"))
    rows = [_rows(writer, group) for group in parts]
    if crowded and any(len(own) > ROWS_MOST for own in rows):
        rows = [ends(own) for own in rows]
        notes.append(writer.say("ranges-ends", n=ROWS_MOST // 2))
    drawn = list(figures)
    for own, group in zip(rows, parts, strict=True):
        beside = [
            one for one in around if not any(separating(writer.data, one, of) for of in group)
        ]
        own += [_benchmark(writer, one) for one in beside]
        drawn += [one for one in beside if one not in drawn]
    shared = [""] * len(rows)
    if crowded:
        rows, shared = map(list, zip(*map(one_line, rows), strict=True))
    names = [] if crowded else list(map(writer.area, missing))
    left = _left_width([row for own in rows for row in own], names)
    panels = []
    for number, (own, group) in enumerate(zip(rows, parts, strict=True)):
        heading = " \u00b7 ".join(unique(filter(None, (grouped.heading(number), shared[number]))))
        unit = group[0].unit_label(writer.language)
        why = grouped.full_refusal(number) if show_refused else grouped.refusal(number)
        faded = show_refused and number > 0
        look = {"refusal": why, "faded": faded, "log": log, "dense": crowded}
        panels.append(Rows(writer, own, heading, unit, left, **look))
    if crowded:
        kept = within_page(panels)
        notes.append(left_out(writer, parts[kept:]))
        panels = panels[:kept]
    # What kind of figure it is stands beside each mark.
    entries = marks.used([], [figure for panel in panels for figure in panel.wide])
    canvas = stacked(writer, panels, names, left, marks.Key(writer, entries))
    return captions.side_by_side(
        writer, canvas, "ranges", grouped, drawn, missing, title, subtitle, notes, (), compared
    )


def _bases(writer: Writer, figures: Sequence[Figure]) -> list[str]:
    """Name the base of each derived figure, what they are once."""
    named: dict[str, list[str]] = {}
    for one in (one for one in figures if isinstance(one, Measure)):
        area, base = writer.area(one.area), one.inputs[-1]
        facts = {"period": writer.period(base), "figure": writer.text(base)}
        named.setdefault(writer.title(base), []).append(writer.say("base-of", area=area, **facts))
    return [
        writer.say("base-named", base=small(base), items="; ".join(unique(items)))
        for base, items in named.items()
    ]


def _refuse_log(figures: Sequence[Figure]) -> None:
    """Refuse a logarithmic axis for rates and for zero."""
    for figure in figures:
        rate = figure.inputs[0].unit_row["kind"] == "rate" or figure.unit in _RATES
        name = figure.inputs[0].observation
        if rate:
            raise UsageError(Said("no-log-of-rate", name=name, figure=figure.text))
        if figure.value <= 0:
            raise UsageError(Said("no-log-of-zero", name=name, figure=figure.text))


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """Keep each printed figure once, however many places print it."""
    found = {words.identity(figure): figure for figure in reversed(figures)}
    return [figure for figure in figures if found[words.identity(figure)] is figure]


# Rows ------------------------------------------------------------------------------------------


def _left_width(rows: Sequence[Row], missing: Sequence[str]) -> float:
    most = style.left(_LEFT_MOST)
    names = name_width([*(row.name for row in rows), *missing], most)
    details = name_width([row.detail for row in rows], most, style.SMALL)
    return max(names, details) + GAP


def _rows(writer: Writer, group: Sequence[Figure]) -> list[Row]:
    """Make the rows of a panel, area by area: where each has one, from high to low."""
    by_area: dict[str, list[Figure]] = {}
    for figure in group:
        by_area.setdefault(figure.area, []).append(figure)
    own = [_rows_of_area(writer, figures) for figures in by_area.values()]
    if all(len(rows) == 1 for rows in own):
        own = sorted(own, key=lambda rows: -rows[0].figures[0].value)
    return [row for rows in own for row in rows]


def _rows_of_area(writer: Writer, own: Sequence[Figure]) -> list[Row]:
    """Make the rows of an area: one a figure, but a result and its goals together."""
    by_period: dict[str, list[Figure]] = {}
    for figure in own:
        by_period.setdefault(writer.period(figure), []).append(figure)
    rows = []
    for figures in by_period.values():
        together = _row(writer, figures)
        results = sum(not marks.is_goal(figure) for figure in figures)
        if results <= 1 and style.text_width(together.label) <= _LABEL_MOST:
            rows.append(together)
        else:
            rows += [_row(writer, [figure]) for figure in figures]
    return rows


def _row(writer: Writer, figures: Sequence[Figure]) -> Row:
    first, area = figures[0], figures[0].area
    single = first.inputs[0]
    detail = [writer.period(first)]
    if len(figures) == 1 and single.measure != "actual":
        detail.append(writer.kind(single))
    if isinstance(first, Measure) and first.is_yearly_average:
        detail.append(writer.say("yearly-average"))
    if single.period_basis == "inferred":
        detail.append(writer.say("basis-inferred"))
    labels = [_label(writer, figure, len(figures) > 1) for figure in figures]
    return Row(
        writer.area(area),
        " \u00b7 ".join(detail),
        tuple(figures),
        " \u00b7 ".join(labels),
        style.place_colour(writer.data, area),
        area,
    )


def _benchmark(writer: Writer, figure: Figure) -> Row:
    """Make the row of an area around the places: marked as such, in grey, ranked with none."""
    row = _row(writer, [figure])
    name = writer.say("benchmark", area=row.name)
    return replace(row, name=name, colour=style.MUTED)


def _label(writer: Writer, figure: Figure, with_kind: bool) -> str:
    text, flags = writer.text(figure), writer.flags(figure)
    if isinstance(figure, Measure):
        text = writer.number_range(figure) + "%" * (figure.unit == "percent")
    if with_kind and figure.inputs[0].measure != "actual":
        text = f"{writer.kind(figure.inputs[0])} {text}"
    return f"{text} ({', '.join(flags)})" if flags else text
