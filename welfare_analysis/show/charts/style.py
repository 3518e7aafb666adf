"""Style: the one visual language of all charts, and the measuring of their text."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import LoadFlags

from ...codes import WIDE
from ...data.areas import containing
from ...data.catalogue import Catalogue
from ...data.lineage import codes_in
from .. import palette
from ..palette import INK, MUTED, NATION, PLACES

WIDTH, NARROW = 6.3, 3.4  # inches: the text width of an A4 page; of a column or a telephone
BODY, SMALL = 9.0, 8.5  # points: set a little smaller to fill a page, nothing is below 8
LINE, STEP = 0.165, 0.145  # inches from one line of body text, or of small text, to the next

HAIR, WASH, REFUSED, VERDICTS = palette.HAIR, palette.WASH, palette.REFUSED, palette.VERDICTS

# How texts look, and where they stand by the point that they are written at.
NOTE = {"fontsize": SMALL, "color": MUTED}
HEAD = {"fontsize": SMALL, "fontweight": "bold"}
MIDDLE = {"ha": "center", "va": "center"}
PLATE = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none"}
DASHED = (0, (2.5, 2))  # a line that is not sure
PALE = {"alpha": 0.38}  # an interval behind its mark


FAMILY = "IBM Plex Sans"
_FAMILIES = [FAMILY, "DejaVu Sans"]
_FONTS = Path(__file__).parents[2] / "fonts"
_DPI = 100
_KERNED = 0.05  # of its width is more than pairs of letters take from a line, or add to it (0.017)


_width: ContextVar[float] = ContextVar("width", default=WIDTH)
_set: ContextVar[bool] = ContextVar("set", default=False)  # the settings are already these


def width() -> float:
    """Return the inches that a chart is drawn for."""
    return _width.get()


def left(most: float) -> float:
    """Return the inches that names may take at the left: so many, of a narrow chart a part."""
    return min(most, 0.42 * width())


@contextmanager
def drawing(wide: float | None = None):
    """Draw under the style's settings alone, whatever the session has set, in so many inches."""
    _fonts()
    settings = nullcontext() if _set.get() else matplotlib.rc_context(dict(_settings()))
    kept, before = _width.set(wide or width()), _set.set(True)
    try:
        with settings:
            yield
    finally:
        _width.reset(kept)
        _set.reset(before)


@lru_cache(maxsize=1)
def _settings() -> dict:
    own = {
        "font.family": available_families(),
        "font.size": BODY,
        "text.color": INK,
        "text.hinting": "none",  # letters as wide in every format as they are measured
        "text.parse_math": False,  # a "$" in a title is a dollar
        "axes.edgecolor": MUTED,
        "axes.labelcolor": INK,
        "axes.linewidth": 0.6,
        "axes.unicode_minus": True,
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "hatch.linewidth": 0.7,
        "svg.fonttype": "none",
        "svg.hashsalt": "welfare-analysis",
        "pdf.fonttype": 42,
        "figure.dpi": _DPI,
        "savefig.dpi": 200,
        "path.simplify": True,
    }
    skipped = ("backend", "backend_fallback", "interactive", "toolbar", "timezone", "docstring")
    default = {
        key: value
        for key, value in matplotlib.rcParamsDefault.items()
        if not key.startswith(skipped)
    }
    return default | own


@lru_cache(maxsize=1)
def _fonts() -> None:
    for path in sorted(_FONTS.glob("*Sans*.ttf")):
        font_manager.fontManager.addfont(path)


def faces() -> list[tuple[int, str, Path]]:
    """List the faces that a drawing uses: weight, style and file."""
    names = ((400, "normal", "Regular"), (700, "normal", "Bold"), (400, "italic", "Italic"))
    return [(weight, slant, _FONTS / f"IBMPlexSans-{name}.ttf") for weight, slant, name in names]


@lru_cache(maxsize=1)
def available_families() -> list[str]:
    """List the families of the style that this installation has, best first."""
    _fonts()
    known = {font.name for font in font_manager.fontManager.ttflist}
    return [family for family in _FAMILIES if family in known]


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = BODY, weight: str = "normal") -> float:
    """Measure a line of text in inches."""
    font = font_manager.get_font(_files(weight))  # past a renderer, which finds its files anew
    font.clear()
    font.set_size(size, _DPI)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64 / _DPI


@lru_cache
def _files(weight: str) -> list[str]:
    """Find the files of the style's families in a weight."""
    families = (FontProperties(family=name, weight=weight) for name in available_families())
    return [font_manager.findfont(family) for family in families]


def wrapped(text: str, width: float, size: float = BODY, weight: str = "normal") -> list[str]:
    """Break a text into lines that are no wider than a width in inches."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(longer, width, size, weight):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fits(text: str, width: float, size: float, weight: str) -> bool:
    """Tell whether a line is no wider than a width, measuring it only where that is close."""
    about = size / BODY * sum(text_width(letter, weight=weight) for letter in text)
    if abs(about - width) < _KERNED * about:
        return text_width(text, size, weight) <= width
    return about < width


def place_colour(data: Catalogue, area: str) -> str:
    """Return the colour of a place: the same in every chart, by its family in ``areas.csv``.

    A family is a place with its parts and with what its territory became part of; their colour is
    the light one.
    """
    table = data.areas
    levels = dict(zip(table["area"], table["level"], strict=True))
    if levels[area] in WIDE:
        return NATION
    tops = [
        code
        for code, parent in zip(table["area"], table["parent"], strict=True)
        if levels[code] not in WIDE and levels.get(parent, WIDE[0]) in WIDE
    ]
    merged: dict[str, str] = {}
    for code, cell in zip(table["area"], table["predecessors"], strict=True):
        if before := codes_in(cell):
            merged |= dict.fromkeys((code, *before), before[0])
    top = next(one for one in (area, *containing(data, area)) if one in tops)
    families = list(dict.fromkeys(merged.get(one, one) for one in tops))
    first = merged.get(top, top)
    dark, light, _ = PLACES[families.index(first) % len(PLACES)]
    return dark if area == first else light


def told_apart(data: Catalogue, areas: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return for places on one axis their colours and shapes, each dark and, while it can, another.

    Whose colour is dark keeps it; the others take that of their family or the next that is free.
    """
    own = {area: place_colour(data, area) for area in areas}
    dark = [one for one, _, _ in PLACES]
    shapes = {colour: shape for *colours, shape in PLACES for colour in colours}
    families = {colour: one for one, *light, _ in PLACES for colour in (one, *light)}
    found: dict[str, str] = {}
    for area in sorted(areas, key=lambda one: own[one] not in dark):
        wanted = families.get(own[area], own[area])
        free = [one for one in (wanted, *dark) if one not in found.values()]
        found[area] = free[0] if free else wanted
    return {area: (found[area], shapes.get(found[area], "o")) for area in areas}


def blank(height: float) -> Figure:
    """Make an empty figure of a height in inches, without any global state."""
    return Figure(figsize=(width(), height), facecolor="white")
