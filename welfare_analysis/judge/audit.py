"""Audit: recompute everything in the data that can be recomputed, and say what fails."""

from __future__ import annotations

import contextlib
import gc
import math
from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from .. import arguments
from ..codes import LANGUAGES
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.names import resolve_areas
from ..data.text import fold
from ..errors import UnknownName
from .checks import (
    agreement,
    changes,
    dates,
    funds,
    plans,
    populations,
    rates,
    repeats,
    stocks,
    totals,
)
from .checks.index import Index
from .checks.outcomes import Check, Outcome
from .checks.wording import Wording
from .explanations import Explanations, series

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
    stocks.check_stocks,
    populations.check_household_sizes,
    populations.check_base_growth,
    populations.check_bases,
    populations.check_population_growth,
    dates.check_breaks,
)

_NONE = (math.nan,) * 3
_NUMBERS = tuple(f"{one}{end}" for one in ("stated", "recomputed") for end in ("", "_low", "_high"))
COLUMNS = (
    *("check", "area", "period_end", *_NUMBERS, "unit", "tolerance", "rule"),
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
    def _constructor_sliced(self):
        return series

    @property
    def is_whole(self) -> bool:
        """Whether the rows still have what an audit is explained by."""
        return self.catalogue is not None and set(COLUMNS) <= set(self.columns)


@arguments.reads(
    data=arguments.data,
    areas=arguments.some(arguments.texts),
    source=arguments.some(arguments.texts),
    theme=arguments.some(arguments.texts),
)
def audit(
    data: Catalogue,
    areas: str | Iterable[str] | None = None,
    source: str | Iterable[str] | None = None,
    theme: str | Iterable[str] | None = None,
) -> Audit:
    """Check every figure that follows from others, and explain each outcome.

    What is checked comes from relations declared in the data (``related_to``), from the
    codebook, and from rules that hold for any figures; new rows are audited without new code.
    A figure that closes the month in which its source was published is not held to be dated
    after it: an article of 27 December may be about the year that ends.

    Parameters
    ----------
    data : Catalogue
    areas, source, theme : str or iterable of str, optional
        Only checks in which a figure takes part that is of these areas (codes, names or
        aliases), these sources (identifiers) and these themes (codes or titles); it is set
        against any other figure as ever.

    Returns
    -------
    Audit
        A DataFrame, one row a check, the gravest first, then by area and date: ``check``, ``area``,
        ``period_end``, ``stated`` with ``stated_low`` and ``stated_high``, ``recomputed``
        likewise, ``unit``, ``tolerance`` and ``rule`` (see below), ``verdict``
        (``inconsistent``, ``within_rounding``, ``not_testable``, ``consistent``),
        ``observations`` (tuple of the figures compared), ``explanation_vi`` and
        ``explanation_en``, each written when it is read.

    Notes
    -----
    Each verdict follows from the columns of its row.  Ranges that touch meet.  By the rule

    - ``equal``: consistent where the stated range holds the recomputed number; inconsistent
      where the ranges lie further apart than the tolerance;
    - ``at_most``, ``at_least``: consistent where the stated number is not above (below) the
      recomputed one; inconsistent where its range lies above (below) the other's by more than
      the tolerance;
    - ``plausible``: inconsistent where the ranges do not meet, one being that of what is plausible;
    - ``changed``: inconsistent where the two numbers, of different dates, are the same;
    - ``dated``: inconsistent by its date; ``open``: not testable.

    What is neither is within rounding.  The tolerance is what the two numbers may have lost if
    counts printed with trailing zeros, such as 14,500, were rounded; it is 0 where ranges meet.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> rows = audit(load())
    >>> shares = rows[(rows["check"] == "rate_base") & (rows["area"] == "VN-69-165")]
    >>> shares["verdict"].iloc[0], shares["recomputed"].round(2).tolist()[0]
    ('inconsistent', 33.82)
    """
    return _rows(data, _filter(data, areas, source, theme))


def touching(data: Catalogue, figures: Iterable[str]) -> Audit:
    """Return the rows of the audit in which any of some printed figures takes part."""
    wanted = set(figures)
    return _rows(data, lambda check: any(one.observation in wanted for one in check.inputs))


def _rows(data: Catalogue, wanted: Callable[[Check], bool]) -> Audit:
    """Return the checks that are wanted of all, which are made once."""
    data.observations  # noqa: B018 - whoever watches the catalogue learns that all of it is read
    with _uncollected():
        if "checks" not in data._records:
            index = Index(data)
            made = (check for one in CHECKS for check in one(index))
            data._records["checks"] = index, sorted(made, key=_gravity)
        index, made = data._records["checks"]
        rows = _frame(index, list(filter(wanted, made)))
    rows.catalogue = data
    return rows


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector from going through all figures again and again, for no garbage.

    Of 50,000 rows that took a third of the time, of more rows a larger part.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _gravity(check: Check) -> tuple:
    gravest = list(Outcome).index(check.outcome), check.doubt
    return *gravest, check.area, check.period_end, check.code, check.inputs[0].observation


def _filter(data: Catalogue, areas, source, theme) -> Callable[[Check], bool]:
    """Make the test of what is asked for: all conditions hold for a figure of the check."""
    places = None if areas is None else set(resolve_areas(data, areas))
    source = _codes(data.sources[["source"]], source)
    theme = _codes(data.themes[["theme", "title_vi", "title_en"]], theme)

    def is_asked_for(figure: Observation) -> bool:
        return (
            (places is None or figure.area in places)
            and (source is None or figure.source in source)
            and (theme is None or figure.indicator_row["theme"] in theme)
        )

    return lambda check: any(map(is_asked_for, check.inputs))


def _codes(table: pd.DataFrame, names: Iterable[str] | None) -> set[str] | None:
    """Find the codes in the first column of a table, by any of its columns."""
    if names is None:
        return None
    known = {fold(name): row[0] for row in table.itertuples(index=False) for name in row}
    known |= {code: code for code in table.iloc[:, 0]}
    found = {name: known.get(name, known.get(fold(name))) for name in names}
    for name, code in found.items():
        if code is None:
            raise UnknownName(table.columns[0], name, table.iloc[:, 0])
    return set(found.values())


def _frame(index: Index, made: list[Check]) -> Audit:
    columns: dict[str, object] = {
        "check": [check.code for check in made],
        "area": [check.area for check in made],
        "period_end": pd.to_datetime([check.period_end for check in made]),
    }
    for name in ("stated", "recomputed"):
        numbers = [(one.numbers if (one := getattr(check, name)) else _NONE) for check in made]
        ends = zip(*numbers, strict=True) if numbers else ((), (), ())
        for end, values in zip(("", "_low", "_high"), ends, strict=True):
            columns[f"{name}{end}"] = pd.Series(values, dtype="float64")
    columns |= {
        "unit": [check.unit for check in made],
        "tolerance": pd.Series([check.tolerance for check in made], dtype="float64"),
        "rule": [str(check.rule) for check in made],
        "verdict": [str(check.outcome) for check in made],
        "observations": [
            tuple(dict.fromkeys(one.observation for one in check.inputs)) for check in made
        ],
    }
    for language in LANGUAGES:
        columns[f"explanation_{language}"] = Explanations(made, Wording(index, language).explain)
    return Audit(columns, columns=list(COLUMNS))
