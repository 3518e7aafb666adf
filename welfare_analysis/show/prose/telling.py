"""Telling: what findings say, in words of a language, with sources or without.

A finding is a message and facts.  The name of a fact says how it is written, so that a message
is all that a new kind of finding needs: ``when_…`` a date as a phrase, ``by_…`` a standard,
``area_…`` a place, ``ways`` what befell which places.  What has no such name is a figure, or a
choice of words.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ... import arguments
from ...codes import Level, MeasureKind, Qualifier
from ...data.figures import Observation, unit_label
from ...data.names import within_sentence
from ...data.numerals import write_date, write_month
from ...judge.derived import Figure, Measure, ratio_text
from ...judge.findings.finding import NAMED, Finding
from ...messages import exists, get_language, known
from ...texts import capital
from ..document import Line, Part, joined, words
from ..words import mainly, unbroken
from ..writer import Writer
from .annotations import sentences_of
from .phrases import period_form, size
from .voice import Prose

_COARSE = 1  # times: a ratio that is known no better is written without decimals


@arguments.reads(finding=arguments.a(Finding, said="fit-finding"), language=known)
def sentence(finding: Finding, language: str | None = None) -> str:
    """Say a finding in plain words, without sources and full stop: a title, a description.

    Parameters
    ----------
    finding : Finding
    language : {"vi", "en"}, optional
        By default the one chosen by `set_language`.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> found = findings(load(), "Hà Nội", "poor_household_rate").of("level")
    >>> print(sentence(found[0], "vi"))
    Tại Hà Nội, tỷ lệ hộ nghèo cuối năm 2024 là 0%, theo chuẩn quốc gia 2022–2026
    """
    return str(Teller(finding.data, language or get_language(), sources=False).tell(finding))


def said(finding: Finding, language: str, here: str = "") -> Prose:
    """Say a finding as a sentence of a report, with its sources.

    The place that the text is about need not be named again.
    """
    told = Teller(finding.data, language, sources=True, here=here).tell(finding)
    return Prose.of(told + ".", finding.observations, language)


@dataclass(frozen=True)
class Teller(Writer):
    """A writer of findings.

    Parameters
    ----------
    data, language
        As of any writer.
    sources : bool
        Whether figures are written with their sources.
    here : str
        The place that is understood: a sentence about it does not open with its name.
    """

    sources: bool = True
    here: str = ""

    def tell(self, finding: Finding) -> Line:
        """Say a finding, without a full stop."""
        facts = {name: self.fact(name, value) for name, value in finding.facts.items()}
        line = self.line(f"found-{finding.name}", **facts)
        return line.changed_first(lambda text: capital(text.lstrip(",: ")))

    def fact(self, name: str, value: object) -> object:
        """Write one fact as its name tells."""
        write = _WRITTEN.get(name.partition("_")[0])
        if write:
            return write(self, value)
        return self.figure(value) if isinstance(value, Observation | Measure) else value

    # Places ----------------------------------------------------------------------------------

    def inside(self, area: str) -> str:
        """Name a place as it stands inside a sentence: the country, a region, a place."""
        row = self.data.record("areas", area)
        name = within_sentence(self.own(row, "name"), self.language)
        return self.say("found-area", level=str(Level(row["level"])), area=name)

    def places(self, areas: Sequence[str]) -> str:
        """Name places, or count them where they are too many to be read."""
        if len(areas) > NAMED:
            return self.say("series-places", total=self.number(len(areas)))
        return self.joined(map(self.inside, areas))

    def opening(self, area: str) -> str:
        """Open a sentence with its place: in Sơn La; with nothing where it is understood."""
        if area == self.here:
            return ""
        level = self.data.record("areas", area)["level"]
        return self.say("found-place", level=str(Level(level)), area=self.inside(area))

    def ways(self, ways: Mapping[str, Sequence[str]]) -> str:
        """Say what befell which places: fell in …; rose in …."""
        return "; ".join(
            self.say(f"found-way-{way}", areas=self.places(areas))
            for way, areas in ways.items()
            if areas
        )

    # Figures ---------------------------------------------------------------------------------

    def text(self, figure: Figure) -> str:
        """Write a figure; without its unit where the noun of a sentence says what is counted."""
        text = super().text(figure)
        of_order = getattr(figure, "qualifier", "") == Qualifier.ORDER
        if self.language == "vi" or figure.unit_row["kind"] != "count" or of_order:
            return text
        return text.removesuffix(f" {unit_label(figure.unit_row, self.language, figure.value)}")

    def figure(self, figure: Figure) -> str | Line:
        """Write a figure with all that limits its use, and its source if asked for."""
        if self.sources:
            return self.remarked(figure)
        return self._with(self.text(figure), self._told(figure))

    def asides(self, figure: Figure) -> list[str]:
        """List all that limits the use of a figure, and that it is an estimate."""
        return [*self._estimated(figure), *super().asides(figure)]

    def _told(self, figure: Figure) -> list[str]:
        """List what must stand beside a figure in a title, where there is little room."""
        return [*self._estimated(figure), *figure.flags(self.language)]

    def _estimated(self, figure: Figure) -> list[str]:
        return [self.kind(figure)] if figure.measure == MeasureKind.ESTIMATE else []

    def bare(self, figure: Figure) -> str | Line:
        """Write a figure whose doubt is what the sentence says."""
        text = unbroken(self.text(figure))
        return text + "\u00a0" + self.cite(figure) if self.sources else text

    def aside(
        self, figure: Figure | tuple[Figure, Figure], *more: str, text: str = ""
    ) -> str | Line:
        """Write a figure to stand in brackets, so that nothing in it is in brackets again."""
        if isinstance(figure, tuple):
            return self.goal(figure)
        if isinstance(figure, Measure) and figure.is_change:
            figure = size(figure)  # the verb says which way it went
        asides = self.asides(figure) if self.sources else self._told(figure)
        text = unbroken(", ".join([text or self.text(figure), *asides, *more]))
        return text + "\u00a0" + self.cite(figure) if self.sources else text

    def amount(self, measure: Figure) -> str:
        """Write a derived figure without its sign; what it was derived from stands beside it."""
        return self.text(size(measure) if isinstance(measure, Measure) else measure)

    def times(self, ratio: Measure) -> str:
        """Write a ratio in percent as so many times, no finer than it is known."""
        decimals = 0 if ratio.interval.width / 100 > _COARSE else 1
        return self.say("found-times", number=self.number(ratio.value / 100, decimals))

    def goal(self, goal: Observation | tuple[Observation, Observation]) -> str | Line:
        """Write a goal, or the two ends of one."""
        if not isinstance(goal, tuple):
            return self.figure(goal)
        low, high = (one.number(self.language) for one in goal)
        unit = self.text(goal[1]).partition(high)[2]
        text = unbroken(self.say("range", low=low, high=high) + unit)
        return text + "\u00a0" + self.cite(goal[1]) if self.sources else text

    def listed(self, figures: Iterable[Figure]) -> Line:
        """List figures with their subject and date."""
        return joined(
            "; ",
            (
                self.noun(one.indicator) + " " + words(self.figure(one)) + f" {self.when(one)}"
                for one in figures
            ),
        )

    def named(self, figures: Iterable[Figure], without: str = "") -> str | Line:
        """Name places, each with its figure, perhaps without a unit, and date in brackets."""
        texts = ((one, self.text(one).removesuffix(without) if without else "") for one in figures)
        return self.joined(
            self.inside(one.area) + " (" + words(self.aside(one, self.when(one), text=text)) + ")"
            for one, text in texts
        )

    def rated(self, figures: Iterable[Measure]) -> str | Line:
        """Name places, each with its figure on a base that the sentence names."""
        return self.named(figures, without=ratio_text("per_100000_inhabitants", "", self.language))

    def part(self, breakdown: str) -> str:
        """Name a part of what is counted: women, one destination, one level."""
        return self.data.divisions.title(breakdown, self.language)

    # Words -----------------------------------------------------------------------------------

    def core(self, subject: str) -> str:
        """Name a subject that every place is asked for, else an indicator."""
        name = f"core-{subject}"
        return self.say(name) if exists(name, self.language) else self.noun(subject)

    def by(self, standard: str) -> str:
        """Say by which standard; nothing where there is none."""
        label = self.short_standard(standard)
        return self.say("found-by", standard=label) if standard else ""

    def why(self, reasons: Iterable[str]) -> str:
        """Name reasons in a few words; each is a message; the gravest first."""
        return mainly(map(self.say, reasons), self.language)

    def remark(self, row: dict) -> Line:
        """Write the sentences of a remark, without the last full stop."""
        *rest, last = sentences_of(self, row)
        if last.t == "text":
            last = Part("text", last.s.rstrip("."))
        parts = (*rest, last)
        return Line(*(parts if self.sources else _without_sources(parts)))

    def when(self, figure: Figure) -> str:
        """Say a date or a period as a phrase: at the end of 2024, in 2024, over 2021–2023.

        Examples
        --------
        >>> from welfare_analysis import load
        >>> data = load()
        >>> figure = data["ldxh-hn-2024-p16-poor-rate"]
        >>> Teller(data, "en").when(figure), Teller(data, "vi").when(figure)
        ('at the end of 2023', 'cuối năm 2023')
        """
        start, end = figure.period_start, figure.period_end
        name = period_form(start, end)
        ends = [self._day(day, name) for day in (start or end, end)]
        facts = {"first": ends[0], "last": ends[1], "period": self.period(figure)}
        months = self.number(end.month)
        return self.say(f"when-{name}", year=str(end.year), months=months, **facts)

    def _day(self, day: datetime.date, form: str) -> str:
        write = write_month if form == "from_month" else write_date
        return write(day, self.language)


def _without_sources(parts: Sequence[Part]) -> Iterator[Part]:
    """Leave out citations, and the space before each."""
    for part, after in itertools.zip_longest(parts, parts[1:]):
        if part.t == "text" and after and after.t == "cite":
            yield Part("text", part.s.rstrip("\u00a0 "))
        elif part.t != "cite":
            yield part


_WRITTEN: dict[str, Callable[[Teller, object], object]] = {
    "amount": Teller.amount,
    "area": lambda teller, area: teller.inside(area),
    "areas": Teller.places,
    "aside": Teller.aside,
    "bare": Teller.bare,
    "by": Teller.by,
    "core": Teller.core,
    "goal": lambda teller, goal: goal if isinstance(goal, str) else teller.goal(goal),
    "listed": Teller.listed,
    "named": Teller.named,
    "noun": lambda teller, indicator: teller.noun(indicator) if indicator else "",
    "number": Teller.number,
    "part": Teller.part,
    "place": Teller.opening,
    "rated": Teller.rated,
    "remark": Teller.remark,
    "standard": Teller.short_standard,
    "times": Teller.times,
    "ways": Teller.ways,
    "when": Teller.when,
    "why": Teller.why,
}
