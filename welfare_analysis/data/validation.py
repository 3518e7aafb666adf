"""Validation: find every problem of the data at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from ..codes import Relation
from . import rules, schema
from .columns import Column, Table, encode, uncoded
from .package import RawPackage, read
from .problems import Problem, listed, ordered
from .schema import at
from .text import fold
from .threads import workers

__all__ = ["Problem", "check", "notices"]

_BOTH = ("observations", "areas", "sources", "standards")


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
    checks = [partial(rule, raw, raw.sheets[name]) for rule, tables in _RULES for name in tables]
    checks += [partial(schema.check, raw), partial(rules.check, raw)]
    with workers(raw.large) as pool:
        found = raw.problems + sum(pool.map(lambda check: list(check()), checks), [])
    return ordered(found, {sheet.file: list(sheet.columns) for sheet in raw.sheets.values()})


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


def _comments(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that a comment stands in both languages or in none."""
    if {"comment_vi", "comment_en"} & table.absent:
        return
    for name, other in (("comment_vi", "comment_en"), ("comment_en", "comment_vi")):
        alone = table.columns[name].empty & ~table.columns[other].empty
        yield from at(
            table,
            name,
            alone,
            lambda _, o=other: (
                f"expected a comment in both languages, found only {o}",
                f"translate {o}, or empty both",
            ),
        )


