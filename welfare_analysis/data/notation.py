"""Notation: numbers and dates as Vietnamese and English write them."""

from __future__ import annotations

import datetime
import numbers
from decimal import Decimal
from functools import lru_cache

from .. import arguments
from ..messages import known

_DIGITS = 15  # of a number at most, as in the tables
_ERROR = 1e-9  # of what was computed, in parts of it


@lru_cache(maxsize=8)
def _locale(language: str):
    from babel import Locale  # Babel is loaded when a number is first written

    return Locale.parse(known(language))


@arguments.reads(value=arguments.number, language=known, decimals=arguments.whole)
def write(value: float, language: str, decimals: int | None = None) -> str:
    """Write a number in the notation of a language.

    Parameters
    ----------
    value : float
    language : {"vi", "en"}
    decimals : int, optional
        Digits after the mark; by default as many as the number has, at most 3.

    Examples
    --------
    >>> write(1234.5, "vi"), write(1234.5, "en"), write(10.9, "vi", 2)
    ('1.234,5', '1,234.5', '10,90')
    """
    from babel.numbers import format_decimal

    places = "#,##0.###" if decimals is None else "#,##0" + ("." + "0" * decimals) * (decimals > 0)
    if decimals is not None and round(value, decimals) == 0:
        value = 0.0  # no "-0"
    text = format_decimal(value, places, locale=_locale(language))
    return text.replace("-", "\u2212")


def plain(value: numbers.Real | Decimal) -> str | None:
    """Write a number in fifteen digits; None if that differs by more than a computer errs.

    Examples
    --------
    >>> plain(9.1), plain(0.1 + 0.2), plain(1 / 3), plain(2e-11)
    ('9.1', '0.3', '0.33333333333333', '0.00000000002')
    >>> plain(1e-20), plain(10**15), plain(float("inf"))
    (None, None, None)
    """
    if not abs(value) < 10**_DIGITS:
        return None
    value = float(value) + 0.0  # no "-0"
    whole = len(str(int(abs(value))))
    digits = f"{value:.{_DIGITS - whole}f}"
    text = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return text if abs(float(text) - value) <= _ERROR * abs(value) else None


def write_date(date: datetime.date, language: str) -> str:
    """Write a date: ``01/7/2025`` in Vietnamese, ``1 Jul 2025`` in English.

    Vietnamese documents put a zero before days under 10 and before January and February
    (Nghị định 30/2020/NĐ-CP), so that neither can be changed by a stroke.

    Examples
    --------
    >>> import datetime
    >>> write_date(datetime.date(2025, 7, 1), "en")
    '1 Jul 2025'
    """
    if language == "vi":
        month = f"{date.month:02}" if date.month <= 2 else date.month
        return f"{date.day:02}/{month}/{date.year}"
    from babel.dates import format_date

    return format_date(date, "d MMM y", locale=_locale(language))


def write_month(date: datetime.date, language: str) -> str:
    """Write a month and its year: ``8/2024`` in Vietnamese, ``Aug 2024`` in English.

    Examples
    --------
    >>> import datetime
    >>> write_month(datetime.date(2024, 8, 31), "en")
    'Aug 2024'
    """
    from babel.dates import format_date

    return format_date(date, "M/y" if language == "vi" else "MMM y", locale=_locale(language))


def month_name(date: datetime.date, language: str) -> str:
    """Name a month without its year: ``1`` in Vietnamese, ``Jan`` in English.

    Examples
    --------
    >>> import datetime
    >>> month_name(datetime.date(2024, 1, 31), "en")
    'Jan'
    """
    from babel.dates import format_date

    return format_date(date, "M" if language == "vi" else "MMM", locale=_locale(language))


def scale_word(scale: float, language: str) -> str:
    """Name a scale: 1e6 is ``triệu`` or ``million``; 1 is empty.

    Examples
    --------
    >>> scale_word(1e6, "vi"), scale_word(1e6, "en")
    ('triệu', 'million')
    """
    names = {
        1e3: ("nghìn", "thousand"),
        1e6: ("triệu", "million"),
        1e9: ("tỷ", "billion"),
        1e12: ("nghìn tỷ", "trillion"),
    }
    return names.get(scale, ("", ""))[language == "en"]
