"""Drafts: a new report is laid down whole, builds as it is, and a fault changes nothing."""

import json

import pytest

from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.report import drafts
from welfare_analysis.report.register import project as checkout
from welfare_analysis.report.register import read_reports

EXAMPLE = checkout() / "notebooks" / "examples" / "health_insurance.ipynb"


def lines(notebook):
    cells = [cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code"]
    return [line for cell in cells for line in cell["source"] if line.strip()]


def test_a_new_report_builds_as_it_is_laid_down_in_both_languages(project, data):
    project.write_register()
    project.register.write_text(
        "# a comment\nreports:\n  old:\n    notebook: notebooks/old.ipynb\n", encoding="utf-8"
    )
    notebook, register = drafts.lay_down(
        data, "insured", "health_insurance", register=project.register
    )
    assert register.read_text(encoding="utf-8").startswith("# a comment\nreports:\n  old:")
    assert [report.name for report in read_reports(register)] == ["old", "insured"]
    assert notebook.read_text(encoding="utf-8") == EXAMPLE.read_text(encoding="utf-8")
    assert project.build("insured", languages=("vi", "en")) == 0
    for language, word in (("vi", "bảo hiểm y tế"), ("en", "health insurance")):
        page = (project.out / language / "insured.html").read_text(encoding="utf-8")
        assert word in page.casefold()
        assert (project.out / language / "insured.pdf").stat().st_size > 10_000


def test_the_shipped_example_is_what_the_command_lays_down(data):
    assert EXAMPLE.read_text(encoding="utf-8") == drafts.draft(data, "health_insurance"), (
        "The template, or the places with figures on health insurance, changed: lay it down "
        "again with `welfare-analysis new report NAME --theme health_insurance`, and move the "
        f"notebook to {EXAMPLE}."
    )


def test_a_draft_is_short_for_every_theme(data):
    for theme in data.themes["theme"]:
        assert len(lines(drafts.draft(data, theme))) <= 40


@pytest.mark.parametrize("name", ["", "Insured", "a b", "../x", "9", "bảo_hiểm", "x" * 61])
def test_a_bad_name_is_refused_in_one_sentence(project, data, name):
    project.add("old")
    before = project.register.read_bytes()
    with pytest.raises(UsageError, match="small letters") as caught:
        drafts.lay_down(data, name, "poverty", register=project.register)
    assert "\n" not in str(caught.value)
    assert project.register.read_bytes() == before


def test_a_name_that_is_taken_or_no_theme_is_refused_and_nothing_is_written(project, data):
    project.add("old")
    before = project.register.read_bytes()
    with pytest.raises(UsageError, match="'old' already"):
        drafts.lay_down(data, "old", "poverty", register=project.register)
    with pytest.raises(UnknownName, match="povrty"):
        drafts.lay_down(data, "fresh", "povrty", register=project.register)
    assert project.register.read_bytes() == before
    assert [one.name for one in (project.folder / "notebooks").iterdir()] == ["old.ipynb"]
