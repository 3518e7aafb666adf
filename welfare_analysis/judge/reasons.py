"""Reasons: what can stand between two figures, printed or derived, and an honest comparison."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..codes import Verdict
from ..data.catalogue import Catalogue
from .aspects import CHECKS, OWN, SIZE, Found
from .cures import REMOVES, WEAKENS, effect
from .derived import Figure, Measure
from .grades import allowed

_GRAVEST_FIRST = list(Verdict)[::-1]
# A graver reason that says the lighter ones already.
_IMPLIES = {
    "TEMPORAL": ("DATE", "DATE_FAR", "DEFINITION", "BREAKDOWN", "SIZE", "SIZE_FAR"),
    "PERIOD_LENGTH": ("DATE", "DATE_FAR", "SIZE", "SIZE_FAR"),
    "COUNTED": ("DEFINITION", "BREAKDOWN", "SIZE", "SIZE_FAR"),
    "METHOD": (
        *("DATE", "DATE_FAR", "DEFINITION", "BREAKDOWN", "PERIOD_LENGTH", "AVERAGED"),
        *("SIZE", "SIZE_FAR", "TEMPORAL"),
    ),
}


@dataclass(frozen=True)
class Reason:
    """One reason that a verdict rests on.

    Attributes
    ----------
    code : str
        ``STANDARD``, ``TEMPORAL``, ``PERIOD_LENGTH``, …
    verdict : Verdict
        The best verdict that this reason still allows.
    facts : dict
        What its sentence names.
    """

    code: str
    verdict: Verdict
    facts: dict = field(default_factory=dict, compare=False)

    @property
    def informs(self) -> bool:
        """Whether it leaves the verdict as it is."""
        return self.verdict == Verdict.COMPARABLE


def reasons_between(data: Catalogue, a: Figure, b: Figure) -> list[Reason]:
    """List every reason between two figures, the gravest first, those that only inform last.

    Two figures derived by one method are judged by all printed figures behind them; what the
    method mends, `cures` says.

    Parameters
    ----------
    data : Catalogue
        Gives areas, standards and sources their names and validity.
    a, b : Observation or Measure

    Returns
    -------
    list of Reason
        Those that inform apart, empty when the two may be compared without reserve.

    Examples
    --------
    >>> from welfare_analysis import change_percent, load
    >>> data = load()
    >>> names = "baodansinh-2023-hn-poor-rate", "ldxh-hn-2024-p16-poor-rate"
    >>> hanoi = [data[name] for name in names]
    >>> names = "baodansinh-2023-vn-poor-rate", "vietnamplus-fr-2024-vn-poor-rate"
    >>> country = [data[name] for name in names]
    >>> print(*(reason.code for reason in reasons_between(data, hanoi[1], country[1])))
    STANDARD LEVEL STANDARD_ASSUMED COMPILATION
    >>> changes = change_percent(*hanoi), change_percent(*country)
    >>> [str(one.verdict) for one in reasons_between(data, *changes) if one.code == "STANDARD"]
    ['with_caution']
    """
    aspects = dict.fromkeys(aspect for aspect, _ in CHECKS)
    if a.area == b.area:  # of one place no size differs
        aspects.pop(SIZE)
    found = _found(data, aspects, a, b)
    implied = {
        code
        for reason in found
        if reason.verdict == Verdict.NOT_COMPARABLE
        for code in _IMPLIES.get(reason.code, ())
    }
    found = [reason for reason in found if reason.code not in implied]
    return sorted(found, key=lambda reason: _GRAVEST_FIRST.index(reason.verdict))


def reservations(data: Catalogue, aspect: str, a: Figure, b: Figure) -> float:
    """Count the reservations of one aspect of figures of two areas; infinite where it refuses.

    Of all aspects together they say what `reasons_between` does, so that whoever tries many
    pairs need judge each trait only once.
    """
    found = _found(data, (aspect,), a, b)
    if verdict_of(found) == Verdict.NOT_COMPARABLE:
        return math.inf
    return sum(not reason.informs for reason in found)


def reasons_of(figure: Figure) -> list[Reason]:
    """List the reasons that a figure brings to every verdict, whatever it is set beside."""
    checks = (check for aspect, check in CHECKS if aspect == OWN)
    return [Reason(code, allowed(code), facts) for check in checks for code, facts in check(figure)]


def _found(data: Catalogue, aspects: Iterable[str], a: Figure, b: Figure) -> list[Reason]:
    """Find the reasons of some aspects, as far as the method of the figures leaves them."""
    found = []
    for aspect, check in CHECKS:
        if aspect in aspects:
            made = [*check(a), *check(b)] if aspect == OWN else check(data, a, b)
            found += [Reason(code, verdict, facts) for code, verdict, facts in _cured(made, a, b)]
    return found


def _cured(made: Found, a: Figure, b: Figure) -> Iterator[tuple[str, Verdict, dict]]:
    """Grade reasons, and leave out or weaken those that the method of both figures mends."""
    alike = isinstance(a, Measure) and isinstance(b, Measure) and a.code == b.code
    for code, facts in made:
        mended = effect(a.code, code) if alike else ""
        if mended != REMOVES:
            weakest = Verdict.WITH_CAUTION if mended == WEAKENS else allowed(code)
            yield code, min(weakest, allowed(code), key=list(Verdict).index), facts


def verdict_of(reasons: list[Reason]) -> Verdict:
    """Return the verdict that all reasons together allow."""
    order = list(Verdict)
    return max((reason.verdict for reason in reasons), key=order.index, default=Verdict.COMPARABLE)
