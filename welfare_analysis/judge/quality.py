"""Quality: what a methods note counts: coverage, kinds of contradiction, shared origins."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..codes import PeriodBasis
from ..data.areas import containing, inside
from ..data.catalogue import Catalogue
from ..data.names import resolve_area
from .checks.index import Index

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
