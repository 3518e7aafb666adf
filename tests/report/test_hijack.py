"""Hostile neighbours: files and variables that would take over a build, were they looked at."""

import json
import os
import sys

import pytest

from .conftest import code, markdown, published

pytestmark = pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs Linux's /proc")

PROBE = """
import builtins, sys, random, json, pandas, numpy, matplotlib
import matplotlib.pyplot as plt
seen = [hasattr(one, "HIJACKED") for one in (builtins, random, json, pandas, numpy, matplotlib)]
print(seen, "HIJACKED" in globals(), sys.flags.optimize, sys.flags.no_user_site, __debug__)
print(plt.rcParams["lines.linewidth"], matplotlib.get_backend())
print("exec_lines" in str(get_ipython().config))
print([path for path in sys.path if "hostile" in path])
"""
TAKEN = "import builtins\nbuiltins.HIJACKED = True\n"
MODULES = (
    "pandas",
    "numpy",
    "random",
    "matplotlib",
    "seaborn",
    "IPython",
    "papermill",
    "typst",
    "usercustomize",
    "welfare_analysis",
    "conftest",
)


@pytest.fixture(scope="module")
def probed(checkout, tmp_path_factory):
    """The checkout with a probe, and what is published of it where there are no neighbours."""
    checkout.add("probe", markdown("# T"), code(PROBE))
    out = tmp_path_factory.mktemp("plain")
    assert checkout.build("probe", out=out) == 0
    yield checkout, published(out)
    checkout.remove("probe")


@pytest.fixture
def hostile(tmp_path):
    """Lay out a home, a working folder and settings, each with something to be run."""
    home, work = tmp_path / "hostile-home", tmp_path / "hostile-work"
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    site = home / ".local" / "lib" / version / "site-packages"
    profile = home / ".ipython" / "profile_default"
    kernels = home / ".local" / "share" / "jupyter" / "kernels"
    for folder in (
        work,
        site,
        profile / "startup",
        home / ".config" / "matplotlib",
        home / ".jupyter",
    ):
        folder.mkdir(parents=True)
    for name in MODULES:
        (work / f"{name}.py").write_text(TAKEN + "HIJACKED = True\n")
    (site / "usercustomize.py").write_text(TAKEN)
    (site / "sitecustomize.py").write_text(TAKEN)
    (site / "taken.pth").write_text("import builtins; builtins.HIJACKED = True\n")
    (profile / "startup" / "00-first.py").write_text(TAKEN + "HIJACKED = True\n")
    (profile / "ipython_config.py").write_text(
        TAKEN + "c.InteractiveShellApp.exec_lines = ['HIJACKED = True']\n"
    )
    (home / "startup.py").write_text(TAKEN)
    for settings in (work, home / ".config" / "matplotlib"):
        (settings / "matplotlibrc").write_text("lines.linewidth: 99\nsvg.fonttype: path\n")
    for file in ("jupyter_config.py", "jupyter_nbconvert_config.py"):
        (home / ".jupyter" / file).write_text(TAKEN)
    for name in ("python3", "welfare-analysis"):
        (kernels / name).mkdir(parents=True)
        specification = {"argv": ["false"], "display_name": "x", "language": "python"}
        (kernels / name / "kernel.json").write_text(json.dumps(specification))
    return {
        "cwd": work,
        "env": {
            "HOME": str(home),
            "PYTHONSTARTUP": str(home / "startup.py"),
            "IPYTHONDIR": str(home / ".ipython"),
            "MPLBACKEND": "module://nowhere",
            "MATPLOTLIBRC": str(work / "matplotlibrc"),
            "MPLCONFIGDIR": str(home / ".config" / "matplotlib"),
            "JUPYTER_PATH": str(kernels.parent),
            "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
            "PYTHONHASHSEED": "5",
            "PYTHONUSERBASE": str(home / ".local"),
            "PYTHONBREAKPOINT": "nowhere.nothing",
            "IPYKERNEL_CELL_NAME": "taken",
            "PAPERMILL_OUTPUT": str(work),
            "NBCLIENT_TIMEOUT": "1",
            "TZ": "Asia/Tokyo",
            "LC_ALL": "C",
            "SOURCE_DATE_EPOCH": "1",
            "PYTHONNODEBUGRANGES": "1",
            "PYDEVD_USE_FRAME_EVAL": "NO",
            "TERM": "nonsense",
            "COLUMNS": "7",
            "PANDAS_COPY_ON_WRITE": "0",
            "FORCE_COLOR": "1",
            "PYTHONOPTIMIZE": "2",
        },
    }


@pytest.mark.parametrize("engine", ["forked", "kernel"])
def test_nothing_of_a_hostile_neighbourhood_takes_part(
    probed, hostile, tmp_path, monkeypatch, engine
):
    checkout, expected = probed
    # As the installed command does, python leaves the working folder out of its path.
    env = {**checkout.place["env"], **hostile["env"], "PYTHONSAFEPATH": "1"}
    monkeypatch.setattr(checkout, "place", {"cwd": hostile["cwd"], "env": env})
    words = ["build", "probe", "--lang", "vi", "--engine", engine, "--out", str(tmp_path / "out")]
    returned, said = checkout.command(*words)
    assert returned == 0, said
    found = published(tmp_path / "out")
    assert expected.keys() == found.keys()
    assert [name for name in expected if expected[name] != found[name]] == []


def test_the_probe_would_see_it(probed, tmp_path):
    """The same probe run by hand among those neighbours is taken over."""
    import subprocess

    (tmp_path / "random.py").write_text("HIJACKED = True\n")
    script = "import random; print(hasattr(random, 'HIJACKED'))"
    taken = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert taken.stdout.strip() == "True"
