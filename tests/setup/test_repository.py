"""What is committed names no machine and no package index, and agrees about the version."""

import json
import re
import subprocess
import tomllib

import pytest
import yaml

# Spelt in parts, so that this file does not name them.
INDEX = re.compile(
    "|".join(
        [
            "pypi" + r"\.(org|python)",
            "pythonhosted" + r"\.org",
            "anaconda" + r"\.(org|com)",
            "registry" + r"\.(npmjs|yarnpkg)",
            "--(extra-)?" + "index-url",
            "--find" + "-links",
        ]
    )
)
# A path from the root of a machine, but not the path of a web address.
MACHINE = re.compile(
    r"(?<![\w.~:/%-])(/(home|root|work|tmp|Users|var/folders)/|[A-Za-z]:\\+Users\b)"
)


@pytest.fixture(scope="module")
def tracked(project):
    """Path and text of each committed text file."""
    # CI often runs as another user than the one who owns the checkout.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=project, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    files = [project / name for name in listed.stdout.split("\0") if name]
    texts = {}
    for file in filter(lambda file: file.is_file(), files):
        try:
            texts[file.relative_to(project).as_posix()] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def hits(pattern, texts):
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_index(tracked):
    assert hits(INDEX, tracked) == []


def test_no_file_names_a_path_of_a_machine(tracked):
    assert hits(MACHINE, tracked) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/" + "tmp/x.csv", True),
        ('"/' + 'home/an/x"', True),
        ("C:" + "\\Users\\an", True),
        ("https://example.vn/" + "work/2024", False),
        ("reports/" + "tmp/x", False),
    ],
)
def test_machine_paths_are_told_from_addresses(line, found):
    assert bool(MACHINE.search(line)) is found


def test_text_is_stored_with_unix_line_ends(tracked):
    assert [name for name, text in tracked.items() if "\r\n" in text] == []


def test_nothing_that_is_built_is_committed(tracked):
    built = re.compile(
        r"(^|/)(\.venv|__pycache__|\.ipynb_checkpoints)/|^reports/(?!reports\.yml$)"
        r"|^docs/(_build|reference/names)/"
    )
    assert [name for name in tracked if built.search(name)] == []


def test_version_is_the_same_everywhere(project):
    metadata = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    version = metadata["project"]["version"]
    citation = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == version
    package = json.loads((project / "data" / "datapackage.json").read_text(encoding="utf-8"))
    (data,) = citation["references"]
    assert (data["version"], data["title"]) == (package["version"], package["title"])
    assert {str(one["date-released"]) for one in (citation, data)} == {package["created"][:10]}
    assert f"welfare-analysis {version}" in (project / "LICENSE-DATA").read_text(encoding="utf-8")
