"""Cells: what is wrong with the text of a number or a date, with every way to read it."""

from __future__ import annotations

import datetime
import re

from .problems import listed

# A point before exactly three digits may group thousands (vi) or mark decimals (en).
AMBIGUOUS = r"^-?[1-9][0-9]{0,2}\.[0-9]{3}$"
PLAIN_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
# Plain, and of one reading only.
CLEAR_NUMBER = (
    r"-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2}|\.[0-9]{4,})?|(?:0|[1-9][0-9]{3,})\.[0-9]{3})"
)
PLAIN_INTEGER = r"^-?(0|[1-9][0-9]*)$"

_GROUPED_VI = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?", re.ASCII)
_GROUPED_EN = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?|-?\d+(\.\d+)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_FIRST_DAY_OF_SHEETS = datetime.date(1899, 12, 30)
_NOT_A_NUMBER = {"nan", "inf", "infinity", "null", "none", "na", "n/a", "nil", "-", "…", "..."}


def number_fault(text: str) -> tuple[str, str]:
    """Explain why a text is no plain number and how to write what it may mean.

    Examples
    --------
    >>> print(*number_fault("11.959"), sep="; ")
    expected a plain number, but this can be read as 11959 (Vietnamese) or 11.959 (English); \
write 11959 or 11.9590
    >>> print(*number_fault("12,5"), sep="; ")
    expected a plain number, but this can be read as 12.5 (Vietnamese) or 125 (English); \
write 12.5 or 125
    >>> number_fault("0,03")[1]
    'write 0.03'
    """
    if text.casefold().lstrip("+-") in _NOT_A_NUMBER:
        return (
            "expected a number that someone printed",
            "write the figure, or delete the row: a figure nobody printed is no observation",
        )
    readings = _readings(text)
    if readings and not set(text) & set(".,"):
        return (
            "expected a plain number: digits alone, without zeros, signs or blanks around them",
            f"write {readings[0][1]}",
        )
    if readings:
        said = listed([f"{number} ({language})" for language, number in readings])
        spellings = dict.fromkeys(spell(number) for _, number in readings)
        return (
            f"expected a plain number, but this can be read as {said}",
            f"write {listed(spellings)}",
        )
    if re.fullmatch(r"-?\d+([.,]\d+)?[eE][+-]?\d+", text):
        return (
            "expected all digits: a spreadsheet shortened the number",
            "format the column as a plain number without decimals and type the figure again",
        )
    return (
        "expected a plain number: digits, a full stop before decimals, no unit, no grouping",
        "write the figure alone; its unit stands in another column",
    )


def spell(number: str) -> str:
    """Write a number so that it cannot be read in two ways: 12.345 becomes 12.3450.

    Examples
    --------
    >>> spell("12.345"), spell("0.095"), spell("1234.567"), spell("2.25")
    ('12.3450', '0.095', '1234.567', '2.25')
    """
    return number + "0" if re.fullmatch(AMBIGUOUS, number) else number


def _readings(text: str) -> list[tuple[str, str]]:
    """List the numbers a text can mean: as Vietnamese and as English write them."""
    plain = re.sub(r"(?<=\d)[ '\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    plain = plain.replace("\u2212", "-").replace("+", "", text.startswith("+"))
    plain = plain.removesuffix("%").strip()
    found = []
    if _GROUPED_VI.fullmatch(plain):
        found.append(("Vietnamese", _trim(plain.replace(".", "").replace(",", "."))))
    if _GROUPED_EN.fullmatch(plain) or (_GROUPED_VI.fullmatch(plain) and "," in plain):
        english = plain.replace(",", "")
        if re.fullmatch(PLAIN_NUMBER, english):
            found.append(("English", _trim(english)))
    if len(found) == 2 and found[0][1] == found[1][1]:
        return found[:1]
    return found


def _trim(number: str) -> str:
    """Drop zeros in front: 007 is 7."""
    sign = "-" if number.startswith("-") else ""
    return sign + (re.sub(r"^0+(?=\d)", "", number.removeprefix("-")))


def date_fault(text: str) -> tuple[str, str]:
    """Explain why a text is no date and how to write what it may mean.

    Examples
    --------
    >>> date_fault("2023-02-30")[0]
    'expected a day of the calendar: there is no 2023-02-30'
    >>> date_fault("01/02/2023")[1]
    'write 2023-02-01 or 2023-01-02'
    >>> date_fault("45291")[1]
    'write 2023-12-31 if that is the day meant'
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return (
            f"expected a day of the calendar: there is no {text}",
            "write the day as printed in the source",
        )
    days = _days(text)
    if len(days) == 2:
        return f"expected a date, but this can be read as {listed(days)}", f"write {listed(days)}"
    if days:
        return "expected a date of the form 2023-12-31", f"write {days[0]} if that is the day meant"
    if re.fullmatch(r"(19|20)\d\d", text, re.ASCII):
        return (
            "expected a whole date, found only a year",
            f"write {text}-12-31 for the end of the year, or {text}-01-01 for its start",
        )
    return "expected a date of the form 2023-12-31", "write year, month and day with hyphens"


def _days(text: str) -> list[str]:
    """List the days a text can mean."""
    if re.fullmatch(r"[34]\d{4}", text, re.ASCII):
        return [str(_FIRST_DAY_OF_SHEETS + datetime.timedelta(int(text)))]
    iso = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([T ].*)?", text, re.ASCII)
    if iso:
        orders = [tuple(map(int, iso.group(1, 2, 3)))]
    elif match := _DAY_FIRST.fullmatch(text):
        first, second, year = map(int, match.groups())
        orders = [(year, second, first), (year, first, second)]
    else:
        return []
    days = []
    for order in orders:
        try:
            days.append(str(datetime.date(*order)))
        except ValueError:
            continue
    return list(dict.fromkeys(days))
