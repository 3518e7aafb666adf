"""Standards: the poverty standards that areas set themselves or inherit."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...codes import is_known
from ...data.catalogue import Catalogue
from ...data.names import resolve_area
from ...texts import capital
from .. import readers
from ..document import Line, unique
from ..writer import Writer, cite_number
from .building import NOTHING, finished, laid_out, without_empty
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

    Examples
    --------
    >>> from welfare_analysis import load
    >>> standards(load(), ["Hà Nội", "Sơn La"], "en", year=2023)
    <Table 'Poverty standards in force': 2 rows, 7 columns, 0 figures>
    """
    owners = _owners(data, [resolve_area(data, name) for name in areas])
    table = data.standards
    kept = table[table["owner_area"].isin(owners)]
    if year is not None:
        kept = kept[(kept["valid_from"].dt.year <= year) & (kept["valid_to"].dt.year >= year)]
    readers.needed(kept.index.tolist(), "poverty_standard")
    writer = Writer(data, language)
    heads, rows = laid_out(
        writer,
        kept.to_dict("records"),
        {
            "standard": lambda row: capital(writer.own(row, "label")),
            "validity": lambda row: _validity(writer, row),
            "income-poor": lambda row: _lines(writer, row, "income"),
            "income-near-poor": lambda row: _lines(writer, row, "near_poor"),
            "deprivations": lambda row: _deprivations(writer, row["deprivations"]),
            "instrument": lambda row: _instrument(writer, row["instrument"]),
            "source": lambda row: _cited(writer, row["source"]),
        },
    )
    heads, rows = without_empty(heads, rows)
    sources = unique(kept["source"])
    cited = writer.sources_line(data.record("sources", name) for name in sources)
    caption = caption or writer.say("table-standards")
    notes = [writer.say("standards-reading"), cited]
    return finished(writer, caption, heads, rows, [], notes, sources)


def _owners(data: Catalogue, areas: list[str]) -> list[str]:
    """Return who sets the standard of each area: itself, or the nearest parent with one."""
    with_own = set(data.standards["owner_area"])
    found = []
    for area in areas:
        while area and area not in with_own:
            area = data.record("areas", area)["parent"]
        found.append(area)
    return found


def _instrument(writer: Writer, instrument: str) -> str:
    return instrument if is_known(instrument) else writer.say("instrument-unknown")


def _cited(writer: Writer, source: str) -> str | Line:
    number = writer.data.record("sources", source)["number"] if source else None
    return cite_number(number) if number else NOTHING


def _deprivations(writer: Writer, number: object) -> str:
    return NOTHING if pd.isna(number) else writer.say("at-least", n=str(number))


def _validity(writer: Writer, row: dict) -> str:
    ends = (row[key] for key in ("valid_from", "valid_to"))
    return "\u2013".join(writer.date(end.date()) for end in ends if not pd.isna(end))


def _lines(writer: Writer, row: dict, kind: str) -> str:
    """Write the rural and the urban line; one number where they are the same."""
    rural, urban = row[f"{kind}_rural"], row[f"{kind}_urban"]
    if pd.isna(rural) and pd.isna(urban):
        return NOTHING
    unit = writer.say(f"income-{row['income_unit']}")
    rural, urban = (
        NOTHING if pd.isna(line) else writer.number(line / 1e6) for line in (rural, urban)
    )
    if rural == urban:
        return writer.say("income-one", amount=rural, unit=unit)
    return writer.say("income-two", unit=unit, rural=rural, urban=urban)
