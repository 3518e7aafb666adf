"""Lineage: what `areas.csv` says an area lies in and came from, and whether that can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pandas as pd

from .problems import Problem, listed
from .raw import RawTable, as_dates
from .schema import Fault, at, nearest

_DAY = pd.Timedelta(days=1)


def lines(areas: RawTable) -> dict[str, set[str]]:
    """Map each area to itself, its earlier boundaries and all areas that contain any of these.

    Boundaries of one place share its level and official code, or the later one names the
    earlier ones as its predecessors.
    """
    codes, above = areas["area"].tolist(), dict(zip(areas["area"], areas["parent"], strict=True))
    same: dict[tuple, set[str]] = {}
    for key, level, code in zip(codes, areas["level"], areas["admin_code"], strict=True):
        same.setdefault((level, code) if code else (key,), set()).add(key)
    boundaries = {key: group for group in same.values() for key in group}
    before = _before(areas)

    def nearest_to(area: str) -> list[str]:
        return [*boundaries.get(area, ()), *before.get(area, ()), above.get(area, "")]

    return {key: _reached([key], nearest_to) for key in codes}


def parents(areas: RawTable) -> Iterator[Problem]:
    """Check that no area contains itself, alone or through others."""
    parent = dict(zip(areas["area"], areas["parent"], strict=True))
    circular = _circular({area: [one] for area, one in parent.items()})
    yield from at(
        areas,
        "parent",
        areas["area"].isin(circular),
        lambda _: (
            "expected an area above this one: the parents run in a circle",
            "name the area that contains this one",
        ),
    )


def predecessors(areas: RawTable) -> Iterator[Problem]:
    """Check that an area came from others, each named once, that ended the day before it began."""
    if {"area", "valid_from", "valid_to"} & areas.absent:
        return
    before = _before(areas)
    circular = _circular(before)
    first = dict(zip(areas["area"], as_dates(areas["valid_from"]), strict=True))
    last = dict(zip(areas["area"], as_dates(areas["valid_to"]), strict=True))

    def fault(area: str, code: str, others: list[str]) -> Fault | None:
        if code not in first:
            near = nearest(code, [*first])
            meant = f"perhaps {listed(near)} is meant, or " if near else ""
            return "expected codes of areas.csv, separated by |", f"{meant}add its row"
        if code == area:
            return "expected other areas, not the area itself", "delete it"
        if code in others:
            return "expected each area once", "delete the copy"
        if area in circular and code in circular:
            return (
                "expected earlier areas: the predecessors run in a circle",
                "name only areas that ended before this one began",
            )
        began, ended = first[area], last[code]
        if pd.isna(began) or ended != began - _DAY:
            given = "" if pd.isna(began) else f" {str(began - _DAY)[:10]}"
            return (
                f"expected {code} to end on the day before this boundary began{given}",
                f"correct valid_from here or valid_to of {code}, or name another area",
            )
        return None

    for row, area in areas["area"].items():
        for number, code in enumerate(before[area]):
            if found := fault(area, code, before[area][:number]):
                yield Problem(areas.file, row, "predecessors", code, *found)


def _before(areas: RawTable) -> dict[str, list[str]]:
    cells = zip(areas["area"], areas["predecessors"], strict=True)
    return {area: codes_in(cell) for area, cell in cells}


def codes_in(cell: str) -> list[str]:
    """List the codes in a cell, which ``|`` separates."""
    return [code.strip() for code in cell.split("|") if code.strip()]


def _reached(start: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    """Return where the steps lead, the start with it."""
    reached: set[str] = set()
    ahead = [*start]
    while ahead:
        one = ahead.pop()
        if one and one not in reached:
            reached.add(one)
            ahead += following(one)
    return reached


def _circular(steps: Mapping[str, Iterable[str]]) -> set[str]:
    """Return those from which the steps lead back."""
    return {one for one, to in steps.items() if one in _reached(to, lambda at: steps.get(at, ()))}
