"""Citations: sources, the data and reports as entries for a list of references.

An entry is a dictionary of CSL-JSON, which Zotero and pandoc read; BibTeX and RIS are made of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..codes import OWN_SOURCE, is_known
from ..errors import UnknownName
from ..messages import message

_KINDS = {"article": "article-newspaper", "comparator": "webpage", OWN_SOURCE: "document"}
# What a type of CSL is in BibTeX and in RIS, and where its publisher stands in both.
_TYPES = {
    "article-newspaper": ("article", "journal", "NEWS", "JO"),
    "webpage": ("misc", "howpublished", "ELEC", "PB"),
    "document": ("misc", "howpublished", "GEN", "PB"),
    "dataset": ("misc", "howpublished", "DATA", "PB"),
    "report": ("techreport", "institution", "RPT", "PB"),
}
_BARE = ("author", "url")  # fields of BibTeX that are ready
_BRACES = re.compile(r"[{}]")
_SPECIAL = re.compile(r"([&%$#_])")


def of_source(row: Mapping, quoted: Iterable[str] = ()) -> dict:
    """Return the entry of a source; what is quoted from it stands in its note.

    Examples
    --------
    >>> row = {"source": "paper", "kind": "article", "title": "T", "publisher": "P", "author": "A"}
    >>> row |= {"date_published": "2024-04-19", "date_read": "", "url": "", "language": "vi"}
    >>> of_source(row)["issued"], of_source(row)["container-title"]
    ({'date-parts': [[2024, 4, 19]]}, 'P')
    """
    kind = _KINDS.get(row["kind"], "document")
    place = "container-title" if kind == "article-newspaper" else "publisher"
    entry = {
        "id": row["source"],
        "type": kind,
        "title": row["title"],
        "author": [{"literal": row["author"]}] if is_known(row["author"]) else None,
        place: row["publisher"],
        "issued": _date(row["date_published"]),
        "accessed": _date(row["date_read"]),
        "URL": row["url"],
        "language": row["language"],
        "note": "; ".join(quoted),
    }
    return _told(entry)


def of_package(directory: Path, version: str, revision: str, language: str) -> dict:
    """Return the entry of the data as a whole, as their package describes itself."""
    described = json.loads((directory / "datapackage.json").read_text(encoding="utf-8-sig"))
    title = described.get("title_vi" if language == "vi" else "title") or described.get("title")
    names = [one.get("title") for one in described.get("contributors", [])]
    entry = {
        "id": f"{described.get('name', 'data')}-{version}",
        "type": "dataset",
        "title": title or described.get("name", ""),
        "author": [{"literal": name} for name in names if name],
        "issued": _date(str(described.get("created", ""))[:10]),
        "version": version,
        "URL": described.get("homepage", ""),
        "language": language,
        "note": message("report-revision", language, revision=revision),
    }
    return _told(entry)


def of_report(name: str, title: str, publisher: str, facts: Mapping, language: str) -> dict:
    """Return the entry of a report: ``facts`` has date, version and revision of its data."""
    return {
        "id": re.sub(r"[^A-Za-z0-9_-]+", "-", f"{name}-{language}-{facts['date']}"),
        "type": "report",
        "title": title,
        "publisher": publisher,
        "issued": _date(facts["date"]),
        "number": facts["version"],
        "language": language,
        "note": message("report-revision", language, revision=facts["revision"]),
    }


def written(entries: Iterable[dict], form: str) -> str:
    """Write entries as ``bibtex``, ``ris`` or ``csl`` (CSL-JSON).

    Raises
    ------
    UnknownName
        If there is no such form.
    """
    if form not in FORMS:
        raise UnknownName("citation_form", form, FORMS)
    return FORMS[form](list(entries))


def _csl(entries: list[dict]) -> str:
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _bibtex(entries: list[dict]) -> str:
    return "\n\n".join(map(_bibtex_entry, entries))


def _bibtex_entry(entry: dict) -> str:
    kind, place, *_ = _TYPES[entry["type"]]
    year, month, *_ = [*map(str, _parts(entry, "issued")), "", ""]
    fields = {
        "title": entry["title"],
        "author": " and ".join(f"{{{_latex(one)}}}" for one in _authors(entry)),
        place: _publisher(entry),
        "year": year,
        "month": month,
        "number": entry.get("number", ""),
        "version": entry.get("version", ""),
        "url": entry.get("URL", ""),
        "urldate": _iso(_parts(entry, "accessed")),
        "note": entry.get("note", ""),
    }
    said = {name: text if name in _BARE else _latex(text) for name, text in fields.items() if text}
    lines = [f"  {name} = {{{text}}}," for name, text in said.items()]
    return "\n".join([f"@{kind}{{{entry['id']},", *lines, "}"])


def _latex(text: str) -> str:
    """Write text so that LaTeX sets it as it is."""
    return _SPECIAL.sub(r"\\\1", _BRACES.sub("", text))


def _ris(entries: list[dict]) -> str:
    return "\n".join(map(_ris_entry, entries))


def _ris_entry(entry: dict) -> str:
    *_, kind, place = _TYPES[entry["type"]]
    issued = _parts(entry, "issued")
    lines = [
        ("TY", kind),
        ("ID", entry["id"]),
        ("TI", entry["title"]),
        *(("AU", name) for name in _authors(entry)),
        (place, _publisher(entry)),
        ("PY", str(issued[0]) if issued else ""),
        ("DA", _iso(issued).replace("-", "/")),
        ("Y2", _iso(_parts(entry, "accessed")).replace("-", "/")),
        ("ET", entry.get("version", entry.get("number", ""))),
        ("LA", entry.get("language", "")),
        ("UR", entry.get("URL", "")),
        ("N1", entry.get("note", "")),
    ]
    return "\n".join([*(f"{tag}  - {text}" for tag, text in lines if text), "ER  - ", ""])


def _authors(entry: dict) -> list[str]:
    return [one["literal"] for one in entry.get("author", ())]


def _publisher(entry: dict) -> str:
    return entry.get("container-title") or entry.get("publisher", "")


def _parts(entry: dict, name: str) -> list[int]:
    return entry[name]["date-parts"][0] if name in entry else []


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02d}" for part in parts)


def _date(text: str) -> dict | None:
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return {"date-parts": [[int(part) for part in parts]]}


def _told(entry: dict) -> dict:
    """Leave out what is not known; a title is always there."""
    kept = {name: value for name, value in entry.items() if value and is_known(value)}
    return {"title": entry["id"]} | kept


FORMS = {"bibtex": _bibtex, "ris": _ris, "csl": _csl}
