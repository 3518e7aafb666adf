"""Tidy: figures as frames that researchers go on with, in words and codes, long or wide."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import pandas as pd

from .. import arguments
from ..codes import RESULTS
from ..data.catalogue import Catalogue
from ..data.export.book import COLUMNS, row
from ..data.figures import Observation, observations
from ..data.selection import CONDITIONS, select
from ..errors import UnknownName, UsageError
from ..judge.derived import Figure, Measure
from ..judge.results import printings
from ..judge.times import closing
from ..messages import get_language, known
from ..texts import Said
from .prose.references import short_text
from .writer import Writer

# What a person reads stands first; codes and the rest of a saved file follow.
_FIRST = (
    *("area_name", "indicator_title", "period", "value", "low", "high", "unit_label"),
    *("measure_label", "standard_label", "status_label", "as_printed", "publisher"),
    *("source_title", "url", "citation", "printings"),
)
_COLUMNS = [*_FIRST, *(name for name in COLUMNS if name not in _FIRST)]
_DATES = ("period_start", "period_end")
# What of the wide frame is in the columns, by the name of the filter.
_ACROSS = {"areas": "area_name", "indicator": "indicator_title", "period": "closing"}
_DOWN = ("indicator_title", "unit_label", "period_start", "closing", "standard_label", "area_name")
_CELL = ("value", "low", "high", "status_label")

Texts = str | Iterable[str] | None


@arguments.reads(**CONDITIONS)
def tidy(
    data: Catalogue,
    indicator: Texts = None,
    areas: Texts = None,
    period: str | int | None = None,
    *,
    theme: str | None = None,
    source: Texts = None,
    measure: Texts = None,
    standard: Texts = None,
    breakdown: Texts = None,
    repeats: bool = False,
    language: str | None = None,
) -> pd.DataFrame:
    """Return figures as a tidy frame, one a row, in words of a language with their sources.

    Parameters
    ----------
    data, indicator, areas, period, theme, source, measure, standard, breakdown
        As for `select`; every condition that is given must hold.
    repeats : bool, default False
        Whether a figure printed several times has a row for each printing.  Else the best
        evidenced stands for them all; `printings` says how many there are.
    language : {"vi", "en"}, optional
        Of names and words; by default the one chosen by `set_language`.

    Returns
    -------
    pandas.DataFrame
        Names, value, range (`low`, `high`; missing where it has no end), unit, kind, standard and
        status in words, the printed token, publisher, title, address and citation of the source;
        then the codes, under the names that `save` gives them in a file.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> rates = tidy(data, "poor_household_rate", ["Hà Nội", "Sông Công"], 2023, language="en")
    >>> rates[["area_name", "value", "low", "high", "unit_label", "printings"]]
            area_name  value    low   high unit_label  printings
    0          Hà Nội   0.03  0.025  0.035          %          4
    1  Sông Công City   1.46  1.455  1.465          %          2
    """
    asked = {"theme": theme, "source": source, "measure": measure}
    asked |= {"standard": standard, "breakdown": breakdown}
    figures = observations(data, select(data, indicator, areas, period, **asked))
    groups = [[one] for one in figures] if repeats else printings(figures)
    groups.sort(key=lambda group: _place_in(data, group[0]))
    writer = Writer(data, get_language() if language is None else known(language))
    counts = [len(group) for group in groups]
    return frame_of(writer, [group[0] for group in groups]).assign(printings=counts)


def frame_of(writer: Writer, figures: Sequence[Figure]) -> pd.DataFrame:
    """Set figures in the columns of `tidy`, derived ones with the sources of all their inputs."""
    frame = pd.DataFrame([_row(writer, one) for one in figures], columns=_COLUMNS)
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in _DATES})


@arguments.reads(columns=arguments.text)
def wide(
    data: Catalogue,
    indicator: Texts = None,
    areas: Texts = None,
    period: str | int | None = None,
    *,
    columns: str = "areas",
    language: str | None = None,
    **conditions: Texts,
) -> pd.DataFrame:
    """Set figures side by side, each value with its range and its status in words.

    Parameters
    ----------
    data, indicator, areas, period, language, **conditions
        As for `tidy`.  Without a `measure`, results and estimates: a goal beside them would be
        another row.
    columns : {"areas", "indicator", "period"}
        What is set side by side.

    Returns
    -------
    pandas.DataFrame
        Columns are pairs of a name and ``value``, ``low``, ``high`` or ``status_label``.  The day
        of a row is that which a figure speaks of: a stock on 1 January closes the year before.
        A cell nobody reported is missing, never zero.

    Raises
    ------
    UsageError
        If two goals of one day fall in one cell: choose a source.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> places = ["Sơn La", "Sông Công"]
    >>> rates = wide(load(), "poor_household_rate", places, 2023, language="en")
    >>> rates.xs("value", axis="columns", level=1).max().to_dict()
    {'Sơn La': 14.41, 'Sông Công City': 1.46}
    """
    if columns not in _ACROSS:
        raise UnknownName("column", columns, _ACROSS)
    conditions.setdefault("measure", [str(one) for one in RESULTS])
    frame = tidy(data, indicator, areas, period, language=language, **conditions)
    frame["closing"] = pd.to_datetime([closing(data[name]) for name in frame["observation"]])
    keys = [name for name in _DOWN if name != _ACROSS[columns]]
    doubled = frame.duplicated([*keys, _ACROSS[columns]], keep=False)
    if doubled.any():
        names = list(frame.loc[doubled, "observation"].head(6))
        raise UsageError(Said("one-cell", count=int(doubled.sum()), names=names))
    cells = frame.set_index([*keys, _ACROSS[columns]])[list(_CELL)].unstack(_ACROSS[columns])
    names = frame[_ACROSS[columns]].drop_duplicates()
    names = names.sort_values() if columns == "period" else names
    return cells.swaplevel(axis="columns")[list(itertools.product(names, _CELL))]


def _place_in(data: Catalogue, figure: Observation) -> tuple:
    """Return what sorts figures by subject and place, as the data list them, and by time."""
    places = data._records.setdefault("places of areas", list(data.areas["area"]))
    subjects = data._records.setdefault("places of subjects", list(data.indicators["indicator"]))
    return subjects.index(figure.indicator), places.index(figure.area), closing(figure)


def _row(writer: Writer, figure: Figure) -> dict:
    """Write a figure: what a saved file has of it, and its words."""
    cells = row(figure, writer.language) if isinstance(figure, Observation) else _derived(figure)
    return cells | {
        "area_name": writer.area(figure.area),
        "indicator_title": writer.title(figure),
        "unit_label": figure.unit_label(writer.language),
        "period": writer.period(figure),
        "measure_label": writer.kind(figure),
        "standard_label": writer.standard_of(figure) if figure.standard else None,
        "status_label": "; ".join(writer.remarks(figure)) or writer.say("status-A"),
        "citation": " ".join(dict.fromkeys(_cited(writer, one) for one in figure.inputs)),
        "printings": 1,
    }


def _derived(figure: Measure) -> dict:
    """Return a derived figure as plain values; `observation` names what it was computed from."""
    names = ("area", "breakdown", "period_start", "period_end", "measure", "value", "unit")
    names += ("status", "standard")
    low, high = figure.interval.ends
    return {name: getattr(figure, name) or None for name in names} | {
        "value": figure.value,
        "observation": " ".join(figure.observations),
        "indicator": figure.base,
        "interval": str(figure.interval),
        "low": low,
        "high": high,
    }


def _cited(writer: Writer, figure: Observation) -> str:
    """Cite the place of a printed figure in full: publisher, title, date, paragraph."""
    place = figure.citation(writer.language).strip("[]").partition(", ")[2]
    cited = str(short_text(writer, figure.source_row)).rstrip(".")
    return ", ".join(filter(None, [cited, place])) + "."
