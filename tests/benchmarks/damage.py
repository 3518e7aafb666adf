"""Damage every file of a small data package in thousands of ways; each is refused, or harmless.

``python -m tests.benchmarks.damage [SEED]`` prints how many cases there were, how many were
refused, and the slowest; whatever ends in anything but a sentence ends this with a traceback.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.data import damage
from tests.tiny_package import Package

ROOT = Path(__file__).parents[2]
EACH = 100  # places in each file, of four kinds of damage


def main(seed: int) -> None:
    """Go through all shapes of the descriptor, and many bytes of every file."""
    rng, cases, refused, slowest = random.Random(seed), 0, 0, 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Package(folder)
        shutil.copy(ROOT / "data" / "CHANGES.md", folder)
        register = Path(shutil.copy(ROOT / "reports" / "reports.yml", folder))
        path = folder / "datapackage.json"
        whole = json.loads(path.read_text(encoding="utf-8"))
        shapes = [*damage.shapes(whole)]
        todo = [(path, damage.changed(whole, *one)) for one in rng.sample(shapes, 3000)]
        for file in sorted(folder.iterdir()):
            todo += [(file, new) for new in damage.bytewise(file.read_bytes(), rng, EACH)]
        for file, new in todo:
            before, begun = file.read_bytes(), time.perf_counter()
            file.write_bytes(new)
            refused += damage.refusal(folder, register) is not None
            slowest = max(slowest, time.perf_counter() - begun)
            file.write_bytes(before)
            cases += 1
    print(f"{cases} cases (seed {seed}): {refused} refused, {cases - refused} harmless; ", end="")
    print(f"the slowest took {slowest:.2f} s.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
