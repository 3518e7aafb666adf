"""Allowances: what a process may use (``setrlimit``) and gives others (``umask``), by cells.

Cells that run in the process that also sets their report may set both, which hold for the cells
after them, as in a kernel, and not for what the engine itself does between and after them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

try:
    import resource
except ImportError:  # Windows knows none
    resource = None

Limits = dict[int, tuple[int, int]]


class Allowances:
    """The limits of the cells of one notebook beside those that the process began with."""

    def __init__(self):
        self._own = self._of_cells = _limits(), _mask()

    @contextlib.contextmanager
    def of_cells(self) -> Iterator[None]:
        """Let the limits hold that cells have set, and take down those they set now."""
        _set(*self._of_cells)
        try:
            yield
        finally:
            self._of_cells = _limits(), _mask()
            _set(*self._own)


def _limits() -> Limits:
    names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
    return {kind: resource.getrlimit(kind) for kind in {getattr(resource, one) for one in names}}


def _mask() -> int:
    os.umask(mask := os.umask(0o077))
    return mask


def _set(wanted: Limits, mask: int) -> None:
    """Set the mask, and the limits that are others now, as far as this process may."""
    os.umask(mask)
    for kind, now in _limits().items():
        if now != wanted[kind]:
            try:
                resource.setrlimit(kind, wanted[kind])
            except (ValueError, OSError):  # a hard limit that was lowered stays
                with contextlib.suppress(ValueError, OSError):
                    resource.setrlimit(kind, (_least(wanted[kind][0], now[1]), now[1]))


def _least(soft: int, hard: int) -> int:
    return min(soft, hard, key=lambda limit: (limit == resource.RLIM_INFINITY, limit))
