"""Blocks: a document model set as HTML for slides."""

from __future__ import annotations

import base64
import html

from ..show.charts.lettering import lettered


def blocks_html(blocks: list[dict]) -> str:
    """Set blocks one after the other."""
    return "\n".join(_SETTERS[block["kind"]](block) for block in blocks)


def inline_html(items: list[dict]) -> str:
    """Set inline content; every string in it is plain text."""
    return "".join(_inline(item) for item in items)


def _inline(item: dict) -> str:
    kind = item["t"]
    if kind == "text":
        return html.escape(item["s"])
    if kind == "code":
        return f"<code>{html.escape(item['s'])}</code>"
    if kind == "break":
        return "<br>"
    inner = inline_html(item["c"])
    if kind == "cite":
        return f'<a class="cite" href="#source-{item["source"]}">{inner}</a>'
    if kind == "link":
        return f'<a href="{html.escape(item["url"], quote=True)}">{inner}</a>'
    tag = {"emphasis": "em", "strong": "strong"}[kind]
    return f"<{tag}>{inner}</{tag}>"


def _heading(block: dict) -> str:
    return f"<h2>{inline_html(block['content'])}</h2>"


def _paragraph(block: dict) -> str:
    return f"<p>{inline_html(block['content'])}</p>"


def _list(block: dict) -> str:
    tag = "ol" if block["ordered"] else "ul"
    start = f' start="{block["start"]}"' if block["ordered"] and block["start"] != 1 else ""
    items = "".join(f"<li>{_tight(item)}</li>" for item in block["items"])
    return f"<{tag}{start}>{items}</{tag}>"


def _tight(blocks: list[dict]) -> str:
    """Set an item of one paragraph without a paragraph around it."""
    if len(blocks) == 1 and blocks[0]["kind"] == "paragraph":
        return inline_html(blocks[0]["content"])
    return blocks_html(blocks)


def _quote(block: dict) -> str:
    return f"<blockquote>{blocks_html(block['blocks'])}</blockquote>"


def _literal(block: dict) -> str:
    return f'<pre tabindex="0"><code>{html.escape(block["text"])}</code></pre>'


def _table(block: dict) -> str:
    aligned = [f' style="text-align:{column["align"]}"' for column in block["columns"]]
    heads = "".join(
        f'<th scope="col"{style}>{inline_html(column["label"])}</th>'
        for column, style in zip(block["columns"], aligned, strict=True)
    )
    rows = "".join(f"<tr>{_row(block, row, aligned)}</tr>" for row in block["rows"])
    caption = f"<caption>{inline_html(block['caption'])}</caption>" if block["caption"] else ""
    return (
        f'<div class="scroll" tabindex="0"><table>{caption}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_note(block)}"
    )


def _row(block: dict, row: list, aligned: list[str]) -> str:
    cells = []
    for place, (cell, style) in enumerate(zip(row, aligned, strict=True)):
        head = place == 0 and block["row_headers"]
        tag, scope = ("th", ' scope="row"') if head else ("td", "")
        cells.append(f"<{tag}{scope}{style}>{inline_html(cell)}</{tag}>")
    return "".join(cells)


def _figure(block: dict) -> str:
    data = base64.b64encode(lettered(block["svg"]).encode()).decode()
    alt = html.escape(block["alt"], quote=True)
    subtitle = f"<br><small>{inline_html(block['subtitle'])}</small>" if block["subtitle"] else ""
    return (
        f"<figure><figcaption><strong>{inline_html(block['title'])}</strong>{subtitle}</figcaption>"
        f'<img alt="{alt}" src="data:image/svg+xml;base64,{data}">{_note(block)}</figure>'
    )


def _note(block: dict) -> str:
    return f'<p class="note">{inline_html(block["note"])}</p>' if block["note"] else ""


def _references(block: dict) -> str:
    items = "".join(
        f'<li id="source-{entry["number"]}" value="{entry["number"]}">'
        f"{inline_html(entry['text'])}{_address(entry)}</li>"
        for entry in block["entries"]
    )
    return f'<ol class="sources">{items}</ol>'


def _address(entry: dict) -> str:
    url = html.escape(entry["url"], quote=True)
    return f' <a href="{url}">{url}</a>' if url else ""


def _summary(block: dict) -> str:
    return blocks_html(block["blocks"])


_SETTERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "quote": _quote,
    "literal": _literal,
    "rule": lambda block: "<hr>",
    "table": _table,
    "figure": _figure,
    "references": _references,
    "summary": _summary,
}
