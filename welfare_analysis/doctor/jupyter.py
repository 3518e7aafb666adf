"""Jupyter: the kernel starts with this package, widgets are enabled, a port is free."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .finding import Finding, fault, note, sound

KERNEL = "python3"
PORT = 8888
_MANAGER = "@jupyter-widgets/jupyterlab-manager"
_STARTS = 60  # seconds for a kernel to start on a slow machine
_ASK = "import sys, welfare_analysis\nprint(welfare_analysis.__file__)"


def kernel() -> Iterator[Finding]:
    """Start the kernel that notebooks name, and import the package in it."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec(KERNEL)
    except NoSuchKernel:
        yield fault("kernel-missing", kernel=KERNEL, python=sys.executable)
        return
    program = spec.argv[0]
    try:
        said = _ran(KERNEL)
    except Exception as error:  # whatever keeps it from starting is the finding
        yield fault(
            "kernel-dead", kernel=KERNEL, program=program, error=error, python=sys.executable
        )
        return
    here = Path(__file__).resolve().parents[1]
    if said is None or not Path(said).exists() or Path(said).resolve().parent != here:
        yield fault("kernel-other", kernel=KERNEL, program=program, python=sys.executable)
    else:
        yield sound("kernel", kernel=KERNEL)


def _ran(name: str) -> str | None:
    """Return where a new kernel finds the package; None if it does not."""
    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_name=name)
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    said: list[str] = []
    try:
        client.start_channels()
        client.wait_for_ready(timeout=_STARTS)
        client.execute_interactive(
            _ASK,
            timeout=_STARTS,
            allow_stdin=False,
            output_hook=lambda sent: said.append(sent["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()
    return next((text.strip() for text in said if text.strip()), None)


def widgets() -> Iterator[Finding]:
    """Check that JupyterLab shows widgets: its extension is there and not disabled."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_federated_extensions, get_page_config

    folders = jupyter_path("labextensions")
    found = get_federated_extensions(folders)
    disabled = get_page_config(folders).get("disabledExtensions", {})
    if _MANAGER not in found:
        yield fault("widgets-missing", python=sys.executable)
    elif _is_disabled(disabled):
        yield fault("widgets-disabled", python=sys.executable)
    else:
        yield sound("widgets", version=found[_MANAGER].get("version", "?"))


def _is_disabled(disabled: dict | list) -> bool:
    listed = (
        [name for name, off in disabled.items() if off] if isinstance(disabled, dict) else disabled
    )
    return any(name.partition(":")[0] == _MANAGER for name in listed)


def port() -> Iterator[Finding]:
    """Check that JupyterLab can listen on this machine, and whether its usual port is free."""
    if not _listens(0):
        yield fault("port-none")
    elif not _listens(PORT):
        yield note("port-taken", port=PORT, next=PORT + 1)
    else:
        yield sound("port", port=PORT)


def _listens(number: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True
