"""Strip: where each place stands on one line, among those that may be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from ..catalogue import Catalogue
from ..messages import message
from ..numerals import scale_word
from ..prose import words
from . import asides, asked, describe, findings, grouping, marks, style
from .chart import Chart
from .labels import Box, place
from .sheet import Sheet, axis_scale, plain_frame, tick_text

_ROOM = 0.62  # inches above the line for the names
_AXIS = 0.24
_PAD = 0.3  # inches free at either end of the line


@dataclass(frozen=True)
class _Line:
    """Places that may stand on one line."""

    heading: str
    figures: tuple[words.Figure, ...]
    unit: str
    refusal: tuple[str, ...]


def strip(
    data: Catalogue,
    shown: asked.Shown,
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
    asked.checked(data, language)
    figures, missing = asked.figures(data, shown)
    results = [one for one in figures if words.first_input(one).measure not in marks.GOALS]
    gone = dict.fromkeys(one.area for one in figures if one not in results)
    results = asked.figures(data, results)[0]
    missing = [*missing, *(area for area in gone if area not in {one.area for one in results})]
    parts = grouping.groups(data, results)
    codes = grouping.separations(data, parts)
    with style.drawing():
        lines = [_line(data, parts, number, codes, language) for number in range(len(parts))]
        names = [words.area_name(data, area, language) for area in missing]
        sheet = _draw(data, lines, names, language)
        notes = [message("series-own-axis", language) if len(parts) > 1 else "",
                 describe.absent(data, missing, language),
                 *describe.comments(data, results, language)]  # fmt: skip
        items = [describe.item(data, one, language) for line in lines for one in line.figures]
        alt = describe.description(
            "strip", describe.subjects(results, language), items, language,
            describe.absent(data, missing, language), grouping.why_apart(codes, language),
        )  # fmt: skip
        return describe.finished(
            sheet, language, title or findings.side_by_side(data, parts, codes, language),
            subtitle or describe.measured(results, language), alt, results, notes,
        )  # fmt: skip


def _line(
    data: Catalogue, parts: Sequence[Sequence[words.Figure]], number: int, codes: Sequence[str],
    language: str,
) -> _Line:  # fmt: skip
    part = sorted(parts[number], key=lambda one: one.value)
    why = [grouping.why_refused(data, parts[:number], part, language)] if number else []
    return _Line(grouping.heading(data, part, codes, language), tuple(part),
                 describe.unit_of(part[0], language), tuple(why))  # fmt: skip


def _draw(data: Catalogue, lines: Sequence[_Line], missing: Sequence[str], language: str) -> Sheet:
    left = max((style.text_width(name) for name in missing), default=0.0) + asides.GAP + 0.02
    heights = [asides.refusal_height(line.refusal) + _height(line) for line in lines]
    sheet = Sheet(sum(heights) + asides.missing_height(missing, left) + 0.06)
    y = 0.02
    for line, height in zip(lines, heights, strict=True):
        asides.draw_refusal(sheet, line.refusal, y)
        _draw_line(sheet, data, line, y + asides.refusal_height(line.refusal), language)
        y += height
    asides.draw_missing(sheet, missing, y, left, language)
    return sheet


def _height(line: _Line) -> float:
    heading = style.LINE if line.heading else 0.0
    return heading + _ROOM + _AXIS + 0.14


def _draw_line(sheet: Sheet, data: Catalogue, line: _Line, y: float, language: str) -> None:
    top = max(max(one.interval.high, one.value) if one.interval.high < float("inf") else one.value
              for one in line.figures) or 1.0  # fmt: skip
    scale = axis_scale(top)
    if line.heading:
        sheet.text(0, y + 0.09, line.heading, fontweight="bold")
        y += style.LINE
    ax = sheet.axes(_PAD, y, style.WIDTH - 2 * _PAD, _ROOM,
                    " ".join(dict.fromkeys(one.area for one in line.figures)))  # fmt: skip
    low = min(0.0, *(one.interval.low / scale for one in line.figures))
    ax.set(xlim=(low, top / scale * 1.04), ylim=(0, _ROOM))
    plain_frame(ax)
    found = MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]).tick_values(*ax.get_xlim())
    ticks = [tick for tick in found if ax.get_xlim()[0] <= tick <= ax.get_xlim()[1]]
    ax.xaxis.set_major_locator(FixedLocator(ticks))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda t, _: _tick(t, line.unit, scale, language)))
    _draw_places(ax, data, line, scale, language)


def _tick(value: float, unit: str, scale: float, language: str) -> str:
    """Write a number of the line with its scale; the unit stands at every place."""
    number = tick_text(value, unit, language)
    return f"{number} {scale_word(scale, language)}" if scale > 1 and value else number


def _spoken(figure: words.Figure, language: str) -> str:
    """Write a figure with its flags and, hatched as it is drawn, that it is an estimate."""
    single = words.first_input(figure)
    text = words.flagged(figure, language)
    return f"{text}, {words.kind(single, language)}" if single.measure == "estimate" else text


def _draw_places(ax: Axes, data: Catalogue, line: _Line, scale: float, language: str) -> None:
    low, high = ax.get_xlim()
    width = style.WIDTH - 2 * _PAD
    limits = Box(-_PAD, 0.04, width + _PAD, _ROOM + 0.04)
    spots = [((one.value / scale - low) / (high - low) * width, 0.08) for one in line.figures]
    taken = [Box(x - 0.07, y - 0.07, x + 0.07, y + 0.07) for x, y in spots]
    for one, spot in zip(line.figures, spots, strict=True):
        marks.draw(ax, one, spot[1], style.place_colour(data, one.area), high, scale)
        name = words.area_name(data, one.area, language)
        figure = _spoken(one, language)
        wide = max(style.text_width(name, style.SMALL, "bold"),
                   style.text_width(figure, style.SMALL))  # fmt: skip
        box = place(spot, (wide + 0.06, 0.27), taken, [], limits)
        taken.append(box)
        x, y = (box.left + box.right) / 2, (box.low + box.high) / 2
        if box.distance(spot) > 0.12:
            ax.plot([one.value / scale, low + x / width * (high - low)], [spot[1], box.low],
                    color=style.MUTED, linewidth=0.5, zorder=1, clip_on=False)  # fmt: skip
        for up, text, weight in ((0.065, name, "bold"), (-0.065, figure, "normal")):
            ax.text(low + x / width * (high - low), y + up, text, ha="center", va="center",
                    fontsize=style.SMALL, fontweight=weight, zorder=5)  # fmt: skip
