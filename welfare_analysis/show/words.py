"""Words: what is done to text and figures before they are written, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..codes import RemarkKind, Status
from ..data.figures import Observation
from ..data.remarks import remarks_on
from ..judge.derived import Figure, Measure
from ..judge.limits import INFERRED, LOW_CONFIDENCE, READERS, SECONDARY, limits
from ..messages import joined, message
from . import document
from .document import Line, Part, unique

_NUMBER_THEN_WORD = re.compile(r"(?<=[\d%]) (?=\w)")
_LETTERED = re.compile(r"\([a-z]{1,2}\) ")
_COMMENTED = {
    Status.LOW_RELIABILITY,
    Status.PROVISIONAL,
    Status.DEFINITION_DIFFERS,
    Status.BREAK,
    Status.ESTIMATED,
    INFERRED,
}
DOUBTS = (Status.LOW_RELIABILITY, Status.DEFINITION_DIFFERS)
_LETTERS = {INFERRED: "i", READERS: "r"}
_REASONS_MOST, _REASONS_TOLD = 3, 2  # that a sentence holds; of more, those it names


def mainly(reasons: Iterable[str], language: str) -> str:
    """Join reasons, of more than three the first two, and count the rest.

    Examples
    --------
    >>> mainly(["different date", "different level", "standard assumed", "weak source"], "en")
    'different date, different level and 2 more reasons'
    """
    reasons = list(reasons)
    if len(reasons) <= _REASONS_MOST:
        return joined(reasons, language)
    told, n = reasons[:_REASONS_TOLD], len(reasons) - _REASONS_TOLD
    return message("reasons-more", language, first=", ".join(told), number=str(n))


def together(titles: Sequence[str]) -> str:
    """Name several subjects as one where they differ only in what stands in brackets.

    Examples
    --------
    >>> together(["Tuyển sinh (lượt người)", "Tuyển sinh (người)"])
    'Tuyển sinh (lượt người; người)'
    """
    parts = [title.partition(" (") for title in titles]
    alike = len({name for name, _, _ in parts}) == 1 and all(one.endswith(")") for one in titles)
    if len(titles) < 2 or not alike:
        return "; ".join(titles)
    return f"{parts[0][0]} ({'; '.join(inner[:-1] for _, _, inner in parts)})"


def small(text: str, names: tuple[str, ...] = ()) -> str:
    """Begin a text with a small letter, unless it begins with a name or an abbreviation.

    Parameters
    ----------
    text : str
    names : tuple of str
        Names, of places mostly, that keep their capital: `data.names.proper_names`.

    Examples
    --------
    >>> small("Poor households"), small("TP.HCM standard"), small("Hà Nội in 2023", ("Hà Nội",))
    ('poor households', 'TP.HCM standard', 'Hà Nội in 2023')
    """
    first_word = text.split(" ", 1)[0]
    kept = text.startswith(names) or first_word[1:].lower() != first_word[1:]
    return text if kept else text[:1].lower() + text[1:]


def unbroken(text: str) -> str:
    """Keep a number on one line with the word after it."""
    return _NUMBER_THEN_WORD.sub("\u00a0", text)


def note(*sentences: str | Line) -> Line:
    """Set sentences of a note one after the other, each ended by a full stop.

    What a letter leads to stands on a line of its own.

    Examples
    --------
    >>> [part.t for part in note("Two kinds", "(a) By the end of the year", "Source: [1]")]
    ['text', 'break', 'text', 'break', 'text']
    """
    kept = unique(document.words(one.strip() if isinstance(one, str) else one) for one in sentences)
    ended = (".", "?", "!", "…")
    lines = [one if str(one).endswith(ended) else one + "." for one in kept if one]
    pieces: list[str | Line] = []
    for one in lines:
        if pieces:
            apart = any(_LETTERED.match(str(line)) for line in (pieces[-1], one))
            pieces.append(Line(Part("break")) if apart else " ")
        pieces.append(one)
    return Line(*pieces)


def letters(figure: Observation) -> list[str]:
    """List the letters of the remarks on a figure, as statistical offices set them."""
    shown = [limit for limit in limits(figure) if limit not in (LOW_CONFIDENCE, SECONDARY)]
    return [_LETTERS.get(limit, limit.lower()) for limit in shown]


def needs_comment(figure: Observation) -> bool:
    """Tell whether a figure has a comment that its reader must see.

    A remark that tells the doubt stands in for it.
    """
    if is_doubt_told(figure):
        return False
    asks = figure.measure == "estimate" or not _COMMENTED.isdisjoint(limits(figure))
    return asks and bool(figure.row["comment_en"])


def is_doubt_told(figure: Observation) -> bool:
    """Tell whether a remark tells why a figure is doubted."""
    told = remarks_on(figure.data, [figure.observation])
    return any(one["kind"] == RemarkKind.DOUBT for one in told)


def identity(figure: Figure) -> tuple:
    """Return what two printings of one figure have in common."""
    if isinstance(figure, Measure):
        return (figure.code, figure.unit, figure.observations, figure.value)
    names = "indicator area period_start period_end value qualifier measure standard"
    return tuple(getattr(figure, name) for name in names.split())
