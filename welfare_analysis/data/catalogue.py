"""Catalogue: the curated tables as plain, typed pandas frames."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from .. import arguments
from ..errors import UnknownAttribute, UnknownName
from .breakdowns import Divisions
from .figures import Observation, observation
from .text import tidy, unaccented

_WORDS = re.compile(r"[^a-z0-9]+")
_KINDS = re.compile(r"^(thanh_pho|tp|tinh|huyen|quan|thi_xa|thi_tran|phuong|xa|dac_khu)_")
_TABLES = (
    *("observations", "indicators", "areas", "sources", "standards", "units", "themes", "remarks"),
    "breakdowns",
)


class Names:
    """Codes of one kind by name; each is a plain string, to be passed on.

    Examples
    --------
    >>> areas = Names("area", {"ha_noi": "VN-HN", "son_la": "VN-05"})
    >>> areas.ha_noi, list(areas)
    ('VN-HN', ['ha_noi', 'son_la'])
    """

    def __init__(self, kind: str, codes: Mapping[str, str]):
        self._kind, self._codes = kind, dict(codes)

    def __getattr__(self, name: str) -> str:
        codes = vars(self).get("_codes", {})
        try:
            return codes[name]
        except KeyError:
            if name.startswith("_"):
                raise AttributeError(name) from None
            raise UnknownAttribute(self._kind, name, self._codes) from None

    def __getitem__(self, name: str) -> str:
        if name not in self._codes:
            raise UnknownName(self._kind, name, self._codes)
        return self._codes[name]

    def __dir__(self) -> list[str]:
        return list(self._codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __repr__(self) -> str:
        return f"<{len(self)} names: {', '.join(self)}>"

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)


@dataclass(frozen=True)
class Catalogue:
    """Everything the data package holds, one plain frame per table.

    Attributes
    ----------
    observations, indicators, areas, sources, standards, units, exclusions, themes, remarks :
        DataFrame
        Text columns are ``str`` with ``""`` for "not given"; figures are ``float64``; dates
        ``datetime64``; themes stand in their order; see ``data/datapackage.json`` for every column.
        `indicators` holds each breakdown that has figures as a subject of its own, after the
        indicator that it divides (`base`): ``workers_sent_abroad@sex=F``; so do `observations`.
    breakdowns : DataFrame
        The parts by which an indicator may be divided.
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
    >>> from welfare_analysis import load
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
    themes: pd.DataFrame
    remarks: pd.DataFrame
    version: str
    revision: str
    directory: Path
    breakdowns: pd.DataFrame = field(default_factory=pd.DataFrame)
    indicator: Names = field(init=False, repr=False, compare=False)
    area: Names = field(init=False, repr=False, compare=False)
    theme: Names = field(init=False, repr=False, compare=False)
    _records: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self):
        codes = dict.fromkeys((*self.indicators["indicator"], *self.indicators["concept"]))
        spaces = {
            "indicator": {code.replace("@", "_").replace("=", "_"): code for code in codes},
            "area": names_of_areas(self.areas),
            "theme": {code: code for code in self.themes["theme"]},
        }
        # Attributes rather than properties, which IPython does not evaluate to complete.
        for kind, names in spaces.items():
            object.__setattr__(self, kind, Names(kind, names))

    def __repr__(self) -> str:
        return (
            f"<Catalogue {self.version} revision {self.revision}: "
            f"{len(self.observations)} observations of {len(self.codebook)} indicators, "
            f"{len(self.areas)} areas, {len(self.sources)} sources>"
        )

    @property
    def codebook(self) -> pd.DataFrame:
        """The indicators as the codebook has them, without those of a part."""
        return self.indicators[self.indicators["breakdown"] == ""]

    @property
    def figures(self) -> dict[str, Observation]:
        """The figures made so far, by identifier; `data[name]` makes any."""
        return self._records.setdefault("figures", {})

    @property
    def divisions(self) -> Divisions:
        """The breakdowns as a tree: what a part or the total divides into."""
        if "divisions" not in self._records:
            self._records["divisions"] = Divisions(self.breakdowns)
        return self._records["divisions"]

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
        """Return the observations of some indicators and areas, numbered from 0; None means any.

        A report that asks this way depends on these rows only; one that takes `observations`
        is built again after any change.

        Examples
        --------
        >>> from welfare_analysis import load
        >>> load().where(["poor_household_rate"], ["VN-HN"]).index[:3].tolist()
        [0, 1, 2]
        """
        frame = vars(self)["observations"]
        if indicators is not None and areas is not None:
            cells = itertools.product(dict.fromkeys(indicators), dict.fromkeys(areas))
            return self._rows_of([row for cell in cells for row in self._cells.get(cell, ())])
        keep = np.ones(len(frame), bool)
        if indicators is not None:
            keep &= frame["indicator"].isin(indicators).to_numpy()
        if areas is not None:
            keep &= frame["area"].isin(areas).to_numpy()
        return frame[keep].reset_index(drop=True)

    def cell(self, indicator: str, area: str) -> list[str]:
        """List the identifiers of the observations of an indicator and an area."""
        if "names" not in self._records:
            self._records["names"] = vars(self)["observations"]["observation"].tolist()
        return [self._records["names"][row] for row in self._cells.get((indicator, area), ())]

    @property
    def _cells(self) -> dict[tuple[str, str], list[int]]:
        """The rows of each indicator and area, which are asked for again and again."""
        if "cells" not in self._records:
            frame, cells = vars(self)["observations"], {}
            for row, cell in enumerate(zip(frame["indicator"], frame["area"], strict=True)):
                cells.setdefault(cell, []).append(row)
            self._records["cells"] = cells
        return self._records["cells"]

    def _rows_of(self, rows: list[int]) -> pd.DataFrame:
        """Return rows in their order; no rows, the most frequent answer, as a copy of one."""
        if rows:
            return vars(self)["observations"].iloc[sorted(rows)].reset_index(drop=True)
        if "no cells" not in self._records:
            self._records["no cells"] = vars(self)["observations"].iloc[:0]
        return self._records["no cells"].copy(deep=False)

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


def names_of_areas(areas: pd.DataFrame) -> dict[str, str]:
    """Map areas' names, written as identifiers without their kind, to their codes.

    A name that an area before has already is followed by the code.
    """
    found: dict[str, str] = {}
    for code, name in zip(areas["area"], areas["name_vi"], strict=True):
        key = _KINDS.sub("", identifier(name))
        found[f"{key}_{identifier(code)}" if key in found or not key else key] = code
    return found


def identifier(name: str) -> str:
    """Write a name as a Python identifier, without diacritics.

    Examples
    --------
    >>> identifier("TP. Hồ Chí Minh"), identifier("13 xã")
    ('tp_ho_chi_minh', 'n_13_xa')
    """
    words = _WORDS.sub("_", unaccented(tidy(name))).strip("_")
    return f"n_{words}" if words[:1].isdigit() else words
