"""Ending: what a command says when it fails, and its exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Callable

from ..errors import ReportError, UsageError, is_of_disk, limit
from ..texts import seen

_OF_PATHS = (errno.ENAMETOOLONG, errno.ELOOP, errno.EACCES, errno.EROFS, errno.EIO)


def ended(run: Callable[[], int]) -> int:
    """Run a command and return its exit code, and say what of the machine hindered it."""
    _speak()
    try:
        code = run()
        print(end="", flush=True)
        return code
    except KeyboardInterrupt:
        tell("interrupted.")
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader of a pipe (head) has enough
        sys.stderr.close()
        return 128 + signal.SIGPIPE
    except (MemoryError, OSError, ImportError, RuntimeError) as error:
        if getattr(error, "filename", None) and error.errno in _OF_PATHS:
            tell(f"{error.filename} cannot be used: {error.strerror}.")
            return UsageError.exit_code
        said = limit(error)
        if is_of_disk(error):
            said = f"nothing more can be written: {error.strerror}."
        if said is None:
            raise
        tell(said)
        return ReportError.exit_code
    finally:
        _let_go()


def tell(text: str) -> None:
    """Say what keeps a command from its work."""
    with contextlib.suppress(OSError):
        print(f"welfare-analysis: {seen(text)}", file=sys.stderr)


def _let_go() -> None:
    """Keep a closed pipe or a log on a full disk from changing the exit code at Python's end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream and not stream.closed:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak() -> None:
    # Under cron the locale is C: Vietnamese must come out all the same.  And a stream that who
    # started this left without waiting would lose whatever its reader does not take at once.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
            with contextlib.suppress(OSError, ValueError):
                os.set_blocking(stream.fileno(), True)
