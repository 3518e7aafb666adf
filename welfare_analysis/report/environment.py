"""Environment: what a kernel sees of the machine, the same on every machine.

Nothing is inherited but what finding programs needs.  Every run has folders of its own, so
that neither files beside a notebook nor a user's settings take part in a report.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from ..files import bytes_of

KERNEL = "welfare-analysis"
_KEPT = (
    "PATH",
    "HOME",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "SYSTEMROOT",
    "WINDIR",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "MPLCONFIGDIR",
)
# Else libraries start threads on import, Arrow in its allocator, and what has threads cannot be
# forked.  OpenBLAS interrupts its process where it may start none.
ALONE = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",  # Typst's: else as many for each report as there are cores
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
_FIXED = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONNOUSERSITE": "1",
    "PYTHONSAFEPATH": "1",
    "MPLBACKEND": "agg",
    **ALONE,
    "JUPYTER_NO_CONFIG": "1",
    "JUPYTER_PLATFORM_DIRS": "1",
    "WELFARE_ANALYSIS_PRINT": "1",
}

# jsonschema would compile grammars of addresses and durations, seaborn prepare for widgets, and
# papermill for files on a cluster.
_UNNEEDED = ("rfc3987_syntax", "rfc3986_validator", "isoduration", "ipywidgets", "pyarrow.fs")


def prepare(scratch: Path, data: Path) -> dict[str, str]:
    """Lay out the folders of one run and return its environment.

    Parameters
    ----------
    scratch : path
        An empty folder that lives as long as the run.
    data : path
        The data package that ``welfare_analysis.load()`` shall read.

    Returns
    -------
    dict
        The whole environment; nothing else is inherited.
    """
    for name in ("work", "runtime", "config", "ipython", "tmp"):
        (scratch / name).mkdir()
    _write_kernel(scratch / "jupyter" / "kernels" / KERNEL)
    (scratch / "matplotlibrc").touch()
    found = inherited()
    own = {
        # What a killed process leaves there goes with the folder.
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch / "tmp")),
        "PYTHONPATH": str(_importable(scratch / "path")),
        "JUPYTER_PATH": str(scratch / "jupyter"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_DATA_DIR": str(scratch / "jupyter"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "MATPLOTLIBRC": str(scratch / "matplotlibrc"),
        "WELFARE_ANALYSIS_DATA": str(data.resolve()),
    }
    if os.name == "posix" and not os.path.isdir(os.path.expanduser("~")):  # some services have none
        own["HOME"] = str(scratch / "config")
    if not {"HOME", "MPLCONFIGDIR"} & found.keys() and os.name == "posix":
        own["MPLCONFIGDIR"] = str(scratch / "config")
    return {**found, **own}


def inherited() -> dict[str, str]:
    """Return what is the same for all runs: of this process's environment, and fixed."""
    return {name: os.environ[name] for name in _KEPT if os.environ.get(name)} | _FIXED


def settle() -> None:
    """Make this process's own environment one in which libraries can be imported and copied."""
    os.environ.update(ALONE)
    zone = os.environ.get("TZ", "").removeprefix(":")
    if os.path.exists(zone) and not _is_zone(zone):  # Babel would fail on it
        os.environ["TZ"] = "UTC0"  # as Linux takes it; there is no file of that name


def _is_zone(file: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo.from_file(io.BytesIO(bytes_of(file))))
    except (OSError, ValueError, struct.error, EOFError, LookupError):
        return False


@contextlib.contextmanager
def lightly() -> Iterator[None]:
    """Import what reports need in half its time, without what it would import for none of them."""
    for name in _UNNEEDED:
        sys.modules.setdefault(name, None)
    try:
        yield
    finally:
        for name in _UNNEEDED:
            if sys.modules[name] is None:
                del sys.modules[name]


def _write_kernel(folder: Path) -> None:
    folder.mkdir(parents=True)
    module = f"{__package__}.kernel"
    specification = {
        "argv": [sys.executable, "-m", module, "-f", "{connection_file}"],
        "display_name": "Welfare analysis",
        "language": "python",
    }
    (folder / "kernel.json").write_text(json.dumps(specification), encoding="utf-8")


def _importable(folder: Path) -> Path:
    """Return a folder from which this package, and nothing beside it, can be imported."""
    package = Path(__file__).resolve().parent.parent
    folder.mkdir()
    try:
        (folder / package.name).symlink_to(package, target_is_directory=True)
    except OSError:  # Windows without the right to make links
        return package.parent
    return folder
