"""Informing: in a line below what is shown, reasons, what only informs, is newer or disputed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..judge.comparison import Comparison
from ..judge.derived import Figure
from ..judge.disputes import disputes
from ..judge.grades import GRADES, gravest_first, informs
from ..judge.reasons import reasons_of
from .document import Line, joined, words
from .many import MANY
from .words import unbroken
from .writer import Writer

_DISPUTES_TOLD = 4  # in a note; the audit has them all


def informing(writer: Writer, comparisons: Sequence[Comparison]) -> list[str]:
    """Say once what informs of figures and pairs and changes no verdict, if there is anything.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Sơn La", "Sông Công"], 2023)

    >>> informing(Writer(data, "en"), [answer])[0].partition(": ")[2]
    'Sơn La – not cross-checked; the pair – two compilations.'
    """
    told: dict[str, dict[str, None]] = {}
    for one in comparisons:
        for figure in one.figures.values():
            for reason in filter(lambda reason: reason.informs, reasons_of(figure)):
                told.setdefault(reason.code, {})[writer.area(figure.area)] = None
    total = len({area for one in comparisons for area in one.figures})
    items = [_item(writer, _places(writer, areas, total), code) for code, areas in told.items()]
    pairs = [pair.reasons for one in comparisons for pair in one.pairs.itertuples()]
    judged = [codes for codes in pairs if "MISSING" not in codes]
    if n := sum("COMPILATION" in codes for codes in judged):
        items.append(
            _item(writer, writer.say("informs-pairs", n=n, total=len(judged)), "COMPILATION")
        )
    return [writer.say("informs", items="; ".join(items))] if items else []


def _places(writer: Writer, areas: Collection[str], total: int) -> str:
    """Name places, or count them where there are many."""
    if len(areas) < MANY:
        return writer.joined(areas)
    return writer.say("informs-places", n=writer.number(len(areas)), total=writer.number(total))


def _item(writer: Writer, areas: str, code: str) -> str:
    return writer.say("informs-of", areas=areas, known=writer.say(f"short-{code}"))


def resting(writer: Writer, comparison: Comparison) -> str:
    """Say once on what the verdicts of a comparison rest, the gravest reason first.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Sơn La", "Sông Công"], 2023)
    >>> resting(Writer(data, "en"), answer).partition(": ")[2]
    'different administrative levels; standard assumed'
    """
    beside = [found for one in comparison.benchmarks for found in one.reasons.values()]
    every = [code for codes in comparison.pairs["reasons"] for code in codes]
    every += [reason.code for found in beside for reason in found]
    codes = gravest_first(code for code in every if code in GRADES)
    told = [writer.say(f"short-{code}", areas="") for code in codes if not informs(code)]
    return writer.say("verdicts-rest", reasons="; ".join(told)) if told else ""


def latest(writer: Writer, comparison: Comparison) -> Line:
    """Say what is known of places now, where it is not what was chosen to stand side by side.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", ["Hà Nội", "Sông Công"], 2023)
    >>> str(latest(Writer(data, "en"), answer)).partition(": ")[2]
    'Hà Nội 0% (31 Dec 2024) [68]'
    """
    items = [_latest(writer, comparison, figure) for figure in comparison.later.values()]
    if len(items) > MANY:
        more = writer.say("disputed-more", n=len(items) - MANY)
        items = [*items[:MANY], more]
    return writer.line("latest-figures", items=joined("; ", items)) if items else Line()


def _latest(writer: Writer, comparison: Comparison, figure: Figure) -> Line:
    """Write a newer figure, and in what it is another than the one chosen."""
    beside, facts = comparison.figures.get(figure.area, figure), [writer.period(figure)]
    if beside.indicator != figure.indicator:
        facts.insert(0, writer.title(figure))
    if beside.standard != figure.standard:
        facts.append(writer.standard_of(figure))
    told = f"{writer.area(figure.area)} {unbroken(writer.flagged(figure))} ({'; '.join(facts)}) "
    return words(told) + writer.cite(figure)


def disputed(writer: Writer, figures: Iterable[Figure]) -> str:
    """Say once which of some figures the audit disputes, and by which checks.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> disputed(Writer(data, "en"), [data["khoahocphothong-2024-sg-poor-rate"]])
    'Disputed by the audit: Ho Chi Minh City 0.33% (several sources for one figure)'
    """
    told = {}
    for figure in figures:
        if codes := disputes(writer.data, figure):
            named = f"{writer.area(figure.area)} {unbroken(writer.text(figure))}"
            checks = "; ".join(writer.say(f"audit-check-{code}") for code in codes)
            told[named] = f"{named} ({checks})"
    shown = list(told.values())[:_DISPUTES_TOLD]
    if len(told) > len(shown):
        shown.append(writer.say("disputed-more", n=len(told) - len(shown)))
    return writer.say("disputed-line", figures=", ".join(shown)) if told else ""
