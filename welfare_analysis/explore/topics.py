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
    figures : int
        How many there are.
    words : str
        All that it is found by, without accents: titles, code and theme in both languages.
    """

    indicator: str
    theme: str
    titles: dict[str, str]
    figures: int
    words: str


def topics(data: Catalogue) -> list[Topic]:
    """List every indicator that has figures, those of most places first.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> topics(load())[0].titles["en"]
    'Poor household rate'
    """
    groups = data.observations.groupby("indicator")["area"]
    counts, places = groups.size().to_dict(), groups.nunique().to_dict()
    themes = {row["theme"]: _titles(row) for row in data.themes.to_dict("records")}
    known = data.indicators.to_dict("records")
    found = [
        _topic(row, themes[row["theme"]], counts[row["indicator"]])
        for row in known
        if row["indicator"] in counts
    ]
    return sorted(found, key=lambda one: -places[one.indicator])


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


def _topic(row: dict, theme: dict[str, str], figures: int) -> Topic:
    titles = _titles(row)
    said = (*titles.values(), *theme.values(), row["indicator"], row["theme"])
    words = " ".join(["", *map(_plain, said)])
    return Topic(row["indicator"], row["theme"], titles, figures, words)


def _titles(row: dict) -> dict[str, str]:
    return {language: row[f"title_{language}"] for language in LANGUAGES}


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Write a text as words without accents: what is no letter or digit parts them."""
    return "".join(sign if sign.isalnum() else " " for sign in unaccented(text))
