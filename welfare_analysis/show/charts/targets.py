"""Targets: results as bars against the mark of their plan or target, each on its own axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes

from ...codes import GOALS
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...errors import NotComparable
from ...judge.attaining import attainment
from ...texts import Said, capital
from .. import readers
from ..prose.phrases import attained
from ..writer import Writer
from . import captions, marks, style
from .canvas import Canvas, block, write
from .chart import Chart, drawn_twice, finished

_BAR, _MIDDLE = 0.16, 0.31  # inches: the height of a bar, and how far below its row it lies
_ROW = 0.62
_BESIDE = 3.0  # inches that a result and its share of the goal take on one line
_LEFT_MOST, _GAP = 2.4, 0.16
_HATCHED = ("estimate", "provisional")


@readers.public()
@drawn_twice
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

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> data = load()
    >>> result = observation(data, "hdnd-hn-2024-p6-enrolment")
    >>> plan = observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    >>> targets(data, [(result, plan)], "en", "Enrolment in Hà Nội")
    <Chart 'Enrolment in Hà Nội': 2 figures>
    """
    for result, goal in pairs:
        _matching(result, goal)
    writer, results = Writer(data, language), [result for result, _ in pairs]
    several = len({result.indicator for result in results}) > 1
    bullets = [_Bullet(writer, result, goal, several) for result, goal in pairs]
    figures = [figure for pair in pairs for figure in pair]
    own_axis = writer.say("targets-own-axis") if len(pairs) > 1 else ""
    items = [f"{one.full_name} ({one.period}): {one.spoken()}" for one in bullets]
    subject = captions.subjects(writer, results)
    return finished(
        writer,
        _draw(writer, bullets),
        figures,
        title or capital(_finding(writer, bullets)),
        subtitle or ("" if several else captions.measured(writer, results)),  # rows name subjects
        captions.description(writer, "targets", subject, items),
        [own_axis, *captions.comments(writer, figures)],
    )


def _matching(result: Observation, goal: Observation) -> None:
    if goal.measure not in GOALS:
        measure = Said(f"measure-{goal.measure}")
        raise NotComparable(Said("no-goal", figure=goal.observation, measure=measure))
    attainment(result, goal) if goal.value else None


class _Bullet:
    """A result against its goal, with what is written beside them."""

    def __init__(self, writer: Writer, result: Observation, goal: Observation, several: bool):
        self.writer, self.result, self.goal = writer, result, goal
        self.name, self.period = writer.area(result.area), writer.period(result)
        self.subject = writer.title(result) if several else ""
        self.verdict = attained(result, goal, writer.language)
        self.colour = style.place_colour(writer.data, result.area)
        self.facts = {
            "result": writer.flagged(result),
            "kind": writer.kind(goal),
            "goal": writer.flagged(goal),
        }
        self.lower_better = result.indicator_row["direction"] == "lower_better"
        self.reach = max(marks.highest([result]), goal.value) or 1.0

    @property
    def full_name(self) -> str:
        return f"{self.name} \u2013 {self.subject}" if self.subject else self.name

    def spoken(self, name: str = "target", **facts: str) -> str:
        """Say how the result stands to its goal."""
        facts |= self.facts
        if self.lower_better:
            return self.writer.say(f"{name}-distance", verdict=self.verdict, **facts)
        return self.writer.say(f"{name}-share", share=self.verdict, **facts)

    @property
    def is_estimate(self) -> bool:
        """Tell whether the result is drawn hatched."""
        return marks.nature(self.result) in _HATCHED

    @property
    def is_met(self) -> bool:
        """Tell whether the result surely reaches its goal; an estimate is no result."""
        if marks.nature(self.result) == "estimate":
            return False
        interval = self.result.interval
        if self.lower_better:
            return interval.high <= self.goal.value
        return interval.low >= self.goal.value


def _finding(writer: Writer, bullets: Sequence[_Bullet]) -> str:
    one = bullets[0]
    if len(bullets) == 1:
        return one.spoken("targets", area=one.name, period=one.period)
    met, total = sum(one.is_met for one in bullets), len(bullets)
    count = writer.number(total)
    if met == total:
        return writer.say("targets-met-all", total=total, count=count)
    name = "targets-met" if met else "targets-met-none"
    return writer.say(name, total=count, met=writer.number(met), n=met)


# The drawing -----------------------------------------------------------------------------------


