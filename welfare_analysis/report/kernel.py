"""Kernel: an ordinary IPython kernel that never outlives the process that started it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from ..data.dependencies import of

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def die_with_parent(ask: bool = True) -> None:
    """Ask Linux to kill this process when its parent ends, or no more; elsewhere kernels poll."""
    set_of_linux(_PARENT_DEATH_SIGNAL, signal.SIGKILL if ask else 0)


def set_of_linux(option: int, value: int) -> None:
    """Set something of this process, as the system call ``prctl`` does; elsewhere do nothing."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(option, ctypes.c_ulong(value), 0, 0, 0)


if __name__ == "__main__":
    die_with_parent()
    of(Path(os.environ["WELFARE_ANALYSIS_DATA"]))
    sys.modules["debugpy"] = None  # nobody debugs it, and it would take a third of the start
    from ipykernel import iostream, ipkernel, kernelapp, zmqshell
    from traitlets import Type

    from ..texts import legible
    from . import questions

    class Shell(zmqshell.ZMQInteractiveShell):
        """Remembers whether a cell's error was shown as one, and shows it in whole letters."""

        has_shown = False

        def _showtraceback(self, etype, evalue, stb):
            self.has_shown = True
            super()._showtraceback(etype, legible(str(evalue)), [*map(legible, stb)])

    class Kernel(ipkernel.IPythonKernel):
        """Answers as a process without a kernel does where a cell asks something or leaves."""

        shell_class = Type(Shell)
        raw_input = getpass = staticmethod(questions.refuse)

        def __init__(self, **options):
            super().__init__(**options)
            self.shell.ask_exit = questions.leave
            questions.ask_nobody()

        async def do_execute(self, *arguments, **options):
            self.shell.has_shown = False
            reply = await super().do_execute(*arguments, **options)
            if reply["status"] == "error":
                reply["evalue"] = legible(reply["evalue"])
                reply["traceback"] = [*map(legible, reply["traceback"])]
            if reply["status"] == "error" and not self.shell.has_shown:
                # IPython only prints that a magic is unknown, or a group of errors.
                sys.stdout.flush()
                sys.stderr.flush()
                said = {name: reply[name] for name in ("ename", "evalue")} | {"traceback": []}
                self.send_response(self.iopub_socket, "error", said)
            return reply

    def write(self, text, _write=iostream.OutStream.write):
        if isinstance(text, str):
            text.encode()  # half of a letter is an error here, and not lost on the way
        return _write(self, text)

    iostream.OutStream.write = write
    kernelapp.launch_new_instance(kernel_class=Kernel)
