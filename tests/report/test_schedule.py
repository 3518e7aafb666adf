"""The ready units, run or checked as far as a machine without cron and systemd allows."""

import configparser
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from welfare_analysis.cli.options import parser
from welfare_analysis.report.environment import prepare

from .conftest import ROOT, code, markdown, published

UNITS = ROOT / "schedule"
HARDENED = {
    "KillMode": "control-group",
    "NoNewPrivileges": "yes",
    "PrivateNetwork": "yes",
    "PrivateTmp": "yes",
    "ProtectHome": "yes",
    "ProtectSystem": "strict",
    "ReadWritePaths": "/srv/reports",
    "RestrictAddressFamilies": "AF_UNIX",
    "Type": "oneshot",
}


def unit(name):
    content = configparser.RawConfigParser(strict=False)
    content.optionxform = str
    content.read_string((UNITS / name).read_text(encoding="utf-8"))
    return {section: dict(content[section]) for section in content.sections()}


@pytest.fixture(scope="module")
def installed(checkout):
    """The checkout as `make setup` leaves it: with the command in .venv/bin."""
    command = checkout.folder / ".venv" / "bin" / "welfare-analysis"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m welfare_analysis "$@"\n')
    command.chmod(0o755)
    return checkout


def cron(project, out):
    """Run the line of the example as cron does: with its variables and next to nothing else."""
    lines = (UNITS / "cron.example").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    variables = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z]+=", line))
    (entry,) = [line for line in lines if not re.match(r"[A-Z]+=", line)]
    *times, command = entry.split(None, 5)
    assert len(times) == 5
    assert "%" not in command  # cron would end the line there
    assert " timeout -k 60 2h " in command
    assert {"PROJECT", "OUT", "MAILTO"} == variables.keys()
    given = {"HOME": "/", "LOGNAME": "x", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    given |= {"PROJECT": str(project), "OUT": str(out)}
    words = ["env", "-i", *(f"{name}={value}" for name, value in given.items())]
    return subprocess.run([*words, "/bin/sh", "-c", command], capture_output=True, text=True)


def test_the_cron_line_builds_in_an_empty_environment(installed, tmp_path):
    done = cron(installed.folder, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")  # no mail
    found = published(tmp_path)
    log = found.pop("build.log").decode().splitlines()
    assert found == published(installed.reference)
    assert [line[:5] for line in log[1:]] == ["[1/4]", "[2/4]", "[3/4]", "[4/4]"]


def test_the_cron_line_tells_of_a_failure_and_keeps_the_last_good_reports(installed, tmp_path):
    shutil.copytree(installed.reference, tmp_path, dirs_exist_ok=True)
    installed.add("wrong", markdown("# T"), code("1 / 0"))
    try:
        done = cron(installed.folder, tmp_path)
    finally:
        installed.remove("wrong")
    assert done.stdout.startswith("welfare-analysis build ended with code 4: see ")
    assert "ZeroDivisionError" in (tmp_path / "build.log").read_text(encoding="utf-8")
    good = published(installed.reference)
    told = {name: good.pop(name) for name in ("index.html", "manifest.json")}
    assert good.items() <= published(tmp_path).items()
    assert "wrong" not in told["index.html"].decode()
    assert "wrong" in published(tmp_path)["index.html"].decode()


def test_the_service_is_hardened():
    service = unit("welfare-analysis.service")["Service"]
    assert {name: service.get(name) for name in HARDENED} == HARDENED
    assert service["CapabilityBoundingSet"] == ""
    assert service["SuccessExitStatus"] == "75"
    assert service["TimeoutStartSec"] == "2h"
    words = service["ExecStart"].split()
    assert words[0].endswith("/.venv/bin/welfare-analysis")
    assert parser().parse_args(words[1:]).out == service["ReadWritePaths"]


def test_the_timer_starts_the_service():
    timer = unit("welfare-analysis.timer")
    assert timer["Timer"]["Persistent"] == "true"
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert (UNITS / "welfare-analysis.service").is_file()  # of the same name


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze")
def test_systemd_accepts_the_units(installed, tmp_path):
    for file in UNITS.glob("welfare-analysis.*"):
        text = file.read_text(encoding="utf-8").replace(
            "/srv/welfare-analysis", str(installed.folder)
        )
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    files = map(str, sorted(tmp_path.glob("welfare-analysis.*")))
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True)
    said = [line for line in done.stderr.splitlines() if "welfare-analysis" in line]
    assert said == []


@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare")
def test_it_builds_without_network_and_with_nothing_writable_but_the_output(installed, tmp_path):
    script = (
        'mount --bind "$0" "$0" && mount -o remount,bind,ro / && mount -t tmpfs none /var/tmp '
        '&& ! touch "$1/x" 2>/dev/null && shift && exec "$@"'
    )
    words = ["unshare", "--user", "--map-root-user", "--mount", "--net", "sh", "-c"]
    if subprocess.run([*words, "mount -o remount,bind,ro /"], capture_output=True).returncode:
        pytest.skip("no name spaces of one's own here")
    command = [installed.folder / ".venv" / "bin" / "welfare-analysis", "build", "--out", tmp_path]
    done = subprocess.run(
        [*words, script, tmp_path, installed.folder, *command],
        capture_output=True,
        text=True,
        cwd=installed.folder,
        env={"TMPDIR": "/var/tmp", "MPLCONFIGDIR": "/var/tmp/matplotlib"},
    )
    assert done.returncode == 0, done.stderr
    assert published(tmp_path) == published(installed.reference)


def workflow_of(name):
    file = ROOT / ".github" / "workflows" / f"{name}.yml"
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("name", ["reports", "advisories", "endurance"])
def test_no_workflow_writes_or_takes_an_action_that_may_change(name):
    workflow = workflow_of(name)
    assert workflow["permissions"] == {"contents": "read"}
    (steps,) = [job["steps"] for job in workflow["jobs"].values()]
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action in used), used


