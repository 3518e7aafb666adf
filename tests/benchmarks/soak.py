"""Build again and again while builds are killed, data edited and disks full; nothing may be lost.

``python -m tests.benchmarks.soak [MINUTES [SEED]]`` (default 3 and a seed by chance) goes through
cycles: something is edited, a build is disturbed at a moment by chance, and a build left alone
must mend it all.  After each, every report is whole and is the one of before or of after,
nothing runs on, and no file is left but reports.  The builds left alone are made by this one
process, whose memory, files and threads are looked at in the end.  It prints what it did; what
does not hold ends it with a traceback that names the seed.

The folders of reports and of temporary files are small disks of their own where the system lets
a user mount some; else no disk is full, and that is said.
"""

from __future__ import annotations

import collections
import contextlib
import gc
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.report.conftest import Checkout, code, markdown, published
from welfare_analysis.report.manifest import INDEX
from welfare_analysis.report.progress import Progress

ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
MOUNTED = "WELFARE_ANALYSIS_SOAK_MOUNTED"
MOST = 60  # seconds after which what still runs has been left
SIZES = {"out": 8, "tmp": 64}  # MB
READS = "import welfare_analysis as wa\nprint(len(wa.select(wa.load(), areas=area)))"
ENDED = {signal.SIGKILL: (-9,), signal.SIGTERM: (143,), signal.SIGINT: (130,)}


class Soak:
    """A project, what was done to it, and what must hold after everything that was done."""

    def __init__(self, folder: Path, rng: random.Random, mounted: bool):
        self.rng, self.counts, self.edits = rng, collections.Counter(), 0
        self.longest = 0.0
        self.project = Checkout(folder)
        self.project.add("reads", markdown("# T"), code(READS))
        self.out, self.tmp = self.project.out, folder / "tmp"
        self.out.mkdir()
        self.faults = [self.killed, self.child_killed, self.edited_meanwhile]
        if mounted:
            self.faults.append(self.full)
            for name, size in SIZES.items():
                words = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "none", folder / name]
                subprocess.run(words, check=True)
        # Builds of this process, too, have their temporary files where they are counted.
        tempfile.tempdir = str(self.tmp)
        self.edit("data")  # from here on reports say that a table differs from its record
        self.mend()
        begun = time.monotonic()
        assert self.project.command("build", "--force", "--out", str(self.out))[0] == 0
        self.seconds = time.monotonic() - begun

    def cycle(self) -> None:
        """Edit something, disturb a build of it, mend that, and hold what is there against it."""
        before = published(self.out)
        self.edit(self.rng.choice(["notebook", "data", "nothing"]))
        fault = self.rng.choice(self.faults)
        fault()
        self.wait_for_quiet(f"after a build was {fault.__name__}")
        meanwhile = published(self.out)
        self.mend()
        after = published(self.out)
        for name in before:
            if name.endswith((".pdf", ".html")) and name != INDEX:
                kept = meanwhile.get(name) in (before[name], after[name])
                assert kept, lost(name, before[name], meanwhile.get(name), after[name], fault)
                self.counts["reports held against those before and after"] += 1
        assert meanwhile[INDEX].rstrip().endswith(b"</html>")  # it may tell of a failure
        left = [one.name for one in self.out.rglob(".*") if one.name != ".lock"]
        assert (left, sorted(self.tmp.iterdir())) == ([], []), "files are left"

    def mend(self) -> None:
        """Have this process build, undisturbed: all is as it should be, and nothing is left."""
        said = io.StringIO()
        ways = {"progress": lambda number: Progress(number, said), "standby": None}
        code = self.project.build(languages=("vi", "en"), **ways)
        assert code == 0, said.getvalue()
        expected = {f"{language}/{name}" for language in ("vi", "en") for name in self.names()}
        found = {str(file.relative_to(self.out)) for file in self.out.glob("??/*")}
        assert found == expected, found ^ expected
        assert not (self.out / "failed").exists() or not list(self.out.glob("failed/*/*"))
        self.wait_for_quiet("after a build left alone")
        self.counts["builds left alone"] += 1

    def wait_for_quiet(self, when: str) -> None:
        """Wait until nothing of the project runs: longer than tests do, on a busy machine."""
        begun = time.monotonic()
        while found := self.project.running():
            told = [Path(f"/proc/{pid}/cmdline") for pid in found]
            words = [file.read_text().split("\0") for file in told if file.is_file()]
            assert time.monotonic() < begun + MOST, f"{when} there still run {words}"
            time.sleep(0.05)
        self.longest = max(self.longest, time.monotonic() - begun)

    @staticmethod
    def names() -> list[str]:
        """List the files of a language."""
        return [f"{name}.{kind}" for name in ("one", "two", "reads") for kind in ("pdf", "html")]

    def edit(self, what: str) -> None:
        """Change a notebook, or the data, so that reports are to be made anew."""
        self.edits += 1
        if what == "notebook":
            self.project.remove("one")
            self.project.add("one", markdown("# T"), code(f"print({self.edits})"))
        if what == "data":
            file = self.project.data / "areas.csv"
            file.write_bytes(file.read_bytes() + b"\n")
        self.counts[f"edits of {what}" if what != "nothing" else "no edit"] += 1

    def begin(self):
        """Start a build of all there is, in a process of its own."""
        words = self.rng.choice([[], ["--force"], ["--engine", "spawned"], ["--jobs", "2"]])
        return self.project.start("build", *words, "--out", str(self.out))

    def ended(self, build, *expected: int) -> None:
        """Wait for a build; it says what happened in sentences."""
        said = build.communicate(timeout=300)[1]
        assert build.returncode in (0, *expected), (build.returncode, said)
        assert "Traceback" not in said, said
        self.counts[f"disturbed builds that ended with {build.returncode}"] += 1

    def moment(self, build) -> None:
        """Let a build go on for a while, mostly not to its end."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            build.wait(self.rng.uniform(0.1, self.seconds))

    def killed(self) -> None:
        """Kill a build, hard or not, alone or with all that it started."""
        build, number = self.begin(), self.rng.choice(list(ENDED))
        if number == signal.SIGINT:  # before its first word, it is Python that answers
            build.stderr.readline()
        self.moment(build)
        build.send_signal(number)
        self.counts[f"builds killed by {number.name}"] += 1
        self.ended(build, *ENDED[number], -number)

    def child_killed(self) -> None:
        """Kill a process of a build by chance."""
        build = self.begin()
        self.moment(build)
        children = sorted(set(self.project.running()) - {str(build.pid)})
        if children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(self.rng.choice(children)), signal.SIGKILL)
            self.counts["processes of builds killed"] += 1
        self.ended(build, 4)

    def edited_meanwhile(self) -> None:
        """Edit the data while a build reads them."""
        build = self.begin()
        self.moment(build)
        self.edit("data")
        self.ended(build, 3)

    def full(self) -> None:
        """Build on a disk with next to no room."""
        place = self.rng.choice([self.out, self.tmp])
        disk, filler = os.statvfs(place), place / "filler"
        room = self.rng.randrange(0, 1_000_000)
        filler.write_bytes(bytes(max(disk.f_bavail * disk.f_frsize - room, 0)))
        try:
            self.ended(self.begin(), 4)
        finally:
            filler.unlink()
        self.counts[f"builds with {place.name} full"] += 1


def lost(name: str, before: bytes, meanwhile: bytes | None, after: bytes, fault) -> str:
    """Say whether a report is gone, or in which parts it is neither of before nor of after."""
    if meanwhile is None:
        return f"{name} is gone after a build was {fault.__name__}"
    old, new, now = (one.split(b">") for one in (before, after, meanwhile))
    others = [part[:200] for part in now if part not in old or part not in new]
    return f"{name} is another after a build was {fault.__name__}: {others[:6]}"


def state() -> dict[str, int]:
    """Tell what this process holds."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (resident,) = [line.split()[1] for line in status if line.startswith("VmRSS")]
    return {
        "MB of memory": int(resident) // 1024,
        "open files": len(os.listdir("/proc/self/fd")),
        "threads": threading.active_count(),
    }


