"""requirements.lock pins, with hashes, all that pyproject.toml asks for."""

import re
import sys
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OPERATING_SYSTEMS = {
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    "macos": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "windows": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
}
PYTHONS = ["3.11", "3.12", "3.13"]


@pytest.fixture(scope="module")
def entries(project):
    """One text per pinned package: its line with the hashes that follow it."""
    text = (project / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and line[0] not in "#- "]


@pytest.fixture(scope="module")
def pinned(entries):
    return [Requirement(entry.split("--hash")[0]) for entry in entries]


def requirements(project):
    asked = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    extras = asked["project"]["optional-dependencies"].values()
    lists = [asked["build-system"]["requires"], asked["project"]["dependencies"], *extras]
    return [Requirement(text) for group in lists for text in group]


def test_every_package_has_an_exact_version_and_hashes(entries):
    bad = [
        entry
        for entry in entries
        if not re.match(r"[\w.-]+==[\w.]+ ", entry)
        or not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)
    ]
    assert bad == []
    assert len(entries) > 100


def test_every_package_has_one_version(pinned):
    names = [canonicalize_name(requirement.name) for requirement in pinned]
    assert sorted(names) == sorted(set(names))


def test_only_wheels_and_no_host(project):
    text = (project / "requirements.lock").read_text(encoding="utf-8")
    options = [line for line in text.splitlines() if line.startswith("-")]
    assert options == ["--only-binary :all:"]
    assert "://" not in text
    assert not re.search(r"@ |file:|[A-Za-z]:\\|(?<![\w.])/\w", text)


def test_says_how_it_is_renewed(project):
    assert "make lock" in (project / "requirements.lock").read_text(encoding="utf-8")[:200]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", OPERATING_SYSTEMS)
def test_satisfies_every_dependency(project, pinned, python, system):
    marks = OPERATING_SYSTEMS[system] | {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "implementation_name": "cpython",
    }
    versions = {
        canonicalize_name(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement in pinned
        if requirement.marker is None or requirement.marker.evaluate(marks)
    }
    unmet = [
        f"{requirement}: {versions.get(canonicalize_name(requirement.name), 'not in the lock')}"
        for requirement in requirements(project)
        if versions.get(canonicalize_name(requirement.name), "") not in requirement.specifier
    ]
    assert unmet == []


def test_environment_of_make_holds_exactly_the_lock(project, pinned):
    if (project / ".venv").resolve() != type(project)(sys.prefix).resolve():
        pytest.skip("these tests run in another environment than the one make sets up")
    expected = {
        canonicalize_name(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement in pinned
        if requirement.marker is None or requirement.marker.evaluate()
    }
    installed = {canonicalize_name(found.name): found.version for found in metadata.distributions()}
    brought_by_python = {"pip", "setuptools", "welfare-analysis"} - expected.keys()
    assert {
        name: version for name, version in installed.items() if name not in brought_by_python
    } == expected
