"""Text: one spelling for what looks the same, and signs that a file was damaged."""

from __future__ import annotations

import re
import unicodedata

# Signs a keyboard or a spreadsheet puts in place of the Vietnamese one; blanks that do not break.
_LOOKALIKES = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
    | dict.fromkeys("\u00a0\u2007\u202f", " ")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
)

_LOOKS_ALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# A cell without any of these shows no damage.
_SUSPECT = "\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f#áÄÆÃ"
_SUSPECTS = re.compile(f"[{_SUSPECT}]")
# Signs that have one spelling, alone and beside each other; they are most of what is written.
_SIGNS = (
    "!-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff"
    "\u1e00-\u1eff\u2010-\u2026"
)
# What these fit is surely tidy, or whole; other cells need a closer look.
TIDY = f"^[{_SIGNS}](?:[{_SIGNS} \n]*[{_SIGNS}])?$"
WHOLE = f"^[^{_SUSPECT}]+$"

# One may close a quotation («giá»), and ĐÃ is a word; two, or a whole that decodes, is damage.
_MISREAD = re.compile("á[º»]|Ä[‘\x90]|Æ[°¡]|Ã[\x80-\x9f\xa1-\xbf]")
_SPREADSHEET_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#+)")


def tidy(cell: str) -> str:
    """Give a cell its one spelling: NFC, plain blanks, Vietnamese Đ, no blanks around.

    Examples
    --------
    >>> tidy(" Ðo\u0302\u0300ng\u00a0Nai ")
    'Đồng Nai'
    """
    if _LOOKS_ALIKE.search(cell):
        cell = cell.translate(_LOOKALIKES)
    return unicodedata.normalize("NFC", cell).strip()


def tidy_printed(cell: str) -> str:
    """Give a printed token NFC only: its signs are evidence."""
    return unicodedata.normalize("NFC", cell).strip()


def fold(name: str) -> str:
    """Reduce a name to lower-case letters and digits without diacritics.

    Examples
    --------
    >>> fold("TP. Hồ Chí Minh"), fold("Đồng Nai")
    ('tphochiminh', 'dongnai')
    """
    return "".join(sign for sign in unaccented(tidy(name)) if sign.isalnum())


def unaccented(text: str) -> str:
    """Write a text in lower-case letters without diacritics."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


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
