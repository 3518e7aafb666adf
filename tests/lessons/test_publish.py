"""Publishing: worksheets, slides and copies as the command writes them, whole or not at all."""

import io
import json
import re
import stat
import unicodedata
from collections import Counter

import pytest
from pypdf import PdfReader

from welfare_analysis.cli.main import main
from welfare_analysis.data.loading import default_directory
from welfare_analysis.errors import ReportError, UnknownName
from welfare_analysis.lessons import materials as publishing
from welfare_analysis.lessons import slides, source, worksheet
from welfare_analysis.lessons.course import exercises
from welfare_analysis.lessons.materials import publish
from welfare_analysis.report import inputs
from welfare_analysis.show import markdown

each = pytest.mark.parametrize("number", source.available())
STEM = "1_official_figure"
PAGE = re.compile(r"\d+/\d+")


@pytest.fixture(scope="module")
def facts():
    found = inputs.facts(default_directory())
    return found | {"notebook": "lessons", "parameters": {"language": "vi"}}


def words(pdf):
    """Read a PDF and its text, without the head and foot that cut it at the ends of pages."""
    reader = PdfReader(io.BytesIO(pdf))
    pages = [page.extract_text().splitlines() for page in reader.pages]
    edges = Counter(PAGE.sub("", lines[end]) for lines in pages for end in (0, -1))
    text = " ".join(
        line
        for lines in pages
        for place, line in enumerate(lines, start=1)
        if place not in (1, len(lines)) or edges[PAGE.sub("", line)] == 1
    )
    return reader, " ".join(unicodedata.normalize("NFC", text).split())


def squeezed(text):
    """Text without white space: a PDF breaks lines where it likes."""
    return "".join(text.split())


@pytest.mark.parametrize("number", [1, 2])  # whose tasks are words alone
def test_no_task_is_parted_from_its_lines(opened, parts, facts, number):
    lesson = opened(number, "vi")
    sheet, _ = words(worksheet.students(parts(number, "vi"), lesson, facts))
    pages = [page.extract_text() for page in sheet.pages]
    assert "Họ và tên" in pages[0]
    assert sum(page.count("Kết quả\n") for page in pages) >= 3
    for page in pages:
        before, found, _ = page.partition("Kết quả\n")
        assert not found or re.search(r"Bài \d[a-z]\.", before), page


def test_variants_are_one_more_run_a_student_and_the_instructor_has_the_usual_one():
    made = publishing._editions([1, 2], ("vi",), ("students", "instructor"), 2)
    names = [name for one in made for name in one.names()]
    assert len(names) == len(set(names)) == 2 * (3 + 2 * 2)
    assert f"vi/students/{STEM}_02.ipynb" in names
    assert f"vi/instructor/{STEM}.ipynb" in names
    assert f"vi/students/{STEM}.ipynb" not in names


def test_there_is_room_for_each_part_of_an_answer(opened):
    lesson = opened(1, "vi")
    assert re.findall(r"\*\*(\w)\*\*", worksheet.room(lesson, "1b")) == list("ABCDEF")
    assert worksheet.room(lesson, "1g").count("---") > worksheet.room(lesson, "1c").count("---")


@each
def test_worksheets_have_tasks_and_the_instructors_also_answers(opened, parts, facts, number):
    found, lesson = parts(number, "vi"), opened(number, "vi")
    student, sheet = words(worksheet.students(found, lesson, facts))
    teacher, guide = words(worksheet.instructor(found, lesson, facts))
    for reader in (student, teacher):
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert reader.trailer["/Root"]["/Lang"].startswith("vi")
    assert len(teacher.pages) > len(student.pages)
    for key in exercises(number):
        assert f"Bài {key}" in sheet
        assert f"Bài {key}" in guide
        answer = squeezed(str(markdown.line(lesson.explain(key))))
        assert answer in squeezed(guide)
        assert answer not in squeezed(sheet)
    assert "\ufffd" not in sheet + guide


@each
def test_slides_begin_with_the_title_and_end_with_the_sources(opened, parts, facts, number):
    page = slides.deck(parts(number, "vi"), opened(number, "vi"), facts)
    assert page.count('<section class="slide"') >= 6
    assert f'<h2 class="title">Bài {number}.' in page
    assert page.index("Nguồn số liệu") > page.rindex("<h2>Bài")
    for foreign in ('src="http', "@import", "url(http", "<link"):
        assert foreign not in page
    assert "<!--" not in page.replace("<!--/", "")


@pytest.fixture
def quick(monkeypatch):
    """Take the committed outputs instead of running the lesson again."""
    monkeypatch.setattr(publishing, "execute", lambda notebook, language, data, seed: notebook)


