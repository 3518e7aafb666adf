"""Kernel: an ordinary IPython kernel that never outlives the process that started it."""

from __future__ import annotations

import sys


def die_with_parent(ask: bool = True) -> None:
    """Ask Linux to kill this process when its parent ends, or no more; elsewhere kernels poll."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import signal

    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL if ask else 0)


if __name__ == "__main__":
    die_with_parent()
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
