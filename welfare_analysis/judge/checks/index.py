"""Index: the observations indexed once, so that every check finds its figures directly."""

from __future__ import annotations

import bisect
from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from ...codes import RESULTS, Relation, Temporal
from ...data.catalogue import Catalogue
from ...data.figures import Observation, made
from ..ranking import TRUSTED
from ..times import SAME_DATE_DAYS

_WHOLE = ["indicator", "area", "standard", "source", "measure", "period_start", "period_end"]
# A look-up answers with no more than this many figures: work stays linear whatever is asked.
_MOST = 24
_KEY = ["indicator", "area", "standard"]
_REPEATED = [*_KEY, "source", "measure", "period_start", "period_end", "value", "qualifier"]


class Index:
    """Relations, clusters and series of a catalogue, each made when first asked for."""

    def __init__(self, data: Catalogue):
        self.data = data
        self._figures: dict[str, Observation] = {}
        self._trust: dict[str, tuple] = {}
        self._remembered: dict[str, object] = {}

    @cached_property
    def to(self) -> dict[str, dict[str, list[str]]]:
        """What an observation points at: ``to[relation][observation]`` is a list."""
        return self._links[0]

    @cached_property
    def of(self) -> dict[str, dict[str, list[str]]]:
        """What points at an observation: ``of[relation][observation]`` is a list."""
        return self._links[1]

    @cached_property
    def _links(self) -> tuple[dict[str, dict], dict[str, dict]]:
        to: dict[str, dict[str, list[str]]] = {name: {} for name in Relation}
        of: dict[str, dict[str, list[str]]] = {name: {} for name in Relation}
        frame = self.data.observations
        linked = frame[frame["related_to"] != ""]
        for name, links in zip(linked["observation"], linked["related_to"], strict=True):
            for link in links.split():
                relation, _, target = link.partition(":")
                to[relation].setdefault(name, []).append(target)
                of[relation].setdefault(target, []).append(name)
        for whole, part in _totals(self.data):
            if part not in of[Relation.PART_OF].get(whole, ()):
                to[Relation.PART_OF].setdefault(part, []).append(whole)
                of[Relation.PART_OF].setdefault(whole, []).append(part)
        return to, of

    @cached_property
    def clusters(self) -> dict[str, str]:
        """One name for all rows that print the same figure."""
        return _clusters(self.data.observations, self.to[Relation.SAME_AS])

    def figure(self, name: str) -> Observation:
        """Return one observation, built once."""
        found = self._figures.get(name)
        if found is None:
            found = self._figures[name] = made(self.data, name)
        return found

    def figures(self, names) -> list[Observation]:
        """Return several observations."""
        return [self.figure(name) for name in names]

    def indicator(self, code: str) -> dict:
        """Return an indicator of the codebook."""
        return self.data.record("indicators", code)

    def remember(self, name: str, work):
        """Return what `work` finds in this index, found once."""
        if name not in self._remembered:
            self._remembered[name] = work(self)
        return self._remembered[name]

    def levels_of(self, concept: str) -> list[str]:
        """List the indicators of a concept that hold a level (no flows)."""
        return self._kinds.get(("concept", concept), [])

    def counting(self, unit: str) -> list[str]:
        """List the indicators that hold a level in a unit."""
        return self._kinds.get(("unit", unit), [])

    @cached_property
    def _kinds(self) -> dict[tuple[str, str], list[str]]:
        found = defaultdict(list)
        for row in self.data.indicators.to_dict("records"):
            if row["temporal"] != Temporal.FLOW:
                found["concept", row["concept"]].append(row["indicator"])
                found["unit", row["unit"]].append(row["indicator"])
        return found

    def trust(self, figure: Observation) -> tuple:
        """Return what sorts the most trusted figure first, worked out once."""
        if figure.observation not in self._trust:
            self._trust[figure.observation] = TRUSTED.key(figure)
        return self._trust[figure.observation]

    def most_trusted(self, figures: list[Observation]) -> Observation | None:
        """Return the most trusted of figures; None of none."""
        if len(figures) < 2:
            return figures[0] if figures else None
        return min(figures, key=self.trust)

    def same(self, figure: Observation) -> str:
        """Name the cluster of a figure: all rows that print the same figure."""
        return self.clusters.get(figure.observation, figure.observation)

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """Rows of each cluster of more than one row."""
        found = defaultdict(list)
        for name, cluster in self.clusters.items():
            found[cluster].append(name)
        return found

    def printings(self, figure: Observation) -> list[Observation]:
        """List the figure and up to three other rows that print it, one a source."""
        rows = [figure, *self.figures(self.members.get(self.same(figure), ())[:_MOST])]
        return list({row.source: row for row in reversed(rows)}.values())[::-1][:4]

    def distinct(self, figures) -> list[Observation]:
        """Keep one figure a cluster, the most trusted, in the order of the first of each."""
        chosen: dict[str, Observation] = {}
        for figure in figures:
            mark = self.same(figure)
            best = chosen.get(mark)
            if best is None or self.trust(figure) < self.trust(best):
                chosen[mark] = figure
        return list(chosen.values())

    @cached_property
    def series(self) -> dict[tuple[str, str, str], list[tuple[date, str]]]:
        """Results (no plans, no targets) by indicator, area and standard, in order of date.

        One row of each cluster at each date: what a page prints twice is one figure.
        """
        frame = self.data.observations
        frame = frame[frame["measure"].isin(RESULTS)].sort_values("period_end", kind="stable")
        found: dict[tuple, list] = defaultdict(list)
        seen = set()
        days = frame["period_end"].dt.date
        columns = (frame[name] for name in (*_KEY, "observation", "source"))
        for indicator, area, standard, name, source, day in zip(*columns, days, strict=True):
            mark = (self.clusters.get(name, name), source, day)
            if mark not in seen:
                seen.add(mark)
                found[indicator, area, standard].append((day, name))
        return found

    def near(
        self, indicator: str, area: str, standard: str, day: date, days: int = SAME_DATE_DAYS
    ) -> list[Observation]:
        """List results of a series within some days of a date, the nearest first."""
        entries = self.series.get((indicator, area, standard))
        if not entries:
            return []
        reach = timedelta(days=days)
        first = bisect.bisect_left(entries, (day - reach, ""))
        last = bisect.bisect_right(entries, (day + reach, "\uffff"))
        middle = bisect.bisect_left(entries, (day, ""))
        window = entries[max(first, middle - _MOST) : min(last, middle + _MOST)]
        window = sorted(window, key=lambda entry: abs((entry[0] - day).days))[:_MOST]
        return [self.figure(name) for _, name in window]

    def last_before(self, key: tuple[str, str, str], day: date) -> Observation | None:
        """Return the last figure of a series before a date."""
        entries = self.series.get(key, [])
        place = bisect.bisect_left(entries, (day, ""))
        return self.figure(entries[place - 1][1]) if place else None

    def first_after(self, key: tuple[str, str, str], day: date) -> Observation | None:
        """Return the first figure of a series after a date."""
        entries = self.series.get(key, [])
        place = bisect.bisect_right(entries, (day, "\uffff"))
        return self.figure(entries[place][1]) if place < len(entries) else None

    def runs(self, key: tuple[str, str, str]) -> list[list[Observation]]:
        """Split a series into runs of (nearly) one date; flows also by their start."""
        flow = self.indicator(key[0])["temporal"] != "stock"
        found: list[list[Observation]] = []
        opened: dict = {}
        for day, name in self.series[key]:
            start = self.figure(name).period_start if flow else None
            run = opened.get(start)
            first = run[0].period_end if run else None
            reach = 0 if flow else SAME_DATE_DAYS
            if run and (day - first).days <= reach:
                run.append(self.figure(name))
            else:
                opened[start] = [self.figure(name)]
                found.append(opened[start])
        return found

    @cached_property
    def origins(self) -> dict[str, str]:
        """Map each source to one source of all that share its origin."""
        table = self.data.sources
        links = {
            source: [word.partition(":")[2] for word in text.split()]
            for source, text in zip(table["source"], table["independent_of"], strict=True)
        }
        return _united(links)

    def origin(self, source: str) -> str:
        """Name the origin of a source: itself, unless it shares one."""
        return self.origins.get(source, source)


