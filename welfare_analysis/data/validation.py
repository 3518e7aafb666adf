"""Validation: find every problem of the data at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ..codes import UNKNOWN, Relation
from . import breakdowns, lineage, remarks, rules, schema
from .package import RawPackage, read
from .problems import Problem, listed, ordered
from .raw import RawTable, as_dates, as_numbers
from .schema import at
from .text import fold

__all__ = ["Problem", "check", "notices"]


def check(raw: RawPackage | Path | str) -> list[Problem]:
    """Check the data against its schemas and against itself.

    Parameters
    ----------
    raw : RawPackage or path
        The package as read, or its folder.

    Returns
    -------
    list of Problem
        By file and row; empty if the data can be used.  A file that differs from its recorded
        hash is no problem here: see `notices`.
    """
    if not isinstance(raw, RawPackage):
        raw = read(raw)
    if not raw.sheets:
        return raw.problems
    if not raw.problems and not len(raw.sheets["observations"]):
        return [_no_figure(raw.sheets["observations"].file)]
    own = [rule(raw.sheets[name]) for rule, tables in _RULES for name in tables]
    own.append(breakdowns.check(raw.sheets["observations"], raw.sheets["breakdowns"]))
    found = chain(raw.problems, *own, schema.check(raw), rules.check(raw), remarks.check(raw))
    return ordered(found, {sheet.file: list(sheet.frame) for sheet in raw.sheets.values()})


def _no_figure(file: str) -> Problem:
    message = "expected at least one observation, found a header row alone"
    return Problem(file, None, "", None, message, "put the rows back, or add a figure")


def notices(raw: RawPackage) -> list[Problem]:
    """List the files that were edited since their hashes were recorded.

    An edited table is ordinary work and can be used at once; its hash only tells other
    people that their copy is the published one.
    """
    return [
        Problem(
            file,
            None,
            "",
            None,
            "the file differs from the hash in datapackage.json: it was edited since"
            + (f" and has {rows}" if (rows := _fewer(raw, file)) else ""),
            "run welfare-analysis validate --refresh when the edit is complete",
        )
        for file in raw.changed
    ]


def _fewer(raw: RawPackage, file: str) -> str:
    """Say how many of the rows that were recorded are left; empty if there are as many."""
    table = next(one for one in raw.sheets.values() if one.file == file)
    recorded = raw.recorded.get(table.name, 0)
    return f"{len(table)} of the {recorded} rows recorded there" if len(table) < recorded else ""


def _comments(table: RawTable) -> Iterator[Problem]:
    """Check that a comment stands in both languages or in none."""
    if {"comment_vi", "comment_en"} & table.absent:
        return
    for name, other in (("comment_vi", "comment_en"), ("comment_en", "comment_vi")):
        fault = (
            f"expected a comment in both languages, found only {other}",
            f"translate {other}, or empty both",
        )
        alone = (table[name] == "") & (table[other] != "")
        yield from at(table, name, alone, lambda _, fault=fault: fault)


def _order_of_dates(table: RawTable) -> Iterator[Problem]:
    """Check that validity ends after it begins."""
    first = table["valid_from"]
    yield from at(
        table,
        "valid_to",
        as_dates(first) > as_dates(table["valid_to"]),
        lambda row: (
            f"expected a day on or after valid_from {first.at[row]}",
            "exchange the two dates or correct one",
        ),
    )


def _relations(table: RawTable) -> Iterator[Problem]:
    """Check that relations name a known relation and another observation, each once."""
    yield from _references(table, "related_to", [str(one) for one in Relation], "observation")


def _independence(table: RawTable) -> Iterator[Problem]:
    """Check that shared origins name other sources."""
    yield from _references(table, "independent_of", ["shares_origin"], "source")


def _references(table: RawTable, column: str, allowed: list[str], what: str) -> Iterator[Problem]:
    """Check ``relation:key`` parts: form, relation, existing key, not itself, not twice."""
    if {column, what} & table.absent:
        return
    keys = dict.fromkeys(table[what].tolist())
    example = next(iter(keys), "key")
    messages = (
        f"expected relation:{what}, separated by blanks",
        f"expected one of the relations {', '.join(allowed)}",
        f"expected the key of an existing {what}",
        f"expected another {what}, not the row itself",
        "expected each relation once",
    )
    remedies = (
        lambda text: f"write it like {allowed[0]}:{example}",
        lambda text: _instead(text.split(":")[0], allowed),
        lambda text: _instead(text.split(":")[1], [*keys]),
        lambda _: "name the other row, or delete the relation",
        lambda _: "delete the copy",
    )

    found: tuple[list, ...] = tuple([] for _ in messages)
    given = table.frame.loc[table[column] != "", [what, column]]
    for row, own, cell in zip(given.index, *given.to_numpy().T.tolist(), strict=True):
        parts = cell.split()
        for number, text in enumerate(parts):
            relation, _, key = text.partition(":")
            again = text in parts[:number]
            if relation in allowed and key in keys and key != own and not again:
                continue
            formed = bool(relation and key) and ":" not in key
            unknown = formed and relation not in allowed, formed and key not in keys
            faults = (not formed, *unknown, formed and key == own, again)
            for wrong, of_kind in zip(faults, found, strict=True):
                if wrong and len(of_kind) < schema.MOST:
                    of_kind.append((int(row), text))
    for message, remedy, of_kind in zip(messages, remedies, found, strict=True):
        for row, text in of_kind:
            yield Problem(table.file, row, column, text, message, remedy(text))


def _instead(text: str, known: list[str]) -> str:
    near = schema.nearest(text, known)
    meant = f"perhaps {listed(near)} is meant; " if near else ""
    return f"{meant}correct it, or delete the relation"


def _aliases(table: RawTable) -> Iterator[Problem]:
    """Check that a name belongs to one area of its level and parent at a time, a code to one area.

    A later boundary may keep the name, and a place elsewhere may have the same.
    """
    if {"area", "aliases", "name_vi", "name_en", "level", "parent"} & table.absent:
        return
    first, last = as_dates(table["valid_from"]), as_dates(table["valid_to"])
    codes = {fold(code): row for row, code in reversed([*table["area"].items()])}
    levels, parents = table["level"], table["parent"]
    owners: dict[tuple, list[int]] = {}
    for row, column, name in _names(table):
        folded = fold(name)
        others = owners.setdefault((levels.at[row], parents.at[row], folded), [])
        clash = [codes[folded]] if codes.get(folded, row) != row else []
        clash += [one for one in others if not (last[one] < first[row] or last[row] < first[one])]
        other = next((one for one in clash if one != row), None)
        if row not in others:
            others.append(row)
        if other is not None:
            yield Problem(
                table.file,
                row,
                column,
                name,
                f"expected a name of this area alone; {table['area'].at[other]} "
                f"(row {other}) has it too",
                "delete the name from one of them, or add what tells them apart",
            )


def _names(table: RawTable) -> Iterator[tuple[int, str, str]]:
    for column in ("area", "name_vi", "name_en", "aliases"):
        for row, names in table[column].items():
            for name in filter(None, map(str.strip, names.split("|"))):
                yield row, column, name


def _archives(table: RawTable) -> Iterator[Problem]:
    """Check that an article names its archived text and the hash of it."""
    article = table["kind"] == "article"
    for name in ("archive", "sha256"):
        fault = (
            f"expected the {name} of the article's text",
            "write it: evidence is looked up there",
        )
        unknown = table[name].isin(["", UNKNOWN])
        yield from at(table, name, article & unknown, lambda _, fault=fault: fault)


def _published_before_read(table: RawTable) -> Iterator[Problem]:
    published = table["date_published"]
    yield from at(
        table,
        "date_read",
        as_dates(table["date_read"]) < as_dates(published),
        lambda row: (
            f"expected a day on or after the publication on {published.at[row]}",
            "correct one of the two dates",
        ),
    )


def _bounds_of_indicators(table: RawTable) -> Iterator[Problem]:
    lower, upper = as_numbers(table["lower"]), as_numbers(table["upper"])
    yield from at(
        table,
        "upper",
        lower > upper,
        lambda row: (f"expected at least the lower bound {lower.at[row]:g}", "correct one bound"),
    )


def _parts_of_indicators(table: RawTable) -> Iterator[Problem]:
    """Check that what adds up to an indicator are others, counted in its unit over its time."""
    if {"parts", "indicator", "unit", "temporal"} & table.absent:
        return
    kinds = dict(
        zip(table["indicator"], zip(table["unit"], table["temporal"], strict=True), strict=True)
    )
    for row, whole, cell in zip(table.frame.index, table["indicator"], table["parts"], strict=True):
        parts = cell.split()
        for number, part in enumerate(parts):
            if part not in kinds:
                message, remedy = "expected the code of an indicator", _instead(part, [*kinds])
            elif part == whole or part in parts[:number] or len(parts) == 1:
                message = "expected two or more other indicators, each once"
                remedy = "name every part, or empty the cell"
            elif kinds[part] != kinds[whole]:
                message = f"expected an indicator with the unit and the time of {whole}"
                remedy = "name what can be added up"
            else:
                continue
            yield Problem(table.file, int(row), "parts", part, message, remedy)


_RULES = (
    (_relations, ("observations",)),
    (_comments, ("observations", "areas", "sources", "standards")),
    (_order_of_dates, ("areas", "standards")),
    (_independence, ("sources",)),
    (_aliases, ("areas",)),
    (breakdowns.check_list, ("breakdowns",)),
    (lineage.parents, ("areas",)),
    (lineage.predecessors, ("areas",)),
    (_archives, ("sources",)),
    (_published_before_read, ("sources",)),
    (_bounds_of_indicators, ("indicators",)),
    (_parts_of_indicators, ("indicators",)),
)
