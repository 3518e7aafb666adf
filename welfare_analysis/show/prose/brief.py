"""Brief: one report being written; it remembers every figure shown, for the list of sources."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sized
from dataclasses import replace
from typing import TypeVar

from ... import arguments
from ...data.areas import has_province
from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge.findings import Finding, Findings, findings
from ...messages import known
from ...texts import Said, capital
from ..document import emphasis, joined, strong, unique
from ..writer import Writer
from .annotations import Remark, annotations, by_itself, once
from .glossary import Glossary, glossary
from .headline import headline
from .places import introduction
from .references import References, references
from .telling import Teller, said, sentence
from .voice import Prose, Value, Voice

Shown = TypeVar("Shown")


class Brief:
    """A report in one language over one catalogue.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
        Language of the report.  Voices of the other language work too, so that a notebook runs
        whole; what they say is in no report of this language and is not remembered.
    kinds : iterable of {"doubt", "method", "definition", "context", "request"}
        Kinds of remarks told below tables and charts; all by default.  A short report may tell
        the doubts alone.

    Examples
    --------
    >>> from welfare_analysis import load, one
    >>> brief = Brief(load(), "vi")
    >>> vi = brief.voice("vi")
    >>> rate = one(brief.data, "poor_household_rate", "Hà Nội", 2023)
    >>> print(vi("{rate:area}: {rate:plain} ({rate:period})", rate=rate))
    Hà Nội: 0,03% (31/12/2023)
    """

    @arguments.reads(data=arguments.data, language=known)
    def __init__(self, data: Catalogue, language: str, *, kinds: Iterable[str] = ()):
        self.data, self.language, self._kinds = data, language, tuple(kinds)
        self._observations: tuple[str, ...] = ()
        self._sources: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._here = ""

    def __repr__(self) -> str:
        return f"<Brief in {self.language!r}: {len(self._observations)} figures cited so far>"

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of the figures cited so far."""
        return self._observations

    def voice(self, language: str) -> Voice:
        """Return the function that writes sentences in a language."""
        return Voice(self.data, known(language), self._remember)

    def either(self, vi: str, en: str, **values: Value) -> Prose:
        """Fill the template of this report's language: titles in cells of no language."""
        return self.voice(self.language)(vi if self.language == "vi" else en, **values)

    def findings(
        self, areas: str | Iterable[str], theme: str | Iterable[str] | None = None
    ) -> Findings:
        """Find what the figures of some places say, as `findings` does."""
        return findings(self.data, areas, theme)

    def around(self, found: Findings) -> Findings:
        """Find what the figures of the areas around say, on the same indicators; none of none."""
        return findings(self.data, found.around, found.indicators) if found.around else found[:0]

    def say(self, found: object, vi: str, en: str, **values: Value) -> Prose | None:
        """Write in the report's language, if there is something to speak of.

        Parameters
        ----------
        found : Findings, or anything that is false where it is empty
            The templates may name the main ``{subject}`` of findings.
        vi, en : str
            Templates of `Voice`.
        **values
            What else they name.
        """
        subject = {"subject": found.subject} if isinstance(found, Findings) else {}
        return self.either(vi, en, **subject, **values) if _holds(found) else None

    def ask(self, found: object, vi: str, en: str, **values: Value) -> Prose | None:
        """Open a section with its question, if something answers it."""
        return self.say(found, f"## {vi}", f"## {en}", **values)

    def tell(self, found: Findings, most: int = 8) -> Prose | None:
        """Say findings as a list, the strongest first; a place introduced is not named again."""
        told = [said(one, self.language, self._here) for one in found[:most]]
        return self.show(self.voice(self.language).points(*told)) if told else None

    def introduce(self, area: str) -> Prose:
        """Say what a place is that the report is about, and what became of its boundary."""
        self._here = area
        return self.show(Prose.of(introduction(self._writer, area), (), self.language))

    def places(self, areas: Iterable[str]) -> Prose:
        """Name places, or count them where they are too many to be read: below a title."""
        named = Teller(self.data, self.language).places(tuple(areas))
        return self.show(Prose.of(emphasis(capital(named)), (), self.language))

    def headline(self, found: Findings, *, section: bool = False) -> Prose | None:
        """Make what leads the headline of a page, or the heading of a section.

        Its reserves are told where it is said with its sources.
        """
        if not found:
            return None
        made = self.either("## {told}", "## {told}", told=headline(found.lead, self.language))
        return made if section else replace(made, blocks=({**made.blocks[0], "role": "headline"},))

    def by_theme(self, found: Findings, most: int = 3, each: int = 2) -> Prose | None:
        """Say findings as a list with a line for each of the themes of which most is said.

        Of figures that are missing, the line says which office can be asked.

        Parameters
        ----------
        found : Findings
        most : int
            Themes.
        each : int
            Findings of each, the strongest.
        """
        themes: dict[str, list[Finding]] = {}
        for one in found:
            if one.subject:
                theme = self.data.record("indicators", one.subject)["theme"]
                themes.setdefault(theme, []).append(one)
        items = [self._of_theme(theme, themes[theme][:each]) for theme in list(themes)[:most]]
        return self.show(self.voice(self.language).points(*items)) if items else None

    def _of_theme(self, theme: str, found: list[Finding]) -> Prose:
        told = [said(one, self.language) for one in found]
        name = strong(capital(self._writer.theme(theme)) + ".")
        named = tuple(name for one in found for name in one.observations)
        lines = [name, *(one.line for one in told)]
        office = self._writer.own(self.data.record("themes", theme), "office")
        asked = {area for one in found if one.kind == "missing" for area in one.areas}
        if office and any(has_province(self.data, area) for area in asked):
            lines.append(self._writer.line("found-office", office=office))
        return Prose.of(joined(" ", lines), named, self.language)

    def lead(self, found: Findings) -> Prose | None:
        """Say in one sentence what is found: over all places, else the strongest."""
        return self.show(said(found.lead, self.language)) if found else None

    def rest(self, found: Findings, most: int = 8) -> Prose | None:
        """Say as a list, place by place, what `lead` left out."""
        return self.tell(found.after_lead, most)

    def draw(
        self, make: Callable[..., Shown], shown: object, found: Findings | None = None, **options
    ) -> Shown | None:
        """Show a table or a chart under what is found; nothing where there is nothing to show.

        Parameters
        ----------
        make : callable
            A function of `tables` or `charts`: it takes the data, what is shown, the language
            and a title.
        shown : object
            What it takes; of nothing, nothing is made.
        found : Findings, optional
            What it shows: the first of them is the title.
        **options
            Further arguments.
        """
        if not _holds(shown):
            return None
        title = [self._titled(found.lead)] if found else []
        return self.show(make(self.data, shown, self.language, *title, **options))

    def _titled(self, lead: Finding) -> Prose:
        facts = dict(lead.facts)
        if facts.get("careful") == "yes":  # why is said in the text
            facts["careful"] = "short"
        title = sentence(replace(lead, facts=facts), self.language)
        return Prose.of(title, lead.observations, self.language)

    def show(self, shown: Shown) -> Shown:
        """Remember what a table, a chart or prose cites, and return it to be displayed.

        A remark is told below the first that shows its figures; later ones lead back to it.
        """
        language = getattr(shown, "language", None)
        if language is None:
            raise UsageError(Said("without-sources", kind=type(shown).__name__))
        remarks = getattr(shown, "remarks", ())
        if remarks and language == self.language:
            remarks = [one for one in remarks if not self._kinds or one.kind in self._kinds]
            shown = replace(shown, remarks=once(self._writer, remarks, self._told))
            self._told = unique((*self._told, *(one.remark for one in remarks)))
        self._remember(shown)
        return shown

    def remarks(
        self,
        figures: Iterable[str] | None = None,
        *,
        kinds: Iterable[str] = (),
        again: bool = True,
        most: int | None = None,
        placed: bool | None = None,
    ) -> Prose:
        """List what people know of figures: by default of all figures cited so far.

        Parameters
        ----------
        figures : iterable of str, optional
            Identifiers of observations.
        kinds : iterable of {"doubt", "method", "definition", "context", "request"}
            Only remarks of these kinds; all by default.
        again : bool, default True
            Whether those told below a table or a chart are told once more.
        most : int, optional
            Only so many: those on the newest figures.
        placed : bool, optional
            Whether each begins with its place; by default where they are of several.

        Returns
        -------
        Prose
            One remark an item, after a figure that it is on where its text names none; nothing
            where there is none.
        """
        shown = self._observations if figures is None else figures
        kinds = tuple(kinds)
        found = annotations(self._writer, shown, kinds)
        if not again:
            found = [one for one in found if one.remark not in self._told]
        if most is not None:
            found = sorted(found, key=self._newest, reverse=True)[:most]
        self._told = unique((*self._told, *(one.remark for one in found)))
        if len(set(kinds)) == 1:  # which the heading says
            found = [replace(one, line=one.text) for one in found]
        items = [Prose.of(*by_itself(self._writer, one), self.language) for one in found]
        places = [self.data[one.about[0]].area for one in found]
        if len(set(places)) > 1 if placed is None else placed:
            items = [self._of_place(*one) for one in zip(places, items, strict=True)]
        listed = self.voice(self.language).points(*items)
        self._remember(listed)
        return listed

    def _of_place(self, area: str, said: Prose) -> Prose:
        name = strong(capital(self._writer.area(area)) + ".")
        return Prose.of(name + " " + said.line, said.observations, self.language)

    def _newest(self, remark: Remark) -> datetime.date:
        return max(self.data[name].period_end for name in remark.about)

    def references(self, *, compact: bool = False) -> References:
        """List every source cited so far; call it last."""
        return references(self._writer, self._observations, self._sources, compact=compact)

    def glossary(self, *terms: str, compact: bool = False) -> Glossary:
        """Explain the terms, all or those named, that the figures shown so far bring in."""
        return glossary(self._writer, self._observations, terms, compact=compact)

    @property
    def _writer(self) -> Writer:
        return Writer(self.data, self.language)

    def _remember(self, shown: object) -> None:
        if shown.language == self.language:
            cited = getattr(shown, "cited", shown.observations)
            self._observations = unique((*self._observations, *cited))
            self._sources = unique((*self._sources, *getattr(shown, "sources", ())))


def _holds(shown: object) -> bool:
    """Tell whether there is anything in what is to be shown."""
    if shown is None:
        return False
    return len(shown) > 0 if isinstance(shown, Sized) else any(True for _ in shown)
