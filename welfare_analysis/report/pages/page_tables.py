"""Tables of a page: real ones, in a region that scrolls where they are wider than the screen."""

from __future__ import annotations

from .. import markdown
from .citations import Citations
from .markup import Markup, element

_LONG, _MIDDLING = 60, 18  # letters
_HEAVY = 30  # letters on average; longer row heads in bold would outweigh the figures


def table(block: dict, citations: Citations, label: str, name: str) -> Markup:
    """Return a table of the document model.

    Parameters
    ----------
    block : dict
    citations : Citations
    label : str
        ``Table 2``.
    name : str
        Its anchor on the page.
    """
    caption = element(
        "caption",
        element(
            "span",
            element("span", label, class_="label"),
            " ",
            element("strong", citations.inline(block["caption"]), class_="title"),
            class_="held",
        ),
        id=f"{name}-caption",
    )
    columns = block["columns"]
    classes = [_column(block, place) for place in range(len(columns))]
    head = element(
        "tr",
        [
            element("th", citations.inline(column["label"]), scope="col", class_=kind)
            for column, kind in zip(columns, classes, strict=True)
        ],
    )
    body = [_row(block, row, classes, citations) for row in block["rows"]]
    made = element("table", caption, element("thead", head), element("tbody", body))
    return element(
        "div",
        made,
        class_="scroll",
        role="region",
        tabindex="0",
        aria_labelledby=f"{name}-caption",
    )


def _row(block: dict, row: list, classes: list[str], citations: Citations) -> Markup:
    cells = []
    for place, (cell, kind) in enumerate(zip(row, classes, strict=True)):
        content = citations.inline(cell)
        if place == 0 and block["row_headers"]:
            weight = "" if _is_heavy(block) else " plain"
            cells.append(element("th", content, scope="row", class_=f"{kind}{weight}"))
        else:
            cells.append(element("td", content, class_=kind))
    return element("tr", cells)


def _is_heavy(block: dict) -> bool:
    lengths = [len(markdown.plain(row[0])) for row in block["rows"]]
    return sum(lengths) < _HEAVY * len(lengths)


def _column(block: dict, place: int) -> str:
    """Name a column's kind: how it is aligned and how much room its text needs."""
    align = block["columns"][place]["align"]
    longest = max((len(markdown.plain(row[place])) for row in block["rows"]), default=0)
    room = "long" if longest > _LONG else "middling" if longest > _MIDDLING else "short"
    return f"{align if align in ('right', 'center') else 'left'} {room}"
