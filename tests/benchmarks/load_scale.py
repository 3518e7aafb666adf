"""Print how long loading and validating many observations takes against a bare read.

Usage: python tests/benchmarks/load_scale.py [ROWS]

The shipped observations are repeated, each copy with keys and figures of its own, to the number
of rows asked for (default 1 000 000). Each reading is a fresh process; the fastest of five counts.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd

from welfare_analysis.data import package
from welfare_analysis.data.loading import default_directory

TIMED = """
import resource, sys, time
{imports}
start = time.perf_counter()
{call}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
"""
BARE = TIMED.format(
    imports="import pandas, pyarrow.csv",
    call="pandas.read_csv(sys.argv[1] + '/observations.csv', engine='pyarrow')",
)
OURS = TIMED.format(
    imports="from welfare_analysis.data import loading", call="loading.load(sys.argv[1])"
)


def write(folder, rows):
    """Write a package with that many observations."""
    for path in default_directory().glob("*.*"):
        shutil.copy(path, folder)
    given = pd.read_csv(folder / "observations.csv", dtype=str, keep_default_na=False)
    copies = rows // len(given)
    pd.concat([_copy(given, number) for number in range(copies)]).to_csv(
        folder / "observations.csv", index=False, lineterminator="\n"
    )
    package.refresh(folder)
    return copies * len(given)


def _copy(given, number):
    whole = given["value"].str.fullmatch(r"[1-9]\d*") & (given["unit"] != "percent")
    value = given["value"].where(~whole, given["value"] + f"{number}")
    return given.assign(
        observation=given["observation"] + f"-x{number}",
        value=value,
        as_printed=given["as_printed"].where(~whole, value),
        related_to=given["related_to"].str.replace(r"(\S+)", rf"\1-x{number}", regex=True),
    )


def timed(code, folder):
    """Return seconds and GiB of one fresh process."""
    command = [sys.executable, "-c", code, str(folder)]
    return tuple(map(float, subprocess.check_output(command, text=True).split()))


def main(rows=1_000_000):
    """Time both and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        rows = write(Path(folder), rows)
        size = (Path(folder) / "observations.csv").stat().st_size
        pairs = [(timed(BARE, folder), timed(OURS, folder)) for _ in range(5)]
    bare, ours = (min(seconds for seconds, _ in runs) for runs in zip(*pairs, strict=True))
    memory = max(gibibytes for _, (_, gibibytes) in pairs)
    print(f"{rows} observations, {size / 1e6:.0f} MB")
    print(f"bare read_csv(engine='pyarrow')  {bare:.2f} s")
    print(f"load: read, validate, type       {ours:.2f} s, {memory:.2f} GiB")
    print(f"ratio {ours / bare:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
