"""A small valid data package that a test may damage."""

import csv
import io
import json
import shutil
from pathlib import Path

from welfare_analysis.data import package, validation

SHIPPED = Path(__file__).parents[1] / "data"

UNITS = [
    {"unit": "percent", "label_vi": "%", "label_en": "percent", "kind": "rate"},
    {"unit": "households", "label_vi": "hộ", "label_en": "household", "kind": "count"},
    {"unit": "persons", "label_vi": "người", "label_en": "person", "kind": "count"},
    {"unit": "VND", "label_vi": "đồng", "label_en": "VND", "kind": "money"},
    {"unit": "VND_per_month", "label_vi": "đồng/tháng", "label_en": "VND", "kind": "money"},
]
INDICATORS = [
    {
        "indicator": "poor_household_rate",
        "unit": "percent",
        "lower": "0",
        "upper": "100",
        "numerator": "poor_households",
    },
    {"indicator": "poor_households", "unit": "households", "lower": "0"},
    {"indicator": "workers_sent_abroad", "unit": "persons", "temporal": "flow"},
    {"indicator": "population_average", "unit": "persons", "temporal": "average"},
    {"indicator": "plan_excess", "unit": "percent", "temporal": "flow"},
    {"indicator": "loans", "unit": "VND", "temporal": "flow"},
    {"indicator": "near_poor_household_rate", "unit": "percent"},
]
AREAS = [
    {"area": "VN", "level": "country", "name_vi": "Việt Nam", "name_en": "Viet Nam"},
    {
        "area": "VN-HN",
        "parent": "VN",
        "name_vi": "Hà Nội",
        "name_en": "Hà Nội",
        "aliases": "Ha Noi|Thủ đô",
        "admin_code": "01",
        "valid_from": "2008-08-01",
    },
    {
        "area": "VN-SG",
        "parent": "VN",
        "name_vi": "TP. Hồ Chí Minh",
        "name_en": "Ho Chi Minh City",
        "aliases": "TP.HCM|Sài Gòn",
        "admin_code": "79",
        "valid_to": "2025-06-30",
    },
    {
        "area": "VN-SG-2025",
        "parent": "VN",
        "name_vi": "TP. Hồ Chí Minh",
        "admin_code": "79",
        "name_en": "Ho Chi Minh City",
        "valid_from": "2025-07-01",
        "predecessors": "VN-SG",
    },
    {
        "area": "VN-HN-M13",
        "level": "commune_group",
        "parent": "VN-HN",
        "name_vi": "13 xã",
        "name_en": "13 communes",
    },
]
SOURCES = [
    {
        "source": "paper-2024",
        "number": "1",
        "kind": "article",
        "archive": "000.txt",
        "sha256": "0" * 64,
        "date_published": "2024-04-19",
        "date_read": "2026-11-20",
    },
    {"source": "office-2020", "number": "6", "independent_of": "shares_origin:paper-2024"},
    {"source": "office-2021", "number": "7"},
]
STANDARDS = [
    {
        "standard": "VN-2022-2026",
        "owner_area": "VN",
        "valid_to": "2026-12-31",
        "income_rural": "1500000",
    },
    {"standard": "HN-2022-2025", "owner_area": "VN-HN", "valid_to": "2025-12-31"},
    {"standard": "SG-2022-2025", "owner_area": "VN-SG", "valid_to": "2025-12-31"},
]
OBSERVATIONS = [
    {
        "observation": "paper-2024-p17-poor-rate",
        "standard": "HN-2022-2025",
        "related_to": "rate_of:paper-2024-p17-poor",
    },
    {
        "observation": "paper-2024-p17-poor",
        "indicator": "poor_households",
        "value": "690",
        "unit": "households",
        "as_printed": "690 hộ",
        "standard": "HN-2022-2025",
    },
    {
        "observation": "paper-2024-p11-sent",
        "indicator": "workers_sent_abroad",
        "value": "11959",
        "unit": "persons",
        "as_printed": "11.959 người",
        "period_start": "2021-01-01",
    },
    {
        "observation": "office-2020-population",
        "indicator": "population_average",
        "value": "97580000",
        "unit": "persons",
        "as_printed": "97.58 million",
        "area": "VN",
        "period_start": "2020-01-01",
        "period_end": "2020-12-31",
        "source": "office-2020",
        "paragraph": "",
    },
    {
        "observation": "office-2020-loans",
        "indicator": "loans",
        "value": "2975420000000",
        "unit": "VND",
        "as_printed": "2.975,42 tỷ",
        "area": "VN-SG",
        "period_start": "2022-01-01",
        "source": "office-2020",
        "paragraph": "",
    },
    {
        "observation": "paper-2024-p20-excess",
        "indicator": "plan_excess",
        "value": "2.25",
        "as_printed": "2,25%",
        "period_start": "2023-01-01",
        "paragraph": "20",
    },
]
BREAKDOWNS = [
    {"breakdown": "sex=F", "title_vi": "nữ", "title_en": "women", "exhaustive": "yes"},
    {"breakdown": "sex=M", "title_vi": "nam", "title_en": "men", "exhaustive": "yes"},
    {"breakdown": "destination=JP", "title_vi": "Nhật Bản", "title_en": "Japan"},
    {"breakdown": "destination=KR", "title_vi": "Hàn Quốc", "title_en": "South Korea"},
    {
        "breakdown": "sex=F_young",
        "parent": "sex=F",
        "title_vi": "nữ trẻ",
        "title_en": "girls",
    },
]
THEMES = [{"theme": "poverty", "order": "2"}, {"theme": "credit", "order": "1"}]
REMARKS = [
    {
        "remark": "rate-and-count",
        "observations": "paper-2024-p17-poor-rate|paper-2024-p17-poor",
        "text_vi": "{paper-2024-p17-poor-rate} ứng với {paper-2024-p17-poor:number} hộ.",
        "text_en": "{paper-2024-p17-poor-rate} stands for {paper-2024-p17-poor:number} households.",
    },
    {
        "remark": "lent-in-two-years",
        "observations": "office-2020-loans",
        "kind": "context",
        "text_vi": "{office-2020-loans} là số của {office-2020-loans:period}.",
        "text_en": "{office-2020-loans} is that of {office-2020-loans:period}.",
    },
]
EXCLUSIONS = [{"source": "paper-2024", "paragraph": "3", "token": "19/04/2024"}]

