"""Dictionary: the data described for their readers, written from the data package itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .. import codes
from ..data import package
from ..data.catalogue import Catalogue
from ..files import write
from ..messages import message

FILE = "README.md"
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
    "cells",
)
# Code lists of the library with the table and column that uses each.
_LISTS = (
    (codes.Measure, "observations", "measure"),
    (codes.Qualifier, "observations", "qualifier"),
    (codes.Status, "observations", "status"),
    (codes.PeriodBasis, "observations", "period_basis"),
    (codes.Confidence, "observations", "confidence"),
    (codes.Temporal, "indicators", "temporal"),
    (codes.Level, "areas", "level"),
)
_LIMITS = {"unique": "unique", "minimum": "≥ {}", "maximum": "≤ {}"}


def refresh(data: Catalogue) -> bool:
    """Rewrite the dictionary beside the data; one that a person wrote is left alone.

    Returns
    -------
    bool
        Whether the file changed.
    """
    path = data.directory / FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else MARK
    after = dictionary(data)
    if after == before or not before.startswith(MARK):
        return False
    write(path, after.encode())
    return True


def dictionary(data: Catalogue) -> str:
    """Write the data dictionary as Markdown, Vietnamese and English side by side."""
    path = Path(data.directory) / package.DESCRIPTOR
    descriptor = json.loads(path.read_text(encoding="utf-8-sig"))
    parts = [
        [MARK, "# Từ điển dữ liệu · Data dictionary"],
        _head(descriptor, data),
        ["## Các bảng · Tables", *_tables(descriptor, data)],
        ["## Nội dung · Content", *_content(data)],
        ["## Quy tắc biên tập · Rules of curation", *_rules()],
        ["## Liên hệ giữa các dòng · Relations between rows", *_relations(data)],
        ["## Danh mục mã · Code lists", *_code_lists(data)],
        ["## Đơn vị · Units", *_units(data)],
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


def _tables(descriptor: dict, data: Catalogue) -> list[str]:
    rows = [
        (
            f"`{one['path']}`",
            len(getattr(data, one["name"])),
            one.get("description_vi", ""),
            one.get("description", ""),
        )
        for one in descriptor["resources"]
        if one["name"] in package.COLUMNS
    ]
    return [_table(("Tệp · File", "Dòng · Rows", "Tiếng Việt", "English"), rows)]


def _content(data: Catalogue) -> list[str]:
    themes = data.observations["indicator"].map(
        data.indicators.set_index("indicator")["theme"].to_dict()
    )
    figures, indicators = Counter(themes), Counter(data.indicators["theme"])
    by_theme = [
        (
            f"`{theme}`",
            message(f"theme-{theme}", "vi"),
            message(f"theme-{theme}", "en"),
            indicators[theme],
            count,
        )
        for theme, count in sorted(figures.items(), key=lambda one: (-one[1], one[0]))
    ]
    counts = Counter(data.observations["source"])
    articles = data.sources[data.sources["kind"] == "article"]
    others = data.sources[data.sources["kind"] != "article"]
    by_source = [
        (row.number, f"`{row.source}`", row.title, counts[row.source])
        for row in articles.itertuples()
    ]
    by_source.append(
        (
            f"{others['number'].min()}–{others['number'].max()}" if len(others) else "–",
            "",
            "Nguồn số liệu đối chiếu · Comparators",
            sum(counts[name] for name in others["source"]),
        )
    )
    return [
        _table(
            (
                "Chủ đề · Theme",
                "Tiếng Việt",
                "English",
                "Chỉ tiêu · Indicators",
                "Số liệu · Figures",
            ),
            by_theme,
        ),
        _table(("Số · No.", "Nguồn · Source", "Tên · Title", "Số liệu · Figures"), by_source),
    ]


def _rules() -> list[str]:
    rows = [_said(f"dictionary-rule-{name}") for name in _RULES]
    return [_table(("Tiếng Việt", "English"), rows)]


def _relations(data: Catalogue) -> list[str]:
    counts = Counter(
        part.partition(":")[0] for cell in data.observations["related_to"] for part in cell.split()
    )
    rows = [
        (f"`{one}`", *_said(f"dictionary-relation-{one}"), counts[one]) for one in codes.Relation
    ]
    return [
        "`related_to`: `quan_hệ:quan_sát` · `relation:observation`.",
        _table(("Mã · Code", "Tiếng Việt", "English", "Số · Count"), rows),
    ]


def _code_lists(data: Catalogue) -> list[str]:
    blocks = []
    for codelist, table, column in _LISTS:
        counts = Counter(code for cell in getattr(data, table)[column] for code in cell.split())
        rows = [(f"`{one}`", *_said(f"dictionary-{column}-{one}"), counts[one]) for one in codelist]
        blocks += [
            f"### `{table}.{column}`",
            _table(("Mã · Code", "Tiếng Việt", "English", "Dòng · Rows"), rows),
        ]
    return blocks


def _units(data: Catalogue) -> list[str]:
    counts = Counter(data.observations["unit"])
    rows = [
        (f"`{row.unit}`", row.label_vi, row.plural_en, row.kind, counts[row.unit])
        for row in data.units.itertuples()
    ]
    return [_table(("Mã · Code", "Tiếng Việt", "English", "Loại · Kind", "Dòng · Rows"), rows)]


def _columns(descriptor: dict) -> list[str]:
    blocks = []
    for one in descriptor["resources"]:
        links = {
            name: link["reference"].get("resource") or one["name"]
            for link in one["schema"].get("foreignKeys", ())
            for name in _names(link["fields"])
        }
        rows = [
            (
                f"`{field['name']}`",
                _kind(field, links.get(field["name"])),
                f"**{field.get('title_vi', '')}.** {field.get('description_vi', '')}",
                f"**{field.get('title', '')}.** {field.get('description', '')}",
            )
            for field in one["schema"]["fields"]
        ]
        blocks += [
            f"### `{one['path']}` – {one.get('title_vi', '')} · {one.get('title', '')}",
            _table(("Cột · Column", "Kiểu · Type", "Tiếng Việt", "English"), rows),
        ]
    return blocks


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


def _said(name: str) -> tuple[str, str]:
    return message(name, "vi"), message(name, "en")


def _table(header: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """Write a Markdown table; numbers stand to the right."""
    rows, header = [list(row) for row in rows], list(header)
    right = [
        bool(rows) and all(isinstance(row[place], int) for row in rows)
        for place in range(len(header))
    ]
    rule = ["---:" if number else "---" for number in right]
    lines = [header, rule, *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _cell(cell: object) -> str:
    return str(cell).replace("|", "\\|").replace("\n", " ")
