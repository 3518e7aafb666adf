"""Lines: how places moved on one axis, with the areas around them in grey."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from ...data.catalogue import Catalogue
from ...errors import NotComparable
from ...judge.derived import Figure
from ...judge.limits import is_doubtful
from ...judge.times import closing
from ...texts import Said, both
from .. import readers
from ..writer import Writer
from . import captions, marks, style
from .canvas import (
    Canvas,
    axis_scale,
    axis_unit,
    bottom_line,
    round_numbers,
    set_ticks,
    tick_text,
    tick_width,
)
from .chart import Chart, drawn_twice, finished
from .labels import Box, along, place
from .strands import Strand, position, strands

_LEAST, _AXIS, _TOP = 1.9, 0.3, 0.14  # inches: of the plot, below it, above it
_NAME, _STEP = 0.185, 0.14  # inches from one name at the right edge to the next, and in a name
_NAMES_MOST = 0.48  # of the width
_BOLD = (style.BODY, "bold")
_GAP, _LEADER = 0.1, 0.16  # inches from the last date to the leaders, and of these
_YEARS_MOST = 6  # dates whose names have room
_MARK = 0.12  # inches of the mark before a name
_ASIDE, _AT_ONE = 0.11, 0.06  # inches between marks that would cover each other, from this near
_ONE = ("indicator", "standard", "unit")


@readers.public(shown=readers.figures)
@drawn_twice
def lines(
    data: Catalogue,
    shown: readers.Figures,
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw how places moved on one axis, each line named at its end.

    Parameters
    ----------
    data : Catalogue
    shown : iterable of Observation or Measure, or what else `ranges` takes
        Figures at dates, of one indicator, standard and unit.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional

    Returns
    -------
    Chart
        Places in their colours; areas around them in grey.  A doubtful figure is hollow,
        and a line to it, or over years without a figure, is dashed.

    Raises
    ------
    NotComparable
        If two of the figures may not share an axis.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Sơn La", "Sông Công"], "poor_household_rate")
    >>> lines(data, found.shared, "en", "Poor households")
    <Chart 'Poor households': 12 figures>
    """
    figures, missing = shown
    writer = Writer(data, language)
    _alike(figures)
    drawn = _Plot(writer, figures)
    items = [one.spoken(writer) for one in drawn.lines]
    subject = writer.indicator(figures[0].indicator)
    without = captions.absent(writer, missing)
    notes = [writer.say("lines-dashed")] if drawn.is_dashed else []
    return finished(
        writer,
        drawn.canvas(),
        figures,
        title or _measured(writer, figures[0]),
        subtitle or (_measured(writer, figures[0]) if title else ""),
        captions.description(writer, "lines", subject, items, without),
        [*notes, without],
    )


def _alike(figures: Sequence[Figure]) -> None:
    """Refuse figures of more than one indicator, standard or unit."""
    first = figures[0]
    for one in figures[1:]:
        if any(getattr(one, name) != getattr(first, name) for name in _ONE):
            names = both((first.observations[0], one.observations[0]))
            raise NotComparable(Said("no-axis-for-both", names=names))


def _measured(writer: Writer, figure: Figure) -> str:
    """Write what is measured, by which standard and in which unit."""
    facts = {
        "subject": writer.indicator(figure.indicator),
        "unit": figure.unit_label(writer.language),
    }
    if not figure.standard:
        return writer.say("subtitle", **facts)
    return writer.say("lines-subtitle", standard=writer.short_standard(figure.standard), **facts)


