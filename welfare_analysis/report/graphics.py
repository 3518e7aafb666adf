"""Vector graphics: an SVG is taken into a report only if it is drawing and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from ..errors import ReportError

_FORBIDDEN = {"script", "foreignObject", "iframe", "audio", "video", "animate", "set"}
_INLINE_IMAGE = re.compile(r"data:image/(png|jpeg);base64,")


def check_svg(source: str) -> str:
    """Return the SVG unchanged after making sure that it refers to nothing outside itself.

    Raises
    ------
    ReportError
        If it is not SVG, declares entities, holds scripts, or names another file.
    """
    if "<!ENTITY" in source:
        raise ReportError("A chart's SVG declares XML entities; a report takes drawings only.")
    try:
        root = ElementTree.fromstring(source)
    except ElementTree.ParseError as error:
        raise ReportError(f"A chart's SVG cannot be read: {error}.") from None
    if local_name(root.tag) != "svg":
        raise ReportError(f"A chart's picture is <{local_name(root.tag)}>, expected <svg>.")
    for element in root.iter():
        _check_element(element)
    return source


def _check_element(element) -> None:
    name = local_name(element.tag)
    if name in _FORBIDDEN:
        raise ReportError(f"A chart's SVG holds <{name}>; a report takes drawings only.")
    for attribute, value in element.attrib.items():
        local = local_name(attribute)
        if local.startswith("on"):
            raise ReportError(f"A chart's SVG holds the script attribute {local!r}.")
        if local == "href" and not (value.startswith("#") or _INLINE_IMAGE.match(value)):
            raise ReportError(f"A chart's SVG refers to {value[:60]!r}, outside itself.")


def local_name(name) -> str:
    """Return the name of an element or attribute without its namespace; "" of a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
