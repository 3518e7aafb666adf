"""Comparison book: a comparison as sheets of plain values, the areas on one, the pairs on another.

What a file of a comparison holds is said here; how a file is written, in the exports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.export.book import COLUMNS, Book, Sheet, absent, row
from ..messages import message
from .derived import Figure, Measure

_PAIRS = ("area_a", "name_a", "area_b", "name_b", "verdict", "verdict_text", "reasons", "reason")
_VERDICTS = tuple(map(str, Verdict))
_OF_ALL = ("observation", "qualifier", "period_basis", "source", "url", "comment")


def comparison_book(
    data: Catalogue,
    subject: str,
    shown: Sequence[tuple[str, str, Figure | None]],
    pairs: pd.DataFrame,
    around: pd.DataFrame,
    language: str,
) -> Book:
    """Set a comparison on sheets: one row a figure, then one row a pair.

    Each figure that is shown comes as what, of which area: ``place`` if it was chosen, ``around``
    if it stands beside such, ``latest`` if it is newer than the one chosen.  Its row has, for each
    verdict, the areas that have it, each with the codes of its reasons,
    ``VN-SG:STANDARD,LEVEL VN-05:STANDARD``, and what these codes mean.
    """
    partners = _partners(pairs, around)
    rows = []
    for role, area, figure in shown:
        cells = _cells(figure, language) if figure else absent(data.record("areas", area), language)
        beside = {} if role == "latest" else partners[area]
        judged = (" ".join(beside.get(verdict, ())) or None for verdict in _VERDICTS)
        rows.append((role, *cells.values(), *judged, _rests_on(beside, language)))
    heads = ("shown_as", *COLUMNS, *_VERDICTS, "rests_on")
    sheet = Sheet(message("export-figures", language), heads, tuple(rows))
    sheets = sheet, _pairs(data, pd.concat([pairs, around]), language)
    printed = dict.fromkeys(one for _, _, figure in shown if figure for one in figure.inputs)
    return Book(subject, "", sheets, language, data, tuple(printed))


def _cells(figure: Figure, language: str) -> dict:
    """Return a figure as plain values; a derived one names all figures that it follows from."""
    if not isinstance(figure, Measure):
        return row(figure, language)
    inputs = [row(one, language) for one in figure.inputs]
    low, high = figure.interval.ends
    joined = {name: _joined(one[name] for one in inputs) for name in _OF_ALL}
    own = {
        "indicator": figure.indicator,
        "indicator_title": figure.indicator_row[f"title_{language}"],
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "value": figure.value,
        "low": low,
        "high": high,
        "interval": str(figure.interval),
        "unit": figure.unit,
        "unit_label": figure.unit_label(language),
        "measure": figure.measure,
        "status": figure.status,
        "as_printed": None,
    }
    if len(inputs) > 1:
        own |= {"source_number": None, "paragraph": None}
    return inputs[0] | joined | own


def _joined(values: Iterable[object]) -> str | None:
    """Join what is told of each input, each once."""
    told = dict.fromkeys(str(value) for value in values if value is not None)
    return " ".join(told) or None


def _partners(pairs: pd.DataFrame, around: pd.DataFrame) -> Mapping[str, Mapping[str, list]]:
    """List, by area and verdict, the other area of each pair with the codes of its reasons.

    A place has the other places, an area around has the places inside it.
    """
    found = defaultdict(lambda: defaultdict(list))
    for frame, ways in ((pairs, ("ab", "ba")), (around, ("ba",))):
        for pair in frame.to_dict("records"):
            codes = ",".join(pair["reasons"])
            for one, other in ways:
                told = f"{pair[f'area_{other}']}:{codes}".rstrip(":")
                found[pair[f"area_{one}"]][pair["verdict"]].append(told)
    return found


def _rests_on(beside: Mapping[str, list[str]], language: str) -> str | None:
    """Say what the codes of the reasons of one figure mean, the gravest first."""
    judged = [
        told.partition(":")[2] for verdict in _VERDICTS[::-1] for told in beside.get(verdict, ())
    ]
    codes = dict.fromkeys(code for one in judged for code in one.split(",") if code)
    codes.pop("MISSING", None)
    said = (f"{code}: {message(f'short-{code}', language, areas='')}" for code in codes)
    return "; ".join(said) or None


def _pairs(data: Catalogue, pairs: pd.DataFrame, language: str) -> Sheet:
    names = data.areas.set_index("area")[f"name_{language}"]
    told = pairs.assign(
        name_a=pairs["area_a"].map(names),
        name_b=pairs["area_b"].map(names),
        verdict_text=[message(f"verdict-{one}", language) for one in pairs["verdict"]],
        reasons=pairs["reasons"].map(" ".join),
        reason=pairs[f"reason_{language}"],
    )
    rows = told[list(_PAIRS)].itertuples(index=False, name=None)
    return Sheet(message("export-pairs", language), _PAIRS, tuple(rows))
