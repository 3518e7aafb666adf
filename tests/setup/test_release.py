"""A release: all that is published, checked by its sums, the same bytes for the same state."""

import hashlib
import json
import re
import shutil
import subprocess
import zipfile

import pytest

import welfare_analysis as wa
from welfare_analysis.cli.main import main
from welfare_analysis.errors import UsageError
from welfare_analysis.report.manifest import digest
from welfare_analysis.report.release import release


@pytest.fixture
def built(data, tmp_path):
    """A folder of reports as a build leaves it, with its manifest."""
    folder, reports = tmp_path / "reports", {}
    for language in ("vi", "en"):
        (folder / language).mkdir(parents=True)
        for kind in ("pdf", "html"):
            (folder / language / f"overview.{kind}").write_bytes(f"{language} {kind}".encode())
        name, table = f"{language}/overview.pdf", f"{language}/overview/table-1.csv"
        (folder / table).parent.mkdir()
        (folder / table).write_text("1\n", encoding="utf-8")
        reports[name] = {
            "key": "k",
            "sha256": digest(folder / name),
            "html_sha256": digest((folder / name).with_suffix(".html")),
            "files": {table: digest(folder / table)},
            "data_revision": data.revision,
        }
    (folder / "index.html").write_text("index", encoding="utf-8")
    manifest = {"index_sha256": digest(folder / "index.html"), "reports": reports}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.fixture
def root(project, tmp_path):
    """A project that lists these reports alone."""
    root = tmp_path / "project"
    for folder, file in (("notebooks", "overview.ipynb"), ("", "CITATION.cff")):
        (root / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(project / folder / file, root / folder)
    (root / "reports").mkdir()
    listed = {"reports": {"overview": {"notebook": "notebooks/overview.ipynb"}}}
    (root / "reports" / "reports.yml").write_text(json.dumps(listed), encoding="utf-8")
    return root


def test_an_archive_holds_data_and_reports_that_agree_with_its_sums(data, built, root, tmp_path):
    archive = release(data.directory, built, root, tmp_path / "dist")
    assert data.version in archive.name
    assert data.revision in archive.name
    said = (tmp_path / "dist" / f"{archive.name}.sha256").read_text(encoding="utf-8").split()
    assert said == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "read")
    (top,) = (tmp_path / "read").iterdir()
    assert top.name == archive.stem
    sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=top)
    assert sums.returncode == 0
    listed = {line.split("  ")[1] for line in (top / "SHA256SUMS").read_text("utf-8").splitlines()}
    found = {str(file.relative_to(top)) for file in top.rglob("*") if file.is_file()}
    assert found == listed | {"SHA256SUMS"}
    assert {"reports/vi/overview.pdf", "reports/index.html", "CITATION.cff"} <= listed
    assert {"reports/vi/overview/table-1.csv", "reports/en/overview/table-1.csv"} <= listed
    again = wa.load(top / "data")  # the data as packed are the data
    assert again.revision == data.revision


def test_the_same_state_is_the_same_bytes(data, built, root, tmp_path):
    first, second = (
        release(data.directory, built, root, tmp_path / name).read_bytes() for name in "ab"
    )
    assert first == second


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda f: (f / "manifest.json").unlink(), "no report is built"),
        (lambda f: (f / "vi" / "overview.pdf").write_bytes(b"x"), "vi/overview.pdf is not as it"),
        (lambda f: (f / "en" / "overview.html").unlink(), "en/overview.pdf is not as it was"),
        (lambda f: (f / "vi/overview/table-1.csv").unlink(), "vi/overview.pdf is not as it was"),
        (lambda f: (f / "index.html").write_bytes(b"x"), "index.html is not as it was built"),
        (lambda f: alter(f, data_revision="other"), "was not made from these data"),
        (lambda f: alter(f, key=None), "vi/overview.pdf of reports.yml is not built"),
    ],
)
def test_reports_that_do_not_hold_are_not_released(data, built, root, tmp_path, harm, said):
    harm(built)
    with pytest.raises(UsageError, match=re.escape(said)):
        release(data.directory, built, root, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def alter(folder, **cells):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["reports"]["vi/overview.pdf"] |= cells
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_the_command_prints_the_archive(built, root, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("welfare_analysis.report.register.project", lambda: root)
    command = ["release", "--reports", str(built), "--out", str(tmp_path / "dist")]
    assert main(command) == 0
    assert capsys.readouterr().out.strip().endswith(".zip")
    (built / "manifest.json").write_text("{}", encoding="utf-8")
    assert main(command) == 2
    assert "run make reports" in capsys.readouterr().err
