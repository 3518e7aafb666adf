"""Headline: a finding in so few words that it can stand above a page."""

from __future__ import annotations

from collections.abc import Sequence

from ...judge.derived import Figure, ratio_text
from ...judge.findings import Finding
from ...texts import capital
from .telling import Teller, sentence

_RANKED = {"order": "", "scale": "per_inhabitants"}  # kinds that have ends, and by what measure


def headline(finding: Finding, language: str) -> str:
    """Say a finding in a line: of an order its ends, of anything else its sentence.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Hà Nội", "Sơn La"], "poor_household_rate").of("order")
    >>> print(headline(found[0], "en"))
    Poor household rate at the end of 2024: 10.89% in Sơn La, 0% in Hà Nội
    """
    if finding.name in _RANKED and finding.facts["told"] == "yes":
        return _ends(Teller(finding.data, language, sources=False), finding)
    return sentence(finding, language).partition(";")[0]


def _ends(teller: Teller, finding: Finding) -> str:
    """Name those with the most and the least, and their date once where they share it."""
    known = finding.facts
    ends = [known.get(f"named_{end}") or known[f"rated_{end}"] for end in ("high", "low")]
    dates = {teller.when(one) for found in ends for one in found}
    subject = teller.compared(teller.indicator(finding.subject), _RANKED[finding.name])
    facts = {
        "subject": capital(subject),
        "when": f" {dates.pop()}" if len(dates) == 1 else "",
        "two": known["two"],
    }
    for name, found in zip(("high", "low"), ends, strict=True):
        found = sorted(found, key=lambda one: finding.areas.index(one.area))
        facts[name] = _named(teller, found, bool(facts["when"]), known["two"])
    return teller.say("headline-order", **facts)


def _named(teller: Teller, figures: Sequence[Figure], shared: bool, two: str) -> str:
    """Name places with their figure, once where it is the same; each with its date if need be."""
    unit = ratio_text("per_100000_inhabitants", "", teller.language)  # the subject says it
    places: dict[str, list[str]] = {}
    for one in figures:
        more = () if shared else (teller.when(one),)
        text = str(teller.aside(one, *more, text=teller.text(one).removesuffix(unit)))
        if two == "yes":  # not in brackets yet
            number, _, limits = text.partition(", ")
            text = f"{number} ({limits})" if limits else number
        places.setdefault(text, []).append(teller.inside(one.area))
    return teller.joined(
        [
            teller.say("headline-places", figure=text, areas=teller.joined(areas), two=two)
            for text, areas in places.items()
        ]
    )
