"""Dot line: where each place stands on one line, among those that may be compared."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from matplotlib.axes import Axes

from ...data.catalogue import Catalogue
from ...data.numerals import scale_word
from ...judge.axes import groups, separating
from ...judge.derived import Figure
from .. import readers
from ..writer import Writer
from . import captions, marks, style
from .canvas import (
    Canvas,
    axis_scale,
    name_width,
    round_numbers,
    scale_below,
    tick_text,
    write,
)
from .chart import Chart, drawn_twice
from .crowded import ENDS, is_crowded, left_out, within_page
from .grouping import Grouping
from .labels import Box, place
from .refusals import GAP, refusal_height, stacked

_ROOMS = (0.62, 0.9, 1.15)  # inches above the line for the names; more where they crowd
_AXIS = 0.24
_TYPE = 8.5  # points
_NAMED_MOST = 12  # names that a line holds; beyond, its two ends are named
_PAD = 0.3  # inches free at either end of the line


@readers.public(shown=readers.beside)
@drawn_twice
def strip(
    data: Catalogue,
    shown: readers.Figures,
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw where each place stands: one line for all places that may be compared.

    Parameters
    ----------
    data : Catalogue
    shown : Comparison, DataFrame, iterable of Observation or Measure, or mapping of area to them
        Plans and targets are left out: a goal is no place to stand.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional

    Returns
    -------
    Chart
        Places stand from low to high, each with its name, its figure and its interval.  What may
        not be compared has a line of its own, with the reason; a place without a figure is named.
        The areas around the places of a comparison stand on the line in grey, marked as such.
        Of more than twelve on one line, the ends and the widest area around are named.

    Raises
    ------
    UsageError
        If there is no result or estimate to place.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Sơn La", "Sông Công"])
    >>> strip(data, answer, "en", "Poor households")
    <Chart 'Poor households': 5 figures>
    """
    writer = Writer(data, language)
    figures, missing, compared = shown
    results = readers.needed([one for one in figures if not marks.is_goal(one)], "result")
    gone = dict.fromkeys(one.area for one in figures if one not in results)
    missing = [*missing, *(area for area in gone if area not in {one.area for one in results})]
    parts, crowded = groups(data, results), is_crowded(results)
    if crowded:
        parts.sort(key=len, reverse=True)
    grouped = Grouping(writer, parts)
    beside = [one.figure for one in compared.benchmarks] if compared else []
    bands = [_Band(grouped, number, beside) for number in range(len(grouped.groups))]
    names, kept = list(map(writer.area, missing)), len(bands)
    if crowded:
        names, kept = [], within_page(bands)
    told = [figure for band in bands for figure in band.figures]
    notes = [writer.say("series-own-axis")] if len(bands) > 1 else []
    notes.append(left_out(writer, parts[kept:]))
    if any(len(band.named) < len(band.figures) for band in bands[:kept]):
        notes.append(writer.say("strip-ends", n=ENDS))
    bands = bands[:kept]
    canvas = stacked(writer, bands, names, name_width(names, style.width()) + GAP)
    drawn = [*results, *dict.fromkeys(one for one in told if one not in results)]
    return captions.side_by_side(
        writer, canvas, "strip", grouped, drawn, missing, title, subtitle, notes, told, compared
    )


