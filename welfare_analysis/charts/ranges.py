"""Ranges: a dot and the interval of each figure; what is not comparable has its own axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..catalogue import Catalogue
from ..comparison import Comparison
from ..derived import Measure
from ..errors import UsageError
from ..messages import message
from ..prose import words
from ..prose.bundle import unique
from . import describe, grouping, marks, style
from .chart import Chart
from .rows import Panel, Row, draw_panels

_LABEL_MOST = 2.4  # inches of label that one row can carry
Shown = Comparison | Iterable[words.Figure] | Mapping[str, Measure | None]


def ranges(
    data: Catalogue,
    shown: Shown,
    language: str,
    title: object = None,
    subtitle: object = None,
    *,
    log: bool = False,
) -> Chart:
    """Draw figures as dots with their intervals, in panels of comparable ones.

    Parameters
    ----------
    data : Catalogue
    shown : Comparison, iterable of Observation or Measure, or mapping of area to Measure
        Of an iterable, figures of one area that may share an axis share a row (a result and its
        target).  None as a measure is an area without a figure.
    language : {"vi", "en"}
    title : str or Prose, optional
        The finding; by default one that the figures themselves support.
    subtitle : str or Prose, optional
        What is measured; by default the indicators and their unit.
    log : bool, default False
        A logarithmic axis; the subtitle says so.

    Returns
    -------
    Chart
        Figures that are not comparable never share an axis; the note says why.  A place without
        a figure has an empty row.
    """
    figures, missing = _figures(shown)
    figures = _distinct(figures)
    if not figures:
        raise UsageError("No figure to draw: every area is without one. Show the table instead.")
    parts = grouping.groups(data, figures)
    codes = grouping.separations(data, parts)
    with style.drawing():
        panels = [_panel(data, part, codes, language) for part in parts]
        names = [words.area_name(data, area, language) for area in missing]
        sheet = draw_panels(panels, names, language, log=log)
        measured = subtitle or _subtitle(figures, language)
        notes = [grouping.why_apart(codes, language), message("log-axis", language) if log else "",
                 describe.absent(data, missing, language),
                 *describe.comments(data, figures, language)]  # fmt: skip
        return describe.finished(
            sheet, language, title or finding(data, parts, missing, language), measured,
            _alt(data, figures, missing, codes, language), figures, notes,
        )  # fmt: skip


def bases(
    data: Catalogue,
    measures: Mapping[str, Measure | None] | Iterable[Measure],
    language: str,
    title: object = None,
    subtitle: object = None,
) -> Chart:
    """Draw derived figures on a common base, with the base named in the note."""
    chosen = [one for one in _figures(measures)[0] if isinstance(one, Measure)]
    bases_used = unique(
        message("base-named", language, area=words.area_name(data, one.area, language),
                base=words.title(one.inputs[-1], language), period=one.inputs[-1].period(language),
                figure=one.inputs[-1].text(language))
        for one in chosen
    )  # fmt: skip
    drawn = ranges(data, measures, language, title, subtitle)
    note = words.note(*(describe.literal(text) for text in bases_used), drawn.note)
    return Chart(**{**vars(drawn), "note": note})


def _figures(shown: Shown) -> tuple[list[words.Figure], list[str]]:
    if isinstance(shown, Comparison):
        return list(shown.figures.values()), shown.missing
    if isinstance(shown, Mapping):
        missing = [area for area, figure in shown.items() if figure is None]
        return [figure for figure in shown.values() if figure is not None], missing
    return [figure for figure in shown if figure is not None], []


def _distinct(figures: Sequence[words.Figure]) -> list[words.Figure]:
    """Keep each printed figure once, however many places print it."""
    found = {words.identity(figure): figure for figure in reversed(figures)}
    return [figure for figure in figures if found[words.identity(figure)] is figure]


def _panel(
    data: Catalogue, part: Sequence[words.Figure], codes: Sequence[str], language: str
) -> Panel:
    by_area: dict[str, list[words.Figure]] = {}
    for figure in part:
        by_area.setdefault(figure.area, []).append(figure)
    rows = tuple(row for area, own in by_area.items() for row in _rows(data, area, own, language))
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
        results = sum(words.first_input(figure).measure not in marks.GOALS for figure in figures)
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
        words.area_name(data, area, language), " \u00b7 ".join(detail), tuple(figures),
        " \u00b7 ".join(_label(figure, len(figures) > 1, language) for figure in figures),
        style.place_colour(data, area), area,
    )  # fmt: skip


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


def _subtitle(figures: Sequence[words.Figure], language: str) -> str:
    units = words.joined(unique(describe.unit_of(figure, language) for figure in figures), language)
    return message("subtitle", language, subject=describe.subjects(figures, language), unit=units)


def finding(
    data: Catalogue, parts: Sequence[Sequence[words.Figure]], missing: Sequence[str], language: str
) -> str:
    """Say what the figures themselves support: who is highest, or that they stand apart."""
    if len(parts) > 1:
        total = len({figure.area for part in parts for figure in part})
        if total < len(parts):
            return message("finding-figures-apart", language, groups=str(len(parts)))
        if total == len(parts):
            name = "finding-two-apart" if total == 2 else "finding-all-apart"
            return message(name, language, total=str(total))
        return message("finding-apart", language, n=len(parts), groups=str(len(parts)),
                       total=str(total))  # fmt: skip
    results = [figure for figure in parts[0] if words.first_input(figure).measure == "actual"]
    results = sorted(results or parts[0], key=lambda figure: figure.value)
    low, high = results[0], results[-1]
    names = {
        "high": words.area_name(data, high.area, language),
        "top": high.text(language),
        "low": words.area_name(data, low.area, language),
        "bottom": low.text(language),
    }
    if len(results) == 1:
        return message("finding-one", language, high=names["high"], top=names["top"])
    if high.interval.meets(low.interval):
        return message("finding-alike", language, high=names["high"], low=names["low"])
    return message("finding-order", language, **names)


def _alt(
    data: Catalogue, figures: Sequence[words.Figure], missing: Sequence[str],
    codes: Sequence[str], language: str,
) -> str:  # fmt: skip
    items = [describe.item(data, figure, language) for figure in figures]
    more = describe.absent(data, missing, language), grouping.why_apart(codes, language)
    subject = describe.subjects(figures, language)
    return describe.description("ranges", subject, items, language, *more)
