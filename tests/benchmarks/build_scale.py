"""Print the cost per report and the peak memory of profiles of many synthetic places.

Usage: python tests/benchmarks/build_scale.py [PLACES [FEW]]

Every synthetic place (default 1 000) has the figures of Sơn La under keys of its own.  Built in
Vietnamese with two workers: the profiles of a few places (default 24), then of all, from the same
data, so that only the number of reports differs.  Memory is the sum over the build's processes of
what each holds alone plus its share of what they hold together (PSS), read every half second.
At last, how long ``build --check`` takes over all places, before and after a figure of one changed.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from welfare_analysis.data import package
from welfare_analysis.report.plan import project

COMMAND = Path(sys.executable).parent / "python"
SCRIPT = """
import sys
from welfare_analysis.report.build import build
places = {"data": sys.argv[1], "out": sys.argv[2], "register": sys.argv[3]}
sys.exit(build((), ["vi"], **places, jobs=2, check=sys.argv[4:] == ["check"]))
"""
MODEL = "VN-05"


def rows_of(file):
    """Read a table."""
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def multiply(data, places):
    """Add synthetic places, each with the figures of the model."""
    areas, observations = rows_of(data / "areas.csv"), rows_of(data / "observations.csv")
    column = {name: number for number, name in enumerate(areas[0])}
    model = next(row for row in areas if row[column["area"]] == MODEL)
    at = {name: number for number, name in enumerate(observations[0])}
    figures = [row for row in observations if row[at["area"]] == MODEL]
    names = {row[0] for row in figures}
    for number in range(places):
        row = list(model)
        row[column["area"]] = f"VN-X{number:04}"
        row[column["name_vi"]] = row[column["name_en"]] = f"Synthetic {number:04}"
        for name in (
            "aliases",
            "admin_code",
            "admin_code_list",
            "admin_code_vintage",
            "iso_3166_2",
        ):
            row[column[name]] = ""
        areas.append(row)
        for figure in figures:
            copy = list(figure)
            copy[0], copy[at["area"]] = f"{figure[0]}-x{number:04}", f"VN-X{number:04}"
            copy[at["related_to"]] = " ".join(
                f"{link}-x{number:04}"
                for link in figure[at["related_to"]].split()
                if link.partition(":")[2] in names
            )
            observations.append(copy)
    for name, table in (("areas", areas), ("observations", observations)):
        with open(data / f"{name}.csv", "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(table)
    package.refresh(data)


def descendants(pid):
    """List a process and all below it."""
    found = [pid]
    for one in found:
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def held(pid):
    """Return the PSS of a process in MB; one that is just ending holds nothing."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    except OSError:
        return 0.0


def build(data, folder, areas):
    """Build profiles; return seconds per report and the memory over time, in MB."""
    (folder / "notebooks").mkdir(parents=True)
    (folder / "reports").mkdir()
    shutil.copy(project() / "notebooks" / "area_profile.ipynb", folder / "notebooks")
    register = folder / "reports" / "reports.yml"
    entry = {"notebook": "notebooks/area_profile.ipynb", "each": {"area": areas}}
    register.write_text(f"reports:\n  profile: {json.dumps(entry)}\n", encoding="utf-8")
    begun, memory = time.perf_counter(), []
    with open(folder / "log", "w") as log:
        process = subprocess.Popen(
            [COMMAND, "-c", SCRIPT, data, folder / "out", register], stderr=log, stdout=log
        )
    ended = threading.Event()

    def watch():
        while not ended.wait(0.5):
            memory.append(sum(map(held, descendants(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    ended.set()
    watcher.join()
    if code:
        raise SystemExit((folder / "log").read_text()[-2000:])
    made = len(list((folder / "out" / "vi").glob("*.pdf")))
    if made != len(areas):
        raise SystemExit(f"{made} PDFs of {len(areas)}")
    return (time.perf_counter() - begun) / len(areas), memory


def checked(data, folder, stale):
    """Return how long it takes to find so many stale reports among all."""
    begun = time.perf_counter()
    places = [data, folder / "out", folder / "reports" / "reports.yml"]
    done = subprocess.run([COMMAND, "-c", SCRIPT, *places, "check"], capture_output=True, text=True)
    if not done.stdout.endswith(f"{stale} to build.\n"):
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return time.perf_counter() - begun


def change(data, area):
    """Change the comment of the last figure of a place."""
    header, *rows = rows_of(data / "observations.csv")
    row = [row for row in rows if row[header.index("area")] == area][-1]
    row[header.index("comment_en")] += " Changed."
    with open(data / "observations.csv", "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])


def main(places, few):
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(project() / "data", data)
        multiply(data, places)
        areas = [f"VN-X{number:04}" for number in range(places)]
        one, small = build(data, Path(folder) / "few", areas[:few])
        many, large = build(data, Path(folder) / "many", areas)
        nothing = checked(data, Path(folder) / "many", 0)
        change(data, areas[0])
        package.refresh(data)
        changed = checked(data, Path(folder) / "many", 1)
    print(f"--check of {places}: {nothing:.2f} s, {changed:.2f} s where a figure has changed")
    fifth = max(len(large) // 5, 1)
    early, late = sorted(large[fifth : 2 * fifth]), sorted(large[-fifth:])
    print(f"{os.cpu_count()} cores, 2 workers")
    print(f"{few} reports: {one:.3f} s each, peak {max(small):.0f} MB")
    print(f"{places} reports: {many:.3f} s each ({many / one:.2f}×), peak {max(large):.0f} MB")
    print(
        f"median memory in the second fifth {early[len(early) // 2]:.0f} MB, "
        f"in the last {late[len(late) // 2]:.0f} MB"
    )


if __name__ == "__main__":
    main(*[int(part) for part in (sys.argv[1:3] + ["1000", "24"][len(sys.argv[1:3]) :])])
