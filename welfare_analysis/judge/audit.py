"""Audit: recompute everything in the data that can be recomputed, and say what fails."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from .. import arguments
from ..codes import LANGUAGES
from ..data.catalogue import Catalogue
from .checks import agreement, changes, dates, funds, plans, populations, rates, repeats, totals
from .checks.index import Index
from .checks.outcomes import Check, Outcome
from .checks.wording import Wording

# In this order within one verdict: what cannot be, before what is only improbable.
CHECKS: tuple[Callable[[Index], Iterator[Check]], ...] = (
    rates.check_rates,
    rates.check_implied_bases,
    repeats.check_repeated_values,
    changes.check_falls,
    changes.check_openings,
    changes.check_changes,
    changes.check_equivalents,
    funds.check_funds,
    funds.check_budgets,
    plans.check_attainment,
    plans.check_excess,
    totals.check_parts,
    totals.check_compositions,
    totals.check_shares,
    totals.check_places,
    agreement.check_same_figures,
    agreement.check_sources,
    dates.check_publication,
    plans.check_targets,
    plans.check_copied_targets,
    populations.check_stocks,
    populations.check_household_sizes,
    populations.check_base_growth,
    populations.check_bases,
    populations.check_population_growth,
    dates.check_breaks,
)

_NUMBERS = tuple(f"{one}{end}" for one in ("stated", "recomputed") for end in ("", "_low", "_high"))
COLUMNS = (
    *("check", "area", "period_end", *_NUMBERS, "unit"),
    *("verdict", "observations", "explanation_vi", "explanation_en"),
)


class Audit(pd.DataFrame):
    """The rows of an audit: a DataFrame that is shown with its explanations.

    Rows picked from it stay an audit; without the columns that are shown it is a plain frame.
    """

    _metadata = ["catalogue"]
    catalogue: Catalogue | None = None

    @property
    def _constructor(self):
        return Audit

    @property
    def is_whole(self) -> bool:
        """Whether the rows still have what an audit is explained by."""
        return self.catalogue is not None and set(COLUMNS) <= set(self.columns)


@arguments.reads(data=arguments.data)
def audit(data: Catalogue) -> Audit:
    """Check every figure that follows from others, and explain each outcome.

    What is checked comes from relations declared in the data (``related_to``), from the
    codebook, and from rules that hold for any figures; new rows are audited without new code.

    Parameters
    ----------
    data : Catalogue

    Returns
    -------
    Audit
        A DataFrame, one row a check, the gravest first, then by area and date: ``check``, ``area``,
        ``period_end``, ``stated`` with ``stated_low`` and ``stated_high``, ``recomputed``
        likewise, ``unit``, ``verdict`` (``inconsistent``, ``within_rounding``,
        ``not_testable``, ``consistent``), ``observations`` (tuple of the figures compared),
        ``explanation_vi`` and ``explanation_en``.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> rows = audit(load())
    >>> shares = rows[(rows["check"] == "rate_base") & (rows["area"] == "VN-69-165")]
    >>> shares["verdict"].iloc[0], shares["recomputed"].round(2).tolist()[0]
    ('inconsistent', 33.82)
    """
    index = Index(data)
    made = [check for one in CHECKS for check in one(index)]
    rows = _frame(index, sorted(made, key=_gravity))
    rows.catalogue = data
    return rows


def touching(data: Catalogue, figures: Iterable[str]) -> Audit:
    """Return the rows of the audit in which any of some printed figures takes part."""
    data.observations  # noqa: B018 - whoever watches the catalogue learns that all of it is read
    if "audit" not in data._records:
        data._records["audit"] = audit(data)
    rows, wanted = data._records["audit"], set(figures)
    return rows[[not wanted.isdisjoint(names) for names in rows["observations"]]]


def _gravity(check: Check) -> tuple:
    gravest = list(Outcome).index(check.outcome), check.doubt
    return *gravest, check.area, check.period_end, check.code, check.inputs[0].observation


def _frame(index: Index, made: list[Check]) -> Audit:
    writers = {language: Wording(index, language) for language in LANGUAGES}
    rows = []
    for check in made:
        row = {
            "check": check.code,
            "area": check.area,
            "period_end": pd.Timestamp(check.period_end),
            "unit": check.unit,
            "verdict": str(check.outcome),
        }
        for name in ("stated", "recomputed"):
            quantity = getattr(check, name)
            row[name] = quantity.value if quantity else math.nan
            row[f"{name}_low"] = quantity.interval.low if quantity else math.nan
            row[f"{name}_high"] = quantity.interval.high if quantity else math.nan
        row["observations"] = tuple(dict.fromkeys(one.observation for one in check.inputs))
        for language, writer in writers.items():
            row[f"explanation_{language}"] = writer.explain(check)
        rows.append(row)
    return Audit(rows, columns=list(COLUMNS))
