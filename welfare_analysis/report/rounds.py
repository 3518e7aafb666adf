"""Rounds: builds again whenever what reports are made from is saved, until it is stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..errors import BuildLocked, DataProblems, WelfareError, counted
from . import inputs
from .build import build
from .exits import gracefully
from .joblist import data_folder
from .processes import Standby
from .progress import Progress
from .register import path_of, read_reports

_PAUSE = 0.1  # seconds between two looks, which see saves on every file system, network drives too
_QUIET = 0.05  # seconds without another save before a build
_BUSY = 1.0  # seconds after which it is tried again where another build is at work
_MOST_NAMED = 3

State = dict[Path, tuple[int, int, int]]


class Sources:
    """The files that reports are made from.

    Parameters
    ----------
    data : path
    register : path, optional
    """

    def __init__(self, data: Path, register: Path | None = None):
        package = Path(__file__).resolve().parent.parent
        self._own = [package / name for name in inputs.files(package)]
        self._first = _state(self._own)
        self._data, self._register, self._notebooks = data, path_of(register), []

    def state(self) -> State:
        """Tell of every file which one it is, how long, and when it was saved."""
        return _state([*inputs.tables(self._data), self._register, *self._notebooks])

    def listed(self) -> State:
        """Look up the notebooks of the register, as long as it can be read; return the state."""
        with suppress(WelfareError):
            root = self._register.resolve().parent.parent
            self._notebooks = [root / one.notebook for one in read_reports(self._register)]
        return self.state()

    def settled(self) -> State:
        """Return the state as soon as nothing more is saved."""
        state = self.state()
        while True:
            time.sleep(_QUIET)
            before, state = state, self.state()
            if state == before:
                return state

    def is_package_changed(self) -> bool:
        """Tell whether the code, words or templates of this package were saved."""
        return _state(self._own) != self._first


def _state(files: Iterable[Path]) -> State:
    found = {}
    for file in files:
        with suppress(OSError):  # just now replaced
            status = os.stat(file)
            found[file] = status.st_mtime_ns, status.st_size, status.st_ino
    return found


class Round(Progress):
    """What one build made, told in a line when it is published."""

    def __init__(self, saved: Iterable[Path]):
        super().__init__(0)
        self._saved, self._made, self._unchanged = [file.name for file in saved], [], 0
        self._begun = time.monotonic()

    def of(self, total: int) -> Round:
        """Take down how many reports are to be made."""
        self.total = total
        return self

    def begin(self, planned: int) -> None:
        """Take down how many there are."""
        self._unchanged = planned - self.total

    def finished(self, output: str, seconds: float, ok: bool) -> None:
        """Take down one report as finished."""
        self._made.append(f"{output} {'built' if ok else 'FAILED'}")

    def tell(self) -> None:
        """Say what was saved and what came of it."""
        seconds = time.monotonic() - self._begun
        made = f"{_named(self._made)} in {seconds:.1f} s, " if self._made else ""
        self.line(f"{_named(self._saved)} saved: {made}{self._unchanged} unchanged.")


def _named(names: list[str]) -> str:
    """Name the first few of many.

    Examples
    --------
    >>> _named(["a", "b"]), _named(list("abcde"))
    ('a, b', 'a, b, c and 2 more')
    """
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def watch(
    data: str | os.PathLike | None = None,
    register: str | os.PathLike | None = None,
    force: bool = False,
    **asked: object,
) -> int:
    """Build, and build again at every save, in copies of one preloaded process.

    What is wrong at first ends it, as it ends a build; what is wrong later is told, and the
    reports published before stay until it is mended.

    Parameters
    ----------
    data, register : path, optional
    force : bool
        Build at first also what did not change.
    **asked
        What else `build` takes.

    Returns
    -------
    int
        3 when this package itself was changed; nothing else ends it but a signal.
    """
    sources, say = Sources(data_folder(data), register), Progress(0).line
    with gracefully(), Standby() as standby:
        asked |= {"data": data, "register": register, "standby": standby}
        before = sources.listed()
        build(**asked, force=force)
        say(f"Watching {counted(len(before), 'file')}: data, notebooks, reports.yml. Stop: Ctrl+C.")
        while not sources.is_package_changed():
            if sources.state() == before:
                time.sleep(_PAUSE)
                continue
            sources.settled()
            now = sources.listed()
            saved = [file for file in {**before, **now} if before.get(file) != now.get(file)]
            try:
                _build_again(Round(saved), asked)
            except BuildLocked as error:
                say(f"welfare-analysis: {error}")
                time.sleep(_BUSY)
                continue
            except WelfareError as error:
                say(f"welfare-analysis: {error}")
            before = now
        say("welfare-analysis: its own code, words or templates changed: start it again.")
        return DataProblems.exit_code


def _build_again(this: Round, asked: dict) -> None:
    if build(**asked, progress=this.of) != DataProblems.exit_code:
        this.tell()
