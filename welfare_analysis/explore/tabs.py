"""Tabs: what each view of the desk shows, as HTML.

Colours follow JupyterLab's theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import WelfareError
from ..report.pages.drawing import drawing
from ..show.charts import Chart
from ..show.palette import darkened, following
from ..show.prose.references import references
from ..show.render.html import data_address, faces, part
from ..show.render.html import html_of as html_of_line
from ..show.views import has_view
from ..show.views import view as view_of
from ..show.writer import Writer
from .answer import Answer
from .code import repeating, restoring
from .to_file import TYPES, Saved, refusal

_PAPER = "var(--jp-layout-color0, #111)"
VIEWS = ("chart", "table", "verdicts", "series", "origin", "code")
_ALONE = ("table", "series", "origin", "code")  # what there is to see of fewer than two areas
_SIGNS = {
    "comparable": "\u2713",
    "with_caution": "~",
    "not_comparable": "\u00d7",
    "missing": "\u2013",
}


def views(answer: Answer) -> Sequence[str]:
    """List the views that an answer has."""
    if answer.comparison and answer.figures:
        return VIEWS
    return () if answer.frame.empty else _ALONE


def page(
    answer: Answer, view: str, figure: str = "", before: str = "chart", own: str = "desk"
) -> str:
    """Write one view as HTML.

    Parameters
    ----------
    answer : Answer
    view : str
        One of `views`.
    figure : str, optional
        For ``origin`` and its code: the observation whose origin is shown.
    before : str
        For ``code``: the view that it repeats.
    own : str
        Begins the names inside drawings, which no other desk of the page may have.
    """
    try:
        return _page(answer, view, figure, before, own)
    except WelfareError as error:
        return html(
            "alert",
            answer.writer,
            answer.writer.say("desk-not-shown"),
            error.told(answer.writer.language),
        )


def _page(answer: Answer, view: str, figure: str, before: str, own: str) -> str:
    known = [one for one in answer.observations if one.observation == figure]
    chosen = (known or answer.observations)[:1] if view == "origin" or before == "origin" else []
    if view == "code":
        name = chosen[0].observation if chosen else ""
        repeated, restored = repeating(answer, before, name), restoring(answer, before, name)
        return html("code", answer.writer, repeated, restored)
    if view == "origin":
        writer = answer.writer
        return "".join(html_of(view_of(one, writer.language)) for one in chosen)
    shown = getattr(answer, view)
    if shown is None:
        return ""
    if view == "verdicts":
        both = _alive(answer.matrix, own) + html_of(shown)
        return both + html_of(shown.to_clipboard())
    drawn = html_of(shown) if view == "table" else _alive(shown, own)
    return _cited(answer, shown, drawn) + (html_of(shown.to_clipboard()) if view == "table" else "")


def _alive(chart: Chart, own: str) -> str:
    """Set a chart as part of the page: it follows the theme, and its marks tell of themselves."""
    return html("chart", chart, drawing(chart.svg, own, chart.alt, chart.hints))


def _cited(answer: Answer, shown, drawn: str) -> str:
    """Set the sources below what cites them, folded."""
    alone = getattr(shown, "sources", ())  # a chart cites no source without a figure
    listed = references(answer.writer, shown.cited, alone)
    if not listed.entries:
        return drawn
    count = str(len(listed.entries))
    return html("cited", answer.writer, drawn, count, html_of(listed))


def picture(answer: Answer) -> str:
    """Write what stands in the place of the desk where nothing is alive: chart and table."""
    known = [one for one in (answer.chart, answer.table) if one is not None]
    drawn = "".join(_cited(answer, one, html_of(one)) for one in known)
    return html("picture", answer.writer, drawn)


def summary(answer: Answer) -> str:
    """Write who is above whom, the number of pairs of each verdict, and what is missing."""
    told = html_of_line(answer.standing)
    return html("summary", answer.writer, told, answer.counts, _SIGNS, answer.remark)


def style(name: str) -> str:
    """Write a style sheet of this folder, with what keeps the keys typed here for the desk."""
    return html("style", (Path(__file__).parent / name).read_text(encoding="utf-8"))


def colours() -> str:
    """Write the style of drawings: their letters, and their colours in JupyterLab's dark theme."""
    dark = f"[data-jp-theme-light=false] .wa-page{{{darkened(_PAPER)}}}"
    return html("rules", faces() + following() + dark)


def html(macro: str, *given: object) -> str:
    """Fill a part of the desk's template."""
    return part("desk.html.j2", macro, *given)


def html_of(shown) -> str:
    """Return the HTML that an object hands to Jupyter."""
    shown = view_of(shown) if has_view(shown) else shown
    return shown._repr_mimebundle_()["text/html"]


def saved(answer: Answer, done: Saved | None) -> str:
    """Say where a file was saved, with a link that downloads it, or that there is none."""
    address = data_address(done.path.read_bytes(), TYPES[done.path.suffix[1:]]) if done else ""
    return html("saved", answer.writer, done, address)


def refused(writer: Writer, folder: Path, reason: BaseException | None, detail: str) -> str:
    """Say in the language of the desk why a file was not saved."""
    if isinstance(reason, OSError):
        return html("alert", writer, refusal(writer, folder, reason), detail)
    return html("alert", writer, writer.say("desk-not-shown"), detail)
