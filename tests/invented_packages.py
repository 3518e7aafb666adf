"""Packages of invented places: what another department could have, with none of our four."""

from pathlib import Path

import pandas as pd

from . import changed_packages, reprinting
from .tiny_package import DEFAULTS

CODEBOOK = ("indicators", "units", "themes")

# Households reviewed, poor, near-poor; enrolled in vocational training; sent abroad; average
# population, each at three years' ends or over three years.
YEARS = (2022, 2023, 2024)
PLACES = {
    "VN-91": {
        "poverty_review_households": (312_400, 315_900, 318_200),
        "poor_households": (18_120, 14_905, 11_760),
        "near_poor_households": (15_300, 14_020, 12_480),
        "vocational_enrolment_persons": (21_350, 22_480, 24_105),
        "workers_sent_abroad": (2_146, 2_580, 2_915),
        "population_average": (1_231_400, 1_243_800, 1_254_600),
    },
    "VN-92": {
        "poverty_review_households": (241_800, 243_500, 245_100),
        "poor_households": (9_430, 9_960, 10_240),
        "near_poor_households": (12_100, 11_870, 11_300),
        "vocational_enrolment_persons": (14_020, 13_870, 13_110),
        "workers_sent_abroad": (385, 640, 602),
        "population_average": (951_200, 958_900, 966_300),
    },
    "VN": {
        "poverty_review_households": (26_237_500, 26_480_000, 26_720_000),
        "poor_households": (1_057_400, 815_100, 599_600),
        "near_poor_households": (915_300, 771_200, 659_400),
        "vocational_enrolment_persons": (2_462_000, 2_320_000, 2_430_000),
        "workers_sent_abroad": (142_779, 159_986, 158_588),
        "population_average": (99_461_700, 100_309_200, 101_343_800),
    },
}
TRAINED = {"VN-91": ("64.2", "66.5", "68.1"), "VN-92": ("71.3", "71.9", "70.8")}
RATES = {
    "poor_household_rate": "poor_households",
    "near_poor_household_rate": "near_poor_households",
}


class Invented:
    """A package in the making: the shipped codebook, and rows with ordinary cells filled in."""

    def __init__(self):
        shipped = changed_packages.read()
        self.columns = {name: list(table) for name, table in shipped.items()}
        self.codebook = {name: shipped[name] for name in CODEBOOK}
        self.unit = dict(
            zip(*(shipped["indicators"][one] for one in ("indicator", "unit")), strict=True)
        )
        self.flows = {*shipped["indicators"].query("temporal != 'stock'")["indicator"]}
        self.units = changed_packages.units_of(shipped)
        parts = shipped["indicators"].query("numerator != '' and denominator != ''")
        #: Of each rate the count and the base that it follows from.
        self.rates = {row.indicator: (row.numerator, row.denominator) for row in parts.itertuples()}
        self.rows = {name: [] for name in shipped if name not in CODEBOOK}

    def add(self, table, **cells):
        """Add a row to a table."""
        self.rows[table].append(
            {**dict.fromkeys(self.columns[table], ""), **DEFAULTS.get(table, {}), **cells}
        )

    def source(self, name, publisher, title, published, **cells):
        """Add a source; they are numbered as they come."""
        number = str(len(self.rows["sources"]) + 1)
        known = {"publisher": publisher, "title": title, "date_published": published}
        self.add("sources", source=name, number=number, **known, **cells)

    def figure(self, source, indicator, area, year, value, **cells):
        """Add a figure of a year, or of its end, printed as its source would; return its name."""
        name = f"{source}-{len(self.rows['observations']) + 1}"
        unit, value = self.unit[indicator], str(value)
        self.add(
            "observations",
            observation=name,
            indicator=indicator,
            area=area,
            period_start=f"{year}-01-01" if indicator in self.flows else "",
            period_end=f"{year}-12-31",
            value=value,
            unit=unit,
            source=source,
            paragraph="",
            as_printed=reprinting.anew(value, self.units[unit], "vi"),
            **cells,
        )
        return name

    def tables(self):
        """Return the tables, for `changed_packages.write` or to be changed."""
        made = {
            name: pd.DataFrame(rows, columns=self.columns[name]) for name, rows in self.rows.items()
        }
        return {**self.codebook, **made}


