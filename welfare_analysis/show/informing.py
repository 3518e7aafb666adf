"""Informing: in one line, what only informs of the figures and pairs of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

from ..judge.comparison import Comparison
from ..judge.reasons import reasons_of
from .writer import Writer


def informing(writer: Writer, comparisons: Sequence[Comparison]) -> list[str]:
    """Write the line, if there is anything to say.

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
    items = [_item(writer, writer.joined(areas), code) for code, areas in told.items()]
    pairs = [pair.reasons for one in comparisons for pair in one.pairs.itertuples()]
    judged = [codes for codes in pairs if "MISSING" not in codes]
    if n := sum("COMPILATION" in codes for codes in judged):
        items.append(
            _item(writer, writer.say("informs-pairs", n=n, total=len(judged)), "COMPILATION")
        )
    return [writer.say("informs", items="; ".join(items))] if items else []


def _item(writer: Writer, areas: str, code: str) -> str:
    return writer.say("informs-of", areas=areas, known=writer.say(f"short-{code}"))
