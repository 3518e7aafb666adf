"""Choice: what a reader asks at the desk, and what may be asked next; no widget is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from ..codes import WIDE, Derived, MeasureKind
from ..data.areas import DEFAULT_AREAS, containing
from ..data.catalogue import Catalogue
from ..judge.derivations import applicable
from ..judge.results import of_areas
from ..show.writer import Writer
from ..texts import capital
from .topics import matching, topics

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
    """List the themes that have a figure, each with how many."""
    counts: dict[str, int] = {}
    for one in topics(data):
        counts[one.theme] = counts.get(one.theme, 0) + one.figures
    writer = choice.writer(data)
    used = [name for name in data.themes["theme"] if name in counts]
    return [(_with_count(capital(writer.theme(name)), counts[name]), name) for name in used]


def indicators(data: Catalogue, choice: Choice) -> Options:
    """List the indicators of the theme that have figures, those of most first."""
    found = [one for one in topics(data) if one.theme == choice.theme]
    return [(_with_count(one.titles[choice.language], one.figures), one.indicator) for one in found]


def found(data: Catalogue, choice: Choice, words: str) -> Options:
    """List the indicators of any theme that are found by words, each with its theme."""
    writer = choice.writer(data)
    return [
        (f"{_with_count(one.titles[choice.language], one.figures)} \u2013 {theme}", one.indicator)
        for one in matching(data, words)
        for theme in [writer.theme(one.theme)]
    ]


def areas(data: Catalogue, choice: Choice) -> Options:
    """List the areas that have figures, each with how many, then those chosen without any.

    Country and regions follow the places that lie in them.
    """
    counts = _counts(data, choice)
    shown = [area for area in data.areas["area"] if area in counts or area in choice.areas]
    wide = {area for area in shown if data.record("areas", area)["level"] in WIDE}
    ordered = sorted(shown, key=lambda area: (area not in counts, area in wide))
    return _labelled(data, choice, ordered)


def empty_areas(data: Catalogue, choice: Choice) -> Options:
    """List the areas that have no figure and are not chosen."""
    shown = {area for _, area in areas(data, choice)}
    return _labelled(data, choice, (area for area in data.areas["area"] if area not in shown))


def around(data: Catalogue, choice: Choice) -> tuple[str, ...]:
    """Return the areas with figures that contain a chosen place: its region, the country."""
    counts = _counts(data, choice)
    known = {one for area in choice.areas for one in containing(data, area)}
    return tuple(area for area in data.areas["area"] if area in known and area in counts)


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
    return settled_with_options(data, choice)[0]


def settled_with_options(data: Catalogue, choice: Choice) -> tuple[Choice, dict[str, Options]]:
    """Return the choice settled, and what may be asked of each of its parts."""
    known = data.areas["area"]
    choice = replace(choice, areas=tuple(area for area in known if area in choice.areas))
    options: dict[str, Options] = {}
    for name, offered in OFFERED.items():
        options[name] = offered(data, choice)
        values = [value for _, value in options[name]]
        if getattr(choice, name) not in values:
            choice = replace(choice, **{name: values[0]})
    return replace(choice, log=choice.log and can_be_logarithmic(data, choice)), options


def _with_count(name: str, count: int) -> str:
    return f"{name} ({count})"


def _counts(data: Catalogue, choice: Choice) -> dict[str, int]:
    """Count the figures of the indicator, by area."""
    cells = ((area, data.cell(choice.indicator, area)) for area in data.areas["area"])
    return {area: len(cell) for area, cell in cells if cell}


def _labelled(data: Catalogue, choice: Choice, shown: Iterable[str]) -> Options:
    counts, writer = _counts(data, choice), choice.writer(data)
    return [
        (
            _with_count(writer.area(area), counts[area])
            if area in counts
            else writer.say("desk-area-none", area=writer.area(area)),
            area,
        )
        for area in shown
    ]


def _figures(data: Catalogue, choice: Choice) -> pd.DataFrame:
    return data.where([choice.indicator], choice.areas)


def _unit(data: Catalogue, choice: Choice) -> dict:
    return data.record("units", data.record("indicators", choice.indicator)["unit"])
