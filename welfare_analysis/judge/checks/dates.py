"""Dates: figures later than the page that prints them, and series across a break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from ...codes import MeasureKind
from ...data.figures import Observation
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule


def check_publication(index: Index) -> Iterator[Check]:
    """Check that no result is of a date after its source was published.

    What closes the month in which the source was published is let pass: an article of
    27 December about the year that ends dates its figures by 31 December, or by 1 January.
    """
    table = index.data.sources
    published = {
        source: date.fromisoformat(day)
        for source, day in zip(table["source"], table["date_published"], strict=True)
        if day[:1].isdigit()
    }
    frame = index.data.observations
    frame = frame[(frame["measure"] == MeasureKind.ACTUAL) & frame["source"].isin(published)]
    days = frame["period_end"].dt.date
    for name, source, day in zip(frame["observation"], frame["source"], days, strict=True):
        if day > published[source] and not _closes_month_of(published[source], day):
            yield _later(index.figure(name), published[source])


def check_breaks(index: Index) -> Iterator[Check]:
    """Say where a series passes from one standard to the next: no change is checked there."""
    series: dict[tuple, list[str]] = defaultdict(list)
    standards = index.data.standards
    begins = dict(zip(standards["standard"], standards["valid_from"], strict=True))
    owners = dict(zip(standards["standard"], standards["owner_area"], strict=True))
    for indicator, area, standard in index.series:
        if standard:
            series[indicator, area, owners[standard]].append(standard)
    breaks: dict[tuple, list] = defaultdict(list)
    for (indicator, area, _), names in series.items():
        names.sort(key=lambda name: begins[name])
        for old, new in zip(names, names[1:], strict=False):
            before = index.series[indicator, area, old][-1][1]
            after = index.series[indicator, area, new][0][1]
            breaks[area, old, new].append((index.figure(before), index.figure(after)))
    for pairs in breaks.values():
        yield _break(pairs)


def _closes_month_of(published: date, day: date) -> bool:
    """Tell whether a day is the end of the month in which something was published.

    Reviews of a year appear in its last days, those of a quarter or of nine months on the 29th,
    and speak of the period as ended: the figures are nearly final, and their date is the end of
    the period by convention.  A month is the margin because the audit takes dates a month apart
    for one date everywhere (`SAME_DATE_DAYS`).  An article of November has no figure for the end
    of December, and no article one for a day that closes nothing, such as the 30th of December.
    """
    last = day - timedelta(days=1) if day.day == 1 else day
    closes = (last + timedelta(days=1)).day == 1
    return closes and (last.year, last.month) == (published.year, published.month)


def _later(figure: Observation, published: date) -> Check:
    def explain(w) -> str:
        return w(
            "after-publication",
            subject=w.subject(figure),
            figure=w.figure(figure),
            published=w.day(published),
        )

    return Check(
        "after_publication",
        Outcome.INCONSISTENT,
        (figure,),
        Quantity.of(figure),
        None,
        figure.unit,
        explain,
        Rule.DATED,
    )


def _break(pairs: list[tuple[Observation, Observation]]) -> Check:
    before, after = pairs[0]

    def explain(w) -> str:
        series = [
            w(
                "break-series",
                title=w.title(old.indicator),
                before=w.figure(old),
                after=w.figure(new),
            )
            for old, new in pairs
        ]
        return w(
            "break",
            area=w.area(after.area),
            old=w.standard(before.standard),
            new=w.standard(after.standard),
            series="; ".join(series),
        )

    inputs = tuple(one for pair in pairs for one in reversed(pair))
    return Check(
        "standard_break",
        Outcome.NOT_TESTABLE,
        inputs,
        Quantity.of(after),
        Quantity.of(before),
        after.unit,
        explain,
        Rule.OPEN,
    )
