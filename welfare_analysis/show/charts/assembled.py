"""Assembled: which of many places may be compared, drawn as groups in place of a grid of pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...codes import Verdict
from ...judge.comparison import Comparison
from ..many import Company, companies
from ..writer import Writer
from . import style
from .canvas import Canvas, block, write

_BADGE, _INDENT, _APART, _SECTION = 0.26, 0.36, 0.1, 0.24


@dataclass(frozen=True)
class _Group:
    """A group with its sign, what is said of it, and its places, each set in lines."""

    verdict: Verdict
    head: list[str]
    names: list[str]

    @property
    def height(self) -> float:
        return style.LINE * (len(self.head) + len(self.names)) + 0.06

    def draw(self, canvas: Canvas, y: float) -> None:
        fill, ink, sign = style.VERDICTS[self.verdict]
        ax = canvas.inches(0, y, _BADGE, self.height, f"group-{self.verdict}")
        edge = style.HAIR if self.verdict == Verdict.MISSING else fill
        block(ax, 0, 0, _BADGE, self.height, facecolor=fill, edgecolor=edge, linewidth=0.8)
        look = {"color": ink, "ha": "center", "fontweight": "bold", "fontsize": style.BODY + 2}
        write(ax, _BADGE / 2, self.height / 2, sign, **look)
        first = y + 0.03 + style.LINE / 2
        canvas.lines(_INDENT, first, self.head, fontweight="bold")
        canvas.lines(_INDENT, first + style.LINE * len(self.head), self.names)


def draw(writer: Writer, comparisons: Mapping[str, Comparison]) -> Canvas:
    """Draw the groups of each comparison, below its subject where there are several."""
    sections = [(str(label), _groups(writer, one)) for label, one in comparisons.items()]
    heads = _SECTION * (len(sections) > 1)
    height = sum(heads + sum(group.height + _APART for group in groups) for _, groups in sections)
    canvas, y = Canvas(height + 0.04), 0.02
    for label, groups in sections:
        if heads:
            canvas.text(0, y + 0.09, label, fontweight="bold", color=style.MUTED)
            y += heads
        for group in groups:
            group.draw(canvas, y)
            y += group.height + _APART
    return canvas


def _groups(writer: Writer, comparison: Comparison) -> list[_Group]:
    found, room = [], style.width() - _INDENT
    for one in companies(comparison):
        said = writer.say("group-head", said=one.said(writer), **_count(writer, one))
        reasons = one.reasons(writer)
        head = f"{said} \u2013 {reasons}" if reasons else said
        sign = Verdict.WITH_CAUTION if one.kind == "partly" else one.verdict
        whole = [writer.area(area).replace(" ", "\u00a0") for area in one.areas]
        lines = [line.replace("\u00a0", " ") for line in style.wrapped(", ".join(whole), room)]
        found.append(_Group(sign, style.wrapped(head, room, style.BODY, "bold"), lines))
    return found


def _count(writer: Writer, one: Company) -> dict[str, object]:
    return {"n": len(one.areas), "total": writer.number(len(one.areas))}


def spoken(writer: Writer, comparisons: Mapping[str, Comparison]) -> list[str]:
    """Tell the groups of each comparison: how many places stand in which way."""
    items = []
    for label, comparison in comparisons.items():
        told = [
            writer.say("group-head", said=one.said(writer), **_count(writer, one))
            for one in companies(comparison)
        ]
        items.append(f"{label}: {', '.join(told)}" if len(comparisons) > 1 else ", ".join(told))
    return items
