"""Selection: pick observations from the catalogue."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import numpy as np
import pandas as pd

from .. import arguments
from ..codes import Qualifier, Temporal
from ..errors import UnknownName, UsageError
from ..texts import Said, apart
from .catalogue import Catalogue
from .figures import Observation, observation
from .names import divided, resolve_area, resolve_indicators

# How the conditions of every call that picks figures are read.
CONDITIONS = {
    "data": arguments.data,
    "indicator": arguments.texts,
    "areas": arguments.texts,
    "breakdown": arguments.texts,
    "period": arguments.period,
    "measure": arguments.texts,
    "theme": arguments.text,
    "standard": arguments.texts,
    "source": arguments.texts,
}


@arguments.renamed(area="areas")
@arguments.reads(**CONDITIONS)
def select(
    data: Catalogue,
    indicator: str | Iterable[str] | None = None,
    areas: str | Iterable[str] | None = None,
    period: str | int | None = None,
    *,
    measure: str | Iterable[str] | None = None,
    theme: str | None = None,
    standard: str | Iterable[str] | None = None,
    source: str | Iterable[str] | None = None,
    breakdown: str | Iterable[str] | None = None,
) -> pd.DataFrame:
    """Pick observations; every condition that is given must hold.

    Parameters
    ----------
    data : Catalogue
    indicator : str or iterable of str, optional
        Indicator or concept codes.
    areas : str or iterable of str, optional
        Area codes, names or aliases (``"TP.HCM"``).
    period : str or int, optional
        ``2023`` (the period ends in that year) or an ISO date on which it ends.  A stock on 1
        January is of the end of the year before, for a year and for its date.
    measure, standard, source : str or iterable of str, optional
        Codes of these columns.
    theme : str, optional
        Theme of the codebook.
    breakdown : str or iterable of str, optional
        Parts of the indicators, by code or title (``"sex=F"``, ``"women"``), or all parts of a
        dimension (``"sex"``).  Without it an indicator that is named is its total.

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
    >>> from welfare_analysis import load
    >>> data = load()
    >>> rows = select(data, "poor_household_rate", "Sông Công", 2023, measure="actual")
    >>> rows["value"].unique().tolist()
    [1.46]
    """
    codes = places = None
    if indicator is not None:
        codes = [code for name in indicator for code in resolve_indicators(data, name)]
    if breakdown is not None:
        codes = divided(data, codes, breakdown)
    if areas is not None:
        places = [resolve_area(data, name) for name in areas]
    if theme is not None:
        _known("theme", theme, data.themes["theme"])
        of_theme = data.indicators.loc[data.indicators["theme"] == theme, "indicator"].tolist()
        codes = of_theme if codes is None else [code for code in codes if code in of_theme]
    frame = data.where(codes, places)
    keep = np.ones(len(frame), bool)
    if period is not None:
        keep &= _in_period(data, frame, period).to_numpy()
    for column, wanted in (("measure", measure), ("standard", standard), ("source", source)):
        if wanted is not None:
            present = set(frame[column])
            for value in wanted:
                # Only a value that these rows lack makes the others matter.
                if value not in present and not data.has(column, value):
                    _known(column, value, data.observations[column])
            keep &= frame[column].isin(wanted).to_numpy()
    return frame if keep.all() else frame[keep]


@arguments.reads(
    data=arguments.data,
    indicator=arguments.text,
    area=arguments.text,
    period=arguments.period,
    measure=arguments.text,
)
def one(
    data: Catalogue,
    indicator: str,
    area: str,
    period: str | int | None = None,
    *,
    measure: str = "actual",
    **more,
) -> Observation:
    """Return the single observation that answers a question.

    Parameters
    ----------
    data, indicator, area, period, measure, **more
        As for `select`.

    Raises
    ------
    UnknownName
        If no figure answers, or a code is unknown.
    UsageError
        If several different figures answer; the message lists them.  Rows that report one
        figure (linked by ``same_as``) count as one: the most exact of them is returned.
        A figure dated within the period goes before a stock of the day after it.

    Examples
    --------
    >>> from welfare_analysis.data.loading import load
    >>> one(load(), "poor_household_rate", "Sông Công", 2023).value
    1.46
    """
    found = select(data, indicator, area, period, measure=measure, **more)
    when = Said("asked-in", period=str(period)) if period else ""
    asked = Said("asked-for", indicator=indicator, area=area, when=when)
    if found.empty:
        named = select(data, indicator, area, breakdown=more.get("breakdown"))
        dates = named["period_end"].dt.date.astype(str)
        raise UnknownName("figure", asked, dates)
    if period is not None and len(own := found[_is_within(found, period)]):
        found = own
    if not _one_figure(found):
        figures = apart(f"{row.observation} = {row.value:g}" for row in found.itertuples())
        raise UsageError(Said("many-figures", count=len(found), asked=asked, figures=figures))
    exact = found[found["qualifier"] == Qualifier.EXACT]
    return observation(data, (found if exact.empty else exact)["observation"].iloc[0])


def _one_figure(found: pd.DataFrame) -> bool:
    """Tell whether all rows are one figure: equal, or linked by ``same_as``."""
    names = set(found["observation"])
    if len(names) == 1:
        return True
    if len(found[["value", "period_start", "period_end", "standard"]].drop_duplicates()) == 1:
        return True
    links = found["related_to"].str.findall(r"\bsame_as:(\S+)")
    reached, frontier = set(), {found["observation"].iloc[0]}
    while frontier:
        reached |= frontier
        forward = {
            name
            for name, to in zip(found["observation"], links, strict=True)
            if name in frontier
            for name in to
        }
        backward = {
            name for name, to in zip(found["observation"], links, strict=True) if frontier & set(to)
        }
        frontier = ((forward | backward) & names) - reached
    return reached == names


def _in_period(data: Catalogue, frame: pd.DataFrame, period: int | datetime.date) -> pd.Series:
    """Tell which rows are of a period; a stock on 1 January is of the end of the year before."""
    ends, table = frame["period_end"], data.indicators
    stocks = table.loc[table["temporal"] == Temporal.STOCK, "indicator"]
    opens_year = (ends.dt.month == 1) & (ends.dt.day == 1) & frame["indicator"].isin(stocks)
    closing = frame.assign(period_end=ends.mask(opens_year, ends - pd.Timedelta(days=1)))
    if isinstance(period, int):
        return _is_within(closing, period)
    return _is_within(closing, period) | _is_within(frame, period)


def _is_within(frame: pd.DataFrame, period: int | datetime.date) -> pd.Series:
    ends = frame["period_end"]
    return ends.dt.year == period if isinstance(period, int) else ends == pd.Timestamp(period)


def _known(kind: str, name: str, known: pd.Series) -> None:
    if not (known == name).any():
        raise UnknownName(kind, name, [value for value in known.unique() if value])
