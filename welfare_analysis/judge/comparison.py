"""Comparison: the figures of several areas, and for each pair whether they may be compared."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from .. import arguments
from ..codes import Verdict
from ..data.areas import default_areas
from ..data.catalogue import Catalogue
from ..data.export.saving import save_book
from ..data.names import divided_subject, resolve_area, resolve_subject
from ..data.selection import select
from ..errors import UsageError
from ..messages import get_language, known
from ..texts import Said
from .axes import groups
from .benchmarks import Benchmark, benchmarks
from .choosing import together
from .comparison_book import comparison_book
from .derivations import offered
from .derived import Figure
from .order import Order, order
from .pairing import around_frame, figures_frame, pairs_frame
from .ranking import latest_of
from .results import of_areas
from .times import closing, is_of


@dataclass(frozen=True)
class Comparison:
    """The answer of `compare`.

    Attributes
    ----------
    subject : str
        The indicator or concept asked for.
    observations : pandas.DataFrame
        One row an area, columns as in the data; an area without a figure has status ``M``,
        an empty ``observation`` and a NaN ``value``.
    pairs : pandas.DataFrame
        One row a pair of areas: ``area_a``, ``area_b``, ``verdict``, ``reasons`` (tuple of
        codes), ``reason_vi``, ``reason_en``.
    figures : dict of str to Observation or Measure
        The chosen figure of each area that has one; a Measure where it was derived.
    data : Catalogue
        Where the figures were taken from.
    reference : datetime.date or None
        The end of the year on which the figures that compare centre, to which each other area
        gives its nearest figure; None without any figure.
    latest : dict of str to Observation or Measure
        The latest sound figure of each area that has one, whatever it compares with and
        whenever was asked for.
    by : str
        The derived measure that is compared; empty where figures are.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> answer = compare(load(), "Tỷ lệ hộ nghèo", ["Hà Nội", "Sông Công"], 2023)
    >>> answer
    <Comparison of poor_household_rate: 2 areas with a figure of 2; 1 pair: 1 not comparable>
    >>> answer["Sông Công"].text("vi"), answer.verdict("Sông Công", "Hà Nội")
    ('1,46%', 'not_comparable')
    """

    subject: str
    observations: pd.DataFrame
    pairs: pd.DataFrame
    figures: dict[str, Figure]
    data: Catalogue = field(repr=False, compare=False)
    reference: datetime.date | None = None
    latest: dict[str, Figure] = field(default_factory=dict, repr=False)
    by: str = ""

    def __repr__(self) -> str:
        counts = self.pairs["verdict"].value_counts()
        verdicts = [f"{counts[one]} {one.replace('_', ' ')}" for one in Verdict if one in counts]
        pairs = "pair" if len(self.pairs) == 1 else "pairs"
        return (
            f"<Comparison of {self.subject}: {len(self.figures)} areas with a figure of "
            f"{len(self.observations)}; {len(self.pairs)} {pairs}: {', '.join(verdicts)}>"
        )

    def __getitem__(self, area: str) -> Figure:
        """Return the figure of an area, by its code, name or alias."""
        code = resolve_area(self.data, area)
        if code not in self.figures:
            those = list(self.figures) or Said("no-area")
            raise UsageError(Said("not-compared", area=area, those=those))
        return self.figures[code]

    def __contains__(self, area: object) -> bool:
        try:
            return resolve_area(self.data, area) in self.figures
        except UsageError:  # no area at all has no figure either
            return False

    def __iter__(self) -> Iterator[str]:
        return iter(self.figures)

    def _ipython_key_completions_(self) -> list[str]:
        names = (self.data.record("areas", area)["name_vi"] for area in self.figures)
        return [*names, *self.figures]

    def verdict(self, area_a: str, area_b: str) -> str:
        """Return the verdict for two areas, by code, name or alias, in either order."""
        area_a, area_b = (resolve_area(self.data, area) for area in (area_a, area_b))
        found = self.judged.get(frozenset((area_a, area_b)))
        if found is None:
            raise UsageError(Said("no-pair-of-it", first=area_a, second=area_b))
        return found[0]

    @cached_property
    def judged(self) -> dict[frozenset[str], tuple[str, tuple[str, ...]]]:
        """Verdict and codes of the reasons, by the codes of two areas in either order."""
        columns = (self.pairs[name] for name in ("area_a", "area_b", "verdict", "reasons"))
        return {
            frozenset((area_a, area_b)): (verdict, codes)
            for area_a, area_b, verdict, codes in zip(*columns, strict=True)
        }

    def save(self, path: str | os.PathLike, language: str | None = None) -> Path:
        """Write the comparison to a file in one of the formats of `save`.

        One row a figure, as what it is shown in ``shown_as``: of each place, of the areas around,
        and the latest of places of which another was chosen; with its range and source, the
        areas of each verdict with the codes of the reasons, and what these mean.  An Excel file
        has the pairs with reasons as sentences on a second sheet, and the sources on a third.
        """
        language = get_language() if language is None else known(language)
        shown = [
            *(("place", area, self.figures.get(area)) for area in self.observations["area"]),
            *(("around", one.area, one.figure) for one in self.benchmarks),
            *(("latest", area, figure) for area, figure in self.later.items()),
        ]
        book = comparison_book(self.data, self.subject, shown, self.pairs, self.around, language)
        return save_book(book, path)

    def groups(self) -> list[list[str]]:
        """Split the areas that have a figure into groups that may share an axis.

        Within a group every pair is comparable, or comparable with caution.  Areas keep the
        order in which they were asked for; a group of one stands alone.
        """
        alike = groups(self.data, list(self.figures.values()))
        return [[figure.area for figure in group] for group in alike]

    @property
    def later(self) -> dict[str, Figure]:
        """Latest sound figures of areas that speak of a later day than the figure chosen."""
        if self.by:  # what is derived is of two dates, or of another unit
            return {}
        return {
            area: figure
            for area, figure in self.latest.items()
            if area not in self.figures or closing(figure) > closing(self.figures[area])
        }

    @cached_property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """Figures of the areas around that may stand beside those of the places."""
        return benchmarks(self.data, self.subject, self.figures, self.by)

    @cached_property
    def around(self) -> pd.DataFrame:
        """One row a place and an area around it that may stand beside it, as in ``pairs``."""
        return around_frame(self.data, self.benchmarks)

    @property
    def order(self) -> Order:
        """The places from high to low, as far as intervals and verdicts allow it."""
        return order(self.data, self.figures)

    @property
    def highest(self) -> str | None:
        """The place above all others; None where that may not be said: see `order`."""
        return self.order.highest

    @property
    def lowest(self) -> str | None:
        """The place below all others; None where that may not be said: see `order`."""
        return self.order.lowest

    @property
    def missing(self) -> list[str]:
        """Areas without a figure."""
        return [area for area in self.observations["area"] if area not in self.figures]


def _subject(value: object) -> str:
    if isinstance(value, Figure):
        raise arguments.Unfit("fit-indicator", Said("hint-name-the-measure"))
    return arguments.text(value)


@arguments.reads(
    data=arguments.data,
    indicator=_subject,
    areas=arguments.texts,
    period=arguments.period,
    measure=arguments.texts,
    standard=arguments.texts,
    source=arguments.some(arguments.texts),
    breakdown=arguments.text,
    by=arguments.text,
)
def compare(
    data: Catalogue,
    indicator: str,
    areas: Iterable[str] | None = None,
    period: str | int | None = None,
    *,
    measure: str | Iterable[str] | None = None,
    standard: str | Iterable[str] | None = None,
    source: str | Iterable[str] | None = None,
    breakdown: str | None = None,
    by: str | None = None,
) -> Comparison:
    """Compare areas on an indicator, or by what is derived from it, and judge every pair.

    Parameters
    ----------
    data : Catalogue
    indicator : str
        Code or title of an indicator, or a concept whose indicators a reader would put side
        by side.
    areas : iterable of str, optional
        Codes, names or aliases; `default_areas` when absent.
    period : str or int, optional
        Year or end date.  A stock on 1 January is of the year before.  By default any.
    measure, standard, source : str or iterable of str, optional
        Keep only figures of these kinds, standards or sources; of areas around any stand beside.
        By default results and estimates; only where no area has any, targets and plans.
    breakdown : str, optional
        One part of the indicator, by code or title (``"sex=F"``, ``"women"``); without it, totals.
    by : str, optional
        Compare what is computed from the figures: ``change_points``, ``change_percent``,
        ``change_a_year``, each place by its own standard; ``distance`` to a goal, the ``pace`` to
        it, ``attainment``; ``ratio`` and ``gap`` to areas around; ``per_inhabitants``,
        ``per_households``; ``share`` in the national total.

    Returns
    -------
    Comparison

    Raises
    ------
    UnknownName
        If the indicator or an area does not exist; the message suggests the nearest.
    UsageError
        If fewer than two different areas are named, no area has a figure of the sources named,
        or `by` does not apply to the subject in any of them; the message says what does.

    Notes
    -----
    The figures are chosen together, from the `results` of each area.  What is sought, in this
    order: the most pairs that may be compared; the most of them without reserve; the fewest
    reservations between the figures; sound figures before doubtful ones; the newest; the best
    evidenced.  An area that compares with no other gives its figure nearest to the `reference`.
    What each area has that is newer stands in `later`.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> answer = compare(load(), "poor_household_rate", ["Hà Nội", "Sông Công"], 2023)
    >>> answer.verdict("VN-HN", "VN-69-165")
    'not_comparable'
    >>> faster = compare(load(), "poor_household_rate", ["TP.HCM", "Sơn La"], by="change_percent")
    >>> [one.text("en") for one in faster.figures.values()], faster.verdict("VN-SG", "VN-05")
    (['about −77.2%', 'about −33.5%'], 'with_caution')
    """
    named = default_areas(data) if areas is None else areas
    codes = list(dict.fromkeys(resolve_area(data, name) for name in named))
    if len(codes) < 2:
        raise UsageError(Said("two-areas", found=codes or Said("none-at-all")))
    subject = resolve_subject(data, indicator)
    if breakdown:
        subject = divided_subject(data, indicator, breakdown)
    # Asked for rows, `select` refuses a kind, a standard or a source that does not exist.
    rows = select(data, subject, codes, measure=measure, standard=standard, source=source)
    known = of_areas(data, subject, codes, measure and tuple(measure), standard, source)
    latest = {area: sound for area in codes if (sound := latest_of(known[area]))}
    if by is not None:
        known = offered(data, subject, known, by)
    asked = {
        area: [one for one in of if period is None or is_of(one, period)]
        for area, of in known.items()
    }
    figures, day = together(data, asked)
    frame = figures_frame(data, codes, figures, rows.columns)
    pairs = pairs_frame(data, codes, figures)
    return Comparison(subject, frame, pairs, figures, data, day, latest, by or "")
