"""Chart: one chart as shown, with its title, its note, its description and its drawing."""

from __future__ import annotations

import functools
import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from ...data.catalogue import Catalogue
from ...data.export.saving import checked
from ...data.figures import Observation, observation
from ...files import write
from ...judge.derived import Figure as Shown
from ..document import Line, bundle, unique, words
from ..informing import disputed
from ..prose import annotations
from ..prose.annotations import Annotated, Remark
from ..render.html import data_address, part
from ..tidy import frame_of
from ..words import note
from ..writer import Writer
from . import frame, style
from .canvas import Canvas
from .hints import Hint, hints
from .lettering import lettered
from .vector import drawn

_UNDATED = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}


@dataclass(frozen=True)
class Chart(Annotated):
    """A chart ready to be shown.

    Attributes
    ----------
    title : Line
        What is to be seen; not part of the bare drawing.
    subtitle : Line
        What is measured and its unit.
    note : Line
        Caveats and sources.  All three may be given as text or prose too.
    alt : str
        What the chart shows, with its main numbers, for who cannot see it.
    observations : tuple of str
        Every figure drawn, or named in the title or the note.
    language : {"vi", "en"}
    figure : matplotlib.figure.Figure
        The drawing as matplotlib holds it, to be saved in other formats.
    shown : tuple of Observation or Measure
        What is drawn: printed figures and derived ones; `frame` gives their numbers.
    numbers : tuple of tuple of str
        What is drawn, if it is no printed figures: a row of headings, then plain rows.
    data : Catalogue or None
        Where the figures were taken from.
    narrow : str
        The same drawn for a column or a telephone; only where a report is built.
    remarks : tuple of Remark
        What people know of these figures, told below the note.
    """

    title: Line
    subtitle: Line
    note: Line
    alt: str
    observations: tuple[str, ...]
    language: str
    figure: Figure = field(repr=False, compare=False)
    shown: tuple[Shown, ...] = field(default=(), repr=False, compare=False)
    numbers: tuple[tuple[str, ...], ...] = ()
    data: Catalogue | None = field(default=None, repr=False, compare=False)
    narrow: str = field(default="", repr=False, compare=False)
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self):
        for name in ("title", "subtitle", "note"):
            object.__setattr__(self, name, words(getattr(self, name)))

    def __repr__(self) -> str:
        return f"<Chart {str(self.title)!r}: {len(self.observations)} figures>"

    @cached_property
    def svg(self) -> str:
        """The drawing; the same bytes for the same figures.

        It is made when it is first asked for: who saves a chart as PNG needs none.
        """
        return drawn(self.figure)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """Every printed figure in the chart or its note, to be asked where it comes from."""
        names = self.observations if self.data is not None else ()
        return tuple(observation(self.data, name) for name in names)

    @property
    def frame(self) -> pd.DataFrame:
        """The numbers that are drawn, derived ones too, with their sources, as `tidy` has them."""
        if self.numbers:  # no figures: counts of what the audit found
            head, *rows = self.numbers
            return pd.DataFrame(rows, columns=list(head))
        return frame_of(Writer(self.data, self.language), self.shown)

    @property
    def hints(self) -> dict[str, Hint]:
        """What each mark says to who points at it, by the name it has in the drawing."""
        return hints(Writer(self.data, self.language), self.shown) if self.data else {}

    def save(self, path: str | os.PathLike) -> Path:
        """Write the chart to a file: ``.svg``, ``.png`` or ``.pdf``.

        Title, subtitle, note and source are written around the drawing, so that the file says by
        itself what it shows and what it does not; its description (``alt``) goes with it.

        Parameters
        ----------
        path : str or os.PathLike
            The file, in a directory that exists.

        Returns
        -------
        Path

        Raises
        ------
        UsageError
            If the ending is none of the three, or the file cannot be written there.
        """
        path = checked(path, (".svg", ".png", ".pdf"), "chart")
        form = path.suffix.lstrip(".").lower()
        with frame.around(self.figure, self.title, self.subtitle, self._below_alone()) as box:
            content = rendered(self.figure, form, box)
        if form == "svg":
            content = frame.described(content, self.title, self.alt, self.language)
        write(path, content)
        return path

    def _below_alone(self) -> str:
        """Write what stands below where no list of sources follows: each publisher by name."""
        said = frame.plain(self.below)
        if self.data is None:
            return said
        line = Writer(self.data, self.language).source_line
        numbered, named = line(self.figures), line(self.figures, len(self.data.sources))
        return said.replace(frame.plain(numbered), frame.plain(named))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "chart",
            "language": self.language,
            "title": self.title,
            "subtitle": self.subtitle,
            "alt": self.alt,
            "note": self.below,
            "observations": self.observations,
        }
        if self.numbers:
            content["numbers"] = self.numbers
        if self.narrow:
            content["narrow"] = self.narrow
            content["hints"] = {mark: hint.text for mark, hint in self.hints.items()}
        return bundle(content, svg=self.svg, html=self._html(), plain=self.alt)

    def _html(self) -> str:
        """Set title and note around the drawing, for JupyterLab.

        The drawing stands in an ``img``: a notebook that is not trusted shows it too, and
        nothing in it can act on the page.
        """
        # What is shown in a build goes to print, which has the font.
        svg = self.svg if _is_printed() else lettered(self.svg)
        return part("notebook.html.j2", "chart", self, data_address(svg.encode(), "image/svg+xml"))


