"""Series: figures over time, one panel a place; no line across a change of standard."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...errors import UsageError
from ...judge.limits import is_provisional
from ...judge.times import period_years
from ...texts import Said
from .. import readers
from ..document import unique
from ..writer import Writer
from . import captions, crowded, headings, multiples, panels, style, timeline
from .chart import Chart, drawn_twice, finished
from .timeline import Panel

_PANELS_MOST = 24  # beyond that nobody reads them, and drawing takes minutes
_SMALL_MOST = multiples.COLUMNS * multiples.ROWS_MOST  # what a page holds


@readers.public(shown=readers.observations)
@drawn_twice
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
        From eight places on, the panels are small plots within a page, those that moved most first.

    Raises
    ------
    UsageError
        If nothing is selected, or more panels than anyone can read.

    Examples
    --------
    >>> from welfare_analysis import load, select
    >>> data = load()
    >>> found = select(data, "poor_household_rate", "Sơn La")
    >>> series(data, found, "en", "Poor households of Sơn La")
    <Chart 'Poor households of Sơn La': 7 figures>
    """
    writer = Writer(data, language)
    every = _distinct(writer, shown)
    figures = [figure for figure in every if not _superseded(data, figure, every)]
    drawn = _panels(writer, figures)
    gap = writer.say("series-gap") if any(panel.breaks for panel in drawn) else ""
    small = crowded.is_crowded(figures)
    items = _counted(writer, drawn, figures) if small else [_spoken(writer, one) for one in drawn]
    shown_most = sorted(drawn, key=_movement, reverse=True)[:_SMALL_MOST] if small else drawn
    subject = captions.subjects(writer, figures)
    return finished(
        writer,
        multiples.draw(writer, shown_most)
        if small
        else panels.draw(writer, drawn, _years(figures)),
        every,
        title or headings.over_time(writer, drawn),
        subtitle or _subtitle(writer, figures, len(shown_most) if small else 0, len(drawn)),
        captions.description(writer, "series", subject, items, gap),
        [
            writer.say("series-own-axis") if len(drawn) > 1 else "",
            gap,
            _left_alone(writer, drawn),
            _left_out(writer, [one for one in every if one not in figures]),
            *captions.comments(writer, figures),
        ],
    )


def _subtitle(writer: Writer, figures: Sequence[Observation], small: int, total: int) -> str:
    """Say what is measured, and of small plots in which order they stand and how many they are."""
    measured = captions.measured(writer, figures)
    if not small:
        return measured
    said = writer.say("series-small", subject=measured)
    facts = {"shown": writer.number(small), "total": writer.number(total)}
    return writer.say("series-small-of", said=said, **facts) if small < total else said


def _movement(panel: Panel) -> float:
    """Return how far the last joined result lies from the first, relative to the larger."""
    run = [point for line in panel.lines[-1:] for point in line] or multiples.results(panel)
    ends = [run[0].figure.value, run[-1].figure.value] if run else [0.0]
    return abs(ends[-1] - ends[0]) / max(map(abs, ends)) if any(ends) else 0.0


def _counted(writer: Writer, drawn: Sequence[Panel], figures: Sequence[Observation]) -> list[str]:
    years = sorted(figure.period_end.year for figure in figures)
    facts = {"first": str(years[0]), "last": str(years[-1])}
    return [writer.say("alt-panels", total=writer.number(len(drawn)), **facts)]


def _distinct(writer: Writer, figures: Sequence[Observation]) -> list[Observation]:
    """Keep each figure once, the printing with the fewest remarks, by place and date."""
    found: dict[tuple, Observation] = {}
    names = ["indicator", "area", "period_start", "period_end", "value", "standard", "measure"]
    for figure in sorted(figures, key=lambda one: len(writer.remarks(one))):
        found.setdefault(tuple(getattr(figure, name) for name in names), figure)
    order = writer.data.areas["area"].tolist()
    return sorted(found.values(), key=lambda one: (order.index(one.area), one.period_end))


