"""Brief: one report being written; it remembers every figure shown, for the list of sources."""

from __future__ import annotations

from typing import TypeVar

from ... import arguments
from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...messages import known
from ..document import unique
from ..writer import Writer
from .glossary import Glossary, glossary
from .references import References, references
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
    def __init__(self, data: Catalogue, language: str):
        self.data, self.language = data, language
        self._observations: tuple[str, ...] = ()
        self._sources: tuple[str, ...] = ()

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

    def show(self, shown: Shown) -> Shown:
        """Remember what a table, a chart or prose cites, and return it to be displayed."""
        language = getattr(shown, "language", None)
        if language is None:
            raise UsageError(
                f"A {type(shown).__name__} carries no sources: show a table, a chart or prose "
                "made by this package."
            )
        self._remember(shown)
        return shown

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
            self._observations = unique((*self._observations, *shown.observations))
            self._sources = unique((*self._sources, *getattr(shown, "sources", ())))
