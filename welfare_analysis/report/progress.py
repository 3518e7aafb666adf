"""Progress: a bar in a terminal, one plain line per report in a log."""

from __future__ import annotations

import contextlib
import sys
from typing import TextIO

from ..errors import counted
from ..texts import seen


class Progress:
    """Tell how a build goes.

    Parameters
    ----------
    total : int
        Reports to make.
    stream : file, optional
        Standard error when absent.
    """

    def __init__(self, total: int, stream: TextIO | None = None):
        self.total, self.done = total, 0
        self.stream = stream if stream is not None else sys.stderr
        self._bar = self._make_bar() if total and self._is_terminal() else None

    def _is_terminal(self) -> bool:
        return self.stream is not None and self.stream.isatty()

    def _make_bar(self):
        from tqdm import tqdm

        return tqdm(
            total=self.total,
            unit="report",
            file=self.stream,
            dynamic_ncols=True,
            bar_format="{n_fmt}/{total_fmt} |{bar}| {elapsed}  {desc}",
        )

    def begin(self, planned: int) -> None:
        """Say how many reports there are, and how many of them are to be made."""
        self.line(f"{counted(planned, 'report')}, {planned - self.total} unchanged.")

    def finished(self, output: str, seconds: float, ok: bool) -> None:
        """Count one report as finished."""
        self.done += 1
        if self._bar is not None:
            self._bar.set_description_str(output, refresh=False)
            self._bar.update()
        else:
            state = "built" if ok else "FAILED"
            self.line(f"[{self.done}/{self.total}] {output} {state} in {seconds:.1f} s")

    def line(self, text: str) -> None:
        """Write a line that stays, above the bar if there is one."""
        text = seen(text)
        with contextlib.suppress(OSError, ValueError):  # a log on a full disk stops no build
            if self._bar is not None:
                self._bar.write(text, file=self.stream)
            elif self.stream is not None:
                print(text, file=self.stream, flush=True)

    def close(self) -> None:
        """Leave the bar as it stands."""
        if self._bar is not None:
            self._bar.close()
