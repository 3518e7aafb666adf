"""Document: what is shown, as data – lines of text whose marked parts are no markup.

A `Line` is one line of text: words, and parts that are emphasised, cited or linked.  Blocks are
dictionaries with a ``kind`` (paragraph, list, table, figure, …) that hold lines.  Nothing here is
ever joined into markup: what prints a document, to HTML, to Typst or to a terminal, goes over
its parts, so that a star or an angle bracket in a title stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

MIME = "application/vnd.welfare-analysis.v1+json"
WEB = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)  # addresses that a link may have
_LANG = re.compile(r"[a-z]{2,3}")
_SPACE = re.compile(r"\s*\n\s*")
_PLACES = range(0xE800, 0xF000)  # letters for private use, which no text holds
_KINDS = {
    "html": "text/html",
    "plain": "text/plain",
    "markdown": "text/markdown",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a line.

    Attributes
    ----------
    t : {"text", "code", "break", "emphasis", "strong", "cite", "link"}
    s : str
        The words of text or code.
    c : Line
        What is emphasised, or shown as citation or link.
    source : int
        Number of the source cited.
    url : str
        Address of a link.
    lang : str
        Language of emphasised words, where it may be another than that around.
    """

    t: str
    s: str = ""
    c: Line = ()
    source: int = 0
    url: str = ""
    lang: str = ""


class Line(tuple):
    """One line of text: a tuple of parts that adds up with strings and other lines.

    Examples
    --------
    >>> said = "Sơn La: " + strong("10,89%") + " " + cite(7, "[7]")
    >>> str(said)
    'Sơn La: 10,89% [7]'
    >>> as_json(said)
    ['Sơn La: ', {'t': 'strong', 'c': '10,89%'}, ' ', {'t': 'cite', 'c': '[7]', 'source': 7}]
    """

    __slots__ = ()

    def __new__(cls, *pieces: str | Part | Line) -> Line:
        """Put pieces one after the other; words that meet become one part."""
        parts: list[Part] = []
        for part in _parts(pieces):
            if part.t == "text" and parts and parts[-1].t == "text":
                parts[-1] = Part("text", parts[-1].s + part.s)
            else:
                parts.append(part)
        return super().__new__(cls, parts)

    def __add__(self, other: str | Line) -> Line:
        return Line(self, other)

    def __radd__(self, other: str) -> Line:
        return Line(other, self)

    def __contains__(self, piece: object) -> bool:
        return piece in str(self) if isinstance(piece, str) else super().__contains__(piece)

    def __str__(self) -> str:
        return "".join(_words(part) for part in self)

    def __repr__(self) -> str:
        return f"<Line {str(self)!r}>"

    def changed_first(self, change) -> Line:
        """Apply a function of text to the words that the line begins with."""
        if not self:
            return self
        first, *rest = self
        if first.t in ("text", "code"):
            first = Part(first.t, change(first.s))
        else:
            first = replace(first, c=first.c and first.c.changed_first(change))
        return Line(first, *rest)


def words(text: object) -> Line:
    """Write plain text as a line; a line or the line of prose stays as it is.

    Examples
    --------
    >>> as_json(words("a*b <i>"))
    'a*b <i>'
    """
    if isinstance(text, Line):
        return text
    own = getattr(text, "line", None)
    return own if isinstance(own, Line) else Line(_SPACE.sub(" ", str(text)))


def strong(text: str | Line) -> Line:
    """Write in bold."""
    return Line(Part("strong", c=Line(text)))


def emphasis(text: str | Line, lang: str = "") -> Line:
    """Write in italics; words of another language are read aloud in it."""
    return Line(Part("emphasis", c=Line(text), lang=lang))


def code(text: str) -> Line:
    """Write as code."""
    return Line(Part("code", text))


def cite(source: int, text: str | Line) -> Line:
    """Write the citation of a source by its number in the list of sources."""
    return Line(Part("cite", c=Line(text), source=int(source)))


def link(url: str, text: str | Line) -> Line:
    """Write a link to an address on the web."""
    return Line(Part("link", c=Line(text), url=url))


def joined(separator: str, lines: Iterable[str | Line]) -> Line:
    """Put lines one after the other with a separator between them."""
    pieces: list[str | Line] = []
    for line in lines:
        pieces += [separator, line] if pieces else [line]
    return Line(*pieces)


def filled(template: str, values: dict[str, str | Line]) -> Line:
    """Put values into a text in place of the letters that `placeholders` gave them."""
    pieces = re.split(f"([{chr(_PLACES[0])}-{chr(_PLACES[-1])}])", template)
    return Line(*(values.get(piece, piece) for piece in pieces))


def placeholders(count: int) -> list[str]:
    """Return letters that stand for values while a text is put together around them."""
    return [chr(_PLACES[place]) for place in range(count)]


