"""One notebook: executed before, set in type by itself, outside any build."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from ..codes import LANGUAGES
from ..data.loading import default_directory
from ..errors import ReportError, UnknownName, UsageError
from ..files import write
from ..show.document import Line, bundle, code, strong
from ..show.render.html import html_of
from ..show.writer import Writer
from . import finish, inputs, parameters, reading, run, tongues
from .typeset import typeset as pdf_of


@dataclass(frozen=True)
class Paper:
    """A PDF that was made, and what is in it.

    Attributes
    ----------
    path : pathlib.Path
    title : str
    language : {"vi", "en"}
    pages : int
    sources : tuple of int
        Numbers of the sources that its list names.
    parameters : dict
        What the notebook was run with.
    """

    path: Path
    title: str
    language: str
    pages: int
    sources: tuple[int, ...]
    parameters: dict

    @property
    def line(self) -> Line:
        """The title, the file and what it holds, as one line."""
        return Writer(None, self.language).line(
            "paper",
            title=strong(self.title),
            file=code(self.path.name),
            pages=self.pages,
            sources=len(self.sources),
        )

    def __str__(self) -> str:
        return str(self.line)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "prose",
            "language": self.language,
            "blocks": [{"kind": "paragraph", "content": self.line}],
            "observations": [],
        }
        return bundle(content, html=html_of(self.line), plain=str(self))


def typeset(executed: str | os.PathLike, out: str | os.PathLike) -> Paper:
    """Set an executed notebook in type as an accessible PDF, as `build` does with its reports.

    Parameters
    ----------
    executed : path
        A notebook that papermill has run, with a cell tagged ``parameters`` that sets
        ``language``.
    out : path
        The PDF; it is written whole or not at all, and its folder is made.

    Returns
    -------
    Paper

    Raises
    ------
    UsageError
        If there is no such notebook, or no parameter ``language`` of vi or en.
    ReportError
        If a cell failed or was not run, or shows what no report can hold.

    Examples
    --------
    >>> typeset("executed.ipynb", "brief.pdf").pages  # doctest: +SKIP
    1
    """
    executed, out = Path(executed), Path(out)
    if out.suffix.lower() != ".pdf":
        raise UsageError(f"{out}: the result is a PDF, name it so (brief.pdf).")
    values = _values(executed)
    language = values.get("language")
    if language not in LANGUAGES:
        raise UnknownName("language", str(language), LANGUAGES)
    notebook = run.complete(json.loads(executed.read_text(encoding="utf-8")))
    facts = inputs.facts(default_directory())
    model = tongues.marked(reading.read(notebook, language), language, facts["places"])
    facts |= {"notebook": executed.name, "parameters": values}
    content = pdf_of(model, facts, language)
    out.parent.mkdir(parents=True, exist_ok=True)
    write(out, content, ReportError)
    return Paper(out, model["title"], language, finish.pages(content), _sources(model), values)


def _values(executed: Path) -> dict:
    """Return what a notebook was run with: its defaults, and what papermill injected."""
    try:
        text = executed.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{executed} cannot be read ({type(error).__name__}): name a notebook that papermill "
            "has run."
        ) from None
    values = parameters.declared(text, str(executed))
    injected = json.loads(text).get("metadata", {}).get("papermill", {}).get("parameters") or {}
    return values | {name: injected[name] for name in injected if name in values}


def _sources(model: dict) -> tuple[int, ...]:
    lists = (block["entries"] for block in model["blocks"] if block["kind"] == "references")
    return tuple(sorted({entry["number"] for entries in lists for entry in entries}))
