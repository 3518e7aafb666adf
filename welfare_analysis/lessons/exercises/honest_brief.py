"""Lesson 5: an honest chart and a one-page brief."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

from ...codes import Verdict
from ...data.areas import DEFAULT_AREAS
from ...data.catalogue import Catalogue
from ...data.figures import Observation, observations
from ...data.selection import one, select
from ...errors import UnknownName
from ...judge.comparison import Comparison, compare
from ...judge.headlines import result_of, start_of
from ...judge.reasons import reasons_between, verdict_of
from ...messages import message
from ...report.one_notebook import Paper
from ...show.charts import Chart, series
from ...show.prose import Brief, Prose
from ...show.tables import Table
from ...show.tables import observations as observation_table
from ...show.writer import Writer
from ..exercise import Exercise, Holding, exercise, figures, place_names
from ..exhibits import naive_bars
from ..typed_words import mentions

_RATE, _MODEL, _OTHER = "poor_household_rate", "VN-05", "VN-SG"
_CITIES = ("VN-HN", "VN-SG")
_DRAWN = ("VN-HN", "VN-05", "VN-69-165")
_SUPERLATIVE = re.compile(
    r"\bnhất\b|\bxếp thứ\b|\bđứng (?:đầu|cuối)\b|\b(?:low|high|poor|rich|small|larg|great)est\b"
    r"|\b(?:best|worst|most|least|rank\w*)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\btrong (?:số |các |bốn |4 )|\b(?:các|mọi) (?:tỉnh|nơi|địa phương|thành phố)\b"
    r"|\b(?:of|among) (?:the |all )?(?:four|4|places|provinces|cities)\b|\bcountry\b"
    r"|\bcả nước\b|\btoàn quốc\b",
    re.IGNORECASE,
)


@exercise("5a")
def invented_zero(data: Catalogue) -> Exercise:
    """Tell a missing figure from a printed zero."""
    shown = _bars(data)
    zero = next(figure for figure in shown.figures.values() if figure.value == 0)
    return Exercise(
        expected=set(shown.missing),
        mistakes={
            "true_zero": {zero.area},
            "both": {zero.area, *shown.missing},
            "not_drawn": {"VN-SG"},
        },
        choices=DEFAULT_AREAS,
        values={"zero": zero.inputs[0].as_printed, "period": zero.period},
    )


@exercise("5b")
def faults_of_a_chart(data: Catalogue) -> Exercise:
    """List what misleads in the naive chart."""
    shown = _bars(data)
    tests = {
        "missing_as_zero": bool(shown.missing),
        "one_axis": len(shown.groups()) > 1,
        "no_source": not naive_bars(data, shown, "vi").note,
    }
    faults = {name for name, found in tests.items() if found}
    return Exercise(
        expected=faults,
        mistakes={
            "only_zero": {"missing_as_zero"},
            "forgot_source": faults - {"no_source"},
            "forgot_axis": faults - {"one_axis"},
            "figures": Holding("wrong_figures"),
            "colours": Holding("dull_colours"),
        },
        choices=(*tests, "wrong_figures", "dull_colours"),
    )


@exercise("5c")
def number_of_axes(data: Catalogue) -> Exercise:
    """Count the axes that an honest chart needs."""
    groups = _groups(data)
    return Exercise(
        expected=groups,
        tolerance=0,
        mistakes={"one": 1, "two": 2, "each": len(DEFAULT_AREAS)},
        values={"n": groups},
    )


@exercise("5d")
def question_with_an_answer(data: Catalogue) -> Exercise:
    """Choose the question that the data can answer."""
    cities = compare(data, "vocational_enrolment", ("VN-HN", "VN-SG"))
    refused = (Verdict.MISSING, Verdict.NOT_COMPARABLE)
    able = {
        "A": _groups(data) == 1,
        "B": start_of(data, result_of(data, _RATE, _MODEL)) is not None,
        "C": cities.verdict("VN-HN", "VN-SG") not in refused,
        "D": data.indicators["theme"].eq("causes").any(),
    }
    return Exercise(
        expected="".join(letter for letter, can in able.items() if can),
        mistakes={"ranking": "A", "apart": "C", "cause": "D"},
        choices=tuple(able),
    )


@exercise("5e")
def chart_of_your_own(data: Catalogue) -> Exercise:
    """Draw the results of one place by its latest standard."""
    reviews = _reviews(data, _OTHER)
    near_poor = one(data, "near_poor_household_rate", "VN-69-165", 2023)
    hanoi = select(data, _RATE, "VN-HN", measure="actual")

    def drawn(shown) -> Callable:
        return lambda language: series(data, shown, language)

    def fault(answer: object) -> str:
        if isinstance(answer, Table):
            return "table"
        if not isinstance(answer, Chart):
            return "foreign"
        cited = _cited(data, answer)
        if {figure.indicator for figure in cited} != {_RATE}:
            return "other"
        if len({figure.area for figure in cited}) > 1:
            return "crowded"
        if cited[0].area == _MODEL:
            return "copied"
        if cited[0].area not in _CITIES:
            return "elsewhere"
        if len({figure.standard for figure in cited}) > 1:
            return "standards"
        return "" if len({figure.period_end for figure in cited}) > 1 else "single"

    return Exercise(
        expected=drawn(reviews),
        fault=fault,
        mistakes={
            "foreign": lambda language: drawn(reviews)(language).figure,
            "table": lambda language: observation_table(data, reviews, language),
            "other": drawn([near_poor]),
            "crowded": drawn(_reviews(data, "VN-HN") + reviews),
            "copied": drawn(_reviews(data, _MODEL)),
            "elsewhere": drawn(_reviews(data, "VN-69-165")),
            "standards": drawn(hanoi),
            "single": drawn(reviews[:1]),
        },
    )


@exercise("5f")
def key_messages(data: Catalogue) -> Exercise:
    """Word two key messages from the data."""

    def model(language: str) -> list[Prose]:
        voice = Brief(data, language).voice(language)
        template = "{figure:area}: {figure} ({figure:period})"
        return [voice(template, figure=figure) for figure in _reviews(data, _OTHER)[:2]]

    def apart(language: str) -> Prose:
        voice = Brief(data, language).voice(language)
        first, second = (one(data, _RATE, area, 2023) for area in ("VN-HN", "VN-05"))
        template = "{a:area}: {a} ({a:period}); {b:area}: {b} ({b:period})"
        return voice(template, a=first, b=second)

    def ranking(language: str) -> Prose:
        voice = Brief(data, language).voice(language)
        template = message("lesson-5f-ranking", language)
        return voice(template, figure=_reviews(data, _OTHER)[-1])

    def undated(said: Prose, language: str) -> Prose:
        return Prose.of(str(said).rpartition(" (")[0], said.observations, language)

    def fault(answer: object) -> str:
        said = list(answer) if isinstance(answer, (list, tuple)) else [answer]
        if any(not isinstance(prose, Prose) for prose in said):
            return "typed"
        if len(said) < 2:
            return "one"
        cited = [_cited(data, prose) for prose in said]
        if not all(cited):
            return "no_figure"
        if _mixes(data, list(itertools.chain(*cited))):
            return "apart"
        if any(_ranks(data, prose, some) for prose, some in zip(said, cited, strict=True)):
            return "ranking"
        dated = (
            any(figure.period(prose.language) in str(prose) for figure in some)
            for prose, some in zip(said, cited, strict=True)
        )
        return "" if all(dated) else "undated"

    return Exercise(
        expected=model,
        fault=fault,
        mistakes={
            "typed": lambda language: [str(said) for said in model(language)],
            "one": lambda language: model(language)[:1],
            "no_figure": lambda language: [*model(language), Prose.of("\u2026", (), language)],
            "apart": lambda language: [*model(language), apart(language)],
            "ranking": lambda language: [*model(language), ranking(language)],
            "undated": lambda language: [undated(said, language) for said in model(language)],
        },
    )


@exercise("5g")
def one_page(data: Catalogue) -> Exercise:
    """Make a brief of one page of another place."""
    sources = tuple(figure.source_row["number"] for figure in _reviews(data, _OTHER))

    def paper(area: str = _OTHER, pages: int = 1, sources: tuple = sources) -> Callable:
        return lambda language: Paper(
            path=Path("brief.pdf"),
            title=Writer(data, language).area(area),
            language=language,
            pages=pages,
            parameters={"area": area},
            sources=sources,
        )

    def fault(answer: object) -> str:
        if not isinstance(answer, Paper):
            return "path"
        asked = (answer.parameters.get("area", _MODEL), answer.parameters.get("indicator", _RATE))
        if asked == (_MODEL, _RATE):
            return "default"
        if not answer.sources:
            return "unsourced"
        return "" if answer.pages == 1 else "pages"

    return Exercise(
        expected=paper(),
        fault=fault,
        mistakes={
            "path": "executed.ipynb",
            "default": paper(area=_MODEL),
            "unsourced": paper(sources=()),
            "pages": paper(pages=2),
        },
    )


def _bars(data: Catalogue) -> Comparison:
    return compare(data, _RATE, _DRAWN, period=2021, measure="actual")


def _groups(data: Catalogue) -> int:
    return len(compare(data, _RATE, period=2023, measure="actual").groups())


def _reviews(data: Catalogue, area: str) -> list[Observation]:
    """List the results of an area by the standard of its latest."""
    standard = result_of(data, _RATE, area).standard
    return observations(data, select(data, _RATE, area, measure="actual", standard=standard))


def _cited(data: Catalogue, shown: Chart | Prose) -> list[Observation]:
    try:
        return figures(data, *shown.observations)
    except UnknownName:
        return []


def _mixes(data: Catalogue, cited: list[Observation]) -> bool:
    """Tell whether figures of different places stand together that must not."""
    return any(
        a.area != b.area and verdict_of(reasons_between(data, a, b)) == Verdict.NOT_COMPARABLE
        for a, b in itertools.combinations(cited, 2)
    )


def _ranks(data: Catalogue, said: Prose, cited: list[Observation]) -> bool:
    """Tell whether a sentence compares a place with others of which it gives no figure."""
    text, places = str(said), {figure.area for figure in cited}
    others = (names for area, names in place_names(data).items() if area not in places)
    ranked = _SUPERLATIVE.search(text) and _AMONG.search(text)
    return bool(ranked) or any(mentions(text, names) for names in others)
