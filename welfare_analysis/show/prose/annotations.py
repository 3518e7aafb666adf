"""Annotations: the remarks on figures in words, each told once to one reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...data.figures import observation
from ...data.remarks import referred, remarks_on
from ..document import Line, Part, joined, unique, words
from ..writer import Writer
from .voice import Voice


@dataclass(frozen=True)
class Remark:
    """A remark as shown below figures.

    Attributes
    ----------
    remark : str
        Its key; empty for the line that leads back to remarks told before.
    kind : str
    line : Line
        Its kind and its sentences, with citations.
    text : Line
        The sentences alone, for where all are of one kind.
    about : tuple of str
        The figures shown that it is tied to.
    observations : tuple of str
        The figures that it refers to.
    """

    remark: str
    kind: str
    line: Line
    text: Line
    about: tuple[str, ...]
    observations: tuple[str, ...]


def annotations(writer: Writer, observations: Iterable[str], kinds: Iterable[str] = ()) -> tuple:
    """Put the remarks on any of some figures into words.

    Parameters
    ----------
    writer : Writer
    observations : iterable of str
        Identifiers of the figures shown.
    kinds : iterable of str
        Only these kinds; all by default.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> en = Writer(load(), "en")
    >>> [found] = annotations(en, ["ldxh-sc-2024-p4-employment-deprived-rate"])
    >>> str(found.line)[:16]
    'Doubt: 3.82% (do'
    """
    shown, wanted = unique(observations), set(kinds)
    return tuple(
        Remark(
            row["remark"],
            row["kind"],
            _said(writer, row),
            sentences_of(writer, row),
            tuple(name for name in shown if name in row["observations"]),
            referred(writer.own(row, "text")),
        )
        for row in remarks_on(writer.data, shown)
        if not wanted or row["kind"] in wanted
    )


def sentences_of(writer: Writer, row: dict) -> Line:
    """Fill the sentences of a remark with the figures that they refer to."""
    text = writer.own(row, "text")
    values = {name: observation(writer.data, name) for name in referred(text)}
    return Voice(writer.data, writer.language, lambda _: None)(text, **values).line


def _said(writer: Writer, row: dict) -> Line:
    said = sentences_of(writer, row)
    if row["check"]:
        check = writer.say(f"audit-check-{row['check']}")
        said = writer.line("remark-checked", text=said, check=check)
    return writer.line("remark-line", kind=writer.say(f"remark-{row['kind']}"), text=said)


def by_itself(writer: Writer, remark: Remark) -> tuple[Line, tuple[str, ...]]:
    """Write a remark for where its figures are not shown, with the figures that it then names."""
    if set(remark.about) & set(remark.observations):
        return remark.line, remark.observations
    figure = observation(writer.data, remark.about[0])
    facts = {"figure": writer.cited(figure), "period": writer.period(figure), "text": remark.line}
    line = writer.line("remark-on", title=writer.title(figure), **facts)
    return line, (figure.observation, *remark.observations)


def once(writer: Writer, remarks: Sequence[Remark], told: Iterable[str]) -> tuple[Remark, ...]:
    """Keep the remarks not told yet; one line leads back to the others."""
    told = set(told)
    before = [one for one in remarks if one.remark in told]
    new = tuple(one for one in remarks if one.remark not in told)
    if not before:
        return new
    names = unique(one.about[0] for one in before)
    cited = [writer.cited(observation(writer.data, name)) for name in names]
    line = writer.line("remark-told", figures=writer.joined(cited))
    return (*new, Remark("", "", line, line, names, names))


def each_once(parts: Iterable) -> list:
    """Tell each remark below the first of several tables or charts only."""
    told: set[str] = set()
    kept = []
    for part in parts:
        if remarks := getattr(part, "remarks", ()):
            part = replace(part, remarks=tuple(one for one in remarks if one.remark not in told))
            told |= {one.remark for one in remarks}
        kept.append(part)
    return kept


class Annotated:
    """What is shown with a `note`, its `observations` and `remarks` on them: tables and charts."""

    @property
    def below(self) -> Line:
        """What stands below: the note, and each remark on a line of its own."""
        lines = [words(self.note), *(one.line for one in self.remarks)]
        return joined(Line(Part("break")), [line for line in lines if line])

    @property
    def cited(self) -> tuple[str, ...]:
        """Every figure shown, and those that the remarks refer to."""
        remarked = (name for one in self.remarks for name in one.observations)
        return unique((*self.observations, *remarked))
