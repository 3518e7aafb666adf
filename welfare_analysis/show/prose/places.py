"""Places: what a place is – its level, where it lies, what became of its boundary, its codes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...judge.boundaries import boundary_note
from ..writer import Writer
from .telling import Teller


def introduction(writer: Writer, area: str) -> str:
    """Say in a few sentences what a place is.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(introduction(Writer(load(), "en"), "VN-05"))
    Sơn La is a province-level unit in the Northern midlands and mountains. No province merger \
in 2025; its districts ended on 30 June 2025. Administrative code 14 (by QĐ 124/2004/QĐ-TTg, as of \
31 Dec 2024). ISO 3166-2 code: VN-05.
    """
    return " ".join(_sentences(writer, writer.data.record("areas", area)))


def _inside(writer: Writer, area: str) -> str:
    """Name the area around a place: the Red River Delta, Viet Nam."""
    country = not writer.data.record("areas", area)["parent"]
    teller = Teller(writer.data, writer.language)
    return teller.area(area) if country else teller.inside(area)


def _sentences(writer: Writer, row: dict) -> Iterator[str]:
    above = {"parent": _inside(writer, row["parent"])} if row["parent"] else {}
    level = row["level"] if row["parent"] else "country"
    yield writer.say(f"profile-{level}", area=writer.own(row, "name"), **above)
    told = (writer.own(row, "comment"), boundary_note(writer.data, row["area"], writer.language))
    yield from filter(None, told)
    if row["admin_code"] and row["admin_code_vintage"] and row["admin_code_list"]:
        vintage = writer.date(datetime.date.fromisoformat(row["admin_code_vintage"]))
        instrument = row["admin_code_list"].partition(" (")[0]
        facts = {"code": row["admin_code"], "list": instrument, "vintage": vintage}
        yield writer.say("profile-code", **facts)
    if row["iso_3166_2"]:
        yield writer.say("profile-iso", code=row["iso_3166_2"])
