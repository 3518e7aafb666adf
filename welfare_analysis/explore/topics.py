"""Topics: what there are figures of, with how many, found by any word of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..codes import LANGUAGES
from ..data.catalogue import Catalogue
from ..data.text import unaccented


@dataclass(frozen=True)
class Topic:
    """An indicator that has figures.

    Attributes
    ----------
    indicator, theme : str
        Codes of the codebook.
    titles : dict of str to str
        By language.
    figures, places : int
        How many there are, and of how many places.
    words : str
        All that it is found by, without accents: titles, code and theme in both languages.
    """

    indicator: str
    theme: str
    titles: dict[str, str]
    figures: int
    places: int
    words: str


def topics(data: Catalogue) -> list[Topic]:
    """List every indicator that has figures, those of most places first.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> topics(load())[0].titles["en"]
    'Poor household rate'
    """
    if "topics" not in data._records:
        data._records["topics"] = _topics(data)
    return data._records["topics"]


def matching(data: Catalogue, words: str) -> list[Topic]:
    """List the topics that hold every word, or beginning of one, with or without accents.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> [one.indicator for one in matching(load(), "ho ngheo rate")][:2]
    ['poor_household_rate', 'near_poor_household_rate']
    """
    typed = _plain(words).split()
    return [one for one in topics(data) if all(f" {word}" in one.words for word in typed)]


def _topics(data: Catalogue) -> list[Topic]:
    cells: dict[str, list[str]] = {}
    for name, area in zip(*(data.observations[one] for one in ("indicator", "area")), strict=True):
        cells.setdefault(name, []).append(area)
    found = [
        _topic(data, name, cells[name]) for name in data.indicators["indicator"] if name in cells
    ]
    return sorted(found, key=lambda one: -one.places)


def _topic(data: Catalogue, name: str, areas: list[str]) -> Topic:
    row = data.record("indicators", name)
    titles, theme = _titles(row), _titles(data.record("themes", row["theme"]))
    said = (*titles.values(), *theme.values(), name, row["theme"])
    words = " ".join(["", *map(_plain, said)])
    return Topic(name, row["theme"], titles, len(areas), len(set(areas)), words)


def _titles(row: dict) -> dict[str, str]:
    return {language: row[f"title_{language}"] for language in LANGUAGES}


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Write a text as words without accents: what is no letter or digit parts them."""
    return "".join(sign if sign.isalnum() else " " for sign in unaccented(text))
