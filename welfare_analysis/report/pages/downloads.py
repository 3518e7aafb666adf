"""Downloads: files beside a page, in a folder of its name.

The data behind each table and chart are CSV files, described as CSV on the Web: plain UTF-8 with
commas and a byte order mark, by which spreadsheets know Vietnamese letters; numbers are numbers,
and text that a spreadsheet would run as a formula is disarmed.  Charts are pictures too.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...data.export.book import COLUMNS, row
from ...data.export.values import written
from ...errors import ReportError, WelfareError
from ...messages import message
from ...show.render.html import plain
from .pictures import ENDINGS, pictures

if TYPE_CHECKING:
    from ...data.catalogue import Catalogue

_DESCRIPTION = "csv-metadata.json"  # where CSV on the Web looks for it


class Downloads:
    """Makes the files of one report.

    Parameters
    ----------
    report : str
        What the report is called: so is the folder, and every file's name begins with it.
    language : str
    facts : dict
        ``date``, ``version`` and ``revision`` of the data.
    """

    def __init__(self, report: str, language: str, facts: dict):
        self.report, self.language, self.facts = report, language, facts
        self._files: dict[str, bytes] = {}
        self._tables: list[dict] = []
        self._charts: dict[str, dict] = {}

    def beside(self, block: dict) -> list[dict]:
        """Keep the files behind a block; return what each is called when saved, and its address.

        Parameters
        ----------
        block : dict
            A table or figure of the document model, with its ``name`` and its ``label``.

        Raises
        ------
        ReportError
            If the data hold no such figure.
        """
        stem = f"{self.report}-{self.language}-{block['name']}"
        rows = [self._row(name) for name in dict.fromkeys(block["observations"])]
        files = []
        header, cells = _cells(block)
        if header:
            what, name = "cells" if block["kind"] == "table" else "numbers", f"{stem}.csv"
            files.append(self._kept(what, name, csv_bytes(header, cells)))
            self._describe(name, block, _text_columns(header), rows)
        if rows:
            name = f"{stem}-data.csv" if files else f"{stem}.csv"
            content = csv_bytes(COLUMNS, (row.values() for row in rows))
            files.append(self._kept("figures", name, content))
            self._describe(name, block, self._columns, rows)
        if block["kind"] == "figure":
            self._charts[stem] = block
            files += [self._linked(ending, f"{stem}.{ending}") for ending in ENDINGS]
        return files

    def description(self) -> dict | None:
        """Return what the file is called that describes the others; None if there are none."""
        return self._linked("metadata", _DESCRIPTION) if self._tables else None

    def files(self) -> dict[str, bytes]:
        """Return the content of every file by its path beside the page.

        Raises
        ------
        ReportError
            If a chart cannot be drawn.
        """
        made = pictures(list(self._charts.values()), self.language)
        for stem, forms in zip(self._charts, made, strict=True):
            for ending, content in forms.items():
                self._files[f"{stem}.{ending}"] = content
        if self._tables:
            self._files[_DESCRIPTION] = json_bytes(self._metadata())
        return {f"{self.report}/{name}": self._files[name] for name in sorted(self._files)}

    def _kept(self, what: str, name: str, content: bytes) -> dict:
        self._files[name] = content
        return self._linked(what, name)

    def _linked(self, what: str, name: str) -> dict:
        label = message(f"web-download-{what}", self.language)
        return {"label": label, "name": name, "address": quote(f"{self.report}/{name}")}

    def _row(self, name: str) -> dict:
        from ...data.figures import observation

        try:
            return row(observation(self._data, name), self.language)
        except WelfareError as error:
            raise ReportError(f"What a table or chart says is behind it is not: {error}") from None

    @cached_property
    def _data(self) -> Catalogue:
        """The data, read only if a report shows any."""
        from ...data.loading import load

        return load()

    @cached_property
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

    def _describe(self, name: str, block: dict, columns: list[dict], rows: list[dict]) -> None:
        """Note what a file holds; of a chart its alternative text."""
        title = plain(block.get("caption") or block.get("title") or [])
        table = {
            "url": name,
            "dc:title": title or block["label"],
            "dc:description": block.get("alt") or plain(block.get("note") or []),
            "dc:source": _sources(rows),
            "tableSchema": {"columns": columns},
        }
        self._tables.append(table)

    def _metadata(self) -> dict:
        """Describe all files as CSV on the Web does."""
        return {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": self.language}],
            "dc:language": self.language,
            "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
            "dc:modified": {"@value": self.facts["date"], "@type": "date"},
            "schema:version": f"{self.facts['version']} ({self.facts['revision']})",
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
            "tables": self._tables,
        }


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a CSV file as RFC 4180 has it, in UTF-8 with a byte order mark."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([written(name) for name in header])
    writer.writerows([written(value) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig", "replace")


def json_bytes(content: dict) -> bytes:
    """Return a metadata file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _cells(block: dict) -> tuple[list[str], list[list[str]]]:
    """Return what a block brings as a file: its own numbers, else a table's cells."""
    if "rows" not in block or block.get("numbers"):
        header, *rows = block.get("numbers") or [[]]
        return header, rows
    header = [plain(column["label"]) for column in block["columns"]]
    return header, [[plain(cell) for cell in row] for row in block["rows"]]


def _text_columns(header: list[str]) -> list[dict]:
    return [
        {"name": f"column_{number}", "titles": title or f"column_{number}", "datatype": "string"}
        for number, title in enumerate(header, start=1)
    ]


def _sources(rows: list[dict]) -> list[dict]:
    """Name the sources of figures, each once, with their addresses where they have one."""
    found = {}
    for one in rows:
        title = ". ".join(filter(None, (one["publisher"], one["source_title"]))) or one["source"]
        address = {"schema:url": {"@id": one["url"]}} if one["url"] else {}
        found[one["source"]] = {"dc:title": title} | address
    return list(found.values())