def test_the_lock_is_held_weekly_against_advisories():
    workflow = workflow_of("advisories")
    assert re.fullmatch(r"\d+ \d+ \* \* 1", workflow["on"]["schedule"][0]["cron"])
    assert workflow["on"]["push"]["paths"] == ["requirements.lock"]
    (run,) = [step["run"] for step in workflow["jobs"]["advisories"]["steps"] if "run" in step]
    assert run.split()[-2:] == ["--requirement", "requirements.lock"]
    assert (ROOT / "requirements.lock").is_file()


def test_what_is_only_tried_at_night_is_there_to_be_run():
    workflow = workflow_of("endurance")
    assert re.fullmatch(r"\d+ \d+ \* \* 6", workflow["on"]["schedule"][0]["cron"])
    runs = [step.get("run", "") for step in workflow["jobs"]["endurance"]["steps"]]
    modules = [module for run in runs for module in re.findall(r"-m ([\w.]+)", run)]
    assert [callable(importlib.import_module(module).main) for module in modules] == [True, True]


def test_the_workflow_builds_monthly_and_on_data():
    workflow = workflow_of("reports")
    assert re.fullmatch(r"\d+ \d+ 1 \* \*", workflow["on"]["schedule"][0]["cron"])
    assert workflow["on"]["push"]["paths"] == ["data/**"]
    steps = workflow["jobs"]["reports"]["steps"]
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    runs = [step["run"].split() for step in steps if "run" in step]
    assert runs == [["make", "reports"]]
    assert "reports" in targets
    (attached,) = [step["with"] for step in steps if "upload-artifact" in step.get("uses", "")]
    assert {"reports/vi/", "reports/en/"} <= set(attached["path"].split())


def test_the_list_of_jobs_runs_each_alone(installed, tmp_path):
    out = tmp_path / "out"
    listing = installed.start("build", "-p", "year", "2023", "--plan", "json", "--out", str(out))
    said, complaint = listing.communicate()
    jobs = {job["name"]: job for job in json.loads(said)["jobs"]}
    assert (listing.returncode, complaint, out.exists()) == (0, "", False)
    assert list(jobs) == ["vi/one", "vi/two", "en/one", "en/two"]
    outputs = {job["output"] for job in jobs.values()}
    assert len(outputs) == 4
    job = jobs["en/two"]
    assert job["parameters"] == {
        "language": "en",
        "area": "VN-HN",
        "areas": ["VN-HN"],
        "year": 2023,
        "name": "x",
    }
    first, *words = job["command"]
    assert first == "welfare-analysis"
    assert installed.command(*words)[0] == 0
    with open(job["output"], "rb") as made:
        assert made.read() == published(installed.reference)["en/two.pdf"]
    assert sum(os.path.exists(output) for output in outputs) == 1


@pytest.mark.parametrize(
    "wrong", [["nothing"], ["-p", "yaer", "1", "--out", "x"], ["--data", "nowhere"]]
)
def test_a_list_of_jobs_is_checked_like_a_build(installed, wrong):
    code_returned, said = installed.command("build", "--plan", "json", *wrong)
    assert (code_returned, len(said.splitlines())) == (2, 1)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="Linux counts threads there")
def test_typesetting_takes_no_thread_a_core(tmp_path):
    """On a large server all reports at once would have more threads than the unit allows."""
    compiled = "import os, typst; typst.compile(b'T'); print(len(os.listdir('/proc/self/task')))"
    environment = prepare(tmp_path, ROOT / "data")
    command = [sys.executable, "-c", compiled]
    assert int(subprocess.check_output(command, env=environment)) <= 2


@pytest.mark.skipif(os.name != "posix", reason="users have no homes of this kind")
def test_a_service_without_a_home_has_one_in_its_scratch_folder(tmp_path, monkeypatch):
    """Jupyter asks for one, and a cell may."""
    monkeypatch.setenv("HOME", str(tmp_path / "nonexistent"))
    (none := tmp_path / "none").mkdir()
    assert Path(prepare(none, ROOT / "data")["HOME"]).is_relative_to(none)
    monkeypatch.setenv("HOME", str(tmp_path))
    (some := tmp_path / "some").mkdir()
    assert prepare(some, ROOT / "data")["HOME"] == str(tmp_path)