class _Plot:
    """One axis over time with the lines on it, measured in inches."""

    def __init__(self, writer: Writer, figures: Sequence[Figure]):
        self.writer = writer
        self.lines = strands(writer, figures)
        self.unit = figures[0].unit_label(writer.language)
        top = marks.highest(figures) or 1.0
        self.scale = axis_scale(top)
        self.top_value = top / self.scale * 1.08
        self.ticks = [
            tick for tick in round_numbers(4, 0, top / self.scale) if 0 <= tick <= self.top_value
        ]
        self.left = tick_width(writer, self.ticks, self.unit) + 0.12
        most = _NAMES_MOST * style.width()
        self.ends = [style.wrapped(self._end(one), most, *_BOLD) for one in self.lines]
        right = max(style.text_width(text, style.BODY, "bold") for end in self.ends for text in end)
        self.width = style.width() - self.left - right - _GAP - _LEADER - _MARK - 0.02
        self.height = max(_LEAST, sum(map(_room, self.ends)))
        ends = [position(one) for line in self.lines for one in line.figures]
        self.first, self.until = min(ends), max(ends)

    @property
    def is_dashed(self) -> bool:
        return any(not sure for line in self.lines for _, _, sure in line.steps)

    def _end(self, line: Strand) -> str:
        """Name a line with its last figure, and the date where it ends before others."""
        newest = max(position(one.last) for one in self.lines)
        figure = self.writer.flagged(line.last)
        dated = newest - position(line.last) > 0.1
        period = f" ({self.writer.period(line.last)})" if dated else ""
        return f"{line.name} {figure}{period}"

    def _spot(self, figure: Figure) -> tuple[float, float]:
        across = self.until - self.first or 1.0
        inset = 0.12  # a mark at the edge has room for its number
        x = inset + (position(figure) - self.first) / across * (self.width - 2 * inset)
        return x, figure.value / self.scale / self.top_value * self.height

    def _seen(self, line: Strand, figure: Figure) -> tuple[float, float]:
        """Return where the mark of a figure stands: beside those of places that it would cover."""
        x, y = self._spot(figure)
        if line.is_around:
            return x, y
        spots = {other.area: map(self._spot, other.figures) for other in self.lines}
        near = [
            one for one, own in spots.items() if any(math.dist((x, y), at) < _AT_ONE for at in own)
        ]
        here = [other for other in self.lines if other.area in near and not other.is_around]
        return x + (here.index(line) - (len(here) - 1) / 2) * _ASIDE, y

    def canvas(self) -> Canvas:
        """Draw everything."""
        canvas = Canvas(_TOP + self.height + _AXIS)
        ax = canvas.axes(self.left, _TOP, self.width, self.height, "lines")
        ax.set(xlim=(0, self.width), ylim=(0, self.height))
        self._frame(ax)
        for line in sorted(self.lines, key=lambda one: not one.is_around):
            self._draw(ax, line)
        self._number(ax)
        self._name(ax)
        unit = axis_unit(self.writer, self.unit, self.scale)
        canvas.text(0, 0.06, unit, **style.NOTE)
        return canvas

    def _frame(self, ax: Axes) -> None:
        bottom_line(ax)
        heights = [tick / self.top_value * self.height for tick in self.ticks]
        said = dict(zip(heights, self.ticks, strict=True))
        set_ticks(ax.yaxis, heights, lambda y: tick_text(self.writer, said.get(y, 0.0), self.unit))
        ax.tick_params(axis="y", length=0, pad=3, labelsize=style.BODY)
        ax.hlines(heights, 0, self.width, color=style.HAIR, linewidth=0.5, zorder=0)
        dates = {self._spot(one)[0]: one for line in self.lines for one in line.figures}
        named = self._dates(dates)
        widest = max(map(style.text_width, named.values())) + 0.08
        marked = _apart(sorted(dates), max(widest, self.width / _YEARS_MOST))
        set_ticks(ax.xaxis, marked, lambda x: named.get(x, ""))
        ax.tick_params(axis="x", length=3, labelsize=style.BODY)

    def _dates(self, figures: Mapping[float, Figure]) -> dict[float, str]:
        """Write the dates below the axis; ends of years as years alone where there is no room."""
        said = {x: self._date(one) for x, one in figures.items()}
        widest = max(map(style.text_width, said.values())) + 0.08
        if (len(said) - 1) * widest <= self.width:
            return said
        ends = {x: closing(one) for x, one in figures.items()}
        return {
            x: str(day.year) if (day.month, day.day) == (12, 31) else said[x]
            for x, day in ends.items()
        }

    def _date(self, figure: Figure) -> str:
        day = closing(figure)
        if (day.month, day.day) == (12, 31):
            return self.writer.say("lines-year-end", year=str(day.year))
        return self.writer.date(day)

    def _draw(self, ax: Axes, line: Strand) -> None:
        look = {"color": line.colour, "zorder": 2 if line.is_around else 3}
        for one, other, sure in line.steps:
            ends = zip(self._spot(one), self._spot(other), strict=True)
            width = 1.1 if line.is_around else 2.0
            ax.plot(*ends, linewidth=width, linestyle="-" if sure else style.DASHED, **look)
        size = 3.5 if line.is_around else 6.0
        for one in line.figures:
            fill = "white" if any(map(is_doubtful, one.inputs)) else line.colour
            x, y = self._seen(line, one)
            mark = {"markerfacecolor": fill, "markersize": size, "clip_on": False}
            ax.plot([x], [y], marker=line.shape, gid=marks.name(one), **mark, **look)

    def _number(self, ax: Axes) -> None:
        """Write the earlier figures of the places beside their marks, where there is room."""
        spots = [list(map(self._spot, line.figures)) for line in self.lines]
        taken = [Box.around(*spot, 0.06) for own in spots for spot in own]
        taken += [box for own in spots for box in along(own)]
        limits = Box(0.0, 0.0, self.width + 0.05, self.height + _TOP)
        for line in self.lines:
            for one in line.figures[:-1]:
                text = one.number(self.writer.language)
                weight = "normal" if line.is_around else "bold"
                size = style.text_width(text, style.BODY, weight) + 0.04, 0.14
                spot = self._spot(one)
                box = place(spot, size, taken, [], limits)
                if any(map(box.covers, taken)) or box.distance(spot) > 0.09:
                    continue  # a number that cannot stand by its mark says nothing
                taken.append(box)
                look = {"fontsize": style.BODY, "fontweight": weight, "color": line.ink}
                ax.text(*box.middle, text, ha="center", va="center", zorder=5, **look)

    def _name(self, ax: Axes) -> None:
        """Name each line at the right edge, apart from each other, led to its end."""
        order = sorted(range(len(self.lines)), key=lambda n: self._spot(self.lines[n].last)[1])
        ends = [self._spot(self.lines[n].last)[1] for n in order]
        heights = _spread(ends, [_room(self.ends[n]) for n in order], self.height)
        for n, y in zip(order, heights, strict=True):
            line = self.lines[n]
            x0, y0 = self._spot(line.last)
            x1 = self.width + _GAP + _LEADER
            leader = {"color": line.colour, "linewidth": 0.5, "clip_on": False, "zorder": 1}
            ax.plot([x0 + 0.06, self.width + _GAP / 2, x1 - 0.02], [y0, y0, y], **leader)
            if not line.is_around:
                mark = {"color": line.colour, "marker": line.shape, "markersize": 5}
                ax.plot([x1 + _MARK / 2], [y], clip_on=False, **mark)
            weight = "normal" if line.is_around else "bold"
            look = {"fontsize": style.BODY, "fontweight": weight, "color": line.ink}
            across = x1 + (0 if line.is_around else _MARK)
            for number, text in enumerate(self.ends[n]):
                up = y - (number - (len(self.ends[n]) - 1) / 2) * _STEP
                ax.text(across + 0.02, up, text, va="center", clip_on=False, **look)


def _room(name: Sequence[str]) -> float:
    """Return the inches that a name takes at the right edge."""
    return _NAME + _STEP * (len(name) - 1)


def _spread(heights: Sequence[float], rooms: Sequence[float], most: float) -> list[float]:
    """Move names apart, from low to high, as little as keeps each off the one below."""
    apart = [0.0, *((one + other) / 2 for one, other in itertools.pairwise(rooms))]
    placed: list[float] = []
    for height, gap in zip(heights, apart, strict=True):
        placed.append(max(height, placed[-1] + gap if placed else rooms[0] / 2 - 0.05))
    ceiling = most
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], ceiling)
        ceiling = placed[number] - apart[number]
    return placed


def _apart(places: Sequence[float], least: float) -> list[float]:
    """Keep the places that are so far from each other, the last one first."""
    kept: list[float] = []
    for place_of in reversed(places):
        if not kept or kept[-1] - place_of >= least:
            kept.append(place_of)
    return kept[::-1]
