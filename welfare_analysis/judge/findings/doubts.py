"""Doubts: figures that cannot be relied on, contradict each other, break off, or are missing."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator

from ...codes import RESULTS, Status, Verdict
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observation
from ...data.remarks import remarks_on
from ..audit import Audit
from ..derived import Figure
from ..disputes import asked, inconsistent
from ..headlines import CORE
from ..limits import is_doubtful
from ..times import are_beside
from .finding import Finding
from .scope import Scope, is_core, is_plain

_NEAR = datetime.timedelta(days=366)  # a change of standard is told by figures on both sides


def breaks(scope: Scope, row: dict, area: str) -> Iterator[Finding]:
    """Say where the series of a place breaks: the standard changed, or the source says so."""
    sound = [one for one in scope.results(row["indicator"], area) if is_plain(one)]
    told: list[Figure] = []
    for owner in sorted({_owner(scope, one) for one in sound} - {""}):
        before, after = _last_change([one for one in sound if _owner(scope, one) == owner])
        if before is None or after.period_end - before.period_end > _NEAR:
            continue
        if before.interval.meets(after.interval):
            continue
        yield scope.make(
            "break",
            "standards",
            row["indicator"],
            [area],
            [before, after],
            None,
            Verdict.NOT_COMPARABLE,
            before=before,
            after=after,
            when_before=before,
            when_after=after,
            standard_before=before.standard,
            standard_after=after.standard,
        )
        told.append(after)
    for one in sound:
        if one in told:
            continue
        if any(Status.BREAK in each.status.split() for each in one.inputs):
            facts = {"figure": one, "when": one}
            yield scope.make("break", "break", row["indicator"], [area], [one], **facts)


def _last_change(series: list[Figure]) -> tuple[Figure, Figure] | tuple[None, None]:
    """Return the figures on both sides of the last change of standard in a series."""
    newest = series[-1].standard
    before = [one for one in series if one.standard != newest]
    after = [one for one in series if one.standard == newest]
    return (before[-1], after[0]) if before else (None, None)


def _owner(scope: Scope, figure: Figure) -> str:
    if not figure.standard:
        return ""
    return scope.data.record("standards", figure.standard)["owner_area"]


def disputed(data: Catalogue, indicators: Iterable[str], areas: Iterable[str]) -> Audit:
    """Return the rows of the audit that contradict figures of some indicators and areas."""
    indicators, areas = list(indicators), list(areas)
    themes = {data.record("indicators", one)["theme"] for one in indicators}
    asked(data, indicators, areas)
    rows = inconsistent(data, sorted(themes), areas)
    rows = rows[rows["area"].isin(areas)]
    wanted = set(data.where(indicators, areas)["observation"])
    return rows[~rows["observations"].map(wanted.isdisjoint).astype(bool)]


def doubts(scope: Scope) -> Iterator[Finding]:
    """Name the figures that a curator doubts, and what the audit contradicts."""
    rows = disputed(scope.data, scope.indicators, scope.areas)
    doubted = _doubted(scope)
    for one in doubted:
        checks = _checks(rows, one.observation)
        yield scope.make(
            "doubt",
            "doubt",
            one.indicator,
            [one.area],
            [one],
            bare=one,
            when=one,
            why_checks=tuple(f"audit-check-{check}" for check in checks),
            disputed="yes" if checks else "no",
        )
    yield from contradictions(scope, rows)
    if len(doubted) + len(rows) > 1:
        facts = {"n": len(doubted), "m": len(rows)}
        facts |= {"number_doubted": len(doubted), "number_disputed": len(rows)}
        yield scope.make(
            "doubt", "doubts", "", scope.areas, (), None, Verdict.WITH_CAUTION, **facts
        )


def _doubted(scope: Scope) -> list[Observation]:
    """List the figures marked as doubtful, each in its best printing, that no other bears out."""
    found: list[Observation] = []
    for area, indicator in itertools.product(scope.areas, scope.indicators):
        printed = scope.printed(indicator, area)
        sound = [one for one in printed if not is_doubtful(one)]
        for one in printed:
            if is_doubtful(one) and not any(_same(one, other) for other in (*found, *sound)):
                found.append(one)
    return found


def _same(one: Observation, other: Observation) -> bool:
    """Tell whether two printings are of one figure."""
    alike = one.indicator, one.area, one.measure
    if alike != (other.indicator, other.area, other.measure) or not are_beside(one, other):
        return False
    return one.value == other.value or one.interval.meets(other.interval)


def _checks(rows: Audit, name: str) -> tuple[str, ...]:
    found = (
        check
        for check, names in zip(rows["check"], rows["observations"], strict=True)
        if name in names
    )
    return tuple(dict.fromkeys(found))


def contradictions(scope: Scope, rows: Audit) -> Iterator[Finding]:
    """Say which figures cannot be right together."""
    for check, area, names in zip(rows["check"], rows["area"], rows["observations"], strict=True):
        figures = [observation(scope.data, name) for name in names]
        yield scope.make(
            "contradiction",
            "contradiction",
            figures[0].indicator,
            [area],
            figures,
            None,
            Verdict.WITH_CAUTION,
            why_check=(f"audit-check-{check}",),
            listed=figures,
        )


def remarks(scope: Scope) -> Iterator[Finding]:
    """Pass on what people know of the figures of these places."""
    names = scope.names()
    for row in remarks_on(scope.data, names):
        figures = [observation(scope.data, one) for one in row["observations"] if one in names]
        subject, area = figures[0].indicator, figures[0].area
        yield scope.make("remark", "remark", subject, [area], figures, remark=row)


def missing(scope: Scope, row: dict) -> Iterator[Finding]:
    """Name the places without a result on a core subject, or on one that most places have."""
    alike = scope.of_concept[row["concept"]]
    if row["indicator"] != next((one for one in alike if one in scope.indicators), None):
        return
    without = tuple(
        area
        for area in scope.areas
        if not any(scope.results(one, area) or scope.printed(one, area, RESULTS) for one in alike)
    )
    asked = is_core(row) or 2 * len(without) < len(scope.areas)
    if without and asked:
        name, verdict = row["indicator"], Verdict.MISSING
        yield scope.make("missing", "missing", name, without, (), None, verdict, core=_core(row))


def _core(row: dict) -> str:
    """Return the code that a subject is asked for by."""
    return row["concept"] if row["concept"] in CORE else row["indicator"]
