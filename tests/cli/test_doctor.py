"""Every fault the doctor names is made here, each beside a near miss that must pass."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from welfare_analysis import doctor, texts
from welfare_analysis.cli import main as command
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.data.loading import default_directory
from welfare_analysis.doctor import FAULT, NOTE, SOUND, Diagnosis, installation, machine, project
from welfare_analysis.doctor.diagnosis import fault, sound

PACKAGE = Path(doctor.__file__).resolve().parents[1]


def only(check, *given):
    (finding,) = check(*given)
    return finding.state, finding.name


def names(check, *given):
    return [(finding.state, finding.name) for finding in check(*given)]


def test_a_sound_installation_has_nothing_to_mend():
    found = [one for check in doctor.CHECKS if check is not machine.kernel for one in check()]
    assert [one for one in found if one.state == FAULT] == []
    assert {"python", "packages", "jupyter", "itself", "data", "notebooks", "fonts", "pages"} <= {
        one.name for one in found
    }


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ((3, 10, 14), (FAULT, "python-old")),
        ((3, 11, 0), (SOUND, "python")),
        ((3, 13, 9), (SOUND, "python")),
        ((3, 14, 0), (NOTE, "python-new")),
    ],
)
def test_python_is_new_enough_and_not_too_new(monkeypatch, version, expected):
    monkeypatch.setattr(sys, "version_info", version)
    assert only(installation.python) == expected


def versions_but(monkeypatch, **changed):
    real = metadata.version

    def version(name):
        if name not in changed:
            return real(name)
        if changed[name] is None:
            raise metadata.PackageNotFoundError(name)
        return changed[name]

    monkeypatch.setattr(metadata, "version", version)


def test_a_missing_package_is_named_with_its_command(monkeypatch):
    versions_but(monkeypatch, typst=None)
    (finding,) = installation.packages()
    assert (finding.state, finding.name) == (FAULT, "package-missing")
    assert finding.facts["package"] == "typst"
    assert "typst>=" in finding.facts["wanted"]


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2.3.3", (FAULT, "package-old")),
        ("3", (SOUND, "packages")),
        ("3.0.0", (SOUND, "packages")),
        ("10.1", (SOUND, "packages")),
    ],
)
def test_an_old_package_is_told_from_one_that_will_do(monkeypatch, version, expected):
    versions_but(monkeypatch, pandas=version)
    assert only(installation.packages) == expected


@pytest.mark.parametrize(
    ("module", "check"),
    [("papermill", installation.jupyter), ("typst", installation.packages)],
)
def test_a_package_that_cannot_be_imported_is_told(tmp_path, monkeypatch, module, check):
    broken = tmp_path / f"{module}.py"
    broken.write_text("raise OSError('libssl is missing')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [one for one in sys.modules if one.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    (finding,) = check()
    assert (finding.state, finding.name) == (FAULT, "package-broken")
    assert "libssl is missing" in finding.facts["error"]


def test_other_versions_than_the_lock_are_a_note(monkeypatch, tmp_path):
    assert only(installation.versions) == (SOUND, "versions")
    versions_but(monkeypatch, pandas="3.99", PyYAML="6.0.2.1", pyyaml="6.0.2.1")
    state, name = only(installation.versions)
    assert (state, name) == (NOTE, "versions-other")
    monkeypatch.setattr(installation, "_LOCK", tmp_path / "none")
    assert names(installation.versions) == []


def test_a_package_never_installed_and_one_of_another_version(monkeypatch):
    assert only(installation.itself) == (SOUND, "itself")
    versions_but(monkeypatch, **{"welfare-analysis": "0.0.1"})
    assert only(installation.itself) == (FAULT, "itself-other")
    versions_but(monkeypatch, **{"welfare-analysis": None})
    assert only(installation.itself) == (FAULT, "itself-missing")


def test_what_the_desk_lacks_is_a_note(monkeypatch):
    assert only(installation.extras) == (SOUND, "extras")
    versions_but(monkeypatch, itables=None)
    (finding,) = installation.extras()
    assert (finding.state, finding.name) == (NOTE, "extras-missing")
    assert finding.facts["wanted"].startswith('"itables>=')


def test_data_missing_wrong_and_sound(tmp_path, monkeypatch):
    assert only(project.data, tmp_path) == (FAULT, "data-missing")
    copy = tmp_path / "data"
    shutil.copytree(default_directory(), copy)
    assert only(project.data, copy) == (SOUND, "data")
    table = copy / "observations.csv"
    table.write_text(table.read_text("utf-8").replace("VN-HN", "VN-XX", 1), encoding="utf-8")
    (finding,) = project.data(copy)
    assert (finding.state, finding.name) == (FAULT, "data-wrong")
    assert "VN-XX" in finding.facts["first"]
    monkeypatch.setenv("WELFARE_ANALYSIS_DATA", str(tmp_path / "nowhere"))
    assert only(project.data) == (FAULT, "data-missing")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A copy of the notebooks and of the list of reports, taken for the project."""
    root = PACKAGE.parent
    (tmp_path / "reports").mkdir()
    shutil.copy(root / "reports" / "reports.yml", tmp_path / "reports")
    shutil.copytree(root / "notebooks", tmp_path / "notebooks")
    monkeypatch.setattr("welfare_analysis.report.register.project", lambda: tmp_path)
    return tmp_path


