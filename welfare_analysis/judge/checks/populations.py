"""Populations: households, persons and bases against the size that they can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...codes import Temporal
from ...data.figures import Observation
from ...data.intervals import Interval
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge
from .pairs import Base, bases

# Persons in a household: the census of 2019 has 3.6 in the country, 2.5 to 5.5 at the extremes.
_HOUSEHOLD = Interval(2.5, 5.5, True, True)
_NEAR_DAYS = 5 * 366
_DAYS_A_YEAR = 365.25
_BASE_GROWTH, _POPULATION_GROWTH = 5.0, 4.0  # percent a year
_BASE_GAP = 5.0  # percent between a base and a census of about the same date
_SAME_TIME_DAYS = 366
_HOUSEHOLDS = "households"  # the unit, and the indicator that counts all of them
_PERSONS = "persons_in_"


def check_household_sizes(index: Index) -> Iterator[Check]:
    """Check that persons divided by households is the size of a household."""
    for households in _household_figures(index):
        day = households.inputs[0].period_end
        persons = _persons_of(index, households)
        if persons:
            nearest = min(
                persons, key=lambda one: (abs((one.period_end - day).days), index.trust(one))
            )
            yield _size(nearest, households)


def check_base_growth(index: Index) -> Iterator[Check]:
    """Check that the base of a place does not jump from one date to the next."""
    for (_, kind), rows in bases(index).items():
        if not _lives_on(index, kind):
            continue
        for earlier, later in zip(rows, rows[1:], strict=False):
            yield _growth("base_growth", earlier, later, _BASE_GROWTH)


def _lives_on(index: Index, kind: str) -> bool:
    """Tell whether a base is a number of people, households, …, most of them the same next year.

    Land does not grow: two figures of it are two measurements.  Sums of money, and what is
    counted anew over each period, may well double.
    """
    row = index.indicator(kind)
    counted = index.data.record("units", row["unit"])["kind"] == "count"
    return counted and row["temporal"] != Temporal.FLOW


def check_bases(index: Index) -> Iterator[Check]:
    """Check the base of a place against its households counted at about the same time."""
    for (area, kind), rows in bases(index).items():
        if kind == _HOUSEHOLDS or index.indicator(kind)["unit"] != _HOUSEHOLDS:
            continue
        for base in rows:
            day = base.inputs[0].period_end
            counted = index.near(_HOUSEHOLDS, area, "", day, _SAME_TIME_DAYS)
            counted = [one for one in counted if one.interval.low > 0]
            if counted:
                yield _beside_count(base, counted[0])


def check_population_growth(index: Index) -> Iterator[Check]:
    """Check that the population of a place does not jump between two dates."""
    series: dict[str, list[Observation]] = defaultdict(list)
    kinds = index.remember("population kinds", _population_kinds)
    for indicator, area, standard in index.series:
        if indicator in kinds:
            rows = index.figures(name for _, name in index.series[indicator, area, standard])
            series[area] += [one for one in index.distinct(rows) if one.interval.low > 0]
    for rows in series.values():
        rows.sort(key=lambda one: (_middle(one), one.observation))
        for earlier, later in zip(rows, rows[1:], strict=False):
            first, second = (
                Base(one.indicator, Quantity.of(one), (one,), one) for one in (earlier, later)
            )
            yield _growth("population_growth", first, second, _POPULATION_GROWTH)


def _household_figures(index: Index) -> Iterator[Base]:
    for indicator, area, standard in index.series:
        if index.indicator(indicator)["unit"] == _HOUSEHOLDS:
            names = [name for _, name in index.series[indicator, area, standard]]
            for figure in index.distinct(index.figures(names)):
                if figure.interval.low > 0:
                    yield Base(indicator, Quantity.of(figure), (figure,), figure)
    for rows in bases(index).values():
        for base in rows:
            if base.printed is None and index.indicator(base.indicator)["unit"] == _HOUSEHOLDS:
                yield base


def _persons_of(index: Index, households: Base) -> list[Observation]:
    """Find the persons living in the counted households, by the names of the codebook."""
    figure = households.inputs[0]
    code, day = households.indicator, figure.period_end
    kinds = index.remember("persons kinds", _persons_kinds)
    found = []
    for kind in (_PERSONS + code, code.replace("households", "persons")):
        if kind in kinds and kind != code:
            found += index.near(kind, figure.area, figure.standard, day)
    # Who counts the households too is asked for no persons beside another's households: the
    # two may be of two compilations.
    beside = index.near(code, figure.area, figure.standard, day) if found else []
    others = {one.source for one in beside} - {figure.source}
    found = [one for one in found if one.source not in others]
    if not found and (code == _HOUSEHOLDS or code in index.remember("base kinds", _base_kinds)):
        for kind in index.remember("population kinds", _population_kinds):
            found += index.near(kind, figure.area, "", day, _NEAR_DAYS)[:2]
    return found


def _base_kinds(index: Index) -> set[str]:
    """Give the indicators that count every household of the reviewed area."""
    table = index.data.indicators
    kinds = set(table["denominator"]) - set(table["numerator"])
    return {kind for kind in kinds if kind}


def _persons_kinds(index: Index) -> set[str]:
    return set(index.counting("persons"))


def _population_kinds(index: Index) -> list[str]:
    table = index.data.indicators
    concepts = table.loc[table["indicator"] == "population", "concept"]
    return [kind for concept in concepts for kind in index.levels_of(concept)]


def _size(persons: Observation, households: Base) -> Check:
    counted = households.inputs[0]
    size = Quantity.computed(lambda a, b: a / b, Quantity.of(persons), households.quantity)
    stated = Quantity((_HOUSEHOLD.low + _HOUSEHOLD.high) / 2, _HOUSEHOLD, _HOUSEHOLD)
    outcome = judge(stated, size, Rule.PLAUSIBLE)
    unit = _HOUSEHOLDS

    def explain(w) -> str:
        text = w(
            "household-size",
            area=w.area(persons.area),
            persons=w.figure(persons),
            households=_shown(w, households, unit),
            size=w.amount(size.value, "persons_per_household", 0.01),
        )
        return f"{text} " + w(
            "household-size-fits" if outcome == Outcome.CONSISTENT else "household-size-strange"
        )

    inputs = (counted, *households.inputs[1:], persons)
    return Check(
        "household_size",
        outcome,
        inputs,
        stated,
        size,
        "persons_per_household",
        explain,
        Rule.PLAUSIBLE,
        doubt=True,
    )


def _growth(code: str, earlier: Base, later: Base, limit: float) -> Check:
    years = max((_middle(later.inputs[0]) - _middle(earlier.inputs[0])) / _DAYS_A_YEAR, 0.5)
    change = Quantity.computed(
        lambda after, before: (after / before - 1) * 100, later.quantity, earlier.quantity
    )
    expected = Quantity.computed(
        lambda one, factor: one * factor,
        earlier.quantity,
        Quantity(1.0, *[Interval((1 - limit / 100) ** years, (1 + limit / 100) ** years)] * 2),
    )
    outcome = judge(later.quantity, expected, Rule.PLAUSIBLE)

    def explain(w) -> str:
        unit = later.inputs[0].unit
        name = code.replace("_", "-")
        text = w(
            name,
            area=w.area(later.inputs[0].area),
            title=w.title(later.indicator),
            earlier=_shown(w, earlier, unit),
            later=_shown(w, later, unit),
            change=w.change(change.value),
        )
        jumps = outcome == Outcome.INCONSISTENT
        meaning = f"{name}-jumps" if jumps else "growth-steady"
        return f"{text} " + w(meaning, limit=w.percent(limit))

    return Check(
        code,
        outcome,
        (*later.inputs, *earlier.inputs),
        later.quantity,
        expected,
        later.inputs[0].unit,
        explain,
        Rule.PLAUSIBLE,
        doubt=True,
    )


def _shown(w, base: Base, unit: str) -> str:
    if base.printed:
        return w.figure(base.printed)
    span = w.span(base.quantity.interval, unit)
    return w("implied", span=span, inputs=w.pair(*base.inputs))


def _beside_count(base: Base, counted: Observation) -> Check:
    stated, census = base.quantity, Quantity.of(counted)
    ratio = Quantity.computed(lambda a, b: (a / b - 1) * 100, stated, census)
    around = census.interval * Interval(1 - _BASE_GAP / 100, 1 + _BASE_GAP / 100)
    expected = Quantity(census.value, around, around)
    outcome = judge(stated, expected, Rule.PLAUSIBLE)

    def explain(w) -> str:
        text = w(
            "base-count",
            area=w.area(counted.area),
            title=w.title(base.indicator),
            base=_shown(w, base, counted.unit),
            counted=w.figure(counted),
            gap=w.percent(abs(ratio.value)),
        )
        return f"{text} " + w(
            "base-count-near" if outcome == Outcome.CONSISTENT else "base-count-far"
        )

    return Check(
        "base_count",
        outcome,
        (*base.inputs, counted),
        stated,
        expected,
        counted.unit,
        explain,
        Rule.PLAUSIBLE,
        doubt=True,
    )


def _middle(figure: Observation) -> float:
    """Day number of a date, or of the middle of a period."""
    end = figure.period_end.toordinal()
    return (figure.period_start.toordinal() + end) / 2 if figure.period_start else float(end)
