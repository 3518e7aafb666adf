"""Voice: sentences of one language whose every number comes from the data."""

from __future__ import annotations

import datetime
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ...data.figures import Observation
from ...data.names import proper_names, within_sentence
from ...errors import UnknownName, UsageError
from ...judge.derived import Figure, Measure
from ...texts import Said, capital
from .. import markdown
from ..document import Line, bundle, joined, lines_of, placeholders, unique, words
from ..words import small, unbroken
from ..writer import Writer

Value = Observation | Measure | str | int | datetime.date | Sequence


@dataclass(frozen=True)
class Prose:
    """Sentences made from data, as blocks, and the figures behind them."""

    blocks: tuple[dict, ...]
    observations: tuple[str, ...]
    language: str

    @classmethod
    def of(cls, text: str | Line, observations: Sequence[str], language: str) -> Prose:
        """Make prose of one line."""
        paragraph = {"kind": "paragraph", "content": words(text)}
        return cls((paragraph,) if text else (), tuple(observations), language)

    @property
    def line(self) -> Line:
        """The prose as one line, to stand in a sentence, a caption or a title."""
        return joined(" ", (lines_of(block) for block in self.blocks))

    @property
    def markdown(self) -> str:
        """The prose as Markdown, for a cell of a notebook."""
        return markdown.written(self.blocks)

    def __str__(self) -> str:
        return "\n".join(str(lines_of(block)) for block in self.blocks)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "prose",
            "language": self.language,
            "blocks": self.blocks,
            "observations": self.observations,
        }
        return bundle(content, markdown=self.markdown, plain=str(self))


@dataclass(frozen=True)
class Voice(Writer):
    """A writer that fills templates of its language.

    ``voice("… {rate} …", rate=observation)`` returns `Prose`.  A template is Markdown; what is
    put into it is not.  A field is ``{name}`` or ``{name:form}``, several forms separated by
    commas:

    ===============  =====================================================================
    (none)           a figure with its flags in brackets and its citation; text; a number
    ``plain``        a figure with its flags, without citation
    ``remarked``     a figure with all that limits its use in brackets, and its citation
    ``number``       the bare number
    ``period``       the period or date
    ``range``        a derived figure's interval in words; a printed figure's likewise
    ``area``         the name of its area, or of an area code
    ``indicator``    the name of its indicator, or of an indicator code
    ``noun``         the same as it stands in a sentence, in English with its article
    ``standard``     the name of its poverty standard
    ``source``       the citation alone
    ``lower``        begin with a small letter (a title in the middle of a sentence)
    ``capital``      begin with a capital (at the start of a sentence)
    ``one|many``     the first word after 1, the second after any other number
    ===============  =====================================================================
    """

    shown: Callable[[Prose], object] = field(repr=False)

    def __call__(self, template: str, **values: Value) -> Prose:
        """Fill a Markdown template; its numbers come from observations and measures."""
        fields = [one for one in string.Formatter().parse(template) if one[1] is not None]
        letters = placeholders(len(fields))
        source, written = "", {}
        for text, name, form, _ in string.Formatter().parse(template):
            source += text
            if name is not None:
                letter = letters[len(written)]
                opening = _opens(source)
                written[letter] = self._filled(name, form or "", values, opening=opening)
                source += letter
        prose = Prose(
            tuple(markdown.blocks(source, written)), _observations(values.values()), self.language
        )
        self.shown(prose)
        return prose

    def points(self, *sentences: Prose | None) -> Prose:
        """Set sentences as a list; what is None (a place that was not chosen) is left out."""
        said = [sentence for sentence in sentences if sentence is not None]
        items = [list(sentence.blocks) for sentence in said]
        block = {"kind": "list", "ordered": False, "start": 1, "items": items}
        return Prose((block,) if items else (), _observations(said), self.language)

    def clauses(self, *clauses: Prose | None) -> Prose:
        """Set parts of one sentence after each other, with semicolons; None is left out."""
        said = [clause for clause in clauses if clause is not None]
        return Prose.of(
            joined("; ", (one.line for one in said)), _observations(said), self.language
        )

    def _filled(self, name: str, form: str, values: Mapping[str, Value], *, opening: bool) -> Line:
        if name not in values:
            raise UnknownName("sentence_value", name, values)
        wanted = [one.strip() for one in form.split(",")] if form else []
        endings = [one for one in wanted if one in _ENDINGS]
        leading = [one for one in wanted if one not in _ENDINGS]
        if len(leading) > 1:
            raise UsageError(Said("many-forms", name=name, form=form, forms=leading))
        written = words(self._written(values[name], leading[0] if leading else "", name, opening))
        for ending in endings:
            written = written.changed_first(partial(_ENDINGS[ending], self))
        return written

    def _written(self, value: Value, form: str, name: str, opening: bool = False) -> str | Line:
        if "|" in form:
            return _plural(value, form, name)
        if isinstance(value, Observation | Measure):
            _known(form, _FIGURE_FORMS)
            return self._named(_FIGURE_FORMS[form](self, value), form, opening)
        if isinstance(value, str):
            _known(form, _TEXT_FORMS)
            return self._named(_TEXT_FORMS[form](self, value), form, opening)
        if isinstance(value, Sequence):
            return self.joined(
                self._written(one, form, name, opening and place == 0)
                for place, one in enumerate(value)
            )
        _known(form, {"": None})
        return self._plain(value, name)

    def _named(self, text: str | Line, form: str, opening: bool) -> str | Line:
        return within_sentence(text, self.language) if form == "area" and not opening else text

    def _plain(self, value: Value, name: str) -> str | Line:
        if isinstance(value, bool) or value is None:
            raise UsageError(Said("not-sayable", name=name, value=repr(value)))
        if isinstance(value, int):
            return self.number(value)
        if isinstance(value, datetime.date):
            return self.date(value)
        if isinstance(value, Prose):
            return value.line
        raise UsageError(Said("not-citable", name=name, kind=type(value).__name__))


