"""Frame: a whole HTML file around the content of its body, with its style and its policy.

A page runs no script, and its policy forbids the browser to fetch anything: style, fonts,
charts and data are all inside.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from ...messages import message
from .. import colophon as furniture
from .markup import Markup, element

_HERE = Path(__file__).resolve().parent
_FONTS = _HERE.parent.parent / "fonts" / "web"
_FACES = {
    "Regular": "400;font-style:normal",
    "Bold": "700;font-style:normal",
    "Italic": "400;font-style:italic",
}


def whole(title: str, language: str, body: Markup) -> bytes:
    """Return an HTML file.

    Parameters
    ----------
    title : str
    language : {"vi", "en"}
    body : Markup
        Has one ``main`` with the name ``content``.
    """
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
