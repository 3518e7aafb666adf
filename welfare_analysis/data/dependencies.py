"""Dependencies: which observations a report asked for, written down while its notebook runs.

A build sets ``WELFARE_ANALYSIS_READS`` to a file.  The catalogue then notes every pair of
indicator and area that was asked for, found or not; whoever takes the whole table, or opens a
file of the data past the catalogue, has read all of it.  So nothing that Python opens is ever left
out; what a cell has another program read is.

Of some cells only an answer is read, which is noted as such: what the audit holds against their
figures, whichever others that rests on; or which sources their figures are from.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import UsageError, is_of_disk

VARIABLE = "WELFARE_ANALYSIS_READS"
ANY = "*"
_MOST = 2_000_000  # pairs that one report is believed to have read
_STARTED = {"started": True}
_WHOLE = {"whole": True}
_CELL = ("kind", "indicator", "area")
CELLS, AUDITED, SOURCES = KINDS = ("cells", "audited", "sources")


class Reads:
    """Append what is read to a file, each thing once."""

    def __init__(self, file: str, directory: Path):
        self._file, self._seen, self._own = file, set(), False
        self._folder = os.path.join(os.path.realpath(directory), "")
        sys.addaudithook(self._opened)

    def cells(
        self,
        indicators: Iterable[str] | None,
        areas: Iterable[str] | None,
        kind: str = CELLS,
    ) -> None:
        """Note that every row of these indicators and areas was asked for; None means any."""
        areas = [ANY] if areas is None else list(areas)
        asked = itertools.product([kind], [ANY] if indicators is None else indicators, areas)
        new = [cell for cell in dict.fromkeys(asked) if cell not in self._seen]
        if new:
            self._seen.update(new)
            self._note([dict(zip(_CELL, cell, strict=True)) for cell in new])

    def whole(self) -> None:
        """Note that everything was read."""
        self._once(_WHOLE)

    def _once(self, what: dict) -> None:
        if self._seen.isdisjoint(what):
            self._seen.update(what)
            self._note([what])

    def _note(self, what: list[dict]) -> None:
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in what)
        try:
            with open(self._file, "a", encoding="utf-8") as file:
                file.write(lines)
        except OSError as error:
            if is_of_disk(error):
                raise
            why = f"{self._file} cannot be written: {error.strerror}"
            raise UsageError(f"{VARIABLE} is for builds alone: unset it ({why}).") from None

    def _opened(self, event: str, arguments: tuple) -> None:
        if event != "open" or self._own or not isinstance(arguments[0], (str, os.PathLike)):
            return
        if os.path.realpath(arguments[0]).startswith(self._folder):
            self.whole()

    @contextlib.contextmanager
    def loading(self) -> Iterator[None]:
        """Take the files opened meanwhile for the catalogue's own, through which all is noted."""
        self._once(_STARTED)
        self._own = True
        try:
            yield
        finally:
            self._own = False


_known: dict[tuple[str, str], Reads] = {}


def of(directory: Path) -> Reads | None:
    """Return what notes the reads of a data package in this process, if a build asks for it.

    It sees which files are opened from when it is first asked for.
    """
    file = os.environ.get(VARIABLE)
    if not file:
        return None
    key = file, str(directory)
    if key not in _known:
        _known[key] = Reads(file, directory)
        if len(_known) > 1:  # two packages in one report: no slice of one is enough
            _known[key].whole()
    return _known[key]


def answered(directory: Path, kind: str, indicators: Iterable[str], areas: Iterable[str]) -> None:
    """Note that only an answer of a kind was read of these cells, if a build asks."""
    if noted := of(directory):
        noted.cells(indicators, areas, kind)


def collected(file: Path) -> dict | None:
    """Return what a report read; None for everything.

    Returns
    -------
    dict or None
        Of each kind the cells, indicators by areas: codes separated by spaces, ``*`` for any.
    """
    found: dict[str, dict[str, set[str]]] = {kind: {} for kind in KINDS}
    try:
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        if not lines or lines[0] != _STARTED or _WHOLE in lines:
            return None
        read = [line for line in lines if line != _STARTED]  # by several processes
        for kind, indicator, area in ([line[name] for name in _CELL] for line in read):
            found[kind].setdefault(indicator, set()).add(area)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if ANY in found[CELLS].get(ANY, ()):
        return None
    return {kind: _grouped(areas) for kind, areas in found.items()}


def _grouped(found: dict[str, set[str]]) -> dict[str, str]:
    """Join the indicators that were asked for of the same areas."""
    everywhere, cells = found.get(ANY, set()), {}
    for indicator, areas in sorted(found.items()):
        left = {ANY} if ANY in areas else areas if indicator == ANY else areas - everywhere
        if left:
            cells.setdefault(" ".join(sorted(left)), []).append(indicator)
    return {areas: " ".join(indicators) for areas, indicators in sorted(cells.items())}


def cells_of(reads: dict, kind: str = CELLS) -> list[tuple[str, str]]:
    """Return the pairs of indicator and area of which a report read something.

    Examples
    --------
    >>> cells_of({"cells": {"VN VN-HN": "poor_households"}})
    [('poor_households', 'VN'), ('poor_households', 'VN-HN')]
    """
    groups = [(one.split(), areas.split()) for areas, one in reads[kind].items()]
    if sum(len(one) * len(areas) for one, areas in groups) > _MOST:
        raise ValueError(f"more than {_MOST:,} pairs: nobody read so much")
    return [cell for group in groups for cell in itertools.product(*group)]
