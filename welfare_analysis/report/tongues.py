"""Tongues: names of places in another language than the report's, read aloud in their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_HOME = "vi"  # where the places are
_PLAIN = {"text", "code"}  # what holds words and no lines


def marked(document: dict, language: str, places: Mapping[str, Mapping[str, str]]) -> dict:
    """Return a document model whose Vietnamese names of places are marked as such.

    Parameters
    ----------
    document : dict
        What `reading.read` returns.
    language : {"vi", "en"}
    places : mapping
        The names of each place by language.

    Examples
    --------
    >>> said = [{"t": "text", "s": "In Hà Nội and Ho Chi Minh City"}]
    >>> names = {"VN-HN": {"vi": "Hà Nội", "en": "Hà Nội"}}
    >>> marked({"subtitle": said}, "en", names)["subtitle"][1]
    {'t': 'foreign', 'lang': 'vi', 'c': [{'t': 'text', 's': 'Hà Nội'}]}
    """
    names = {shared(names[language], names[_HOME]) for names in places.values()} - {""}
    if language == _HOME or not names:
        return document
    return _marked(document, _pattern(frozenset(names)))


def shared(name: str, own: str) -> str:
    """Return the words that a name keeps of the place's own one, if they are not English too.

    Examples
    --------
    >>> shared("Sông Công City", "thành phố Sông Công"), shared("Red River", "Sông Hồng")
    ('Sông Công', '')
    """
    known = set(re.findall(r"\w+", own))
    runs, run = [], []
    for word in re.findall(r"\w+|\W", name):
        if word in known or (run and word == " "):
            run.append(word)
        else:
            runs, run = [*runs, run], []
    longest = max(("".join(one).strip() for one in [*runs, run]), key=len)
    return "" if longest.isascii() else longest


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern:
    longest_first = sorted(names, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")


def _marked(content: object, pattern: re.Pattern) -> object:
    if isinstance(content, dict):
        return {name: _marked(value, pattern) for name, value in content.items()}
    if not isinstance(content, list):
        return content
    found: list = []
    for one in content:
        if isinstance(one, dict) and one.get("t") == "text":
            found += _parted(one["s"], pattern)
        elif isinstance(one, dict) and ("lang" in one or one.get("t") in _PLAIN):
            found.append(one)  # it has its language already, or none
        else:
            found.append(_marked(one, pattern))
    return found


def _parted(words: str, pattern: re.Pattern) -> list[dict]:
    """Part words at the names in them."""
    parts = [{"t": "text", "s": part} for part in pattern.split(words)]
    parts[1::2] = [{"t": "foreign", "lang": _HOME, "c": [part]} for part in parts[1::2]]
    return [part for part in parts if part.get("s") != ""]
