"""Series: figures over time, one panel a place; no line across a change of standard."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from ..catalogue import Catalogue
from ..codes import Status, Temporal
from ..errors import UsageError
from ..figures import Observation, observation
from ..measures import period_years
from ..messages import message
from ..prose import words
from ..prose.bundle import is_date, unique
from . import describe, marks, style, timeline
from .chart import Chart
from .timeline import Break, Panel, Point


@dataclass(frozen=True)
class _Key:
    """What the figures of one panel have in common."""

    area: str
    indicator: str
    unit: str
    years: float
    owner: str


def series(
    data: Catalogue,
    shown: pd.DataFrame | Iterable[Observation],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw figures over time, in one panel for each place (and indicator).

    Parameters
    ----------
    data : Catalogue
    shown : DataFrame or iterable of Observation
        Such as `select` returns.  A figure printed in several places is drawn once.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional

    Returns
    -------
    Chart
        Every panel has its own axis from zero.  Lines join results of one standard only; where
        the standard changes there is a gap, a mark and the names of both.  Goals and
        provisional figures have their own marks.
    """
    every = _distinct(data, _listed(data, shown))
    figures = [figure for figure in every if not _superseded(data, figure, every)]
    if not figures:
        raise UsageError("No figure to draw: the selection is empty.")
    keys = list(dict.fromkeys(_key(data, figure) for figure in figures))
    several = len({key.indicator for key in keys}) > 1
    panels = [_panel(data, key, figures, several, language) for key in keys]
    with style.drawing():
        sheet = timeline.draw(panels, _years(figures), language)
        notes = _notes(panels, language) + _left_out(data, every, figures, language)
        notes += describe.comments(data, figures, language)
        measured = subtitle or _subtitle(figures, language)
        return describe.finished(
            sheet, language, title or _finding(data, panels, figures, language), measured,
            _alt(data, panels, figures, language), every, notes,
        )  # fmt: skip


def _listed(data: Catalogue, shown: pd.DataFrame | Iterable[Observation]) -> list[Observation]:
    if isinstance(shown, pd.DataFrame):
        return [observation(data, name) for name in shown["observation"] if name]
    return list(shown)


def _distinct(data: Catalogue, figures: Sequence[Observation]) -> list[Observation]:
    """Keep each figure once, the printing with the fewest remarks, by place and date."""
    found: dict[tuple, Observation] = {}
    for figure in sorted(figures, key=lambda one: len(words.remarks(one, "en"))):
        same = (figure.indicator, figure.area, figure.period_start, figure.period_end,
                figure.value, figure.standard, figure.measure)  # fmt: skip
        found.setdefault(same, figure)
    order = data.areas["area"].tolist()
    return sorted(found.values(), key=lambda one: (order.index(one.area), one.period_end))


def _superseded(data: Catalogue, figure: Observation, figures: Sequence[Observation]) -> bool:
    """Tell whether a provisional figure has a later one that is not, for the same time."""
    if Status.PROVISIONAL not in figure.status.split():
        return False
    return any(
        other.measure == figure.measure and _key(data, other) == _key(data, figure)
        and other.standard == figure.standard and Status.PROVISIONAL not in other.status.split()
        and abs((other.period_end - figure.period_end).days) <= 31
        for other in figures
    )  # fmt: skip


def _left_out(
    data: Catalogue, every: Sequence[Observation], drawn: Sequence[Observation], language: str
) -> list[str]:
    """Name the provisional figures that are not drawn because a final one is."""
    names = {one: words.area_name(data, one.area, language) for one in every if one not in drawn}
    left = [f"{name} {one.text(language)} ({one.period(language)})" for one, name in names.items()]
    if not left:
        return []
    return [message("series-superseded", language, figures=words.joined(left, language))]


def _key(data: Catalogue, figure: Observation) -> _Key:
    flow = figure.indicator_row["temporal"] == Temporal.FLOW and figure.period_start
    years = round(period_years(figure), 1) if flow else 0.0
    # Two standards in force at one time, of the city and of the country, are two stories.
    owner = data.record("standards", figure.standard)["owner_area"] if figure.standard else ""
    return _Key(figure.area, figure.indicator, figure.unit, years, owner)


def _panel(
    data: Catalogue, key: _Key, figures: Sequence[Observation], several: bool, language: str
) -> Panel:
    own = [figure for figure in figures if _key(data, figure) == key]
    breaks = _breaks(data, own, language)
    points = tuple(_point(figure, language) for figure in own)
    name = words.area_name(data, key.area, language)
    heading = f"{name} \u2013 {words.title(own[0], language)}" if several else name
    return Panel(heading, describe.unit_of(own[0], language), points, _lines(points), breaks,
                 _names(data, own, breaks, language), style.place_colour(data, key.area),
                 key.area)  # fmt: skip


