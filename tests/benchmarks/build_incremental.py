"""Print what a build costs when nothing, or one figure, has changed, against a full build.

Usage: python tests/benchmarks/build_incremental.py [ROUNDS]

Works on a copy of the data.  The changed figure is the last of Sông Công's; the fastest of the
rounds (default 5) counts for what makes nothing, one run for what does.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from welfare_analysis.data import package
from welfare_analysis.report.plan import project

COMMAND = Path(sys.executable).parent / "welfare-analysis"


def timed(*arguments, code=0):
    """Run a command; return its time and what it said."""
    begun = time.perf_counter()
    done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != code:
        raise SystemExit(f"{arguments}: exit code {done.returncode}\n{done.stderr}")
    return time.perf_counter() - begun, done.stdout + done.stderr


def change(data):
    """Add a word to the comment of one observation and return its key."""
    file = data / "observations.csv"
    with open(file, encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    row = [row for row in rows if row[header.index("area")] == "VN-69-165"][-1]
    row[header.index("comment_en")] += " Benchmark."
    with open(file, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    package.refresh(data)
    return row[0]


def main(rounds):
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        data, out = Path(folder) / "data", Path(folder) / "out"
        shutil.copytree(project() / "data", data)
        build = ("build", "--data", data, "--out", out)
        full, _ = timed(*build)
        nothing = min(timed(*build)[0] for _ in range(rounds))
        check = min(timed(*build, "--check")[0] for _ in range(rounds))
        print(f"changed: {change(data)}")
        _, said = timed(*build, "--check", code=3)
        print(said.strip())
        one, said = timed(*build)
        built = sum(" built in " in line for line in said.splitlines())
    usage = min(timed("--help")[0] for _ in range(rounds))
    print(f"{'':28}{'s':>8}{'full build is':>16}")
    for name, took in [
        ("full build", full),
        (f"one changed figure ({built} PDFs)", one),
        ("nothing to do", nothing),
        ("--check, nothing stale", check),
        ("--help", usage),
    ]:
        print(f"{name:28}{took:8.2f}{full / took:15.1f}×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
