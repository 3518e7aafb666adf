"""environment.yml gives conda the versions of requirements.lock."""

import json
import re
import shutil
import subprocess
import sys

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def environment(project):
    return yaml.safe_load((project / "environment.yml").read_text(encoding="utf-8"))


def pip_section(environment):
    (section,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    return section


def conda_section(environment):
    return [entry for entry in environment["dependencies"] if isinstance(entry, str)]


def pinned_here(project):
    text = (project / "requirements.lock").read_text(encoding="utf-8")
    lines = re.findall(r"^[A-Za-z0-9][^\\\n]*", text, re.MULTILINE)
    requirements = [Requirement(line) for line in lines]
    return {
        canonicalize_name(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate()
    }


def test_channels_are_names_and_not_addresses(environment):
    assert environment["channels"] == ["conda-forge", "nodefaults"]


def test_python_is_one_that_the_lock_supports(environment):
    (python,) = [entry for entry in conda_section(environment) if entry.startswith("python")]
    version = re.fullmatch(r"python=(3\.\d+)", python)[1]
    assert version in SpecifierSet(">=3.11,<3.14")


def test_conda_brings_no_package_of_its_own(environment, project):
    names = {entry.split("=")[0] for entry in conda_section(environment)}
    assert names == {"python", "pip", "make"}
    assert not names & pinned_here(project).keys()


def test_pip_section_is_the_lock(environment):
    assert pip_section(environment) == ["--requirement requirements.lock"]


@pytest.mark.slow
def test_pip_section_installs_the_lock(environment, project, tmp_path):
    # As conda does it: the section becomes a requirements file beside environment.yml.
    listed = tmp_path / "condaenv.requirements.txt"
    listed.write_text("\n".join(pip_section(environment)) + "\n", encoding="utf-8")
    shutil.copy(project / "requirements.lock", tmp_path)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    pip = [tmp_path / "env" / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]

    probe = subprocess.run(
        [*pip, "download", "-q", "--retries=0", "--timeout=20", "--no-deps", "-d", tmp_path, "six"],
        capture_output=True,
        text=True,
    )
    if probe.returncode:
        pytest.skip("no network: pip reaches no package index")

    done = subprocess.run(
        [*pip, "install", "-q", "--no-compile", "--require-hashes", "-U", "-r", listed],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    installed = {
        canonicalize_name(found["name"]): found["version"]
        for found in json.loads(subprocess.check_output([*pip, "list", "--format=json"]))
    }
    assert {name: installed.get(name) for name in pinned_here(project)} == pinned_here(project)
    assert installed.keys() - pinned_here(project).keys() <= {"pip", "setuptools"}
    subprocess.run([*pip, "check"], check=True, capture_output=True)
    shutil.rmtree(tmp_path / "env")
