"""Finding: one thing that figures say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...codes import Verdict
from ...data.catalogue import Catalogue
from ...data.intervals import Interval
from ..derived import Figure, Measure

NAMED = 5  # more places than that are counted, not named


@dataclass(frozen=True)
class Finding:
    """One thing that the figures say, without words.

    Attributes
    ----------
    kind : str
        What is said: ``level``, ``change``, ``benchmark``, ``order``, ….
    name : str
        The message that says it, of those of its kind.
    subject : str
        Code of the indicator.
    areas : tuple of str
        Codes of the places it is about.
    facts : mapping
        What its sentence names – figures, places, dates, choices.  Their names say how they are
        written.
    figures : tuple of Observation or Measure
        What it rests on, to be tabulated or drawn.
    measure : Measure or None
        What was derived from them.
    verdict : Verdict
        May it be said without reserve?
    strength : float
        What puts it before others.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> change = findings(load(), "Sơn La", "poor_household_rate").of("change")[0]
    >>> change.facts["way"], change.measure.text("en"), change.observations[-1]
    ('down', '−10.77 percentage points', 'baosonla-en-2025-sl-poor-rate-2024')
    """

    data: Catalogue = field(repr=False, compare=False)
    kind: str
    name: str
    subject: str
    areas: tuple[str, ...]
    facts: Mapping = field(repr=False, compare=False)
    figures: tuple[Figure, ...] = ()
    measure: Measure | None = None
    verdict: Verdict = Verdict.COMPARABLE
    strength: float = 0.0

    @property
    def interval(self) -> Interval | None:
        """What the finding's own number can mean; None where it has none."""
        number = self.measure or (self.figures[-1] if self.figures else None)
        return number.interval if number else None

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of every printed figure behind it."""
        return tuple(dict.fromkeys(name for one in self.figures for name in one.observations))
