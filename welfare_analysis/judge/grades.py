"""Grades: whether a reason decides a verdict, calls for caution, or only informs, and why.

`docs/reasons.md` has the same table for readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..codes import Verdict


class Grade(StrEnum):
    """What a reason does to a verdict."""

    DECIDE = "decide"
    CAUTION = "caution"
    INFORM = "inform"


# The best verdict that a reason of a grade still allows.
ALLOWED = {
    Grade.DECIDE: Verdict.NOT_COMPARABLE,
    Grade.CAUTION: Verdict.WITH_CAUTION,
    Grade.INFORM: Verdict.COMPARABLE,
}

_TABLE = """
decide  COUNTED             persons and visits, households and money have no common scale
decide  METHOD              a change, a share and a level are numbers of unlike kinds
decide  STANDARD            another standard makes other households poor
decide  STANDARD_BREAK      a standard that changed makes other households poor than it did before
decide  TEMPORAL            what there is on a day is no part of what happens in a period
decide  PERIOD_LENGTH       a longer period adds up more
decide  MEASURE             what is to be has not come about
decide  DEFINITION          two indicators answer two questions
decide  BREAKDOWN           two parts of one indicator count different people or things
decide  BOUNDARY            the two territories never existed at one time
decide  DATE_FAR            within more than a year a difference may be one of time alone
decide  SIZE_FAR            of places so unequal a count tells the size and not the subject
caution ESTIMATE            an estimate may be moved by what is counted later
caution DEFINITION_DIFFERS  the subject is the same, its limits are perhaps not
caution DATE                within a year most levels move less than places differ
caution AVERAGED            an average over several years stands for each only if they were alike
caution YARDSTICK           what lies around two places differs, and so what it is to be above it
caution BASE_FAR            of a base of another year the place has grown or shrunk since
caution LEVEL               a rate may be set beside that of a larger area, not ranked with it
caution SIZE                of places of like size a count shows the order of magnitude
caution STANDARD_ASSUMED    if the assumption is wrong, the two count other households
caution INFERRED            if the period is another, the two are further apart in time
caution DOUBTFUL            the figure itself may be wrong
caution PROVISIONAL         the final figure may differ
caution SOURCE              what only repeats others (grade C) may repeat them wrongly
inform  UNVALIDATED         most figures of the press stand in one source; that alone is no fault
inform  ROUNDED             the interval of the figure says how far it is rounded
inform  COMPILATION         two offices may review in two ways though the indicator is the same
"""
_ROWS = [line.split(maxsplit=2) for line in _TABLE.strip().splitlines()]
GRADES = {code: Grade(grade) for grade, code, _ in _ROWS}
_RANKS = {code: rank for rank, code in enumerate(GRADES)}
WHY = {code: why for _, code, why in _ROWS}


def gravest_first(codes: Iterable[str]) -> list[str]:
    """Sort codes: those that decide, then those of caution, then those that inform.

    Examples
    --------
    >>> gravest_first(["ROUNDED", "SOURCE", "DATE", "STANDARD"])
    ['STANDARD', 'DATE', 'SOURCE', 'ROUNDED']
    """
    return sorted(dict.fromkeys(codes), key=_RANKS.__getitem__)


def allowed(code: str) -> Verdict:
    """Return the best verdict that a reason still allows.

    Examples
    --------
    >>> [str(allowed(code)) for code in ("STANDARD", "LEVEL", "ROUNDED")]
    ['not_comparable', 'with_caution', 'comparable']
    """
    return ALLOWED[GRADES[code]]


def informs(code: str) -> bool:
    """Tell whether a reason leaves every verdict as it is."""
    return GRADES.get(code) == Grade.INFORM
