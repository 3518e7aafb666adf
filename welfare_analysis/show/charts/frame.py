"""Frame: title, subtitle, note and source written around a drawing that leaves the notebook."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from ..document import Line
from . import style
from .lettering import lettered

_MARGIN = 0.25  # inches around everything
_TITLE, _SUBTITLE, _NOTE = 11.0, 9.0, 7.5  # points
_TIGHT = 0.98  # small letters run wider on a screen than as measured
_AIR = 0.14  # inches between the text and the drawing
_LEADING = 1.4 / 72  # inches from line to line, a point of text


@contextmanager
def around(figure: Figure, title: Line, subtitle: Line, note: str) -> Iterator[Bbox]:
    """Write the texts of a chart around its drawing; take them away afterwards.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    title, subtitle : Line
        Links to a list of sources, which a file of its own lacks, are left out.
    note : str

    Yields
    ------
    matplotlib.transforms.Bbox
        In inches of the figure: what must be drawn so that nothing is cut off.
    """
    width, height = figure.get_size_inches()
    written = []
    with style.drawing():
        y = height + _AIR
        for text, size, weight, colour in (
            (subtitle, _SUBTITLE, "normal", style.MUTED),
            (title, _TITLE, "bold", style.INK),
        ):
            lines = _lines(plain(text), width, size, weight)
            y += size * _LEADING * len(lines)
            written += _write(figure, lines, y, size, weight, colour)
            y += 0.02
        lines = _lines(note, width * _TIGHT, _NOTE, "normal")
        below = -_AIR
        written += _write(figure, lines, below, _NOTE, "normal", style.MUTED)
        below -= _NOTE * _LEADING * len(lines)
    try:
        yield Bbox([[-_MARGIN, below - _MARGIN], [width + _MARGIN, y + _MARGIN]])
    finally:
        for text in written:
            text.remove()


def _lines(text: str, width: float, size: float, weight: str) -> list[str]:
    return style.wrapped(text, width, size, weight) if text else []


def plain(line: Line) -> str:
    """Return the words of a line without its citations."""
    return _uncited(line).strip()


def _uncited(line: Line) -> str:
    said = ""
    for part in line:
        cited = part.t == "cite"
        said = said.rstrip() if cited else said + (_uncited(part.c) or str(Line(part)))
    return said


def _write(
    figure: Figure, lines: list[str], top: float, size: float, weight: str, colour: str
) -> list[Text]:
    """Write lines from a height in inches downwards."""
    height, step = figure.get_figheight(), size * _LEADING
    look = {"va": "center", "fontsize": size, "fontweight": weight, "color": colour}
    return [
        figure.text(0, (top - (number + 0.5) * step) / height, line, **look)
        for number, line in enumerate(lines)
    ]


def described(svg: bytes, title: Line, alt: str, language: str) -> bytes:
    """Give a drawing its name, its description and the letters of its font."""
    text = svg.decode("utf-8")
    name, about = (html.escape(one, quote=False) for one in (plain(title), alt))
    opening = re.search(r"<svg\b[^>]*>", text)
    tag = opening.group(0)
    told = tag[:-1] + f' role="img" lang="{html.escape(language)}" aria-labelledby="title desc">'
    inside = f'\n <title id="title">{name}</title>\n <desc id="desc">{about}</desc>'
    return lettered(text.replace(tag, told + inside, 1)).encode("utf-8")