_FIGURE_FORMS: dict[str, Callable[[Writer, Figure], str | Line]] = {
    "": Writer.cited,
    "plain": lambda writer, figure: unbroken(writer.flagged(figure)),
    "remarked": Writer.remarked,
    "number": lambda writer, figure: unbroken(figure.number(writer.language)),
    "period": Writer.period,
    "range": lambda writer, figure: unbroken(writer.range(figure)),
    "area": lambda writer, figure: writer.area(figure.area),
    "indicator": Writer.title,
    "noun": lambda writer, figure: writer.noun(figure.inputs[0].indicator),
    "standard": lambda writer, figure: writer.standard(figure.inputs[0].standard),
    "source": Writer.cite,
}

_TEXT_FORMS: dict[str, Callable[[Writer, str], str]] = {
    "": lambda writer, text: text,
    "area": Writer.area,
    "standard": Writer.standard,
    "indicator": Writer.indicator,
    "noun": Writer.noun,
}

_ENDINGS: dict[str, Callable[[Writer, str], str]] = {
    "capital": lambda writer, text: capital(text),
    "lower": lambda writer, text: small(text, proper_names(writer.data, writer.language)),
}


def _opens(before: str) -> bool:
    """Tell whether what follows opens a sentence or a heading."""
    return before.rstrip(" #*").endswith((".", "!", "?", "\n")) or not before.strip(" #*")


def _known(form: str, forms: Mapping[str, object]) -> None:
    if form not in forms:
        raise UnknownName("form", form, [name for name in (*forms, *_ENDINGS) if name])


def _plural(value: Value, form: str, name: str) -> str:
    number = getattr(value, "value", value)
    if not isinstance(number, int | float):
        raise UsageError(Said("no-number-to-choose", name=name, form=form, value=repr(value)))
    singular, _, plural = form.partition("|")
    return singular if number == 1 else plural


def _observations(values) -> tuple[str, ...]:
    found = []
    for value in values:
        if isinstance(value, Sequence) and not isinstance(value, str):
            found += _observations(value)
        found += getattr(value, "observations", ())
    return unique(found)
