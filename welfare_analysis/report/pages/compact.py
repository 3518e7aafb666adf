"""Compact: a drawing said in fewer bytes, to look the same on every screen.

matplotlib names and groups everything it draws and gives each mark its whole look.  Names that
nothing refers to go, and so do groups that say nothing; what neighbours have in common is said
once around them, and a place to a hundredth of a point, a far one to a tenth.
"""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

# What every text of a drawing says, and nothing but a text heeds.
_OF_TEXT = ("font-size", "text-anchor")
# What an element hands down to those inside, so that it can be said once around several.
_HANDED_DOWN = (
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linejoin",
    "stroke-linecap",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
)
_PLACES = {"d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"}
_FAR = 20  # from where a tenth of a point is enough
_NUMBER = re.compile(r"-?\d+\.\d+(?![\w.])")
_AROUND_LETTER = re.compile(r"\s*([A-Za-z])\s*")
_LEVEL = re.compile(r"rotate\(-?0(?:\.0+)?(?:[\s,][^)]*)?\)")
_REFERENCE = re.compile(r"url\(#([\w.:-]+)\)")


def compacted(root: Element) -> Element:
    """Return the drawing, changed in place, with less to say.

    Examples
    --------
    >>> import xml.etree.ElementTree as ElementTree
    >>> drawing = "<svg><g id='a'><path id='b' d='M 0.12345 1  L 2 3  '/></g><g id='c'/></svg>"
    >>> ElementTree.tostring(compacted(ElementTree.fromstring(drawing))).decode()
    '<svg><path d="M0.12 1L2 3" /></svg>'
    """
    for element in root.iter():
        _shorten(element)
    _strip_used(root)
    _rename(root)
    _flatten(root)
    _say_for_all(root)
    _gather(root)
    return root


def _shorten(element: Element) -> None:
    """Write its places shorter, and leave out a turn by nothing."""
    for name in _PLACES & element.attrib.keys():
        element.set(name, _rounded(element.get(name)))
    if "d" in element.attrib:
        element.set("d", _AROUND_LETTER.sub(r"\1", element.get("d")).strip())
    if _LEVEL.fullmatch(element.get("transform", "")):
        del element.attrib["transform"]


def _rounded(places: str) -> str:
    def shorter(found: re.Match) -> str:
        place = float(found[0])
        written = f"{place:.{1 if abs(place) > _FAR else 2}f}".rstrip("0").rstrip(".")
        return "0" if written == "-0" else written

    return _NUMBER.sub(shorter, places)


def _strip_used(root: Element) -> None:
    """Take from each use what the thing used says itself."""
    named = {one.get("id"): one for one in root.iter() if "id" in one.attrib}
    for use in root.iter("use"):
        own = named.get(use.get("href", "")[1:])
        for name in _HANDED_DOWN:
            if own is not None and name in own.attrib:
                use.attrib.pop(name, None)


def _rename(root: Element) -> None:
    """Give the names that something refers to short ones, and take away the others."""
    used = dict.fromkeys(itertools.chain.from_iterable(map(_referred, root.iter())))
    short = {name: f"{number}" for number, name in enumerate(used, start=1)}
    for element in root.iter():
        if "id" in element.attrib:
            name = element.attrib.pop("id")
            if name in short:
                element.set("id", short[name])
        for attribute, value in element.attrib.items():
            if attribute == "href":
                element.set("href", f"#{short[value[1:]]}")
            elif "url(" in value:
                element.set(attribute, _REFERENCE.sub(lambda of: f"url(#{short[of[1]]})", value))


def _referred(element: Element) -> Iterator[str]:
    for attribute, value in element.attrib.items():
        if attribute == "href":
            yield value[1:]
        yield from _REFERENCE.findall(value)


def _flatten(element: Element) -> None:
    """Put what stands in groups that say nothing in their place, and drop what shows nothing."""
    for child in element:
        _flatten(child)
    kept: list[Element] = []
    for child in element:
        if child.tag == "g" and not child.attrib:
            kept += child
        elif not _is_unseen(child):
            kept.append(child)
    element[:] = kept


def _is_unseen(element: Element) -> bool:
    if element.tag in ("g", "defs") and not len(element):
        return True
    look = element.attrib
    return element.tag == "path" and look.get("fill") == "none" and not {"stroke", "id"} & {*look}


def _say_for_all(root: Element) -> None:
    """Say once around the drawing what most of its texts are like."""
    texts = list(root.iter("text"))
    for name in _OF_TEXT:
        said = Counter(text.get(name) for text in texts)
        usual, times = said.most_common(1)[0] if said else (None, 0)
        if usual is None or None in said or times < 2:
            continue
        root.set(name, usual)
        for text in texts:
            if text.get(name) == usual:
                del text.attrib[name]


def _gather(element: Element) -> None:
    """Say once around neighbours what they have in common."""
    for child in element:
        _gather(child)
    if element.tag in ("defs", "text", "clipPath", "pattern", "marker"):
        return
    kept: list[Element] = []
    for look, run in _runs(element, _look):
        if len(run) < 2 or not look:
            kept += run
            continue
        group = ElementTree.Element("g", dict(look))
        for child in run:
            for name, _ in look:
                del child.attrib[name]
        group.extend(run)
        kept.append(group)
    element[:] = kept


def _runs(
    elements: Iterable[Element], look: Callable[[Element], tuple]
) -> Iterator[tuple[tuple, list[Element]]]:
    for key, run in itertools.groupby(elements, key=look):
        yield key, list(run)


def _look(element: Element) -> tuple[tuple[str, str], ...]:
    names = (*_HANDED_DOWN, "clip-path")  # clipped together is clipped each
    return tuple((name, element.get(name)) for name in names if name in element.attrib)
