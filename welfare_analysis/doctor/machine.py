"""Machine: room, a kernel with this package, widgets, a port, encoding, and a browser."""

from __future__ import annotations

import locale
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .diagnosis import Diagnosis, fault, note, sound

KERNEL = "python3"
PORT = 8888
_MANAGER = "@jupyter-widgets/jupyterlab-manager"
_LEAST, _ENOUGH = 100, 1000  # megabytes
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_STARTS = 60  # seconds for a kernel to start on a slow machine
_ASK = "import sys, welfare_analysis\nprint(welfare_analysis.__file__)"


def space() -> Iterator[Diagnosis]:
    """Check the room for scratch files and reports."""
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < _LEAST:
        yield fault("space-none", folder=folder, free=free)
    elif free < _ENOUGH:
        yield note("space-little", folder=folder, free=free)
    else:
        yield sound("space", free=free)


def has_home() -> bool:
    """Tell whether this user has a home folder: some services have none."""
    try:
        return Path.home().is_absolute()
    except RuntimeError:
        return False


def home() -> Iterator[Diagnosis]:
    """Check that this user has a home folder."""
    if not has_home():
        yield note("home-none")


def kernel() -> Iterator[Diagnosis]:
    """Start the kernel that notebooks name, and import the package in it."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec(KERNEL)
    except NoSuchKernel:
        yield fault("kernel-missing", kernel=KERNEL)
        return
    program = spec.argv[0]
    try:
        said = _ran(KERNEL)
    except Exception as error:  # whatever keeps it from starting is the finding
        yield fault("kernel-dead", kernel=KERNEL, program=program, error=error)
        return
    here = Path(__file__).resolve().parents[1]
    if said is None or not Path(said).exists() or Path(said).resolve().parent != here:
        yield fault("kernel-other", kernel=KERNEL, program=program)
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


def widgets() -> Iterator[Diagnosis]:
    """Check that JupyterLab shows widgets: its extension is there and not disabled."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_federated_extensions, get_page_config

    folders = jupyter_path("labextensions")
    found = get_federated_extensions(folders)
    disabled = get_page_config(folders).get("disabledExtensions", {})
    if _MANAGER not in found:
        yield fault("widgets-missing")
    elif _is_disabled(disabled):
        yield fault("widgets-disabled")
    else:
        yield sound("widgets", version=found[_MANAGER].get("version", "?"))


def _is_disabled(disabled: dict | list) -> bool:
    if isinstance(disabled, dict):
        disabled = [name for name, off in disabled.items() if off]
    return any(name.partition(":")[0] == _MANAGER for name in disabled)


def port() -> Iterator[Diagnosis]:
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


def encoding() -> Iterator[Diagnosis]:
    """Check that Vietnamese text passes between programs unharmed."""
    named = {"files": sys.getfilesystemencoding(), "text": locale.getpreferredencoding(False)}
    other = {use: name for use, name in named.items() if name.lower().replace("-", "") != "utf8"}
    if other:
        yield note("encoding-other", encoding=", ".join(sorted(set(other.values()))))
    else:
        yield sound("encoding")


def browser() -> Iterator[Diagnosis]:
    """Look for the browser that some tests drive; nothing else needs it."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    yield sound("browser", path=found) if found else note("browser-none")
