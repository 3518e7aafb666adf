"""Lesson 2: rates and bases."""

from __future__ import annotations

from ...data.catalogue import Catalogue
from ...data.figures import observation
from ...data.intervals import Interval
from ...judge.derived import Measure
from ...judge.measures import annual_average, implied_base
from ...judge.windows import change_percent, change_points
from ...messages import message
from ..exercise import Either, Exercise, Names, exercise, figures

_HN = ("ldxh-hn-2024-p16-poor-households", "ldxh-hn-2024-p16-poor-rate")
_SC = ("ldxh-sc-2024-p4-poor-households", "ldxh-sc-2024-p4-poor-rate")
_SC_NEAR = ("ldxh-sc-2024-p4-near-poor-households", "ldxh-sc-2024-p4-near-poor-rate")
_SG = ("khoahocphothong-2024-sg-poor", "khoahocphothong-2024-sg-poor-rate")
_SG_BOTH = ("khoahocphothong-2024-sg-both", "khoahocphothong-2024-sg-both-rate")
_SL = ("bandantoc-son-la-2022-poor", "bandantoc-son-la-2022-poor-rate")
_SL_REVIEWED = "bandantoc-son-la-2022-review-households"
_POPULATIONS = {
    "A": "nso-e02-01-hn-population-2022",
    "B": "nso-e02-01-hn-population-2023",
    "C": "danso-census-2024-hn-population",
    "D": "consosukien-2019-hn-population",
    "E": "hanoi-portal-2019-hn-households",
    "F": "nso-e02-01-vn-population-2023",
}
_SUITABLE = "ABC"  # first the one that the library takes: nearest to the middle of the period


def _counts_and_rates(data: Catalogue) -> list[Names]:
    """List numbers of poor households with their rates, sound and of one source; Hà Nội first.

    Those whose base stands in the lesson, in its example and in 2d, are left out.
    """
    sound = data.observations.query(
        "measure == 'actual' and qualifier == 'exact' and status == 'A' and value > 0"
    )
    counts, rates = (
        sound[sound["indicator"] == name] for name in ("poor_households", "poor_household_rate")
    )
    shared = ["area", "period_end", "standard", "source"]
    pairs = counts.merge(rates, on=shared, suffixes=("", "_rate")).drop_duplicates("value")
    found = list(zip(pairs["observation"], pairs["observation_rate"], strict=True))
    return [_HN, *(pair for pair in found if pair not in (_HN, _SC, _SG))]


@exercise("2a", among=_counts_and_rates)
def base_of_a_rate(data: Catalogue, names: Names) -> Exercise:
    """Compute the base that a count and its rate imply."""
    count, rate = figures(data, *names)
    base = implied_base(count, rate)
    return Exercise(
        expected=base,
        mistakes={
            "no_hundred": base.value / 100,
            "multiplied": count.value * rate.value / 100,
            "multiplied_percent": count.value * rate.value,
        },
        values={"count": count, "rate": rate, "base": base},
    )


@exercise("2b", among=_counts_and_rates)
def reach_of_a_base(data: Catalogue, names: Names) -> Exercise:
    """Compute the interval of an implied base."""
    count, rate = figures(data, *names)
    base, step = implied_base(count, rate), rate.numeral.step

    def if_rate(below: float, above: float) -> Interval:
        return count.interval / Interval(rate.value - below, rate.value + above) * 100

    return Exercise(
        expected=base.interval,
        mistakes={
            "point": base.value,
            "whole_step": if_rate(step, step),
            "cut_off": if_rate(0, step),
            "same_error": Interval(1 - step / 2, 1 + step / 2) * base.value,
        },
        values={
            "rate": rate,
            "reach": base.interval,
            "census": lambda language: _census(data, language) if names == _HN else "",
        },
    )


def _census(data: Catalogue, language: str) -> str:
    """Say that the households of the census lie within the base that the rate implies."""
    counted = observation(data, _POPULATIONS["E"])
    return " " + message("lesson-2b-census", language, households=counted.text(language))


