"""Hints: what a mark of a chart says to who points at it, and the source that it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...judge.derived import Figure
from ..writer import Writer
from .marks import name


@dataclass(frozen=True)
class Hint:
    """What is said of one mark.

    Attributes
    ----------
    text : str
        Place, time, figure, range, standard and source in one line.
    address : str
        Where the source is read; empty for one that has no address.
    """

    text: str
    address: str = ""


def hints(writer: Writer, figures: Iterable[Figure]) -> dict[str, Hint]:
    r"""Say of each figure what its mark in a drawing stands for, by the name of the mark.

    Examples
    --------
    >>> from welfare_analysis import load, observation
    >>> writer = Writer(data := load(), "en")
    >>> told = hints(writer, [observation(data, "ldxh-hn-2024-p16-poor-rate")])
    >>> print(told["figure:ldxh-hn-2024-p16-poor-rate"].text.replace("). ", ")\n"))
    Hà Nội, 31 Dec 2023: 0.03%; 0.025 to 0.035%; Hà Nội standard 2022–2025 (assumed)
    Tạp chí Lao động và Xã hội, [1, para. 16]
    """
    return {name(figure): _hint(writer, figure) for figure in figures}


def _hint(writer: Writer, figure: Figure) -> Hint:
    ranged = "" if figure.interval.is_point else writer.range(figure)
    standard = figure.standard and writer.standard_of(figure)
    asides = [ranged, standard, *writer.asides(figure)]
    cited = {
        f"{writer.short_publisher(one.source_row)}, {one.citation(writer.language)}": None
        for one in figure.inputs
    }
    text = writer.say(
        "hint",
        area=writer.area(figure.area),
        period=writer.period(figure),
        figure=writer.text(figure),
        asides="; ".join(filter(None, asides)),
        known="yes" if any(asides) else "no",
        sources="; ".join(cited),
    )
    urls = [one.source_row["url"] for one in figure.inputs]
    return Hint(text, next((url for url in urls if url.startswith(("http://", "https://"))), ""))