def test_notebooks_missing_damaged_and_sound(checkout):
    assert only(project.notebooks) == (SOUND, "notebooks")
    (checkout / "notebooks" / "explore.ipynb").unlink()
    assert names(project.notebooks) == [(FAULT, "notebook-missing")]
    (checkout / "notebooks" / "overview.ipynb").write_text('{"cells": [', encoding="utf-8")
    assert sorted(names(project.notebooks)) == [
        (FAULT, "notebook-damaged"),
        (FAULT, "notebook-missing"),
    ]


def test_a_lesson_that_is_missing_is_named(checkout):
    (lesson,) = (checkout / "notebooks" / "lessons").glob("3_*.ipynb")
    lesson.unlink()
    (finding,) = project.notebooks()
    assert finding.name == "notebook-missing"
    assert "lessons/3_" in finding.facts["file"]


def test_a_notebook_of_ones_own_is_no_matter(checkout):
    (checkout / "notebooks" / "mine.ipynb").write_text("{", encoding="utf-8")
    assert only(project.notebooks) == (SOUND, "notebooks")


def test_fonts_missing_damaged_without_vietnamese_and_sound(tmp_path, monkeypatch):
    assert only(project.fonts) == (SOUND, "fonts")
    copy = tmp_path / "fonts"
    shutil.copytree(PACKAGE / "fonts", copy)
    monkeypatch.setattr(project, "_FONTS", copy)
    assert only(project.fonts) == (SOUND, "fonts")
    listed = (copy / "SHA256SUMS").read_text(encoding="utf-8").split()[1::2]
    fonts = [one for kind in ("*.ttf", "web/*.woff2") for one in copy.glob(kind)]
    assert sorted(copy / name for name in listed) == sorted(fonts)
    gone, *cut = project._FILES[0], "WelfareFallbackSans-Regular.ttf", "web/WelfareSans-Bold.woff2"
    (copy / gone).unlink()
    for name in cut:
        os.truncate(copy / name, 1000)
    (finding,) = project.fonts()
    assert (finding.state, finding.name) == (FAULT, "fonts-bad")
    assert finding.facts["files"] == ", ".join([gone, *cut])
    (copy / "SHA256SUMS").unlink()
    assert "SHA256SUMS" in next(project.fonts()).facts["files"]
    monkeypatch.setattr(project, "_FONTS", PACKAGE / "fonts")
    monkeypatch.setattr(project, "_SAMPLE", "\u4e00")
    assert only(project.fonts) == (FAULT, "fonts-bad")


def test_words_that_are_damaged_are_told(monkeypatch):
    assert only(project.words) == (SOUND, "words")
    damage = OSError(5, "it is no UTF-8 text", "errors.ftl")
    monkeypatch.setattr(texts, "catalogue", lambda language: (_ for _ in ()).throw(damage))
    (finding,) = project.words()
    assert (finding.state, finding.facts["file"]) == (FAULT, "errors.ftl")


def test_typst_that_makes_no_page(monkeypatch):
    import typst

    assert only(project.pages) == (SOUND, "pages")
    monkeypatch.setattr(typst, "compile", lambda *given, **named: b"")
    assert only(project.pages) == (FAULT, "pages-wrong")


def test_a_place_for_reports_that_is_closed(checkout):
    assert only(project.output) == (SOUND, "output")
    shutil.rmtree(checkout / "reports")
    assert only(project.output) == (SOUND, "output")
    assert not (checkout / "reports").exists()
    (checkout / "reports").touch()
    assert only(project.output) == (FAULT, "output-closed")