def as_json(content: object) -> object:
    """Return blocks, lines and parts as lists, dictionaries and strings.

    Words are bare strings, and so is a line of words: most cells of a table are no more.
    """
    if isinstance(content, Part):
        if content.t == "text":
            return content.s
        kept = {name: getattr(content, name) for name in ("s", "c", "source", "url", "lang")}
        return {"t": content.t} | {name: as_json(one) for name, one in kept.items() if one}
    if isinstance(content, Line) and all(part.t == "text" for part in content):
        return str(content)
    if isinstance(content, dict):
        return {name: as_json(one) for name, one in content.items()}
    if isinstance(content, list | tuple):
        return [as_json(one) for one in content]
    return content


def items(line: object) -> list[dict]:
    """Return a line, or its JSON from a notebook, as the list of dictionaries templates print.

    Raises
    ------
    ValueError
        If it is no line: neither words nor parts of a known kind, or a link that is none.

    Examples
    --------
    >>> items("a" + cite(1, "[1]"))
    [{'t': 'text', 's': 'a'}, {'t': 'cite', 'source': 1, 'c': [{'t': 'text', 's': '[1]'}]}]
    """
    if isinstance(line, Line):
        line = as_json(line)
    if isinstance(line, str):
        line = [line]
    if not isinstance(line, list):
        raise ValueError(f"expected a line of text, found {line!r:.60}")
    return [_item(part) for part in line if part != ""]


def _item(part: object) -> dict:
    if isinstance(part, str):
        return {"t": "text", "s": part}
    kind = part.get("t") if isinstance(part, dict) else None
    if kind in ("text", "code") and isinstance(part.get("s"), str):
        return {"t": kind, "s": part["s"]}
    if kind == "break":
        return {"t": "break"}
    if kind in ("emphasis", "strong"):
        spoken = {"lang": part["lang"]} if _LANG.fullmatch(str(part.get("lang"))) else {}
        return {"t": kind, "c": items(part.get("c", [])), **spoken}
    if kind == "cite" and isinstance(part.get("source"), int):
        return {"t": "cite", "source": part["source"], "c": items(part.get("c", []))}
    if kind == "link" and WEB.fullmatch(str(part.get("url"))):
        return {"t": "link", "url": part["url"], "c": items(part.get("c", []))}
    raise ValueError(f"expected a part of a line of text, found {part!r:.60}")


def text_of(content: list[dict]) -> str:
    """Return the words of what `items` returned."""
    return "".join(
        one["s"] if "s" in one else "\n" if one["t"] == "break" else text_of(one["c"])
        for one in content
    )


def uncited(content: list[dict]) -> str:
    """Return the words of what `items` returned without citations, for where no list follows.

    Examples
    --------
    >>> uncited(items("a " + cite(1, "[1]") + ", b"))
    'a, b'
    """
    said = ""
    for one in content:
        cited = one["t"] == "cite"
        said = (
            said.rstrip()
            if cited
            else said + (text_of([one]) if "s" in one else uncited(one.get("c", [])))
        )
    return said.strip()


def lines_of(block: dict) -> Line:
    """Return the text of a block as one line."""
    if "items" in block:
        return joined("\n", (lines_of(one) for item in block["items"] for one in item))
    if "blocks" in block:
        return joined("\n", map(lines_of, block["blocks"]))
    return Line(block.get("text", ""), block.get("content", Line()))


def citations(content: object) -> set[int]:
    """Collect the numbers of the sources cited anywhere in blocks or in what `items` returned."""
    if isinstance(content, list):
        return set().union(*map(citations, content)) if content else set()
    if not isinstance(content, dict):
        return set()
    own = {content["source"]} if content.get("t") == "cite" else set()
    return own.union(*(citations(value) for value in content.values()))


def bundle(content: dict, **forms: str) -> dict:
    """Put what a report is made from beside the other forms of an object, as Jupyter wants it.

    Parameters
    ----------
    content : dict
        A block or several, with ``kind`` and ``language``.
    **forms
        By the second half of their type: ``html``, ``plain``, ``markdown``, ``svg``.
    """
    return {MIME: as_json(content)} | {_KINDS[name]: text for name, text in forms.items()}


def unique(names: Iterable) -> tuple:
    """Return names once each, in their order, without empty ones."""
    return tuple(dict.fromkeys(name for name in names if name))


def _parts(pieces: Iterable[str | Part | Line]) -> Iterator[Part]:
    for piece in pieces:
        if isinstance(piece, Line):
            yield from piece
        elif isinstance(piece, Part):
            yield piece
        elif piece:
            yield Part("text", piece)


def _words(part: Part) -> str:
    if part.t == "break":
        return " "
    return part.s or str(part.c or "")
