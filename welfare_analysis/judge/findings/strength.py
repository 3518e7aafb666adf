"""Strength: which finding comes first, and which few of them stand for all.

A finding is strong by what it is, what it is about, how much it says, how sure and how new it is.
The weights order kinds of findings; no place, indicator or number is preferred by name.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from ...codes import Verdict
from .finding import Finding

_WEIGHTS = {
    "apart": 1.0,
    "order": 1.0,
    "scale": 0.9,
    "pace": 0.9,
    "change": 0.9,
    "reversal": 0.9,
    "benchmark": 0.85,
    "target": 0.85,
    "plan": 0.85,
    "lag": 0.8,
    "share": 0.7,
    "yearly": 0.7,
    "gap": 0.6,
    "part": 0.6,
    "doubt": 0.6,
    "level": 0.5,
    "alone": 0.45,  # a goal with nothing beside it
    "missing": 0.45,
    "contradiction": 0.4,
    "break": 0.4,
    "remark": 0.4,
}
_SUMMARIES = ("changes", "against")  # of few places, each is said by itself
_LAST = ("doubt", "contradiction", "remark", "missing")  # after what the figures say
_ONCE = ("apart", "break", *_LAST)  # one of each is enough among the key messages
_UNMOVED = ("alike", "flat", "same")
_CAUTION = 0.9
_A_YEAR_OLDER, _OLDEST = 0.1, 0.4
_FAINT = 0.1  # too little new to be a key message


def weighed(one: Finding, weight: float, newest: datetime.date | None) -> Finding:
    """Give a finding its strength.

    Parameters
    ----------
    one : Finding
    weight : float
        That of its subject.
    newest : date or None
        Of the newest figure found; what is older counts less.
    """
    sure = _CAUTION if one.verdict == Verdict.WITH_CAUTION else 1.0
    size = 0.5 + 0.5 * _size(one)
    base = _WEIGHTS.get(one.name, _WEIGHTS[one.kind])
    return replace(one, strength=base * weight * size * sure * _recency(one, newest))


def _size(one: Finding) -> float:
    """Return from 0 to 1 how much a finding says."""
    if len(one.areas) > 1 or one.kind == "reversal":
        return 1.0
    if one.facts.get("way") == "zero":  # less than nothing cannot be
        return 0.0
    if one.kind in ("change", "benchmark"):
        ends = [one.figures[0].value, one.figures[-1].value]
        moved = one.facts["way"] not in _UNMOVED and max(ends) > 0
        return (max(ends) - min(ends)) / max(ends) if moved else 0.0
    if one.kind == "target":
        return {"missed": 1.0, "reached": 0.7}.get(one.facts.get("way"), 0.5)
    return 0.5


def _recency(one: Finding, newest: datetime.date | None) -> float:
    last = max((figure.period_end for figure in one.figures), default=newest)
    if newest is None or last is None:
        return 1.0
    years = max(0.0, (newest - last).days / 365 - 1)
    return max(_OLDEST, 1 - _A_YEAR_OLDER * years)


def outstanding(found: Sequence[Finding], most: int, *, whole: bool) -> list[Finding]:
    """Pick the few findings that say most together.

    Parameters
    ----------
    found : sequence of Finding
        The strongest first.
    most : int
    whole : bool
        Whether only what is said of several places at once is asked for.
    """
    left = [one for one in found if (len(one.areas) > 1 if whole else one.name not in _SUMMARIES)]
    several = len({area for one in left for area in one.areas}) > 1
    picked: list[Finding] = []
    while left and len(picked) < most:
        # Of equals the first.
        best = max(left, key=lambda one: _news(one, picked, several=several))
        if _news(best, picked, several=several) < _FAINT:
            break
        picked.append(best)
        left.remove(best)
    return sorted(picked, key=lambda one: (one.kind in _LAST, -len(one.areas), -one.strength))


def _news(one: Finding, said: Sequence[Finding], *, several: bool) -> float:
    """Return the strength of what has not been said yet, of several places or of one."""
    known = {name for other in said for name in other.observations}
    if one.observations and known.issuperset(one.observations):
        return 0.0
    return one.strength * 0.8 ** sum(_likeness(one, other, several) for other in said)


def _likeness(one: Finding, other: Finding, several: bool) -> float:
    kind = (5 if one.kind in _ONCE else 0.5) * (_family(one) == _family(other))
    place = 2 * (several and one.areas == other.areas and len(one.areas) == 1)
    return kind + place + 0.25 * (one.subject == other.subject)


def _family(one: Finding) -> str:
    """Return the kind of a finding; a contradiction is a doubt that the audit has."""
    return "doubt" if one.kind == "contradiction" else one.kind
