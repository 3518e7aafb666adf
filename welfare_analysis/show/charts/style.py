"""Style: the one visual language of all charts, and the measuring of their text."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from ...data.catalogue import Catalogue

WIDTH = 6.3  # inches: 16 cm, the text width of an A4 page
BODY, SMALL = 8.5, 7.5  # points, as printed
INK, MUTED, HAIR, WASH = "#1c2530", "#56616d", "#c8d0d8", "#f1f5f8"
LINE, STEP = 0.165, 0.145  # inches from one line of body text, or of small text, to the next

# How texts look, and where they stand by the point that they are written at.
NOTE = {"fontsize": SMALL, "color": MUTED}
HEAD = {"fontsize": SMALL, "fontweight": "bold"}
MIDDLE = {"ha": "center", "va": "center"}
PLATE = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none"}
PALE = {"alpha": 0.38}  # an interval behind its mark

# A place is always named beside its marks; its colour repeats the name.  The dark colours are told
# apart with protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009), by
# their lightness in grey, and against white; each light one is for a part or a later boundary.
_PLACES = (
    "#20365d",
    "#8fa3c4",
    "#a63939",
    "#dba3a0",
    "#27a566",
    "#93d3b1",
    "#ba6e15",
    "#e2b98a",
    "#831792",
    "#c39acb",
)
_NATION, _LARGE = "#7e6c69", ("country", "region")
REFUSED = "#6b7681"  # what is shown only to say that it is refused

VERDICTS = {  # fill, ink, sign: light to dark keeps the order in grey
    "comparable": ("#bfe2cc", "#14532d", "\u2713"),
    "with_caution": ("#e9b44c", "#3d2c00", "~"),
    "not_comparable": ("#a5442b", "#ffffff", "\u00d7"),
    "missing": ("#ffffff", "#56616d", "\u2013"),
}

FAMILY = "IBM Plex Sans"
_FAMILIES = [FAMILY, "DejaVu Sans"]
_FONTS = Path(__file__).parents[2] / "fonts"
_DPI = 100


@contextmanager
def drawing():
    """Draw under the style's settings alone, whatever the session has set."""
    _fonts()
    with matplotlib.rc_context(dict(_settings())):
        yield


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
    font = FontProperties(family=available_families(), size=size, weight=weight)
    # The one setting that counts here: to keep and restore all takes longer than to measure.
    usual = matplotlib.rcParams["text.hinting"]
    matplotlib.rcParams["text.hinting"] = "none"
    try:
        width, _, _ = _renderer().get_text_width_height_descent(text, font, False)
    finally:
        matplotlib.rcParams["text.hinting"] = usual
    return width / _DPI


@lru_cache(maxsize=1)
def _renderer() -> RendererAgg:
    return RendererAgg(10, 10, _DPI)


def wrapped(text: str, width: float, size: float = BODY, weight: str = "normal") -> list[str]:
    """Break a text into lines that are no wider than a width in inches."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def place_colour(data: Catalogue, area: str) -> str:
    """Return the colour of a place: the same in every chart, by its place in ``areas.csv``."""
    if data.record("areas", area)["level"] in _LARGE:
        return _NATION
    table = data.areas
    places = table.loc[~table["level"].isin(_LARGE), "area"].tolist()
    return _PLACES[places.index(area) % len(_PLACES)]


def told_apart(data: Catalogue, areas: Sequence[str]) -> dict[str, str]:
    """Return for places on one axis their colours, each dark and, while there are any, another."""
    dark = _PLACES[::2]
    found: dict[str, str] = {}
    for area in areas:
        own = place_colour(data, area)
        own = dark[_PLACES.index(own) // 2] if own in _PLACES else own
        free = [one for one in dark if one not in found.values()]
        found[area] = free[0] if own in found.values() and free else own
    return found


def blank(height: float, width: float = WIDTH) -> Figure:
    """Make an empty figure of a height in inches, without any global state."""
    return Figure(figsize=(width, height), facecolor="white")
