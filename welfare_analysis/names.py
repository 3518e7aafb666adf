"""Names: find areas and indicators by code, name or alias."""

from __future__ import annotations

from .catalogue import Catalogue
from .errors import UnknownName
from .tabular.text import fold


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


def resolve_indicators(data: Catalogue, name: str) -> list[str]:
    """Return the indicator codes for an indicator or a concept code."""
    table = data.indicators
    if (table["indicator"] == name).any():
        return [name]
    of_concept = table.loc[table["concept"] == name, "indicator"].tolist()
    if not of_concept:
        raise UnknownName("indicator", name, [*table["indicator"], *table["concept"]])
    return of_concept


def _area_names(data: Catalogue) -> dict[str, str]:
    if "area names" not in data._records:
        names: dict[str, str] = {}
        for row in data.areas.to_dict("records"):
            aliases = row["aliases"].split("|") if row["aliases"] else []
            for name in (row["area"], row["name_vi"], row["name_en"], *aliases):
                names.setdefault(fold(name), row["area"])
        data._records["area names"] = names
    return data._records["area names"]
