"""Files beside a page: they travel as one, stand by their names, and go when they are no more."""

import io
import zipfile

import pytest

from welfare_analysis.errors import ReportError, UsageError
from welfare_analysis.files import write
from welfare_analysis.report import build, extras, inputs
from welfare_analysis.report.pool import Ending

from .faulty import Made

WAYS = b"<!DOCTYPE html><!--reports--><!--/reports-->"
CONTENTS = {"report.pdf": b"%PDF-", "report.html": WAYS}


class Packed(Made):
    """Makes a report with files of these names beside its page."""

    names = ("a.csv", "b.svg")

    def _made(self, job, folder):
        beside = {f"{job.report}/{name}": name.encode() for name in self.names}
        contents = {**CONTENTS, extras.ARCHIVE: extras.packed(beside)}
        for name, content in contents.items():
            write(folder / name, content)
        pdf, page, files = map(inputs.sha256, contents.values())
        return Ending(job, folder, 0.1, None, pdf, page_sha256=page, files_sha256=files)


@pytest.fixture
def quick(project, monkeypatch):
    monkeypatch.setattr(build, "runner_of", lambda *_, **__: Packed)
    monkeypatch.setattr(Packed, "names", Packed.names)
    project.add("one")
    return project


def test_they_stand_by_their_names_and_go_when_they_are_no_more(quick):
    folder = quick.out / "vi" / "one"
    assert quick.build() == 0
    assert {file.name: file.read_text() for file in folder.iterdir()} == {
        "a.csv": "a.csv",
        "b.svg": "b.svg",
    }
    (folder / "own.txt").write_text("not ours")
    Packed.names = ("b.svg",)
    assert quick.build(force=True) == 0
    assert {file.name for file in folder.iterdir()} == {"b.svg", "own.txt"}
    (folder / "own.txt").unlink()
    Packed.names = ()
    assert quick.build(force=True) == 0
    assert not folder.exists()


def test_one_that_is_harmed_is_named_and_made_again(quick, capsys):
    quick.build()
    before = quick.files()
    file = quick.out / "vi" / "one" / "a.csv"
    for harm in (file.unlink, lambda: file.write_text("x")):
        harm()
        assert quick.build(check=True) == 3
        assert "vi/one.pdf: the a.csv" in capsys.readouterr().out
        assert quick.build() == 0
        assert quick.files() == before


def test_a_report_built_later_is_linked_from_those_that_stand(quick):
    quick.add("two")
    assert quick.build("one") == 0
    page = quick.out / "vi" / "one.html"
    assert "two.html" not in page.read_text()
    assert quick.build("two") == 0
    assert 'href="two.html"' in page.read_text()
    assert quick.build(check=True) == 0
    one_by_one = quick.files()
    assert quick.build(force=True) == 0
    assert quick.files() == one_by_one


def test_its_folder_leads_nowhere_else_and_is_no_file(quick, tmp_path):
    (quick.out / "vi").mkdir(parents=True)
    folder = quick.out / "vi" / "one"
    folder.symlink_to(tmp_path)
    with pytest.raises(UsageError, match="outside"):
        quick.build()
    folder.unlink()
    folder.write_text("x")
    with pytest.raises(UsageError, match="a folder is to be made"):
        quick.build()


def archive(names, kind=zipfile.ZIP_STORED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as opened:
        for name in names:
            opened.writestr(name, b"x")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        archive(["one/../../a.csv"]),
        archive(["/one/a.csv"]),
        archive(["other/a.csv"]),
        archive(["one/b/a.csv"]),
        archive(["one/.a.csv"]),
        archive(["one/a.html"]),
        archive(["a.csv"]),
        archive(["one/a.csv"], zipfile.ZIP_DEFLATED),
        b"PK",
    ],
)
def test_an_archive_of_anything_else_is_refused(tmp_path, content):
    file = tmp_path / extras.ARCHIVE
    file.write_bytes(content)
    with pytest.raises(ReportError, match=r"vi/one\.pdf"):
        extras.unpacked(file, "vi/one.pdf", inputs.sha256(content))
    good = archive(["one/a.csv"])
    file.write_bytes(good)
    assert list(extras.unpacked(file, "vi/one.pdf", inputs.sha256(good))) == ["vi/one/a.csv"]
    with pytest.raises(ReportError, match="damaged"):
        extras.unpacked(file, "vi/one.pdf", "0")
