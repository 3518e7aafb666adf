"""Standards: the poverty standards that areas set themselves or inherit."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...data.areas import containing
from ...data.catalogue import Catalogue
from ...data.names import resolve_area
from ...data.numerals import write, write_date
from ...messages import message
from .. import readers, words
from ..bundle import is_date, unique
from ..inline import literal
from .building import columns, finished, without_empty
from .table import Table


@readers.public()
def standards(
    data: Catalogue,
    areas: Iterable[str],
    language: str,
    caption: object = None,
    *,
    year: int | None = None,
) -> Table:
    """Tabulate the poverty standards that areas set themselves or inherit.

    Parameters
    ----------
    data : Catalogue
    areas : iterable of str
        Codes, names or aliases; an area without an own standard uses that of the country.
    language : {"vi", "en"}
    caption : str or Prose, optional
    year : int, optional
        Only standards in force at some time of that year.
    """
    owners = _owners(data, [resolve_area(data, name) for name in areas])
    table = data.standards
    kept = table[table["owner_area"].isin(owners)]
    if year is not None:
        kept = kept[(kept["valid_from"].dt.year <= year) & (kept["valid_to"].dt.year >= year)]
    readers.needed(kept.index.tolist(), "poverty standard")
    rows = [_standard_row(data, row, language) for row in kept.to_dict("records")]
    heads, rows = without_empty(
        columns(
            language,
            "standard",
            "validity",
            "income-poor",
            "income-near-poor",
            "deprivations",
            "instrument",
            "source",
        ),
        rows,
    )
    sources = unique(kept["source"])
    cited = words.sources_line((data.record("sources", name) for name in sources), language)
    caption = caption or message("table-standards", language)
    notes = [message("standards-reading", language), cited]
    return finished(language, caption, heads, rows, [], notes, sources)


def _owners(data: Catalogue, areas: list[str]) -> list[str]:
    """Return who sets the standard of each area: itself, or the nearest parent with one."""
    with_own = set(data.standards["owner_area"])
    lines = ((area, *containing(data, area)) for area in areas)
    return [next((one for one in line if one in with_own), "") for line in lines]


def _standard_row(data: Catalogue, row: dict, language: str) -> tuple[str, ...]:
    number = data.record("sources", row["source"])["number"] if row["source"] else None
    instrument = row["instrument"]
    known = instrument and instrument != "notspecified"
    return (
        literal(words.capital(row[f"label_{language}"])),
        literal(_validity(row, language)),
        literal(_lines(row, "income", language)),
        literal(_lines(row, "near_poor", language)),
        _deprivations(row["deprivations"], language),
        literal(instrument) if known else message("instrument-unknown", language),
        f"[[{number}]](#source-{number})" if number else "\u2013",
    )


def _deprivations(number: object, language: str) -> str:
    return "\u2013" if pd.isna(number) else message("at-least", language, n=str(number))


def _validity(row: dict, language: str) -> str:
    ends = [
        write_date(row[key].date(), language)
        for key in ("valid_from", "valid_to")
        if is_date(row[key])
    ]
    return "\u2013".join(ends)


def _lines(row: dict, kind: str, language: str) -> str:
    """Write the rural and the urban line; one number where they are the same."""
    rural, urban = row[f"{kind}_rural"], row[f"{kind}_urban"]
    if pd.isna(rural) and pd.isna(urban):
        return "\u2013"
    unit = message(f"income-{row['income_unit']}", language)
    if rural == urban:
        return message("income-one", language, amount=_millions(rural, language), unit=unit)
    values = {"rural": _millions(rural, language), "urban": _millions(urban, language)}
    return message("income-two", language, unit=unit, **values)


def _millions(value: float, language: str) -> str:
    return "\u2013" if pd.isna(value) else write(value / 1e6, language)
