"""Cell values: values as a spreadsheet may have them; text can never run as a formula."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal

# Signs that begin a formula, their full-width forms too; blanks before them do not help.
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BLANK_STARTS = ("\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d[\d.,\u00a0\u202f]*%?")
# Sign, whole part, decimals, percent sign, in the notation of a language.
_SHOWN = {
    "vi": re.compile(r"([-\u2212]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(%?)"),
    "en": re.compile(r"([-\u2212]?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?(%?)"),
}


def disarmed(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run; a written number passes.

    Examples
    --------
    >>> disarmed("=1+1"), disarmed("-1,5"), disarmed("-1+1"), disarmed("Sơn La")
    ("'=1+1", '-1,5', "'-1+1", 'Sơn La')
    """
    bare = text.strip()
    runs = bare.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(bare)
    risky = runs or text.startswith(_BLANK_STARTS)
    return f"'{text}" if risky else text


def written(value: object) -> str:
    """Write a value as a cell of a CSV file: a number plainly, a date as ISO, text disarmed.

    Examples
    --------
    >>> written(32e9), written(0.03), written(-1), written(None), written(float("inf"))
    ('32000000000', '0.03', '-1', '', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        finite = math.isfinite(value)
        return format(Decimal(repr(float(value))).normalize(), "f") if finite else ""
    if isinstance(value, (int, datetime.date)):
        return str(value)
    return disarmed(str(value))


def number_shown(text: str, language: str) -> tuple[float, str] | None:
    """Read a cell that shows a bare number or percentage, with the format to show it again.

    Text with any word or sign beside the number is no number: ``gần 2.500`` stays text.

    Examples
    --------
    >>> number_shown("1.456", "vi"), number_shown("0,03%", "vi"), number_shown("Jun-25", "en")
    ((1456.0, '#,##0'), (0.03, '#,##0.00"%"'), None)
    """
    match = _SHOWN[language].fullmatch(text)
    if match is None:
        return None
    sign, whole, fraction, percent = match.groups()
    digits = re.sub(r"\D", "", whole)
    if len(digits) > 1 and digits.startswith("0"):
        return None  # a code such as 01, not a number
    value = float(f"{digits}.{fraction or 0}")
    # A year is written without marks and stays so.
    form = "0" if len(digits) > 3 and digits == whole else "#,##0"
    form += f".{'0' * len(fraction)}" if fraction else ""
    return (-value if sign else value), form + ('"%"' if percent else "")
