"""Glossary: what the terms of a report mean, for those terms that its figures bring in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from ...codes import PeriodBasis, Status
from ...data.catalogue import Catalogue
from ...errors import UnknownName
from ...messages import message
from ..document import bundle, unique
from ..render.html import part
from ..writer import Writer

_COUNTRY = "VN"
_POOR = ("poor_", "districts_without_poor", "communes_without_poor", "persons_in_poor")
_NEAR_POOR = ("near_poor_", "poor_and_near_poor", "districts_without_near_poor")
# Terms that the codebook defines, by the indicator whose definition is printed.
_DEFINED = {
    "trained": "trained_labour_rate",
    "sent": "workers_sent_abroad",
    "abroad": "workers_abroad",
}

# What a standard must give so that these terms can be explained.
_LINES = {
    "poor": ("deprivations", "income_rural", "income_urban", "indicators"),
    "near_poor": ("deprivations",),
}

Rows = pd.DataFrame


def _named(*beginnings: str) -> Callable[[Rows], bool]:
    return lambda rows: rows["indicator"].str.startswith(beginnings).any()


def _flag(letter: str) -> Callable[[Rows], bool]:
    return lambda rows: rows["status"].str.split().map(lambda found: letter in found).any()


_USED: dict[str, Callable[[Rows], bool]] = {
    "standard": lambda rows: (rows["standard"] != "").any(),
    "poor": _named(*_POOR),
    "near_poor": _named(*_NEAR_POOR),
    "turns": lambda rows: (rows["unit"] == "turns").any(),
    "trained": _named("trained_labour_rate"),
    "certified": _named("trained_labour_certified_rate"),
    "sent": _named("workers_sent_abroad"),
    "abroad": lambda rows: (rows["indicator"] == "workers_abroad").any(),
    "range": lambda rows: len(rows) > 0,
    "inferred": lambda rows: (rows["period_basis"] == PeriodBasis.INFERRED).any(),
    "doubtful": _flag(Status.LOW_RELIABILITY),
    "unchecked": _flag(Status.UNVALIDATED),
    "provisional": _flag(Status.PROVISIONAL),
}


@dataclass(frozen=True)
class Glossary:
    """Terms with their meaning.

    Attributes
    ----------
    entries : tuple of (str, str)
        A term and what it means.
    compact : bool
        Set small, for a report of two pages.
    """

    entries: tuple[tuple[str, str], ...]
    language: str
    compact: bool = False
    observations: tuple[str, ...] = ()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "glossary",
            "language": self.language,
            "compact": self.compact,
            "entries": self.entries,
        }
        return bundle(content, html=self._html(), plain=self._plain())

    def _html(self) -> str:
        return part("notebook.html.j2", "glossary", self)

    def _plain(self) -> str:
        return "\n".join(
            message("term-entry", self.language, term=term, meaning=meaning)
            for term, meaning in self.entries
        )


def glossary(
    writer: Writer,
    observations: Iterable[str],
    terms: Iterable[str] = (),
    *,
    compact: bool = False,
) -> Glossary:
    """Explain the terms that figures bring into a report.

    Parameters
    ----------
    writer : Writer
    observations : iterable of str
        Identifiers of the figures shown.
    terms : iterable of str
        Those to be explained if they occur; all by default.

    Raises
    ------
    UnknownName
        For a term that no catalogue explains.
    """
    wanted = list(terms) or list(_USED)
    for term in wanted:
        if term not in _USED:
            raise UnknownName("term", term, _USED)
    names = unique(observations)
    rows = pd.DataFrame([writer.data.record("observations", name) for name in names])
    if rows.empty:
        return Glossary((), writer.language, compact)
    entries = tuple(
        (writer.say(f"term-{term}"), _meaning(writer, term, rows))
        for term in _USED
        if term in wanted and _USED[term](rows) and _is_known(writer.data, term, rows)
    )
    return Glossary(entries, writer.language, compact)


def _is_known(data: Catalogue, term: str, rows: Rows) -> bool:
    """Tell whether the tables hold all that the meaning of a term is written with."""
    if term in _DEFINED:
        return bool((data.indicators["indicator"] == _DEFINED[term]).any())
    if term not in _LINES:
        return True
    row = _national(data, rows)
    return row is not None and not any(pd.isna(row[name]) for name in _LINES[term])


def _meaning(writer: Writer, term: str, rows: Rows) -> str:
    if term in _DEFINED:
        return writer.own(writer.data.record("indicators", _DEFINED[term]), "definition")
    return writer.say(f"term-{term}-meaning", **_facts(writer, term, rows))


def _facts(writer: Writer, term: str, rows: Rows) -> dict[str, str]:
    """Return what the meaning of a term takes from the table of standards."""
    if term == "standard":
        owners = unique(writer.data.standards["owner_area"])
        names = [writer.area(owner) for owner in owners if owner != _COUNTRY]
        return {"owners": writer.joined(names), "n": len(names)}
    if term not in _LINES:
        return {}
    row = _national(writer.data, rows)
    facts = {
        "standard": writer.own(row, "label"),
        "deprivations": writer.number(int(row["deprivations"])),
    }
    if term == "poor":
        facts |= {
            "rural": writer.number(row["income_rural"] / 1e6),
            "urban": writer.number(row["income_urban"] / 1e6),
            "indicators": writer.number(int(row["indicators"])),
        }
    return facts


def _national(data: Catalogue, rows: Rows) -> dict | None:
    """Return the latest national standard behind the figures, or else in force at their end."""
    national = data.standards[data.standards["owner_area"] == _COUNTRY].sort_values("valid_from")
    behind = national[national["standard"].isin(rows["standard"])]
    if behind.empty:
        behind = national[national["valid_from"] <= rows["period_end"].max()]
    found = behind if len(behind) else national
    return found.iloc[-1].to_dict() if len(found) else None
