"""Namespaces: codes as attributes, so that the Tab key completes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from ..errors import UnknownName
from .text import tidy, unaccented

_WORDS = re.compile(r"[^a-z0-9]+")
_KINDS = re.compile(r"^(thanh_pho|tp|tinh|huyen|quan|thi_xa)_")


class Names:
    """Codes of one kind by name; each is a plain string, to be passed on.

    Examples
    --------
    >>> areas = Names("area", {"ha_noi": "VN-HN", "son_la": "VN-05"})
    >>> areas.ha_noi, list(areas)
    ('VN-HN', ['ha_noi', 'son_la'])
    """

    def __init__(self, kind: str, codes: Mapping[str, str]):
        self._kind, self._codes = kind, dict(codes)

    def __getattr__(self, name: str) -> str:
        codes = vars(self).get("_codes", {})
        try:
            return codes[name]
        except KeyError:
            if name.startswith("_"):
                raise AttributeError(name) from None
            # What asks with hasattr or getattr(…, default) expects an AttributeError.
            raise AttributeError(str(UnknownName(self._kind, name, self._codes))) from None

    def __getitem__(self, name: str) -> str:
        if name not in self._codes:
            raise UnknownName(self._kind, name, self._codes)
        return self._codes[name]

    def __dir__(self) -> list[str]:
        return list(self._codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __repr__(self) -> str:
        return f"<{len(self)} names: {', '.join(self)}>"

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)


def names_of_areas(areas: pd.DataFrame) -> dict[str, str]:
    """Map areas' names, written as identifiers without their kind, to their codes.

    A name that an area before has already is followed by the code.
    """
    found: dict[str, str] = {}
    for code, name in zip(areas["area"], areas["name_vi"], strict=True):
        key = _KINDS.sub("", identifier(name))
        found[f"{key}_{identifier(code)}" if key in found or not key else key] = code
    return found


def identifier(name: str) -> str:
    """Write a name as a Python identifier, without diacritics.

    Examples
    --------
    >>> identifier("TP. Hồ Chí Minh"), identifier("13 xã")
    ('tp_ho_chi_minh', 'n_13_xa')
    """
    words = _WORDS.sub("_", unaccented(tidy(name))).strip("_")
    return f"n_{words}" if words[:1].isdigit() else words
