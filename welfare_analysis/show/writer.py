"""Writer: figures, their kind and their sources in words, so that nothing is left unsaid."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..codes import OWN_SOURCE, Status, is_known
from ..data.catalogue import Catalogue
from ..data.figures import Observation, unit_label
from ..data.numerals import scale_word, write, write_date
from ..judge.derived import Figure, Measure
from ..judge.disputes import disputes
from ..judge.limits import (
    INFERRED,
    LOW_CONFIDENCE,
    SECONDARY,
    has_assumed_standard,
    is_doubtful,
    limits,
)
from ..messages import joined, message
from . import document
from .document import Line, filled, placeholders, unique
from .words import is_doubt_told, small, unbroken

_LIMITS = {INFERRED: "basis-inferred", LOW_CONFIDENCE: "low-confidence"}
_PUBLISHERS = 5  # more of them would fill the lines below a chart
_SEEN = 1000  # a range of less than such a part of its figure is not worth writing


@dataclass(frozen=True)
class Writer:
    """What writes in one language of the figures of one catalogue.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}

    Examples
    --------
    >>> from welfare_analysis import load
    >>> vi = Writer(load(), "vi")
    >>> vi.area("VN-HN"), vi.number(1234.5), vi.joined(["a", "b", "c"])
    ('Hà Nội', '1.234,5', 'a, b và c')
    """

    data: Catalogue = field(repr=False)
    language: str

    def say(self, name: str, **facts: object) -> str:
        """Return a message of the catalogues as plain text."""
        return message(name, self.language, **facts)

    def line(self, name: str, **facts: object) -> Line:
        """Return a message whose facts may be lines: citations in it stay citations."""
        marked = {key: fact for key, fact in facts.items() if isinstance(fact, Line)}
        stand_ins = dict(zip(marked, placeholders(len(marked)), strict=True))
        said = message(name, self.language, **{**facts, **stand_ins})
        return filled(said, {stand_ins[key]: fact for key, fact in marked.items()})

    def number(self, value: float, decimals: int | None = None) -> str:
        """Write a number in the notation of the language."""
        return write(value, self.language, decimals)

    def date(self, day: datetime.date) -> str:
        """Write a date."""
        return write_date(day, self.language)

    def joined(self, items: Iterable[str | Line]) -> str | Line:
        """Join words as a sentence does: ``a, b và c``; lines become a line."""
        items = list(items)
        if not any(isinstance(one, Line) for one in items):
            return joined(items, self.language)
        *first, last = map(document.words, items)
        return (
            self.line("list-last", first=document.joined(", ", first), last=last) if first else last
        )

    def own(self, row: Mapping, name: str) -> str:
        """Return the column of a record that is written in this language."""
        return row[f"{name}_{self.language}"]

    def area(self, code: str) -> str:
        """Name an area."""
        return self.own(self.data.record("areas", code), "name")

    def indicator(self, code: str) -> str:
        """Name an indicator."""
        return self.own(self.data.record("indicators", code), "title")

    def noun(self, code: str) -> str:
        """Name an indicator as it stands in a sentence, in English with its article.

        The codebook gives it where the title will not do; a part stands in brackets.

        Examples
        --------
        >>> from welfare_analysis import load
        >>> data = load()
        >>> Writer(data, "en").noun("poor_households"), Writer(data, "vi").noun("poor_households")
        ('the number of poor households', 'số hộ nghèo')
        """
        row = self.data.record("indicators", code)
        if row["breakdown"]:
            part = self.data.divisions.title(row["breakdown"], self.language)
            return self.say("breakdown-noun", title=self.noun(row["base"]), part=part)
        given, title = row.get(f"noun_{self.language}"), small(self.own(row, "title"))
        if given or self.language == "vi":
            return given or title
        counted = self.data.record("units", row["unit"])["kind"] == "count"
        return f"the number of {title}" if counted else f"the {title}"

    def theme(self, code: str) -> str:
        """Name a theme."""
        return self.own(self.data.record("themes", code), "title")

    def standard(self, code: str) -> str:
        """Name a poverty standard; a dash where none applies."""
        return self.own(self.data.record("standards", code), "title") if code else "\u2013"

    def short_standard(self, code: str) -> str:
        """Name a poverty standard by its short label; a dash where none applies."""
        return self.own(self.data.record("standards", code), "label") if code else "\u2013"

    def standard_of(self, figure: Figure) -> str:
        """Name the standard of a figure by its short label, and that it is assumed, if it is."""
        label = self.short_standard(figure.standard)
        assumed = any(map(has_assumed_standard, figure.inputs))
        return self.say("standard-assumed", standard=label) if assumed else label

    # Figures ---------------------------------------------------------------------------------

    def title(self, figure: Figure) -> str:
        """Name the indicator of a figure."""
        return self.own(figure.indicator_row, "title")

    def compared(self, subject: str, by: str) -> str:
        """Name a subject with the measure that it is compared by, if any."""
        return f"{subject}, {self.say(f'method-{by}')}" if by else subject

    def kind(self, figure: Figure) -> str:
        """Say what kind of figure it is: a result, an estimate, a plan or a target."""
        return self.say(f"measure-{figure.measure}")

    def text(self, figure: Figure) -> str:
        """Write a figure with its qualifier and unit."""
        return figure.text(self.language)

    def period(self, figure: Figure) -> str:
        """Write the period or date of a figure."""
        return figure.period(self.language)

    def remarks(self, figure: Figure) -> list[str]:
        """List what must be known of a figure beyond its kind: flags, inferred period, trust."""
        told = Status.ESTIMATED if figure.measure == "estimate" else None  # by its kind
        said = [limit for limit in limits(figure) if limit not in (told, SECONDARY)]
        words = [self.say(_LIMITS.get(limit, f"status-{limit}")) for limit in said]
        return [*words, *self._disputed(figure)]

    def kind_and_remarks(self, figure: Figure) -> str:
        """Say the kind and every remark in one phrase: ``thực hiện; thời kỳ suy luận``."""
        return "; ".join([self.kind(figure), *self.remarks(figure)])

    def flags(self, figure: Figure) -> list[str]:
        """List the words that must stand beside a figure, what the audit disputes among them."""
        return [*figure.flags(self.language), *self._disputed(figure)]

    def _disputed(self, figure: Figure) -> list[str]:
        return [self.say("disputed")] if disputes(self.data, figure) else []

    def flagged(self, figure: Figure) -> str:
        """Write a figure with its flags in brackets: ``0,75% (nghi vấn)``."""
        asides = self.asides(figure) if isinstance(figure, Measure) else self.flags(figure)
        return self._with(self.text(figure), asides)

    def cited(self, figure: Figure) -> Line:
        """Write a figure with flags and citation; no line breaks inside a number."""
        return unbroken(self.flagged(figure)) + "\u00a0" + self.cite(figure)

    def remarked(self, figure: Figure) -> Line:
        """Write a figure with everything that limits its use, and its citation.

        What a headline says of a figure is read without the table: that its period is inferred
        or that it was not cross-checked has to stand beside it.
        """
        said = self._with(unbroken(self.text(figure)), self.asides(figure))
        return said + "\u00a0" + self.cite(figure)

    def asides(self, figure: Figure) -> list[str]:
        """List everything that limits the use of a figure, as it is said beside it."""
        if isinstance(figure, Measure):
            average = [self.say("yearly-average")] if figure.is_yearly_average else []
            return [*average, *self.flags(figure)]
        understood = [self.say(f"status-{Status.BREAK}")]
        if is_doubtful(figure):
            # Who doubts a figure need not say that it is weak.
            understood += [self.say("low-confidence"), self.say(f"status-{Status.UNVALIDATED}")]
        return [one for one in self.remarks(figure) if one not in understood]

    def _with(self, text: str, asides: Sequence[str]) -> str:
        return f"{text} ({', '.join(asides)})" if asides else text

    def range(self, figure: Figure) -> str:
        """Write the interval of a figure in words; an exact figure is written as it is."""
        if figure.interval.is_point:
            return self.text(figure)
        if isinstance(figure, Measure):
            return figure.range(self.language)
        return self._printed_range(figure)

    def _printed_range(self, figure: Observation) -> str:
        """Write the interval of a printed figure at its scale: ``từ 0,025 đến 0,035%``."""
        scale = figure.numeral.scale if figure.numeral else 1.0
        ends = (figure.interval.low / scale, figure.interval.high / scale)
        if any(math.isinf(end) for end in ends):
            return self.text(figure)
        low, high = (self.number(round(end, 6), _decimals(end)) for end in ends)
        unit = unit_label(figure.unit_row, self.language, figure.value)
        said = [self.say("range", low=low, high=high), scale_word(scale, self.language)]
        return " ".join(filter(None, said)) + (unit if unit == "%" else f" {unit}")

    def number_range(self, measure: Measure) -> str:
        """Write a derived figure with a range wider than its last digit: ``46,6 (46,4–46,8)``."""
        number, interval = measure.number(self.language), measure.interval
        if not max(abs(measure.value) / _SEEN, 10**-measure.decimals) < interval.width < math.inf:
            return number
        # So fine that rounding the ends moves them by less than a third of the range.
        decimals = max(measure.decimals, math.ceil(-math.log10(interval.width * 2 / 3)))
        ends = (round(end, decimals) for end in (interval.low, interval.high))
        low, high = (self.number(end, max(decimals, 0)) for end in ends)
        if interval.low < 0:  # a dash before a minus sign would be read as a second one
            return f"{number} ({self.say('ends', low=low, high=high)})"
        return f"{number} ({low}\u2013{high})"

    def comments(self, figures: Sequence[Observation], letters: Iterable[str]) -> list[str]:
        """List the curators' comments on figures with one of these flags, by area.

        Not those of figures whose doubt a remark tells.
        """
        found: dict[str, list[str]] = {}
        for figure in figures:
            text = self.own(figure.row, "comment")
            if text and set(letters) & set(limits(figure)) and not is_doubt_told(figure):
                found.setdefault(self.area(figure.area), []).append(text)
        return [f"{name}: {' '.join(unique(texts))}" for name, texts in found.items()]

    # Sources ---------------------------------------------------------------------------------

    def cite(self, figure: Figure) -> Line:
        """Write the citations of all printed figures behind a figure, each place once."""
        places = unique(
            document.cite(one.source_row["number"], one.citation(self.language))
            for one in figure.inputs
        )
        return document.joined(" ", places)

    def publisher(self, row: Mapping) -> str:
        """Name who published a source and in which edition, or say that it is not known."""
        name, edition = self.short_publisher(row), self.own(row, "edition")
        return f"{name} ({edition})" if edition else name

    def short_publisher(self, row: Mapping) -> str:
        """Name who published a source, without its edition."""
        name, own = row["publisher"], row["kind"] == OWN_SOURCE
        if not is_known(name):
            return self.say("own-publisher" if own else "publisher-unknown")
        return self.say("own-source", publisher=name) if own else name

    def source_line(self, figures: Iterable[Figure], most: int = _PUBLISHERS) -> Line:
        """Write the source note: each publisher once, with its documents; of many these alone."""
        rows = (one.source_row for figure in figures for one in figure.inputs)
        return self.sources_line(rows, most)

    def sources_line(self, rows: Iterable[Mapping], most: int = _PUBLISHERS) -> Line:
        """Write the source note for records of ``sources``."""
        publishers: dict[str, set[int]] = {}
        for row in rows:
            publishers.setdefault(self.short_publisher(row), set()).add(int(row["number"]))
        if len(publishers) > most:
            publishers = {"": set().union(*publishers.values())}
        listed = [
            Line(name and f"{name}\u00a0", *map(cite_number, sorted(numbers)))
            for name, numbers in sorted(publishers.items(), key=lambda entry: min(entry[1]))
        ]
        return self.line("source-line", sources=document.joined("; ", listed)) if listed else Line()


def cite_number(number: int) -> Line:
    """Cite a source as a whole: ``[7]``."""
    return document.cite(number, f"[{number}]")


def _decimals(value: float) -> int:
    return next(places for places in range(7) if abs(value - round(value, places)) < 1e-7)
