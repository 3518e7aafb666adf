"""Strip: where each place stands on one line, among those that may be compared."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from ...codes import GOALS
from ...data.catalogue import Catalogue
from ...data.numerals import scale_word
from ...messages import message
from .. import readers, words
from . import describe, grouping, marks, style
from . import headings as findings
from . import refusals as asides
from .chart import Chart
from .labels import Box, place
from .layout import Sheet, axis_scale, plain_frame, tick_text

_ROOMS = (0.62, 0.9, 1.15)  # inches above the line for the names; more where they crowd
_AXIS = 0.24
_PAD = 0.3  # inches free at either end of the line


@dataclass(frozen=True)
class _Line:
    """Places that may stand on one line."""

    heading: str
    figures: tuple[words.Figure, ...]
    unit: str
    refusal: tuple[str, ...]


@readers.public(shown=readers.figures)
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

    Raises
    ------
    UsageError
        If there is no result or estimate to place.
    """
    figures, missing = shown
    results = [one for one in figures if words.first_input(one).measure not in GOALS]
    gone = dict.fromkeys(one.area for one in figures if one not in results)
    results = readers.needed(results, "result")
    missing = [*missing, *(area for area in gone if area not in {one.area for one in results})]
    parts = grouping.groups(data, results)
    codes = grouping.separations(data, parts)
    with style.drawing():
        lines = [_line(data, parts, number, codes, language) for number in range(len(parts))]
        names = [words.area_name(data, area, language) for area in missing]
        sheet = _draw(data, lines, names, language)
        notes = [
            message("series-own-axis", language) if len(parts) > 1 else "",
            describe.absent(data, missing, language),
            *describe.comments(data, results, language),
        ]
        items = [describe.item(data, one, language) for line in lines for one in line.figures]
        alt = describe.description(
            "strip",
            describe.subjects(results, language),
            items,
            language,
            describe.absent(data, missing, language),
            grouping.why_apart(codes, language),
        )
        return describe.finished(
            sheet,
            language,
            title or findings.side_by_side(data, parts, codes, language),
            subtitle or describe.measured(results, language),
            alt,
            results,
            notes,
        )


def _line(
    data: Catalogue,
    parts: Sequence[Sequence[words.Figure]],
    number: int,
    codes: Sequence[str],
    language: str,
) -> _Line:
    part = sorted(parts[number], key=lambda one: one.value)
    why = [grouping.why_refused(data, parts[:number], part, language)] if number else []
    return _Line(
        grouping.heading(data, part, codes, language),
        tuple(part),
        describe.unit_of(part[0], language),
        tuple(why),
    )


def _draw(data: Catalogue, lines: Sequence[_Line], missing: Sequence[str], language: str) -> Sheet:
    left = max((style.text_width(name) for name in missing), default=0.0) + asides.GAP + 0.02
    bands = [_Band(data, line, language) for line in lines]
    heights = [asides.refusal_height(band.line.refusal) + band.height for band in bands]
    sheet = Sheet(sum(heights) + asides.missing_height(missing, left) + 0.06)
    y = 0.02
    for band, height in zip(bands, heights, strict=True):
        asides.draw_refusal(sheet, band.line.refusal, y)
        band.draw(sheet, y + asides.refusal_height(band.line.refusal))
        y += height
    asides.draw_missing(sheet, missing, y, left, language)
    return sheet


class _Band:
    """A line with its measures: its scale, and a place for every name."""

    def __init__(self, data: Catalogue, line: _Line, language: str):
        self.data, self.line, self.language = data, line, language
        ends = [one.interval.high for one in line.figures if not math.isinf(one.interval.high)]
        top = max([one.value for one in line.figures] + ends) or 1.0
        self.scale = axis_scale(top)
        low = min(0.0, *(one.interval.low / self.scale for one in line.figures))
        self.limits = low, top / self.scale * 1.04
        self.width = style.WIDTH - 2 * _PAD
        self.texts = [
            (words.area_name(data, one.area, language), _spoken(one, language))
            for one in line.figures
        ]
        self.spots = [(self._inch(one.value / self.scale), 0.08) for one in line.figures]
        for self.room in _ROOMS:
            self.boxes = self._placed(self.room)
            if not any(a.overlap(b) for a, b in itertools.combinations(self.boxes, 2)):
                break

    @property
    def height(self) -> float:
        """Inches from the top of the band to the next one."""
        return style.LINE * bool(self.line.heading) + self.room + _AXIS + 0.14

    def _inch(self, x: float) -> float:
        low, high = self.limits
        return (x - low) / (high - low) * self.width

    def _placed(self, room: float) -> list[Box]:
        limits = Box(-_PAD, 0.04, self.width + _PAD, room + 0.04)
        taken = [Box(x - 0.07, y - 0.07, x + 0.07, y + 0.07) for x, y in self.spots]
        marked = len(taken)
        for spot, (name, figure) in zip(self.spots, self.texts, strict=True):
            wide = max(
                style.text_width(name, style.SMALL, "bold"), style.text_width(figure, style.SMALL)
            )
            taken.append(place(spot, (wide + 0.06, 0.27), taken, [], limits))
        return taken[marked:]

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw the band with its top at a height of the sheet."""
        if self.line.heading:
            sheet.text(0, y + 0.09, self.line.heading, fontweight="bold")
            y += style.LINE
        areas = " ".join(dict.fromkeys(one.area for one in self.line.figures))
        ax = sheet.axes(_PAD, y, self.width, self.room, areas)
        ax.set(xlim=self.limits, ylim=(0, self.room))
        plain_frame(ax)
        found = MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]).tick_values(*self.limits)
        ticks = [tick for tick in found if self.limits[0] <= tick <= self.limits[1]]
        ax.xaxis.set_major_locator(FixedLocator(ticks))
        ax.xaxis.set_major_formatter(FuncFormatter(self._tick))
        for one in zip(self.line.figures, self.spots, self.texts, self.boxes, strict=True):
            self._draw_place(ax, *one)

    def _tick(self, value: float, _: int) -> str:
        """Write a number of the line with its scale; the unit stands at every place."""
        number = tick_text(value, self.line.unit, self.language)
        named = self.scale > 1 and value
        return f"{number} {scale_word(self.scale, self.language)}" if named else number

    def _draw_place(
        self,
        ax: Axes,
        figure: words.Figure,
        spot: tuple[float, float],
        text: tuple[str, str],
        box: Box,
    ) -> None:
        low, high = self.limits
        colour = style.place_colour(self.data, figure.area)
        marks.draw(ax, figure, spot[1], colour, high, self.scale)
        x = low + (box.left + box.right) / 2 / self.width * (high - low)
        y = (box.low + box.high) / 2
        if box.distance(spot) > 0.12:
            ax.plot(
                [figure.value / self.scale, x],
                [spot[1], box.low],
                color=style.MUTED,
                linewidth=0.5,
                zorder=1,
                clip_on=False,
            )
        for up, one, weight in ((0.065, text[0], "bold"), (-0.065, text[1], "normal")):
            ax.text(
                x,
                y + up,
                one,
                ha="center",
                va="center",
                fontsize=style.SMALL,
                fontweight=weight,
                zorder=5,
            )


def _spoken(figure: words.Figure, language: str) -> str:
    """Write a figure with its flags and, hatched as it is drawn, that it is an estimate."""
    single = words.first_input(figure)
    text = words.flagged(figure, language)
    return f"{text}, {words.kind(single, language)}" if single.measure == "estimate" else text
