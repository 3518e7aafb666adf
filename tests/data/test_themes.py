"""Themes are data: a new one is a row, everywhere labelled and in its order."""

import csv
import re
import shutil

import pytest

import welfare_analysis as wa
from welfare_analysis import explore
from welfare_analysis.curation import documents
from welfare_analysis.data import package
from welfare_analysis.data.text import fold
from welfare_analysis.explore.choice import Choice, themes
from welfare_analysis.show.views.catalogues import catalogue as view
from welfare_analysis.show.writer import Writer

from ..tiny_package import SHIPPED

NEW = ["climate", "khí hậu", "climate", "Sở Khí hậu", "Department of Climate", "1"]


@pytest.fixture
def extended(tmp_path):
    """Put a theme before all others of the shipped data, and the poor households under it."""
    folder = shutil.copytree(SHIPPED, tmp_path / "data")
    header, *rows = read(folder / "themes.csv")
    moved = [[*row[:-1], str(int(row[-1]) + 1)] for row in rows]
    write(folder / "themes.csv", [header, *moved, NEW])
    header, *rows = read(folder / "indicators.csv")
    for row in rows:
        if row[0] == "poor_households":
            row[header.index("theme")] = "climate"
    write(folder / "indicators.csv", [header, *rows])
    return wa.load(folder)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def without_table(tiny):
    """Make the package what it was before themes were data."""
    tiny.describe(_undescribe)
    (tiny.directory / "themes.csv").unlink()


def _undescribe(descriptor):
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "themes"]
    for one in descriptor["resources"]:
        keys = one["schema"].get("foreignKeys", [])
        one["schema"]["foreignKeys"] = [key for key in keys if key["fields"] != ["theme"]]


@pytest.mark.parametrize(("language", "label"), [("vi", "khí hậu"), ("en", "climate")])
def test_a_new_theme_is_labelled_wherever_it_stands(extended, language, label):
    capital = label.capitalize()
    assert extended.theme.climate == "climate"
    assert Writer(extended, language).theme("climate") == label
    poor = wa.observations(extended, wa.select(extended, theme="climate", areas="VN-05"))
    assert {figure.indicator for figure in poor} == {"poor_households"}
    others = wa.observations(extended, wa.select(extended, theme="employment", areas="VN-05"))
    listed = wa.tables.observations(extended, [*others, *poor], language, by_theme=True)
    cells = [[str(cell) for cell in row] for row in listed.rows]
    assert label in cells[0]
    assert others
    assert label not in cells[-1]
    brief = wa.Brief(extended, language)
    told = brief.by_theme(wa.findings(extended, "VN-05", "climate"))
    assert f"{capital}. " in str(told)
    counted = rf"{capital} \(\d+\)"
    first, code = themes(extended, Choice(language=language))[0]
    assert (re.fullmatch(counted, first) is not None, code) == (True, "climate")
    assert capital in str(view(extended, language))
    folded = explore.search(extended, language).frame["folded"]
    assert folded.str.contains(fold(label.split()[0])).any()
    assert f"| {label} |" in documents.dictionary(extended)


def test_a_package_made_before_themes_were_data_loads(tiny):
    without_table(tiny)
    tiny.edit("indicators", 3, theme="social_assistance")
    assert tiny.problems() == []
    data = wa.load(tiny.directory)
    assert data.themes["theme"].tolist() == ["poverty", "social_assistance"]
    assert Writer(data, "vi").theme("social_assistance") == "social assistance"


def test_a_described_table_that_is_gone_is_a_problem(tiny):
    (tiny.directory / "themes.csv").unlink()
    assert ("themes.csv", None) in [(one.file, one.row) for one in tiny.problems()]


def test_a_label_is_part_of_the_edition(tiny):
    before = tiny.revision()
    tiny.edit("themes", 2, title_en="poverty reduction")
    assert package.read(tiny.directory).revision != before


def test_every_shipped_indicator_has_a_theme_and_every_theme_an_indicator(data):
    assert set(data.indicators["theme"]) == set(data.themes["theme"])
    assert data.themes["order"].is_monotonic_increasing
