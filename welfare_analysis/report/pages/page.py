"""Page: a document model becomes one HTML file that needs nothing beside it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from ...codes import LANGUAGES
from ...messages import message
from .. import colophon as furniture
from .assets import whole
from .attachments import Attachments
from .body import Body
from .drawings import Figures
from .markup import Markup, element, together


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
    figures = Figures(language)
    body = Body(document["title"], language, Attachments(path.stem, language, facts, figures))
    subtitle = body.citations.inline(document["subtitle"])
    blocks = body.finished(body.blocks(document["blocks"]))
    about = body.outline.add(1, message("report-about", language))
    heading = element(
        "div",
        element("h1", document["title"]),
        element("p", subtitle, class_="subtitle") if subtitle else None,
        element("p", " · ".join(furniture.dateline(facts, language)), class_="dateline"),
        class_="masthead",
    )
    main = element(
        "main",
        heading,
        body.outline.contents(message("web-contents", language)),
        element("article", blocks),
        id="content",
    )
    foot = _colophon(facts, language, about)
    return whole(document["title"], language, together(_banner(path, language), main, foot))


def _banner(path: PurePosixPath, language: str) -> Markup:
    """Set what leads elsewhere: all reports, the PDF, the same report in the other language."""
    root = "../" * (len(path.parts) - 1)
    page_name = path.with_suffix(".html").name
    inside = "/".join(path.parts[1:-1])
    others = [
        element(
            "a",
            message("web-language-name", other),
            href=quote(root + "/".join(filter(None, (other, inside, page_name)))),
            lang=other,
            hreflang=other,
        )
        for other in LANGUAGES
        if other != language
    ]
    links = [
        element("a", message("web-all-reports", language), href=f"{root}index.html"),
        element("a", message("web-pdf", language), href=quote(path.name)),
        *others,
    ]
    items = element("ul", [element("li", link) for link in links])
    return element(
        "header",
        element("p", message("report-series", language), class_="series"),
        element("nav", items, aria_label=message("web-site", language)),
        class_="banner",
    )


def _colophon(facts: dict, language: str, anchor: str) -> Markup:
    pairs = [
        together(element("dt", name), element("dd", value))
        for name, value in furniture.colophon(facts, language)
    ]
    return element(
        "footer",
        element("h2", message("report-about", language), id=anchor),
        element("dl", pairs),
    )
