"""Damage every file of a small data package, a register and a notebook in thousands of ways.

``python -m tests.benchmarks.damage [SEED [MINUTES]]`` prints how many cases there were, how many
were refused, and the slowest.  Whatever ends in anything but a sentence is printed, and counted.
"""

from __future__ import annotations

import collections
import json
import random
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.data import damage
from tests.tiny_package import Package

ROOT = Path(__file__).parents[2]
EACH = 100  # places in each file, of four kinds of damage
SHAPES = 3000  # of the descriptor, chosen by chance


def main(seed: int = 16, minutes: float = 30) -> int:
    """Go through shapes of the JSON there is and bytes of every file, for so long at most."""
    rng, said, slowest = random.Random(seed), collections.Counter(), 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Package(folder)
        shutil.copy(ROOT / "data" / "CHANGES.md", folder)
        register = Path(shutil.copy(ROOT / "reports" / "reports.yml", folder))
        (folder / "small.ipynb").write_bytes(damage.small_notebook())
        todo = []
        for file in sorted(folder.iterdir()):
            if file.suffix in (".json", ".ipynb"):
                whole = json.loads(file.read_text(encoding="utf-8"))
                shapes = [*damage.shapes(whole)]
                chosen = rng.sample(shapes, min(len(shapes), SHAPES))
                todo += [(file, damage.changed(whole, *one)) for one in chosen]
            todo += [(file, new) for new in damage.bytewise(file.read_bytes(), rng, EACH)]
        rng.shuffle(todo)
        until = time.perf_counter() + 60 * minutes
        for number, (file, new) in enumerate(todo):
            before, begun = file.read_bytes(), time.perf_counter()
            if begun > until:
                break
            file.write_bytes(new)
            try:
                said["refused" if damage.refusal(folder, register) else "harmless"] += 1
            except Exception:
                said["not told in a sentence"] += 1
                print(f"case {number} of seed {seed}, {file.name}:\n{traceback.format_exc()}")
            slowest = max(slowest, time.perf_counter() - begun)
            file.write_bytes(before)
    print(f"{said.total()} of {len(todo)} cases (seed {seed}): ", end="")
    print(*(f"{count} {what}" for what, count in said.items()), sep=", ", end="; ")
    print(f"the slowest took {slowest:.2f} s.")
    return 1 if said["not told in a sentence"] else 0


if __name__ == "__main__":
    sys.exit(main(*(kind(word) for kind, word in zip((int, float), sys.argv[1:], strict=False))))
