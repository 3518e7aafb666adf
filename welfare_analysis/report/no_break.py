"""Spacing: what belongs together stays on one line of the page."""

from __future__ import annotations

import re

_TIE = "\u00a0"
_YEAR = r"(?!(?:19|20)\d\d\b)"
_RULES = (
    # A number and its unit, but not a year and whatever follows it: «8.417 người».
    (re.compile(rf"(?<![\w/.,–−-]){_YEAR}(\d+(?:[.,]\d+)*%?) (?=[^\W\d_])"), rf"\1{_TIE}"),
    # A word and the number that completes it: «năm 2023», «Bảng 2», «para. 16».
    (
        re.compile(
            r"(?<!\w)(năm|tháng|ngày|trang|đoạn|Hình|Bảng|đ\.|page|Figure|Table|para\.) (?=\d)",
            re.IGNORECASE,
        ),
        rf"\1{_TIE}",
    ),
    # An English date: «31 Dec 2018».
    (
        re.compile(r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*) (?=\d{4}\b)"),
        rf"\1{_TIE}",
    ),
    (re.compile(r"\b(TP|Tp)\. (?=\w)"), rf"\1.{_TIE}"),
    (re.compile(r"\b(Hồ|Ho) (Chí|Chi) (?=Minh\b)"), rf"\1{_TIE}\2{_TIE}"),
    # A dash never begins a line.
    (re.compile(r" (?=[–—] )"), _TIE),
)


def tied(text: str) -> str:
    """Put no-break spaces where a line must not end.

    Examples
    --------
    >>> tied("8.417 người, năm 2023").replace(_TIE, "~")
    '8.417~người, năm~2023'
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def tied_all(content):
    """Return blocks or inline content with all its text tied; code stays as it is."""
    if isinstance(content, list):
        return [tied_all(item) for item in content]
    if not isinstance(content, dict):
        return content
    if content.get("t") == "text":
        return {**content, "s": tied(content["s"])}
    return {key: tied_all(value) for key, value in content.items()}
