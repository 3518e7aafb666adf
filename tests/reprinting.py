"""Printed tokens written again: in another language, or ten times as large."""

import re

from welfare_analysis.data import numerals

_ORDERS = ("chục", "trăm", "nghìn", "chục nghìn", "trăm nghìn", "triệu", "chục triệu")
_MYRIADS = re.compile(r"\d+万\d*")
_DIGITS = re.compile(r"\d++(?:[.,\u00a0\u202f ]\d++)*+(?!\s?%)")


def alike(language, other):
    """Tell whether a token of one language reads the same in the other."""
    return "ja" not in (language, other) and numerals.MARKS[language] == numerals.MARKS[other]


def anew(value, unit, language):
    """Print a number as a language does, with its unit, a row of ``units.csv``."""
    whole, _, decimals = value.partition(".")
    group, mark = numerals.MARKS[language]
    number = f"{int(whole):,}".replace(",", group) + (mark + decimals if decimals else "")
    if unit["unit"] == "percent":
        return f"{number}%"
    return f"{number} {unit['label_vi'] if language == 'vi' else unit['plural_en']}"


def tenfold(token, value, language):
    """Write ten times the numbers of a token, as precise as they were or more so."""
    if _MYRIADS.search(token):
        return _MYRIADS.sub(f"{int(value) * 10}", token)
    if not _DIGITS.search(token):
        order = next((one for one in reversed(_ORDERS) if f"hàng {one}" in token), None)
        return token.replace(order, _ORDERS[_ORDERS.index(order) + 1]) if order else token
    spoken = next((one for one in (language, "vi", "en") if _reads(token, value, one)), None)
    if spoken is None:  # printed with decimals that no count has
        return f"{int(value) * 10:,}".replace(",", numerals.MARKS[language][0])
    return _DIGITS.sub(lambda found: _tenfold(found.group(), *numerals.MARKS[spoken]), token)


def _reads(token, value, language):
    try:
        return float(value) in numerals.values(token, language)
    except numerals.NumeralError:
        return False


def _tenfold(number, group, mark):
    whole, _, decimals = number.partition(mark)
    separator = next((sign for sign in whole if not sign.isdigit()), group)
    digits = re.sub(r"\D", "", whole) + (decimals[:1] or "0")
    return f"{int(digits):,}".replace(",", separator) + (mark + decimals[1:]) * (len(decimals) > 1)
