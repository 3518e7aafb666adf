"""Text: one spelling for what looks the same."""

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
# Signs that have one spelling, alone and beside each other; they are most of what is written.
_SIGNS = (
    "!-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff"
    "\u1e00-\u1eff\u2010-\u2026"
)
# What fits is surely tidy; other cells need a closer look.
TIDY = f"^[{_SIGNS}](?:[{_SIGNS} \n]*[{_SIGNS}])?$"


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