def test_a_folder_without_the_right_to_write(checkout, unprivileged):
    (checkout / "reports").chmod(0o500)
    assert only(project.output) == (FAULT, "output-closed")
    (checkout / "reports").chmod(0o700)
    assert only(project.output) == (SOUND, "output")


@pytest.mark.parametrize(
    ("free", "expected"),
    [(99, (FAULT, "space-none")), (100, (NOTE, "space-little")), (1000, (SOUND, "space"))],
)
def test_room_on_the_disk(monkeypatch, free, expected):
    usage = type(shutil.disk_usage("."))(0, 0, free * 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    assert only(machine.space) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("utf8", (SOUND, "encoding")),
        ("UTF-8", (SOUND, "encoding")),
        ("cp1258", (NOTE, "encoding-other")),
    ],
)
def test_the_encoding_of_text(monkeypatch, name, expected):
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale=True: name)
    assert only(machine.encoding) == expected


def test_a_browser_is_optional(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert only(machine.browser) == (NOTE, "browser-none")
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    assert only(machine.browser) == (SOUND, "browser")


@pytest.fixture
def kernels(tmp_path, monkeypatch):
    """A place for kernels that comes before all others."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))

    def install(*argv):
        folder = tmp_path / "kernels" / machine.KERNEL
        folder.mkdir(parents=True, exist_ok=True)
        spec = {"argv": list(argv), "display_name": "x", "language": "python"}
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")

    return install


LAUNCH = ("-m", "ipykernel_launcher", "-f", "{connection_file}")


def test_a_kernel_that_starts_with_the_package(kernels):
    kernels(sys.executable, *LAUNCH)
    assert only(machine.kernel) == (SOUND, "kernel")


def test_a_kernel_whose_program_is_gone_or_dies(kernels, tmp_path):
    kernels(str(tmp_path / "no-python"), *LAUNCH)
    assert only(machine.kernel) == (FAULT, "kernel-dead")
    kernels(sys.executable, "-c", "raise SystemExit(3)")
    assert only(machine.kernel) == (FAULT, "kernel-dead")


def test_a_kernel_without_the_package(kernels, tmp_path):
    # As a kernel of another Python would: the package is not to be found.
    hide = "import sys; sys.modules['welfare_analysis'] = None; "
    run = "from ipykernel import kernelapp; kernelapp.launch_new_instance()"
    kernels(sys.executable, "-c", hide + run, "-f", "{connection_file}")
    assert only(machine.kernel) == (FAULT, "kernel-other")


def test_no_kernel_of_that_name(monkeypatch):
    monkeypatch.setattr(machine, "KERNEL", "no-such-kernel")
    assert only(machine.kernel) == (FAULT, "kernel-missing")


@pytest.fixture
def extensions(tmp_path, monkeypatch):
    monkeypatch.setattr("jupyter_core.paths.jupyter_path", lambda *parts: [str(tmp_path)])

    def install(name, **about):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        about = {"name": name, "version": "5", "jupyterlab": {}} | about
        (folder / "package.json").write_text(json.dumps(about), encoding="utf-8")

    install.folder = tmp_path
    return install


def test_widgets_missing_and_there(extensions):
    assert only(machine.widgets) == (FAULT, "widgets-missing")
    extensions("@jupyter-widgets/jupyterlab-manager")
    assert only(machine.widgets) == (SOUND, "widgets")


@pytest.mark.parametrize(
    ("disabled", "expected"),
    [
        ({"@jupyter-widgets/jupyterlab-manager": True}, (FAULT, "widgets-disabled")),
        ({"@jupyter-widgets/jupyterlab-manager:plugin": True}, (FAULT, "widgets-disabled")),
        ({"@jupyter-widgets/jupyterlab-manager": False}, (SOUND, "widgets")),
        ({"@jupyterlab/git": True}, (SOUND, "widgets")),
    ],
)
def test_widgets_disabled_are_told_from_others_disabled(
    monkeypatch, extensions, disabled, expected
):
    extensions("@jupyter-widgets/jupyterlab-manager")
    page = {"disabledExtensions": disabled}
    monkeypatch.setattr("jupyterlab_server.config.get_page_config", lambda folders: page)
    assert only(machine.widgets) == expected


def test_a_port_taken_is_a_note(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(machine, "PORT", taken.getsockname()[1])
        assert only(machine.port) == (NOTE, "port-taken")
    assert only(machine.port) == (SOUND, "port")
    monkeypatch.setattr(machine, "_listens", lambda number: False)
    assert only(machine.port) == (FAULT, "port-none")


def test_a_check_that_fails_is_a_fault_and_stops_no_other(monkeypatch):
    def broken():
        raise RuntimeError("disk on fire")
        yield

    monkeypatch.setattr(doctor, "CHECKS", (broken, installation.python))
    first, second = doctor.examine()
    assert (first.state, first.name, first.facts["check"]) == (FAULT, "failed", "broken")
    assert "disk on fire" in first.facts["error"]
    assert second.state == SOUND


def aside():
    """A check that ends its process, as a library that crashes does."""
    os._exit(3)


def test_a_check_beside_the_others_that_ends_its_process_is_a_fault(monkeypatch):
    monkeypatch.setattr(doctor, "CHECKS", (aside, installation.python))
    monkeypatch.setattr(doctor, "_ASIDE", (aside,))
    first, second = doctor.examine()
    assert (first.state, first.name, first.facts["check"]) == (FAULT, "failed", "aside")
    assert second.state == SOUND


@pytest.mark.parametrize("needed", ["SpawnProcess._Popen", "BaseContext.Lock"])
def test_where_no_process_can_be_started_all_is_looked_at_in_this_one(monkeypatch, needed):
    def refuse(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(doctor, "CHECKS", (installation.jupyter, installation.python))
    monkeypatch.setattr(f"multiprocessing.context.{needed}", refuse)
    assert {(one.state, one.name) for one in doctor.examine()} == {
        (SOUND, "jupyter"),
        (SOUND, "python"),
    }


def test_a_user_without_a_home_is_told_once_and_not_of_what_needs_one(monkeypatch):
    def refuse():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", refuse)
    monkeypatch.setattr(doctor, "CHECKS", (machine.home, machine.kernel, installation.python))
    assert names(doctor.examine) == [(NOTE, "home-none"), (SOUND, "python")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_words_and_unless_sound_its_remedy(language):
    source = "".join(file.read_text("utf-8") for file in (PACKAGE / "doctor").glob("*.py"))
    found = set(re.findall(r'\b(sound|note|fault)\(\s*"([\w-]+)"', source))
    assert len(found) > 30
    text = (PACKAGE / "locale" / language / "doctor.ftl").read_text("utf-8")
    for state, name in found:
        assert f"\ndoctor-{name} = " in text
        assert (f"\ndoctor-{name}-mend = " in text) is (state != SOUND), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_words_where_fluent_is_what_is_missing(monkeypatch, language):
    for name in ("fluent", "fluent.runtime"):
        monkeypatch.setitem(sys.modules, name, None)
    findings = [sound("python", version="3.12.1", path="/x"), fault("data-missing", folder="/y")]
    whole = doctor.report(findings, language)
    assert "3.12.1" in whole
    assert "{" not in whole
    for name, text in texts.catalogue(language).items():
        if name.startswith("doctor-"):
            facts = dict.fromkeys(re.findall(r"\$([\w-]+)", text), "x")
            assert texts.filled(name, language, facts)


def test_the_report_counts_what_is_to_be_mended():
    well = [sound("versions")]
    assert doctor.report(well).endswith("Everything that is needed works.")
    one = [*well, fault("pages-wrong")]
    assert "One thing to mend" in doctor.report(one)
    assert "2 things to mend" in doctor.report([*one, fault("port-none")])
    assert "MEND" in doctor.report(one)
    assert "\u2192" in doctor.report(one)


@pytest.mark.parametrize(("state", "code"), [(SOUND, 0), (NOTE, 0), (FAULT, 2)])
def test_the_exit_code_says_whether_anything_is_to_be_mended(monkeypatch, capsys, state, code):
    finding = Diagnosis(state, "space-none", {"free": "7", "folder": "scratch"})
    monkeypatch.setattr(doctor, "examine", lambda data: [finding])
    assert command.main(["doctor"]) == code
    assert "7 MB" in capsys.readouterr().out


def test_the_command_works_on_a_damaged_installation(tmp_path):
    """Really broken: no Typst, another version of pandas on paper, no data."""
    blocked = "import sys; sys.modules['typst'] = None; sys.modules['fluent'] = None; "
    run = "from welfare_analysis.cli.main import main; sys.exit(main(['doctor', '--lang', 'vi']))"
    done = subprocess.run(
        [sys.executable, "-c", blocked + run],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "WELFARE_ANALYSIS_DATA": str(tmp_path), "LC_ALL": "C"},
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr + done.stdout
    assert "typst" in done.stdout
    assert "fluent" in done.stdout
    assert "datapackage.json" in done.stdout
    assert "SỬA" in done.stdout