def _is_printed() -> bool:
    """Tell whether a report is being built."""
    return bool(os.environ.get("WELFARE_ANALYSIS_PRINT"))


def drawn_twice(make: Callable[..., Chart]) -> Callable[..., Chart]:
    """Draw a chart for the page, and where a report is built for a telephone too."""

    @functools.wraps(make)
    def made(*given, **named) -> Chart:
        with style.drawing():
            chart = make(*given, **named)
        if not _is_printed():
            return chart
        with style.drawing(style.NARROW):
            return replace(chart, narrow=make(*given, **named).svg)

    return made


def finished(
    writer: Writer,
    canvas: Canvas,
    figures: Sequence[Shown],
    title: object,
    subtitle: object,
    alt: str,
    notes: Sequence[str | Line] = (),
    numbers: tuple[tuple[str, ...], ...] = (),
    named: Sequence[Shown] = (),
) -> Chart:
    """Put a chart together; caveats come first in its note, sources last.

    Parameters
    ----------
    writer : Writer
    canvas : Canvas
        What was drawn.
    figures : sequence of Observation or Measure
        What the chart shows, to be cited.
    title, subtitle : str, Line or Prose
    alt : str
    notes : sequence of str or Line
        Empty ones are left out.
    numbers : tuple of tuple of str
    named : sequence of Observation or Measure
        Figures that the notes name besides, to be cited too.
    """
    shown = (getattr(one, "observations", ()) for one in (*figures, title, subtitle, *named))
    observations = unique(name for names in shown for name in names)
    return Chart(
        title,
        subtitle,
        note(*notes, disputed(writer, figures), writer.source_line([*figures, *named])),
        str(note(str(words(title)), alt)),
        observations,
        writer.language,
        canvas.figure,
        shown=tuple(one for one in figures if isinstance(one, Shown)),
        numbers=numbers,
        data=writer.data,
        remarks=annotations.annotations(writer, observations),
    )


def rendered(figure: Figure, form: str, box: Bbox | None = None) -> bytes:
    """Draw a figure, or a box of inches around it, without date and the session's settings."""
    stream = io.BytesIO()
    with style.drawing():
        FigureCanvasAgg(figure)
        figure.savefig(
            stream, format=form, metadata=_UNDATED[form], facecolor="white", bbox_inches=box
        )
    return stream.getvalue()
