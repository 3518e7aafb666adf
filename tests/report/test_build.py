"""Builds with real kernels: what is published, what is kept, and what never changes."""

import html
import io
import json
import os
import signal
import subprocess
import sys
import time

import pypdf
import pytest

from welfare_analysis.data import package
from welfare_analysis.errors import BuildLocked, DataProblems, UnknownName, UsageError
from welfare_analysis.report import manifest, outputs, publish
from welfare_analysis.report.progress import Progress

from .conftest import code, markdown, shown

SENTENCE = {"kind": "paragraph", "content": ["Kết quả ", {"t": "strong", "c": "ổn"}]}
PROSE = {"kind": "prose", "language": "vi", "blocks": [SENTENCE]}
PROBE = """
import os, sys
import pandas
print("beside:", hasattr(pandas, "HIJACKED"), "files:", os.listdir("."))
print("zone:", os.environ["TZ"], "hash:", os.environ["PYTHONHASHSEED"])
print("own:", os.environ.get("OWN"))
print("parameters:", language, area, areas, year, repr(name))
print("data:", os.path.basename(os.environ["WELFARE_ANALYSIS_DATA"]))
"""
WAITING = "import time\nwhile True:\n    time.sleep(0.1)"
OLD = b"%PDF-old"


def text(content):
    return " ".join(
        "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(content)).pages).split()
    )


@pytest.fixture(scope="module")
def outcome(shared_project):
    """Build one good report and one of every failure, over old PDFs, in one go."""
    project = shared_project
    title = markdown("# Báo cáo")
    project.add(
        "good", title, code(PROBE), code(shown(PROSE)), each={"name": ["01"]}, output="good"
    )
    project.add("error", title, code("before = 1"), markdown("text"), code("broken = 1 / 0"))
    project.add("exit", title, code("import sys\nsys.exit(0)"), code("after = 1"))
    project.add("dead", title, code("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"))
    project.add("worker", title, code("import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(60)"))
    project.add("endless", title, code(WAITING), timeout="6")
    project.add("lost", title, code("x = 1"), markdown("[[3]](#source-3)"))
    (project.folder / "notebooks" / "pandas.py").write_text("HIJACKED = True")
    (project.out / "vi").mkdir(parents=True)
    for name in ("good.pdf", "good.html", "error.pdf", "error.html"):
        (project.out / "vi" / name).write_bytes(OLD)
    os.environ["OWN"] = "leaked"
    try:
        project.log = io.StringIO()
        code_returned = project.build(
            jobs=3, standby=None, progress=lambda total: Progress(total, project.log)
        )
    finally:
        del os.environ["OWN"]
    return project, code_returned, left_behind(project)


def kernels(project):
    """List the processes that run a project's notebooks now, where the system tells."""
    if not os.path.isdir("/proc"):
        return set()
    data = f"WELFARE_ANALYSIS_DATA={project.folder}".encode()
    return {pid for pid in os.listdir("/proc") if pid.isdigit() and data in environment(pid)}


def left_behind(project):
    """List what still runs five seconds after the build, the time that is promised."""
    end = time.monotonic() + 5
    while kernels(project) and time.monotonic() < end:
        time.sleep(0.1)
    return kernels(project)


def environment(pid):
    try:
        with open(f"/proc/{pid}/environ", "rb") as stream:
            return stream.read()
    except OSError:
        return b""


def reason(project, name):
    return (project.out / "failed" / "vi" / f"{name}.txt").read_text(encoding="utf-8")


def test_a_failure_is_exit_4_and_the_others_are_published(outcome):
    project, code_returned, _ = outcome
    assert code_returned == 4
    assert {name for name in project.files() if not name.startswith("failed/")} == {
        "vi/good.pdf",
        "vi/good.html",
        "vi/error.pdf",
        "vi/error.html",
        "index.html",
        "manifest.json",
    }
    assert OLD not in (project.files()["vi/good.pdf"], project.files()["vi/good.html"])


def test_the_old_files_of_a_failed_report_are_untouched(outcome):
    assert outcome[0].files()["vi/error.pdf"] == OLD
    assert outcome[0].files()["vi/error.html"] == OLD


def test_the_report_shows_outputs_and_no_code(outcome):
    found = text(outcome[0].files()["vi/good.pdf"])
    assert "Kết quả ổn" in found
    assert "print(" not in found


