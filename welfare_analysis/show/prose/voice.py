"""Voice: sentences of one language whose every number comes from the data."""

from __future__ import annotations

import datetime
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.names import within_sentence
from ...data.numerals import write, write_date
from ...errors import UnknownName, UsageError
from ...judge.derived import Measure
from .. import words
from ..bundle import bundle, unique
from ..inline import literal

Value = Observation | Measure | str | int | datetime.date | Sequence


@dataclass(frozen=True)
class Prose:
    """Sentences made from data: Markdown and the figures behind it."""

    markdown: str
    observations: tuple[str, ...]
    language: str

    def __str__(self) -> str:
        return self.markdown

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "prose",
            "language": self.language,
            "markdown": self.markdown,
            "observations": list(self.observations),
        }
        return bundle(content, markdown=self.markdown, plain=self.markdown)


@dataclass(frozen=True)
class Voice:
    """A callable that fills templates of one language.

    ``voice("… {rate} …", rate=observation)`` returns `Prose`.  A field is ``{name}`` or
    ``{name:form}``, several forms separated by commas:

    ===============  =====================================================================
    (none)           a figure with its flags in brackets and its citation; text; a number
    ``plain``        a figure with its flags, without citation
    ``remarked``     a figure with all that limits its use in brackets, and its citation
    ``number``       the bare number
    ``period``       the period or date
    ``range``        a derived figure's interval in words; a printed figure's likewise
    ``area``         the name of its area, or of an area code
    ``indicator``    the name of its indicator, or of an indicator code
    ``standard``     the name of its poverty standard
    ``source``       the citation alone
    ``lower``        begin with a small letter (a title in the middle of a sentence)
    ``capital``      begin with a capital (at the start of a sentence)
    ``one|many``     the first word after 1, the second after any other number
    ===============  =====================================================================
    """

    data: Catalogue = field(repr=False)
    language: str
    shown: Callable[[Prose], object] = field(repr=False)

    def __call__(self, template: str, **values: Value) -> Prose:
        """Fill a Markdown template; its numbers come from observations and measures."""
        parts = []
        for text, name, form, _ in string.Formatter().parse(template):
            parts.append(text)
            if name is not None:
                opening = _opens("".join(parts))
                parts.append(self._filled(name, form or "", values, opening=opening))
        prose = Prose("".join(parts), _observations(values.values()), self.language)
        self.shown(prose)
        return prose

    def points(self, *sentences: Prose | None) -> Prose:
        """Set sentences as a list; what is None (a place that was not chosen) is left out."""
        said = [sentence for sentence in sentences if sentence is not None]
        markdown = "\n".join(f"- {sentence.markdown}" for sentence in said)
        return Prose(markdown, _observations(said), self.language)

    def clauses(self, *clauses: Prose | None) -> Prose:
        """Set parts of one sentence after each other, with semicolons; None is left out."""
        said = [clause for clause in clauses if clause is not None]
        markdown = "; ".join(clause.markdown for clause in said)
        return Prose(markdown, _observations(said), self.language)

    def _filled(self, name: str, form: str, values: Mapping[str, Value], *, opening: bool) -> str:
        if name not in values:
            raise UnknownName("value of the sentence", name, values)
        wanted = [one.strip() for one in form.split(",")] if form else []
        endings = [one for one in wanted if one in _ENDINGS]
        leading = [one for one in wanted if one not in _ENDINGS]
        if len(leading) > 1:
            raise UsageError(f"{{{name}:{form}}} asks for {leading}; give one of them.")
        written = self._written(values[name], leading[0] if leading else "", name, opening)
        for ending in endings:
            written = _ENDINGS[ending](written)
        return written

    def _written(self, value: Value, form: str, name: str, opening: bool = False) -> str:
        if "|" in form:
            return _plural(value, form, name)
        if isinstance(value, Observation | Measure):
            _known(form, _FIGURE_FORMS)
            return self._named(_FIGURE_FORMS[form], value, form, opening)
        if isinstance(value, str):
            _known(form, _TEXT_FORMS)
            return self._named(_TEXT_FORMS[form], value, form, opening)
        if isinstance(value, Sequence):
            written = [
                self._written(one, form, name, opening and place == 0)
                for place, one in enumerate(value)
            ]
            return words.joined(written, self.language)
        _known(form, {"": None})
        return self._plain(value, name)

    def _named(self, write: Callable, value: Value, form: str, opening: bool) -> str:
        text = write(self.data, value, self.language)
        named = form == "area" and not opening
        return within_sentence(text, self.language) if named else text

    def _plain(self, value: Value, name: str) -> str:
        if isinstance(value, bool) or value is None:
            raise UsageError(f"{{{name}}} is {value!r}, which no sentence can say.")
        if isinstance(value, int):
            return write(value, self.language)
        if isinstance(value, datetime.date):
            return write_date(value, self.language)
        if isinstance(value, Prose):
            return value.markdown
        raise UsageError(
            f"{{{name}}} is a {type(value).__name__}: give an observation, a measure, a whole "
            "number, a date, text or a list of these, so that the sentence keeps its source."
        )


def _range(data: Catalogue, figure: words.Figure, language: str) -> str:
    return literal(words.unbroken(words.range_text(figure, language)))


_FIGURE_FORMS: dict[str, Callable[[Catalogue, words.Figure, str], str]] = {
    "": lambda data, figure, language: words.cited(figure, language),
    "plain": lambda data, figure, language: literal(
        words.unbroken(words.flagged(figure, language))
    ),
    "remarked": lambda data, figure, language: words.remarked(figure, language),
    "number": lambda data, figure, language: literal(words.unbroken(figure.number(language))),
    "period": lambda data, figure, language: literal(figure.period(language)),
    "range": _range,
    "area": lambda data, figure, language: literal(words.area_name(data, figure.area, language)),
    "indicator": lambda data, figure, language: literal(words.title(figure, language)),
    "standard": lambda data, figure, language: literal(
        words.standard_name(data, words.first_input(figure).standard, language)
    ),
    "source": lambda data, figure, language: figure.citation(language),
}

_TEXT_FORMS: dict[str, Callable[[Catalogue, str, str], str]] = {
    "": lambda data, text, language: literal(text),
    "area": lambda data, code, language: literal(words.area_name(data, code, language)),
    "standard": lambda data, code, language: literal(words.standard_name(data, code, language)),
    "indicator": lambda data, code, language: literal(
        data.record("indicators", code)[f"title_{language}"]
    ),
}

_ENDINGS = {"capital": words.capital, "lower": words.small}


def _opens(before: str) -> bool:
    """Tell whether what follows opens a sentence or a heading."""
    return before.rstrip(" #*").endswith((".", "!", "?", "\n")) or not before.strip(" #*")


def _known(form: str, forms: Mapping[str, object]) -> None:
    if form not in forms:
        raise UnknownName("form", form, [name for name in (*forms, *_ENDINGS) if name])


def _plural(value: Value, form: str, name: str) -> str:
    number = getattr(value, "value", value)
    if not isinstance(number, int | float):
        raise UsageError(f"{{{name}:{form}}} chooses by number, but {name} is {value!r}.")
    singular, _, plural = form.partition("|")
    return singular if number == 1 else plural


def _observations(values) -> tuple[str, ...]:
    found = []
    for value in values:
        if isinstance(value, Sequence) and not isinstance(value, str):
            found += _observations(value)
        found += getattr(value, "observations", ())
    return unique(found)
