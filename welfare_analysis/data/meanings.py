"""Meanings: find indicators by any words of their names, themes and definitions."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from .. import arguments
from ..messages import get_language, known
from .catalogue import Catalogue
from .text import tidy, unaccented

_WORD = re.compile(r"[^\W_]+")
_STEM = 5  # letters that a word shares with its other forms: train, trained
_SMALL = {"a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "va", "cua", "o"}
_MOST = 4
# How far a word found in a column tells what is meant.
_WEIGHTS = {
    "indicator": _MOST,
    "title_vi": _MOST,
    "title_en": _MOST,
    "noun_vi": _MOST,
    "noun_en": _MOST,
    "concept": 3,
    "theme": 2,
    "definition_vi": 1,
    "definition_en": 1,
}


@arguments.reads(data=arguments.data, text=arguments.text)
def search(data: Catalogue, text: str, language: str | None = None) -> pd.DataFrame:
    """Find indicators by any words, with or without diacritics, in either language.

    Parameters
    ----------
    data : Catalogue
    text : str
        Words of a title, a code, a theme or a definition, in any order.
    language : {"vi", "en"}, optional
        Of the titles; by default the one chosen by `set_language`.

    Returns
    -------
    pandas.DataFrame
        The indicators that the most words lead to, the nearest first: ``indicator``, ``title``,
        ``theme`` and the number of ``figures``.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> search(data, "poverty rate")["indicator"].iloc[0]
    'poor_household_rate'
    >>> search(data, "ty le ngheo", "en")["title"].iloc[0]
    'Poor household rate'
    """
    language = get_language() if language is None else known(language)
    found = meant(data, text)
    rows = data.indicators.set_index("indicator").loc[found]
    return pd.DataFrame(
        {
            "indicator": found,
            "title": rows[f"title_{language}"].tolist(),
            "theme": rows["theme"].tolist(),
            "figures": [_counts(data).get(code, 0) for code in found],
        }
    )


def meant(data: Catalogue, text: str, least: float = 0.5) -> list[str]:
    """List the indicators that words may mean, the nearest first.

    Parameters
    ----------
    least : float
        The part of the words that must be found.
    """
    said, scores = words(text), {}
    asked = [word for word in said if word not in _SMALL] or said
    for code, own in _described(data).items():
        found = [_weight(word, own) for word in asked]
        share = sum(map(bool, found)) / max(len(asked), 1)
        if share >= least and any(found):
            # Of subjects alike that of which most is known, with the fewest words besides.
            told = 2 * math.log2(1 + _counts(data).get(code, 0))
            scores[code] = (share, sum(found) + told - len(words(code)))
    most = max((share for share, _ in scores.values()), default=0)
    best = [code for code, (share, _) in scores.items() if share == most]
    return sorted(best, key=scores.get, reverse=True)


def words(text: str) -> list[str]:
    """List the words of a text, each once, in small letters without diacritics.

    Examples
    --------
    >>> words("Tỷ lệ hộ nghèo"), words("poor_household_rate")
    (['ty', 'le', 'ho', 'ngheo'], ['poor', 'household', 'rate'])
    """
    return list(dict.fromkeys(_WORD.findall(unaccented(tidy(text)).replace("_", " "))))


def begin_words(name: str, asked: Iterable[str]) -> bool:
    """Tell whether every word typed begins a word of a name.

    Examples
    --------
    >>> begin_words("Tỷ lệ hộ nghèo", ["ngheo", "ty"]), begin_words("Sơn La", ["on"])
    (True, False)
    """
    own = words(name)
    return all(any(word.startswith(one) for word in own) for one in asked)


def _weight(word: str, own: dict[str, int]) -> int:
    """Weigh a word by where it, or another form of it, stands."""
    if own.get(word) == _MOST:
        return _MOST
    return max((weight for one, weight in own.items() if _alike(one, word)), default=0)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return long == f"{short}s" or len(short) >= _STEM and long.startswith(short)


def _counts(data: Catalogue) -> dict[str, int]:
    """Count the figures of each indicator."""
    if "counts" not in data._records:
        data._records["counts"] = Counter(data.observations["indicator"])
    return data._records["counts"]


def _described(data: Catalogue) -> dict[str, dict[str, int]]:
    """Map each indicator to its words and what each weighs; themes by their titles too."""
    if "meanings" not in data._records:
        themes = {
            row["theme"]: " ".join(row.values())
            for row in data.themes[["theme", "title_vi", "title_en"]].to_dict("records")
        }
        found = {}
        for row in data.indicators.to_dict("records"):
            row["theme"] = themes.get(row["theme"], row["theme"])
            own: dict[str, int] = {}
            for column, weight in _WEIGHTS.items():
                for word in words(row.get(column) or ""):
                    own[word] = max(weight, own.get(word, 0))
            found[row["indicator"]] = own
        data._records["meanings"] = found
    return data._records["meanings"]
