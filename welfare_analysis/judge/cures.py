"""Cures: what a derived measure does to the reasons between two places, and why.

A reason that speaks against two printed figures need not speak against what is computed from
them: a rate of change does not grow with the place.  The table below says of each measure which
reasons it removes and which it weakens to "with caution"; what is not listed stays, because no
computation mends a doubt about the figures it starts from.  `docs/cures.md` shows the table.
"""

from __future__ import annotations

from typing import NamedTuple

REMOVES, WEAKENS, STAYS = "removes", "weakens", "stays"


class Cure(NamedTuple):
    """What some measures do to some reasons.

    Attributes
    ----------
    measures, reasons : tuple of str
        Codes of derived measures, and of reasons.
    effect : {"removes", "weakens", "stays"}
        ``stays`` is listed where a reader might expect otherwise.
    because : str
        The argument, in one sentence.
    """

    measures: tuple[str, ...]
    reasons: tuple[str, ...]
    effect: str
    because: str


_TABLE = """
change_percent change_a_year | SIZE SIZE_FAR | removes
    A relative change does not grow with the place.
change_percent change_a_year | STANDARD STANDARD_BREAK | weakens
    Each place is measured by one standard at both ends; but another standard draws its line
    elsewhere, so that those who cross it are others.
change_points | STANDARD STANDARD_BREAK | stays
    A stricter line counts more households, so that more of them can leave: points of two
    standards are not of one size.
change_a_year | PERIOD_LENGTH | weakens
    A pace a year puts windows of unlike length on one scale; it does not say that it held in
    each of their years.
change_points change_percent | PERIOD_LENGTH | stays
    A longer window has had more time to change in.
per_inhabitants per_households | SIZE SIZE_FAR | removes
    A count on its base no longer grows with the place.
per_inhabitants per_households | PERIOD_LENGTH | stays
    Some months on a base are less than a year on it; totals over several years are put on it as
    yearly averages, of which AVERAGED warns.
share | SIZE SIZE_FAR | weakens
    A share in the whole still grows with the place, but of one whole it does not mislead beside
    the share in its population.
share | PERIOD_LENGTH | weakens
    Each share is of the total of its own years, of which some are not those of the other.
attainment | SIZE SIZE_FAR | removes
    A result is measured by the plan of its own place.
attainment | STANDARD STANDARD_BREAK | weakens
    Result and plan follow one standard; but what a plan asks for differs with it.
distance pace | STANDARD STANDARD_BREAK | stays
    What a place still lacks is counted by its own standard: its points are not those of another.
ratio | SIZE SIZE_FAR | removes
    A relation to the area around does not grow with the place.
"""


def _read() -> tuple[Cure, ...]:
    found = []
    for line in _TABLE.strip().splitlines():
        if line.startswith(" "):
            found[-1] = found[-1]._replace(because=f"{found[-1].because} {line.strip()}".strip())
        else:
            measures, reasons, effect = (part.split() for part in line.split("|"))
            found.append(Cure(tuple(measures), tuple(reasons), effect[0], ""))
    return tuple(found)


CURES = _read()
_EFFECTS = {
    (measure, reason): cure.effect
    for cure in CURES
    for measure in cure.measures
    for reason in cure.reasons
}


def effect(measure: str, reason: str) -> str:
    """Say what a measure does to a reason.

    Examples
    --------
    >>> effect("change_percent", "STANDARD"), effect("change_percent", "DOUBTFUL")
    ('weakens', 'stays')
    """
    return _EFFECTS.get((measure, reason), STAYS)
