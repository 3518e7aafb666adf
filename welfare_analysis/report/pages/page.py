"""Page: a document model becomes one HTML file that needs nothing beside it.

A page runs no script, and its policy forbids the browser to fetch anything: style, fonts,
charts and data are all inside.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from ...codes import LANGUAGES
from ...messages import message
from ...show.palette import DARK
from ...show.render import html
from .. import colophon as furniture
from .body import Body
from .downloads import Downloads

_FONTS = Path(__file__).resolve().parents[2] / "fonts" / "web"
_FACES = {
    "Regular": "400;font-style:normal",
    "Bold": "700;font-style:normal",
    "Italic": "400;font-style:italic",
}


def page(document: dict, facts: dict, language: str) -> bytes:
    """Return the HTML of a document model.

    Parameters
    ----------
    document : dict
        What `document.read` returns.
    facts : dict
        What `typeset.typeset` takes, and ``output``: the path of the PDF, ``vi/name.pdf``.
    language : {"vi", "en"}

    Raises
    ------
    ReportError
        If the document holds something that no page can show.
    """
    path = PurePosixPath(facts["output"])
    body = Body(document["title"], language, Downloads(path.stem, language, facts))
    subtitle = body.inline(document["subtitle"])
    blocks = body.blocks(document["blocks"])
    first = _lead(document["blocks"])
    about = body.named(1, message("report-about", language))
    return whole(
        "page.html.j2",
        document["title"],
        language,
        subtitle=subtitle,
        lead=blocks[:first],
        blocks=blocks[first:],
        about=about,
        contents=body.contents,
        dateline=furniture.dateline(facts, language),
        colophon=furniture.colophon(facts, language),
        imprint=furniture.imprint(facts, language, document["title"]),
        bibtex=furniture.bibtex(facts, language, document["title"]),
        **_elsewhere(path, language),
    )


def _lead(blocks: list[dict]) -> int:
    """Return how many blocks come before the contents: up to the key messages."""
    boxes = (n for n, one in enumerate(blocks, 1) if one.get("role") in ("summary", "attention"))
    return next(boxes, 0)


def _elsewhere(path: PurePosixPath, language: str) -> dict:
    """Return the addresses of all reports, the PDF, and the report in the other languages."""
    root = "../" * (len(path.parts) - 1)
    inside = (*path.parts[1:-1], path.with_suffix(".html").name)
    others = [other for other in LANGUAGES if other != language]
    return {
        "all_reports": f"{root}index.html",
        "paper": quote(path.name),
        "editions": [(other, quote(root + "/".join((other, *inside)))) for other in others],
    }


def whole(template: str, title: str, language: str, **content: object) -> bytes:
    """Return an HTML file with its style and its policy.

    Parameters
    ----------
    template : str
        One that extends ``frame.html.j2``.
    title : str
    language : {"vi", "en"}
    **content
        What the template shows.
    """
    made = html.render(
        template,
        title=title,
        language=language,
        style=_style(),
        keywords=furniture.keywords(language),
        **content,
    )
    return f"{made}\n".encode()


@lru_cache(maxsize=1)
def _style() -> Markup:
    faces = "".join(
        "@font-face{font-family:'Welfare Sans';font-display:block;"
        f"font-weight:{kind};src:url({_font(face)}) format('woff2')}}"
        for face, kind in _FACES.items()
    )
    return Markup(faces) + html.file("page.css") + _dark()


def _dark() -> Markup:
    """Let every drawing in the page follow a dark scheme, colour by colour."""
    rules = "".join(
        f'svg [{paint}="{light}"]{{{paint}:{dark}}}'
        for light, dark in DARK.items()
        for paint in ("fill", "stroke")
    )
    return Markup(f"@media screen and (prefers-color-scheme:dark){{{rules}}}")


def _font(face: str) -> str:
    return html.data_address((_FONTS / f"WelfareSans-{face}.woff2").read_bytes(), "font/woff2")
