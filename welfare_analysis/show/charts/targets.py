"""Targets: results as bars against the mark of their plan or target, each on its own axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ...codes import GOALS
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.numerals import write
from ...errors import NotComparable
from ...judge.measures import attainment
from ...messages import message
from .. import readers, words
from ..prose.attained import attained
from . import describe, marks, style
from .chart import Chart
from .layout import Sheet

_BAR = 0.16
_ROW = 0.62
_LEFT_MOST = 2.4
_HATCHED = ("estimate", "provisional")


@dataclass(frozen=True)
class _Bullet:
    """A result against its goal, with what is written beside them."""

    name: str
    subject: str
    period: str
    result: Observation
    goal: Observation
    verdict: str
    colour: str

    @property
    def reach(self) -> float:
        ends = (self.result.interval.high, self.result.value, self.goal.value)
        return max(end for end in ends if not math.isinf(end)) or 1.0


@readers.public()
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
    for result, goal in pairs:
        _matching(result, goal)
    with style.drawing():
        several = len({result.indicator for result, _ in pairs}) > 1
        bullets = [_bullet(data, result, goal, several, language) for result, goal in pairs]
        sheet = _draw(bullets, language)
        figures = [figure for pair in pairs for figure in pair]
        notes = [
            message("targets-own-axis", language) if len(pairs) > 1 else "",
            *describe.comments(data, figures, language),
        ]
        items = [f"{_full_name(one)} ({one.period}): {_spoken(one, language)}" for one in bullets]
        subject = describe.subjects([result for result, _ in pairs], language)
        return describe.finished(
            sheet,
            language,
            title or words.capital(_finding(data, bullets, language)),
            subtitle or describe.measured([result for result, _ in pairs], language),
            describe.description("targets", subject, items, language),
            figures,
            notes,
        )


def _matching(result: Observation, goal: Observation) -> None:
    if goal.measure not in GOALS:
        raise NotComparable(f"{goal.observation} is no plan or target but: {goal.measure}.")
    attainment(result, goal) if goal.value else None


def _bullet(
    data: Catalogue, result: Observation, goal: Observation, several: bool, language: str
) -> _Bullet:
    subject = words.title(result, language) if several else ""
    return _Bullet(
        words.area_name(data, result.area, language),
        subject,
        result.period(language),
        result,
        goal,
        attained(result, goal, language),
        style.place_colour(data, result.area),
    )


def _full_name(one: _Bullet) -> str:
    return f"{one.name} \u2013 {one.subject}" if one.subject else one.name


def _facts(one: _Bullet, language: str) -> dict[str, str]:
    return {
        "result": words.flagged(one.result, language),
        "kind": words.kind(one.goal, language),
        "goal": words.flagged(one.goal, language),
    }


def _is_lower_better(one: _Bullet) -> bool:
    return one.result.indicator_row["direction"] == "lower_better"


def _spoken(one: _Bullet, language: str) -> str:
    facts = _facts(one, language)
    if _is_lower_better(one):
        return message("target-distance", language, verdict=one.verdict, **facts)
    return message("target-share", language, share=one.verdict, **facts)


def _finding(data: Catalogue, bullets: Sequence[_Bullet], language: str) -> str:
    one = bullets[0]
    if len(bullets) == 1:
        facts = _facts(one, language) | {
            "area": words.area_name(data, one.result.area, language),
            "period": one.period,
        }
        if _is_lower_better(one):
            return message("targets-distance", language, verdict=one.verdict, **facts)
        return message("targets-share", language, share=one.verdict, **facts)
    met, total = sum(_met(bullet) for bullet in bullets), len(bullets)
    facts = {"met": write(met, language), "n": met}
    if met == total:
        return message("targets-met-all", language, total=total, count=write(total, language))
    name = "targets-met" if met else "targets-met-none"
    return message(name, language, total=write(total, language), **facts)


def _met(one: _Bullet) -> bool:
    """Tell whether a result surely reaches its goal; an estimate is no result."""
    if marks.nature(one.result) == "estimate":
        return False
    if one.result.indicator_row["direction"] == "lower_better":
        return one.result.interval.high <= one.goal.value
    return one.result.interval.low >= one.goal.value


def _draw(bullets: Sequence[_Bullet], language: str) -> Sheet:
    natural = max(
        style.text_width(text, style.BODY, "bold")
        for one in bullets
        for text in (one.name, one.subject, one.period)
    )
    left = min(natural + 0.02, _LEFT_MOST) + 0.16
    names = [_names(one, left - 0.16) for one in bullets]
    heights = [max(_ROW, style.LINE * (sum(map(len, lines)) + 1) + 0.2) for lines in names]
    key = marks.key_lines(_entries(bullets), language)
    sheet = Sheet(sum(heights) + 0.06 + style.LINE * len(key))
    y = 0.02
    for one, (name, subject), height in zip(bullets, names, heights, strict=True):
        sheet.lines(0, y + 0.1, name, fontweight="bold")
        sheet.lines(0, y + 0.1 + style.LINE * len(name), subject)
        sheet.text(
            0,
            y + 0.1 + style.LINE * (len(name) + len(subject)),
            one.period,
            fontsize=style.SMALL,
            color=style.MUTED,
        )
        width = style.WIDTH - left - 0.06
        ax = sheet.axes(left, y, width, height, one.result.area)
        _draw_bullet(ax, one, width, height, language)
        y += height
    sheet.key(y + 0.02, key)
    return sheet


def _names(one: _Bullet, room: float) -> tuple[list[str], list[str]]:
    name = style.wrapped(one.name, room, style.BODY, "bold")
    return name, style.wrapped(one.subject, room) if one.subject else []


def _entries(bullets: Sequence[_Bullet]) -> tuple[str, ...]:
    """List what the key must explain: the goal and the result say so beside their marks."""
    estimates = any(marks.nature(one.result) in _HATCHED for one in bullets)
    shaded = any(one.result.interval.width > one.reach / 60 for one in bullets)
    return ("estimate-bar",) * estimates + ("range",) * shaded


def _draw_bullet(ax: Axes, one: _Bullet, width: float, height: float, language: str) -> None:
    ax.set_axis_off()
    ax.set(xlim=(0, one.reach * 1.04), ylim=(height, 0))
    middle, half = 0.31, _BAR / 2
    ax.vlines(0, middle - half - 0.04, middle + half + 0.04, color=style.MUTED, linewidth=0.8)
    interval = one.result.interval
    low = one.result.value if interval.is_point else interval.low
    hatched = marks.nature(one.result) in _HATCHED
    look = {"facecolor": "white", "hatch": marks.HATCH} if hatched else {"facecolor": one.colour}
    ax.add_patch(
        Rectangle(
            (0, middle - half),
            low,
            _BAR,
            edgecolor=one.colour,
            linewidth=0.6,
            label="result",
            **look,
        )
    )
    if not interval.is_point:
        high = one.reach if math.isinf(interval.high) else interval.high
        ax.add_patch(
            Rectangle(
                (low, middle - half),
                high - low,
                _BAR,
                facecolor=one.colour,
                alpha=0.38,
                linewidth=0,
            )
        )
    for thick, colour in ((3.2, "white"), (1.3, style.INK)):
        ax.vlines(
            one.goal.value,
            middle - half - 0.05,
            middle + half + 0.05,
            color=colour,
            linewidth=thick,
            zorder=3,
        )
    marks.point(ax, one.goal.value, middle, str(one.goal.measure), style.INK)
    an_inch = one.reach * 1.04 / width
    _write_goal(ax, one, middle - half - 0.12, (width, an_inch), language)
    _write_result(ax, one, middle + half + 0.14, an_inch, language)


def _write_goal(ax: Axes, one: _Bullet, y: float, size: tuple[float, float], language: str) -> None:
    """Write the goal above its mark, inside the width of the drawing."""
    width, an_inch = size
    text = message(
        "goal-label",
        language,
        kind=words.kind(one.goal, language),
        goal=words.flagged(one.goal, language),
    )
    half = style.text_width(text, style.SMALL) / 2
    x = min(max(one.goal.value / an_inch, half), width - half)
    ax.text(x * an_inch, y, text, ha="center", va="center", fontsize=style.SMALL, color=style.MUTED)


def _write_result(ax: Axes, one: _Bullet, y: float, an_inch: float, language: str) -> None:
    """Write the result below its bar, and how it stands to the goal."""
    result = words.flagged(one.result, language)
    verdict = (
        one.verdict
        if _is_lower_better(one)
        else message(
            "target-of-goal", language, share=one.verdict, kind=words.kind(one.goal, language)
        )
    )
    ax.text(0, y, result, va="center", fontweight="bold")
    x = style.text_width(result, style.BODY, "bold") + 0.06
    ax.text(x * an_inch, y, f"\u2013 {verdict}", va="center")
