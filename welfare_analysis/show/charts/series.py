"""Series: figures over time, one panel a place; no line across a change of standard."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...codes import Status, Temporal
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...errors import UsageError
from ...judge.measures import period_years
from ...messages import message
from .. import readers, words
from ..bundle import is_date, unique
from . import describe, lines, panels, style, timeline
from . import headings as findings
from .chart import Chart
from .timeline import Break, Panel, Point

_PANELS_MOST = 24  # beyond that nobody reads them, and drawing takes minutes


@dataclass(frozen=True)
class _Key:
    """What the figures of one panel have in common."""

    area: str
    indicator: str
    unit: str
    years: float
    owner: str


@readers.public(shown=readers.observations)
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
        Every panel has its own axis from zero.  Totals over a period are columns of its width;
        lines join results of one standard and one time of the year only, dashed where they pass
        an estimate, a doubtful figure or years without one.  Where the standard changes there is
        a gap, a mark and the names of both.  Goals and provisional figures have their own marks.

    Raises
    ------
    UsageError
        If nothing is selected, or more panels than anyone can read.
    """
    every = _distinct(data, shown)
    figures = [figure for figure in every if not _superseded(data, figure, every)]
    keys = list(dict.fromkeys(_key(data, figure) for figure in figures))
    _refuse_crowd(keys)
    drawn = [_panel(data, key, keys, figures, language) for key in keys]
    with style.drawing():
        sheet = panels.draw(drawn, _years(figures), language)
        notes = _notes(drawn, language) + _left_out(data, every, figures, language)
        notes += describe.comments(data, figures, language)
        measured = subtitle or describe.measured(figures, language)
        return describe.finished(
            sheet,
            language,
            title or findings.over_time(data, drawn, language),
            measured,
            _alt(data, drawn, figures, language),
            every,
            notes,
        )


def _refuse_crowd(keys: Sequence[_Key]) -> None:
    if len(keys) > _PANELS_MOST:
        areas, indicators = ({getattr(key, name) for key in keys} for name in ("area", "indicator"))
        raise UsageError(
            f"{len(keys)} panels ({len(indicators)} indicators, {len(areas)} areas) are too many "
            f"for one chart; at most {_PANELS_MOST} are drawn. Select fewer indicators or areas, "
            "or show a table."
        )


def _distinct(data: Catalogue, figures: Sequence[Observation]) -> list[Observation]:
    """Keep each figure once, the printing with the fewest remarks, by place and date."""
    found: dict[tuple, Observation] = {}
    for figure in sorted(figures, key=lambda one: len(words.remarks(one, "en"))):
        same = (
            figure.indicator,
            figure.area,
            figure.period_start,
            figure.period_end,
            figure.value,
            figure.standard,
            figure.measure,
        )
        found.setdefault(same, figure)
    order = data.areas["area"].tolist()
    return sorted(found.values(), key=lambda one: (order.index(one.area), one.period_end))


def _superseded(data: Catalogue, figure: Observation, figures: Sequence[Observation]) -> bool:
    """Tell whether a provisional figure has a later one that is not, for the same time."""
    if Status.PROVISIONAL not in figure.status.split():
        return False
    return any(
        other.measure == figure.measure
        and _key(data, other) == _key(data, figure)
        and other.standard == figure.standard
        and Status.PROVISIONAL not in other.status.split()
        and abs((other.period_end - figure.period_end).days) <= 31
        for other in figures
    )


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
    data: Catalogue, key: _Key, keys: Sequence[_Key], figures: Sequence[Observation], language: str
) -> Panel:
    own = [figure for figure in figures if _key(data, figure) == key]
    breaks = _breaks(data, own, language)
    points = lines.points(own, language)
    return Panel(
        _heading(data, key, keys, own, language),
        describe.unit_of(own[0], language),
        points,
        lines.joined(points),
        breaks,
        _names(data, own, breaks, language),
        style.place_colour(data, key.area),
        key.area,
    )


def _heading(
    data: Catalogue, key: _Key, keys: Sequence[_Key], own: Sequence[Observation], language: str
) -> str:
    """Name the place, and the indicator or the period where panels differ in them."""
    name = words.area_name(data, key.area, language)
    if len({one.indicator for one in keys}) > 1:
        name = f"{name} \u2013 {words.title(own[0], language)}"
    lengths = {one.years for one in keys if one == replace(key, years=one.years)}
    return f"{name} \u00b7 {own[0].period(language)}" if len(lengths) > len(own) else name


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
    starts = [
        timeline.date_position(figure.period_start)
        if timeline.is_span(figure)
        # A figure of 31 December lies on the edge of its year: that year must be shown.
        else timeline.position(figure) - 0.05
        for figure in figures
    ]
    ends = [timeline.date_position(figure.period_end) for figure in figures]
    return math.floor(min(starts)), math.ceil(max(ends) - 0.001)


def _notes(drawn: Sequence[Panel], language: str) -> list[str]:
    notes = [message("series-own-axis", language)] if len(drawn) > 1 else []
    if any(panel.breaks for panel in drawn):
        notes.append(message("series-gap", language))
    alone = [point for panel in drawn for point in panel.points if _is_left_alone(panel, point)]
    if alone:
        listed = (
            f"{point.figure.text(language)} ({point.figure.period(language)})" for point in alone
        )
        notes.append(message("series-alone", language, figures=words.joined(listed, language)))
    return notes


def _is_left_alone(panel: Panel, point: Point) -> bool:
    """Tell whether a figure stands inside the time of a line of its standard but not on it."""
    if not lines.may_be_joined(point) or any(point in line for line in panel.lines):
        return False
    return any(
        lines.standard(line[0]) == lines.standard(point)
        and line[0].x < point.x < line[-1].x
        and all(abs(other.x - point.x) >= lines.SAME_TIME for other in line)
        for line in panel.lines
    )


def _alt(
    data: Catalogue, drawn: Sequence[Panel], figures: Sequence[Observation], language: str
) -> str:
    items = [_spoken(data, panel, language) for panel in drawn]
    subject = describe.subjects(figures, language)
    gap = message("series-gap", language) if any(panel.breaks for panel in drawn) else ""
    return describe.description("series", subject, items, language, gap)


def _spoken(data: Catalogue, panel: Panel, language: str) -> str:
    parts = []
    figures = [one for point in panel.points for one in (point.figure, point.until) if one]
    for figure in figures:
        facts = [words.kind(figure, language)] if figure.measure != "actual" else []
        facts += [words.short_standard(data, figure.standard, language)] if panel.breaks else []
        aside = f" ({', '.join(facts)})" if facts else ""
        parts.append(f"{figure.period(language)} {words.flagged(figure, language)}{aside}")
    return f"{panel.heading}: {', '.join(parts)}"