def test_the_command_writes_every_copy(quick, capsys, tmp_path):
    assert main(["lesson", "1", "--lang", "vi", "--out", str(tmp_path / "out")]) == 0
    names = {path.relative_to(tmp_path / "out").as_posix() for path in tmp_path.rglob("*.*")} - {
        ".made.json"
    }
    assert names == {
        f"vi/students/{STEM}.ipynb",
        f"vi/students/{STEM}.pdf",
        f"vi/instructor/{STEM}.ipynb",
        f"vi/instructor/{STEM}.pdf",
        f"vi/instructor/{STEM}_slides.html",
    }
    assert len(capsys.readouterr().out.splitlines()) == 5
    notebook = tmp_path / "out" / "vi" / "students" / f"{STEM}.ipynb"
    assert json.loads(notebook.read_text(encoding="utf-8"))["nbformat"] == 4
    assert notebook.stat().st_mode & stat.S_IROTH


def test_only_what_is_asked_for_is_made(quick, tmp_path):
    written = publish([1], ["vi"], ["students"], tmp_path, told=lambda path: None)
    assert [path.suffix for path in written] == [".ipynb", ".pdf"]
    assert not (tmp_path / "vi" / "instructor").exists()


def test_the_same_lesson_gives_the_same_bytes(quick, tmp_path):
    once, again = (
        [path.read_bytes() for path in publish([1], ["vi"], publishing.AUDIENCES, folder, told=str)]
        for folder in (tmp_path / "a", tmp_path / "b")
    )
    assert once == again


def test_a_notebook_that_somebody_worked_in_is_kept(quick, tmp_path):
    def make():
        said = []
        publish([1], ["vi"], ["students"], tmp_path, told=said.append)
        return said

    make()
    notebook = tmp_path / "vi" / "students" / f"{STEM}.ipynb"
    fresh = notebook.read_bytes()
    assert len(make()) == 2
    for number, work in enumerate([b"my answers", b"more answers"], start=1):
        notebook.write_bytes(work)
        said = make()
        aside = notebook.with_name(f"{STEM}.kept-{number}.ipynb")
        assert said[0].startswith(str(aside))
        assert aside.read_bytes() == work
        assert notebook.read_bytes() == fresh
    (tmp_path / ".made.json").write_text("{", encoding="utf-8")
    assert len(make()) == 2


def test_a_copy_made_by_an_earlier_version_is_replaced(quick, monkeypatch, tmp_path):
    publish([1], ["vi"], ["students"], tmp_path, told=str)
    monkeypatch.setitem(
        publishing._PRODUCTS["students"], ".ipynb", lambda found, lesson, facts: b"newer"
    )
    publish([1], ["vi"], ["students"], tmp_path, told=str)
    names = sorted(path.name for path in (tmp_path / "vi" / "students").iterdir())
    assert names == [f"{STEM}.ipynb", f"{STEM}.pdf"]
    assert (tmp_path / "vi" / "students" / f"{STEM}.ipynb").read_bytes() == b"newer"


def test_a_lesson_that_fails_keeps_its_copies_and_the_others_are_made(monkeypatch, tmp_path):
    old = tmp_path / "vi" / "students" / f"{STEM}.ipynb"
    old.parent.mkdir(parents=True)
    old.write_text("old", encoding="utf-8")
    broken = {
        "cells": [
            {
                "cell_type": "code",
                "id": "a",
                "metadata": {},
                "source": "1 / 0",
                "outputs": [],
                "execution_count": None,
            }
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    whole = source.read(2)
    monkeypatch.setattr(publishing, "read", lambda number: broken if number == 1 else whole)
    run = publishing.execute
    monkeypatch.setattr(
        publishing, "execute", lambda found, *more: found if found is whole else run(found, *more)
    )
    with pytest.raises(ReportError, match=r"(?s)1_official_figure \(vi\): cell 1.*ZeroDivision"):
        publish([1, 2], ["vi"], ["students"], tmp_path)
    assert old.read_text(encoding="utf-8") == "old"
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    other = "2_rates_and_bases"
    assert names == {old.name, f"{other}.ipynb", f"{other}.pdf", ".made.json"}


def test_a_lesson_that_does_not_exist_is_refused(capsys, tmp_path):
    assert main(["lesson", "9", "--out", str(tmp_path)]) == 2
    assert "Unknown lesson '9'" in capsys.readouterr().err
    with pytest.raises(UnknownName):
        source.path(9)


def test_an_output_folder_that_cannot_be_written_is_refused(capsys, tmp_path):
    file = tmp_path / "out"
    file.write_text("", encoding="utf-8")
    assert main(["lesson", "1", "--out", str(file)]) == 2
    assert "cannot be written" in capsys.readouterr().err
