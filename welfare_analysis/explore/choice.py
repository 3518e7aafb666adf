"""Choice: what a reader asks at the desk, and what may be asked next; no widget is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ..codes import Measure
from ..data.catalogue import Catalogue
from ..data.figures import observation
from ..judge.comparison import DEFAULT_AREAS
from ..messages import message
from ..show import words
from ..show.charts import per_head as denominators
from ..show.writer import Writer

Options = list[tuple[str, str]]

# The themes of the product come first, whatever the codebook's order.
_FIRST_THEMES = ("poverty", "training", "labour_export")
# Kinds of unit that can lie orders of magnitude apart.
_SCALABLE = ("count", "money", "area", "density")


@dataclass(frozen=True)
class Choice:
    """One question: an indicator, some areas, and how the answer is to be shown.

    Attributes
    ----------
    theme, indicator : str
        Codes of the codebook.
    areas : tuple of str
        Area codes, in the order of ``areas.csv``.
    period : str
        A year; empty for the year that most areas report.
    measure, standard : str
        Keep figures of this kind or poverty standard; empty for any.
    per : str
        ``households`` or ``inhabitants``: put counts on this base; empty for the counts.
    log : bool
        A logarithmic axis.
    refused : bool
        Show in the chart what may not be compared, and why.
    language : {"vi", "en"}
    """

    theme: str = "poverty"
    indicator: str = "poor_household_rate"
    areas: tuple[str, ...] = DEFAULT_AREAS
    period: str = ""
    measure: str = ""
    standard: str = ""
    per: str = ""
    log: bool = False
    refused: bool = False
    language: str = "vi"


def themes(data: Catalogue, language: str) -> Options:
    """List the themes that have a figure."""
    used = data.indicators.loc[_with_figures(data), "theme"].unique().tolist()
    ordered = [
        *(name for name in _FIRST_THEMES if name in used),
        *(name for name in used if name not in _FIRST_THEMES),
    ]
    return [(words.capital(message(f"theme-{name}", language)), name) for name in ordered]


def indicators(data: Catalogue, theme: str, language: str) -> Options:
    """List the indicators of a theme that have a figure, those of most areas first."""
    table = data.indicators[_with_figures(data) & (data.indicators["theme"] == theme)]
    places = data.where(table["indicator"].tolist()).groupby("indicator")["area"].nunique()
    order = sorted(table.itertuples(), key=lambda row: -places[row.indicator])
    return [
        (
            message(
                "desk-indicator",
                language,
                title=getattr(row, f"title_{language}"),
                places=str(places[row.indicator]),
                n=int(places[row.indicator]),
            ),
            row.indicator,
        )
        for row in order
    ]


def areas(data: Catalogue, indicator: str, language: str) -> Options:
    """List every area, those with figures first: how many, or the word that there is none."""
    counts = data.where([indicator])["area"].value_counts()
    ordered = sorted(data.areas.itertuples(), key=lambda row: row.area not in counts)
    return [
        (
            message(
                "desk-area" if row.area in counts else "desk-area-none",
                language,
                area=getattr(row, f"name_{language}"),
                figures=str(counts.get(row.area, 0)),
            ),
            row.area,
        )
        for row in ordered
    ]


def periods(data: Catalogue, choice: Choice) -> Options:
    """List the years in which the chosen areas have figures, the latest first."""
    years = sorted({str(year) for year in _figures(data, choice)["period_end"].dt.year})
    return [_any("period", choice), *((year, year) for year in reversed(years))]


def measures(data: Catalogue, choice: Choice) -> Options:
    """List the kinds of figure that the chosen areas have."""
    used = set(_figures(data, choice)["measure"])
    named = [
        (words.capital(message(f"measure-{name}", choice.language)), str(name))
        for name in Measure
        if name in used
    ]
    return [_any("measure", choice), *named]


def standards(data: Catalogue, choice: Choice) -> Options:
    """List the poverty standards behind the figures of the chosen areas."""
    used = [name for name in _figures(data, choice)["standard"].unique() if name]
    named = [(Writer(data, choice.language).short_standard(name), name) for name in used]
    return [_any("standard", choice), *named]


def bases(data: Catalogue, choice: Choice) -> Options:
    """List the bases that a count of any chosen area can be put on."""
    found: Options = [(message("desk-base-none", choice.language), "")]
    theme, unit = data.record("indicators", choice.indicator)["theme"], _unit(data, choice)
    if theme == "population" or unit["kind"] != "count":
        return found
    name = "households" if unit["unit"] in ("households", "families") else "inhabitants"
    of_each_area = _figures(data, choice).drop_duplicates("area")["observation"]
    if any(denominators.nearest(data, observation(data, one), name) for one in of_each_area):
        found.append((message(f"desk-per-{name}", choice.language), name))
    return found


def can_be_logarithmic(data: Catalogue, choice: Choice) -> bool:
    """Tell whether a logarithmic axis makes sense: counts and sums without a zero."""
    values = _figures(data, choice)["value"]
    return _unit(data, choice)["kind"] in _SCALABLE and bool((values > 0).all())


def settled(data: Catalogue, choice: Choice) -> Choice:
    """Return the choice with everything that no figure bears set back to its default.

    The indicator follows the theme; period, kind, standard, base and axis follow indicator and
    areas.  Areas stay as they are: one without a figure is an answer too.
    """
    known = data.areas["area"]
    choice = replace(choice, areas=tuple(area for area in known if area in choice.areas))
    choice = _allowed(choice, "theme", themes(data, choice.language))
    choice = _allowed(choice, "indicator", indicators(data, choice.theme, choice.language))
    for name, options in (
        ("period", periods),
        ("measure", measures),
        ("standard", standards),
        ("per", bases),
    ):
        choice = _allowed(choice, name, options(data, choice))
    return replace(choice, log=choice.log and can_be_logarithmic(data, choice))


def _allowed(choice: Choice, name: str, options: Options) -> Choice:
    values = [value for _, value in options]
    return choice if getattr(choice, name) in values else replace(choice, **{name: values[0]})


def _any(name: str, choice: Choice) -> tuple[str, str]:
    return message(f"desk-{name}-any", choice.language), ""


def _with_figures(data: Catalogue) -> pd.Series:
    return data.indicators["indicator"].isin(data.observations["indicator"].unique())


def _figures(data: Catalogue, choice: Choice) -> pd.DataFrame:
    return data.where([choice.indicator], choice.areas)


def _unit(data: Catalogue, choice: Choice) -> dict:
    return data.record("units", data.record("indicators", choice.indicator)["unit"])