def other_places():
    """Make the package of two provinces, with sources and a poverty standard of their own."""
    package = Invented()
    package.add("areas", area="VN", level="country", name_vi="Việt Nam", name_en="Viet Nam")
    for code, name in (("VN-91", "Minh Châu"), ("VN-92", "Lộc Giang")):
        names = {"name_vi": name, "name_en": name, "aliases": f"Tỉnh {name}"}
        package.add(
            "areas", area=code, level="province", parent="VN", admin_code=code[-2:], **names
        )
    package.source("bo-lao-dong-2025", "Bộ Lao động", "Báo cáo năm 2024", "2025-02-10")
    package.source("bao-cao-minh-chau-2025", "UBND tỉnh Minh Châu", "Báo cáo an sinh", "2025-01-20")
    package.source("bao-loc-giang-2025", "Báo Lộc Giang", "An sinh xã hội năm 2024", "2025-01-15")
    for code, owner, label_vi, label_en, income in (
        ("VN-2022-2025", "VN", "chuẩn quốc gia", "national standard", "1500000"),
        ("VN-91-2022-2025", "VN-91", "chuẩn Minh Châu", "Minh Châu standard", "2000000"),
    ):
        labels = {"label_vi": f"{label_vi} 2022–2025", "label_en": f"{label_en} 2022–2025"}
        titles = {
            "title_vi": labels["label_vi"].capitalize(),
            "title_en": labels["label_en"].capitalize(),
        }
        package.add(
            "standards",
            standard=code,
            owner_area=owner,
            valid_to="2026-12-31",
            income_rural=income,
            instrument="notspecified",
            source="bo-lao-dong-2025",
            **labels,
            **titles,
        )
    sources = [row["source"] for row in package.rows["sources"]]
    for area, source in zip(("VN", "VN-91", "VN-92"), sources, strict=True):
        _counts(package, area, source)
    for area, source in zip(TRAINED, sources[1:], strict=True):
        _training(package, area, source)
    own = {"standard": "VN-91-2022-2025"}
    package.figure(sources[1], "poor_households", "VN-91", 2024, 16_020, **own)
    package.figure(sources[1], "poor_household_rate", "VN-91", 2024, f"{16_020 / 3_182:.2f}", **own)
    goal = {"measure": "target", "standard": "VN-2022-2025"}
    package.figure(sources[2], "poor_household_rate", "VN-92", 2025, "3.50", **goal)
    return package.tables()


def _counts(package, area, source):
    """Add the counts of a place, and the rates that follow from them."""
    for place, year in enumerate(YEARS):
        given = {indicator: numbers[place] for indicator, numbers in PLACES[area].items()}
        names = {
            indicator: package.figure(
                source,
                indicator,
                area,
                year,
                number,
                standard="VN-2022-2025" if indicator in RATES.values() else "",
            )
            for indicator, number in given.items()
        }
        for rate, count in RATES.items():
            percent = f"{100 * given[count] / given['poverty_review_households']:.2f}"
            link = f"rate_of:{names[count]}"
            package.figure(
                source, rate, area, year, percent, standard="VN-2022-2025", related_to=link
            )


def _training(package, area, source):
    """Add the trained share of the labour force, and the plan of the last year."""
    for year, rate in zip(YEARS, TRAINED[area], strict=True):
        package.figure(source, "trained_labour_rate", area, year, rate)
    result = PLACES[area]["vocational_enrolment_persons"][-1]
    plan = round(result * 0.97, -2)
    package.figure(
        source, "vocational_enrolment_persons", area, YEARS[-1], int(plan), measure="plan"
    )
    attained = f"{100 * result / plan:.1f}"
    package.figure(source, "vocational_enrolment_attainment", area, YEARS[-1], attained)


def write_other_places(folder):
    """Write the package of two other provinces; return its folder."""
    return changed_packages.write(other_places(), Path(folder))