DEFAULTS = {
    "units": {"plural_en": "units"},
    "indicators": {
        "concept": "welfare",
        "theme": "poverty",
        "title_vi": "Chỉ tiêu",
        "title_en": "Indicator",
        "definition_vi": "Nội dung",
        "definition_en": "What",
        "temporal": "stock",
        "counted": "households",
        "direction": "neutral",
        "aggregation": "none",
    },
    "areas": {"level": "province"},
    "sources": {
        "kind": "comparator",
        "publisher": "Báo",
        "title": "Tin",
        "author": "notspecified",
        "date_published": "notspecified",
        "date_read": "notspecified",
        "url": "notspecified",
        "language": "vi",
        "sha256": "notspecified",
        "reliability": "B",
        "reliability_vi": "Báo chí",
        "reliability_en": "Press",
    },
    "standards": {
        "title_vi": "Chuẩn",
        "title_en": "Standard",
        "label_vi": "Chuẩn",
        "label_en": "Standard",
        "valid_from": "2022-01-01",
        "income_unit": "VND_per_month",
        "source": "office-2020",
        "confidence": "high",
    },
    "observations": {
        "indicator": "poor_household_rate",
        "area": "VN-HN",
        "period_end": "2023-12-31",
        "value": "0.03",
        "unit": "percent",
        "measure": "actual",
        "status": "A",
        "qualifier": "exact",
        "period_basis": "stated",
        "confidence": "high",
        "source": "paper-2024",
        "paragraph": "17",
        "as_printed": "0,03%",
    },
    "exclusions": {"reason_vi": "Ngày", "reason_en": "Date"},
    "remarks": {"kind": "doubt"},
    "breakdowns": {"dimension_vi": "chia theo", "dimension_en": "by", "exhaustive": "no"},
    "themes": {"title_vi": "chủ đề", "title_en": "theme"},
}


class Package:
    """Tables as lists of dictionaries, written to a folder when asked."""

    _described = b""

    def __init__(self, directory):
        self.directory = directory
        given = {
            "units": UNITS,
            "indicators": INDICATORS,
            "areas": AREAS,
            "sources": SOURCES,
            "standards": STANDARDS,
            "observations": OBSERVATIONS,
            "exclusions": EXCLUSIONS,
            "themes": THEMES,
            "remarks": REMARKS,
            "breakdowns": BREAKDOWNS,
        }
        self.tables = {
            table: [
                {**dict.fromkeys(package.COLUMNS[table].split(), ""), **DEFAULTS[table], **row}
                for row in rows
            ]
            for table, rows in given.items()
        }
        for table in self.tables:
            self.write(table)
        path = directory / "datapackage.json"
        if not self._described:  # every one is the same at first
            shutil.copy(SHIPPED / "datapackage.json", path)
            package.refresh(directory)
            type(self)._described = path.read_bytes()
        path.write_bytes(self._described)

    def text(self, table, delimiter=",", newline="\n"):
        stream = io.StringIO(newline="")
        rows = self.tables[table]
        writer = csv.DictWriter(stream, rows[0], delimiter=delimiter, lineterminator=newline)
        writer.writeheader()
        writer.writerows(rows)
        return stream.getvalue()

    def write(self, table, content=None):
        content = self.text(table).encode() if content is None else content
        (self.directory / f"{table}.csv").write_bytes(content)

    def edit(self, table, row, **cells):
        """Change cells of the record that a spreadsheet shows in a row."""
        self.tables[table][row - 2].update(cells)
        self.write(table)

    def describe(self, change):
        path = self.directory / "datapackage.json"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        change(descriptor)
        path.write_text(json.dumps(descriptor), encoding="utf-8")

    def problems(self):
        return validation.check(self.directory)

    def revision(self):
        return package.read(self.directory).revision
