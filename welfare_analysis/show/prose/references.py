"""References: the numbered list of every source that something shown cites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ...codes import is_known
from ...data.numerals import write_date
from ...messages import message
from ..document import Line, bundle, emphasis, strong, unique
from ..render.html import part
from ..words import note
from ..writer import Writer


@dataclass(frozen=True)
class References:
    """The sources cited, each with the figures taken from it.

    Attributes
    ----------
    entries : tuple of dict
        ``number``, ``text`` (a line), ``name`` of who published it, ``url`` or None, and
        ``figures``: the printed tokens with their paragraphs, in the order of the source.
    compact : bool
        Printed as names one after the other: for a report of two pages.
    """

    entries: tuple[dict, ...]
    observations: tuple[str, ...]
    language: str
    compact: bool = False

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "references",
            "language": self.language,
            "compact": self.compact,
            "entries": self.entries,
            "observations": self.observations,
        }
        return bundle(content, html=self._html(), plain=self._plain())

    @property
    def listed(self) -> list[dict]:
        """The entries with what is quoted from each in words: ``printed``."""
        return [
            entry | {"printed": tokens_text(entry["figures"], self.language)}
            for entry in self.entries
        ]

    def _html(self) -> str:
        return part("notebook.html.j2", "references", self)

    def _plain(self) -> str:
        lines = [
            f"[{entry['number']}] {entry['text']} {entry['url'] or ''}".rstrip()
            for entry in self.entries
        ]
        return "\n".join(lines) or message("references-empty", self.language)


def references(
    writer: Writer,
    observations: Iterable[str],
    sources: Iterable[str] = (),
    *,
    compact: bool = False,
) -> References:
    """List the sources of observations, and sources cited by themselves, by number."""
    data = writer.data
    figures: dict[str, list[dict]] = {name: [] for name in sources}
    names = unique(observations)
    for row in (data.record("observations", name) for name in names):
        figures.setdefault(row["source"], []).append(_figure(row))
    rows = sorted((data.record("sources", name) for name in figures), key=lambda row: row["number"])
    text = short_text if compact else entry_text
    entries = tuple(
        {"name": writer.short_publisher(row)}
        | _entry(row, figures[row["source"]], text(writer, row))
        for row in rows
    )
    return References(entries, names, writer.language, compact)


def _figure(row: Mapping) -> dict:
    paragraph = None if pd.isna(row["paragraph"]) else int(row["paragraph"])
    return {"paragraph": paragraph, "as_printed": row["as_printed"]}


def _entry(row: Mapping, figures: list[dict], text: Line) -> dict:
    distinct = {(figure["paragraph"] or 0, figure["as_printed"]): figure for figure in figures}
    # Stable: figures of one paragraph keep the order in which they were shown.
    ordered = sorted(distinct.values(), key=lambda figure: figure["paragraph"] or 0)
    return {
        "number": int(row["number"]),
        "text": text,
        "url": row["url"] if row["url"].startswith(("http://", "https://")) else None,
        "figures": ordered,
    }


def entry_text(writer: Writer, row: Mapping) -> Line:
    """Write a source as the entry of a list: publisher, title, author, dates, reliability."""
    parts = [strong(writer.publisher(row))]
    if is_known(row["title"]):
        parts.append(emphasis(row["title"], row["language"]))
    if is_known(row["author"]):
        parts.append(writer.say("author-line", author=row["author"]))
    if is_known(row["date_published"]):
        published = date_text(row["date_published"], writer.language)
        parts.append(writer.say("published-line", date=published))
    else:
        parts.append(writer.say("published-unknown"))
    if is_known(row["date_read"]):
        read = date_text(row["date_read"], writer.language)
        parts.append(writer.say("read-line", date=read))
    if not row["url"].startswith("http"):
        parts.append(writer.say("url-unknown"))
    return note(*parts, _reliability(writer, row), _shared(writer, row))


def short_text(writer: Writer, row: Mapping) -> Line:
    """Write a source as one line: publisher, title, date."""
    parts = [strong(writer.publisher(row))]
    parts += [", ", emphasis(row["title"], row["language"])] if is_known(row["title"]) else []
    if is_known(row["date_published"]):
        parts += [", ", date_text(row["date_published"], writer.language)]
    return Line(*parts, ".")


def date_text(value: str, language: str) -> str:
    """Write a date of a source; what is no full date stays as given, unknown is said.

    Examples
    --------
    >>> date_text("2024-04-19", "vi"), date_text("notspecified", "en")
    ('19/4/2024', 'date not stated')
    """
    if not is_known(value):
        return message("date-unknown", language)
    try:
        return write_date(pd.Timestamp(value).date(), language) if len(value) == 10 else value
    except ValueError:
        return value


def _reliability(writer: Writer, row: Mapping) -> str:
    why = writer.own(row, "reliability")
    grade = row["reliability"]
    return writer.say("reliability-line", reason=f"{grade} \u2013 {why}" if why else grade)


def _shared(writer: Writer, row: Mapping) -> str:
    shared = [part.partition(":")[2] for part in row["independent_of"].split()]
    sources = (writer.data.record("sources", name) for name in shared if name)
    # A plain number, not a citation: the other source need not be in this list.
    numbers = [f"[{source['number']}]" for source in sources]
    return writer.say("shares-origin-line", sources=writer.joined(numbers)) if numbers else ""


def tokens_text(figures: list[dict], language: str) -> str:
    """Write the printed tokens of a source by paragraph: ``đ. 17: «0,03%»``."""
    groups: dict[int | None, list[str]] = {}
    for figure in figures:
        token = message("token", language, text=figure["as_printed"])
        groups.setdefault(figure["paragraph"], []).append(token)
    return "; ".join(_group(paragraph, tokens, language) for paragraph, tokens in groups.items())


def _group(paragraph: int | None, tokens: list[str], language: str) -> str:
    listed = ", ".join(tokens)
    if paragraph is None:
        return message("figure-printed", language, tokens=listed)
    return message("figure-in-paragraph", language, paragraph=str(paragraph), tokens=listed)
