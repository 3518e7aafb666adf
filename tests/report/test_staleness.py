"""Incremental builds: what is made again and why, what is not, and the same bytes anywhere."""

import json
import os
import subprocess
import sys

import pytest

from welfare_analysis.report import inputs, staleness

from .conftest import ROOT, Project, code, markdown

HEAVY = {"pandas", "numpy", "papermill", "IPython", "nbformat", "zmq", "matplotlib", "typst"}
VERSIONS = inputs.versions()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("built"))
    cell = code("print(sorted({'b', 'a', language}), hash('a'), name.upper())")
    project.add("one", markdown("# Một"), cell)
    project.add("two", markdown("# Hai"))
    assert project.build() == 0
    return project


def check(project, capsys, **more):
    """Return the exit code and, for each stale report, why."""
    before = {file: file.stat().st_mtime_ns for file in project.out.rglob("*")}
    capsys.readouterr()
    exit_code = project.build(check=True, **more)
    lines = capsys.readouterr().out.splitlines()[:-1]
    assert {file: file.stat().st_mtime_ns for file in project.out.rglob("*")} == before
    return exit_code, dict(line.split(": ", 1) for line in lines)


def test_nothing_is_stale_after_a_build(built, capsys):
    assert check(built, capsys) == (0, {})


def test_a_check_of_nothing_built_makes_no_directory(project, capsys):
    project.add("one", markdown("# T"))
    assert project.build(check=True) == staleness.STALE == 3
    assert "vi/one.pdf: it was never built" in capsys.readouterr().out
    assert not project.out.exists()


def test_a_changed_parameter_is_named(built, capsys):
    found = check(built, capsys, parameters={"year": "2024"})
    why = "parameter year: 2023 → 2024"
    assert found == (3, {"vi/one.pdf": why, "vi/two.pdf": why})


def test_a_changed_notebook_is_named_and_only_it(built, capsys):
    file = built.folder / "notebooks" / "two.ipynb"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"# Hai", b"# Ba"))
    try:
        assert check(built, capsys) == (3, {"vi/two.pdf": "the notebook changed"})
    finally:
        file.write_bytes(before)


def test_a_changed_theme_is_named(built, capsys):
    register = built.register.read_text()
    built.register.write_text(register.replace('two.ipynb"', 'two.ipynb", "theme": "poverty"'))
    try:
        why = "the theme it is listed under changed"
        assert check(built, capsys) == (3, {"vi/two.pdf": why})
    finally:
        built.register.write_text(register)


@pytest.mark.parametrize(
    ("name", "now", "why"),
    [
        ("package", lambda: "other", "the welfare_analysis package changed"),
        ("typesetting", lambda: "other", "the template or the fonts changed"),
        ("versions", lambda: {**VERSIONS, "typst": "9"}, "version typst: "),
        ("data", lambda folder: "other", "the data it reads changed"),
    ],
)
def test_what_else_changed_is_named(built, capsys, monkeypatch, name, now, why):
    monkeypatch.setattr(inputs, name, now)
    exit_code, said = check(built, capsys)
    assert exit_code == 3
    assert all(reason.startswith(why) for reason in said.values())
    assert len(said) == 2


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda file: file.unlink(), "is missing"),
        (lambda file: file.write_bytes(b"x"), "was changed by something else"),
    ],
)
@pytest.mark.parametrize("kind", ["PDF", "HTML"])
def test_a_harmed_file_is_named(built, capsys, kind, harm, why):
    file = built.out / "vi" / f"one.{kind.lower()}"
    before = file.read_bytes()
    harm(file)
    try:
        assert check(built, capsys) == (3, {"vi/one.pdf": f"the {kind} {why}"})
    finally:
        file.write_bytes(before)


@pytest.mark.parametrize("harm", [lambda file: file.unlink(), lambda file: file.write_bytes(b"x")])
def test_a_harmed_index_is_named_and_made_again_without_any_report(built, capsys, harm):
    file, before = built.out / "index.html", built.files()
    times = {pdf: pdf.stat().st_mtime_ns for pdf in built.out.glob("*/*")}
    harm(file)
    why = "it is missing or was changed by something else"
    assert check(built, capsys) == (3, {"index.html": why})
    assert built.build() == 0
    assert built.files() == before
    assert {pdf: pdf.stat().st_mtime_ns for pdf in built.out.glob("*/*")} == times


def test_an_older_manifest_without_pages_is_built_again(built, capsys):
    manifest, whole = built.out / "manifest.json", built.files()
    content = json.loads(whole["manifest.json"])
    for entry in content["reports"].values():
        del entry["html_sha256"]
        entry["inputs"]["format"] = 2
        entry["key"] = inputs.key(entry["inputs"])
    manifest.write_text(json.dumps({"version": 1, "reports": content["reports"]}))
    for page in built.out.glob("*/*.html"):
        page.unlink()
    (built.out / "index.html").unlink()
    why = "the manifest is of an older kind"
    assert check(built, capsys) == (3, {"vi/one.pdf": why, "vi/two.pdf": why})
    assert built.build() == 0
    assert built.files() == whole


def test_a_pdf_that_the_manifest_does_not_know_is_named(built, capsys):
    manifest = built.out / "manifest.json"
    before = manifest.read_text(encoding="utf-8")
    content = json.loads(before)
    del content["reports"]["vi/one.pdf"]
    manifest.write_text(json.dumps(content), encoding="utf-8")
    try:
        assert check(built, capsys) == (3, {"vi/one.pdf": "it is not in the manifest"})
    finally:
        manifest.write_text(before, encoding="utf-8")


def script(project, more=""):
    return (
        "import sys; from welfare_analysis.report.build import build; "
        f"code = build((), ['vi'], data={str(project.data)!r}, out={str(project.out)!r}, "
        f"register={str(project.register)!r}{more}); print(code, *sys.modules)"
    )


@pytest.mark.parametrize("more", ["", ", check=True"])
def test_a_build_with_nothing_to_do_imports_nothing_heavy(built, more):
    said = subprocess.run(
        [sys.executable, "-c", script(built, more)], capture_output=True, text=True, check=True
    ).stdout.splitlines()[-1]
    exit_code, *modules = said.split()
    assert exit_code == "0"
    assert not HEAVY & {name.partition(".")[0] for name in modules}


def test_what_decides_is_installed_as_the_lock_asks():
    """A change of the lock that is installed is a change of the key."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    for name, version in inputs.versions().items():
        if name != "python":
            plain = name.lower().replace(".", "-")
            assert f"\n{plain}==" in f"\n{lock.replace('.', '-')}", name
            assert version != "absent", name


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom welfare_analysis.cli.main import main\n"
        "try:\n    main(['build', '--help'])\nexcept SystemExit:\n    print(*sys.modules)"
    )
    modules = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        .stdout.splitlines()[-1]
        .split()
    )
    assert "argparse" in modules
    assert not (HEAVY | {"yaml", "asyncio"}) & {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(
    "change",
    [
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "LANG": ""},
        {"PYTHONHASHSEED": "7", "LC_ALL": "vi_VN.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=lambda change: " ".join(change),
)
def test_the_same_inputs_give_the_same_bytes_anywhere(built, change, tmp_path):
    before = built.files()
    subprocess.run(
        [sys.executable, "-c", script(built, ", force=True")],
        env={**os.environ, **change},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert built.files() == before
