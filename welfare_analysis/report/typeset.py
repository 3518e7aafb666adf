"""Typeset: a document model becomes an accessible PDF through Typst.

The model reaches the template as a JSON file.  The template only prints strings, so nothing in
the data can act as markup or code; the compiler sees the two, in a folder of their own, and the
fonts.  A file and not an argument: whatever Typst made is made anew when an argument changes.
"""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ..errors import ReportError
from ..messages import message
from . import colophon, columns, finish, pagination, scratch
from .line_breaks import MILLIMETRE, halves, measured, tied_all

STANDARDS = ["ua-1", "a-2a"]
_TITLE = 21  # points, as in the template
_REGIONS = {"vi": "VN", "en": "GB"}
_HERE = Path(__file__).resolve().parent
_FONTS = _HERE.parent / "fonts"
_TEMPLATES = ("template.typ", "tables.typ", "tiles.typ", "content.typ")
_LABELS = (
    "series",
    "publisher",
    "summary",
    "figure",
    "table",
    "note",
    "sources",
    "cited",
    "about",
    "page",
    "paragraph",
)


def typeset(document: dict, facts: dict, language: str) -> bytes:
    """Return the PDF of a document model.

    Parameters
    ----------
    document : dict
        What `reading.read` returns.
    facts : dict
        What the report was made from: ``date`` (ISO, of the data), ``version`` and ``revision``
        of the data, ``software``, ``notebook``, ``parameters``.
    language : {"vi", "en"}

    Raises
    ------
    ReportError
        With Typst's own words, if it refuses the document.
    """
    import typst

    content = _content(document, facts, language)
    moment = datetime.datetime.fromisoformat(facts["date"]).replace(tzinfo=datetime.UTC)

    with scratch.folder() as folder:

        def compiler(blocks: list[dict], *, draft: bool):
            whole = {**content, "blocks": blocks, "draft": draft}
            text = json.dumps(whole, ensure_ascii=False, sort_keys=True)
            Path(folder, "document.json").write_text(text, encoding="utf-8")
            return typst.Compiler(str(Path(folder, _TEMPLATES[0])), root=folder, font_paths=fonts())

        def lay_out(blocks: list[dict]) -> list:
            draft = compiler(blocks, draft=True)
            return json.loads(draft.query("<marks>", field="value", one=True))

        for name in _TEMPLATES:
            shutil.copy(_HERE / name, folder)
        try:
            arranged = pagination.arrange(content["blocks"], lay_out)
            pdf = compiler(arranged, draft=False).compile(
                pdf_standards=STANDARDS, timestamp=moment, format="pdf"
            )
        except typst.TypstError as error:
            raise ReportError(f"The report cannot be set in type: {_reason(error)}") from None
    return finish.finished(pdf, list(_headed(arranged)))


def _headed(blocks: list[dict]) -> Iterator[bool]:
    """Tell of each table, in the order of reading, whether the first cell of a row heads it."""
    for block in blocks:
        if block["kind"] == "table":  # whose last rows may be set as a table of their own
            yield from [block["row_headers"]] * (2 if "split" in block else 1)
        for within in (block.get("blocks", ()), *block.get("items", ())):
            yield from _headed(within)


def _reason(error) -> str:
    hints = "".join(f" ({hint})" for hint in getattr(error, "hints", None) or [])
    return f"{getattr(error, 'message', None) or error}{hints}"


def _content(document: dict, facts: dict, language: str) -> dict:
    def label(name: str, **values) -> str:
        return message(f"report-{name}", language, **values)

    return {
        "language": language,
        "region": _REGIONS[language],
        "title": document["title"],
        "heading": _heading(document["title"]),
        "subtitle": tied_all(document["subtitle"]),
        "blocks": _with_columns(tied_all(document["blocks"]), _upright(document["blocks"])),
        "date": [int(part) for part in facts["date"].split("-")],
        "dateline": colophon.dateline(facts, language),
        "keywords": colophon.keywords(language),
        "labels": {
            name: label(name, page="{page}", pages="{pages}", paragraph="{paragraph}")
            for name in _LABELS
        },
        "colophon": colophon.colophon(facts, language),
        "imprint": colophon.imprint(facts, language, document["title"]),
        "bibtex": colophon.bibtex(facts, language, document["title"]),
    }


def _heading(title: str) -> str:
    """Make the two lines of a long title alike in length."""
    bold = measured(bold=True, size=_TITLE)
    lines = halves(title, bold, at_stops=30 * MILLIMETRE)
    long = bold(title) > columns.UPRIGHT and all(bold(line) <= columns.UPRIGHT for line in lines)
    return " ".join(lines) if long else title


def _upright(blocks: list[dict]) -> float:
    """Return the width of a page without its margins; those of a short report are narrow."""
    compact = any(one["kind"] == "references" and one["compact"] for one in blocks)
    return columns.COMPACT if compact else columns.UPRIGHT


def _with_columns(blocks: list[dict], upright: float, *, nested: bool = False) -> list[dict]:
    """Give every table its columns."""
    found = []
    for block in blocks:
        if block["kind"] == "table":
            block = {**block, "layout": columns.laid_out(block, nested=nested, upright=upright)}
        elif "blocks" in block:
            block = {**block, "blocks": _with_columns(block["blocks"], upright, nested=True)}
        elif block["kind"] == "list":
            block = {
                **block,
                "items": [_with_columns(it, upright, nested=True) for it in block["items"]],
            }
        found.append(block)
    return found


@lru_cache(maxsize=1)
def fonts():
    """Return the fonts that everything is set in."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)]
    )
