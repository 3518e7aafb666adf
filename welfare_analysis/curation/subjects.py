"""Subjects: which indicator of the codebook a figure of a text is likely to be of."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import NamedTuple

from ..data.catalogue import Catalogue
from .passages import Passage

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 0.9  # of its weight, a word has this much one word further from the figure
_BEHIND = 0.7  # what follows a figure says less of it than what goes before
_EARLIER, _HEADING = 0.12, 0.12  # the sentences before, and the heading above
_TITLE, _DEFINITION = 1.0, 0.4
_CLEAR = 0.2  # what a proposal scores at least
_BESIDE, _SAID = 0.5, 0.75  # or how much of its title stands beside the figure
_BEFORE_ANOTHER = 0.4  # beyond another figure, words speak of that


class Likely(NamedTuple):
    """An indicator with its likeness to what stands around a figure."""

    indicator: str
    score: float
    said: float  # how much of its title stands beside the figure


class Subjects:
    """The indicators by the words of their titles and definitions.

    A word counts by how near the figure it stands and by how few indicators use it; two words in a
    row count as one more.
    """

    def __init__(self, data: Catalogue):
        self._language = {}
        self._units = dict(zip(data.indicators["indicator"], data.indicators["unit"], strict=True))
        self._kinds = dict(zip(data.units["unit"], data.units["kind"], strict=True))
        for language in ("vi", "en"):
            self._language[language] = _weighed(data, language)

    def of(self, passage: Passage, token: str, unit: str, language: str) -> list[Likely]:
        """List the indicators that a figure may be of, the likeliest first."""
        features, rarity = self._language["en" if language == "en" else "vi"]
        around = _around(passage, token)
        found = []
        for indicator, weights in features.items():
            if not self._fits(indicator, unit, token):
                continue
            size = math.sqrt(sum((rarity[one] * weight) ** 2 for one, weight in weights.items()))
            alike = sum(
                rarity[one] ** 2 * weight * around[one]
                for one, weight in weights.items()
                if one in around
            )
            title = [one for one, weight in weights.items() if weight == _TITLE and " " not in one]
            beside = sum(rarity[one] for one in title if around.get(one, 0) >= _BESIDE)
            said = beside / sum(rarity[one] for one in title)
            found.append(Likely(indicator, alike / size / 10, said))
        return sorted(found, key=lambda one: -one.score)

    def _fits(self, indicator: str, unit: str, token: str) -> bool:
        own = self._units[indicator]
        if unit:
            return own == unit
        return self._kinds[own] == "count" and "%" not in token


def clear(likely: list[Likely]) -> str:
    """Return the indicator that stands out; empty if none does."""
    first = likely[0] if likely else Likely("", 0, 0)
    return first.indicator if first.score >= _CLEAR or first.said >= _SAID else ""


def _weighed(data: Catalogue, language: str) -> tuple[dict[str, dict[str, float]], dict]:
    features: dict[str, dict[str, float]] = {}
    for row in data.indicators.to_dict("records"):
        weights: dict[str, float] = {}
        for column, weight in (("definition", _DEFINITION), ("title", _TITLE)):
            weights |= dict.fromkeys(_terms(_words(row[f"{column}_{language}"])), weight)
        features[row["indicator"]] = weights
    spread = Counter(term for weights in features.values() for term in weights)
    return features, {term: math.log(1 + len(features) / n) for term, n in spread.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _terms(words: list[str]) -> list[str]:
    return [*words, *(" ".join(pair) for pair in zip(words, words[1:], strict=False))]


def _around(passage: Passage, token: str) -> dict[str, float]:
    """Weigh the words around a figure, and pairs of them, by how near they stand."""
    spelt = passage.article.spelt
    found: dict[str, float] = {}

    def weigh(words: list[str], weights: list[float]) -> None:
        pairs = zip(words, words[1:], weights, weights[1:], strict=False)
        joined = [(f"{one} {other}", min(a, b)) for one, other, a, b in pairs]
        for term, weight in [*zip(words, weights, strict=True), *joined]:
            found[term] = max(found.get(term, 0), weight)

    before, after = (
        _nearest(spelt(passage.before)[::-1], True),
        _nearest(spelt(passage.after), False),
    )
    own = _words(spelt(token))
    left, right = [word for word, _ in before][::-1], [word for word, _ in after]
    weigh(
        [*left, *own, *right],
        [
            *[weight for _, weight in before][::-1],
            *[1.0] * len(own),
            *(weight * _BEHIND for _, weight in after),
        ],
    )
    for text, weight in ((passage.earlier, _EARLIER), (passage.heading, _HEADING)):
        words = _words(spelt(text))
        weigh(words, [weight] * len(words))
    return found


def _nearest(text: str, backwards: bool) -> list[tuple[str, float]]:
    """List the words of a text from the figure on, each with its weight."""
    weight, found = 1.0, []
    for match in re.finditer(r"[^\W\d_]+|\d[\d.,]*|[;:(]", text):
        part = match.group()
        if not part[0].isalpha():
            weight *= _BEFORE_ANOTHER if part[0].isdigit() else 0.8
            continue
        word = part[::-1] if backwards else part
        found.append((word.casefold(), weight))
        weight *= _NEAR
    return found
