"""Profiles: everything known of one area, put in order, and what is not known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import arguments
from ..codes import GOALS, PeriodBasis, Status
from ..data.areas import inside
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.names import resolve_area
from ..data.numerals import write_date
from ..data.selection import select
from ..messages import message
from .boundaries import boundary_note
from .headlines import (
    CORE,
    Gap,
    gap_of,
    goals_of,
    result_of,
    start_of,
)

BASES = "population"

_SAME = ["indicator", "period_start", "period_end", "value", "qualifier", "measure", "standard"]


@dataclass(frozen=True)
class Profile:
    """The answer of `profile`.

    Attributes
    ----------
    area : str
    figures : pandas.DataFrame
        Every row of the area: core themes first, bases last, then by indicator and time.
    parts : dict of str to DataFrame
        The same for every area inside it that has figures.
    results : dict of str to Observation
        The result that stands for each core subject that has one.
    starts : dict of str to Observation
        For a stock among the results, the first result by the same standard, if earlier.
    gaps : tuple of Gap
        The core subjects without a result.
    goals : tuple of (Observation, Observation)
        Each sound result or estimate with the plan or target set for it and the same period.
    """

    data: Catalogue
    area: str
    figures: pd.DataFrame
    parts: dict[str, pd.DataFrame]
    results: dict[str, Observation]
    starts: dict[str, Observation]
    gaps: tuple[Gap, ...]
    goals: tuple[tuple[Observation, Observation], ...]

    @cached_property
    def distinct(self) -> pd.DataFrame:
        """The figures, each once: the same figure printed twice is one.

        An article's printing is kept before a comparator's.
        """
        articles = self._from_article(self.figures)
        ordered = self.figures.loc[(~articles).sort_values(kind="stable").index]
        kept = ordered.drop_duplicates(_SAME).index
        return self.figures[self.figures.index.isin(kept)]

    @property
    def from_articles(self) -> pd.DataFrame:
        """The distinct figures that an article prints."""
        return self.distinct[self._from_article(self.distinct)]

    @property
    def doubtful(self) -> pd.DataFrame:
        """The distinct figures marked as doubtful."""
        return self.distinct[self.distinct["status"].str.contains(Status.LOW_RELIABILITY)]

    @property
    def inferred(self) -> pd.DataFrame:
        """The distinct figures whose period or date was inferred."""
        return self.distinct[self.distinct["period_basis"] == PeriodBasis.INFERRED]

    @property
    def open_goals(self) -> pd.DataFrame:
        """Targets and plans without a result for the same period."""
        met = {goal.observation for _, goal in self.goals}
        goals = self.distinct[self.distinct["measure"].isin(GOALS)]
        return goals[~goals["observation"].isin(met)]

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that a figure covers; None without figures."""
        if self.figures.empty:
            return None
        starts = self.figures["period_start"].fillna(self.figures["period_end"])
        return int(starts.dt.year.min()), int(self.figures["period_end"].dt.year.max())

    @property
    def sources(self) -> list[str]:
        """The sources of the figures."""
        return self.figures["source"].drop_duplicates().tolist()

    @property
    def themes(self) -> list[str]:
        """The themes that have figures, without the bases."""
        found = self.figures["indicator"].map(_themes(self.data)).drop_duplicates()
        return [theme for theme in found if theme != BASES]

    def theme(self, name: str) -> pd.DataFrame:
        """Return the figures of a theme."""
        return self.figures[self.figures["indicator"].map(_themes(self.data)) == name]

    def heading(self, theme: str, language: str) -> str:
        """Name a theme, beginning with a capital."""
        name = self.data.record("themes", theme)[f"title_{language}"]
        return name[:1].upper() + name[1:]

    def identity(self, language: str) -> str:
        """Say what the area is: level, place, codes, validity of its boundary."""
        return " ".join(_identity(self.data, self.area, language))

    def _from_article(self, frame: pd.DataFrame) -> pd.Series:
        kinds = self.data.sources.set_index("source")["kind"]
        return frame["source"].map(kinds) == "article"


@arguments.reads(data=arguments.data, area=arguments.text)
def profile(data: Catalogue, area: str) -> Profile:
    """Put together everything known of an area.

    Parameters
    ----------
    data : Catalogue
    area : str
        Code, name or alias.

    Returns
    -------
    Profile
        An area without a figure has an empty profile: every core subject is a gap.

    Raises
    ------
    UnknownName
        If the area does not exist; the message suggests the nearest.

    Notes
    -----
    The result that stands for a subject is chosen in this order: the standard that came into
    force last, sound figures before doubtful ones, whole years before parts of a year, the
    latest, higher confidence, exact before rounded figures, the order of the table.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> found = profile(load(), "Sông Công")
    >>> found.results["poor_household_rate"].value
    1.46
    >>> [gap.core for gap in found.gaps]
    ['vocational_enrolment', 'trained_labour_rate', 'labour_export']
    """
    code = resolve_area(data, area)
    figures = _ordered(data, select(data, area=code))
    parts = {one: _ordered(data, select(data, area=one)) for one in inside(data, code)}
    found = {core: result_of(data, core, code) for core in CORE}
    results = {core: figure for core, figure in found.items() if figure is not None}
    starts = {
        core: first
        for core, figure in results.items()
        if (first := start_of(data, figure)) is not None
    }
    gaps = tuple(gap_of(data, core, code) for core, figure in found.items() if figure is None)
    return Profile(
        data,
        code,
        figures,
        {one: frame for one, frame in parts.items() if len(frame)},
        results,
        starts,
        gaps,
        tuple(goals_of(data, figures)),
    )


def _themes(data: Catalogue) -> pd.Series:
    return data.indicators.set_index("indicator")["theme"]


def _ordered(data: Catalogue, frame: pd.DataFrame) -> pd.DataFrame:
    """Sort rows: themes in their order, bases last; then codebook, then time."""
    themes = [*(theme for theme in data.themes["theme"] if theme != BASES), BASES]
    indicators = data.indicators["indicator"].tolist()
    theme_of = _themes(data)
    keys = pd.DataFrame(
        {
            "theme": [themes.index(theme_of[code]) for code in frame["indicator"]],
            "indicator": [indicators.index(code) for code in frame["indicator"]],
            "end": frame["period_end"].to_numpy(),
        },
        index=frame.index,
    )
    return frame.loc[keys.sort_values(["theme", "indicator", "end"], kind="stable").index]


def _identity(data: Catalogue, area: str, language: str) -> Iterable[str]:
    row = data.record("areas", area)
    facts = {"area": row[f"name_{language}"]}
    if row["parent"]:
        facts["parent"] = data.record("areas", row["parent"])[f"name_{language}"]
    level = row["level"] if row["parent"] else "country"
    yield message(f"profile-{level}", language, **facts)
    if row["admin_code"]:
        vintage = write_date(datetime.date.fromisoformat(row["admin_code_vintage"]), language)
        instrument = row["admin_code_list"].partition(" (")[0]
        yield message(
            "profile-code", language, code=row["admin_code"], list=instrument, vintage=vintage
        )
    if row["iso_3166_2"]:
        yield message("profile-iso", language, code=row["iso_3166_2"])
    yield from filter(None, (row[f"comment_{language}"], boundary_note(data, area, language)))
