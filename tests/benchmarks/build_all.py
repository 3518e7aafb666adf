"""Print how long all reports take against papermill and a browser, in one run.

Usage: python -m tests.benchmarks.build_all [ROUNDS]

Compared, in turn, in every round (default 1), all with an empty output directory:

- ``papermill`` then ``nbconvert --to webpdf``, one report after another and two at a time.  The
  browser of this machine is put where Playwright would have downloaded its own.
- ``welfare-analysis build`` with the forked engine, and with kernels.

A browser is found as ``chromium``, ``chromium-browser`` or ``google-chrome``; one is needed.
Then, for one report: from the save of a figure or of its notebook to the PDF of ``build --watch``,
against ``build --force`` of it and the two tools.  No rounds (0) measure that alone.  Also printed:
the most memory that a build held (PSS), whether both engines gave equal PDFs, and the run phase of
the forked engine against the pure time of the cells (``papermill`` in one warm process) spread over
the cores plus typesetting.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.benchmarks.build_scale import change, descendants, held
from welfare_analysis.report.joblist import jobs_of
from welfare_analysis.report.register import project

BIN = Path(sys.executable).parent
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
CORES = len(os.sched_getaffinity(0))
LIMIT = """
import contextlib, json, pathlib, sys, time
from concurrent.futures import ThreadPoolExecutor
from welfare_analysis.report import preload, reading, run, typeset
preload.preload()
folder, facts = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2])
cells = setting = 0.0
for job in json.loads((folder / "jobs.json").read_text()):
    begun = time.perf_counter()
    notebook = run.execute_here(job["source"], job["parameters"], folder, 600)
    ran = time.perf_counter()
    facts |= {"notebook": job["notebook"], "parameters": job["parameters"]}
    typeset.typeset(reading.read(notebook, job["language"]), facts, job["language"])
    cells += ran - begun
    setting += time.perf_counter() - ran
print(cells, setting)
"""


def quietly(command, **more):
    """Run a command to its end; show what it said only if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    if done.returncode:
        raise SystemExit(f"{command[:4]} failed:\n{done.stderr[-2000:]}")
    return done


def baseline(job, folder):
    """Make one report as a script of the tools themselves would."""
    place = folder / job.output.replace("/", "-")
    executed = place.with_suffix(".ipynb")
    values = [
        part
        for name, value in job.parameters.items()
        for part in ("-y", json.dumps({name: value}, ensure_ascii=False))
    ]
    quietly(
        [
            BIN / "papermill",
            "--no-progress-bar",
            "-k",
            "python3",
            *values,
            project() / job.notebook,
            executed,
        ]
    )
    quietly(
        [
            BIN / "jupyter-nbconvert",
            "--to",
            "webpdf",
            "--disable-chromium-sandbox",
            "--no-input",
            executed,
        ]
    )


def lend_browser(folder):
    """Put this machine's browser where Playwright looks for its own."""
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(folder)
    with sync_playwright() as driver:
        try:
            driver.chromium.launch().close()
        except Error as error:
            place = Path(re.search(r"doesn't exist at (\S+)", str(error))[1])
    place.parent.mkdir(parents=True)
    place.symlink_to(BROWSER)


def tools(jobs, at_once, folder):
    """Time the baseline, some reports at a time."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(at_once) as threads:
        list(threads.map(lambda job: baseline(job, folder), jobs))
    return time.perf_counter() - begun


def ours(engine, out, *more):
    """Time the command line, from its start to its end."""
    begun = time.perf_counter()
    quietly([BIN / "welfare-analysis", "build", "--engine", engine, "--out", out, *more])
    return time.perf_counter() - begun


def memory(out):
    """Return the most memory in MB that a build of all reports with two workers held."""
    command = [BIN / "welfare-analysis", "build", "--jobs", "2", "--out", out]
    process, most = subprocess.Popen(command, stderr=subprocess.DEVNULL), 0.0
    while process.poll() is None:
        most = max(most, sum(map(held, descendants(process.pid))))
        time.sleep(0.2)
    return most


def saved(job, folder):
    """Time the way of a saved figure, and of a saved notebook, to a PDF of ``build --watch``."""
    copy, out = folder / "checkout", folder / "out"
    left_out = shutil.ignore_patterns(".*", "__pycache__", "tests", "docs", "lessons")
    shutil.copytree(project(), copy, ignore=left_out)
    words = ["-m", "welfare_analysis", "build", job.report, "--lang", job.language]
    log = folder / "log"
    with open(log, "w") as said:
        process = subprocess.Popen(
            [sys.executable, *words, "--watch", "--out", out],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            stderr=said,
        )
    edits = {
        "a saved figure": lambda number: change(copy / "data", job.parameters["area"]),
        "a saved notebook": lambda number: retitle(copy / job.notebook, number),
    }
    try:
        until(lambda: "Watching" in log.read_text())
        return {
            name: min(until_built(edit, n, log) for n in range(3)) for name, edit in edits.items()
        }
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def until(holds):
    """Wait until something holds."""
    begun = time.perf_counter()
    while not holds():
        time.sleep(0.005)
        if time.perf_counter() > begun + 300:
            raise SystemExit("300 s were not enough")


def until_built(edit, number, log):
    """Edit, and time from the save until it is said what was built."""
    known = log.read_text().count(" built in ")
    edit(number)
    begun = time.perf_counter()
    until(lambda: log.read_text().count(" built in ") > known)
    return time.perf_counter() - begun


def retitle(file, number):
    """Change the last cell of Markdown of a notebook."""
    notebook = json.loads(file.read_text(encoding="utf-8"))
    cell = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"][-1]
    cell["source"] = f"{''.join(cell['source'])} {number}"
    file.write_text(json.dumps(notebook), encoding="utf-8")


def one_report(job):
    """Print how long one report takes by each way."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        times = {"papermill and nbconvert": tools([job], 1, folder)}
        only = [job.report, "--lang", job.language, "--force"]
        plain = min(ours("forked", folder / "plain", *only) for _ in range(3))
        times |= {"welfare-analysis build --force": plain, **saved(job, folder)}
    print(f"{job.output:34}{'s':>8}{'plain is':>10}{'tools are':>11}")
    for way, took in times.items():
        tool = times["papermill and nbconvert"]
        print(f"{way:34}{took:8.2f}{plain / took:9.1f}×{tool / took:10.1f}×")


