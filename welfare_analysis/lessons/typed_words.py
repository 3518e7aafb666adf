"""Typed words: the many ways in which a student may type a truth, a date, a choice or a list."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

import numpy as np

from ..data.figures import Observation
from ..data.text import fold, tidy, unaccented
from ..judge.derived import Measure
from .typed_numbers import Unreadable, plain

_UNDONE = ("", "…", "...")
_TRUE = ("dung", "d", "co", "cothe", "true", "t", "yes", "y", "can")
_FALSE = ("sai", "s", "khong", "khongdung", "khongthe", "false", "f", "no", "n", "cannot")
_TRUTH = {**dict.fromkeys(_TRUE, True), **dict.fromkeys(_FALSE, False)}
_BREAK = re.compile(r"([;\n&+]|,(?!\d)|(?<!\w)(?:và|and|với|cùng)(?!\w))", re.IGNORECASE)
_MOST_PARTS = 9  # of one name: five words with four breaks between
_LEAD = re.compile(
    r"(?:(?:em|tôi)?\s*chọn|đáp án|phương án|câu|ý|ngày|là|the|option|answer|choice)\b\s*:?\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\(?([A-Za-z])[.):]\s")
_PAIR = re.compile(r"(?<!\w)(\w+)\s*[:=]\s*([^:=;\n]+?)\s*(?=$|[;\n]|,\s*\w+\s*[:=])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2}) (?:tháng|thg\.?) (?P<m>\d{1,2}),? (?:năm )?(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})(?:st)? (?P<name>[a-z]{3})[a-z]*\.?,? (?P<y>\d{4})"),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*\.? (?P<d>\d{1,2})(?:st)?,? (?P<y>\d{4})"),
)


def undone(answer: object) -> bool:
    """Tell whether an answer is still the ``...`` it began as, or empty."""
    if isinstance(answer, str):
        return tidy(answer) in _UNDONE
    if isinstance(answer, Mapping):
        return all(undone(value) for value in answer.values())
    if isinstance(answer, (list, tuple, set, frozenset)):
        return not answer or all(undone(value) for value in answer)
    return answer is None or answer is ...


def truth(answer: object) -> bool:
    """Read a truth value.

    Raises
    ------
    Unreadable
    """
    if isinstance(answer, str) and fold(answer) in _TRUTH:
        return _TRUTH[fold(answer)]
    if isinstance(answer, (bool, np.bool_)):
        return bool(answer)
    raise Unreadable("truth")


def date(answer: object) -> str | None:
    """Return a date that was typed, or is one, as ``YYYY-MM-DD``; None if it is no date.

    Examples
    --------
    >>> date("ngày 1/1/2022"), date("31 tháng 12 năm 2022"), date("January 1, 2022")
    ('2022-01-01', '2022-12-31', '2022-01-01')
    """
    if isinstance(answer, datetime.date):
        return answer.isoformat()[:10]
    if not isinstance(answer, str):
        return None
    text = " ".join(_LEAD.sub("", tidy(answer)).casefold().split())
    for pattern in _DAYS:
        match = pattern.fullmatch(text)
        parts = match.groupdict() if match else {"name": ""}
        if not match or parts.get("name", "jan") not in _MONTHS:
            continue
        month = _MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["m"])
        try:
            return datetime.date(int(parts["y"]), month, int(parts["d"])).isoformat()
        except ValueError:
            continue
    return None


def key(name: str) -> str:
    """Reduce the name of a choice to what all its spellings share: no accents, i for y."""
    return fold(name).replace("y", "i")


def choice(answer: object, names: Mapping[str, str]) -> str | None:
    """Return the code of a choice that was typed, by its names; None if it is none of them."""
    typed = date(answer)
    if typed and key(typed) in names:
        return names[key(typed)]
    if not isinstance(answer, str):
        return None
    text = tidy(answer)
    letter = _LETTER.match(text)
    for spelling in (text, _LEAD.sub("", text), letter[1] if letter else ""):
        if key(spelling) in names:
            return names[key(spelling)]
    return None


def items(answer: object, names: Iterable[str] = ()) -> list:
    """Return the items of a list of answers, also of one typed as text or of one item.

    Parameters
    ----------
    answer : object
    names : iterable of str
        Keys of names; one may hold a comma or an "and".

    Raises
    ------
    Unreadable

    Examples
    --------
    >>> items("chuẩn nghèo và cấp"), items("a, b and c", {"bandc"})
    (['chuẩn nghèo', 'cấp'], ['a', 'b and c'])
    """
    answer = answer if isinstance(answer, (Observation, Measure)) else plain(answer)
    if isinstance(answer, str):
        return _typed_items(answer, names)
    if isinstance(answer, (int, float, Observation, Measure)):
        return [answer]
    try:
        return list(answer)
    except TypeError:
        raise Unreadable("several") from None


def _typed_items(text: str, names: Iterable[str]) -> list[str]:
    """Split a text, but within no name; words and breaks take turns in its parts."""
    parts, found = _BREAK.split(text.strip("[](){} ")), []
    while parts:
        lengths = range(min(len(parts), _MOST_PARTS), 0, -2)
        length = next((n for n in lengths if key("".join(parts[:n])) in names), 1)
        found.append("".join(parts[:length]).strip(" \t\"'"))
        parts = parts[length + 1 :]
    return [item for item in found if item]


def pairs(answer: object, keys: Iterable[str]) -> dict | None:
    """Return a table of answers by its keys: also from a list in their order, or from text.

    None if it is nothing of the kind.
    """
    if hasattr(answer, "to_dict") and not isinstance(answer, type):
        answer = answer.to_dict()
    keys = list(keys)
    if isinstance(answer, str):
        answer = dict(_PAIR.findall(answer))
    elif isinstance(answer, (list, tuple)) and len(answer) == len(keys):
        answer = dict(zip(keys, answer, strict=True))
    if not isinstance(answer, Mapping) or not answer:
        return None
    names = {fold(str(one)): one for one in keys}
    known = ((names.get(fold(str(one))), value) for one, value in answer.items())
    return {one: value for one, value in known if one is not None and not undone(value)}


def mentions(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text holds one of some names as words, with or without accents."""
    plain_text = unaccented(tidy(text))
    return any(
        re.search(rf"(?<!\w){re.escape(unaccented(name))}(?!\w)", plain_text) for name in names
    )
