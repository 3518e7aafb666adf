"""Downloads: the data behind a table or chart as CSV files, described as CSV on the Web.

A page carries its files itself, so that they work without a network and travel with it.  They
are plain UTF-8 with commas and a byte order mark, by which spreadsheets know Vietnamese letters;
numbers are numbers, and text that a spreadsheet would run as a formula is disarmed.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterable

from ...data.export.cell_values import written
from .markup import Markup, element

CSV, JSON = "text/csv;charset=utf-8", "application/csvm+json"


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


def link(label: str, name: str, content: bytes, kind: str) -> Markup:
    """Return a link that saves a file which the page carries.

    Parameters
    ----------
    label : str
    name : str
        What the file is called when saved.
    content : bytes
    kind : str
        `CSV` or `JSON`.
    """
    data = base64.b64encode(content).decode()
    return element("a", label, href=f"data:{kind};base64,{data}", download=name)


def described(
    title: str,
    description: str,
    language: str,
    facts: dict,
    tables: list[dict],
    sources: Iterable[tuple[str, str | None]],
) -> dict:
    """Describe files as CSV on the Web does.

    Parameters
    ----------
    title, description : str
        Of the table or chart; the description is a chart's alternative text.
    language : str
    facts : dict
        ``date``, ``version`` and ``revision`` of the data.
    tables : list of dict
        ``url`` (the file's name) and ``columns``: name, datatype and titles.
    sources : iterable of (title, address or None)
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": title,
        "dc:description": description,
        "dc:language": language,
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "dc:modified": {"@value": facts["date"], "@type": "date"},
        "schema:version": f"{facts['version']} ({facts['revision']})",
        "dc:source": [
            {"dc:title": name, **({"schema:url": {"@id": address}} if address else {})}
            for name, address in sources
        ],
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [
            {"url": table["url"], "tableSchema": {"columns": table["columns"]}} for table in tables
        ],
    }
