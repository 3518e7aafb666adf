"""Own: figures of a reader's own beside those of the data, checked by the same rules."""

from __future__ import annotations

import dataclasses
import hashlib
import numbers
import re
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from .. import arguments
from ..codes import (
    LANGUAGES,
    OWN_SOURCE,
    UNKNOWN,
    Confidence,
    MeasureKind,
    PeriodBasis,
    Qualifier,
    Status,
    Temporal,
)
from ..errors import UsageError, WelfareError
from ..messages import message
from ..texts import Said, both, brief, either, legible
from . import package, validation
from .catalogue import Catalogue
from .names import resolve_area, resolve_indicators
from .notation import plain, write
from .package import RawPackage
from .problems import Problem
from .raw import RawTable
from .typed import typed

_NEEDED = ("indicator", "area", "value")
_COPIED = (
    *("measure", "status", "qualifier", "standard", "breakdown", "confidence", "unit"),
    *("period_start", "period_end", "as_printed", "observation", "comment"),
)
_SOURCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@arguments.reads(
    data=arguments.data,
    frame=arguments.frame(*_NEEDED),
    title=arguments.text,
    publisher=arguments.text,
    url=arguments.text,
    published=arguments.text,
    source=arguments.text,
)
def add(
    data: Catalogue,
    frame: pd.DataFrame,
    title: str,
    *,
    publisher: str = UNKNOWN,
    url: str = UNKNOWN,
    published: str = UNKNOWN,
    source: str = "own",
) -> Catalogue:
    """Return the data with figures of your own, which every comparison, chart and table takes.

    They have a source of their own and are marked as yours wherever they are shown.  Nothing is
    written to the data package, and the data that you call this on stay as they are.  Of figures
    of one place and date the best evidenced stands in a comparison, be it yours or a published
    one; ``tidy(repeats=True)`` lists both, and `audit` says where they contradict each other.

    Parameters
    ----------
    data : Catalogue
    frame : pandas.DataFrame
        One figure a row.  Needed: ``indicator`` and ``area`` (codes or names), ``value``
        (fifteen digits of it count), and
        ``period`` (a year, or a day of a stock) or ``period_start`` and ``period_end``.  May
        hold: ``unit`` (refused unless it is that of the indicator), ``measure``, ``standard``,
        ``breakdown``, ``status`` (by default ``V``, not cross-checked), ``qualifier``,
        ``confidence``, ``as_printed``, ``comment``, and ``observation``, a name for each figure.
    title : str
        What the figures come from: a survey, a table, your own count.
    publisher, url, published : str, optional
        Who published it, where, and on which day (2024-05-31).
    source : str, default ``"own"``
        Identifier of the source: small letters, digits and hyphens.

    Returns
    -------
    Catalogue

    Raises
    ------
    UsageError
        If a row breaks a rule of the data: one sentence on the first, and how many more there are.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> mine = pd.DataFrame(
    ...     {"indicator": "poor_household_rate", "area": "Sơn La", "period": [2025], "value": 9.1}
    ... )
    >>> data = load().add(mine, "Survey of 400 households", source="survey")
    >>> data["survey-1"].text("en"), data["survey-1"].flags("en")
    ('9.1%', ['reader’s own'])
    >>> compare(data, "poor_household_rate", ["Hà Nội", "Sơn La"], 2025)["Sơn La"].text("en")
    '9.1%'
    """
    raw, before = _again(data)
    _free(raw, source, frame)
    rows = [_row(data, source, number, row) for number, row in enumerate(_records(frame), 1)]
    about = {"source": source, "title": title, "publisher": publisher, "url": url}
    changes = [("sources", [_described(raw, about | {"date_published": published})])]
    changes.append(("observations", rows))
    for name, added in changes:
        raw.sheets[name] = _longer(raw.sheets[name], added)
    _refuse(validation.check(raw), raw, len(rows))
    revision = hashlib.sha256(repr(changes).encode()).hexdigest()[:6]
    joined = dataclasses.replace(data, **typed(raw), revision=f"{data.revision}+{revision}")
    joined._records["own"] = [*before, *changes]
    return joined


def _again(data: Catalogue) -> tuple[RawPackage, list]:
    """Read the package again, with what was added to the data before."""
    raw, before = package.read(data.directory), data._records.get("own", [])
    for name, rows in before:
        raw.sheets[name] = _longer(raw.sheets[name], rows)
    as_read = raw.sheets and len(raw.sheets["observations"]) == len(data.observations)
    if not as_read or raw.revision != data.revision.partition("+")[0]:
        raise _refused(Said("own-changed", folder=data.directory))
    return raw, before


def _free(raw: RawPackage, source: str, frame: pd.DataFrame) -> None:
    """Refuse a name that is taken or is none, and columns that mean nothing here."""
    if not _SOURCE.fullmatch(source):
        raise _refused(Said("own-source-name", found=source))
    if (raw.sheets["sources"]["source"] == source).any():
        raise _refused(Said("own-source-taken", source=source))
    known = (*_NEEDED, "period", *_COPIED)
    odd = [str(name) for name in frame.columns if name not in known]
    if odd:
        raise _refused(Said("own-columns", odd=both(odd), known=list(known)))
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()]
        raise _refused(Said("own-columns-twice", names=both(dict.fromkeys(twice))))
    if not len(frame):
        raise _refused(Said("own-no-rows"))


def _records(frame: pd.DataFrame) -> list[dict]:
    """Return the rows with what is missing left out."""
    return [
        {name: cell for name, cell in row.items() if not _is_missing(cell)}
        for row in frame.apply(_double).to_dict("records")
    ]


