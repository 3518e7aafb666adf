"""Bundle: all that a student needs on a stick: lessons, worksheets, wheels, a launcher."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ..errors import ReportError, UsageError
from ..files import staged, unwritten, zipped
from ..report.register import project
from ..texts import Said
from .materials import publish

_STUDENT = Path(__file__).resolve().parent / "student"
_ROOT = "welfare-lessons"
_SOURCES = re.compile(r"(?:.*/)?notebooks/lessons/\d_[^/]*\.ipynb")
_GLIBC = range(28, 11, -1)  # what the wheels for Linux may be built for, newest first


@dataclass(frozen=True)
class Platform:
    """A kind of machine that a bundle is for: what Python says of it, and its wheels."""

    name: str
    tags: tuple[str, ...]
    markers: Mapping[str, str]


@dataclass(frozen=True)
class Pin:
    """A package in one version, with the hashes of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def line(self, platform: Platform | None = None) -> str:
        """Write it as pip reads it, for one kind of machine alone if one is given."""
        only = f" ; sys_platform == '{platform.markers['sys_platform']}'" if platform else ""
        hashes = "".join(f" --hash=sha256:{one}" for one in self.hashes)
        return f"{self.name}=={self.version}{only}{hashes}"


def _platform(name: str, tags: Iterable[str], *said: str) -> Platform:
    keys = ("os_name", "sys_platform", "platform_system", "platform_machine")
    return Platform(name, tuple(tags), dict(zip(keys, said, strict=True)))


PLATFORMS = {
    "windows": _platform("Windows", ["win_amd64"], "nt", "win32", "Windows", "AMD64"),
    "macos": _platform(
        "macOS 15 (Apple silicon)", ["macosx_15_0_arm64"], "posix", "darwin", "Darwin", "arm64"
    ),
    "linux": _platform(
        "Linux",
        [*(f"manylinux_2_{n}_x86_64" for n in _GLIBC), "manylinux2014_x86_64"],
        "posix",
        "linux",
        "Linux",
        "x86_64",
    ),
}


