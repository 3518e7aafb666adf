"""Lettering: a drawing that brings the letters it is written in.

A picture in a page sees no font but those of the machine.  In another font the words of a chart
have another width than they were placed by, and run over their edges.
"""

from __future__ import annotations

import base64
import html
import io
import re
from functools import lru_cache

from . import style

# A part of a font may not bear the name of the whole.
_OWN, _WHOLE = "'Welfare Sans'", f"'{style.FAMILY}'"
_OPENING = re.compile(r"<svg\b[^>]*>")
_TEXT = re.compile(r'<text style="([^"]*)"[^>]*>([^<]*)</text>')
_BOLD, _ITALIC = re.compile(r"\b(bold|[6-9]00)\b"), re.compile(r"\bitalic\b")


def lettered(svg: str) -> str:
    """Return a drawing with the letters it uses inside it; the same bytes for the same drawing."""
    used: dict[tuple[int, str], set[str]] = {}
    for style_of, text in _TEXT.findall(svg):
        face = (
            700 if _BOLD.search(style_of) else 400,
            "italic" if _ITALIC.search(style_of) else "normal",
        )
        used.setdefault(face, set()).update(html.unescape(text))
    rules = "".join(_rule(face, "".join(sorted(used[face]))) for face in sorted(used))
    if not rules:
        return svg
    own = svg.replace(_WHOLE, f"{_OWN}, {_WHOLE}")
    return _OPENING.sub(lambda tag: f"{tag[0]}\n <style>{rules}</style>", own, count=1)


def _rule(face: tuple[int, str], letters: str) -> str:
    weight, slant = face
    data = base64.b64encode(_part(weight, slant, letters)).decode()
    return (
        f"@font-face{{font-family:{_OWN};font-weight:{weight};font-style:{slant};"
        f"src:url(data:font/ttf;base64,{data})}}"
    )


@lru_cache(maxsize=256)
def _part(weight: int, slant: str, letters: str) -> bytes:
    """Cut the letters out of a face; one that the style lacks is made of its upright."""
    from fontTools import subset  # comes with matplotlib; read only when a drawing is shown

    files = {(of, how): path for of, how, path in style.faces()}
    path = files.get((weight, slant)) or files[weight, "normal"]
    options = subset.Options(
        hinting=False,
        name_IDs=[],
        notdef_outline=True,
        recalc_timestamp=False,
        layout_features=["kern", "mark", "ccmp"],
    )
    with subset.load_font(str(path), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(font)
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()
