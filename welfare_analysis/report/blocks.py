"""Blocks: what a cell shows, an object of the package or text, as blocks of the document."""

from __future__ import annotations

from ..errors import ReportError
from ..show import document
from .graphics import check_svg


def shown(content: dict, bundle: dict, language: str) -> list[dict]:
    """Turn one object of the package (table, chart, …) into blocks.

    Parameters
    ----------
    content : dict
        What the object hands to reports.
    bundle : dict
        All forms in which Jupyter got it; that of a chart holds its drawing.
    language : {"vi", "en"}

    Raises
    ------
    ReportError
        If it cannot stand in a report of that language.
    """
    try:
        return _made(content, bundle, language)
    except (KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"its {content.get('kind')} is not as this version writes it ({error!r}): run the "
            "notebook again."
        ) from None


def _made(content: dict, bundle: dict, language: str) -> list[dict]:
    kind = content.get("kind")
    if content.get("language", language) != language:
        raise ReportError(
            f"its {kind} is written in {content['language']!r}, but the report is in {language!r}: "
            "pass the parameter `language` on, or tag the cell with its language."
        )
    if kind == "prose":
        return of_text(content["blocks"])
    if kind == "table":
        return [_table(content)]
    if kind == "chart":
        return [_figure(content, bundle)]
    if kind == "tiles":
        return [_tiles(content)]
    if kind == "references":
        return [_references(content)]
    if kind == "glossary":
        return [_glossary(content)] if content["entries"] else []
    if kind == "view":
        title = [{"t": "strong", "c": _line(content["title"])}]
        return [{"kind": "paragraph", "content": title}, *map(_table, content["tables"])]
    raise ReportError(f"its output is of the unknown kind {kind!r}.")


def of_text(content: object) -> list[dict]:
    """Take blocks of text as they were read, each line as the items that templates print."""
    return [_block(one) for one in content]


def _block(content: dict) -> dict:
    if content["kind"] == "table":
        return _table(content)
    lines = {"content": _line, "blocks": of_text, "items": lambda each: [*map(of_text, each)]}
    return {name: lines.get(name, lambda as_is: as_is)(one) for name, one in content.items()}


def _line(content: object) -> list[dict]:
    try:
        return document.items(content)
    except ValueError as error:
        raise ReportError(f"its text cannot be set: {error}.") from None


def _table(content: dict) -> dict:
    columns = [
        {"label": _line(column["label"]), "align": column.get("align") or "left"}
        for column in content["columns"]
    ]
    rows = [[_line(cell) for cell in row] for row in content["rows"]]
    for number, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise ReportError(
                f"its table {content.get('caption')!r} has {len(row)} cells in row {number}, "
                f"expected {len(columns)} as in its header."
            )
    return {
        "kind": "table",
        "caption": _line(content.get("caption") or ""),
        "note": _line(content.get("note") or ""),
        "row_headers": bool(content.get("row_headers")),
        "columns": columns,
        "rows": rows,
        "observations": _names(content),
        "numbers": _numbers(content),
    }


def _figure(content: dict, bundle: dict) -> dict:
    if "image/svg+xml" not in bundle:
        raise ReportError(f"its chart {content.get('title')!r} came without a vector picture.")
    if not (content.get("alt") or "").strip():
        raise ReportError(f"its chart {content.get('title')!r} has no description (alt).")
    return {
        "kind": "figure",
        "title": _line(content.get("title") or ""),
        "subtitle": _line(content.get("subtitle") or ""),
        "note": _line(content.get("note") or ""),
        "alt": content["alt"].strip(),
        "observations": _names(content),
        "numbers": _numbers(content),
        "svg": check_svg(one_text(bundle["image/svg+xml"])),
        "narrow": content.get("narrow") and check_svg(content["narrow"]),
        "hints": {str(mark): str(said) for mark, said in (content.get("hints") or {}).items()},
    }


def _tiles(content: dict) -> dict:
    return {
        "kind": "tiles",
        "title": _line(content["title"]),
        "note": _line(content["note"]),
        "tiles": [_tile(one) for one in content["tiles"]],
        "observations": _names(content),
    }


def _tile(one: dict) -> dict:
    if one["svg"] and not one["alt"].strip():
        raise ReportError(f"its tile of {one['name']!r} has no description (alt).")
    return {
        **{name: str(one[name]) for name in ("name", "figure", "alt", "colour")},
        **{name: _line(one[name]) for name in ("under", "course", "moved")},
        "facts": [[_line(cell) for cell in fact] for fact in one["facts"]],
        "mark": check_svg(one["mark"]),
        "svg": one["svg"] and check_svg(one["svg"]),
    }


def _numbers(content: dict) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in content.get("numbers") or []]


def _names(content: dict) -> list[str]:
    """Return the printed figures that an object says are behind it."""
    names = content.get("observations") or []
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        kind = content.get("kind", "table")
        raise ReportError(f"its {kind} does not list the figures behind it by name.")
    return names


def _references(content: dict) -> dict:
    return {
        "kind": "references",
        "compact": bool(content.get("compact")),
        "entries": [
            {
                "number": entry["number"],
                "text": _line(entry["text"]),
                "name": entry.get("name") or "",
                "url": _web(entry.get("url")),
                "figures": _by_paragraph(entry.get("figures") or []),
            }
            for entry in content["entries"]
        ],
    }


def _glossary(content: dict) -> dict:
    """Set terms as a list, which the template sets smaller."""
    items = [
        [
            {
                "kind": "paragraph",
                "content": [
                    {"t": "strong", "c": _line(term)},
                    {"t": "text", "s": ": "},
                    *_line(meaning),
                ],
            }
        ]
        for term, meaning in content["entries"]
    ]
    return {
        "kind": "list",
        "ordered": False,
        "start": 1,
        "items": items,
        "role": "glossary",
        "compact": bool(content.get("compact")),
    }


def _web(url: str | None) -> str:
    return url if url and url.startswith(("http://", "https://")) else ""


def _by_paragraph(figures: list[dict]) -> list[dict]:
    """Group printed figures by their paragraph, in order, each token once."""
    groups: dict = {}
    for figure in figures:
        tokens = groups.setdefault(figure.get("paragraph"), [])
        if figure["as_printed"] not in tokens:
            tokens.append(figure["as_printed"])
    return [{"paragraph": paragraph, "tokens": tokens} for paragraph, tokens in groups.items()]


def one_text(value: str | list[str]) -> str:
    """Join what a notebook keeps as one text or as its lines."""
    return value if isinstance(value, str) else "".join(value)
