"""Saving: an answer's chart and table as files, and a link to take them home."""

from __future__ import annotations

import base64
import html
from pathlib import Path

from ..messages import message
from .answer import Answer

CHART_FORMS = ("svg", "png", "pdf")
TABLE_FORMS = ("csv", "xlsx")
_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def save(answer: Answer, form: str, folder: Path, view: str = "chart") -> Path | None:
    """Write the chart or the table of a view to a file named for the question.

    Parameters
    ----------
    answer : Answer
    form : {"svg", "png", "pdf", "csv", "xlsx"}
    folder : path
        Made if it is missing.
    view : str
        ``series`` saves the chart over time, ``verdicts`` the verdicts; any other the chart or
        table of the comparison.

    Returns
    -------
    pathlib.Path or None
        None where the answer has nothing of that kind.
    """
    what = _shown(answer, form, view)
    if what is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return what.save(folder / f"{name(answer, view)}.{form}")


def name(answer: Answer, view: str = "chart") -> str:
    """Name a file for the question it answers: indicator, year, view and language."""
    choice = answer.choice
    special = view if view in ("series", "verdicts") else ""
    parts = (choice.indicator, choice.period, choice.per, special, choice.language)
    return "-".join(part for part in parts if part)


def link(path: Path, language: str) -> str:
    """Say where a file was saved, with a link that downloads it."""
    data = base64.b64encode(path.read_bytes()).decode()
    where = html.escape(f"{path.parent.name}/{path.name}")
    saved = message("desk-saved", language, path="\u0001")
    told = html.escape(saved).replace("\u0001", f"<code>{where}</code>")
    address = f"data:{_TYPES[path.suffix[1:]]};base64,{data}"
    label = html.escape(message("desk-download", language))
    return (
        f'<span lang="{language}" role="status">{told} '
        f'<a download="{html.escape(path.name)}" href="{address}">{label}</a></span>'
    )


def _shown(answer: Answer, form: str, view: str):
    if form in CHART_FORMS:
        found = {"series": "series", "verdicts": "matrix"}.get(view, "chart")
        return getattr(answer, found) or answer.series
    return answer.verdicts if view == "verdicts" else answer.table
