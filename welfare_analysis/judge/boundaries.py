"""Boundaries: what became of the territory of a place, said from the table of areas."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from .. import arguments
from ..codes import LEVELS_UNTIL
from ..data.areas import predecessors, successors
from ..data.catalogue import Catalogue
from ..data.names import name_within, resolve_areas
from ..data.numerals import write_date
from ..messages import joined, known, message
from ..texts import capital

_BRACKETS = re.compile(r" \([^()]*\)$")


def boundary_note(data: Catalogue, area: str, language: str) -> str:
    """Say what an area was formed from, became part of, or when it ended; empty where unchanged.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> boundary_note(load(), "VN-SG", "en")
    'From 1 Jul 2025 part of the enlarged Ho Chi Minh City.'
    >>> boundary_note(load(), "VN-69-165", "en")
    'Ended on 30 Jun 2025 with the district level.'
    """
    row = data.record("areas", area)
    before, after = predecessors(data, area), successors(data, area)
    said = []
    if before:
        date, names = _day(row["valid_from"], language), _names(data, before, language)
        said.append(message("boundary-formed", language, date=date, areas=names))
    if after:
        day = data.record("areas", after[0])["valid_from"]
        # Since when the new unit bears its name is said by the date.
        names = [_BRACKETS.sub("", name_within(data, one, language)) for one in after]
        same = _BRACKETS.sub("", name_within(data, area, language)) in names
        name = "boundary-enlarged" if same else "boundary-merged"
        facts = {"date": _day(day, language), "areas": joined(names, language)}
        said.append(message(name, language, **facts))
    elif not pd.isna(row["valid_to"]):
        with_level = LEVELS_UNTIL.get(row["level"]) == row["valid_to"].date()
        name = "boundary-ended-level" if with_level else "boundary-ended"
        level = message(f"level-{row['level']}", language)
        said.append(message(name, language, date=_day(row["valid_to"], language), level=level))
    return " ".join(said)


@arguments.reads(data=arguments.data, areas=arguments.some(arguments.texts), language=known)
def boundary_notes(data: Catalogue, areas: str | Iterable[str], language: str) -> list[str]:
    """Say of each of some places what became of its territory; of those alike, together.

    Parameters
    ----------
    data : Catalogue
    areas : str or iterable of str
        Codes, names or aliases.
    language : {"vi", "en"}

    Returns
    -------
    list of str
        One text for all places of which the same is true, in the order given; none for a place
        whose boundary did not change.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> boundary_notes(load(), ["Hà Nội", "Phù Yên", "Sông Công"], "en")
    ['Phù Yên District and Sông Công City: ended on 30 Jun 2025 with the district level.']
    """
    places: dict[str, list[str]] = {}
    for area in resolve_areas(data, areas):
        places.setdefault(boundary_note(data, area, language), []).append(area)
    return [
        capital(f"{_names(data, alike, language)}: {note[0].lower()}{note[1:]}")
        for note, alike in places.items()
        if note
    ]


def _names(data: Catalogue, areas: Iterable[str], language: str) -> str:
    """Write the names of areas inside a sentence: ``A, B and C``."""
    return joined((name_within(data, area, language) for area in areas), language)


def _day(day: pd.Timestamp, language: str) -> str:
    return write_date(day.date(), language)
