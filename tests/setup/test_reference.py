"""Reference: every public name is described from its docstring, and the pages read offline."""

import inspect
import re
import shutil
import subprocess
import sys
from types import ModuleType

import pytest

import welfare_analysis as wa

pytest.importorskip("furo", reason="needs the extra docs")

MODULES = [name for name in wa.__all__ if isinstance(getattr(wa, name), ModuleType)]
PUBLIC = {f"welfare_analysis.{name}": getattr(wa, name) for name in wa.__all__} | {
    f"welfare_analysis.{module}.{name}": getattr(getattr(wa, module), name)
    for module in MODULES
    for name in getattr(wa, module).__all__
}


@pytest.fixture(scope="module")
def pages(project, tmp_path_factory):
    """Text of each page and style sheet, by its path."""
    folder = tmp_path_factory.mktemp("reference")
    source, built = folder / "source", folder / "built"
    shutil.copytree(project / "docs/reference", source, ignore=shutil.ignore_patterns("names"))
    command = [sys.executable, "-m", "sphinx", "-W", "-q", source, built]
    made = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert (made.returncode, made.stdout + made.stderr) == (0, "")
    return {
        page.relative_to(built).as_posix(): page.read_text(encoding="utf-8")
        for page in built.rglob("*")
        if page.suffix in {".html", ".css"}
    }


@pytest.mark.parametrize("module", MODULES)
def test_index_leads_to_every_module(pages, module):
    assert f'href="names/welfare_analysis.{module}.html' in pages["index.html"]


def test_every_public_name_has_an_entry(pages):
    entries = set(
        re.findall(r' id="(?:module-)?(welfare_analysis[\w.]*)"', "".join(pages.values()))
    )
    # `wa.views.trace` is described under `wa.trace`, which is the same.
    wanted = {
        name
        for name, thing in PUBLIC.items()
        if name.count(".") == 1 or thing is not getattr(wa, name.rpartition(".")[2], None)
    }
    assert wanted - entries == set()


def test_every_public_name_is_listed_on_the_page_of_its_module(pages):
    lists = {name: set() for name in pages}
    for name, page in pages.items():
        lists[name] = set(
            re.findall(r'<code class="xref[^>]*><span class="pre">(\w+)</span>', page)
        )
    missing = {
        name
        for name in PUBLIC
        if name.rpartition(".")[2] not in lists[f"names/{name.rpartition('.')[0]}.html"]
    }
    assert missing == set()


@pytest.mark.parametrize("name", sorted({*PUBLIC} - {"welfare_analysis.__version__"}))
def test_every_public_name_says_in_one_line_what_it_is(name):
    first = (inspect.getdoc(PUBLIC[name]) or "").partition("\n\n")[0]
    assert first[:1].isupper()
    assert first.endswith(".")
    assert "\n" not in first


@pytest.mark.parametrize(
    "name", [name for name, thing in sorted(PUBLIC.items()) if inspect.isfunction(thing)]
)
def test_every_public_call_has_an_example(name):
    assert f">>> {name.rpartition('.')[2]}(" in (doc := inspect.getdoc(PUBLIC[name])) or (
        f"{name.rpartition('.')[2]}(" in doc.partition(">>>")[2]
    )


def test_functions_say_in_the_imperative_what_they_do(project):
    command = [sys.executable, "-m", "ruff", "check", "--select=D401", "welfare_analysis"]
    checked = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_the_version_is_explained(pages):
    (entry,) = re.findall(
        r'id="welfare_analysis\.__version__".*?</dl>',
        pages["names/welfare_analysis.html"],
        re.DOTALL,
    )
    assert "Version of this package." in entry


def test_pages_load_nothing_from_elsewhere(pages):
    loading = re.compile(
        r"<(?:script|img|iframe)[^>]*\bsrc=\"([^\"]*)|<link[^>]*\bhref=\"([^\"]*)"
        r"|(?:@import|url\()\s*[\"']?((?:https?:)?//[^\"')]*)"
    )
    loaded = {"".join(found) for page in pages.values() for found in loading.findall(page)}
    assert any("furo.css" in address for address in loaded)
    assert not [address for address in loaded if "//" in address]
