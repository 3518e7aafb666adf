"""Slices: the part of a data package that one report reads, what is held against it, the hashes.

A package of a thousand places has a thousand reports.  So every row is looked at once, for the
cells of indicator and area that it stands in, and each cell is hashed once for all reports.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from ..codes import SUBJECT_SIGN, subject_code
from ..data.dependencies import ANY, AUDITED, SOURCES, cells_of
from . import inputs

_CODE = re.compile(r"[\w.@=|-]+", re.ASCII)
_ODD = (ANY, ANY)  # what loading may tidy into any other code

Cell = tuple[str, str]


class Data:
    """A data package as it stands now, whole and in slices.

    Parameters
    ----------
    folder : path
    held : dict, optional
        What the audit holds against each observation, where that is known already.

    Attributes
    ----------
    whole : str
        The hash of everything.
    """

    def __init__(self, folder: Path, held: dict | None = None):
        self.folder, self.whole, self._known = folder, inputs.data(folder), held
        self._hashed: dict[Cell, bytes] = {}

    def slice(self, reads: dict | None, entry: dict | None = None) -> str:
        """Return the hash of what a report reads: its observations, the remarks on them, the rest.

        Parameters
        ----------
        reads : dict or None
            As `dependencies.collected` gives them; None for everything.
        entry : dict, optional
            What the manifest says of the report: if it knew these very data, nothing is read.
        """
        if reads is None:
            return self.whole
        if entry and entry.get("data") == self.whole and entry.get("reads") == reads:
            return str(entry["inputs"].get("data"))
        try:
            cells = cells_of(reads)
            if (ANY, ANY) in cells:
                return self.whole
            asked = json.dumps(reads, sort_keys=True)
            total = hashlib.sha256(f"{asked}\n{self._rest}\n{self._header}\n".encode())
            there = self._cells.keys() & [_ODD, *cells]
            for cell in sorted(there):
                total.update(f"{cell}\n".encode() + self._hash(cell))
            names = [*self._column("observation", self._rows(there))]
            total.update("\n".join(names).encode())  # how the rows follow each other
            for source in sorted(set(self._column("source", self._rows(cells_of(reads, SOURCES))))):
                total.update(f"{source}\n".encode())
            remarked = self._tied.keys() & ["", *names]
            tied = set().union(*map(self._tied.__getitem__, remarked))
            for number in sorted(tied):
                total.update(f"{self._remarks[number]}\n".encode())
        except (OSError, LookupError, AttributeError, TypeError, ValueError, csv.Error):
            return self.whole  # not the plain table it should be: who reads it will say so
        return total.hexdigest()

    def audit(self, reads: dict | None) -> str:
        """Return the hash of what the audit holds against what a report reads, if it asks that."""
        try:
            asked = cells_of(reads, AUDITED) if reads else []
            if not asked:
                return ""
            names = self._column("observation", self._rows(asked))
            told = {one for name in names for one in self._held.get(name, ())}
        except Exception:  # whatever is wrong with the data, a report made of them will say
            return self.whole
        return inputs.sha256("".join(f"{text}\n" for _, text in sorted(told)).encode())

    def _column(self, name: str, rows: list[int]) -> Iterator[str]:
        """Yield what stands in a column of some rows."""
        column = self._header.index(name)
        return (self._observations[row][column] for row in rows)

    def _rows(self, cells: Iterable[Cell]) -> list[int]:
        """Return the numbers of the rows of some cells, as they follow each other."""
        return sorted(set().union(*map(self._cells.__getitem__, self._cells.keys() & cells)))

    @cached_property
    def _held(self) -> dict[str, list[tuple[int, str]]]:
        """What the audit holds against each observation; a build keeps it for its copy."""
        if self._known is not None:
            return self._known
        from ..judge.disputes import held, loaded

        return held(loaded(self.folder))

    @cached_property
    def edited(self) -> list[str]:
        """The tables that differ from what the data package records of them."""
        try:
            return inputs.edited(self.folder)
        except (OSError, LookupError, TypeError, ValueError):
            return []  # who reads it will say so

    def _hash(self, cell: Cell) -> bytes:
        """Return the hash of the rows of a cell."""
        if cell not in self._hashed:
            text = "".join(f"{self._observations[row]}\n" for row in self._cells[cell])
            self._hashed[cell] = hashlib.sha256(text.encode()).digest()
        return self._hashed[cell]

    @cached_property
    def _observations(self) -> list[list[str]]:
        return self._table("observations.csv")

    @property
    def _header(self) -> list[str]:
        return self._observations[0]

    @cached_property
    def _cells(self) -> dict[Cell, list[int]]:
        """The numbers of the rows of each cell, of each indicator and of each area."""
        header, *rows = self._observations
        part = header.index("breakdown") if "breakdown" in header else len(header)
        indicator, area = header.index("indicator"), header.index("area")
        found = defaultdict(list)
        for number, row in enumerate(rows, 1):
            cell = subject_code(row[indicator], "".join(row[part : part + 1])), row[area]
            odd = not all(map(_CODE.fullmatch, cell))
            for one in [_ODD] if odd else (cell, (cell[0], ANY), (ANY, cell[1])):
                found[one].append(number)
        return found

    @cached_property
    def _remarks(self) -> list[list[str]]:
        there = (self.folder / "remarks.csv").exists()  # a package need not have them
        return self._table("remarks.csv") if there else [[]]

    @cached_property
    def _tied(self) -> dict[str, set[int]]:
        """The numbers of the remarks on each observation; without a name, those on any."""
        header, *rows = self._remarks
        found = defaultdict(set, {"": {0}})  # the header counts for all
        for number, row in enumerate(rows, 1):
            names = row[header.index("observations")].split("|")
            for name in names if all(map(_CODE.fullmatch, names)) else [""]:
                found[name].add(number)
        return found

    def _table(self, name: str) -> list[list[str]]:
        with open(self.folder / name, encoding="utf-8-sig", newline="") as file:
            return [row for row in csv.reader(file) if any(row)]

    @cached_property
    def _rest(self) -> str:
        """The hash of all other tables and of the descriptor, but for the tables' own hashes.

        With them go the parts that there are figures of, each of which is a subject of the
        codebook, and what reports say of the log.
        """
        package = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8-sig"))
        for resource in package["resources"]:
            resource.pop("hash", None)
            resource.pop("bytes", None)
            resource.pop("rows", None)
        total = hashlib.sha256(json.dumps(package, sort_keys=True).encode())
        parts = {subject for subject, _ in self._cells if SUBJECT_SIGN in subject}
        told = [sorted(parts), inputs.changes(self.folder)]
        total.update(json.dumps(told).encode())
        for name in sorted(inputs.files(self.folder)):
            if name.endswith(".csv") and name not in ("observations.csv", "remarks.csv"):
                sha256 = inputs.sha256((self.folder / name).read_bytes())
                total.update(f"{name}\0{sha256}\n".encode())
        return total.hexdigest()