def test_the_kernel_is_alone_with_its_parameters_and_data(outcome):
    found = text(outcome[0].files()["vi/good.pdf"])
    assert "beside: False files: []" in found
    assert "zone: UTC hash: 0 own: None" in found
    assert "parameters: vi VN-HN ['VN-HN'] 2023 '01'" in found
    assert "data: data" in found


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "error",
            [
                "notebooks/error.ipynb, cell 5, code cell In[3] failed",
                "broken = 1 / 0",
                "ZeroDivisionError: division by zero",
            ],
        ),
        ("exit", ["cell 3, code cell In[2] failed", "sys.exit(0)", "SystemExit: 0"]),
        ("dead", ["cell 3, code cell In[2]", "os.kill", "died"]),
        ("worker", ["cell 3, code cell In[2]", "SIGKILL"]),
        ("endless", ["cell 3, code cell In[2]", "while True", "6 seconds"]),
        ("lost", ["cites [3]"]),
    ],
)
def test_a_failure_names_notebook_cell_source_and_error(outcome, name, parts):
    said = reason(outcome[0], name)
    assert f"notebooks/{name}.ipynb" in said
    assert [part for part in parts if part not in said] == []
    assert "Traceback" not in said


def test_the_notebook_of_a_failed_report_is_kept_as_far_as_it_ran(outcome):
    kept = json.loads(outcome[0].files()["failed/vi/error.ipynb"])
    counts = {"".join(cell["source"]): cell.get("execution_count") for cell in kept["cells"]}
    assert counts["before = 1"] == 3


def test_no_kernel_and_no_staging_stay_behind(outcome):
    project, _, left = outcome
    assert left == set()
    assert list(project.out.glob(".staging-*")) == []


def test_an_unchanged_report_is_not_built_again(outcome, capsys):
    project = outcome[0]
    before = project.files()
    assert project.build("good") == 0
    assert "1 unchanged" in capsys.readouterr().err
    assert project.files() == before


def test_a_forced_build_gives_the_same_bytes(outcome):
    project = outcome[0]
    before = project.files()
    assert project.build("good", force=True) == 0
    assert project.files() == before


@pytest.mark.parametrize(
    "cut", ["", "{", '{"reports": []}', '{"reports": {"vi/good.pdf": {}}}', "\0" * 9]
)
def test_a_damaged_manifest_hides_nothing(outcome, cut):
    project = outcome[0]
    file = project.out / "manifest.json"
    whole = file.read_bytes()
    key = json.loads(whole)["reports"]["vi/good.pdf"]["key"]
    assert manifest.is_current(project.out, "vi/good.pdf", key, manifest.reports(project.out))
    file.write_text(cut)
    try:
        assert not manifest.is_current(
            project.out, "vi/good.pdf", key, manifest.reports(project.out)
        )
    finally:
        file.write_bytes(whole)


def test_the_manifest_tells_what_a_pdf_was_made_from(outcome):
    entry = json.loads(outcome[0].files()["manifest.json"])["reports"]["vi/good.pdf"]
    assert entry["inputs"]["parameters"]["name"] == "01"
    assert set(entry) >= {"sha256", "html_sha256", "key", "notebook", "data_revision"}
    assert entry["title"] == "Báo cáo"


def test_a_log_has_one_plain_line_a_report(outcome):
    log = outcome[0].log.getvalue()
    lines = [line for line in log.splitlines() if line.startswith("[")]
    assert len(lines) == 7
    assert any(line.startswith("[7/7] vi/") for line in lines)
    assert not {"\r", "\x1b"} & set(log)


def test_a_failure_is_forgotten_where_another_report_is_made(project):
    mark = project.folder / "broken"
    project.add(
        "now_and_then",
        markdown("# T"),
        code(f"import os\nassert not os.path.exists({str(mark)!r})"),
    )
    assert project.build() == 0
    mark.touch()
    assert project.build(force=True) == 4
    assert [name for name in project.files() if name.startswith("failed/")]
    project.add("other", markdown("# T"))
    assert project.build() == 0
    assert [name for name in project.files() if name.startswith("failed/")] == []


def test_data_edited_during_a_build_is_not_published(project, capsys):
    edit = f"open({str(project.data / 'areas.csv')!r}, 'a').write(' ')"
    project.add("edit", markdown("# T"), code(edit))
    assert project.build() == 3
    assert "changed during the build" in capsys.readouterr().err
    assert project.files() == {}


