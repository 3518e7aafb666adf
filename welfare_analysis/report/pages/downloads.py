"""Downloads: the data behind a table or chart as CSV files, described as CSV on the Web.

A page carries its files itself, so that they work without a network and travel with it.  They
are plain UTF-8 with commas and a byte order mark, by which spreadsheets know Vietnamese letters;
numbers are numbers, and text that a spreadsheet would run as a formula is disarmed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ...data.export.book import COLUMNS, row
from ...data.export.values import written
from ...errors import ReportError, WelfareError
from ...messages import message
from ...show.render.html import data_address, plain

if TYPE_CHECKING:
    from ...data.catalogue import Catalogue

CSV, JSON = "text/csv;charset=utf-8", "application/csvm+json"


class Downloads:
    """Makes the files of one report.

    Parameters
    ----------
    report : str
        What the report is called; every file's name begins with it.
    language : str
    facts : dict
        ``date``, ``version`` and ``revision`` of the data.
    """

    def __init__(self, report: str, language: str, facts: dict):
        self.report, self.language, self.facts = report, language, facts

    def beside(self, block: dict) -> list[dict]:
        """Return the files behind a block: what each is called when saved, and its address.

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
        files, tables = [], []
        header, cells = _cells(block)
        if header:
            what = "cells" if block["kind"] == "table" else "numbers"
            files.append(self._file(what, f"{stem}.csv", csv_bytes(header, cells), CSV))
            tables.append({"url": f"{stem}.csv", "columns": _text_columns(header)})
        if rows:
            name = f"{stem}-data.csv" if tables else f"{stem}.csv"
            content = csv_bytes(COLUMNS, (row.values() for row in rows))
            files.append(self._file("figures", name, content, CSV))
            tables.append({"url": name, "columns": self._columns})
        if files:
            content = json_bytes(self._metadata(block, tables, rows))
            files.append(self._file("metadata", f"{stem}.csv-metadata.json", content, JSON))
        return files

    def _file(self, what: str, name: str, content: bytes, kind: str) -> dict:
        label = message(f"web-download-{what}", self.language)
        return {"label": label, "name": name, "address": data_address(content, kind)}

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

    def _metadata(self, block: dict, tables: list[dict], rows: list[dict]) -> dict:
        """Describe files as CSV on the Web does; a chart by its alternative text."""
        title = plain(block.get("caption") or block.get("title") or [])
        return {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": self.language}],
            "dc:title": title or block["label"],
            "dc:description": block.get("alt") or plain(block.get("note") or []),
            "dc:language": self.language,
            "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
            "dc:modified": {"@value": self.facts["date"], "@type": "date"},
            "schema:version": f"{self.facts['version']} ({self.facts['revision']})",
            "dc:source": _sources(rows),
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
            "tables": [
                {"url": table["url"], "tableSchema": {"columns": table["columns"]}}
                for table in tables
            ],
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
