"""Pictures: the charts of a report as SVG and PNG files that say by themselves what they show."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from markupsafe import escape

from ...errors import ReportError
from ...show.document import uncited
from .. import scratch
from ..typeset import fonts

ENDINGS = ("svg", "png")
_TEMPLATE = Path(__file__).resolve().parents[1] / "picture.typ"
_SHARPNESS = 160  # dots an inch: 1,100 across
_OPENING = re.compile(r"<svg\b[^>]*>")


def pictures(charts: Sequence[dict], language: str) -> list[dict[str, bytes]]:
    """Draw charts with title, subtitle and note around them; the same bytes for the same charts.

    Letters are drawn, so that a picture looks the same where the font is missing.

    Parameters
    ----------
    charts : sequence of dict
        Figures of the document model.
    language : {"vi", "en"}

    Returns
    -------
    list of dict
        Of each chart the contents of its files by their endings.

    Raises
    ------
    ReportError
        If Typst refuses a drawing.
    """
    if not charts:
        return []
    import typst

    texts = [
        {**{name: uncited(one[name]) for name in ("title", "subtitle", "note")}, "svg": one["svg"]}
        for one in charts
    ]
    with scratch.folder() as folder:
        shutil.copy(_TEMPLATE, folder)
        Path(folder, "charts.json").write_text(json.dumps(texts), encoding="utf-8")
        compiler = typst.Compiler(
            str(folder / _TEMPLATE.name), root=str(folder), font_paths=fonts()
        )
        try:
            drawn = _pages(compiler.compile(format="svg"))
            painted = _pages(compiler.compile(format="png", ppi=_SHARPNESS))
        except typst.TypstError as error:
            raise ReportError(f"A chart cannot be saved as a picture: {error}") from None
    return [
        {"svg": _described(svg, text["title"], chart["alt"], language), "png": png}
        for svg, png, text, chart in zip(drawn, painted, texts, charts, strict=True)
    ]


def _pages(made: bytes | list[bytes]) -> list[bytes]:
    return made if isinstance(made, list) else [made]


def _described(svg: bytes, title: str, alt: str, language: str) -> bytes:
    """Give a drawing its name and its description."""
    told = f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>"

    def opened(tag: re.Match) -> str:
        return f'{tag[0][:-1]} role="img" lang="{language}">{told}'

    return _OPENING.sub(opened, svg.decode(), count=1).encode()
