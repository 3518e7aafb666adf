"""Building: columns, cells and notes that several tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ...codes import Verdict
from ...data.figures import Observation
from ...judge.derived import Figure
from ...texts import capital
from ..document import Line, unique
from ..informing import disputed
from ..prose.annotations import annotations
from ..words import needs_comment, note
from ..writer import Writer
from .table import Column, Table

Cell = str | Line
Rows = list[tuple[Cell, ...]]
NOTHING = "\u2013"  # what stands in a cell that has nothing to say
SIGNS = {
    Verdict.COMPARABLE: "\u2713",
    Verdict.WITH_CAUTION: "~",
    Verdict.NOT_COMPARABLE: "\u00d7",
    Verdict.MISSING: NOTHING,
}


def label(writer: Writer, name: str) -> str:
    """Write a label of the catalogue ``tables.ftl``, beginning with a capital."""
    return capital(writer.say(f"table-{name}"))


def columns(writer: Writer, *names: str) -> tuple[Column, ...]:
    """Make columns; a name that begins with ``>`` is aligned to the right."""
    return tuple(
        Column(label(writer, name.lstrip(">")), "right" if name.startswith(">") else "left")
        for name in names
    )


def signed(verdict: str, said: str) -> str:
    """Write a verdict after its sign."""
    return f"{SIGNS[verdict]}\u00a0{said}"


def laid_out(
    writer: Writer, items: Iterable, cells: Mapping[str, Callable[[object], Cell]]
) -> tuple[tuple[Column, ...], Rows]:
    """Lay out a row an item: by the name of each column, the function that writes its cell."""
    rows = [tuple(write(item) for write in cells.values()) for item in items]
    return columns(writer, *cells), rows


def cited_cell(writer: Writer, figure: Figure) -> Line:
    """Write a figure with flags and citation in one cell."""
    return writer.flagged(figure) + " " + writer.cite(figure)


def finished(
    writer: Writer,
    caption: object,
    heads: Sequence[Column],
    rows: Rows,
    figures: Sequence[Figure] = (),
    notes: Iterable[Cell] = (),
    sources: Iterable[str] = (),
    *,
    cited: bool = False,
    remarked: bool = True,
) -> Table:
    """Put a table together: the sources of its figures end its note, remarks on them follow.

    No sources where the cells cite each of them; no remarks where no figure is shown, or where
    the cells tell them.
    """
    names = unique(name for figure in figures for name in figure.observations)
    names = unique((*names, *getattr(caption, "observations", ())))
    return Table(
        caption,
        tuple(heads),
        tuple(rows),
        note(*notes, disputed(writer, figures), "" if cited else writer.source_line(figures)),
        names,
        writer.language,
        tuple(sources),
        writer.data,
        annotations(writer, names) if remarked else (),
    )


class Footnotes:
    """Comments of the curators, lettered in the order in which a table first needs them."""

    def __init__(self, writer: Writer, *, shown: bool = True):
        self.writer, self.shown = writer, shown
        self._letters: dict[str, str] = {}

    def mark(self, *figures: Observation) -> str:
        """Return the marks of the comments on figures: `` (a)``, or nothing."""
        commented = [figure for figure in figures if self.shown and needs_comment(figure)]
        texts = unique(self.writer.own(figure.row, "comment") for figure in commented)
        marks = [self._letters.setdefault(text, _letter(len(self._letters))) for text in texts]
        return f" ({', '.join(marks)})" if marks else ""

    @property
    def lines(self) -> list[str]:
        """The comments with their letters."""
        return [f"({letter}) {text}" for text, letter in self._letters.items()]


def _letter(number: int) -> str:
    """Count a, b, …, z, aa, ab, …."""
    first, last = divmod(number, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def without_empty(heads: Sequence[Column], rows: Rows) -> tuple[list[Column], Rows]:
    """Leave out the columns that say nothing in any row."""
    kept = [
        place
        for place in range(len(heads))
        if any(str(row[place]) not in ("", NOTHING) for row in rows)
    ]
    return [heads[place] for place in kept], [tuple(row[place] for place in kept) for row in rows]