def bundle(
    file: Path,
    language: str,
    platforms: Sequence[str] = (),
    python: str = "3.13",
) -> None:
    """Write a ZIP from which students set up and open the lessons without a network.

    It holds the students' notebooks and worksheets, this package without the sources of the
    lessons, what both need as wheels with their hashes, and ``start.bat`` and ``start.sh``.

    Parameters
    ----------
    file : path
        The ZIP; about 160 MB for one kind of machine.
    language : {"vi", "en"}
    platforms : sequence of str
        Of `PLATFORMS`; all when empty.
    python : str
        The version that students have, such as ``"3.13"``.

    Raises
    ------
    UsageError
        Where the package was installed without its sources, for a version that is none, or where
        there is a folder in the place of the file.
    ReportError
        If a lesson does not run, or the wheels cannot be fetched.
    """
    if not (project() / "pyproject.toml").is_file():
        raise UsageError(Said("no-project-for-bundle"))
    if not re.fullmatch(r"3\.\d+", python, re.ASCII):
        raise UsageError(Said("no-python-version", found=python))
    if file.is_dir():  # before all the work
        raise unwritten(file, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    chosen = [PLATFORMS[name] for name in platforms or PLATFORMS]
    with tempfile.TemporaryDirectory(prefix="welfare-bundle-") as name:
        folder = Path(name)
        publish((), [language], ["students"], folder / "made", told=lambda path: None)
        listed = [_own_wheel(folder)]
        for one in chosen:
            pins = requirements(one, python)
            _fetch(pins, one, python, folder)
            listed += [pin.line(one) for pin in pins]
        contents = {
            **_launcher(chosen, python),
            "requirements.txt": "".join(f"{line}\n" for line in listed).encode(),
            **_inside("lessons", (folder / "made").rglob("*.ipynb")),
            **_inside("worksheets", (folder / "made").rglob("*.pdf")),
            **_inside("wheels", (folder / "wheels").glob("*.whl")),
        }
        inside = {f"{_ROOT}/{path}": content for path, content in contents.items()}
        with staged({file: zipped(inside, stored=(".whl", ".pdf"))}, ReportError):
            pass


def requirements(platform: Platform, python: str) -> list[Pin]:
    """List what the lessons need on a kind of machine, as ``requirements.lock`` pins it.

    A package that is not installed here, being for another system, asks for nothing more.
    """
    version = {"python_version": python, "python_full_version": f"{python}.0"}
    environment = {**default_environment(), **platform.markers, **version}
    needed = _needed(environment)
    return [
        pin
        for pin, marker in _locked()
        if canonicalize_name(pin.name) in needed
        and (not marker or Marker(marker).evaluate(environment))
    ]


def _needed(environment: Mapping[str, str]) -> set[str]:
    """Find what is needed in an environment, from what each package says that it needs."""
    about = tomllib.loads((project() / "pyproject.toml").read_text(encoding="utf-8"))
    waiting = [(line, frozenset({""})) for line in about["project"]["dependencies"]]
    seen = set()
    while waiting:
        line, extras = waiting.pop()
        asked = Requirement(line)
        marker = asked.marker
        if marker and not any(marker.evaluate({**environment, "extra": one}) for one in extras):
            continue
        one = (canonicalize_name(asked.name), frozenset(asked.extras or {""}))
        if one not in seen:
            seen.add(one)
            waiting += [(more, one[1]) for more in _asks(one[0])]
    return {name for name, _ in seen}


def _asks(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def _locked() -> Iterator[tuple[Pin, str]]:
    """Read ``requirements.lock``: what it pins, each with its marker."""
    text = (project() / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if "==" in line and line[0].isalnum():
            pinned, *hashes = line.split("--hash=sha256:")
            name, _, marker = pinned.partition(";")
            name, _, version = name.strip().partition("==")
            yield Pin(name, version, tuple(one.strip() for one in hashes)), marker.strip()


def _own_wheel(folder: Path) -> str:
    """Build the wheel of this package, without the lessons' sources; return its requirement."""
    made = folder / "own"
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(made)]
    _pip("wheel", *options, str(project()))
    (wheel,) = made.glob("*.whl")
    kept = folder / "wheels" / wheel.name
    kept.parent.mkdir()
    _leave_out(_SOURCES, wheel, kept)
    name, version = wheel.name.split("-")[:2]
    return Pin(name, version, (hashlib.sha256(kept.read_bytes()).hexdigest(),)).line()


def _leave_out(pattern: re.Pattern, wheel: Path, kept: Path) -> None:
    """Copy a wheel without some of its files, nor the lines of its record that name them."""
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(kept, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith(".dist-info/RECORD"):
                lines = content.decode().splitlines(keepends=True)
                kept_lines = (line for line in lines if not pattern.match(line.split(",")[0]))
                content = "".join(kept_lines).encode()
            if not pattern.match(entry.filename):
                target.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _fetch(pins: list[Pin], platform: Platform, python: str, folder: Path) -> None:
    """Fetch the wheels for a kind of machine, checked by their hashes."""
    listed = folder / "wanted.txt"
    listed.write_text("".join(f"{pin.line()}\n" for pin in pins), encoding="utf-8")
    tags = [option for tag in platform.tags for option in ("--platform", tag)]
    options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version", python]
    target = ["--requirement", str(listed), "--dest", str(folder / "wheels")]
    _pip("download", *options, *tags, *target)


def _pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", arguments[0], "--quiet"]
        + list(arguments[1:]),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        said = " ".join(errors[-2:]) or done.stderr.strip()[-300:]
        raise ReportError(Said("pip-failed", command=arguments[0], said=said))


def _launcher(platforms: list[Platform], python: str) -> dict[str, bytes]:
    """Return the files that set the lessons up, filled in for this bundle."""
    about = {"python": python, "platforms": [one.markers["sys_platform"] for one in platforms]}
    found = {"bundle.json": (json.dumps(about) + "\n").encode()}
    names = ", ".join(one.name for one in platforms)
    for file in sorted(_STUDENT.iterdir()):
        if file.is_file() and file.name != "__init__.py":
            text = file.read_text(encoding="utf-8")
            if file.suffix != ".py":
                text = text.replace("{python}", python).replace("{platforms}", names)
            if file.suffix in (".bat", ".txt"):
                text = text.replace("\n", "\r\n")
            found[file.name] = text.encode()
    return found


def _inside(folder: str, files: Iterable[Path]) -> dict[str, bytes]:
    return {f"{folder}/{file.name}": file.read_bytes() for file in sorted(files)}
