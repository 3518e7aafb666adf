"""Lesson 1: reading an official figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..data.catalogue import Catalogue
from ..data.figures import Observation, observation
from ..data.intervals import Interval
from ..data.numerals import write
from .exercise import Exercise, Pattern

SPENDING = "ldxh-hn-2024-p19-assistance-spending"
TURNS = "ldxh-hn-2024-p19-assistance-turns"
ALLOWANCE = "ldxh-hn-2024-p19-allowance-level"
PLACEMENTS = "ldxh-hn-2024-p13-job-placements"
NEARLY = "ldxh-hn-2024-p10-enterprise-cooperation"
POOR_RATE = "ldxh-hn-2024-p16-poor-rate"
STOCKS_AND_FLOWS = {
    "A": "ldxh-hn-2024-p11-workers-sent-abroad",
    "B": "baosonla-2024-p9-workers-abroad",
    "C": "ldxh-hn-2024-p16-poor-households",
    "D": "baosonla-2024-p10-enrolment",
    "E": "baosonla-2024-p10-teachers",
    "F": "ldxh-hn-2024-p12-job-sessions",
}

# What a sentence about a figure of turns may say, in either language.
_UNIT = re.compile(r"\blượt\b|\bturns?\b|\binstances?\b")
_WIDENED = re.compile(r"\bhơn\b|\btrên\b|\bmore than\b|\bover\b")


def _figures(data: Catalogue) -> dict[str, Observation]:
    return {letter: observation(data, name) for letter, name in STOCKS_AND_FLOWS.items()}


def _temporal(data: Catalogue) -> dict[str, str]:
    return {letter: figure.indicator_row["temporal"] for letter, figure in _figures(data).items()}


def _but(data: Catalogue, *letters: str) -> dict[str, str]:
    """Return the answers to these letters the wrong way round."""
    right = _temporal(data)
    return {letter: "flow" if right[letter] == "stock" else "stock" for letter in letters}


def _around(data: Catalogue, name: str, below: float, above: float) -> Interval:
    """Return an interval around a printed figure, measured in its last non-zero place."""
    figure = observation(data, name)
    step = figure.numeral.significant_step
    return Interval(figure.value - below * step, figure.value + above * step)


def _per_turn(data: Catalogue) -> Interval:
    return observation(data, SPENDING).interval / observation(data, TURNS).interval


def _relative(data: Catalogue, language: str) -> str:
    """Write how far a rate may lie from its print, in percent of itself."""
    rate = observation(data, POOR_RATE)
    return write(50 * rate.interval.width / rate.value, language, 0) + "%"


def _sentence(data: Catalogue, language: str, leave: str = "") -> str:
    """Write a sentence about the turns, leaving out one thing it has to say."""
    figure = observation(data, TURNS)
    said = figure.number(language) if leave == "word" else figure.text(language)
    if leave == "unit":
        said = said.replace("lượt", "người").replace("turns", "people")
    if leave == "number":
        said = re.sub(r"[\d.,]+", "", said)
    period = "" if leave == "period" else figure.period(language)
    if leave == "word":
        said += " lượt" if language == "vi" else " turns"
    if language == "vi":
        return f"Hà Nội đã trợ giúp xã hội {said} {period}".strip() + "."
    return f"Hà Nội gave social assistance {said} {period}".strip() + "."


def _lacks(data: Catalogue, what: str) -> Callable[[object], bool]:
    figure = observation(data, TURNS)
    numbers = [re.escape(figure.number(language)) for language in ("vi", "en")]
    years = (str(figure.period_start.year), str(figure.period_end.year))
    tests = {
        "number": lambda text: not re.search("|".join(numbers), text),
        "unit": lambda text: not _UNIT.search(text),
        "word": lambda text: not _WIDENED.search(text),
        "period": lambda text: not all(year in text for year in years),
    }
    return lambda answer: tests[what](str(answer).casefold())


def _leaves_out(what: str):
    return lambda data: Pattern(
        _lacks(data, what), example=lambda language: _sentence(data, language, what)
    )


def _says_all(data: Catalogue, answer: object) -> bool:
    return isinstance(answer, str) and not any(
        _lacks(data, what)(answer) for what in ("number", "unit", "word", "period")
    )


EXERCISES = (
    Exercise(
        "1a",
        expected=lambda data: observation(data, SPENDING).value,
        mistakes={
            "no_scale": lambda data: observation(data, SPENDING).value / 1e9,
            "millions": lambda data: observation(data, SPENDING).value / 1e3,
            "marks": lambda data: observation(data, SPENDING).value / 1e3 / 1e9,
            "comma": lambda data: observation(data, SPENDING).value * 100,
        },
        tolerance=1e-9,
        values=lambda data: {"printed": observation(data, SPENDING).as_printed},
    ),
    Exercise(
        "1b",
        expected=_temporal,
        mistakes={
            "abroad": lambda data: _but(data, "B"),
            "poor": lambda data: _but(data, "C"),
            "sent": lambda data: _but(data, "A"),
            "teachers": lambda data: _but(data, "E"),
            "enrolled": lambda data: _but(data, "D"),
        },
        choices=("stock", "flow"),
        hints=3,
        given=_figures,
        values=lambda data: {
            "abroad": _figures(data)["B"],
            "sent": _figures(data)["A"],
            "period": lambda language: _figures(data)["A"].period(language),
            "date": lambda language: _figures(data)["B"].period(language),
        },
    ),
    Exercise(
        "1c",
        expected=lambda data: "at_most",
        mistakes={"exactly": lambda data: "exactly", "at_least": lambda data: "at_least"},
        choices=("exactly", "at_most", "at_least"),
        values=lambda data: {"placements": observation(data, PLACEMENTS)},
    ),
    Exercise(
        "1d",
        expected=lambda data: observation(data, NEARLY).interval,
        mistakes={
            "point": lambda data: observation(data, NEARLY).value,
            "both_sides": lambda data: _around(data, NEARLY, 1, 1),
            "half": lambda data: _around(data, NEARLY, 0.5, 0.5),
            "above": lambda data: _around(data, NEARLY, 0, 1),
            "one": lambda data: Interval(
                observation(data, NEARLY).value - 1, observation(data, NEARLY).value
            ),
        },
        values=lambda data: {
            "figure": observation(data, NEARLY),
            "step": observation(data, NEARLY).numeral.significant_step,
            "reach": observation(data, NEARLY).interval,
        },
    ),
    Exercise(
        "1e",
        expected=lambda data: observation(data, POOR_RATE).interval,
        mistakes={
            "point": lambda data: observation(data, POOR_RATE).value,
            "whole_step": lambda data: _around(data, POOR_RATE, 1, 1),
            "cut_off": lambda data: _around(data, POOR_RATE, 0, 1),
            "below": lambda data: _around(data, POOR_RATE, 1, 0),
        },
        hints=3,
        values=lambda data: {
            "rate": observation(data, POOR_RATE),
            "step": observation(data, POOR_RATE).numeral.step,
            "reach": observation(data, POOR_RATE).interval,
            "relative": lambda language: _relative(data, language),
        },
    ),
    Exercise(
        "1f",
        expected=_per_turn,
        mistakes={
            "point": lambda data: (
                observation(data, SPENDING).value / observation(data, TURNS).value
            ),
            "ignored_word": lambda data: (
                observation(data, SPENDING).interval / observation(data, TURNS).value
            ),
            "upside_down": lambda data: (
                observation(data, TURNS).interval / observation(data, SPENDING).interval
            ),
            "in_millions": lambda data: _per_turn(data) / 1e6,
        },
        hints=3,
        values=lambda data: {
            "spending": observation(data, SPENDING),
            "turns": observation(data, TURNS),
            "allowance": observation(data, ALLOWANCE),
            "low": round(_per_turn(data).low),
            "high": round(_per_turn(data).high),
        },
    ),
    Exercise(
        "1g",
        expected=lambda data: _sentence(data, "vi"),
        accepts=_says_all,
        mistakes={
            "number": _leaves_out("number"),
            "unit": _leaves_out("unit"),
            "word": _leaves_out("word"),
            "period": _leaves_out("period"),
        },
        values=lambda data: {
            "turns": observation(data, TURNS),
            "period": lambda language: observation(data, TURNS).period(language),
        },
    ),
)
