"""Stopping: a request to end unwinds the build once, and a second one does not disturb that."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class Stopped(BaseException):
    """A request to end, by a signal other than the keyboard's."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(signal.Signals(number).name)


@contextlib.contextmanager
def gracefully() -> Iterator[None]:
    """Let a signal end what runs inside by unwinding it: its workers end, its files go.

    A signal that the caller ignores (``nohup``) stays ignored.  After SIGTERM or SIGHUP the
    process leaves with 128+n and one line; the keyboard's interrupt goes on to the caller.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number in numbers if before[number] not in (signal.SIG_IGN, None)]

    def stop(number, _frame):
        for other in ours:
            signal.signal(other, signal.SIG_IGN)
        raise KeyboardInterrupt if number == signal.SIGINT else Stopped(number)

    for number in ours:
        signal.signal(number, stop)
    try:
        yield
    except Stopped as stopped:
        with contextlib.suppress(OSError, AttributeError):
            sys.stderr.write(f"welfare-analysis: stopped by {stopped}; run the build again.\n")
        raise SystemExit(128 + stopped.number) from None
    finally:
        for number in ours:
            signal.signal(number, before[number])
