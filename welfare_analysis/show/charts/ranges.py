"""Ranges: a dot and the interval of each figure; what is not comparable has its own axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...codes import GOALS
from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge.derived import Measure
from ...judge.reasons import sentence
from ...messages import message
from .. import readers, words
from ..bundle import unique
from ..inline import literal
from . import describe, grouping, style
from . import headings as findings
from . import per_head as denominators
from .chart import Chart
from .rows import Panel, Row, draw_panels

_LABEL_MOST = 2.4  # inches of label that one row can carry
_RATES = ("percent", "points")


@readers.public(shown=readers.figures)
def ranges(
    data: Catalogue,
    shown: readers.Figures,
    language: str,
    title: object = None,
    subtitle: object = None,
    *,
    log: bool = False,
    per: str | None = None,
    show_refused: bool = False,
) -> Chart:
    """Draw figures as dots with their intervals, in panels of comparable ones.

    Parameters
    ----------
    data : Catalogue
    shown : Comparison, DataFrame, iterable of Observation or Measure, or mapping of area to them
        Of an iterable, figures of one area that may share an axis share a row (a result and its
        target).  None as a measure is an area without a figure.
    language : {"vi", "en"}
    title : str or Prose, optional
        The finding; by default one that the figures themselves support.
    subtitle : str or Prose, optional
        What is measured; by default the indicators and their unit.
    log : bool, default False
        A logarithmic axis, for counts above zero only; the note says so.
    per : {"inhabitants", "households"}, optional
        Put counts on a base: per 100,000 inhabitants or per 1,000 households, of the nearest
        year that has one.  A total over more than a year becomes a yearly average first.
    show_refused : bool, default False
        Draw in grey what may not be compared with the largest group, each time with the full
        reasons beside it.

    Returns
    -------
    Chart
        Figures that are not comparable never share an axis; what sets a panel apart stands above
        it.  A place without a figure has an empty row.

    Raises
    ------
    UsageError
        If nothing is to be drawn, or an axis or a base does not suit the figures.
    NotComparable
        If `per` is asked for what is no count.
    """
    return _drawn(data, shown, language, title, subtitle, log, per, show_refused)


def _drawn(
    data: Catalogue,
    shown: tuple[list[words.Figure], list[str]],
    language: str,
    title: object,
    subtitle: object,
    log: bool = False,
    per: str | None = None,
    show_refused: bool = False,
) -> Chart:
    """Draw figures that were read, and the areas without one."""
    found, missing = shown
    figures = _distinct(found)
    notes: list[str] = []
    if per is not None:
        figures, without = denominators.on_base(data, figures, per)
        missing, notes = [*missing, *without], _bases(data, figures, language)
    if log:
        _refuse_log(figures)
    parts = grouping.groups(data, figures)
    if show_refused:
        parts = sorted(parts, key=len, reverse=True)
    codes = grouping.separations(data, parts)
    with style.drawing():
        panels = _panels(data, parts, codes, language, show_refused)
        names = [words.area_name(data, area, language) for area in missing]
        sheet = draw_panels(panels, names, language, log=log)
        notes += [
            message("series-own-axis", language) if len(parts) > 1 and not log else "",
            message("log-axis", language) if log else "",
            describe.absent(data, missing, language),
            *describe.comments(data, figures, language),
        ]
        return describe.finished(
            sheet,
            language,
            title or findings.side_by_side(data, parts, codes, language),
            subtitle or describe.measured(figures, language),
            _alt(data, figures, missing, codes, language),
            figures,
            notes,
        )


@readers.public(measures=readers.figures)
def bases(
    data: Catalogue,
    measures: Mapping[str, Measure | None] | Iterable[Measure],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw derived figures on a common base, with the base named in the note."""
    drawn = _drawn(data, measures, language, title, subtitle)
    named = _bases(data, [one for one in measures[0] if isinstance(one, Measure)], language)
    note = words.note(*(literal(text) for text in named), drawn.note)
    return Chart(**{**vars(drawn), "note": note})


def _bases(data: Catalogue, measures: Sequence[Measure], language: str) -> list[str]:
    """Name the base of each derived figure."""
    return list(
        unique(
            message(
                "base-named",
                language,
                area=words.area_name(data, one.area, language),
                base=words.title(one.inputs[-1], language),
                period=one.inputs[-1].period(language),
                figure=one.inputs[-1].text(language),
            )
            for one in measures
        )
    )


