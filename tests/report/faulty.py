"""Faulty: a build during which one operation on the output fails, or a signal comes before it.

Python tells of every operation on files before it is done (`sys.addaudithook`), and what the
hook raises comes out of that operation.  So every operation of a build can be made to fail in
turn.  The jobs are made by a stand-in, in microseconds; everything else is the real command.

``python faulty.py FOLDER FAULT STEP`` runs a build for every STEP-th operation and one without
a fault, and prints a JSON line each.  What the next build makes of an output is found once for all
operations that leave the same there, hidden folders included, but for the numbers in their names.
"""

import contextlib
import errno
import functools
import gc
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from welfare_analysis.cli import commands
from welfare_analysis.cli.main import main as command
from welfare_analysis.files import write
from welfare_analysis.report import build
from welfare_analysis.report.pool import Ending

WRITING = {"os.rename", "os.link", "os.mkdir", "os.truncate", "os.fsync"}
TOUCHING = WRITING | {"os.remove", "os.rmdir", "os.listdir", "os.scandir", "fcntl.flock"}
FAULTS = {
    "full": errno.ENOSPC,
    "broken": errno.EIO,
    **{name: getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGINT")},
}
FACTS = {"date": "2025-01-31", "version": "1", "revision": "0", "software": "test"}
REPORTS = "reports/reports.yml"


class Made(contextlib.AbstractContextManager):
    """Makes PDFs and pages without a notebook; `bad` fails in the build that has a fault."""

    failing = False

    def __init__(self, data, staging, size):
        self.staging = staging

    def __exit__(self, *_):
        pass

    def check(self):
        return build.inputs.Checked(FACTS, [])

    def run(self, jobs, facts):
        for number, job in enumerate(jobs):
            folder = self.staging / f"job-{number}"
            folder.mkdir()
            yield self._made(job, folder)

    def _made(self, job, folder):
        if self.failing and job.report == "bad":
            (folder / "executed.ipynb").write_text("{}")
            return Ending(job, folder, 0.1, f"{job.output}: failed on purpose")
        said = json.dumps(job.parameters).encode()
        contents = {"report.pdf": b"%PDF-" + said, "report.html": b"<!DOCTYPE html>" + said}
        for name, content in contents.items():
            write(folder / name, content)
        pdf, page = map(build.inputs.sha256, contents.values())
        return Ending(job, folder, 0.1, None, pdf, page_sha256=page, title=job.report)


class Points:
    """Counts the operations below a folder and lets a fault happen at one of them."""

    def __init__(self, out, fault, at):
        self.out, self.fault, self.at, self.count = str(out), fault, at, 0
        sys.addaudithook(self.heard)
        os.fsync = lambda handle: self.happens("os.fsync")  # which is not audited

    def heard(self, event, arguments):
        if event != "open" and event not in TOUCHING:  # nearly all: told before anything is asked
            return
        inside = any(str(argument).startswith(self.out) for argument in arguments[:2])
        if event == "open" and inside:
            self.happens(event, bool(arguments[2] & (os.O_WRONLY | os.O_RDWR)))
        elif event in TOUCHING and (inside or event == "fcntl.flock"):
            self.happens(event, event in WRITING)

    def happens(self, event, writing=True):
        if self.fault == "full" and not writing:
            return
        self.count += 1
        if self.count == self.at:
            number = FAULTS[self.fault]
            if self.fault in ("full", "broken"):
                raise OSError(number, os.strerror(number), self.out)
            os.kill(os.getpid(), number)


def run(folder, out, fault=None, at=0):
    """Build in a process of its own; return how it ended and what it said."""
    with tempfile.TemporaryFile("w+") as said:
        pid = os.fork()
        if not pid:
            os.dup2(said.fileno(), 2)
            code = 1
            try:
                code = command_line(folder, out, fault, at)
            except SystemExit as left:
                code = left.code
            except BaseException:
                import traceback

                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        return code, said.read()


def command_line(folder, out, fault=None, at=0):
    Made.failing = fault is not None
    points = Points(out, fault, at) if fault else None
    code = command(["build", "--lang", "vi", "--data", str(folder / "data"), "--out", str(out)])
    if points and points.count < at:
        print("finished", file=sys.stderr)
    return code


def state(out):
    """Return the content of everything that is not hidden."""
    return {
        file.relative_to(out).as_posix(): file.read_text()
        for file in sorted(out.rglob("*"))
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(out).parts)
    }


def hidden(out):
    return sorted(entry.name for entry in out.rglob(".*") if entry.name != ".lock")


def left_by(out):
    """Return all that stands there, so that two such may be compared."""
    entries = [
        (
            re.sub(r"(\.\w+-)\w+", r"\1", entry.relative_to(out).as_posix()),
            entry.read_bytes() if entry.is_file() and entry.name != ".lock" else b"",
        )
        for entry in out.rglob("*")
    ]
    return tuple(sorted(entries))


def next_build(folder, out):
    """Build once more, without a fault; return how that went and what is there then."""
    again = run(folder, out)
    return {"again": again, "then": state(out), "hidden": hidden(out)}


def main(folder, fault, step):
    os.fsync = lambda handle: None  # slow, and no machine is lost here
    commands.parser = functools.cache(commands.parser)
    build.inputs.is_package_unchanged = lambda: True  # of the sources, which no operation touches
    build.build = functools.partial(build.build, register=folder / REPORTS)
    build.runner_of = lambda *_, **__: Made
    before, out, at = folder / "before", folder / "out", 1 - step
    command_line(folder, before)  # here: what it imports and remembers is there for every copy
    notebook = folder / "notebooks" / "theme.ipynb"
    notebook.write_text(notebook.read_text().replace("2023", "2024"))
    notebook = folder / "notebooks" / "bad.ipynb"
    notebook.write_text(notebook.read_text().replace("2023", "2022"))
    with (folder / REPORTS).open("a") as register:
        register.write("  new: {notebook: notebooks/theme.ipynb}\n")
    old, said, known = state(before), "", {}
    gc.freeze()  # else every copy of this process would copy what it looks through
    while "finished\n" not in said:
        at += step
        shutil.copytree(before, out)
        code, said = run(folder, out, fault, at)
        now, left, all_left = state(out), hidden(out), left_by(out)
        if all_left not in known:
            known[all_left] = next_build(folder, out)
        told = {"at": at, "code": code, "said": said, "old": old, "now": now, "left": left}
        print(json.dumps(told | known[all_left]), flush=True)
        shutil.rmtree(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