def _draw(writer: Writer, bullets: Sequence[_Bullet]) -> Canvas:
    texts = [text for one in bullets for text in (one.name, one.subject, one.period)]
    natural = max(style.text_width(text, style.BODY, "bold") for text in texts)
    room = min(natural + 0.02, style.left(_LEFT_MOST))
    names = [_name(one, room) for one in bullets]
    heights = [
        max(_ROW, style.LINE * (sum(map(len, lines)) + 1) + 0.2, _row(room)) for lines in names
    ]
    key = marks.Key(writer, _entries(bullets))
    canvas = Canvas(sum(heights) + 0.06 + key.height)
    left = room + _GAP
    width, y = style.width() - left - 0.06, 0.02
    for one, (name, subject), height in zip(bullets, names, heights, strict=True):
        below = y + 0.1 + style.LINE * len(name)
        canvas.lines(0, y + 0.1, name, fontweight="bold")
        canvas.lines(0, below, subject)
        canvas.text(0, below + style.LINE * len(subject), one.period, **style.NOTE)
        ax = canvas.axes(left, y, width, height, one.result.area)
        ax.set_axis_off()
        ax.set(xlim=(0, one.reach * 1.04), ylim=(height, 0))
        _draw_bar(ax, one)
        _write_beside(ax, one, width)
        y += height
    key.draw(canvas, y + 0.02)
    return canvas


def _row(left: float) -> float:
    """Return the least inches of a row: of a narrow chart two lines stand below the bar."""
    return _ROW + style.LINE * (style.width() - left < _BESIDE)


def _name(one: _Bullet, room: float) -> tuple[list[str], list[str]]:
    name = style.wrapped(one.name, room, style.BODY, "bold")
    return name, style.wrapped(one.subject, room) if one.subject else []


def _entries(bullets: Sequence[_Bullet]) -> tuple[str, ...]:
    """List what the key must explain: the goal and the result say so beside their marks."""
    estimates = any(one.is_estimate for one in bullets)
    shaded = any(one.result.interval.width > one.reach / 60 for one in bullets)
    return ("estimate-bar",) * estimates + ("range",) * shaded


def _draw_bar(ax: Axes, one: _Bullet) -> None:
    """Draw the result as a bar from zero, its interval as a lighter end, and the goal across."""
    half, interval, goal = _BAR / 2, one.result.interval, one.goal.value
    edge, top = half + 0.04, _MIDDLE - half
    ax.vlines(0, _MIDDLE - edge, _MIDDLE + edge, color=style.MUTED, linewidth=0.8)
    low = one.result.value if interval.is_point else interval.low
    look = marks.HATCHED if one.is_estimate else {"facecolor": one.colour}
    look = look | {"edgecolor": one.colour, "linewidth": 0.6, "gid": marks.name(one.result)}
    block(ax, 0, top, low, _BAR, label="result", **look)
    if not interval.is_point:
        high = one.reach if math.isinf(interval.high) else interval.high
        block(ax, low, top, high - low, _BAR, facecolor=one.colour, linewidth=0, **style.PALE)
    edge = half + 0.05
    marks.goal_line(ax.vlines, goal, _MIDDLE - edge, _MIDDLE + edge)
    marks.point(ax, goal, _MIDDLE, str(one.goal.measure), style.INK, marks.name(one.goal))


def _write_beside(ax: Axes, one: _Bullet, width: float) -> None:
    """Write the goal above its mark, and below the bar the result and how it stands to it."""
    writer, facts, an_inch = one.writer, one.facts, one.reach * 1.04 / width
    goal = writer.say("goal-label", kind=facts["kind"], goal=facts["goal"])
    half = style.text_width(goal, style.SMALL) / 2
    x = min(max(one.goal.value / an_inch, half), width - half)
    above, below = _MIDDLE - _BAR / 2 - 0.12, _MIDDLE + _BAR / 2 + 0.14
    write(ax, x * an_inch, above, goal, ha="center", **style.NOTE)
    write(ax, 0, below, facts["result"], fontweight="bold")
    verdict = one.verdict
    if not one.lower_better:
        verdict = writer.say("target-of-goal", share=one.verdict, kind=facts["kind"])
    x = style.text_width(facts["result"], style.BODY, "bold") + 0.06
    if x + style.text_width(f"\u2013 {verdict}") > width:
        write(ax, 0, below + style.LINE, verdict)
    else:
        write(ax, x * an_inch, below, f"\u2013 {verdict}")
