"""Lesson 1: reading an official figure."""

from __future__ import annotations

import re

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.figures import Observation, observation
from ...data.intervals import Interval
from ...data.numerals import write
from ...data.text import tidy
from ..exercise import Exercise, Names, exercise, figures, place_names
from ..typed_numbers import has_scale, numbers
from ..typed_words import mentions

_SPENDING = "ldxh-hn-2024-p19-assistance-spending"
_TURNS = "ldxh-hn-2024-p19-assistance-turns"
_COOPERATION = "ldxh-hn-2024-p10-enterprise-cooperation"
_SHOWN = "baosonla-2024-p9-website-visits"  # with its interval, in the table above the exercises
_RATE = "ldxh-hn-2024-p16-poor-rate"
_STOCKS_AND_FLOWS = {
    "A": "ldxh-hn-2024-p11-workers-sent-abroad",
    "B": "baosonla-2024-p9-workers-abroad",
    "C": "ldxh-hn-2024-p16-poor-households",
    "D": "baosonla-2024-p10-enrolment",
    "E": "baosonla-2024-p10-teachers",
    "F": "ldxh-hn-2024-p12-job-sessions",
}

# What a sentence about a figure of turns may say, in either language.
_UNIT = re.compile(r"\blượt\b|\bturns?\b|\binstances?\b")
_WIDENED = re.compile(
    r"(?:\b(?P<no>không|chưa|chẳng|not|no) )?(?:\b(?:hơn|trên|more than|over)|>) ?(?P<number>\d)"
)
_YEARLY = re.compile(
    r"\b(?:mỗi|một|hằng|hàng|từng) năm\b|\b(?:per|a|each|every) year\b|\b(?:annual|yearly)"
)


@exercise("1a")
def scale_words(data: Catalogue) -> Exercise:
    """Write a figure without its scale word."""
    spending = observation(data, _SPENDING)

    def fault(answer: object) -> str | None:
        return "copied" if isinstance(answer, str) and has_scale(answer) else None

    return Exercise(
        expected=spending.value,
        fault=fault,
        mistakes={
            "copied": spending.as_printed,
            "no_scale": spending.value / 1e9,
            "millions": spending.value / 1e3,
            "marks": spending.value / 1e3 / 1e9,
            "comma": spending.value * 100,
        },
        tolerance=1e-9,
        values={"printed": spending.as_printed},
    )


@exercise("1b")
def stock_or_flow(data: Catalogue) -> Exercise:
    """Tell stocks from flows."""
    listed = {letter: observation(data, name) for letter, name in _STOCKS_AND_FLOWS.items()}
    right = {letter: figure.indicator_row["temporal"] for letter, figure in listed.items()}
    slips = {"abroad": "B", "poor": "C", "sent": "A", "teachers": "E", "enrolled": "D"}
    turned = {"stock": "flow", "flow": "stock"}
    return Exercise(
        expected=right,
        mistakes={name: {letter: turned[right[letter]]} for name, letter in slips.items()},
        choices=("stock", "flow"),
        given=listed,
        values={
            "abroad": listed["B"],
            "sent": listed["A"],
            "period": listed["A"].period,
            "date": listed["B"].period,
        },
    )


@exercise("1c")
def turns_and_people(data: Catalogue) -> Exercise:
    """Say how many people a number of turns may be."""
    return Exercise(
        expected="at_most",
        mistakes={"exactly": "exactly", "at_least": "at_least"},
        choices=("exactly", "at_most", "at_least"),
        values={"placements": observation(data, "ldxh-hn-2024-p13-job-placements")},
    )


def _nearly(data: Catalogue) -> list[Names]:
    """List figures that are nearly something, without the lesson's own and those printed again."""
    rows = data.observations.query("qualifier == 'nearly' and observation != @_SHOWN")
    rows = rows.drop_duplicates(["indicator", "value"])
    usual = (_COOPERATION, *(name for name in rows["observation"] if name != _COOPERATION))
    return [(name,) for name in usual]


@exercise("1d", among=_nearly)
def nearly(data: Catalogue, names: Names) -> Exercise:
    """Write a figure with "nearly" as an interval."""
    (figure,) = figures(data, *names)
    step = figure.numeral.significant_step
    return Exercise(
        expected=figure.interval,
        mistakes={
            "point": figure.value,
            "both_sides": _around(figure, step, step),
            "half": _around(figure, step / 2, step / 2),
            "above": _around(figure, 0, step),
            "one": _around(figure, 1, 0),
        },
        values={"figure": figure, "step": step, "reach": figure.interval},
    )


