"""Tiles: a card for each of a few places – its latest figure, its course, what stands beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from ... import arguments
from ...data.catalogue import Catalogue
from ...judge.derived import Figure
from ...judge.findings import Findings
from ...judge.times import are_beside, one_date
from ...texts import capital
from .. import readers
from ..document import Line, bundle, unique, words
from ..informing import disputed
from ..prose import annotations
from ..prose.annotations import Annotated, Remark
from ..prose.phrases import change
from ..render.html import part
from ..tables.places_now import PlaceNow, caption_of, levels
from ..words import note, unbroken
from ..writer import Writer
from . import style
from .sparkline import mark, sparkline


@dataclass(frozen=True)
class Tile:
    """What is told of one place.

    Attributes
    ----------
    name : str
    figure : str
        The latest figure, large.
    under : Line
        Its date, standard and source.
    course : Line
        Over which time and by which standard the drawing shows the place; empty without one.
    moved : Line
        Where the course began and ended.
    facts : tuple of (str, Line)
        What else is known: a label and its content.
    mark, svg : str
        The mark of the place, and its course: drawings in its colour.
    alt : str
        What the drawing of the course shows.
    colour : str
    """

    name: str
    figure: str
    under: Line
    course: Line
    moved: Line
    facts: tuple[tuple[str, Line], ...]
    mark: str = field(repr=False)
    svg: str = field(repr=False)
    alt: str
    colour: str


@dataclass(frozen=True)
class Tiles(Annotated):
    """Tiles ready to be shown, in the order of the places asked about.

    Attributes
    ----------
    title, note : Line
    tiles : tuple of Tile
    observations : tuple of str
    language : {"vi", "en"}
    remarks : tuple of Remark
        What people know of these figures, told below the note.
    """

    title: Line
    note: Line
    tiles: tuple[Tile, ...]
    observations: tuple[str, ...]
    language: str
    remarks: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        return f"<Tiles {str(self.title)!r}: {', '.join(one.name for one in self.tiles)}>"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "tiles",
            "language": self.language,
            "title": self.title,
            "note": self.below,
            "tiles": [vars(one) for one in self.tiles],
            "observations": self.observations,
        }
        return bundle(content, html=part("notebook.html.j2", "tiles", self), plain=self._plain())

    def _plain(self) -> str:
        told = [str(self.title)]
        for one in self.tiles:
            told += [f"{one.name}: {one.figure} ({one.under})", f"  {one.course}: {one.moved}"]
            told += [f"  {label}: {content}" for label, content in one.facts]
        return "\n".join([*told, str(self.below)])


@readers.public(findings=arguments.a(Findings, said="fit-findings"))
def tiles(data: Catalogue, findings: Findings, language: str, title: object = None) -> Tiles:
    """Set a tile for each place: its latest figure, its change, its benchmark.

    Parameters
    ----------
    data : Catalogue
    findings : Findings
        Such as ``findings(…).main(1)``: on one subject; of several each place shows the first.
    language : {"vi", "en"}
    title : str or Prose, optional

    Returns
    -------
    Tiles
        A change, its drawing and its words are by one standard; what stands beside a figure is of
        the nearest area around, by the same standard, with its date where it is another.

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> data = load()
    >>> found = findings(data, ["Sơn La", "Sông Công"], "poverty").main(1)
    >>> shown = tiles(data, found, "en")
    >>> [(one.name, one.figure) for one in shown.tiles]
    [('Sơn La', '10.89%'), ('Sông Công City', '1.46%')]
    """
    writer = Writer(data, language)
    rows: dict[str, PlaceNow] = {}
    for level in levels(data, findings):
        rows.setdefault(level.areas[0], PlaceNow(writer, findings, level))
    readers.needed(rows, "level")
    subjects = unique(one.title for one in rows.values())
    standards = {one.figure.standard for one in rows.values()}
    by = standards.pop() if len(standards) == len(subjects) == 1 else ""
    looks = style.told_apart(data, findings.areas)
    makers = [
        _Maker(writer, findings, area, *looks[area], rows.get(area), shared=by)
        for area in findings.areas
    ]
    every = (figure for one in makers for figure in one.figures)
    figures = list({one.observations: one for one in every}.values())
    names = unique(name for figure in figures for name in figure.observations)
    return Tiles(
        words(title or caption_of(writer, subjects, by)),
        note(disputed(writer, figures), writer.say("tiles-scale")),
        tuple(one.tile() for one in makers),
        names,
        language,
        annotations.annotations(writer, names),
    )


class _Maker:
    """What is known of one place, put into the words of its tile."""

    def __init__(
        self,
        writer: Writer,
        found: Findings,
        area: str,
        colour: str,
        shape: str,
        row: PlaceNow | None,
        shared: str,
    ):
        self.writer, self.area, self.row, self.shared = writer, area, row, shared
        self.colour, self.shape = colour, shape
        subject = row.figure.indicator if row else ""
        goals = (one.facts["goal"] for one in found.of("open", subject) if one.areas == (area,))
        self.goal = next((one for one in goals if not isinstance(one, tuple)), None)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What the tile shows: what is known of the place now, and where it came from or goes."""
        return (*self.row.figures, *self._course()) if self.row else ()

    def tile(self) -> Tile:
        """Write everything."""
        name, row = capital(self.writer.area(self.area)), self.row
        sign = mark(self.colour, self.shape)
        if row is None:
            nothing = words(self.writer.say("no-figure"))
            return Tile(name, "–", nothing, Line(), Line(), (), sign, "", "", self.colour)
        course = self._course()
        drawing = sparkline(course, self.colour, self.shape) if len(course) > 1 else ""
        return Tile(
            name,
            self.writer.text(row.figure),
            self._under(),
            words(self._label(course)),
            self._moved(course),
            tuple(filter(None, (self._count(), self._benchmark()))),
            sign,
            drawing,
            self._spoken(course) if drawing else "",
            self.colour,
        )

    def _under(self) -> Line:
        row = self.row
        dated = row.dated(with_standard=not self.shared)
        asides = self.writer.asides(row.figure)
        return unbroken_note(dated, asides) + " " + self.writer.cite(row.figure)

    def _course(self) -> tuple[Figure, ...]:
        """Return the figures of the change, or the latest with the goal that is still open."""
        if self.row.change is not None:
            return tuple(self.row.change.figures)
        goals = [self.goal] if self.goal is not None else []
        return (self.row.figure, *goals)

    def _label(self, course: tuple[Figure, ...]) -> str:
        if len(course) < 2:
            return self.writer.say("tile-no-course")
        facts = {"first": self.writer.period(course[0]), "last": self.writer.period(course[-1])}
        if self.row.change is None:
            return self.writer.say("tile-goal", **facts)
        if course[-1].standard == self.row.figure.standard:
            return self.writer.say("tile-course", **facts)
        label = self.writer.short_standard(course[-1].standard)
        return self.writer.say("tile-course-by", standard=label, **facts)

    def _moved(self, course: tuple[Figure, ...]) -> Line:
        """Write where the course began and ended."""
        if len(course) < 2:
            return Line()
        before, after = (course[0], course[-1])
        ends = Line(self.writer.cited(before), " → ", self.writer.cited(after))
        if self.row.change is None:
            return ends
        return Line(capital(change(self.row.change.measure, self.writer.language)), ": ", ends)

    def _spoken(self, course: tuple[Figure, ...]) -> str:
        told = (f"{self.writer.period(one)} {self.writer.flagged(one)}" for one in course)
        return f"{self._label(course)}: {', '.join(told)}"

    def _count(self) -> tuple[str, Line] | None:
        count, row = self.row.count, self.row
        if count is None:
            return None
        label = self.writer.title(count)
        if not are_beside(count, row.figure):
            other = count.standard != row.figure.standard
            label = f"{label}, {row.dated_of(count, with_standard=other)}"
        return label, self.writer.cited(count)

    def _benchmark(self) -> tuple[str, Line] | None:
        """Name the nearest area around, with its figure, and its date where it is another."""
        near = sorted(
            self.row.benchmarks, key=lambda one: not one_date(one.figures[0], self.row.figure)
        )
        if not near:
            return None
        own, other = near[0].figures[:2]
        label = capital(self.writer.area(other.area))
        if one_date(own, self.row.figure):
            return label, self.writer.cited(other)
        facts = {"area": label, "period": self.writer.period(other)}
        against = self.writer.line("tile-against", own=self.writer.cited(own))
        return self.writer.say("tile-beside", **facts), self.writer.cited(other) + " " + against


def unbroken_note(dated: str, asides: list[str]) -> Line:
    """Write a date, and in brackets what limits a figure."""
    limited = f" ({', '.join(asides)})" if asides else ""
    return words(unbroken(dated) + limited)
