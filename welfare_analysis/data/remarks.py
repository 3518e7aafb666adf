"""Remarks: what people know about particular figures, in sentences whose numbers are references."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from ..errors import UnknownName
from .catalogue import Catalogue
from .package import RawPackage
from .problems import Problem, listed
from .raw import RawTable
from .schema import nearest

SEPARATOR = "|"
# What a reference may ask of a figure, as the templates of a voice do, and how it may begin.
FORMS = (
    *("plain", "remarked", "number", "period", "range"),
    *("area", "indicator", "noun", "standard", "source"),
)
BEGINNINGS = ("capital", "lower")

_REFERENCE = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_DOCUMENT = re.compile(r"\b\d+/\d{4}/[^\W\d_][\w-]*")  # the number of a decree or a decision
_DIGITS = re.compile(r"\d[\d.,/]*")
_TEXTS = ("text_vi", "text_en")


def referred(text: str) -> tuple[str, ...]:
    """Name the observations that a sentence refers to, each once, in its order.

    Examples
    --------
    >>> referred("{hn-2023} hộ, thay vì {hn-2022:number} ({hn-2022:period})")
    ('hn-2023', 'hn-2022')
    """
    return tuple(dict.fromkeys(name for name, _ in _REFERENCE.findall(text)))


def remarks_on(data: Catalogue, observations: Iterable[str]) -> list[dict]:
    """List the remarks on any of some observations, as records in the order of their table.

    Parameters
    ----------
    data : Catalogue
    observations : iterable of str
        Identifiers; an unknown one has no remark.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> found = remarks_on(load(), ["ldxh-sc-2024-p4-employment-deprived-rate"])
    >>> [(one["remark"], one["kind"]) for one in found]
    [('song-cong-lost-digit', 'doubt')]
    """
    wanted = set(observations)
    for name in wanted:
        with suppress(UnknownName):
            data.record("observations", name)  # which notes that its remarks are read
    return [row for row in _records(data) if not wanted.isdisjoint(row["observations"])]


def _records(data: Catalogue) -> list[dict]:
    """Return every remark with its observations apart; who asks this way reads only some."""
    if "remarked" not in data._records:
        rows = vars(data)["remarks"].to_dict("records")
        tied = (tuple(row["observations"].split(SEPARATOR)) for row in rows)
        data._records["remarked"] = [
            {**row, "observations": names} for row, names in zip(rows, tied, strict=True)
        ]
    return data._records["remarked"]


def check(raw: RawPackage) -> Iterator[Problem]:
    """Check that remarks are tied to figures, and that every number in them is a reference."""
    table, figures = raw.sheets["remarks"], raw.sheets["observations"]
    if "observation" in figures.absent:
        return
    known = dict.fromkeys(figures["observation"].tolist())
    if "observations" not in table.absent:
        yield from _check_ties(table, known)
    if table.absent.isdisjoint(_TEXTS):
        for row in table.frame.index:
            yield from _check_texts(table, row, known)


def _check_ties(table: RawTable, known: dict[str, None]) -> Iterator[Problem]:
    for row, cell in table["observations"].items():
        names = cell.split(SEPARATOR) if cell else []  # an empty cell is told by the schema
        for place, name in enumerate(names):
            if name not in known:
                yield Problem(table.file, int(row), "observations", name, *_unknown(name, known))
            elif name in names[:place]:
                fault = "expected each observation once", "delete the copy"
                yield Problem(table.file, int(row), "observations", name, *fault)


def _check_texts(table: RawTable, row: int, known: dict[str, None]) -> Iterator[Problem]:
    """Check the sentences of a remark; of one text, the first fault says what to do."""
    sound = True
    for name in _TEXTS:
        text = table[name].at[row]
        for message, remedy in itertools.islice(_faults(text, known), 1):
            sound = False
            yield Problem(table.file, int(row), name, text, message, remedy)
    vi, en = (table[name].at[row] for name in _TEXTS)
    one, other = set(referred(vi)), set(referred(en))
    if vi and en and sound and one != other:
        only = f"{_TEXTS[0]} alone names" if one - other else f"{_TEXTS[1]} alone names"
        names = listed(sorted(one - other or other - one), "and")
        message = f"expected the same figures in both languages; {only} {names}"
        yield Problem(table.file, int(row), "text_en", en, message, "say the same in both")


def _faults(text: str, known: dict[str, None]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong in a sentence, and what to do."""
    for name, form in _REFERENCE.findall(text):
        if name not in known:
            yield _unknown(name, known)
        if not _is_form(form):
            names = listed((*FORMS, *BEGINNINGS))
            yield f"expected a form of a reference, found {form!r}", f"write one of {names}"
    rest = _REFERENCE.sub("", text)
    if "{" in rest or "}" in rest:
        yield (
            "expected braces in pairs, around the key of an observation",
            "write {key} or {key:form}, or delete the brace",
        )
    if digits := _DIGITS.search(_DOCUMENT.sub("", rest)):
        yield (
            f"expected a reference for every number, found {digits[0]!r} typed",
            "write {key}, {key:number} or {key:period} of the observation that holds it",
        )


def _is_form(form: str) -> bool:
    parts = [one.strip() for one in form.split(",")] if form else []
    asked = [one for one in parts if one not in BEGINNINGS]
    return len(asked) <= 1 and set(asked) <= set(FORMS)


def _unknown(name: str, known: dict[str, None]) -> tuple[str, str]:
    near = nearest(name, [*known])
    meant = f"perhaps {listed(near)} is meant; " if near else ""
    return (
        f"expected the key of an existing observation, found {name!r}",
        f"{meant}correct it, or delete the remark",
    )
