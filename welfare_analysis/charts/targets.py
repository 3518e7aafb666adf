"""Targets: results as bars against the mark of their plan or target, each on its own axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..catalogue import Catalogue
from ..errors import NotComparable, UsageError
from ..figures import Observation
from ..measures import attainment
from ..messages import message
from ..prose import words
from ..prose.attained import attained
from ..prose.bundle import unique
from . import describe, marks, style
from .chart import Chart
from .sheet import Sheet

_BAR = 0.16
_ROW = 0.62
_LEFT_MOST = 2.4


@dataclass(frozen=True)
class _Bullet:
    """A result against its goal, with what is written beside them."""

    name: str
    period: str
    result: Observation
    goal: Observation
    verdict: str
    colour: str

    @property
    def reach(self) -> float:
        ends = (self.result.interval.high, self.result.value, self.goal.value)
        return max(end for end in ends if not math.isinf(end)) or 1.0


def targets(
    data: Catalogue,
    pairs: Iterable[tuple[Observation, Observation]],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw results against their plans or targets.

    Parameters
    ----------
    data : Catalogue
    pairs : iterable of (result, goal)
        Unit, area and period of a pair must be the same.
    language : {"vi", "en"}
    title, subtitle : str or Prose, optional

    Raises
    ------
    NotComparable
        If a result is not of the unit, area or period of its goal.
    """
    pairs = list(pairs)
    if not pairs:
        raise UsageError("No target to draw: the list of (result, goal) is empty.")
    for result, goal in pairs:
        _matching(result, goal)
    with style.drawing():
        bullets = [_bullet(data, result, goal, language) for result, goal in pairs]
        sheet = _draw(bullets, language)
        figures = [figure for pair in pairs for figure in pair]
        notes = [message("targets-own-axis", language) if len(pairs) > 1 else "",
                 *describe.comments(data, figures, language)]  # fmt: skip
        items = [f"{one.name} ({one.period}): {_spoken(one, language)}" for one in bullets]
        subject = describe.subjects([result for result, _ in pairs], language)
        return describe.finished(
            sheet, language, title or words.capital(_finding(bullets, language)),
            subtitle or _subtitle(pairs, language),
            describe.description("targets", subject, items, language), figures, notes,
        )  # fmt: skip


def _matching(result: Observation, goal: Observation) -> None:
    if goal.measure not in marks.GOALS:
        raise NotComparable(f"{goal.observation} is no plan or target but: {goal.measure}.")
    attainment(result, goal) if goal.value else None


def _bullet(data: Catalogue, result: Observation, goal: Observation, language: str) -> _Bullet:
    name = f"{words.area_name(data, result.area, language)}: {words.title(result, language)}"
    return _Bullet(name, result.period(language), result, goal, attained(result, goal, language),
                   style.place_colour(data, result.area))  # fmt: skip


def _spoken(one: _Bullet, language: str) -> str:
    facts = {
        "result": words.flagged(one.result, language),
        "kind": words.kind(one.goal, language),
        "goal": words.flagged(one.goal, language),
    }
    if one.result.indicator_row["direction"] == "lower_better":
        return message("target-distance", language, verdict=one.verdict, **facts)
    return message("target-share", language, share=one.verdict, **facts)


def _finding(bullets: Sequence[_Bullet], language: str) -> str:
    one = bullets[0]
    if len(bullets) == 1:
        return _spoken(one, language)
    met = sum(_met(bullet) for bullet in bullets)
    return message("targets-finding", language, met=str(met), total=str(len(bullets)), n=met)


def _met(one: _Bullet) -> bool:
    """Tell whether a result surely reaches its goal; an estimate is no result."""
    if marks.nature(one.result) == "estimate":
        return False
    if one.result.indicator_row["direction"] == "lower_better":
        return one.result.interval.high <= one.goal.value
    return one.result.interval.low >= one.goal.value


def _subtitle(pairs: Sequence[tuple[Observation, Observation]], language: str) -> str:
    results = [result for result, _ in pairs]
    units = unique(describe.unit_of(result, language) for result in results)
    return message("subtitle", language, subject=describe.subjects(results, language),
                   unit=words.joined(units, language))  # fmt: skip


def _draw(bullets: Sequence[_Bullet], language: str) -> Sheet:
    natural = max(max(style.text_width(one.name), style.text_width(one.period, style.SMALL))
                  for one in bullets)  # fmt: skip
    left = min(natural + 0.02, _LEFT_MOST) + 0.16
    names = [style.wrapped(one.name, left - 0.16) for one in bullets]
    heights = [max(_ROW, style.LINE * len(lines) + 0.34) for lines in names]
    key = marks.key_lines(_entries(bullets), language)
    sheet = Sheet(sum(heights) + 0.08 + style.LINE * len(key))
    y = 0.04
    for one, lines, height in zip(bullets, names, heights, strict=True):
        sheet.lines(0, y + 0.12, lines)
        sheet.text(0, y + 0.12 + style.LINE * len(lines), one.period, fontsize=style.SMALL,
                   color=style.MUTED)  # fmt: skip
        width = style.WIDTH - left - 0.06
        ax = sheet.axes(left, y, width, height, one.result.area)
        _draw_bullet(ax, one, width, height, language)
        y += height
    sheet.key(y + 0.02, key)
    return sheet


def _entries(bullets: Sequence[_Bullet]) -> tuple[str, ...]:
    goals = [one.goal for one in bullets]
    kinds = marks.used(goals, [])
    shaded = (
        ("range",) if any(one.result.interval.width > one.reach / 60 for one in bullets) else ()
    )
    return ("bar", *kinds, *shaded)


def _draw_bullet(ax: Axes, one: _Bullet, width: float, height: float, language: str) -> None:
    ax.set_axis_off()
    ax.set(xlim=(0, one.reach * 1.04), ylim=(height, 0))
    middle, half = 0.14, _BAR / 2
    ax.vlines(0, middle - half - 0.04, middle + half + 0.04, color=style.MUTED, linewidth=0.8)
    interval = one.result.interval
    low = one.result.value if interval.is_point else interval.low
    estimate = marks.nature(one.result) in ("estimate", "provisional")
    look = {"facecolor": "white", "hatch": "/////"} if estimate else {"facecolor": one.colour}
    ax.add_patch(Rectangle((0, middle - half), low, _BAR, edgecolor=one.colour, linewidth=0.6,
                           label="result", **look))  # fmt: skip
    if not interval.is_point:
        high = one.reach if math.isinf(interval.high) else interval.high
        ax.add_patch(Rectangle((low, middle - half), high - low, _BAR, facecolor=one.colour,
                               alpha=0.38, linewidth=0))  # fmt: skip
    ax.vlines(one.goal.value, middle - half - 0.05, middle + half + 0.05, color=style.INK,
              linewidth=1.2, zorder=3)  # fmt: skip
    marks.point(ax, one.goal.value, middle, str(one.goal.measure), style.INK)
    lines = style.wrapped(_spoken(one, language), width)
    for number, line in enumerate(lines):
        ax.text(0, middle + half + 0.15 + style.LINE * number, line, va="center")