def _order_of_dates(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that validity ends after it begins."""
    first, last = table.columns["valid_from"].dates, table.columns["valid_to"].dates
    yield from at(
        table,
        "valid_to",
        first > last,
        lambda place: (
            f"expected a day on or after valid_from {first[place]}",
            "exchange the two dates or correct one",
        ),
    )


def _relations(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that relations name a known relation and another observation, each once."""
    if {"related_to", "observation"} & table.absent:
        return
    keys = table.columns["observation"]
    relations = [str(one) for one in Relation]
    yield from _references(table, "related_to", keys, relations, "observation")


def _independence(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that shared origins name other sources."""
    if {"independent_of", "source"} & table.absent:
        return
    keys = table.columns["source"]
    yield from _references(table, "independent_of", keys, ["shares_origin"], "source")


def _tokens(cells: Column) -> tuple[np.ndarray, pa.Array]:
    """Split the cells at blanks; give the place of the row of each part, and the parts."""
    rows = np.flatnonzero(~cells.empty)
    parts = pc.split_pattern_regex(cells.distinct.take(pa.array(cells.codes[rows])), r"\s+")
    return rows[pc.list_parent_indices(parts).to_numpy()], pc.list_flatten(parts)


def _references(
    table: Table, column: str, keys: Column, allowed: list[str], what: str
) -> Iterator[Problem]:
    """Check ``relation:key`` parts: form, relation, existing key, not itself, not twice."""
    rows, parts = _tokens(table.columns[column])
    formed = uncoded(parts).matches(r"^[^:]+:[^:]+$")
    halves = pc.list_flatten(pc.split_pattern(parts.filter(pa.array(formed)), ":"))
    relation, key = (uncoded(halves.take(pa.array(np.arange(n, len(halves), 2)))) for n in (0, 1))
    own, target = rows[formed], key.positions(keys)

    def among_formed(fault):
        spread = formed.copy()
        spread[formed] = fault
        return spread

    faults = (
        (
            ~formed,
            lambda text: (
                f"expected relation:{what}, separated by blanks",
                f"write it like {allowed[0]}:{_example(keys)}",
            ),
        ),
        (
            among_formed(~relation.among(allowed)),
            lambda text: (
                f"expected one of the relations {', '.join(allowed)}",
                _instead(text.split(":")[0], allowed),
            ),
        ),
        (
            among_formed(target < 0),
            lambda text: (
                f"expected the key of an existing {what}",
                _instead(text.split(":")[1], keys.values),
            ),
        ),
        (
            among_formed(target == own),
            lambda _: (
                f"expected another {what}, not the row itself",
                "name the other row, or delete the relation",
            ),
        ),
        (_repeated(rows, parts), lambda _: ("expected each relation once", "delete the copy")),
    )
    for fault, explain in faults:
        for place in np.flatnonzero(fault)[: schema.MOST]:
            text = parts[int(place)].as_py()
            yield Problem(table.file, int(table.rows[rows[place]]), column, text, *explain(text))


def _repeated(rows: np.ndarray, parts: pa.Array) -> np.ndarray:
    """Mark the parts that repeat an earlier part of the same row."""
    near = np.flatnonzero((np.diff(rows, prepend=-1) == 0) | (np.diff(rows, append=-1) == 0))
    texts = encode(parts.take(pa.array(near)))
    repeated = np.zeros(len(rows), bool)
    repeated[near] = pd.Series(rows[near] * (len(near) + 1) + texts.codes).duplicated()
    return repeated


def _example(keys: Column) -> str:
    return keys.values[0] if keys.values else "key"


def _instead(text: str, known: list[str]) -> str:
    near = schema.nearest(text, known)
    meant = f"perhaps {listed(near)} is meant; " if near else ""
    return f"{meant}correct it, or delete the relation"


def _aliases(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that a name belongs to one area at a time; a later boundary may keep it."""
    if {"area", "aliases", "name_vi", "name_en"} & table.absent:
        return
    owners: dict[str, tuple[int, str]] = {}
    first = table.columns["valid_from"].dates
    last = table.columns["valid_to"].dates
    for place, column, name in _names(table):
        folded = fold(name)
        other, area = owners.setdefault(folded, (place, name))
        apart = last[other] < first[place] or last[place] < first[other]
        if other != place and not apart:
            key = table.columns["area"]
            yield Problem(
                table.file,
                int(table.rows[place]),
                column,
                name,
                f"expected a name of this area alone; {key.values[key.codes[other]]} "
                f"(row {table.rows[other]}) has it too",
                "delete the name from one of them, or add what tells them apart",
            )


def _names(table: Table) -> Iterator[tuple[int, str, str]]:
    for column in ("area", "name_vi", "name_en", "aliases"):
        cells = table.columns[column]
        for place in range(len(table)):
            for name in filter(None, map(str.strip, cells.values[cells.codes[place]].split("|"))):
                yield place, column, name


def _parents(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that no area contains itself, alone or through others."""
    key, above = table.columns["area"], table.columns["parent"]
    parent = {key.values[a]: above.values[b] for a, b in zip(key.codes, above.codes, strict=True)}
    circular = np.zeros(len(table), bool)
    for place, code in enumerate(key.codes):
        seen, step = set(), parent[key.values[code]]
        while step and step not in seen:
            seen.add(step)
            step = parent.get(step, "")
        circular[place] = key.values[code] in seen
    yield from at(
        table,
        "parent",
        circular,
        lambda _: (
            "expected an area above this one: the parents run in a circle",
            "name the area that contains this one",
        ),
    )


def _archives(raw: RawPackage, table: Table) -> Iterator[Problem]:
    """Check that an article names its archived text and the hash of it."""
    kind = table.columns["kind"]
    article = kind.where(kind.among(["article"]))
    for name in ("archive", "sha256"):
        cells = table.columns[name]
        yield from at(
            table,
            name,
            article & cells.where(cells.among(["", "notspecified"])),
            lambda _, n=name: (
                f"expected the {n} of the article's text",
                "write it: evidence is looked up there",
            ),
        )


def _published_before_read(raw: RawPackage, table: Table) -> Iterator[Problem]:
    published = table.columns["date_published"].dates
    yield from at(
        table,
        "date_read",
        table.columns["date_read"].dates < published,
        lambda place: (
            f"expected a day on or after the publication on {published[place]}",
            "correct one of the two dates",
        ),
    )


def _bounds_of_indicators(raw: RawPackage, table: Table) -> Iterator[Problem]:
    lower, upper = table.columns["lower"].numbers, table.columns["upper"].numbers
    yield from at(
        table,
        "upper",
        lower > upper,
        lambda place: (f"expected at least the lower bound {lower[place]:g}", "correct one bound"),
    )


_RULES = (
    (_relations, ("observations",)),  # the longest: first, beside all others
    (_comments, _BOTH),
    (_order_of_dates, ("areas", "standards")),
    (_independence, ("sources",)),
    (_aliases, ("areas",)),
    (_parents, ("areas",)),
    (_archives, ("sources",)),
    (_published_before_read, ("sources",)),
    (_bounds_of_indicators, ("indicators",)),
)
