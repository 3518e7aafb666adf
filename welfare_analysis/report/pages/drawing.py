"""Drawing: a chart's SVG as part of a page, rebuilt from what drawings are made of.

Standing in the page, a chart is written in the page's own font and its words can be found and
copied.  It is built anew from a short list of elements and attributes; a drawing that uses
anything else is set as an image instead, where nothing in it can act on the page.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markupsafe import Markup, escape

from ...show.render.html import address, data_address
from ..graphics import local_name
from .compact import compacted
from .tips import Tips

if TYPE_CHECKING:
    from ...show.charts.hints import Hint


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ELEMENTS = _names(
    """
    svg g defs path rect circle ellipse line polyline polygon text tspan use clipPath pattern
    linearGradient stop marker
    """
)
_PAINT = _names(
    """
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linejoin
    stroke-linecap stroke-miterlimit stroke-dasharray stroke-dashoffset opacity font-size
    font-weight font-style text-anchor dominant-baseline clip-path clip-rule stop-color
    stop-opacity letter-spacing visibility paint-order
    """
)
_SHAPE = _names(
    """
    id d x y x1 x2 y1 y2 dx dy cx cy r rx ry width height points transform viewBox offset
    patternUnits patternTransform clipPathUnits gradientUnits gradientTransform
    preserveAspectRatio refX refY markerWidth markerHeight orient textLength lengthAdjust
    """
)
_DROPPED = {"version", "type", "font-family", "role", "space", "class", "gid"}
_VALUE = re.compile(r"[\w\s.,+#%()/&;:|=*'-]*")
_REFERENCE = re.compile(r"url\(['\"]?#([\w.:-]+)['\"]?\)")
_WORDS = {"title", "desc", "metadata", "style"}
_SHORTHAND = re.compile(
    r"(?:(?P<style>italic|oblique|normal)\s+)?(?:(?P<weight>bold|normal|\d{3})\s+)?"
    r"(?P<size>[\d.]+(?:px|pt))\s+.*"
)
# What matplotlib's own style sheet says of every element.
_STYLE = re.compile(r"\*\s*\{\s*stroke-linejoin:\s*round;\s*stroke-linecap:\s*butt;?\s*\}")
_MARK = "data-mark"  # outlives the names, which are numbered


class _Foreign(Exception):
    """The drawing holds something that is not on the list."""


def drawing(
    svg: str,
    prefix: str,
    label: str,
    hints: Mapping[str, Hint] | None = None,
    tips: Tips | None = None,
) -> Markup:
    """Return a chart as markup: part of the page where it can be, else an image.

    Parameters
    ----------
    svg : str
        A drawing that passed `graphics.check_svg`.
    prefix : str
        Goes before every name in the drawing, so that two charts never share one.
    label : str
        What is said in place of the drawing; without, it is for the eye alone.
    hints : mapping of str to Hint, optional
        What marks say, by their names in the drawing: they become links to their sources.
    tips : Tips, optional
        What marks say where they cannot be links: to be shown by pointing at them.
    """
    root = ElementTree.fromstring(svg)
    try:
        safe = ElementTree.Element("svg")
        safe.extend(_drawn(root))
        _note(safe, hints or {})
        marks = list(tips.marks(safe, _size(root))) if tips else []
        shape = {"viewBox": _box(root), "width": root.get("width"), "height": root.get("height")}
    except _Foreign:
        source = data_address(svg.encode(), "image/svg+xml")
        return Markup('<img src="{}" alt="{}">').format(source, label)
    role = "group" if hints or marks else "img"  # whoever is an image hides the links in it
    told = {"role": role, "aria-label": label} if label else {"aria-hidden": "true"}
    given = told | {name: value for name, value in shape.items() if value}
    made = _linked(compacted(safe), hints or {})
    inner = "".join(_written(child, prefix) for child in made)
    given |= made.attrib
    if marks:
        laid_over = "".join(_written(mark, "") for mark in marks)
        inner = f'<g aria-hidden="true">{inner}</g>{laid_over}'
    return Markup(f"<svg{_attributes(given)}>{inner}</svg>")


def _size(root: Element) -> tuple[float, float]:
    _, _, width, height = map(float, re.split(r"[\s,]+", _box(root).strip()))
    return width, height


def _box(root) -> str:
    box = root.get("viewBox")
    if box and re.fullmatch(r"[\d\s.,-]+", box):
        return box
    raise _Foreign


def _drawn(node: Element) -> list[Element]:
    return [child for child in map(_rebuilt, node) if child is not None]


def _rebuilt(node: Element) -> Element | None:
    """Return an element anew with what is known of it; None for what is not drawn."""
    name = local_name(node.tag)
    if name == "style" and not _STYLE.fullmatch((node.text or "").strip()):
        raise _Foreign
    if name in _WORDS:
        return None
    if name not in _ELEMENTS:
        raise _Foreign
    made = ElementTree.Element(name, _known(node))
    made.text, made.tail = node.text, node.tail
    made.extend(_drawn(node))
    return made


def _known(node: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in node.attrib.items():
        local = local_name(name)
        if local == "style":
            found.update(_declared(value))
        elif local == "href":
            found["href"] = "#" + _named(value.removeprefix("#"), value.startswith("#"))
        elif local == "id":
            found["id"] = _named(value)
        elif local in _SHAPE or local in _PAINT:
            found[local] = _value(value)
        elif local not in _DROPPED:
            raise _Foreign
    return found


def _declared(style: str) -> dict[str, str]:
    """Turn a style attribute, which a strict page forbids, into attributes of the drawing."""
    found: dict[str, str] = {}
    for declaration in filter(str.strip, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            found.update(_font(value))
        elif name in _PAINT:
            found[name] = _value(value)
        elif name not in _DROPPED:
            raise _Foreign
    return found


def _font(shorthand: str) -> dict[str, str]:
    match = _SHORTHAND.fullmatch(shorthand)
    if not match:
        raise _Foreign
    return {f"font-{name}": value for name, value in match.groupdict().items() if value}


def _value(value: str) -> str:
    """Return a value that refers to nothing but this drawing."""
    bare = _REFERENCE.sub("", value)
    if "url(" in bare.lower() or "\\" in bare or not _VALUE.fullmatch(bare):
        raise _Foreign
    return _REFERENCE.sub(r"url(#\1)", value)


def _named(name: str, inside: bool = True) -> str:
    if not inside or not re.fullmatch(r"[\w.:-]+", name):
        raise _Foreign
    return name


def _note(root: Element, hints: Mapping[str, Hint]) -> None:
    """Keep the names of marks, which nothing in the drawing refers to."""
    for element in root.iter():
        if element.get("id") in hints:
            element.set(_MARK, element.get("id"))


def _linked(root: Element, hints: Mapping[str, Hint]) -> Element:
    """Turn marks into what tells of itself, and leads to its source where that is known."""
    for mark in [one for one in root.iter() if _MARK in one.attrib]:
        hint = hints[mark.attrib.pop(_MARK)]
        if hint.address:
            mark.tag = "a"
            mark.attrib |= {"href": address(hint.address), "target": "_blank", "rel": "noopener"}
        title = ElementTree.Element("title")
        title.text = hint.text
        mark.insert(0, title)
        mark.extend(_easy_to_hit(use) for use in list(mark.iter("use"))[:1])
    return root


def _easy_to_hit(use: Element) -> Element:
    """Return what widens a mark for the pointer, unseen."""
    place = {"cx": use.get("x", "0"), "cy": use.get("y", "0")}
    return ElementTree.Element("circle", {**place, "r": "9", "fill-opacity": "0", "stroke": "none"})


def _written(element: Element, prefix: str) -> str:
    """Write an element of a drawing, whose names begin with those of the drawing."""
    own = {name: _prefixed(name, value, prefix) for name, value in element.attrib.items()}
    inner = _told(element.text) + "".join(
        _written(child, prefix) + _told(child.tail) for child in element
    )
    opening = f"<{element.tag}{_attributes(own)}"
    return f"{opening}>{inner}</{element.tag}>" if inner else f"{opening}/>"


def _prefixed(name: str, value: str, prefix: str) -> str:
    if not prefix:  # it refers to what stands outside the drawing
        return value
    if name == "id":
        return f"{prefix}-{value}"
    if name == "href" and value.startswith("#"):
        return f"#{prefix}-{value[1:]}"
    return _REFERENCE.sub(rf"url(#{prefix}-\1)", value)


def _told(words: str | None) -> str:
    return str(escape(words)) if words and words.strip() else ""


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