def _refuse_log(figures: Sequence[words.Figure]) -> None:
    """Refuse a logarithmic axis for rates and for zero."""
    for figure in figures:
        rate = words.first_input(figure).unit_row["kind"] == "rate" or figure.unit in _RATES
        name = words.first_input(figure).observation
        if rate:
            raise UsageError(
                f"{name} is a rate ({figure.text('en')}): a logarithmic axis is for counts over "
                "several orders of magnitude. Leave out log=True."
            )
        if figure.value <= 0:
            raise UsageError(
                f"{name} is {figure.text('en')}: a logarithmic axis has no place for zero. "
                "Leave out log=True, or the figure."
            )


def _distinct(figures: Sequence[words.Figure]) -> list[words.Figure]:
    """Keep each printed figure once, however many places print it."""
    found = {words.identity(figure): figure for figure in reversed(figures)}
    return [figure for figure in figures if found[words.identity(figure)] is figure]


def _panels(
    data: Catalogue,
    parts: Sequence[Sequence[words.Figure]],
    codes: Sequence[str],
    language: str,
    show_refused: bool,
) -> list[Panel]:
    """Make the panels; each after the first says why it stands apart from those above it."""
    panels = [_panel(data, part, codes, language) for part in parts]
    for place in range(1, len(parts)):
        why = (
            _full_reasons(data, parts[0][0], parts[place], language)
            if show_refused
            else [grouping.why_refused(data, parts[:place], parts[place], language)]
        )
        panels[place] = replace(panels[place], refusal=tuple(why), faded=show_refused)
    return panels


def _full_reasons(
    data: Catalogue, anchor: words.Figure, part: Sequence[words.Figure], language: str
) -> list[str]:
    name = words.area_name(data, anchor.area, language)
    sentences = unique(
        sentence(data, reason, language)
        if reason.facts
        else words.capital(message(f"apart-{reason.code}", language)) + "."
        for figure in part
        for reason in grouping.separating(data, anchor, figure)
    )
    return [message("refused-reasons", language, area=name, reasons=" ".join(sentences))]


def _panel(
    data: Catalogue, part: Sequence[words.Figure], codes: Sequence[str], language: str
) -> Panel:
    by_area: dict[str, list[words.Figure]] = {}
    for figure in part:
        by_area.setdefault(figure.area, []).append(figure)
    own = [_rows(data, area, figures, language) for area, figures in by_area.items()]
    if all(len(rows) == 1 for rows in own):  # a place a row: from high to low
        own = sorted(own, key=lambda rows: -rows[0].figures[0].value)
    rows = tuple(row for rows in own for row in rows)
    heading = grouping.heading(data, part, codes, language)
    return Panel(heading, describe.unit_of(part[0], language), rows)


def _rows(data: Catalogue, area: str, own: list[words.Figure], language: str) -> list[Row]:
    """Make the rows of an area: one a figure, but a result and its goals together."""
    by_period: dict[str, list[words.Figure]] = {}
    for figure in own:
        by_period.setdefault(figure.period(language), []).append(figure)
    rows = []
    for figures in by_period.values():
        together = _row(data, area, figures, language)
        results = sum(words.first_input(figure).measure not in GOALS for figure in figures)
        if results <= 1 and style.text_width(together.label) <= _LABEL_MOST:
            rows.append(together)
        else:
            rows += [_row(data, area, [figure], language) for figure in figures]
    return rows


def _row(data: Catalogue, area: str, figures: list[words.Figure], language: str) -> Row:
    single = words.first_input(figures[0])
    detail = [figures[0].period(language)]
    if len(figures) == 1 and single.measure != "actual":
        detail.append(words.kind(single, language))
    if isinstance(figures[0], Measure) and words.is_yearly_average(figures[0]):
        detail.append(message("yearly-average", language))
    if single.period_basis == "inferred":
        detail.append(message("basis-inferred", language))
    return Row(
        words.area_name(data, area, language),
        " \u00b7 ".join(detail),
        tuple(figures),
        " \u00b7 ".join(_label(figure, len(figures) > 1, language) for figure in figures),
        style.place_colour(data, area),
        area,
    )


def _label(figure: words.Figure, with_kind: bool, language: str) -> str:
    flags = figure.flags(language)
    if isinstance(figure, Measure):
        text = words.number_range(figure, language)
        text += "%" if figure.unit == "percent" else ""
    else:
        text = figure.text(language)
    if with_kind and words.first_input(figure).measure != "actual":
        text = f"{words.kind(words.first_input(figure), language)} {text}"
    return f"{text} ({', '.join(flags)})" if flags else text


def _alt(
    data: Catalogue,
    figures: Sequence[words.Figure],
    missing: Sequence[str],
    codes: Sequence[str],
    language: str,
) -> str:
    items = [describe.item(data, figure, language) for figure in figures]
    more = describe.absent(data, missing, language), grouping.why_apart(codes, language)
    subject = describe.subjects(figures, language)
    return describe.description("ranges", subject, items, language, *more)
