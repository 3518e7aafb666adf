"""Disputes: what the audit holds against a figure, found wherever the figure is shown.

Nobody copies a finding into the data.  So that a figure shown costs no audit of everything, only
what can bear on the figure is audited: its theme and the sizes of places, in its area and those
around and inside it.  A report that asks depends on the answer, not on all of those figures:
about which it `asked` is noted, and `held` says what it can have been told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import pandas as pd

from ..codes import Relation
from ..data import dependencies
from ..data.areas import containing, inside
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.loading import keep, kept, load
from .audit import Audit, audit
from .checks.outcomes import Outcome
from .derived import Figure
from .limits import is_doubtful, is_provisional

CONTRADICTED = "contradicted"  # of everything, as a catalogue remembers it
_SIZES = "population"
_SOURCES_DIFFER = ("several_sources", "same_figure", "parts_other_source")
_SAME = ("indicators", "areas", "sources", "standards", "units", "themes")
# Rows of which one audit of all takes no longer than some of parts (2,000 rows: 0.2 s), and rows
# whose audit takes as long as to begin one.
_FEW, _BEGINNING = 2_000, 500
# By these links what is held against the one is held against the other.
_SHARED = (Relation.SAME_AS, Relation.RATE_OF)


def disputes(data: Catalogue, figure: Figure) -> list[str]:
    """List the checks of the audit that dispute a figure, or the count that a rate is of.

    Parameters
    ----------
    data : Catalogue
    figure : Observation or Measure

    Notes
    -----
    A final figure is not disputed by a provisional one.  Where figures cannot all be right and a
    curator doubts one of them, which says so already, the doubt has found its figure and leaves the
    others alone; that sources differ is said of each of them all the same.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> disputes(data, data["khoahocphothong-2024-sg-poor-rate"])
    ['several_sources']
    >>> disputes(data, data["baosonla-en-2025-sl-poor-rate-2024"])
    []
    """
    if any(map(is_doubtful, figure.inputs)):
        return []
    codes = (code for one in figure.inputs for code in _against(data, one))
    return list(dict.fromkeys(codes))


def _against(data: Catalogue, figure: Observation) -> Iterator[str]:
    asked(data, [figure.indicator], [figure.area])
    found = _audited(data, figure.indicator_row["theme"], figure.area)
    for name in (figure.observation, *_sharing(figure.row["related_to"])):
        for code, settled in found.get(name, ()):
            if is_provisional(figure) or not settled:
                yield code


def _sharing(links: str) -> Iterator[str]:
    """Name the figures of which whatever is held against them is held against another too."""
    for link in links.split():
        relation, _, target = link.partition(":")
        if relation in _SHARED:
            yield target


def loaded(directory: Path) -> Catalogue:
    """Load data and audit all of them, which is kept for who loads the same again."""
    data = load(directory)
    keep(data, CONTRADICTED, contradicted(data))
    return data


def asked(data: Catalogue, indicators: Iterable[str], areas: Iterable[str]) -> None:
    """Note that what the audit holds against figures of these cells is told."""
    dependencies.answered(data.directory, dependencies.AUDITED, indicators, areas)


def held(data: Catalogue) -> dict[str, list[tuple[int, str]]]:
    """Map figures to all that anyone who asks about them can be told, in its order.

    Of each contradiction, that is the check, the place, and of every figure in it the name, what
    decides whether it bears on others, and what decides against which of them it is held.
    """
    plain, found, rows = _plain(data), {}, contradicted(data)
    columns = (rows[name] for name in ("check", "area", "observations"))
    for number, (code, area, names) in enumerate(zip(*columns, strict=True)):
        figures = [plain[name] for name in names]
        told = [
            (one.observation, one.indicator, one.area, is_doubtful(one), is_provisional(one))
            for one in figures
        ]
        for name in names:
            found.setdefault(name, []).append((number, repr((code, area, told))))
    links = (plain.observations[name] for name in ("observation", "related_to"))
    shared = {one: set(_sharing(names)) & found.keys() for one, names in zip(*links, strict=True)}
    for name, targets in shared.items():
        if targets:
            found[name] = [*found.get(name, ()), *(row for one in targets for row in found[one])]
    return found


def _audited(data: Catalogue, theme: str, area: str) -> dict[str, list[tuple[str, bool]]]:
    """Map each disputed figure of a theme and the places around one to the checks.

    With each check goes whether it sets the figure against a provisional one.
    """
    known = data._records.setdefault("disputes", {})
    if (theme, area) not in known:
        found = known[theme, area] = {}
        rows = inconsistent(data, [theme], [area])
        for code, names in zip(rows["check"], rows["observations"], strict=True):
            _note(found, code, [_plain(data)[name] for name in names])
    return known[theme, area]


def inconsistent(data: Catalogue, themes: Iterable[str], areas: Iterable[str]) -> Audit:
    """Return what the audit contradicts among the figures that can bear on themes in areas.

    Those are the figures of the themes and the sizes of places, in the areas and those around
    and inside them; a check that sets one of them against a figure of elsewhere is left out.
    Whoever tells of it says of which figures: see `asked`.
    """
    rows, size = _rows(data, themes, areas), len(vars(data)["observations"])
    if _known(data) is None:
        # Parts, until they have taken as long as all would: who shows one place waits for no more.
        audited = data._records["audited in parts"] = (
            data._records.get("audited in parts", 0) + len(rows) + _BEGINNING
        )
        if size > _FEW and audited < size:
            return _wrong(data, _part(data, rows))
    found, names = contradicted(data), set(rows["observation"])
    found = found[found["observations"].map(names.issuperset).astype(bool)]
    found.catalogue = data
    return found


def contradicted(data: Catalogue) -> Audit:
    """Return what the audit contradicts among all figures."""
    if _known(data) is None:
        data._records[CONTRADICTED] = _wrong(data, _plain(data))
    return data._records[CONTRADICTED]


def _known(data: Catalogue) -> Audit | None:
    """Return that, if these data were audited, here or where they were loaded before."""
    if data._records.get(CONTRADICTED) is None:
        data._records[CONTRADICTED] = kept(data, CONTRADICTED)
    return data._records[CONTRADICTED]


def _note(found: dict, code: str, figures: list[Observation]) -> None:
    doubted = [] if code in _SOURCES_DIFFER else list(filter(is_doubtful, figures))
    for one in doubted or figures:
        unsettled = any(is_provisional(other) for other in figures if other is not one)
        found.setdefault(one.observation, []).append((code, unsettled))


def _wrong(data: Catalogue, part: Catalogue) -> Audit:
    rows = audit(part)
    rows = rows[rows["verdict"] == Outcome.INCONSISTENT]
    rows.catalogue = data
    return rows


def _rows(data: Catalogue, themes: Iterable[str], areas: Iterable[str]) -> pd.DataFrame:
    """Return the rows that can bear on themes in areas; on the sizes of places, those of any.

    Whoever notes what is read is passed by, here and in `_plain`: no more is told than `held` says.
    """
    table, areas, themes = data.indicators, list(areas), {*themes}
    wanted = table["theme"].isin({*themes, _SIZES})
    indicators = None if _SIZES in themes else table.loc[wanted, "indicator"].tolist()
    near = {one for area in areas for one in (*containing(data, area), *inside(data, area))}
    if near.union(areas).issuperset(data.areas["area"]):  # of a country: whichever there are
        return Catalogue.where(data, indicators)
    return Catalogue.where(data, indicators, [*areas, *sorted(near.difference(areas))])


def _plain(data: Catalogue) -> Catalogue:
    """Return a catalogue of all rows."""
    if "plain" not in data._records:
        data._records["plain"] = _part(data, vars(data)["observations"])
    return data._records["plain"]


def _part(data: Catalogue, rows: pd.DataFrame) -> Catalogue:
    """Return a catalogue of some rows, without the relations that lead out of them."""
    names = set(rows["observation"])

    def within(links: str) -> str:
        return " ".join(link for link in links.split() if link.partition(":")[2] in names)

    rows = rows.assign(related_to=rows["related_to"].map(within)).reset_index(drop=True)
    given = {one.name: vars(data)[one.name] for one in fields(Catalogue) if one.init}
    part = Catalogue(**given | {"observations": rows})
    part._records.update((name, data._records[name]) for name in _SAME if name in data._records)
    return part
