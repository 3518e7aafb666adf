"""Order: which places lie above which, as far as intervals and verdicts allow it to be said."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from ..codes import Verdict
from ..data.areas import containing
from ..data.catalogue import Catalogue
from .derived import Figure
from .grades import gravest_first
from .reasons import Reason, reasons_between, verdict_of


@dataclass(frozen=True)
class Order:
    """Places from the highest figure to the lowest.

    Attributes
    ----------
    ranks : tuple of tuple of str
        Places that cannot be told apart share a rank; empty where no order may be stated.
    around : tuple of str
        Areas that contain others of them: a whole stands beside its parts and not among them.
    verdict : Verdict
        The worst of all pairs of the places that would be ranked.
    reasons : tuple of Reason
        Of an order, those that call for caution; of none, those that forbid it, each code once.
    """

    ranks: tuple[tuple[str, ...], ...]
    around: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def highest(self) -> str | None:
        """The place that lies above all others; None where none does, or may be said to."""
        return _alone(self.ranks, 0)

    @property
    def lowest(self) -> str | None:
        """The place that lies below all others; None where none does, or may be said to."""
        return _alone(self.ranks, -1)


def order(data: Catalogue, figures: Mapping[str, Figure]) -> Order:
    """Order places by their figures.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> areas = ["Sơn La", "VN", "VN-HN"]
    >>> faster = compare(data, "poor_household_rate", areas, by="change_percent")
    >>> found = order(data, faster.figures)
    >>> found.ranks, found.around, found.lowest, str(found.verdict)
    ((('VN-05',), ('VN-HN',)), ('VN',), 'VN-HN', 'with_caution')
    """
    around = tuple(one for one in figures if any(one in containing(data, of) for of in figures))
    ranked = {area: one for area, one in figures.items() if area not in around}
    pairs = itertools.combinations(ranked.values(), 2)
    found = [reason for pair in pairs for reason in reasons_between(data, *pair)]
    verdict = verdict_of(found)
    grave = {one.code: one for one in found if one.verdict == verdict and not one.informs}
    reasons = [grave[code] for code in gravest_first(grave)]
    allowed = len(ranked) > 1 and verdict != Verdict.NOT_COMPARABLE
    return Order(_ranks(ranked) if allowed else (), around, verdict, tuple(reasons))


def _ranks(figures: Mapping[str, Figure]) -> tuple[tuple[str, ...], ...]:
    """Part the places wherever all above lie wholly above all below."""
    areas = sorted(figures, key=lambda area: (-figures[area].value, area))
    ranks: list[list[str]] = [[]]
    for number, area in enumerate(areas):
        if number and _above(figures, areas[:number], areas[number:]):
            ranks.append([])
        ranks[-1].append(area)
    return tuple(map(tuple, ranks))


def _above(figures: Mapping[str, Figure], above: list[str], below: list[str]) -> bool:
    return all(
        figures[one].interval.low >= figures[other].interval.high
        and not figures[one].interval.meets(figures[other].interval)
        for one in above
        for other in below
    )


def _alone(ranks: tuple[tuple[str, ...], ...], place: int) -> str | None:
    return ranks[place][0] if len(ranks) > 1 and len(ranks[place]) == 1 else None
