"""Attachments: the files behind each table and chart of a page, as links beside it."""

from __future__ import annotations

from ...messages import message
from .. import markdown
from . import downloads
from .drawings import COLUMNS, Figures
from .markup import Markup, element


class Attachments:
    """Makes the downloads of one report.

    Parameters
    ----------
    report : str
        What the report is called; every file's name begins with it.
    language : str
    facts : dict
        ``date``, ``version`` and ``revision`` of the data.
    figures : Figures
        Looks printed figures up.
    """

    def __init__(self, report: str, language: str, facts: dict, figures: Figures):
        self.report, self.language, self.facts = report, language, facts
        self._figures = figures

    def beside(self, block: dict, name: str, label: str) -> Markup | None:
        """Return links to the files behind a block, or nothing where it has none.

        Parameters
        ----------
        block : dict
            A table or figure of the document model.
        name, label : str
            ``table-2``, ``Table 2``.
        """
        title = markdown.plain(block.get("caption") or block.get("title") or [])
        rows = self._figures.rows(block["observations"])
        stem = f"{self.report}-{self.language}-{name}"
        links, tables = [], []
        header, cells = _cells(block)
        what = "cells" if block["kind"] == "table" else "numbers"
        if header:
            content = downloads.csv_bytes(header, cells)
            links.append(self._link(what, f"{stem}.csv", content, downloads.CSV, label))
            tables.append({"url": f"{stem}.csv", "columns": _text_columns(header)})
        if rows:
            file = f"{stem}-data.csv" if tables else f"{stem}.csv"
            content = downloads.csv_bytes(COLUMNS, (row.values() for row in rows))
            links.append(self._link("figures", file, content, downloads.CSV, label))
            tables.append({"url": file, "columns": self._columns()})
        if not links:
            return None
        metadata = downloads.described(
            title or label,
            block.get("alt") or _note(block),
            self.language,
            self.facts,
            tables,
            _sources(rows),
        )
        file = f"{stem}.csv-metadata.json"
        content = downloads.json_bytes(metadata)
        links.append(self._link("metadata", file, content, downloads.JSON, label))
        items = [element("li", link) for link in links]
        return element("ul", items, class_="downloads", aria_label=self._say("downloads", label))

    def _link(self, what: str, file: str, content: bytes, kind: str, label: str) -> Markup:
        return downloads.link(message(f"web-download-{what}", self.language), file, content, kind)

    def _say(self, name: str, label: str) -> str:
        return message(f"web-{name}", self.language, label=label)

    def _columns(self) -> list[dict]:
        return [
            {
                "name": name,
                "titles": name,
                "dc:description": message(f"web-column-{name}", self.language),
                "datatype": datatype,
            }
            for name, datatype in COLUMNS.items()
        ]


def _cells(block: dict) -> tuple[list[str], list[list[str]]]:
    """Return what a block shows by itself: a table's cells, or a chart's own numbers."""
    if block["kind"] == "figure":
        header, *rows = block.get("numbers") or [[]]
        return header, rows
    header = [markdown.plain(column["label"]) for column in block["columns"]]
    return header, [[markdown.plain(cell) for cell in row] for row in block["rows"]]


def _text_columns(header: list[str]) -> list[dict]:
    return [
        {"name": f"column_{number}", "titles": title or f"column_{number}", "datatype": "string"}
        for number, title in enumerate(header, start=1)
    ]


def _note(block: dict) -> str:
    return markdown.plain(block.get("note") or [])


def _sources(rows: list[dict]) -> list[tuple[str, str | None]]:
    found = {
        row["source"]: (
            ". ".join(filter(None, (row["publisher"], row["source_title"]))) or row["source"],
            row["url"],
        )
        for row in rows
    }
    return list(found.values())
