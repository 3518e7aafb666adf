"""Catalogue: the curated tables as plain, typed pandas frames, and ways to pick from them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from . import package, validation
from .errors import DataProblems, UnknownName, UsageError
from .names import resolve_area, resolve_indicators

_DATES = {"observations": ("period_start", "period_end"), "standards": ("valid_from", "valid_to"),
          "areas": ("valid_from", "valid_to")}  # fmt: skip
_NUMBERS = {
    "observations": ("value",),
    "indicators": ("lower", "upper"),
    "standards": ("income_rural", "income_urban", "near_poor_rural", "near_poor_urban"),
}
_INTEGERS = {
    "observations": ("paragraph",),
    "sources": ("number",),
    "standards": ("deprivations", "indicators"),
}


@dataclass(frozen=True)
class Catalogue:
    """Everything the data package holds, one plain frame per table.

    Attributes
    ----------
    observations, indicators, areas, sources, standards, units : pandas.DataFrame
        Text columns are ``str`` with ``""`` for "not given"; figures are ``float64``; dates
        ``datetime64``; see ``data/datapackage.json`` for every column.
    version : str
        Version of the data package.
    revision : str
        First 12 digits of the SHA-256 over all tables: two equal revisions are equal data.
    directory : pathlib.Path
        Where the tables were read.
    """

    observations: pd.DataFrame
    indicators: pd.DataFrame
    areas: pd.DataFrame
    sources: pd.DataFrame
    standards: pd.DataFrame
    units: pd.DataFrame
    version: str
    revision: str
    directory: Path
    _records: dict = field(default_factory=dict, repr=False, compare=False)

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
        if table not in self._records:
            frame = getattr(self, table)
            rows = frame.to_dict("records")
            self._records[table] = dict(zip(frame[table[:-1]], rows, strict=True))
        try:
            return self._records[table][key]
        except KeyError:
            raise UnknownName(table[:-1], key, self._records[table]) from None


def default_directory() -> Path:
    """Return the data directory used when none is named.

    ``WELFARE_ANALYSIS_DATA`` wins; then ``data/`` of a checkout; then the copy that an
    installed wheel carries.
    """
    named = os.environ.get("WELFARE_ANALYSIS_DATA")
    if named:
        return Path(named)
    here = Path(__file__).resolve().parent
    checkout = here.parent / "data"
    return checkout if (checkout / "datapackage.json").is_file() else here / "share" / "data"


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
    directory = Path(directory) if directory is not None else default_directory()
    if not (directory / "datapackage.json").is_file():
        raise UsageError(
            f"No data package in {directory}: expected a datapackage.json there. "
            "Name the folder that holds it (--data DIR)."
        )
    raw = package.read(directory)
    problems = validation.check(raw)
    if problems:
        raise DataProblems(problems)
    frames = {name: _typed(name, table) for name, table in raw.tables.items()}
    return Catalogue(
        **frames, version=raw.version, revision=raw.revision, directory=directory.resolve()
    )


def _typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    typed = table.reset_index(drop=True).copy()
    for column in _DATES.get(name, ()):
        typed[column] = pd.to_datetime(typed[column].replace("", None), format="%Y-%m-%d")
    for column in _NUMBERS.get(name, ()):
        typed[column] = pd.to_numeric(typed[column].replace("", None)).astype("float64")
    for column in _INTEGERS.get(name, ()):
        typed[column] = pd.to_numeric(typed[column].replace("", None)).astype("Int64")
    return typed


def select(
    data: Catalogue,
    indicator: str | Iterable[str] | None = None,
    area: str | Iterable[str] | None = None,
    period: str | int | None = None,
    *,
    measure: str | Iterable[str] | None = None,
    theme: str | None = None,
    standard: str | Iterable[str] | None = None,
    source: str | Iterable[str] | None = None,
) -> pd.DataFrame:
    """Pick observations; every condition that is given must hold.

    Parameters
    ----------
    data : Catalogue
    indicator : str or iterable of str, optional
        Indicator or concept codes.
    area : str or iterable of str, optional
        Area codes, names or aliases (``"TP.HCM"``).
    period : str or int, optional
        ``2023`` (the period ends in that year) or an ISO date on which it ends.
    measure, standard, source : str or iterable of str, optional
        Codes of these columns.
    theme : str, optional
        Theme of the codebook.

    Returns
    -------
    pandas.DataFrame
        The rows with all columns of ``observations``, status included.

    Raises
    ------
    UnknownName
        If a code or name does not exist; the message suggests the nearest.

    Examples
    --------
    >>> data = load()
    >>> rows = select(data, "poor_household_rate", "Sông Công", 2023, measure="actual")
    >>> rows["value"].unique().tolist()
    [1.46]
    """
    frame = data.observations
    keep = pd.Series(True, index=frame.index)
    if indicator is not None:
        codes = [code for name in _listed(indicator) for code in resolve_indicators(data, name)]
        keep &= frame["indicator"].isin(codes)
    if area is not None:
        keep &= frame["area"].isin([resolve_area(data, name) for name in _listed(area)])
    if theme is not None:
        _known("theme", theme, data.indicators["theme"])
        of_theme = data.indicators.loc[data.indicators["theme"] == theme, "indicator"]
        keep &= frame["indicator"].isin(of_theme)
    if period is not None:
        keep &= _in_period(frame["period_end"], period)
    for column, wanted in (("measure", measure), ("standard", standard), ("source", source)):
        if wanted is not None:
            values = _listed(wanted)
            for value in values:
                _known(column, value, frame[column])
            keep &= frame[column].isin(values)
    return frame[keep]


def to_wide(frame: pd.DataFrame, columns: str = "area") -> pd.DataFrame:
    """Set observations side by side, each value next to its status.

    Parameters
    ----------
    frame : pandas.DataFrame
        Observations, as from `select`.
    columns : str, default ``"area"``
        The column whose codes become columns.

    Returns
    -------
    pandas.DataFrame
        Rows are indicator, period, measure, standard; columns are pairs of a code and
        ``value`` or ``status``.  A cell nobody reported is missing, never zero.

    Raises
    ------
    ValueError
        If two observations fall in one cell: choose a source first.
    """
    keys = ["indicator", "period_start", "period_end", "measure", "standard"]
    keys = [key for key in keys if key != columns]
    doubled = frame.duplicated([*keys, columns], keep=False)
    if doubled.any():
        names = ", ".join(frame.loc[doubled, "observation"].head(6))
        raise ValueError(
            f"{int(doubled.sum())} observations share a cell ({names}…): "
            "select one source, or one of each pair that reports the same figure."
        )
    wide = frame.set_index([*keys, columns])[["value", "status"]].unstack(columns)
    return wide.swaplevel(axis="columns").sort_index(axis="columns")


def _in_period(ends: pd.Series, period: str | int) -> pd.Series:
    text = str(period)
    if len(text) == 4 and text.isdigit():
        return ends.dt.year == int(text)
    try:
        return ends == pd.Timestamp(text)
    except ValueError:
        raise UsageError(
            f"Period {period!r} is neither a year (2023) nor a date (2023-12-31)."
        ) from None


def _known(kind: str, name: str, known: pd.Series) -> None:
    if not (known == name).any():
        raise UnknownName(kind, name, [value for value in known.unique() if value])


def _listed(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