def _small_rates(data: Catalogue) -> list[Names]:
    """List poor household rates under one percent, sound and printed with two decimals."""
    rates = data.observations.query(
        "indicator == 'poor_household_rate' and measure == 'actual' and qualifier == 'exact' "
        "and status == 'A' and 0 < value < 1"
    )
    first = rates["observation"] == _RATE
    rates = pd.concat([rates[first], rates[~first]]).drop_duplicates("value")
    names = rates["observation"][(rates["value"] * 100).round(6) % 1 == 0]
    return [(name,) for name in names]


@exercise("1e", among=_small_rates)
def rounded_number(data: Catalogue, names: Names) -> Exercise:
    """Write a rounded figure as an interval."""
    (rate,) = figures(data, *names)
    step = rate.numeral.step
    relative = 50 * rate.interval.width / rate.value
    return Exercise(
        expected=rate.interval,
        mistakes={
            "point": rate.value,
            "whole_step": _around(rate, step, step),
            "cut_off": _around(rate, 0, step),
            "below": _around(rate, step, 0),
        },
        percent=True,
        values={
            "rate": rate,
            "step": step,
            "reach": rate.interval,
            "relative": lambda language: f"{write(relative, language, 0)}%",
        },
    )


@exercise("1f")
def money_a_turn(data: Catalogue) -> Exercise:
    """Divide two figures and keep the interval."""
    names = (_SPENDING, _TURNS, "ldxh-hn-2024-p19-allowance-level")
    spending, turns, allowance = figures(data, *names)
    a_turn = spending.interval / turns.interval
    return Exercise(
        expected=a_turn,
        mistakes={
            "point": spending.value / turns.value,
            "ignored_word": spending.interval / turns.value,
            "upside_down": turns.interval / spending.interval,
            "in_millions": a_turn / 1e6,
        },
        values={
            "spending": spending,
            "turns": turns,
            "allowance": allowance,
            "low": round(a_turn.low),
            "high": round(a_turn.high),
            "least": round(a_turn.low / allowance.value, 2),
            "most": round(a_turn.high / allowance.value, 2),
        },
    )


@exercise("1g")
def say_it_right(data: Catalogue) -> Exercise:
    """Quote a figure in a sentence that says all of it."""
    turns = observation(data, _TURNS)
    years = (str(turns.period_start.year), str(turns.period_end.year))
    names = place_names(data)
    here = names.pop(turns.area)
    elsewhere = [name for listed in names.values() for name in listed]

    def fault(answer: object) -> str:
        text = " ".join(tidy(answer).casefold().split()) if isinstance(answer, str) else ""
        widened = _WIDENED.search(text)
        said = {
            "number": turns.value in numbers(text),
            "unit": _UNIT.search(text),
            "word": widened and not widened["no"],
            "place": mentions(text, here) and not mentions(text, elsewhere),
            "period": all(year in text for year in years),
            "yearly": not _YEARLY.search(text),
        }
        return next((part for part, found in said.items() if not found), "")

    return Exercise(
        expected=lambda language: _sentence(turns, language),
        fault=fault,
        mistakes={
            part: lambda language, part=part: _sentence(turns, language, part)
            for part in ("number", "unit", "word", "place", "period", "yearly")
        },
        values={"turns": turns, "period": turns.period},
    )


def _around(figure: Observation, below: float, above: float) -> Interval:
    return Interval(figure.value - below, figure.value + above)


def _sentence(turns: Observation, language: str, leave: str = "") -> str:
    """Write a sentence about the turns, leaving out one thing it has to say."""
    said = turns.number(language) if leave == "word" else turns.text(language)
    if leave == "unit":
        said = said.replace("lượt", "người").replace("turns", "people")
    if leave == "number":
        said = re.sub(r"[\d.,]+", "", said)
    if leave == "word":
        said += " lượt" if language == "vi" else " turns"
    period = "" if leave == "period" else turns.period(language)
    if leave == "yearly":
        period += " mỗi năm" if language == "vi" else " each year"
    gave = "đã trợ giúp xã hội" if language == "vi" else "gave social assistance"
    place = "Sơn La" if leave == "place" else "Hà Nội"
    return f"{place} {gave} {said} {period}".strip() + "."
