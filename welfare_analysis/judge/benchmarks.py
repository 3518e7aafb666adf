"""Benchmarks: the figures of the areas around some places, to be set beside theirs, unasked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..codes import Verdict
from ..data.areas import containing
from ..data.catalogue import Catalogue
from .derivations import derived
from .derived import Figure
from .ranking import EVIDENCE
from .reasons import Reason, reasons_between, verdict_of
from .results import results
from .times import closing


@dataclass(frozen=True)
class Benchmark:
    """The figure of an area that contains places of a comparison.

    Attributes
    ----------
    figure : Observation or Measure
    reasons : mapping of str to list of Reason
        What its verdict beside the figure of each place rests on, of those places inside it
        beside which it may stand.
    """

    figure: Figure
    reasons: Mapping[str, list[Reason]] = field(repr=False)

    @property
    def area(self) -> str:
        """The containing area."""
        return self.figure.area

    def verdict(self, area: str) -> Verdict:
        """Return the verdict on it and the figure of a place; not comparable with any other."""
        found = self.reasons.get(area)
        return Verdict.NOT_COMPARABLE if found is None else verdict_of(found)


def benchmarks(
    data: Catalogue, subject: str, chosen: Mapping[str, Figure], by: str = ""
) -> tuple[Benchmark, ...]:
    """Find for each area around some places the figure that compares best with theirs.

    Parameters
    ----------
    data : Catalogue
    subject : str
        Indicator or concept.
    chosen : mapping of str to Observation or Measure
        The figure of each place.
    by : str
        The measure that they were derived by, if any.

    Returns
    -------
    tuple of Benchmark
        The nearest areas first.  An area has none where no figure of it may stand beside any of
        those chosen, or where it is itself among the places.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Sơn La", "Sông Công"], 2023)
    >>> for one in benchmarks(data, answer.subject, answer.figures):
    ...     print(one.area, one.figure.text("en"), one.verdict("VN-05"))
    VN-R-NMM 11.29% with_caution
    VN 2.93% with_caution
    """
    inside: dict[str, list[str]] = {}
    for area in chosen:
        for around in containing(data, area):
            inside.setdefault(around, []).append(area)
    depth = {around: len(list(containing(data, around))) for around in inside}
    kinds = list(dict.fromkeys(one.measure for one in chosen.values()))
    found = []
    for around in sorted(inside, key=lambda one: -depth[one]):
        if around not in chosen:
            beside = {area: chosen[area] for area in inside[around]}
            known = results(data, subject, around, kinds)
            offered = derived(data, known, by) if by else known
            made = [_beside(data, one, beside) for one in offered]
            made = [one for one in made if one.reasons]
            if made:
                found.append(min(made, key=lambda one: _badness(one, beside)))
    return tuple(found)


def _beside(data: Catalogue, figure: Figure, chosen: Mapping[str, Figure]) -> Benchmark:
    judged = {area: reasons_between(data, one, figure) for area, one in chosen.items()}
    refused = Verdict.NOT_COMPARABLE
    return Benchmark(
        figure, {area: found for area, found in judged.items() if verdict_of(found) != refused}
    )


def _badness(one: Benchmark, chosen: Mapping[str, Figure]) -> tuple:
    """Sort the better figure first: beside more places, with fewer reservations, of their day."""
    reserved = sum(not reason.informs for found in one.reasons.values() for reason in found)
    apart = sum(abs((closing(one.figure) - closing(chosen[area])).days) for area in one.reasons)
    return -len(one.reasons), reserved, apart, EVIDENCE.key(one.figure)