def main(minutes: float, seed: int) -> None:
    """Go through cycles for so long, and print what was done and held."""
    until, mounted = time.monotonic() + 60 * minutes, MOUNTED in os.environ
    folder = Path(tempfile.mkdtemp())
    try:
        soak = Soak(folder, random.Random(seed), mounted)
        for _ in range(2):  # what is imported and kept once
            soak.cycle()
        begun, cycles = state(), 2
        while time.monotonic() < until:
            soak.cycle()
            cycles += 1
        ended = state()
        assert ended["open files"] <= begun["open files"], (begun, ended)
        assert ended["threads"] <= begun["threads"], (begun, ended)
        assert ended["MB of memory"] <= begun["MB of memory"] + 50, (begun, ended)
    except BaseException:
        print(f"cycle with seed {seed} did not hold", file=sys.stderr)
        raise
    finally:
        for name in SIZES if mounted else ():
            subprocess.run(["umount", folder / name], check=False)
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"{cycles} cycles (seed {seed}) of builds disturbed and mended; nothing lost, nothing left"
    )
    for name, count in sorted(soak.counts.items()):
        print(f"{count:6} {name}")
    print(f"{soak.longest:6.1f} seconds at most until nothing ran any more")
    for name, number in begun.items():
        print(f"this process: {number} {name} after 2 cycles, {ended[name]} in the end")
    if not mounted:
        print("no disk was full: this system lets no user mount one")


if __name__ == "__main__":
    probe = [*ALONE, "mount", "-t", "tmpfs", "none", "/mnt"]
    may = shutil.which("unshare") and not subprocess.run(probe, capture_output=True).returncode
    if may and MOUNTED not in os.environ:
        os.environ[MOUNTED] = "yes"
        os.execvp(ALONE[0], [*ALONE, sys.executable, "-m", "tests.benchmarks.soak", *sys.argv[1:]])
    given = sys.argv[1:]
    main(float(given[0]) if given else 3, int(given[1]) if given[1:] else random.randrange(10**6))
