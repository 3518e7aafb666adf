"""Places now: where they stand on each subject, how they came there, and what stands beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ... import arguments
from ...data.areas import containing
from ...data.catalogue import Catalogue
from ...judge.derived import Figure
from ...judge.findings import Finding, Findings
from ...judge.limits import has_assumed_standard
from ...judge.times import are_beside, closing, one_date
from .. import readers
from ..document import Line, joined, unique
from ..prose.phrases import change
from ..writer import Writer
from .building import Cell, finished, laid_out, without_empty
from .table import Table

_BESIDE = ("change", "reversal", "benchmark")


@readers.public(findings=arguments.a(Findings, said="fit-findings"))
def latest(
    data: Catalogue,
    findings: Findings,
    language: str,
    caption: object = None,
    *,
    with_area: bool | None = None,
    most: int = 12,
) -> Table:
    """Tabulate the newest figure of places on each subject, with its change and its benchmarks.

    Parameters
    ----------
    data : Catalogue
    findings : Findings
        Such as `findings` gives; only what they say of levels, changes and benchmarks is shown.
    language : {"vi", "en"}
    caption : str or Prose, optional
    with_area : bool, optional
        Name the place in a column; by default if there are several.
    most : int, default 12
        Of more places than that, with a rate at one date, those with the highest and the lowest
        are shown in that order.

    Returns
    -------
    Table
        One row a place and subject; the count that a rate is of stands beside it.  A change is
        one by one standard; what stands beside is of the areas around, by the same standard, and
        of the same date unless another is named.  In a table of several places, other dates stand
        only where none is the same.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Sơn La", "Sông Công"], "poor_household_rate")
    >>> table = latest(data, found, "en")
    >>> str(table.caption), len(table.rows)
    ('Poor household rate by the national standard 2022–2026: latest results', 2)
    """
    writer = Writer(data, language)
    found = levels(data, findings)
    rows = readers.needed([PlaceNow(writer, findings, one) for one in found], "level")
    rows, notes = _ends(writer, rows, most)
    several = len({one.figure.area for one in rows}) > 1 if with_area is None else with_area
    titles = unique(one.title for one in rows)
    standards = {one.figure.standard for one in rows}
    # What all rows have in common stands in the caption.
    shared = len(titles) == len(standards) == 1 and several and standards.pop()
    dates = {one.dated(with_standard=not shared) for one in rows}
    date = dates.pop() if shared and len(dates) == 1 else ""
    heads, cells = laid_out(
        writer,
        rows,
        {
            "area": lambda one: writer.area(one.figure.area) if several else "",
            "subject": lambda one: one.title if len(titles) > 1 else "",
            ">now": lambda one: one.written,
            ">count": lambda one: one.counted,
            "dated": lambda one: "" if date else one.dated(with_standard=not shared),
            "change": lambda one: one.changed,
            "beside": lambda one: one.beside,
        },
    )
    heads, cells = without_empty(heads, cells)
    caption = caption or caption_of(writer, titles, shared, date)
    figures = [figure for one in rows for figure in one.figures]
    return finished(writer, caption, heads, cells, figures, notes, cited=True)


def _ends(writer: Writer, rows: list[PlaceNow], most: int) -> tuple[list[PlaceNow], list[str]]:
    """Keep of many rates at one date the highest and the lowest, in this order, and say so."""
    first = rows[0].figure
    alike = [one for one in rows if one.figure.indicator == first.indicator]
    if len(rows) <= most or len(alike) < len(rows) or not _is_rate(first):
        return rows, []
    dates = Counter((closing(one.figure), one.figure.standard) for one in rows)
    (commonest, _), *_ = dates.most_common(1)
    ranked = [one for one in rows if (closing(one.figure), one.figure.standard) == commonest]
    ranked.sort(key=lambda one: -one.figure.value)
    for one in ranked:
        one.narrow()
    total = writer.number(len(rows))
    if len(ranked) <= most:
        shown = writer.number(len(ranked))
        told = [writer.say("latest-of-date", shown=shown, total=total)]
        return ranked, told if len(ranked) < len(rows) else []
    half = most // 2
    told = [writer.say("latest-ends", shown=writer.number(half), total=total)]
    return [*ranked[:half], *ranked[-half:]], told


def _is_rate(figure: Figure) -> bool:
    return figure.unit_row["kind"] == "rate"


def caption_of(writer: Writer, titles: Sequence[str], standard: str | bool, date: str = "") -> str:
    """Name what is latest: one subject, with the standard and the date that all share."""
    if len(titles) > 1:
        return writer.say("table-latest")
    subject = titles[0]
    if standard:
        label = writer.short_standard(standard)
        subject = writer.say("latest-by", subject=subject, standard=label)
    if date:
        return writer.say("table-latest-at", subject=subject, date=date)
    return writer.say("table-latest-of", subject=subject)


def levels(data: Catalogue, found: Findings) -> list[Finding]:
    """Order levels by place, then as the codebook does; a count stands beside its rate."""
    areas, indicators = data.areas["area"].tolist(), data.indicators["indicator"].tolist()
    levels = found.of("level")
    counts = {(one.areas, _counted(data, one.subject)) for one in levels}
    return sorted(
        (one for one in levels if (one.areas, one.subject) not in counts),
        key=lambda one: (areas.index(one.areas[0]), indicators.index(one.subject)),
    )


def _counted(data: Catalogue, indicator: str) -> str:
    """Return the count that a rate is a rate of; nothing of what is no rate."""
    return data.record("indicators", indicator)["numerator"]


class PlaceNow:
    """A level with what else was found of its place and subject."""

    def __init__(self, writer: Writer, found: Findings, level: Finding):
        self.writer, self.figure = writer, level.figures[0]
        here = [one for one in found if one.areas == level.areas]
        own = [one for one in here if one.subject == level.subject and one.kind in _BESIDE]
        counted = _counted(writer.data, level.subject)
        counts = (one for one in here if one.kind == "level" and one.subject == counted)
        self.count = next((one.figures[0] for one in counts), None)
        self.change = next((one for one in own if one.kind != "benchmark"), None)
        around = [one for one in own if one.kind == "benchmark"]
        now = [one for one in around if are_beside(one.figures[0], self.figure)]
        # Where places stand one below the other, other dates would only mislead.
        kept = now if now and len(found.areas) > 1 else around
        wholes = list(containing(writer.data, self.figure.area))
        self.benchmarks = sorted(kept, key=lambda one: wholes.index(one.figures[1].area))

    def narrow(self) -> None:
        """Keep the nearest area around alone."""
        self.benchmarks = self.benchmarks[:1]

    @property
    def title(self) -> str:
        return self.writer.indicator(self.figure.indicator)

    @property
    def written(self) -> Line:
        """The figure, that it is an estimate, and its source."""
        text = self.writer.flagged(self.figure)
        estimated = self.figure.measure == "estimate"
        text = f"{text}, {self.writer.kind(self.figure)}" if estimated else text
        return text + " " + self.writer.cite(self.figure)

    def dated(self, *, with_standard: bool) -> str:
        """Write the date or period, and the standard or only that it is assumed."""
        return self.dated_of(self.figure, with_standard=with_standard)

    def dated_of(self, figure: Figure, *, with_standard: bool) -> str:
        """Write the date of another figure of the place, as `dated` does."""
        period = self.writer.period(figure)
        if not figure.standard:
            return period
        if with_standard:
            return f"{period}, {self.writer.standard_of(figure)}"
        assumed = any(map(has_assumed_standard, figure.inputs))
        return self.writer.say("dated-assumed", period=period) if assumed else period

    @property
    def figures(self) -> list[Figure]:
        """Every figure of the row."""
        ends = self.change.measure.operands if self.change else ()
        pairs = (figure for one in self.benchmarks for figure in one.figures)
        return [self.figure, *([self.count] if self.count else []), *ends, *pairs]

    @property
    def counted(self) -> Cell:
        """The count behind a rate, with its date and standard where they are others."""
        if self.count is None:
            return ""
        text = self.writer.flagged(self.count)
        if not are_beside(self.count, self.figure):
            same = self.count.standard == self.figure.standard
            text += f" ({self.dated_of(self.count, with_standard=not same)})"
        return text + " " + self.writer.cite(self.count)

    @property
    def changed(self) -> Cell:
        """The change with its dates, and its standard where it is another."""
        if self.change is None:
            return ""
        before, after = self.change.measure.operands
        facts = {
            "change": change(self.change.measure, self.writer.language),
            "before": self.writer.period(before),
            "after": self.writer.period(after),
        }
        name = "change-since" if one_date(after, self.figure) else "change-between"
        said = self.writer.say(name, **facts)
        if after.standard != self.figure.standard:
            label = self.writer.short_standard(after.standard)
            said = self.writer.say("change-by", change=said, standard=label)
        return joined(" ", (said, *unique(map(self.writer.cite, (before, after)))))

    @property
    def beside(self) -> Cell:
        """The figure of each area around, and its date where it is another."""
        return joined("; ", map(self._around, self.benchmarks)) if self.benchmarks else ""

    def _around(self, one: Finding) -> Line:
        figure = one.figures[1]
        facts = {"area": self.writer.area(figure.area), "figure": self.writer.cited(figure)}
        own = one.figures[0]
        if not are_beside(own, self.figure):
            same = own.standard == self.figure.standard
            period = self.dated_of(own, with_standard=not same)
            facts |= {"period": period, "own": self.writer.cited(own)}
            return self.writer.line("beside-then", **facts)
        return self.writer.line("beside-now", **facts)
