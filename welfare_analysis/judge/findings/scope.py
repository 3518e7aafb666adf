"""Scope: the figures of the places and indicators that findings are looked for in."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence

from ...codes import GOALS, RESULTS, MeasureKind, Status, Verdict
from ...data import dependencies
from ...data.areas import containing
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observation
from ..aspects import OWN
from ..derived import Figure, Measure
from ..headlines import CORE
from ..limits import is_doubtful
from ..ranking import EVIDENCE, is_part_of_year
from ..reasons import reservations
from ..results import results
from ..times import one_date
from .finding import Finding

_CORE, _RATE, _COUNT = 1.0, 0.8, 0.5  # weights of subjects
_LATER = 0.15  # less for each further indicator of the codebook
_A_YEAR = datetime.timedelta(days=366)


class Scope:
    """The figures of some places and of the areas that contain them, each asked for once.

    Parameters
    ----------
    data : Catalogue
    areas : sequence of str
        Codes, in the order of the table of areas.
    indicators : sequence of str
        Codes, in the order of the codebook.

    Attributes
    ----------
    wholes : dict
        The areas that contain each of the places.
    of_concept : dict
        The indicators of each concept of the codebook, those asked for or not.
    """

    def __init__(self, data: Catalogue, areas: Sequence[str], indicators: Sequence[str]):
        self.data, self.areas, self.indicators = data, tuple(areas), tuple(indicators)
        self.wholes = {area: tuple(containing(data, area)) for area in areas}
        above = (one for wholes in self.wholes.values() for one in wholes)
        self.of_concept: dict[str, list[str]] = {}
        for code, concept in zip(*map(data.indicators.get, ("indicator", "concept")), strict=True):
            self.of_concept.setdefault(concept, []).append(code)
        links = _links(data)
        self._related = {code: _related(links, code) for code in indicators}
        codes = dict.fromkeys(one for related in self._related.values() for one in related)
        self._cells = list(codes), list(dict.fromkeys((*areas, *above)))
        frame = Catalogue.where(data, *self._cells)  # what of it is read is noted when it is
        columns = (frame[name] for name in ("observation", "indicator", "area", "measure"))
        self._rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for name, indicator, area, measure in zip(*columns, strict=True):
            self._rows.setdefault((indicator, area), []).append((name, measure))
        self._sources = set(frame["source"])
        self._results: dict[tuple, list[Figure]] = {}

    def rows(self) -> Iterator[tuple[dict, float]]:
        """Yield the record of each indicator that something is said of, and its weight."""
        place: dict[str, int] = {}
        for code in self.indicators:
            row = self.data.record("indicators", code)
            # Parts are there as figures need them, and change the place of no other subject.
            number = place[row["theme"]] = place.get(row["theme"], -1) + (not row["breakdown"])
            known = any(self.printed(code, area) or self.results(code, area) for area in self.areas)
            if known or is_core(row):  # of a core subject, that there is nothing is said
                weight = _CORE if is_core(row) else _RATE if self.is_rate(code) else _COUNT
                yield row, weight / (1 + _LATER * number)

    def printed(
        self, indicator: str, area: str, kinds: Iterable[str] = tuple(MeasureKind)
    ) -> list[Observation]:
        """Return the printed figures of a place, the best evidenced first."""
        names = [name for name, kind in self._cell(indicator, area) if kind in kinds]
        return sorted((observation(self.data, name) for name in names), key=EVIDENCE.key)

    def names(self) -> list[str]:
        """List the identifiers of the printed figures of the places themselves."""
        asked = itertools.product(self.indicators, self.areas)
        return [name for cell in asked for name, _ in self._cell(*cell)]

    def _cell(self, indicator: str, area: str) -> list[tuple[str, str]]:
        """Return the names and kinds of the printed figures of a place."""
        self.data.cell(indicator, area)
        return self._rows.get((indicator, area), [])

    def results(self, indicator: str, area: str) -> list[Figure]:
        """Return the results of a place, oldest first; doubtful ones too."""
        return self._asked(indicator, area, (MeasureKind.ACTUAL,))

    def sound(self, indicator: str, area: str) -> list[Figure]:
        """Return the results of a place that nobody doubts, oldest first."""
        return [one for one in self.results(indicator, area) if is_sound(one)]

    def known(self, indicator: str, area: str) -> list[Figure]:
        """Return the sound results of a place, and estimates where there is none, oldest first."""
        return [one for one in self._asked(indicator, area, RESULTS) if is_sound(one)]

    def _asked(self, indicator: str, area: str, kinds: tuple[str, ...]) -> list[Figure]:
        kinds = tuple(kind for kind in kinds if self._has(indicator, area, kind))
        key = indicator, area, kinds
        if key not in self._results:
            self._results[key] = results(self.data, indicator, area, kinds) if kinds else []
        return self._results[key]

    def _has(self, indicator: str, area: str, kind: str) -> bool:
        """Tell whether a place has a figure of a kind that a result can follow from."""
        related = self._related.get(indicator)
        return related is None or any(
            kind == known for one in related for _, known in self._cell(one, area)
        )

    def now(self, indicator: str, area: str) -> Figure | None:
        """Return the newest result, or a sound one that is not far behind a doubtful one.

        Some months of a flow stand for it only where there is nothing else, and so does an
        estimate.  Of two standards at one date, that of an area around goes before the place's own.
        """
        estimates = self.printed(indicator, area, [MeasureKind.ESTIMATE])
        known = self.results(indicator, area) or sorted(estimates, key=lambda one: one.period_end)
        known = [one for one in known if not is_part_of_year(one)] or known
        sound = [one for one in known if is_sound(one)]
        if sound and known[-1].period_end - sound[-1].period_end <= _A_YEAR:
            return self._newest(sound)
        return self._newest(known) if known else None

    def _newest(self, known: Sequence[Figure]) -> Figure:
        last = known[-1]
        same = [one for one in known if one_date(one, last)]
        return next((one for one in same if self._is_shared(one)), last)

    def _is_shared(self, figure: Figure) -> bool:
        """Tell whether a figure follows the standard of an area around its place."""
        if not figure.standard:
            return False
        owner = self.data.record("standards", figure.standard)["owner_area"]
        return owner in self.wholes.get(figure.area, ())

    def goals(self, indicator: str, area: str) -> list[Observation]:
        """Return the sound targets and plans of a place, each in its best printing."""
        found: dict[tuple, Observation] = {}
        for one in self.printed(indicator, area, GOALS):
            if not is_doubtful(one):
                what = one.period_start, one.period_end, one.standard, one.value
                found.setdefault(what, one)
        return sorted(found.values(), key=lambda one: (one.period_end, one.value))

    def is_rate(self, indicator: str) -> bool:
        """Tell whether an indicator is a rate."""
        unit = self.data.record("indicators", indicator)["unit"]
        return self.data.record("units", unit)["kind"] == "rate"

    def known_until(self) -> datetime.date | None:
        """Return the day of the newest source that a figure in scope was taken from."""
        dependencies.answered(self.data.directory, dependencies.SOURCES, *self._cells)
        named = (self.data.record("sources", one) for one in self._sources)
        days = [one["date_published"] for one in named if len(one["date_published"]) == 10]
        return datetime.date.fromisoformat(max(days)) if days else None

    def make(
        self,
        kind: str,
        name: str,
        subject: str,
        areas: Iterable[str],
        figures: Sequence[Figure] = (),
        measure: Measure | None = None,
        verdict: Verdict | None = None,
        **facts: object,
    ) -> Finding:
        """Make a finding with the facts that every sentence may name.

        Without a verdict, it is that of what limits its figures themselves.
        """
        areas = tuple(areas)
        facts = {"place": areas[0], "areas": areas, "noun": subject, "by": ""} | facts
        if verdict is None:
            verdict = caution(self.data, figures)
        return Finding(
            self.data, kind, name, subject, areas, facts, tuple(figures), measure, verdict
        )


def _related(links: dict[str, set[str]], indicator: str) -> set[str]:
    """Return an indicator and all those that a result of it may follow from."""
    found, new = {indicator}, [indicator]
    while new:
        new = [one for one in links.get(new.pop(), ()) if one not in found] + new
        found.update(new)
    return found


def _links(data: Catalogue) -> dict[str, set[str]]:
    """Map indicators to those that they are computed from: numerators, parts and wholes."""
    links: dict[str, set[str]] = {}
    for code in data.indicators["indicator"]:
        row = data.record("indicators", code)
        if row["numerator"]:
            links.setdefault(code, set()).add(row["numerator"])
        for part in row["parts"].split():
            links.setdefault(code, set()).add(part)
            links.setdefault(part, set()).add(code)
    return links


def is_core(row: dict) -> bool:
    """Tell whether an indicator is of a subject that every place is asked for."""
    return row["indicator"] in CORE or row["concept"] in CORE


def is_sound(figure: Figure) -> bool:
    """Tell whether no curator doubts a figure or one that it was computed from."""
    return not any(map(is_doubtful, figure.inputs))


def is_plain(figure: Figure) -> bool:
    """Tell whether a figure is sound and of the usual definition."""
    differs = Status.DEFINITION_DIFFERS
    return is_sound(figure) and not any(differs in one.status.split() for one in figure.inputs)


def caution(data: Catalogue, figures: Iterable[Figure]) -> Verdict:
    """Return the verdict that is left by what limits figures themselves."""
    inputs = dict.fromkeys(one for figure in figures for one in figure.inputs)
    limited = any(reservations(data, OWN, one, one) for one in inputs)
    return Verdict.WITH_CAUTION if limited else Verdict.COMPARABLE
