"""Page: a document model becomes one HTML file that needs nothing beside it.

The page holds its style, its fonts, its charts and its data; it runs no script, and its policy
forbids the browser to fetch anything.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ...codes import LANGUAGES
from ...messages import message
from .. import furniture
from .attachments import Attachments
from .body import Body
from .figures import Figures
from .markup import Markup, element, together

_HERE = Path(__file__).resolve().parent
_FONTS = _HERE.parent.parent / "fonts" / "web"
_FACES = {"Regular": "400;font-style:normal", "Bold": "700;font-style:normal",
          "Italic": "400;font-style:italic"}  # fmt: skip


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


def whole(title: str, language: str, body: Markup, description: str = "") -> bytes:
    """Return a whole HTML file around the content of its body."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="description", content=description) if description else None,
        element("meta", name="author", content=message("report-publisher", language)),
        element("meta", name="keywords", content=", ".join(furniture.keywords(language))),
        element("title", title),
        element("style", Markup(style)),
    )
    skip = element("a", message("web-skip", language), href="#content", class_="skip")
    made = element("html", head, element("body", skip, body), lang=language)
    return f"<!DOCTYPE html>\n{made}\n".encode()


@lru_cache(maxsize=1)
def _style() -> str:
    faces = "".join(
        "@font-face{font-family:'Welfare Sans';font-display:block;"
        f"font-weight:{kind};src:url(data:font/woff2;base64,{_encoded(face)}) format('woff2')}}"
        for face, kind in _FACES.items()
    )
    return faces + (_HERE / "style.css").read_text(encoding="utf-8")


def _encoded(face: str) -> str:
    return base64.b64encode((_FONTS / f"WelfareSans-{face}.woff2").read_bytes()).decode()


def _banner(path: PurePosixPath, language: str) -> Markup:
    """Set what leads elsewhere: all reports, the PDF, the same report in the other language."""
    root = "../" * (len(path.parts) - 1)
    page_name = path.with_suffix(".html").name
    inside = "/".join(path.parts[1:-1])
    others = [
        element(
            "a",
            message("web-language-name", other),
            href=_address(root + "/".join(filter(None, (other, inside, page_name)))),
            lang=other,
            hreflang=other,
        )
        for other in LANGUAGES
        if other != language
    ]
    links = [
        element("a", message("web-all-reports", language), href=f"{root}index.html"),
        element("a", message("web-pdf", language), href=_address(path.name)),
        *others,
    ]
    items = element("ul", [element("li", link) for link in links])
    return element(
        "header",
        element("p", message("report-series", language), class_="series"),
        element("nav", items, aria_label=message("web-site", language)),
        class_="banner",
    )


def _address(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


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
