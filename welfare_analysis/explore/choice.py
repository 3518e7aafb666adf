"""Choice: what a reader asks at the desk, and what may be asked next; no widget is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ..codes import Derived, MeasureKind
from ..data.catalogue import Catalogue
from ..judge.comparison import DEFAULT_AREAS
from ..judge.derivations import applicable
from ..judge.results import of_areas
from ..show.words import capital
from ..show.writer import Writer

Options = list[tuple[str, str]]

# Kinds of unit that can lie orders of magnitude apart.
_SCALABLE = ("count", "money", "area", "density")
_COUNTED = ("", Derived.PER_INHABITANTS, Derived.PER_HOUSEHOLDS)


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
        A year; empty for the figures that compare best, of any year.
    measure, standard : str
        Keep figures of this kind or poverty standard; empty for any.
    by : str
        Compare what is computed from the figures, as ``compare(..., by=)`` does: their change, a
        count per inhabitant; empty for the figures themselves.
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
    by: str = ""
    log: bool = False
    refused: bool = False
    language: str = "vi"

    def writer(self, data: Catalogue) -> Writer:
        """Return what writes in the language of the choice."""
        return Writer(data, self.language)


def themes(data: Catalogue, choice: Choice) -> Options:
    """List the themes that have a figure."""
    used = set(data.indicators.loc[_with_figures(data), "theme"])
    writer = choice.writer(data)
    return [(capital(writer.theme(name)), name) for name in data.themes["theme"] if name in used]


def indicators(data: Catalogue, choice: Choice) -> Options:
    """List the indicators of the theme that have a figure, those of most areas first."""
    table = data.indicators[_with_figures(data) & (data.indicators["theme"] == choice.theme)]
    titles = dict(zip(table["indicator"], table[f"title_{choice.language}"], strict=True))
    writer = choice.writer(data)
    places = data.where(list(titles)).groupby("indicator")["area"].nunique().to_dict()

    def label(name: str) -> str:
        count = places[name]
        return writer.say("desk-indicator", title=titles[name], places=str(count), n=count)

    return [(label(name), name) for name in sorted(titles, key=lambda name: -places[name])]


def areas(data: Catalogue, choice: Choice) -> Options:
    """List every area, those with figures first: how many, or the word that there is none."""
    writer = choice.writer(data)
    counts = data.where([choice.indicator])["area"].value_counts().to_dict()

    def label(area: str) -> str:
        kind = "desk-area" if area in counts else "desk-area-none"
        return writer.say(kind, area=writer.area(area), figures=str(counts.get(area, 0)))

    ordered = sorted(data.areas["area"], key=lambda area: area not in counts)
    return [(label(area), area) for area in ordered]


def periods(data: Catalogue, choice: Choice) -> Options:
    """List the years in which the chosen areas have figures, the latest first."""
    years = sorted(set(_figures(data, choice)["period_end"].dt.year), reverse=True)
    unset = choice.writer(data).say("desk-period-any"), ""
    return [unset, *((str(year), str(year)) for year in years)]


def measures(data: Catalogue, choice: Choice) -> Options:
    """List the kinds of figure that the chosen areas have."""
    found = set(_figures(data, choice)["measure"])
    used = [str(one) for one in MeasureKind if one in found]
    writer = choice.writer(data)
    named = [(capital(writer.say(f"measure-{name}")), name) for name in used]
    return [(writer.say("desk-measure-any"), ""), *named]


def standards(data: Catalogue, choice: Choice) -> Options:
    """List the poverty standards behind the figures of the chosen areas."""
    used = [name for name in _figures(data, choice)["standard"].unique() if name]
    writer = choice.writer(data)
    named = [(writer.short_standard(name), name) for name in used]
    return [(writer.say("desk-standard-any"), ""), *named]


def derived(data: Catalogue, choice: Choice) -> Options:
    """List what can be computed from the figures of any chosen area, if several are compared."""
    writer = choice.writer(data)
    found: Options = [(writer.say("desk-by-none"), "")]
    if len(choice.areas) < 2:
        return found
    kept = ([value] if value else None for value in (choice.measure, choice.standard))
    known = of_areas(data, choice.indicator, choice.areas, *kept).values()
    names = applicable(data, known, choice.period or None)
    return [*found, *((capital(writer.say(f"method-{name}")), name) for name in names)]


# What may be asked of each part of a choice, in the order in which one part limits the next.
OFFERED = {
    "theme": themes,
    "indicator": indicators,
    "period": periods,
    "measure": measures,
    "standard": standards,
    "by": derived,
}


def can_be_logarithmic(data: Catalogue, choice: Choice) -> bool:
    """Tell whether a logarithmic axis makes sense: counts and sums without a zero."""
    values = _figures(data, choice)["value"]
    scalable = _unit(data, choice)["kind"] in _SCALABLE and choice.by in _COUNTED
    return scalable and bool((values > 0).all())


def settled(data: Catalogue, choice: Choice) -> Choice:
    """Return the choice with everything that no figure bears set back to its default.

    The indicator follows the theme; period, kind, standard, measure and axis follow indicator and
    areas.  Areas stay as they are: one without a figure is an answer too.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> settled(load(), Choice(theme="training", indicator="poor_household_rate")).indicator
    'vocational_enrolment_persons'
    """
    known = data.areas["area"]
    choice = replace(choice, areas=tuple(area for area in known if area in choice.areas))
    for name, offered in OFFERED.items():
        values = [value for _, value in offered(data, choice)]
        if getattr(choice, name) not in values:
            choice = replace(choice, **{name: values[0]})
    return replace(choice, log=choice.log and can_be_logarithmic(data, choice))


def _with_figures(data: Catalogue) -> pd.Series:
    return data.indicators["indicator"].isin(data.observations["indicator"].unique())


def _figures(data: Catalogue, choice: Choice) -> pd.DataFrame:
    return data.where([choice.indicator], choice.areas)


def _unit(data: Catalogue, choice: Choice) -> dict:
    return data.record("units", data.record("indicators", choice.indicator)["unit"])
