"""Names: find areas and indicators by code, name or alias."""

from __future__ import annotations

from collections.abc import Iterable

from .. import arguments
from ..errors import UnknownName, UsageError
from .catalogue import Catalogue
from .text import fold

# What kind of place it is stands before its name, and is no part of it.
_COMMON_NOUNS = ("Thành phố ", "Tỉnh ", "Huyện ", "Thị xã ", "Quận ", "Phường ", "Xã ", "Vùng ")


def within_sentence(name: str, language: str) -> str:
    """Write the name of an area as it stands inside a sentence.

    Examples
    --------
    >>> within_sentence("Thành phố Sông Công", "vi"), within_sentence("Hà Nội", "vi")
    ('thành phố Sông Công', 'Hà Nội')
    """
    common = language == "vi" and name.startswith(_COMMON_NOUNS)
    return name[:1].lower() + name[1:] if common else name


@arguments.reads(data=arguments.data, name=arguments.text)
def resolve_area(data: Catalogue, name: str) -> str:
    """Return the area code for a code, name or alias, with or without diacritics.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_area(load(), "Sài Gòn"), resolve_area(load(), "ha noi")
    ('VN-SG', 'VN-HN')
    """
    names = _area_names(data)
    folded = fold(name)
    if folded not in names:
        raise UnknownName("area", name, [*data.areas["area"], *data.areas["name_vi"]])
    return names[folded]


@arguments.reads(data=arguments.data, names=arguments.some(arguments.texts))
def resolve_areas(data: Catalogue, names: str | Iterable[str]) -> list[str]:
    """Return the codes of areas, each once; one name alone is never split into its letters.

    Raises
    ------
    UnknownName
        If an area has no such name.
    UsageError
        If there is no name at all.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_areas(load(), "Hà Nội"), resolve_areas(load(), ["Sài Gòn", "TP.HCM"])
    (['VN-HN'], ['VN-SG'])
    """
    return list(dict.fromkeys(resolve_area(data, name) for name in names))


@arguments.reads(data=arguments.data, name=arguments.text)
def resolve_subject(data: Catalogue, name: str) -> str:
    """Return the indicator or concept code for a code or a title, with or without diacritics.

    Raises
    ------
    UnknownName
        If nothing has that name; the message suggests the nearest.
    UsageError
        If it names a theme: the message lists its indicators.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_subject(load(), "tỷ lệ hộ nghèo"), resolve_subject(load(), "labour_export")
    ('poor_household_rate', 'labour_export')
    """
    table = data.indicators
    if (table["indicator"] == name).any() or (table["concept"] == name).any():
        return name
    folded = fold(name)
    for title in ("title_vi", "title_en"):
        found = table.loc[table[title].map(fold) == folded, "indicator"]
        if len(found):
            return found.iloc[0]
    of_theme = table.loc[table["theme"] == name, "indicator"].tolist()
    if of_theme:
        raise UsageError(
            f"{name!r} is a theme, expected one indicator or concept of it: {', '.join(of_theme)}."
        )
    codes = (*table["indicator"], *table["concept"])
    raise UnknownName("indicator", name, [*codes, *table["title_vi"], *table["title_en"]])


def resolve_indicators(data: Catalogue, name: str) -> list[str]:
    """Return the indicator codes for an indicator or a concept, by code or title."""
    table = data.indicators
    subject = resolve_subject(data, name)
    if (table["indicator"] == subject).any():
        return [subject]
    return table.loc[table["concept"] == subject, "indicator"].tolist()


def _area_names(data: Catalogue) -> dict[str, str]:
    if "area names" not in data._records:
        names: dict[str, str] = {}
        for row in data.areas.to_dict("records"):
            aliases = row["aliases"].split("|") if row["aliases"] else []
            for name in (row["area"], row["name_vi"], row["name_en"], *aliases):
                names.setdefault(fold(name), row["area"])
        data._records["area names"] = names
    return data._records["area names"]
