"""HTML: the document model set by templates, which escape every text by themselves.

A line break in a template, with the indentation after it, is not part of what it makes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...messages import message
from ..document import Line, text_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_FONTS = Path(__file__).resolve().parents[2] / "fonts" / "web"
# A browser slants the upright letters; a face for the few titles in italics is not worth its bytes.
_FACES = {"Regular": 400, "Bold": 700}
_TEMPLATES = Path(__file__).resolve().parent / "templates"
# Places on the page, files beside it, the web, mail, and drawings that the page itself carries.
_SAFE = re.compile(
    r"#[\w.-]+|(?:\.\./)*(?:[\w.%~-]+/)*[\w.%~-]+\.(?:html|pdf|csv|json|svg|png)(?:#[\w.-]+)?"
    r"|(?:https?://|mailto:)[^\s\x00-\x20]+"
    r"|data:image/svg\+xml;base64,[\w+/=]*",
    re.IGNORECASE,
)
# HTML has no place for control characters, nor UTF-8 for half a surrogate pair.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\n\s*")


def render(template: str, /, **context: object) -> str:
    """Fill a template.

    Parameters
    ----------
    template : str
        The name of a file in ``templates``.
    **context
        What the template names; anything missing is an error.

    Raises
    ------
    ValueError
        For an address that could act or lead elsewhere.
    """
    return _fit(_environment().get_template(template).render(context))


def part(template: str, macro: str, /, *arguments: object, **context: object) -> str:
    """Set one part of a document by a macro of a template.

    Examples
    --------
    >>> entries = [("a", "1 < 2")]
    >>> part(
    ...     "notebook.html.j2", "glossary", {"language": "en", "entries": entries}
    ... )  # doctest: +ELLIPSIS
    '<dl lang="en"><dt ...>a</dt><dd ...>1 &lt; 2</dd></dl>'
    """
    found = _environment().get_template(template)
    module = found.make_module(context) if context else found.module
    return _fit(getattr(module, macro)(*arguments))


def html_of(line: Line) -> str:
    """Set a line.

    Examples
    --------
    >>> from welfare_analysis.show.document import strong
    >>> html_of("a: " + strong("1 < 2"))
    'a: <strong>1 &lt; 2</strong>'
    """
    return part("blocks.html.j2", "inline", line)


def read_templates() -> None:
    """Read every template now: who comes later, or is copied from this process, need not."""
    made = _environment()
    for name in made.list_templates(["j2"]):
        made.get_template(name)


def is_safe_address(value: str) -> bool:
    """Tell whether an address may stand in a page.

    Examples
    --------
    >>> is_safe_address("https://example.org/a?b=c"), is_safe_address("javascript:alert(1)")
    (True, False)
    """
    return _SAFE.fullmatch(value) is not None


def address(value: str) -> str:
    """Return an address that may stand in a page.

    Raises
    ------
    ValueError
        If it could act or lead elsewhere.
    """
    if not is_safe_address(value):
        raise ValueError(f"{value[:80]!r} is no address for a page.")
    return value


def data_address(content: bytes, kind: str) -> str:
    """Return the address of a file that the page itself carries.

    Examples
    --------
    >>> data_address(b"<svg/>", "image/svg+xml")
    'data:image/svg+xml;base64,PHN2Zy8+'
    """
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


@lru_cache
def file(name: str) -> Markup:
    """Return a style sheet or a script beside the templates, to stand in a page as it is."""
    from markupsafe import Markup

    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def faces() -> str:
    """Return the style rules that bring the letters of drawings, ``Welfare Sans``."""
    return "".join(
        "@font-face{font-family:'Welfare Sans';font-display:block;"
        f"font-weight:{weight};src:url({_font(face)}) format('woff2')}}"
        for face, weight in _FACES.items()
    )


def _font(face: str) -> str:
    return data_address((_FONTS / f"WelfareSans-{face}.woff2").read_bytes(), "font/woff2")


def digest(text: str) -> str:
    """Return the hash by which a page's policy allows a style or a script."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def picture(svg: str) -> str:
    """Return the address of a drawing that brings its letters, for an ``img``."""
    from ..charts.lettering import lettered

    return data_address(lettered(svg).encode(), "image/svg+xml")


def plain(content: Line | list[dict]) -> str:
    """Return the words of a line, or of what `document.items` returned."""
    return str(content) if isinstance(content, Line) else text_of(content)


def shortened(url: str) -> str:
    """Return a web address as it is shown, without what every address begins with.

    Examples
    --------
    >>> shortened("https://www.example.org/a")
    'example.org/a'
    """
    bare = url.split("//", 1)[-1].removeprefix("www.")
    return bare if len(bare) <= 80 else f"{bare[:79]}…"


def _fit(markup: str) -> str:
    return _UNFIT.sub("\ufffd", markup)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # read when something shows
    from jinja2.ext import Extension
    from jinja2.lexer import Token

    class Unbroken(Extension):
        def filter_stream(self, stream) -> Iterator[Token]:
            for token in stream:
                words = token.value
                yield token._replace(value=_BREAK.sub("", words)) if token.type == "data" else token

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        extensions=[Unbroken],
    )
    made.filters |= {one.__name__: one for one in (address, digest, picture, plain, shortened)}
    made.globals |= {"file": file, "message": message}
    made.tests["safe_address"] = is_safe_address
    return made
