"""Qualifiers: the words around a printed figure that widen it."""

from __future__ import annotations

import re

from ..codes import Qualifier

_QUALIFIERS = {
    Qualifier.NEARLY: ("gần", "nearly", "almost"),
    Qualifier.MORE_THAN: ("hơn", "trên", "more than", "over", "above", "plus de"),
    Qualifier.ABOUT: ("khoảng", "xấp xỉ", "about", "approximately", "around", "environ"),
    Qualifier.AT_LEAST: (
        *("trở lên", "ít nhất", "tối thiểu", "không dưới", "or higher", "or more", "at least"),
    ),
    Qualifier.AT_MOST: (
        *("trở xuống", "tối đa", "không quá", "dưới", "or less", "at most", "below", "less than"),
    ),
}

_WORDS = {
    qualifier: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
    for qualifier, words in _QUALIFIERS.items()
}


def qualifier_of(text: str) -> Qualifier:
    """Find the widening word in a printed token.

    Examples
    --------
    >>> qualifier_of("trên 12.000 lượt").value, qualifier_of("52 hộ").value
    ('more_than', 'exact')
    """
    folded = " ".join(text.split()).casefold()
    return next((one for one, words in _WORDS.items() if words.search(folded)), Qualifier.EXACT)
