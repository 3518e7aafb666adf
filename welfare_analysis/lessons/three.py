"""Lesson 3: may these figures be compared."""

from __future__ import annotations

from .. import annual_average, compare, observations, one, per_inhabitants, resolve_area, select
from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..errors import WelfareError
from ..judge.headlines import result_of
from ..judge.measures import period_years
from ..judge.reasons import reasons_between
from .exercise import Exercise, FromData, Pattern
from .mistakes import extra_item, wrong_item

_RATE, _SENT = "poor_household_rate", "workers_sent_abroad"
_ALLOWED = (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
_REASONS = ("COUNTED", "STANDARD", "TEMPORAL", "PERIOD_LENGTH", "MEASURE", "DATE", "LEVEL", "SIZE")
_PLACES = ("VN-HN", "VN-SG", "VN-05", "VN-69-165")
# The four pairs of exercise 3c: what is asked, and of whom.
_PAIRS = {
    "A": (_RATE, "VN-05", "VN-69-165"),
    "B": (_RATE, "VN-HN", "VN-SG"),
    "C": ("vocational_enrolment", "VN-HN", "VN-SG"),
    "D": ("urban_share", "VN-HN", "VN-SG"),
}


def _rate(data: Catalogue, area: str) -> Observation:
    return one(data, _RATE, area, 2023)


def _different(data: Catalogue) -> set[str]:
    found = reasons_between(data, _rate(data, "VN-HN"), _rate(data, "VN-69-165"))
    return {reason.code for reason in found}


def _sent(data: Catalogue, area: str) -> Observation:
    """Return the longest running total of workers sent abroad from a place."""
    rows = select(data, _SENT, area, measure="actual")
    return max(observations(data, rows), key=period_years)


def _gravest(data: Catalogue) -> str:
    return reasons_between(data, _sent(data, "VN-HN"), _sent(data, "VN-05"))[0].code


def _verdicts(data: Catalogue) -> dict[str, str]:
    found = {}
    for key, (indicator, first, second) in _PAIRS.items():
        answer = compare(data, indicator, (first, second), measure="actual")
        found[key] = answer.verdict(first, second)
    return found


def _verdict_slip(key: str, verdict: Verdict) -> FromData:
    return lambda data: wrong_item(_verdicts(data), key, verdict.value)


def _pair_values(data: Catalogue) -> dict:
    census = compare(data, _PAIRS["D"][0], _PAIRS["D"][1:])
    return {
        "a": one(data, _RATE, "VN-05", 2023),
        "b": _rate(data, "VN-HN"),
        "d": census.figures["VN-HN"],
        "e": census.figures["VN-SG"],
    }


def _together(data: Catalogue) -> set[str]:
    groups = compare(data, _RATE, measure="actual").groups()
    return {area for group in groups if len(group) > 1 for area in group}


def _people(data: Catalogue) -> Observation:
    return one(data, "population", "VN-HN", 2019)


def _workers(data: Catalogue) -> Observation:
    return _sent(data, "VN-HN")


def _per_year(data: Catalogue):
    return per_inhabitants(annual_average(_workers(data)), _people(data))


def _on_years(data: Catalogue, years: float) -> float:
    return 100_000 * _workers(data).value / years / _people(data).value


def _census_households(data: Catalogue) -> Observation:
    return one(data, "households", "VN-HN", 2019)


def _dates(data: Catalogue) -> dict[str, str]:
    """List the poverty reviews of Sơn La: date to standard, provisional figures left out."""
    rows = select(data, _RATE, "VN-05", measure="actual")
    rows = rows[~rows["status"].str.contains("P")].sort_values("period_end")
    return {str(row.period_end.date()): row.standard for row in rows.itertuples()}


def _line_starts(data: Catalogue) -> str:
    standard = result_of(data, _RATE, "VN-05").standard
    return min(date for date, of in _dates(data).items() if of == standard)


def _break_values(data: Catalogue) -> dict:
    """Name the first figure by the present standard, and the one before it."""
    last = max(date for date in _dates(data) if date < _line_starts(data))
    before, after = (one(data, _RATE, "VN-05", date) for date in (last, _line_starts(data)))
    return {
        "before": before,
        "before_date": before.period,
        "after": after,
        "after_date": after.period,
    }


def _one_later(data: Catalogue) -> str:
    return min(date for date in _dates(data) if date > _line_starts(data))


def _found(data: Catalogue, answer: object) -> tuple[str, str]:
    """Say what became of an indicator and two places: a verdict, or why there is none."""
    try:
        indicator, first, second = answer
        if resolve_area(data, first) == resolve_area(data, second):
            return "same", ""
        result = compare(data, indicator, (first, second))
    except (WelfareError, TypeError, ValueError, AttributeError):
        return "unknown", ""
    known = data.indicators[
        (data.indicators["indicator"] == indicator) | (data.indicators["concept"] == indicator)
    ]
    return result.pairs["verdict"].iloc[0], known["theme"].iloc[0]


def _pattern(data: Catalogue, wanted: str, example: tuple) -> Pattern:
    return Pattern(lambda answer: _found(data, answer)[0] == wanted, example)


EXERCISES = (
    Exercise(
        "3a",
        expected=_different,
        mistakes={
            "only_level": lambda data: {"LEVEL"},
            "only_standard": lambda data: {"STANDARD"},
            "unit": lambda data: extra_item(_different(data), "COUNTED"),
            "date": lambda data: extra_item(_different(data), "DATE"),
            "size": lambda data: extra_item(_different(data), "SIZE"),
        },
        choices=_REASONS,
        values=lambda data: {"first": _rate(data, "VN-HN"), "second": _rate(data, "VN-69-165")},
    ),
    Exercise(
        "3b",
        expected=_gravest,
        mistakes={
            "size": lambda data: "SIZE",
            "standard": lambda data: "STANDARD",
            "temporal": lambda data: "TEMPORAL",
            "date": lambda data: "DATE",
            "level": lambda data: "LEVEL",
        },
        choices=_REASONS,
        values=lambda data: {
            "long": period_years(_sent(data, "VN-05")),
            "short": period_years(_sent(data, "VN-HN")),
        },
    ),
    Exercise(
        "3c",
        expected=_verdicts,
        mistakes={
            "all_refused": lambda data: dict.fromkeys(_PAIRS, Verdict.NOT_COMPARABLE.value),
            "missing_refused": _verdict_slip("C", Verdict.NOT_COMPARABLE),
            "level_forbids": _verdict_slip("A", Verdict.NOT_COMPARABLE),
            "level_ignored": _verdict_slip("A", Verdict.COMPARABLE),
            "look_alike": _verdict_slip("B", Verdict.WITH_CAUTION),
        },
        choices=tuple(Verdict),
        values=_pair_values,
    ),
    Exercise(
        "3d",
        expected=_together,
        mistakes={
            "big_cities": lambda data: {"VN-HN", "VN-SG"},
            "low_rates": lambda data: {"VN-HN", "VN-69-165"},
            "all": lambda data: set(_PLACES),
            "provinces": lambda data: {"VN-HN", "VN-SG", "VN-05"},
        },
        choices=_PLACES,
        values=lambda data: {"n": len(compare(data, _RATE, measure="actual").groups())},
    ),
    Exercise(
        "3e",
        expected=_line_starts,
        mistakes={
            "first": lambda data: min(_dates(data)),
            "skipped": _one_later,
            "last_two": lambda data: sorted(_dates(data))[-2],
        },
        choices=("2018-12-31", "2022-01-01", "2022-12-31", "2023-12-31", "2024-12-31"),
        values=_break_values,
    ),
    Exercise(
        "3f",
        expected=_per_year,
        mistakes={
            "no_average": lambda data: _on_years(data, 1),
            "two_years": lambda data: _on_years(data, 2),
            "not_on_base": lambda data: annual_average(_workers(data)),
            "households": lambda data: (
                100_000 * annual_average(_workers(data)).value / _census_households(data).value
            ),
            "percent": lambda data: _per_year(data).value / 1_000,
        },
        hints=3,
        values=lambda data: {
            "workers": _workers(data),
            "people": _people(data),
            "rate": _per_year(data),
            "years": period_years(_workers(data)),
        },
    ),
    Exercise(
        "3g",
        expected=lambda data: ("urban_share", "VN-HN", "VN-SG"),
        accepts=lambda data, answer: (
            _found(data, answer)[0] in _ALLOWED and _found(data, answer)[1] != "poverty"
        ),
        mistakes={
            "unknown": lambda data: _pattern(data, "unknown", ("gdp", "VN-HN", "VN-SG")),
            "same": lambda data: _pattern(data, "same", ("urban_share", "VN-HN", "Hà Nội")),
            "missing": lambda data: _pattern(
                data, Verdict.MISSING, ("vocational_enrolment", "VN-HN", "VN-SG")
            ),
            "apart": lambda data: _pattern(data, Verdict.NOT_COMPARABLE, (_SENT, "VN-HN", "VN-05")),
            "poverty": lambda data: Pattern(
                lambda answer: _found(data, answer)[1] == "poverty", (_RATE, "VN-05", "VN-69-165")
            ),
        },
        hints=3,
    ),
)
