"""Every operation on the output made to fail in turn: no report is ever harmed."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from .conftest import Project

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork")
SCRIPT = Path(__file__).with_name("faulty.py")
MEMORY = "/dev/shm"  # thousands of small files
STEPS = {"full": 1, "broken": 1, "SIGKILL": 1, "SIGTERM": 1, "SIGINT": 4}
ENDED = {"full": {0, 2, 4}, "broken": {0, 2, 4}, "SIGKILL": {-9}, "SIGTERM": {143}, "SIGINT": {130}}


@pytest.fixture(params=ENDED, scope="module")
def sweep(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else folder) as fast:
        yield request.param, *swept(Path(fast), request.param)


def swept(folder, fault):
    project = Project(folder)
    for name in ("theme", "same", "bad"):
        project.add(name)
    command = [sys.executable, SCRIPT, folder, fault, STEPS[fault]]
    run = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.returncode == 0, run.stderr
    *points, last = [json.loads(line) for line in run.stdout.splitlines()]
    return points, last


def test_there_are_many_points(sweep):
    fault, points, last = sweep
    assert len(points) * STEPS[fault] > (40 if fault == "full" else 80)
    assert last["code"] == 4
    assert "failed on purpose" in last["said"]


def test_reports_are_as_they_were_or_all_new(sweep):
    fault, points, last = sweep
    kinds = [
        {name: now[name] for name in now if not name.startswith("failed/")}
        for now in (points[0]["old"], last["now"])
    ]
    assert kinds[0] != kinds[1]
    for point in points:
        now = {name: text for name, text in point["now"].items() if not name.startswith("failed/")}
        if fault == "SIGKILL":  # between two renames: whole files, some old and some new
            allowed = [{kind.get(name) for kind in kinds} for name in now]
            assert all(text in some for text, some in zip(now.values(), allowed, strict=True))
            assert kinds[0].keys() <= now.keys()
        elif fault == "broken":  # what could not be read is not vouched for, and made again
            told = {name: now[name] for name in ("manifest.json", "index.html")}
            files = [{**kind, **told} for kind in kinds]
            assert now in files, point["at"]
        else:
            assert now in kinds, point["at"]


def test_a_report_that_did_not_change_and_one_that_failed_are_untouched(sweep):
    for point in sweep[1]:
        for name in ("vi/same.pdf", "vi/same.html", "vi/bad.pdf", "vi/bad.html"):
            assert point["now"][name] == point["old"][name]


def test_the_next_build_just_works_and_clears_up(sweep):
    _, points, last = sweep
    for point in points:
        code, said = point["again"]
        assert (code, "Traceback" in said) == (0, False), (point["at"], said)
        assert point["then"] == last["then"], point["at"]
        assert point["hidden"] == [], point["at"]


def test_it_ends_with_its_code_and_a_clear_line(sweep):
    fault, points, _ = sweep
    for point in points:
        assert point["code"] in ENDED[fault], (point["at"], point["said"])
        assert "Traceback" not in point["said"], (point["at"], point["said"])
        if fault != "SIGKILL":
            lines = [n for n in point["said"].splitlines() if n.startswith("welfare-analysis: ")]
            assert 1 <= len(lines) <= 2, (point["at"], point["said"])
        if fault == "full" and point["code"] and "failed on purpose" not in point["said"]:
            assert "MB free there" in point["said"], (point["at"], point["said"])


def test_nothing_hidden_is_left_but_by_a_kill(sweep):
    fault, points, _ = sweep
    if fault not in ("SIGKILL", "broken"):
        assert [point["at"] for point in points if point["left"]] == []
