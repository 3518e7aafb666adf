"""Script: the lines of Python that repeat an answer, to be copied into a cell."""

from __future__ import annotations

from ..show.writer import Writer
from .answer import Answer


def script(answer: Answer) -> str:
    """Write the code that gives the same comparison, table and chart."""
    choice, data = answer.choice, answer.data
    names = [Writer(data, "vi").area(area) for area in choice.areas]
    given = [f'"{choice.indicator}"', _listed(names)]
    if choice.period:
        given.append(choice.period)
    given += [
        f'{name}="{value}"' for name in ("measure", "standard") if (value := getattr(choice, name))
    ]
    lines = ["import welfare_analysis as wa", "data = wa.load()"]
    if not answer.comparison:
        picked = [given[0], given[1].replace("[", "").replace("]", ""), *given[2:]]
        lines += [
            f"figures = wa.select(data, {', '.join(picked)})",
            f'wa.charts.series(data, figures, "{choice.language}")',
        ]
        return "\n".join(lines)
    lines.append(f"answer = wa.compare(data, {', '.join(given)})")
    more = [f'per="{choice.per}"'] if choice.per else []
    more += [
        f"{name}=True"
        for name, chosen in (("log", choice.log), ("show_refused", choice.refused))
        if chosen
    ]
    shown = ", ".join(["data", "answer", f'"{choice.language}"', *more])
    lines.append(f"wa.charts.ranges({shown})")
    return "\n".join(lines)


def _listed(names: list[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"[{quoted}]"
