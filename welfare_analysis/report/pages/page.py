"""Page: a document model becomes one HTML file, and files beside it to be saved.

A page runs no script, and its policy forbids the browser to fetch anything: style, fonts and
charts are all inside.  It is whole without the files that it offers.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from ...codes import LANGUAGES
from ...messages import message
from ...show.palette import darkened, following
from ...show.render import html
from .. import colophon
from .body import Body
from .downloads import Downloads

_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


class Page(NamedTuple):
    """A page and what it offers: each file by its path from the page's folder."""

    html: bytes
    files: dict[str, bytes]


def page(document: dict, facts: dict, language: str) -> Page:
    """Return the HTML of a document model, and the files beside it.

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
    downloads = Downloads(path.stem, language, facts)
    body = Body(document["title"], language, downloads, facts.get("places", {}))
    subtitle = body.inline(document["subtitle"])
    blocks = body.blocks(document["blocks"])
    first = _lead(document["blocks"])
    about = body.named(1, message("report-about", language))
    made = whole(
        "page.html.j2",
        document["title"],
        language,
        document["finding"] or html.plain(document["subtitle"]),
        subtitle=subtitle,
        lead=blocks[:first],
        blocks=blocks[first:],
        about=about,
        contents=body.contents,
        dateline=colophon.dateline(facts, language),
        colophon=colophon.colophon(facts, language),
        imprint=colophon.imprint(facts, language, document["title"]),
        bibtex=colophon.bibtex(facts, language, document["title"]),
        described=downloads.description(),
        **_elsewhere(path, language),
    )
    return Page(made, downloads.files())


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


def whole(
    template: str,
    title: str,
    language: str,
    description: str,
    kind: str = "article",
    **content: object,
) -> bytes:
    """Return an HTML file with its style and its policy.

    Parameters
    ----------
    template : str
        One that extends ``frame.html.j2``.
    title : str
    language : {"vi", "en"}
    description : str
        What the page says, for whom a link to it is shown.
    kind : {"article", "website"}
    **content
        What the template shows.
    """
    made = html.render(
        template,
        title=title,
        language=language,
        description=description,
        kind=kind,
        locale=_LOCALES[language],
        style=_style(),
        keywords=colophon.keywords(language),
        **content,
    )
    return f"{made}\n".encode()


@lru_cache(maxsize=1)
def _style() -> Markup:
    return Markup(html.faces()) + html.file("page.css") + _dark()


def _dark() -> Markup:
    """Let every drawing in the page follow a dark scheme, colour by colour."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{darkened()}}}}}"
    return Markup(following() + dark)
