"""Loading: read the data package, refuse what is wrong in it, and hand it on as typed frames."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pandas as pd

from .. import arguments
from ..errors import DataProblems, UnknownName, UsageError
from ..texts import Said
from . import package, validation
from .catalogue import Catalogue
from .dependencies import Reads, of
from .own import add
from .typed import typed


class _Loaded(Catalogue):
    """A catalogue as read, to which figures of one's own can be added."""

    add = add


class _Whole:
    """An attribute of a catalogue that nobody takes without reading all of the data."""

    def __set_name__(self, owner: type, name: str):
        self._name = name

    def __get__(self, data: _Watched, owner: type):
        data._noted.whole()
        return vars(data)[self._name]

    def __set__(self, data: _Watched, value: object):
        vars(data)[self._name] = value


class _Watched(_Loaded):
    """A catalogue that notes what is read of its observations."""

    observations, remarks, revision = _Whole(), _Whole(), _Whole()

    @property
    def _noted(self) -> Reads:
        return of(vars(self)["directory"])

    def record(self, table: str, key: str) -> dict:
        try:
            row = super().record(table, key)
        except UnknownName:
            self._noted.whole()
            raise
        if table == "observations":
            self._noted.cells([row["indicator"]], [row["area"]])
        elif table == "remarks":
            self._noted.whole()
        return row

    @arguments.reads(indicators=arguments.texts, areas=arguments.texts)
    def where(self, indicators=None, areas=None) -> pd.DataFrame:
        self._noted.cells(indicators, areas)
        return super().where(indicators, areas)

    def cell(self, indicator: str, area: str) -> list[str]:
        self._noted.cells([indicator], [area])
        return super().cell(indicator, area)

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
        raise UsageError(Said("no-package", folder=directory))
    noted = of(directory.resolve())
    with noted.loading() if noted else contextlib.nullcontext():
        raw, frames, _ = _read(directory.resolve())
    kind = _Watched if noted else _Loaded
    frames = {name: frame.copy(deep=False) for name, frame in frames.items()}  # copied on writing
    named = {"version": raw.version, "revision": raw.revision, "directory": directory.resolve()}
    return kind(**frames, **named)


def raw(directory: Path) -> package.RawPackage:
    """Return the tables as text: those read last where the files hold the same."""
    known = _last and package.holds(directory, _last[0])
    return _last[0] if known else package.read(directory)


def keep(data: Catalogue, name: str, found: object) -> None:
    """Keep what was found in the data, for who loads the same again: see `kept`."""
    if _as_read(data):
        _last[2][name] = found


def kept(data: Catalogue, name: str) -> object | None:
    """Return what was kept of the same data; None if nothing was, or if a table was changed."""
    return _last[2][name] if _last and name in _last[2] and _as_read(data) else None


def _as_read(data: Catalogue) -> bool:
    """Tell whether the data are those read last, and nobody has changed a table since."""
    if not _last or vars(data)["revision"] != _last[0].revision:
        return False
    return all(vars(data)[name].equals(table) for name, table in _last[1].items())


def _read(directory: Path) -> tuple[package.RawPackage, dict[str, pd.DataFrame], dict]:
    """Read, check and type the tables; the last ones again where the files hold the same."""
    global _last
    if _last and package.holds(directory, _last[0]):
        return _last
    raw = package.read(directory)
    problems = validation.check(raw)
    if problems:
        raise DataProblems(problems)
    frames = typed(raw)
    if raw.large:  # too much to keep
        return raw, frames, {}
    _last = raw, frames, {}
    return _last


# A report loads the data twice, in its notebook and for its page; a lesson, in many cells; and
# every report of a build loads a copy of them.
_last: tuple[package.RawPackage, dict[str, pd.DataFrame], dict] | None = None
