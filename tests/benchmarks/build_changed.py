"""Print how many reports one changed figure makes stale, on average over all figures.

Usage: python tests/benchmarks/build_changed.py [OUT [EVERY]]

OUT is a folder of reports built of the shipped data (default: reports/).  Each EVERY-th figure
(default 10) is printed anew, one more in its last digit; no report is made.
"""

import csv
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests import reprinting
from welfare_analysis.data import package
from welfare_analysis.report import manifest, slices
from welfare_analysis.report.plan import project


def table(folder, name):
    """Return the rows of a table, as text."""
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(folder, rows):
    """Write the observations."""
    with open(folder / "observations.csv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    package.refresh(folder)


def raised(row, units, languages):
    """Return a row with the last digit of its number one higher, or lower after a nine."""
    last = row["value"][-1]
    value = row["value"][:-1] + ("8" if last == "9" else str(int(last) + 1))
    printed = reprinting.anew(value, units[row["unit"]], languages[row["source"]])
    return {**row, "value": value, "as_printed": printed}


def main(out, every):
    """Print the averages."""
    reports = manifest.reports(out)
    stale, audited = Counter(), 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "data"
        shutil.copytree(project() / "data", folder)
        units = {row["unit"]: row for row in table(folder, "units")}
        languages = {row["source"]: row["language"] for row in table(folder, "sources")}
        rows = table(folder, "observations")
        numbers = range(0, len(rows), every)
        for number in numbers:
            write(
                folder,
                [*rows[:number], raised(rows[number], units, languages), *rows[number + 1 :]],
            )
            now = slices.Data(folder)
            for output, entry in reports.items():
                reads, before = entry["reads"], entry["inputs"]
                read = now.slice(reads) != before["data"]
                told = not read and now.audit(reads) != before["audit"]
                stale[output] += read or told
                audited += told
    for output, times in sorted(stale.items()):
        print(f"{output:34}{100 * times / len(numbers):5.0f} %")
    mean = sum(stale.values()) / len(numbers)
    print(
        f"{mean:.1f} of {len(reports)} reports are stale by one of {len(numbers)} figures, "
        f"{audited / len(numbers):.1f} of them by the audit alone"
    )


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else project() / "reports",
        int(sys.argv[2]) if len(sys.argv) > 2 else 10,
    )
