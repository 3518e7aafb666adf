"""Installation: Python, the packages and their versions, and this package itself."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from importlib import import_module, metadata
from pathlib import Path

from ..report.environment import lightly
from .diagnosis import Diagnosis, fault, note, sound

OLDEST, NEWEST = (3, 11), (3, 13)
_OWN = "welfare-analysis"
# Imported as, where that differs from the name of the distribution.
_MODULES = {"fluent-runtime": "fluent.runtime", "pyyaml": "yaml"}
# What runs notebooks; the other packages are for figures, charts and pages.
_OF_JUPYTER = {"ipykernel", "jupyter_server", "jupyterlab", "nbconvert", "papermill"}
_LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"


def python() -> Iterator[Diagnosis]:
    """Check the version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        yield fault("python-old", version=version, path=sys.executable)
    elif sys.version_info[:2] > NEWEST:
        yield note("python-new", version=version)
    else:
        yield sound("python", version=version, path=sys.executable)


def packages() -> Iterator[Diagnosis]:
    """Check that every package needed is there and new enough, and import all but Jupyter's."""
    needed = _required("")
    wrong = [*_unfit(needed), *_broken(set(needed) - _OF_JUPYTER)]
    yield from wrong
    if not wrong:
        yield sound("packages", count=len(needed))


def jupyter() -> Iterator[Diagnosis]:
    """Import what runs notebooks."""
    wrong = list(_broken(_OF_JUPYTER))
    yield from wrong
    if not wrong:
        yield sound("jupyter")


def versions() -> Iterator[Diagnosis]:
    """Compare what is installed with ``requirements.lock``, where there is one."""
    if not _LOCK.is_file():
        return
    pinned = dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", _LOCK.read_text("utf-8"), re.M))
    other = [
        f"{name} {found} ({version})"
        for name, version in pinned.items()
        if (found := _installed(name)) and found != version
    ]
    if other:
        shown = ", ".join(other[:5]) + (", …" if len(other) > 5 else "")
        yield note("versions-other", count=len(other), packages=shown)
    else:
        yield sound("versions")


def itself() -> Iterator[Diagnosis]:
    """Check that this package is installed, and that it is the one in use."""
    here = Path(__file__).resolve().parents[1]
    version = _installed(_OWN)
    if version is None:
        yield fault("itself-missing", folder=here.parent)
        return
    declared = re.search(r'^version = "(.+)"', _project_file(here), re.M)
    if declared and declared[1] != version:
        yield fault("itself-other", version=version, here=declared[1])
    else:
        yield sound("itself", version=version, folder=here)


def extras() -> Iterator[Diagnosis]:
    """Check what the desk in JupyterLab needs beyond the package."""
    needed = _required("explore")
    missing = [name for name in needed if _installed(name) is None]
    if missing:
        wanted = " ".join(f'"{needed[name]}"' for name in missing)
        yield note("extras-missing", packages=", ".join(missing), wanted=wanted)
    else:
        yield sound("extras")


def _unfit(needed: dict[str, str]) -> Iterator[Diagnosis]:
    """Tell of packages that are missing or too old."""
    for name, wanted in needed.items():
        version = _installed(name)
        if version is None:
            yield fault("package-missing", package=name, wanted=wanted)
        elif _older(version, wanted):
            yield fault("package-old", package=name, version=version, wanted=wanted)


def _broken(names: Collection[str]) -> Iterator[Diagnosis]:
    """Tell of packages that are there and cannot be imported."""
    for name, wanted in _required("").items():
        version = _installed(name)
        if name not in names or version is None or _older(version, wanted):
            continue
        try:
            with lightly():
                import_module(_module(name))
        except Exception as error:  # a library half installed fails in its own ways
            facts = {"package": name, "version": version, "wanted": wanted}
            yield fault("package-broken", **facts, error=error)


def _required(extra: str) -> dict[str, str]:
    """Return the requirements of the package, or of one extra, by name of distribution."""
    try:
        lines = metadata.requires(_OWN) or []
    except metadata.PackageNotFoundError:
        return {}
    found = {}
    for line in lines:
        requirement, _, marker = (part.strip() for part in line.partition(";"))
        of = re.search(r"extra == ['\"](\w+)['\"]", marker)
        if (of[1] if of else "") == extra:
            found[re.match(r"[\w.-]+", requirement)[0]] = requirement
    return found


def _module(distribution: str) -> str:
    name = re.sub(r"[-_.]+", "-", distribution).lower()
    return _MODULES.get(name, name.replace("-", "_"))


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _older(version: str, requirement: str) -> bool:
    floor = re.search(r">=\s*([\d.]+)", requirement)
    return bool(floor) and _numbers(version) < _numbers(floor[1])


def _numbers(version: str) -> list[int]:
    parts = [int(part) for part in re.match(r"\d+(?:\.\d+)*", version)[0].split(".")]
    while parts and not parts[-1]:  # 3 and 3.0 are one version
        parts.pop()
    return parts


def _project_file(package: Path) -> str:
    file = package.parent / "pyproject.toml"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
