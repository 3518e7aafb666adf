"""environment.yml gives conda the versions of requirements.lock."""

import importlib.metadata
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


def test_pip_takes_its_section_for_what_set_up_installed(environment, project, tmp_path):
    """Set-up installs the lock to the hash; conda's pip, which resolves, asks for nothing else."""
    # As conda does it: the section becomes a requirements file beside environment.yml.
    listed = tmp_path / "condaenv.requirements.txt"
    listed.write_text("\n".join(pip_section(environment)) + "\n", encoding="utf-8")
    shutil.copy(project / "requirements.lock", tmp_path)
    pinned = pinned_here(project)
    installed = {
        canonicalize_name(found.name): found.version for found in importlib.metadata.distributions()
    }
    assert {name: installed.get(name) for name in pinned} == pinned
    assert installed.keys() - pinned.keys() <= {"pip", "setuptools", "welfare-analysis"}
    assert resolved(listed) == (0, "")
    listed.write_text(f"numpy==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    code, said = resolved(listed)
    assert (code, "numpy==1" in said) == (1, True)  # or what is asked for would be anything


def resolved(listed):
    """Have pip find out what it would install, without an index to install it from."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-index"]
    words = ["--dry-run", "-qq", "--require-hashes", "--requirement", listed]
    done = subprocess.run([*pip, *words], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr
