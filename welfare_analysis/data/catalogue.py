"""Catalogue: the curated tables as plain, typed pandas frames."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from .. import arguments
from ..errors import DataProblems, UnknownName, UsageError
from . import dependencies as reads
from . import package, validation
from .figures import Observation, observation
from .namespaces import Names, names_of_areas

_DATES = {
    "observations": ("period_start", "period_end"),
    "standards": ("valid_from", "valid_to"),
    "areas": ("valid_from", "valid_to"),
}
_NUMBERS = {
    "observations": ("value",),
    "indicators": ("lower", "upper"),
    "standards": ("income_rural", "income_urban", "near_poor_rural", "near_poor_urban"),
}
_INTEGERS = {
    "observations": ("paragraph",),
    "exclusions": ("paragraph",),
    "sources": ("number",),
    "standards": ("deprivations", "indicators"),
}

_TABLES = ("observations", "indicators", "areas", "sources", "standards", "units")


@dataclass(frozen=True)
class Catalogue:
    """Everything the data package holds, one plain frame per table.

    Attributes
    ----------
    observations, indicators, areas, sources, standards, units, exclusions : pandas.DataFrame
        Text columns are ``str`` with ``""`` for "not given"; figures are ``float64``; dates
        ``datetime64``; see ``data/datapackage.json`` for every column.
    version : str
        Version of the data package.
    revision : str
        First 12 digits of the SHA-256 over all tables: two equal revisions are equal data.
    directory : pathlib.Path
        Where the tables were read.
    indicator, area, theme : Names
        Codes to be completed with the Tab key, as plain strings: ``data.indicator.poor_…``,
        ``data.area.ha_noi``, ``data.theme.poverty``.

    Examples
    --------
    >>> data = load()
    >>> data["ldxh-hn-2024-p16-poor-rate"].as_printed
    '0,03%'
    >>> data.indicator.poor_household_rate, data.area.ha_noi
    ('poor_household_rate', 'VN-HN')
    """

    observations: pd.DataFrame
    indicators: pd.DataFrame
    areas: pd.DataFrame
    sources: pd.DataFrame
    standards: pd.DataFrame
    units: pd.DataFrame
    exclusions: pd.DataFrame
    version: str
    revision: str
    directory: Path
    indicator: Names = field(init=False, repr=False, compare=False)
    area: Names = field(init=False, repr=False, compare=False)
    theme: Names = field(init=False, repr=False, compare=False)
    _records: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self):
        codes = dict.fromkeys((*self.indicators["indicator"], *self.indicators["concept"]))
        spaces = {
            "indicator": {code: code for code in codes},
            "area": names_of_areas(self.areas),
            "theme": {code: code for code in self.indicators["theme"]},
        }
        # Attributes rather than properties, which IPython does not evaluate to complete.
        for kind, names in spaces.items():
            object.__setattr__(self, kind, Names(kind, names))

    def __repr__(self) -> str:
        return (
            f"<Catalogue {self.version} revision {self.revision}: "
            f"{len(self.observations)} observations of {len(self.indicators)} indicators, "
            f"{len(self.areas)} areas, {len(self.sources)} sources>"
        )

    def record(self, table: str, key: str) -> dict:
        """Return one row of a table as a dictionary, found by its key column.

        Raises
        ------
        UnknownName
            If no row has that key.
        """
        if not isinstance(table, str) or table not in _TABLES:
            raise UnknownName("table", table, _TABLES)
        if table not in self._records:
            self._records[table] = _rows(vars(self)[table], table[:-1])
        try:
            return self._records[table][key]
        except (KeyError, TypeError):  # a list is no key either
            raise UnknownName(table[:-1], str(key), self._records[table]) from None

    def observation(self, name: str) -> Observation:
        """Return the printed figure with that identifier; shown, it says where it comes from."""
        return observation(self, name)

    def __getitem__(self, name: str) -> Observation:
        """Return the printed figure with that identifier."""
        return observation(self, name)

    def __contains__(self, name: str) -> bool:
        return bool((self.observations["observation"] == name).any())

    def __iter__(self) -> Iterator[str]:
        return iter(self.observations["observation"])

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    @arguments.reads(indicators=arguments.texts, areas=arguments.texts)
    def where(
        self, indicators: Collection[str] | None = None, areas: Collection[str] | None = None
    ) -> pd.DataFrame:
        """Return the observations of some indicators and areas; None means any.

        A report that asks this way depends on these rows only; one that takes `observations`
        is built again after any change.
        """
        frame = vars(self)["observations"]
        keep = np.ones(len(frame), bool)
        if indicators is not None:
            keep &= frame["indicator"].isin(indicators).to_numpy()
        if areas is not None:
            keep &= frame["area"].isin(areas).to_numpy()
        return frame[keep]

    def has(self, column: str, value: str) -> bool:
        """Tell whether any observation has a value in a column."""
        return bool((vars(self)["observations"][column] == value).any())


def _rows(frame: pd.DataFrame, key: str) -> dict[str, dict]:
    """Return the rows as dictionaries by their key, three times as fast as ``to_dict`` does."""
    columns = {
        name: [None if cell is pd.NA else cell for cell in cells.tolist()]
        for name, cells in frame.items()
    }
    rows = zip(*columns.values(), strict=True)
    return {
        name: dict(zip(columns, row, strict=True))
        for name, row in zip(columns[key], rows, strict=True)
    }


class _Watched(Catalogue):
    """A catalogue that notes what is read of its observations."""

    def __getattribute__(self, name: str):
        if name in ("observations", "revision"):
            self._noted.whole()
        return super().__getattribute__(name)

    @property
    def _noted(self) -> reads.Reads:
        return reads.of(vars(self)["directory"])

    def record(self, table: str, key: str) -> dict:
        try:
            row = super().record(table, key)
        except UnknownName:
            self._noted.whole()
            raise
        if table == "observations":
            self._noted.cells([row["indicator"]], [row["area"]])
        return row

    @arguments.reads(indicators=arguments.texts, areas=arguments.texts)
    def where(self, indicators=None, areas=None) -> pd.DataFrame:
        self._noted.cells(indicators, areas)
        return super().where(indicators, areas)

    def has(self, column: str, value: str) -> bool:
        self._noted.whole()
        return super().has(column, value)


def default_directory() -> Path:
    """Return the data directory used when none is named.

    ``WELFARE_ANALYSIS_DATA`` wins; then ``data/`` of a checkout; then the copy that an
    installed wheel carries.
    """
    named = os.environ.get("WELFARE_ANALYSIS_DATA")
    if named:
        return Path(named)
    here = Path(__file__).resolve().parent.parent
    checkout = here.parent / "data"
    return checkout if (checkout / "datapackage.json").is_file() else here / "share" / "data"


@arguments.reads(directory=arguments.path)
def load(directory: str | os.PathLike | None = None) -> Catalogue:
    """Read and validate the data package.

    Parameters
    ----------
    directory : path, optional
        Folder with ``datapackage.json``; `default_directory` when absent.

    Returns
    -------
    Catalogue

    Raises
    ------
    DataProblems
        With every problem of every table at once.
    UsageError
        If the folder holds no data package.

    Examples
    --------
    >>> data = load()
    >>> data.observations["value"].dtype
    dtype('float64')
    """
    directory = directory if directory is not None else default_directory()
    if not os.path.isfile(directory / "datapackage.json"):
        raise UsageError(
            f"No data package in {directory}: expected a datapackage.json there. "
            "Name the folder that holds it (--data DIR)."
        )
    noted = reads.of(directory.resolve())
    with noted.loading() if noted else contextlib.nullcontext():
        raw, frames = _read(directory.resolve())
    kind = _Watched if noted else Catalogue
    frames = {name: frame.copy(deep=False) for name, frame in frames.items()}  # copied on writing
    return kind(**frames, version=raw.version, revision=raw.revision, directory=directory.resolve())


def _read(directory: Path) -> tuple[package.RawPackage, dict[str, pd.DataFrame]]:
    """Read, check and type the tables; the last ones again if no file has changed since."""
    global _last
    if _last and _last[0].directory == directory and package.unchanged(_last[0]):
        return _last
    raw = package.read(directory)
    problems = validation.check(raw)
    if problems:
        raise DataProblems(problems)
    frames = {
        name: sheet.typed(_DATES.get(name, ()), _NUMBERS.get(name, ()), _INTEGERS.get(name, ()))
        for name, sheet in raw.sheets.items()
    }
    if raw.large:  # too much to keep
        return raw, frames
    _last = raw, frames
    return _last


# A report loads the data twice, in its notebook and for its page; a lesson, in many cells.
_last: tuple[package.RawPackage, dict[str, pd.DataFrame]] | None = None
