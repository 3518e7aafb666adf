"""Documents: what stands beside the data to be read: their dictionary and the log of revisions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from .. import codes
from ..data import package
from ..data.catalogue import Catalogue
from ..data.changelog import LOG, entries
from ..data.descriptor import DESCRIPTOR
from ..files import write
from ..messages import message

DICTIONARY = "README.md"
MARK = "<!-- Written by `welfare-analysis validate --refresh`; edit datapackage.json instead. -->"

_RULES = (
    "printed",
    "uncorrected",
    "complete",
    "paragraph",
    "fraction",
    "repeated",
    "interval",
    "period",
    "standard",
    "sentences",
    "remarks",
    "cells",
)
# Code lists of the library with the table and column that uses each.
_LISTS = (
    (codes.MeasureKind, "observations", "measure"),
    (codes.Qualifier, "observations", "qualifier"),
    (codes.Status, "observations", "status"),
    (codes.StandardBasis, "observations", "standard_basis"),
    (codes.PeriodBasis, "observations", "period_basis"),
    (codes.Confidence, "observations", "confidence"),
    (codes.Temporal, "indicators", "temporal"),
    (codes.Level, "areas", "level"),
    (codes.RemarkKind, "remarks", "kind"),
)
_LIMITS = {"unique": "unique", "minimum": "≥ {}", "maximum": "≤ {}"}


def refresh(data: Catalogue) -> bool:
    """Rewrite the dictionary beside the data; one that a person wrote is left alone.

    Returns
    -------
    bool
        Whether the file changed.
    """
    path = data.directory / DICTIONARY
    before = path.read_text("utf-8", "replace") if path.is_file() else MARK
    after = dictionary(data)
    if after == before or not before.startswith(MARK):
        return False
    write(path, after.encode())
    return True


def dictionary(data: Catalogue) -> str:
    """Write the data dictionary as Markdown, Vietnamese and English side by side."""
    path = Path(data.directory) / DESCRIPTOR
    descriptor = json.loads(path.read_text(encoding="utf-8-sig"))
    parts = [
        [MARK, "# Từ điển dữ liệu · Data dictionary"],
        _head(descriptor, data),
        ["## Các bảng · Tables", _tables(descriptor, data)],
        ["## Nội dung · Content", _themes(data), _sources(data)],
        ["## Quy tắc biên tập · Rules of curation", _rules()],
        ["## Liên hệ giữa các dòng · Relations between rows", *_relations(data)],
        ["## Danh mục mã · Code lists", *_code_lists(data)],
        ["## Đơn vị · Units", _units(data)],
        ["## Các cột · Columns", *_columns(descriptor)],
    ]
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(descriptor: dict, data: Catalogue) -> list[str]:
    return [
        descriptor.get("description_vi", ""),
        f"*{descriptor.get('description', '')}*",
        f"Phiên bản · Version {data.version}, bản · revision `{data.revision}`. "
        "Thay đổi · Changes: `CHANGES.md`.",
    ]


def _tables(descriptor: dict, data: Catalogue) -> str:
    rows = [
        (f"`{one['path']}`", len(_rows_of(data, one["name"])), *_both(one, "description"))
        for one in descriptor["resources"]
        if one["name"] in package.COLUMNS
    ]
    return _table("Tệp · File | Dòng · Rows | Tiếng Việt | English", rows)


def _rows_of(data: Catalogue, table: str) -> pd.DataFrame:
    return data.codebook if table == "indicators" else getattr(data, table)


def _themes(data: Catalogue) -> str:
    theme = data.indicators.set_index("indicator")["theme"].to_dict()
    figures = Counter(data.observations["indicator"].map(theme))
    indicators = Counter(data.codebook["theme"])
    rows = [
        (f"`{row.theme}`", row.title_vi, row.title_en, indicators[row.theme], figures[row.theme])
        for row in data.themes.itertuples()
    ]
    head = "Chủ đề · Theme | Tiếng Việt | English | Chỉ tiêu · Indicators | Số liệu · Figures"
    return _table(head, rows)


def _sources(data: Catalogue) -> str:
    counts = Counter(data.observations["source"])
    is_article = data.sources["kind"] == "article"
    articles, others = data.sources[is_article], data.sources[~is_article]
    numbers = f"{others['number'].min()}–{others['number'].max()}" if len(others) else "–"
    rows = [
        (row.number, f"`{row.source}`", row.title, counts[row.source])
        for row in articles.itertuples()
    ]
    compared = sum(counts[name] for name in others["source"])
    rows.append((numbers, "", "Nguồn số liệu đối chiếu · Comparators", compared))
    return _table("Số · No. | Nguồn · Source | Tên · Title | Số liệu · Figures", rows)


def _rules() -> str:
    return _table("Tiếng Việt | English", [_said(f"dictionary-rule-{name}") for name in _RULES])


def _relations(data: Catalogue) -> list[str]:
    counts = Counter(
        part.partition(":")[0] for cell in data.observations["related_to"] for part in cell.split()
    )
    return [
        "`related_to`: `quan_hệ:quan_sát` · `relation:observation`.",
        _code_table(codes.Relation, "relation", counts, "Số · Count"),
    ]


def _code_lists(data: Catalogue) -> Iterable[str]:
    for codelist, table, column in _LISTS:
        counts = Counter(code for cell in getattr(data, table)[column] for code in cell.split())
        yield f"### `{table}.{column}`"
        yield _code_table(codelist, column, counts, "Dòng · Rows")


def _code_table(codelist: Iterable[str], kind: str, counts: Counter, counted: str) -> str:
    rows = [(f"`{one}`", *_said(f"dictionary-{kind}-{one}"), counts[one]) for one in codelist]
    return _table(f"Mã · Code | Tiếng Việt | English | {counted}", rows)


def _units(data: Catalogue) -> str:
    counts = Counter(data.observations["unit"])
    rows = [
        (f"`{row.unit}`", row.label_vi, row.plural_en, row.kind, counts[row.unit])
        for row in data.units.itertuples()
    ]
    return _table("Mã · Code | Tiếng Việt | English | Loại · Kind | Dòng · Rows", rows)


def _columns(descriptor: dict) -> Iterable[str]:
    for one in descriptor["resources"]:
        links = {
            name: link["reference"].get("resource") or one["name"]
            for link in one["schema"].get("foreignKeys", ())
            for name in _names(link["fields"])
        }
        rows = [
            (f"`{field['name']}`", _kind(field, links.get(field["name"])), *_described(field))
            for field in one["schema"]["fields"]
        ]
        yield f"### `{one['path']}` – {' · '.join(_both(one, 'title'))}"
        yield _table("Cột · Column | Kiểu · Type | Tiếng Việt | English", rows)


def _names(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else fields


def _kind(field: dict, link: str | None) -> str:
    """Say type, code list, bounds and link of a column, and whether it must be filled."""
    rules = field.get("constraints", {})
    said = [field["type"]]
    said += [f"→ `{link}.csv`"] if link else []
    said += [form.format(rules[name]) for name, form in _LIMITS.items() if name in rules]
    said += [" ".join(f"`{code}`" for code in rules["enum"])] if "enum" in rules else []
    said += ["bắt buộc · required"] if rules.get("required") else []
    return "; ".join(said)


def _described(field: dict) -> Iterable[str]:
    titles, texts = _both(field, "title"), _both(field, "description")
    return (f"**{title}.** {text}" for title, text in zip(titles, texts, strict=True))


def _both(about: dict, name: str) -> tuple[str, str]:
    return about.get(f"{name}_vi", ""), about.get(name, "")


def _said(name: str) -> tuple[str, str]:
    return message(name, "vi"), message(name, "en")


def _table(header: str, rows: Iterable[Iterable[object]]) -> str:
    """Write a Markdown table; numbers stand to the right."""
    rows, heads = [list(row) for row in rows], header.split(" | ")
    right = [
        bool(rows) and all(isinstance(row[place], int) for row in rows)
        for place in range(len(heads))
    ]
    rule = ["---:" if number else "---" for number in right]
    lines = [heads, rule, *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: object) -> str:
    return str(cell).replace("|", "\\|").replace("\n", " ")


def unlogged(data: Catalogue) -> str:
    """Say what to do where the log does not cover the data; empty if it does, or there is none."""
    logged = entries(data.directory)
    if not logged:
        return ""
    newest = logged[0]
    if newest.version != data.version:
        return (
            f"The newest entry of {LOG} is {newest.version}, datapackage.json has version "
            f"{data.version}: make the two equal."
        )
    if newest.revision == data.revision:
        return ""
    return (
        f"The figures changed (revision {data.revision}), the newest entry of {LOG} records "
        f"{newest.revision}. If that version is published, set a new version in datapackage.json "
        f"and begin an entry; in either case write what changed, from what to what, and why, "
        f"under the heading\n## {data.version} – {newest.date} – revision `{data.revision}`"
    )
