"""Faults: what is wrong with the text of a cell, and what it may mean."""

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

# What turns the direction of writing, and makes a text look like another.
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_TURNING}]")
# A cell without any of these shows no damage.
_SUSPECT = f"\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f#áÄÆÃ{_TURNING}"
_SUSPECTS = re.compile(f"[{_SUSPECT}]")
# What fits is surely whole; other cells need a closer look.
WHOLE = f"^[^{_SUSPECT}]+$"

# One may close a quotation («giá»), and ĐÃ is a word; two, or a whole that decodes, is damage.
_MISREAD = re.compile("á[º»]|Ä[‘\x90]|Æ[°¡]|Ã[\x80-\x9f\xa1-\xbf]")
_SPREADSHEET_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#+)")


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


def damage(cell: str) -> tuple[str, str] | None:
    """Say what damaged a cell and what to do, or return None.

    Examples
    --------
    >>> damage("#REF!")[0]
    "expected a value, not a spreadsheet's error"
    >>> damage("HÃ  Ná»™i")[1]
    "write 'Hà Nội' and save the file as CSV UTF-8"
    >>> damage("Hà Nội") is None
    True
    """
    if not _SUSPECTS.search(cell):
        return None
    if _SPREADSHEET_ERROR.fullmatch(cell):
        return (
            "expected a value, not a spreadsheet's error",
            "put the value there, or leave the cell empty where that is allowed",
        )
    if "\ufffd" in cell:
        return (
            "expected UTF-8 text: letters are damaged (the file was probably saved in an old "
            "encoding such as Windows-1258)",
            "save the file again as CSV UTF-8 from a copy whose letters are whole",
        )
    if _CONTROL.search(cell):
        return "expected text without control characters", "type the cell again"
    misread = _MISREAD.findall(cell)
    whole = _once_misread(cell) if misread else None
    if whole or len(misread) > 1:
        return (
            "expected UTF-8 text: the letters were read in another encoding",
            (f"write {whole!r} and " if whole else "write the letters again and ")
            + "save the file as CSV UTF-8",
        )
    return None


def _once_misread(cell: str) -> str | None:
    """Return the text that was UTF-8 and was read as Windows-1252, or None."""
    try:
        return _as_windows_1252(cell.replace("Ã ", "Ã\u00a0")).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _as_windows_1252(cell: str) -> bytes:
    """Encode as Windows does: the five undefined bytes stand for themselves."""
    undefined = "\x81\x8d\x8f\x90\x9d"
    return b"".join(sign.encode("latin-1" if sign in undefined else "cp1252") for sign in cell)
