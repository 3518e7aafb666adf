"""Tips: what each mark of a chart says to who points at it or comes to it by keyboard.

No script shows them: a mark that can be focused lies over the drawing, unseen, and shows its tip
while the pointer or the focus is on it.  Both drawings of a chart, wide and narrow, share the tips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from ...show.render.html import part

_WIDTH, _PAD = 168.0, 6.0  # points of the drawing
_REACH = 9.0  # from the middle of a mark to where it can be pointed at
_AWAY = 4.0  # from there to its tip
_PLACES = re.compile(r"-?\d+(?:\.\d+)?")


class Tips:
    """The tips of one chart.

    Parameters
    ----------
    texts : mapping of str to str
        What each mark says, by its name in the drawing.
    name : str
        What the chart is called in its page.
    """

    def __init__(self, texts: Mapping[str, str], name: str):
        from ...show.charts import style  # a page without charts does without what draws them

        self._step = style.STEP * 72
        self._lines = {
            mark: style.wrapped(text, (_WIDTH - 2 * _PAD) / 72, style.SMALL)
            for mark, text in sorted(texts.items())  # a notebook that was saved has them so
        }
        self._names = {mark: f"{name}-tip-{n}" for n, mark in enumerate(self._lines, start=1)}

    def __bool__(self) -> bool:
        return bool(self._lines)

    @property
    def markup(self) -> Markup:
        """The tips themselves, which the marks of both drawings show."""
        tips = [
            {"name": self._names[mark], "height": f"{self._height(lines):g}", "lines": lines}
            for mark, lines in self._lines.items()
        ]
        return Markup(
            part("blocks.html.j2", "tips", tips, f"{_WIDTH:g}", f"{_PAD:g}", f"{self._step:g}")
        )

    def marks(self, drawn: Element, box: tuple[float, float]) -> Iterator[Element]:
        """Find the marks of a drawing and lay over each what can be pointed at.

        Parameters
        ----------
        drawn : Element
            With the names that marks were given.
        box : (float, float)
            Width and height of the drawing.
        """
        for element in drawn.iter():
            mark = element.attrib.get("id")
            if mark in self._lines and (spot := _extent(element)):
                yield self._mark(mark, spot, box)

    def _mark(self, mark: str, spot: tuple[float, ...], box: tuple[float, float]) -> Element:
        name, (left, top, right, bottom) = self._names[mark], spot
        given = {"class": "mark", "tabindex": "0", "role": "img", "aria-labelledby": name}
        made = Element("g", given)
        place = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        SubElement(made, "rect", {one: f"{value:.1f}" for one, value in place.items()})
        height = self._height(self._lines[mark])
        x = min(max((left + right - _WIDTH) / 2, 1.0), box[0] - _WIDTH - 1)
        y = top - _AWAY - height
        if y < 0:
            y = max(min(bottom + _AWAY, box[1] - height - 1), 0.0)
        SubElement(made, "use", {"href": f"#{name}", "x": f"{x:.1f}", "y": f"{y:.1f}"})
        return made

    def _height(self, lines: list[str]) -> float:
        return len(lines) * self._step + 2 * _PAD - 3


def _extent(element: Element) -> tuple[float, float, float, float] | None:
    """Return where a mark can be pointed at: left, top, right and bottom."""
    for use in element.iter("use"):
        x, y = float(use.get("x", "0")), float(use.get("y", "0"))
        return x - _REACH, y - _REACH, x + _REACH, y + _REACH
    numbers = [
        float(one) for path in element.iter("path") for one in _PLACES.findall(path.get("d"))
    ]
    if not numbers:
        return None
    across, down = numbers[::2], numbers[1::2]
    wide = max(_REACH - (max(across) - min(across)) / 2, 0.0)
    high = max(_REACH - (max(down) - min(down)) / 2, 0.0)
    return min(across) - wide, min(down) - high, max(across) + wide, max(down) + high
