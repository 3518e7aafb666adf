"""Pages: what each view of the desk shows, as HTML; colours follow JupyterLab's theme."""

from __future__ import annotations

import html
from collections.abc import Sequence

from ..errors import WelfareError
from ..messages import message
from ..show.prose.references import references
from ..show.writer import Writer
from .answer import Answer
from .script import script

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
        return _PAGES[view](answer, figure)
    except WelfareError as error:
        return f'<p role="alert">{html.escape(str(error))}</p>'


def summary(answer: Answer) -> str:
    """Write the number of pairs of each verdict, and what the chart leaves out."""
    language = answer.choice.language
    remark = html.escape(answer.remark)
    found = [
        f'<span class="wa-verdict wa-{name}"><span aria-hidden="true">{_SIGNS[name]}</span> '
        f"{count} {html.escape(message(f'verdict-{name}', language))}</span>"
        for name, count in answer.counts.items()
        if count
    ]
    label = message("desk-pairs-counts" if answer.choice.per else "desk-pairs", language)
    pairs = f'<p class="wa-pairs">{html.escape(label)}: {" ".join(found)}</p>' if found else ""
    told = f"<p>{remark}</p>" if remark else ""
    return f'<div lang="{language}" role="status">{pairs}{told}</div>'


def _chart(answer: Answer, _: str) -> str:
    return _cited(answer, answer.chart) if answer.chart else ""


def _table(answer: Answer, _: str) -> str:
    if not answer.table:
        return ""
    return _cited(answer, answer.table) + html_of(answer.table.to_clipboard())


def _verdicts(answer: Answer, _: str) -> str:
    if not answer.verdicts:
        return ""
    shown = (answer.matrix, answer.verdicts, answer.verdicts.to_clipboard())
    return "".join(html_of(one) for one in shown)


def _series(answer: Answer, _: str) -> str:
    return _cited(answer, answer.series) if answer.series else ""


def _origin(answer: Answer, name: str) -> str:
    figures = answer.observations
    chosen = [figure for figure in figures if figure.observation == name] or figures[:1]
    return "".join(html_of(figure) for figure in chosen)


def _code(answer: Answer, _: str) -> str:
    reading = html.escape(message("desk-code-reading", answer.choice.language))
    return f'<p>{reading}</p><pre class="wa-code" tabindex="0">{html.escape(script(answer))}</pre>'


def _cited(answer: Answer, shown) -> str:
    """Set the sources below what cites them, folded."""
    language = answer.choice.language
    listed = references(Writer(answer.data, language), shown.observations, shown.sources)
    label = html.escape(message("desk-sources", language, count=str(len(listed.entries))))
    return (
        f"{html_of(shown)}<details><summary>{label}</summary>{html_of(listed)}</details>"
        if listed.entries
        else html_of(shown)
    )


def html_of(shown) -> str:
    """Return the HTML that an object hands to Jupyter."""
    return shown._repr_mimebundle_()["text/html"]


_PAGES = {
    "chart": _chart,
    "table": _table,
    "verdicts": _verdicts,
    "series": _series,
    "origin": _origin,
    "code": _code,
}