def _point(figure: Observation, language: str) -> Point:
    remark = figure.flags(language)
    number = figure.number(language) + ("%" if figure.unit == "percent" else "")
    if figure.qualifier == "order":
        number = figure.text(language)
    elif figure.qualifier != "exact":
        number = message(f"qualifier-{figure.qualifier}", language, figure=number)
    return Point(figure, timeline.position(figure), number, ", ".join(remark))


def _lines(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Join results of one standard; a figure marked as a break begins a new line."""
    lines: dict[tuple, list[Point]] = {}
    started = dict.fromkeys((point.figure.standard for point in points), 0)
    for point in _one_a_date([p for p in points if p.figure.measure not in marks.GOALS]):
        standard = point.figure.standard
        if Status.BREAK in point.figure.status.split():
            started[standard] += 1
        lines.setdefault((standard, started[standard]), []).append(point)
    return tuple(tuple(line) for line in lines.values() if len(line) > 1)


_SAME_TIME = 0.12  # years: a provisional December figure and the one of 31 December


def _one_a_date(points: Sequence[Point]) -> list[Point]:
    """Choose one figure where several stand for one date: the last that is not provisional."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda one: one.x):
        if kept and point.x - kept[-1].x < _SAME_TIME and _standard(kept[-1]) == _standard(point):
            if _preference(point) >= _preference(kept[-1]):
                kept[-1] = point
        else:
            kept.append(point)
    return kept


def _standard(point: Point) -> str:
    return point.figure.standard


def _preference(point: Point) -> int:
    letters = point.figure.status.split()
    return -sum(letter in letters for letter in (Status.PROVISIONAL, Status.LOW_RELIABILITY))


def _breaks(data: Catalogue, figures: Sequence[Observation], language: str) -> tuple[Break, ...]:
    """Find where the standard changes: between the last figure of one and the first of the next."""
    standards = _in_time(data, figures)
    return tuple(
        Break(timeline.date_position(data.record("standards", later)["valid_from"]))
        for later in standards[1:]
    )


def _in_time(data: Catalogue, figures: Sequence[Observation]) -> list[str]:
    names = unique(figure.standard for figure in figures)
    dated = [name for name in names if is_date(data.record("standards", name)["valid_from"])]
    return sorted(dated, key=lambda name: data.record("standards", name)["valid_from"])


def _names(
    data: Catalogue, figures: Sequence[Observation], breaks: Sequence[Break], language: str
) -> tuple[str, ...]:
    names = _in_time(data, figures)
    return tuple(words.short_standard(data, name, language) for name in names)


def _years(figures: Sequence[Observation]) -> tuple[int, int]:
    starts = [timeline.date_position(figure.period_start) if timeline.is_span(figure)
              # A figure of 31 December lies on the edge of its year: that year must be shown.
              else timeline.position(figure) - 0.05 for figure in figures]  # fmt: skip
    ends = [timeline.date_position(figure.period_end) for figure in figures]
    return math.floor(min(starts)), math.ceil(max(ends) - 0.001)


def _notes(panels: Sequence[Panel], language: str) -> list[str]:
    notes = [message("series-own-axis", language)] if len(panels) > 1 else []
    if any(panel.breaks for panel in panels):
        notes.append(message("series-gap", language))
    return notes


def _subtitle(figures: Sequence[Observation], language: str) -> str:
    units = unique(describe.unit_of(figure, language) for figure in figures)
    return message("subtitle", language, subject=describe.subjects(figures, language),
                   unit=words.joined(units, language))  # fmt: skip


def _finding(
    data: Catalogue, panels: Sequence[Panel], figures: Sequence[Observation], language: str
) -> str:
    """Say how the latest line of the first panel ran, where its intervals show it."""
    lines = [line for panel in panels[:1] for line in panel.lines]
    if not lines:
        return describe.subjects(figures, language)
    line = max(lines, key=lambda one: one[-1].x)
    first, last = line[0].figure, line[-1].figure
    facts = {"area": words.area_name(data, first.area, language), "first": first.text(language),
             "last": last.text(language), "start": first.period(language),
             "end": last.period(language)}  # fmt: skip
    if first.interval.meets(last.interval):
        return message("series-flat", language, **facts)
    return message("series-up" if last.value > first.value else "series-down", language, **facts)


def _alt(
    data: Catalogue, panels: Sequence[Panel], figures: Sequence[Observation], language: str
) -> str:
    items = [_spoken(data, panel, language) for panel in panels]
    subject = describe.subjects(figures, language)
    gap = message("series-gap", language) if any(panel.breaks for panel in panels) else ""
    return describe.description("series", subject, items, language, gap)


def _spoken(data: Catalogue, panel: Panel, language: str) -> str:
    parts = []
    for point in panel.points:
        figure = point.figure
        facts = [words.kind(figure, language)] if figure.measure != "actual" else []
        facts += [words.short_standard(data, figure.standard, language)] if panel.breaks else []
        aside = f" ({', '.join(facts)})" if facts else ""
        parts.append(f"{figure.period(language)} {words.flagged(figure, language)}{aside}")
    return f"{panel.heading}: {', '.join(parts)}"
