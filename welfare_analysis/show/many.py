"""Many: what stands for pairs of places where there are many: groups that may be compared.

From eight places on, 28 pairs and more, nobody reads pair by pair.  Tables and charts then show
groups within which every pair may be compared; the pairs themselves become a file to download.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..codes import Verdict
from ..judge.comparison import Comparison
from ..judge.grades import informs
from ..texts import capital
from .document import unique
from .writer import Writer

MANY = 8  # places
_REASONS_NAMED = 3

Pairs = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Company:
    """Places that stand in one way to all others of a comparison.

    Attributes
    ----------
    kind : {"together", "partly", "alone", "missing"}
        Every two of them may be compared; they may be compared with some places only; with
        none; they have no figure.
    areas : tuple of str
    verdict : Verdict
        The worst between any two of those together; what else keeps them apart.
    codes : tuple of str
        The reasons for it, the most frequent first.
    """

    kind: str
    areas: tuple[str, ...]
    verdict: Verdict
    codes: tuple[str, ...]

    def said(self, writer: Writer) -> str:
        """Say in a few words how they stand."""
        together = f"-{self.verdict}" if self.kind == "together" else ""
        return writer.say(f"many-{self.kind}{together}")

    def reasons(self, writer: Writer) -> str:
        """Name its most frequent reasons in a few words."""
        named = [writer.say(f"short-{code}", areas="") for code in self.codes[:_REASONS_NAMED]]
        return "; ".join(named)


def are_many(comparisons: Iterable[Comparison]) -> bool:
    """Tell whether any comparison has too many places for pair by pair."""
    return any(len(one.observations) >= MANY for one in comparisons)


def companies(comparison: Comparison) -> list[Company]:
    """Sort the places of a comparison by what they may be compared with, the largest group first.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> for one in companies(compare(load(), "poor_household_rate", period=2023)):
    ...     print(one.kind, one.areas, str(one.verdict))
    together ('VN-05', 'VN-69-165') with_caution
    alone ('VN-HN', 'VN-SG') not_comparable
    """
    groups = sorted(comparison.groups(), key=len, reverse=True)
    found = [_together(comparison, group) for group in groups if len(group) > 1]
    single = [group[0] for group in groups if len(group) == 1]
    partly = [area for area in single if _has_partner(comparison, area)]
    alone = [area for area in single if area not in partly]
    for kind, areas in (("partly", partly), ("alone", alone)):
        if areas:
            apart = _codes(comparison, areas, comparison.figures, Verdict.NOT_COMPARABLE)
            found.append(Company(kind, tuple(areas), Verdict.NOT_COMPARABLE, apart))
    if comparison.missing:
        found.append(Company("missing", tuple(comparison.missing), Verdict.MISSING, ()))
    return found


def _together(comparison: Comparison, group: Sequence[str]) -> Company:
    codes = _codes(comparison, group, group, Verdict.WITH_CAUTION)
    careful = any(
        comparison.judged[frozenset(pair)][0] == Verdict.WITH_CAUTION
        for pair in itertools.combinations(group, 2)
    )
    verdict = Verdict.WITH_CAUTION if careful else Verdict.COMPARABLE
    return Company("together", tuple(group), verdict, codes)


def _has_partner(comparison: Comparison, area: str) -> bool:
    allowed = (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
    others = (other for other in comparison.figures if other != area)
    return any(comparison.judged[frozenset((area, other))][0] in allowed for other in others)


def _codes(
    comparison: Comparison, areas: Iterable[str], others: Iterable[str], verdict: Verdict
) -> tuple[str, ...]:
    """List the reasons between some places and others that have a verdict, most frequent first."""
    pairs = {frozenset(pair) for pair in itertools.product(areas, others) if len({*pair}) == 2}
    judged = [comparison.judged[pair] for pair in pairs]
    counted = Counter(
        code
        for found, codes in judged
        if found == verdict
        for code in unique(codes)
        if not informs(code)
    )
    return tuple(sorted(counted, key=lambda code: (-counted[code], code)))


def pairs_file(writer: Writer, comparisons: Mapping[object, Comparison]) -> Pairs:
    """Return every pair of some comparisons with verdict and reasons, below a row of headings."""
    names = ["subject"] * (len(comparisons) > 1) + ["area-a", "area-b", "verdict", "reasons"]
    rows = [tuple(capital(writer.say(f"pairs-{name}")) for name in names)]
    for label, one in comparisons.items():
        for pair in one.pairs.itertuples():
            places = writer.area(pair.area_a), writer.area(pair.area_b)
            verdict = writer.say(f"verdict-{pair.verdict}")
            row = *places, verdict, getattr(pair, f"reason_{writer.language}")
            rows.append((str(label), *row) if len(comparisons) > 1 else row)
    return tuple(rows)


def pairs_note(writer: Writer, comparisons: Iterable[Comparison]) -> str:
    """Say how many pairs there are, of which verdicts, and where they stand one by one."""
    verdicts = [verdict for one in comparisons for verdict in one.pairs["verdict"]]
    counts = Counter(verdicts)
    items = [
        f"{writer.say(f'verdict-{one}')} {writer.number(counts[one])}"
        for one in Verdict
        if counts[one]
    ]
    return writer.say("pairs-note", total=writer.number(len(verdicts)), items="; ".join(items))


def names(writer: Writer, areas: Iterable[str]) -> str:
    """List places by name, in the order given."""
    return ", ".join(map(writer.area, areas))