def test_a_second_build_is_told_who_holds_the_lock(project):
    project.add("good", markdown("# T"))
    project.out.mkdir()
    with outputs.lock(project.out), pytest.raises(BuildLocked, match=f"process {os.getpid()} on "):
        project.build()
    with outputs.lock(project.out):
        pass


@pytest.mark.parametrize("place", ["out", "out/vi"])
def test_an_output_directory_that_cannot_be_written_is_refused_first(project, place):
    project.add("good", markdown("# T"))
    blocked = project.folder / place
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("a file")
    with pytest.raises(UsageError, match="cannot be written"):
        project.build()
    assert blocked.read_text() == "a file"


def test_an_output_folder_that_leads_elsewhere_is_refused(project, tmp_path_factory):
    project.add("good", markdown("# T"))
    project.out.mkdir()
    (project.out / "vi").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(UsageError, match="outside"):
        project.build()


def test_mistakes_stop_a_build_before_it_makes_anything(project):
    project.add("good", markdown("# T"))
    for wrong in ({"yaer": "1"}, {"area": "Hà Nộii"}, {"year": "nan"}):
        with pytest.raises(UsageError):
            project.build(parameters=wrong)
    with pytest.raises(UsageError, match="twice"):
        project.build(parameters=[("year", "1"), ("year", "2")])
    with pytest.raises(UnknownName, match="good"):
        project.build("god")
    assert not project.out.exists()


def test_broken_data_stop_a_build_before_a_kernel(project, monkeypatch):
    real, started = subprocess.Popen, []
    monkeypatch.setattr(
        subprocess,
        "Popen",
        lambda *words, **more: started.append(real(*words, **more)) or started[-1],
    )
    project.add("good", markdown("# T"))
    table = project.data / "observations.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("actual", "acutal", 2), encoding="utf-8"
    )
    with pytest.raises(DataProblems):
        project.build(standby=None)
    assert project.files() == {}
    assert all(process.poll() is not None for process in started)  # what was already starting


def test_tables_that_differ_from_their_record_are_named_before_anything_is_run(project, capsys):
    project.add("good", markdown("# T"))
    assert project.build() == 0
    assert "datapackage.json" not in capsys.readouterr().err
    table = project.data / "observations.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(lines[:-5]), encoding="utf-8")
    areas = project.data / "areas.csv"
    areas.write_bytes(areas.read_bytes().replace(b"Hanoi|", b"Hanoi|Hanoy|", 1))
    assert project.build(force=True) == 0
    said = capsys.readouterr().err
    rows = len(lines) - 1
    assert "observations.csv: the file differs from the hash in datapackage.json" in said
    assert f"has {rows - 5} of the {rows} rows recorded there" in said
    assert "areas.csv: the file differs from the hash" in said
    assert said.index("differs") < said.index("good.pdf built")
    text = "observations.csv và areas.csv khác với bản ghi của bộ số liệu"
    assert text in page(project)
    package.refresh(project.data)
    assert project.build(force=True) == 0
    assert "differs" not in capsys.readouterr().err
    assert text not in page(project)


def page(project):
    (file,) = (project.out / "vi").glob("good.html")
    return " ".join(html.unescape(file.read_text(encoding="utf-8")).split())


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGKILL"])
def test_a_build_that_is_killed_leaves_nothing_running_and_nothing_changed(project, number):
    project.add("slow", markdown("# T"), code("import time\ntime.sleep(60)"))
    (project.out / "vi").mkdir(parents=True)
    (project.out / "vi" / "slow.pdf").write_bytes(OLD)
    before = project.files()
    command = (
        "from welfare_analysis.report.build import build; build(['slow'], ['vi'], "
        f"data={str(project.data)!r}, out={str(project.out)!r}, register={str(project.register)!r})"
    )
    process = subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.DEVNULL)
    wait_until(lambda: kernels(project), 60)
    process.send_signal(getattr(signal, number))
    process.wait(5)
    wait_until(lambda: not kernels(project))
    published = {n: b for n, b in project.files().items() if not n.startswith(".staging-")}
    assert published == before
    with outputs.lock(project.out):
        publish.clear(project.out)
    assert list(project.out.glob(".staging-*")) == []


def wait_until(condition, seconds=15):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