@exercise("2c")
def misprinted_rate(data: Catalogue) -> Exercise:
    """Compute a rate again that is misprinted."""
    name = "ldxh-sc-2024-p4-employment-deprived"
    deprived, printed, near = figures(data, name, f"{name}-rate", _SC_NEAR[0])
    poor = observation(data, _SC[0])
    share = 100 * deprived.value / poor.value
    return Exercise(
        expected=share,
        mistakes={
            "printed": printed,
            "all_households": 100 * deprived.value / _base(data, _SC).value,
            "both": 100 * deprived.value / (poor.value + near.value),
            "upside_down": 100 * poor.value / deprived.value,
        },
        percent=True,
        values={"deprived": deprived, "poor": poor, "rate": printed, "share": round(share, 2)},
    )


@exercise("2d")
def one_base(data: Catalogue) -> Exercise:
    """Tell which pairs of figures may have one base."""
    pairs = {
        "A": (_base(data, _SC), _base(data, _SC_NEAR)),
        "B": (_base(data, _SG), _base(data, _SG_BOTH)),
        "C": (_base(data, _SL), observation(data, _SL_REVIEWED)),
    }
    return Exercise(
        expected={
            letter: first.interval.meets(second.interval)
            for letter, (first, second) in pairs.items()
        },
        mistakes={"points_a": {"A": False}, "points_b": {"B": False}, "near_enough": {"C": True}},
        given=pairs,
        values={
            "reviewed": pairs["C"][1],
            "reach": pairs["C"][0].interval,
            "first": pairs["A"][0].interval,
            "second": pairs["A"][1].interval,
        },
    )


@exercise("2e")
def poverty_lines(data: Catalogue) -> Exercise:
    """Compare the income lines of two poverty standards."""
    city, national = _line(data, "SG-2021-2024"), _line(data, "VN-2022-2026")
    none_left = observation(data, "khoahocphothong-2024-sg-both-national")
    return Exercise(
        expected=city / national,
        mistakes={
            "not_monthly": 12 * city / national,
            "rural": city / _line(data, "VN-2022-2026", "rural"),
            "old": city / _line(data, "VN-2016-2021"),
            "upside_down": national / city,
        },
        values={
            "city": city,
            "national": national,
            "poor": observation(data, _SG_BOTH[0]),
            "date": none_left.period,
        },
    )


@exercise("2f")
def change_by_one_standard(data: Catalogue) -> Exercise:
    """Subtract rates, but not across a change of standard."""
    before, first, between, last = figures(
        data,
        "baochinhphu-2022-vn-poor-rate-2021",
        "baodansinh-2023-vn-poor-rate",
        "vietnamplus-fr-2023-vn-poor-rate",
        "vietnamplus-fr-2024-vn-poor-rate",
    )
    change = change_points(first, last)
    return Exercise(
        expected=change,
        mistakes={
            "across": round(last.value - before.value, 9),
            "percent": change_percent(first, last),
            "one_year": round(last.value - between.value, 9),
            "rise": -change.value,
        },
        tolerance=0.02,
        percent=True,
        values={"before": before, "first": first, "last": last, "change": change},
    )


@exercise("2g")
def suitable_base(data: Catalogue) -> Exercise:
    """Put a total of three years on a suitable population."""
    sent = observation(data, "ldxh-hn-2024-p11-workers-sent-abroad")
    bases = {letter: observation(data, name) for letter, name in _POPULATIONS.items()}
    a_year = annual_average(sent)
    rates = {letter: 100_000 * a_year.value / base.value for letter, base in bases.items()}

    def on(letters: str, times: float = 1) -> Either:
        return Either(tuple(float(f"{times * rates[letter]:.4g}") for letter in letters))

    suitable = [rates[letter] for letter in _SUITABLE]
    return Exercise(
        expected=Either(tuple(suitable)),
        mistakes={
            "three_years": on(_SUITABLE, times=3),
            "old_base": on("D"),
            "households": on("E"),
            "national": on("F"),
            "percent": on(_SUITABLE, times=1 / 1_000),
            "per_thousand": on(_SUITABLE, times=1 / 100),
        },
        given=bases,
        values={"sent": sent, "low": round(min(suitable), 1), "high": round(max(suitable), 1)},
    )


def _base(data: Catalogue, count_and_rate: tuple[str, str]) -> Measure:
    return implied_base(*figures(data, *count_and_rate))


def _line(data: Catalogue, standard: str, place: str = "urban") -> float:
    """Return the income line of a poverty standard in đồng a person and month."""
    row = data.record("standards", standard)
    months = 12 if row["income_unit"] == "VND_per_year" else 1
    return row[f"income_{place}"] / months
