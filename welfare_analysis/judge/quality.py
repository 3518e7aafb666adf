"""Quality: what a methods note counts: coverage, kinds of contradiction, shared origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from .. import arguments
from ..codes import RESULTS, PeriodBasis
from ..data.areas import containing, inside
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observations
from ..data.names import resolve_area, resolve_areas
from .audit import Audit, audit
from .checks.index import Index
from .checks.outcomes import Outcome
from .comparison import Comparison, compare
from .headlines import CORE, gaps_of

# What a contradiction asks of a user, the gravest kind first.
_KINDS = {
    "dated": "value_repeated after_publication stock_below_flow",
    "printed": """
        rate_base implied_base change_above_stock opening_total change_levels target_equivalent
        paid_above_fund disbursed_above_budget plan_attainment plan_excess parts_total
        part_above_total share_above_whole place_above_area same_figure
    """,
    "sources": "several_sources parts_other_source",
    "plausible": """
        base_count base_growth household_size population_growth target_below_result
        result_equals_target standard_break
    """,
}
KINDS = {kind: tuple(checks.split()) for kind, checks in _KINDS.items()}
_UNEXPLAINED = "standard_break"  # its explanation is the same each time: two yardsticks
_BASES = "population"  # a theme of bases: who compares it asks for no welfare


@dataclass(frozen=True)
class Quality:
    """How far the figures of some places can be trusted; what there is nothing of is empty.

    Attributes
    ----------
    areas : tuple of str
        Codes of the places.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> found = quality(load(), "Sông Công")
    >>> set(found.of_kind("printed")["verdict"]), found.comparisons
    ({'inconsistent'}, {})
    """

    data: Catalogue = field(repr=False)
    areas: tuple[str, ...]

    @cached_property
    def checks(self) -> Audit:
        """The rows of the audit that concern the places, those inside and around them."""
        return concerning(self.data, audit(self.data), self.areas)

    @property
    def wrong(self) -> Audit:
        """The checks that show a contradiction."""
        return self._checks(Outcome.INCONSISTENT)

    @property
    def rounding(self) -> Audit:
        """The checks that differ no more than rounding explains."""
        return self._checks(Outcome.WITHIN_ROUNDING)

    @property
    def untested(self) -> Audit:
        """The checks that cannot be decided, but for changes of the poverty standard."""
        rows = self._checks(Outcome.NOT_TESTABLE)
        return rows[rows["check"] != _UNEXPLAINED]

    def of_kind(self, kind: str) -> Audit:
        """Return the contradictions of a kind, as `of_kind` does."""
        return of_kind(self.wrong, kind)

    def _checks(self, outcome: Outcome) -> Audit:
        return self.checks[self.checks["verdict"] == outcome]

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The observations of the places themselves."""
        return self.data.where(None, list(self.areas))

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources that print them, with all the articles of the package."""
        table = self.data.sources
        return table[table["source"].isin(self.figures["source"]) | (table["kind"] == "article")]

    @property
    def articles(self) -> pd.DataFrame:
        """The articles whose every figure is curated."""
        return self.sources[self.sources["kind"] == "article"]

    @property
    def inferred(self) -> pd.DataFrame:
        """The observations of the places whose date or period is not printed."""
        return self.figures[self.figures["period_basis"] == PeriodBasis.INFERRED]

    @property
    def readings(self) -> list[Observation]:
        """A printed figure for each way of reading one, rounded ones and exact ones apart.

        Both ends of a range are printed as one, of which neither shows how it is read.  Of
        several the first is taken, in the order of sources and their paragraphs.
        """
        found: dict[tuple[str, bool], Observation] = {}
        printed = ["source", "paragraph", "as_printed"]
        single = self.figures[~self.figures.duplicated(printed, keep=False)]
        numbers = self.data.sources.set_index("source")["number"]
        single = single.assign(number=single["source"].map(numbers)).sort_values(
            ["number", "paragraph", "as_printed", "observation"]
        )
        for one in observations(self.data, single):
            found.setdefault((one.qualifier, one.interval.is_point), one)
        return list(found.values())

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        """For each theme on which two places have results, the subject most of them have."""
        if len(self.areas) < 2:
            return {}
        return {
            theme: compare(self.data, subject, self.areas, measure="actual")
            for theme, subject in self._subjects()
        }

    @property
    def compared_inferred(self) -> list[Observation]:
        """The printed figures that are compared and whose date or period is not printed."""
        figures = (one for each in self.comparisons.values() for one in each.figures.values())
        printed = dict.fromkeys(one for figure in figures for one in figure.inputs)
        return [one for one in printed if one.period_basis == PeriodBasis.INFERRED]

    @property
    def verdicts(self) -> list[str]:
        """The verdict on every pair, theme after theme."""
        return [one for each in self.comparisons.values() for one in each.pairs["verdict"]]

    @property
    def incomplete(self) -> list[str]:
        """The places that have no result on a subject every place is asked for."""
        return [area for area in self.areas if gaps_of(self.data, area)]

    @property
    def repeated(self) -> int:
        """How many of the sources only repeat another: of those of one report all but one."""
        names = set(self.sources["source"])
        return sum(max(0, len(names.intersection(one)) - 1) for one in shared_origins(self.data))

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each, by name, for a sentence."""
        named = ("checks", "wrong", "rounding", "untested", "figures", "inferred", "sources")
        counts = {name: len(getattr(self, name)) for name in named}
        return counts | {"witnesses": counts["sources"] - self.repeated}

    def _subjects(self) -> Iterator[tuple[str, str]]:
        """Yield each theme with its concept that most places have results on."""
        known = self.figures[self.figures["measure"].isin(RESULTS)]
        table = self.data.indicators
        places = known.merge(table[["indicator", "concept", "theme"]], on="indicator")
        counts = places.groupby("concept")["area"].nunique()
        for theme in self.data.themes.sort_values("order")["theme"]:
            concepts = table.loc[table["theme"] == theme, "concept"].drop_duplicates()
            most = max(concepts, key=lambda one: (counts.get(one, 0), one in CORE), default="")
            if theme != _BASES and counts.get(most, 0) > 1:
                yield theme, most