def _double(column: pd.Series) -> pd.Series:
    """Return numbers of four bytes, as some files keep them, as they are written: 9.1."""
    short = str(column.dtype).lower() in ("float16", "float32")
    return column.astype(str).map(float, na_action="ignore") if short else column


def _is_missing(cell: object) -> bool:
    return pd.api.types.is_scalar(cell) and (pd.isna(cell) or cell == "")


def _row(data: Catalogue, source: str, number: int, given: Mapping) -> dict[str, str]:
    """Write one row as the data package has it; what is not given is what is usual."""
    lacking = [name for name in _NEEDED if name not in given]
    if lacking:
        raise _wrong(number, lacking[0], Said("own-gap"))
    try:
        found = resolve_indicators(data, str(given["indicator"]))
        area = resolve_area(data, str(given["area"]))
    except WelfareError as error:
        raise _wrong(number, "", error) from None
    if len(found) > 1:
        raise _wrong(number, "indicator", Said("own-one-of", names=either(found)))
    subject, value = data.record("indicators", found[0]), given["value"]
    if isinstance(value, bool) or not isinstance(value, (numbers.Real, Decimal)):
        raise _wrong(number, "value", Said("own-no-number", found=arguments.shown(value)))
    written = plain(value)
    if written is None:
        raise _wrong(number, "value", Said("own-too-long", found=arguments.shown(value)))
    if given.get("unit", subject["unit"]) != subject["unit"]:
        facts = {"found": _text(given["unit"]), "unit": subject["unit"], "indicator": found[0]}
        raise _wrong(number, "unit", Said("own-unit", **facts))
    start, end = _period(given, number, subject["temporal"])
    comment = _text(given.get("comment", ""))
    usual = {
        "observation": f"{source}-{number}",
        "unit": subject["unit"],
        "measure": MeasureKind.ACTUAL,
        "status": Status.UNVALIDATED,
        "qualifier": Qualifier.EXACT,
        "confidence": Confidence.MEDIUM,
        "as_printed": write(float(written), "en", len(written.partition(".")[2])),
    }
    copied = {name: _text(given[name]) for name in _COPIED if name in given}
    return {name: _text(text) for name, text in (usual | copied).items() if name != "comment"} | {
        "indicator": subject["base"],
        "breakdown": copied.get("breakdown", subject["breakdown"]),
        "area": area,
        "value": written,
        "period_start": start,
        "period_end": end,
        "period_basis": str(PeriodBasis.STATED),
        "standard_basis": "stated" if "standard" in copied else "",
        "source": source,
        "comment_vi": comment,
        "comment_en": comment,
    }


def _period(given: Mapping, number: int, temporal: str) -> tuple[str, str]:
    """Return the first and the last day: of a stock its day, of a year all of it."""
    if "period_end" in given:
        return _text(given.get("period_start", "")), _text(given["period_end"])
    try:
        day = arguments.period(_whole(given.get("period")))
    except arguments.Unfit as unfit:
        raise _wrong(number, "period", Said("own-expected", what=unfit.expected)) from None
    if not isinstance(day, int):
        return "", str(day)
    return "" if temporal == Temporal.STOCK else f"{day}-01-01", f"{day}-12-31"


def _whole(cell: object) -> object:
    """Return a year as pandas keeps it beside missing ones, 2023.0, as a whole number."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _text(cell: object) -> str:
    return str(cell.date()) if isinstance(cell, pd.Timestamp) else legible(str(cell))


def _described(raw: RawPackage, about: Mapping[str, str]) -> dict[str, str]:
    """Return the row of the source."""
    unknown = ("author", "date_read", "sha256", "archive")
    last = max(map(int, raw.sheets["sources"]["number"]))
    kept = {"kind": OWN_SOURCE, "number": str(last + 1), "language": "en", "reliability": "B"}
    why = {
        f"reliability_{language}": message("own-reliability", language) for language in LANGUAGES
    }
    told = {name: legible(text) for name, text in about.items()}
    return {**dict.fromkeys(unknown, UNKNOWN), **kept, **why, **told}


def _longer(table: RawTable, rows: list[dict[str, str]]) -> RawTable:
    """Return a table with rows below its own; a source may then be a reader's own."""
    first = max(table.frame.index, default=1) + 1
    columns = table.frame.columns
    more = pd.DataFrame(rows, range(first, first + len(rows)), columns, dtype=object).fillna("")
    return dataclasses.replace(
        table,
        frame=pd.concat([table.frame, more.astype(table.frame.dtypes.to_dict())]),
        fields=[_open(field) if field["name"] == "kind" else field for field in table.fields],
    )


def _open(field: dict) -> dict:
    """Let a kind be a reader's own."""
    rules = field.get("constraints", {})
    known = rules.get("enum", [])
    return field | {"constraints": rules | {"enum": [*known, OWN_SOURCE]}} if known else field


def _refuse(problems: list[Problem], raw: RawPackage, count: int) -> None:
    """Refuse rows that break a rule: say the first fault, and how many more there are."""
    if not problems:
        return
    first = next((one for one in problems if one.file == "observations.csv"), problems[0])
    facts = {"found": brief(first.value or ""), "given": "yes" if first.value else "no"}
    said = Said("own-fault", fault=first.message, count=len(problems) - 1, **facts)
    if first.file != "observations.csv" or first.row is None:
        raise _refused(Said("own-at", where=first.column, said=said))
    before = max(raw.sheets["observations"].frame.index) - count
    raise _wrong(first.row - before, first.column, said)


def _wrong(number: int, column: str, said: Said | WelfareError) -> UsageError:
    where = Said("own-row", number=str(number), column=column, cell="yes" if column else "no")
    return _refused(Said("own-at", where=where, said=said))


def _refused(said: Said) -> UsageError:
    return UsageError(Said("own-refused", said=said))