def _superseded(data: Catalogue, figure: Observation, figures: Sequence[Observation]) -> bool:
    """Tell whether a provisional figure has a later one that is not, for the same time."""
    if not is_provisional(figure):
        return False
    return any(
        other.measure == figure.measure
        and _key(data, other) == _key(data, figure)
        and other.standard == figure.standard
        and not is_provisional(other)
        and abs((other.period_end - figure.period_end).days) <= 31
        for other in figures
    )


# Panels --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Key:
    """What the figures of one panel have in common."""

    area: str
    indicator: str
    unit: str
    years: float
    owner: str


def _key(data: Catalogue, figure: Observation) -> _Key:
    years = round(period_years(figure), 1) if timeline.is_span(figure) else 0.0
    # Two standards in force at one time, of the city and of the country, are two stories.
    owner = data.record("standards", figure.standard)["owner_area"] if figure.standard else ""
    return _Key(figure.area, figure.indicator, figure.unit, years, owner)


def _panels(writer: Writer, figures: Sequence[Observation]) -> list[Panel]:
    by_key: dict[_Key, list[Observation]] = {}
    for figure in figures:
        by_key.setdefault(_key(writer.data, figure), []).append(figure)
    if len(by_key) > _PANELS_MOST and len({key.indicator for key in by_key}) > 1:
        areas, indicators = (
            {getattr(key, name) for key in by_key} for name in ("area", "indicator")
        )
        counts = {"panels": len(by_key), "indicators": len(indicators), "areas": len(areas)}
        raise UsageError(Said("many-panels", **counts, most=_PANELS_MOST))
    return [_panel(writer, key, list(by_key), own) for key, own in by_key.items()]


def _panel(writer: Writer, key: _Key, keys: Sequence[_Key], own: Sequence[Observation]) -> Panel:
    standards = _in_time(writer.data, own)
    # The standard changes between the last figure of one and the first of the next.
    starts = [writer.data.record("standards", later)["valid_from"] for later in standards[1:]]
    return Panel(
        _heading(writer, key, keys, own),
        own[0].unit_label(writer.language),
        timeline.points(writer, own),
        tuple(map(timeline.date_position, starts)),
        tuple(map(writer.short_standard, standards)),
        style.place_colour(writer.data, key.area),
        key.area,
    )


def _heading(writer: Writer, key: _Key, keys: Sequence[_Key], own: Sequence[Observation]) -> str:
    """Name the place, and the indicator or the period where panels differ in them."""
    name = writer.area(key.area)
    if len({one.indicator for one in keys}) > 1:
        name = f"{name} \u2013 {writer.title(own[0])}"
    lengths = {one.years for one in keys if one == replace(key, years=one.years)}
    return f"{name} \u00b7 {writer.period(own[0])}" if len(lengths) > len(own) else name


def _in_time(data: Catalogue, figures: Sequence[Observation]) -> list[str]:
    """List the standards of figures by the date from which each was valid."""
    starts = {
        name: data.record("standards", name)["valid_from"]
        for name in unique(figure.standard for figure in figures)
    }
    return sorted((name for name in starts if pd.notna(starts[name])), key=starts.get)


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


# Notes and description -----------------------------------------------------------------------


def _left_alone(writer: Writer, drawn: Sequence[Panel]) -> str:
    """Name the figures that stand beside a line and are not joined with it."""
    alone = [one.figure for panel in drawn for one in panel.points if panel.is_left_alone(one)]
    said = [f"{writer.text(figure)} ({writer.period(figure)})" for figure in alone]
    return writer.say("series-alone", figures=writer.joined(said)) if said else ""


def _left_out(writer: Writer, figures: Sequence[Observation]) -> str:
    """Name the provisional figures that are not drawn because a final one is."""
    said = [f"{writer.area(one.area)} {writer.text(one)} ({writer.period(one)})" for one in figures]
    return writer.say("series-superseded", figures=writer.joined(said)) if said else ""


def _spoken(writer: Writer, panel: Panel) -> str:
    parts = []
    for figure in panel.figures:
        facts = [writer.kind(figure)] if figure.measure != "actual" else []
        facts += [writer.short_standard(figure.standard)] if panel.breaks else []
        aside = f" ({', '.join(facts)})" if facts else ""
        parts.append(f"{writer.period(figure)} {writer.flagged(figure)}{aside}")
    return f"{panel.heading}: {', '.join(parts)}"
