"""Places now: where they stand on each subject, how they came there, and what stands beside."""

from __future__ import annotations

from ... import arguments
from ...data.catalogue import Catalogue
from ...judge.derived import Figure
from ...judge.findings import Finding, Findings
from ...judge.results import one_date
from .. import readers
from ..document import Line, joined, unique
from ..prose.phrases import change
from ..writer import Writer
from .building import Cell, finished, laid_out, without_empty
from .table import Table


@readers.public(findings=arguments.a(Findings, said="findings, as findings() gives them"))
def latest(
    data: Catalogue,
    findings: Findings,
    language: str,
    caption: object = None,
    *,
    with_area: bool | None = None,
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

    Returns
    -------
    Table
        One row a place and subject.  A change is one by one standard; what stands beside is of
        the areas around, by the same standard, and of the same date unless another is named.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Sơn La", "Sông Công"], "poor_household_rate")
    >>> latest(data, found, "en")
    <Table 'Poor household rate: latest results': 2 rows, 6 columns, 7 figures>
    """
    writer = Writer(data, language)
    rows = readers.needed([_Row(writer, findings, one) for one in _levels(data, findings)], "level")
    several = len({one.figure.area for one in rows}) > 1 if with_area is None else with_area
    titles = unique(writer.title(one.figure) for one in rows)
    heads, cells = laid_out(
        writer,
        rows,
        {
            "area": lambda one: writer.area(one.figure.area) if several else "",
            "subject": lambda one: one.title if len(titles) > 1 else "",
            ">now": lambda one: one.written,
            "dated": lambda one: one.dated,
            "change": lambda one: one.changed,
            "beside": lambda one: one.beside,
            "source": lambda one: joined(" ", unique(map(writer.cite, one.figures))),
        },
    )
    heads, cells = without_empty(heads, cells)
    named = "table-latest-of" if len(titles) == 1 else "table-latest"
    caption = caption or writer.say(named, subject=titles[0])
    figures = [figure for one in rows for figure in one.figures]
    return finished(writer, caption, heads, cells, figures)


def _levels(data: Catalogue, found: Findings) -> list[Finding]:
    """Order levels by place, then as the codebook does."""
    areas, indicators = data.areas["area"].tolist(), data.indicators["indicator"].tolist()
    return sorted(
        found.of("level"),
        key=lambda one: (areas.index(one.areas[0]), indicators.index(one.subject)),
    )


class _Row:
    """A level with what else was found of its place and subject."""

    def __init__(self, writer: Writer, found: Findings, level: Finding):
        self.writer, self.figure = writer, level.figures[0]
        found = found.of("change reversal benchmark", level.subject)
        own = [one for one in found if one.areas == level.areas]
        self._change = next((one for one in own if one.kind != "benchmark"), None)
        self._benchmarks = [one for one in own if one.kind == "benchmark"]

    @property
    def title(self) -> str:
        return self.writer.indicator(self.figure.indicator)

    @property
    def written(self) -> str:
        """The figure, and that it is an estimate."""
        text = self.writer.flagged(self.figure)
        estimated = self.figure.measure == "estimate"
        return f"{text}, {self.writer.kind(self.figure)}" if estimated else text

    @property
    def dated(self) -> str:
        """The date or period, and the standard if there is one."""
        period = self.writer.period(self.figure)
        standard = self.figure.standard
        return f"{period}, {self.writer.standard_of(self.figure)}" if standard else period

    @property
    def figures(self) -> list[Figure]:
        """Every figure of the row."""
        ends = self._change.measure.operands if self._change else ()
        pairs = (figure for one in self._benchmarks for figure in one.figures)
        return [self.figure, *ends, *pairs]

    @property
    def changed(self) -> Cell:
        """The change with its dates, and its standard where it is another."""
        if self._change is None:
            return ""
        before, after = self._change.measure.operands
        facts = {
            "change": change(self._change.measure, self.writer.language),
            "before": self.writer.period(before),
            "after": self.writer.period(after),
        }
        name = "change-since" if one_date(after, self.figure) else "change-between"
        said = self.writer.say(name, **facts)
        if after.standard == self.figure.standard:
            return said
        label = self.writer.short_standard(after.standard)
        return self.writer.say("change-by", change=said, standard=label)

    @property
    def beside(self) -> Cell:
        """The figure of each area around, and its date where it is another."""
        return joined("; ", map(self._around, self._benchmarks)) if self._benchmarks else ""

    def _around(self, one: Finding) -> Line:
        figure = one.figures[1]
        facts = {"area": self.writer.area(figure.area), "figure": self.writer.flagged(figure)}
        if not one_date(one.figures[0], self.figure):
            own = self.writer.flagged(one.figures[0])
            facts |= {"period": self.writer.period(figure), "own": own}
            return self.writer.line("beside-then", **facts)
        return self.writer.line("beside-now", **facts)
