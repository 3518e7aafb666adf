"""Lesson 5: an honest chart and a one-page brief."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from .. import Brief, compare, observation, observations, one, select
from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..errors import UnknownName
from ..judge.comparison import Comparison
from ..judge.headlines import result_of, start_of
from ..judge.reasons import reasons_between, verdict_of
from ..report.one_notebook import Paper
from ..show.charts import Chart, series
from ..show.inline import text_of
from ..show.prose import Prose
from ..show.tables import Table
from ..show.tables import observations as observation_table
from ..show.words import area_name
from .exercise import Exercise, Pattern
from .exhibits import naive_bars
from .mistakes import extra_item

_RATE, _MODEL, _OTHER = "poor_household_rate", "VN-05", "VN-SG"
_YEAR = 2024
_PLACES = ("VN-HN", "VN-SG", "VN-05", "VN-69-165")
_FAULTS = ("missing_as_zero", "one_axis", "no_source", "wrong_figures", "dull_colours")
_QUESTIONS = ("A", "B", "C", "D")


def _bars(data: Catalogue) -> Comparison:
    return compare(data, _RATE, period=_YEAR, measure="actual")


def _zero(data: Catalogue) -> Observation:
    return next(figure for figure in _bars(data).figures.values() if figure.value == 0)


def _faults(data: Catalogue) -> set[str]:
    shown = _bars(data)
    found = {"missing_as_zero"} if shown.missing else set()
    found |= {"one_axis"} if len(shown.groups()) > 1 else set()
    return found | (set() if naive_bars(data, shown, "vi").note else {"no_source"})


def _groups(data: Catalogue) -> int:
    return len(compare(data, _RATE, measure="actual").groups())


def _answerable(data: Catalogue) -> str:
    """Name the question of exercise 5d that the data can answer."""
    training = compare(data, "vocational_enrolment", ("VN-HN", "VN-SG"))
    able = {
        "A": _groups(data) == 1,
        "B": start_of(data, result_of(data, _RATE, _MODEL)) is not None,
        "C": not training.missing,
        "D": data.indicators["theme"].eq("causes").any(),
    }
    return "".join(key for key in _QUESTIONS if able[key])


def _reviews(data: Catalogue, area: str) -> list[Observation]:
    """List the results of an area by the standard of its latest."""
    standard = result_of(data, _RATE, area).standard
    return observations(data, select(data, _RATE, area, measure="actual", standard=standard))


def _chart(data: Catalogue, language: str, area: str = _OTHER) -> Chart:
    return series(data, _reviews(data, area), language)


def _chart_fault(data: Catalogue, answer: object) -> str:
    """Name the first thing wrong with a chart handed in; empty when nothing is."""
    if isinstance(answer, Table):
        return "table"
    if not isinstance(answer, Chart):
        return "foreign"
    figures = _cited(data, answer)
    if {figure.indicator for figure in figures} != {_RATE}:
        return "other"
    if len({figure.area for figure in figures}) > 1:
        return "crowded"
    if figures[0].area == _MODEL:
        return "copied"
    if len({figure.standard for figure in figures}) > 1:
        return "standards"
    return "" if len({figure.period_end for figure in figures}) > 1 else "single"


def _other_figure(data: Catalogue) -> Observation:
    return one(data, "near_poor_household_rate", "VN-69-165", 2023)


def _cited(data: Catalogue, shown: Chart | Prose) -> list[Observation]:
    try:
        return [observation(data, name) for name in shown.observations]
    except UnknownName:
        return []


def _messages(data: Catalogue, language: str) -> list[Prose]:
    """Write two key messages without words: place, figure, date."""
    voice = Brief(data, language).voice(language)
    template = "{figure:area}: {figure} ({figure:period})"
    return [voice(template, figure=figure) for figure in _reviews(data, _OTHER)[:2]]


def _apart(data: Catalogue, language: str) -> Prose:
    voice = Brief(data, language).voice(language)
    first, second = (one(data, _RATE, area, 2023) for area in ("VN-HN", "VN-05"))
    template = "{a:area}: {a} ({a:period}); {b:area}: {b} ({b:period})"
    return voice(template, a=first, b=second)


def _message_fault(data: Catalogue, answer: object) -> str:
    """Name the first thing wrong with key messages handed in; empty when nothing is."""
    said = list(answer) if isinstance(answer, (list, tuple)) else [answer]
    if any(not isinstance(one_said, Prose) for one_said in said):
        return "typed"
    if len(said) < 2:
        return "one"
    cited = [_cited(data, one_said) for one_said in said]
    if not all(cited):
        return "no_figure"
    if any(_mixes(data, figures) for figures in cited):
        return "apart"
    dated = (
        any(figure.period(one_said.language) in one_said.markdown for figure in figures)
        for one_said, figures in zip(said, cited, strict=True)
    )
    return "" if all(dated) else "undated"


def _mixes(data: Catalogue, figures: list[Observation]) -> bool:
    """Tell whether figures of different places stand together that must not."""
    return any(
        a.area != b.area and verdict_of(reasons_between(data, a, b)) == Verdict.NOT_COMPARABLE
        for a, b in itertools.combinations(figures, 2)
    )


def _paper(data: Catalogue, language: str, **changed: object) -> Paper:
    reviews = _reviews(data, _OTHER)
    facts = {
        "path": Path("brief.pdf"),
        "title": area_name(data, _OTHER, language),
        "language": language,
        "pages": 1,
        "parameters": {"area": _OTHER},
        "sources": tuple(figure.source_row["number"] for figure in reviews),
    }
    return Paper(**{**facts, **changed})


def _paper_fault(data: Catalogue, answer: object) -> str:
    """Name the first thing wrong with a brief handed in; empty when nothing is."""
    if not isinstance(answer, Paper):
        return "path"
    if answer.parameters.get("area", _MODEL) == _MODEL:
        return "default"
    if not answer.sources:
        return "unsourced"
    return "" if answer.pages == 1 else "pages"


def _fault(judge: Callable, fault: str, example: Callable) -> Callable[[Catalogue], Pattern]:
    """Make the pattern of one fault; `example` takes the data and a language."""
    return lambda data: Pattern(
        lambda answer: judge(data, answer) == fault, lambda language: example(data, language)
    )


EXERCISES = (
    Exercise(
        "5a",
        expected=lambda data: set(_bars(data).missing),
        mistakes={
            "true_zero": lambda data: {_zero(data).area},
            "both": lambda data: {_zero(data).area, *_bars(data).missing},
            "small": lambda data: {"VN-SG"},
        },
        choices=_PLACES,
        values=lambda data: {
            "zero": lambda language: _zero(data).as_printed,
            "period": lambda language: _zero(data).period(language),
        },
    ),
    Exercise(
        "5b",
        expected=_faults,
        mistakes={
            "only_zero": lambda data: {"missing_as_zero"},
            "forgot_source": lambda data: _faults(data) - {"no_source"},
            "forgot_axis": lambda data: _faults(data) - {"one_axis"},
            "figures": lambda data: extra_item(_faults(data), "wrong_figures"),
            "colours": lambda data: extra_item(_faults(data), "dull_colours"),
        },
        choices=_FAULTS,
    ),
    Exercise(
        "5c",
        expected=_groups,
        tolerance=0,
        mistakes={
            "one": lambda data: 1,
            "two": lambda data: 2,
            "each": lambda data: len(_PLACES),
        },
        values=lambda data: {"n": _groups(data)},
    ),
    Exercise(
        "5d",
        expected=_answerable,
        mistakes={
            "ranking": lambda data: "A",
            "missing": lambda data: "C",
            "cause": lambda data: "D",
        },
        choices=_QUESTIONS,
    ),
    Exercise(
        "5e",
        expected=lambda data: _chart(data, "vi"),
        accepts=lambda data, answer: not _chart_fault(data, answer),
        mistakes={
            fault: _fault(_chart_fault, fault, example)
            for fault, example in {
                "foreign": lambda data, language: _chart(data, language).figure,
                "table": lambda data, language: observation_table(
                    data, _reviews(data, _OTHER), language
                ),
                "other": lambda data, language: series(data, [_other_figure(data)], language),
                "crowded": lambda data, language: series(
                    data, _reviews(data, "VN-HN") + _reviews(data, _OTHER), language
                ),
                "copied": lambda data, language: _chart(data, language, _MODEL),
                "standards": lambda data, language: series(
                    data, select(data, _RATE, "VN-HN", measure="actual"), language
                ),
                "single": lambda data, language: series(data, _reviews(data, _OTHER)[:1], language),
            }.items()
        },
        hints=3,
    ),
    Exercise(
        "5f",
        expected=lambda data: _messages(data, "vi"),
        accepts=lambda data, answer: not _message_fault(data, answer),
        mistakes={
            fault: _fault(_message_fault, fault, example)
            for fault, example in {
                "typed": lambda data, language: [
                    text_of(said.markdown) for said in _messages(data, language)
                ],
                "one": lambda data, language: _messages(data, language)[:1],
                "no_figure": lambda data, language: [
                    *_messages(data, language),
                    Prose("\u2026", (), language),
                ],
                "apart": lambda data, language: [
                    *_messages(data, language),
                    _apart(data, language),
                ],
                "undated": lambda data, language: [
                    Prose(said.markdown.rpartition(" (")[0], said.observations, language)
                    for said in _messages(data, language)
                ],
            }.items()
        },
        hints=3,
    ),
    Exercise(
        "5g",
        expected=lambda data: _paper(data, "vi"),
        accepts=lambda data, answer: not _paper_fault(data, answer),
        mistakes={
            fault: _fault(_paper_fault, fault, example)
            for fault, example in {
                "path": lambda data, language: "executed.ipynb",
                "default": lambda data, language: _paper(
                    data,
                    language,
                    title=area_name(data, _MODEL, language),
                    parameters={"area": _MODEL},
                ),
                "unsourced": lambda data, language: _paper(data, language, sources=()),
                "pages": lambda data, language: _paper(data, language, pages=2),
            }.items()
        },
        hints=3,
    ),
)
