"""Document model: an executed notebook turned into plain data that a template can lay out."""

from __future__ import annotations

import re

from ..codes import LANGUAGES
from ..errors import ReportError
from ..show import document, markdown
from .blocks import of_text, one_text, shown

MIME = document.MIME
_BOXES = ("summary", "attention", "half")
_IGNORED_TAGS = {"notebook", "parameters", "injected-parameters"}


def read(notebook: dict, language: str, boxes: tuple[str, ...] = _BOXES) -> dict:
    """Build the document model of one language from an executed notebook.

    Parameters
    ----------
    notebook : dict
        The executed notebook as read from its JSON.
    language : {"vi", "en"}
    boxes : tuple of str
        Tags of cells whose content is set in a box of that role.

    Returns
    -------
    dict
        ``title``, ``subtitle`` (inline content), ``finding`` (what the report says first),
        ``blocks`` and ``warnings`` (lines that the notebook printed to stderr, which no report
        shows).

    Raises
    ------
    ReportError
        Naming the cell, if something shown cannot stand in a report.
    """
    blocks, warnings = [], []
    for number, cell in enumerate(_numbered(notebook["cells"]), start=1):
        tags = set(cell.get("metadata", {}).get("tags", []))
        if tags & _IGNORED_TAGS or (tags & set(LANGUAGES) and language not in tags):
            continue
        try:
            found = _cell(cell, language, warnings)
        except ReportError as error:
            raise ReportError(f"Cell {number}: {error}") from None
        role = next((tag for tag in boxes if tag in tags), "")
        boxed = [{"kind": "summary", "role": role, "blocks": found}]
        blocks += boxed if role and found else found
    title, subtitle, blocks = _take_title(_join_summaries(blocks))
    _level_headings(blocks)
    _check_citations(blocks)
    return {
        "title": title,
        "subtitle": subtitle,
        "finding": _finding(blocks),
        "blocks": blocks,
        "warnings": warnings,
    }


def _finding(blocks: list[dict]) -> str:
    """Return the headline, else the first key message, if it can be one with a number."""
    headlines = (one for one in blocks if one.get("role") == "headline")
    boxes = (one["blocks"] for one in blocks if one.get("role") == "summary")
    messages = [
        document.uncited(item[0]["content"])
        for block in next(boxes, [])
        for item in block.get("items", [])
        if item and "content" in item[0]
    ]
    if headline := next(headlines, None):
        return document.uncited(headline["content"])
    numbered = (said for said in messages if re.search(r"\d", said))
    return next(numbered, messages[0] if messages else "")


def _numbered(cells: list[dict]) -> list[dict]:
    """Leave out the cell that papermill added, so that numbers are those of the author."""
    return [
        cell
        for cell in cells
        if "injected-parameters" not in cell.get("metadata", {}).get("tags", [])
    ]


def _cell(cell: dict, language: str, warnings: list[str]) -> list[dict]:
    if cell["cell_type"] == "markdown":
        return of_text(markdown.blocks(one_text(cell["source"])))
    if cell["cell_type"] == "code":
        return [
            block for output in cell["outputs"] for block in _output(output, language, warnings)
        ]
    return []


def _output(output: dict, language: str, warnings: list[str]) -> list[dict]:
    kind = output["output_type"]
    if kind == "stream":
        text = one_text(output["text"]).strip("\n")
        if output["name"] == "stderr":
            warnings.extend(text.splitlines())
            return []
        return [{"kind": "literal", "text": text}] if text.strip() else []
    if kind == "error":
        raise ReportError(f"{output['ename']}: {output['evalue']}")
    bundle = output["data"]
    if MIME in bundle:
        return shown(bundle[MIME], bundle, language)
    if "text/markdown" in bundle:
        return of_text(markdown.blocks(one_text(bundle["text/markdown"])))
    if set(bundle) <= {"text/plain"}:
        return [{"kind": "literal", "text": one_text(bundle.get("text/plain", "")).strip("\n")}]
    raise ReportError(
        f"its output ({', '.join(sorted(bundle))}) has no form that a report can print: show it "
        "through wa.tables, wa.charts or a voice of the brief, or tag the cell 'notebook'."
    )


def _join_summaries(blocks: list[dict]) -> list[dict]:
    joined: list[dict] = []
    for block in blocks:
        last = joined[-1] if joined else {}
        joins = block["kind"] == "summary" and block["role"] in _BOXES
        if joins and last.get("role") == block["role"] and "blocks" in last:
            joined[-1] = {**block, "blocks": last["blocks"] + block["blocks"]}
        else:
            joined.append(block)
    return joined


def _take_title(blocks: list[dict]) -> tuple[str, list, list[dict]]:
    """Take the first level-1 heading as title, and an emphasised line after it as subtitle."""
    for place, block in enumerate(blocks):
        if block["kind"] == "heading" and block["level"] == 1:
            rest = blocks[:place] + blocks[place + 1 :]
            title = document.text_of(block["content"]).strip()
            if title:
                break
    else:
        raise ReportError("The notebook has no title: begin it with a Markdown cell '# Title'.")
    after = rest[place] if place < len(rest) else None
    if (
        after
        and after["kind"] == "paragraph"
        and [i["t"] for i in after["content"]] == ["emphasis"]
    ):
        return title, after["content"][0]["c"], rest[:place] + rest[place + 1 :]
    return title, [], rest


def _level_headings(blocks: list[dict], above: int = 0) -> int:
    """Set heading levels so that none is skipped; the title stands above level 1."""
    for block in blocks:
        if block["kind"] == "heading":
            above = block["level"] = min(max(block["level"] - 1, 1), above + 1)
        elif "blocks" in block:
            above = _level_headings(block["blocks"], above)
    return above


def _check_citations(blocks: list[dict]) -> None:
    listed = [
        entry["number"]
        for block in blocks
        if block["kind"] == "references"
        for entry in block["entries"]
    ]
    twice = sorted({number for number in listed if listed.count(number) > 1})
    if twice:
        raise ReportError(f"The list of sources gives {_numbers(twice)} more than once.")
    lost = document.citations(blocks) - set(listed)
    if lost:
        raise ReportError(
            f"The text cites {_numbers(lost)}, but the list of sources has no such entry: "
            "call brief.references() after the last figure shown."
        )


def _numbers(numbers) -> str:
    return ", ".join(f"[{number}]" for number in sorted(numbers))
