"""Vector: a figure drawn as SVG text, the same bytes for the same figure."""

from __future__ import annotations

import io
import re
from functools import lru_cache

from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from . import style

_POINTS = 72  # to an inch, in which SVG is drawn
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)


class _Measured(RendererSVG):
    """Draws SVG, and measures a text once: drawing after drawing names the same places."""

    def get_text_width_height_descent(self, s, prop, ismath):
        return _extent(s, prop, ismath)


@lru_cache(maxsize=8192)
def _extent(text: str, font: FontProperties, ismath: bool) -> tuple[float, float, float]:
    """Measure a text; matplotlib hands over a copy of the font, which nobody changes."""
    return text_to_path.get_text_width_height_descent(text, font, ismath)


def drawn(figure: Figure) -> str:
    """Draw a figure as SVG text: no prologue, no metadata, one line feed at the end."""
    width, height = (inches * _POINTS for inches in figure.get_size_inches())
    stream, usual = io.StringIO(), figure.dpi
    with style.drawing():
        figure.dpi = _POINTS
        try:
            renderer = _Measured(width, height, stream, image_dpi=usual)
            figure.draw(renderer)
            renderer.finalize()
        finally:
            figure.dpi = usual
    return _METADATA.sub("", _PROLOGUE.sub("", stream.getvalue(), count=1), count=1).rstrip() + "\n"
