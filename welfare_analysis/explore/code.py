"""Code: the lines of Python that repeat what the desk shows, and the one that restores it."""

from __future__ import annotations

from dataclasses import fields

from ..show.writer import Writer
from .answer import Answer
from .choice import Choice

_OPENING = ("import welfare_analysis as wa", "data = wa.load()")


def repeating(answer: Answer, view: str, figure: str = "") -> str:
    """Write the lines that give exactly what a view shows.

    Parameters
    ----------
    answer : Answer
    view : str
        One of `tabs.views`.
    figure : str, optional
        For ``origin``: the observation that is shown.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> answer = Answer(load(), Choice(areas=("VN-HN", "VN-05"), period="2023", language="en"))
    >>> print(repeating(answer, "table"))
    import welfare_analysis as wa
    data = wa.load()
    answer = wa.compare(data, "poor_household_rate", ["Hà Nội", "Sơn La"], "2023")
    wa.tables.comparison(data, answer, "en")
    """
    return "\n".join([*_OPENING, *_lines(answer, view, figure)])


def restoring(answer: Answer, view: str, figure: str = "") -> str:
    """Write the line that opens the desk as it is, at the figure whose origin is shown.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(restoring(Answer(load(), Choice(period="2023", log=True)), "series"))
    wa.explore.desk(data, "vi", period="2023", log=True, view="series")
    """
    plain, given = Choice(), []
    for name in (one.name for one in fields(Choice) if one.name not in ("theme", "language")):
        value = getattr(answer.choice, name)
        if value != getattr(plain, name):
            given.append(f"{name}={_areas(answer) if name == 'areas' else _literal(value)}")
    given += [f"view={_literal(view)}"] if view not in ("", "chart") else []
    given += [f"figure={_literal(figure)}"] if view == "origin" and figure else []
    return f"wa.explore.desk({', '.join(['data', _literal(answer.choice.language), *given])})"


def _lines(answer: Answer, view: str, figure: str) -> list[str]:
    language = _literal(answer.choice.language)
    if view == "origin":
        return [f"wa.view(wa.observation(data, {_literal(figure)}), {language})"]
    if view == "series" or not answer.comparison:
        made = "charts.series" if view == "series" else "tables.observations"
        return [_selecting(answer), f"wa.{made}(data, figures, {language})"]
    if view == "table":
        return [_comparing(answer), f"wa.tables.comparison(data, answer, {language})"]
    if view == "verdicts":
        both = (
            f"wa.{kind}(data, answer, {language})" for kind in ("charts.matrix", "tables.verdicts")
        )
        return [_comparing(answer), f"display({', '.join(both)})"]
    switches = [f"{name}=True" for name in ("log", "refused") if getattr(answer.choice, name)]
    drawn = [
        "data",
        "answer",
        language,
        *(one.replace("refused", "show_refused") for one in switches),
    ]
    return [_comparing(answer), f"wa.charts.ranges({', '.join(drawn)})"]


def _comparing(answer: Answer) -> str:
    choice = answer.choice
    asked = ["data", _literal(choice.indicator), _areas(answer)]
    asked += [_literal(choice.period)] if choice.period else []
    asked += [f"{name}={_literal(value)}" for name, value in answer.kept.items()]
    asked += [f"by={_literal(choice.by)}"] if choice.by else []
    return f"answer = wa.compare({', '.join(asked)})"


def _selecting(answer: Answer) -> str:
    """Write the line that takes every figure of the places, of any year."""
    asked = ["data", _literal(answer.choice.indicator), _areas(answer)]
    asked += [f"{name}={_literal(value)}" for name, value in answer.kept.items()]
    return f"figures = wa.select({', '.join(asked)})"


def _areas(answer: Answer) -> str:
    vi = Writer(answer.data, "vi")
    return f"[{', '.join(_literal(vi.area(area)) for area in answer.choice.areas)}]"


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)
