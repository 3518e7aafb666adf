"""Tabs: what each view of the desk shows, as HTML, and what is saved of it as a file.

Colours follow JupyterLab's theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import WelfareError
from ..show.prose.references import references
from ..show.render.html import data_address, part
from ..show.views import has_view
from ..show.views import view as view_of
from .answer import Answer

VIEWS = ("chart", "table", "verdicts", "series", "origin", "code")
_ALONE = ("table", "series", "origin", "code")  # what there is to see of fewer than two areas
_SIGNS = {
    "comparable": "\u2713",
    "with_caution": "~",
    "not_comparable": "\u00d7",
    "missing": "\u2013",
}
CHART_FORMS = ("svg", "png", "pdf")
TABLE_FORMS = ("csv", "xlsx")
_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def views(answer: Answer) -> Sequence[str]:
    """List the views that an answer has."""
    if answer.comparison and answer.figures:
        return VIEWS
    return () if answer.frame.empty else _ALONE


def page(answer: Answer, view: str, figure: str = "") -> str:
    """Write one view as HTML.

    Parameters
    ----------
    answer : Answer
    view : str
        One of `views`.
    figure : str, optional
        For ``origin``: the observation whose origin is shown.
    """
    try:
        return _page(answer, view, figure)
    except WelfareError as error:
        return html("alert", str(error))


def _page(answer: Answer, view: str, figure: str) -> str:
    if view == "code":
        return html("code", answer.writer, answer.code)
    if view == "origin":
        figures = answer.observations
        chosen = [one for one in figures if one.observation == figure] or figures[:1]
        return "".join(map(html_of, chosen))
    shown = getattr(answer, view)
    if shown is None:
        return ""
    if view == "verdicts":
        return "".join(map(html_of, (answer.matrix, shown, shown.to_clipboard())))
    return _cited(answer, shown) + (html_of(shown.to_clipboard()) if view == "table" else "")


def _cited(answer: Answer, shown) -> str:
    """Set the sources below what cites them, folded."""
    alone = getattr(shown, "sources", ())  # a chart cites no source without a figure
    listed = references(answer.writer, shown.cited, alone)
    if not listed.entries:
        return html_of(shown)
    count = str(len(listed.entries))
    return html("cited", answer.writer, html_of(shown), count, html_of(listed))


def summary(answer: Answer) -> str:
    """Write the number of pairs of each verdict, and what the chart leaves out."""
    return html("summary", answer.writer, answer.counts, _SIGNS, answer.remark)


def style(name: str) -> str:
    """Write a style sheet of this folder, with what keeps the keys typed here for the desk."""
    return html("style", (Path(__file__).parent / name).read_text(encoding="utf-8"))


def html(macro: str, *given: object) -> str:
    """Fill a part of the desk's template."""
    return part("desk.html.j2", macro, *given)


def html_of(shown) -> str:
    """Return the HTML that an object hands to Jupyter."""
    shown = view_of(shown) if has_view(shown) else shown
    return shown._repr_mimebundle_()["text/html"]


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
    if form in CHART_FORMS:
        name = {"series": "series", "verdicts": "matrix"}.get(view, "chart")
        shown = getattr(answer, name) or answer.series
    else:
        shown = answer.verdicts if view == "verdicts" else answer.table
    if shown is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return shown.save(folder / f"{_name(answer, view)}.{form}")


def _name(answer: Answer, view: str) -> str:
    """Name a file for the question it answers: indicator, year, measure, view and language."""
    choice = answer.choice
    special = view if view in ("series", "verdicts") else ""
    parts = (choice.indicator, choice.period, choice.by, special, choice.language)
    return "-".join(filter(None, parts))


def saved(answer: Answer, path: Path | None) -> str:
    """Say where a file was saved, with a link that downloads it, or that there is none."""
    address = data_address(path.read_bytes(), _TYPES[path.suffix[1:]]) if path else ""
    return html("saved", answer.writer, path, address)
