"""Letters: how wide a text is in the font of the reports, and where it is broken in two."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

MILLIMETRE = 72 / 25.4  # in points

_FONTS = Path(__file__).resolve().parent.parent / "fonts"
_STOPS = (",", ":", ";", "–")


def measured(*, bold: bool, size: float) -> Callable[[str], float]:
    """Return what measures a text in points, without kerning, which makes it shorter at most."""
    advances, missing = widths("Bold" if bold else "Regular")
    return lambda text: sum(advances.get(ord(letter), missing) for letter in text) * size


def halves(text: str, measure: Callable[[str], float], at_stops: float = 0.0) -> list[str]:
    """Break a text into two lines alike in length; one of a single word is left as it is.

    A line may be longer by ``at_stops`` to end with a comma or a colon.
    """
    words = text.split(" ")
    ways = [["\u00a0".join(words[:n]), "\u00a0".join(words[n:])] for n in range(1, len(words))]

    def length(way: list[str]) -> float:
        return max(map(measure, way)) - (at_stops if way[0].endswith(_STOPS) else 0)

    return min(ways, key=length, default=[text])


@lru_cache(maxsize=2)
def widths(face: str) -> tuple[dict[int, float], float]:
    """Return the width of every letter of a face in ems, and that of one it lacks."""
    from fontTools.ttLib import TTFont  # comes with matplotlib

    with TTFont(_FONTS / f"IBMPlexSans-{face}.ttf", lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        found = {code: advances[name][0] / em for code, name in font.getBestCmap().items()}
    return found, max(found.values())
