"""Typed: the checked tables of a package as frames of dates and numbers."""

from __future__ import annotations

import pandas as pd

from .breakdowns import expanded
from .package import RawPackage

_DATES = {
    "observations": ("period_start", "period_end"),
    "standards": ("valid_from", "valid_to"),
    "areas": ("valid_from", "valid_to"),
}
_NUMBERS = {
    "observations": ("value",),
    "indicators": ("lower", "upper"),
    "standards": ("income_rural", "income_urban", "near_poor_rural", "near_poor_urban"),
}
_INTEGERS = {
    "observations": ("paragraph",),
    "exclusions": ("paragraph",),
    "themes": ("order",),
    "sources": ("number",),
    "standards": ("deprivations", "indicators"),
}


def typed(raw: RawPackage) -> dict[str, pd.DataFrame]:
    """Return the tables of a package without problems as a catalogue holds them."""
    frames = {
        name: sheet.typed(_DATES.get(name, ()), _NUMBERS.get(name, ()), _INTEGERS.get(name, ()))
        for name, sheet in raw.sheets.items()
    }
    frames["themes"] = frames["themes"].sort_values("order", ignore_index=True)
    return expanded(frames)
