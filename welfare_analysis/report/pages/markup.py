"""Markup: HTML put together from elements, in which every text is escaped by construction.

Only `element` makes markup, and it escapes whatever is not markup already; so nothing in the
data can become an element, an attribute or an address that acts.
"""

from __future__ import annotations

import html
import re

_VOID = {"br", "hr", "img", "link", "meta"}
_ADDRESSES = {"href", "src"}
# Places on the page, files beside it, the web, mail, and the data that the page itself carries.
_SAFE = re.compile(
    r"#[\w.-]+|(?:\.\./)*(?:[\w.%~-]+/)*[\w.%~-]+\.(?:html|pdf)(?:#[\w.-]+)?"
    r"|(?:https?://|mailto:)[^\s\x00-\x20]+"
    r"|data:(?:text/csv;charset=utf-8|application/csvm\+json|image/svg\+xml);base64,[\w+/=]*",
    re.IGNORECASE,
)
# HTML has no place for control characters, nor UTF-8 for half a surrogate pair.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Return plain text as markup that shows it as it stands.

    Examples
    --------
    >>> text("<b> & 1")
    '&lt;b&gt; &amp; 1'
    """
    if isinstance(value, Markup):
        return value
    return Markup(html.escape(_UNFIT.sub("\ufffd", str(value)), quote=True))


def together(*parts: object) -> Markup:
    """Join parts, each escaped unless it is markup; lists are joined in turn, None left out."""
    return Markup("".join(_part(part) for part in parts))


def _part(part: object) -> str:
    if part is None:
        return ""
    return together(*part) if isinstance(part, (list, tuple)) else text(part)


def is_safe_address(value: str) -> bool:
    """Tell whether an address may stand in a page.

    Examples
    --------
    >>> is_safe_address("https://example.org/a?b=c"), is_safe_address("javascript:alert(1)")
    (True, False)
    """
    return _SAFE.fullmatch(value) is not None


def element(name: str, /, *children: object, **attributes: object) -> Markup:
    """Make an element.

    Parameters
    ----------
    name : str
    *children
        Text, markup, or lists of them.
    **attributes
        ``class_`` stands for ``class`` and ``aria_label`` for ``aria-label``; None and False leave
        an attribute out, True gives it no value.

    Raises
    ------
    ValueError
        For an address that could act or lead elsewhere.

    Examples
    --------
    >>> element("p", "1 < 2", class_="note", hidden=True)
    '<p class="note" hidden>1 &lt; 2</p>'
    """
    opening = "".join(
        _attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    if name in _VOID:
        return Markup(f"<{name}{opening}>")
    return Markup(f"<{name}{opening}>{together(*children)}</{name}>")


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if name in _ADDRESSES and not is_safe_address(str(value)):
        raise ValueError(f"{str(value)[:80]!r} is no address for a page.")
    return f' {name}="{text(value)}"'