class _Band:
    """A line with its measures: its scale, and a place for every name."""

    def __init__(self, grouped: Grouping, number: int, around: Sequence[Figure]):
        self.writer, self.refusal = grouped.writer, grouped.refusal(number)
        self.heading = grouped.heading(number)
        group, data = grouped.groups[number], self.writer.data
        # Areas around the places stand among them, marked as such.
        self.around = [one for one in around if not any(separating(data, one, of) for of in group)]
        self.figures = sorted([*group, *self.around], key=lambda one: one.value)
        self.unit = self.figures[0].unit_label(self.writer.language)
        top = marks.highest(self.figures) or 1.0
        self.scale = axis_scale(top)
        low = min(0.0, *(one.interval.low / self.scale for one in self.figures))
        self.limits = low, top / self.scale * 1.04
        self.width = style.width() - 2 * _PAD
        self.named = self._ends() if len(self.figures) > _NAMED_MOST else self.figures
        self.texts = [(self._named(one), self._spoken(one)) for one in self.named]
        self.spots = [(self._inch(one.value / self.scale), 0.08) for one in self.named]
        for self.room in _ROOMS:
            self.boxes = self._placed(self.room)
            if not any(a.overlap(b) for a, b in itertools.combinations(self.boxes, 2)):
                break

    @property
    def height(self) -> float:
        """Inches from the top of the refusal to the next band."""
        band = style.LINE * bool(self.heading) + self.room + _AXIS + 0.14
        return refusal_height(self.refusal) + band

    def _ends(self) -> list[Figure]:
        """Return the figures that are named where not all can be: the ends, the widest around."""
        ranked = [one for one in self.figures if one not in self.around]
        named = (*ranked[:ENDS], *ranked[-ENDS:], *self.around[-1:])
        return [one for one in self.figures if one in named]

    def _named(self, figure: Figure) -> str:
        name = self.writer.area(figure.area)
        return self.writer.say("benchmark", area=name) if figure in self.around else name

    def _spoken(self, figure: Figure) -> str:
        """Write a figure with its flags and, hatched as it is drawn, that it is an estimate."""
        single, text = figure.inputs[0], self.writer.flagged(figure)
        return f"{text}, {self.writer.kind(single)}" if single.measure == "estimate" else text

    def _inch(self, x: float) -> float:
        low, high = self.limits
        return (x - low) / (high - low) * self.width

    def _placed(self, room: float) -> list[Box]:
        limits = Box(-_PAD, 0.04, self.width + _PAD, room + 0.04)
        taken = [Box.around(*spot, 0.07) for spot in self.spots]
        for spot, (name, figure) in zip(self.spots, self.texts, strict=True):
            bold = style.text_width(name, _TYPE, "bold")
            wide = max(bold, style.text_width(figure, _TYPE))
            taken.append(place(spot, (wide + 0.06, 0.27), taken, [], limits))
        return taken[len(self.spots) :]

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw the band with its top at a height of the canvas."""
        if self.heading:
            canvas.text(0, y + 0.09, self.heading, fontweight="bold")
            y += style.LINE
        areas = " ".join(dict.fromkeys(one.area for one in self.figures))
        ax = canvas.sheet(_PAD, y, self.width, self.room, areas)
        ax.set(xlim=self.limits, ylim=(0, self.room))
        low, high = self.limits
        ticks = [tick for tick in round_numbers(5, low, high) if low <= tick <= high]
        scale_below(ax, ticks, self._tick, _TYPE)
        for figure in self.figures:
            own = style.place_colour(self.writer.data, figure.area)
            colour = style.MUTED if figure in self.around else own
            marks.draw(ax, figure, 0.08, colour, high, self.scale)
        for one in zip(self.named, self.spots, self.texts, self.boxes, strict=True):
            self._draw_name(ax, *one)

    def _tick(self, value: float) -> str:
        """Write a number of the line with its scale; the unit stands at every place."""
        number = tick_text(self.writer, value, self.unit)
        named = self.scale > 1 and value
        return f"{number} {scale_word(self.scale, self.writer.language)}" if named else number

    def _draw_name(
        self, ax: Axes, figure: Figure, spot: tuple[float, float], texts: Sequence[str], box: Box
    ) -> None:
        low, high = self.limits
        x, y = low + box.middle[0] / self.width * (high - low), box.middle[1]
        if box.distance(spot) > 0.12:
            leader = {"color": style.MUTED, "linewidth": 0.5, "zorder": 1, "clip_on": False}
            ax.plot([figure.value / self.scale, x], [spot[1], box.low], **leader)
        name, said = texts
        write(ax, x, y + 0.065, name, ha="center", zorder=5, fontweight="bold", fontsize=_TYPE)
        write(ax, x, y - 0.065, said, ha="center", zorder=5, fontsize=_TYPE)
