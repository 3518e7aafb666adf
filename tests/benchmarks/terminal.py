"""Print how long the commands of a terminal take, alone and with a process that stands by.

Usage: python tests/benchmarks/terminal.py [ROUNDS]

Each round (default 10) starts every one of them, and ``import pandas`` to compare with: on a busy
machine the ratios to it hold, the seconds do not.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import pandas": ["-c", "import pandas"],
    "--help": ["-m", "welfare_analysis", "--help"],
    "list": ["-m", "welfare_analysis", "list"],
    "compare": ["-m", "welfare_analysis", "compare", "poor_household_rate"],
    "audit": ["-m", "welfare_analysis", "audit", "--areas", "VN-05"],
    "doctor": ["-m", "welfare_analysis", "doctor"],
}
STANDING = ("list", "compare", "audit")
MEASURE = "import pandas"


def seconds(arguments, environment):
    """Run Python once."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begun


def main(rounds):
    """Print medians, and their ratios to an import of pandas."""
    cold = {**os.environ, "PYTHONUSERBASE": "none"}  # where nobody stands by
    with tempfile.TemporaryDirectory() as own:
        warm = {**os.environ, "PYTHONUSERBASE": own}
        stand = [sys.executable, "-m", "welfare_analysis", "standby"]
        with subprocess.Popen(stand, env=warm, stdout=subprocess.PIPE) as standing:
            standing.stdout.readline()
            runs = {name: (arguments, cold) for name, arguments in COMMANDS.items()}
            runs |= {f"{name}, standby": (COMMANDS[name], warm) for name in STANDING}
            taken = {name: [] for name in runs}
            for _ in range(rounds):
                for name, run in runs.items():
                    taken[name].append(seconds(*run))
            standing.terminate()
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name:18} {median:6.3f} s {median / medians[MEASURE]:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
