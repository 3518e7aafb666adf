"""Lesson 5: an honest chart and a one-page brief."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from .. import Brief, compare, observation, observations, one, select
from ..catalogue import Catalogue
from ..charts import Chart, series
from ..codes import Verdict
from ..comparison import Comparison
from ..errors import UnknownName
from ..figures import Observation
from ..headlines import result_of, start_of
from ..prose import Prose
from ..reasons import reasons_between, verdict_of
from ..reporting.single import Paper
from ..tables import Table
from .exercise import Exercise, Pattern
from .exhibits import naive_bars

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


def _chart(data: Catalogue, area: str = _OTHER) -> Chart:
    return series(data, _reviews(data, area), "vi")


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


def _messages(data: Catalogue) -> list[Prose]:
    """Write two key messages without words: place, figure, date."""
    voice = Brief(data, "vi").voice("vi")
    template = "{figure:area}: {figure} ({figure:period})"
    return [voice(template, figure=figure) for figure in _reviews(data, _OTHER)[:2]]


def _apart(data: Catalogue) -> Prose:
    voice = Brief(data, "vi").voice("vi")
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
    dated = (any(figure.period(one_said.language) in one_said.markdown for figure in figures)
             for one_said, figures in zip(said, cited, strict=True))  # fmt: skip
    return "" if all(dated) else "undated"


def _mixes(data: Catalogue, figures: list[Observation]) -> bool:
    """Tell whether figures of different places stand together that must not."""
    return any(
        a.area != b.area and verdict_of(reasons_between(data, a, b)) == Verdict.NOT_COMPARABLE
        for a, b in itertools.combinations(figures, 2)
    )


def _paper(data: Catalogue, **changed: object) -> Paper:
    numbers = sorted({figure.source_row["number"] for figure in _reviews(data, _OTHER)})
    facts = {"path": Path("brief.pdf"), "title": "", "language": "vi", "pages": 1,
             "sources": tuple(numbers), "parameters": {"area": _OTHER}}  # fmt: skip
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
    return lambda data: Pattern(lambda answer: judge(data, answer) == fault, example(data))


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
            "figures": lambda data: _faults(data) | {"wrong_figures"},
            "colours": lambda data: _faults(data) | {"dull_colours"},
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
        expected=_chart,
        accepts=lambda data, answer: not _chart_fault(data, answer),
        mistakes={
            "foreign": _fault(_chart_fault, "foreign", lambda data: _chart(data).figure),
            "table": _fault(_chart_fault, "table", lambda data: Table("", (), (), "", (), "vi")),
            "other": _fault(
                _chart_fault, "other", lambda data: series(data, [_other_figure(data)], "vi")
            ),
            "crowded": _fault(
                _chart_fault,
                "crowded",
                lambda data: series(data, _reviews(data, "VN-HN") + _reviews(data, _OTHER), "vi"),
            ),
            "copied": _fault(_chart_fault, "copied", lambda data: _chart(data, _MODEL)),
            "standards": _fault(
                _chart_fault,
                "standards",
                lambda data: series(data, select(data, _RATE, "VN-HN", measure="actual"), "vi"),
            ),
            "single": _fault(
                _chart_fault, "single", lambda data: series(data, _reviews(data, _OTHER)[:1], "vi")
            ),
        },
        hints=3,
    ),
    Exercise(
        "5f",
        expected=_messages,
        accepts=lambda data, answer: not _message_fault(data, answer),
        mistakes={
            "typed": _fault(
                _message_fault, "typed", lambda data: [str(said) for said in _messages(data)]
            ),
            "one": _fault(_message_fault, "one", lambda data: _messages(data)[:1]),
            "no_figure": _fault(
                _message_fault, "no_figure", lambda data: [*_messages(data), Prose("", (), "vi")]
            ),
            "apart": _fault(_message_fault, "apart", lambda data: [*_messages(data), _apart(data)]),
            "undated": _fault(
                _message_fault,
                "undated",
                lambda data: [Prose("", said.observations, "vi") for said in _messages(data)],
            ),
        },
        hints=3,
    ),
    Exercise(
        "5g",
        expected=_paper,
        accepts=lambda data, answer: not _paper_fault(data, answer),
        mistakes={
            "path": _fault(_paper_fault, "path", lambda data: "executed.ipynb"),
            "default": _fault(
                _paper_fault, "default", lambda data: _paper(data, parameters={"area": _MODEL})
            ),
            "unsourced": _fault(_paper_fault, "unsourced", lambda data: _paper(data, sources=())),
            "pages": _fault(_paper_fault, "pages", lambda data: _paper(data, pages=2)),
        },
        hints=3,
    ),
)