@arguments.reads(data=arguments.data, areas=arguments.some(arguments.texts))
def quality(data: Catalogue, areas: str | Iterable[str]) -> Quality:
    """Ask how far the figures of some places can be trusted.

    Parameters
    ----------
    data : Catalogue
    areas : str or iterable of str
        Codes, names or aliases; one is enough.

    Returns
    -------
    Quality
        What the audit finds, what may be compared, what is inferred, who says it.

    Raises
    ------
    UnknownName
        If an area does not exist; the message suggests the nearest.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> quality(load(), ["Sơn La", "Sông Công"])
    Quality(areas=('VN-05', 'VN-69-165'))
    """
    return Quality(data, tuple(resolve_areas(data, areas)))


def kind_of(check: str) -> str:
    """Name the kind of a check.

    Examples
    --------
    >>> kind_of("several_sources")
    'sources'
    """
    return next(kind for kind, checks in KINDS.items() if check in checks)


def of_kind(rows: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Keep the rows of an audit that are of a kind, the widest disagreement first.

    Parameters
    ----------
    rows : DataFrame
        From `audit`.
    kind : {"dated", "printed", "sources", "plausible"}
        A figure printed for the wrong date or period; figures that cannot all be right; sources
        that differ; figures that are improbable.
    """
    kept = rows[rows["check"].isin(KINDS[kind])]
    return kept.assign(gap=_gap(kept)).sort_values("gap", ascending=False, kind="stable")


def _gap(rows: pd.DataFrame) -> pd.Series:
    """Measure how far the intervals are apart, relative to the recomputed number."""
    above = rows["stated_low"] - rows["recomputed_high"]
    below = rows["recomputed_low"] - rows["stated_high"]
    apart = pd.concat([above, below], axis=1).max(axis=1).clip(lower=0)
    share = (apart / rows["recomputed"].abs()).fillna(0.0)
    # A number that is wrong because it equals another is wrong as a whole.
    return share.mask(rows["stated"] == rows["recomputed"], 1.0)


def concerning(data: Catalogue, rows: pd.DataFrame, areas: Iterable[str]) -> pd.DataFrame:
    """Keep the rows that concern areas: their own, of places inside them and around them."""
    chosen = {resolve_area(data, area) for area in areas}
    around = {wider for area in chosen for wider in containing(data, area)}
    within = {one for area in chosen for one in inside(data, area)}
    # A merged place follows an old one under a new code and is another area.
    return rows[rows["area"].isin(chosen | around | within)]


def coverage(data: Catalogue) -> pd.DataFrame:
    """Count what the data hold of each article.

    Returns
    -------
    pandas.DataFrame
        One row an article: ``source``; ``figures``, its observations; ``places``, where one or
        more of them are printed (both rows of a fraction share a place); ``excluded``, its
        numbers that are no figures; ``inferred``, its figures without a printed date or period.
    """
    articles = data.sources.loc[data.sources["kind"] == "article", "source"]
    rows = data.observations[data.observations["source"].isin(articles)]
    by_value = rows.groupby(["source", "paragraph", "as_printed", "value"]).size()
    by_place = by_value.groupby(["source", "paragraph", "as_printed"]).max()
    counts = {
        "figures": rows.groupby("source").size(),
        "places": by_place.groupby("source").sum(),
        "excluded": data.exclusions.groupby("source").size(),
        "inferred": rows[rows["period_basis"] == PeriodBasis.INFERRED].groupby("source").size(),
    }
    frame = pd.DataFrame(counts).reindex(articles).fillna(0).astype(int)
    return frame.rename_axis("source").reset_index()


def shared_origins(data: Catalogue) -> list[list[str]]:
    """List the groups of sources that rest on one report, by number; each counts once."""
    groups: dict[str, list[str]] = {}
    index = Index(data)
    for source in data.sources.sort_values("number")["source"]:
        groups.setdefault(index.origin(source), []).append(source)
    return [group for group in groups.values() if len(group) > 1]