def limit(jobs, folder):
    """Return the time of the cells and of typesetting, each report once in a warm process."""
    from welfare_analysis.report.environment import prepare

    for name in ("scratch", "warm"):
        (folder / name).mkdir()
    content = [vars(job) for job in jobs]
    (folder / "warm" / "jobs.json").write_text(json.dumps(content), encoding="utf-8")
    facts = {"date": "2025-01-01", "version": "1", "revision": "0", "software": "benchmark"}
    said = quietly(
        [sys.executable, "-c", LIMIT, folder / "warm", json.dumps(facts)],
        env=prepare(folder / "scratch", project() / "data"),
    )
    return [float(part) for part in said.stdout.split()]


def run_phase(jobs, folder):
    """Time forked reports from the first fork to the last PDF, the preloading left out."""
    from welfare_analysis.report import inputs, pool

    folder = folder / "run"
    folder.mkdir()
    runner = pool.Pool(project() / "data", folder, CORES)
    facts = inputs.facts(project() / "data")
    runner._preloaded.ready()
    begun = time.perf_counter()
    for outcome in runner.run(jobs, facts):
        if outcome.reason:
            raise SystemExit(outcome.reason)
    return time.perf_counter() - begun


def main(rounds):
    """Print the table."""
    jobs = jobs_of((), ("vi", "en"), {}, project() / "data", None)
    if not BROWSER:
        raise SystemExit("No Chromium was found: install one to compare with webpdf.")
    times, made = {}, []
    browsers = tempfile.TemporaryDirectory()
    lend_browser(browsers.name)
    one_report(next(job for job in jobs if job.report == "area_profile_song_cong"))
    if not rounds:
        return
    for _ in range(rounds):
        for name, measured in {
            "tools, one after another": lambda folder: tools(jobs, 1, folder),
            "tools, two at a time": lambda folder: tools(jobs, 2, folder),
            "welfare-analysis build, forked": lambda folder: ours("forked", folder),
            "welfare-analysis build, kernels": lambda folder: ours("kernel", folder),
        }.items():
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                times.setdefault(name, []).append(measured(Path(folder)))
                print(f"{name}: {times[name][-1]:.1f} s", file=sys.stderr, flush=True)
                if name.startswith("welfare"):
                    files = Path(folder).glob("??/*.pdf")
                    made.append({file.parent.name + file.name: file.read_bytes() for file in files})
    ours_forked = min(times["welfare-analysis build, forked"])
    print(f"{len(jobs)} reports, {CORES} cores, {rounds} round(s)")
    print(f"{'':34}{'s':>8}{'s/report':>10}{'ours is':>10}")
    for name, found in times.items():
        print(
            f"{name:34}{min(found):8.1f}{min(found) / len(jobs):10.2f}"
            f"{min(found) / ours_forked:9.1f}×"
        )
    same = sum(
        all(pdfs == made[0][name] for pdfs in (one.get(name) for one in made)) for name in made[0]
    )
    print(f"PDFs equal byte for byte over {len(made)} builds, both engines: {same} of {len(jobs)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        print(f"two workers held {memory(Path(folder)):.0f} MB at most")
    with tempfile.TemporaryDirectory() as folder:
        cells, setting = limit(jobs, Path(folder))
        run = run_phase(jobs, Path(folder))
    ideal = (cells + setting) / CORES
    print(
        f"cells {cells:.1f} s and typesetting {setting:.1f} s in one warm process, over {CORES} "
        f"cores: {ideal:.1f} s; run phase {run:.1f} s, {run / ideal:.2f}×"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
