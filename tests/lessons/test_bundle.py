"""Bundle: what students need and nothing else, set up for real without a network."""

import json
import subprocess
import sys
import zipfile
from importlib import metadata

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from welfare_analysis.cli.main import main
from welfare_analysis.lessons import bundle as bundling
from welfare_analysis.lessons.bundle import PLATFORMS, Pin, bundle, requirements

HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
THIS = next(
    (name for name, one in PLATFORMS.items() if one.markers["sys_platform"] == sys.platform), None
)


def names(platform, python="3.13"):
    return {canonicalize_name(pin.name) for pin in requirements(PLATFORMS[platform], python)}


def test_every_package_finds_what_it_asks_for():
    listed = names(THIS, HERE)
    for name in listed:
        for line in metadata.requires(name) or ():
            asked = Requirement(line)
            if not asked.marker or asked.marker.evaluate({**default_environment(), "extra": ""}):
                assert canonicalize_name(asked.name) in listed, f"{name} asks for {line}"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_the_lessons_need_is_there_and_nothing_else(platform):
    listed = names(platform)
    assert {"jupyterlab", "pandas", "matplotlib", "papermill", "typst"} <= listed
    assert not {"playwright", "sphinx", "pytest", "distributed", "hypothesis"} & listed
    assert ("pywinpty" in listed) == (platform == "windows")
    assert ("appnope" in listed) == (platform == "macos")
    assert all(pin.hashes for pin in requirements(PLATFORMS[platform], "3.13"))


def test_a_pin_is_a_line_for_one_kind_of_machine():
    pin = Pin("a", "1", ("f0", "f1"))
    assert pin.line() == "a==1 --hash=sha256:f0 --hash=sha256:f1"
    line = pin.line(PLATFORMS["windows"])
    assert line.startswith("a==1 ; sys_platform == 'win32' --hash=")


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    """Unpack a bundle whose only wheel is our own; its lesson stands for all of them."""
    folder = tmp_path_factory.mktemp("stick")

    def publish(numbers, languages, audiences, out, told):
        made = out / languages[0] / audiences[0]
        made.mkdir(parents=True)
        (made / "1_official_figure.ipynb").write_text("{}")
        (made / "1_official_figure.pdf").write_bytes(b"%PDF-")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bundling, "publish", publish)  # lessons are made in test_publish
        patched.setattr(bundling, "requirements", lambda platform, python: [])
        patched.setattr(bundling, "_fetch", lambda *arguments: None)  # needs a network
        bundle(folder / "made.zip", "vi", [THIS, "windows"], HERE)
    with zipfile.ZipFile(folder / "made.zip") as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}  # the same bytes again
        packed.extractall(folder)
    return folder / "welfare-lessons"


def start(stick, *options):
    command = [sys.executable, "start.py", "--prepare", *options]
    return subprocess.run(command, cwd=stick, capture_output=True, text=True, check=False)


def test_it_sets_up_from_its_own_wheels_and_holds_no_sources_of_lessons(stick):
    done = start(stick)
    assert done.returncode == 0, done.stderr
    listed = subprocess.run(
        [
            stick / ".venv" / "bin" / "python",
            "-c",
            "from importlib.metadata import files; print(*files('welfare-analysis'), sep='\\n')",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "share/notebooks/lessons/brief.ipynb" in listed
    assert "share/notebooks/lessons/1_" not in listed
    assert "lessons/student/start.py" in listed
    assert start(stick).stdout == ""  # once is enough


def test_another_python_is_told_which_one_is_needed(stick):
    file = stick / "bundle.json"
    about = json.loads(file.read_text())
    file.write_text(json.dumps({**about, "python": "3.1"}))
    try:
        done = start(stick)
        assert done.returncode == 2
        assert "Python 3.1" in done.stderr
        assert "Traceback" not in done.stderr
    finally:
        file.write_text(json.dumps(about))


def test_each_system_gets_its_launcher(stick):
    assert b"\r\n" in (stick / "start.bat").read_bytes()
    assert f"py -{HERE} start.py" in (stick / "start.bat").read_text()
    assert f"python{HERE}" in (stick / "start.sh").read_text()
    assert "{" not in (stick / "README.txt").read_text(encoding="utf-8")
    subprocess.run(["sh", "-n", stick / "start.sh"], check=True)


@pytest.mark.parametrize("place", ["", "folder"])
def test_a_folder_in_the_place_of_a_bundle_is_found_first(place, tmp_path, monkeypatch, capsys):
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["lesson", "--lang", "vi", "--bundle", place]) == 2
    assert "Is a directory" in capsys.readouterr().err


def test_a_bundle_carries_the_shipped_data_and_says_so(tmp_path, capsys):
    file = str(tmp_path / "a.zip")
    assert main(["lesson", "--lang", "vi", "--bundle", file, "--data", str(tmp_path)]) == 2
    assert "--data" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("options", [["--lang", "all"], ["2", "--lang", "en"]])
def test_a_bundle_has_one_language_and_all_lessons(options, tmp_path, capsys):
    assert main(["lesson", *options, "--bundle", str(tmp_path / "a.zip")]) == 2
    assert "one language" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_version_that_is_none_is_refused(tmp_path, capsys):
    arguments = [
        "lesson",
        "--lang",
        "vi",
        "--bundle",
        str(tmp_path / "a.zip"),
        "--python",
        "latest",
    ]
    assert main(arguments) == 2
    assert "3.13" in capsys.readouterr().err
