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
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from ..codes import subject_code
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
        self._hashed: dict[Cell, tuple[bytes, set[int]]] = {}

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
            tied: set[int] = set(self._tied.get("", ()))
            for cell in sorted(self._rows.keys() & [_ODD, *cells]):
                rows, remarks = self._cell(cell)
                total.update(f"{cell}\n".encode() + rows)
                tied |= remarks
            for source in sorted({*self._column("source", cells_of(reads, SOURCES))}):
                total.update(f"{source}\n".encode())
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
            names = self._column("observation", asked)
            told = {one for name in names for one in self._held.get(name, ())}
        except Exception:  # whatever is wrong with the data, a report made of them will say
            return self.whole
        return inputs.sha256("".join(f"{text}\n" for _, text in sorted(told)).encode())

    def _column(self, name: str, cells: list[Cell]) -> Iterator[str]:
        """Yield what stands in a column of the rows of some cells."""
        column = self._header.index(name)
        return (row[column] for cell in self._rows.keys() & cells for row in self._rows[cell])

    @cached_property
    def _held(self) -> dict[str, list[tuple[int, str]]]:
        """What the audit holds against each observation; a build keeps it for its copy."""
        if self._known is not None:
            return self._known
        from ..data.loading import keep, load
        from ..judge.disputes import CONTRADICTED, contradicted, held

        data = load(self.folder)
        keep(data, CONTRADICTED, contradicted(data))
        return held(data)

    def _cell(self, cell: Cell) -> tuple[bytes, set[int]]:
        """Return the hash of the rows of a cell, and the remarks on any of them."""
        if cell not in self._hashed:
            rows, name = self._rows.get(cell, ()), self._header.index("observation")
            remarks = set().union(*(self._tied.get(row[name], ()) for row in rows))
            text = "".join(f"{row}\n" for row in rows)
            self._hashed[cell] = hashlib.sha256(text.encode()).digest(), remarks
        return self._hashed[cell]

    @cached_property
    def _observations(self) -> list[list[str]]:
        return self._table("observations.csv")

    @property
    def _header(self) -> list[str]:
        return self._observations[0]

    @cached_property
    def _rows(self) -> dict[Cell, list[list[str]]]:
        """The rows of each cell, of each indicator and of each area."""
        header, *rows = self._observations
        part = header.index("breakdown") if "breakdown" in header else len(header)
        indicator, area = header.index("indicator"), header.index("area")
        found = defaultdict(list)
        for row in rows:
            cell = subject_code(row[indicator], "".join(row[part : part + 1])), row[area]
            if all(map(_CODE.fullmatch, cell)):
                for one in (cell, (cell[0], ANY), (ANY, cell[1])):
                    found[one].append(row)
            else:
                found[_ODD].append(row)
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
        """The hash of all other tables and of the descriptor, but for the tables' own hashes."""
        package = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8-sig"))
        for resource in package["resources"]:
            resource.pop("hash", None)
            resource.pop("bytes", None)
            resource.pop("rows", None)
        total = hashlib.sha256(json.dumps(package, sort_keys=True).encode())
        for file in sorted(self.folder.glob("*.csv")):
            if file.name not in ("observations.csv", "remarks.csv"):
                total.update(f"{file.name}\0{inputs.sha256(file.read_bytes())}\n".encode())
        return total.hexdigest()
