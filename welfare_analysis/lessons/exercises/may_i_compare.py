"""Lesson 3: may these figures be compared."""

from __future__ import annotations

from ...codes import Verdict
from ...data.areas import DEFAULT_AREAS
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observations
from ...data.names import resolve_area
from ...data.selection import one, select
from ...errors import WelfareError
from ...judge.bases import per_inhabitants
from ...judge.comparison import compare
from ...judge.headlines import result_of
from ...judge.measures import annual_average
from ...judge.reasons import reasons_between
from ...judge.times import period_years
from ..exercise import Either, Exercise, Holding, exercise

_RATE, _SENT = "poor_household_rate", "workers_sent_abroad"
_REASONS = ("COUNTED", "STANDARD", "TEMPORAL", "PERIOD_LENGTH", "MEASURE", "DATE", "LEVEL", "SIZE")


@exercise("3a")
def what_differs(data: Catalogue) -> Exercise:
    """Say in what two rates differ."""
    first, second = (one(data, _RATE, area, 2023) for area in ("VN-HN", "VN-69-165"))
    found = {reason.code for reason in reasons_between(data, first, second)}
    return Exercise(
        expected=found & set(_REASONS),
        mistakes={
            "only_level": {"LEVEL"},
            "only_standard": {"STANDARD"},
            "unit": Holding("COUNTED"),
            "date": Holding("DATE"),
            "size": Holding("SIZE"),
        },
        choices=_REASONS,
        values={"first": first, "second": second},
    )


@exercise("3b")
def gravest_reason(data: Catalogue) -> Exercise:
    """Name the gravest reason against comparing two totals."""
    short, long = (_sent(data, area) for area in ("VN-HN", "VN-05"))
    others = ("size", "standard", "temporal", "date", "level")
    return Exercise(
        expected=reasons_between(data, short, long)[0].code,
        mistakes={name: name.upper() for name in others},
        choices=_REASONS,
        values={"long": period_years(long), "short": period_years(short)},
    )


@exercise("3c")
def four_pairs(data: Catalogue) -> Exercise:
    """Give the verdict on four pairs, each of which has another."""
    cities = ("VN-HN", "VN-SG")
    pairs = {
        "A": (_RATE, ("VN-05", "VN-69-165")),
        "B": (_RATE, cities),
        "C": ("vocational_enrolment", ("VN-HN", "VN-69-165")),
        "D": ("urban_share", cities),
    }
    refused = Verdict.NOT_COMPARABLE.value
    census = compare(data, *pairs["D"]).figures
    return Exercise(
        expected={
            letter: compare(
                data, indicator, areas, 2023 if indicator == _RATE else None, measure="actual"
            ).verdict(*areas)
            for letter, (indicator, areas) in pairs.items()
        },
        mistakes={
            "all_refused": dict.fromkeys(pairs, refused),
            "missing_refused": {"C": refused},
            "level_forbids": {"A": refused},
            "level_ignored": {"A": Verdict.COMPARABLE.value},
            "look_alike": {"B": Verdict.WITH_CAUTION.value},
        },
        choices=tuple(Verdict),
        values={
            "a": one(data, _RATE, "VN-05", 2023),
            "b": one(data, _RATE, "VN-HN", 2023),
            "d": census["VN-HN"],
            "e": census["VN-SG"],
        },
    )


@exercise("3d")
def on_one_axis(data: Catalogue) -> Exercise:
    """Say which places may stand on one axis."""
    groups = compare(data, _RATE, period=2023, measure="actual").groups()
    return Exercise(
        expected={area for group in groups if len(group) > 1 for area in group},
        mistakes={
            "big_cities": {"VN-HN", "VN-SG"},
            "low_rates": {"VN-HN", "VN-69-165"},
            "all": set(DEFAULT_AREAS),
            "provinces": {"VN-HN", "VN-SG", "VN-05"},
        },
        choices=DEFAULT_AREAS,
        values={"n": len(groups)},
    )


@exercise("3e")
def start_of_a_line(data: Catalogue) -> Exercise:
    """Say from which date on a line may be drawn."""
    standards = _reviews(data, "VN-05")
    dates = sorted(standards)
    present = result_of(data, _RATE, "VN-05").standard
    place = next(place for place, date in enumerate(dates) if standards[date] == present)
    before, after = (one(data, _RATE, "VN-05", date) for date in dates[place - 1 : place + 1])
    return Exercise(
        expected=dates[place],
        mistakes={"first": dates[0], "skipped": dates[place + 1], "last_two": dates[-2]},
        choices=("2018-12-31", "2022-01-01", "2022-12-31", "2023-12-31", "2024-12-31"),
        values={
            "before": before,
            "before_date": before.period,
            "after": after,
            "after_date": after.period,
        },
    )


@exercise("3f")
def a_year_and_inhabitant(data: Catalogue) -> Exercise:
    """Put a total on one year and on inhabitants."""
    workers = _sent(data, "VN-HN")
    people = one(data, "population_average", "VN-HN", 2022, measure="estimate")
    before, households = (one(data, name, "VN-HN", 2019) for name in ("population", "households"))
    later = (
        one(data, "population_average", "VN-HN", 2023, measure="estimate"),
        one(data, "population", "VN-HN", 2024),
    )
    average, in_all = annual_average(workers), 100_000 * workers.value / people.value
    rate = per_inhabitants(data, average, people)
    return Exercise(
        expected=rate,
        mistakes={
            "no_average": in_all,
            "two_years": in_all / 2,
            "not_on_base": average,
            "old_base": 100_000 * average.value / before.value,
            "later_base": Either(tuple(100_000 * average.value / one.value for one in later)),
            "households": 100_000 * average.value / households.value,
            "percent": rate.value / 1_000,
        },
        values={"workers": workers, "people": people, "rate": rate, "years": period_years(workers)},
    )


@exercise("3g")
def a_pair_of_your_own(data: Catalogue) -> Exercise:
    """Find an indicator and two places that may be compared."""
    refusals = {Verdict.MISSING: "missing", Verdict.NOT_COMPARABLE: "apart"}

    def fault(answer: object) -> str:
        try:
            indicator, first, second = answer
            if resolve_area(data, first) == resolve_area(data, second):
                return "same"
            found = compare(data, indicator, (first, second))
        except (WelfareError, TypeError, ValueError, AttributeError):
            return "unknown"
        refused = refusals.get(found.verdict(first, second))
        themes = {figure.indicator_row["theme"] for figure in found.figures.values()}
        return refused or ("poverty" if "poverty" in themes else "")

    return Exercise(
        expected=("urban_share", "VN-HN", "VN-SG"),
        fault=fault,
        mistakes={
            "unknown": ("gdp", "VN-HN", "VN-SG"),
            "same": ("urban_share", "VN-HN", "Hà Nội"),
            "missing": ("vocational_enrolment", "VN-HN", "VN-69-165"),
            "apart": (_SENT, "VN-HN", "VN-05"),
            "poverty": (_RATE, "VN-05", "VN-69-165"),
        },
        choices=DEFAULT_AREAS,
    )


def _sent(data: Catalogue, area: str) -> Observation:
    """Return the longest running total of workers sent abroad from a place."""
    rows = select(data, _SENT, area, measure="actual")
    return max(observations(data, rows), key=period_years)


def _reviews(data: Catalogue, area: str) -> dict[str, str]:
    """List the poverty reviews of a place: date to standard, provisional figures left out."""
    rows = select(data, _RATE, area, measure="actual")
    rows = rows[~rows["status"].str.contains("P")]
    return {str(row.period_end.date()): row.standard for row in rows.itertuples()}