def _totals(data: Catalogue) -> list[tuple[str, str]]:
    """Pair each total with the figures of its parts: of one source, place, period and kind."""
    divided = data.indicators[data.indicators["breakdown"] != ""]
    bases = dict(zip(divided["indicator"], divided["base"], strict=True))
    frame = data.observations
    parts = frame[frame["indicator"].isin(bases)]
    if parts.empty:
        return []
    parts = parts.assign(indicator=parts["indicator"].map(bases))
    pairs = frame.merge(parts, on=_WHOLE, suffixes=("", "_part"))
    return list(pairs[["observation", "observation_part"]].itertuples(index=False, name=None))


def _clusters(frame: pd.DataFrame, same_as: dict[str, list[str]]) -> dict[str, str]:
    """Unite rows linked by ``same_as``, and rows of one source that repeat one figure."""
    links = {name: list(targets) for name, targets in same_as.items()}
    doubled = frame[frame.duplicated(_REPEATED, keep=False)]
    if not doubled.empty:
        first = doubled.groupby(_REPEATED, dropna=False)["observation"].transform("first")
        for name, other in zip(doubled["observation"], first, strict=True):
            links.setdefault(name, []).append(other)
    return _united(links)


def _united(links: dict[str, list[str]]) -> dict[str, str]:
    """Map every linked name to one name of its connected group."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for name, targets in links.items():
        for target in targets:
            parent[root(target)] = root(name)
    return {name: root(name) for name in parent}
